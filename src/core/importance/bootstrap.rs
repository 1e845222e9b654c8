//! Intervals by drawing respondents anew.

use super::correlation::Correlations;
use super::shapley::shapley;
use super::weights::{Split, split};
use super::{CannotTell, Cases, Importance, Standing, Weight};
use crate::generator::Generator;

/// Samples drawn anew where a caller wants the usual number.
pub const MOST_REPLICATES: usize = 999;

/// Beyond so many ballots 199 samples are enough: intervals are narrow and each sample takes long.
const MANY: usize = 5_000;

/// Of so many replicates one may be without a figure, before there is no interval.
const FAILING: usize = 20;

/// Importance on its way to intervals: each [`step`](Self::step) draws some more samples.
///
/// Respondents are drawn with replacement, as many as there are, by [`Generator`]; the same cases, seed and number
/// of replicates give the same bits.
#[derive(Debug, Clone)]
pub struct Bootstrap<'a> {
    cases: &'a Cases,
    correlations: Correlations,
    split: Split,
    adjusted: f64,
    seed: u64,
    generator: Generator,
    wanted: usize,
    drawn: usize,
    /// Weights of each replicate that has some.
    weights: Vec<Split>,
}

impl<'a> Bootstrap<'a> {
    /// Before any sample was drawn anew; `replicates` none: [`MOST_REPLICATES`], or 199 for many ballots.
    ///
    /// # Errors
    /// [`CannotTell::ConstantGeneral`] and [`CannotTell::NothingExplained`].
    pub fn new(cases: &'a Cases, seed: u64, replicates: Option<usize>) -> Result<Self, CannotTell> {
        let correlations = Correlations::of(&cases.rows, &vec![1; cases.rows.len()])?;
        let split = split(&correlations);
        let left = cases.rows.len() as f64 - split.rank as f64 - 1.0;
        let adjusted = 1.0 - (1.0 - split.explained) * (cases.rows.len() as f64 - 1.0) / left;
        if adjusted <= 0.0 {
            return Err(CannotTell::NothingExplained);
        }
        let usual = if cases.rows.len() > MANY {
            199
        } else {
            MOST_REPLICATES
        };
        Ok(Self {
            cases,
            correlations,
            split,
            adjusted,
            seed,
            generator: Generator::new(seed),
            wanted: replicates.unwrap_or(usual),
            drawn: 0,
            weights: Vec::new(),
        })
    }

    /// Draws at most `samples` more; whether any are left to draw.
    pub fn step(&mut self, samples: usize) -> bool {
        let count = self.cases.rows.len();
        for _ in 0..samples.min(self.wanted - self.drawn) {
            self.drawn += 1;
            let mut times = vec![0; count];
            for _ in 0..count {
                let place = self.generator.below(count as u64) as usize;
                if let Some(times) = times.get_mut(place) {
                    *times += 1;
                }
            }
            let drawn = Correlations::of(&self.cases.rows, &times).map(|found| split(&found));
            self.weights
                .extend(drawn.ok().filter(|split| split.explained > 0.0));
        }
        self.drawn < self.wanted
    }

    /// How far it is, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        if self.wanted == 0 {
            return 1.0;
        }
        self.drawn as f64 / self.wanted as f64
    }

    /// The weights with the intervals of the samples drawn so far.
    #[must_use]
    pub fn finish(self) -> Importance {
        let count = self.cases.ids.len();
        let average = 1.0 / count as f64;
        let failed = self.drawn - self.weights.len();
        let enough = failed * FAILING <= self.drawn;
        let interval = |of: &dyn Fn(&Split) -> f64| {
            let values: Vec<f64> = self.weights.iter().map(of).collect();
            percentiles(values).filter(|_| enough)
        };
        let criteria = self.cases.ids.iter().enumerate().map(|(place, id)| {
            let at = |split: &Split| split.weights.get(place).copied().unwrap_or_default();
            let share_interval = interval(&|split| at(split) / split.explained);
            Weight {
                id: id.clone(),
                weight: at(&self.split),
                interval: interval(&at),
                share: at(&self.split) / self.split.explained,
                share_interval,
                correlation: self.correlations.general.get(place).copied().unwrap_or(0.0),
                standing: Standing::of(share_interval, average),
            }
        });
        let blocks: Vec<Vec<usize>> = self
            .cases
            .factors
            .iter()
            .map(|(_, places)| places.clone())
            .collect();
        let values = shapley(&self.correlations, &blocks).unwrap_or_default();
        let singles: Vec<Vec<usize>> = (0..count).map(|place| vec![place]).collect();
        let names = self.cases.factors.iter().map(|(id, _)| id.clone());
        Importance {
            criteria: criteria.collect(),
            factors: names.zip(values).collect(),
            exact: shapley(&self.correlations, &singles),
            explained: self.split.explained,
            adjusted: self.adjusted,
            used: self.cases.rows.len(),
            ballots: self.cases.ballots,
            left_out: self.cases.left_out.clone(),
            replicates: (self.drawn, failed),
            seed: self.seed,
        }
    }
}

/// The 2.5 % and 97.5 % points: the k-th smallest and largest of B values, k = ⌊(B + 1)/40⌋; none below 39 values.
fn percentiles(mut values: Vec<f64>) -> Option<(f64, f64)> {
    let rank = (values.len() + 1) / 40;
    values.sort_by(f64::total_cmp);
    let low = values.get(rank.checked_sub(1)?)?;
    let high = values.get(values.len() - rank)?;
    Some((*low, *high))
}
