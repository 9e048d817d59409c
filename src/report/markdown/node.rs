//! The parts of an answer.
//!
//! In: nothing. Out: [`Node`]s of [`Span`]s, which Tera and Typst walk alike.

use serde::Serialize;

/// Characters on a printed line.
const LINE: usize = 40;

/// A block of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Node {
    /// Running text.
    Paragraph { spans: Vec<Span> },
    /// A list; each item holds blocks.
    List { ordered: bool, start: u64, items: Vec<Vec<Self>> },
    /// A table; every row has as many cells as the head.
    Table { align: Vec<Align>, head: Vec<Cell>, rows: Vec<Vec<Cell>> },
    /// Lines that are shown as they are.
    Code { language: String, text: String },
    /// A quotation.
    Quote { nodes: Vec<Self> },
    /// A heading. Levels within the answer start at one and skip none.
    Heading { level: usize, spans: Vec<Span> },
    /// A picture by its path below `data/`, and its alternative text.
    Image { path: String, alt: String },
    /// A line between parts.
    Rule,
}

impl Node {
    /// The space it takes on paper, as the approximate number of characters of running text.
    pub(in crate::report) fn size(&self) -> usize {
        let words = |spans: &[Span]| spans.iter().map(Span::length).sum::<usize>();
        let all = |nodes: &[Self]| nodes.iter().map(Self::size).sum::<usize>();
        match self {
            Self::Paragraph { spans } | Self::Heading { spans, .. } => LINE + words(spans),
            Self::List { items, .. } => items.iter().map(|item| all(item)).sum(),
            Self::Table { head, rows, .. } => {
                let row = |cells: &[Cell]| {
                    LINE * 2 + cells.iter().map(|cell| words(cell)).max().unwrap_or(0)
                };
                row(head) + rows.iter().map(|cells| row(cells)).sum::<usize>()
            }
            Self::Code { text, .. } => text.lines().map(|line| LINE + line.chars().count()).sum(),
            Self::Quote { nodes } => all(nodes),
            Self::Image { .. } => LINE * 25,
            Self::Rule => LINE,
        }
    }
}

impl Span {
    fn length(&self) -> usize {
        match self {
            Self::Text { text } | Self::Code { text } => text.chars().count(),
            Self::Strong { spans }
            | Self::Emphasis { spans }
            | Self::Struck { spans }
            | Self::Link { spans, .. } => spans.iter().map(Self::length).sum(),
            Self::Break => LINE,
        }
    }
}

/// A cell of a table.
pub(crate) type Cell = Vec<Span>;

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Align {
    /// Left, also where nothing is specified.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Span {
    /// Plain words.
    Text { text: String },
    /// Important words.
    Strong { spans: Vec<Self> },
    /// Stressed words.
    Emphasis { spans: Vec<Self> },
    /// Text that is no longer valid.
    Struck { spans: Vec<Self> },
    /// Text in code style.
    Code { text: String },
    /// A link: `https://…`, `mailto:…`, or `#K12` for another answer.
    Link { target: String, spans: Vec<Self> },
    /// A line break within a paragraph.
    Break,
}
