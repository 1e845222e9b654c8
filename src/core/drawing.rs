//! Drawing who is asked: a systematic sample from a list of finished dossiers, which anyone can draw again.
//!
//! Of N dossiers n are taken, one in every N/n. The start is drawn by a seed, the interval stays a fraction, so every
//! dossier has exactly the chance n/N, whatever N and n are; an interval cut to a whole number would favour some and miss
//! others. Taken in the list's order, the sample is spread over whatever the list is ordered by (day, field): implicit
//! stratification. The numbers themselves go nowhere near a ballot.

use crate::generator::Generator;

/// Positions, from 0, of a systematic sample of `wanted` of `count` places, ascending; all places where as many or more
/// are wanted.
///
/// With the start r drawn from the whole numbers 0 … N−1, the i-th is ⌊(r + i·N)/n⌋. Over all r each place is met
/// n times, so its chance is n/N exactly. The same seed gives the same positions on every machine.
///
/// Source: W. G. Cochran, "Sampling Techniques" (1977), 8.1, with D. B. Lahiri's fractional interval.
#[must_use]
pub fn systematic(count: u32, wanted: u32, seed: u64) -> Vec<u32> {
    if wanted >= count {
        return (0..count).collect();
    }
    let (all, wanted) = (u64::from(count), u64::from(wanted));
    if wanted == 0 {
        return Vec::new();
    }
    let start = Generator::new(seed).below(all);
    let at = |step: u64| u32::try_from((start + step * all) / wanted).unwrap_or(u32::MAX);
    (0..wanted).map(at).collect()
}

/// Places ordered by what they are to be spread over, each group in the list's order; draw from this order to have every
/// group in its proportion.
///
/// `groups` holds the group of each place (field, unit); the result is positions, groups ascending.
#[must_use]
pub fn spread_over<T: Ord>(groups: &[T]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|place| groups.get(*place));
    order
}
