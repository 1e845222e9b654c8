//! Relative importance against an independent computation, and what it must never do.
//!
//! The independent truth is tests/importance/reference.txt, made by tests/importance/reference.py with numpy;
//! running the tests needs neither.

mod ballots;
mod files;

#[path = "importance/priorities.rs"]
mod priorities;

use ballots::{blank, shipped};
use sipas_core::ballot::{Answer, Ballot};
use sipas_core::generator::Generator;
use sipas_core::importance::{Bootstrap, CannotTell, Cases, Importance, LeftOut, Standing};

const SEED: u64 = 2026;
const SAMPLES: usize = 199;

fn told(cases: &Cases, samples: usize) -> Result<Importance, CannotTell> {
    let mut bootstrap = Bootstrap::new(cases, SEED, Some(samples))?;
    while bootstrap.step(50) {}
    Ok(bootstrap.finish())
}

fn close(what: &str, found: f64, expected: f64) {
    let error = (found - expected).abs();
    assert!(error < 1e-9, "{what}: {found} for {expected}");
}

fn cases(head: &str, lines: &[&str]) -> Result<Cases, CannotTell> {
    let mut names: Vec<(String, String)> = Vec::new();
    for factor in head.split(' ').skip(1) {
        let earlier = names.iter().filter(|(other, _)| other == factor).count();
        names.push((factor.to_owned(), format!("{factor}{}", earlier + 1)));
    }
    let rows: Vec<Vec<Option<f64>>> = lines
        .iter()
        .filter(|line| !line.contains(' '))
        .map(|line| line.chars().map(|one| one.to_digit(10).map(f64::from)))
        .map(Iterator::collect)
        .collect();
    // Ballots without an answer to the general question are not looked at.
    let rows: Vec<Vec<Option<f64>>> = rows.into_iter().filter(|row| row[0].is_some()).collect();
    Cases::of_scores(&names, &rows)
}

fn numbers(words: &[&str]) -> Vec<f64> {
    words.iter().map(|word| word.parse().unwrap()).collect()
}

#[test]
fn every_data_set_agrees_with_the_independent_computation() {
    let text = files::text("importance/reference.txt");
    let (mut sets, mut compared) = (0, 0);
    for set in text.split("data ").skip(1) {
        let lines: Vec<&str> = set.lines().collect();
        let name = lines[0];
        let found = cases(name, &lines[1..]).and_then(|cases| told(&cases, SAMPLES));
        sets += 1;
        for line in lines[1..].iter().filter(|line| line.contains(' ')) {
            let words: Vec<&str> = line.split(' ').collect();
            let what = format!("{name}: {line}");
            if words[0] == "cannot" {
                let kind = match found.as_ref().unwrap_err() {
                    CannotTell::TooFewRespondents { used, needed } => {
                        format!("few {used} {needed}")
                    }
                    CannotTell::ConstantGeneral => "constant".to_owned(),
                    CannotTell::TooFewCriteria { varying } => format!("criteria {varying}"),
                    CannotTell::NothingExplained => "nothing".to_owned(),
                    CannotTell::NoGeneralQuestion => "no general".to_owned(),
                };
                assert_eq!(*line, format!("cannot {kind}"), "{name}");
                continue;
            }
            let found = found.as_ref().unwrap_or_else(|why| panic!("{what}: {why}"));
            compared += words.len() - 1;
            match words[..] {
                ["left", id, ref kind @ ..] => {
                    let (_, why) = found.left_out.iter().find(|(one, _)| one == id).unwrap();
                    let why = match why {
                        LeftOut::RarelyAnswered { answered, of } => {
                            format!("rarely {answered} {of}")
                        }
                        LeftOut::Constant => "constant".to_owned(),
                    };
                    assert_eq!(why, kind.join(" "), "{what}");
                }
                ["figures", used, all, explained, adjusted] => {
                    assert_eq!(found.used.to_string(), used, "{what}");
                    assert_eq!(found.ballots.to_string(), all, "{what}");
                    close(&what, found.explained, explained.parse().unwrap());
                    close(&what, found.adjusted, adjusted.parse().unwrap());
                }
                ["weight", id, ref rest @ ..] => {
                    let one = found.weight(id).unwrap();
                    let (interval, shares) = (one.interval.unwrap(), one.share_interval.unwrap());
                    let found = [
                        one.weight, interval.0, interval.1, one.share, shares.0, shares.1,
                    ];
                    for (found, expected) in
                        found.iter().chain([&one.correlation]).zip(numbers(rest))
                    {
                        close(&what, *found, expected);
                    }
                }
                ["factor", id, value] => {
                    let (_, found) = found.factors.iter().find(|(one, _)| one == id).unwrap();
                    close(&what, *found, value.parse().unwrap());
                }
                ["exact", id, value] => {
                    let place = found.criteria.iter().position(|one| one.id == id).unwrap();
                    let exact = found.exact.as_ref().unwrap();
                    close(&what, exact[place], value.parse().unwrap());
                }
                _ => panic!("not understood: {what}"),
            }
        }
        if let Ok(found) = &found {
            let weights: f64 = found.criteria.iter().map(|one| one.weight).sum();
            close(name, weights, found.explained);
            let factors: f64 = found.factors.iter().map(|(_, value)| value).sum();
            close(name, factors, found.explained);
            if let Some(exact) = &found.exact {
                close(name, exact.iter().sum(), found.explained);
            }
            let limits = found
                .criteria
                .iter()
                .flat_map(|one| [one.interval, one.share_interval]);
            assert!(
                limits
                    .flatten()
                    .all(|(low, high)| 0.0 <= low && low <= high && high <= 1.0 + 1e-9)
            );
        }
    }
    assert!(
        sets >= 18 && compared > 800,
        "{sets} sets, {compared} numbers"
    );
}

/// A questionnaire's ballots: the general question follows the criterion at `mover`.
fn moved(count: usize, mover: usize, seed: u64) -> Vec<Ballot> {
    let asked = shipped("sipas-desk");
    let mut generator = Generator::new(seed);
    let width = asked.criteria_count();
    (0..count)
        .map(|id| {
            let mut ballot = blank(&asked, id as u64);
            for place in 0..width - 1 {
                ballot.answers[place] = Answer::Level(generator.below(5) as u8);
            }
            let noise = generator.below(3) as u8;
            ballot.answers[width - 1] = match ballot.answers[mover] {
                Answer::Level(level) => Answer::Level((level + noise).saturating_sub(1).min(4)),
                other => other,
            };
            ballot
        })
        .collect()
}

#[test]
fn what_moves_the_general_question_is_found_and_the_rest_is_not() {
    let asked = shipped("sipas-desk");
    let found = told(&Cases::of(&asked, &moved(150, 11, 3)).unwrap(), 79).unwrap();
    assert_eq!(found.criteria.len(), 22);
    for one in &found.criteria {
        let mover = one.id == "officials_3";
        assert_eq!(one.standing == Standing::Above, mover, "{one:?}");
    }
    assert_eq!(found.factors.len(), 5);
    let best = found
        .factors
        .iter()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap();
    assert_eq!(best.0, "officials");
}

#[test]
fn the_order_of_the_ballots_changes_no_bit() {
    let asked = shipped("sipas-desk");
    let ballots = moved(90, 2, 5);
    let found = told(&Cases::of(&asked, &ballots).unwrap(), 60);
    let again = told(&Cases::of(&asked, ballots.iter().rev()).unwrap(), 60);
    assert_eq!(found, again);
}

#[test]
fn unanswered_questions_are_reasons_and_not_numbers() {
    let asked = shipped("sipas-desk");
    let mut ballots = moved(100, 2, 5);
    assert_eq!(
        Cases::of(&asked, &ballots[..20]).unwrap_err(),
        CannotTell::TooFewRespondents {
            used: 20,
            needed: 46
        }
    );
    for (place, ballot) in ballots.iter_mut().enumerate() {
        for answer in ballot.answers.iter_mut().take(22).skip(18) {
            *answer = if place < 15 {
                *answer
            } else {
                Answer::NotApplicable
            };
        }
    }
    let cases = Cases::of(&asked, &ballots).unwrap();
    assert_eq!(cases.used(), 100);
    let found = told(&cases, 60).unwrap();
    assert_eq!(found.criteria.len(), 18);
    let why = LeftOut::RarelyAnswered {
        answered: 15,
        of: 100,
    };
    assert!(
        found
            .left_out
            .iter()
            .all(|(id, one)| id.starts_with("feedback_") && *one == why)
    );
    // Three samples have no percentile points.
    let few = told(&cases, 3).unwrap();
    assert!(
        few.criteria
            .iter()
            .all(|one| one.interval.is_none() && one.standing == Standing::NotShown)
    );
    assert_eq!(
        Cases::of(&shipped("desk-evaluation"), &[]).unwrap_err(),
        CannotTell::NoGeneralQuestion
    );
}
