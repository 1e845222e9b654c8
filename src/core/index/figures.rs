//! The figures of criteria, factors and the whole, from counts.

use super::figure::{Figure, Part, Spread};
use super::formula::Formula;
use super::mean::Mean;
use super::pool::Pool;
use super::rate::Undefined;
use super::report::{CriterionFigure, FactorFigure};
use super::tally::{Counts, Tally};
use crate::questionnaire::Questionnaire;

impl CriterionFigure {
    fn part(&self) -> Part<'_> {
        Part {
            id: &self.id,
            rate: self.figure.rate,
            missing: self.figure.missing,
        }
    }
}

pub(super) fn criteria(questionnaire: &Questionnaire, tally: &Tally) -> Vec<CriterionFigure> {
    let factor_ids = questionnaire
        .factors
        .iter()
        .flat_map(|factor| factor.criteria.iter().map(|_| Some(factor.id.clone())))
        .chain(core::iter::repeat(None));
    questionnaire
        .criteria()
        .zip(factor_ids)
        .zip(&tally.criteria)
        .map(|((criterion, factor), counts)| {
            let scale = questionnaire.scale_of(criterion);
            let Counts { levels, missing } = counts;
            let rate = counts.rate(scale);
            CriterionFigure {
                id: criterion.id.clone(),
                factor,
                levels: scale
                    .levels
                    .iter()
                    .zip(levels)
                    .map(|(level, count)| (level.code.clone(), *count))
                    .collect(),
                figure: Figure::pooled(
                    &[Part {
                        id: &criterion.id,
                        rate,
                        missing: *missing,
                    }],
                    rate.counted,
                    None,
                ),
                mean: Mean::of(counts, scale),
            }
        })
        .collect()
}

type SpreadOf<'a> = dyn Fn(&Pool) -> Option<Spread> + 'a;

pub(super) fn factors(
    questionnaire: &Questionnaire,
    criteria: &[CriterionFigure],
    formula: Formula,
    pools: &[Pool],
    spread: &SpreadOf<'_>,
) -> Vec<FactorFigure> {
    questionnaire
        .factors
        .iter()
        .zip(pools)
        .map(|(factor, pool)| {
            let own = || {
                criteria
                    .iter()
                    .filter(|criterion| criterion.factor.as_ref() == Some(&factor.id))
            };
            let parts: Vec<Part<'_>> = own().map(CriterionFigure::part).collect();
            FactorFigure {
                id: factor.id.clone(),
                figure: match formula {
                    Formula::MeanOfCriteria => Figure::mean(formula, &parts, pool.respondents),
                    Formula::Pooled | Formula::MeanOfFactors | Formula::General => {
                        Figure::pooled(&parts, pool.respondents, spread(pool))
                    }
                },
                mean: Mean::pooled(own().map(|criterion| criterion.mean)),
            }
        })
        .collect()
}

pub(super) fn overall(
    questionnaire: &Questionnaire,
    criteria: &[CriterionFigure],
    factors: &[FactorFigure],
    formula: Formula,
    pool: &Pool,
    spread: &SpreadOf<'_>,
) -> Figure {
    let general = || {
        criteria
            .iter()
            .find(|criterion| criterion.factor.is_none())
            .map_or_else(
                || Figure::undefined(Formula::General, Undefined::NoGeneralQuestion),
                |criterion| Figure {
                    formula: Formula::General,
                    ..criterion.figure.clone()
                },
            )
    };
    if questionnaire.factors.is_empty() {
        return general();
    }
    let in_factors = || {
        criteria
            .iter()
            .filter(|criterion| criterion.factor.is_some())
    };
    let parts = || in_factors().map(CriterionFigure::part).collect::<Vec<_>>();
    match formula {
        Formula::Pooled => Figure::pooled(&parts(), pool.respondents, spread(pool)),
        Formula::MeanOfCriteria => Figure::mean(formula, &parts(), pool.respondents),
        Formula::MeanOfFactors => {
            let parts: Vec<Part<'_>> = factors
                .iter()
                .map(|factor| Part {
                    id: &factor.id,
                    rate: factor.figure.rate,
                    missing: factor.figure.missing,
                })
                .collect();
            Figure::mean(formula, &parts, pool.respondents)
        }
        Formula::General => general(),
    }
}
