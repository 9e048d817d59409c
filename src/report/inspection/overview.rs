//! 巡检概述: the basis, scope, time and people of the inspection, and the assets that it covers.
//!
//! In: the inspection and the asset file. Out: a chapter. Kinds of assets without entries are left out.

use super::input::InspectionInput;
use crate::model::{Assets, Evidence};
use crate::report::document::{Block, Chapter, Table, Width};
use crate::report::format::{self, or_nothing};
use crate::report::kind::ReportContext;
use crate::report::shared;

/// The group of the system itself.
const APPLICATION: &str = "应用";

pub(super) fn chapter(input: &InspectionInput<'_, '_>) -> Chapter {
    let record = &input.inspection.record;
    let people = |ids: &[String]| or_nothing(&shared::names(input.context, ids).join("、"));
    let facts = [
        ("依据", shared::basis(input.context, &[Evidence::Inspection])),
        ("范围", scope(input.context)),
        ("时间", format::span(record.started_at.0, record.finished_at.0)),
        ("方式", record.mode.word().to_owned()),
        ("巡检人员", people(&record.inspectors)),
        ("陪同人员", people(&record.accompanied_by)),
        ("记录编号", record.id.clone()),
    ];
    Chapter::new("overview", "巡检概述")
        .with(Block::facts(facts))
        .with(Block::section("environment", "环境清单"))
        .with(environment(input.context))
}

/// The system with the kinds of equipment that the asset file lists.
fn scope(context: &ReportContext<'_>) -> String {
    let system = &context.contract.record.system.name;
    let mut kinds: Vec<_> = listed(context).into_iter().map(|(kind, _)| kind).collect();
    kinds.dedup();
    kinds.retain(|kind| *kind != APPLICATION);
    match kinds.split_last() {
        None => format!("{system}。"),
        Some((only, [])) => format!("{system}及其{only}。"),
        Some((last, others)) => format!("{system}及其{}与{last}。", others.join("、")),
    }
}

fn environment(context: &ReportContext<'_>) -> Block {
    Table::of("environment-list", "环境清单", listed(context))
        .column("类别", Width::Brief, |(kind, _)| *kind)
        .column("名称", Width::Text, |(_, [name, ..])| *name)
        .column("配置与版本", Width::Text, |(_, [_, detail, _])| Some(*detail))
        .column("用途", Width::Text, |(_, [.., purpose])| Some(*purpose))
        .grouped()
        .or(Block::nothing("记录中没有资产清单。"))
}

/// Every asset except functions, which are not equipment: its kind; name, detail and purpose.
fn listed<'a>(context: &ReportContext<'a>) -> Vec<(&'static str, [&'a str; 3])> {
    context.records.assets.as_ref().map(|assets| of(&assets.record)).unwrap_or_default()
}

fn of(assets: &Assets) -> Vec<(&'static str, [&str; 3])> {
    let mut rows = Vec::new();
    for it in &assets.applications {
        rows.push((APPLICATION, [&*it.name, &*it.detail, &*it.purpose]));
    }
    for it in &assets.servers {
        rows.push(("服务器", [&*it.name, &*it.detail, &*it.purpose]));
    }
    for it in &assets.databases {
        rows.push(("数据库", [&*it.name, &*it.detail, &*it.purpose]));
    }
    for it in &assets.dataspaces {
        rows.push(("数据空间", [&*it.name, &*it.detail, &*it.purpose]));
    }
    for it in &assets.interfaces {
        rows.push(("接口", [&*it.name, &*it.detail, &*it.purpose]));
    }
    rows
}
