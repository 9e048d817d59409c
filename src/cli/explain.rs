//! `weibao explain`: the page of a check, or the clocks of a ticket.
//!
//! In: a word. Out: a page for the terminal, or JSON. A word that names a check is one; any other is looked for among the tickets.

mod json;
mod ticket;

use serde_json::json;

use super::Exit;
use super::arguments::ExplainOptions;
use super::reckoned::{Reckoned, with_reckoning};
use super::surroundings::{Surroundings, print, print_error};
use crate::diagnostic::Rule;
use crate::model::{ClockDuty, Ticket};
use crate::pipeline::{self, Checked};
use crate::schedule::{Clock, OtherClock, Reckoning, Timed};
use crate::source::masked;

/// The parts of a page, in order; each is an attribute of the check's message.
const PARTS: [&str; 4] = ["summary", "why", "example", "remedy"];

/// Prints what a word means.
pub(super) fn run(options: &ExplainOptions, surroundings: &Surroundings) -> Exit {
    match pipeline::rules().iter().find(|rule| rule.code.0 == options.code) {
        Some(rule) => explain_rule(*rule, options, surroundings),
        // Away from any project a word can only have meant a check.
        None if !surroundings.root().join("data").is_dir() => {
            surroundings.say("unknown-code", &[("code", options.code.clone().into())]);
            Exit::Failure
        }
        None => explain_ticket(options, surroundings),
    }
}

/// A ticket with its clocks.
struct Explained<'a> {
    checked: &'a Checked,
    reckoning: &'a Reckoning<'a>,
    timed: &'a Timed<'a>,
    /// Each clock with the readings that would judge it the other way.
    clocks: Vec<(&'a Clock<'a>, Vec<OtherClock<'a>>)>,
    surroundings: &'a Surroundings,
}

impl<'a> Explained<'a> {
    fn ticket(&self) -> &'a Ticket {
        &self.timed.ticket.record
    }

    fn file(&self) -> &'a str {
        self.checked.files.path(self.timed.ticket.place.file)
    }

    fn name(&self, id: &'a str) -> &'a str {
        self.checked.book.person(id).map_or(id, |person| person.name.as_str())
    }

    /// The clauses that promise a limit.
    fn clause_of(&self, duty: ClockDuty) -> String {
        let clauses = self.reckoning.judging.contract.clauses.iter();
        let promised = clauses.filter(|clause| clause.clock == Some(duty));
        promised.map(|clause| clause.id.as_str()).collect::<Vec<_>>().join("、")
    }
}

fn explain_ticket(options: &ExplainOptions, surroundings: &Surroundings) -> Exit {
    with_reckoning(surroundings, |reckoned| explain_ticket_of(reckoned, options, surroundings))
}

fn explain_ticket_of(
    reckoned: &Reckoned<'_>,
    options: &ExplainOptions,
    surroundings: &Surroundings,
) -> Exit {
    let Reckoned { checked, foundation, reckoning, .. } = *reckoned;
    let Some(timed) = reckoning.service.ticket(&options.code) else {
        let later = checked.book.ticket(&options.code).is_some();
        let id = if later { "ticket-not-yet" } else { "unknown-code" };
        surroundings.say(id, &[("code", options.code.clone().into())]);
        return Exit::Failure;
    };
    let others = &foundation.others;
    let disputed = |clock| (clock, others.disagreeing(&reckoning.service.timing, timed, clock));
    let told = Explained {
        checked,
        reckoning,
        timed,
        clocks: timed.clocks.iter().map(disputed).collect(),
        surroundings,
    };
    ended(print(|out| {
        if options.format == "json" {
            return writeln!(out, "{}", masked(&format!("{:#}", json::document(&told))));
        }
        ticket::page(&told).iter().try_for_each(|line| writeln!(out, "{}", masked(line)))
    }))
}

fn explain_rule(rule: Rule, options: &ExplainOptions, surroundings: &Surroundings) -> Exit {
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
