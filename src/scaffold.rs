//! New records and new projects, with everything filled in that is already known.
//!
//! In: the records, the contract, a date, a person and a period. Out: a path below the project and the text of a file, or why
//! there is none. What only people know is left as a placeholder that `check` reports with its line; a fresh file gives no
//! other diagnostics. A room of its own because the code that reads, evaluates or prints records writes none. It uses no file
//! system, clock or git.

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

pub(crate) use context::{Deliverable, Page, Reason, Refusal, ScaffoldContext};
pub(crate) use init::{NewProject, project};

type Make = fn(&ScaffoldContext<'_>, &'static Kind, Option<&str>) -> Result<Page, Refusal>;

/// A kind of record and the function that makes a new one.
pub(crate) struct Scaffold {
    /// Id of the kind.
    pub kind: &'static str,
    make: Make,
}

/// How a new record of each kind is made.
pub(crate) const SCAFFOLDS: &[Scaffold] = &[
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

/// Makes the text of a new record.
///
/// # Errors
/// [`Refusal`] if no record can be made.
pub(crate) fn scaffold(
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

/// The person of the vendor whom git knows by this name or address.
pub(crate) fn known_person<'b>(
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
