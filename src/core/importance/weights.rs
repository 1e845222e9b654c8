//! Johnson's relative weights.

use super::NEGLIGIBLE;
use super::correlation::{Correlations, Matrix};
use super::eigen::eigen;

/// The split of one sample's explained variance.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// ε of each criterion; they add up to R².
    pub weights: Vec<f64>,
    /// R².
    pub explained: f64,
    /// How many directions the criteria's answers have.
    pub rank: usize,
}

/// The weights of each criterion.
///
/// With R = Q D Qᵀ, the criteria's nearest orthogonal stand-ins have the loadings Λ = Q √D Qᵀ and the coefficients
/// β = Λ⁺ r; ε = Λ² β². Directions without variance (criteria answered alike) are left out of the inverse.
pub fn split(correlations: &Correlations) -> Split {
    let size = correlations.among.size();
    let eigen = eigen(correlations.among.clone());
    let line = NEGLIGIBLE * size as f64;
    let mut loadings = Matrix::zero(size);
    let mut beta = vec![0.0; size];
    let mut rank = 0;
    for (direction, value) in eigen.values.iter().enumerate() {
        if *value <= line {
            continue;
        }
        rank += 1;
        let root = value.sqrt();
        let vector: Vec<f64> = (0..size)
            .map(|place| eigen.vectors.at(place, direction))
            .collect();
        let pairs = vector.iter().zip(&correlations.general);
        let along: f64 = pairs.map(|(a, b)| a * b).sum::<f64>() / root;
        for (row, left) in vector.iter().enumerate() {
            if let Some(cell) = beta.get_mut(row) {
                *cell += left * along;
            }
            for (column, right) in vector.iter().enumerate() {
                let sum = loadings.at(row, column) + root * left * right;
                loadings.set(row, column, sum);
            }
        }
    }
    let weights: Vec<f64> = (0..size)
        .map(|row| {
            let parts = beta.iter().enumerate().map(|(column, beta)| {
                let loading = loadings.at(row, column);
                loading * loading * beta * beta
            });
            parts.sum()
        })
        .collect();
    Split {
        explained: beta.iter().map(|beta| beta * beta).sum(),
        weights,
        rank,
    }
}
