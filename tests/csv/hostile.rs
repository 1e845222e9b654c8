//! Rows with mistakes: each gives exactly its messages, and no row is lost or guessed.

use crate::ballots::shipped;
use sipas_formats::csv::{self, BallotFile};

pub const HEADER: &str = "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,\
    submitted_at,duration_secs,gender,age,education,occupation,respondent,overall,comment,reasons";
pub const ROW: &str = "0000000000000001,00c0ffee,q4,quick,1,gia-lai/duc-co,ho-tich,phone,complete,\
    2026-11-21T08:30:00+07:00,95,,,,,,5,,";

pub fn read(bytes: &[u8]) -> BallotFile {
    let editions = [shipped("quick"), shipped("management")];
    csv::read(bytes, &|id, version| {
        editions
            .iter()
            .find(|known| known.id == id && known.version == version)
    })
}

/// A file with the plain row and, on line 3, the row with the cell under `column` replaced.
pub fn with(column: &str, cell: &str) -> String {
    let position = HEADER.split(',').position(|name| name == column).unwrap();
    let mut cells: Vec<&str> = ROW.split(',').collect();
    cells[position] = cell;
    format!("\u{feff}{HEADER}\r\n{ROW}\r\n{}\r\n", cells.join(","))
}

pub fn messages(file: &BallotFile) -> Vec<String> {
    file.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_bad_cell_is_told_with_line_column_expected_and_found() {
    let hex = "expected 16 digits of 0-9 a-f, found";
    let number = "expected a whole number from 0 to 4294967295, found";
    let code = "expected a code of a-z 0-9 - and /, or an empty cell, found";
    let levels = "expected 1, 2, 3, 4, 5, na or an empty cell, found";
    let reasons = "expected any of access, dossier, officials, results, feedback, other \
        with single spaces between, found";
    let unasked = "expected an empty cell (the questionnaire does not ask this), found";
    let time = "expected a time such as 2026-11-21T08:30:00+07:00";
    let known = "expected quick version 1 as in the rows before, found";
    let cases: &[(&str, &str, String)] = &[
        ("ballot_id", "", format!("{hex} an empty cell")),
        ("ballot_id", "1", format!("{hex} \"1\"")),
        (
            "ballot_id",
            "00000000000000AB",
            format!("{hex} \"00000000000000AB\""),
        ),
        ("ballot_id", "1.23457E+15", format!("{hex} \"1.23457E+15\"")),
        (
            "device_id",
            "c0ffee",
            "expected 8 digits of 0-9 a-f, found \"c0ffee\"".into(),
        ),
        ("campaign", "Quý 4", format!("{code} \"Quý 4\"")),
        (
            "unit",
            "gia-lai//duc-co",
            format!("{code} \"gia-lai//duc-co\""),
        ),
        ("field", "Hộ tịch", format!("{code} \"Hộ tịch\"")),
        (
            "channel",
            "web",
            "expected phone, kiosk, interviewer or paper, found \"web\"".into(),
        ),
        (
            "channel",
            "",
            "expected phone, kiosk, interviewer or paper, found an empty cell".into(),
        ),
        (
            "status",
            "done",
            "expected complete or stopped, found \"done\"".into(),
        ),
        ("version", "one", format!("{number} \"one\"")),
        ("duration_secs", "-5", format!("{number} \"-5\"")),
        ("duration_secs", "+5", format!("{number} \"+5\"")),
        ("duration_secs", "95.0", format!("{number} \"95.0\"")),
        (
            "duration_secs",
            "4294967296",
            format!("{number} \"4294967296\""),
        ),
        (
            "submitted_at",
            "21/11/2026 8:30",
            format!("{time} (it is not a date and time of this form), found \"21/11/2026 8:30\""),
        ),
        (
            "submitted_at",
            "2026-11-21T08:30:00",
            format!("{time} (the offset such as +07:00 is missing), found \"2026-11-21T08:30:00\""),
        ),
        (
            "submitted_at",
            "2026-02-30T08:30:00Z",
            format!("{time} (this date does not exist), found \"2026-02-30T08:30:00Z\""),
        ),
        (
            "submitted_at",
            "2026-06-30T23:59:60Z",
            format!(
                "{time} (leap seconds (second 60) are not supported), found \"2026-06-30T23:59:60Z\""
            ),
        ),
        ("gender", "male", format!("{unasked} \"male\"")),
        ("overall", "6", format!("{levels} \"6\"")),
        ("overall", "NA", format!("{levels} \"NA\"")),
        ("overall", "5 ", format!("{levels} \"5 \"")),
        (
            "overall",
            "\u{1b}[31m\u{7}",
            format!("{levels} \"\\u{{1b}}[31m\\u{{7}}\""),
        ),
        ("reasons", "staff", format!("{reasons} \"staff\"")),
        (
            "reasons",
            "access  other",
            format!("{reasons} \"access  other\""),
        ),
        (
            "questionnaire",
            "management",
            format!("{known} management version 1"),
        ),
        ("questionnaire", "", format!("{known} an empty cell")),
        ("version", "2", format!("{known} quick version 2")),
    ];
    for (column, cell, message) in cases {
        let file = read(with(column, cell).as_bytes());
        let told = match message.contains("as in the rows before") {
            true => "questionnaire",
            false => column,
        };
        assert_eq!(
            messages(&file),
            [format!("line 3, column {told}: {message}")]
        );
        assert_eq!(
            (file.rows, file.ballots.len(), file.rejected()),
            (2, 1, 1),
            "{message}"
        );
        assert!(!file.unreadable);
    }
}

#[test]
fn all_problems_of_all_rows_are_told_and_the_good_rows_kept() {
    let short = "0000000000000003,00c0ffee";
    let bad = ROW.replace("phone", "fax").replace(",5,", ",9,");
    let text = format!("{HEADER}\n{bad}\n{short}\n{ROW}\n{ROW},extra\n");
    let file = read(text.as_bytes());
    assert_eq!(
        messages(&file),
        [
            "line 2, column channel: expected phone, kiosk, interviewer or paper, found \"fax\"",
            "line 2, column overall: expected 1, 2, 3, 4, 5, na or an empty cell, found \"9\"",
            "line 3: expected 19 cells, found 2",
            "line 5: expected 19 cells, found 20",
        ]
    );
    assert_eq!((file.rows, file.ballots.len()), (4, 1));
}

#[test]
fn lines_count_breaks_inside_cells_before_the_row_and_within_it() {
    let many_lines = ROW.replace(",5,,", ",5,\"one\ntwo\r\nthree\",");
    let bad = ROW.replace(",5,,", ",5,\"four\nfive\",nothing");
    let file = read(format!("{HEADER}\r\n{many_lines}\r\n{bad}\r\n").as_bytes());
    assert_eq!(file.problems[0].line, 6);
    assert_eq!(file.problems[0].column, "reasons");
}

#[test]
fn order_of_columns_line_ends_mark_and_extra_columns_do_not_matter() {
    let text = with("comment", "'=ế")
        .replace("\r\n", "\n")
        .replace('\u{feff}', "");
    let expected = read(with("comment", "'=ế").as_bytes());
    let turned: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(line, row)| {
            let extra = if line == 0 {
                "note".to_owned()
            } else {
                format!("n{line}")
            };
            let cells: Vec<&str> = row.split(',').rev().chain([extra.as_str()]).collect();
            cells.join(",")
        })
        .collect();
    let file = read(turned.join("\n").as_bytes());
    assert_eq!(file.problems, []);
    assert_eq!(file.extra_columns, ["note"]);
    assert_eq!(file.ballots[1].extra, ["n2"]);
    assert_eq!(file.ballots[1].ballot.comment, "=ế");
    for (row, plain) in file.ballots.iter().zip(&expected.ballots) {
        assert_eq!(row.ballot, plain.ballot);
    }
}

#[test]
fn a_file_without_reasons_or_rows_is_no_mistake() {
    let text = format!("{HEADER}\n{ROW}")
        .replace(",reasons", "")
        .replace(",5,,", ",5,");
    let file = read(text.as_bytes());
    assert_eq!((messages(&file).len(), file.ballots.len()), (0, 1));
    let empty = read(HEADER.as_bytes());
    assert_eq!(
        (empty.unreadable, empty.rows, empty.edition),
        (false, 0, None)
    );
}
