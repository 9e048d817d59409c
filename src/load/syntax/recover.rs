//! Repairs or removes broken lines of a text so that the rest can be parsed.
//!
//! In: a text and its syntax errors. Out: another text with the same lines, and the mapping back: a
//! fault found in the repaired text is reported at the same location of the original, and nothing
//! is reported for repaired or removed lines.

use std::collections::BTreeSet;
use std::ops::Range;

use super::syntax_error::{Remedy, SyntaxError, value_start};
use crate::diagnostic::Diagnostic;
use crate::source::{Location, LocationKind, Text};

/// A text under repair.
pub(super) struct Recovered {
    original: Vec<usize>,
    text: String,
    touched: BTreeSet<usize>,
    /// True if a whole line was removed: a missing key may have been on it.
    lost: bool,
}

impl Recovered {
    /// Starts with the unchanged text.
    pub(super) fn new(text: &str) -> Self {
        Self {
            original: starts(text),
            text: text.to_owned(),
            touched: BTreeSet::new(),
            lost: false,
        }
    }

    /// The text as repaired so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// True if the line of an error was repaired before.
    pub(super) fn has_touched(&self, syntax_error: &SyntaxError) -> bool {
        self.touched.contains(&line_of(&starts(&self.text), syntax_error.range.start))
    }

    /// Repairs the line of an error; false if that does not help.
    pub(super) fn recover(&mut self, syntax_error: &SyntaxError) -> bool {
        // YAML ends lines at a lone CR, but this code does not.
        if syntax_error.remedy == Remedy::GiveUp || self.text.replace("\r\n", "").contains('\r') {
            return false;
        }
        let starts = starts(&self.text);
        let line = line_of(&starts, syntax_error.range.start);
        let start = starts.get(line).copied().unwrap_or(0);
        let whole = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let again = !self.touched.insert(line);
        let (range, instead) = match (syntax_error.remedy, value_start(whole)) {
            (Remedy::Replace(instead), _) if !again => (syntax_error.range.clone(), instead),
            (_, Some(value)) if !again => (start + value..start + whole.len(), "~"),
            // A line that cannot be repaired is removed; one already removed is not the cause.
            _ if whole.trim().is_empty() => return false,
            _ => {
                self.lost = true;
                (start..start + whole.len(), "")
            }
        };
        if self.text.get(range.clone()).is_none() {
            return false;
        }
        self.text.replace_range(range, instead);
        true
    }

    /// Maps bytes of the repaired text to bytes of the original.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let starts = starts(&self.text);
        let back = |at: usize| {
            let line = line_of(&starts, at);
            let inside = at - starts.get(line).copied().unwrap_or(at);
            self.original.get(line).copied().unwrap_or(0) + inside
        };
        back(range.start)..back(range.end)
    }

    /// Maps a diagnostic of the repaired text to the original; `None` if the repair itself caused
    /// it.
    pub(super) fn transferred(&self, diagnostic: Diagnostic, text: &Text) -> Option<Diagnostic> {
        if self.lost && diagnostic.variant == Some("missing-key") {
            return None;
        }
        let location = self.location(&diagnostic.location, text)?;
        let mut moved = Diagnostic { location, related: Vec::new(), ..diagnostic.clone() };
        for related in &diagnostic.related {
            if let Some(location) = self.location(&related.location, text) {
                moved = moved.related(related.label, location);
            }
        }
        Some(moved)
    }

    fn location(&self, location: &Location, text: &Text) -> Option<Location> {
        if location.kind == LocationKind::File {
            return Some(location.clone());
        }
        let range = text.find(&location.kind)?;
        let line = line_of(&starts(&self.text), range.start);
        if self.touched.contains(&line) {
            return None;
        }
        Some(Location::bytes(location.file, self.original(range)))
    }
}

fn starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

fn line_of(starts: &[usize], at: usize) -> usize {
    starts.partition_point(|&start| start <= at).saturating_sub(1)
}
