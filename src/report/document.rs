//! The frame of a report: verdict, chapters, how it was computed, who signs.
//!
//! In: chapters as written by the report kinds. Out: [`Document`], the view of `templates/*/document.*`, with chapters,
//! tables and charts numbered and every internal link checked. Wording is written here once for all formats; a template
//! only defines the look of a [`Block`], so that a new report needs no template of its own.

mod block;
mod table;
mod typed;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Chart;
use super::evidence::is_embeddable;
use super::facts::Facts;
use super::json::as_json;
use super::kind::{Body, Places, ReportContext};
use super::shared::paths;
use crate::source::FileId;

pub(super) use block::{Block, Exhibit, ProtocolLine, Shown, Step, Tile, TreeRow};
pub(super) use table::{Cell, Link, Row, Table, Width};
pub(super) use typed::TableOf;

/// A chapter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Chapter {
    pub id: String,
    /// 3, or 附录A; filled by [`Document::finish`].
    pub number: String,
    /// Its heading.
    pub title: String,
    /// True if it begins on a new page.
    pub new_page: bool,
    /// True if its pages are landscape, for tables with many columns.
    pub wide: bool,
    /// True if pages offer a search for one of its sheets.
    pub find: bool,
    pub blocks: Vec<Block>,
}

impl Chapter {
    /// A chapter without blocks.
    pub(super) fn new(id: &str, title: &str) -> Self {
        Self {
            id: id.to_owned(),
            number: String::new(),
            title: title.to_owned(),
            new_page: false,
            wide: false,
            find: false,
            blocks: Vec::new(),
        }
    }

    /// The same, beginning on a new page.
    pub(super) fn on_new_page(self) -> Self {
        Self { new_page: true, ..self }
    }

    /// The same, on landscape pages.
    pub(super) fn across(self) -> Self {
        Self { new_page: true, wide: true, ..self }
    }

    /// The same, with a search for its sheets.
    pub(super) fn with_search(self) -> Self {
        Self { find: true, ..self }
    }

    /// The same with one more block.
    pub(super) fn with(mut self, block: impl Into<Block>) -> Self {
        self.blocks.push(block.into());
        self
    }

    /// The same with more blocks.
    pub(super) fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }
}

/// The texts of the two sides' signature boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Signatures {
    /// What both sides confirm.
    pub text: String,
    /// Boxes of 乙方, from top to bottom.
    pub vendor: Vec<String>,
    /// Boxes of 甲方.
    pub hospital: Vec<String>,
}

impl Signatures {
    /// Boxes for the authors of a report and the users of the system. The hospital's opinion comes first.
    pub(super) fn of(author: &str) -> Self {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            text: "双方确认本报告所载内容与实际情况相符。签字、盖章与日期由双方填写。".to_owned(),
            vendor: list(&[&format!("{author}（签字）："), "项目经理（签字）：", "（盖章）"]),
            hospital: list(&[
                "信息科意见：□ 同意　　□ 有异议（说明）",
                "信息科负责人（签字）：",
                "财务科／使用科室（签字）：",
            ]),
        }
    }
}

/// Everything a template prints of a report, except its cover and its charts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Document {
    /// 结论摘要, before the chapters.
    pub front: Vec<Block>,
    pub chapters: Vec<Chapter>,
    /// Number of the chapter 口径说明.
    pub notes_number: String,
    /// How every figure was computed.
    pub notes: Vec<String>,
    /// Number of the chapter 签字确认.
    pub signatures_number: String,
    /// Who signs.
    pub signatures: Signatures,
    /// Chapters after the signatures, numbered with letters.
    pub appendices: Vec<Chapter>,
    /// Paths of the files embedded in the PDF, below `data/`.
    pub enclosed: Vec<String>,
    /// Paths of every file it was built from.
    pub sources: Vec<String>,
    /// Anchors to which links inside this document lead.
    pub targets: BTreeMap<String, bool>,
}

impl Document {
    /// A document of chapters; its report kind fills the rest.
    pub(super) fn new(front: Vec<Block>, chapters: Vec<Chapter>, author: &str) -> Self {
        Self {
            front,
            chapters,
            notes_number: String::new(),
            notes: Vec::new(),
            signatures_number: String::new(),
            signatures: Signatures::of(author),
            appendices: Vec::new(),
            enclosed: Vec::new(),
            sources: Vec::new(),
            targets: BTreeMap::new(),
        }
    }

    /// Completes it with the files that it was built from.
    pub(super) fn into_body(
        mut self,
        context: &ReportContext<'_>,
        charts: Vec<Chart>,
        sources: Vec<FileId>,
        cover: Facts,
    ) -> Body {
        self.sources = paths(context, &sources);
        self.enclosed = enclosed(context, &sources);
        let finished = self.finish();
        let locations = finished.locations();
        Body { view: as_json(&finished), cover, charts, sources, locations }
    }

    /// Numbers everything, and removes links whose target is not in the document.
    pub(super) fn finish(mut self) -> Self {
        for (at, chapter) in self.chapters.iter_mut().enumerate() {
            number(chapter, (at + 1).to_string());
        }
        for (letter, chapter) in ('A'..='Z').zip(&mut self.appendices) {
            number(chapter, letter.to_string());
            chapter.number = format!("附录{letter}");
        }
        self.notes_number = (self.chapters.len() + 1).to_string();
        self.signatures_number = (self.chapters.len() + 2).to_string();
        let anchors = self.anchors();
        let mut targets = BTreeMap::new();
        let mut check = |link: &mut Link| {
            let Some(goal) = link.href.strip_prefix('#') else { return };
            if anchors.contains(goal) {
                targets.insert(goal.to_owned(), true);
            } else {
                link.href = String::new();
            }
        };
        self.blocks_mut().for_each(|block| block.each_link(&mut check));
        self.targets = targets;
        self
    }

    fn anchors(&self) -> BTreeSet<String> {
        self.placed().map(|(anchor, _)| anchor).collect()
    }

    /// Every anchor with the number of its chapter; of equal anchors, the first.
    fn locations(&self) -> Places {
        let mut locations = Places::new();
        for (anchor, number) in self.placed() {
            locations.entry(anchor).or_insert_with(|| number.to_owned());
        }
        locations
    }

    fn placed(&self) -> impl Iterator<Item = (String, &str)> {
        self.chapters.iter().chain(&self.appendices).flat_map(|chapter| {
            let blocks = chapter.blocks.iter().flat_map(Block::anchors);
            let anchors = std::iter::once(chapter.id.clone()).chain(blocks);
            anchors.map(|anchor| (anchor, chapter.number.as_str()))
        })
    }

    fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        let chapters = self.chapters.iter_mut().chain(&mut self.appendices);
        self.front.iter_mut().chain(chapters.flat_map(|chapter| &mut chapter.blocks))
    }
}

/// The paths of those sources that are embedded in the PDF.
pub(super) fn enclosed(context: &ReportContext<'_>, sources: &[FileId]) -> Vec<String> {
    paths(context, sources.iter().filter(|file| is_embeddable(context.files.path(**file))))
}

/// Numbers a chapter with its sections, tables and charts: 3, 3.1, 表3-1, 图3-1.
fn number(chapter: &mut Chapter, name: String) {
    let (mut sections, mut tables, mut charts) = (0, 0, 0);
    for block in &mut chapter.blocks {
        let (count, joint) = match block {
            Block::Section { .. } => (&mut sections, "."),
            Block::Table(table) if table.title.is_empty() => continue,
            Block::Table(_) => (&mut tables, "-"),
            Block::Chart { .. } => (&mut charts, "-"),
            _ => continue,
        };
        *count += 1;
        block.set_number(format!("{name}{joint}{count}"));
    }
    chapter.number = name;
}

#[cfg(test)]
mod tests {
    use super::table::Column;
    use super::*;

    fn table(rows: Vec<Row>) -> Table {
        Table::new("t", "表", vec![Column::new("列", Width::Text)]).rows(rows)
    }

    #[test]
    fn chapters_tables_and_charts_are_numbered() {
        let chapter = Chapter::new("one", "一")
            .with(Block::section("part", "节"))
            .with(table(Vec::new()))
            .with(Block::chart("c"))
            .with(table(Vec::new()));
        let document =
            Document::new(Vec::new(), vec![Chapter::new("zero", "零"), chapter], "坐席").finish();
        let numbers: Vec<_> = document.chapters[1].blocks.iter().map(Block::number).collect();
        assert_eq!(numbers, ["2.1", "2-1", "2-1", "2-2"]);
        assert_eq!(
            (document.notes_number.as_str(), document.signatures_number.as_str()),
            ("3", "4")
        );
    }

    #[test]
    fn a_link_whose_goal_is_missing_is_taken_away() {
        let rows = vec![
            Row { id: "here".to_owned(), ..Row::new([Cell::from("甲").to("#here")]) },
            Row::new([Cell::from("乙").to("#nowhere")]),
            Row::new([Cell::from("丙").to("../2026/faq.html#K01")]),
        ];
        let document =
            Document::new(Vec::new(), vec![Chapter::new("one", "一").with(table(rows))], "坐席")
                .finish();
        let Block::Table(table) = &document.chapters[0].blocks[0] else { panic!("a table") };
        let links: Vec<_> =
            table.rows.iter().map(|row| row.cells[0].links[0].href.as_str()).collect();
        assert_eq!(links, ["#here", "", "../2026/faq.html#K01"]);
        assert_eq!(document.targets.keys().collect::<Vec<_>>(), ["here"]);
    }

    #[test]
    fn numbers_begin_anew_in_each_appendix() {
        let appendix = |id| Chapter::new(id, "附").with(table(Vec::new()));
        let mut document = Document::new(Vec::new(), vec![Chapter::new("one", "一")], "坐席");
        document.appendices = vec![appendix("a"), appendix("b")];
        let document = document.finish();
        let numbers: Vec<_> = document
            .appendices
            .iter()
            .map(|chapter| (chapter.number.as_str(), chapter.blocks[0].number()))
            .collect();
        assert_eq!(numbers, [("附录A", "A-1"), ("附录B", "B-1")]);
    }
}
