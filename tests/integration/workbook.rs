//! Excel in both directions: records in workbooks are read, and registers are written as workbooks.
//!
//! `tests/python/` has the scripts by which an independent library writes workbooks for weibao and reads those that it wrote.
//! They need Python with openpyxl. If it is missing these tests pass and print on standard error that they were skipped.

mod reading;
mod registers;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::project::repository;
use crate::tools::{python_tool, skipped};

/// What a script prints for this standard input; `None`, with a message, if Python or openpyxl is missing.
fn openpyxl(test: &str, script: &str, arguments: &[&str], input: &Value) -> Option<Vec<u8>> {
    let python = match python_tool("python3") {
        Ok(python) => python,
        Err(missing) => {
            skipped("workbook", test, &missing);
            return None;
        }
    };
    let mut child = Command::new(python)
        .arg(repository().join("tests/python").join(script))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{script} {arguments:?}");
    Some(output.stdout)
}
