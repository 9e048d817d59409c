//! `data/knowledge/…/K12.md`: a question that is asked often, its answer, and its place in the knowledge tree.
//!
//! In: a Markdown file with front matter. Out: [`Knowledge`], the evidence for clause 3.1.5. The answer is the file's body:
//! Markdown as data, never template source. How Markdown is read stands here too: checks and reports must see the same pictures.

use pulldown_cmark::{Event, Options, Parser, Tag};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::{Day, Impact, TicketKind};

/// An entry of the knowledge tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Knowledge {
    /// Number, such as `K12`; the file's name.
    #[schemars(title = "编号")]
    pub id: String,
    /// Path in the tree, such as `票据开具/开票失败`.
    #[schemars(title = "知识节点")]
    pub node: String,
    /// The question, as users ask it.
    #[schemars(title = "问题")]
    pub question: String,
    /// Who asks it.
    #[schemars(title = "适用角色")]
    #[serde(default)]
    pub roles: Vec<String>,
    /// What kind of matter it is.
    #[schemars(title = "问题类别")]
    pub kind: TicketKind,
    /// Whether it hinders work.
    #[schemars(title = "影响业务")]
    #[serde(default)]
    pub affects_business: Impact,
    /// Day of the last change.
    #[schemars(title = "更新日期")]
    pub updated_on: Day,
    /// Further words it is found by.
    #[schemars(title = "关键词")]
    #[serde(default)]
    pub keywords: Vec<String>,
    /// The answer in Markdown: what stands behind the front matter.
    #[schemars(skip)]
    #[serde(default)]
    pub answer: String,
}

fields! { Knowledge as Own(id) {
    id: Id(Target::Knowledge),
    node: Text,
    question: Text,
    roles: Text,
    kind: Nothing,
    affects_business: Nothing,
    updated_on: Happened,
    keywords: Text,
    answer: Markdown,
} }

impl Knowledge {
    /// The steps of its path in the tree.
    pub fn path(&self) -> impl Iterator<Item = &str> {
        self.node.split('/').map(str::trim).filter(|step| !step.is_empty())
    }
}

/// The files below `data/` that Markdown names as pictures, each once.
pub(crate) fn pictures(text: &str) -> Vec<String> {
    let mut pictures: Vec<String> = Vec::new();
    for event in markdown(text) {
        if let Event::Start(Tag::Image { dest_url, .. }) = event
            && let Some(path) = picture_file(&dest_url)
            && pictures.iter().all(|known| known != path)
        {
            pictures.push(path.to_owned());
        }
    }
    pictures
}

/// Takes Markdown apart: the plain kind, tables, and text struck out. Quotes and dots stay as they were written.
pub(crate) fn markdown(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The file that a picture's target names; none for an address in the network, or a picture written out in the text.
pub(crate) fn picture_file(target: &str) -> Option<&str> {
    const ELSEWHERE: [&str; 4] = ["http://", "https://", "//", "data:"];
    let starts = |scheme: &str| {
        target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (!target.is_empty() && !ELSEWHERE.into_iter().any(starts)).then_some(target)
}
