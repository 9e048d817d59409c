//! The one integration-test binary: every further file directly under `tests/` would link typst once more.

mod architecture;
mod cases;
mod excerpts;
mod properties;
mod reading;
mod records;
mod texts;
