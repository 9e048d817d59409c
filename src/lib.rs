//! weibao (维保): turns the git-tracked records of a maintenance contract into checked reports that a hospital signs.
//!
//! A run is one straight line, written once in [`pipeline`]; each room is a stage and imports only rooms to its left:
//!
//! ```text
//! data/ ─ load ─> Records ─ schedule ─> Ledger ─ check ─> [Diagnostic] ─ emit ─> terminal, JSON
//!                                         └─ report ─> View ─ render ─> [Artifact] ─ output ─> output/
//! ```
//!
//! [`probe`] is not on this line: it writes the files of `data/probes/`, on machines that have no project folder.

mod check;
mod cli;
mod diagnostic;
mod emit;
mod labels;
mod lang;
mod live;
mod load;
mod model;
mod output;
mod pipeline;
mod probe;
mod render;
mod report;
mod scaffold;
mod schedule;
mod source;

pub use cli::main;

/// What the integration tests and the benchmark use. Not an interface: it changes without notice.
#[doc(hidden)]
pub mod internals {
    pub mod diagnostic {
        pub use crate::diagnostic::Diagnostic;
    }

    pub mod lang {
        pub use crate::lang::{LANGUAGES, Language};
    }

    pub mod load {
        pub use crate::load::{FAULTS, Loaded, load};
    }

    pub mod model {
        pub use crate::model::{
            AnswerClock, CalendarRules, CalendarYear, Channel, ClockDuty, Contract, Day, DayKind,
            Evidence, Impact, KINDS, Kind, Moment, OnsiteStart, Reclass, Records, ResponseClock,
            Role, Sample, Series, Sla, Sourced, SpecialDay, Target, Ticket, TicketKind, UrgentRule,
            YesNo, report_id,
        };
    }

    pub mod pipeline {
        pub use crate::pipeline::{
            Built, NoProgress, Project, Selection, build, rules, typst_baseline,
        };
    }

    pub mod render {
        pub use crate::render::TypstBaseline;
    }

    pub mod report {
        pub use crate::report::{REPORTS, build, context, is_embeddable};
    }

    pub mod schedule {
        pub use crate::schedule::{
            AlternativeInterpretations, Attainment, Clock, ClockVerdict, Hold, Hours, Known,
            NoWorkday, SpanReason, StopKind, Timing, WorkCalendar, WorkTime, find_period,
        };
    }

    pub mod source {
        pub use crate::source::{
            Files, Location, Locator, MOST_COLUMNS, MOST_ROWS, Node, Workbook, fields, parse_tree,
        };
    }
}
