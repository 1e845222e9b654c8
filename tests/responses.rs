//! Counts of response: merged without counting anybody twice, read back whole or not at all, rates with reasons.

use proptest::prelude::*;
use sipas_core::ballot::{Channel, DeviceId, Status};
use sipas_core::response::{Cell, Counts, Event, NoRate, Proportion, Responses, rates, takes};
use sipas_core::selection::{Day, Selection};
use sipas_formats::response::{COLUMNS, ResponseError, csv, key, read, write};

fn cell(device: u32, writer: u32, hour: u8, channel: Channel) -> Cell {
    Cell {
        device: DeviceId(device),
        writer,
        day: Day {
            year: 2026,
            month: 11,
            day: 21,
        },
        hour,
        channel,
        campaign: "q4".to_owned(),
        questionnaire: "sipas-desk".to_owned(),
        unit: "gia-lai/duc-co".to_owned(),
        field: String::new(),
    }
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let day = (2020..2030_i32, 1..=12_u8, 1..=28_u8);
    let code = prop::sample::select(vec!["", "q4", "ho-tich", "a/b"]);
    (
        0..3_u32,
        0..3_u32,
        day,
        0..24_u8,
        prop::sample::select(Channel::ALL.to_vec()),
        code,
    )
        .prop_map(
            |(device, writer, (year, month, day), hour, channel, code)| Cell {
                day: Day { year, month, day },
                field: code.to_owned(),
                ..cell(device, writer, hour, channel)
            },
        )
}

fn any_responses() -> impl Strategy<Value = Responses> {
    let numbers = prop::array::uniform6(prop_oneof![0..5_u64, any::<u64>()]);
    prop::collection::vec((any_cell(), numbers), 0..12).prop_map(|cells| {
        let mut responses = Responses::default();
        for (cell, numbers) in cells {
            let mut counts = Counts::default();
            for (event, number) in Event::ALL.into_iter().zip(numbers) {
                *counts.place(event) = number;
            }
            responses.join(cell, &counts);
        }
        responses
    })
}

fn merged(one: &Responses, other: &Responses) -> Responses {
    let mut both = one.clone();
    both.merge(other);
    both
}

/// Every text these counts are stored as.
fn texts(responses: &Responses) -> Vec<String> {
    let mut keys: Vec<String> = responses.iter().map(|(cell, _)| key(cell)).collect();
    keys.sort();
    keys.dedup();
    keys.iter().map(|key| write(responses, key)).collect()
}

fn read_all(texts: &[String]) -> Responses {
    let mut back = Responses::default();
    for text in texts {
        read(text, &mut back).expect("what was written can be read");
    }
    back
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        one in any_responses(), two in any_responses(), three in any_responses()
    ) {
        prop_assert_eq!(merged(&one, &two), merged(&two, &one));
        prop_assert_eq!(merged(&merged(&one, &two), &three), merged(&one, &merged(&two, &three)));
        let both = merged(&one, &two);
        prop_assert_eq!(merged(&both, &one), both.clone());
        prop_assert_eq!(merged(&both, &both), both);
    }

    #[test]
    fn what_was_stored_comes_back(responses in any_responses()) {
        let mut stored = texts(&responses);
        prop_assert_eq!(&read_all(&stored), &responses);
        // In any order and twice.
        stored.reverse();
        stored.extend(stored.clone());
        prop_assert_eq!(&read_all(&stored), &responses);
    }

    #[test]
    fn no_bytes_make_it_fail_otherwise_than_with_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut kept = Responses::default();
        let text = String::from_utf8_lossy(&bytes);
        let mut with_head = String::from("sipas-response 1\n");
        with_head.push_str(&text);
        prop_assert!(read(&text, &mut kept).is_err());
        prop_assert!(read(&with_head, &mut kept).is_err());
        prop_assert!(kept.is_empty());
    }
}

fn some() -> Responses {
    let mut some = Responses::default();
    for (event, times) in [
        (Event::Shown, 10),
        (Event::Started, 8),
        (Event::Completed, 5),
        (Event::Stopped, 2),
        (Event::TimedOut, 1),
        (Event::Empty, 1),
    ] {
        for _ in 0..times {
            some.count(cell(7, 1, 8, Channel::Kiosk), event);
        }
    }
    some
}

#[test]
fn a_text_with_any_bit_changed_or_cut_short_is_refused_whole() {
    let stored = texts(&some());
    let text = &stored[0];
    let mut kept = Responses::default();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let changed = String::from_utf8_lossy(&bytes);
            assert!(read(&changed, &mut kept).is_err(), "byte {at} bit {bit}");
        }
        assert!(read(&text[..at], &mut kept).is_err(), "cut at {at}");
    }
    assert!(kept.is_empty());
}

#[test]
fn the_first_version_is_read_as_it_was_written() {
    let frozen = "sipas-response 1\ndevice=00000007\nwriter=1\nday=2026-11-21\ncount=8 kiosk q4 sipas-desk gia-lai/duc-co . 10 8 5 2 1 1\ncheck=";
    let text = &texts(&some())[0];
    assert_eq!(text.get(..frozen.len()), Some(frozen));
    assert_eq!(text.len(), frozen.len() + 8);
    assert_eq!(
        key(some().iter().next().unwrap().0),
        "sipas/r/00000007-1-20261121"
    );
}

#[test]
fn a_newer_version_is_left_alone() {
    let mut kept = Responses::default();
    assert_eq!(
        read("sipas-response 2\nwhatever", &mut kept),
        Err(ResponseError::Newer)
    );
    assert_eq!(read("", &mut kept), Err(ResponseError::Damaged));
}

#[test]
fn an_older_copy_takes_nothing_back_and_adds_nothing() {
    let older = texts(&some());
    let mut now = some();
    now.count(cell(7, 1, 8, Channel::Kiosk), Event::Shown);
    let before = now.clone();
    for text in &older {
        read(text, &mut now).unwrap();
    }
    assert_eq!(now, before);
    assert_eq!(now.sum(|_| true).shown, 11);
}

#[test]
fn two_windows_of_one_device_are_added_and_copies_of_one_are_not() {
    let mut both = some();
    both.count(cell(7, 2, 8, Channel::Kiosk), Event::Shown);
    both.merge(&some());
    assert_eq!(both.sum(|_| true).shown, 11);
}

#[test]
fn rates_have_their_two_numbers() {
    // Of ten asked eight began; five sent, two stopped, one left, one of these without an answer.
    let found = rates(&some(), &Selection::default());
    assert_eq!(found.channel, Some(Channel::Kiosk));
    assert_eq!(found.response, Ok(Proportion { part: 7, whole: 10 }));
    assert_eq!(found.completion, Ok(Proportion { part: 5, whole: 8 }));
    assert_eq!(found.counts.answered(), 7);
}

#[test]
fn where_there_is_no_rate_there_is_a_reason() {
    let nothing = rates(&Responses::default(), &Selection::default());
    assert_eq!(nothing.response, Err(NoRate::NotCounted));
    let mut poster = Responses::default();
    poster.count(cell(7, 1, 8, Channel::Phone), Event::Completed);
    assert_eq!(
        rates(&poster, &Selection::default()).response,
        Err(NoRate::Incomplete)
    );
    let by_status = Selection {
        status: Some(Status::Complete),
        ..Selection::default()
    };
    assert_eq!(rates(&some(), &by_status).response, Err(NoRate::ByStatus));
    let mut several = some();
    several.count(cell(7, 1, 8, Channel::Paper), Event::Shown);
    let found = rates(&several, &Selection::default());
    assert_eq!(
        (found.channel, found.response),
        (None, Err(NoRate::Channels))
    );
    let one = Selection {
        channel: Some(Channel::Kiosk),
        ..Selection::default()
    };
    assert_eq!(
        rates(&several, &one).response,
        Ok(Proportion { part: 7, whole: 10 })
    );
}

#[test]
fn a_selection_takes_its_own_cells() {
    let one = cell(7, 1, 8, Channel::Kiosk);
    let taken = |selection: Selection| takes(&selection, &one);
    let day = |day| {
        Some(Day {
            year: 2026,
            month: 11,
            day,
        })
    };
    let code = |code: &str| Some(code.to_owned());
    let all = Selection::default;
    assert!(taken(all()));
    assert!(taken(Selection {
        unit: code("gia-lai"),
        from: day(21),
        until: day(21),
        ..all()
    }));
    assert!(taken(Selection {
        field: code(""),
        ..all()
    }));
    assert!(!taken(Selection {
        field: code("thue"),
        ..all()
    }));
    assert!(!taken(Selection {
        unit: code("gia"),
        ..all()
    }));
    assert!(!taken(Selection {
        from: day(22),
        ..all()
    }));
    assert!(!taken(Selection {
        campaign: code("q3"),
        ..all()
    }));
    assert!(!taken(Selection {
        questionnaire: code("quick"),
        ..all()
    }));
    assert!(!taken(Selection {
        channel: Some(Channel::Paper),
        ..all()
    }));
}

#[test]
fn the_file_has_a_row_for_each_cell() {
    let file = String::from_utf8(csv(&some())).unwrap();
    let mut lines = file.split("\r\n");
    assert_eq!(lines.next(), Some(format!("\u{feff}{COLUMNS}").as_str()));
    assert_eq!(
        lines.next(),
        Some("00000007,1,q4,sipas-desk,gia-lai/duc-co,,kiosk,2026-11-21,8,10,8,5,2,1,1")
    );
    assert_eq!(lines.next(), Some(""));
}
