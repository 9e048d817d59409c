//! Aligned columns on a terminal.
//!
//! In: rows of cells. Out: lines. Chinese characters take two terminal columns; symbols such as √ and — take one, as on most
//! terminals.

use crate::source::width;

/// Pads a text with blanks on the right.
pub(super) fn padded(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(width(text))))
}

/// Rows as lines, with two blanks between columns.
pub(super) fn lines(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widest: Vec<_> = (0..columns)
        .map(|at| {
            rows.iter()
                .filter_map(|row| row.get(at))
                .map(|cell| width(cell))
                .max()
                .unwrap_or_default()
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widest).map(|(cell, most)| padded(cell, *most));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_one_another() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [row(["条款", "√", "文字"]), row(["3.1.5", "12", ""])];
        assert_eq!(lines(&rows), ["条款   √   文字", "3.1.5  12"]);
    }
}
