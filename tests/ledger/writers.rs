//! Several writers, repeated adding, conflicts, rollbacks: always the exact set.

use super::sample::{Random, complete, desk, desk_context, filled, varied};
use sipas_formats::ledger::marks::Marks;
use sipas_formats::ledger::union::missing;
use sipas_formats::ledger::{Ledger, Outcome};
use sipas_formats::packing::Packing;
use sipas_formats::record::{seal, sealed_id, unseal};
use sipas_formats::store::{MemoryStore, Store};
use std::collections::BTreeMap;

#[test]
fn two_tabs_adding_in_turn_store_exactly_their_sum() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(41));
    let mut tabs: Vec<_> = [1, 2]
        .map(|writer| Ledger::open(&store, Packing::Sixteen, writer).unwrap())
        .into_iter()
        .collect();
    let context = desk_context("ho-tich");
    for nth in 0..400 {
        let before = store.snapshot();
        let ballot = varied(&mut random, &shape, &context, nth);
        // Not strictly in turn: two of one, then one of the other, and so on.
        let tab = usize::from(random.chance(50));
        assert_eq!(
            tabs[tab].add(&ballot, &shape).unwrap().outcome,
            Outcome::Added
        );
        // A storage event names the changed key to the other tab.
        for (key, value) in store.snapshot() {
            if before.get(&key) != Some(&value) {
                tabs[1 - tab].refresh(&key).unwrap();
            }
        }
        assert_eq!(
            (tabs[0].count(), tabs[1].count()),
            (nth as usize + 1, nth as usize + 1)
        );
    }
    let again = Ledger::open(&store, Packing::Sixteen, 3).unwrap();
    assert_eq!(again.ballots().unwrap().len(), 400);
    assert_eq!(tabs[0].ballots().unwrap(), again.ballots().unwrap());
}

#[test]
fn tabs_that_hear_nothing_of_each_other_lose_nothing_either() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(42));
    // The third has the first's number, as a duplicated tab might.
    let mut tabs = [1, 2, 1].map(|writer| Ledger::open(&store, Packing::Fifteen, writer).unwrap());
    for nth in 0..300 {
        let ballot = varied(&mut random, &shape, &desk_context("thue"), nth);
        tabs[random.below(3) as usize].add(&ballot, &shape).unwrap();
    }
    assert_eq!(
        Ledger::open(&store, Packing::Fifteen, 4).unwrap().count(),
        300
    );
}

#[test]
fn adding_the_same_ballot_again_changes_nothing() {
    let (store, ballots) = filled(Packing::Sixteen, 30);
    let before = store.snapshot();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    for ballot in &ballots {
        assert_eq!(
            ledger.add(ballot, &desk()).unwrap().outcome,
            Outcome::AlreadyThere
        );
    }
    assert_eq!(store.snapshot(), before);
}

#[test]
fn different_ballots_under_one_id_are_both_kept_and_the_later_counts() {
    let shape = desk();
    let early = complete(&mut Random(43), &shape, &desk_context("thue"), 0);
    let mut late = early.clone();
    late.submitted_at.unix_secs += 1;
    late.comment = "sửa lại".to_owned();
    for turn in [[&early, &late], [&late, &early]] {
        let store = MemoryStore::new();
        let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
        assert_eq!(ledger.add(turn[0], &shape).unwrap().outcome, Outcome::Added);
        assert_eq!(
            ledger.add(turn[1], &shape).unwrap().outcome,
            Outcome::Conflict
        );
        assert_eq!(
            ledger.add(turn[1], &shape).unwrap().outcome,
            Outcome::AlreadyThere
        );
        for ledger in [&ledger, &Ledger::open(&store, Packing::Sixteen, 2).unwrap()] {
            assert_eq!(ledger.count(), 1);
            let account = ledger
                .each(&mut |ballot, _| assert_eq!(ballot, &late))
                .unwrap();
            assert_eq!((account.ballots, account.conflicts), (1, vec![early.id]));
            assert_eq!(ledger.get(early.id).unwrap().unwrap().0, late);
        }
        let mut ledger = Ledger::open(&store, Packing::Sixteen, 2).unwrap();
        ledger.compact(&[]).unwrap();
        assert_eq!(ledger.ballots().unwrap(), [late.clone()]);
    }
}

#[test]
fn a_writer_goes_on_with_its_unfilled_groups_and_never_with_others() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(44));
    for (writer, groups) in [(1, 1), (1, 1), (2, 2), (1, 2), (2, 2)] {
        let mut ledger = Ledger::open(&store, Packing::Sixteen, writer).unwrap();
        let ballot = complete(&mut random, &shape, &desk_context("thue"), 0);
        ledger.add(&ballot, &shape).unwrap();
        assert_eq!(store.keys().unwrap().len(), groups);
    }
    // The other packing begins a group of its own, and both are read.
    let mut ledger = Ledger::open(&store, Packing::Fifteen, 1).unwrap();
    ledger
        .add(
            &complete(&mut random, &shape, &desk_context("thue"), 0),
            &shape,
        )
        .unwrap();
    assert_eq!((store.keys().unwrap().len(), ledger.count()), (3, 6));
}

#[test]
fn compacting_fills_groups_and_changes_no_ballot() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(45));
    // Every visit a writer of its own, as on phones: 300 groups of one ballot.
    for writer in 0..300 {
        let mut ledger = Ledger::open(&store, Packing::Sixteen, writer).unwrap();
        let ballot = varied(&mut random, &shape, &desk_context("thue"), writer);
        ledger.add(&ballot, &shape).unwrap();
    }
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1_000).unwrap();
    let (before, units) = (ledger.ballots().unwrap(), store.used_units().unwrap());
    let done = ledger.compact(&[]).unwrap();
    assert_eq!((done.merged, done.written, done.dropped), (300, 3, 0));
    assert_eq!(ledger.ballots().unwrap(), before);
    assert_eq!(
        Ledger::open(&store, Packing::Sixteen, 1_001)
            .unwrap()
            .ballots()
            .unwrap(),
        before
    );
    assert!(store.used_units().unwrap() < units / 4);
    assert_eq!(
        ledger.compact(&[]).unwrap(),
        Default::default(),
        "nothing left to do"
    );
    ledger
        .add(
            &varied(&mut random, &shape, &desk_context("thue"), 0),
            &shape,
        )
        .unwrap();
    assert_eq!(
        store.keys().unwrap().len(),
        3,
        "the last group is gone on with"
    );
}

/// The second engine: sealed ballots by id.
type Second = BTreeMap<u64, Vec<u8>>;

fn unite(store: &MemoryStore, second: &mut Second) {
    let mut ledger = Ledger::open(store, Packing::Sixteen, 77).unwrap();
    let first: Vec<_> = ledger.ids().collect();
    let held: Vec<_> = second
        .values()
        .filter_map(|bytes| sealed_id(bytes).ok())
        .collect();
    let lacking = missing(&first, ledger.marks(), &held, &Marks::default());
    for id in lacking.second {
        let (ballot, shape) = ledger.get(id).unwrap().unwrap();
        second.insert(id.0, seal(&ballot, &shape));
    }
    for id in lacking.first {
        let (ballot, shape) = unseal(&second[&id.0]).unwrap();
        ledger.add(&ballot, &shape).unwrap();
    }
}

#[test]
fn either_engine_lost_rolled_back_or_cut_the_union_restores_the_set() {
    let (store, ballots) = filled(Packing::Sixteen, 50);
    let mut second = Second::new();
    unite(&store, &mut second);
    assert_eq!(second.len(), 50);
    let whole = store.snapshot();
    let check = |store: &MemoryStore, mut second: Second| {
        unite(store, &mut second);
        let ledger = Ledger::open(store, Packing::Sixteen, 78).unwrap();
        assert_eq!(ledger.ballots().unwrap(), ballots);
        let sealed: Vec<_> = second
            .values()
            .map(|bytes| unseal(bytes).unwrap().0)
            .collect();
        assert_eq!(sealed, ballots);
    };
    store.restore(BTreeMap::new());
    check(&store, second.clone());
    store.restore(whole.clone());
    check(&store, Second::new());
    for (key, value) in &whole {
        for at in (0..value.len()).step_by(7) {
            let mut cut = whole.clone();
            cut.insert(key.clone(), value[..at].to_vec());
            store.restore(cut);
            check(&store, second.clone());
        }
    }
    // Rolled back on both sides to different points: each has what the other lacks.
    second.retain(|id, _| id % 2 == 0);
    let rolled = MemoryStore::new();
    let mut ledger = Ledger::open(&rolled, Packing::Sixteen, 1).unwrap();
    for ballot in ballots.iter().filter(|ballot| ballot.id.0 % 2 == 1) {
        ledger.add(ballot, &desk()).unwrap();
    }
    check(&rolled, second);
}

#[test]
fn a_clock_that_is_years_off_or_jumps_back_moves_and_doubles_nothing() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(46));
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    let mut ballots = Vec::new();
    // 1970, 2200, before 1970, other offsets, back and forth.
    for (nth, unix_secs) in [
        1_795_224_600,
        0,
        7_258_118_399,
        1_795_224_000,
        -1,
        1_795_224_601,
    ]
    .into_iter()
    .enumerate()
    {
        let mut ballot = complete(&mut random, &shape, &desk_context("thue"), 0);
        ballot.submitted_at.unix_secs = unix_secs;
        ballot.submitted_at.offset_minutes = [420, 0, -720, 840, 1_439, -1_439][nth];
        ledger.add(&ballot, &shape).unwrap();
        ballots.push(ballot);
    }
    ballots.sort_by_key(|ballot| ballot.id);
    assert_eq!(
        Ledger::open(&store, Packing::Sixteen, 2)
            .unwrap()
            .ballots()
            .unwrap(),
        ballots
    );
    assert_eq!(store.keys().unwrap().len(), 1, "they share their group");
}
