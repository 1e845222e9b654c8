//! Many at once: all of them or none, whatever the store does, and nothing else is touched.

use super::sample::{Random, complete, desk, desk_context, varied};
use sipas_core::ballot::Ballot;
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::{MemoryStore, StoreError, WriteFault};

fn some(seed: u64, count: u32) -> Vec<Ballot> {
    let (shape, mut random) = (desk(), Random(seed));
    let mut all: Vec<Ballot> = (0..count)
        .map(|nth| {
            let field = ["ho-tich", "dat-dai", "thue"][nth as usize % 3];
            varied(&mut random, &shape, &desk_context(field), nth)
        })
        .collect();
    all.sort_by(|one, other| one.context.cmp(&other.context));
    all
}

fn pairs<'a>(ballots: &'a [Ballot], shape: &'a Shape) -> Vec<(&'a Ballot, &'a Shape)> {
    ballots.iter().map(|one| (one, shape)).collect()
}

#[test]
fn many_are_stored_in_full_groups_and_read_back() {
    let (shape, ballots) = (desk(), some(1, 1_000));
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    ledger.add_many(&pairs(&ballots, &shape)).unwrap();
    assert!(store.snapshot().len() <= 12, "{}", store.snapshot().len());
    let mut expected = ballots;
    expected.sort_by_key(|one| one.id);
    assert_eq!(ledger.ballots().unwrap(), expected);
    let again = Ledger::open(&store, Packing::Fifteen, 2).unwrap();
    assert_eq!(again.ballots().unwrap(), expected);
    // The groups are ordinary ones: adding and reading goes on as ever.
    let mut random = Random(5);
    let one = complete(&mut random, &shape, &desk_context("thue"), 1);
    ledger.add(&one, &shape).unwrap();
    assert_eq!(ledger.count(), 1_001);
}

#[test]
fn whichever_write_goes_wrong_nothing_of_it_stays_and_nothing_else_goes() {
    let (shape, before, more) = (desk(), some(2, 40), some(3, 700));
    for fault in [
        WriteFault::Refuse(StoreError::Full),
        WriteFault::Refuse(StoreError::Other("DOMException".to_owned())),
        WriteFault::Ignore,
        WriteFault::Truncate(0),
        WriteFault::Truncate(900),
    ] {
        for nth in 0..6 {
            let store = MemoryStore::new();
            let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
            for one in &before {
                ledger.add(one, &shape).unwrap();
            }
            let snapshot = store.snapshot();
            store.fail_write(nth, fault.clone());
            let done = ledger.add_many(&pairs(&more, &shape));
            assert!(done.is_err(), "{fault:?} at {nth}");
            assert_eq!(store.snapshot(), snapshot, "{fault:?} at {nth}");
            assert_eq!(ledger.count(), before.len());
            assert_eq!(ledger.set_aside(), []);
            ledger.add_many(&pairs(&more, &shape)).unwrap();
            assert_eq!(ledger.count(), before.len() + more.len());
        }
    }
}

#[test]
fn what_does_not_fit_is_not_begun_and_the_reserve_stays() {
    let (shape, before, more) = (desk(), some(4, 40), some(5, 2_000));
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.hold_reserve(4_096), Ok(true));
    for one in &before {
        ledger.add(one, &shape).unwrap();
    }
    let snapshot = store.snapshot();
    store.set_quota(30_000);
    assert!(ledger.add_many(&pairs(&more, &shape)).is_err());
    assert_eq!(store.snapshot(), snapshot);
    assert!(ledger.reserve_held());
}

#[test]
fn several_portions_are_taken_back_together() {
    let (shape, first, second) = (desk(), some(6, 200), some(7, 300));
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    let mut written = ledger.add_many(&pairs(&first, &shape)).unwrap();
    written.join(ledger.add_many(&pairs(&second, &shape)).unwrap());
    assert_eq!(ledger.count(), 500);
    ledger.take_back(&written).unwrap();
    assert_eq!((ledger.count(), store.snapshot().len()), (0, 0));
}
