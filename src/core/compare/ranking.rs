//! Ranking figures with the range of ranks each may really have.

use super::difference::{Known, limits};
use crate::index::{Figure, TAIL95};

/// A figure's place in a ranking, 1 being the highest figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Rank {
    /// What is ranked.
    pub key: String,
    /// Its figure, as a share.
    pub value: f64,
    /// Its place by the figures alone; equal figures share the better place.
    pub place: usize,
    /// The best place the figures allow.
    pub best: usize,
    /// The worst place the figures allow.
    pub worst: usize,
}

/// Ranks figures of independent units from the highest to the lowest.
///
/// Every pair is compared, with limits that hold for all pairs at once (Bonferroni). A unit's best
/// place is one more than the units shown to be above it, its worst leaves behind it only those shown to be
/// below. With 95 % confidence all true ranks lie in these ranges together. A figure
/// without an interval may have any place; one without a value is not ranked. Equal figures come in the
/// order of their keys.
///
/// Source: M. Klein, T. Wright and J. Wieczorek, "A joint confidence region for an overall ranking of
/// populations", JRSS C 69 (2020), with pairwise limits as in M. Mogstad, J. P. Romano, A. M. Shaikh and
/// D. Wilhelm, "Inference for ranks with applications to mobility across neighbourhoods and academic
/// achievement across countries", Review of Economic Studies 91 (2024).
#[must_use]
pub fn ranking(figures: &[(String, &Figure)]) -> Vec<Rank> {
    let known: Vec<(&String, &Figure, f64)> = figures
        .iter()
        .filter_map(|(key, figure)| Some((key, *figure, figure.value.ok()?)))
        .collect();
    let count = known.len();
    let pairs = (count * count.saturating_sub(1) / 2).max(1);
    let tail = TAIL95 / pairs as f64;
    let limited: Vec<Option<Known>> = known
        .iter()
        .map(|(_, figure, value)| {
            let (low, high) = figure.limits(tail).ok()?;
            let value = *value;
            Some(Known { value, low, high })
        })
        .collect();
    let mut ranks: Vec<Rank> = known
        .iter()
        .zip(&limited)
        .map(|((key, _, value), own)| {
            let (mut above, mut below) = (0, 0);
            if let Some(own) = own {
                for other in limited.iter().flatten() {
                    let (low, high) = limits(*own, *other);
                    below += usize::from(low > 0.0);
                    above += usize::from(high < 0.0);
                }
            }
            Rank {
                key: (*key).clone(),
                value: *value,
                place: 1 + known.iter().filter(|(_, _, other)| other > value).count(),
                best: 1 + above,
                worst: count - below,
            }
        })
        .collect();
    ranks.sort_by(|one, other| {
        let by_value = other.value.total_cmp(&one.value);
        by_value.then_with(|| one.key.cmp(&other.key))
    });
    ranks
}
