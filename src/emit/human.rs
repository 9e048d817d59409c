//! Diagnostics for people at a terminal: headline, excerpt with the value underlined, the contract clause, the remedy.
//!
//! In: [`Output`]. Out: text in the style of rustc, drawn by `annotate-snippets`, which handles double-width characters.

mod part;

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::output::{Output, Words, count_args, related_label, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Messages;
use crate::source::{Location, Locator};
use part::Part;

pub(crate) use part::one_line;

/// Lines are cut before they are drawn: the library would cut by characters, not by columns.
const NO_LIMIT: usize = 100_000;

/// Writes all diagnostics and a closing count.
pub(super) fn write(
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    // Borders stay ASCII: box characters are two columns wide in some Chinese terminals and would misalign the carets.
    let renderer = if output.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(NO_LIMIT);
    for diagnostic in output.diagnostics {
        let text = draw(diagnostic, output, locator, &renderer);
        writeln!(out, "{text}\n")?;
    }
    writeln!(out, "{}", output.messages.text("closing-count", &count_args(output)))
}

fn draw(
    diagnostic: &Diagnostic,
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    renderer: &Renderer,
) -> String {
    let messages = output.messages;
    let Words { headline, label, help } = words(diagnostic, messages);
    let (path, part) = shown(&diagnostic.location, locator);
    let label = label.map(|label| one_line(&label));
    let related: Vec<_> = diagnostic
        .related
        .iter()
        .map(|related| {
            let label = one_line(&related_label(diagnostic, related.label, messages));
            (shown(&related.location, locator), label)
        })
        .collect();
    let title =
        level(diagnostic, messages).primary_title(one_line(&headline)).id(diagnostic.rule.code.0);
    let mut group = Group::with_title(title);
    group = match &part {
        Some(part) => framed(group, &path, part, label.as_deref(), AnnotationKind::Primary),
        None => group.element(Origin::path(&path)),
    };
    for ((path, part), label) in &related {
        if let Some(part) = part {
            group = framed(group, path, part, Some(label), AnnotationKind::Context);
        }
    }
    let help_name = messages.text("level-help", &[]);
    for line in &help {
        group = group.element(Level::HELP.with_name(help_name.clone()).message(one_line(line)));
    }
    renderer.render(&[group])
}

/// The path of a location and the part of the line to show.
fn shown(location: &Location, locator: &mut Locator<'_>) -> (String, Option<Part>) {
    let located = locator.locate(location);
    let path = locator.path(location);
    let path =
        located.cell.as_ref().map_or_else(|| path.to_owned(), |cell| format!("{path}:{cell}"));
    (one_line(&path), Part::new(&located))
}

fn level(diagnostic: &Diagnostic, messages: &Messages) -> Level<'static> {
    let rule = diagnostic.rule;
    let name = messages.text(&format!("level-{}-{}", rule.family.id(), rule.severity.id()), &[]);
    let level = match rule.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::INFO,
    };
    level.with_name(name)
}

/// A line with its value underlined, under a heading of path, line and column.
fn framed<'a>(
    group: Group<'a>,
    path: &'a str,
    part: &'a Part,
    label: Option<&'a str>,
    kind: AnnotationKind,
) -> Group<'a> {
    let snippet = Snippet::source(part.text.as_str())
        .line_start(part.line)
        .annotation(kind.span(part.range.clone()).label(label));
    if part.is_of_sheet {
        return group.element(Origin::path(path)).element(snippet);
    }
    if part.shows_column() {
        return group.element(snippet.path(path));
    }
    // The library would count columns in the visible part of a line that was cut.
    group.element(Origin::path(path).line(part.line).char_column(part.column)).element(snippet)
}
