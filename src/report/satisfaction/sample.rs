//! 样本与拨打情况, 拨打记录: the people on the list, and the results of the calls.
//!
//! In: the calls of a survey. Out: a chapter and an appendix. People are identified only by their number; the record
//! that links numbers to people is never embedded in a report. Departments have no counts here: numbers follow the
//! order of the list.

use super::input::SatisfactionInput;
use crate::model::{Attempt, Outcome, Respondent, YesNo};
use crate::report::document::{Block, Chapter, Table, Width};
use crate::report::format::{self, NOTHING};
use crate::schedule::{CALLS_OWED, outcome_by};

pub(super) fn chapter(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let reach = &input.survey_result.reach;
    let title = if input.is_by_phone() { "样本与拨打情况" } else { "样本与回收情况" };
    // No calls are outstanding once a survey has ended.
    let shown =
        reach.outcomes.iter().filter(|(outcome, count)| *outcome != Outcome::Pending || *count > 0);
    let table = Table::of("outcomes", "访问结果", shown)
        .unit("人")
        .column("结果", Width::Text, |(outcome, _)| outcome.word())
        .total("名单合计")
        .column("人数", Width::Count, |(_, count)| *count)
        .total(reach.listed)
        .column("计入应访人数", Width::Name, |(outcome, _)| {
            if outcome.is_reachable() { "是" } else { "否" }
        })
        .total(format!("{}人", reach.reachable))
        .column("说明", Width::Wide, |(outcome, _)| meaning(*outcome))
        .total(NOTHING);
    Chapter::new("sample", title)
        .with(Block::text(reached(input)))
        .with_all(called(input))
        .with(table)
}

const fn meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Completed => "完成问卷",
        Outcome::Refused => "本人不愿受访",
        Outcome::Unreached => "不同时段多次联系未接通",
        Outcome::NoSuchNumber => "名单所列号码不存在",
        Outcome::Left => "已不在原岗位",
        Outcome::NotUsed => "本年度未使用系统或服务",
        Outcome::Pending => "截至统计日尚待访问",
    }
}

fn reached(input: &SatisfactionInput<'_, '_>) -> String {
    let reach = &input.survey_result.reach;
    let count = |outcome| reach.count(outcome);
    let owed = format!(
        "名单{}人，扣除空号{}人、已离岗{}人、未使用{}人，应访{}人，完成{}人",
        reach.listed,
        count(Outcome::NoSuchNumber),
        count(Outcome::Left),
        count(Outcome::NotUsed),
        reach.reachable,
        reach.completed,
    );
    let response = reach.response();
    match input.survey_result.is_talk_only() {
        true => format!("{owed}。"),
        false if response.whole == 0 => format!("{owed}；没有应访的人，应答率不作计算。"),
        false => format!(
            "{owed}，应答率{}／{}（{}）。",
            response.part,
            response.whole,
            format::people_share(response.part, response.whole)
        ),
    }
}

fn called(input: &SatisfactionInput<'_, '_>) -> Option<Block> {
    let reach = &input.survey_result.reach;
    input.is_by_phone().then(|| {
        Block::text(format!(
            "共拨打{}次；拨打{CALLS_OWED}次及以上的{}人。未接通的换时段再拨，满{CALLS_OWED}次仍未接通的记为未接通。逐次记录见附录。",
            reach.calls, reach.called_often
        ))
    })
}

// ---- 附录 拨打记录 --------------------------------------------------------------------------------------------------

pub(super) fn calls(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let as_of = input.survey_result.as_of;
    let rows = input.survey.respondents.iter().flat_map(|respondent| {
        let attempts = respondent.attempts.iter().filter(move |attempt| attempt.at.day() <= as_of);
        attempts.enumerate().map(move |(at, attempt)| (respondent, at + 1, attempt))
    });
    let consent = |respondent: &Respondent, attempt: &Attempt| {
        let consent = respondent.consent.filter(|_| attempt.outcome == Outcome::Completed);
        consent.map(YesNo::word)
    };
    let table = Table::of("call-list", "拨打记录", rows)
        .column("受访者编号", Width::Id, |(respondent, ..)| &respondent.id)
        .column("次序", Width::Word, |(_, number, _)| format!("第{number}次"))
        .column("日期", Width::Name, |(.., attempt)| format::short_day(attempt.at.day()))
        .column("时间", Width::Name, |(.., attempt)| format::time_of_day(attempt.at.0.time()))
        .column("结果", Width::Text, |(.., attempt)| attempt.outcome.word())
        .column("同意记录", Width::Verdict, |(respondent, _, attempt)| {
            consent(respondent, attempt)
        })
        .long();
    let nothing = match input.is_by_phone() {
        true => "截至统计日没有拨打记录。".to_owned(),
        false => format!("本次调查采用{}方式，没有拨打记录。", input.survey.method),
    };
    Chapter::new("calls", "拨打记录")
        .with(Block::remark(
            "受访者只列编号；编号与人员的对应关系只存于调查原始记录，不随本报告提供。",
        ))
        .with(table.or(Block::nothing(nothing)))
        .with_all(uncalled(input))
}

/// Those on the list who have not been called.
fn uncalled(input: &SatisfactionInput<'_, '_>) -> Option<Block> {
    let as_of = input.survey_result.as_of;
    let respondents = input.survey.respondents.iter();
    let uncalled = respondents.filter(|respondent| {
        outcome_by(input.survey, respondent, as_of) == Outcome::Pending
            && respondent.attempts.iter().all(|attempt| attempt.at.day() > as_of)
    });
    let uncalled: Vec<_> = uncalled.map(|respondent| respondent.id.as_str()).collect();
    (input.is_by_phone() && !uncalled.is_empty())
        .then(|| Block::text(format!("截至统计日尚未拨打的：{}。", uncalled.join("、"))))
}
