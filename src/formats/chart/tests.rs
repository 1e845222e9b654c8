//! Charts as SVG: what is in them, and that odd ones can be drawn too.

use super::*;
use sipas_core::chart::{Axis, Bar, Mark, Part, Point, Quadrants, Range, Ranges};

fn caption() -> Caption {
    Caption {
        title: "Index by unit".to_owned(),
        notes: vec!["All ballots. Two units are hidden.".to_owned()],
    }
}

fn range(name: &str, value: Option<f64>) -> Range {
    Range {
        name: name.to_owned(),
        value,
        written: "x".to_owned(),
        limits: value.map(|value| (value - 0.05, (value + 0.05).min(1.0))),
        mark: Mark::Ring,
    }
}

#[test]
fn a_chart_carries_its_title_names_and_notes() {
    let rows = vec![range("Unit <A> & B", Some(0.83)), range("none", None)];
    let chart = Chart::Ranges(Ranges {
        rows,
        target: Some((0.9, "Target".to_owned())),
    });
    let text = svg(&chart, &caption(), 900).unwrap();
    for part in [
        "Index by unit",
        "Unit &lt;A&gt; &amp; B",
        "Target",
        "are hidden.",
        "70 %",
        "90 %",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn charts_of_nothing_and_of_much_can_be_drawn() {
    let part = |tone, from, to, satisfied| Part {
        level: 0,
        tone,
        satisfied,
        count: 1,
        from,
        to,
    };
    let bar = |parts| Bar {
        id: "a".to_owned(),
        counted: 2,
        parts,
    };
    let both = bar(vec![part(1, 0.0, 0.5, false), part(5, 0.5, 1.0, true)]);
    let many: Vec<_> = (0..300).map(|_| range("2026-11", Some(1.0))).collect();
    let ranges = |rows| Ranges { rows, target: None };
    for chart in [
        Chart::Levels(Vec::new()),
        Chart::Levels(vec![
            ("a".to_owned(), bar(Vec::new())),
            ("b".to_owned(), both),
        ]),
        Chart::Ranges(ranges(Vec::new())),
        Chart::Timeline(ranges(Vec::new())),
        Chart::Timeline(ranges(many.clone())),
        Chart::Ranges(ranges(many)),
    ] {
        for width in [240, 320, 1200] {
            let text = svg(&chart, &caption(), width).unwrap();
            assert!(text.starts_with("<svg") && text.trim_end().ends_with("</svg>"));
            assert!(!text.contains("NaN") && !text.contains("inf"));
        }
    }
}

#[test]
fn satisfied_answers_begin_at_one_line() {
    let part = |tone, from, to, satisfied| Part {
        level: 0,
        tone,
        satisfied,
        count: 1,
        from,
        to,
    };
    let bar = Bar {
        id: "a".to_owned(),
        counted: 4,
        parts: vec![
            part(1, 0.0, 0.25, false),
            part(3, 0.25, 0.5, false),
            part(4, 0.5, 0.75, true),
            part(5, 0.75, 1.0, true),
        ],
    };
    let tones = |side: Vec<Part>| side.iter().map(|one| one.tone).collect::<Vec<_>>();
    let (left, right) = bar.sides();
    assert_eq!((tones(left), tones(right)), (vec![3, 1], vec![4, 5]));
    assert_eq!(bar.satisfied(), 0.5);
}

#[test]
fn quadrants_name_their_fields_lines_and_points() {
    let point = |name: &str, across: f64, up: f64| Point {
        name: name.to_owned(),
        across: (across, Some((across - 0.04, across + 0.04))),
        up: (up, Some((up / 2.0, up * 1.5))),
        mark: Mark::Square,
    };
    let axis = |title: &str, line: f64, name: &str| Axis {
        title: title.to_owned(),
        line: (line, name.to_owned()),
    };
    let chart = Quadrants {
        points: vec![point("7", 0.72, 0.21), point("12", 0.94, 0.02)],
        across: axis("Satisfied", 0.8, "target"),
        up: axis("Importance", 0.05, "average"),
        corners: ["first", "keep up", "later", "enough"].map(str::to_owned),
    };
    let ((low, high), (floor, top)) = chart.scales();
    assert!((low - 0.6).abs() < 1e-9 && (high - 1.0).abs() < 1e-9);
    assert!(floor < 1e-9 && (top - 0.35).abs() < 1e-9);
    let text = svg(&Chart::Quadrants(chart), &caption(), 900).unwrap();
    for part in [
        "first",
        "keep up",
        "later",
        "enough",
        "target",
        "average",
        "Satisfied",
        "Importance",
        "7",
        "12",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
