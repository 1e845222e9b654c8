//! Exhaustive damage to a store of 50 ballots: no panic, no other ballot changed, nothing overwritten.

use super::sample::{Random, complete, desk, desk_context, filled};
use sipas_core::ballot::Ballot;
use sipas_formats::group;
use sipas_formats::ledger::Ledger;
use sipas_formats::ledger::aside::{Reason, set_aside_text};
use sipas_formats::packing::Packing;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::{MemoryStore, Store};
use std::collections::BTreeMap;

/// A store with one value changed, and what must hold of it.
struct Bench {
    packing: Packing,
    whole: BTreeMap<String, Vec<u16>>,
    ballots: Vec<Ballot>,
    store: MemoryStore,
    shape: Shape,
    /// A ballot of the same field as the damaged group's, to be added.
    next: Vec<Ballot>,
}

impl Bench {
    fn new(packing: Packing) -> Self {
        let (store, ballots) = filled(packing, 50);
        let (shape, mut random) = (desk(), Random(99));
        let next = ["ho-tich", "dat-dai"]
            .map(|field| complete(&mut random, &shape, &desk_context(field), 900));
        Self {
            packing,
            whole: store.snapshot(),
            ballots,
            store,
            shape,
            next: next.to_vec(),
        }
    }

    /// Opens the store with `value` under `key`; gives how many ballots are missing.
    fn missing(&self, key: &str, value: &[u16], add: bool) -> usize {
        self.store.set(key, value).unwrap();
        // The writer of the damaged group itself: it must not go on with it.
        let writer = if key.contains("/1-") { 1 } else { 2 };
        let mut ledger = Ledger::open(&self.store, self.packing, writer).unwrap();
        let loaded = ledger.ballots().unwrap();
        assert_eq!(ledger.count(), loaded.len());
        let mut loaded = loaded.iter().peekable();
        let missing = self
            .ballots
            .iter()
            .filter(|ballot| loaded.next_if(|loaded| loaded == ballot).is_none())
            .count();
        assert_eq!(loaded.next(), None, "a ballot nobody sent");

        let set_aside: Vec<_> = ledger.set_aside().to_vec();
        for item in &set_aside {
            assert_eq!(item.key, key);
            assert_eq!(
                value.get(item.at..item.at + item.units.len()),
                Some(&item.units[..])
            );
        }
        if add {
            for ballot in &self.next {
                ledger.add(ballot, &self.shape).unwrap();
            }
            let after = Ledger::open(&self.store, self.packing, 3).unwrap();
            assert_eq!(
                after.count(),
                self.ballots.len() - missing + self.next.len()
            );
            if !set_aside.is_empty() {
                assert_eq!(
                    self.store.get(key).unwrap().as_deref(),
                    Some(value),
                    "left alone"
                );
                assert_eq!(after.set_aside(), set_aside);
            }
            self.store.restore(self.whole.clone());
        } else {
            self.store.set(key, &self.whole[key]).unwrap();
        }
        if set_aside.is_empty() {
            missing + 1_000
        } else {
            missing
        }
    }

    fn each_unit(&self, mut visit: impl FnMut(&str, &[u16], usize)) {
        for (key, value) in &self.whole {
            for at in 0..value.len() {
                visit(key, value, at);
            }
        }
    }
}

/// Every unit, both its bytes, every single bit, all bits, and the two bits between the packings' marks.
fn change_every_byte(packing: Packing) {
    let bench = Bench::new(packing);
    let mut lost = 0;
    bench.each_unit(|key, value, at| {
        for flip in (0..8).map(|bit| 1 << bit).chain([0xFF, 0x03]) {
            for shift in [0, 8] {
                let mut damaged = value.to_vec();
                damaged[at] ^= flip << shift;
                let missing = bench.missing(key, &damaged, flip == 0xFF);
                assert!(
                    missing <= 1,
                    "{key} unit {at} ^ {flip:x}: {missing} missing"
                );
                lost += missing;
            }
        }
    });
    assert!(lost > 0);
}

#[test]
fn one_changed_byte_sets_one_record_aside_and_changes_no_other_at_sixteen_bits() {
    change_every_byte(Packing::Sixteen);
}

#[test]
fn one_changed_byte_sets_one_record_aside_and_changes_no_other_at_fifteen_bits() {
    change_every_byte(Packing::Fifteen);
}

#[test]
fn a_unit_taken_out_or_put_in_sets_one_record_aside() {
    for packing in Packing::ALL {
        let bench = Bench::new(packing);
        bench.each_unit(|key, value, at| {
            let mut shorter = value.to_vec();
            shorter.remove(at);
            assert!(
                bench.missing(key, &shorter, true) <= 1,
                "{key} without unit {at}"
            );
            for unit in [0, 0x3400, 0x341C, 0x5AAA, 0xFFFF] {
                let mut longer = value.to_vec();
                longer.insert(at, unit);
                assert!(
                    bench.missing(key, &longer, unit == 0) <= 1,
                    "{key} {unit:x} before {at}"
                );
            }
        });
    }
}

#[test]
fn a_value_cut_at_any_length_loses_only_what_was_cut_off() {
    for packing in Packing::ALL {
        let bench = Bench::new(packing);
        bench.each_unit(|key, value, at| {
            let mut kept = 0;
            let readable = group::read(&value[..at], &mut |_, _| kept += 1);
            let mut all = 0;
            group::read(value, &mut |_, _| all += 1).unwrap();
            // Cut between two records, nothing shows: the second engine brings them back.
            let missing = bench.missing(key, &value[..at], true) % 1_000;
            assert_eq!(missing, all - kept);
            assert!(readable.is_some() || kept == 0);
        });
    }
}

#[test]
fn several_damaged_places_take_only_their_own_records() {
    let bench = Bench::new(Packing::Sixteen);
    let mut random = Random(17);
    let key = bench.whole.keys().next().unwrap();
    for _ in 0..300 {
        let mut damaged = bench.whole[key].clone();
        let places = random.below(4) + 1;
        for _ in 0..places {
            // Behind the two heads.
            let at = 90 + random.below(damaged.len() as u64 - 90) as usize;
            damaged[at] = random.next() as u16;
        }
        assert!(bench.missing(key, &damaged, true) % 1_000 <= places as usize);
    }
}

#[test]
fn random_units_under_our_keys_are_set_aside_and_never_overwritten() {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(21));
    for turn in 0..300 {
        let key = format!("sipas/{}/{}-{turn:x}", ["g", "m"][turn % 2], 1);
        let length = random.below(400);
        let mut units: Vec<u16> = (0..length).map(|_| random.next() as u16).collect();
        if let (Some(first), true) = (units.first_mut(), random.chance(50)) {
            *first = Packing::ALL[turn % 2].mark();
        }
        store.set(&key, &units).unwrap();
    }
    let before = store.snapshot();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.count(), 0);
    assert_eq!(ledger.set_aside().len(), 300);
    let ballot = complete(&mut random, &shape, &desk_context("thue"), 0);
    ledger.add(&ballot, &shape).unwrap();
    ledger.remove(&[ballot.id], 1).unwrap();
    ledger.compact(&[ballot.id]).unwrap();
    let after = store.snapshot();
    assert!(
        before
            .iter()
            .all(|(key, value)| after.get(key) == Some(value))
    );
}

#[test]
fn a_group_of_a_newer_version_is_left_alone_with_the_reason() {
    let (store, ballots) = filled(Packing::Sixteen, 8);
    let key = store.keys().unwrap().remove(0);
    let old = store.get(&key).unwrap().unwrap();
    let mut records = Vec::new();
    let mut head = group::read(&old, &mut |_, record| records.push(record.to_vec()))
        .unwrap()
        .head;
    head[0] = 3;
    let mut newer = group::begin(Packing::Sixteen, &head).unwrap();
    for record in &records {
        assert!(group::append(&mut newer, Packing::Sixteen, &head, record));
    }
    store.set(&key, &newer).unwrap();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.count(), 8 - records.len());
    let reasons: Vec<_> = ledger.set_aside().iter().map(|item| item.reason).collect();
    assert_eq!(reasons, [Reason::Newer(3)]);
    for ballot in &ballots {
        ledger.add(ballot, &desk()).unwrap();
    }
    assert_eq!(ledger.count(), 8, "those inside are stored again beside it");
    ledger.compact(&[]).unwrap();
    assert_eq!(store.get(&key).unwrap(), Some(newer));
}

#[test]
fn what_is_set_aside_can_be_written_out_whole() {
    let (store, _) = filled(Packing::Fifteen, 8);
    let key = store.keys().unwrap().remove(0);
    let mut damaged = store.get(&key).unwrap().unwrap();
    let last = damaged.len() - 1;
    damaged[last] = 0;
    store.set(&key, &damaged).unwrap();
    let ledger = Ledger::open(&store, Packing::Fifteen, 5).unwrap();
    let text = set_aside_text(ledger.set_aside());
    let item = &ledger.set_aside()[0];
    let hex: String = item
        .units
        .iter()
        .map(|unit| format!("{unit:04x}"))
        .collect();
    assert_eq!(
        text,
        format!(
            "{{\"key\":\"{key}\",\"at\":{},\"reason\":\"checksum does not match\",\"units\":\"{hex}\"}}\n",
            item.at
        )
    );
    assert!(hex.ends_with("0000"));
}
