//! The list of record kinds.
//!
//! In: the record types. Out: [`KINDS`], which the loader, `weibao schema`, `weibao list kinds` and the recipe
//! all walk. A new kind is its file in this room and one entry here.

use erased_serde::Deserializer;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{
    Assets, CalendarYear, Channel, Contract, Delivery, Duty, Escalation, Inspection, Knowledge,
    People, Records, Sourced, Summary, Survey, Ticket, Visit, wording,
};
use crate::source::Location;

/// How the files of a kind are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One YAML record a file.
    Yaml,
    /// YAML with one record or a list of them, or CSV or an Excel workbook with one record a row: the same keys and the same
    /// rules.
    Flat,
    /// Markdown with front matter: one record a file.
    Markdown,
    /// CSV that is folded as it is read and never kept.
    Samples,
    /// Any file; records name it by path.
    Any,
}

/// Where below `data/` the files of a kind lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// This one file.
    File(&'static str),
    /// Every file of this folder.
    OutputDir(&'static str),
    /// Every file of this folder and the folders inside it.
    Tree(&'static str),
}

/// Puts a record that was read into the book. Apart from reading, because files are read in parallel and shelved in order.
pub type Insert = Box<dyn FnOnce(&mut Records) + Send>;

type Reader = fn(&mut dyn Deserializer<'_>, Location) -> Result<Insert, erased_serde::Error>;

/// A kind of record.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The word used on the command line.
    pub id: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// Where its files lie.
    pub layout: Layout,
    /// How they are written.
    pub format: Format,
    /// The JSON Schema of one record; `None` where a file is no record.
    pub schema: Option<fn() -> Schema>,
    /// Reads one record.
    pub read: Option<Reader>,
}

/// Every kind of record.
pub const KINDS: &[Kind] = &[
    yaml(
        "contract",
        "合同",
        Layout::File("contract.yaml"),
        schema::<Contract>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.contract = Some(record)))
        },
    ),
    yaml(
        "calendar",
        "工作日历",
        Layout::OutputDir("calendar"),
        schema::<CalendarYear>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.calendars.push(record)))
        },
    ),
    yaml(
        "assets",
        "资产清单",
        Layout::File("assets.yaml"),
        schema::<Assets>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.assets = Some(record)))
        },
    ),
    yaml(
        "people",
        "人员名单",
        Layout::File("people.yaml"),
        schema::<People>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.people = Some(record)))
        },
    ),
    yaml(
        "inspection",
        "巡检记录",
        Layout::OutputDir("inspections"),
        schema::<Inspection>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.inspections.push(record)))
        },
    ),
    flat("call", "热线电话记录", "calls", schema::<Ticket>, |from, location| {
        ticket(Channel::Phone, from, location)
    }),
    flat("email", "电子邮件记录", "emails", schema::<Ticket>, |from, location| {
        ticket(Channel::Email, from, location)
    }),
    flat("fax", "传真记录", "faxes", schema::<Ticket>, |from, location| {
        ticket(Channel::Fax, from, location)
    }),
    flat("visit", "现场服务与回访记录", "visits", schema::<Visit>, |from, location| {
        let record = sourced(from, location)?;
        Ok(Box::new(|records| records.visits.push(record)))
    }),
    flat(
        "escalation",
        "后端支持记录",
        "escalations",
        schema::<Escalation>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.escalations.push(record)))
        },
    ),
    flat("roster", "值班安排", "rosters", schema::<Duty>, |from, location| {
        let record = sourced(from, location)?;
        Ok(Box::new(|records| records.rosters.push(record)))
    }),
    yaml(
        "survey",
        "满意度调查",
        Layout::OutputDir("surveys"),
        schema::<Survey>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.surveys.push(record)))
        },
    ),
    Kind {
        format: Format::Markdown,
        ..yaml(
            "knowledge",
            "知识条目",
            Layout::Tree("knowledge"),
            schema::<Knowledge>,
            |from, location| {
                let record = sourced(from, location)?;
                Ok(Box::new(|records| records.knowledge.push(record)))
            },
        )
    },
    yaml(
        "summary",
        "年度总结",
        Layout::OutputDir("summaries"),
        schema::<Summary>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.summaries.push(record)))
        },
    ),
    yaml(
        "delivery",
        "交付与验收记录",
        Layout::OutputDir("deliveries"),
        schema::<Delivery>,
        |from, location| {
            let record = sourced(from, location)?;
            Ok(Box::new(|records| records.deliveries.push(record)))
        },
    ),
    Kind {
        id: "probe",
        title: "探针采样",
        layout: Layout::Tree("probes"),
        format: Format::Samples,
        schema: None,
        read: None,
    },
    Kind {
        id: "attachment",
        title: "附件",
        layout: Layout::Tree("attachments"),
        format: Format::Any,
        schema: None,
        read: None,
    },
];

const fn yaml(
    id: &'static str,
    title: &'static str,
    layout: Layout,
    schema: fn() -> Schema,
    read: Reader,
) -> Kind {
    Kind { id, title, layout, format: Format::Yaml, schema: Some(schema), read: Some(read) }
}

const fn flat(
    id: &'static str,
    title: &'static str,
    folder: &'static str,
    schema: fn() -> Schema,
    read: Reader,
) -> Kind {
    Kind { format: Format::Flat, ..yaml(id, title, Layout::Tree(folder), schema, read) }
}

/// The folder says by which channel a notice came.
fn ticket(
    channel: Channel,
    from: &mut dyn Deserializer<'_>,
    location: Location,
) -> Result<Insert, erased_serde::Error> {
    let mut sourced: Sourced<Ticket> = sourced(from, location)?;
    sourced.record.channel = channel;
    Ok(Box::new(|records| records.tickets.push(sourced)))
}

/// The schema of a type. A key that may be left out is not listed as required; `null` is not offered besides, since an
/// empty key is a slip, not a value.
fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::default()
        .with_transform(RecursiveTransform(without_null))
        .into_generator()
        .into_root_schema_for::<T>()
}

fn without_null(schema: &mut Schema) {
    let null = json!({ "type": "null" });
    if let Some(branches) = schema.get("anyOf").and_then(Value::as_array) {
        let rest: Vec<_> = branches.iter().filter(|branch| **branch != null).cloned().collect();
        if let [Value::Object(only)] = rest.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (key, value) in only {
                schema.insert(key, value);
            }
        }
    }
    if let Some(types) = schema.get_mut("type")
        && let Some(list) = types.as_array_mut()
    {
        list.retain(|name| name != "null");
        if let [only] = list.as_slice() {
            *types = only.clone();
        }
    }
}

fn sourced<T: DeserializeOwned>(
    from: &mut dyn Deserializer<'_>,
    location: Location,
) -> Result<Sourced<T>, erased_serde::Error> {
    let record = erased_serde::deserialize(from)?;
    Ok(Sourced { record, location })
}

impl Kind {
    /// Finds a kind by its id.
    pub fn find(id: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.id == id)
    }

    /// The JSON Schema of a file, for editors, with a Chinese description at each key: of flat kinds, a record or a list of
    /// records.
    pub fn file_schema(&self) -> Option<Value> {
        let mut record = Value::from((self.schema?)());
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

    /// The name and text of the file that tells editors the form.
    pub fn schema_file(&self) -> Option<(String, String)> {
        Some((format!("{}.schema.json", self.id), format!("{:#}\n", self.file_schema()?)))
    }

    /// The kind of a file by its path below `data/`.
    pub fn of_path(path: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| match kind.layout {
            Layout::File(name) => path == name,
            Layout::OutputDir(folder) => path
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
            assert_eq!(kind.schema.is_some(), holds_records, "{}", kind.id);
            if let Some(schema) = kind.schema {
                assert!(schema().get("properties").is_some(), "{}", kind.id);
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
