//! `data/assets.yaml`: the servers, databases, interfaces and functions that are inspected.
//!
//! In: one YAML file a project. Out: [`Assets`], and every object that a metric is measured at as one flat list
//! ([`Assets::objects`]), so that nothing else knows the shape of the file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::{ObjectKind, Scope};

/// What is inspected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Assets {
    /// Applications.
    #[schemars(title = "应用")]
    pub applications: Vec<Asset>,
    /// Servers with their mount points.
    #[schemars(title = "服务器")]
    pub servers: Vec<Server>,
    /// Databases with their tablespaces.
    #[schemars(title = "数据库")]
    pub databases: Vec<Database>,
    /// Disk groups, archives and stores of bill files (数据空间).
    #[schemars(title = "数据空间")]
    pub dataspaces: Vec<Asset>,
    /// Interfaces to other systems.
    #[schemars(title = "接口")]
    pub interfaces: Vec<Asset>,
    /// Functions of the application.
    #[schemars(title = "业务功能")]
    pub functions: Vec<Asset>,
}

fields! { Assets {
    applications: Parts(Asset::FIELDS),
    servers: Parts(Server::FIELDS),
    databases: Parts(Database::FIELDS),
    dataspaces: Parts(Asset::FIELDS),
    interfaces: Parts(Asset::FIELDS),
    functions: Parts(Asset::FIELDS),
} }

/// An asset that is measured as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Word by which probes name it.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "名称")]
    pub name: String,
    /// Product and version, peer, or place.
    #[schemars(title = "说明")]
    #[serde(default)]
    pub detail: String,
    /// What it is for.
    #[schemars(title = "用途")]
    #[serde(default)]
    pub purpose: String,
}

fields! { Asset {
    id: Id(Target::Asset),
    name: Text,
    detail: Text,
    purpose: Text,
} }

/// A server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Word by which probes name it.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "名称")]
    pub name: String,
    /// Processor, memory, operating system.
    #[schemars(title = "配置")]
    #[serde(default)]
    pub detail: String,
    /// What it is for.
    #[schemars(title = "用途")]
    #[serde(default)]
    pub purpose: String,
    /// Its mount points.
    #[schemars(title = "挂载点")]
    #[serde(default)]
    pub mounts: Vec<Part>,
}

fields! { Server as Own(id) {
    id: Id(Target::Asset),
    name: Text,
    detail: Text,
    purpose: Text,
    mounts: Parts(Part::FIELDS),
} }

/// A database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Word by which probes name it.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "名称")]
    pub name: String,
    /// Product and version.
    #[schemars(title = "产品版本")]
    #[serde(default)]
    pub detail: String,
    /// What it is for.
    #[schemars(title = "用途")]
    #[serde(default)]
    pub purpose: String,
    /// Its tablespaces.
    #[schemars(title = "表空间")]
    #[serde(default)]
    pub tablespaces: Vec<Part>,
}

fields! { Database as Own(id) {
    id: Id(Target::Asset),
    name: Text,
    detail: Text,
    purpose: Text,
    tablespaces: Parts(Part::FIELDS),
} }

/// A part of an asset that is measured on its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Name, as probes and reports write it.
    #[schemars(title = "名称")]
    pub name: String,
    /// Which limits apply.
    #[schemars(title = "范围")]
    pub scope: Option<Scope>,
    /// What it is for.
    #[schemars(title = "用途")]
    #[serde(default)]
    pub purpose: String,
}

fields! { Part {
    name: Id(Target::Part),
    scope: Nothing,
    purpose: Text,
} }

/// Something a metric is measured at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Object<'a> {
    /// What kind of thing.
    pub kind: ObjectKind,
    /// The asset's id.
    pub asset: &'a str,
    /// The asset's name.
    pub asset_name: &'a str,
    /// The part's name; empty when the asset as a whole is meant.
    pub part: &'a str,
    /// Which limits apply.
    pub scope: Option<Scope>,
    /// What it is for.
    pub purpose: &'a str,
}

impl<'a> Object<'a> {
    /// The name that tables print.
    pub const fn title(&self) -> &'a str {
        if self.part.is_empty() { self.asset_name } else { self.part }
    }
}

impl Assets {
    /// Every object, in the order of the file.
    pub fn objects(&self) -> Vec<Object<'_>> {
        let mut objects = Vec::new();
        for (kind, assets) in self.wholes() {
            objects.extend(assets.iter().map(|asset| whole(kind, asset)));
        }
        for server in &self.servers {
            objects.push(Object {
                kind: ObjectKind::Server,
                asset: &server.id,
                asset_name: &server.name,
                part: "",
                scope: None,
                purpose: &server.purpose,
            });
            let parts = server.mounts.iter();
            objects.extend(
                parts.map(|mount| part(ObjectKind::Mount, &server.id, &server.name, mount)),
            );
        }
        for database in &self.databases {
            objects.push(Object {
                kind: ObjectKind::Database,
                asset: &database.id,
                asset_name: &database.name,
                part: "",
                scope: None,
                purpose: &database.purpose,
            });
            let parts = database.tablespaces.iter();
            objects
                .extend(parts.map(|space| {
                    part(ObjectKind::Tablespace, &database.id, &database.name, space)
                }));
        }
        objects
    }

    fn wholes(&self) -> [(ObjectKind, &[Asset]); 4] {
        [
            (ObjectKind::Application, &self.applications),
            (ObjectKind::Dataspace, &self.dataspaces),
            (ObjectKind::Interface, &self.interfaces),
            (ObjectKind::Function, &self.functions),
        ]
    }
}

fn whole(kind: ObjectKind, asset: &Asset) -> Object<'_> {
    Object {
        kind,
        asset: &asset.id,
        asset_name: &asset.name,
        part: "",
        scope: None,
        purpose: &asset.purpose,
    }
}

fn part<'a>(kind: ObjectKind, asset: &'a str, asset_name: &'a str, part: &'a Part) -> Object<'a> {
    Object { kind, asset, asset_name, part: &part.name, scope: part.scope, purpose: &part.purpose }
}
