//! What is damaged, foreign, of another stream or made up: refused with its reason, in bounded time, never a panic.

use super::sample::{Random, parcel};
use sipas_formats::base32;
use sipas_formats::record::bytes::Writer;
use sipas_formats::stream::frame::{FRAME_KEY, Frame, OPENING};
use sipas_formats::stream::parcel::{MOST_FILE_BYTES, NotAParcel, pack, unpack};
use sipas_formats::stream::sent::{self, Sent};
use sipas_formats::stream::{FrameError, MOST_BYTES, Receiver, Refused, Sender, Taken, digest};

/// A frame's text with a checksum that fits, whatever stands before it.
fn whole(content: &[u8]) -> String {
    let out = Writer {
        bytes: content.to_vec(),
    };
    [OPENING, &base32::write(&out.finish(FRAME_KEY))].concat()
}

fn frame(session: u64, length: usize, number: u32, symbol: usize) -> Frame {
    Frame {
        session,
        length,
        number,
        symbol: vec![7; symbol],
    }
}

#[test]
fn every_single_bit_flipped_in_a_frame_is_refused() {
    let text = Sender::new(&parcel(40)).unwrap().text(3);
    for at in 0..text.len() * 8 {
        let mut changed = text.clone().into_bytes();
        changed[at / 8] ^= 1 << (at % 8);
        if let Ok(changed) = String::from_utf8(changed) {
            let found = Frame::read(&changed);
            assert!(
                matches!(found, Err(FrameError::Foreign | FrameError::Damaged)),
                "bit {at}: {found:?}"
            );
        }
    }
    for end in 0..text.len() {
        assert!(Frame::read(&text[..end]).is_err(), "{end}");
    }
}

#[test]
fn what_is_no_frame_says_what_it_is() {
    let foreign = [
        "",
        "SIPA",
        "https://khaosat.gialai.gov.vn/#/survey?c=x",
        "https://khaosat.gialai.gov.vn/#/staff/collect?b=AEAAB",
        "SIPAS tại quầy",
        "sipasaebagba",
        "SIPAS-----",
    ];
    for text in foreign {
        assert_eq!(Frame::read(text), Err(FrameError::Foreign), "{text}");
    }
    assert_eq!(
        Frame::read(&format!("SIPAS{}", "A".repeat(9_000))),
        Err(FrameError::Foreign)
    );
    assert_eq!(Frame::read("SIPAS"), Err(FrameError::Damaged));
    assert_eq!(Frame::read("SIPASABCDEFGH"), Err(FrameError::Damaged));
    assert_eq!(Frame::read(&whole(&[])), Err(FrameError::Malformed));
    assert_eq!(Frame::read(&whole(&[2, 9])), Err(FrameError::Newer(2)));
    assert_eq!(Frame::read(&whole(&[0])), Err(FrameError::Older(0)));
    for length in 1..15 {
        assert_eq!(
            Frame::read(&whole(&vec![1; length])),
            Err(FrameError::Malformed)
        );
    }
}

#[test]
fn absurd_lengths_are_refused_before_anything_is_made_of_them() {
    for (length, symbol) in [
        (0, 0),
        (0, 400),
        (10, 0),
        (10, 9),
        (10, 11),
        (10, 400),
        (1_000, 63),
        (5_000, 1_201),
        (MOST_BYTES, 255),
        (MOST_BYTES + 1, 400),
        ((1 << 24) - 1, 1_200),
    ] {
        let text = frame(1, length, 0, symbol).text();
        assert_eq!(
            Frame::read(&text),
            Err(FrameError::Malformed),
            "{length} {symbol}"
        );
    }
    assert!(Frame::read(&frame(1, MOST_BYTES, (1 << 24) - 1, 256).text()).is_ok());
}

#[test]
fn frames_of_another_stream_change_nothing() {
    let (one, other) = (parcel(60), parcel(61));
    let [first, second] = [&one, &other].map(|parcel| Sender::new(parcel).unwrap());
    let mut receiver = Receiver::default();
    let mut found = None;
    for place in 0..u64::from(first.count()) {
        let strange = Frame::read(&second.text(place)).unwrap();
        let own = Frame::read(&first.text(place)).unwrap();
        if place > 0 {
            assert_eq!(
                receiver.take(strange),
                Err(Refused::OtherStream(digest(&other)))
            );
        }
        assert!(receiver.take(own.clone()).is_ok());
        if let Ok(Taken::Whole(parcel)) = receiver.take(own) {
            found = Some(parcel);
        }
    }
    assert_eq!(found, None, "the same frame is never the last one twice");
    assert_eq!(receiver.session(), Some(digest(&one)));
    // Of one stream, yet cut another way.
    let mut odd = Frame::read(&first.text(0)).unwrap();
    odd.symbol.push(0);
    let malformed = Refused::Unreadable(FrameError::Malformed);
    assert_eq!(receiver.take(odd), Err(malformed));
}

#[test]
fn symbols_that_make_another_parcel_are_let_go() {
    let parcel = parcel(60);
    let sender = Sender::new(&parcel).unwrap();
    let mut receiver = Receiver::default();
    let mut outcomes = Vec::new();
    for place in 0..u64::from(sender.count()) {
        let mut frame = Frame::read(&sender.text(place)).unwrap();
        frame.symbol[9] ^= u8::from(place == 2);
        outcomes.push(receiver.take(frame));
    }
    assert_eq!(outcomes.last(), Some(&Err(Refused::Broken)));
    assert_eq!(receiver.progress(), None);
    // And it can begin anew.
    let last = (0..u64::from(sender.count()))
        .map(|place| receiver.take(Frame::read(&sender.text(place)).unwrap()))
        .last();
    assert_eq!(last, Some(Ok(Taken::Whole(parcel))));
}

#[test]
fn made_up_frames_end_in_bounded_time_and_memory() {
    let mut random = Random(21);
    for (length, symbol) in [
        (64 * 4_096, 64),
        (30_000, 400),
        (900, 100),
        (3, 3),
        (65, 64),
    ] {
        let mut receiver = Receiver::default();
        let count = Frame::count(&frame(1, length, 0, symbol));
        let mut broken = 0;
        // Numbers far apart, as a program that wants to do harm would choose them.
        for _ in 0..count + 60 {
            let frame = Frame {
                symbol: random.bytes(symbol),
                ..frame(1, length, random.below(1 << 24) as u32, symbol)
            };
            broken += usize::from(receiver.take(frame) == Err(Refused::Broken));
            assert!(
                receiver
                    .progress()
                    .is_none_or(|(here, _)| here <= count + 13)
            );
        }
        assert!(broken > 0, "{length} {symbol}");
    }
}

#[test]
fn random_changes_are_never_believed_and_never_a_panic() {
    let parcel = parcel(30);
    let sender = Sender::new(&parcel).unwrap();
    let mut random = Random(9);
    let mut receiver = Receiver::default();
    for round in 0..20_000_u64 {
        let mut bytes = Frame::read(&sender.text(round % 16)).unwrap().to_bytes();
        for _ in 0..=random.below(4) {
            let (at, run) = (random.below(bytes.len()), random.below(40));
            let end = (at + run).min(bytes.len());
            match random.below(3) {
                0 => drop(bytes.drain(at..end)),
                1 => bytes[at..end].fill(random.next() as u8),
                _ => bytes.splice(at..at, random.bytes(run)).for_each(drop),
            }
        }
        // With a checksum that fits, and as they are.
        for text in [whole(&bytes), [OPENING, &base32::write(&bytes)].concat()] {
            if let Ok(frame) = Frame::read(&text)
                && let Ok(Taken::Whole(arrived)) = receiver.take(frame)
            {
                assert_eq!(digest(&arrived), receiver.session().unwrap());
            }
        }
        drop(unpack(&bytes));
        assert_eq!(sent::read(&bytes), None);
    }
}

#[test]
fn parcels_that_are_none_or_far_too_large_are_refused() {
    assert_eq!(unpack(&[]), Err(NotAParcel));
    assert_eq!(unpack(&[2, 1, 2]), Err(NotAParcel));
    assert_eq!(unpack(&[1, 0xff, 0xff]), Err(NotAParcel));
    assert_eq!(
        unpack(&pack(&vec![0; MOST_FILE_BYTES + 1])),
        Err(NotAParcel)
    );
    for file in [&b""[..], b"a", &[0; 5_000], &Random(4).bytes(5_000)] {
        let packed = pack(file);
        assert!(packed.len() <= file.len() + 1);
        assert_eq!(unpack(&packed).as_deref(), Ok(file));
    }
}

#[test]
fn what_was_sent_is_remembered_whole_or_not_at_all() {
    let sent = Sent {
        at_secs: 1_795_224_600,
        ids: vec![
            sipas_core::ballot::BallotId(u64::MAX),
            sipas_core::ballot::BallotId(3),
        ],
    };
    let bytes = sent::write(&sent);
    assert_eq!(sent::read(&bytes), Some(sent));
    for at in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[at / 8] ^= 1 << (at % 8);
        assert_eq!(sent::read(&damaged), None);
    }
}
