//! A sum that does not depend on the order of its terms.

/// Bits kept below the largest term's first bit.
const BITS: i32 = 94;

/// The sum of the values, the same bits in whatever order they come.
///
/// Every value becomes a whole multiple of 2^-94 of the largest, and whole numbers add up exactly; at
/// most 2³² finite values may be given. Against the exact sum the error is below n·2^-94 of the largest
/// value, plus one rounding at the end.
///
/// Source: the idea of pre-rounding to a common grid is from J. Demmel and H. D. Nguyen, "Fast
/// reproducible floating-point summation", IEEE ARITH 21 (2013).
pub(crate) fn sum(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = values.clone().map(f64::abs).fold(0.0, f64::max);
    if largest == 0.0 || !largest.is_finite() {
        return values.sum();
    }
    let (_, exponent) = libm::frexp(largest);
    // Both factors stay normal numbers: a statistic's terms are never as large or small as that.
    let shift = (BITS - exponent).clamp(-1000, 1000);
    let up = libm::ldexp(1.0, shift);
    let total: i128 = values.map(|value| (value * up) as i128).sum();
    libm::ldexp(total as f64, -shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_matter_where_plain_addition_would() {
        let one = [1e16, 1.0, -1e16, 0.1, 3.7e-5];
        let mut other = one;
        other.reverse();
        assert_eq!(sum(one.into_iter()), sum(other.into_iter()));
        assert_ne!(one.iter().sum::<f64>(), other.iter().sum::<f64>());
        let exact = 1.0 + 0.1 + 3.7e-5;
        assert!((sum(one.into_iter()) - exact).abs() < 1e-11);
    }

    #[test]
    fn whole_numbers_add_up_exactly() {
        let values = (1..=100_000).map(f64::from);
        assert_eq!(sum(values), 5_000_050_000.0);
        assert_eq!(sum(core::iter::empty()), 0.0);
    }

    #[test]
    fn tiny_and_huge_terms_keep_their_bits() {
        assert_eq!(sum([1e-200, 2e-200].into_iter()), 3e-200);
        assert_eq!(sum([1e300, 2e300].into_iter()), 3e300);
    }
}
