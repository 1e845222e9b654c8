//! The report as JSON and CSV, byte for byte.

use super::vectors::case;
use crate::ballots::{questionnaire, shipped};
use crate::files::difference;
use sipas_core::index::{Formula, Grouping, Options, points, report};
use sipas_formats::index_json::{RowCounts, write};
use sipas_formats::{index_csv, json};

fn agrees(relative: &str, found: &str) {
    if let Some(difference) = difference(relative, found) {
        panic!("{difference}");
    }
}

#[test]
fn json_has_the_keys_of_the_contract_in_order() {
    let quick = shipped("quick");
    let ballots = case("index-31-ballots", &quick);
    let options = Options {
        by: vec![Grouping::Unit, Grouping::Month],
        ..Options::default()
    };
    let report = report(&quick, &ballots, &options);
    let rows = RowCounts {
        read: 31,
        counted: 31,
        duplicate: 0,
        rejected: 0,
    };
    agrees(
        "cases/index-31-ballots/expected.json",
        &write(rows, &report, None, None),
    );
    agrees(
        "cases/index-31-ballots/expected.csv",
        &index_csv::write(&report),
    );
}

#[test]
fn means_say_over_how_many_and_undefined_figures_why() {
    let questionnaire = questionnaire("cases/index-hand-vectors/questionnaire.json");
    let mut ballots = case("index-hand-vectors", &questionnaire);
    for ballot in &mut ballots {
        ballot.answers[2] = sipas_core::ballot::Answer::NotApplicable;
    }
    let formula = Formula::MeanOfFactors;
    let report = report(
        &questionnaire,
        &ballots,
        &Options {
            formula,
            ..Options::default()
        },
    );
    let rows = RowCounts {
        read: 12,
        counted: 10,
        duplicate: 1,
        rejected: 1,
    };
    agrees(
        "cases/index-hand-vectors/expected.json",
        &write(rows, &report, None, None),
    );
}

#[test]
fn points_are_printed_where_there_are_classes() {
    let evaluation = shipped("desk-evaluation");
    let ballots = case("index-points", &evaluation);
    let report = report(&evaluation, &ballots, &Options::default());
    let points = points(&evaluation, &report);
    let rows = RowCounts {
        read: 3,
        counted: 3,
        ..RowCounts::default()
    };
    agrees(
        "cases/index-points/expected.json",
        &write(rows, &report, None, Some(&points)),
    );
}

#[test]
fn numbers_read_back_as_the_same_double() {
    let quick = shipped("quick");
    let ballots = case("index-31-ballots", &quick);
    let report = report(&quick, &ballots, &Options::default());
    let tree = json::text::parse(&write(RowCounts::default(), &report, None, None)).unwrap();
    let overall = tree.get("overall").unwrap();
    assert_eq!(overall.get("rate"), Some(&json::Json::Number(26.0 / 31.0)));
    let low = report.overall.interval.unwrap().low;
    assert_eq!(overall.get("low"), Some(&json::Json::Number(low)));
}
