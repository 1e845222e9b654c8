//! The interval of a figure, or why it has none.

use super::rate::Rate;
use crate::estimate::t_quantile;
use std::collections::BTreeMap;

/// Standard normal quantile of 0.975 (R: `qnorm(0.975)`).
pub const Z95: f64 = 1.959_963_984_540_054;

/// The error probability on each side of a 95 % interval.
pub const TAIL95: f64 = 0.025;

/// What range a figure's true value is compatible with, at 95 % confidence.
///
/// Linearised limits may lie below 0 or above 1; pages show them cut there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit, as a share.
    pub low: f64,
    /// Upper limit, as a share.
    pub high: f64,
    /// Standard error of the estimate, as a share.
    pub standard_error: f64,
    /// How it was computed.
    pub method: Method,
    /// Degrees of freedom of the t quantile behind it; none where there is no t quantile.
    pub degrees: Option<u64>,
}

/// How an interval was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Wilson's score interval of one proportion, respondents independent.
    Wilson,
    /// Estimate ± t·se, the standard error by Taylor linearisation over respondents or clusters.
    Linearised,
    /// Clopper and Pearson's exact interval of one proportion.
    ClopperPearson,
}

impl Method {
    /// The name printed beside the limits.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wilson => "wilson",
            Self::Linearised => "linearised",
            Self::ClopperPearson => "clopper-pearson",
        }
    }
}

/// Why a figure has no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum NoInterval {
    /// The figure itself is undefined.
    #[error("no answer was counted")]
    NoAnswers,
    /// Only totals are at hand, and several answers of one person went into them.
    #[error("its interval needs each respondent's answers, and only totals are at hand")]
    TotalsOnly,
    /// No more clusters than strata: R's degrees of freedom are 0.
    #[error("one respondent or cluster alone shows nothing about how they differ")]
    NoDegrees,
}

/// Wilson's score interval of a proportion at 95 %, without continuity correction.
///
/// With p = satisfied / counted, n = counted and z = [`Z95`], the limits are
/// (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). `standard_error` is the binomial √(p(1−p)/n);
/// the limits are not formed from it. For no or only satisfied answers the outer limit is exactly
/// 0 or 1.
///
/// # Errors
/// [`NoInterval::NoAnswers`] where nothing was counted.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// JASA 22 (1927); method 3 of R. G. Newcombe, "Two-sided confidence intervals for the single
/// proportion", Statistics in Medicine 17 (1998), whose table the tests use.
pub fn wilson(rate: Rate) -> Result<Interval, NoInterval> {
    wilson_at(rate, Z95)
}

/// The same with another normal quantile `z` > 0 in the place of [`Z95`].
pub(super) fn wilson_at(rate: Rate, z: f64) -> Result<Interval, NoInterval> {
    let Rate { satisfied, counted } = rate;
    let p = rate.value().map_err(|_| NoInterval::NoAnswers)?;
    let n = counted as f64;
    let z2 = z * z;
    let spread = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let centre = p + z2 / (2.0 * n);
    let scale = 1.0 + z2 / n;
    Ok(Interval {
        low: if satisfied == 0 {
            0.0
        } else {
            (centre - spread) / scale
        },
        high: if satisfied == counted {
            1.0
        } else {
            (centre + spread) / scale
        },
        standard_error: (p * (1.0 - p) / n).sqrt(),
        method: Method::Wilson,
        degrees: None,
    })
}

/// The limits of a proportion formed on the logit scale, which stay between 0 and 1.
///
/// `value` is the estimate and `standard_error` its standard error, as shares; `critical` the normal or t
/// quantile. None where the estimate is exactly 0 or 1, as its logit does not exist.
///
/// Source: R's `svyciprop(method = "logit")`; A. Agresti, "Categorical Data Analysis" (2013), 3.1.6.
#[must_use]
pub fn logit_limits(value: f64, standard_error: f64, critical: f64) -> Option<(f64, f64)> {
    if !(value > 0.0 && value < 1.0) {
        return None;
    }
    let centre = libm::log(value / (1.0 - value));
    let half = critical * standard_error / (value * (1.0 - value));
    let share = |logit: f64| 1.0 / (1.0 + libm::exp(-logit));
    Some((share(centre - half), share(centre + half)))
}

/// The t quantiles of 95 % limits, each worked out once: groups often have equal degrees of freedom.
#[derive(Debug, Clone, Default)]
pub(super) struct Quantiles {
    known: BTreeMap<u64, Option<f64>>,
}

impl Quantiles {
    /// What a standard error is multiplied by; none without degrees of freedom.
    pub(super) fn critical(&mut self, degrees: u64) -> Option<f64> {
        let found = self.known.entry(degrees);
        *found.or_insert_with(|| t_quantile(TAIL95, degrees as f64).map(|quantile| -quantile))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_agree_with_newcombes_table() {
        // Newcombe (1998), table I, method 3: 81/263, 15/148, 0/20, 1/29, to four decimals.
        let published = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ];
        for (satisfied, counted, low, high) in published {
            let interval = wilson(Rate { satisfied, counted }).unwrap();
            assert!(
                (interval.low - low).abs() < 0.000_05,
                "{satisfied}/{counted}: {interval:?}"
            );
            assert!(
                (interval.high - high).abs() < 0.000_05,
                "{satisfied}/{counted}: {interval:?}"
            );
        }
    }

    #[test]
    fn limits_solve_the_score_equation() {
        // Second algorithm: each limit π satisfies (p − π)² = z²·π(1 − π)/n.
        for counted in 1..60_u64 {
            for satisfied in 0..=counted {
                let interval = wilson(Rate { satisfied, counted }).unwrap();
                let (n, p) = (counted as f64, satisfied as f64 / counted as f64);
                for limit in [interval.low, interval.high] {
                    let left = (p - limit) * (p - limit);
                    let right = Z95 * Z95 * limit * (1.0 - limit) / n;
                    let exact_end =
                        (satisfied == 0 && limit == 0.0) || (satisfied == counted && limit == 1.0);
                    assert!(
                        exact_end || (left - right).abs() < 1e-12,
                        "{satisfied}/{counted}"
                    );
                }
            }
        }
    }

    #[test]
    fn turning_the_scale_round_turns_the_interval_round() {
        let one = wilson(Rate {
            satisfied: 26,
            counted: 31,
        })
        .unwrap();
        let other = wilson(Rate {
            satisfied: 5,
            counted: 31,
        })
        .unwrap();
        assert!((one.low - (1.0 - other.high)).abs() < 1e-15);
        assert!((one.high - (1.0 - other.low)).abs() < 1e-15);
    }

    #[test]
    fn nothing_counted_has_no_interval() {
        assert_eq!(wilson(Rate::default()), Err(NoInterval::NoAnswers));
    }
}
