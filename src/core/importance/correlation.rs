//! Correlations of resampled rows.

use super::CannotTell;

/// A square matrix; outside it everything is 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

impl Matrix {
    pub fn zero(size: usize) -> Self {
        Self {
            size,
            cells: vec![0.0; size * size],
        }
    }

    pub fn identity(size: usize) -> Self {
        let mut matrix = Self::zero(size);
        for place in 0..size {
            matrix.set(place, place, 1.0);
        }
        matrix
    }

    pub const fn size(&self) -> usize {
        self.size
    }

    pub fn at(&self, row: usize, column: usize) -> f64 {
        let cell = self.cells.get(row * self.size + column);
        cell.copied().unwrap_or_default()
    }

    pub fn set(&mut self, row: usize, column: usize, value: f64) {
        if let Some(cell) = self.cells.get_mut(row * self.size + column) {
            *cell = value;
        }
    }
}

/// How the criteria go together with each other and with the general question.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    /// Among the criteria; a criterion without variance has 0 everywhere, its diagonal too.
    pub among: Matrix,
    /// Of each criterion with the general question.
    pub general: Vec<f64>,
}

impl Correlations {
    /// Those of `rows`, each taken as often as `times` says.
    ///
    /// # Errors
    /// [`CannotTell::ConstantGeneral`].
    pub fn of(rows: &[Vec<f64>], times: &[u32]) -> Result<Self, CannotTell> {
        let width = rows.first().map_or(0, Vec::len);
        let taken = || {
            let pairs = rows.iter().zip(times).filter(|(_, times)| **times > 0);
            pairs.map(|(row, times)| (row, f64::from(*times)))
        };
        let total: f64 = taken().map(|(_, times)| times).sum();
        let mut means = vec![0.0; width];
        let mut first: Option<&Vec<f64>> = None;
        let mut varies = vec![false; width];
        for (row, times) in taken() {
            let first = *first.get_or_insert(row);
            let columns = means.iter_mut().zip(&mut varies).zip(row.iter().zip(first));
            for ((mean, varies), (value, first)) in columns {
                *mean += times * value;
                *varies |= value != first;
            }
        }
        for mean in &mut means {
            *mean /= total;
        }
        let mut products = Matrix::zero(width);
        let mut centred = vec![0.0; width];
        for (row, times) in taken() {
            for ((cell, value), mean) in centred.iter_mut().zip(row).zip(&means) {
                *cell = value - mean;
            }
            for (line, left) in products.cells.chunks_exact_mut(width).zip(&centred) {
                let left = times * left;
                for (cell, right) in line.iter_mut().zip(&centred) {
                    *cell += left * right;
                }
            }
        }
        if !varies.first().copied().unwrap_or_default() {
            return Err(CannotTell::ConstantGeneral);
        }
        let deviation: Vec<f64> = (0..width)
            .map(|column| products.at(column, column).sqrt())
            .collect();
        let known = |column: usize| varies.get(column).copied().unwrap_or_default();
        let of = |row: usize, column: usize| {
            if !known(row) || !known(column) {
                return 0.0;
            }
            if row == column {
                return 1.0;
            }
            let deviations = deviation.get(row).zip(deviation.get(column));
            deviations.map_or(0.0, |(a, b)| products.at(row, column) / (a * b))
        };
        let mut among = Matrix::zero(width.saturating_sub(1));
        for row in 0..among.size() {
            for column in 0..among.size() {
                among.set(row, column, of(row + 1, column + 1));
            }
        }
        Ok(Self {
            general: (1..width).map(|column| of(0, column)).collect(),
            among,
        })
    }
}
