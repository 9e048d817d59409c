//! Verdicts, judgements and limits in words, with their style classes.
//!
//! In: a verdict of the engineer, the judgement of a value, a limit of the contract. Out: text. Separate from the
//! inspection report because the yearly summary prints the same words.

use super::format;
use crate::model::{Grade, Limit, LimitSource, Verdict};
use crate::schedule::{Judgement, Measurement};

/// The word of a verdict with its grade: 异常（严重）.
pub(super) fn verdict_word(verdict: Verdict, grade: Option<Grade>) -> String {
    match grade {
        Some(grade) if verdict == Verdict::Abnormal => format!("{verdict}（{grade}）"),
        _ => verdict.word().to_owned(),
    }
}

/// The class of a verdict, for styles.
pub(super) const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Normal => "normal",
        Verdict::Attention => "attention",
        Verdict::Abnormal => "abnormal",
        Verdict::Skipped => "skipped",
        Verdict::NotApplicable => "not-applicable",
    }
}

/// The metric of a limit, with the objects it applies to: 表空间使用率（业务）.
pub(super) fn title(limit: &Limit, reading: &Measurement<'_>) -> String {
    let scope = limit.scope.map(|scope| format!("（{scope}）")).unwrap_or_default();
    format!("{}{scope}", reading.metric.title)
}

/// 少于90%（合同值），80%起提示关注（建议值）.
pub(super) fn limit_text(limit: &Limit, unit: &str) -> String {
    let bound = |words: &str, value: Option<f64>| {
        value.map(|value| format!("{words}{}{unit}", format::plain(value)))
    };
    let bounds: Vec<_> = [
        bound("少于", limit.below),
        bound("不超过", limit.at_most),
        bound("不低于", limit.at_least),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut text = format!("{}（{}）", bounds.join("且"), limit.source);
    if let Some(advise) = limit.advise {
        let direction = if limit.at_least.is_some() { "以下" } else { "起" };
        text += &format!(
            "，{}{unit}{direction}提示关注（{}）",
            format::plain(advise),
            LimitSource::Advisory
        );
    }
    text
}

/// The word of a judgement.
pub(super) const fn judgement_word(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Within => "正常",
        Judgement::Advisory => "关注",
        Judgement::Missed => "异常",
        Judgement::Unmeasured => "无采样",
        Judgement::Unjudged => "仅供参考",
    }
}

/// The style class of a judgement; the classes are those of verdicts.
pub(super) const fn judgement_class(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Within => "normal",
        Judgement::Advisory => "attention",
        Judgement::Missed => "abnormal",
        Judgement::Unmeasured => "skipped",
        Judgement::Unjudged => "not-applicable",
    }
}
