//! Designs that do not fit the ballots say what does not fit.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::{Ballot, DeviceId};
use sipas_core::estimate::{
    Clustering, Design, DesignError, Dossiers, Population, Sample, Stratification,
};

fn ballots() -> Vec<Ballot> {
    let quick = shipped("quick");
    let at = |id: u64, unit: &str, field: &str| {
        let mut ballot = answered(&quick, blank(&quick, id), "overall", "4");
        ballot.context.unit = unit.to_owned();
        ballot.context.field = field.to_owned();
        ballot.context.device = DeviceId(id as u32 % 3);
        ballot
    };
    vec![
        at(1, "a", "x"),
        at(2, "a", "y"),
        at(3, "b", "x"),
        at(4, "b", "x"),
        at(5, "", "z"),
    ]
}

fn refused(design: Design) -> (DesignError, String) {
    let error = Sample::new(&shipped("quick"), &ballots(), &design).unwrap_err();
    let text = error.to_string();
    (error, text)
}

#[test]
fn lonely_strata_are_all_named() {
    let (error, text) = refused(Design {
        strata: Some(Stratification::Field),
        ..Design::default()
    });
    let strata = vec!["y".to_owned(), "z".to_owned()];
    assert_eq!(
        error,
        DesignError::LonelyStrata {
            strata,
            drawn: "respondent"
        }
    );
    let expected = "\"y\", \"z\": only one respondent in the stratum, which shows nothing about how they differ";
    assert_eq!(text, expected);
}

#[test]
fn clusters_must_lie_in_one_stratum() {
    let (_, text) = refused(Design {
        cluster: Some(Clustering::Unit),
        strata: Some(Stratification::Field),
        ..Design::default()
    });
    assert_eq!(
        text,
        "cluster \"a\" lies in strata \"x\", \"y\": strata must be made of whole clusters"
    );
}

#[test]
fn the_sample_cannot_be_larger_than_the_population() {
    let population = |all, strata: &[(&str, u64)]| Population {
        all,
        strata: strata
            .iter()
            .map(|(key, count)| ((*key).to_owned(), *count))
            .collect(),
    };
    let (_, text) = refused(Design {
        population: population(Some(4), &[]),
        ..Design::default()
    });
    assert_eq!(
        text,
        "the sample: 5 respondents are more than the population of 4"
    );
    let (_, text) = refused(Design {
        cluster: Some(Clustering::Unit),
        population: population(Some(2), &[]),
        ..Design::default()
    });
    assert_eq!(
        text,
        "the sample: 3 clusters are more than the population of 2"
    );
    let (_, text) = refused(Design {
        strata: Some(Stratification::Field),
        population: population(None, &[("x", 9), ("w", 1)]),
        ..Design::default()
    });
    assert_eq!(
        text,
        "population given for \"w\", of which there are no ballots"
    );
}

#[test]
fn every_ballot_needs_dossiers_to_stand_for_and_dossiers_without_ballots_are_told() {
    let dossiers = |cells: &[(&str, &str, u64)]| {
        let cell = |(unit, field, count): &(&str, &str, u64)| {
            (((*unit).to_owned(), (*field).to_owned()), *count)
        };
        Some(Dossiers(cells.iter().map(cell).collect()))
    };
    let (_, text) = refused(Design {
        dossiers: dossiers(&[("a", "x", 10), ("b", "x", 0), ("", "z", 3)]),
        ..Design::default()
    });
    assert_eq!(
        text,
        "ballots but no dossiers for unit \"a\" field \"y\", unit \"b\" field \"x\""
    );
    let design = Design {
        dossiers: dossiers(&[
            ("a", "x", 10),
            ("a", "y", 5),
            ("b", "x", 1),
            ("", "z", 3),
            ("c", "x", 4),
            ("d", "x", 0),
        ]),
        ..Design::default()
    };
    let ballots = ballots();
    let sample = Sample::new(&shipped("quick"), &ballots, &design).unwrap();
    assert_eq!(sample.unsampled(), [("c".to_owned(), "x".to_owned())]);
}

#[test]
fn no_ballots_are_a_sample_of_nobody() {
    for cluster in [None, Some(Clustering::Unit)] {
        let design = Design {
            cluster,
            ..Design::default()
        };
        let sample = Sample::new(&shipped("quick"), &[], &design).unwrap();
        assert_eq!(
            (sample.respondents(), sample.clusters(), sample.is_census()),
            (0, 0, false)
        );
    }
}
