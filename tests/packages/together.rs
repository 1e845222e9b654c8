//! Many packages as one count: each ballot once, and what a sender says is counted again.

use crate::ballots::{answered, blank, shipped};
use crate::{about, opened};
use sipas_core::package::{FileKind, Survey};
use sipas_core::period::Period;
use sipas_formats::csv;
use sipas_formats::package::{Opened, Together, What, pack};

/// A package of ballots to one question, one answer a ballot, with what its sender says of them.
fn of_answers(unit: &str, device: u32, codes: &[(u64, &str)], said: (u64, u64)) -> Opened {
    let quick = shipped("quick");
    let ballots: Vec<_> = codes
        .iter()
        .map(|(id, code)| {
            let mut ballot = answered(&quick, blank(&quick, *id), "overall", code);
            ballot.context.unit = unit.to_owned();
            ballot
        })
        .collect();
    let mut package = about(unit, device, "2026-Q4", 0);
    package.surveys = vec![Survey {
        questionnaire: "quick".to_owned(),
        version: 1,
        ballots: codes.len() as u64,
        satisfied: said.0,
        counted: said.1,
        target: None,
    }];
    let file = csv::write(&quick, &ballots).bytes;
    let contents = vec![("phieu/quick.csv".to_owned(), FileKind::Ballots, file)];
    opened(&pack(package, &contents))
}

#[test]
fn many_packages_are_one_count_in_which_each_ballot_counts_once() {
    let known = ["sipas-desk", "quick"].map(shipped);
    let first = of_answers("tinh/xa-a", 1, &[(1, "5"), (2, "4"), (3, "1")], (2, 3));
    let second = of_answers("tinh/xa-b", 2, &[(4, "1"), (5, "1"), (6, "5")], (1, 3));
    // Another tablet of the first unit: one ballot it was handed, one of its own.
    let third = of_answers("tinh/xa-a", 3, &[(2, "4"), (7, "5")], (2, 2));
    let count = |order: [(&str, &Opened); 3]| {
        let mut together = Together::new(&known);
        for (name, opened) in order {
            together.add(name, opened);
        }
        together.finish()
    };
    let found = count([("1.zip", &first), ("2.zip", &second), ("3.zip", &third)]);
    assert_eq!(found.doubts, []);
    let [survey] = &found.surveys[..] else {
        panic!("one questionnaire has ballots");
    };
    assert_eq!(known[survey.questionnaire].id, "quick");
    let rate = survey.whole.overall.rate;
    assert_eq!(
        (survey.whole.ballots, rate.satisfied, rate.counted),
        (7, 4, 7)
    );
    assert_eq!((survey.copies, survey.conflicts), (1, 0));
    let units: Vec<(&str, u64, u64)> = survey
        .units
        .iter()
        .map(|unit| {
            (
                unit.unit.as_str(),
                unit.overall.rate.satisfied,
                unit.ballots,
            )
        })
        .collect();
    assert_eq!(units, [("tinh/xa-a", 3, 4), ("tinh/xa-b", 1, 3)]);
    let again = count([("3.zip", &third), ("2.zip", &second), ("1.zip", &first)]);
    assert_eq!(again, found, "in any order");
}

#[test]
fn what_a_package_says_of_its_ballots_is_counted_again() {
    let known = [shipped("quick")];
    let doubts = |opened: &Opened| {
        let mut together = Together::new(&known);
        together.add("a.zip", opened);
        let found = together.finish();
        found
            .doubts
            .into_iter()
            .map(|doubt| doubt.what)
            .collect::<Vec<_>>()
    };
    // Three satisfied of three, says the sender; two are.
    let better = of_answers("xa-a", 1, &[(1, "5"), (2, "4"), (3, "1")], (3, 3));
    assert_eq!(
        doubts(&better),
        [What::Differs("quick".to_owned(), [(3, 3), (2, 3)])]
    );
    // Ballots of another unit, and of another quarter, are left out.
    let mut other = of_answers("xa-a", 1, &[(1, "5")], (0, 0));
    other.package.unit = "xa-b".to_owned();
    other.package.surveys.clear();
    assert_eq!(
        doubts(&other),
        [What::Outside("phieu/quick.csv".to_owned(), 1)]
    );
    let mut other = of_answers("xa-a", 1, &[(1, "5")], (0, 0));
    other.package.period = Period::from_key("2026-Q3").unwrap();
    other.package.surveys.clear();
    assert_eq!(
        doubts(&other),
        [What::Outside("phieu/quick.csv".to_owned(), 1)]
    );
}
