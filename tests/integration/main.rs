//! The one integration-test binary: every further file directly under `tests/` would link typst once more.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up must stop")]
#![expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment whether to rewrite what they expect"
)]

mod architecture;
mod browser;
mod build;
mod cases;
mod clocks;
mod excerpts;
mod flat;
mod hostile;
mod ledger;
mod output;
mod page;
mod paper;
mod pdf;
mod project;
mod properties;
mod reading;
mod records;
mod reports;
mod second;
mod status;
mod texts;
mod workbook;
