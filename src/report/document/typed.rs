//! A table of values of one type.
//!
//! In: values, and columns that define what is shown of a value ([`Table::of`]). Out: a [`Table`] or the
//! block that holds it. Separate from the table, because blocks hold tables and this makes blocks.

use super::block::Block;
use super::table::{Cell, Column, Row, Table, Width};

/// A table whose rows are made from values of one type. A column defines its heading, its width and
/// what it shows of a value, so that headings and cells cannot get out of order.
pub(in crate::report) struct TableOf<T> {
    table: Table,
    items: Vec<T>,
    sections: Vec<String>,
    total: Vec<Cell>,
}

impl Table {
    /// A table with one row per value; its columns follow.
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
    /// Adds a column and what it shows of a value.
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

    /// Offers the values of the last column as a filter.
    pub(in crate::report) fn choice(mut self) -> Self {
        if let Some(column) = self.table.columns.last_mut() {
            column.choice = true;
        }
        self
    }

    /// The content of the last column in the row of sums, below all other rows.
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

    /// The sections of the rows; each has a heading above its first row.
    pub(in crate::report) fn sections<S: Into<String>>(mut self, name: impl Fn(&T) -> S) -> Self {
        self.sections = self.items.iter().map(|item| name(item).into()).collect();
        self
    }

    /// A unit that all values share.
    pub(in crate::report) fn unit(mut self, unit: &str) -> Self {
        self.table = self.table.unit(unit);
        self
    }

    /// Marks it as long: pages offer filtering and sorting.
    pub(in crate::report) fn long(mut self) -> Self {
        self.table = self.table.long();
        self
    }

    /// Marks it as a table of figures that are compared down the columns.
    pub(in crate::report) fn figures(mut self) -> Self {
        self.table.figures = true;
        self
    }

    /// Merges equal first cells of consecutive rows.
    pub(in crate::report) fn grouped(mut self) -> Self {
        let same = |one: &Row, next: &Row| one.cells.first() == next.cells.first();
        for group in self.table.rows.chunk_by_mut(same) {
            let rows = group.len();
            for (at, row) in group.iter_mut().enumerate() {
                match row.cells.first_mut() {
                    Some(cell) if at == 0 => cell.rows = rows,
                    Some(_) => drop(row.cells.remove(0)),
                    None => {}
                }
            }
        }
        self
    }

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

    /// The table, or the given block if it has no rows.
    pub(in crate::report) fn or(self, nothing: Block) -> Block {
        self.if_any().unwrap_or(nothing)
    }

    /// The table, if it has rows.
    pub(in crate::report) fn if_any(self) -> Option<Block> {
        (!self.items.is_empty()).then(|| self.into())
    }
}

impl<T> From<TableOf<T>> for Block {
    fn from(table: TableOf<T>) -> Self {
        Self::Table(table.build())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_cells_at_the_head_of_rows_are_one() {
        let table = Table::of("t", "表", [("甲", 1), ("甲", 2), ("乙", 3)])
            .column("类别", Width::Name, |item| item.0)
            .column("数量", Width::Count, |item| item.1)
            .grouped()
            .build();
        let shape = table.rows.iter().map(|row| (row.cells.len(), row.cells[0].rows));
        assert_eq!(shape.collect::<Vec<_>>(), [(2, 2), (1, 0), (2, 1)]);
    }

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
