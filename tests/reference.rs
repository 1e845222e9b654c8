//! Estimates, standard errors and intervals against R's `survey`.
//!
//! The independent truth is tests/reference/survey.txt, made by tests/reference/survey.R; running the tests
//! needs no R. `tests/reference/compare.sh` makes the file again and compares.

mod ballots;
mod files;

#[path = "reference/agree.rs"]
mod agree;
#[path = "reference/read.rs"]
mod read;

use agree::{Agreement, figure_of};
use read::{Reference, Step};
use sipas_core::ballot::Ballot;
use sipas_core::estimate::{
    Clustering, DesignError, Domain, Measure, Sample, exact_limits, normal_quantile, t_quantile,
};
use sipas_core::index::{Formula, Grouping, Method, NoInterval, Options, Report, logit_limits};
use sipas_core::index::{ratios, report, report_with};
use sipas_core::questionnaire::Questionnaire;

const GROUPS: [Grouping; 2] = [Grouping::Unit, Grouping::Field];

fn asked() -> Questionnaire {
    ballots::questionnaire("reference/questionnaire.json")
}

fn reports(questionnaire: &Questionnaire, ballots: &[Ballot], sample: &Sample<'_>) -> Vec<Report> {
    let with = |formula| Options {
        formula,
        by: GROUPS.to_vec(),
        rollup: false,
    };
    [
        Formula::Pooled,
        Formula::MeanOfCriteria,
        Formula::MeanOfFactors,
    ]
    .map(|formula| report_with(questionnaire, ballots, &with(formula), sample))
    .into()
}

fn domain(sample: &Sample<'_>, name: &str) -> Domain {
    match name.split_once('=') {
        None => sample.whole(),
        Some(("unit", key)) => sample.domain(|ballot| ballot.context.unit == key),
        Some((_, key)) => sample.domain(|ballot| ballot.context.field == key),
    }
}

#[test]
fn every_design_agrees_with_survey() {
    let questionnaire = asked();
    let reference = Reference::load();
    let mut agreement = Agreement::default();
    for design in &reference.designs {
        agreement.begin(&design.name);
        let ballots = &reference.data[&design.data];
        let sample = match Sample::new(&questionnaire, ballots, &design.design) {
            Ok(sample) => sample,
            Err(error) => {
                let kind = match error {
                    DesignError::LonelyStrata { .. } => "lonely",
                    DesignError::BeyondPopulation { .. } => "beyond",
                    DesignError::SplitCluster { .. } => "split",
                    DesignError::UnknownStrata { .. } | DesignError::NoDossiers { .. } => "other",
                };
                let refused = Step::Refused(kind.to_owned());
                assert_eq!(design.steps, [refused], "{}: {error}", design.name);
                continue;
            }
        };
        let reports = reports(&questionnaire, ballots, &sample);
        for step in &design.steps {
            match step {
                Step::Refused(kind) => {
                    assert_eq!(kind, "alone", "{}: not refused", design.name);
                    for report in &reports {
                        assert_eq!(report.overall.interval, Err(NoInterval::NoDegrees));
                    }
                }
                Step::Figure(expected) if expected.formula == "score" => {
                    let domain = domain(&sample, &expected.domain);
                    let ratios = ratios(&questionnaire, Formula::Pooled);
                    let found = sample.estimate(&domain, Measure::Score, &ratios);
                    agreement.score(expected, found.as_ref(), &sample);
                }
                Step::Figure(expected) => {
                    let figure = figure_of(&reports, expected);
                    agreement.figure(expected, figure);
                }
                Step::Difference(expected) => {
                    let [one, other] =
                        [&expected.one, &expected.other].map(|name| domain(&sample, name));
                    let ratios = ratios(&questionnaire, Formula::Pooled);
                    let estimate = |domain| {
                        sample
                            .estimate(domain, Measure::Satisfied, &ratios)
                            .unwrap()
                    };
                    let (first, second) = (estimate(&one), estimate(&other));
                    let se = sample.variance_of_difference(&first, &second).sqrt();
                    let found = (first.value - second.value, se);
                    agreement.difference(expected, found, sample.degrees_together(&one, &other));
                }
            }
        }
    }
    let summary = agreement.finish();
    assert!(reference.designs.len() >= 40, "{summary}");
    println!("{summary}");
}

#[test]
fn quantiles_and_single_proportions_agree_with_r() {
    let questionnaire = asked();
    let reference = Reference::load();
    let mut agreement = Agreement::default();
    agreement.begin("quantiles");
    for (degrees, p, value) in &reference.quantiles {
        let found = if *degrees == 0.0 {
            normal_quantile(*p)
        } else {
            t_quantile(*p, *degrees)
        };
        agreement.number("quantile", found.unwrap(), *value);
    }
    for (successes, trials, low, high) in &reference.exact {
        let found = exact_limits(*successes, *trials, 0.025).unwrap();
        agreement.number("exact low", found.0, *low);
        agreement.number("exact high", found.1, *high);
    }
    let ballots = &reference.data["d80"];
    for (cluster, id, low, high) in &reference.logit {
        let design = sipas_core::estimate::Design {
            cluster: Clustering::from_name(cluster),
            ..Default::default()
        };
        let sample = Sample::new(&questionnaire, ballots, &design).unwrap();
        let position = questionnaire
            .criteria()
            .position(|one| one.id == *id)
            .unwrap();
        let whole = sample.whole();
        let estimate = sample
            .estimate(&whole, Measure::Satisfied, &[vec![position]])
            .unwrap();
        let critical = t_quantile(0.975, estimate.degrees as f64).unwrap();
        let se = sample.variance(&estimate).sqrt();
        let found = logit_limits(estimate.value, se, critical).unwrap();
        agreement.number("logit low", found.0, *low);
        agreement.number("logit high", found.1, *high);
    }
    println!("{}", agreement.finish());
}

#[test]
fn totals_alone_give_the_same_interval_as_the_respondents() {
    let questionnaire = asked();
    let reference = Reference::load();
    let mut agreement = Agreement::default();
    agreement.begin("totals");
    for ballots in reference.data.values() {
        let quick = report(
            &questionnaire,
            ballots,
            &Options {
                by: GROUPS.to_vec(),
                ..Options::default()
            },
        );
        let sample = Sample::new(&questionnaire, ballots, &Default::default()).unwrap();
        let pooled = ratios(&questionnaire, Formula::Pooled);
        for group in &quick.groups {
            let name = format!("{}={}", group.by.name(), group.key);
            let domain = domain(&sample, &name);
            let Some(estimate) = sample.estimate(&domain, Measure::Satisfied, &pooled) else {
                assert_eq!(group.report.overall.interval, Err(NoInterval::NoAnswers));
                continue;
            };
            match group.report.overall.interval {
                Ok(interval) => {
                    assert_eq!(interval.method, Method::Linearised);
                    assert_eq!(interval.degrees, Some(estimate.degrees));
                    let se = sample.variance(&estimate).sqrt();
                    agreement.number("se", interval.standard_error, se);
                }
                Err(why) => assert_eq!((why, estimate.degrees), (NoInterval::NoDegrees, 0)),
            }
            assert_eq!(group.report.overall.respondents, estimate.respondents);
        }
    }
    println!("{}", agreement.finish());
}
