//! `log`: how many lines of a log report an error.
//!
//! In: log files, patterns, and a time window. Out: the number of matching lines. Files are streamed, so that their size does
//! not matter, and may be in any encoding. A line has the last timestamp found at the beginning of a line: a stack trace
//! belongs to the error above it.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use encoding_rs::GB18030;
use regex::RegexSet;

use super::{Failed, Measure, Probe, ProbeSample};
use crate::model::Moment;

/// The probe.
pub(super) const PROBE: Probe = Probe { id: "log", metric: "log.errors", measures: &[ERRORS] };

const ERRORS: Measure = Measure { part: "", unit: "条", maximum: None };

/// Words by which logs usually mark an error.
const USUAL: &str = r"\b(?:ERROR|FATAL|SEVERE)\b";
/// Number of bytes of a line that are searched; a line of a gigabyte is not text.
const LONGEST_LINE: usize = 64 << 10;
/// First bytes of files that are not text: UTF-16 in both byte orders, gzip, xz, zip.
const NO_TEXT: [&[u8]; 5] = [b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"\xfd7zXZ", b"PK\x03\x04"];

/// Which lines count.
#[derive(Debug, Clone)]
pub(crate) struct Matching {
    wanted: RegexSet,
    unwanted: RegexSet,
    /// Count only lines after the first moment, up to the second; `None` counts all lines.
    window: Option<(Moment, Moment)>,
}

/// The result of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counted {
    /// Number of lines that match.
    pub lines: u64,
    /// The earliest timestamp in any of the files.
    pub earliest: Option<Moment>,
}

impl Matching {
    /// Compiles the patterns; without any, uses the usual words.
    ///
    /// # Errors
    /// [`Failed`] if a pattern is invalid.
    pub(crate) fn new(
        wanted: &[String],
        unwanted: &[String],
        window: Option<(Moment, Moment)>,
    ) -> Result<Self, Failed> {
        let set = |patterns: &[String]| {
            RegexSet::new(patterns)
                .map_err(|error| Failed::failure("probe-log-pattern").arg("reason", error))
        };
        let usual = [USUAL.to_owned()];
        let wanted = if wanted.is_empty() { &usual } else { wanted };
        Ok(Self { wanted: set(wanted)?, unwanted: set(unwanted)?, window })
    }

    /// Counts the lines of all files together.
    ///
    /// # Errors
    /// [`Failed`] if a file cannot be read or is not text, or has no timestamps although a time window is set.
    pub(crate) fn measure(
        &self,
        files: &[impl AsRef<Path>],
        object: &str,
    ) -> Result<(Vec<ProbeSample>, Counted), Failed> {
        let mut counted = Counted::default();
        for path in files {
            self.count(path.as_ref(), &mut counted)?;
        }
        let sample =
            ProbeSample { object: object.to_owned(), measure: ERRORS, value: counted.lines as f64 };
        Ok((vec![sample], counted))
    }

    fn count(&self, path: &Path, counted: &mut Counted) -> Result<(), Failed> {
        let unread = |error: io::Error| {
            Failed::found("probe-log-unread").arg("path", path.display()).arg("reason", error)
        };
        // Reading a pipe or device could block for ever.
        if !path.metadata().map_err(unread)?.is_file() {
            return Err(Failed::found("probe-log-no-file").arg("path", path.display()));
        }
        let mut reader = BufReader::with_capacity(1 << 20, File::open(path).map_err(unread)?);
        let head = reader.fill_buf().map_err(unread)?;
        let is_empty = head.is_empty();
        if NO_TEXT.iter().any(|sign| head.starts_with(sign)) {
            return Err(Failed::found("probe-log-no-text").arg("path", path.display()));
        }
        let (mut current, mut failure) = (None, false);
        each_line(&mut reader, |line| {
            if let Some(moment) = moment(line) {
                (current, failure) = (Some(moment), true);
                counted.earliest =
                    counted.earliest.map(|earliest| earliest.min(moment)).or(current);
            }
            let counts = self
                .window
                .is_none_or(|(from, to)| current.is_some_and(|at| at > from && at <= to));
            counted.lines += u64::from(counts && self.matches(line));
        })
        .map_err(unread)?;
        // An empty file is a log without errors; a file without timestamps does not show when its errors happened.
        if self.window.is_some() && !failure && !is_empty {
            return Err(Failed::found("probe-log-no-moments").arg("path", path.display()));
        }
        Ok(())
    }

    fn matches(&self, line: &[u8]) -> bool {
        let text = std::str::from_utf8(line)
            .map_or_else(|_| GB18030.decode(line).0, std::borrow::Cow::Borrowed);
        self.wanted.is_match(&text) && !self.unwanted.is_match(&text)
    }
}

/// Calls `take` for every line without its line break, cut at [`LONGEST_LINE`].
fn each_line(reader: &mut impl BufRead, mut take: impl FnMut(&[u8])) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let end = memchr::memchr(b'\n', piece);
        let part = end.and_then(|end| piece.get(..end)).unwrap_or(piece);
        let room = LONGEST_LINE.saturating_sub(line.len()).min(part.len());
        line.extend_from_slice(part.get(..room).unwrap_or_default());
        let used = end.map_or(piece.len(), |end| end + 1);
        reader.consume(used);
        if end.is_some() {
            take(&line);
            line.clear();
        }
    }
    if !line.is_empty() {
        take(&line);
    }
    Ok(())
}

/// The timestamp at the beginning of a line: `2026-09-21 09:03:30`, in brackets, with `T`, `/`, fractions or offset.
fn moment(line: &[u8]) -> Option<Moment> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let start = line.iter().take(3).position(u8::is_ascii_digit)?;
    let line = line.get(start..)?;
    let stamp = std::str::from_utf8(line.get(..19)?).ok()?;
    if !stamp.bytes().next()?.is_ascii_digit() {
        return None;
    }
    let rest = line.get(19..).unwrap_or_default();
    let fraction = match rest.first() {
        Some(b'.' | b',') => {
            1 + rest.iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count()
        }
        _ => 0,
    };
    let rest = rest.get(fraction..).unwrap_or_default();
    let offset = match rest.first() {
        Some(b'Z') => Some("Z".to_owned()),
        Some(b'+' | b'-') => offset(rest),
        _ => None,
    };
    match offset {
        Some(offset) => Moment::parse(&format!("{stamp}{offset}")),
        None => Moment::parse(stamp),
    }
}

/// `+08:00` or `+0800`.
fn offset(text: &[u8]) -> Option<String> {
    let digits: Vec<u8> =
        text.get(1..)?.iter().copied().filter(|byte| *byte != b':').take(4).collect();
    let digits = std::str::from_utf8(&digits)
        .ok()
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let sign = if text.first() == Some(&b'-') { '-' } else { '+' };
    Some(format!("{sign}{}:{}", digits.get(..2)?, digits.get(2..4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_in_every_usual_form() {
        for (line, expected) in [
            ("2026-09-21 09:03:30 ERROR x", Some("2026-09-21 09:03")),
            ("2026-09-21 09:03:30,123 [main] ERROR", Some("2026-09-21 09:03")),
            ("[2026-09-21T09:03:30.123+08:00] x", Some("2026-09-21 09:03")),
            ("2026-09-21T01:03:30.123456Z x", Some("2026-09-21 09:03")),
            ("2026-09-21T09:03:30+0800 x", Some("2026-09-21 09:03")),
            ("2026/09/21 09:03:30 x", Some("2026-09-21 09:03")),
            ("\u{feff}2026-09-21 09:03:30", Some("2026-09-21 09:03")),
            ("    at 2026-09-21 09:03:30", None),
            ("2026-09-21 99:03:30", None),
            ("12345678901234567890", None),
            ("错误 2026-09-21", None),
            ("", None),
        ] {
            assert_eq!(
                moment(line.as_bytes()).map(|moment| moment.to_string()).as_deref(),
                expected,
                "{line}"
            );
        }
    }

    #[test]
    fn lines_are_whole_however_they_are_read() {
        let text = b"a\nbb\n\nccc";
        for size in 1..6 {
            let mut lines = Vec::new();
            each_line(&mut BufReader::with_capacity(size, &text[..]), |line| {
                lines.push(line.to_vec());
            })
            .unwrap();
            assert_eq!(lines, [&b"a"[..], b"bb", b"", b"ccc"], "{size}");
        }
    }
}
