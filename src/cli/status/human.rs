//! How the contract stands, for a terminal.
//!
//! In: what is told. Out: lines.

use super::Told;
use crate::cli::columns::{lines, shortened};
use crate::cli::words;
use crate::lang::Value;
use crate::schedule::{
    ClauseStanding, ClockVerdict, Matter, MatterKind, Row, State, Timed, by_clause, by_person,
};

/// Columns of a clause's text that are shown.
const TEXT: usize = 44;

/// So many missed clocks of a row are named.
const NAMED: usize = 5;

/// The page.
pub(super) fn page(told: &Told<'_>) -> Vec<String> {
    let mut page = head(told);
    page.extend(section(told, "status-clauses", &[], clauses(told)));
    page.extend(section(told, "status-gaps", &[], gaps(told)));
    page.extend(section(told, "status-overdue", &[], matters(told, told.overdue())));
    let within = [("days", told.within.into())];
    page.extend(section(told, "status-coming", &within, matters(told, told.coming())));
    page.extend(section(told, "status-people", &[], people(told)));
    page
}

fn say(told: &Told<'_>, id: &str, args: &[(&'static str, Value)]) -> String {
    told.surroundings.phrases.text(id, args)
}

fn section(
    told: &Told<'_>,
    heading: &str,
    args: &[(&'static str, Value)],
    mut body: Vec<String>,
) -> Vec<String> {
    if body.is_empty() {
        body.push(say(told, "status-none", &[]));
    }
    let heading = say(told, heading, args);
    let heading =
        if told.surroundings.color { format!("\x1b[1m{heading}\x1b[0m") } else { heading };
    let body = body.into_iter().map(|line| format!("  {line}"));
    [String::new(), heading].into_iter().chain(body).collect()
}

fn head(told: &Told<'_>) -> Vec<String> {
    let (contract, as_of) = (&told.contract.record, told.reckoning.as_of);
    let term = contract.term;
    let total = (term.to.0 - term.from.0).num_days() + 1;
    let passed = (as_of - term.from.0).num_days().clamp(0, total);
    let rows = &told.reckoning.ledger.rows;
    let states = State::ALL.iter().map(|state| {
        let count = rows.iter().filter(|row| row.state == *state).count();
        format!("{} {} {count}", state.symbol(), state_word(told, *state))
    });
    vec![
        format!("{}　{}", contract.title, contract.hospital.name),
        say(
            told,
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

/// The word that reports print, with what it means in other languages.
fn state_word(told: &Told<'_>, state: State) -> String {
    let phrases = &told.surroundings.phrases;
    let args = [("word", state.word().into())];
    phrases.attribute(&format!("state-{}", state.id()), "word", &args).unwrap_or_default()
}

fn clauses(told: &Told<'_>) -> Vec<String> {
    let title = |id: &str| say(told, id, &[]);
    let mut rows = vec![vec![title("status-clause")]];
    rows[0].extend(State::ALL.iter().map(|state| title(&format!("state-{}", state.id()))));
    rows[0].extend([title("status-done"), title("status-text")]);
    rows.extend(by_clause(told.reckoning).iter().map(clause_row));
    lines(&rows)
}

fn clause_row(standing: &ClauseStanding<'_>) -> Vec<String> {
    let progress = standing.progress();
    let done = progress.map_or_else(|| "—".to_owned(), |(done, due)| format!("{done}/{due}"));
    let mut row = vec![standing.clause.id.clone()];
    // A nought says nothing, and hides the numbers that do.
    row.extend(standing.states.iter().map(|(_, count)| match count {
        0 => String::new(),
        count => count.to_string(),
    }));
    row.extend([done, shortened(&standing.clause.text, TEXT)]);
    row
}

fn gaps(told: &Told<'_>) -> Vec<String> {
    let gaps = told.reckoning.ledger.rows.iter().filter(|row| {
        matches!(row.state, State::Partial | State::NoEvidence | State::Deviation | State::DoneLate)
    });
    let rows: Vec<_> = gaps
        .map(|row| {
            vec![
                row.clause.id.clone(),
                row.period.id.clone(),
                format!("{} {}", row.state.symbol(), state_word(told, row.state)),
                missed(told, row),
            ]
        })
        .collect();
    lines(&rows)
}

/// The tickets whose clocks a row missed.
fn missed(told: &Told<'_>, row: &Row<'_>) -> String {
    let Some(duty) = row.clause.clock else { return String::new() };
    let of_period = told.reckoning.service.of_period(&row.period);
    let late: Vec<_> = of_period.iter().filter_map(|timed| overrun(told, timed, duty)).collect();
    let mut named = late.iter().take(NAMED).cloned().collect::<Vec<_>>().join("；");
    if late.len() > NAMED {
        named += &say(told, "status-more", &[("count", (late.len() - NAMED).into())]);
    }
    named
}

fn overrun(told: &Told<'_>, timed: &Timed<'_>, duty: crate::model::ClockDuty) -> Option<String> {
    let clock = timed.clock(duty).filter(|clock| clock.verdict.is_missed())?;
    let length = words::duration(clock.overrun?, &told.surroundings.phrases);
    let id =
        if clock.verdict == ClockVerdict::LateOpen { "status-late-open" } else { "status-late" };
    let args = [("ticket", timed.ticket.record.id.as_str().into()), ("overrun", length.into())];
    Some(say(told, id, &args))
}

fn matters<'a>(told: &Told<'a>, matters: impl Iterator<Item = &'a Matter<'a>>) -> Vec<String> {
    let rows: Vec<_> = matters.map(|matter| matter_row(told, matter)).collect();
    lines(&rows)
}

fn matter_row<'a>(told: &Told<'a>, matter: &'a Matter<'a>) -> Vec<String> {
    let due =
        if matter.all_day { matter.due.date().to_string() } else { words::moment(matter.due) };
    let left = matter.days_left(told.reckoning.as_of);
    let left = if left < 0 {
        say(told, "status-days-over", &[("days", (-left).into())])
    } else {
        say(told, "status-days-left", &[("days", left.into())])
    };
    vec![due, left, kind(told, matter), what(told, matter), who(told, matter)]
}

fn kind(told: &Told<'_>, matter: &Matter<'_>) -> String {
    let id = format!("matter-{}", matter.kind.id());
    say(told, &id, &[("word", matter.kind.word().into())])
}

/// A duty by its period and clauses; anything else by its id and words.
fn what(told: &Told<'_>, matter: &Matter<'_>) -> String {
    match matter.kind {
        MatterKind::Duty(_) => {
            let args = [("period", matter.title.into()), ("count", matter.clauses.len().into())];
            say(told, "status-duty", &args)
        }
        _ => format!("{} {}", matter.id, shortened(matter.title, TEXT)),
    }
}

fn who<'a>(told: &Told<'a>, matter: &'a Matter<'a>) -> String {
    matter.person.map_or_else(|| matter.side.word(), |person| told.name(person)).to_owned()
}

fn people(told: &Told<'_>) -> Vec<String> {
    let title = |id: &str| say(told, id, &[]);
    let people = by_person(told.reckoning, told.agenda);
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
    for (id, standing) in people {
        let counts = [
            standing.open_tickets,
            standing.open_cases,
            standing.missed,
            standing.overdue,
            standing.coming,
        ];
        let [a, b, c, d, e] = counts.map(|count| count.to_string());
        rows.push(vec![told.name(id).to_owned(), a, b, c, d, e]);
    }
    lines(&rows)
}
