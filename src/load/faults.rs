//! What can be wrong with a file before any check looks at it.
//!
//! In: nothing. Out: one [`Rule`] a fault, in a list that `weibao explain` and `weibao list checks` walk together with
//! the checks.

use crate::diagnostic::{Family, Rule, Severity};

/// A text that is no YAML.
pub(super) const SYNTAX: Rule = Rule::data("syntax");
/// A gap where the form wants a day, a word or a number. The check of this name, which lists it, looks at texts.
pub(super) const PLACEHOLDER_LEFT: Rule = Rule::data("placeholder-left");
/// A record that does not have the form of its kind.
pub(super) const SCHEMA: Rule = Rule::data("schema");
/// Bytes that are no text.
pub(super) const ENCODING: Rule = Rule::data("encoding");
/// GB18030 where UTF-8 was expected, and read all the same.
pub(super) const LEGACY_ENCODING: Rule = Rule::new("legacy-encoding", Family::Data, Severity::Note);
/// A quote that never ends.
pub(super) const UNCLOSED_QUOTE: Rule = Rule::data("unclosed-quote");
/// A measured value that cannot be true.
pub(super) const IMPLAUSIBLE_SAMPLE: Rule = Rule::data("implausible-sample");
/// A file larger than its kind may be.
pub(super) const FILE_TOO_LARGE: Rule = Rule::data("file-too-large");
/// A link that leads out of `data/`.
pub(super) const LINK_LEAVES_DATA: Rule = Rule::data("link-leaves-data");
/// A file where no kind of record lies.
pub(super) const WRONG_FOLDER: Rule = Rule::data("wrong-folder");
/// A file that the system would not give.
pub(super) const UNREADABLE_FILE: Rule = Rule::data("unreadable-file");

/// A workbook of which something cannot be read.
pub(super) const WORKBOOK: Rule = Rule::data("workbook");
/// A sheet of a workbook that holds no records.
pub(super) const SHEET_NOT_READ: Rule = Rule::new("sheet-not-read", Family::Data, Severity::Note);

/// So many faults of a file are listed; the rest are counted.
pub(super) const LISTED_FAULTS: usize = 100;

/// Every fault of reading.
pub const FAULTS: &[Rule] = &[
    SYNTAX,
    SCHEMA,
    ENCODING,
    LEGACY_ENCODING,
    UNCLOSED_QUOTE,
    IMPLAUSIBLE_SAMPLE,
    FILE_TOO_LARGE,
    LINK_LEAVES_DATA,
    WRONG_FOLDER,
    UNREADABLE_FILE,
    WORKBOOK,
    SHEET_NOT_READ,
];
