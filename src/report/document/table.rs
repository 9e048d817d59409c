//! A table as data.
//!
//! In: rows of any type, and columns that say what a row has to say ([`Table::of`]). Out:
//! [`Table`], whose columns state by name how wide they are: each format has its own measure for
//! the name.

use serde::Serialize;

use super::Block;
use crate::report::format::NOTHING;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Table {
    /// Its anchor.
    pub id: String,
    /// 3-1.
    pub number: String,
    /// Its title; without one it has no number.
    pub title: String,
    /// Unit of all values, where they share one.
    pub unit: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// True if it is long: pages offer to filter and sort it.
    pub long: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Column {
    /// Its heading.
    pub title: String,
    /// How wide it is.
    pub width: Width,
    /// True if its few values are offered as a choice where the table can be filtered.
    pub choice: bool,
}

/// How wide a column is, by what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::report) enum Width {
    /// A clause number, an ordinal.
    No,
    /// A figure.
    Count,
    /// A word of two or three characters.
    Word,
    /// A verdict with its mark.
    Verdict,
    /// 2026-09-21.
    Day,
    /// 2026-09-21 09:03:20, broken after the day.
    Moment,
    /// Number of a record.
    Id,
    /// Name of a person, a department, a function.
    Name,
    /// Text, in what room is left.
    Text,
    /// Text with twice the room.
    Wide,
    /// Links with words of their own, each on a line.
    References,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(in crate::report) struct Row {
    /// Its anchor, or empty.
    pub id: String,
    /// `total`, `section` (one cell over all columns), or empty.
    pub class: &'static str,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(in crate::report) struct Cell {
    /// Its text.
    pub text: String,
    /// Class of a verdict, or empty.
    pub class: &'static str,
    /// A remark in small letters below.
    pub note: String,
    /// Where it leads. A link without text makes the cell's text a link.
    pub links: Vec<Link>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(in crate::report) struct Link {
    /// Its words; empty if the cell's text is meant.
    pub text: String,
    /// `#anchor`, a path from the report's folder, or empty if the goal is not there.
    pub href: String,
}

impl Table {
    /// A table without rows.
    pub(in crate::report) fn new(id: &str, title: &str, columns: Vec<Column>) -> Self {
        Self {
            id: id.to_owned(),
            number: String::new(),
            title: title.to_owned(),
            unit: String::new(),
            columns,
            rows: Vec::new(),
            long: false,
        }
    }

    /// The same with rows.
    pub(in crate::report) fn rows(self, rows: impl IntoIterator<Item = Row>) -> Self {
        Self { rows: rows.into_iter().collect(), ..self }
    }

    /// The same with a unit.
    pub(in crate::report) fn unit(self, unit: &str) -> Self {
        Self { unit: unit.to_owned(), ..self }
    }

    /// The same, to be filtered and sorted.
    pub(in crate::report) fn long(self) -> Self {
        Self { long: true, ..self }
    }
}

/// A table whose rows are made from values of one type. A column brings its head, its width and
/// what it shows of a value, so that heads and cells cannot get out of order.
pub(in crate::report) struct TableOf<T> {
    table: Table,
    items: Vec<T>,
    sections: Vec<String>,
    total: Vec<Cell>,
}

impl Table {
    /// A table with a row for each of some values; its columns follow.
    pub(in crate::report) fn of<T>(
        id: &str,
        title: &str,
        items: impl IntoIterator<Item = T>,
    ) -> TableOf<T> {
        let items: Vec<T> = items.into_iter().collect();
        let rows = items.iter().map(|_| Row::default());
        let table = Self::new(id, title, Vec::new()).rows(rows);
        TableOf { table, items, sections: Vec::new(), total: Vec::new() }
    }
}

impl<T> TableOf<T> {
    /// One more column, and what it shows of a value.
    pub(in crate::report) fn column<C: Into<Cell>>(
        mut self,
        title: &str,
        width: Width,
        cell: impl Fn(&T) -> C,
    ) -> Self {
        self.table.columns.push(Column::new(title, width));
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.cells.push(cell(item).into());
        }
        self
    }

    /// Offers the values of the last column as a choice where the table can be filtered.
    pub(in crate::report) fn choice(mut self) -> Self {
        if let Some(column) = self.table.columns.last_mut() {
            column.choice = true;
        }
        self
    }

    /// What the row of sums, below all others, shows in the last column.
    pub(in crate::report) fn total(mut self, cell: impl Into<Cell>) -> Self {
        self.total.resize(self.table.columns.len().saturating_sub(1), Cell::default());
        self.total.push(cell.into());
        self
    }

    /// Drops the row of sums where there is nothing to sum.
    pub(in crate::report) fn total_only_if(mut self, is_wanted: bool) -> Self {
        if !is_wanted {
            self.total.clear();
        }
        self
    }

    /// Anchors of the rows.
    pub(in crate::report) fn anchors<S: Into<String>>(mut self, id: impl Fn(&T) -> S) -> Self {
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.id = id(item).into();
        }
        self
    }

    /// The sections that rows belong to; each has a heading above its first row.
    pub(in crate::report) fn sections<S: Into<String>>(mut self, name: impl Fn(&T) -> S) -> Self {
        self.sections = self.items.iter().map(|item| name(item).into()).collect();
        self
    }

    /// A unit that all values share.
    pub(in crate::report) fn unit(mut self, unit: &str) -> Self {
        self.table = self.table.unit(unit);
        self
    }

    /// Lets pages offer to filter and sort it.
    pub(in crate::report) fn long(mut self) -> Self {
        self.table = self.table.long();
        self
    }

    /// The table.
    pub(in crate::report) fn build(self) -> Table {
        let Self { mut table, sections, mut total, .. } = self;
        let mut rows = Vec::with_capacity(table.rows.len());
        let mut sections = sections.into_iter();
        let mut last = None;
        for row in table.rows {
            let section = sections.next();
            if section != last {
                rows.extend(section.as_deref().map(Row::section));
                last = section;
            }
            rows.push(row);
        }
        if !total.is_empty() {
            total.resize(table.columns.len(), Cell::default());
            rows.push(Row::total(total));
        }
        table.rows = rows;
        table
    }

    /// The table, or what says that there is nothing in it.
    pub(in crate::report) fn or(self, nothing: Block) -> Block {
        self.if_any().unwrap_or(nothing)
    }

    /// The table, if there is something in it.
    pub(in crate::report) fn if_any(self) -> Option<Block> {
        (!self.items.is_empty()).then(|| self.into())
    }
}

impl<T> From<TableOf<T>> for Block {
    fn from(table: TableOf<T>) -> Self {
        Self::Table(table.build())
    }
}

impl Column {
    /// A column.
    pub(in crate::report) fn new(title: &str, width: Width) -> Self {
        Self { title: title.to_owned(), width, choice: false }
    }
}

/// Columns from pairs.
#[allow(dead_code, reason = "for tables whose rows are not made from values of one type")]
pub(in crate::report) fn columns(pairs: &[(&str, Width)]) -> Vec<Column> {
    pairs.iter().map(|(title, width)| Column::new(title, *width)).collect()
}

impl Row {
    /// A row of cells.
    pub(in crate::report) fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { id: String::new(), class: "", cells: cells.into_iter().collect() }
    }

    /// A row of sums.
    pub(in crate::report) fn total(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { class: "total", ..Self::new(cells) }
    }

    /// A heading over all columns.
    pub(in crate::report) fn section(title: &str) -> Self {
        Self { class: "section", ..Self::new([Cell::from(title)]) }
    }

    /// The same with an anchor.
    #[allow(dead_code, reason = "for tables whose rows are not made from values of one type")]
    pub(in crate::report) fn id(self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::from(count.to_string())
    }
}

/// What may be missing, and blank texts, are shown as a dash.
impl<C: Into<Self>> From<Option<C>> for Cell {
    fn from(value: Option<C>) -> Self {
        let cell = value.map(Into::into).unwrap_or_default();
        if cell.text.trim().is_empty() && cell.links.is_empty() {
            return Self { text: NOTHING.to_owned(), ..cell };
        }
        cell
    }
}

impl Cell {
    /// A verdict.
    pub(in crate::report) fn judged(word: impl Into<String>, class: &'static str) -> Self {
        Self { text: word.into(), class, ..Self::default() }
    }

    /// The same with a remark below.
    pub(in crate::report) fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The same, whose text is a link.
    pub(in crate::report) fn to(mut self, href: impl Into<String>) -> Self {
        self.links.push(Link { text: String::new(), href: href.into() });
        self
    }

    /// The same with a link of its own words behind the text.
    pub(in crate::report) fn link(
        mut self,
        text: impl Into<String>,
        href: impl Into<String>,
    ) -> Self {
        self.links.push(Link { text: text.into(), href: href.into() });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stands_under_the_head_of_its_column() {
        let table = Table::of("t", "表", [("甲", 1, "一"), ("甲", 2, "二"), ("乙", 3, "三")])
            .column("名称", Width::Text, |item| item.2)
            .total("合计")
            .column("位置", Width::Name, |_| "—")
            .column("数量", Width::Count, |item| item.1)
            .total(6)
            .sections(|item| item.0)
            .anchors(|item| format!("n{}", item.1))
            .build();
        let heads: Vec<_> = table.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(heads, ["名称", "位置", "数量"]);
        let rows: Vec<Vec<_>> = table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect())
            .collect();
        let expected: [&[&str]; 6] = [
            &["甲"],
            &["一", "—", "1"],
            &["二", "—", "2"],
            &["乙"],
            &["三", "—", "3"],
            &["合计", "", "6"],
        ];
        assert_eq!(rows, expected);
        assert_eq!((table.rows[1].id.as_str(), table.rows[5].class), ("n1", "total"));
    }
}
