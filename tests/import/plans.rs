//! Plans: each ballot is new, known, different or removed, whatever the order and number of files.

use crate::ballots::{answered, any_ballot, blank, shipped};
use proptest::prelude::*;
use sipas_core::ballot::{Ballot, BallotId};
use sipas_formats::archive::{About, Builder, read as read_archive};
use sipas_formats::csv::{self, Place, PlaceMap, Placed};
use sipas_formats::import::{Device, Gathering, Plan};
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::MemoryStore;
use std::collections::BTreeMap;
use std::rc::Rc;

const NOTHING_REMOVED: fn(BallotId) -> bool = |_| false;

/// A file by name, as a table or as an archive.
#[derive(Debug, Clone)]
struct File {
    name: &'static str,
    bytes: Vec<u8>,
}

fn table(name: &'static str, ballots: &[Ballot]) -> File {
    let bytes = csv::write(&shipped("quick"), ballots).bytes;
    File { name, bytes }
}

fn archive(name: &'static str, ballots: &[Ballot]) -> File {
    let mut builder = Builder::new(About::default());
    let shape = Shape::of(&shipped("quick"));
    ballots.iter().for_each(|one| builder.ballot(one, &shape));
    let bytes = builder.finish();
    File { name, bytes }
}

fn plan(files: &[File], stored: &[Ballot], removed: fn(BallotId) -> bool) -> Plan {
    let quick = shipped("quick");
    let shape = Rc::new(Shape::of(&quick));
    let mut gathering = Gathering::default();
    for file in files {
        let place = |line| Place {
            file: file.name.to_owned(),
            line,
        };
        if let Ok(opened) = read_archive(&file.bytes) {
            opened.each(&mut |ballot, _| gathering.add(ballot.clone(), &shape, place(0)));
        } else {
            let known = |_: &str, _| Some(&quick);
            let read = csv::read_any(&file.bytes, &known, &PlaceMap::default());
            assert_eq!(read.file.problems, []);
            for one in read.file.ballots {
                gathering.add(one.ballot, &shape, place(one.line));
            }
        }
    }
    let mut stored = stored.to_vec();
    stored.sort_by_key(|one| one.id);
    gathering.plan(Device {
        stored: &stored,
        is_removed: &removed,
    })
}

/// The device once the plan was carried out.
fn carried_out(stored: &[Ballot], plan: &Plan) -> Vec<Ballot> {
    let mut by_id: BTreeMap<BallotId, Ballot> =
        stored.iter().map(|one| (one.id, one.clone())).collect();
    for one in plan.new.iter().chain(&plan.replacing) {
        by_id.insert(one.ballot.id, one.ballot.clone());
    }
    by_id.into_values().collect()
}

#[test]
fn each_ballot_is_told_as_what_it_is_to_the_device() {
    let quick = shipped("quick");
    let ballot = |id, level| answered(&quick, blank(&quick, id), "overall", level);
    let later = |mut ballot: Ballot, secs| {
        ballot.submitted_at.unix_secs += secs;
        ballot
    };
    let stored = [ballot(1, "5"), ballot(2, "5"), ballot(3, "5")];
    let files = [
        table(
            "a.csv",
            &[
                ballot(1, "5"),
                later(ballot(2, "1"), 60),
                ballot(4, "2"),
                ballot(6, "3"),
            ],
        ),
        archive(
            "b.sipas",
            &[ballot(4, "2"), later(ballot(3, "1"), -60), ballot(5, "4")],
        ),
    ];
    let found = plan(&files, &stored, |id| id == BallotId(6));
    let ids = |list: &[sipas_formats::import::Incoming]| -> Vec<u64> {
        list.iter().map(|one| one.ballot.id.0).collect()
    };
    assert_eq!((found.read, found.copies, found.known), (7, 1, 1));
    assert_eq!(ids(&found.new), [4, 5]);
    assert_eq!(ids(&found.replacing), [2]);
    assert_eq!(ids(&found.removed), [6]);
    assert_eq!(found.new[0].place.line, 4);
    let differences: Vec<_> = found
        .differences
        .iter()
        .map(|one| (one.id.0, one.comes_in, one.is_held, one.columns.clone()))
        .collect();
    let columns = vec!["answers", "submitted_at"];
    assert_eq!(
        differences,
        [(2, true, true, columns.clone()), (3, false, true, columns)]
    );
    assert!(!found.changes_nothing());
}

#[test]
fn the_same_files_again_change_nothing() {
    let quick = shipped("quick");
    let given: Vec<Ballot> = (0..50).map(|id| blank(&quick, id)).collect();
    let files = [
        table("a.csv", &given[..30]),
        archive("b.sipas", &given[20..]),
    ];
    let first = plan(&files, &[], NOTHING_REMOVED);
    assert_eq!((first.new.len(), first.copies), (50, 10));
    let stored = carried_out(&[], &first);
    assert_eq!(stored, given);
    let again = plan(&files, &stored, NOTHING_REMOVED);
    assert!(again.changes_nothing() && again.differences.is_empty());
    assert_eq!(again.known, 50);
}

/// Ballots of few ids, sent within few seconds: many copies, many conflicts.
fn crowded() -> impl Strategy<Value = Vec<Ballot>> {
    let ballot =
        (any_ballot(&shipped("quick")), 0..5_u64, 0..3_i64).prop_map(|(mut ballot, id, second)| {
            ballot.id.0 = id;
            ballot.submitted_at.unix_secs = second;
            ballot
        });
    proptest::collection::vec(ballot, 0..7)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 120, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn order_and_repetition_of_files_have_no_effect(
        one in crowded(), two in crowded(), three in crowded(), stored in crowded()
    ) {
        let mut stored = stored;
        stored.sort_by_key(|ballot| ballot.id);
        stored.dedup_by_key(|ballot| ballot.id);
        let files = [table("1.csv", &one), archive("2.sipas", &two), table("3.csv", &three)];
        let straight = plan(&files, &stored, NOTHING_REMOVED);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let turned = plan(&order.map(|at| files[at].clone()), &stored, NOTHING_REMOVED);
            prop_assert_eq!(&turned, &straight);
        }
        // Twice: only the numbers of copies differ.
        let doubled = [files.clone(), files.clone()].concat();
        let mut twice = plan(&doubled, &stored, NOTHING_REMOVED);
        prop_assert_eq!(twice.copies, straight.copies + straight.read);
        (twice.read, twice.copies) = (straight.read, straight.copies);
        prop_assert_eq!(&twice, &straight);
        // One after the other comes to the same ballots as all at once.
        let mut device = stored.clone();
        for at in [2, 0, 1] {
            let next = plan(&files[at..=at], &device, NOTHING_REMOVED);
            device = carried_out(&device, &next);
        }
        prop_assert_eq!(&device, &carried_out(&stored, &straight));
        // And once carried out there is nothing left to do.
        prop_assert!(plan(&files, &device, NOTHING_REMOVED).changes_nothing());
    }
    #[test]
    fn app_ledger_and_command_line_take_the_same_of_different_ballots(ballots in crowded()) {
        let placed = ballots.iter().map(|ballot| Placed { place: Place::default(), ballot: ballot.clone() });
        let merged = csv::merge(placed).ballots;
        let planned = plan(&[table("1.csv", &ballots)], &[], NOTHING_REMOVED);
        prop_assert_eq!(&carried_out(&[], &planned), &merged);
        let shape = Shape::of(&shipped("quick"));
        let store = MemoryStore::new();
        let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
        for ballot in ballots.iter().rev() {
            ledger.add(ballot, &shape).unwrap();
        }
        prop_assert_eq!(&ledger.ballots().unwrap(), &merged);
    }
}
