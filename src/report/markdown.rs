//! Answers in Markdown as trees that templates print.
//!
//! In: a text, and the records that its links and pictures may refer to. Out: [`Node`]s, which Tera and Typst walk
//! alike. A text is data: HTML in it stays text, a link leads only to the network, a mailbox or another answer, and a
//! picture is one of the attachments. Trees are shallow, however deep a text nests: templates walk them recursively.

mod inline;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use self::inline::{Inline, Wrap};
pub(crate) use self::node::{Align, Cell, Node, Span};
use super::evidence::shown_as;
use crate::model::{Records, markdown, picture_file};
use crate::source::masked;

/// The depth of nested lists and quotes; deeper ones are drawn at this depth. Tera lets components call themselves twenty
/// times, and every level of blocks and of spans is a call.
const MOST_LEVELS: usize = 6;
/// At most this many characters of an address are printed where nothing can be shown for it: an address may contain a
/// whole picture.
const LONGEST_ADDRESS: usize = 80;

/// Parses a text.
pub(crate) fn tree(text: &str, records: &Records) -> Vec<Node> {
    let mut builder = Builder::new(records);
    for event in markdown(text) {
        builder.take(event);
    }
    builder.flush();
    builder.nodes.pop().unwrap_or_default()
}

/// The paths of every picture that is drawn, in order.
pub(super) fn images(nodes: &[Node]) -> Vec<&str> {
    let mut paths = Vec::new();
    for node in nodes {
        match node {
            Node::Image { path, .. } => paths.push(path.as_str()),
            Node::Quote { nodes } => paths.extend(images(nodes)),
            Node::List { items, .. } => paths.extend(items.iter().flat_map(|item| images(item))),
            Node::Paragraph { .. }
            | Node::Table { .. }
            | Node::Code { .. }
            | Node::Heading { .. }
            | Node::Rule => {}
        }
    }
    paths
}

/// A list that is not closed yet.
struct OpenList {
    ordered: bool,
    start: u64,
    items: Vec<Vec<Node>>,
}

/// A picture that is not closed yet.
struct OpenPicture {
    target: String,
    alt: String,
    /// Number of pictures in the alternative text of this one.
    inner: usize,
}

/// A table that is not closed yet.
struct OpenTable {
    align: Vec<Align>,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
}

/// Builds a tree from the events of a parser.
struct Builder<'a> {
    records: &'a Records,
    /// The blocks of the text, of every open quote, and of every open item, from outside to inside.
    nodes: Vec<Vec<Node>>,
    lists: Vec<OpenList>,
    /// Number of open lists and quotes that are drawn.
    levels: usize,
    /// Number of open lists, items and quotes beyond the depth that is drawn.
    beyond: usize,
    table: Option<OpenTable>,
    code: Option<(String, String)>,
    picture: Option<OpenPicture>,
    inline: Inline,
    /// The levels of the headings above the next one, as written.
    headings: Vec<HeadingLevel>,
}

impl<'a> Builder<'a> {
    fn new(records: &'a Records) -> Self {
        Self {
            records,
            nodes: vec![Vec::new()],
            lists: Vec::new(),
            levels: 0,
            beyond: 0,
            table: None,
            code: None,
            picture: None,
            inline: Inline::default(),
            headings: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) if self.picture.is_none() => self.start(tag),
            Event::Start(Tag::Image { .. }) => {
                self.picture.iter_mut().for_each(|open| open.inner += 1);
            }
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::End(tag) if self.picture.is_none() => self.end(tag),
            // Within the alternative text of a picture only the words count.
            Event::Start(_) | Event::End(_) => {}
            Event::Text(text) => self.text(&text),
            Event::Code(text) => match &mut self.picture {
                Some(open) => open.alt.push_str(&text),
                None => self.inline.code(&text),
            },
            Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak if self.picture.is_some() => self.text("\n"),
            Event::HardBreak => self.inline.hard_break(),
            Event::Rule => {
                self.flush();
                self.push(Node::Rule);
            }
            // Kinds of Markdown that are not enabled.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = &mut self.picture {
            open.alt.push_str(&text.replace('\n', " "));
        } else if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else {
            self.inline.text(text);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => {
                self.flush();
                if self.goes_deeper() {
                    self.nodes.push(Vec::new());
                }
            }
            Tag::List(start) => {
                self.flush();
                if self.goes_deeper() {
                    let (ordered, start) = (start.is_some(), start.unwrap_or(1));
                    self.lists.push(OpenList { ordered, start, items: Vec::new() });
                }
            }
            Tag::Item => {
                self.flush();
                if self.beyond > 0 {
                    self.beyond += 1;
                } else {
                    self.nodes.push(Vec::new());
                }
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                let language = match kind {
                    CodeBlockKind::Fenced(info) => {
                        info.split_whitespace().next().unwrap_or_default().to_owned()
                    }
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((language, String::new()));
            }
            Tag::Table(columns) => {
                self.flush();
                let align = columns.into_iter().map(align).collect();
                self.table =
                    Some(OpenTable { align, head: Vec::new(), rows: Vec::new(), row: Vec::new() });
            }
            Tag::Strong => self.inline.open(Wrap::Strong),
            Tag::Emphasis => self.inline.open(Wrap::Emphasis),
            Tag::Strikethrough => self.inline.open(Wrap::Struck),
            Tag::Link { link_type, dest_url, .. } => {
                let mail = link_type == pulldown_cmark::LinkType::Email;
                let target =
                    if mail { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                self.inline.open(Wrap::Link(self.way(&target)));
            }
            Tag::Image { dest_url, .. } => {
                self.picture = Some(OpenPicture {
                    target: dest_url.into_string(),
                    alt: String::new(),
                    inner: 0,
                });
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            // Paragraphs, headings, HTML: what follows is their text.
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link => {
                self.inline.close();
            }
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => {
                self.flush();
                if self.comes_back() {
                    let nodes = self.nodes.pop().unwrap_or_default();
                    self.push(Node::Quote { nodes });
                }
            }
            TagEnd::List(_) => {
                if self.comes_back()
                    && let Some(OpenList { ordered, start, items }) = self.lists.pop()
                {
                    self.push(Node::List { ordered, start, items });
                }
            }
            TagEnd::Item => self.end_item(),
            TagEnd::CodeBlock => {
                if let Some((language, text)) = self.code.take() {
                    self.push(Node::Code {
                        language,
                        text: text.trim_end_matches('\n').to_owned(),
                    });
                }
            }
            TagEnd::Table => {
                if let Some(OpenTable { align, head, rows, .. }) = self.table.take() {
                    self.push(Node::Table { align, head, rows });
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(tag == TagEnd::TableHead),
            TagEnd::TableCell => {
                let cell = self.inline.take().spans;
                if let Some(table) = &mut self.table {
                    table.row.push(cell);
                }
            }
            _ => self.flush(),
        }
    }

    /// Opens a list or a quote; false if it lies too deep to be drawn as one.
    const fn goes_deeper(&mut self) -> bool {
        let drawn = self.beyond == 0 && self.levels < MOST_LEVELS;
        if drawn {
            self.levels += 1;
        } else {
            self.beyond += 1;
        }
        drawn
    }

    /// Closes a list or a quote; false if it was not drawn as one.
    const fn comes_back(&mut self) -> bool {
        let drawn = self.beyond == 0;
        if drawn {
            self.levels -= 1;
        } else {
            self.beyond -= 1;
        }
        drawn
    }

    fn end_item(&mut self) {
        self.flush();
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            let item = self.nodes.pop().unwrap_or_default();
            if let Some(list) = self.lists.last_mut() {
                list.items.push(item);
            }
        }
    }

    fn end_row(&mut self, is_head: bool) {
        let Some(table) = &mut self.table else { return };
        let mut row = std::mem::take(&mut table.row);
        if is_head {
            table.head = row;
        } else {
            row.resize(table.head.len(), Vec::new());
            table.rows.push(row);
        }
    }

    /// A heading within a list or a quote is a line in bold: the outline contains only chapters.
    fn end_heading(&mut self, level: HeadingLevel) {
        let spans = self.inline.take().spans;
        if spans.is_empty() {
            return;
        }
        if self.nodes.len() > 1 {
            self.push(Node::Paragraph { spans: vec![Span::Strong { spans }] });
            return;
        }
        self.headings.retain(|above| *above < level);
        self.headings.push(level);
        self.push(Node::Heading { level: self.headings.len(), spans });
    }

    fn end_picture(&mut self) {
        let Some(open) = self.picture.take() else { return };
        if open.inner > 0 {
            self.picture = Some(OpenPicture { inner: open.inner - 1, ..open });
            return;
        }
        let target = open.target.as_str();
        let or_dash = open.alt.split_whitespace().collect::<Vec<_>>().join(" ");
        match picture_file(target).filter(|path| self.is_shown(path)) {
            Some(path) => {
                let name = path.rsplit('/').next().unwrap_or(path).to_owned();
                self.inline
                    .picture(path.to_owned(), if or_dash.is_empty() { name } else { or_dash });
            }
            None if or_dash.is_empty() => self.inline.text(&shortened(target)),
            None if target.is_empty() => self.inline.text(&or_dash),
            None => self.inline.text(&format!("{or_dash}（{}）", shortened(target))),
        }
    }

    /// True for an attachment that is a picture. Numbers of people are masked in reports, and no file has a masked name.
    fn is_shown(&self, path: &str) -> bool {
        let exists = self.records.attachments.iter().any(|attachment| attachment.path == path);
        exists && shown_as(path) == "image" && masked(path) == path
    }

    /// The target of a link, written so that it means the same everywhere; `None` unless it is the network, a mailbox or
    /// another answer.
    fn way(&self, target: &str) -> Option<String> {
        if let Some(id) = target.strip_prefix('#') {
            return self.records.knowledge(id).map(|_| target.to_owned());
        }
        let (scheme, _) = target.split_once(':')?;
        let known =
            ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        known.then(|| inline::in_ascii(target))
    }

    /// Ends a run of text: a paragraph, or its pictures if it contains nothing else.
    fn flush(&mut self) {
        let run = self.inline.take();
        if !run.pictures.is_empty() && run.only_pictures {
            run.pictures.into_iter().for_each(|picture| self.push(picture));
        } else if !run.spans.is_empty() {
            self.push(Node::Paragraph { spans: run.spans });
        }
    }

    fn push(&mut self, node: Node) {
        if let Some(nodes) = self.nodes.last_mut() {
            nodes.push(node);
        }
    }
}

const fn align(column: Alignment) -> Align {
    match column {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}

fn shortened(address: &str) -> String {
    let start: String = address.chars().take(LONGEST_ADDRESS).collect();
    if start.len() < address.len() { start + "……" } else { start }
}

mod node;
#[cfg(test)]
mod tests;
