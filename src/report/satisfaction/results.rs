//! 统计结果, 分组结果: the answers to every question.
//!
//! In: the figures of a survey. Out: two chapters. Every share and every score is printed with its counts; a record of
//! talks has only the counts.

use super::input::{SatisfactionInput, score};
use super::method;
use crate::model::{QuestionKind, YesNo};
use crate::report::document::{Block, Cell, Chapter, Table, TableOf, Width};
use crate::report::format::{self, NOTHING};
use crate::report::{Caption, Chart, CountRow, Level, Tone, shared, stacked_chart};
use crate::schedule::{Group, QuestionScore, wilson};
use crate::source::masked;

const CHART: &str = "answers";

/// With more questions than this, the chart and the counts fill a page.
const MANY: usize = 7;

/// At most this many words of a scale, or groups, fit side by side on a portrait page.
const UPRIGHT: usize = 5;

pub(super) fn chapter(input: &SatisfactionInput<'_, '_>, charts: &mut Vec<Chart>) -> Chapter {
    if input.survey_result.is_talk_only() {
        return Chapter::new("results", "统计结果").with_all(talks(input));
    }
    let chapter = Chapter::new("results", "统计结果").on_new_page();
    let chapter = if input.rules.scale.len() > UPRIGHT { chapter.across() } else { chapter };
    let mut chapter = chapter.with(Block::section("answers", "各题回答分布"));
    if let Some(chart) = distribution(input) {
        charts.push(chart);
        chapter = chapter.with(Block::chart(CHART));
    }
    chapter
        .with(shared::table_or(counts(input), Block::nothing("问卷没有计分的题目。")))
        .with_all((input.survey_result.scored.len() > MANY).then_some(Block::PageBreak))
        .with(Block::section("question-results", "满意率与得分"))
        .with(figures(input))
        .with_all(composite(input))
        .with(Block::section("overall", "总体评价"))
        .with_all(overall(input))
}

fn distribution(input: &SatisfactionInput<'_, '_>) -> Option<Chart> {
    let scored = &input.survey_result.scored;
    let left_out = scored.iter().any(|scored| scored.unanswered > 0);
    let tone = |level: &crate::model::Level| match (level.satisfied, level.negative) {
        (YesNo::Yes, _) => Tone::Positive,
        (_, YesNo::Yes) => Tone::Negative,
        _ => Tone::Neutral,
    };
    let word = |name: &str, tone| Level { name: masked(name), tone };
    let mut levels: Vec<_> =
        input.rules.scale.iter().map(|level| word(&level.word, tone(level))).collect();
    levels.push(word(&input.rules.unknown, Tone::Unknown));
    levels.extend(left_out.then(|| word("未答", Tone::Unknown)));
    let rows = scored.iter().map(|scored| {
        let counts = scored.levels.iter().map(|(_, count)| *count).chain([scored.unknown]);
        CountRow {
            label: masked(&format!("{} {}", scored.question.id, method::name(scored.question))),
            counts: counts.chain(left_out.then_some(scored.unanswered)).collect(),
        }
    });
    let caption =
        Caption {
            name: CHART, title: "各题回答分布", unit: "人", object: "题目", summed: true
        };
    stacked_chart(caption, levels, rows.collect())
}

/// How often each word of the scale was chosen, question by question.
fn counts(input: &SatisfactionInput<'_, '_>) -> Table {
    let table = Table::of("counts-table", "各题回答人数", &input.survey_result.scored)
        .unit("人")
        .column("题号", Width::No, |scored| &scored.question.id)
        .column("维度", Width::Text, |scored| method::name(scored.question));
    let levels = input.rules.scale.iter().enumerate();
    let table = levels.fold(table, |table, (at, level)| {
        table.column(&level.word, Width::Word, |scored| {
            scored.levels.get(at).map(|(_, count)| *count)
        })
    });
    table
        .column(&input.rules.unknown, Width::Word, |scored| scored.unknown)
        .column("未答", Width::Word, |scored| scored.unanswered)
        .column("有效回答", Width::Word, |scored| scored.answered())
        .build()
}

/// Share and score of every question; the composite score below the rated ones, the overall one last.
fn figures(input: &SatisfactionInput<'_, '_>) -> Block {
    let (overall, rated): (Vec<_>, Vec<_>) = input
        .survey_result
        .scored
        .iter()
        .partition(|scored| scored.question.kind == QuestionKind::Overall);
    let is_rated = !rated.is_empty();
    let composite = input.survey_result.composite.score();
    let mut table = question_table(rated, composite).total_only_if(is_rated).build();
    table.rows.extend(question_table(overall, None).total_only_if(false).build().rows);
    shared::table_or(table, Block::nothing("问卷没有计分的题目。"))
}

fn question_table<'a, 's>(
    questions: Vec<&'s QuestionScore<'a>>,
    composite: Option<f64>,
) -> TableOf<&'s QuestionScore<'a>> {
    let sum = |scored: &QuestionScore<'_>| {
        let mean = scored.mean();
        (mean.count > 0).then(|| format!("{}÷{}", format::plain(mean.sum), mean.count))
    };
    Table::of("question-table", "各题满意率与得分", questions)
        .column("题号", Width::No, |scored| &scored.question.id)
        .total("综合")
        .column("维度", Width::Text, |scored| method::name(scored.question))
        .total("各评分题")
        .column("有效回答", Width::Word, |scored| scored.answered())
        .total(NOTHING)
        .column("满意率", Width::Text, |scored| satisfied_share(scored))
        .total(NOTHING)
        .column("计算", Width::Name, |scored| sum(scored))
        .total(NOTHING)
        .column("得分", Width::Count, |scored| score(scored.mean().value()))
        .total(score(composite))
}

fn composite(input: &SatisfactionInput<'_, '_>) -> Option<Block> {
    let composite = &input.survey_result.composite;
    let left_out: Vec<_> = composite.left_out.iter().map(|question| question.id.as_str()).collect();
    let weights = match composite.is_weighted {
        true => "按权重",
        false => "按等权",
    };
    let mut text = format!("综合得分由{}道评分题{weights}计算", composite.parts.len());
    if !left_out.is_empty() {
        text += &format!("；{}没有有效回答，不计入", left_out.join("、"));
    }
    (!composite.parts.is_empty()).then(|| Block::remark(text + "。"))
}

/// The overall question on its own, with the confidence interval of the share for so few answers.
fn overall(input: &SatisfactionInput<'_, '_>) -> Vec<Block> {
    let Some(overall) = input.survey_result.overall() else {
        return vec![Block::nothing("问卷没有总体评价题。")];
    };
    let (satisfied, mean) = (overall.satisfied(), overall.mean());
    if satisfied.whole == 0 {
        return vec![Block::nothing(format!("{NOTHING}（无有效回答）总体评价没有有效回答。"))];
    }
    let facts = [
        ("题目", format!("{}　{}", overall.question.id, overall.question.text)),
        ("回答", shown_counts(overall, &input.rules.unknown)),
        ("满意率", format::people_share(satisfied.part, satisfied.whole)),
        (
            "得分",
            format!(
                "{}（{}÷{}，不计入综合得分）",
                score(mean.value()),
                format::plain(mean.sum),
                mean.count
            ),
        ),
    ];
    let interval = format!(
        "样本量对满意率的影响：按{}人中{}人满意计，95%置信的威尔逊区间为{}。仅供参考，不作评定。",
        satisfied.whole,
        satisfied.part,
        interval(satisfied.part, satisfied.whole)
    );
    vec![Block::facts(facts), Block::remark(interval)]
}

fn interval(part: usize, whole: usize) -> String {
    let (low, high) = wilson(part, whole);
    if whole < 30 { format!("{low:.0}%～{high:.0}%") } else { format!("{low:.1}%～{high:.1}%") }
}

/// 非常满意9人、满意6人; words that no one chose are left out.
fn shown_counts(scored: &QuestionScore<'_>, unknown: &str) -> String {
    let levels = scored.levels.iter().map(|(level, count)| (level.word.as_str(), *count));
    let all = levels.chain([(unknown, scored.unknown), ("未答", scored.unanswered)]);
    let all: Vec<_> = all
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word}{count}人"))
        .collect();
    if all.is_empty() { NOTHING.to_owned() } else { all.join("、") }
}

/// For so few answers that only their number is shown.
fn talks(input: &SatisfactionInput<'_, '_>) -> Vec<Block> {
    let text = format!(
        "完成{}人，不足{}人，以下为访谈记录，不计算比率和得分。",
        input.survey_result.reach.completed, input.rules.smallest_sample
    );
    if input.survey_result.forms.valid.is_empty() {
        let text = if input.survey_result.is_finished() {
            "没有有效问卷。"
        } else {
            "截至统计日没有有效问卷。"
        };
        return vec![Block::nothing(text)];
    }
    let table = Table::of("talks", "访谈记录", &input.survey_result.scored)
        .column("题号", Width::No, |scored| &scored.question.id)
        .column("题目", Width::Text, |scored| &scored.question.text)
        .column("回答", Width::Text, |scored| shown_counts(scored, &input.rules.unknown));
    vec![Block::text(text), table.into()]
}

// ---- 分组结果 ------------------------------------------------------------------------------------------------------

pub(super) fn groups(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let (groups, least) = (&input.survey_result.groups, input.rules.smallest_group);
    let chapter = Chapter::new("groups", "分组结果");
    if input.survey_result.is_talk_only() {
        return chapter.with(Block::nothing("按访谈记录列示，不作分组。"));
    }
    if groups.shown.is_empty() {
        return chapter.with(Block::nothing(format!(
            "按科室分组，不能形成两个以上、每组有效问卷不少于{least}份的组。为避免由分组结果推知个人的回答，不列分组结果。"
        )));
    }
    let chapter = if groups.shown.len() >= UPRIGHT { chapter.across() } else { chapter };
    let mut chapter = chapter
        .with(Block::text(format!(
            "有效问卷不少于{least}份的科室单列，其余科室合并。各组按名单顺序排列，不作排名。"
        )))
        .with(by_group(&groups.shown));
    if !groups.withheld.is_empty() {
        let withheld: Vec<_> =
            groups.withheld.iter().map(|question| question.id.as_str()).collect();
        chapter = chapter.with(Block::remark(format!(
            "{}在某一组的有效回答不足{least}人，不分组列示，也不计入各组的综合得分。",
            withheld.join("、")
        )));
    }
    chapter.with_all(by_question(input))
}

fn group_name(group: &Group<'_>) -> String {
    if group.is_rest && group.departments.len() > 1 {
        "其余科室".to_owned()
    } else {
        group.departments.join("、")
    }
}

fn by_group(groups: &[Group<'_>]) -> Table {
    let name = |group: &Group<'_>| {
        let (name, departments) = (group_name(group), group.departments.join("、"));
        let note = if departments == name { String::new() } else { departments };
        Cell::from(name).note(note)
    };
    let satisfied = |group: &Group<'_>| group.overall().map(satisfied_share);
    Table::of("group-table", "各组结果", groups)
        .column("组别", Width::Text, |group| name(group))
        .column("有效问卷", Width::Count, |group| group.forms)
        .column("总体满意率", Width::Text, |group| satisfied(group))
        .column("综合得分", Width::Count, |group| score(group.composite.score()))
        .build()
}

fn by_question(input: &SatisfactionInput<'_, '_>) -> Option<Block> {
    let groups = &input.survey_result.groups.shown;
    let first = groups.first().filter(|first| !first.scored.is_empty())?;
    let table = Table::of("group-questions", "各组各题满意率", &first.scored)
        .column("题号", Width::No, |scored| &scored.question.id)
        .column("维度", Width::Text, |scored| method::name(scored.question));
    let table = groups.iter().fold(table, |table, group| {
        table.column(&group_name(group), Width::Name, |scored| {
            let own = group.scored.iter().find(|own| own.question.id == scored.question.id);
            own.map(satisfied_share)
        })
    });
    Some(table.into())
}

fn satisfied_share(scored: &QuestionScore<'_>) -> String {
    let satisfied = scored.satisfied();
    format::people_share(satisfied.part, satisfied.whole)
}
