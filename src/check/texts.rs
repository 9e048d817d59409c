//! Every text of a record with its place.
//!
//! In: a record as the types hold it. Out: one [`Text`] a string value, in order of the file's keys. A record is walked by
//! its serialised form, whose keys are those of the file: a new field needs no line here. Tickets, of which there may be a
//! hundred thousand, have a list of their texts instead; a test compares it with the serialised form.

use serde::Serialize;
use serde_json::Value;

use super::context::Context;
use crate::model::{Sourced, Ticket};
use crate::source::{Key, Location};

/// A text in a record.
pub(super) struct Text<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// The key it stands under.
    pub(super) key: &'t str,
    /// The record, as people name it.
    pub(super) record: &'t str,
    /// Where the record stands.
    from: &'t Location,
    /// The steps from there to the text.
    steps: Steps<'t>,
}

/// The way from a record to a text in it.
#[derive(Clone, Copy)]
enum Steps<'t> {
    /// Under a key of the record itself.
    Key(&'t str),
    /// In a list under a key of the record itself.
    Listed(&'t str, usize),
    /// Anywhere.
    Path(&'t [Key]),
}

impl Text<'_> {
    /// Where it stands. Computed when something is to be said, for most texts are in order.
    pub(super) fn location(&self) -> Location {
        match self.steps {
            Steps::Key(key) => self.from.at(key),
            Steps::Listed(key, index) => self.from.at(key).at(index),
            Steps::Path(path) => {
                path.iter().fold(self.from.clone(), |location, step| location.at(step.clone()))
            }
        }
    }
}

/// What looks at a text.
type Look<'l> = &'l mut dyn FnMut(&Text<'_>);

/// Shows every text of all records.
pub(super) fn of_all(context: &Context<'_>, look: Look<'_>) {
    let records = context.records;
    of(context.contract, "contract", look);
    for calendar in &records.calendars {
        of(calendar, &calendar.record.year.to_string(), look);
    }
    records.assets.iter().for_each(|assets| of(assets, "assets", look));
    records.people.iter().for_each(|people| of(people, "people", look));
    of_work(context, look);
}

/// Shows every text of the records of work done. Numbers and addresses of people belong in the other records.
pub(super) fn of_work(context: &Context<'_>, look: Look<'_>) {
    let records = context.records;
    records.inspections.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
    records.tickets.iter().for_each(|sourced| of_ticket(sourced, look));
    records.visits.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
    records.escalations.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
    records.rosters.iter().for_each(|sourced| of(sourced, &sourced.record.from.to_string(), look));
    records.surveys.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
    records.knowledge.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
    records.summaries.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
    records.deliveries.iter().for_each(|sourced| of(sourced, &sourced.record.id, look));
}

fn of_ticket(sourced: &Sourced<Ticket>, look: Look<'_>) {
    let record = sourced.record.id.as_str();
    let mut show = |key: &str, text: &str, steps: Steps<'_>| {
        look(&Text { text, key, record, from: &sourced.location, steps });
    };
    for (key, text) in ticket_texts(&sourced.record) {
        if let Some(text) = text {
            show(key, text, Steps::Key(key));
        }
    }
    for (at, path) in sourced.record.evidence.iter().enumerate() {
        show("evidence", path, Steps::Listed("evidence", at));
    }
}

/// The texts of a ticket that people write freely, in order of its keys.
fn ticket_texts(ticket: &Ticket) -> [(&'static str, Option<&str>); 16] {
    [
        ("id", Some(&ticket.id)),
        ("caller", ticket.caller.as_deref()),
        ("department", ticket.department.as_deref()),
        ("phone", ticket.phone.as_deref()),
        ("module", ticket.module.as_deref()),
        ("subject", Some(&ticket.subject)),
        ("description", ticket.description.as_deref()),
        ("agent", Some(&ticket.agent)),
        ("answer", ticket.answer.as_deref()),
        ("knowledge", ticket.knowledge.as_deref()),
        ("escalation", ticket.escalation.as_deref()),
        ("first_notice", ticket.first_notice.as_deref()),
        ("hold_reason", ticket.hold_reason.as_deref()),
        ("hold_evidence", ticket.hold_evidence.as_deref()),
        ("cause", ticket.cause.as_deref()),
        ("late_reason", ticket.late_reason.as_deref()),
    ]
}

fn of<T: Serialize>(sourced: &Sourced<T>, record: &str, look: Look<'_>) {
    if let Ok(value) = serde_json::to_value(&sourced.record) {
        walk(&value, "", &mut Walk { from: &sourced.location, steps: Vec::new(), record, look });
    }
}

/// A walk through a record's serialised form.
struct Walk<'w> {
    from: &'w Location,
    steps: Vec<Key>,
    record: &'w str,
    look: Look<'w>,
}

fn walk(value: &Value, key: &str, at: &mut Walk<'_>) {
    let mut step = |step: Key, key: &str, item: &Value| {
        at.steps.push(step);
        walk(item, key, at);
        at.steps.pop();
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| step(Key::Index(index), key, item));
        }
        Value::Object(map) => {
            map.iter().for_each(|(key, item)| step(Key::from(key.as_str()), key, item))
        }
        Value::String(text) => {
            let Walk { from, steps, record, look } = at;
            look(&Text { text, key, record, from, steps: Steps::Path(steps) });
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// True if a text is missing, or nothing can be read in it.
pub(super) fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Impact, Moment, TicketKind, YesNo};
    use crate::source::Files;

    fn ticket() -> Ticket {
        let text = |key: &str| Some(format!("text of {key}"));
        let moment = Moment::parse("2026-05-06 10:15");
        Ticket {
            channel: Channel::Phone,
            id: "text of id".to_owned(),
            received_at: moment.unwrap(),
            caller: text("caller"),
            department: text("department"),
            phone: text("phone"),
            kind: TicketKind::Fault,
            affects_business: Impact::Yes,
            urgent: None,
            level: None,
            module: text("module"),
            subject: "text of subject".to_owned(),
            description: text("description"),
            agent: "text of agent".to_owned(),
            instant: YesNo::No,
            auto_replied_at: None,
            responded_at: None,
            classified_at: None,
            raised_at: None,
            interim_at: None,
            remote_failed_at: None,
            remote_resolved_at: None,
            answered_at: None,
            closed_at: None,
            resolution: None,
            answer: text("answer"),
            knowledge: text("knowledge"),
            typical: YesNo::No,
            escalation: text("escalation"),
            first_notice: text("first_notice"),
            hold_from: None,
            hold_to: None,
            hold_reason: text("hold_reason"),
            hold_evidence: text("hold_evidence"),
            cause: text("cause"),
            late_reason: text("late_reason"),
            confirmed: None,
            evidence: vec!["text of evidence".to_owned()],
        }
    }

    #[test]
    fn the_list_of_a_tickets_texts_is_complete() {
        let mut files = Files::new("");
        let sourced = Sourced {
            record: ticket(),
            location: Location::file(files.add("data/calls/2026-05.yaml")),
        };
        let (mut listed, mut walked) = (Vec::new(), Vec::new());
        of_ticket(&sourced, &mut |text| listed.push((text.text.to_owned(), text.location())));
        of(&sourced, "", &mut |text| walked.push((text.text.to_owned(), text.location())));
        walked.retain(|(text, _)| text.starts_with("text of"));
        assert_eq!(listed, walked);
    }
}
