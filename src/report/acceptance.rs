//! 履约验收资料: what the contract required in a span, what was done, what proves it, and the sheet on which people decide.
//!
//! In: the ledger summed by clause, the reports of the span with their chapters, deliveries and open items. Out: a
//! [`Document`]. It describes the state and never accepts: whatever the acceptance group decides stays blank.

mod deliverables;
mod deviations;
mod front;
mod gaps;
mod input;
mod ledger;
mod open_items;
mod references;
mod report_index;
mod sheet;

use super::document::{Block, Chapter, Document, Table, Width};
use super::facts::Facts;
use super::format::{self, NOTHING};
use super::kind::{Body, ReportContext};
use super::money::money;
use super::{method, shared};
use crate::model::Evidence;
use crate::schedule::{Period, find_period, undecided};
use crate::source::FileId;
use input::{AcceptanceInput, own_span, span};

/// Builds the acceptance documents of a period.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    let input = AcceptanceInput::new(context, period);
    let chapters = vec![
        overview(&input),
        ledger::chapter(&input),
        deviations::chapter(&input),
        deliverables::chapter(&input),
        open_items::chapter(&input),
        sheet::chapter(&input),
    ];
    let mut document = Document::new(front::front(&input), chapters, "资料编制人");
    document.notes = method::acceptance_notes(context, period);
    let facts = Facts {
        served: Some(span(period.from, input.last)),
        undecided: undecided(&input.tickets),
        ..Facts::default()
    };
    document.into_body(context, Vec::new(), sources(&input), facts)
}

// ---- 项目概况 ------------------------------------------------------------------------------------------------------

fn overview(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let contract = &input.context.contract.record;
    let signed =
        contract.signed_on.map_or_else(|| NOTHING.to_owned(), |day| format::long_day(day.0));
    let facts = [
        ("项目名称", contract.title.clone()),
        ("合同编号", contract.number.clone()),
        ("签订日期", signed),
        ("合同金额", price(input)),
        ("采购人（甲方）", contract.hospital.name.clone()),
        ("供应商（乙方）", contract.vendor.name.clone()),
        ("维护系统", contract.system.name.clone()),
        ("履约期限", span(contract.term.from.0, contract.term.to.0)),
        ("本次验收周期", own_span(input)),
        ("验收依据", basis(input)),
        ("验收方式", "（由验收小组填写）".to_owned()),
    ];
    Chapter::new("overview", "项目概况").with(Block::facts(facts)).with_all(overall(input))
}

/// The price of the whole term: the contract names no other.
fn price(input: &AcceptanceInput<'_, '_>) -> String {
    let price = input.context.contract.record.price.as_ref();
    price.map_or_else(
        || NOTHING.to_owned(),
        |price| format!("{}，为整个服务期合计", money(price.amount)),
    )
}

/// The contract, and the other documents that the contract file names as a basis.
fn basis(input: &AcceptanceInput<'_, '_>) -> String {
    let contract = &input.context.contract.record;
    let own = format!("《{}》合同（编号{}）", contract.title, contract.number);
    let others = contract.reporting.acceptance_basis.iter().cloned();
    std::iter::once(own).chain(others).collect::<Vec<_>>().join("；")
}

/// The service as a whole and its state in each period: the clause of the contract that all others prove.
fn overall(input: &AcceptanceInput<'_, '_>) -> Vec<Block> {
    let statuses = input.statuses.iter();
    let overall: Vec<_> =
        statuses.filter(|status| status.clause.evidence == Evidence::Overall).collect();
    let rows = overall.iter().flat_map(|status| &status.rows);
    let table = Table::of("overall", "总体服务各期履行情况", rows)
        .column("编号", Width::No, |row| &row.clause.id)
        .column("周期", Width::Text, |row| &row.period.title)
        .column("应履行", Width::Name, |row| shared::owed_text(row))
        .column("已履行", Width::Name, |row| shared::done_text(row))
        .column("履行情况", Width::Verdict, |row| shared::state_cell(row.state));
    let Some(table) = table.if_any() else { return Vec::new() };
    let quoted = overall.iter().map(|status| {
        Block::text(format!("条款{}（合同原文）：“{}”", status.clause.id, status.clause.text))
    });
    quoted
        .chain([
            table,
            Block::remark("每个周期由同期到期的其余各条款汇总得出，一条条款的一个周期为一项次。"),
        ])
        .collect()
}

// ---- sources ------------------------------------------------------------------------------------------------------

/// Every file that was read, except those of a later period: a record of the next year changes no document about this one,
/// unless it records the outcome of a finding.
fn sources(input: &AcceptanceInput<'_, '_>) -> Vec<FileId> {
    let (records, contract) = (input.context.records, &input.context.contract.record);
    let mut files = shared::common_sources(input.context, input.period);
    let probes = records.probes.files.iter().map(|probe| probe.file);
    files.extend(records.record_files().chain(probes).filter(|file| {
        let path = input.context.files.path(*file);
        let words =
            path.split(['/', '.']).flat_map(|word| std::iter::once(word).chain(word.split('-')));
        let mut named = words.filter_map(|word| find_period(contract, word));
        named.next().is_none_or(|named| named.from <= input.period.to)
    }));
    files.extend(shared::remedies(input.context, input.period));
    shared::sorted(files)
}
