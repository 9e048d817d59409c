//! `weibao explain CODE`: the page of a check.

use serde_json::json;

use super::Exit;
use super::arguments::ExplainOptions;
use super::surroundings::{Surroundings, print, print_error};
use crate::pipeline;

/// The parts of a page, in order; each is an attribute of the check's message.
const PARTS: [&str; 4] = ["summary", "why", "example", "remedy"];

/// Prints the page of a check.
pub(super) fn run(options: &ExplainOptions, surroundings: &Surroundings) -> Exit {
    let rules = pipeline::rules();
    let Some(rule) = rules.iter().find(|rule| rule.code.0 == options.code) else {
        surroundings.say("unknown-code", &[("code", options.code.clone().into())]);
        return Exit::Failure;
    };
    let phrases = &surroundings.phrases;
    let part = |name: &str| phrases.attribute(rule.code.0, name, &[]).unwrap_or_default();
    let level = phrases.text(&format!("level-{}-{}", rule.family.id(), rule.severity.id()), &[]);
    let written = print(|out| {
        if options.format == "json" {
            let page = json!({
                "version": 1,
                "code": rule.code.0,
                "family": rule.family.id(),
                "severity": rule.severity.id(),
                "summary": part("summary"),
                "why": part("why"),
                "example": part("example"),
                "remedy": part("remedy"),
            });
            return writeln!(out, "{page:#}");
        }
        writeln!(out, "{}（{level}）", rule.code.0)?;
        for name in PARTS {
            let heading = phrases.text(&format!("page-{name}"), &[]);
            writeln!(out, "\n{heading}")?;
            for line in part(name).lines() {
                writeln!(out, "  {line}")?;
            }
        }
        Ok(())
    });
    match written {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}
