//! A slow obvious index, after the formulas as they are written, against the real one.

use crate::ballots::{SHIPPED, any_ballot, shipped};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sipas_core::ballot::{Answer, Ballot};
use sipas_core::index::{Formula, Method, Options, Report, Tally, report};
use sipas_core::questionnaire::Questionnaire;

/// Every (respondent, criterion) pair as one line: factor, criterion, 1 satisfied, 0 not.
fn long_table(questionnaire: &Questionnaire, ballots: &[Ballot]) -> Vec<(String, String, u8)> {
    let mut lines = Vec::new();
    for ballot in ballots {
        let mut place = 0;
        for factor in &questionnaire.factors {
            for criterion in &factor.criteria {
                if let Answer::Level(level) = ballot.answers[place] {
                    let scale = questionnaire
                        .scales
                        .iter()
                        .find(|s| s.id == criterion.scale)
                        .unwrap();
                    let satisfied = scale.levels[usize::from(level)].satisfied;
                    lines.push((factor.id.clone(), criterion.id.clone(), u8::from(satisfied)));
                }
                place += 1;
            }
        }
    }
    lines
}

fn rate<'a>(lines: impl Iterator<Item = &'a (String, String, u8)>) -> Option<f64> {
    let values: Vec<u8> = lines.map(|line| line.2).collect();
    let ones = values.iter().filter(|value| **value == 1).count();
    (!values.is_empty()).then(|| ones as f64 / values.len() as f64)
}

fn mean(rates: Vec<Option<f64>>) -> Option<f64> {
    let rates: Vec<f64> = rates.into_iter().flatten().collect();
    (!rates.is_empty()).then(|| rates.iter().sum::<f64>() / rates.len() as f64)
}

fn overall(questionnaire: &Questionnaire, ballots: &[Ballot], formula: Formula) -> Option<f64> {
    let lines = long_table(questionnaire, ballots);
    let criterion = |id: &str| rate(lines.iter().filter(|line| line.1 == id));
    match formula {
        Formula::Pooled => rate(lines.iter()),
        Formula::MeanOfCriteria => mean(
            questionnaire
                .factors
                .iter()
                .flat_map(|factor| &factor.criteria)
                .map(|item| criterion(&item.id))
                .collect(),
        ),
        Formula::MeanOfFactors => mean(
            questionnaire
                .factors
                .iter()
                .map(|factor| rate(lines.iter().filter(|line| line.0 == factor.id)))
                .collect(),
        ),
        Formula::General => {
            questionnaire.general.as_ref()?;
            let values: Vec<u8> = ballots
                .iter()
                .filter_map(|ballot| match ballot.answers.last() {
                    // All shipped general questions count levels 4 and 5.
                    Some(Answer::Level(level)) => Some(u8::from(*level >= 3)),
                    _ => None,
                })
                .collect();
            let ones: u32 = values.iter().map(|value| u32::from(*value)).sum();
            (!values.is_empty()).then(|| f64::from(ones) / values.len() as f64)
        }
    }
}

fn for_all(test: impl Fn(&Questionnaire, Vec<Ballot>) -> Result<(), TestCaseError>) {
    for id in SHIPPED {
        let questionnaire = shipped(id);
        let config = ProptestConfig {
            cases: 60,
            failure_persistence: None,
            ..Default::default()
        };
        let ballots = vec(any_ballot(&questionnaire), 0..9);
        TestRunner::new(config)
            .run(&ballots, |ballots| test(&questionnaire, ballots))
            .unwrap();
    }
}

fn by(questionnaire: &Questionnaire, ballots: &[Ballot], formula: Formula) -> Report {
    report(
        questionnaire,
        ballots,
        &Options {
            formula,
            ..Options::default()
        },
    )
}

#[test]
fn every_formula_agrees_with_the_slow_obvious_one() {
    for_all(|questionnaire, ballots| {
        for formula in Formula::ALL {
            let used = if questionnaire.factors.is_empty() {
                Formula::General
            } else {
                formula
            };
            let expected = overall(questionnaire, &ballots, used);
            let found = by(questionnaire, &ballots, formula).overall;
            // Same sums in the same order: the same bits.
            prop_assert_eq!(found.value.ok(), expected);
            if let Ok(interval) = found.interval {
                let value = found.value.unwrap();
                prop_assert!(interval.low <= value && value <= interval.high);
                if interval.method == Method::Wilson {
                    prop_assert!(0.0 <= interval.low && interval.high <= 1.0);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn parts_add_up_to_the_whole_in_any_order() {
    for_all(|questionnaire, mut ballots| {
        let whole = by(questionnaire, &ballots, Formula::Pooled);
        let (mut left, mut right) = (Tally::new(questionnaire), Tally::new(questionnaire));
        for (position, ballot) in ballots.iter().enumerate() {
            if position % 2 == 0 {
                left.add(ballot)
            } else {
                right.add(ballot)
            }
        }
        right.merge(&left);
        prop_assert_eq!(&Report::of(questionnaire, &right, Formula::Pooled), &whole);
        let means = by(questionnaire, &ballots, Formula::MeanOfCriteria);
        ballots.reverse();
        prop_assert_eq!(&by(questionnaire, &ballots, Formula::Pooled), &whole);
        // The same bits in another order, standard errors included.
        let reversed = by(questionnaire, &ballots, Formula::MeanOfCriteria);
        prop_assert_eq!(&reversed, &means);
        Ok(())
    });
}

#[test]
fn every_answer_is_in_exactly_one_count() {
    for_all(|questionnaire, ballots| {
        let report = by(questionnaire, &ballots, Formula::Pooled);
        for criterion in &report.criteria {
            let levels: u64 = criterion.levels.iter().map(|(_, count)| count).sum();
            let missing = criterion.figure.missing;
            prop_assert_eq!(levels, criterion.figure.rate.counted);
            let all = levels + missing.not_applicable + missing.blank;
            prop_assert_eq!(all, ballots.len() as u64);
        }
        Ok(())
    });
}
