//! Removing and restoring: marks that no old copy of an engine undoes.

use super::sample::{Random, desk, desk_context, filled, varied};
use sipas_core::ballot::BallotId;
use sipas_formats::ledger::marks::{Mark, Marks, seal_mark, unseal_mark};
use sipas_formats::ledger::union::{Missing, missing};
use sipas_formats::ledger::{Ledger, Outcome};
use sipas_formats::packing::Packing;
use sipas_formats::record::RecordError;
use sipas_formats::store::{MemoryStore, Store};

fn some_marks(random: &mut Random) -> Vec<Mark> {
    (0..random.below(12))
        .map(|_| Mark {
            id: BallotId(random.below(4) << 56),
            counter: random.below(4) as u32,
            removed: random.chance(50),
            at_secs: random.below(3) as i64 - 1,
        })
        .collect()
}

fn merged<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Vec<Mark> {
    let mut all = Marks::default();
    marks.into_iter().for_each(|mark| all.merge(*mark));
    all.iter().collect()
}

#[test]
fn marks_unite_the_same_in_any_order_any_grouping_and_any_number_of_times() {
    let mut random = Random(51);
    for _ in 0..5_000 {
        let [one, two, three] = [(); 3].map(|()| some_marks(&mut random));
        let all = merged(one.iter().chain(&two).chain(&three));
        assert_eq!(
            merged(three.iter().chain(&one).chain(&two).rev()),
            all,
            "commutative"
        );
        let right = merged(two.iter().chain(&three));
        assert_eq!(merged(one.iter().chain(&right)), all, "associative");
        assert_eq!(merged(all.iter().chain(&all)), all, "idempotent");
        assert_eq!(merged(all.iter().chain(&one)), all, "grow-only");
    }
}

#[test]
fn the_last_decision_by_counter_holds_whatever_the_clock_said() {
    let id = BallotId(5);
    let mut marks = Marks::default();
    let removed = marks.next(id, true, 9_000).unwrap();
    marks.merge(removed);
    assert!(marks.is_removed(id));
    assert_eq!(marks.next(id, true, 9_001), None, "removed already");
    // The clock jumped back by years.
    let restored = marks.next(id, false, 10).unwrap();
    marks.merge(restored);
    marks.merge(removed);
    assert!(!marks.is_removed(id));
    assert_eq!(marks.next(BallotId(6), false, 0), None, "never removed");
}

#[test]
fn a_sealed_mark_comes_back_and_no_changed_byte_goes_unseen() {
    let mut random = Random(52);
    for _ in 0..200 {
        let mark = Mark {
            id: BallotId(random.next()),
            counter: (random.next() >> random.below(64)) as u32,
            removed: random.chance(50),
            at_secs: random.next().cast_signed() >> random.below(64),
        };
        let bytes = seal_mark(&mark);
        assert_eq!(unseal_mark(&bytes), Ok(mark));
        for at in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[at / 8] ^= 1 << (at % 8);
            assert_eq!(unseal_mark(&damaged), Err(RecordError::Damaged));
        }
    }
}

#[test]
fn removed_ballots_are_neither_counted_nor_visited_and_come_back_when_restored() {
    let (store, ballots) = filled(Packing::Sixteen, 50);
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    let gone: Vec<_> = ballots.iter().map(|ballot| ballot.id).step_by(2).collect();
    ledger.remove(&gone, 1_795_300_000).unwrap();
    for ledger in [&ledger, &Ledger::open(&store, Packing::Sixteen, 2).unwrap()] {
        assert_eq!(ledger.count(), 25);
        assert!(
            ledger
                .ballots()
                .unwrap()
                .iter()
                .all(|ballot| !gone.contains(&ballot.id))
        );
        assert!(ledger.contains(gone[0]), "still there until compacted");
    }
    let before = store.snapshot();
    assert_eq!(
        ledger.add(&ballots[0], &desk()).unwrap().outcome,
        Outcome::Removed
    );
    ledger.remove(&gone, 1_795_300_099).unwrap();
    assert_eq!(store.snapshot(), before, "done already");
    ledger.restore(&gone, 5).unwrap();
    assert_eq!(ledger.ballots().unwrap(), ballots);
    assert_eq!(
        Ledger::open(&store, Packing::Sixteen, 2)
            .unwrap()
            .ballots()
            .unwrap(),
        ballots
    );
}

#[test]
fn compacting_lets_go_only_what_is_removed_and_held_elsewhere() {
    let (store, ballots) = filled(Packing::Sixteen, 50);
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    let ids: Vec<_> = ballots.iter().map(|ballot| ballot.id).collect();
    ledger.remove(&ids[..20], 7).unwrap();
    let done = ledger.compact(&ids[10..]).unwrap();
    assert_eq!(done.dropped, 10);
    for ledger in [&ledger, &Ledger::open(&store, Packing::Sixteen, 2).unwrap()] {
        assert_eq!(ledger.ids().count(), 40);
        assert!(
            ids[..10].iter().all(|id| ledger.contains(*id)),
            "held nowhere else"
        );
        assert!(ids[10..20].iter().all(|id| !ledger.contains(*id)));
        assert_eq!(ledger.ballots().unwrap(), ballots[20..]);
    }
    // Everything removed and held: the groups go, the marks stay.
    ledger.remove(&ids, 8).unwrap();
    assert_eq!(ledger.compact(&ids).unwrap().dropped, 40);
    assert_eq!((ledger.count(), ledger.ids().count()), (0, 0));
    assert!(
        store
            .keys()
            .unwrap()
            .iter()
            .all(|key| key.starts_with("sipas/m/"))
    );
}

#[test]
fn a_rolled_back_engine_neither_brings_removed_ballots_back_nor_loses_others() {
    let (store, ballots) = filled(Packing::Sixteen, 20);
    let ids: Vec<_> = ballots.iter().map(|ballot| ballot.id).collect();
    let old = store.snapshot();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    ledger.remove(&ids[..8], 7).unwrap();
    let second_marks = ledger.marks().clone();

    // Local storage goes back to before the removal; the second engine knows the marks.
    store.restore(old);
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.count(), 20);
    let first: Vec<_> = ledger.ids().collect();
    let lacking = missing(&first, ledger.marks(), &ids, &second_marks);
    assert_eq!((lacking.first.len(), lacking.second.len()), (0, 0));
    assert_eq!(lacking.first_marks.len(), 8);
    ledger.take_marks(&lacking.first_marks).unwrap();
    assert_eq!(ledger.ballots().unwrap(), ballots[8..]);
    assert_eq!(
        Ledger::open(&store, Packing::Sixteen, 2).unwrap().count(),
        12
    );

    // Local storage is wiped: the second engine's ballots come back without the removed ones.
    let wiped = missing(&[], &Marks::default(), &ids, &second_marks);
    assert_eq!(wiped.first, ids[8..]);
    // The second engine is wiped: it gets all, removed ones too, since there they stay restorable.
    let second_lost = missing(&ids, ledger.marks(), &[], &Marks::default());
    assert_eq!(second_lost.second, ids);
    assert_eq!(second_lost.second_marks.len(), 8);
    // Restored here while the second engine still has the removal mark: restored it is.
    ledger.restore(&ids[..1], 9).unwrap();
    let restored = missing(&[], ledger.marks(), &ids[..1], &second_marks);
    assert_eq!(restored.first, ids[..1]);
    assert_eq!(restored.second_marks.len(), 1);
    assert_eq!(
        missing(&ids, ledger.marks(), &ids, ledger.marks()),
        Missing::default()
    );
}

#[test]
fn thousands_of_marks_are_stored_compactly_and_damage_to_one_batch_stays_there() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(53));
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    let ids: Vec<_> = (0..5_000).map(|_| BallotId(random.next())).collect();
    ledger.remove(&ids, 1_795_300_000).unwrap();
    let units = store.used_units().unwrap();
    println!(
        "5 000 removal marks: {units} units, {:.2} each",
        units as f64 / 5_000.0
    );
    assert!(units < 5_000 * 9 / 2);
    let key = store.keys().unwrap().remove(0);
    let whole = store.get(&key).unwrap().unwrap();
    for at in (0..whole.len()).step_by(11) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x40;
        store.set(&key, &damaged).unwrap();
        let again = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
        assert!(again.marks().iter().count() >= 5_000 - 64);
        assert_eq!(again.set_aside().len(), 1);
    }
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    let damaged = store.get(&key).unwrap();
    let ballot = varied(&mut random, &shape, &desk_context(""), 0);
    ledger.remove(&[ballot.id], 3).unwrap();
    assert_eq!(store.get(&key).unwrap(), damaged);
}
