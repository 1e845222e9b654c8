//! Scans of columns come to the figures of reports, bit for bit, in portions of any size.

use crate::ballots::{SHIPPED, any_ballot, shipped};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sipas_core::ballot::{Ballot, Channel};
use sipas_core::columns::{Columns, Split};
use sipas_core::index::{Formula, Found, Grouping, Options, Scan, report};
use sipas_core::period::Step;
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Selection;

fn columns(questionnaire: &Questionnaire, ballots: &[Ballot]) -> Columns {
    let mut columns = Columns::new(questionnaire);
    for (place, ballot) in (0..).zip(ballots) {
        columns.add(place, ballot);
    }
    columns
}

fn scanned(
    questionnaire: &Questionnaire,
    columns: &Columns,
    selection: &Selection,
    split: Split,
    formula: Formula,
    rows: usize,
) -> Found {
    let mut scan = Scan::new(columns, questionnaire, selection, split, formula);
    while !scan.step(columns, rows) {}
    scan.finish().unwrap()
}

#[test]
fn a_scan_is_the_report_in_every_bit() {
    for id in SHIPPED {
        let questionnaire = shipped(id);
        let places = [
            ("", ""),
            ("a", "x"),
            ("a/b", "x"),
            ("a/b/c", "y"),
            ("a-b", "y"),
        ];
        let placed = (any_ballot(&questionnaire), 0..places.len());
        let strategy = (vec(placed, 0..40), 1..50_usize, 0..4_usize);
        let mut runner = TestRunner::new(ProptestConfig::with_cases(60));
        let outcome = runner.run(&strategy, |(placed, rows, formula)| {
            let ballots: Vec<Ballot> = placed
                .into_iter()
                .map(|(mut ballot, place)| {
                    let (unit, field) = places[place];
                    ballot.context.unit = unit.into();
                    ballot.context.field = field.into();
                    ballot
                })
                .collect();
            let formula = Formula::ALL[formula];
            let all = columns(&questionnaire, &ballots);
            for selection in [
                Selection::default(),
                Selection {
                    unit: Some("a".into()),
                    ..Selection::default()
                },
                Selection {
                    channel: Some(Channel::Kiosk),
                    field: Some("x".into()),
                    ..Selection::default()
                },
            ] {
                let chosen: Vec<&Ballot> = ballots
                    .iter()
                    .filter(|one| selection.matches(one))
                    .collect();
                for (by, split) in [
                    (Grouping::Unit, Split::Unit(None)),
                    (Grouping::Field, Split::Field),
                    (Grouping::Channel, Split::Channel),
                    (Grouping::Month, Split::Period(Step::Month)),
                ] {
                    let options = Options {
                        formula,
                        by: vec![by],
                        rollup: false,
                    };
                    let mut expected = report(&questionnaire, chosen.iter().copied(), &options);
                    let found = scanned(&questionnaire, &all, &selection, split, formula, rows);
                    let groups: Vec<_> = core::mem::take(&mut expected.groups)
                        .into_iter()
                        .map(|group| (group.key, group.report))
                        .collect();
                    prop_assert_eq!(&found.report, &expected);
                    prop_assert_eq!(found.groups, groups);
                }
                let rows = all.chosen(&selection);
                prop_assert_eq!(rows.len(), chosen.len());
            }
            Ok(())
        });
        outcome.unwrap();
    }
}

#[test]
fn a_depth_takes_the_upper_parts_of_the_path() {
    let quick = shipped("quick");
    let ballots: Vec<Ballot> = ["a/b/c", "a/b/d", "a/e", "f", ""]
        .map(|unit| {
            let mut ballot = crate::ballots::blank(&quick, 1);
            ballot.context.unit = unit.into();
            ballot
        })
        .to_vec();
    let all = columns(&quick, &ballots);
    let keys = |depth| {
        let split = Split::Unit(Some(depth));
        let found = scanned(
            &quick,
            &all,
            &Selection::default(),
            split,
            Formula::Pooled,
            2,
        );
        let groups = found.groups.into_iter();
        groups
            .map(|(key, report)| (key, report.ballots))
            .collect::<Vec<_>>()
    };
    let named = |all: &[(&str, u64)]| -> Vec<(String, u64)> {
        all.iter()
            .map(|(key, count)| ((*key).to_owned(), *count))
            .collect()
    };
    assert_eq!(keys(1), named(&[("", 1), ("a", 3), ("f", 1)]));
    assert_eq!(keys(2), named(&[("", 1), ("a/b", 2), ("a/e", 1), ("f", 1)]));
}

#[test]
fn other_versions_and_questionnaires_are_not_counted() {
    let quick = shipped("quick");
    let mut old = crate::ballots::blank(&quick, 1);
    old.context.version += 1;
    let mut foreign = crate::ballots::blank(&quick, 2);
    foreign.context.questionnaire = "sipas-desk".into();
    let mut unfit = crate::ballots::blank(&quick, 3);
    unfit.answers.clear();
    let all = columns(
        &quick,
        &[old, foreign, unfit, crate::ballots::blank(&quick, 4)],
    );
    let found = scanned(
        &quick,
        &all,
        &Selection::default(),
        Split::Whole,
        Formula::Pooled,
        1,
    );
    assert_eq!(
        (found.others, found.report.unfit, found.report.ballots),
        (1, 1, 1)
    );
    assert!(found.groups.is_empty());
}
