//! Files nobody should have made: a clear error or a correct reading, in bounded memory, and quickly.

use crate::ballots::{answered, blank, shipped};
use crate::dialects::separated;
use crate::memory::peak_of;
use sipas_formats::archive::{About, Builder, is_archive, read as read_archive};
use sipas_formats::csv::{PlaceMap, read_any, write};
use sipas_formats::record::shape::Shape;

/// What must come of a file.
pub enum Wanted {
    /// So many ballots and no problem.
    Reads(u64),
    /// So many ballots, and the first problem has these words.
    Tells(u64, &'static str),
}

use Wanted::{Reads, Tells};

/// A sound file of so many ballots.
pub fn sound(count: u64) -> String {
    let quick = shipped("quick");
    let ballots: Vec<_> = (1..=count)
        .map(|id| answered(&quick, blank(&quick, id << 40), "overall", "4"))
        .collect();
    String::from_utf8(write(&quick, &ballots).bytes).unwrap()
}

/// A sound archive of so many ballots.
pub fn archive(count: u64) -> Vec<u8> {
    let quick = shipped("quick");
    let mut builder = Builder::new(About::default());
    for id in 1..=count {
        builder.ballot(&blank(&quick, id), &Shape::of(&quick));
    }
    builder.finish()
}

fn read(bytes: &[u8]) -> (u64, Vec<String>) {
    if is_archive(bytes) {
        return match read_archive(bytes) {
            Ok(opened) => {
                let told = opened.refused.iter().map(ToString::to_string);
                (opened.ballots, told.collect())
            }
            Err(error) => (0, vec![error.to_string()]),
        };
    }
    let editions = ["quick", "management"].map(shipped);
    let known = |id: &str, version| {
        let mut editions = editions.iter();
        editions.find(|one| one.id == id && one.version == version)
    };
    let found = read_any(bytes, &known, &PlaceMap::default());
    let told = found.file.problems.iter().map(ToString::to_string);
    (found.file.taken, told.collect())
}

pub fn check(name: &str, bytes: &[u8], wanted: &Wanted) {
    let ((taken, told), peak) = peak_of(|| read(bytes));
    // Decoded once, and one row of it twice; the rest is questionnaires and lists that are cut.
    let allowed = bytes.len() * 4 + 16 * 1024 * 1024;
    assert!(peak < allowed, "{name}: {peak} bytes for {}", bytes.len());
    match wanted {
        Reads(count) => {
            assert_eq!((taken, &told[..]), (*count, &[][..]), "{name}");
        }
        Tells(count, words) => {
            assert_eq!(taken, *count, "{name}: {told:?}");
            let first = told
                .first()
                .unwrap_or_else(|| panic!("{name}: nothing told"));
            assert!(first.contains(words), "{name}: {first}");
        }
    }
}

/// The sound file with the first row's cell under a column replaced.
fn cell(column: &str, cell: &str) -> Vec<u8> {
    let text = sound(2);
    let mut lines: Vec<String> = text.split("\r\n").map(str::to_owned).collect();
    let header = lines[0].trim_start_matches('\u{feff}');
    let at = header.split(',').position(|name| name == column).unwrap();
    let mut cells: Vec<&str> = lines[1].split(',').collect();
    cells[at] = cell;
    lines[1] = cells.join(",");
    lines.join("\r\n").into_bytes()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

#[test]
fn other_programs_files_and_what_is_no_text() {
    let header = "a header row with the column ballot_id";
    let cases: Vec<(&str, Vec<u8>, Wanted)> = vec![
        ("empty", vec![], Tells(0, "an empty file")),
        (
            "a mark alone",
            b"\xef\xbb\xbf".to_vec(),
            Tells(0, "an empty file"),
        ),
        (
            "blank lines",
            b"\r\n\n\r".to_vec(),
            Tells(0, "an empty file"),
        ),
        ("half a mark", b"\xff".to_vec(), Tells(0, "not UTF-8")),
        (
            "a mark of UTF-16 alone",
            b"\xff\xfe".to_vec(),
            Tells(0, "an empty file"),
        ),
        ("one NUL", vec![0], Tells(0, header)),
        ("NULs", vec![0; 100_000], Tells(0, header)),
        (
            "a workbook",
            joined(&[b"PK\x03\x04", &[7; 4_000]]),
            Tells(0, "a workbook"),
        ),
        (
            "an old workbook",
            joined(&[b"\xd0\xcf\x11\xe0", &[7; 900]]),
            Tells(0, "a workbook"),
        ),
        (
            "gzip",
            b"\x1f\x8b\x08\x00\x00".to_vec(),
            Tells(0, "another packed file"),
        ),
        (
            "a PDF",
            b"%PDF-1.7\n".to_vec(),
            Tells(0, "another packed file"),
        ),
        (
            "a page",
            b"<!doctype html><table><tr><td>1".to_vec(),
            Tells(0, header),
        ),
        (
            "JSON",
            b"{\"ballot_id\": 1}".to_vec(),
            Tells(0, "each written twice"),
        ),
        (
            "a picture",
            b"\x89PNG\r\n\x1a\n\x00\x00".to_vec(),
            Tells(0, "not UTF-8"),
        ),
        (
            "SQL",
            b"INSERT INTO ballots VALUES (1);".to_vec(),
            Tells(0, header),
        ),
        (
            "a form's answers",
            b"Timestamp,Your rating\n1/2/2026 8:30:00,5\n".to_vec(),
            Tells(0, header),
        ),
        (
            "pandas with its index",
            {
                let text = sound(1)
                    .replace('\u{feff}', "")
                    .replace("ballot_id", ",ballot_id");
                let (head, row) = text.split_once("\r\n").unwrap();
                format!("{head}\n0,{row}").into_bytes()
            },
            Reads(1),
        ),
        (
            "an older encoding",
            joined(&[sound(1).as_bytes(), b"x,\xe1\xea\r\n"]),
            Tells(0, "not UTF-8"),
        ),
        (
            "overlong UTF-8",
            joined(&[sound(1).as_bytes(), b"\xc0\xaf"]),
            Tells(0, "not UTF-8"),
        ),
        (
            "surrogates in UTF-8",
            joined(&[sound(1).as_bytes(), b"\xed\xa0\x80"]),
            Tells(0, "not UTF-8"),
        ),
        (
            "an odd byte of UTF-16",
            joined(&[&utf16(&sound(1)), b"x"]),
            Tells(0, "half characters"),
        ),
        (
            "half a character of UTF-16",
            joined(&[&utf16(&sound(1)), b"\x00\xd8"]),
            Tells(0, "half characters"),
        ),
        (
            "UTF-16 read as bytes",
            {
                let text: String = utf16(&sound(1))
                    .iter()
                    .map(|byte| char::from(*byte))
                    .collect();
                text.into_bytes()
            },
            Tells(0, header),
        ),
        (
            "two marks",
            format!("\u{feff}{}", sound(1)).into_bytes(),
            Reads(1),
        ),
        ("a header alone", sound(0).into_bytes(), Reads(0)),
        (
            "a header without line end",
            sound(0).trim_end().into(),
            Reads(0),
        ),
        ("no last line end", sound(3).trim_end().into(), Reads(3)),
        (
            "carriage returns alone",
            sound(3).replace("\r\n", "\r").into_bytes(),
            Reads(3),
        ),
        (
            "line feeds alone",
            sound(3).replace("\r\n", "\n").into_bytes(),
            Reads(3),
        ),
        (
            "blank lines between",
            sound(3).replace("\r\n", "\r\n\r\n\r\n").into_bytes(),
            Reads(3),
        ),
        (
            "CRLF doubled by a transfer",
            sound(2).replace("\r\n", "\r\r\n").into_bytes(),
            Reads(2),
        ),
        (
            "semicolons",
            separated(&sound(3), ';').into_bytes(),
            Reads(3),
        ),
        (
            "a line that says so",
            format!("sep=;\n{}", separated(&sound(2), ';')).into_bytes(),
            Reads(2),
        ),
    ];
    for (name, bytes, wanted) in &cases {
        check(name, bytes, wanted);
    }
    assert_eq!(cases.len(), 33);
}

#[test]
fn tables_that_are_broken_cut_or_too_large() {
    let long = "x".repeat(50 * 1024 * 1024);
    let longish = "x".repeat(4 * 1024 * 1024);
    let text = sound(2);
    let (header, body) = text.split_once("\r\n").unwrap();
    let twice = |column: &str| {
        let rows: Vec<String> = body.lines().map(|row| format!("{row},")).collect();
        format!("{header},{column}\r\n{}", rows.join("\r\n")).into_bytes()
    };
    let swapped = header.replace("unit,field", "field,unit");
    let cases: Vec<(&str, Vec<u8>, Wanted)> = vec![
        (
            "a line of 50 MB",
            long.clone().into_bytes(),
            Tells(0, "at most 4096 columns"),
        ),
        (
            "a line of 4 MB behind rows",
            format!("{text}{longish}\r\n").into_bytes(),
            Tells(2, "a row of at most"),
        ),
        (
            "a comment of 4 MB",
            cell("comment", &longish),
            Tells(1, "a row of at most"),
        ),
        (
            "100 000 columns",
            vec![b','; 100_000],
            Tells(0, "at most 4096 columns"),
        ),
        (
            "100 000 columns behind the header",
            format!("{text}{}\r\n", ",".repeat(100_000)).into_bytes(),
            Reads(2),
        ),
        (
            "100 000 names",
            (0..100_000)
                .map(|at| format!("c{at},"))
                .collect::<String>()
                .into_bytes(),
            Tells(0, "at most 4096 columns"),
        ),
        (
            "100 000 short rows",
            format!("{text}{}", "x,y\n".repeat(100_000)).into_bytes(),
            Tells(2, "cells, found 2"),
        ),
        (
            "a quote never closed",
            format!("{text}\"").into_bytes(),
            Tells(0, "found the end of the file"),
        ),
        (
            "a quote opened early",
            format!("\"{text}").into_bytes(),
            Tells(0, "the end of the file"),
        ),
        (
            "a quote in a cell",
            cell("comment", "a\"b"),
            Tells(0, "each written twice"),
        ),
        (
            "text after a quote",
            cell("comment", "\"a\"b"),
            Tells(0, "a comma or the end"),
        ),
        (
            "quotes within quotes",
            cell("comment", "\"\"\"\"\"\"\"\""),
            Reads(2),
        ),
        (
            "200 000 quotes",
            cell("comment", &"\"".repeat(200_000)),
            Reads(2),
        ),
        (
            "200 000 quotes and one",
            cell("comment", &"\"".repeat(200_001)),
            Tells(0, "the end of the file"),
        ),
        (
            "line ends within quotes",
            cell("comment", "\"a\r\n\r\nb\nc\rd\""),
            Reads(2),
        ),
        ("NULs in a comment", cell("comment", "a\0b"), Reads(2)),
        (
            "NULs in an answer",
            cell("overall", "4\0"),
            Tells(1, "column overall"),
        ),
        (
            "a header twice",
            format!("{text}{header}\r\n")
                .replacen("\u{feff}ballot_id", "ballot_id", 1)
                .into_bytes(),
            Tells(2, "column ballot_id"),
        ),
        (
            "a column twice",
            twice("overall"),
            Tells(0, "this column once"),
        ),
        (
            "an id column twice",
            twice("ballot_id"),
            Tells(0, "this column once"),
        ),
        ("a column more", twice("note"), Reads(2)),
        ("columns without a name", twice(""), Reads(2)),
        (
            "columns in another order",
            text.replace("unit,field", "field,unit").into_bytes(),
            {
                assert_ne!(header, swapped);
                Reads(2)
            },
        ),
        (
            "a column less",
            text.replace(",overall", "").into_bytes(),
            Tells(0, "column overall: expected this column"),
        ),
        (
            "capital names",
            text.to_uppercase().into_bytes(),
            Tells(0, "ballot_id"),
        ),
        (
            "a questionnaire nobody knows",
            text.replace(",quick,", ",slow,").into_bytes(),
            Tells(0, "a known questionnaire"),
        ),
        (
            "a version nobody knows",
            text.replace(",quick,1,", ",quick,9,").into_bytes(),
            Tells(0, "a known questionnaire"),
        ),
        (
            "two questionnaires",
            cell("questionnaire", "management"),
            Tells(0, "this column"),
        ),
        (
            "an id too long",
            cell("ballot_id", "00000000000000001"),
            Tells(1, "16 digits"),
        ),
        (
            "an id as a number",
            cell("ballot_id", "1.23457E+15"),
            Tells(1, "no spreadsheet"),
        ),
        (
            "an id as an error",
            cell("ballot_id", "#NAME?"),
            Tells(1, "16 digits"),
        ),
        (
            "an answer as an error",
            cell("overall", "#REF!"),
            Tells(1, "column overall"),
        ),
        (
            "an answer as a formula",
            cell("overall", "=1+1"),
            Tells(1, "column overall"),
        ),
        (
            "a comment as a formula",
            cell("comment", "=HYPERLINK(1)"),
            Reads(2),
        ),
        (
            "a negative duration",
            cell("duration_secs", "-1"),
            Tells(1, "a whole number"),
        ),
        (
            "an endless duration",
            cell("duration_secs", &"9".repeat(400)),
            Tells(1, "a whole number"),
        ),
        (
            "a date of no calendar",
            cell("submitted_at", "2026-02-30T08:30:00+07:00"),
            Tells(1, "does not exist"),
        ),
        (
            "a date in words",
            cell("submitted_at", "hôm qua"),
            Tells(1, "a time such as"),
        ),
        (
            "a unit in words",
            cell("unit", "Xã Đức Cơ"),
            Tells(1, "a code"),
        ),
        (
            "a path out of the folder",
            cell("unit", "../../etc"),
            Tells(1, "a code"),
        ),
        (
            "letters that turn around",
            cell("comment", "\u{202e}cba\u{2066}"),
            Reads(2),
        ),
        (
            "cut in a row",
            text[..text.len() - 30].into(),
            Tells(1, "cells, found"),
        ),
        (
            "cut in the header",
            header[..60].into(),
            Tells(0, "this column"),
        ),
    ];
    for (name, bytes, wanted) in &cases {
        check(name, bytes, wanted);
    }
    assert_eq!(cases.len(), 43);
}
