//! What each row or cluster adds to totals and to a figure's linear approximation.

use super::linear::Measure;
use super::sample::{Bin, Cell, Domain, Sample};
use std::collections::{BTreeMap, BTreeSet};

/// Numerator and denominator of each ratio.
pub(super) type Totals = Vec<[f64; 2]>;

/// For each cluster its contribution; how many respondents and how many clusters answered.
pub(super) type Contributions = (Vec<(u32, f64)>, u64, u64);

impl Sample<'_> {
    /// Adds the row's answers to the totals of each ratio; whether any was counted.
    pub(super) fn add_row(
        &self,
        row: u32,
        measure: Measure,
        ratios: &[Vec<usize>],
        into: &mut Totals,
    ) -> bool {
        let worth = match measure {
            Measure::Satisfied => &self.satisfied,
            Measure::Score => &self.scores,
        };
        let width = worth.len();
        let start = row as usize * width;
        let answers = self.answers.get(start..start + width).unwrap_or_default();
        let mut any = false;
        for (ratio, total) in ratios.iter().zip(into) {
            for criterion in ratio {
                let code = answers.get(*criterion).copied().unwrap_or(0);
                if code > 0 {
                    any = true;
                    let [y, n] = total;
                    let table = worth
                        .get(*criterion)
                        .and_then(|table| table.get(usize::from(code)));
                    *y += table.copied().unwrap_or_default();
                    *n += 1.0;
                }
            }
        }
        any
    }

    pub(super) fn cell_of(&self, row: u32) -> usize {
        self.cell.get(row as usize).map_or(0, |cell| *cell as usize)
    }

    pub(super) fn totals_by_cell(
        &self,
        domain: &Domain,
        measure: Measure,
        ratios: &[Vec<usize>],
    ) -> Vec<Totals> {
        let mut all = vec![vec![[0.0; 2]; ratios.len()]; self.cells.len().max(1)];
        for row in &domain.rows {
            if let Some(totals) = all.get_mut(self.cell_of(*row)) {
                self.add_row(*row, measure, ratios, totals);
            }
        }
        all
    }

    /// Contributions where respondents are drawn.
    pub(super) fn by_row(
        &self,
        domain: &Domain,
        measure: Measure,
        ratios: &[Vec<usize>],
        linear: &dyn Fn(&[[f64; 2]]) -> f64,
        means: &[f64],
    ) -> Contributions {
        let mut contributions = Vec::with_capacity(domain.rows.len());
        let mut respondents = 0;
        let mut own: Totals = vec![[0.0; 2]; ratios.len()];
        let mut of = |row: u32| {
            own.fill([0.0; 2]);
            let any = self.add_row(row, measure, ratios, &mut own);
            respondents += u64::from(any);
            linear(&own)
        };
        if means.is_empty() {
            contributions.extend(domain.rows.iter().map(|row| (*row, of(*row))));
        } else {
            // Cells without a respondent of the domain contribute nothing.
            let mut inside = vec![false; self.cluster.len()];
            let mut cells = vec![false; self.cells.len()];
            for row in &domain.rows {
                if let Some(inside) = inside.get_mut(*row as usize) {
                    *inside = true;
                }
                if let Some(cell) = cells.get_mut(self.cell_of(*row)) {
                    *cell = true;
                }
            }
            let all = self.cells.iter().zip(means).zip(&cells);
            for ((cell, mean), _) in all.filter(|(_, touched)| **touched) {
                for row in &cell.members {
                    let inside = inside.get(*row as usize).copied().unwrap_or_default();
                    let z = if inside { of(*row) } else { 0.0 };
                    contributions.push((*row, cell.weight * (z - mean)));
                }
            }
        }
        (contributions, respondents, respondents)
    }

    /// Contributions where clusters are drawn.
    pub(super) fn by_bin(
        &self,
        domain: &Domain,
        measure: Measure,
        ratios: &[Vec<usize>],
        linear: &dyn Fn(&[[f64; 2]]) -> f64,
        means: &[f64],
    ) -> Contributions {
        let mut totals: Vec<Option<Totals>> = vec![None; self.bins.len()];
        let mut respondents = 0;
        for row in &domain.rows {
            let bin = self.bin.get(*row as usize);
            if let Some(total) = bin.and_then(|bin| totals.get_mut(*bin as usize)) {
                let total = total.get_or_insert_with(|| vec![[0.0; 2]; ratios.len()]);
                respondents += u64::from(self.add_row(*row, measure, ratios, total));
            }
        }
        let mut contributions: BTreeMap<u32, f64> = BTreeMap::new();
        let mut answered = BTreeSet::new();
        for (
            Bin {
                cluster,
                cell,
                rows,
            },
            total,
        ) in self.bins.iter().zip(&totals)
        {
            let cell = *cell as usize;
            let mean = means.get(cell).copied().unwrap_or_default();
            if total.is_none() && mean == 0.0 {
                continue;
            }
            let own = total.as_deref().map_or(0.0, linear);
            let weight = self
                .cells
                .get(cell)
                .map_or(1.0, |Cell { weight, .. }| *weight);
            *contributions.entry(*cluster).or_insert(0.0) += weight * (own - rows * mean);
            if total.iter().flatten().any(|[_, n]| *n > 0.0) {
                answered.insert(*cluster);
            }
        }
        (
            contributions.into_iter().collect(),
            respondents,
            answered.len() as u64,
        )
    }
}
