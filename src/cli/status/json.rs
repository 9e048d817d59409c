//! The status of the contract, for programs.
//!
//! In: the data of the status. Out: one JSON document; `version` changes when a key changes its meaning.

use serde_json::{Map, Value, json};

use super::StatusInput;
use crate::cli::words::timestamp;
use crate::schedule::{Attainment, DueItem, State, by_clause, by_person};

pub(super) fn document(input: &StatusInput<'_>) -> Value {
    let rows = &input.evaluation.ledger.rows;
    let clauses = by_clause(input.evaluation);
    let clauses = clauses.iter().map(|status| {
        json!({
            "clause": status.clause.id,
            "text": status.clause.text,
            "required": status.required,
            "done": status.done,
            "states": states(status.states.iter().copied()),
            "clocks": status.attainment.map(attainment),
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
    let people = by_person(input.evaluation, input.agenda).into_iter().map(|(id, status)| {
        json!({
            "person": id,
            "name": input.name(id),
            "open_tickets": status.open_tickets,
            "open_cases": status.open_cases,
            "missed": status.missed,
            "overdue": status.overdue,
            "coming": status.coming,
        })
    });
    json!({
        "version": 1,
        "as_of": input.evaluation.as_of.to_string(),
        "within": input.within,
        "states": states(State::ALL.iter().map(|state| {
            (*state, rows.iter().filter(|row| row.state == *state).count())
        })),
        "clauses": clauses.collect::<Vec<_>>(),
        "ledger": ledger.collect::<Vec<_>>(),
        "overdue": input.overdue().map(|it| item(input, it)).collect::<Vec<_>>(),
        "coming": input.coming().map(|it| item(input, it)).collect::<Vec<_>>(),
        "people": people.collect::<Vec<_>>(),
    })
}

fn states(counts: impl Iterator<Item = (State, usize)>) -> Value {
    counts.map(|(state, count)| (state.id().to_owned(), json!(count))).collect::<Map<_, _>>().into()
}

/// The number of clocks by outcome.
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

fn item(input: &StatusInput<'_>, item: &DueItem<'_>) -> Value {
    let due = if item.all_day { item.due.date().to_string() } else { timestamp(item.due) };
    json!({
        "kind": item.kind.id(),
        "word": item.kind.word(),
        "id": item.id,
        "title": item.title,
        "clauses": item.clauses,
        "due": due,
        "days_left": item.days_left(input.evaluation.as_of),
        "person": item.person,
        "side": item.side.word(),
    })
}
