//! The reference of tests/reference as ballot files, options and expected figures.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot run stops"
)]

use super::{Run, file, run, tests_folder};
use sipas_formats::json::{Json, text};
use std::fs;

fn reference() -> String {
    fs::read_to_string(tests_folder().join("reference/survey.txt")).unwrap()
}

/// The data set as a ballot file.
pub fn ballots(test: &str) -> String {
    let mut rows = String::from(
        "ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,submitted_at,\
         duration_secs,gender,age,education,occupation,respondent,a1,a2,a3,b1,b2,c1,overall,comment\n",
    );
    let reference = reference();
    let lines = reference.lines().skip_while(|line| *line != "data d30 ");
    for (id, line) in (1..).zip(lines.skip(1).take_while(|line| !line.starts_with("data"))) {
        let words: Vec<&str> = line.split(' ').collect();
        let [unit, field, device, answers] = words[..] else {
            panic!("not understood: {line}");
        };
        let device: u32 = device.parse().unwrap();
        let cells: Vec<String> = answers
            .chars()
            .map(|code| match code {
                '-' => String::new(),
                'n' => "na".to_owned(),
                level => level.to_string(),
            })
            .collect();
        rows.push_str(&format!(
            "{id:016x},{device:08x},q,reference,1,{unit},{field},kiosk,complete,\
             2026-11-21T08:30:00+07:00,60,,,,,,{},\n",
            cells.join(",")
        ));
    }
    file(test, "ballots.csv", &rows)
}

/// The lines about a design: its own, then its figures.
pub fn design(name: &str) -> Vec<Vec<String>> {
    let start = format!("design {name} ");
    let reference = reference();
    let mut lines = reference
        .lines()
        .skip_while(|line| !line.starts_with(&start));
    let first = lines.next().unwrap();
    let rest = lines.take_while(|line| !line.starts_with("design"));
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
    core::iter::once(first).chain(rest).map(words).collect()
}

/// The design's dossiers as a weights file.
pub fn weights(test: &str, design: &[Vec<String>]) -> String {
    let cells = design[0].last().unwrap().strip_prefix("dossiers=").unwrap();
    let rows = cells.split(',').map(|cell| cell.replace(':', ","));
    let rows: Vec<String> = rows.collect();
    file(
        test,
        "dossiers.csv",
        &format!("unit,field,dossiers\n{}\n", rows.join("\n")),
    )
}

/// Runs `index` on the file with more options, for JSON.
pub fn index(ballots: &str, more: &[&str]) -> Run {
    let mut arguments = vec![
        "index",
        ballots,
        "--questionnaires",
        "reference",
        "--format",
        "json",
    ];
    arguments.extend(more);
    run(&arguments)
}

fn number(figure: &Json, key: &str) -> f64 {
    match figure.get(key) {
        Some(Json::Number(number)) => *number,
        other => panic!("{key}: {other:?}"),
    }
}

/// Compares overall, factor a and the unit groups with the design's reference lines.
pub fn agrees(run: &Run, design: &[Vec<String>], formula: &str) {
    let root = text::parse(&run.out).unwrap_or_else(|problem| panic!("{problem} {run:?}"));
    let mut compared = 0;
    for line in design
        .iter()
        .filter(|line| line[0] == "figure" && line[2] == formula)
    {
        let place = match line[1].split_once('=') {
            None => Some(&root),
            Some(("unit", key)) => match root.get("groups") {
                Some(Json::List(groups)) => groups
                    .iter()
                    .find(|group| group.get("key").and_then(Json::as_text) == Some(key)),
                other => panic!("groups: {other:?}"),
            },
            Some(_) => None,
        };
        let Some(place) = place else { continue };
        let figure = match line[3].as_str() {
            "overall" => place.get("overall").unwrap(),
            "a" => match place.get("factors") {
                Some(Json::List(factors)) => &factors[0],
                other => panic!("factors: {other:?}"),
            },
            _ => continue,
        };
        let names = ["rate", "se", "low", "high"];
        for (key, expected) in names.into_iter().zip(line.iter().skip(4)) {
            // Without degrees of freedom there is no interval, nor a standard error to trust.
            if expected == "-" || (key == "se" && line[6] == "-") {
                assert_eq!(figure.get(key), Some(&Json::Null), "{line:?}");
                continue;
            }
            let expected: f64 = expected.parse().unwrap();
            let found = number(figure, key);
            let distance = (found - expected).abs();
            assert!(
                distance <= 1e-9 * expected.abs() + 1e-15,
                "{line:?} {key} {found}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 6, "{compared}");
}
