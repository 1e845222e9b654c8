//! Quantiles of the normal and the t distribution, and exact binomial limits.
//!
//! All are found by Newton's method on the logarithm of the tail, which is concave in the logarithm
//! of the quantile, so the steps come down to the root from any start. Only `libm` and the square
//! root are used: the same bits on every machine.

use super::beta::{incomplete, power};
use core::f64::consts::{PI, SQRT_2};

/// The standard normal quantile: z with P(Z ≤ z) = `probability`.
///
/// Relative error about 1e-15 (R: `qnorm`). None unless 0 < `probability` < 1.
#[must_use]
pub fn normal_quantile(probability: f64) -> Option<f64> {
    symmetric(probability, |z| {
        let tail = 0.5 * libm::erfc(z / SQRT_2);
        let density = libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
        (tail, density)
    })
}

/// Degrees of freedom beyond which two terms after the normal quantile are exact.
const MANY: f64 = 1e6;

/// The quantile of Student's t with `degrees` degrees of freedom: t with P(T ≤ t) = `probability`.
///
/// Relative error below 1e-12 (R: `qt`). None unless 0 < `probability` < 1 and `degrees` > 0.
#[must_use]
pub fn t_quantile(probability: f64, degrees: f64) -> Option<f64> {
    if !degrees.is_finite() || degrees <= 0.0 {
        return None;
    }
    if degrees > MANY {
        // Abramowitz & Stegun 26.7.5; the next term is below 1e-14.
        let z = normal_quantile(probability)?;
        let square = z * z;
        let first = (square + 1.0) / 4.0 / degrees;
        let second = (5.0 * square * square + 16.0 * square + 3.0) / 96.0 / (degrees * degrees);
        return Some(z * (1.0 + first + second));
    }
    let (a, b) = (0.5 * degrees, 0.5);
    symmetric(probability, |t| {
        let square = t * t;
        let (x, y) = (degrees / (degrees + square), square / (degrees + square));
        let tail = 0.5 * incomplete(a, b, x, y);
        // The derivative of the tail by t.
        let density = a * power(a, b, x, y) / t;
        (tail, density)
    })
}

/// The exact (Clopper–Pearson) limits of a proportion, as shares.
///
/// `successes` of `trials`; `tail` is the error probability on each side, 0.025 for 95 %. The
/// outer limit is exactly 0 or 1 where no or every trial succeeded. None for no trials or a tail outside
/// 0–0.5.
///
/// Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in
/// the case of the binomial", Biometrika 26 (1934); R: `binom.test`.
#[must_use]
pub fn exact_limits(successes: u64, trials: u64, tail: f64) -> Option<(f64, f64)> {
    if trials == 0 || successes > trials || !(tail > 0.0 && tail < 0.5) {
        return None;
    }
    let (s, n) = (successes as f64, trials as f64);
    let low = if successes == 0 {
        0.0
    } else {
        bisect(|p| incomplete(s, n - s + 1.0, p, 1.0 - p) < tail)
    };
    let high = if successes == trials {
        1.0
    } else {
        bisect(|p| incomplete(n - s, s + 1.0, 1.0 - p, p) > tail)
    };
    Some((low, high))
}

/// The place between 0 and 1 where `before` turns from true to false, to the last bit.
fn bisect(before: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return middle;
        }
        if before(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// The quantile of a distribution symmetric about 0, given its upper tail and density right of 0.
fn symmetric(probability: f64, upper: impl Fn(f64) -> (f64, f64)) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0) {
        return None;
    }
    if probability == 0.5 {
        return Some(0.0);
    }
    let wanted = probability.min(1.0 - probability);
    let target = libm::log(wanted);
    let mut found = 1.0_f64;
    for _ in 0..100 {
        let (tail, density) = upper(found);
        if tail == 0.0 {
            found *= 0.75;
            continue;
        }
        let slope = density * found / tail;
        let step = (libm::log(tail) - target) / slope;
        // Far left of the root the tangent is flat; a bounded step keeps the way short.
        let next = found * libm::exp(step.clamp(-3.0, 3.0));
        let settled = (next - found).abs() <= 2e-16 * found;
        found = next;
        if settled {
            break;
        }
    }
    Some(if probability < 0.5 { -found } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<f64>, expected: f64) {
        let error = (found.unwrap() / expected - 1.0).abs();
        assert!(error < 1e-13, "{found:?} {expected} {error}");
    }

    #[test]
    fn one_and_two_degrees_have_closed_forms() {
        for p in [0.6, 0.9, 0.975, 0.9999] {
            close(t_quantile(p, 1.0), 1.0 / libm::tan(PI * (1.0 - p)));
            let two = (2.0 * p - 1.0) / (2.0 * p * (1.0 - p)).sqrt();
            close(t_quantile(p, 2.0), two);
        }
    }

    #[test]
    fn printed_tables_agree() {
        // Abramowitz & Stegun, table 26.10 (t, 0.975) and 26.5 (normal).
        for (degrees, printed) in [(3.0, 3.182), (10.0, 2.228), (30.0, 2.042), (120.0, 1.980)] {
            assert!((t_quantile(0.975, degrees).unwrap() - printed).abs() < 0.0005);
        }
        close(normal_quantile(0.975), 1.959_963_984_540_054);
        close(t_quantile(0.975, 1e12), 1.959_963_984_542_427);
    }

    #[test]
    fn quantiles_are_odd_and_only_for_probabilities() {
        assert_eq!(t_quantile(0.5, 4.0), Some(0.0));
        assert_eq!(t_quantile(0.25, 4.0), t_quantile(0.75, 4.0).map(|t| -t));
        assert_eq!(t_quantile(1.0, 4.0), None);
        assert_eq!(t_quantile(0.9, 0.0), None);
        assert_eq!(normal_quantile(0.0), None);
        assert!(normal_quantile(1e-300).is_some_and(|z| (z + 37.0471).abs() < 1e-4));
    }

    #[test]
    fn all_or_none_of_the_trials_have_a_closed_form() {
        for n in [1_u64, 5, 31, 1000] {
            let expected = libm::pow(0.025, 1.0 / n as f64);
            let (low, high) = exact_limits(n, n, 0.025).unwrap();
            assert!((low - expected).abs() < 1e-14 && high == 1.0);
            let (low, high) = exact_limits(0, n, 0.025).unwrap();
            assert!((high - (1.0 - expected)).abs() < 1e-14 && low == 0.0);
        }
        assert_eq!(exact_limits(0, 0, 0.025), None);
        assert_eq!(exact_limits(2, 1, 0.025), None);
    }

    #[test]
    fn exact_limits_agree_with_newcombes_table() {
        // Newcombe (1998), table I, method 5: 81/263 and 15/148.
        for (s, n, low, high) in [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617)] {
            let found = exact_limits(s, n, 0.025).unwrap();
            assert!((found.0 - low).abs() < 0.000_05 && (found.1 - high).abs() < 0.000_05);
        }
    }
}
