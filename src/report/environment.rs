//! The environment list: what the inspection looks after.
//!
//! In: the asset file. Out: rows by kind of asset; kinds without assets are left out.

use serde::Serialize;

use super::Material;
use super::format::or_nothing;

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

/// Lists every asset but functions, which are no equipment.
pub(super) fn environment(material: &Material<'_>) -> Vec<EnvironmentGroup> {
    let Some(assets) = &material.book.assets else { return Vec::new() };
    let assets = &assets.record;
    let row = |name: &str, detail: &str, purpose: &str| EnvironmentRow {
        name: name.to_owned(),
        detail: or_nothing(detail),
        purpose: or_nothing(purpose),
    };
    let whole = |asset: &crate::model::Asset| row(&asset.name, &asset.detail, &asset.purpose);
    let groups = [
        EnvironmentGroup { title: "应用", rows: assets.applications.iter().map(whole).collect() },
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
        EnvironmentGroup { title: "数据空间", rows: assets.dataspaces.iter().map(whole).collect() },
        EnvironmentGroup { title: "接口", rows: assets.interfaces.iter().map(whole).collect() },
    ];
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}
