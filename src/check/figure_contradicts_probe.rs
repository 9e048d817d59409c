//! `figure-contradicts-probe`: the text of a result gives another figure for an object than its
//! measured value.

use super::context::Context;
use super::reading::{diagnostic_at, is_set_aside, record_of};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::schedule::Measurement;

/// A figure in a text that contradicts the measured value; the report would print both.
pub(super) const RULE: Rule =
    Rule::new("figure-contradicts-probe", Family::Data, Severity::Warning);

/// The largest number of characters between an object's name and its figure.
const APART: usize = 8;

/// Searches every result for patterns such as `EBILL_DATA为83.42%`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let Some(clause) = context.clause(&item.clause) else { continue };
            let readings = context.clause_readings(clause, inspection);
            let reported = readings.iter().filter(|reading| !is_set_aside(inspection, reading));
            for (reading, figure) in reported
                .filter_map(|reading| Some((reading, differing(&item.result, reading, &readings)?)))
            {
                let location = inspection.at("items").at(at).at("result");
                let diagnostic = RULE.at(location).record(record_of(inspection, reading));
                let diagnostic =
                    diagnostic.arg("figure", format!("{figure}{}", reading.metric.unit));
                found.push(diagnostic_at(context, diagnostic, reading));
            }
        }
    }
}

/// The figure that a text gives for an object, if it matches no measured value of that name: `/app`
/// is a mount point of several servers, and one item may cover several metrics in percent.
fn differing<'t>(
    text: &'t str,
    reading: &Measurement<'_>,
    all: &[Measurement<'_>],
) -> Option<&'t str> {
    let (name, unit) = (reading.object.title(), reading.metric.unit.as_str());
    let figure = figure_of(text, name, unit)?;
    let same =
        || all.iter().filter(|other| other.object.title() == name && other.metric.unit == unit);
    let is_first = same().next().is_some_and(|first| std::ptr::eq(first, reading));
    let reported =
        same().any(|other| other.sample.is_none_or(|sample| tells(figure, sample.value)));
    (is_first && !reported).then_some(figure)
}

/// True if a figure is the value, rounded or truncated to the figure's number of decimals.
fn tells(figure: &str, value: f64) -> bool {
    let decimals = figure.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let step = 0.1_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    // The small margin allows for binary fractions.
    figure.parse::<f64>().is_ok_and(|reported| (reported - value).abs() < step * 1.000_001)
}

/// The number with this unit that directly follows a name.
fn figure_of<'t>(text: &'t str, name: &str, unit: &str) -> Option<&'t str> {
    // A name of one character, such as the mount point /, occurs in many texts by chance.
    if name.chars().count() < 2 || unit.is_empty() {
        return None;
    }
    let mut found = text.match_indices(name).filter_map(|(at, _)| {
        let rest = text.get(at + name.len()..)?;
        let gap = rest.find(|c: char| c.is_ascii_digit())?;
        let between = rest.get(..gap)?;
        let direct = between.chars().count() <= APART && between.chars().all(links);
        let number = rest.get(gap..).filter(|_| direct)?;
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let (figure, behind) = number.split_at_checked(end)?;
        behind.trim_start().starts_with(unit).then_some(figure)
    });
    found.next()
}

/// True for characters allowed between a name and its figure: words such as 使用率为, and blanks.
/// Another name or a full stop ends the match.
fn links(c: char) -> bool {
    matches!(
        c,
        '使' | '用'
            | '率'
            | '为'
            | '是'
            | '达'
            | '到'
            | '至'
            | '已'
            | '约'
            | ' '
            | '：'
            | ':'
            | '（'
            | '('
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_figure_right_behind_the_name_counts() {
        for (text, expected) in [
            ("EBILL_DATA为83.42%，较上季度上升3.70个百分点", Some("83.42")),
            ("EBILL_DATA 使用率 83.4 %", Some("83.4")),
            ("EBILL_DATA、EBILL_IDX为73.35%", None),
            ("EBILL_DATA较上季度上升3.70%", None),
            ("EBILL_DATA已用100.1GB", None),
            ("EBILL_DATA_OLD为12%", None),
            ("EBILL_DATA", None),
        ] {
            assert_eq!(figure_of(text, "EBILL_DATA", "%"), expected, "{text}");
        }
    }
}
