//! The only integration-test binary: every further file directly under `tests/` would link typst once more.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up must stop")]
#![expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment whether to rewrite what they expect"
)]

mod any_contract;
mod architecture;
mod browser;
mod build;
mod cases;
mod cli_conventions;
mod clocks;
mod demo;
mod documents;
mod editor;
mod excerpts;
mod flat;
mod formats;
mod hostile;
mod ledger;
mod live;
mod output;
mod page;
mod pdf;
mod pdf_text;
mod pipelines;
mod probe;
mod project;
mod properties;
mod reading;
mod readme;
mod records;
mod reports;
mod scaffold;
mod second_contract;
mod status;
mod texts;
mod tools;
mod workbook;
