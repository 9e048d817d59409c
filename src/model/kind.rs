//! The list of record kinds.
//!
//! In: the record types. Out: [`KINDS`], the list used by the loader, `weibao schema`, `weibao list
//! kinds` and the recipe for new kinds. A new kind is its file in this room and one entry here.

use serde_json::{Value, json};

use super::field::{Role, any_field};
use super::record_type::RecordType;
use super::{
    Assets, CalendarYear, Contract, Delivery, Duty, Escalation, Inspection, Knowledge, People,
    Summary, Survey, Target, Ticket, Visit, wording,
};

/// The file format of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// YAML with one record per file.
    Yaml,
    /// YAML with one record or a list of records, or CSV or an Excel workbook with one record per
    /// row: the same keys and the same rules.
    Flat,
    /// Markdown with front matter: one record per file.
    Markdown,
    /// CSV that is aggregated while it is read and never kept.
    Samples,
    /// Any file; records refer to it by path.
    Any,
}

/// Where the files of a kind are, below `data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// This one file.
    File(&'static str),
    /// Every file of this folder, without subfolders.
    Folder(&'static str),
    /// Every file of this folder and its subfolders.
    Tree(&'static str),
}

/// A kind of record.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The word used on the command line.
    pub id: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// The location of its files.
    pub layout: Layout,
    /// Their format.
    pub format: Format,
    /// The type of its records; `None` if the files are not records.
    pub record: Option<RecordType>,
    /// True if its records contain names and numbers of callers, or people of both sides: they are
    /// not included in deliverables.
    pub personal: bool,
    /// True for data on which the contract is based: not work done, and known from the first day.
    pub basis: bool,
}

/// Every kind of record.
pub const KINDS: &[Kind] = &[
    Kind {
        id: "contract",
        title: "合同",
        layout: Layout::File("contract.yaml"),
        format: Format::Yaml,
        record: RecordType::of::<Contract>(),
        personal: false,
        basis: true,
    },
    Kind {
        id: "calendar",
        title: "工作日历",
        layout: Layout::Folder("calendar"),
        format: Format::Yaml,
        record: RecordType::of::<CalendarYear>(),
        personal: false,
        basis: true,
    },
    Kind {
        id: "assets",
        title: "资产清单",
        layout: Layout::File("assets.yaml"),
        format: Format::Yaml,
        record: RecordType::of::<Assets>(),
        personal: false,
        basis: true,
    },
    Kind {
        id: "people",
        title: "人员名单",
        layout: Layout::File("people.yaml"),
        format: Format::Yaml,
        record: RecordType::of::<People>(),
        personal: true,
        basis: true,
    },
    Kind {
        id: "inspection",
        title: "巡检记录",
        layout: Layout::Folder("inspections"),
        format: Format::Yaml,
        record: RecordType::of::<Inspection>(),
        personal: false,
        basis: false,
    },
    Kind {
        id: "call",
        title: "热线电话记录",
        layout: Layout::Tree("calls"),
        format: Format::Flat,
        record: RecordType::of::<Ticket>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "email",
        title: "电子邮件记录",
        layout: Layout::Tree("emails"),
        format: Format::Flat,
        record: RecordType::of::<Ticket>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "fax",
        title: "传真记录",
        layout: Layout::Tree("faxes"),
        format: Format::Flat,
        record: RecordType::of::<Ticket>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "visit",
        title: "现场服务与回访记录",
        layout: Layout::Tree("visits"),
        format: Format::Flat,
        record: RecordType::of::<Visit>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "escalation",
        title: "后端支持记录",
        layout: Layout::Tree("escalations"),
        format: Format::Flat,
        record: RecordType::of::<Escalation>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "roster",
        title: "值班安排",
        layout: Layout::Tree("rosters"),
        format: Format::Flat,
        record: RecordType::of::<Duty>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "survey",
        title: "满意度调查",
        layout: Layout::Folder("surveys"),
        format: Format::Yaml,
        record: RecordType::of::<Survey>(),
        personal: true,
        basis: false,
    },
    Kind {
        id: "knowledge",
        title: "知识条目",
        layout: Layout::Tree("knowledge"),
        format: Format::Markdown,
        record: RecordType::of::<Knowledge>(),
        personal: false,
        basis: false,
    },
    Kind {
        id: "summary",
        title: "年度总结",
        layout: Layout::Folder("summaries"),
        format: Format::Yaml,
        record: RecordType::of::<Summary>(),
        personal: false,
        basis: false,
    },
    Kind {
        id: "delivery",
        title: "交付与验收记录",
        layout: Layout::Folder("deliveries"),
        format: Format::Yaml,
        record: RecordType::of::<Delivery>(),
        personal: false,
        basis: false,
    },
    Kind {
        id: "probe",
        title: "探针采样",
        layout: Layout::Tree("probes"),
        format: Format::Samples,
        record: None,
        personal: false,
        basis: false,
    },
    Kind {
        id: "attachment",
        title: "附件",
        layout: Layout::Tree("attachments"),
        format: Format::Any,
        record: None,
        personal: false,
        basis: false,
    },
];

impl Kind {
    /// Finds a kind by its id.
    pub fn find(id: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.id == id)
    }

    /// True if its records have a key whose role satisfies `holds`.
    pub fn has(&self, holds: &dyn Fn(Role) -> bool) -> bool {
        self.record.is_some_and(|record| any_field(record.fields, holds))
    }

    /// True if its records, or their parts, are what references with this target refer to.
    pub fn defines(&self, target: Target) -> bool {
        self.has(&|role| role == Role::Id(target))
    }

    /// True for records written between inspections, of which there may be very many.
    pub fn is_of_service(&self) -> bool {
        !self.basis && !self.defines(Target::Inspection)
    }

    /// The JSON Schema of a file, for editors, with a Chinese description of each key; for flat
    /// kinds, of a record or a list of records.
    pub fn file_schema(&self) -> Option<Value> {
        let mut record = Value::from((self.record?.schema)());
        wording::describe(&mut record, self.title);
        if self.format != Format::Flat {
            return Some(record);
        }
        let Value::Object(mut record) = record else { return None };
        let dialect = record.remove("$schema").unwrap_or_default();
        let mut definitions = record.remove("$defs").unwrap_or_else(|| json!({}));
        let description = record.get("description").cloned().unwrap_or_default();
        definitions["Record"] = record.into();
        let one = json!({ "$ref": "#/$defs/Record" });
        Some(json!({
            "$schema": dialect,
            "title": self.title,
            "description": description,
            "oneOf": [one, { "type": "array", "items": one }],
            "$defs": definitions,
        }))
    }

    /// The name and text of the schema file for editors.
    pub fn schema_file(&self) -> Option<(String, String)> {
        Some((format!("{}.schema.json", self.id), format!("{:#}\n", self.file_schema()?)))
    }

    /// The kind of a file by its path below `data/`.
    pub fn of_path(path: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| match kind.layout {
            Layout::File(name) => path == name,
            Layout::Folder(folder) => path
                .strip_prefix(folder)
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|rest| !rest.contains('/')),
            Layout::Tree(folder) => {
                path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_every_schema_builds() {
        let mut ids: Vec<_> = KINDS.iter().map(|kind| kind.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), KINDS.len());
        for kind in KINDS {
            let holds_records = !matches!(kind.format, Format::Samples | Format::Any);
            assert_eq!(kind.record.is_some(), holds_records, "{}", kind.id);
            if let Some(record) = kind.record {
                assert!((record.schema)().get("properties").is_some(), "{}", kind.id);
            }
        }
    }

    #[test]
    fn a_file_of_a_flat_kind_is_a_record_or_a_list() {
        let schema = Kind::find("call").and_then(Kind::file_schema).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let ticket = json!({
            "id": "T-1", "received_at": "2026-05-06 10:15", "kind": "咨询", "subject": "口径", "agent": "a"
        });
        assert!(validator.is_valid(&ticket) && validator.is_valid(&json!([ticket])));
        assert!(!validator.is_valid(&json!([{ "id": "T-1" }])));
    }

    #[test]
    fn paths_lead_to_their_kind() {
        for (path, expected) in [
            ("contract.yaml", Some("contract")),
            ("inspections/2026Q3.yaml", Some("inspection")),
            ("inspections/old/2026Q3.yaml", None),
            ("probes/2026Q3/db.csv", Some("probe")),
            ("attachments/2026Q3/df.txt", Some("attachment")),
            ("notes.txt", None),
        ] {
            assert_eq!(Kind::of_path(path).map(|kind| kind.id), expected, "{path}");
        }
    }
}
