//! New records and new projects, with everything filled in that is known already.
//!
//! In: the book, the contract, a day, a person and a period. Out: a path below the project and the text of a file, or why there is
//! none. What only people know is left as a gap that `check` names at its line, and nothing else is to be said of a fresh file.
//! A room of its own because nobody who reads, judges or prints records writes any. No file system, clock or git in here.

mod calendar;
mod context;
mod delivery;
mod flat;
mod ids;
mod init;
mod inspection;
mod knowledge;
mod periods;
mod probe;
mod roster;
mod sheet;
mod summary;
mod survey;
mod visit;

use crate::model::{KINDS, Kind, Person, Records, Side};
use context::folder;

pub use context::{Deliverable, Page, Reason, Refusal, ScaffoldContext};
pub use init::{NewProject, Parts, project};

type Make = fn(&ScaffoldContext<'_>, &'static Kind, Option<&str>) -> Result<Page, Refusal>;

/// A kind of record with what makes a new one.
pub struct Scaffold {
    /// Id of the kind.
    pub kind: &'static str,
    make: Make,
}

/// How a new record of each kind is made.
pub const SCAFFOLDS: &[Scaffold] = &[
    Scaffold { kind: "contract", make: init::single },
    Scaffold { kind: "calendar", make: calendar::make },
    Scaffold { kind: "assets", make: init::single },
    Scaffold { kind: "people", make: init::single },
    Scaffold { kind: "inspection", make: inspection::make },
    Scaffold { kind: "call", make: flat::ticket },
    Scaffold { kind: "email", make: flat::ticket },
    Scaffold { kind: "fax", make: flat::ticket },
    Scaffold { kind: "visit", make: visit::make },
    Scaffold { kind: "escalation", make: flat::escalation },
    Scaffold { kind: "roster", make: roster::make },
    Scaffold { kind: "survey", make: survey::make },
    Scaffold { kind: "knowledge", make: knowledge::make },
    Scaffold { kind: "summary", make: summary::make },
    Scaffold { kind: "delivery", make: delivery::make },
    Scaffold { kind: "probe", make: probe::make },
    Scaffold { kind: "attachment", make: |_, _, _| Err(Refusal::NoRecord) },
];

/// Makes a new record of a kind.
///
/// # Errors
/// [`Refusal`], where there is none to be made.
pub fn scaffold(
    context: &ScaffoldContext<'_>,
    kind: &Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let known = KINDS.iter().find(|known| known.id == kind.id);
    let scaffold = SCAFFOLDS.iter().find(|scaffold| scaffold.kind == kind.id);
    let (Some(kind), Some(scaffold)) = (known, scaffold) else { return Err(Refusal::NoRecord) };
    let page = (scaffold.make)(context, kind, period)?;
    if (context.exists)(&page.path) { Err(Refusal::Exists(page.path)) } else { Ok(page) }
}

/// The person whom git knows by this name or address, among those who serve.
pub fn known_person<'b>(
    records: &'b Records,
    name: Option<&str>,
    email: Option<&str>,
) -> Option<&'b Person> {
    let people = records.people.iter().flat_map(|people| &people.record.people);
    let mut vendors = people.filter(|person| person.side == Side::Vendor);
    let same = |known: &str, stated: Option<&str>| {
        stated.is_some_and(|stated| stated.trim().eq_ignore_ascii_case(known))
    };
    vendors.find(|person| {
        let by_email = person.email.as_deref().is_some_and(|known| same(known, email));
        by_email || same(&person.name, name) || same(&person.id, name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_record_has_its_scaffold() {
        let scaffolds: Vec<_> = SCAFFOLDS.iter().map(|scaffold| scaffold.kind).collect();
        let kinds: Vec<_> = KINDS.iter().map(|kind| kind.id).collect();
        assert_eq!(scaffolds, kinds);
    }
}
