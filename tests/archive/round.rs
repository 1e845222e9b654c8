//! What is put in comes out again, the same bytes whatever the order.

use super::sample::{TEXTS, about, ballots, builder, found, marks, unread};
use crate::ballots::{any_ballot, shipped};
use proptest::prelude::*;
use sipas_core::ballot::{Ballot, BallotId};
use sipas_formats::archive::{ArchiveError, Builder, is_archive, prove, read};
use sipas_formats::record::shape::Shape;

#[test]
fn everything_comes_back() {
    let file = builder().finish();
    assert!(is_archive(&file));
    let opened = read(&file).unwrap();
    assert_eq!(opened.refused, []);
    assert_eq!(opened.about, Some(about()));
    assert_eq!(opened.marks, marks());
    assert_eq!(opened.unread, [unread()]);
    let texts: Vec<(&str, &str)> = opened
        .texts
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .collect();
    assert_eq!(texts, TEXTS);
    let mut back = found(&opened);
    let mut given = ballots();
    let order = |one: &(Ballot, Shape)| (one.0.id, one.0.submitted_at.unix_secs);
    back.sort_by_key(order);
    given.sort_by_key(order);
    assert_eq!(back, given);
    assert_eq!(opened.ballots, given.len() as u64);
}

#[test]
fn an_empty_device_has_an_archive_too() {
    let file = Builder::new(about()).finish();
    let opened = read(&file).unwrap();
    assert_eq!((opened.ballots, opened.refused.len()), (0, 0));
    assert_eq!(opened.about, Some(about()));
}

#[test]
fn what_is_none_is_told_as_such() {
    let file = builder().finish();
    let mut newer = file.clone();
    newer[10] = 2;
    assert_eq!(read(&newer), Err(ArchiveError::Newer(2)));
    for (bytes, error) in [
        (&b""[..], ArchiveError::NotAnArchive),
        (b"\x89SIPAS", ArchiveError::NotAnArchive),
        (b"ballot_id,device_id\r\n", ArchiveError::NotAnArchive),
        (b"PK\x03\x04 a workbook", ArchiveError::NotAnArchive),
        (&file[..11], ArchiveError::NothingReadable),
    ] {
        assert_eq!(read(bytes).unwrap_err(), error, "{bytes:?}");
    }
    let text: Vec<u8> = file.iter().copied().filter(|byte| *byte != b'\r').collect();
    assert_eq!(read(&text), Err(ArchiveError::SentAsText));
}

#[test]
fn only_what_came_back_equal_is_proved() {
    let all = ballots();
    let file = builder().finish();
    // The two under one id are both in the file.
    let given: Vec<&Ballot> = all.iter().map(|one| &one.0).collect();
    let proof = prove(&file, &given);
    assert_eq!((proof.proved.len(), proof.unproved), (7, 0));
    let mut changed = all[0].0.clone();
    changed.comment.push('.');
    let mut unknown = all[1].0.clone();
    unknown.id = BallotId(77);
    let proof = prove(&file, &[&changed, &unknown, &all[4].0]);
    assert_eq!(proof.proved, [all[4].0.id]);
    assert_eq!(proof.unproved, 2);
    let cut = prove(&file[..file.len() / 2], &given);
    assert_eq!(cut.proved.len() + cut.unproved, 7);
    assert!(cut.unproved > 0);
    assert_eq!(prove(b"", &given).unproved, 7);
}

#[test]
fn many_ballots_stand_in_parts_of_their_own() {
    let desk = shipped("sipas-desk");
    let mut builder = Builder::new(about());
    for id in 0..6_000 {
        builder.ballot(&crate::ballots::blank(&desk, id), &Shape::of(&desk));
    }
    let file = builder.finish();
    let opened = read(&file).unwrap();
    assert_eq!(opened.ballots, 6_000);
    assert!(opened.part_count() > 2);
    assert!(file.len() < 6_000 * 28, "{}", file.len());
    // Damage in the middle costs one part, which is named with what it held.
    let mut damaged = file.clone();
    damaged[file.len() / 2] ^= 1;
    let rest = read(&damaged).unwrap();
    let [refused] = &rest.refused[..] else {
        panic!("{:?}", rest.refused);
    };
    assert_eq!(rest.ballots + refused.items.unwrap(), 6_000);
    let text = refused.to_string();
    assert!(
        text.starts_with("ballots sipas-desk q4-2026 gia-lai/duc-co ho-tich #2: its checksum"),
        "{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_ballots_in_any_order_make_the_same_bytes_and_come_back(
        (given, shuffled) in proptest::collection::vec(any_ballot(&shipped("sipas-desk")), 0..20)
            .prop_flat_map(|given| {
                let twice: Vec<Ballot> = given.iter().chain(given.iter().take(5)).cloned().collect();
                (Just(given), Just(twice).prop_shuffle())
            })
    ) {
        let shape = Shape::of(&shipped("sipas-desk"));
        let file = |ballots: &[Ballot]| {
            let mut builder = Builder::new(about());
            ballots.iter().for_each(|one| builder.ballot(one, &shape));
            builder.finish()
        };
        let bytes = file(&given);
        prop_assert_eq!(&bytes, &file(&shuffled));
        let opened = read(&bytes).unwrap();
        let back = found(&opened);
        prop_assert_eq!(back.len() as u64, opened.ballots);
        for ballot in &given {
            prop_assert!(back.contains(&(ballot.clone(), shape.clone())));
        }
        for (ballot, _) in &back {
            prop_assert!(given.contains(ballot));
        }
    }
}
