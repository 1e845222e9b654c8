//! What is damaged, cut, changed or made up: refused, and never a panic.

use super::sample::{Random, TICKET, ballot, shape, sheet, take, tickets};
use proptest::prelude::*;
use sipas_formats::base32;
use sipas_formats::hand_over::part::{self, Collected, PART_KEY};
use sipas_formats::hand_over::taking::Refusal;
use sipas_formats::hand_over::{self, HandOverError};
use sipas_formats::record::bytes::Writer;

fn letters() -> String {
    part::whole(&hand_over::write(&ballot(), &shape()))
}

/// A part's bytes with a checksum that fits, whatever stands before it.
fn whole(content: &[u8]) -> String {
    let out = Writer {
        bytes: content.to_vec(),
    };
    base32::write(&out.finish(PART_KEY))
}

#[test]
fn every_single_bit_flipped_in_the_bytes_is_refused() {
    let bytes = base32::read(&letters()).unwrap();
    for at in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[at / 8] ^= 1 << (at % 8);
        let found = part::read(&base32::write(&changed));
        assert_eq!(found, Err(HandOverError::Damaged), "bit {at}");
    }
}

#[test]
fn every_single_bit_flipped_in_the_letters_is_refused() {
    let letters = letters();
    for at in 0..letters.len() * 8 {
        let mut changed = letters.clone().into_bytes();
        changed[at / 8] ^= 1 << (at % 8);
        // A camera's text is always UTF-8.
        if let Ok(changed) = String::from_utf8(changed) {
            assert_eq!(
                part::read(&changed),
                Err(HandOverError::Damaged),
                "bit {at}"
            );
        }
    }
}

#[test]
fn cut_short_or_lengthened_is_refused() {
    let letters = letters();
    for end in 0..letters.len() {
        assert_eq!(
            part::read(&letters[..end]),
            Err(HandOverError::Damaged),
            "{end}"
        );
    }
    for more in ["A", "AA", "AAAAAAAA"] {
        assert_eq!(
            part::read(&format!("{letters}{more}")),
            Err(HandOverError::Damaged)
        );
    }
}

#[test]
fn every_bit_changed_under_a_checksum_that_fits_is_refused() {
    // Someone who knows the format, but not the ticket.
    let sent = hand_over::write(&ballot(), &shape());
    let (tickets, own) = (tickets(), sheet(&ballot()));
    assert!(take(&own, &tickets, &[]).is_ok());
    for at in 0..sent.len() * 8 {
        let mut changed = sent.clone();
        changed[at / 8] ^= 1 << (at % 8);
        let part = part::read(&part::whole(&changed)).unwrap();
        let Ok(read) = hand_over::read(&part.piece) else {
            continue;
        };
        let refused = take(&read, &tickets, &[]);
        assert!(refused.is_err(), "bit {at}: {refused:?}");
    }
}

#[test]
fn a_ballot_made_up_without_the_ticket_is_forged() {
    let mut made_up = ballot();
    // The number is known to whoever saw the code on the phone, the ticket is not.
    made_up.ticket = sheet(&ballot()).ballot.ticket;
    made_up.answers.reverse();
    let mut bytes = hand_over::write(&ballot(), &shape());
    let check = bytes.split_off(bytes.len() - 8);
    let mut forged = sipas_formats::record::plain(&made_up, &shape()).bytes;
    forged.extend(check);
    let forged = hand_over::read(&forged).unwrap();
    assert_eq!(take(&forged, &tickets(), &[]), Err(Refusal::Forged));
    assert!(!forged.is_proved_by(TICKET));
}

#[test]
fn other_versions_say_which() {
    for (content, expected) in [
        (&[2_u8, 0, 1][..], HandOverError::Newer(2)),
        (&[255], HandOverError::Newer(255)),
        (&[0, 0, 1], HandOverError::Older(0)),
        (&[], HandOverError::Malformed),
        (&[1], HandOverError::Malformed),
        (&[1, 0], HandOverError::Malformed),
        (&[1, 0x10, 5], HandOverError::Malformed),
        (&[1, 0x01, 0, 0, 0], HandOverError::Malformed),
        (&[1, 0x01, 0, 0, 0, 0], HandOverError::Malformed),
        (&[1, 0x21, 0, 0, 0, 0, 9], HandOverError::Malformed),
    ] {
        assert_eq!(part::read(&whole(content)), Err(expected), "{content:?}");
    }
    let mut newer = hand_over::write(&ballot(), &shape());
    newer[0] = 9;
    assert_eq!(hand_over::read(&newer), Err(HandOverError::Newer(9)));
}

#[test]
fn random_bytes_are_refused_without_a_panic() {
    let mut random = Random(11);
    let sent = hand_over::write(&ballot(), &shape());
    for round in 0..40_000 {
        let mut bytes = sent.clone();
        if round % 2 == 0 {
            bytes = (0..random.next() % 200)
                .map(|_| random.next() as u8)
                .collect();
        } else {
            for _ in 0..=random.next() % 4 {
                let at = random.next() as usize % bytes.len();
                bytes[at] = random.next() as u8;
            }
        }
        let part = part::read(&whole(&bytes));
        let mut collected = Collected::default();
        for part in [part, part::read(&part::whole(&bytes))]
            .into_iter()
            .flatten()
        {
            if let Ok(Some(found)) = collected.take(part)
                && let Ok(read) = hand_over::read(&found)
            {
                assert!(
                    read.ballot == sheet(&ballot()).ballot || take(&read, &tickets(), &[]).is_err()
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,300}", more in "[A-Z2-7]{0,300}") {
        prop_assert!(part::read(&text).is_err());
        prop_assert!(part::read(&more).is_err());
        let link = part::link(&text, &more);
        if let Some(letters) = part::letters(&link) {
            prop_assert!(part::read(&letters).is_err());
        }
    }
}
