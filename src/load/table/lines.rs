//! Decodes the bytes of a table.
//!
//! In: bytes. Out: one text with the same lines, the undecodable lines, and a diagnostic for each
//! of them. A file is UTF-8 or, as Chinese Excel saves it, GB18030. Undecodable lines are kept in
//! the text with replacement characters, so that line numbers do not change; the rows they belong
//! to are not read.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::load::encoding::{Line, TextEncoding, Unreadable};
use crate::source::{FileId, decode};

/// The byte order mark that some editors write at the start of a file.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A decoded table.
pub(super) struct Lines {
    pub text: String,
    /// True if the file was GB18030.
    pub is_legacy: bool,
    /// The faults of undecodable lines, each with its line number.
    pub faults: Vec<(usize, Diagnostic)>,
    unreadable: BTreeSet<usize>,
}

impl Lines {
    pub(super) fn of(file: FileId, bytes: &[u8]) -> Self {
        if let Ok((text, _)) = decode(bytes, false) {
            return Self {
                text,
                is_legacy: false,
                faults: Vec::new(),
                unreadable: BTreeSet::new(),
            };
        }
        // A file that starts like UTF-8 may turn out to be GB18030; then it is read again.
        Self::in_script(file, bytes, TextEncoding::default())
            .or_else(|| Self::in_script(file, bytes, TextEncoding::legacy()))
            .unwrap_or_else(|| Self {
                text: String::new(),
                is_legacy: false,
                faults: Vec::new(),
                unreadable: BTreeSet::new(),
            })
    }

    /// Decodes line by line; `None` if another encoding must be tried.
    fn in_script(file: FileId, bytes: &[u8], mut encoding: TextEncoding) -> Option<Self> {
        let body = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let mut offset = bytes.len() - body.len();
        let mut text = String::with_capacity(body.len());
        let (mut faults, mut unreadable) = (Vec::new(), BTreeSet::new());
        for (index, line) in body.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let number = index + 1;
            let judged = if line.is_ascii() { Ok(()) } else { encoding.judge(line) };
            match judged {
                Ok(()) => text.push_str(&encoding.text(line)),
                Err(Unreadable::Restart) => return None,
                Err(fault) => {
                    faults.push((
                        number,
                        fault.diagnostic_at(file, Line { bytes: line, number, offset }),
                    ));
                    unreadable.insert(number);
                    text.push_str(&String::from_utf8_lossy(line));
                }
            }
            offset += line.len();
        }
        Some(Self { text, is_legacy: encoding.is_legacy(), faults, unreadable })
    }

    /// True if one of these lines could not be decoded.
    pub(super) fn is_unreadable(&self, first: usize, last: usize) -> bool {
        first <= last && self.unreadable.range(first..=last).next().is_some()
    }
}
