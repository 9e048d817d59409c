//! `weibao list`: checks, reports, clauses, kinds.

use serde_json::json;

use super::Exit;
use super::arguments::ListOptions;
use super::columns::lines;
use super::surroundings::{Surroundings, print, print_error};
use crate::load;
use crate::model::{Contract, KINDS, Layout};
use crate::pipeline;
use crate::report::REPORTS;

/// Rows of a list: an id, its particulars, and what it is.
type Row = (String, String, String);

/// Prints a list.
pub(super) fn run(options: &ListOptions, surroundings: &Surroundings) -> Exit {
    let rows = match options.what.as_str() {
        "checks" => checks(surroundings),
        "reports" => reports(surroundings),
        "kinds" => kinds(surroundings),
        _ => match clauses(surroundings) {
            Ok(rows) => rows,
            Err(exit) => return exit,
        },
    };
    let written = print(|out| {
        if options.format == "json" {
            let list =
                rows.iter().map(|(id, kind, text)| json!({ "id": id, "kind": kind, "text": text }));
            let list: Vec<_> = list.collect();
            return writeln!(
                out,
                "{:#}",
                json!({ "version": 1, "list": options.what, "rows": list })
            );
        }
        let rows: Vec<_> = rows.into_iter().map(|(id, kind, text)| vec![id, kind, text]).collect();
        lines(&rows).iter().try_for_each(|line| writeln!(out, "{line}"))
    });
    match written {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

fn checks(surroundings: &Surroundings) -> Vec<Row> {
    let phrases = &surroundings.phrases;
    let rules = pipeline::rules().into_iter().map(|rule| {
        let level =
            phrases.text(&format!("level-{}-{}", rule.family.id(), rule.severity.id()), &[]);
        let summary = phrases.attribute(rule.code.0, "summary", &[]).unwrap_or_default();
        (rule.code.0.to_owned(), level, summary)
    });
    rules.collect()
}

fn reports(surroundings: &Surroundings) -> Vec<Row> {
    let phrases = &surroundings.phrases;
    let kinds = REPORTS.iter().map(|kind| {
        let per = phrases.text(&format!("per-{}", kind.per.id()), &[]);
        let title = phrases.text(&format!("report-{}", kind.id), &[("title", kind.title.into())]);
        (kind.id.to_owned(), per, title)
    });
    kinds.collect()
}

fn kinds(surroundings: &Surroundings) -> Vec<Row> {
    let rows = KINDS.iter().map(|kind| {
        let place = match kind.layout {
            Layout::File(name) => format!("data/{name}"),
            Layout::Folder(folder) => format!("data/{folder}/"),
            Layout::Tree(folder) => format!("data/{folder}/…/"),
        };
        let id = format!("kind-{}", kind.id);
        (kind.id.to_owned(), place, surroundings.phrases.text(&id, &[("title", kind.title.into())]))
    });
    rows.collect()
}

fn clauses(surroundings: &Surroundings) -> Result<Vec<Row>, Exit> {
    let loaded =
        load::load(&surroundings.root()).map_err(|error| surroundings.load_failed(&error))?;
    let Some(contract) = loaded.book.contract else {
        surroundings.say("no-contract", &[]);
        return Err(Exit::NoRecords);
    };
    Ok(rows_of(&contract.record))
}

fn rows_of(contract: &Contract) -> Vec<Row> {
    let rows = contract.clauses.iter().map(|clause| {
        let kind = format!("{} {}", clause.every, clause.evidence);
        (clause.id.clone(), kind, clause.text.clone())
    });
    rows.collect()
}
