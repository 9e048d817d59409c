//! The environment list: what the inspection looks after.
//!
//! In: the asset file. Out: rows by kind of asset; kinds without assets are left out.

use serde::Serialize;

use super::format::or_nothing;
use super::kind::ReportContext;

/// The group of the system itself.
const APPLICATION: &str = "应用";

/// Assets of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct EnvironmentGroup {
    title: &'static str,
    rows: Vec<EnvironmentRow>,
}

/// One asset.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct EnvironmentRow {
    name: String,
    detail: String,
    purpose: String,
}

/// What the inspection looks after, in words: the system with the kinds of equipment that the asset file lists.
pub(super) fn scope(context: &ReportContext<'_>) -> String {
    let system = &context.contract.record.system.name;
    let groups = environment(context);
    let kinds: Vec<_> =
        groups.iter().map(|group| group.title).filter(|title| *title != APPLICATION).collect();
    match kinds.split_last() {
        None => format!("{system}。"),
        Some((only, [])) => format!("{system}及其{only}。"),
        Some((last, others)) => format!("{system}及其{}与{last}。", others.join("、")),
    }
}

/// Lists every asset but functions, which are no equipment.
pub(super) fn environment(context: &ReportContext<'_>) -> Vec<EnvironmentGroup> {
    let Some(assets) = &context.records.assets else { return Vec::new() };
    let assets = &assets.record;
    let row = |name: &str, detail: &str, purpose: &str| EnvironmentRow {
        name: name.to_owned(),
        detail: or_nothing(detail),
        purpose: or_nothing(purpose),
    };
    let whole = |asset: &crate::model::Asset| row(&asset.name, &asset.detail, &asset.purpose);
    let groups = [
        EnvironmentGroup {
            title: APPLICATION,
            rows: assets.applications.iter().map(whole).collect(),
        },
        EnvironmentGroup {
            title: "服务器",
            rows: assets
                .servers
                .iter()
                .map(|server| row(&server.name, &server.detail, &server.purpose))
                .collect(),
        },
        EnvironmentGroup {
            title: "数据库",
            rows: assets
                .databases
                .iter()
                .map(|database| row(&database.name, &database.detail, &database.purpose))
                .collect(),
        },
        EnvironmentGroup {
            title: "数据空间", rows: assets.dataspaces.iter().map(whole).collect()
        },
        EnvironmentGroup { title: "接口", rows: assets.interfaces.iter().map(whole).collect() },
    ];
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}
