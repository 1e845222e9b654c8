//! Damage costs the part it touches; what is cut, changed or made up is named and never a panic.

use super::sample::{builder, found};
use sipas_core::ballot::Ballot;
use sipas_formats::archive::frame::{self, HEADER_BYTES, MOST_DAMAGED};
use sipas_formats::archive::{Kind, Opened, Reason, read};
use sipas_formats::record::bytes::Writer;
use sipas_formats::record::shape::Shape;
use std::collections::BTreeSet;
use std::ops::Range;

/// Where each part's frame stands, the contents first.
fn places(file: &[u8]) -> Vec<Range<usize>> {
    let mut at = 11;
    let frames = frame::frames(file, at);
    let place = |framed: &frame::Framed<'_>| {
        let start = at;
        at += HEADER_BYTES + framed.content.len();
        start..at
    };
    frames.sound.iter().map(place).collect()
}

/// Everything there is, item by item, so that two readings can be compared.
fn items(opened: &Opened<'_>) -> BTreeSet<String> {
    let ballot = |one: &(Ballot, Shape)| format!("{one:?}");
    let mut items: BTreeSet<String> = found(opened).iter().map(ballot).collect();
    items.extend(opened.marks.iter().map(|one| format!("{one:?}")));
    items.extend(opened.texts.iter().map(|one| format!("{one:?}")));
    items.extend(opened.unread.iter().map(|one| format!("{one:?}")));
    items.extend(opened.about.iter().map(|one| format!("{one:?}")));
    items
}

#[test]
fn one_changed_byte_costs_one_part_at_most_and_is_never_believed() {
    let file = builder().finish();
    let whole = items(&read(&file).unwrap());
    let places = places(&file);
    for at in 11..file.len() {
        for change in [1, 0x80] {
            let mut changed = file.clone();
            changed[at] ^= change;
            let opened = read(&changed).unwrap();
            let left = items(&opened);
            assert!(left.is_subset(&whole), "byte {at}: something was made up");
            assert!(!opened.refused.is_empty(), "byte {at}: not told");
            let hit = places.iter().position(|place| place.contains(&at)).unwrap();
            if hit == 0 {
                // The contents only name the others.
                assert_eq!(left, whole, "byte {at}");
                assert_eq!(opened.refused[0].name.kind, Kind::Contents.number());
            } else {
                assert_eq!(opened.refused.len(), 1, "byte {at}: {:?}", opened.refused);
                let lost = (whole.len() - left.len()) as u64;
                assert_eq!(opened.refused[0].items, Some(lost), "byte {at}");
            }
        }
    }
}

#[test]
fn the_opening_may_be_damaged() {
    let file = builder().finish();
    let whole = items(&read(&file).unwrap());
    for at in 0..10 {
        let mut changed = file.clone();
        changed[at] ^= 4;
        assert_eq!(items(&read(&changed).unwrap()), whole);
    }
}

#[test]
fn cut_anywhere_the_parts_before_are_read_and_those_behind_named() {
    let file = builder().finish();
    let whole = items(&read(&file).unwrap());
    let places = places(&file);
    for end in places[0].end..file.len() {
        let opened = read(&file[..end]).unwrap();
        let kept = places[1..].iter().filter(|place| place.end <= end).count();
        assert_eq!(
            kept + opened.refused.len(),
            places.len() - 1,
            "cut at {end}"
        );
        assert!(items(&opened).is_subset(&whole));
        for refused in &opened.refused {
            assert!(matches!(refused.reason, Reason::Missing | Reason::Damaged));
            assert!(refused.items.is_some());
        }
    }
    for end in 0..places[0].end {
        assert!(read(&file[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn parts_moved_doubled_or_with_rubbish_between_are_read() {
    let file = builder().finish();
    let whole = items(&read(&file).unwrap());
    let places = places(&file);
    let mut turned = file[..places[0].end].to_vec();
    for place in places[1..].iter().rev() {
        turned.extend(b"PART and something else PARTPARTPART");
        turned.extend(&file[place.clone()]);
        turned.extend(&file[place.clone()]);
    }
    let opened = read(&turned).unwrap();
    assert_eq!(items(&opened), whole);
    assert_eq!(opened.refused, []);
}

#[test]
fn what_a_newer_program_adds_is_named_and_the_rest_read() {
    let mut file = builder().finish();
    let whole = items(&read(&file).unwrap());
    frame::append(&mut file, 77, b"something new");
    // Not in the contents: told by its kind where there are none, otherwise it is nobody's.
    assert_eq!(items(&read(&file).unwrap()), whole);
    let places = places(&file);
    file.drain(places[0].clone());
    let opened = read(&file).unwrap();
    assert_eq!(items(&opened), whole);
    let told: Vec<String> = opened.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "contents: it is missing, or its beginning is damaged",
            "a part of kind 77: a newer program wrote it"
        ]
    );
}

#[test]
fn a_file_made_to_be_slow_is_given_up_on() {
    let mut header = Vec::new();
    frame::append(&mut header, 3, &vec![0; 60_000]);
    header.truncate(HEADER_BYTES);
    let mut file = builder().finish();
    for _ in 0..MOST_DAMAGED * 20 {
        file.extend(&header);
    }
    assert_eq!(read(&file).unwrap().refused, []);
    assert!(frame::frames(&file, 11).damaged.len() <= MOST_DAMAGED);
}

#[test]
fn made_up_content_under_right_checksums_is_refused() {
    let mut endless = Writer::new();
    endless.varint(u64::MAX);
    for kind in 1..=6 {
        for content in [
            &b"\xff"[..],
            &[0xff; 40],
            &endless.bytes,
            &[5, 1, 1, 0, 0, 0],
        ] {
            let mut file = builder().finish();
            let whole = items(&read(&file).unwrap());
            frame::append(&mut file, kind, content);
            assert_eq!(items(&read(&file).unwrap()), whole, "kind {kind}");
        }
    }
}

#[test]
fn random_changes_are_never_believed_and_never_a_panic() {
    let file = builder().finish();
    let whole = items(&read(&file).unwrap());
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % bound.max(1) as u64) as usize
    };
    for _ in 0..6_000 {
        let mut changed = file.clone();
        for _ in 0..=random(4) {
            let (at, length) = (random(changed.len()), random(60));
            let end = (at + length).min(changed.len());
            match random(4) {
                0 => drop(changed.drain(at..end)),
                1 => {
                    let piece = changed[at..end].to_vec();
                    let to = random(changed.len());
                    changed.splice(to..to, piece);
                }
                2 => changed[at..end].fill(random(256) as u8),
                _ => {
                    if let Some(byte) = changed.get_mut(at) {
                        *byte = random(256) as u8;
                    }
                }
            }
        }
        if let Ok(opened) = read(&changed) {
            assert!(items(&opened).is_subset(&whole));
        }
    }
}
