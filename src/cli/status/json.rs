//! How the contract stands, for programs.
//!
//! In: what is told. Out: one JSON document, whose `version` changes when a key changes its meaning.

use serde_json::{Map, Value, json};

use super::Told;
use crate::schedule::{Attainment, Matter, State, by_clause, by_person};

/// The document.
pub(super) fn document(told: &Told<'_>) -> Value {
    let rows = &told.reckoning.ledger.rows;
    let clauses = by_clause(told.reckoning);
    let clauses = clauses.iter().map(|standing| {
        json!({
            "clause": standing.clause.id,
            "text": standing.clause.text,
            "required": standing.required,
            "done": standing.done,
            "states": states(standing.states.iter().copied()),
            "clocks": standing.attainment.map(attainment),
        })
    });
    let ledger = rows.iter().map(|row| {
        json!({
            "clause": row.clause.id,
            "period": row.period.id,
            "from": row.period.from.to_string(),
            "to": row.period.to.to_string(),
            "state": row.state.id(),
            "required": row.required,
            "done": row.done,
            "evidence": row.evidence.iter().map(|proof| proof.record.as_str()).collect::<Vec<_>>(),
        })
    });
    let people = by_person(told.reckoning, told.agenda).into_iter().map(|(id, standing)| {
        json!({
            "person": id,
            "name": told.name(id),
            "open_tickets": standing.open_tickets,
            "open_cases": standing.open_cases,
            "missed": standing.missed,
            "overdue": standing.overdue,
            "coming": standing.coming,
        })
    });
    json!({
        "version": 1,
        "as_of": told.reckoning.as_of.to_string(),
        "within": told.within,
        "states": states(State::ALL.iter().map(|state| {
            (*state, rows.iter().filter(|row| row.state == *state).count())
        })),
        "clauses": clauses.collect::<Vec<_>>(),
        "ledger": ledger.collect::<Vec<_>>(),
        "overdue": told.overdue().map(|it| matter(told, it)).collect::<Vec<_>>(),
        "coming": told.coming().map(|it| matter(told, it)).collect::<Vec<_>>(),
        "people": people.collect::<Vec<_>>(),
    })
}

fn states(counts: impl Iterator<Item = (State, usize)>) -> Value {
    counts.map(|(state, count)| (state.id().to_owned(), json!(count))).collect::<Map<_, _>>().into()
}

/// How clocks came out.
pub(in crate::cli) fn attainment(sum: Attainment) -> Value {
    json!({
        "met": sum.met,
        "late": sum.late,
        "late_open": sum.late_open,
        "running": sum.running,
        "provisional": sum.provisional,
        "invalid": sum.invalid,
        "not_applicable": sum.not_applicable,
        "decided": sum.decided(),
    })
}

fn matter(told: &Told<'_>, matter: &Matter<'_>) -> Value {
    let due = if matter.all_day {
        matter.due.date().to_string()
    } else {
        matter.due.format("%Y-%m-%dT%H:%M:%S+08:00").to_string()
    };
    json!({
        "kind": matter.kind.id(),
        "word": matter.kind.word(),
        "id": matter.id,
        "title": matter.title,
        "clauses": matter.clauses,
        "due": due,
        "days_left": matter.days_left(told.reckoning.as_of),
        "person": matter.person,
        "side": matter.side.word(),
    })
}
