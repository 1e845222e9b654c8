//! Frozen records of versions 1 and 2: read back for ever, and still written the same today.
//!
//! Never change a file in golden/records. A new version gets files of its own beside them.

use super::sample::{Random, complete, desk, desk_context};
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_formats::ledger::Ledger;
use sipas_formats::ledger::marks::{Mark, seal_mark};
use sipas_formats::packing::Packing;
use sipas_formats::record::shape::Shape;
use sipas_formats::record::{seal, unseal};
use sipas_formats::store::{MemoryStore, Store};
use std::fmt::Write;
use std::path::PathBuf;

/// The shape of `sipas-desk` 1 when these were frozen.
fn desk_then() -> Shape {
    Shape {
        levels: vec![5; 23],
        choices: vec![2, 5, 6, 7, 2],
        reasons: 0,
    }
}

fn quick_then() -> Shape {
    Shape {
        levels: vec![5],
        choices: vec![],
        reasons: 5,
    }
}

fn cases() -> Vec<(&'static str, Ballot, Shape)> {
    let shape = desk_then();
    let complete = Ballot {
        id: BallotId(0x0123_4567_89ab_cdef),
        context: Context {
            device: DeviceId(0x3f2a_90c1),
            campaign: "quy-4-2026".to_owned(),
            questionnaire: "sipas-desk".to_owned(),
            version: 1,
            unit: "gia-lai/duc-co".to_owned(),
            field: "ho-tich".to_owned(),
        },
        channel: Channel::Kiosk,
        ticket: Ticket::None,
        status: Status::Complete,
        submitted_at: Moment {
            unix_secs: 1_795_224_600,
            offset_minutes: 420,
        },
        duration_secs: 187,
        respondent: vec![Some(1), Some(2), Some(4), Some(6), Some(0)],
        answers: (0..23)
            .map(|at| Answer::Level([4, 3, 4, 2, 4, 0, 1][at % 7]))
            .collect(),
        reasons: 0,
        comment: String::new(),
    };
    let mut stopped = complete.clone();
    (stopped.id, stopped.status, stopped.channel) = (BallotId(1), Status::Stopped, Channel::Phone);
    stopped.answers[9..].fill(Answer::Blank);
    stopped.respondent.fill(None);
    (stopped.context.campaign, stopped.context.unit) = (String::new(), String::new());
    let mut comment = complete.clone();
    (comment.id, comment.channel) = (BallotId(u64::MAX), Channel::Interviewer);
    comment.comment = "Chờ \"lâu\", 2 giờ;\r\n=nhân viên nhiệt tình 😀\n\tCảm ơn!".to_owned();
    let mut mixed = complete.clone();
    (mixed.id, mixed.channel) = (BallotId(0x8000_0000_0000_0000), Channel::Paper);
    for (at, answer) in mixed.answers.iter_mut().enumerate() {
        match at % 3 {
            0 => *answer = Answer::NotApplicable,
            1 => *answer = Answer::Blank,
            _ => {}
        }
    }
    mixed.respondent = vec![None, Some(0), None, Some(6), Some(1)];
    let mut odd_clock = complete.clone();
    odd_clock.id = BallotId(42);
    odd_clock.submitted_at = Moment {
        unix_secs: 7_258_118_399,
        offset_minutes: -570,
    };
    odd_clock.duration_secs = 90_000;
    let mut before_1970 = complete.clone();
    before_1970.id = BallotId(43);
    before_1970.submitted_at = Moment {
        unix_secs: -1,
        offset_minutes: 0,
    };
    let mut quick = complete.clone();
    quick.id = BallotId(0xfeed_beef_0000_0001);
    (quick.context.questionnaire, quick.context.version) = ("quick".to_owned(), 300);
    (quick.answers, quick.respondent) = (vec![Answer::Level(1)], vec![]);
    (quick.reasons, quick.duration_secs) = (0b10110, 9);
    let mut wide = complete.clone();
    wide.id = BallotId(7);
    wide.answers[3] = Answer::Level(255);
    wide.reasons = 0xFFFF;
    let mut ticket = complete.clone();
    (ticket.id, ticket.channel) = (BallotId(0x1111_2222_3333_4444), Channel::Phone);
    ticket.ticket = Ticket::Once(0xfedc_ba98_7654_3210);
    ticket.comment = "Nhanh".to_owned();
    let mut poster = ticket.clone();
    (poster.id, poster.ticket) = (BallotId(8), Ticket::Poster);
    vec![
        ("complete", complete, shape.clone()),
        ("stopped", stopped, shape.clone()),
        ("comment", comment, shape.clone()),
        ("mixed", mixed, shape.clone()),
        ("odd-clock", odd_clock, shape.clone()),
        ("before-1970", before_1970, shape.clone()),
        ("quick-reasons", quick, quick_then()),
        ("outside-its-shape", wide, shape.clone()),
        ("ticket", ticket, shape.clone()),
        ("ticket-poster", poster, shape),
    ]
}

fn file(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/records");
    let version = if name.starts_with("ticket") { 2 } else { 1 };
    PathBuf::from(folder).join(format!("v{version}-{name}.txt"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex<const DIGITS: usize>(text: &str) -> Vec<u16> {
    let digits: Vec<char> = text.chars().collect();
    let number = |part: &[char]| u16::from_str_radix(&part.iter().collect::<String>(), 16).unwrap();
    digits.chunks(DIGITS).map(number).collect()
}

/// What today's program writes for a case.
fn written(ballot: &Ballot, shape: &Shape) -> String {
    let mut text = format!("sealed {}\n", hex(&seal(ballot, shape)));
    for packing in Packing::ALL {
        let store = MemoryStore::new();
        let mut ledger = Ledger::open(&store, packing, 0xC0FF_EE00).unwrap();
        let mut first = ballot.clone();
        first.id.0 ^= 1;
        first.submitted_at.unix_secs = 1_795_220_000;
        ledger.add(&first, shape).unwrap();
        ledger.add(ballot, shape).unwrap();
        for (key, value) in store.snapshot() {
            let units: String = value.iter().map(|unit| format!("{unit:04x}")).collect();
            writeln!(text, "group {key} {units}").unwrap();
        }
    }
    text
}

#[test]
fn records_of_every_version_read_back_and_are_written_as_ever() {
    for (name, ballot, shape) in cases() {
        let now = written(&ballot, &shape);
        if std::env::var_os("SIPAS_FREEZE").is_some() && !file(name).exists() {
            std::fs::write(file(name), &now).unwrap();
        }
        let frozen = std::fs::read_to_string(file(name)).unwrap();
        let mut groups = 0;
        for line in frozen.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["sealed", bytes] => {
                    let bytes: Vec<u8> = unhex::<2>(bytes).iter().map(|byte| *byte as u8).collect();
                    let (back, stored_shape) = unseal(&bytes).unwrap();
                    assert_eq!(
                        (&back, stored_shape),
                        (&ballot, shape.covering(&ballot)),
                        "{name}"
                    );
                }
                ["group", key, units] => {
                    let store = MemoryStore::new();
                    store.set(key, &unhex::<4>(units)).unwrap();
                    let ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
                    assert!(ledger.set_aside().is_empty(), "{name}");
                    assert_eq!(ledger.count(), 2);
                    assert_eq!(ledger.get(ballot.id).unwrap().unwrap().0, ballot, "{name}");
                    groups += 1;
                }
                other => panic!("{name}: {other:?}"),
            }
        }
        assert_eq!(groups, 2, "{name}");
        assert_eq!(now, frozen, "{name}: today's writer differs");
    }
}

#[test]
fn removal_marks_of_version_1_read_back_and_are_written_as_ever() {
    let marks = [
        Mark {
            id: BallotId(0x0123_4567_89ab_cdef),
            counter: 1,
            removed: true,
            at_secs: 1_795_300_000,
        },
        Mark {
            id: BallotId(u64::MAX),
            counter: 300,
            removed: false,
            at_secs: -1,
        },
    ];
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Fifteen, 0xC0FF_EE00).unwrap();
    ledger.take_marks(&marks).unwrap();
    let mut now: String = marks
        .iter()
        .map(|mark| format!("sealed {}\n", hex(&seal_mark(mark))))
        .collect();
    for (key, value) in store.snapshot() {
        let units: String = value.iter().map(|unit| format!("{unit:04x}")).collect();
        writeln!(now, "group {key} {units}").unwrap();
    }
    if std::env::var_os("SIPAS_FREEZE").is_some() && !file("marks").exists() {
        std::fs::write(file("marks"), &now).unwrap();
    }
    let frozen = std::fs::read_to_string(file("marks")).unwrap();
    assert_eq!(now, frozen);
    let [_, key, units] = frozen
        .lines()
        .last()
        .unwrap()
        .split(' ')
        .collect::<Vec<_>>()[..]
    else {
        panic!()
    };
    let store = MemoryStore::new();
    store.set(key, &unhex::<4>(units)).unwrap();
    let ledger = Ledger::open(&store, Packing::Sixteen, 1).unwrap();
    assert_eq!(ledger.marks().iter().collect::<Vec<_>>(), marks);
}

#[test]
fn todays_questionnaire_still_reads_what_the_frozen_shape_wrote() {
    // A later shape may differ; a record carries the shape it was written with.
    let ballot = complete(&mut Random(71), &desk_then(), &desk_context("thue"), 0);
    let (back, shape) = unseal(&seal(&ballot, &desk_then())).unwrap();
    assert_eq!((back, shape), (ballot, desk_then()));
    assert_eq!(desk().levels.len(), 23);
}
