//! 验收单: the sheet that the acceptance group fills in.
//!
//! In: the contract. Out: one page on which everything that people decide is blank.

use super::input::{AcceptanceInput, own_span, span};
use crate::report::document::{Block, Chapter, ProtocolLine};
use crate::report::money::money;

/// Blank rows for signatures.
const SIGNERS: u8 = 5;

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let contract = &input.context.contract.record;
    let price = contract.price.as_ref().map(|price| money(price.amount)).unwrap_or_default();
    let printed = [
        ("项目名称", contract.title.clone()),
        ("项目编号", String::new()),
        ("合同编号", contract.number.clone()),
        ("合同金额", price),
        ("采购人", contract.hospital.name.clone()),
        ("供应商", contract.vendor.name.clone()),
        ("履约期限", span(contract.term.from.0, contract.term.to.0)),
        ("本次验收周期", own_span(input)),
        ("验收时间", String::new()),
        ("验收地点", String::new()),
        ("验收方式", String::new()),
        ("验收类型", "□ 阶段验收　　□ 年度验收　　□ 最终验收".to_owned()),
    ];
    let mut lines: Vec<_> = printed.into_iter().map(|(name, text)| line(name, text, 1)).collect();
    lines.push(line("存在问题及整改", String::new(), 5));
    lines.push(line("验收结论", "□ 合格　　□ 基本合格（限期整改）　　□ 不合格".to_owned(), 1));
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let sheet = Block::Protocol {
        lines,
        heads: words(&["姓名", "科室", "职务", "签字"]),
        signers: SIGNERS,
        note: "验收小组由三人以上单数组成。验收时间、地点、方式、类型、存在问题、结论、签字、盖章和日期均由验收双方填写。".to_owned(),
        seals: words(&["采购人（盖章）：", "供应商（盖章）："]),
    };
    Chapter::new("sheet", "验收单").on_new_page().with(sheet).with(Block::PageBreak)
}

fn line(name: &str, text: String, height: u8) -> ProtocolLine {
    ProtocolLine { name: name.to_owned(), text, height }
}
