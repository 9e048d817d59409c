//! The composite score, with the means and counts it comes from.
//!
//! In: counts. Out: values with their numerator and denominator, which are `None` if the
//! denominator is zero.

use super::answers::QuestionScore;
use super::share::Mean;
use crate::model::{Question, QuestionKind};

/// The contribution of a question to the composite score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Weighed<'a> {
    pub question: &'a Question,
    /// Its mean score.
    pub mean: Mean,
    /// Its weight in percent of all weights that count.
    pub percent: f64,
    weight: f64,
}

/// The score over all rated questions; the overall question is not included.
#[derive(Debug, Clone, Default)]
pub(crate) struct Composite<'a> {
    /// The questions that count.
    pub parts: Vec<Weighed<'a>>,
    /// Questions without an answer; the weights of the others make up the whole.
    pub left_out: Vec<&'a Question>,
    /// True if the questionnaire gives the weights, false if they are equal.
    pub is_weighted: bool,
}

impl<'a> Composite<'a> {
    /// Combines the rated questions. Weights count only if every rated question has one; the checks
    /// report missing ones.
    pub(super) fn of(scored: &[QuestionScore<'a>]) -> Self {
        let rated = || scored.iter().filter(|scored| scored.question.kind == QuestionKind::Rated);
        let is_weighted = rated().all(|scored| scored.question.weight.is_some())
            && rated().filter_map(|scored| scored.question.weight).sum::<f64>() > 0.0;
        let weight = |question: &Question| question.weight.filter(|_| is_weighted).unwrap_or(1.0);
        let (answered, left_out): (Vec<_>, Vec<_>) =
            rated().partition(|scored| scored.answered() > 0);
        let total: f64 = answered.iter().map(|scored| weight(scored.question)).sum();
        let weighed = |scored: &&QuestionScore<'a>| {
            let weight = weight(scored.question);
            let percent = if total > 0.0 { 100.0 * weight / total } else { 0.0 };
            Weighed { question: scored.question, mean: scored.mean(), percent, weight }
        };
        Self {
            parts: answered.iter().map(weighed).collect(),
            left_out: left_out.iter().map(|scored| scored.question).collect(),
            is_weighted,
        }
    }

    /// The weighted mean of the means; `None` if no question with a weight was answered.
    pub(crate) fn score(&self) -> Option<f64> {
        let total: f64 = self.parts.iter().map(|part| part.weight).sum();
        let means = self.parts.iter().filter_map(|part| Some(part.weight * part.mean.value()?));
        (total > 0.0).then(|| means.sum::<f64>() / total)
    }

    /// True if both consist of the same questions with the same weights.
    pub(super) fn is_like(&self, other: &Composite<'_>) -> bool {
        let same = |(one, two): (&Weighed<'_>, &Weighed<'_>)| {
            one.question.id == two.question.id && (one.percent - two.percent).abs() < 1e-9
        };
        self.parts.len() == other.parts.len() && self.parts.iter().zip(&other.parts).all(same)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, form, rules, survey};
    use super::super::survey_result;
    use super::*;
    use crate::schedule::Proportion;

    #[test]
    fn the_overall_question_is_not_mixed_in_and_unanswered_ones_are_left_out() {
        let answers = [
            "Q1: 非常满意, Q2: 满意, Q3: 不了解, Q10: 非常不满意",
            "Q1: 一般, Q2: 不了解, Q10: 非常不满意",
        ];
        let forms: Vec<_> = answers.iter().map(|answers| form("S01", "财务科", answers)).collect();
        let (mut survey, rules) = (survey(&forms), rules());
        let plain = survey_result(&survey, &rules, day("2026-12-31")).composite;
        assert_eq!(plain.score(), Some(80.0), "80 of Q1 and 80 of Q2");
        assert_eq!(plain.parts.iter().map(|part| part.percent).collect::<Vec<_>>(), [50.0, 50.0]);
        assert_eq!(
            plain.left_out.iter().map(|question| question.id.as_str()).collect::<Vec<_>>(),
            ["Q3"]
        );
        assert!(!plain.is_weighted);

        survey.respondents[1].answers.insert("Q2".to_owned(), "一般".to_owned());
        for (question, weight) in survey.questions.iter_mut().zip([60.0, 20.0, 20.0]) {
            question.weight = Some(weight);
        }
        let weighted = survey_result(&survey, &rules, day("2026-12-31")).composite;
        assert_eq!(
            weighted.parts.iter().map(|part| part.percent).collect::<Vec<_>>(),
            [75.0, 25.0]
        );
        assert_eq!(weighted.score(), Some(77.5), "three parts of 80 and one of 70");
        assert!(weighted.is_weighted);

        survey.questions[0].weight = None;
        let halfway = survey_result(&survey, &rules, day("2026-12-31")).composite;
        assert_eq!((halfway.score(), halfway.is_weighted), (Some(75.0), false));
    }

    #[test]
    fn nothing_answered_has_no_score() {
        let (survey, rules) = (survey(&[form("S01", "财务科", "Q10: 满意")]), rules());
        let composite = survey_result(&survey, &rules, day("2026-12-31")).composite;
        assert_eq!((composite.score(), composite.left_out.len()), (None, 3));
        assert_eq!(Proportion::default().percent(), None);
        assert_eq!(Mean::default().value(), None);
    }
}
