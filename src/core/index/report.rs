//! All figures of some ballots, in the questionnaire's order.

use super::figure::{Figure, Spread};
use super::figures::{criteria, factors, overall};
use super::formula::Formula;
use super::groups::{Counting, Grouping};
use super::interval::Quantiles;
use super::mean::Mean;
use super::pool::Pool;
use super::rate::Undefined;
use super::refine::report_with;
use super::tally::Tally;
use crate::ballot::Ballot;
use crate::estimate::{Design, Sample};
use crate::questionnaire::Questionnaire;

/// What a report is to contain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// How indices are formed.
    pub formula: Formula,
    /// Which groups to list, in this order.
    pub by: Vec<Grouping>,
    /// Whether units are also listed under each of their ancestors.
    pub rollup: bool,
}

/// The figures of some ballots.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Ballots counted.
    pub ballots: u64,
    /// Those of them that ended early.
    pub stopped: u64,
    /// Ballots left out because their answers do not fit the questionnaire.
    pub unfit: u64,
    /// The formula asked for.
    pub formula: Formula,
    /// The index over all factors; the general question's rate where there are no factors.
    pub overall: Figure,
    /// Each factor's index, in the questionnaire's order.
    pub factors: Vec<FactorFigure>,
    /// Each criterion's counts and rate: the factors' in order, then the general question.
    pub criteria: Vec<CriterionFigure>,
    /// For each reason's code how many ballots chose it.
    pub reasons: Vec<(String, u64)>,
    /// The same figures for each group asked for; a group has no groups of its own.
    pub groups: Vec<Group>,
}

/// One factor's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorFigure {
    /// The factor's id.
    pub id: String,
    /// Its index.
    pub figure: Figure,
    /// Mean score over all its answers, or why its criteria have none in common.
    pub mean: Result<Mean, Undefined>,
}

/// One criterion's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionFigure {
    /// The criterion's id.
    pub id: String,
    /// The factor's id; none for the general question.
    pub factor: Option<String>,
    /// For each level's code, in the scale's order, how many ballots chose it.
    pub levels: Vec<(String, u64)>,
    /// Its rate; `missing` in it says how many are "na" and how many blank.
    pub figure: Figure,
    /// Its mean score.
    pub mean: Mean,
}

/// The figures of the ballots that share a unit, field, channel or month.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they share.
    pub by: Grouping,
    /// The shared value; empty where the ballots have none.
    pub key: String,
    /// Their figures.
    pub report: Report,
}

/// The figures of `ballots`, which must all be of `questionnaire`, with the intervals of independent
/// respondents.
///
/// [`report_with`] takes another design.
#[must_use]
pub fn report<'a>(
    questionnaire: &Questionnaire,
    ballots: impl IntoIterator<Item = &'a Ballot>,
    options: &Options,
) -> Report {
    let means = match options.formula {
        Formula::MeanOfCriteria | Formula::MeanOfFactors => !questionnaire.factors.is_empty(),
        Formula::Pooled | Formula::General => false,
    };
    if means {
        let ballots: Vec<&Ballot> = ballots.into_iter().collect();
        // The plain design fits any ballots.
        if let Ok(sample) = Sample::new(questionnaire, ballots.iter().copied(), &Design::default())
        {
            return report_with(questionnaire, ballots, options, &sample);
        }
        return count(questionnaire, ballots, options);
    }
    count(questionnaire, ballots, options)
}

/// The figures that totals are enough for.
pub(super) fn count<'a>(
    questionnaire: &Questionnaire,
    ballots: impl IntoIterator<Item = &'a Ballot>,
    options: &Options,
) -> Report {
    let mut counting = Counting::new(questionnaire, &options.by, options.rollup);
    for ballot in ballots {
        counting.add(ballot);
    }
    counting.report(questionnaire, options.formula)
}

impl Report {
    /// The figures a tally comes to, without groups.
    ///
    /// Means over several criteria or factors have no interval here: it takes each respondent's
    /// answers, see [`report`].
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, tally: &Tally, formula: Formula) -> Self {
        let sample = tally.respondents;
        Self::within(
            questionnaire,
            tally,
            formula,
            sample,
            &mut Quantiles::default(),
        )
    }

    /// The same where the tally's ballots are some of a sample of so many respondents.
    pub(super) fn within(
        questionnaire: &Questionnaire,
        tally: &Tally,
        formula: Formula,
        sample: u64,
        quantiles: &mut Quantiles,
    ) -> Self {
        let degrees = tally.respondents.saturating_sub(1);
        let critical = quantiles.critical(degrees);
        let spread = |pool: &Pool| {
            pool.standard_error(sample).map(|standard_error| Spread {
                standard_error,
                degrees,
                critical,
            })
        };
        let criteria = criteria(questionnaire, tally);
        let factors = factors(questionnaire, &criteria, formula, &tally.factors, &spread);
        let overall = overall(
            questionnaire,
            &criteria,
            &factors,
            formula,
            &tally.pool,
            &spread,
        );
        Self {
            ballots: tally.ballots,
            stopped: tally.stopped,
            unfit: tally.unfit,
            formula,
            overall,
            factors,
            criteria,
            reasons: questionnaire
                .reasons
                .iter()
                .flat_map(|reasons| &reasons.choices)
                .zip(&tally.reasons)
                .map(|(choice, count)| (choice.code.clone(), *count))
                .collect(),
            groups: Vec::new(),
        }
    }

    /// The factor's figures.
    #[must_use]
    pub fn factor(&self, id: &str) -> Option<&FactorFigure> {
        self.factors.iter().find(|factor| factor.id == id)
    }

    /// The criterion's figures.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&CriterionFigure> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }
}
