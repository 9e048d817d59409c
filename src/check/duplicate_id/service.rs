//! Names of tickets, visits, cases, surveys and other records of the service.
//!
//! In: the records. Out: their names by space. Notices of all channels share one, for others name them by number alone.

use super::{Name, Names, named, periods};
use crate::check::context::Context;
use crate::model::{Sourced, Survey};

pub(super) fn names<'a>(context: &Context<'a>) -> Vec<Names<'a>> {
    let records = context.records;
    let requests = records.visits.iter().flat_map(|visit| {
        let requests = visit.record.requests.iter().enumerate();
        requests.map(|(at, request)| named(&request.id, visit.at("requests").at(at)))
    });
    let mut names = vec![
        ("ticket", ids(&records.tickets, |ticket| &ticket.id)),
        ("visit", ids(&records.visits, |visit| &visit.id)),
        ("escalation", ids(&records.escalations, |case| &case.id)),
        ("survey", ids(&records.surveys, |survey| &survey.id)),
        ("survey-period", periods(context, &records.surveys, |survey| &survey.period)),
        ("knowledge", ids(&records.knowledge, |entry| &entry.id)),
        ("summary", ids(&records.summaries, |summary| &summary.id)),
        ("summary-period", periods(context, &records.summaries, |summary| &summary.period)),
        ("delivery", ids(&records.deliveries, |delivery| &delivery.id)),
        ("request", requests.collect()),
        ("measure", measures(context)),
    ];
    for survey in &records.surveys {
        names.push(("question", questions(survey)));
        names.push(("respondent", respondents(survey)));
    }
    names
}

fn ids<'a, T>(sourced: &'a [Sourced<T>], id: fn(&T) -> &str) -> Vec<Name<'a>> {
    sourced.iter().map(|sourced| (id(&sourced.record).into(), sourced.at("id"))).collect()
}

/// Measures go by one name over surveys and summaries.
fn measures<'a>(context: &Context<'a>) -> Vec<Name<'a>> {
    context.measures().map(|measure| named(&measure.record.id, measure.location)).collect()
}

fn questions(survey: &Sourced<Survey>) -> Vec<Name<'_>> {
    let questions = survey.record.questions.iter().enumerate();
    questions.map(|(at, question)| named(&question.id, survey.at("questions").at(at))).collect()
}

fn respondents(survey: &Sourced<Survey>) -> Vec<Name<'_>> {
    let respondents = survey.record.respondents.iter().enumerate();
    respondents
        .map(|(at, respondent)| named(&respondent.id, survey.at("respondents").at(at)))
        .collect()
}
