//! Why a build failed.
//!
//! In: errors of the rooms that a build calls. Out: [`BuildError`], in English for users of the library; the texts for users
//! of the program are in the language files.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::output::OutputError;
use crate::render::RenderError;

/// Why a build failed; a faulty record is never the reason.
#[derive(Debug)]
pub enum BuildError {
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// The selection names something that does not exist.
    Unknown(&'static str, String),
    /// A template failed.
    Render(RenderError),
    /// The output could not be written.
    Output(OutputError),
    /// The run was cancelled.
    Cancelled,
}

impl From<RenderError> for BuildError {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

impl From<OutputError> for BuildError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, _) => write!(formatter, "cannot read {}", path.display()),
            Self::Unknown(what, word) => write!(formatter, "unknown {what}: {word}"),
            Self::Render(error) => error.fmt(formatter),
            Self::Output(error) => error.fmt(formatter),
            Self::Cancelled => formatter.write_str("cancelled"),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Read(_, error) => Some(error),
            Self::Output(error) => error.source(),
            Self::Unknown(..) | Self::Render(_) | Self::Cancelled => None,
        }
    }
}
