//! Means of ratios of totals and their variance by Taylor linearisation.

use super::contributions::Totals;
use super::design::Lonely;
use super::exact;
use super::sample::{Domain, Sample};
use std::collections::{BTreeMap, BTreeSet};

/// What is added up over the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// 1 for a satisfied answer, 0 for another counted one.
    Satisfied,
    /// The level's score, in the scale's points.
    Score,
}

/// A figure estimated from a sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The figure: a share for [`Measure::Satisfied`], points for [`Measure::Score`].
    pub value: f64,
    /// How many ratios were averaged; those without an answer are left out.
    pub averaged: u32,
    /// Weighted total of what is measured, over all ratios together.
    pub numerator: f64,
    /// Weighted number of counted answers, over all ratios together.
    pub denominator: f64,
    /// Respondents with a counted answer in it.
    pub respondents: u64,
    /// Clusters with a counted answer in it; respondents, where those are drawn.
    pub clusters: u64,
    /// The domain's degrees of freedom, see [`Sample::degrees`].
    pub degrees: u64,
    /// For each cluster with any, what it adds to the figure's linear approximation.
    contributions: Vec<(u32, f64)>,
}

impl Sample<'_> {
    /// The mean, over `ratios`, of total measured / answers counted in the domain.
    ///
    /// Each of `ratios` lists the criteria (positions in the questionnaire's order) pooled in it: one
    /// ratio gives a pooled index or a single rate, several the mean of criteria or factors. None where
    /// nothing was counted.
    ///
    /// The linear approximation of Σⱼ Rⱼ/k at respondent i is Σⱼ (yᵢⱼ − Rⱼ nᵢⱼ)/(k Nⱼ), less its
    /// mean in the respondent's cell where ballots are weighted up to dossiers.
    ///
    /// Source: R. S. Woodruff, "A simple method for approximating the variance of a complicated
    /// estimate", JASA 66 (1971); Särndal, Swensson and Wretman, "Model Assisted Survey Sampling"
    /// (1992), 5.6 (ratios) and 7.6 (post-stratification).
    #[must_use]
    pub fn estimate(
        &self,
        domain: &Domain,
        measure: Measure,
        ratios: &[Vec<usize>],
    ) -> Option<Estimate> {
        let by_cell = self.totals_by_cell(domain, measure, ratios);
        let mut totals: Totals = vec![[0.0; 2]; ratios.len()];
        for (cell, of_cell) in by_cell.iter().enumerate() {
            let weight = self.cells.get(cell).map_or(1.0, |cell| cell.weight);
            add(&mut totals, of_cell, weight);
        }
        let averaged = totals.iter().filter(|[_, n]| *n > 0.0).count();
        if averaged == 0 {
            return None;
        }
        let parts = averaged as f64;
        let value = totals
            .iter()
            .filter(|[_, n]| *n > 0.0)
            .map(|[y, n]| y / n)
            .sum::<f64>()
            / parts;
        let linear = |own: &[[f64; 2]]| -> f64 {
            let pairs = own.iter().zip(&totals).filter(|(_, [_, n])| *n > 0.0);
            pairs
                .map(|([y, counted], [total, n])| (y - total / n * counted) / (parts * n))
                .sum()
        };
        let means: Vec<f64> = if self.cells.is_empty() {
            Vec::new()
        } else {
            let rows = self.cells.iter().map(|cell| cell.members.len() as f64);
            by_cell
                .iter()
                .zip(rows)
                .map(|(own, rows)| linear(own) / rows)
                .collect()
        };
        let (contributions, respondents, clusters) = if self.bins.is_empty() {
            self.by_row(domain, measure, ratios, &linear, &means)
        } else {
            self.by_bin(domain, measure, ratios, &linear, &means)
        };
        Some(Estimate {
            value,
            averaged: averaged as u32,
            numerator: totals.iter().map(|[y, _]| y).sum(),
            denominator: totals.iter().map(|[_, n]| n).sum(),
            respondents,
            clusters,
            degrees: self.degrees(domain),
            contributions,
        })
    }

    /// The estimate's variance, over every sample the design might have drawn.
    ///
    /// Σₕ (1 − nₕ/Nₕ)·nₕ/(nₕ−1)·Σ (X − X̄ₕ)² over the nₕ clusters of each stratum, those outside the
    /// domain with X = 0; a stratum's single cluster counts as [`Lonely`] says.
    ///
    /// Source: W. G. Cochran, "Sampling Techniques" (1977), 11.18; as R's `svyrecvar` at one stage.
    #[must_use]
    pub fn variance(&self, estimate: &Estimate) -> f64 {
        self.variance_of(&estimate.contributions)
    }

    /// The variance of one estimate minus another over the same sample, with what they share.
    #[must_use]
    pub fn variance_of_difference(&self, one: &Estimate, other: &Estimate) -> f64 {
        let mut sum: BTreeMap<u32, f64> = one.contributions.iter().copied().collect();
        for (cluster, value) in &other.contributions {
            *sum.entry(*cluster).or_insert(0.0) -= value;
        }
        let both: Vec<(u32, f64)> = sum.into_iter().collect();
        self.variance_of(&both)
    }

    /// Degrees of freedom of two domains together.
    #[must_use]
    pub fn degrees_together(&self, one: &Domain, other: &Domain) -> u64 {
        let rows: BTreeSet<u32> = one.rows.iter().chain(&other.rows).copied().collect();
        self.degrees(&Domain {
            rows: rows.into_iter().collect(),
        })
    }

    fn variance_of(&self, contributions: &[(u32, f64)]) -> f64 {
        let mut by_stratum: Vec<Vec<f64>> = vec![Vec::new(); self.strata.len()];
        for (cluster, value) in contributions {
            let stratum = self.stratum_of.get(*cluster as usize);
            if let Some(values) = stratum.and_then(|number| by_stratum.get_mut(*number as usize)) {
                values.push(*value);
            }
        }
        let mut variance = 0.0;
        for (stratum, values) in self.strata.iter().zip(&by_stratum) {
            if stratum.is_complete() || values.is_empty() {
                continue;
            }
            let n = stratum.drawn as f64;
            if stratum.drawn == 1 {
                variance += match self.lonely {
                    Some(Lonely::Adjust) => {
                        stratum.unsampled * values.iter().map(|value| value * value).sum::<f64>()
                    }
                    Some(Lonely::Certainty) | None => 0.0,
                };
                continue;
            }
            variance += stratum.unsampled * n / (n - 1.0) * squares(values, n);
        }
        variance
    }

    /// The domain's degrees of freedom: its clusters − its strata (R: `degf(subset(…))`).
    #[must_use]
    pub fn degrees(&self, domain: &Domain) -> u64 {
        let stratum = |cluster: &u32| self.stratum_of.get(*cluster as usize).copied();
        let own = domain
            .rows
            .iter()
            .filter_map(|row| self.cluster.get(*row as usize).copied());
        let mut seen = vec![false; self.stratum_of.len()];
        let mut strata = vec![false; self.strata.len()];
        for cluster in own {
            if let Some(seen) = seen.get_mut(cluster as usize) {
                *seen = true;
            }
            let number = stratum(&cluster).map_or(usize::MAX, |number| number as usize);
            if let Some(seen) = strata.get_mut(number) {
                *seen = true;
            }
        }
        let count = |seen: &[bool]| seen.iter().filter(|seen| **seen).count() as u64;
        count(&seen).saturating_sub(count(&strata))
    }
}

/// The variance of a figure from `sample` independent respondents of equal weight: `values` are what
/// those of the figure's domain add to its linear approximation, the others add 0.
///
/// n/(n−1)·Σ (X − X̄)² over all n of them, as [`Sample::variance`] in this case; 0 for less than two.
#[must_use]
pub(crate) fn spread_of(values: &[f64], sample: u64) -> f64 {
    if sample < 2 || values.is_empty() {
        return 0.0;
    }
    let n = sample as f64;
    // In this order for the bits of `Sample::variance`.
    let unsampled = 1.0;
    unsampled * n / (n - 1.0) * squares(values, n)
}

/// Σ (X − X̄)² over the `n` values of which those not given are 0.
fn squares(values: &[f64], n: f64) -> f64 {
    let mean = exact::sum(values.iter().copied()) / n;
    let spread = exact::sum(values.iter().map(|value| (value - mean) * (value - mean)));
    let outside = n - values.len() as f64;
    spread + outside * mean * mean
}

fn add(totals: &mut Totals, more: &[[f64; 2]], weight: f64) {
    for ([y, n], [more_y, more_n]) in totals.iter_mut().zip(more) {
        *y += weight * more_y;
        *n += weight * more_n;
    }
}
