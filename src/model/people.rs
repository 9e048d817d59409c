//! `data/people.yaml`: who takes part, on both sides.
//!
//! In: one YAML file a project. Out: [`People`], so that records name people by id and reports print names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;

/// Everybody whom records name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// The people.
    #[schemars(title = "人员")]
    pub people: Vec<Person>,
}

fields! { People {
    people: Parts(Person::FIELDS),
} }

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Word by which records name the person.
    #[schemars(title = "编号")]
    pub id: String,
    /// Name, as printed.
    #[schemars(title = "姓名")]
    pub name: String,
    /// Which party.
    #[schemars(title = "所属方")]
    pub side: Side,
    /// Function.
    #[schemars(title = "岗位")]
    pub role: String,
    /// Department.
    #[schemars(title = "部门")]
    pub department: Option<String>,
    /// Telephone number; masked in every output.
    #[schemars(title = "电话")]
    pub phone: Option<String>,
    /// Mail address.
    #[schemars(title = "电子邮箱")]
    pub email: Option<String>,
}

fields! { Person {
    id: Id(Target::Person),
    name: Text,
    side: Nothing,
    role: Text,
    department: Text,
    phone: Phone,
    email: Text,
} }

words! {
    /// A party to the contract.
    Side {
        /// Who serves.
        Vendor = "乙方" | "vendor",
        /// Who is served.
        Hospital = "甲方" | "hospital",
    }
}
