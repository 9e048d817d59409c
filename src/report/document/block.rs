//! The blocks of a report page.
//!
//! In: texts and figures as report kinds compute them. Out: [`Block`]: every form that a template must be able to
//! print. Adding one takes a variant here and a branch in `blocks.html` and `document.typ`.

use serde::Serialize;

use super::table::{Cell, Link, Table};
use crate::report::markdown::Node;

/// A page holds about twice as much: keeping a sheet together may leave half a page empty, not more.
const MOST_ON_A_PAGE: usize = 900;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub(in crate::report) enum Block {
    /// A heading below the chapter's.
    Section {
        id: String,
        /// 3.1.
        number: String,
        title: String,
    },
    /// A heading below a section's, labelled with its subject.
    Topic {
        id: String,
        /// 条款1.5.
        about: String,
        title: String,
        /// A remark below it.
        remark: String,
    },
    /// A paragraph.
    Text {
        text: String,
        /// `lead`, `faint`, or empty.
        class: &'static str,
    },
    /// Names with values.
    Facts {
        /// The pairs.
        facts: Vec<(String, Cell)>,
    },
    /// The verdict in large letters.
    Banner {
        /// What is judged.
        title: String,
        word: String,
        class: &'static str,
        /// The reason for the verdict.
        text: String,
    },
    /// Figures in boxes.
    Tiles {
        /// What the figures count.
        label: String,
        tiles: Vec<Tile>,
    },
    /// States that there is nothing, and whether that is a good sign, a fault or neither.
    Empty {
        text: String,
        /// Class of a verdict.
        class: &'static str,
    },
    /// A table.
    Table(Table),
    /// A chart by its name.
    Chart {
        name: String,
        /// 3-1.
        number: String,
        /// What the figures behind it are, unless its title already states it.
        #[serde(skip_serializing_if = "str::is_empty")]
        figures: &'static str,
    },
    /// The knowledge tree as an outline.
    Tree {
        id: String,
        /// What it shows.
        title: String,
        /// The rows from top to bottom.
        rows: Vec<TreeRow>,
    },
    /// Items, each a sentence.
    List {
        /// The points.
        items: Vec<String>,
    },
    /// Events in chronological order.
    Steps {
        /// The moments.
        steps: Vec<Step>,
    },
    /// A subject that is presented on its own.
    Sheet {
        /// True if it is short enough to be kept together on paper.
        whole: bool,
        id: String,
        title: String,
        blocks: Vec<Self>,
    },
    /// A formatted text of a record.
    Rich {
        /// Its tree.
        nodes: Vec<Node>,
    },
    /// A file that proves something.
    Exhibit(Exhibit),
    /// A sheet that people fill in and sign: nothing that they decide is printed.
    Protocol {
        /// Names with what is printed and what is left blank.
        lines: Vec<ProtocolLine>,
        /// Headings of the list of signatories.
        heads: Vec<String>,
        /// Blank rows below them.
        signers: u8,
        /// A remark below the list.
        note: String,
        /// Boxes for seals and dates.
        seals: Vec<String>,
    },
    /// A page break.
    PageBreak,
}

/// A figure in a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Tile {
    /// What it counts.
    pub word: String,
    /// Class of a verdict; `plain` where the figure is not judged.
    pub class: &'static str,
    /// The figure.
    pub count: String,
    /// Its unit.
    pub unit: String,
    /// A remark below.
    pub note: String,
    /// True if the box is emphasised because its figure is not zero.
    pub some: bool,
    /// Links to the counted things, beside the remark.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl Tile {
    /// A box; it is emphasised unless its figure is 0.
    pub(in crate::report) fn new(
        word: &str,
        class: &'static str,
        count: usize,
        unit: &str,
    ) -> Self {
        Self {
            word: word.to_owned(),
            class,
            count: count.to_string(),
            unit: unit.to_owned(),
            note: String::new(),
            some: count > 0,
            links: Vec::new(),
        }
    }

    /// A box with a figure in words.
    pub(in crate::report) fn described(
        word: &str,
        class: &'static str,
        count: &str,
        note: &str,
    ) -> Self {
        Self {
            word: word.to_owned(),
            class,
            count: count.to_owned(),
            unit: String::new(),
            note: note.to_owned(),
            some: true,
            links: Vec::new(),
        }
    }

    /// The same with a remark.
    pub(in crate::report) fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The same with links to what it counts.
    pub(in crate::report) fn links(self, links: impl IntoIterator<Item = Link>) -> Self {
        Self { links: links.into_iter().collect(), ..self }
    }
}

/// A file that is shown with a caption: its text, its picture, or the reason why neither is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Exhibit {
    /// Its anchor: 附录A-1.
    pub id: String,
    /// 附录A-1　login.png.
    pub title: String,
    /// What it proves: 条款1.1、2.3.
    pub about: String,
    /// Path below `data/`, by which the file is found.
    pub path: String,
    /// The same path, to be printed.
    pub shown_path: String,
    /// How it is shown.
    #[serde(flatten)]
    pub shown: Shown,
}

/// How a file is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "shown_as", rename_all = "kebab-case")]
pub(in crate::report) enum Shown {
    /// As its text.
    Text,
    /// As its picture.
    Image {
        /// What it shows, for those who cannot see it.
        alt: String,
    },
    /// Not at all.
    Note {
        /// Why.
        text: String,
        /// Class of a verdict.
        class: &'static str,
    },
}

/// A line of a sheet that is filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct ProtocolLine {
    /// What it asks for.
    pub name: String,
    /// What is printed, such as boxes to tick; empty for a blank.
    pub text: String,
    /// Height in lines.
    pub height: u8,
}

/// A line of the knowledge tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct TreeRow {
    /// How deep it lies; 0 is a top node.
    pub depth: usize,
    /// `├─`, `└─`, and the lines before them, so that print without colour or indentation shows the tree.
    pub lines: String,
    /// The node's name, or the entry's question.
    pub text: String,
    /// How many tickets lie below it.
    pub count: usize,
    /// Link to the entry, if the line is one.
    pub link: Option<Link>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Step {
    /// When.
    pub at: String,
    /// What.
    pub text: String,
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl Block {
    /// A heading.
    pub(in crate::report) fn section(id: &str, title: &str) -> Self {
        Self::Section { id: id.to_owned(), number: String::new(), title: title.to_owned() }
    }

    /// A paragraph.
    pub(in crate::report) fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), class: "" }
    }

    /// A remark.
    pub(in crate::report) fn remark(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), class: "faint" }
    }

    /// Nothing, which is a good sign.
    pub(in crate::report) fn none_needed(text: impl Into<String>) -> Self {
        Self::Empty { text: text.into(), class: "normal" }
    }

    /// Nothing, without a verdict.
    pub(in crate::report) fn nothing(text: impl Into<String>) -> Self {
        Self::Empty { text: text.into(), class: "skipped" }
    }

    /// Names with values.
    pub(in crate::report) fn facts<'a>(facts: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), Cell::from(value)));
        Self::Facts { facts: facts.collect() }
    }

    /// A subject on its own, kept together on paper unless it might fill a page.
    pub(in crate::report) fn sheet(id: &str, title: &str, blocks: Vec<Self>) -> Self {
        let size: usize = blocks.iter().map(Self::size).sum();
        Self::Sheet {
            whole: size < MOST_ON_A_PAGE,
            id: id.to_owned(),
            title: title.to_owned(),
            blocks,
        }
    }

    /// The space it takes, as the approximate number of characters of running text.
    fn size(&self) -> usize {
        let chars = |text: &str| text.chars().count();
        let cell = |cell: &Cell| {
            chars(&cell.text)
                + chars(&cell.note)
                + cell.links.iter().map(|link| chars(&link.text)).sum::<usize>()
        };
        match self {
            Self::Facts { facts } => facts.iter().map(|(_, value)| 40 + cell(value)).sum(),
            Self::Steps { steps } => steps.iter().map(|step| 40 + chars(&step.text)).sum(),
            Self::Rich { nodes } => nodes.iter().map(Node::size).sum(),
            Self::Text { text, .. } => chars(text),
            _ => MOST_ON_A_PAGE,
        }
    }

    /// A chart by its name.
    pub(in crate::report) fn chart(name: &str) -> Self {
        Self::Chart { name: name.to_owned(), number: String::new(), figures: "" }
    }

    pub(super) fn set_number(&mut self, text: String) {
        match self {
            Self::Section { number, .. } | Self::Chart { number, .. } => *number = text,
            Self::Table(table) => table.number = text,
            _ => {}
        }
    }

    #[cfg(test)]
    pub(super) fn number(&self) -> &str {
        match self {
            Self::Section { number, .. } | Self::Chart { number, .. } => number,
            Self::Table(table) => &table.number,
            _ => "",
        }
    }

    /// The anchors to which links may lead.
    pub(super) fn anchors(&self) -> Vec<String> {
        match self {
            Self::Section { id, .. }
            | Self::Topic { id, .. }
            | Self::Tree { id, .. }
            | Self::Exhibit(Exhibit { id, .. }) => vec![id.clone()],
            Self::Sheet { id, blocks, .. } => {
                let inner = blocks.iter().flat_map(Self::anchors);
                std::iter::once(id.clone()).chain(inner).collect()
            }
            Self::Table(table) => {
                let rows = table.rows.iter().map(|row| row.id.clone()).filter(|id| !id.is_empty());
                rows.chain([table.id.clone()]).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn each_link(&mut self, see: &mut dyn FnMut(&mut Link)) {
        match self {
            Self::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.links).for_each(see);
            }
            Self::Facts { facts } => {
                facts.iter_mut().flat_map(|(_, cell)| &mut cell.links).for_each(see);
            }
            Self::Tiles { tiles, .. } => {
                tiles.iter_mut().flat_map(|tile| &mut tile.links).for_each(see);
            }
            Self::Sheet { blocks, .. } => blocks.iter_mut().for_each(|block| block.each_link(see)),
            Self::Tree { rows, .. } => {
                rows.iter_mut().filter_map(|row| row.link.as_mut()).for_each(see);
            }
            _ => {}
        }
    }
}
