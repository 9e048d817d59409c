//! Proportions and means, with the counts they come from.
//!
//! In: counts. Out: values with their numerator and denominator, which are `None` if the
//! denominator is zero.

/// The number of standard deviations below which 97.5 % of a normal distribution lie.
const DEVIATIONS: f64 = 1.959_963_984_540_054;

/// A proportion as two counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Proportion {
    pub part: usize,
    pub whole: usize,
}

/// A mean score.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Mean {
    /// The sum of the scores.
    pub sum: f64,
    /// The number of scores.
    pub count: usize,
}

impl Proportion {
    /// The proportion in percent; `None` if `whole` is zero.
    pub(crate) fn percent(self) -> Option<f64> {
        (self.whole > 0).then(|| 100.0 * self.part as f64 / self.whole as f64)
    }
}

impl Mean {
    /// The mean; `None` if `count` is zero.
    pub(crate) fn value(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / self.count as f64)
    }
}

/// Wilson's 95 % interval: the percentages between which the proportion may lie, given the number
/// of answers. Without answers it is 0 to 100.
pub(crate) fn wilson(part: usize, whole: usize) -> (f64, f64) {
    if whole == 0 {
        return (0.0, 100.0);
    }
    let (count, share) = (whole as f64, part as f64 / whole as f64);
    let square = DEVIATIONS * DEVIATIONS;
    let middle = share + square / (2.0 * count);
    let spread =
        DEVIATIONS * (share * (1.0 - share) / count + square / (4.0 * count * count)).sqrt();
    let bound = |value: f64| (100.0 * value / (1.0 + square / count)).clamp(0.0, 100.0);
    (bound(middle - spread), bound(middle + spread))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_of_the_worked_examples() {
        let text = |(low, high): (f64, f64)| format!("{low:.1}%—{high:.1}%");
        assert_eq!(text(wilson(15, 17)), "65.7%—96.7%");
        assert_eq!(text(wilson(9, 10)), "59.6%—98.2%");
        assert_eq!(text(wilson(0, 0)), "0.0%—100.0%");
        for (part, whole) in [(0, 5), (5, 5), (1, 1), (40, 40)] {
            let (low, high) = wilson(part, whole);
            let share = 100.0 * part as f64 / whole as f64;
            assert!(
                (0.0..=100.0).contains(&low) && low <= share + 1e-9,
                "{part} of {whole}: {low}"
            );
            assert!(
                (0.0..=100.0).contains(&high) && high >= share - 1e-9,
                "{part} of {whole}: {high}"
            );
        }
    }
}
