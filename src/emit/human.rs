//! Diagnostics for people at a terminal: headline, excerpt with the value underlined, the contract's clause, what to do.
//!
//! In: [`Output`]. Out: text in the manner of rustc, drawn by `annotate-snippets`, which measures double-width characters.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Output, Words, count_args, related_label, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Phrases;
use crate::source::{Located, Locator};

/// Lines shown before and behind the line meant.
const AROUND: usize = 0;
/// A longer line is cut around the value before it is shown.
const LONGEST_LINE: usize = 4096;

/// Writes all diagnostics and a closing count.
pub fn write(output: &Output<'_>, locator: &mut Locator<'_>, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if output.color { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in output.diagnostics {
        let text = draw(diagnostic, output, locator, &renderer);
        writeln!(out, "{text}\n")?;
    }
    writeln!(out, "{}", output.phrases.text("closing-count", &count_args(output)))
}

fn draw(
    diagnostic: &Diagnostic,
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    renderer: &Renderer,
) -> String {
    let phrases = output.phrases;
    let Words { headline, label, help } = words(diagnostic, phrases);
    let path = locator.path(&diagnostic.place).to_owned();
    let part = excerpt(&locator.locate(&diagnostic.place));
    let related: Vec<_> = diagnostic
        .related
        .iter()
        .filter_map(|related| {
            let path = locator.path(&related.place).to_owned();
            let part = excerpt(&locator.locate(&related.place))?;
            Some((path, part, related_label(diagnostic, related.label, phrases)))
        })
        .collect();
    let title = level(diagnostic, phrases).primary_title(headline).id(diagnostic.rule.code.0);
    let mut group = match &part {
        Some(part) => title.element(snippet(part, &path, label.as_deref(), AnnotationKind::Primary)),
        None => title.element(Origin::path(&path)),
    };
    for (path, part, label) in &related {
        group = group.element(snippet(part, path, Some(label), AnnotationKind::Context));
    }
    let help_name = phrases.text("level-help", &[]);
    for line in &help {
        group = group.element(Level::HELP.with_name(help_name.clone()).message(line.clone()));
    }
    renderer.render(&[group])
}

fn level(diagnostic: &Diagnostic, phrases: &Phrases) -> Level<'static> {
    let rule = diagnostic.rule;
    let name = phrases.text(&format!("level-{}-{}", rule.family.id(), rule.severity.id()), &[]);
    let level = match rule.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::INFO,
    };
    level.with_name(name)
}

/// The lines to show, cut out of the file.
struct Part {
    text: String,
    first_line: usize,
    range: std::ops::Range<usize>,
}

/// Nothing for a whole file, or one that can no longer be read.
fn excerpt(located: &Located) -> Option<Part> {
    if located.line == 0 {
        return None;
    }
    let (window, first_line) = located.window(AROUND);
    let text = located.text.get(window.clone())?;
    let start = located.range.start.saturating_sub(window.start);
    let end = located.range.end.saturating_sub(window.start).min(text.len()).max(start);
    if text.len() > LONGEST_LINE {
        return Some(cut(text, first_line, start, end));
    }
    Some(Part { text: visible(text), first_line, range: start..end })
}

fn cut(text: &str, first_line: usize, start: usize, end: usize) -> Part {
    let boundary =
        |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let from = boundary(start.saturating_sub(80));
    let to = boundary(end.min(start + 200) + 80);
    let shown = text.get(from..to).unwrap_or_default();
    Part { text: visible(shown), first_line, range: start - from..end.min(to) - from }
}

/// Control and direction marks would disturb the terminal; each is replaced by a mark of the same byte length, so that
/// ranges stay right.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match (c, c.len_utf8()) {
            ('\n' | '\t', _) => c,
            (c, 1) if c.is_control() => '?',
            (c, 2) if c.is_control() => '¿',
            ('\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}', _) => {
                '�'
            }
            _ => c,
        })
        .collect()
}

fn snippet<'a>(
    part: &'a Part,
    path: &'a str,
    label: Option<&'a str>,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    Snippet::source(part.text.as_str())
        .line_start(part.first_line)
        .path(path)
        .annotation(kind.span(part.range.clone()).label(label))
}
