//! The results by department, as far as they keep respondents anonymous.
//!
//! In: the forms that count. Out: [`Groups`], each of at least the contract file's minimum size.
//! Every form is in one group, so that no missing group can be derived from the total.

use super::answers::{QuestionScore, overall, scored};
use super::score::Composite;
use crate::model::{Question, Respondent, Survey, SurveyRules};

/// The groups that may be shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Groups<'a> {
    /// The groups; empty if there would be fewer than two.
    pub shown: Vec<Group<'a>>,
    /// Scored questions that are not shown by group, because too few people of some group answered
    /// them.
    pub withheld: Vec<&'a Question>,
}

/// A department, or all departments that are too small on their own.
#[derive(Debug, Clone)]
pub(crate) struct Group<'a> {
    /// Its departments, in the order of the list.
    pub departments: Vec<&'a str>,
    /// True for the group of all small departments.
    pub is_rest: bool,
    /// The number of forms that count.
    pub forms: usize,
    /// The questions that are shown by group.
    pub scored: Vec<QuestionScore<'a>>,
    /// The score over its rated questions.
    pub composite: Composite<'a>,
}

impl<'a> Group<'a> {
    /// The overall question, if it is shown by group.
    pub(crate) fn overall(&self) -> Option<&QuestionScore<'a>> {
        overall(&self.scored)
    }
}

/// Groups the forms by department.
pub(super) fn groups<'a>(
    survey: &'a Survey,
    rules: &'a SurveyRules,
    forms: &[&'a Respondent],
) -> Groups<'a> {
    let smallest = usize::from(rules.smallest_group);
    let arranged = arrange(&sizes(forms), smallest).into_iter();
    let mut shown: Vec<Group<'a>> = arranged
        .map(|(departments, is_rest)| {
            let is_of = |form: &&&Respondent| departments.contains(&form.department.as_str());
            let forms: Vec<_> = forms.iter().filter(is_of).copied().collect();
            let scored = scored(survey, rules, &forms);
            Group {
                departments,
                is_rest,
                forms: forms.len(),
                scored,
                composite: Composite::default(),
            }
        })
        .collect();
    let mut withheld: Vec<&Question> = Vec::new();
    for scored in shown.iter().flat_map(|group| &group.scored) {
        let is_known = withheld.iter().any(|question| question.id == scored.question.id);
        if scored.answered() < smallest && !is_known {
            withheld.push(scored.question);
        }
    }
    for group in &mut shown {
        group
            .scored
            .retain(|scored| withheld.iter().all(|question| question.id != scored.question.id));
        group.composite = Composite::of(&group.scored);
    }
    Groups { shown, withheld }
}

fn sizes<'a>(forms: &[&'a Respondent]) -> Vec<(&'a str, usize)> {
    let mut sizes: Vec<(&str, usize)> = Vec::new();
    for form in forms {
        match sizes.iter_mut().find(|(department, _)| *department == form.department) {
            Some((_, size)) => *size += 1,
            None => sizes.push((&form.department, 1)),
        }
    }
    sizes
}

/// Departments that are large enough, then all others together. If even those are too few, the
/// smallest of the large departments joins them: a hidden group could be derived from the total.
fn arrange<'a>(sizes: &[(&'a str, usize)], smallest: usize) -> Vec<(Vec<&'a str>, bool)> {
    let (mut large, small): (Vec<_>, Vec<_>) =
        sizes.iter().partition(|(_, size)| *size >= smallest);
    let rest: usize = small.iter().map(|(_, size)| size).sum();
    if rest > 0 && rest < smallest {
        let least = large.iter().enumerate().min_by_key(|(_, (_, size))| *size);
        let Some((at, _)) = least else { return Vec::new() };
        large.remove(at);
    }
    let is_large = |name: &str| large.iter().any(|(department, _)| *department == name);
    let others: Vec<_> =
        sizes.iter().map(|(name, _)| *name).filter(|name| !is_large(name)).collect();
    let mut groups: Vec<_> = large.iter().map(|(name, _)| (vec![*name], false)).collect();
    if !others.is_empty() {
        groups.push((others, true));
    }
    // A single group would equal the total.
    if groups.len() < 2 { Vec::new() } else { groups }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{day, form, rules, survey};
    use super::super::survey_result;
    use super::*;

    fn named(sizes: &[(&'static str, usize)]) -> Vec<String> {
        let groups = arrange(sizes, 5).into_iter();
        groups.map(|(names, rest)| names.join("+") + if rest { "*" } else { "" }).collect()
    }

    #[test]
    fn small_departments_are_told_together() {
        assert_eq!(named(&[("甲", 6), ("乙", 2), ("丙", 5), ("丁", 3)]), ["甲", "丙", "乙+丁*"]);
        assert_eq!(named(&[("甲", 6), ("乙", 5)]), ["甲", "乙"]);
        assert_eq!(named(&[("甲", 6), ("乙", 4), ("丙", 1)]), ["甲", "乙+丙*"]);
    }

    #[test]
    fn too_small_a_rest_cannot_be_computed_from_the_whole() {
        assert_eq!(named(&[("甲", 9), ("乙", 3), ("丙", 6)]), ["甲", "乙+丙*"]);
        assert_eq!(named(&[("甲", 5), ("乙", 1), ("丙", 5)]), ["丙", "甲+乙*"]);
        assert_eq!(named(&[("甲", 9), ("乙", 3)]), [""; 0], "one group is the whole");
        assert_eq!(named(&[("甲", 2), ("乙", 1)]), [""; 0]);
        assert_eq!(named(&[("甲", 2), ("乙", 4)]), [""; 0]);
        assert_eq!(named(&[]), [""; 0]);
    }

    proptest! {
        #[test]
        fn every_group_is_large_enough_and_nobody_is_left(
            sizes in prop::collection::vec(1usize..12, 0..9),
            smallest in 1usize..9,
        ) {
            let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"];
            let sizes: Vec<_> = names.into_iter().zip(sizes).collect();
            let size = |name: &str| sizes.iter().find(|(known, _)| *known == name).map_or(0, |(_, size)| *size);
            let groups = arrange(&sizes, smallest);
            let counts: Vec<usize> =
                groups.iter().map(|(names, _)| names.iter().map(|name| size(name)).sum()).collect();
            prop_assert!(counts.iter().all(|count| *count >= smallest));
            let whole: usize = sizes.iter().map(|(_, size)| size).sum();
            prop_assert!(groups.is_empty() || counts.iter().sum::<usize>() == whole);
            let lone = groups.iter().filter(|(_, rest)| !rest);
            prop_assert!(lone.into_iter().all(|(names, _)| names.len() == 1));
        }
    }

    #[test]
    fn a_question_that_few_of_a_group_answered_is_not_told_by_group() {
        let rows = |department: &str, all: &str, last: &str| -> Vec<_> {
            (0..5).map(|at| form("S", department, if at < 4 { all } else { last })).collect()
        };
        let mut forms =
            rows("财务科", "Q1: 满意, Q2: 满意, Q10: 满意", "Q1: 满意, Q2: 不了解, Q10: 满意");
        forms.extend(rows(
            "信息科",
            "Q1: 非常满意, Q2: 满意, Q10: 一般",
            "Q1: 满意, Q2: 满意, Q10: 满意",
        ));
        let (survey, rules) = (survey(&forms), rules());
        let survey_result = survey_result(&survey, &rules, day("2026-12-31"));
        let withheld: Vec<_> =
            survey_result.groups.withheld.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(withheld, ["Q2", "Q3"]);
        let stated: Vec<_> = survey_result
            .groups
            .shown
            .iter()
            .map(|group| (group.forms, group.composite.score()))
            .collect();
        assert_eq!(stated, [(5, Some(80.0)), (5, Some(96.0))]);
        for scored in &survey_result.scored {
            let id = &scored.question.id;
            let of_group = |group: &Group<'_>| -> Option<usize> {
                group
                    .scored
                    .iter()
                    .find(|scored| scored.question.id == *id)
                    .map(QuestionScore::answered)
            };
            let counts: Option<Vec<_>> = survey_result.groups.shown.iter().map(of_group).collect();
            assert!(
                counts.is_none_or(|counts| counts.iter().sum::<usize>() == scored.answered()),
                "{id}"
            );
        }
        let overall = survey_result.groups.shown[1].overall().unwrap().satisfied();
        assert_eq!((overall.part, overall.whole), (1, 5));
    }
}
