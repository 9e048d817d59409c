//! Diagnostics as text.
//!
//! In: sorted diagnostics, the files they speak of, and a language. Out: bytes in one of [`EMITTERS`]' formats. A room of its own
//! so that a new format is one file and one entry, and knows no check.

mod github;
mod gitlab;
mod human;
mod json;
mod output;
mod sarif;

use std::io::{self, Write};

use crate::source::Locator;

pub use output::Output;

/// A format that diagnostics are printed in.
#[derive(Clone, Copy)]
pub struct Emitter {
    /// The word used on the command line.
    pub id: &'static str,
    /// The variable by which the pipeline that reads this format is known.
    pub pipeline: Option<&'static str>,
    /// Whether people cannot read it: where it is chosen without being asked for, the list for people is printed as well.
    pub for_programs: bool,
    /// Writes everything.
    pub write: fn(&Output<'_>, &mut Locator<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every format; the first is the default.
pub const EMITTERS: &[Emitter] = &[
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
