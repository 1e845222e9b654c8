//! What must not change the figures, whatever the design.

use crate::ballots::{any_ballot, shipped};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sipas_core::ballot::{Answer, Ballot, DeviceId};
use sipas_core::estimate::{Clustering, Design, Dossiers, Lonely, Sample, Stratification};
use sipas_core::index::{Figure, Formula, Grouping, Options, Report, report, report_with};
use sipas_core::questionnaire::Questionnaire;

fn for_all(test: impl Fn(&Questionnaire, Vec<Ballot>) -> Result<(), TestCaseError>) {
    let desk = shipped("sipas-desk");
    let config = ProptestConfig {
        cases: 16,
        failure_persistence: None,
        ..Default::default()
    };
    let ballots = vec((any_ballot(&desk), 0..4_u32), 1..24).prop_map(|pairs| {
        let device = |(mut ballot, device): (Ballot, u32)| {
            ballot.context.device = DeviceId(device);
            ballot
        };
        pairs.into_iter().map(device).collect::<Vec<Ballot>>()
    });
    TestRunner::new(config)
        .run(&ballots, |ballots| test(&desk, ballots))
        .unwrap();
}

/// One to eleven dossiers for each ballot of a unit and field, times `scale`.
fn dossiers(ballots: &[Ballot], scale: u64) -> Dossiers {
    let mut dossiers = Dossiers::default();
    for ballot in ballots {
        let key = (ballot.context.unit.clone(), ballot.context.field.clone());
        let more = 1 + (key.0.len() + 2 * key.1.len()) as u64 % 11;
        *dossiers.0.entry(key).or_default() += more * scale;
    }
    dossiers
}

fn designs(ballots: &[Ballot]) -> Vec<Design> {
    let lonely = Some(Lonely::Adjust);
    let cluster = Some(Clustering::Device);
    let strata = Some(Stratification::Unit);
    let weighted = || Some(dossiers(ballots, 1));
    vec![
        Design::default(),
        Design {
            cluster,
            ..Design::default()
        },
        Design {
            strata,
            lonely,
            ..Design::default()
        },
        Design {
            dossiers: weighted(),
            ..Design::default()
        },
        Design {
            cluster,
            dossiers: weighted(),
            ..Design::default()
        },
        Design {
            strata,
            lonely,
            dossiers: weighted(),
            ..Design::default()
        },
    ]
}

fn by(
    questionnaire: &Questionnaire,
    ballots: &[Ballot],
    design: &Design,
    formula: Formula,
) -> Report {
    let sample = Sample::new(questionnaire, ballots, design).unwrap();
    let by = vec![Grouping::Unit, Grouping::Field];
    report_with(
        questionnaire,
        ballots,
        &Options {
            formula,
            by,
            rollup: true,
        },
        &sample,
    )
}

#[test]
fn permuting_respondents_changes_no_bit() {
    for_all(|questionnaire, ballots| {
        let mut other = ballots.clone();
        other.reverse();
        let middle = other.len() / 2;
        other.rotate_left(middle);
        for design in designs(&ballots) {
            for formula in Formula::ALL {
                let found = by(questionnaire, &other, &design, formula);
                prop_assert_eq!(found, by(questionnaire, &ballots, &design, formula));
            }
        }
        Ok(())
    });
}

/// All figures of a report and its groups.
fn figures(report: &Report) -> Vec<&Figure> {
    let factors = report.factors.iter().map(|factor| &factor.figure);
    let criteria = report.criteria.iter().map(|criterion| &criterion.figure);
    let groups = report
        .groups
        .iter()
        .flat_map(|group| figures(&group.report));
    core::iter::once(&report.overall)
        .chain(factors)
        .chain(criteria)
        .chain(groups)
        .collect()
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12 * one.abs().max(other.abs()) + 1e-15
}

#[test]
fn scaling_weights_changes_nothing() {
    for_all(|questionnaire, ballots| {
        for cluster in [None, Some(Clustering::Device)] {
            let weighted = |scale| Design {
                cluster,
                dossiers: Some(dossiers(&ballots, scale)),
                ..Design::default()
            };
            let one = by(
                questionnaire,
                &ballots,
                &weighted(1),
                Formula::MeanOfFactors,
            );
            let other = by(
                questionnaire,
                &ballots,
                &weighted(37),
                Formula::MeanOfFactors,
            );
            for (one, other) in figures(&one).into_iter().zip(figures(&other)) {
                prop_assert_eq!(one.value.is_ok(), other.value.is_ok());
                if let (Ok(one), Ok(other)) = (one.value, other.value) {
                    prop_assert!(close(one, other));
                }
                if let (Ok(one), Ok(other)) = (one.interval, other.interval) {
                    prop_assert!(close(one.standard_error, other.standard_error));
                    prop_assert!(close(one.low, other.low) && close(one.high, other.high));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_respondent_with_all_missing_changes_only_the_missing_count() {
    for_all(|questionnaire, ballots| {
        let mut more = ballots.clone();
        let mut silent = ballots[0].clone();
        silent.id.0 = u64::MAX;
        silent.answers.fill(Answer::Blank);
        silent.context.device = DeviceId(99);
        silent.reasons = 0;
        more.push(silent);
        for design in designs(&ballots) {
            for formula in Formula::ALL {
                let before = by(questionnaire, &ballots, &design, formula);
                let after = by(questionnaire, &more, &design, formula);
                prop_assert_eq!(before.ballots + 1, after.ballots);
                for (before, after) in figures(&before).into_iter().zip(figures(&after)) {
                    let blank = after.missing.blank;
                    prop_assert!(blank >= before.missing.blank);
                    let mut same = after.clone();
                    same.missing.blank = before.missing.blank;
                    prop_assert_eq!(&same, before);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn one_more_satisfied_answer_never_lowers_a_figure() {
    for_all(|questionnaire, ballots| {
        let mut better = ballots.clone();
        // All shipped scales of the desk run from worst to best.
        let answers = better
            .iter_mut()
            .flat_map(|ballot| ballot.answers.iter_mut());
        let low = answers
            .filter(|answer| matches!(answer, Answer::Level(0..=2)))
            .nth(3);
        if let Some(answer) = low {
            *answer = Answer::Level(4);
        }
        for design in designs(&ballots) {
            for formula in Formula::ALL {
                let before = by(questionnaire, &ballots, &design, formula);
                let after = by(questionnaire, &better, &design, formula);
                for (before, after) in figures(&before).into_iter().zip(figures(&after)) {
                    if let (Ok(before), Ok(after)) = (before.value, after.value) {
                        prop_assert!(after >= before - 1e-15);
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn clusters_of_one_and_a_single_stratum_are_the_plain_design() {
    for_all(|questionnaire, mut ballots| {
        for (number, ballot) in (0..).zip(&mut ballots) {
            ballot.context.device = DeviceId(number);
            ballot.context.field = "x".to_owned();
        }
        let plain = report(questionnaire, &ballots, &Options::default());
        let alone = Design {
            cluster: Some(Clustering::Device),
            ..Design::default()
        };
        let one = Design {
            strata: Some(Stratification::Field),
            lonely: Some(Lonely::Certainty),
            ..Design::default()
        };
        for design in [alone, one] {
            let found = by(questionnaire, &ballots, &design, Formula::Pooled);
            match (plain.overall.interval, found.overall.interval) {
                (Ok(plain), Ok(found)) => {
                    prop_assert_eq!(plain.degrees, found.degrees);
                    prop_assert!(close(plain.standard_error, found.standard_error));
                    prop_assert!((plain.low - found.low).abs() < 1e-12);
                }
                (plain, found) => prop_assert_eq!(plain, found),
            }
        }
        Ok(())
    });
}

#[test]
fn parts_of_a_file_merge_to_the_whole() {
    for_all(|questionnaire, ballots| {
        let whole = by(
            questionnaire,
            &ballots,
            &designs(&ballots)[4],
            Formula::MeanOfCriteria,
        );
        let (left, right) = ballots.split_at(ballots.len() / 3);
        let merged: Vec<Ballot> = right.iter().chain(left).cloned().collect();
        let found = by(
            questionnaire,
            &merged,
            &designs(&ballots)[4],
            Formula::MeanOfCriteria,
        );
        prop_assert_eq!(found, whole);
        Ok(())
    });
}
