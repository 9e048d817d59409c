//! `tablespace`: how full the tablespaces of a database are.
//!
//! In: what the documented SQL printed. Out: size, used space and share of each tablespace. The database's password is never
//! handled here: the database's own client runs the SQL. A single line that is not as documented is an error, since a client
//! prints error messages in place of rows.

use std::collections::BTreeSet;

use encoding_rs::GB18030;

use super::{Failed, Probe, ProbeSample, SPACE, space};

/// The probe.
pub(super) const PROBE: Probe = Probe { id: "tablespace", metric: "tablespace", measures: SPACE };

/// The header that the SQL prints.
const COLUMNS: &str = "tablespace,allocated_bytes,maximum_bytes,used_bytes";
/// Number of characters of a wrong line that are quoted.
const LONGEST_QUOTE: usize = 60;

/// A kind of database.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Database {
    /// Its id on the command line.
    pub id: &'static str,
    /// The SQL, with instructions how to run it.
    pub sql: &'static str,
}

/// Every kind of database with documented SQL.
pub(crate) const DATABASES: &[Database] = &[
    Database { id: "oracle", sql: include_str!("../../templates/sql/oracle.sql") },
    Database { id: "dameng", sql: include_str!("../../templates/sql/dameng.sql") },
    Database { id: "mysql", sql: include_str!("../../templates/sql/mysql.sql") },
];

/// Which size is 100 % of the used share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    /// The size allocated now.
    Allocated,
    /// The size after automatic growth.
    Maximum,
}

impl Basis {
    /// Parses what the SQL printed, in UTF-8 or GB18030.
    ///
    /// # Errors
    /// [`Failed`] at the first line that is not as documented, or if there is no tablespace.
    pub(crate) fn read(self, bytes: &[u8]) -> Result<Vec<ProbeSample>, Failed> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes)
            .map_or_else(|_| GB18030.decode(bytes).0, std::borrow::Cow::Borrowed);
        // Clients print empty lines and blanks around the rows.
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim()))
            .filter(|(_, line)| !line.is_empty());
        let (number, first) = lines.next().ok_or_else(|| Failed::found("probe-sql-nothing"))?;
        if !first.eq_ignore_ascii_case(COLUMNS) {
            return Err(wrong("probe-sql-header", number, first));
        }
        let (mut names, mut samples) = (BTreeSet::new(), Vec::new());
        for (number, line) in lines {
            let row = Row::parse(line).ok_or_else(|| wrong("probe-sql-line", number, line))?;
            let total = match self {
                Self::Allocated => row.allocated,
                Self::Maximum => row.allocated.max(row.maximum),
            };
            if total == 0 || row.used > total {
                return Err(wrong("probe-sql-sizes", number, line));
            }
            if !names.insert(row.name.clone()) {
                return Err(wrong("probe-sql-twice", number, line));
            }
            samples.extend(space(&row.name, total, row.used));
        }
        if samples.is_empty() { Err(Failed::found("probe-sql-nothing")) } else { Ok(samples) }
    }
}

fn wrong(id: &'static str, number: usize, line: &str) -> Failed {
    let quote: String = line.chars().take(LONGEST_QUOTE).filter(|c| !c.is_control()).collect();
    Failed::found(id).arg("line", number).arg("text", quote)
}

/// One tablespace.
struct Row {
    name: String,
    allocated: u64,
    maximum: u64,
    used: u64,
}

impl Row {
    fn parse(line: &str) -> Option<Self> {
        let (name, sizes) = match line.strip_prefix('"') {
            Some(inside) => quoted(inside)?,
            None => line.split_once(',').map(|(name, sizes)| (name.to_owned(), sizes))?,
        };
        let name = name.trim().to_owned();
        let mut sizes = sizes.split(',').map(|text| bytes(text.trim()));
        let row =
            Self { allocated: sizes.next()??, maximum: sizes.next()??, used: sizes.next()??, name };
        (sizes.next().is_none() && !row.name.is_empty()).then_some(row)
    }
}

/// A quoted name, in which quotes are doubled, and the rest after the following comma.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut from = 0;
    loop {
        let end = from + text.get(from..)?.find('"')?;
        let behind = text.get(end + 1..)?;
        if behind.starts_with('"') {
            from = end + 2;
            continue;
        }
        return Some((text.get(..end)?.replace("\"\"", "\""), behind.strip_prefix(',')?));
    }
}

fn bytes(text: &str) -> Option<u64> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_documented_or_not_at_all() {
        let name = |line| Row::parse(line).map(|row| row.name);
        for (line, expected) in [
            ("\"A\",3,4,1", Some("A")),
            ("A,3,4,1", Some("A")),
            ("\"A,\"\"B\"\"\", 3, 4, 1", Some("A,\"B\"")),
            ("\"数据\",3,4,1", Some("数据")),
            ("\"A\"x,3,4,1", None),
            ("\"A,3,4,1", None),
            ("A,3,4", None),
            ("A,3,4,1,", None),
            ("A,3,4,1.5", None),
            ("A,3,4,-1", None),
            ("A,3,4,1E+10", None),
            ("A,3,4,", None),
            ("A,99999999999999999999,4,1", None),
            (",3,4,1", None),
            ("ORA-00942: table or view does not exist", None),
            ("已选择 8 行。", None),
        ] {
            assert_eq!(name(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn every_sql_prints_the_columns_that_are_read() {
        for database in DATABASES {
            assert!(database.sql.contains(&format!("'{COLUMNS}'")), "{}", database.id);
            // Checks that it is read-only: it must not change a database.
            let words = database
                .sql
                .lines()
                .filter(|line| !line.starts_with("--"))
                .flat_map(|line| line.split_whitespace());
            let changing = [
                "INSERT", "UPDATE", "DELETE", "ALTER", "CREATE", "DROP", "GRANT", "TRUNCATE",
                "MERGE",
            ];
            assert!(
                !words.into_iter().any(|word| changing.contains(&word.to_uppercase().as_str())),
                "{}",
                database.id
            );
        }
    }
}
