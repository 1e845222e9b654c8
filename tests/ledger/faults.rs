//! A store that refuses, lies, dies or is full: nothing stored is lost, and no yes without being stored.

use super::sample::{Random, complete, desk, desk_context, filled, varied};
use sipas_core::ballot::Ballot;
use sipas_formats::ledger::{AddError, Ledger, Outcome, RESERVE_KEY};
use sipas_formats::packing::Packing;
use sipas_formats::store::{MemoryStore, Store, StoreError, WriteFault};

fn ballots(count: u32) -> Vec<Ballot> {
    let (shape, mut random) = (desk(), Random(31));
    let fields = ["ho-tich", "dat-dai", "thue"];
    (0..count)
        .map(|nth| {
            varied(
                &mut random,
                &shape,
                &desk_context(fields[nth as usize % 3]),
                nth,
            )
        })
        .collect()
}

fn faults() -> [WriteFault; 6] {
    [
        WriteFault::Refuse(StoreError::Full),
        WriteFault::Refuse(StoreError::Unavailable),
        WriteFault::Refuse(StoreError::Other("DOMException".to_owned())),
        WriteFault::Ignore,
        WriteFault::Truncate(0),
        WriteFault::Truncate(33),
    ]
}

#[test]
fn whichever_write_goes_wrong_a_yes_means_stored_and_a_no_changes_nothing() {
    let (ballots, shape) = (ballots(12), desk());
    for fault in faults() {
        for nth in 0..14 {
            let store = MemoryStore::new();
            let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
            store.fail_write(nth, fault.clone());
            let mut stored = Vec::new();
            for ballot in &ballots {
                if ledger.add(ballot, &shape).is_ok() {
                    stored.push(ballot.id);
                }
                let again = Ledger::open(&store, Packing::Sixteen, 2).unwrap();
                let held: Vec<_> = again.ids().collect();
                assert!(
                    stored.iter().all(|id| held.contains(id)),
                    "{fault:?} at {nth}"
                );
                assert_eq!(again.count(), ledger.count());
            }
            assert!(stored.len() >= 11, "only the failing one is refused");
            for ballot in &ballots {
                ledger.add(ballot, &shape).unwrap();
            }
            let again = Ledger::open(&store, Packing::Sixteen, 2).unwrap();
            assert_eq!((again.count(), again.ballots().unwrap().len()), (12, 12));
        }
    }
}

#[test]
fn killed_between_any_two_writes_of_adding_and_compacting_nothing_is_lost() {
    let (shape, all) = (desk(), ballots(40));
    for alive in 0..30 {
        let store = MemoryStore::new();
        for (writer, share) in all.chunks(8).enumerate() {
            let mut ledger = Ledger::open(&store, Packing::Sixteen, writer as u32).unwrap();
            share
                .iter()
                .for_each(|ballot| assert!(ledger.add(ballot, &shape).is_ok()));
        }
        let mut ledger = Ledger::open(&store, Packing::Sixteen, 50).unwrap();
        store.die_after(Some(alive));
        let done = ledger.compact(&[]);
        store.die_after(None);
        assert_eq!(
            done.is_ok(),
            alive >= 3 + 15,
            "three groups written, fifteen removed"
        );
        let mut after = Ledger::open(&store, Packing::Sixteen, 51).unwrap();
        let mut expected = all.clone();
        expected.sort_by_key(|ballot| ballot.id);
        assert_eq!(
            after.ballots().unwrap(),
            expected,
            "killed after {alive} writes"
        );
        after.compact(&[]).unwrap();
        assert_eq!(after.ballots().unwrap(), expected);
        assert_eq!(store.keys().unwrap().len(), 3);
    }
}

#[test]
fn compacting_survives_every_single_fault() {
    for fault in faults() {
        for nth in 0..12 {
            let (store, ballots) = filled(Packing::Fifteen, 24);
            let mut ledger = Ledger::open(&store, Packing::Fifteen, 9).unwrap();
            store.fail_write(nth, fault.clone());
            let done = ledger.compact(&[]);
            assert_eq!(
                ledger.ballots().unwrap(),
                ballots,
                "{fault:?} at {nth}: {done:?}"
            );
            let again = Ledger::open(&store, Packing::Fifteen, 10).unwrap();
            assert_eq!(
                again.ballots().unwrap(),
                ballots,
                "{fault:?} at {nth}: {done:?}"
            );
            ledger.compact(&[]).unwrap();
            assert_eq!(ledger.ballots().unwrap(), ballots);
        }
    }
}

#[test]
fn a_store_full_to_the_last_unit_takes_the_survey_under_way_from_the_reserve() {
    let (shape, all) = (desk(), ballots(8));
    let store = MemoryStore::new();
    store.set_quota(20_000);
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.hold_reserve(4_000), Ok(true));
    ledger.add(&all[0], &shape).unwrap();
    let before = store.used_units().unwrap();
    store
        .set("other", &vec![0; 20_000 - before - "other".len()])
        .unwrap();
    assert_eq!(
        store.set("x", &[]),
        Err(StoreError::Full),
        "full to the last unit"
    );

    for ballot in &all[1..] {
        let receipt = ledger.add(ballot, &shape).unwrap();
        assert_eq!(receipt.outcome, Outcome::Added);
        assert!(!receipt.reserve_held, "no new survey may start");
    }
    assert_eq!(
        Ledger::open(&store, Packing::Sixteen, 2).unwrap().count(),
        8
    );

    store.remove("other").unwrap();
    assert_eq!(
        ledger.hold_reserve(4_000),
        Ok(true),
        "room again, reserve again"
    );
}

#[test]
fn without_any_room_adding_says_so_and_all_others_stay() {
    let (shape, all) = (desk(), ballots(8));
    for spare in 0..40 {
        let store = MemoryStore::new();
        let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
        for ballot in &all[..6] {
            ledger.add(ballot, &shape).unwrap();
        }
        store.set_quota(store.used_units().unwrap() + spare);
        let added = ledger.add(&all[6], &shape);
        let count = if added.is_ok() { 7 } else { 6 };
        assert!(added.is_ok() || added == Err(AddError::Full));
        assert_eq!(
            Ledger::open(&store, Packing::Sixteen, 2).unwrap().count(),
            count
        );
        assert_eq!(ledger.count(), count);
        store.set_quota(50_000);
        ledger.add(&all[6], &shape).unwrap();
        assert_eq!(
            Ledger::open(&store, Packing::Sixteen, 2).unwrap().count(),
            7
        );
    }
}

#[test]
fn a_reserve_is_not_promised_where_there_is_no_room_for_it() {
    let store = MemoryStore::new();
    store.set_quota(1_000);
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.hold_reserve(2_000), Ok(false));
    assert!(!ledger.reserve_held());
    assert_eq!(ledger.hold_reserve(500), Ok(true));
    // Another tab used it up.
    store.remove(RESERVE_KEY).unwrap();
    ledger.refresh(RESERVE_KEY).unwrap();
    assert!(!ledger.reserve_held());
}

#[test]
fn a_store_that_is_not_there_is_an_error_and_not_an_empty_ledger() {
    let (store, ballots) = filled(Packing::Sixteen, 8);
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    store.set_unavailable(true);
    assert_eq!(ledger.add(&ballots[0], &desk()), Err(AddError::Unavailable));
    assert_eq!(
        Ledger::open(&store, Packing::Sixteen, 1).err(),
        Some(StoreError::Unavailable)
    );
    store.set_unavailable(false);
    assert_eq!(ledger.ballots().unwrap(), ballots);
}

#[test]
fn a_comment_longer_than_a_record_is_refused_and_the_longest_is_kept() {
    let (store, shape) = (MemoryStore::new(), desk());
    let mut ledger = Ledger::open(&store, Packing::Fifteen, 1).unwrap();
    let mut ballot = complete(&mut Random(5), &shape, &desk_context(""), 0);
    // Id, number, time of one byte, duration of two, checksum: what is left of 32 767 bytes.
    ballot.duration_secs = 300;
    let longest = 32_767 - 8 - 11 - 1 - 2 - 4;
    ballot.comment = "x".repeat(longest + 1);
    assert_eq!(ledger.add(&ballot, &shape), Err(AddError::TooLong));
    ballot.comment.pop();
    assert!(ledger.add(&ballot, &shape).is_ok());
    let small = complete(&mut Random(6), &shape, &desk_context(""), 0);
    ledger.add(&small, &shape).unwrap();
    assert_eq!(
        Ledger::open(&store, Packing::Fifteen, 2).unwrap().count(),
        2
    );
    assert!(ledger.set_aside().is_empty());
}
