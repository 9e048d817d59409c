//! The one integration-test binary: every further file directly under `tests/` would link typst once more.

mod architecture;
mod build;
mod cases;
mod hostile;
mod output;
mod page;
mod paper;
mod pdf;
mod project;
mod reports;
mod texts;
