//! Ballots with a ticket beside those without: two record versions in one store.

use super::sample::{Random, complete, desk, desk_context};
use sipas_core::ballot::{Ballot, BallotId, Ticket};
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::record::{seal, sealed_id, unseal};
use sipas_formats::store::MemoryStore;

fn ballots(count: u32) -> Vec<Ballot> {
    let (shape, mut random) = (desk(), Random(77));
    let mut ballots = Vec::new();
    for nth in 0..count {
        let mut ballot = complete(&mut random, &shape, &desk_context("thue"), nth);
        ballot.ticket = match nth % 3 {
            0 => Ticket::Once(random.next()),
            1 => Ticket::Poster,
            _ => Ticket::None,
        };
        ballots.push(ballot);
    }
    ballots
}

#[test]
fn both_versions_stand_side_by_side() {
    for packing in Packing::ALL {
        let (store, ballots) = (MemoryStore::new(), ballots(300));
        // Three writers, so that there is something to compact.
        for (writer, part) in (1..).zip(ballots.chunks(100)) {
            let mut ledger = Ledger::open(&store, packing, writer).unwrap();
            for ballot in part {
                ledger.add(ballot, &desk()).unwrap();
            }
        }
        let same = |ledger: &Ledger<_>| {
            assert!(ledger.set_aside().is_empty());
            for ballot in &ballots {
                assert_eq!(&ledger.get(ballot.id).unwrap().unwrap().0, ballot);
            }
            assert_eq!(ledger.ballots().unwrap().len(), 300);
        };
        let mut ledger = Ledger::open(&store, packing, 9).unwrap();
        same(&ledger);
        assert_eq!(store.snapshot().len(), 6);
        ledger.compact(&[]).unwrap();
        same(&ledger);
        same(&Ledger::open(&store, packing, 8).unwrap());
        assert_eq!(store.snapshot().len(), 3);
    }
}

#[test]
fn a_ticket_takes_nine_bytes_and_a_ballot_without_one_none() {
    let shape = desk();
    let mut ballot = ballots(3).pop().unwrap();
    let without = seal(&ballot, &shape);
    assert_eq!(without[0], 1);
    ballot.ticket = Ticket::Poster;
    assert!(seal(&ballot, &shape).len() <= without.len() + 1);
    ballot.ticket = Ticket::Once(u64::MAX);
    let with = seal(&ballot, &shape);
    assert_eq!(with[0], 2);
    assert!(with.len() <= without.len() + 9);
    assert_eq!(unseal(&with).unwrap(), (ballot.clone(), shape));
    assert_eq!(sealed_id(&with), Ok(ballot.id));
    for bit in 0..with.len() * 8 {
        let mut changed = with.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(unseal(&changed).is_err(), "bit {bit}");
    }
    assert_ne!(BallotId(0), ballot.id);
}
