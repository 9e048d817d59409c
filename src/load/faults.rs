//! The faults that the loader reports before any check runs.
//!
//! In: nothing. Out: one [`Rule`] per fault, in a list that `weibao explain` and `weibao list
//! checks` include with the checks.

use crate::diagnostic::{Family, Rule, Severity};

/// The text is not valid YAML.
pub(super) const SYNTAX: Rule = Rule::data("syntax");
/// A placeholder where the schema requires a date, a word or a number. The check of the same name,
/// which lists this rule, looks at texts.
pub(super) const PLACEHOLDER_LEFT: Rule = Rule::data("placeholder-left");
/// A record does not match the schema of its kind.
pub(super) const SCHEMA: Rule = Rule::data("schema");
/// The bytes cannot be decoded as text.
pub(super) const ENCODING: Rule = Rule::data("encoding");
/// The file is GB18030 where UTF-8 was expected; it is read nevertheless.
pub(super) const LEGACY_ENCODING: Rule = Rule::new("legacy-encoding", Family::Data, Severity::Note);
/// A quote is never closed.
pub(super) const UNCLOSED_QUOTE: Rule = Rule::data("unclosed-quote");
/// A measured value is outside its plausible range.
pub(super) const IMPLAUSIBLE_SAMPLE: Rule = Rule::data("implausible-sample");
/// A file exceeds the size limit of its kind.
pub(super) const FILE_TOO_LARGE: Rule = Rule::data("file-too-large");
/// A link points outside `data/`.
pub(super) const LINK_LEAVES_DATA: Rule = Rule::data("link-leaves-data");
/// A file is in a folder that belongs to no kind of record.
pub(super) const WRONG_FOLDER: Rule = Rule::data("wrong-folder");
/// The operating system could not read a file.
pub(super) const UNREADABLE_FILE: Rule = Rule::data("unreadable-file");

/// Part of a workbook cannot be read.
pub(super) const WORKBOOK: Rule = Rule::data("workbook");
/// A sheet of a workbook holds no records.
pub(super) const SHEET_NOT_READ: Rule = Rule::new("sheet-not-read", Family::Data, Severity::Note);

/// At most this many faults per file are listed; the rest are counted.
pub(super) const LISTED_FAULTS: usize = 100;

/// All faults of reading.
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
