//! The incomplete beta function, from which the t and the exact binomial limits come.

use core::f64::consts::PI;

/// I_x(a, b): the probability that a Beta(a, b) variable is at most x.
///
/// `a`, `b` > 0; `x` and `y` = 1 − x are given both, so that neither loses its small digits. Relative
/// error about 1e-14 up to a, b of a million.
///
/// The power in front is Loader's saddle-point form of the binomial density, the rest the continued
/// fraction (DLMF 8.17.22) by Lentz's method.
///
/// Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000), the method
/// of R's `dbinom`; NIST Digital Library of Mathematical Functions, section 8.17.
pub(super) fn incomplete(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    if x * (a + b + 2.0) < a + 1.0 {
        power(a, b, x, y) * fraction(a, b, x)
    } else {
        1.0 - power(b, a, y, x) * fraction(b, a, y)
    }
}

/// x^a·y^b / (a·B(a, b)).
pub(super) fn power(a: f64, b: f64, x: f64, y: f64) -> f64 {
    b / (a + b) * binomial(a, b, x, y)
}

/// Γ(s+f+1) / (Γ(s+1)·Γ(f+1))·x^s·y^f for real s, f > 0: s successes and f failures.
fn binomial(s: f64, f: f64, x: f64, y: f64) -> f64 {
    let n = s + f;
    let exponent = stirling_error(n)
        - stirling_error(s)
        - stirling_error(f)
        - deviance(s, n * x)
        - deviance(f, n * y);
    (n / (2.0 * PI * s * f)).sqrt() * libm::exp(exponent)
}

/// ln Γ(n+1) − (n + ½) ln n + n − ½ ln 2π.
fn stirling_error(n: f64) -> f64 {
    if n <= 15.0 {
        return libm::lgamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - 0.5 * libm::log(2.0 * PI);
    }
    let square = n * n;
    let terms = [
        1.0 / 12.0,
        1.0 / 360.0,
        1.0 / 1260.0,
        1.0 / 1680.0,
        1.0 / 1188.0,
    ];
    let series = terms
        .into_iter()
        .rev()
        .fold(0.0, |rest, term| term - rest / square);
    series / n
}

/// x ln(x/m) + m − x without cancellation where x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * libm::log(x / m) + m - x;
    }
    let v = (x - m) / (x + m);
    let mut sum = (x - m) * v;
    let mut term = 2.0 * x * v;
    for odd in (3..2000_u32).step_by(2) {
        term *= v * v;
        let next = sum + term / f64::from(odd);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// The continued fraction of the incomplete beta function, for x < (a+1)/(a+b+2).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let held = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / held(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..100_000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / held(1.0 + even * d);
        c = held(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / held(1.0 + odd * d);
        c = held(1.0 + odd / c);
        let change = d * c;
        result *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) {
        let error = (found / expected - 1.0).abs();
        assert!(error < 2e-14, "{found} {expected} {error}");
    }

    #[test]
    fn whole_parameters_are_binomial_tails() {
        // I_x(k, n−k+1) = P(at least k of n): 3 of 5 at 0.3 is 0.16308 exactly.
        close(incomplete(3.0, 3.0, 0.3, 0.7), 0.16308);
        close(incomplete(1.0, 7.0, 0.25, 0.75), 1.0 - libm::pow(0.75, 7.0));
        close(incomplete(7.0, 1.0, 0.25, 0.75), libm::pow(0.25, 7.0));
    }

    #[test]
    fn the_two_sides_add_up_to_one() {
        for (a, b, x) in [(0.5, 0.5, 0.2), (1e5, 0.5, 0.99998), (40.0, 60.0, 0.37)] {
            let both = incomplete(a, b, x, 1.0 - x) + incomplete(b, a, 1.0 - x, x);
            close(both, 1.0);
        }
    }
}
