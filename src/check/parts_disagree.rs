//! `parts-disagree`: a percentage does not agree with the used and total values it is computed
//! from.

use super::context::Context;
use super::reading::object_name;
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::{Difference, disagreements, shown_value};

/// Three values of one object that contradict each other.
pub(super) const RULE: Rule = Rule::data("parts-disagree");

/// Reports each object once, on the first day with a contradiction.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for disagreement in disagreements(&context.evaluator) {
        let sample = match disagreement.difference {
            Difference::PartTooLarge => disagreement.used,
            Difference::WrongShare => disagreement.share.unwrap_or(disagreement.used),
        };
        let diagnostic = RULE
            .at(sample.location())
            .record(object_name(disagreement.object.asset, disagreement.object.part))
            .arg("object", disagreement.object.title())
            .arg("asset", disagreement.object.asset_name)
            .arg("used", shown_value(None, disagreement.used.value))
            .arg("total", shown_value(None, disagreement.total.value))
            .arg("day", sample.at.date().to_string())
            .arg("days", disagreement.days)
            .related("total", disagreement.total.location());
        found.push(match disagreement.difference {
            Difference::PartTooLarge => diagnostic.variant("too-large"),
            Difference::WrongShare => diagnostic
                .arg("share", shown_value(None, sample.value))
                .arg("computed", shown_value(None, disagreement.computed()))
                .related("used", disagreement.used.location()),
        });
    }
}
