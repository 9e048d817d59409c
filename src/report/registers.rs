//! Registers: the records of a contract as tables for filtering and counting, with one row per thing.
//!
//! In: a report context. Out: a [`Register`] for each of [`REGISTERS`], whose cells have types, so that a spreadsheet
//! can sort days and add numbers. Figures come from `schedule`, and personal data is masked as in the reports. A
//! register covers the whole term up to the day of the run; adding one takes its file and one entry.

mod findings;
mod ledger;
mod survey;
mod table;
mod tickets;

use super::kind::ReportContext;
use super::{format, shared};
pub(crate) use table::{Holds, Register, RegisterColumn, RegisterKind, RegisterValue};
use table::{Rows, private};

/// Every register.
pub(crate) const REGISTERS: &[RegisterKind] =
    &[tickets::KIND, findings::KIND, ledger::KIND, survey::KIND];

/// Every register that has rows. One without rows would be an empty table.
pub(crate) fn registers(context: &ReportContext<'_>, has_errors: bool) -> Vec<Register> {
    let contract = &context.contract.record;
    let whole = crate::schedule::term_period(contract);
    let made = REGISTERS.iter().map(|kind| {
        let Rows { columns, rows, mut sources } = (kind.build)(context);
        sources.extend(shared::common_sources(context, &whole));
        Register {
            kind,
            columns,
            rows: rows.into_iter().map(|row| row.into_iter().map(private).collect()).collect(),
            sources: shared::sorted(sources),
            contract: contract.title.clone(),
            vendor: contract.vendor.name.clone(),
            file_name: format!(
                "{}_{}_截至{}",
                kind.title,
                contract.hospital.name,
                format::short_day(context.as_of)
            ),
            as_of: context.as_of,
            is_draft: has_errors,
        }
    });
    made.filter(|register| !register.rows.is_empty()).collect()
}
