//! The input of rendering, and why rendering can fail.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use serde_json::Value;

/// A report with everything that is rendered into it.
pub struct Input {
    /// The data that templates receive.
    pub document: Value,
    /// Charts by name, as SVG.
    pub charts: BTreeMap<String, String>,
    /// Evidence by path below `data/`.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why a page could not be rendered; always a fault of a template or of weibao, never of a record.
#[derive(Debug)]
pub struct RenderError {
    /// The faulty template.
    pub template: String,
    /// The message of the engine.
    pub message: String,
}

impl fmt::Display for RenderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "cannot draw {}: {}", self.template, self.message)
    }
}

impl Error for RenderError {}
