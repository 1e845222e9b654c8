//! The stored form of the register: everything comes back, damage is told, and where each paper stands.

use super::{MORNING, at, entry, filled, paper, questionnaire, verdict};
use proptest::prelude::*;
use sipas_core::ballot::BallotId;
use sipas_core::moment::Moment;
use sipas_core::paper::register::{Entry, Filled, Outcome, Record, Standing, Verdict, standings};
use sipas_core::paper::sheet::{Mark, Sheet};
use sipas_core::selection::Day;
use sipas_formats::paper::{PaperError, file, key, read, write};

const FROZEN: &str = include_str!("../golden/paper/v1.txt");

fn sample() -> Vec<Record> {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let mut typed = filled(&sheet, "5432105.321444444555.2...41.3.2");
    typed.comment = "Dòng một\nDòng \\n hai = ba".to_owned();
    vec![
        Record::Entry(entry(0x0123_4567_89ab_cdef, 17, "LAN", 0, &typed)),
        verdict(
            5,
            17,
            Outcome::Resolved,
            &[0x0123_4567_89ab_cdef, 3],
            &typed,
        ),
    ]
}

#[test]
fn what_version_1_wrote_is_read_and_still_written() {
    let frozen: Vec<&str> = FROZEN.trim_end().split("\n\n").collect();
    for (record, text) in sample().iter().zip(&frozen) {
        assert_eq!(read(text).as_ref(), Ok(record));
        assert_eq!(&write(record), text);
    }
    assert_eq!(frozen.len(), 2);
}

#[test]
fn every_changed_character_is_seen() {
    for record in sample() {
        let text = write(&record);
        let letters: Vec<char> = text.chars().collect();
        for at in 0..letters.len() {
            let mut changed = letters.clone();
            changed[at] = if changed[at] == 'x' { 'y' } else { 'x' };
            let changed: String = changed.into_iter().collect();
            assert!(read(&changed).is_err(), "{at}: {changed}");
            let cut: String = letters[..at].iter().collect();
            assert!(read(&cut).is_err(), "{cut}");
        }
    }
}

/// The text with a line replaced and its checksum made right again.
fn forged(record: &Record, from: &str, to: &str) -> String {
    let text = write(record).replace(from, to);
    let (body, _) = text.rsplit_once('\n').expect("it has lines");
    let check = sipas_formats::record::bytes::crc32(0, body.as_bytes());
    format!("{body}\ncheck={check:016x}")
}

#[test]
fn content_without_sense_is_named_and_newer_ones_are_left_alone() {
    let record = &sample()[0];
    let newer = forged(record, "sipas-paper 1", "sipas-paper 2");
    assert_eq!(read(&newer), Err(PaperError::Newer));
    let foreign = forged(record, "sipas-paper 1", "sipas-draft 1");
    assert_eq!(read(&foreign), Err(PaperError::Damaged));
    for (key, from, to) in [
        ("number", "number=17", "number=-1"),
        ("number", "number=17", "number=4294967296"),
        ("day", "day=2026-11-20", "day=2026-02-30"),
        ("marks", "marks=5432", "marks=5!32"),
        ("campaign", "campaign=tai-quay", "campaign=Tại quầy"),
        ("unit", "unit=gia-lai/duc-co", "unit=gia-lai//x"),
        ("at", " 420", " 99999999"),
        ("secs", "secs=12", "secs="),
        ("entry", "entry=0123456789abcdef", "entry=+123456789abcdef"),
    ] {
        let found = read(&forged(record, from, to));
        assert!(
            matches!(&found, Err(PaperError::Malformed { key: told, .. }) if told == key),
            "{to}: {found:?}"
        );
    }
    assert_eq!(
        read(&forged(record, "\nby=LAN", "")),
        Err(PaperError::Damaged)
    );
    let known = forged(record, "\nby=LAN", "\nby=LAN\nlater=unknown");
    assert_eq!(read(&known).as_ref(), Ok(record));
}

#[test]
fn days_that_do_not_exist_are_refused() {
    assert!(Day::parse("2026-11-20").is_some());
    for text in [
        "2026-2-30",
        "2026-13-01",
        "26-01-01",
        "2026-01-01-01",
        "",
        "2026-01",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..12).prop_map(|letters| letters.into_iter().collect())
}

fn any_filled() -> impl Strategy<Value = Filled> {
    let mark = prop_oneof![
        Just(Mark::Blank),
        Just(Mark::NotApplicable),
        (0_u8..35).prop_map(Mark::Option)
    ];
    let day = prop::option::of((-700_000_i64..2_000_000).prop_map(Day::from_number));
    (prop::collection::vec(mark, 0..40), any_text(), day).prop_map(|(marks, comment, day)| Filled {
        unit: "gia-lai/duc-co".to_owned(),
        field: String::new(),
        day: day.filter(|day| (0..=9_999).contains(&day.year)),
        marks,
        comment,
    })
}

proptest! {
    #[test]
    fn whatever_was_typed_comes_back(
        id: u64, number: u32, by in any_text(), batch in any_text(), secs: i64, offset: i16, filled in any_filled()
    ) {
        let moment = Moment { unix_secs: secs, offset_minutes: offset };
        let mut paper = paper(number);
        paper.batch = batch;
        let entry = Record::Entry(Entry {
            id, paper: paper.clone(), by: by.clone(), at: moment, secs: number, keys: number, filled: filled.clone(),
        });
        prop_assert_eq!(read(&write(&entry)), Ok(entry));
        let verdict = Record::Verdict(Verdict {
            id, paper, outcome: Outcome::Single, by, at: moment, keyed_at: moment, entries: vec![id, !id], filled,
        });
        prop_assert_eq!(read(&write(&verdict)), Ok(verdict));
    }

    #[test]
    fn no_text_at_all_makes_it_fail(text in any_text(), tail in any_text()) {
        let body = format!("sipas-paper 1\n{text}\nmarks={tail}");
        let check = sipas_formats::record::bytes::crc32(0, body.as_bytes());
        let forged = format!("{body}\ncheck={check:016x}");
        prop_assert!(read(&forged).is_err());
        prop_assert!(read(&text).is_err());
    }
}

#[test]
fn where_a_paper_stands_does_not_depend_on_the_order_of_its_records() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let (one, other) = (filled(&sheet, "5"), filled(&sheet, "4"));
    let first = Record::Entry(entry(1, 1, "LAN", 0, &one));
    let again = Record::Entry(entry(2, 1, "LAN", 5, &one));
    let second = Record::Entry(entry(3, 1, "MAI", 9, &other));
    let stands = |records: &[Record]| standings(records).remove(&paper(1));
    let is_waiting =
        |records: &[Record]| matches!(stands(records), Some(Standing::Waiting(one)) if one.id == 1);
    assert!(is_waiting(std::slice::from_ref(&first)));
    // The same person twice is no second reading.
    assert!(is_waiting(&[again.clone(), first.clone(), first.clone()]));
    for records in [
        [first.clone(), again.clone(), second.clone()],
        [second.clone(), again.clone(), first.clone()],
    ] {
        let Some(Standing::Twice(pair)) = stands(&records) else {
            panic!("both are there");
        };
        assert_eq!((pair[0].id, pair[1].id), (1, 3));
    }
    // Taken back: the next one is the first.
    let back = verdict(9, 1, Outcome::Withdrawn, &[1], &one);
    let Some(Standing::Twice(pair)) = stands(&[back.clone(), first.clone(), again, second.clone()])
    else {
        panic!("two are left");
    };
    assert_eq!((pair[0].id, pair[1].id), (2, 3));
    assert_eq!(stands(&[back, first.clone()]), None);
    let early = verdict(11, 1, Outcome::Single, &[1], &one);
    let Record::Verdict(mut late) = verdict(10, 1, Outcome::Resolved, &[1, 3], &other) else {
        panic!("it is one");
    };
    late.at = at(2_000);
    let Some(Standing::Settled(verdict, entries)) =
        stands(&[Record::Verdict(late), second, early, first])
    else {
        panic!("it is decided");
    };
    assert_eq!((verdict.outcome, entries.len()), (Outcome::Single, 1));
    assert_eq!(verdict.ballot(), Some(BallotId(1)));
}

#[test]
fn the_file_tells_each_paper_and_each_difference() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let typed = |keys: &str| filled(&sheet, &format!("{keys}{}2....5", "4".repeat(16)));
    let (one, mut other) = (typed("51"), typed("50"));
    other.comment = "=1+1; \"x\"".to_owned();
    let counts = typed("52");
    let records = [
        Record::Entry(entry(1, 1, "LAN", 0, &one)),
        Record::Entry(entry(2, 1, "MAI", 60, &other)),
        verdict(3, 1, Outcome::Resolved, &[1, 2], &counts),
        Record::Entry(entry(4, 2, "=LAN", 0, &one)),
    ];
    let text = String::from_utf8(file(&sheet, &standings(&records))).expect("it is text");
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(
        rows[1],
        "A,1,tai-quay,sipas-desk,1,resolved,0000000000000001,gia-lai/duc-co,ho-tich,2026-11-20,\
         LAN,2026-11-21T08:30:00+07:00,12,30,MAI,2026-11-21T08:31:00+07:00,12,30,25,24,\
         \"access_2: 1|na=2; comment: |=1+1; \"\"x\"\"=\",LAN"
    );
    assert!(rows[2].starts_with("A,2,tai-quay,sipas-desk,1,waiting,,"));
    // A name that a spreadsheet would run is quieted.
    assert!(rows[2].contains(",'=LAN,"));
    assert_eq!(MORNING, at(0));
    assert!(key(&records[0]).starts_with("sipas/paper/0000"));
}
