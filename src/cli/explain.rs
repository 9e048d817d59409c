//! `weibao explain`: the page of a check, or the clocks of a ticket.
//!
//! In: a word. Out: a page for the terminal, or JSON. The code of a check takes precedence; any other word is looked up among
//! the tickets.

mod input;
mod json;
mod ticket;

use serde_json::json;

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::evaluated::with_evaluation;
use super::options::ExplainOptions;
use crate::diagnostic::Rule;
use crate::pipeline;
use crate::schedule::Evaluation;
use crate::source::masked;
use input::Explained;

/// The parts of a page, in order; each is an attribute of the check's message.
pub(super) const PARTS: [&str; 4] = ["summary", "why", "example", "remedy"];

/// Prints the explanation of a word.
pub(super) fn run(options: &ExplainOptions, environment: &Environment) -> Exit {
    match pipeline::rules().iter().find(|rule| rule.code.0 == options.code) {
        Some(rule) => explain_rule(*rule, options, environment),
        // Outside of a project the word can only have been meant as a check.
        None if !environment.root().join("data").is_dir() => {
            environment.say("unknown-code", &[("code", options.code.clone().into())]);
            Exit::Failure
        }
        None => explain_ticket(options, environment),
    }
}

fn explain_ticket(options: &ExplainOptions, environment: &Environment) -> Exit {
    with_evaluation(environment, |_, evaluation| {
        explain_ticket_of(evaluation, options, environment)
    })
}

fn explain_ticket_of(
    evaluation: &Evaluation<'_>,
    options: &ExplainOptions,
    environment: &Environment,
) -> Exit {
    let Some(timed) = evaluation.service.ticket(&options.code) else {
        let later = evaluation.records.ticket(&options.code).is_some();
        let id = if later { "ticket-not-yet" } else { "unknown-code" };
        environment.say(id, &[("code", options.code.clone().into())]);
        return Exit::Failure;
    };
    let others = evaluation.others;
    let disputed = |clock| (clock, others.disagreeing(&evaluation.service.timing, timed, clock));
    let explained = Explained {
        evaluation,
        timed,
        clocks: timed.clocks.iter().map(disputed).collect(),
        environment,
    };
    ended(print(|out| {
        if options.format == "json" {
            return writeln!(out, "{}", masked(&format!("{:#}", json::document(&explained))));
        }
        ticket::page(&explained).iter().try_for_each(|line| writeln!(out, "{}", masked(line)))
    }))
}

fn explain_rule(rule: Rule, options: &ExplainOptions, environment: &Environment) -> Exit {
    let messages = &environment.messages;
    let part = |name: &str| messages.attribute(rule.code.0, name, &[]).unwrap_or_default();
    let level = messages.text(&format!("level-{}-{}", rule.family.id(), rule.severity.id()), &[]);
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
            let heading = messages.text(&format!("page-{name}"), &[]);
            writeln!(out, "\n{heading}")?;
            for line in part(name).lines() {
                writeln!(out, "  {line}")?;
            }
        }
        Ok(())
    });
    ended(written)
}

fn ended(written: std::io::Result<()>) -> Exit {
    match written {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}
