//! Keys that change under an open ledger: by damage, rollback, or another tab at the worst moment.

use super::sample::{Random, complete, desk, desk_context, varied};
use sipas_core::ballot::Ballot;
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::store::{MemoryStore, Store, StoreError};
use std::cell::RefCell;

type Change = fn(Vec<u16>) -> Option<Vec<u16>>;

#[test]
fn a_group_changed_under_its_writer_is_left_as_it_is_found() {
    let changes: [(&str, Change); 6] = [
        ("taken away", |_| None),
        ("emptied", |_| Some(Vec::new())),
        ("one unit changed", |mut value| {
            value[100] ^= 1;
            Some(value)
        }),
        ("cut inside a record", |mut value| {
            value.truncate(value.len() - 3);
            Some(value)
        }),
        ("rolled back by one ballot", |mut value| {
            value.truncate(value.len() - 14);
            Some(value)
        }),
        ("something else", |_| {
            Some("xin chào".encode_utf16().collect())
        }),
    ];
    let (shape, context) = (desk(), desk_context("thue"));
    for (name, change) in changes {
        let (store, mut random) = (MemoryStore::new(), Random(81));
        let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
        for nth in 0..6 {
            let mut ballot = complete(&mut random, &shape, &context, nth);
            ballot.duration_secs = 100;
            ledger.add(&ballot, &shape).unwrap();
        }
        let key = store.keys().unwrap().remove(0);
        let changed = change(store.get(&key).unwrap().unwrap());
        match &changed {
            Some(value) => store.set(&key, value).unwrap(),
            None => store.remove(&key).unwrap(),
        }
        let next = complete(&mut random, &shape, &context, 9);
        ledger.add(&next, &shape).unwrap();
        assert_eq!(store.get(&key).unwrap(), changed, "{name}");
        let again = Ledger::open(&store, Packing::Sixteen, 2).unwrap();
        assert!(again.contains(next.id), "{name}");
        assert_eq!(
            again.count(),
            ledger.count(),
            "{name}: the ledger knows what is left"
        );
        assert_eq!(again.set_aside(), ledger.set_aside(), "{name}");
    }
}

/// A store in which another tab adds a ballot to its own group just before the first removal.
struct Raced<'a> {
    store: &'a MemoryStore,
    other: RefCell<Option<(Ledger<&'a MemoryStore>, Ballot)>>,
}

impl Store for Raced<'_> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<Vec<u16>>, StoreError> {
        self.store.get(key)
    }

    fn set(&self, key: &str, units: &[u16]) -> Result<(), StoreError> {
        self.store.set(key, units)?;
        if let Some((mut ledger, ballot)) = self.other.borrow_mut().take() {
            ledger.add(&ballot, &desk()).unwrap();
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)
    }
}

#[test]
fn a_group_added_to_while_it_was_merged_is_not_taken_away() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(82));
    let mut tabs = [1, 2].map(|writer| Ledger::open(&store, Packing::Sixteen, writer).unwrap());
    for nth in 0..20 {
        let ballot = varied(&mut random, &shape, &desk_context("thue"), nth);
        tabs[nth as usize % 2].add(&ballot, &shape).unwrap();
    }
    let [_, other] = tabs;
    let late = varied(&mut random, &shape, &desk_context("thue"), 20);
    let raced = Raced {
        store: &store,
        other: RefCell::new(Some((other, late.clone()))),
    };
    let mut ledger = Ledger::open(&raced, Packing::Sixteen, 3).unwrap();
    let done = ledger.compact(&[]).unwrap();
    assert_eq!(
        (done.written, done.merged),
        (1, 1),
        "the other's group stays"
    );
    let again = Ledger::open(&store, Packing::Sixteen, 4).unwrap();
    assert!(again.contains(late.id));
    assert_eq!((again.count(), again.ballots().unwrap().len()), (21, 21));
    assert_eq!(ledger.count(), 21);
}

#[test]
fn times_at_both_ends_of_the_clock_share_a_group() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(83));
    let mut ledger = Ledger::open(&store, Packing::Fifteen, 1).unwrap();
    let mut ballots = Vec::new();
    for unix_secs in [i64::MIN, i64::MAX, 0, -1, i64::MIN + 1, 1_795_224_600] {
        let mut ballot = complete(&mut random, &shape, &desk_context("thue"), 0);
        ballot.submitted_at.unix_secs = unix_secs;
        ledger.add(&ballot, &shape).unwrap();
        ballots.push(ballot);
    }
    ballots.sort_by_key(|ballot| ballot.id);
    assert_eq!(ledger.ballots().unwrap(), ballots);
    assert_eq!(store.keys().unwrap().len(), 1);
}
