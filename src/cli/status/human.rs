//! The status of the contract, for a terminal.
//!
//! In: the data of the status. Out: lines.

use super::StatusInput;
use crate::cli::columns::lines;
use crate::cli::words;
use crate::lang::Value;
use crate::schedule::{
    ClauseStatus, ClockVerdict, DueItem, DueKind, Row, State, Timed, by_clause, by_person,
};
use crate::source::first_columns;

/// Width to which the text of a clause is cut, in columns.
const TEXT: usize = 44;

/// Number of missed clocks of a row that are named.
const NAMED: usize = 5;

pub(super) fn page(input: &StatusInput<'_>) -> Vec<String> {
    let mut page = head(input);
    page.extend(section(input, "status-clauses", &[], clauses(input)));
    page.extend(section(input, "status-gaps", &[], gaps(input)));
    page.extend(section(input, "status-overdue", &[], items(input, input.overdue())));
    let within = [("days", input.within.into())];
    page.extend(section(input, "status-coming", &within, items(input, input.coming())));
    page.extend(section(input, "status-people", &[], people(input)));
    page
}

fn say(input: &StatusInput<'_>, id: &str, args: &[(&'static str, Value)]) -> String {
    input.environment.messages.text(id, args)
}

fn section(
    input: &StatusInput<'_>,
    heading: &str,
    args: &[(&'static str, Value)],
    mut body: Vec<String>,
) -> Vec<String> {
    if body.is_empty() {
        body.push(say(input, "status-none", &[]));
    }
    let heading = say(input, heading, args);
    let heading =
        if input.environment.color { format!("\x1b[1m{heading}\x1b[0m") } else { heading };
    let body = body.into_iter().map(|line| format!("  {line}"));
    [String::new(), heading].into_iter().chain(body).collect()
}

fn head(input: &StatusInput<'_>) -> Vec<String> {
    let (contract, as_of) = (&input.evaluation.contract.record, input.evaluation.as_of);
    let term = contract.term;
    let total = (term.to.0 - term.from.0).num_days() + 1;
    let passed = (as_of - term.from.0).num_days().clamp(0, total);
    let rows = &input.evaluation.ledger.rows;
    let states = State::ALL.iter().map(|state| {
        let count = rows.iter().filter(|row| row.state == *state).count();
        format!("{} {} {count}", state.symbol(), state_word(input, *state))
    });
    vec![
        format!("{}　{}", contract.title, contract.hospital.name),
        say(
            input,
            "status-term",
            &[
                ("from", term.from.to_string().into()),
                ("to", term.to.to_string().into()),
                ("today", as_of.to_string().into()),
                ("passed", passed.into()),
                ("total", total.into()),
            ],
        ),
        states.collect::<Vec<_>>().join("　"),
    ]
}

/// The state as the reports print it, with its translation in other languages.
fn state_word(input: &StatusInput<'_>, state: State) -> String {
    let messages = &input.environment.messages;
    let args = [("word", state.word().into())];
    messages.attribute(&format!("state-{}", state.id()), "word", &args).unwrap_or_default()
}

fn clauses(input: &StatusInput<'_>) -> Vec<String> {
    let title = |id: &str| say(input, id, &[]);
    let mut rows = vec![vec![title("status-clause")]];
    rows[0].extend(State::ALL.iter().map(|state| title(&format!("state-{}", state.id()))));
    rows[0].extend([title("status-done"), title("status-text")]);
    rows.extend(by_clause(input.evaluation).iter().map(clause_row));
    lines(&rows)
}

fn clause_row(status: &ClauseStatus<'_>) -> Vec<String> {
    let progress = status.progress();
    let done = progress.map_or_else(|| "—".to_owned(), |(done, due)| format!("{done}/{due}"));
    let mut row = vec![status.clause.id.clone()];
    // A zero tells the reader nothing and distracts from the other numbers.
    row.extend(status.states.iter().map(|(_, count)| match count {
        0 => String::new(),
        count => count.to_string(),
    }));
    row.extend([done, first_columns(&status.clause.text, TEXT, "…")]);
    row
}

fn gaps(input: &StatusInput<'_>) -> Vec<String> {
    let gaps = input.evaluation.ledger.rows.iter().filter(|row| {
        matches!(row.state, State::Partial | State::NoEvidence | State::Deviation | State::DoneLate)
    });
    let rows: Vec<_> = gaps
        .map(|row| {
            vec![
                row.clause.id.clone(),
                row.period.id.clone(),
                format!("{} {}", row.state.symbol(), state_word(input, row.state)),
                missed(input, row),
            ]
        })
        .collect();
    lines(&rows)
}

/// The tickets whose clocks a row missed.
fn missed(input: &StatusInput<'_>, row: &Row<'_>) -> String {
    let Some(duty) = row.clause.clock else { return String::new() };
    let of_period = input.evaluation.service.of_period(&row.period);
    let late: Vec<_> = of_period.iter().filter_map(|timed| overrun(input, timed, duty)).collect();
    let mut named = late.iter().take(NAMED).cloned().collect::<Vec<_>>().join("；");
    if late.len() > NAMED {
        named += &say(input, "status-more", &[("count", (late.len() - NAMED).into())]);
    }
    named
}

fn overrun(
    input: &StatusInput<'_>,
    timed: &Timed<'_>,
    duty: crate::model::ClockDuty,
) -> Option<String> {
    let clock = timed.clock(duty).filter(|clock| clock.verdict.is_missed())?;
    let length = words::duration(clock.overrun?, &input.environment.messages);
    let id =
        if clock.verdict == ClockVerdict::LateOpen { "status-late-open" } else { "status-late" };
    let args = [("ticket", timed.ticket.record.id.as_str().into()), ("overrun", length.into())];
    Some(say(input, id, &args))
}

fn items<'a>(input: &StatusInput<'a>, items: impl Iterator<Item = &'a DueItem<'a>>) -> Vec<String> {
    let rows: Vec<_> = items.map(|item| item_row(input, item)).collect();
    lines(&rows)
}

fn item_row<'a>(input: &StatusInput<'a>, item: &'a DueItem<'a>) -> Vec<String> {
    let due = if item.all_day { item.due.date().to_string() } else { words::moment(item.due) };
    let left = item.days_left(input.evaluation.as_of);
    let left = if left < 0 {
        say(input, "status-days-over", &[("days", (-left).into())])
    } else {
        say(input, "status-days-left", &[("days", left.into())])
    };
    vec![due, left, kind(input, item), what(input, item), who(input, item)]
}

fn kind(input: &StatusInput<'_>, item: &DueItem<'_>) -> String {
    let id = format!("matter-{}", item.kind.id());
    say(input, &id, &[("word", item.kind.word().into())])
}

/// A duty by its period and clauses; any other item by its id and description.
fn what(input: &StatusInput<'_>, item: &DueItem<'_>) -> String {
    match item.kind {
        DueKind::Duty(_) => {
            let args = [("period", item.title.into()), ("count", item.clauses.len().into())];
            say(input, "status-duty", &args)
        }
        _ => format!("{} {}", item.id, first_columns(item.title, TEXT, "…")),
    }
}

fn who<'a>(input: &StatusInput<'a>, item: &'a DueItem<'a>) -> String {
    item.person.map_or_else(|| item.side.word(), |person| input.name(person)).to_owned()
}

fn people(input: &StatusInput<'_>) -> Vec<String> {
    let title = |id: &str| say(input, id, &[]);
    let people = by_person(input.evaluation, input.agenda);
    if people.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![vec![
        title("status-person"),
        title("status-open-tickets"),
        title("status-open-cases"),
        title("status-missed"),
        title("status-past"),
        title("status-ahead"),
    ]];
    for (id, status) in people {
        let counts =
            [status.open_tickets, status.open_cases, status.missed, status.overdue, status.coming];
        let [a, b, c, d, e] = counts.map(|count| count.to_string());
        rows.push(vec![input.name(id).to_owned(), a, b, c, d, e]);
    }
    lines(&rows)
}
