//! What spreadsheets make of ballot files comes back as it was, or is refused with a reason.

use crate::ballots::{answered, any_ballot, blank, shipped};
use proptest::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv::{
    AnyFile, DayOrder, Dialect, Encoding, PlaceMap, Repairs, read_any, write,
};

pub fn read(bytes: &[u8], questionnaire: &Questionnaire) -> AnyFile {
    read_mapped(bytes, questionnaire, &PlaceMap::default())
}

fn read_mapped(bytes: &[u8], questionnaire: &Questionnaire, map: &PlaceMap) -> AnyFile {
    let known = |id: &str, version| {
        (id == questionnaire.id && version == questionnaire.version).then_some(questionnaire)
    };
    read_any(bytes, &known, map)
}

fn ballots(file: &AnyFile) -> Vec<Ballot> {
    file.file
        .ballots
        .iter()
        .map(|one| one.ballot.clone())
        .collect()
}

/// Ballots whose ids, comments and answers are of all sorts.
fn sample(questionnaire: &Questionnaire) -> Vec<Ballot> {
    let ids = [
        0x0123_4567_89ab_cdef,
        0x0000_1234_5678_9012,
        0xfedc_ba98_7654_3210,
        0x00ab_0000_0000_0001,
    ];
    let comments = [
        "",
        "=1+1",
        "chờ \"lâu\"; 2 giờ, mệt\r\nxuống dòng",
        "tab\tđây",
    ];
    let levels = ["5", "1", "na", "3"];
    (0..4)
        .map(|at| {
            let mut ballot = blank(questionnaire, ids[at]);
            ballot.comment = comments[at].to_owned();
            ballot.submitted_at.unix_secs += at as i64 * 86_400;
            answered(questionnaire, ballot, "overall", levels[at])
        })
        .collect()
}

fn exported(questionnaire: &Questionnaire, ballots: &[Ballot]) -> String {
    String::from_utf8(write(questionnaire, ballots).bytes).unwrap()
}

/// The text with another separator, as a spreadsheet writes it: quotes wherever they are needed.
pub fn separated(text: &str, delimiter: char) -> String {
    let mut inside = false;
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '"' => inside = !inside,
            ',' if !inside => {
                out.push(delimiter);
                continue;
            }
            letter if letter == delimiter && !inside => {
                // Our samples put such cells into quotes anyway or do not have them.
            }
            _ => {}
        }
        out.push(letter);
    }
    out
}

fn utf16(text: &str, low_first: bool) -> Vec<u8> {
    let bytes = |unit: u16| {
        if low_first {
            unit.to_le_bytes()
        } else {
            unit.to_be_bytes()
        }
    };
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn separators_and_encodings_are_recognised_and_said() {
    let quick = shipped("quick");
    let given: Vec<Ballot> = sample(&quick)
        .into_iter()
        .filter(|one| !one.comment.contains('\t'))
        .collect();
    let text = exported(&quick, &given);
    let bare = text.trim_start_matches('\u{feff}');
    let plain = Dialect::default();
    for (bytes, dialect) in [
        (text.clone().into_bytes(), plain),
        (
            bare.as_bytes().to_vec(),
            Dialect {
                encoding: Encoding::Utf8,
                ..plain
            },
        ),
        (
            separated(&text, ';').into_bytes(),
            Dialect {
                delimiter: ';',
                ..plain
            },
        ),
        (
            utf16(&separated(&text, '\t'), true),
            Dialect {
                encoding: Encoding::Utf16Le,
                delimiter: '\t',
                ..plain
            },
        ),
        (
            utf16(bare, true),
            Dialect {
                encoding: Encoding::Utf16Le,
                ..plain
            },
        ),
        (
            utf16(&text, false),
            Dialect {
                encoding: Encoding::Utf16Be,
                ..plain
            },
        ),
        (
            format!("sep=|\r\n{}", separated(bare, '|')).into_bytes(),
            Dialect {
                encoding: Encoding::Utf8,
                delimiter: '|',
                has_sep_line: true,
                ..plain
            },
        ),
        (
            format!("sep=,\r\n{bare}").into_bytes(),
            Dialect {
                encoding: Encoding::Utf8,
                has_sep_line: true,
                ..plain
            },
        ),
    ] {
        let file = read(&bytes, &quick);
        assert_eq!(file.file.problems, [], "{dialect:?}");
        assert_eq!(ballots(&file), given, "{dialect:?}");
        assert_eq!(file.dialect, dialect);
        assert!(!file.dialect.has_guesses());
    }
}

/// One row, the cells under some columns replaced.
fn row(changes: &[(&str, &str)]) -> String {
    let quick = shipped("quick");
    let text = exported(
        &quick,
        &[answered(&quick, blank(&quick, 1), "overall", "4")],
    );
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let (header, row) = (lines.next().unwrap(), lines.next().unwrap());
    let names: Vec<&str> = header.split(',').collect();
    let mut cells: Vec<&str> = row.split(',').collect();
    for (column, cell) in changes {
        let at = names.iter().position(|name| name == column).unwrap();
        cells[at] = cell;
    }
    format!("{header}\n{}\n", cells.join(","))
}

#[test]
fn damage_that_can_only_have_been_one_thing_is_put_right_and_counted() {
    let quick = shipped("quick");
    let expected = answered(&quick, blank(&quick, 1), "overall", "4");
    let none = Repairs::default();
    for (changes, repairs) in [
        (vec![("ballot_id", "1")], Repairs { zeros: 1, ..none }),
        (
            vec![("ballot_id", "'0000000000000001")],
            Repairs { spaces: 1, ..none },
        ),
        (
            vec![("ballot_id", " 0000000000000001\u{a0}")],
            Repairs { spaces: 1, ..none },
        ),
        (
            vec![("device_id", "00C0FFEE")],
            Repairs { zeros: 1, ..none },
        ),
        (
            vec![
                ("overall", "4.0"),
                ("version", "1.0"),
                ("duration_secs", "95.00"),
            ],
            Repairs {
                decimals: 3,
                ..none
            },
        ),
        (
            vec![("overall", " 4"), ("status", "complete ")],
            Repairs { spaces: 2, ..none },
        ),
        (
            vec![("unit", " gia-lai/duc-co")],
            Repairs { spaces: 1, ..none },
        ),
        (
            vec![("submitted_at", "2026-11-21 08:30:00")],
            Repairs {
                dates: 1,
                offsets: 1,
                ..none
            },
        ),
    ] {
        let file = read(row(&changes).as_bytes(), &quick);
        assert_eq!(file.file.problems, [], "{changes:?}");
        assert_eq!(
            ballots(&file),
            std::slice::from_ref(&expected),
            "{changes:?}"
        );
        assert_eq!(file.dialect.repairs, repairs, "{changes:?}");
        // As it was exported nothing is put right.
        let strict = sipas_formats::csv::read(row(&changes).as_bytes(), &|_, _| Some(&quick));
        assert!(strict.ballots.is_empty(), "{changes:?}");
    }
}

#[test]
fn damage_that_lost_something_is_refused_with_its_reason() {
    let quick = shipped("quick");
    let id = "expected 16 digits of 0-9 a-f that no spreadsheet has turned into a number, found";
    for (column, cell, message) in [
        ("ballot_id", "1.23457E+15", format!("{id} \"1.23457E+15\"")),
        ("ballot_id", "1.23E+15", format!("{id} \"1.23E+15\"")),
        ("ballot_id", "xyz", "expected 16 digits of 0-9 a-f, found \"xyz\"".to_owned()),
        (
            "device_id",
            "1.2E+07",
            "expected 8 digits of 0-9 a-f that no spreadsheet has turned into a number, found \"1.2E+07\"".to_owned(),
        ),
        ("overall", "4.5", "expected 1, 2, 3, 4, 5, na or an empty cell, found \"4.5\"".to_owned()),
        ("channel", "Điện thoại", "expected phone, kiosk, interviewer or paper, found \"Điện thoại\"".to_owned()),
    ] {
        let file = read(row(&[(column, cell)]).as_bytes(), &quick);
        let told: Vec<String> = file.file.problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("line 2, column {column}: {message}")]);
        assert_eq!((file.file.rejected(), file.file.ballots.len()), (1, 0));
    }
}

/// Rows sent at these times, ids counting up.
fn with_dates(dates: &[&str]) -> AnyFile {
    let quick = shipped("quick");
    let one = row(&[]);
    let (header, _) = one.split_once('\n').unwrap();
    let rows: Vec<String> = dates
        .iter()
        .enumerate()
        .map(|(at, date)| {
            let id = format!("{:016x}", at + 1);
            let text = row(&[("ballot_id", &id), ("submitted_at", date)]);
            text.split_once('\n').unwrap().1.to_owned()
        })
        .collect();
    read(format!("{header}\n{}", rows.concat()).as_bytes(), &quick)
}

#[test]
fn turned_dates_are_read_by_what_the_file_proves() {
    let month = |file: &AnyFile, at: usize| file.file.ballots[at].ballot.submitted_at.civil().month;
    let first = with_dates(&["05/06/2026 08:30", "21/06/2026 08:30"]);
    assert_eq!(
        (month(&first, 0), first.dialect.day_order),
        (6, Some(DayOrder::DayFirst))
    );
    let american = with_dates(&["05/06/2026 08:30", "06/21/2026 08:30"]);
    assert_eq!(
        (month(&american, 0), american.dialect.day_order),
        (5, Some(DayOrder::MonthFirst))
    );
    let supposed = with_dates(&["05/06/2026 08:30"]);
    assert_eq!(
        (month(&supposed, 0), supposed.dialect.day_order),
        (6, Some(DayOrder::Supposed))
    );
    assert!(supposed.dialect.has_guesses());
    let mixed = with_dates(&["05/06/2026 08:30", "21/06/2026 08:30", "06/21/2026 08:30"]);
    assert_eq!(mixed.dialect.day_order, Some(DayOrder::Mixed));
    assert_eq!((mixed.file.taken, mixed.file.rejected()), (2, 1));
    assert!(
        mixed.file.problems[0]
            .to_string()
            .contains("day and month can be told apart")
    );
    let untouched = with_dates(&["2026-06-05T08:30:00+07:00"]);
    assert_eq!(untouched.dialect.day_order, None);
}

#[test]
fn empty_cells_and_rows_spreadsheets_add_or_leave_away_do_not_matter() {
    let quick = shipped("quick");
    let one = row(&[]);
    let (header, body) = one.split_once('\n').unwrap();
    let body = body.trim_end();
    let without_end = body.rsplitn(3, ',').last().unwrap();
    for (text, repairs) in [
        (
            format!("{header},,,\n{body},,,\n,,,,,,,,,\n"),
            Repairs {
                widths: 1,
                empty_rows: 1,
                ..Repairs::default()
            },
        ),
        (
            format!("{header}\n{without_end}\n"),
            Repairs {
                widths: 1,
                ..Repairs::default()
            },
        ),
    ] {
        let file = read(text.as_bytes(), &quick);
        assert_eq!(file.file.problems, [], "{text}");
        assert_eq!(file.file.taken, 1);
        assert_eq!(file.dialect.repairs, repairs);
    }
    // A row cut within its answers is never taken for one with blanks.
    let cut: Vec<&str> = body.split(',').collect();
    let file = read(
        format!("{header}\n{}\n", cut[..16].join(",")).as_bytes(),
        &quick,
    );
    assert_eq!((file.file.taken, file.file.problems.len()), (0, 1));
}

#[test]
fn places_without_a_code_are_listed_and_read_once_the_person_has_said_what_they_are() {
    let quick = shipped("quick");
    let text = row(&[("unit", "Xã Đức Cơ"), ("field", "Hộ tịch")]);
    let file = read(text.as_bytes(), &quick);
    assert_eq!(file.file.taken, 0);
    let strange: Vec<(&str, &str, u64)> = file
        .strange
        .iter()
        .map(|((column, said), rows)| (column.as_str(), said.as_str(), *rows))
        .collect();
    assert_eq!(strange, [("field", "Hộ tịch", 1), ("unit", "Xã Đức Cơ", 1)]);
    let mut map = PlaceMap::default();
    map.units
        .insert("Xã Đức Cơ".to_owned(), "gia-lai/duc-co".to_owned());
    map.fields
        .insert("Hộ tịch".to_owned(), "ho-tich".to_owned());
    let file = read_mapped(text.as_bytes(), &quick, &map);
    let expected = answered(&quick, blank(&quick, 1), "overall", "4");
    assert_eq!(ballots(&file), [expected]);
    assert_eq!(file.dialect.repairs.mapped, 2);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn what_was_exported_is_read_as_it_is(
        given in proptest::collection::vec(any_ballot(&shipped("sipas-desk")), 1..8)
    ) {
        let desk = shipped("sipas-desk");
        let text = exported(&desk, &given);
        for bytes in [text.clone().into_bytes(), utf16(&text, true), utf16(&text, false)] {
            let file = read(&bytes, &desk);
            prop_assert_eq!(&file.file.problems, &[]);
            prop_assert_eq!(ballots(&file), given.clone());
            prop_assert_eq!(file.dialect.repairs, Repairs::default());
        }
    }
}
