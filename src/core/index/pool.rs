//! What a pooled index's variance needs to know of independent respondents, in whole numbers.

use core::ops::AddAssign;

/// Sums over respondents of squares and products of their satisfied and counted answers.
///
/// With the totals themselves (a [`super::Rate`]) they give the variance of a ratio of totals exactly
/// up to the last division, so it does not depend on the order of ballots, and parts add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pool {
    /// Respondents with a counted answer.
    pub respondents: u64,
    /// Satisfied answers.
    pub satisfied: u64,
    /// Counted answers.
    pub counted: u64,
    /// Σ satisfied².
    pub satisfied_squared: u64,
    /// Σ satisfied·counted.
    pub product: u64,
    /// Σ counted².
    pub counted_squared: u64,
}

impl Pool {
    /// Adds a respondent's satisfied and counted answers.
    pub(super) const fn add(&mut self, satisfied: u64, counted: u64) {
        self.respondents += (counted > 0) as u64;
        self.satisfied += satisfied;
        self.counted += counted;
        self.satisfied_squared += satisfied * satisfied;
        self.product += satisfied * counted;
        self.counted_squared += counted * counted;
    }

    /// The standard error of satisfied / counted, as a share, where `sample` independent
    /// respondents of equal weight were asked in all (this pool's may be some of them).
    ///
    /// √( n/(n−1)·Σ(sᵢ − R nᵢ)² ) / Σnᵢ, the linearised standard error of [`crate::estimate`] in
    /// this one case. None where nothing was counted or only one respondent was asked.
    #[must_use]
    pub fn standard_error(&self, sample: u64) -> Option<f64> {
        if self.counted == 0 || sample < 2 {
            return None;
        }
        let [s, n] = [self.satisfied, self.counted].map(i128::from);
        let [ss, sn, nn] =
            [self.satisfied_squared, self.product, self.counted_squared].map(i128::from);
        // Σ(n_total·sᵢ − s_total·nᵢ)²: whole, at most 10³⁵ for a hundred million ballots.
        let spread = n * n * ss - 2 * n * s * sn + s * s * nn;
        let (n, sample) = (n as f64, sample as f64);
        Some((sample / (sample - 1.0) * spread as f64).sqrt() / (n * n))
    }
}

impl AddAssign for Pool {
    fn add_assign(&mut self, other: Self) {
        self.respondents += other.respondents;
        self.satisfied += other.satisfied;
        self.counted += other.counted;
        self.satisfied_squared += other.satisfied_squared;
        self.product += other.product;
        self.counted_squared += other.counted_squared;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_respondents_by_hand() {
        // 1/2, 2/2, 0/1: R = 3/5; residuals −0.2, 0.8, −0.6; Σ² = 1.04; se = √(1.5·1.04)/5.
        let mut pool = Pool::default();
        for (satisfied, counted) in [(1, 2), (2, 2), (0, 1)] {
            pool.add(satisfied, counted);
        }
        let found = pool.standard_error(3).unwrap();
        assert!((found - 1.56_f64.sqrt() / 5.0).abs() < 1e-16);
        assert_eq!(pool.standard_error(1), None);
    }

    #[test]
    fn all_satisfied_is_exactly_zero() {
        let mut pool = Pool::default();
        pool.add(22, 22);
        pool.add(7, 7);
        assert_eq!(pool.standard_error(2), Some(0.0));
        assert_eq!(Pool::default().standard_error(2), None);
    }
}
