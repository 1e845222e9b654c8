//! A report whose figures and intervals are estimated from a sample.

use super::figure::{Figure, Spread, Weighted, linearised};
use super::formula::Formula;
use super::interval::TAIL95;
use super::report::{Options, Report, count};
use crate::ballot::Ballot;
use crate::estimate::{Domain, Measure, Sample, t_quantile};
use crate::questionnaire::Questionnaire;

/// The figures of `ballots` with the weights and intervals of the design in `sample`, which must be made of
/// the same ballots.
///
/// Counts (satisfied, counted, levels, means of scores, missing) stay those of the ballots as they
/// are; values and intervals are the design's. Groups are domains of the whole design (R:
/// `subset`). With independent respondents of equal weight a single criterion keeps Wilson's interval.
pub fn report_with<'a>(
    questionnaire: &Questionnaire,
    ballots: impl IntoIterator<Item = &'a Ballot>,
    options: &Options,
    sample: &Sample<'_>,
) -> Report {
    let mut report = count(questionnaire, ballots, options);
    refine(questionnaire, &mut report, sample, &sample.whole());
    for by in &options.by {
        let mut domains = sample.domains(|ballot| by.keys(ballot, options.rollup));
        let groups = report.groups.iter_mut().filter(|group| group.by == *by);
        for group in groups {
            let domain = domains.remove(&group.key).unwrap_or_default();
            refine(questionnaire, &mut group.report, sample, &domain);
        }
    }
    report
}

/// The criteria of each ratio that `formula` averages to the overall index, for
/// [`Sample::estimate`]; empty where the formula asks for a general question that is not there.
#[must_use]
pub fn ratios(questionnaire: &Questionnaire, formula: Formula) -> Vec<Vec<usize>> {
    let general = || {
        let last = questionnaire.criteria_count().checked_sub(1);
        let position = last.filter(|_| questionnaire.general.is_some());
        position
            .map(|position| vec![position])
            .into_iter()
            .collect()
    };
    if questionnaire.factors.is_empty() {
        return general();
    }
    let factors = by_factor(questionnaire);
    match formula {
        Formula::Pooled => vec![factors.into_iter().flatten().collect()],
        Formula::MeanOfCriteria => factors.into_iter().flatten().map(|one| vec![one]).collect(),
        Formula::MeanOfFactors => factors,
        Formula::General => general(),
    }
}

/// The positions of each factor's criteria.
pub(super) fn by_factor(questionnaire: &Questionnaire) -> Vec<Vec<usize>> {
    let mut next = 0;
    let of = |count: usize| {
        let own = (next..next + count).collect();
        next += count;
        own
    };
    let sizes = questionnaire
        .factors
        .iter()
        .map(|factor| factor.criteria.len());
    sizes.map(of).collect()
}

fn refine(
    questionnaire: &Questionnaire,
    report: &mut Report,
    sample: &Sample<'_>,
    domain: &Domain,
) {
    let formula = report.formula;
    let overall = ratios(questionnaire, formula);
    let degrees = sample.degrees(domain);
    let refiner = Refiner {
        sample,
        domain,
        critical: t_quantile(TAIL95, degrees as f64).map(|quantile| -quantile),
    };
    refiner.refine(&mut report.overall, &overall);
    for (factor, criteria) in report.factors.iter_mut().zip(by_factor(questionnaire)) {
        let ratios = match formula {
            Formula::MeanOfCriteria => criteria.into_iter().map(|one| vec![one]).collect(),
            Formula::Pooled | Formula::MeanOfFactors | Formula::General => vec![criteria],
        };
        refiner.refine(&mut factor.figure, &ratios);
    }
    for (position, criterion) in report.criteria.iter_mut().enumerate() {
        refiner.refine(&mut criterion.figure, &[vec![position]]);
    }
}

struct Refiner<'a> {
    sample: &'a Sample<'a>,
    domain: &'a Domain,
    critical: Option<f64>,
}

impl Refiner<'_> {
    fn refine(&self, figure: &mut Figure, ratios: &[Vec<usize>]) {
        let Self {
            sample,
            domain,
            critical,
        } = *self;
        let single = ratios.iter().flatten().count() == 1;
        if figure.value.is_err() || (sample.is_plain() && (single || ratios.len() == 1)) {
            return;
        }
        let Some(estimate) = sample.estimate(domain, Measure::Satisfied, ratios) else {
            return;
        };
        figure.value = Ok(estimate.value);
        figure.respondents = estimate.respondents;
        figure.drawn = estimate.clusters;
        figure.census = sample.is_census();
        figure.weighted = sample.is_weighted().then_some(Weighted {
            satisfied: estimate.numerator,
            counted: estimate.denominator,
        });
        let spread = Spread {
            standard_error: sample.variance(&estimate).sqrt(),
            degrees: estimate.degrees,
            critical,
        };
        figure.interval = linearised(estimate.value, spread, figure.census);
    }
}
