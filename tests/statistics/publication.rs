//! What a publication leaves out, and that nothing of it follows from the rest.

use crate::ballots::{blank, shipped};
use proptest::prelude::*;
use sipas_core::ballot::{Answer, Ballot};
use sipas_core::index::{Grouping, Options, Report, report};
use sipas_core::publication::{Hidden, Publication};

/// Ballots of `sipas-desk` where each answers only some criteria, over a few units.
fn ballots() -> impl Strategy<Value = Vec<Ballot>> {
    let one = (
        0_u8..4,
        proptest::collection::vec(proptest::option::weighted(0.35, 0_u8..5), 23),
    );
    proptest::collection::vec(one, 0..40).prop_map(|all| {
        let questionnaire = shipped("sipas-desk");
        let made = all.into_iter().enumerate().map(|(nth, (unit, levels))| {
            let mut ballot = blank(&questionnaire, nth as u64);
            ballot.context.unit = format!("gia-lai/xa-{unit}");
            ballot.answers = levels
                .into_iter()
                .enumerate()
                // The last factor is rarely answered.
                .map(|(at, level)| match level {
                    Some(level) if !(18..22).contains(&at) || nth % 7 == 0 => Answer::Level(level),
                    _ => Answer::Blank,
                })
                .collect();
            ballot
        });
        made.collect()
    })
}

fn full(ballots: &[Ballot]) -> Report {
    let options = Options {
        by: vec![Grouping::Unit],
        ..Options::default()
    };
    report(&shipped("sipas-desk"), ballots, &options)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_small_figure_is_published_and_none_follows_from_a_sum(ballots in ballots(), least in 2_u64..9) {
        let report = full(&ballots);
        let publication = Publication::of(&report, least);
        let Ok(whole) = &publication.whole else {
            prop_assert!(publication.factors.iter().all(Result::is_err));
            prop_assert!(publication.criteria.iter().all(Result::is_err));
            prop_assert!(publication.tables.is_empty());
            return Ok(());
        };
        prop_assert!(whole.ballots >= least);
        let small = |count: u64| (1..least).contains(&count);
        let hidden_factors: Vec<usize> = (0..report.factors.len())
            .filter(|at| publication.factors[*at].is_err() && report.factors[*at].figure.respondents > 0)
            .collect();
        prop_assert_ne!(hidden_factors.len(), 1, "the one hidden factor is the whole less the others");
        for (cell, factor) in publication.factors.iter().zip(&report.factors) {
            prop_assert!(cell.is_err() || !small(factor.figure.respondents));
            let own = report.criteria.iter().zip(&publication.criteria)
                .filter(|(criterion, _)| criterion.factor.as_ref() == Some(&factor.id) && criterion.figure.rate.counted > 0);
            let (hidden, open): (Vec<_>, Vec<_>) = own.partition(|(_, cell)| cell.is_err());
            match cell {
                Ok(_) => prop_assert_ne!(hidden.len(), 1, "the one hidden criterion is the factor less the others"),
                Err(_) => prop_assert!(open.is_empty(), "the criteria of a hidden factor add up to it"),
            }
        }
        for (cell, criterion) in publication.criteria.iter().zip(&report.criteria) {
            prop_assert!(cell.is_err() || !small(criterion.figure.rate.counted));
        }
        for table in &publication.tables {
            let hidden = table.groups.iter().filter(|(_, cell)| cell.is_err()).count();
            prop_assert_ne!(hidden, 1, "the one hidden group is the whole less the others");
            for (_, cell) in &table.groups {
                prop_assert!(cell.as_ref().map_or(true, |group| group.ballots >= least));
            }
        }
    }

    #[test]
    fn enough_respondents_everywhere_publish_everything(ballots in ballots()) {
        let report = full(&ballots);
        let publication = Publication::of(&report, 1);
        if report.overall.respondents > 0 {
            prop_assert_eq!(publication.hidden(), (0, 0));
            let whole = publication.whole.map(|whole| whole.figure);
            prop_assert_eq!(whole, Ok(report.overall));
        }
    }
}

#[test]
fn a_factor_three_people_answered_is_hidden_with_the_next_smallest() {
    let questionnaire = shipped("sipas-desk");
    let ballots: Vec<Ballot> = (0..20)
        .map(|nth| {
            let mut ballot = blank(&questionnaire, nth);
            for (at, answer) in ballot.answers.iter_mut().enumerate() {
                let feedback = (18..22).contains(&at);
                let results = (15..18).contains(&at);
                if !(feedback && nth >= 3 || results && nth >= 12) {
                    *answer = Answer::Level(4);
                }
            }
            ballot
        })
        .collect();
    let publication = Publication::of(&full(&ballots), 5);
    let why: Vec<Option<Hidden>> = publication
        .factors
        .iter()
        .map(|cell| cell.as_ref().err().copied())
        .collect();
    let (small, complement) = (Some(Hidden::Small), Some(Hidden::Complement));
    assert_eq!(why, [None, None, None, complement, small]);
    assert!(publication.criteria[15..22].iter().all(Result::is_err));
    assert!(publication.criteria[..15].iter().all(Result::is_ok));
    assert!(publication.criteria[22].is_ok());
}
