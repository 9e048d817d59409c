//! `data/assets.yaml`: the servers, databases, interfaces and functions that are inspected.
//!
//! In: one YAML file per project. Out: [`Assets`], and every measured object in one flat list
//! ([`Assets::objects`]), so that no other code depends on the structure of the file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::{ObjectKind, Scope};

/// The inspected assets.
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
    /// The id that probes use.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "名称")]
    pub name: String,
    /// Product and version, peer, or location.
    #[schemars(title = "说明")]
    #[serde(default)]
    pub detail: String,
    /// Its purpose.
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
    /// The id that probes use.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "名称")]
    pub name: String,
    /// Processor, memory, operating system.
    #[schemars(title = "配置")]
    #[serde(default)]
    pub detail: String,
    /// Its purpose.
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
    /// The id that probes use.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "名称")]
    pub name: String,
    /// Product and version.
    #[schemars(title = "产品版本")]
    #[serde(default)]
    pub detail: String,
    /// Its purpose.
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

/// A part of an asset that is measured separately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The name that probes and reports use.
    #[schemars(title = "名称")]
    pub name: String,
    /// Which limits apply.
    #[schemars(title = "范围")]
    pub scope: Option<Scope>,
    /// Its purpose.
    #[schemars(title = "用途")]
    #[serde(default)]
    pub purpose: String,
}

fields! { Part {
    name: Id(Target::Part),
    scope: Nothing,
    purpose: Text,
} }

/// An object for which a metric is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Object<'a> {
    /// The kind of object.
    pub kind: ObjectKind,
    /// The asset's id.
    pub asset: &'a str,
    /// The asset's name.
    pub asset_name: &'a str,
    /// The part's name; empty for the asset as a whole.
    pub part: &'a str,
    /// Which limits apply.
    pub scope: Option<Scope>,
    /// Its purpose.
    pub purpose: &'a str,
}

impl<'a> Object<'a> {
    /// The name printed in tables.
    pub const fn title(&self) -> &'a str {
        if self.part.is_empty() { self.asset_name } else { self.part }
    }
}

impl Assets {
    /// Every object, in file order.
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
