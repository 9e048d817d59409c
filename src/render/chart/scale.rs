//! The ticks of a value axis.
//!
//! In: the smallest and the greatest value and their unit. Out: the values at which the axis is
//! labelled.

/// Ticks from zero, or from below it if a value is negative, to at least `most`: in steps of one,
/// two or five times a power of ten, five or six of them; a percentage ends at 100.
pub(super) fn ticks(least: f64, most: f64, unit: &str) -> Vec<f64> {
    let is_finite = least.is_finite() && most.is_finite();
    let least = if is_finite { least.min(0.0) } else { 0.0 };
    let most = if is_finite && most > least { most } else { least + 1.0 };
    if unit == "%" && most > 50.0 && most <= 100.0 && least == 0.0 {
        return steps(0, 5, 20.0);
    }
    let raw = (most - least) / 5.0;
    let magnitude = 10_f64.powf(raw.log10().floor());
    let step =
        [1.0, 2.0, 5.0].map(|factor| factor * magnitude).into_iter().find(|step| *step >= raw);
    let mut step = step.unwrap_or(10.0 * magnitude);
    if most.fract() == 0.0 && least.fract() == 0.0 {
        step = step.max(1.0);
    }
    steps((least / step).floor() as i64, (most / step).ceil() as i64, step)
}

/// The values between two multiples of a step.
pub(super) fn steps(first: i64, last: i64, step: f64) -> Vec<f64> {
    (first..=last).map(|index| index as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_lies_between_the_first_and_the_last_step() {
        for (least, most) in [(0.0, 0.0), (3.0, 7.0), (-2.5, 12.0), (-9.0, -1.0), (0.0, 123_456.0)]
        {
            let ticks = ticks(least, most, "件");
            let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
            assert!(first <= least && most <= last && (2..=7).contains(&ticks.len()), "{ticks:?}");
        }
        assert_eq!(ticks(0.0, 83.0, "%"), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(0.0, f64::NAN, "件"), ticks(0.0, 1.0, "件"));
    }
}
