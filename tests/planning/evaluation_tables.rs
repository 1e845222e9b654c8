//! A quarter's evaluation as it leaves: the table, its CSV, its workbook.

use crate::evaluations::{OFFICE, asked, ballots, entered, entry, evaluated};
use calamine::{Data, Reader, Xlsx};
use sipas_core::ballot::Ballot;
use sipas_core::evaluation::{Entered, Evaluation};
use sipas_formats::evaluation_table::{
    EvaluationTable, EvaluationWords, Subject, missing, points_text, signed, table,
};
use sipas_formats::xlsx::evaluation;
use std::io::Cursor;

const WORDS: EvaluationWords<'static> = EvaluationWords {
    language: "vi",
    headings: [
        "TT",
        "Tiêu chí",
        "Ai trả lời",
        "Tối đa",
        "Tự chấm",
        "Mức",
        "Căn cứ",
        "Thẩm định",
        "Mức thẩm định",
        "Căn cứ thẩm định",
        "Chênh lệch",
    ],
    about: ["Quý", "Đơn vị"],
    columns: ["Tự chấm", "Thẩm định"],
    sources: ["Phiếu", "Cơ quan"],
    mean: "trung bình {0} phiếu",
    ballots: "Phiếu khảo sát",
    gaps: ["chưa có phiếu", "chưa chấm", "thiếu căn cứ", "mức lạ"],
    total: "Tổng điểm",
    class: "Xếp loại",
    no_class: "chưa xếp loại",
    between: "còn thiếu {0} tiêu chí; xếp loại nằm trong khoảng {1} – {2}",
    certain: "còn thiếu {0} tiêu chí; xếp loại vẫn là {1}",
    note: "{0}: {1}.",
};

fn made(evaluation: &Evaluation) -> EvaluationTable {
    let subject = Subject {
        quarter: "Quý IV năm 2026",
        unit: "Xã Đức Cơ",
        terms: &[],
    };
    table(&asked(), evaluation, subject, &WORDS)
}

/// 300 ballots of which one gives one indicator a point less, and an office of 7 points: 14.9966… in all.
fn nearly() -> Evaluation {
    let mut all: Vec<Ballot> = ballots(["2", "2", "2", "2"], 300);
    all[0] = ballots(["1", "2", "2", "2"], 1).remove(0);
    let office: Vec<Entered> = OFFICE
        .iter()
        .zip(["2", "2", "2", "1", "0"])
        .map(|(id, code)| entered(id, entry(code, " sổ theo dõi "), None))
        .collect();
    evaluated(&all, &office)
}

#[test]
fn a_total_just_below_a_class_is_not_shown_as_its_threshold() {
    let found = made(&nearly());
    let [totals, classes] = &found.ends;
    assert_eq!(
        (totals[4].text.as_str(), classes[4].text.as_str()),
        ("14,997", "Tốt")
    );
    assert_eq!(points_text(&asked(), 15.0, "vi"), "15,00");
    // Exact thirds reach it, and are shown so.
    assert_eq!(points_text(&asked(), 5.0 / 3.0 * 9.0, "en"), "15.00");
    assert_eq!(points_text(&asked(), 11.999_999, "vi"), "11,999999");
    assert_eq!(points_text(&asked(), 2.0 / 3.0, "vi"), "0,67");
    for (difference, shown) in [
        (1.0, "+1,00"),
        (-1.0 / 3.0, "−0,33"),
        (0.0, "0,00"),
        (0.001, "0,00"),
    ] {
        assert_eq!(signed(difference, "vi"), shown);
    }
}

#[test]
fn the_table_says_sources_and_what_is_missing_and_never_zero() {
    let office = [
        entered(
            "desk_2",
            entry("2", "sổ theo dõi"),
            entry("1", "kiểm tra, ngày 5"),
        ),
        entered("desk_5", entry("2", "  "), None),
        entered("desk_7", None, entry("1", "=gọi lại")),
    ];
    let evaluation = evaluated(&ballots(["2", "1", "2", "2"], 3), &office);
    let found = made(&evaluation);
    let line = |at: usize| {
        found.rows[at]
            .iter()
            .map(|cell| cell.text.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        line(1)[2..],
        [
            "Cơ quan",
            "2,00",
            "2,00",
            "Các cơ quan đều đúng hạn, có cơ quan sớm hạn",
            "sổ theo dõi",
            "1,00",
            "Các cơ quan đều đúng hạn",
            "kiểm tra, ngày 5",
            "−1,00",
        ]
    );
    assert_eq!(
        line(2)[2..],
        [
            "Phiếu",
            "2,00",
            "1,00",
            "trung bình 3 phiếu",
            "Phiếu khảo sát",
            "1,00",
            "trung bình 3 phiếu",
            "Phiếu khảo sát",
            "0,00"
        ]
    );
    assert_eq!(
        line(4)[4..],
        ["", "thiếu căn cứ", "", "", "chưa chấm", "", ""]
    );
    let [totals, classes] = &found.ends;
    assert_eq!(
        (totals[4].text.as_str(), totals[7].text.as_str()),
        ("9,00", "7,00")
    );
    assert_eq!(
        (classes[4].text.as_str(), totals[10].text.as_str()),
        ("chưa xếp loại", "")
    );
    assert_eq!(
        found.notes,
        [
            "Tự chấm: còn thiếu 4 tiêu chí; xếp loại nằm trong khoảng Khá – Xuất sắc.",
            "Thẩm định: còn thiếu 4 tiêu chí; xếp loại nằm trong khoảng Trung bình – Xuất sắc.",
        ]
    );
    // With one missing that cannot change it.
    let mut nearly = nearly();
    nearly.assessed.points.unanswered = vec!["desk_9".to_owned()];
    nearly
        .assessed
        .between
        .1
        .clone_from(&nearly.assessed.between.0);
    assert_eq!(
        missing(&asked(), &nearly.assessed, &WORDS).as_deref(),
        Some("còn thiếu 1 tiêu chí; xếp loại vẫn là Tốt")
    );
    let none = made(&evaluated(&[], &[]));
    assert_eq!(none.ends[0][4].text, "");
    assert_eq!(none.lines().len(), 2 + 1 + 9 + 2 + 2);

    let csv = found.csv();
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert!(
        rows[0].starts_with("\u{feff}Quý,Đơn vị,TT,Tiêu chí,"),
        "{}",
        rows[0]
    );
    assert!(
        rows[2].starts_with("Quý IV năm 2026,Xã Đức Cơ,2,"),
        "{}",
        rows[2]
    );
    assert!(
        rows[2].ends_with(",\"kiểm tra, ngày 5\",\"−1,00\""),
        "{}",
        rows[2]
    );
    // What a spreadsheet would run is guarded, and no number looks like it.
    assert!(rows[7].contains(",'=gọi lại,"), "{}", rows[7]);
    assert_eq!(rows.len(), 1 + 9 + 2 + 1);
    let above = [entered("desk_2", entry("1", "sổ"), entry("2", "sổ"))];
    let above = made(&evaluated(&[], &above));
    assert_eq!(above.rows[1][10].text, "+1,00");
    assert!(above.csv().contains(",sổ,\"1,00\"\r\n"));
}

#[test]
fn the_workbook_has_points_as_numbers_and_missing_ones_empty() {
    let table = made(&nearly());
    let bytes = evaluation::write(&table, "Đánh giá quý", "Đánh giá").unwrap();
    assert_eq!(
        evaluation::write(&table, "Đánh giá quý", "Đánh giá").unwrap(),
        bytes
    );
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Đánh giá quý").unwrap();
    let at = |row: u32, column: u32| sheet.get_value((row, column)).cloned();
    assert_eq!(
        at(1, 0),
        Some(Data::String("Quý: Quý IV năm 2026".to_owned()))
    );
    assert_eq!(at(4, 1), Some(Data::String("Tiêu chí".to_owned())));
    assert_eq!(at(5, 0), Some(Data::Float(1.0)));
    assert_eq!(at(6, 4), Some(Data::Float(2.0)));
    assert_eq!(at(6, 6), Some(Data::String("sổ theo dõi".to_owned())));
    // Nobody verified it: no points, not 0.
    assert!(
        matches!(at(6, 7), None | Some(Data::Empty | Data::String(_))),
        "{:?}",
        at(6, 7)
    );
    let Some(Data::Float(total)) = at(14, 4) else {
        panic!("{:?}", at(14, 4));
    };
    assert!((total - 14.996_666).abs() < 1e-5, "{total}");
    assert_eq!(at(15, 4), Some(Data::String("Tốt".to_owned())));
    assert_eq!(at(17, 0), Some(Data::String(table.notes[0].clone())));
}
