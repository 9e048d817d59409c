//! Diagnostics as text.
//!
//! In: sorted diagnostics, the files they refer to, and a language. Out: bytes in one of the formats of [`EMITTERS`]. A room
//! of its own so that a new format is one file and one entry and depends on no check.

mod github;
mod gitlab;
mod human;
mod json;
mod output;
mod sarif;

use std::io::{self, Write};

use crate::source::Locator;

pub(crate) use output::Output;

/// An output format for diagnostics.
#[derive(Clone, Copy)]
pub(crate) struct Emitter {
    /// Its id on the command line.
    pub id: &'static str,
    /// The environment variable that identifies the CI system which reads this format.
    pub pipeline: Option<&'static str>,
    /// Whether the format is for programs only: if it was chosen automatically, the list for people is printed as well.
    pub for_programs: bool,
    /// Writes all diagnostics.
    pub write: fn(&Output<'_>, &mut Locator<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every format; the first is the default.
pub(crate) const EMITTERS: &[Emitter] = &[
    Emitter { id: "human", pipeline: None, for_programs: false, write: human::write },
    Emitter { id: "json", pipeline: None, for_programs: true, write: json::write },
    Emitter { id: "sarif", pipeline: None, for_programs: true, write: sarif::write },
    Emitter {
        id: "github",
        pipeline: Some("GITHUB_ACTIONS"),
        for_programs: false,
        write: github::write,
    },
    Emitter { id: "gitlab", pipeline: Some("GITLAB_CI"), for_programs: true, write: gitlab::write },
];
