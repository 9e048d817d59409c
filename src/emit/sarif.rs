//! Diagnostics as SARIF 2.1.0, the format that code scanners and editors exchange.
//!
//! In: [`Output`]. Out: one run with the rules that were broken, their pages, and a result for each diagnostic. Columns count
//! characters; paths are relative to `%SRCROOT%`, the repository.

use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::output::{Output, fingerprints, in_repository, related_label, sentences};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lang::Messages;
use crate::source::{Location, Locator};

/// Characters of a path that need no escape in a URI.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Name and version of the fingerprint algorithm.
const FINGERPRINT: &str = "weibao/v1";

/// Writes the log.
pub(super) fn write(
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rules: Vec<Rule> =
        output.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules.dedup_by_key(|rule| rule.code);
    let fingerprints = fingerprints(output, locator);
    let results: Vec<_> = output
        .diagnostics
        .iter()
        .zip(fingerprints)
        .map(|(diagnostic, print)| {
            let at = rules.iter().position(|rule| rule.code == diagnostic.rule.code);
            result(diagnostic, at, &print, output, locator)
        })
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| described(*rule, output.messages)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// A rule with its page.
fn described(rule: Rule, messages: &Messages) -> Value {
    let part = |name: &str| messages.attribute(rule.code.0, name, &[]).unwrap_or_default();
    json!({
        "id": rule.code.0,
        "shortDescription": { "text": part("summary") },
        "fullDescription": { "text": part("why") },
        "help": { "text": part("remedy") },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.family.id()] },
    })
}

fn result(
    diagnostic: &Diagnostic,
    rule: Option<usize>,
    print: &str,
    output: &Output<'_>,
    locator: &mut Locator<'_>,
) -> Value {
    let located = locator.locate(&diagnostic.location);
    let related: Vec<_> = diagnostic
        .related
        .iter()
        .map(|related| {
            let mut location = location(&related.location, output, locator);
            let label = related_label(diagnostic, related.label, output.messages);
            location["message"] = json!({ "text": label });
            location
        })
        .collect();
    json!({
        "ruleId": diagnostic.rule.code.0,
        "ruleIndex": rule,
        "level": level(diagnostic.rule.severity),
        "message": { "text": sentences(diagnostic, &located, output.messages).join("\n") },
        "locations": [location(&diagnostic.location, output, locator)],
        "relatedLocations": related,
        "partialFingerprints": { FINGERPRINT: print },
    })
}

fn location(location: &Location, output: &Output<'_>, locator: &mut Locator<'_>) -> Value {
    let path = in_repository(output, locator.path(location));
    let located = locator.locate(location);
    let uri = utf8_percent_encode(&path, PATH).to_string();
    let mut physical = json!({ "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" } });
    if located.line > 0 {
        physical["region"] = json!({
            "startLine": located.line,
            "startColumn": located.column.max(1),
            "endLine": located.end_line.max(located.line),
            "endColumn": located.end_column.max(1),
        });
    }
    json!({ "physicalLocation": physical })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
