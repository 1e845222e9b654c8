//! How much fits: measured on a twentieth of local storage, so that the test stays quick.
//!
//! The whole size is measured by `cargo run --release -p sipas-tests --example ledger_cost`.

use super::sample::{Random, complete, desk, desk_context};
use sipas_formats::ledger::{AddError, Ledger, QUOTA_UNITS};
use sipas_formats::packing::Packing;
use sipas_formats::store::{MemoryStore, Store};

#[test]
fn a_twentieth_of_local_storage_takes_a_twentieth_of_three_hundred_thousand_ballots() {
    let shape = desk();
    for (packing, aim) in [(Packing::Sixteen, 15_000), (Packing::Fifteen, 14_000)] {
        let (store, mut random) = (MemoryStore::new(), Random(61));
        store.set_quota(QUOTA_UNITS / 20);
        let mut ledger = Ledger::open(&store, packing, 0x9e37_79b9).unwrap();
        ledger.hold_reserve(8_192 / 20).unwrap();
        let context = desk_context("ho-tich");
        let mut count = 0;
        let full = loop {
            let ballot = complete(&mut random, &shape, &context, count);
            match ledger.add(&ballot, &shape) {
                Ok(receipt) if receipt.reserve_held => count += 1,
                Ok(_) => break None,
                Err(error) => break Some(error),
            }
        };
        assert_ne!(full, Some(AddError::NotKept));
        let units = store.used_units().unwrap() as f64 / f64::from(count);
        println!(
            "{packing:?}: {count} ballots in {} units, {units:.2} each",
            QUOTA_UNITS / 20
        );
        assert!(count >= aim, "{count}");
        assert_eq!(
            Ledger::open(&store, packing, 2).unwrap().count(),
            ledger.count()
        );
    }
}
