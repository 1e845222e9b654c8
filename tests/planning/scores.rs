//! The scorecard of seven areas, with each of the mistakes a printed one had.

use sipas_core::decimal::Hundredths;
use sipas_core::scorecard::{Area, Flaw, Mark, NoTotal, Scorecard};
use sipas_formats::decimal::DecimalMark;
use sipas_formats::score_record;
use sipas_formats::score_table::{BadKind, read};

/// As printed: 18/15, a change of 5,04 that is 4,94, maxima of 99 and 90, comma and point.
const PRINTED: &str = "TT\tLĩnh vực\tNăm 2023\t\tNăm 2024\t\tTăng, giảm\n\
    \tĐiểm\tTối đa\tĐiểm\tTối đa\n\
    1\tCông tác chỉ đạo, điều hành\t11,5\t15\t18\t15\t6,5\n\
    2\tCải cách thể chế\t7.82\t10\t8,32\t10\t0,5\n\
    3\tCải cách thủ tục hành chính\t9,06\t14\t14\t15\t5,04\n\
    4\tCải cách tổ chức bộ máy\t8\t12\t8\t10\t0\n\
    5\tCải cách chế độ công vụ\t10,25\t15\t11\t15\t0,75\n\
    6\tCải cách tài chính công\t9\t13\t9,5\t10\t0,5\n\
    7\tXây dựng chính quyền điện tử\t12\t20\t13,5\t15\t1,5\n\
    \tTổng cộng\t67,63\t99\t82,32\t90\t14,69\n";

fn hundredths(text: &str) -> Hundredths {
    sipas_formats::decimal::read(text).unwrap().value
}

#[test]
fn each_mistake_of_the_printed_table_is_told_with_its_place() {
    let table = read(PRINTED, &[]).unwrap();
    let card = &table.card;
    assert_eq!(card.years, [2023, 2024]);
    assert_eq!(card.areas.len(), 7);
    let expected = [
        Flaw::AboveMaximum {
            area: 0,
            year: 2024,
            score: Hundredths::whole(18),
            maximum: Hundredths::whole(15),
        },
        Flaw::ChangeNotDifference {
            area: Some(2),
            printed: hundredths("5,04"),
            actual: hundredths("4,94"),
        },
        Flaw::MaximaNotHundred {
            year: 2023,
            sum: Hundredths::whole(99),
        },
        Flaw::MaximaNotHundred {
            year: 2024,
            sum: Hundredths::whole(90),
        },
    ];
    assert_eq!(card.flaws(), expected);
    assert!(expected[0].refuses() && expected[1..].iter().all(|flaw| !flaw.refuses()));
    assert_eq!(card.total(2024), Err(NoTotal::Flawed));
    let before = card.total(2023).unwrap();
    assert_eq!(before.score.text("vi"), "67,63");
    assert_eq!(card.change(2023, 2024), Err(NoTotal::Flawed));
    let mixed: Vec<&str> = table.mixed().iter().map(|one| one.1.as_str()).collect();
    assert_eq!(mixed, ["7.82"]);
    assert_eq!(table.mixed()[0].2, DecimalMark::Point);
    assert_eq!(table.mixed()[0].0, 4);
}

#[test]
fn a_right_table_has_no_flaws_however_it_was_pasted() {
    let rows = "A;30,5;40;32;40;1,5\nB;50;60;49,25;60;-0,75\nTổng;80,5;100;81,25;100;0,75";
    let expected = read(rows, &[2024, 2025]).unwrap();
    assert_eq!(expected.card.flaws(), []);
    assert_eq!(expected.mixed(), [] as [&(usize, String, DecimalMark); 0]);
    assert_eq!(expected.card.years, [2024, 2025]);
    assert_eq!(expected.card.change(2024, 2025), Ok(hundredths("0,75")));
    assert_eq!(expected.card.areas[1].change(), Some(hundredths("-0,75")));
    for form in [
        rows.replace(';', "\t"),
        rows.replace(';', "   "),
        rows.replace(';', " "),
        "A 30,5/40 32/40 1,5\nB 50/60 49,25/60 -0,75\nTổng 80,5/100 81,25/100 0,75".to_owned(),
        format!("Lĩnh vực;Năm 2024;Năm 2025\n\n{rows}"),
        format!("\u{20}\n1.;{}", rows.replace('\n', "\n2.;")),
    ] {
        let found = read(&form, &[2024, 2025]).unwrap();
        assert_eq!(found.card, expected.card, "{form}");
    }
    let one_year = read("Chỉ đạo điều hành 11,5/15\nThể chế 7,82/10", &[2025]).unwrap();
    assert_eq!(one_year.card.areas[0].name, "Chỉ đạo điều hành");
    assert_eq!(one_year.card.areas[0].change(), None);
}

#[test]
fn lines_that_are_no_rows_are_told_and_nothing_is_guessed() {
    let text = "A;1;2;3;4\nB;1;2;3\n;1;2;3;4\nC;1;2,345;3;4\nD;x;2;3;4\nE;1;;3;4\nghi chú";
    let bad = read(text, &[2024, 2025]).unwrap_err();
    let found: Vec<(usize, BadKind)> = bad.iter().map(|one| (one.line, one.kind)).collect();
    let expected = [
        (2, BadKind::NumberOfCells),
        (3, BadKind::NoName),
        (4, BadKind::NoNumber),
        (4, BadKind::NoMaximum),
        (6, BadKind::NoMaximum),
        (7, BadKind::NumberOfCells),
    ];
    assert_eq!(found, expected);
    for nothing in ["", "\n \n", "chỉ có chữ"] {
        assert_eq!(read(nothing, &[]).unwrap_err()[0].kind, BadKind::Nothing);
    }
}

fn area(name: &str, marks: &[(Option<i64>, i64)], survey: bool) -> Area {
    let mark = |(score, maximum): &(Option<i64>, i64)| Mark {
        score: score.map(Hundredths),
        maximum: Hundredths(*maximum),
    };
    Area {
        name: name.to_owned(),
        marks: marks.iter().map(mark).collect(),
        printed_change: None,
        survey,
    }
}

#[test]
fn without_a_survey_the_rest_is_carried_over_to_the_whole() {
    let mut card = Scorecard {
        years: vec![2024, 2025],
        areas: vec![
            area("the rest", &[(Some(7000), 9000), (Some(7100), 9000)], false),
            area("survey", &[(Some(912), 1000), (None, 1000)], true),
        ],
        printed_total: None,
    };
    assert_eq!(card.flaws(), []);
    let [with, without] = [2024, 2025].map(|year| card.total(year).unwrap());
    assert_eq!(
        (with.score, with.rescaled()),
        (Hundredths(7912), Some(Hundredths(7912)))
    );
    assert!(without.without_survey);
    assert_eq!(without.score, Hundredths(7100));
    // 71 of 90 is 78.888… of 100.
    assert_eq!(without.rescaled(), Some(Hundredths(7889)));
    assert_eq!(card.change(2024, 2025), Ok(Hundredths(7889 - 7912)));
    card.areas[1].survey = false;
    assert_eq!(
        card.flaws(),
        [Flaw::NoScore {
            area: 1,
            year: 2025
        }]
    );
    assert_eq!(card.total(2025), Err(NoTotal::NoScore));
    assert_eq!(card.total(2023), Err(NoTotal::NoSuchYear));
}

#[test]
fn other_impossible_figures_are_told_too() {
    let card = Scorecard {
        years: vec![2025],
        areas: vec![
            area("one", &[(Some(-1), 5000)], false),
            area("one", &[(Some(100), 5000)], false),
        ],
        printed_total: Some(area("total", &[(Some(100), 10_000)], false)),
    };
    let flaws = card.flaws();
    assert_eq!(
        flaws[0],
        Flaw::BelowZero {
            area: 0,
            year: 2025
        }
    );
    assert_eq!(flaws[1], Flaw::SameName { area: 1 });
    assert!(
        matches!(flaws[2], Flaw::TotalNotSum { year: 2025, actual, .. } if actual.score == Some(Hundredths(99)))
    );
}

#[test]
fn a_scorecard_reads_as_it_was_written() {
    let mut card = read(PRINTED, &[]).unwrap().card;
    card.areas[6].survey = true;
    card.areas[6].marks[1].score = None;
    let text = score_record::write(&card);
    assert_eq!(score_record::read(&text), Ok(card));
    crate::files::assert_held(&[("golden/plans/scorecard-v1.json", text)]);
    for (text, path) in [
        (
            r#"{"format":"sipas-scorecard/1","years":[2024],"areas":[{"name":"x","marks":[{"maximum":"1,234"}]}]}"#,
            "areas[0].marks[0].maximum",
        ),
        (
            r#"{"format":"sipas-scorecard/1","years":[2024],"areas":[{"name":"x","marks":[]}]}"#,
            "areas[0].marks",
        ),
        (
            r#"{"format":"sipas-scorecard/1","years":[24],"areas":[]}"#,
            "years[0]",
        ),
        (r#"{"format":"sipas-scorecard/2"}"#, "format"),
    ] {
        assert_eq!(score_record::read(text).unwrap_err()[0].path, path);
    }
}
