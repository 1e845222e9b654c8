//! One index or rate with everything needed to explain it.

use super::formula::Formula;
use super::interval::{Interval, Method, NoInterval, TAIL95, wilson, wilson_at};
use super::percent::{percent, percent_value};
use super::rate::{Missing, Rate, Undefined};
use crate::estimate::{exact_limits, normal_quantile, t_quantile};

/// A figure between 0 and 1 and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// How it was formed; a single criterion's rate is `Pooled` over that criterion.
    pub formula: Formula,
    /// Satisfied and counted answers of all criteria that went in, as they stand on the ballots; for
    /// the means, and where ballots are weighted, these are not what the value is a quotient of.
    pub rate: Rate,
    /// What is in no denominator.
    pub missing: Missing,
    /// How many rates were averaged; 1 for a quotient of totals, 0 where undefined.
    pub averaged: u32,
    /// Criteria or factors that could not go in because nobody answered them.
    pub left_out: Vec<String>,
    /// The value as a share from 0 to 1, or why there is none.
    pub value: Result<f64, Undefined>,
    /// The 95 % interval, or why there is none.
    pub interval: Result<Interval, NoInterval>,
    /// Respondents with a counted answer in it.
    pub respondents: u64,
    /// What was drawn and has a counted answer in it: clusters, or else respondents.
    pub drawn: u64,
    /// The weighted totals, where ballots are weighted.
    pub weighted: Option<Weighted>,
    /// Whether everybody there was answered, so that nothing is unsure.
    pub census: bool,
}

/// Totals weighted up to the population, in dossiers' answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighted {
    /// Satisfied answers.
    pub satisfied: f64,
    /// Counted answers.
    pub counted: f64,
}

/// One criterion's or factor's part in a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub id: &'a str,
    pub rate: Rate,
    pub missing: Missing,
}

/// What a linearised interval is made of: standard error, degrees of freedom and their t quantile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    pub standard_error: f64,
    pub degrees: u64,
    pub critical: Option<f64>,
}

impl Figure {
    /// Σ satisfied / Σ counted over the parts, `respondents` of whom answered any.
    ///
    /// The interval is Wilson's for one criterion; for several it is made of `spread`, which a single
    /// respondent does not have.
    pub(super) fn pooled(parts: &[Part<'_>], respondents: u64, spread: Option<Spread>) -> Self {
        let mut figure = Self::totals(Formula::Pooled, parts, respondents);
        figure.value = figure.rate.value();
        figure.averaged = u32::from(figure.value.is_ok());
        if parts.len() == 1 {
            figure.interval = wilson(figure.rate);
        } else if let Ok(value) = figure.value {
            figure.interval = match spread {
                Some(spread) => linearised(value, spread, false),
                None => Err(NoInterval::NoDegrees),
            };
        }
        figure
    }

    /// Mean of the parts' rates over the parts that have one.
    pub(super) fn mean(formula: Formula, parts: &[Part<'_>], respondents: u64) -> Self {
        let mut figure = Self::totals(formula, parts, respondents);
        let rates: Vec<f64> = parts
            .iter()
            .filter_map(|part| part.rate.value().ok())
            .collect();
        if !rates.is_empty() {
            figure.averaged = rates.len() as u32;
            figure.value = Ok(rates.iter().sum::<f64>() / rates.len() as f64);
        }
        if parts.len() == 1 && formula == Formula::MeanOfCriteria {
            figure.interval = wilson(figure.rate);
        }
        figure
    }

    /// A figure that cannot be formed.
    pub(super) fn undefined(formula: Formula, why: Undefined) -> Self {
        Self {
            value: Err(why),
            ..Self::totals(formula, &[], 0)
        }
    }

    fn totals(formula: Formula, parts: &[Part<'_>], respondents: u64) -> Self {
        let mut rate = Rate::default();
        let mut missing = Missing::default();
        for part in parts {
            rate += part.rate;
            missing += part.missing;
        }
        Self {
            formula,
            rate,
            missing,
            averaged: 0,
            left_out: parts
                .iter()
                .filter(|part| part.rate.counted == 0)
                .map(|part| part.id.to_owned())
                .collect(),
            value: Err(Undefined::NoAnswers),
            interval: Err(if rate.counted == 0 {
                NoInterval::NoAnswers
            } else {
                NoInterval::TotalsOnly
            }),
            respondents,
            drawn: respondents,
            weighted: None,
            census: false,
        }
    }

    /// The value in per cent with two decimals, half up, without the sign: `83,87` or `83.87`.
    ///
    /// Quotients of totals are rounded on their whole numbers; see [`percent_value`] for the means
    /// and for weighted ballots.
    ///
    /// # Errors
    /// The reason the figure is undefined.
    pub fn percent(&self, language: &str) -> Result<String, Undefined> {
        let value = self.value?;
        match (self.formula, self.weighted) {
            (Formula::Pooled | Formula::General, None) => percent(self.rate, language),
            (Formula::Pooled | Formula::General, Some(_))
            | (Formula::MeanOfCriteria | Formula::MeanOfFactors, _) => {
                Ok(percent_value(value, language))
            }
        }
    }

    /// The exact interval for a figure of exactly 0 or 1 whose standard error is 0 or unknown.
    ///
    /// Clopper and Pearson's, as if each cluster (respondent, where those are drawn) had given one answer:
    /// where all agree, its other answers add nothing that can be relied on. None for any other
    /// figure, for Wilson's intervals, which stay open by themselves, and where everybody answered.
    #[must_use]
    pub fn beside(&self) -> Option<Interval> {
        self.exact(TAIL95)
    }

    fn exact(&self, tail: f64) -> Option<Interval> {
        let value = self.value.ok()?;
        let wilson = self
            .interval
            .is_ok_and(|interval| interval.method == Method::Wilson);
        if wilson || self.census || (value != 0.0 && value != 1.0) {
            return None;
        }
        let successes = if value == 1.0 { self.drawn } else { 0 };
        let (low, high) = exact_limits(successes, self.drawn, tail)?;
        Some(Interval {
            low,
            high,
            standard_error: 0.0,
            method: Method::ClopperPearson,
            degrees: None,
        })
    }

    /// The limits to conclude from, with the error probability `tail` on each side.
    ///
    /// Those of the figure's own interval, or of [`Figure::beside`] where there is one; linearised
    /// limits may lie outside 0–1. `tail` is 0.025 for 95 %, less where several figures are compared.
    ///
    /// # Errors
    /// The reason the figure has no interval; also [`NoInterval::NoDegrees`] for a tail outside 0–0.5.
    pub fn limits(&self, tail: f64) -> Result<(f64, f64), NoInterval> {
        if let Some(exact) = self.exact(tail) {
            return Ok((exact.low, exact.high));
        }
        let interval = self.interval?;
        let value = self.value.map_err(|_| NoInterval::NoAnswers)?;
        if interval.standard_error == 0.0 && interval.method != Method::Wilson {
            return Ok((value, value));
        }
        let critical = match interval.degrees {
            Some(degrees) => t_quantile(tail, degrees as f64),
            None => normal_quantile(tail),
        };
        let critical = -critical.ok_or(NoInterval::NoDegrees)?;
        match interval.method {
            Method::Wilson => wilson_at(self.rate, critical).map(|known| (known.low, known.high)),
            Method::Linearised | Method::ClopperPearson => {
                let half = critical * interval.standard_error;
                Ok((value - half, value + half))
            }
        }
    }
}

/// Estimate ± t·se.
///
/// # Errors
/// [`NoInterval::NoDegrees`] where there is no t quantile, unless everybody answered.
pub(super) fn linearised(value: f64, spread: Spread, census: bool) -> Result<Interval, NoInterval> {
    let Spread {
        standard_error,
        degrees,
        critical,
    } = spread;
    let half = match critical {
        Some(critical) => critical * standard_error,
        None if census => 0.0,
        None => return Err(NoInterval::NoDegrees),
    };
    Ok(Interval {
        low: value - half,
        high: value + half,
        standard_error,
        method: Method::Linearised,
        degrees: Some(degrees),
    })
}
