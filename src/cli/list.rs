//! `weibao list`: checks, reports, clauses, kinds.

mod pages;

use serde_json::json;

use super::Exit;
use super::columns::lines;
use super::environment::{Environment, print, print_error};
use super::generated;
use super::options::ListOptions;
use crate::load;
use crate::model::{Contract, KINDS, Layout};
use crate::pipeline;
use crate::report::REPORTS;

/// Rows of a list: id, details and description.
type Row = (String, String, String);

/// Prints a list.
pub(super) fn run(options: &ListOptions, environment: &Environment) -> Exit {
    if let Some(folder) = &options.write {
        if options.what != "checks" {
            environment.say("list-folder", &[]);
            return Exit::Failure;
        }
        return generated::write_into(folder, &pages::pages(), environment);
    }
    let rows = match options.what.as_str() {
        "checks" => checks(environment),
        "reports" => reports(environment),
        "kinds" => kinds(environment),
        _ => match clauses(environment) {
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

fn checks(environment: &Environment) -> Vec<Row> {
    let messages = &environment.messages;
    let rules = pipeline::rules().into_iter().map(|rule| {
        let level =
            messages.text(&format!("level-{}-{}", rule.family.id(), rule.severity.id()), &[]);
        let summary = messages.attribute(rule.code.0, "summary", &[]).unwrap_or_default();
        (rule.code.0.to_owned(), level, summary)
    });
    rules.collect()
}

fn reports(environment: &Environment) -> Vec<Row> {
    let messages = &environment.messages;
    let kinds = REPORTS.iter().map(|kind| {
        let per = messages.text(&format!("per-{}", kind.per.id()), &[]);
        let title = messages.text(&format!("report-{}", kind.id), &[("title", kind.title.into())]);
        (kind.id.to_owned(), per, title)
    });
    kinds.collect()
}

fn kinds(environment: &Environment) -> Vec<Row> {
    let rows = KINDS.iter().map(|kind| {
        let location = match kind.layout {
            Layout::File(name) => format!("data/{name}"),
            Layout::Folder(folder) => format!("data/{folder}/"),
            Layout::Tree(folder) => format!("data/{folder}/…/"),
        };
        let id = format!("kind-{}", kind.id);
        (
            kind.id.to_owned(),
            location,
            environment.messages.text(&id, &[("title", kind.title.into())]),
        )
    });
    rows.collect()
}

fn clauses(environment: &Environment) -> Result<Vec<Row>, Exit> {
    let loaded =
        load::load(&environment.root()).map_err(|error| environment.load_failed(&error))?;
    let Some(contract) = loaded.records.contract else {
        environment.say("no-contract", &[]);
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
