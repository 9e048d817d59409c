//! `metric-incoherent`: the bounds or parts of a metric contradict each other.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};

/// A metric with contradictory bounds or parts.
pub(super) const RULE: Rule = Rule::data("metric-incoherent");

/// Checks every metric's bounds, and the metrics it is a share of.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (at, metric) in context.contract.record.metrics.iter().enumerate() {
        let location = context.contract.at("metrics").at(at);
        let say = |rule: &'static str, key: &str| {
            let diagnostic = RULE.at(location.at(key)).record(metric.id.as_str());
            diagnostic.variant(rule).arg("metric", metric.id.as_str())
        };
        if let (Some(least), Some(most)) = (metric.minimum, metric.maximum)
            && least >= most
        {
            found.push(
                RULE.at(location.at("minimum"))
                    .record(metric.id.as_str())
                    .arg("metric", metric.id.as_str()),
            );
        }
        match (&metric.total, &metric.used) {
            (Some(_), None) => found.push(say("half", "total").arg("missing", "used")),
            (None, Some(_)) => found.push(say("half", "used").arg("missing", "total")),
            _ => {}
        }
        for (key, id) in [("total", &metric.total), ("used", &metric.used)] {
            let part = id.as_ref().and_then(|id| context.evaluator.metric(id));
            if let Some(part) = part.filter(|part| part.of != metric.of) {
                found.push(
                    say("other-object", key)
                        .arg("part", part.id.as_str())
                        .arg("kind", metric.of.word()),
                );
            }
        }
    }
}
