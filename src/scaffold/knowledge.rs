//! An entry of the knowledge tree.
//!
//! In: the current tree. Out: a Markdown file with front matter and a placeholder for the answer.

use super::sheet::{self, FieldValue, RecordTemplate};
use super::{Page, Refusal, ScaffoldContext, flat, folder, ids};
use crate::model::{Kind, PLACEHOLDER};

/// Maximum number of nodes in the list; nobody reads a longer comment.
const LISTED: usize = 24;

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    flat::refuse_period(period)?;
    context.contract()?;
    let entries = &context.records.knowledge;
    let path = |id: &str| format!("{}/{}.md", folder(kind), ids::file_name(id));
    let is_taken = |id: &str| context.is_unread(id) || (context.exists)(&path(id));
    let known = || entries.iter().map(|entry| entry.record.id.as_str());
    let latest = known().max_by_key(|id| (id.len(), *id)).unwrap_or("K00");
    let number = ids::numbered(latest, known(), &is_taken);
    let sheet = RecordTemplate::new(kind);
    let fills = vec![
        ("id", FieldValue::Given(sheet::value(&number))),
        ("affects_business", FieldValue::Gap),
        ("updated_on", FieldValue::Given(context.day.to_string())),
    ];
    let mut head = context.head(&sheet, 2, "知识条目", None);
    head.insert(0, "---".to_owned());
    let mut nodes: Vec<_> = entries.iter().map(|entry| entry.record.node.as_str()).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes.truncate(LISTED);
    if !nodes.is_empty() {
        head.insert(head.len() - 1, format!("# 已有的知识节点：{}", nodes.join("、")));
    }
    let text = format!(
        "{}---\n\n{PLACEHOLDER}：解答步骤，用Markdown书写。\n",
        sheet::text(&head, &sheet.lines(fills))
    );
    Ok(Page { path: path(&number), text, period: None })
}
