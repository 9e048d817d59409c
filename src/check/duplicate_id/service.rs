//! Names of tickets, visits, cases, surveys and other records of the service.
//!
//! In: the records. Out: their names by space. Notices of all channels share one, for others name them by number alone.

use super::{Name, Names, named, periods};
use crate::check::Context;
use crate::model::{Filed, Survey};

pub(super) fn names<'a>(context: &Context<'a>) -> Vec<Names<'a>> {
    let book = context.book;
    let requests = book.visits.iter().flat_map(|visit| {
        let requests = visit.record.requests.iter().enumerate();
        requests.map(|(at, request)| named(&request.id, visit.at("requests").at(at)))
    });
    let mut names = vec![
        ("ticket", ids(&book.tickets, |ticket| &ticket.id)),
        ("visit", ids(&book.visits, |visit| &visit.id)),
        ("escalation", ids(&book.escalations, |case| &case.id)),
        ("survey", ids(&book.surveys, |survey| &survey.id)),
        ("survey-period", periods(context, &book.surveys, |survey| &survey.period)),
        ("knowledge", ids(&book.knowledge, |entry| &entry.id)),
        ("summary", ids(&book.summaries, |summary| &summary.id)),
        ("summary-period", periods(context, &book.summaries, |summary| &summary.period)),
        ("delivery", ids(&book.deliveries, |delivery| &delivery.id)),
        ("request", requests.collect()),
        ("measure", measures(context)),
    ];
    for survey in &book.surveys {
        names.push(("question", questions(survey)));
        names.push(("respondent", respondents(survey)));
    }
    names
}

fn ids<'a, T>(filed: &'a [Filed<T>], id: fn(&T) -> &str) -> Vec<Name<'a>> {
    filed.iter().map(|filed| (id(&filed.record).into(), filed.at("id"))).collect()
}

/// Measures go by one name over surveys and summaries.
fn measures<'a>(context: &Context<'a>) -> Vec<Name<'a>> {
    context.measures().map(|measure| named(&measure.record.id, measure.place)).collect()
}

fn questions(survey: &Filed<Survey>) -> Vec<Name<'_>> {
    let questions = survey.record.questions.iter().enumerate();
    questions.map(|(at, question)| named(&question.id, survey.at("questions").at(at))).collect()
}

fn respondents(survey: &Filed<Survey>) -> Vec<Name<'_>> {
    let respondents = survey.record.respondents.iter().enumerate();
    respondents
        .map(|(at, respondent)| named(&respondent.id, survey.at("respondents").at(at)))
        .collect()
}
