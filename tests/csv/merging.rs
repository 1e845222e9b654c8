//! Many files, one set: each ballot once, conflicts told, the order of files without effect.

use crate::ballots::{answered, any_ballot, blank, shipped};
use proptest::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_formats::csv::{Conflict, Merged, Place, Placed, merge};

fn placed(file: &str, line: u64, ballot: &Ballot) -> Placed {
    Placed {
        place: place(file, line),
        ballot: ballot.clone(),
    }
}

fn place(file: &str, line: u64) -> Place {
    Place {
        file: file.into(),
        line,
    }
}

#[test]
fn a_copy_is_a_duplicate_and_the_later_of_two_versions_counts() {
    let quick = shipped("quick");
    let first = answered(&quick, blank(&quick, 7), "overall", "5");
    let mut later = answered(&quick, blank(&quick, 7), "overall", "1");
    later.submitted_at.unix_secs += 1;
    let other = blank(&quick, 3);
    let merged = merge([
        placed("b.csv", 2, &later),
        placed("a.csv", 9, &first),
        placed("a.csv", 2, &first),
        placed("b.csv", 3, &other),
    ]);
    let conflict = Conflict {
        id: later.id,
        kept: place("b.csv", 2),
        dropped: vec![place("a.csv", 2)],
    };
    let expected = Merged {
        ballots: vec![other, later],
        duplicates: 1,
        conflicts: vec![conflict],
    };
    assert_eq!(merged, expected);
}

#[test]
fn later_is_a_matter_of_time_and_not_of_the_clocks_offset() {
    let quick = shipped("quick");
    let mut early = blank(&quick, 7);
    // 23:00 at +14:00 is long before 08:30 at +07:00 of the same day.
    early.submitted_at.unix_secs -= 3_600;
    early.submitted_at.offset_minutes = 840;
    let late = answered(&quick, blank(&quick, 7), "overall", "3");
    let merged = merge([placed("a", 2, &late), placed("b", 2, &early)]);
    assert_eq!(merged.ballots, [late]);
}

#[test]
fn in_the_same_second_the_greater_row_counts() {
    let quick = shipped("quick");
    let three = answered(&quick, blank(&quick, 7), "overall", "3");
    let four = answered(&quick, blank(&quick, 7), "overall", "4");
    for files in [[&three, &four], [&four, &three]] {
        let merged = merge(files.map(|ballot| placed("a", 2, ballot)));
        assert_eq!(merged.ballots, std::slice::from_ref(&four));
    }
}

#[test]
fn rows_that_do_not_count_are_listed_by_place() {
    let quick = shipped("quick");
    let row = |line, code| {
        placed(
            "a",
            line,
            &answered(&quick, blank(&quick, 7), "overall", code),
        )
    };
    let merged = merge([row(2, "3"), row(3, "1"), row(4, "5")]);
    let conflict = &merged.conflicts[0];
    assert_eq!(conflict.kept, place("a", 4));
    assert_eq!(conflict.dropped, [place("a", 2), place("a", 3)]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_of_files_has_no_effect(
        (rows, shuffled) in {
            let ballot = (any_ballot(&shipped("quick")), 0..4_u64, 0..3_i64, 0..9_u64).prop_map(
                |(mut ballot, id, second, line)| {
                    ballot.id.0 = id;
                    ballot.submitted_at.unix_secs = second;
                    placed(if line % 2 == 0 { "a" } else { "b" }, line, &ballot)
                },
            );
            proptest::collection::vec(ballot, 0..12)
                .prop_flat_map(|rows| {
                    let doubled: Vec<Placed> = rows.iter().chain(rows.iter().take(4)).cloned().collect();
                    (Just(doubled.clone()), Just(doubled).prop_shuffle())
                })
        }
    ) {
        let count = rows.len() as u64;
        let merged = merge(rows);
        let dropped: usize = merged.conflicts.iter().map(|conflict| conflict.dropped.len()).sum();
        prop_assert_eq!(merged.ballots.len() as u64 + merged.duplicates + dropped as u64, count);
        prop_assert_eq!(merge(shuffled), merged);
    }
}
