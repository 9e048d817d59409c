//! 结论摘要: the worst verdict, the number of items with each verdict, and the items that need attention.
//!
//! In: the inspection. Out: the blocks before the first chapter.

use super::input::{InspectionInput, clause_link};
use crate::model::{Clause, FollowUpStatus, Grade, Verdict};
use crate::report::document::{Block, Link, Table, Tile, Width};
use crate::report::shared::clause_anchor;
use crate::report::verdicts::{verdict_class, verdict_word};
use crate::schedule::open_before;

/// At most this many items of a verdict are named; if there are more, only the count is given.
const MOST_NAMED: usize = 6;

pub(super) fn front(input: &InspectionInput<'_, '_>) -> Vec<Block> {
    let counts = counts(input);
    let (verdict, grade) = worst(input.owed().map(|clause| input.verdict(clause)));
    vec![
        Block::Banner {
            title: "本期总体结论".to_owned(),
            word: verdict_word(verdict, grade),
            class: verdict_class(verdict),
            text: format!("{}。{}", headline(&counts), completeness(input)),
        },
        Block::Tiles {
            label: "各结论的检查项数".to_owned(),
            tiles: counts.iter().map(|(verdict, clauses)| tile(*verdict, clauses)).collect(),
        },
        Block::Text { text: input.inspection.record.conclusion.clone(), class: "lead" },
        risks(input),
        Block::text(open_findings(input)),
    ]
}

/// The items of each verdict, in the order of [`Verdict::ALL`].
fn counts<'a>(input: &InspectionInput<'a, '_>) -> Vec<(Verdict, Vec<&'a Clause>)> {
    let of =
        |verdict: Verdict| input.owed().filter(move |clause| input.verdict(clause).0 == verdict);
    Verdict::ALL.iter().map(|verdict| (*verdict, of(*verdict).collect())).collect()
}

fn tile(verdict: Verdict, clauses: &[&Clause]) -> Tile {
    let tile = Tile::new(verdict.word(), verdict_class(verdict), clauses.len(), "项");
    let named = if clauses.len() <= MOST_NAMED { clauses } else { &[] };
    tile.links(named.iter().map(|clause| Link {
        text: clause.id.clone(),
        href: format!("#{}", clause_anchor(&clause.id)),
    }))
}

/// 异常（严重） before 异常（一般） before 关注 before 未检 before 正常.
fn worst(verdicts: impl Iterator<Item = (Verdict, Option<Grade>)>) -> (Verdict, Option<Grade>) {
    let weight = |(verdict, grade): &(Verdict, Option<Grade>)| match verdict {
        Verdict::NotApplicable => 0,
        Verdict::Normal => 1,
        Verdict::Skipped => 2,
        Verdict::Attention => 3,
        Verdict::Abnormal => 4 + usize::from(*grade == Some(Grade::Severe)),
    };
    verdicts.max_by_key(weight).unwrap_or((Verdict::Skipped, None))
}

/// 正常15项，关注2项.
fn headline(counts: &[(Verdict, Vec<&Clause>)]) -> String {
    let some = counts.iter().filter(|(_, clauses)| !clauses.is_empty());
    let parts: Vec<_> =
        some.map(|(verdict, clauses)| format!("{verdict}{}项", clauses.len())).collect();
    parts.join("，")
}

fn completeness(input: &InspectionInput<'_, '_>) -> String {
    let owed = input.owed().count();
    let skipped = input.owed().filter(|clause| input.verdict(clause).0 == Verdict::Skipped).count();
    let mut text = format!("应检{owed}项，已检{}项", owed - skipped);
    if skipped > 0 {
        text += &format!("，未检{skipped}项，本期巡检为部分履行");
    }
    if input.inspection.record.finished_at.day() > input.period.to {
        text += "，巡检在本期结束之后完成，为逾期履行";
    }
    text + "。"
}

fn risks(input: &InspectionInput<'_, '_>) -> Block {
    let noteworthy = input.owed().filter(|clause| {
        matches!(input.verdict(clause).0, Verdict::Abnormal | Verdict::Attention | Verdict::Skipped)
    });
    Table::of("risks", "需要关注的检查项", noteworthy)
        .column("编号", Width::No, |clause| clause_link(&clause.id))
        .column("结论", Width::Brief, |clause| input.judged(clause))
        .column("检查结果", Width::Text, |clause| input.result(clause))
        .column("建议", Width::Text, |clause| input.suggestions(clause))
        .or(Block::none_needed("全部检查项结论为正常，没有需要关注的检查项。"))
}

fn open_findings(input: &InspectionInput<'_, '_>) -> String {
    let open = open_before(&input.context.histories, input.inspection);
    if open.is_empty() {
        return "上期没有遗留问题。".to_owned();
    }
    let links = open.iter().filter_map(|history| history.link_in(input.inspection));
    let closed = links.filter(|link| link.followup.status == FollowUpStatus::Closed).count();
    let mut text = format!("以往遗留问题{}项，本期关闭{closed}项", open.len());
    if open.len() > closed {
        text += &format!("，继续跟踪{}项", open.len() - closed);
    }
    text + "。"
}
