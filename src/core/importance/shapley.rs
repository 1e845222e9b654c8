//! Shapley values of R²: what each criterion, or block of criteria, adds on average over all orders ("LMG").

use super::NEGLIGIBLE;
use super::correlation::{Correlations, Matrix};

/// Most criteria or blocks whose values are computed: 4 096 regressions.
pub const MOST_EXACT: usize = 12;

/// The value of each block, which add up to R² of all; none for more than [`MOST_EXACT`] blocks.
pub fn shapley(correlations: &Correlations, blocks: &[Vec<usize>]) -> Option<Vec<f64>> {
    let count = blocks.len();
    if count == 0 || count > MOST_EXACT {
        return None;
    }
    let sets: usize = 1 << count;
    let explained: Vec<f64> = (0..sets)
        .map(|set| {
            let chosen = blocks
                .iter()
                .enumerate()
                .filter(|(place, _)| set >> place & 1 == 1);
            let criteria: Vec<usize> = chosen.flat_map(|(_, block)| block).copied().collect();
            explained(correlations, &criteria)
        })
        .collect();
    // How much of all orders has exactly a given set of this size in front of a block.
    let factorial = |count: usize| (1..=count).map(|factor| factor as f64).product::<f64>();
    let share = |before: usize| {
        factorial(before) * factorial(count.saturating_sub(before + 1)) / factorial(count)
    };
    let of = |set: usize| explained.get(set).copied().unwrap_or_default();
    let value = |place: usize| {
        let without = (0..sets).filter(|set| set >> place & 1 == 0);
        let parts =
            without.map(|set| share(set.count_ones() as usize) * (of(set | 1 << place) - of(set)));
        parts.sum()
    };
    Some((0..count).map(value).collect())
}

/// R² of a regression on these criteria, by Cholesky's elimination; a criterion that those before it leave no variance
/// adds nothing.
fn explained(correlations: &Correlations, criteria: &[usize]) -> f64 {
    let size = criteria.len();
    let mut factor = Matrix::zero(size);
    let mut solved = vec![0.0; size];
    let mut sum = 0.0;
    for (row, criterion) in criteria.iter().enumerate() {
        let mut left = correlations.among.at(*criterion, *criterion);
        let mut right = correlations
            .general
            .get(*criterion)
            .copied()
            .unwrap_or_default();
        for (column, other) in criteria.iter().enumerate().take(row) {
            let pivot = factor.at(column, column);
            if pivot == 0.0 {
                continue;
            }
            let known: f64 = (0..column)
                .map(|k| factor.at(row, k) * factor.at(column, k))
                .sum();
            let cell = (correlations.among.at(*criterion, *other) - known) / pivot;
            factor.set(row, column, cell);
            left -= cell * cell;
            right -= cell * solved.get(column).copied().unwrap_or_default();
        }
        if left <= NEGLIGIBLE {
            continue;
        }
        let pivot = left.sqrt();
        factor.set(row, row, pivot);
        let value = right / pivot;
        if let Some(cell) = solved.get_mut(row) {
            *cell = value;
        }
        sum += value * value;
    }
    sum
}
