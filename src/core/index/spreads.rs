//! What means of rates need beyond counts: each respondent's part in their linear approximation.
//!
//! The respondents are independent and equally weighted, as in [`super::report`]; every step is that of
//! [`crate::estimate::Sample`] in this case, in the same order of operations, so the bits agree.

use super::figure::{Figure, Spread, linearised};
use super::formula::Formula;
use super::interval::TAIL95;
use super::rate::Rate;
use super::refine::{by_factor, ratios};
use super::report::Report;
use super::tally::Tally;
use crate::ballot::Answer;
use crate::estimate::{spread_of, t_quantile};
use crate::questionnaire::Questionnaire;

/// The figures of all ballots and of each group, respondent by respondent.
#[derive(Debug)]
pub(super) struct Spreads {
    /// For each criterion whether a level counts as satisfied.
    satisfied: Vec<Vec<bool>>,
    /// The ratios of the overall index, then those of each factor that is a mean itself.
    figures: Vec<Vec<Vec<usize>>>,
    whole: Scope,
    groups: Vec<Scope>,
}

/// Some respondents.
#[derive(Debug)]
struct Scope {
    /// For each figure satisfied and counted answers of each of its ratios.
    totals: Vec<Vec<[f64; 2]>>,
    /// Respondents of the sample among them.
    rows: u64,
    /// For each figure the respondents' parts, and how many answered any of it.
    parts: Vec<(Vec<f64>, u64)>,
}

impl Spreads {
    pub(super) fn new(
        questionnaire: &Questionnaire,
        formula: Formula,
        whole: &Tally,
        groups: &[Tally],
    ) -> Self {
        let mut figures = vec![ratios(questionnaire, formula)];
        if formula == Formula::MeanOfCriteria {
            let factors = by_factor(questionnaire).into_iter();
            figures.extend(factors.map(|own| own.into_iter().map(|one| vec![one]).collect()));
        }
        let scope = |tally: &Tally| {
            let rates: Vec<Rate> = questionnaire
                .criteria()
                .zip(&tally.criteria)
                .map(|(criterion, counts)| counts.rate(questionnaire.scale_of(criterion)))
                .collect();
            let totals = |ratios: &Vec<Vec<usize>>| {
                let ratios = ratios.iter();
                ratios.map(|ratio| total(&rates, ratio)).collect()
            };
            Scope {
                totals: figures.iter().map(totals).collect(),
                rows: 0,
                parts: vec![(Vec::new(), 0); figures.len()],
            }
        };
        let satisfied = |criterion| {
            let levels = questionnaire.scale_of(criterion).levels.iter();
            levels.map(|level| level.satisfied).collect()
        };
        Self {
            satisfied: questionnaire.criteria().map(satisfied).collect(),
            whole: scope(whole),
            groups: groups.iter().map(scope).collect(),
            figures,
        }
    }

    /// Adds a ballot of the group at this position; one without a counted answer is no respondent.
    pub(super) fn add(&mut self, group: usize, answers: &[Answer]) {
        let counted = |answer: &Answer| matches!(answer, Answer::Level(_));
        if !answers.iter().any(counted) {
            return;
        }
        let own: Vec<[f64; 2]> = answers
            .iter()
            .zip(&self.satisfied)
            .map(|(answer, satisfied)| match answer {
                Answer::Level(level) => {
                    let flag = satisfied.get(usize::from(*level)).copied();
                    [f64::from(u8::from(flag.unwrap_or_default())), 1.0]
                }
                Answer::Blank | Answer::NotApplicable => [0.0, 0.0],
            })
            .collect();
        self.whole.add(&self.figures, &own);
        if let Some(group) = self.groups.get_mut(group) {
            group.add(&self.figures, &own);
        }
    }

    /// Puts values and intervals into the report of all ballots, or of the group at this position.
    pub(super) fn refine(&self, group: Option<usize>, sample: u64, report: &mut Report) {
        let scope = match group {
            None => Some(&self.whole),
            Some(group) => self.groups.get(group),
        };
        let Some(scope) = scope else {
            return;
        };
        let figures = core::iter::once(&mut report.overall)
            .chain(report.factors.iter_mut().map(|factor| &mut factor.figure));
        for ((figure, totals), parts) in figures.zip(&scope.totals).zip(&scope.parts) {
            if figure.value.is_ok() && totals.len() > 1 {
                refine(figure, totals, parts, scope.rows, sample);
            }
        }
    }
}

impl Scope {
    fn add(&mut self, figures: &[Vec<Vec<usize>>], own: &[[f64; 2]]) {
        self.rows += 1;
        let all = figures.iter().zip(&self.totals).zip(&mut self.parts);
        for ((ratios, totals), (parts, respondents)) in all {
            let averaged = totals.iter().filter(|[_, n]| *n > 0.0).count() as f64;
            let mut any = false;
            let mut part = 0.0;
            for (ratio, [y, n]) in ratios.iter().zip(totals) {
                let [mut satisfied, mut counted] = [0.0, 0.0];
                for [s, c] in ratio.iter().filter_map(|one| own.get(*one)) {
                    satisfied += s;
                    counted += c;
                }
                any |= counted > 0.0;
                if *n > 0.0 {
                    part += (satisfied - y / n * counted) / (averaged * n);
                }
            }
            *respondents += u64::from(any);
            parts.push(part);
        }
    }
}

/// The figure as the mean of its ratios, with the interval its respondents' parts make.
fn refine(
    figure: &mut Figure,
    totals: &[[f64; 2]],
    (parts, respondents): &(Vec<f64>, u64),
    rows: u64,
    sample: u64,
) {
    let rates = || totals.iter().filter(|[_, n]| *n > 0.0);
    let value = rates().map(|[y, n]| y / n).sum::<f64>() / rates().count() as f64;
    let degrees = rows.saturating_sub(1);
    figure.value = Ok(value);
    figure.respondents = *respondents;
    figure.drawn = *respondents;
    let spread = Spread {
        standard_error: spread_of(parts, sample).sqrt(),
        degrees,
        critical: t_quantile(TAIL95, degrees as f64).map(|quantile| -quantile),
    };
    figure.interval = linearised(value, spread, false);
}

/// Satisfied and counted answers of some criteria together.
fn total(rates: &[Rate], ratio: &[usize]) -> [f64; 2] {
    let mut sum = Rate::default();
    for rate in ratio.iter().filter_map(|one| rates.get(*one)) {
        sum += *rate;
    }
    [sum.satisfied as f64, sum.counted as f64]
}
