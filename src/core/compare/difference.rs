//! The difference of two figures with its interval.

use crate::estimate::{Domain, Measure, Sample, t_quantile};
use crate::index::{Figure, NoInterval, TAIL95};

/// One figure minus another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// As a share; × 100 is percentage points ("điểm phần trăm").
    pub value: f64,
    /// Lower limit, as a share.
    pub low: f64,
    /// Upper limit, as a share.
    pub high: f64,
    /// Among how many comparisons the limits are right together with 95 % confidence.
    pub comparisons: u32,
}

/// What a difference's limits show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The first figure is higher.
    Higher,
    /// The first figure is lower.
    Lower,
    /// Either may be.
    NotShown,
}

impl Difference {
    /// What the limits show.
    #[must_use]
    pub fn change(&self) -> Change {
        if self.low > 0.0 {
            Change::Higher
        } else if self.high < 0.0 {
            Change::Lower
        } else {
            Change::NotShown
        }
    }
}

/// The difference of two figures from independent samples: two periods, or two units that share
/// neither respondents nor clusters.
///
/// `comparisons` is how many differences stand side by side. The limits are made of those of the two
/// figures (MOVER): d − √((p₁−l₁)² + (u₂−p₂)²) and d + √((u₁−p₁)² + (p₂−l₂)²). For two proportions
/// with Wilson's limits this is Newcombe's method 10; a figure of exactly 0 or 1 brings its exact limits.
///
/// # Errors
/// The reason one of the figures has no interval.
///
/// Source: G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures",
/// Statistics in Medicine 27 (2008); R. G. Newcombe, "Interval estimation for the difference between
/// independent proportions", Statistics in Medicine 17 (1998).
pub fn difference(
    one: &Figure,
    other: &Figure,
    comparisons: u32,
) -> Result<Difference, NoInterval> {
    let tail = TAIL95 / f64::from(comparisons.max(1));
    let of = |figure: &Figure| -> Result<Known, NoInterval> {
        let value = figure.value.map_err(|_| NoInterval::NoAnswers)?;
        let (low, high) = figure.limits(tail)?;
        Ok(Known { value, low, high })
    };
    let (low, high) = limits(of(one)?, of(other)?);
    Ok(Difference {
        value: of(one)?.value - of(other)?.value,
        low,
        high,
        comparisons,
    })
}

/// A value and its limits, as shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// The value.
    pub value: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// The difference of two independent figures known by their 95 % limits alone, as [`difference`] for one comparison.
#[must_use]
pub fn difference_of(one: Known, other: Known) -> Difference {
    let (low, high) = limits(one, other);
    Difference {
        value: one.value - other.value,
        low,
        high,
        comparisons: 1,
    }
}

/// The limits of one minus the other.
pub(super) fn limits(one: Known, other: Known) -> (f64, f64) {
    let value = one.value - other.value;
    let both = |a: f64, b: f64| (a * a + b * b).sqrt();
    (
        value - both(one.value - one.low, other.high - other.value),
        value + both(one.high - one.value, other.value - other.low),
    )
}

/// The difference of two figures over domains of one design, which may share respondents or
/// clusters.
///
/// `ratios` is what both figures average (see [`crate::index::ratios`]). The standard error is that of the
/// difference itself, covariance included; degrees of freedom are those of both domains together. Where one
/// figure is exactly 0 or 1 its linear approximation is 0 and shares nothing, and the limits are made
/// as for independent samples.
///
/// # Errors
/// The reason one of the figures has no interval.
pub fn difference_within(
    sample: &Sample<'_>,
    one: (&Domain, &Figure),
    other: (&Domain, &Figure),
    ratios: &[Vec<usize>],
    comparisons: u32,
) -> Result<Difference, NoInterval> {
    let exact = |figure: &Figure| figure.beside().is_some();
    if exact(one.1) || exact(other.1) {
        return difference(one.1, other.1, comparisons);
    }
    one.1.interval?;
    other.1.interval?;
    let estimate = |domain: &Domain| sample.estimate(domain, Measure::Satisfied, ratios);
    let first = estimate(one.0).ok_or(NoInterval::NoAnswers)?;
    let second = estimate(other.0).ok_or(NoInterval::NoAnswers)?;
    let standard_error = sample.variance_of_difference(&first, &second).sqrt();
    let tail = TAIL95 / f64::from(comparisons.max(1));
    let degrees = sample.degrees_together(one.0, other.0);
    let half = match t_quantile(tail, degrees as f64) {
        Some(quantile) => -quantile * standard_error,
        None if sample.is_census() => 0.0,
        None => return Err(NoInterval::NoDegrees),
    };
    let value = first.value - second.value;
    Ok(Difference {
        value,
        low: value - half,
        high: value + half,
        comparisons,
    })
}
