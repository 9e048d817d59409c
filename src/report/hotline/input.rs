//! What the chapters of a hotline record are written from.
//!
//! In: a report context and a period. Out: [`HotlineInput`]. Below the chapters and the report that lists them.

use crate::report::clocks;
use crate::report::kind::ReportContext;
use crate::schedule::{Attainment, Period, Timed, Volume};

/// Input of all chapters.
pub(super) struct HotlineInput<'a, 'm> {
    pub(super) context: &'m ReportContext<'a>,
    pub(super) period: &'m Period,
    pub(super) tickets: Vec<&'m Timed<'a>>,
    pub(super) volume: Volume<'a>,
    /// The attainment over all clocks of the clauses.
    pub(super) limits: Attainment,
}

impl<'a, 'm> HotlineInput<'a, 'm> {
    pub(super) fn new(context: &'m ReportContext<'a>, period: &'m Period) -> Self {
        let tickets = context.service.in_order(period);
        Self {
            context,
            period,
            limits: clocks::together(&clocks::limited(context, &tickets)),
            volume: Volume::of(&context.service, period),
            tickets,
        }
    }
}

pub(super) fn last_day(input: &HotlineInput<'_, '_>) -> chrono::NaiveDate {
    input.period.to.min(input.context.as_of)
}
