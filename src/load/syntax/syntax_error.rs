//! Finds the actual cause of a YAML syntax error.
//!
//! In: a text and the byte at which the parser stopped. Out: the [`SyntaxError`] that caused it.
//! This looks at that line and the previous ones for typical mistakes: a tab, a full-width colon,
//! an unclosed quote or bracket.

use std::ops::Range;

use crate::source::TreeFaultKind;

/// A mistake in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SyntaxError {
    pub range: Range<usize>,
    /// The name of the matching hint.
    pub hint: Option<&'static str>,
    /// How the line can be repaired.
    pub remedy: Remedy,
}

/// What to do with the faulty line so that the following lines can be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Replace the underlined bytes with this.
    Replace(&'static str),
    /// Remove the value and keep the key.
    Empty,
    /// Stop: nothing that follows can be interpreted.
    GiveUp,
}

/// A line of the text without its line break.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

/// Finds the mistake that caused a fault at byte `at`.
pub(super) fn find(text: &str, kind: TreeFaultKind, at: usize) -> SyntaxError {
    let at = text.floor_char_boundary(at.min(text.len()));
    let lines = last_lines(text, at);
    let (here, before) = (lines.first().copied(), lines.get(1).copied());
    let near = [before, here].into_iter().flatten();
    let rest = rest_of_line(text, at, here);
    match kind {
        TreeFaultKind::Excess => {
            return SyntaxError { range: rest, hint: None, remedy: Remedy::GiveUp };
        }
        TreeFaultKind::Documents => {
            return SyntaxError {
                range: rest,
                hint: Some("hint-documents"),
                remedy: Remedy::GiveUp,
            };
        }
        TreeFaultKind::Syntax => {}
    }
    near.clone()
        .find_map(tab)
        .or_else(|| next_line(text, at).and_then(tab))
        .or_else(|| near.clone().find_map(control_character))
        .or_else(|| near.clone().find_map(full_width_colon))
        .or_else(|| open_quote(text, at))
        .or_else(|| near.clone().find_map(open_bracket))
        .or_else(|| near.clone().find_map(colon_without_space))
        .or_else(|| here.and_then(special_start))
        .or_else(|| near.clone().find_map(colon_in_value))
        .unwrap_or_else(|| SyntaxError {
            range: rest,
            hint: indentation(&lines),
            remedy: Remedy::Empty,
        })
}

/// The line after the one at a byte: the parser treats a tab there as part of the previous value.
fn next_line(text: &str, at: usize) -> Option<Line<'_>> {
    let start = at + text.get(at..)?.find('\n')? + 1;
    Some(Line { start, text: text.get(start..)?.lines().next()? })
}

/// The line at a byte and the lines before it, nearest first, without blank lines and comments.
fn last_lines(text: &str, at: usize) -> Vec<Line<'_>> {
    let mut end =
        text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |len| at + len);
    let mut lines = Vec::new();
    while lines.len() < 8 {
        let before = text.get(..end).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.get(start..).unwrap_or_default().trim_end();
        if !line.is_empty() && !line.trim_start().starts_with('#') {
            lines.push(Line { start, text: line });
        }
        if start == 0 {
            break;
        }
        end = start - 1;
    }
    lines
}

fn rest_of_line(text: &str, at: usize, here: Option<Line<'_>>) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let len = rest.lines().next().unwrap_or_default().trim_end().len();
    match here {
        // At the end of a text there is nothing to underline: the last line is meant.
        Some(line) if len == 0 => line.start + indent(line.text)..line.start + line.text.len(),
        _ => at..at + len,
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn tab(line: Line<'_>) -> Option<SyntaxError> {
    let blank = line.text.get(..indent(line.text))?;
    let at = line.start + blank.find('\t')?;
    Some(SyntaxError { range: at..at + 1, hint: Some("hint-tab"), remedy: Remedy::GiveUp })
}

fn control_character(line: Line<'_>) -> Option<SyntaxError> {
    let (at, found) = line.text.char_indices().find(|(_, c)| c.is_control() && *c != '\t')?;
    let range = line.start + at..line.start + at + found.len_utf8();
    Some(SyntaxError { range, hint: Some("hint-control-character"), remedy: Remedy::Empty })
}

fn full_width_colon(line: Line<'_>) -> Option<SyntaxError> {
    let key = key_length(line.text)?;
    let behind = line.text.get(key..)?;
    if !behind.starts_with('：') {
        return None;
    }
    let at = line.start + key;
    let range = at..at + '：'.len_utf8();
    Some(SyntaxError { range, hint: Some("hint-full-width-colon"), remedy: Remedy::Replace(": ") })
}

fn colon_without_space(line: Line<'_>) -> Option<SyntaxError> {
    let key = key_length(line.text)?;
    let behind = line.text.get(key..)?.strip_prefix(':')?;
    if behind.is_empty() || behind.starts_with([' ', '\t']) {
        return None;
    }
    let at = line.start + key;
    Some(SyntaxError {
        range: at..at + 1,
        hint: Some("hint-colon-space"),
        remedy: Remedy::Replace(": "),
    })
}

fn special_start(line: Line<'_>) -> Option<SyntaxError> {
    let value = value_start(line.text)?;
    let text = line.text.get(value..)?;
    let special = text.starts_with(['@', '%', '`', '&', '*', '!', '|', '>', ',', ']', '}']);
    let range = line.start + value..line.start + line.text.len();
    special.then_some(SyntaxError {
        range,
        hint: Some("hint-special-start"),
        remedy: Remedy::Empty,
    })
}

fn colon_in_value(line: Line<'_>) -> Option<SyntaxError> {
    let value = value_start(line.text)?;
    let text = line.text.get(value..)?;
    let plain = !text.starts_with(['"', '\'', '{', '[', '|', '>']);
    let range = line.start + value..line.start + line.text.len();
    let syntax_error =
        SyntaxError { range, hint: Some("hint-colon-in-value"), remedy: Remedy::Empty };
    (plain && text.contains(": ")).then_some(syntax_error)
}

fn open_bracket(line: Line<'_>) -> Option<SyntaxError> {
    let value = value_start(line.text)?;
    let text = line.text.get(value..)?;
    let count = |brackets: [char; 2]| text.matches(brackets).count();
    let open = text.starts_with(['[', '{']) && count(['[', '{']) > count([']', '}']);
    let range = line.start + value..line.start + line.text.len();
    open.then_some(SyntaxError { range, hint: Some("hint-bracket"), remedy: Remedy::Empty })
}

/// The previous lines are indented in steps; a line that matches none of them is probably indented
/// wrongly.
fn indentation(lines: &[Line<'_>]) -> Option<&'static str> {
    let (here, before) = lines.split_first()?;
    let own = indent(here.text);
    let steps = |line: &Line<'_>| {
        let outer = indent(line.text);
        [outer, outer + dashes(line.text.trim_start())]
    };
    let fits = before.iter().flat_map(steps).any(|step| step == own);
    (!before.is_empty() && !fits).then_some("hint-indent")
}

/// The length of the `- ` before an item.
fn dashes(text: &str) -> usize {
    text.len() - text.trim_start_matches(['-', ' ']).len()
}

/// The length of a line's indentation, dashes and key: the position where a colon is expected.
fn key_length(line: &str) -> Option<usize> {
    let start = indent(line);
    let start = start + dashes(line.get(start..)?);
    let key = line.get(start..)?;
    let len = key.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.'))?;
    (len > 0).then_some(start + len)
}

/// The start of a line's value, after its key or dash.
pub(super) fn value_start(line: &str) -> Option<usize> {
    if let Some(key) = key_length(line)
        && let Some(behind) = line.get(key..).and_then(|rest| rest.strip_prefix(':'))
        && behind.starts_with([' ', '\t'])
    {
        return Some(line.len() - behind.trim_start().len());
    }
    let start = indent(line);
    let dash = line.get(start..).map(dashes).filter(|len| *len > 1)?;
    Some(start + dash)
}

/// The opening of a quote that continues past its line and closes, if at all, on the line of byte
/// `at`: there it probably met the quote that should open another value.
fn open_quote(text: &str, at: usize) -> Option<SyntaxError> {
    let mut open: Option<(char, usize)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match open {
            Some((quote, _)) if at >= end && closing(line, 0, quote).is_some() => open = None,
            Some(_) => {}
            None => open = opening(line.trim_end()).map(|(quote, inside)| (quote, start + inside)),
        }
        if at < end {
            break;
        }
        start = end;
    }
    let (_, at) = open?;
    let len = text.get(at..)?.lines().next()?.trim_end().len();
    Some(SyntaxError { range: at..at + len, hint: Some("hint-quote"), remedy: Remedy::Empty })
}

/// The quote that starts a line's value, if the line does not close it.
fn opening(line: &str) -> Option<(char, usize)> {
    let value = value_start(line)?;
    let quote = line.get(value..)?.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    closing(line, value + 1, quote).is_none().then_some((quote, value))
}

/// The byte of the closing quote of a quoted value.
fn closing(line: &str, from: usize, quote: char) -> Option<usize> {
    let mut skip = false;
    for (at, c) in line.get(from..)?.char_indices() {
        match c {
            _ if skip => skip = false,
            '\\' if quote == '"' => skip = true,
            c if c == quote => return Some(from + at),
            _ => {}
        }
    }
    None
}
