//! Records: what goes in comes out, whatever the ballot; what was changed is told.

use super::sample::{Random, anything, complete, desk, desk_context, varied};
use sipas_core::ballot::{Answer, Ballot};
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::{PROOF_KEY, Packing, prove};
use sipas_formats::record::bytes::{Reader, Writer};
use sipas_formats::record::head::Head;
use sipas_formats::record::shape::Shape;
use sipas_formats::record::{RecordError, SEAL_KEY, body, seal, sealed_id, unseal};
use sipas_formats::store::{MemoryStore, Store, StoreError, WriteFault, store_contract};

#[test]
fn any_ballot_of_any_shape_comes_back_from_its_sealed_record() {
    let mut random = Random(1);
    for _ in 0..5_000 {
        let (ballot, shape) = anything(&mut random);
        let bytes = seal(&ballot, &shape);
        let (back, stored_shape) = unseal(&bytes).unwrap();
        assert_eq!(back, ballot);
        assert_eq!(
            seal(&back, &stored_shape),
            bytes,
            "read back, it is written the same"
        );
        assert_eq!(sealed_id(&bytes), Ok(ballot.id));
    }
}

#[test]
fn any_ballot_of_any_shape_comes_back_from_the_ledger() {
    for packing in Packing::ALL {
        let (store, mut random) = (MemoryStore::new(), Random(2));
        let mut ledger = Ledger::open(&store, packing, 1).unwrap();
        let mut ballots = Vec::new();
        for _ in 0..300 {
            let (ballot, shape) = anything(&mut random);
            ledger.add(&ballot, &shape).unwrap();
            ballots.push(ballot);
        }
        ballots.sort_by_key(|ballot| ballot.id);
        assert_eq!(ledger.ballots().unwrap(), ballots);
        assert_eq!(
            Ledger::open(&store, packing, 2).unwrap().ballots().unwrap(),
            ballots
        );
    }
}

#[test]
fn a_ballot_that_does_not_belong_to_its_questionnaire_is_kept_all_the_same() {
    let shape = Shape {
        levels: vec![5, 5],
        choices: vec![2],
        reasons: 1,
    };
    let mut ballot = complete(&mut Random(3), &shape, &desk_context(""), 0);
    ballot.answers = vec![Answer::Level(9), Answer::Blank, Answer::Level(0)];
    ballot.respondent = vec![];
    ballot.reasons = 0x8001;
    assert_eq!(unseal(&seal(&ballot, &shape)).unwrap().0, ballot);
}

/// Units a group grows by for one ballot.
fn units_of(ballots: &[Ballot], shape: &Shape, packing: Packing) -> usize {
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, packing, 1).unwrap();
    ledger.add(&ballots[0], shape).unwrap();
    let first = store.used_units().unwrap();
    ledger.add(&ballots[1], shape).unwrap();
    store.used_units().unwrap() - first
}

#[test]
fn a_complete_desk_ballot_takes_sixteen_units_at_most() {
    let (shape, mut random) = (desk(), Random(4));
    for apart in [1, 600, 40_000] {
        let context = desk_context("ho-tich");
        let ballots = [
            complete(&mut random, &shape, &context, 0),
            complete(&mut random, &shape, &context, apart),
        ];
        let sixteen = units_of(&ballots, &shape, Packing::Sixteen);
        let fifteen = units_of(&ballots, &shape, Packing::Fifteen);
        let sealed = seal(&ballots[1], &shape).len();
        println!(
            "complete sipas-desk ballot {} min after its group's first: {sixteen} units at 16 bits, \
             {fifteen} at 15; sealed alone {sealed} bytes",
            apart * 2
        );
        assert!(sixteen <= 16 && fifteen <= 17);
    }
}

#[test]
fn no_changed_byte_of_a_sealed_record_goes_unseen() {
    let (shape, mut random) = (desk(), Random(5));
    for nth in 0..10 {
        let bytes = seal(
            &varied(&mut random, &shape, &desk_context("thue"), nth),
            &shape,
        );
        for at in 0..bytes.len() {
            for flip in 1..=255 {
                let mut damaged = bytes.clone();
                damaged[at] ^= flip;
                assert_eq!(
                    unseal(&damaged),
                    Err(RecordError::Damaged),
                    "byte {at} ^ {flip}"
                );
            }
            assert_eq!(
                unseal(&bytes[..at]),
                Err(RecordError::Damaged),
                "cut at {at}"
            );
            let mut shorter = bytes.clone();
            shorter.remove(at);
            assert_eq!(
                unseal(&shorter),
                Err(RecordError::Damaged),
                "without byte {at}"
            );
            for byte in [0, 1, 0x7F, 0xFF] {
                let mut longer = bytes.clone();
                longer.insert(at, byte);
                assert_eq!(
                    unseal(&longer),
                    Err(RecordError::Damaged),
                    "{byte} before {at}"
                );
            }
        }
    }
}

#[test]
fn bytes_with_a_right_checksum_and_any_content_are_read_without_panic() {
    let (shape, mut random) = (desk(), Random(6));
    let good = seal(
        &varied(&mut random, &shape, &desk_context("thue"), 0),
        &shape,
    );
    let mut read = 0;
    for turn in 0..60_000 {
        let mut content = good[..good.len() - 4].to_vec();
        for _ in 0..random.below(4) + 1 {
            let at = random.below(content.len() as u64) as usize;
            match turn % 3 {
                0 => content[at] = random.next() as u8,
                1 => content.truncate(at.max(1)),
                _ => content.insert(at, random.next() as u8),
            }
        }
        let bytes = Writer { bytes: content }.finish(SEAL_KEY);
        if let Ok((ballot, shape)) = unseal(&bytes) {
            assert_eq!(unseal(&seal(&ballot, &shape)).unwrap().0, ballot);
            read += 1;
        }
    }
    assert!(read > 0, "some random content makes sense");
}

#[test]
fn a_newer_version_is_told_from_damage() {
    let bytes = seal(
        &complete(&mut Random(8), &desk(), &desk_context(""), 0),
        &desk(),
    );
    let mut content = bytes[..bytes.len() - 4].to_vec();
    content[0] = 3;
    let newer = Writer {
        bytes: content.clone(),
    }
    .finish(SEAL_KEY);
    assert_eq!(unseal(&newer), Err(RecordError::Newer(3)));
    content[0] = 0;
    let older = Writer { bytes: content }.finish(SEAL_KEY);
    assert_eq!(unseal(&older), Err(RecordError::Malformed));
}

#[test]
fn a_body_is_never_read_past_its_shape() {
    let (shape, mut random) = (desk(), Random(9));
    let ballot = complete(&mut random, &shape, &desk_context(""), 0);
    let base_secs = ballot.submitted_at.unix_secs;
    let head = Head {
        ticketed: false,
        context: ballot.context.clone(),
        shape,
        base_secs,
    };
    let body = body::write(&ballot, &head);
    for cut in 0..body.len() {
        assert_eq!(body::read(&body[..cut], &head), None);
    }
    // All digits at 255: the number is larger than any ballot's.
    let mut too_large = body.clone();
    too_large[8..19].fill(255);
    assert_eq!(body::read(&too_large, &head), None);
    let head_bytes = head.to_bytes();
    assert_eq!(Head::read(&mut Reader::new(&head_bytes)), Ok(head));
}

#[test]
fn the_twin_in_memory_keeps_the_contract_of_stores() {
    assert_eq!(store_contract(MemoryStore::new), Ok(()));
}

#[test]
fn sixteen_bits_are_used_only_where_every_unit_came_back() {
    let store = MemoryStore::new();
    assert_eq!(prove(&store), Packing::Sixteen);
    let writes = store.writes();
    assert_eq!(prove(&store), Packing::Sixteen);
    assert_eq!(store.writes(), writes, "the second start only reads");

    // The sample came back changed from the disk: never again.
    let mut sample = store.get(PROOF_KEY).unwrap().unwrap();
    sample[40] = 0xFFFD;
    store.set(PROOF_KEY, &sample).unwrap();
    assert_eq!(prove(&store), Packing::Fifteen);
    assert_eq!(store.get(PROOF_KEY).unwrap(), Some(sample), "kept as it is");

    let lossy = MemoryStore::new();
    lossy.fail_write(0, WriteFault::Truncate(70_000 / 2));
    assert_eq!(prove(&lossy), Packing::Fifteen);
    assert_eq!(lossy.used_units(), Ok(0), "nothing stays");

    let full = MemoryStore::new();
    full.set_quota(1_000);
    assert_eq!(prove(&full), Packing::Fifteen);
    full.set_unavailable(true);
    assert_eq!(prove(&full), Packing::Fifteen);
    assert_eq!(full.keys(), Err(StoreError::Unavailable));
}
