//! What an answer is made of.
//!
//! In: nothing. Out: [`Node`]s of [`Span`]s, which Tera and Typst walk alike.

use serde::Serialize;

/// Characters on a line of print.
const LINE: usize = 40;

/// A block of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Node {
    /// Running text.
    Paragraph { spans: Vec<Span> },
    /// A list, each item of which holds blocks.
    List { ordered: bool, start: u64, items: Vec<Vec<Self>> },
    /// A table; every row has as many cells as the head.
    Table { align: Vec<Align>, head: Vec<Cell>, rows: Vec<Vec<Cell>> },
    /// Lines to be shown as they are.
    Code { language: String, text: String },
    /// Words of somebody else.
    Quote { nodes: Vec<Self> },
    /// A heading. Levels count from one within the answer and leave none out.
    Heading { level: usize, spans: Vec<Span> },
    /// A picture by its path below `data/`, and what is said to who cannot see it.
    Image { path: String, alt: String },
    /// A line between parts.
    Rule,
}

impl Node {
    /// About how many characters of running text take as much room on paper.
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

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Align {
    /// At the left, also where nothing is said.
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
    /// Words that hold no longer.
    Struck { spans: Vec<Self> },
    /// A word of the machine.
    Code { text: String },
    /// Words that lead somewhere: `https://…`, `mailto:…`, or `#K12` for another answer.
    Link { target: String, spans: Vec<Self> },
    /// A new line within a paragraph.
    Break,
}
