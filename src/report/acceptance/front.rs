//! 结论摘要: the state of the span, in the same figures as the index.
//!
//! In: the clause statuses. Out: banner, tiles, and the clauses by conclusion. None of it speaks for the acceptance group.

use super::input::AcceptanceInput;
use super::ledger::conclusion_cell;
use super::{deliverables, open_items};
use crate::report::document::{Block, Table, Tile, Width};
use crate::report::format;
use crate::schedule::{Conclusion, State, states_of};

/// Conclusions, the one that needs most attention first.
const ORDER: [Conclusion; 6] = [
    Conclusion::Unproved,
    Conclusion::Deviation,
    Conclusion::Partly,
    Conclusion::Fulfilled,
    Conclusion::NotOccurred,
    Conclusion::NotDue,
];

pub(super) fn front(input: &AcceptanceInput<'_, '_>) -> Vec<Block> {
    let states = states_of(&input.statuses);
    let count = |state: State| {
        states.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    };
    let tile = |state: State, class| Tile::new(state.word(), class, count(state), "项次");
    let also = |state: State| format!("{}{}项次", state.word(), count(state));
    let (word, class) = verdict(&states);
    vec![
        Block::Banner {
            title: format!("{}履约情况", input.period.title),
            word,
            class,
            text: headline(input, &states),
        },
        Block::Tiles {
            label: "各条款各周期的履行情况".to_owned(),
            tiles: vec![
                tile(State::Done, "normal").note(also(State::DoneLate)),
                tile(State::Deviation, "abnormal"),
                tile(State::Partial, "attention"),
                tile(State::NoEvidence, "abnormal"),
                tile(State::NotDue, "skipped").note(also(State::NotOccurred)),
            ],
        },
        conclusions(input).into(),
        Block::text(format!(
            "{}遗留事项{}项。验收结论由验收小组作出，本资料不作评定。",
            deliverables::counted(input),
            open_items::count(input)
        )),
    ]
}

/// The state that needs most attention, with its count.
fn verdict(states: &[(State, usize)]) -> (String, &'static str) {
    const GAPS: [(State, &str); 4] = [
        (State::Deviation, "abnormal"),
        (State::NoEvidence, "abnormal"),
        (State::Partial, "attention"),
        (State::DoneLate, "attention"),
    ];
    let count = |state: State| {
        states.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    };
    let gap = GAPS.iter().find(|(state, _)| count(*state) > 0);
    match gap {
        Some((state, class)) => (format!("{}{}项次", state.word(), count(*state)), class),
        None if count(State::NotDue) > 0 => ("尚在履行".to_owned(), "skipped"),
        None if count(State::Done) > 0 => ("无偏离".to_owned(), "normal"),
        None => ("本期未发生".to_owned(), "not-applicable"),
    }
}

fn headline(input: &AcceptanceInput<'_, '_>, states: &[(State, usize)]) -> String {
    let total: usize = states.iter().map(|(_, count)| count).sum();
    let some = states.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<_> = some.map(|(state, count)| format!("{}{count}", state.word())).collect();
    let running = if input.is_running() {
        format!("本期尚未结束，数据统计至{}。", format::long_day(input.last))
    } else {
        String::new()
    };
    format!(
        "{}条条款按各自周期共{total}项次：{}。{running}",
        input.statuses.len(),
        parts.join("，")
    )
}

fn conclusions(input: &AcceptanceInput<'_, '_>) -> Table {
    let rows = ORDER.iter().filter_map(|conclusion| {
        let own = input.statuses.iter().filter(|status| status.conclusion() == *conclusion);
        let clauses: Vec<_> = own.map(|status| status.clause.id.as_str()).collect();
        (!clauses.is_empty()).then_some((*conclusion, clauses))
    });
    Table::of("conclusions", "", rows)
        .column("结论", Width::Name, |(conclusion, _)| conclusion_cell(*conclusion))
        .column("条款数", Width::Word, |(_, clauses)| clauses.len())
        .column("条款", Width::Text, |(_, clauses)| clauses.join("、"))
        .build()
}
