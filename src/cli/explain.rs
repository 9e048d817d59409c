//! `weibao explain`: the page of a check, or the clocks of a ticket.
//!
//! In: a word. Out: a page for the terminal, or JSON. A word that names a check is one; any other is looked for among the tickets.

mod json;
mod ticket;

use serde_json::json;

use super::Exit;
use super::arguments::ExplainOptions;
use super::environment::{Environment, print, print_error};
use super::evaluated::with_evaluation;
use crate::diagnostic::Rule;
use crate::model::{ClockDuty, Ticket};
use crate::pipeline;
use crate::schedule::{AlternativeClock, Clock, Evaluation, Timed};
use crate::source::masked;

/// The parts of a page, in order; each is an attribute of the check's message.
pub(super) const PARTS: [&str; 4] = ["summary", "why", "example", "remedy"];

/// Prints what a word means.
pub(super) fn run(options: &ExplainOptions, environment: &Environment) -> Exit {
    match pipeline::rules().iter().find(|rule| rule.code.0 == options.code) {
        Some(rule) => explain_rule(*rule, options, environment),
        // Away from any project a word can only have meant a check.
        None if !environment.root().join("data").is_dir() => {
            environment.say("unknown-code", &[("code", options.code.clone().into())]);
            Exit::Failure
        }
        None => explain_ticket(options, environment),
    }
}

/// A ticket with its clocks.
struct Explained<'a> {
    evaluation: &'a Evaluation<'a>,
    timed: &'a Timed<'a>,
    /// Each clock with the readings that would judge it the other way.
    clocks: Vec<(&'a Clock<'a>, Vec<AlternativeClock<'a>>)>,
    environment: &'a Environment,
}

impl<'a> Explained<'a> {
    fn ticket(&self) -> &'a Ticket {
        &self.timed.ticket.record
    }

    fn file(&self) -> &'a str {
        self.evaluation.files.path(self.timed.ticket.location.file)
    }

    fn name(&self, id: &'a str) -> &'a str {
        self.evaluation.records.person(id).map_or(id, |person| person.name.as_str())
    }

    /// The clauses that promise a limit.
    fn clause_of(&self, duty: ClockDuty) -> String {
        let clauses = self.evaluation.contract.record.clauses.iter();
        let promised = clauses.filter(|clause| clause.clock == Some(duty));
        promised.map(|clause| clause.id.as_str()).collect::<Vec<_>>().join("、")
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
