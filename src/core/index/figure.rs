//! One index or rate with everything needed to explain it.

use super::formula::Formula;
use super::interval::{Interval, NoInterval, wilson};
use super::percent::{percent, percent_value};
use super::rate::{Missing, Rate, Undefined};

/// A figure between 0 and 1 and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// How it was formed; a single criterion's rate is `Pooled` over that criterion.
    pub formula: Formula,
    /// Satisfied and counted answers of all criteria that went in; for the means these are the
    /// totals behind them, not the quotient.
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
}

/// One criterion's or factor's part in a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub id: &'a str,
    pub rate: Rate,
    pub missing: Missing,
}

impl Figure {
    /// Σ satisfied / Σ counted over the parts.
    ///
    /// The interval is Wilson's for one criterion and left open for several.
    pub(super) fn pooled(parts: &[Part<'_>]) -> Self {
        let mut figure = Self::totals(Formula::Pooled, parts);
        figure.value = figure.rate.value();
        figure.averaged = u32::from(figure.value.is_ok());
        if parts.len() == 1 {
            figure.interval = wilson(figure.rate);
        }
        figure
    }

    /// Mean of the parts' rates over the parts that have one.
    pub(super) fn mean(formula: Formula, parts: &[Part<'_>]) -> Self {
        let mut figure = Self::totals(formula, parts);
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
            ..Self::totals(formula, &[])
        }
    }

    fn totals(formula: Formula, parts: &[Part<'_>]) -> Self {
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
                NoInterval::SeveralCriteria
            }),
        }
    }

    /// The value in per cent with two decimals, half up, without the sign: `83,87` or `83.87`.
    ///
    /// Quotients of totals are rounded on their whole numbers; see [`percent_value`] for the means.
    ///
    /// # Errors
    /// The reason the figure is undefined.
    pub fn percent(&self, language: &str) -> Result<String, Undefined> {
        let value = self.value?;
        match self.formula {
            Formula::Pooled | Formula::General => percent(self.rate, language),
            Formula::MeanOfCriteria | Formula::MeanOfFactors => Ok(percent_value(value, language)),
        }
    }
}
