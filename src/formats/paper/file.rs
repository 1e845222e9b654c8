//! The register as a file for people: one row a paper, as CSV.

use crate::csv::push_row;
use crate::moment;
use sipas_core::paper::agreement::{Difference, differences};
use sipas_core::paper::register::{Entry, Outcome, Paper, Standing};
use sipas_core::paper::sheet::{Mark, Sheet};
use std::collections::BTreeMap;

const HEADER: [&str; 22] = [
    "batch",
    "number",
    "campaign",
    "questionnaire",
    "version",
    "status",
    "ballot_id",
    "unit",
    "field",
    "day",
    "first_by",
    "first_at",
    "first_secs",
    "first_keys",
    "second_by",
    "second_at",
    "second_secs",
    "second_keys",
    "cells",
    "alike",
    "differences",
    "decided_by",
];

/// Writes where each paper stands: UTF-8 with byte order mark, commas, CRLF.
///
/// `status` is `waiting`, `twice` (not compared yet), or the outcome. `differences` lists
/// `question: first|second=counts`; of another version than the sheet's only what was kept is told, not compared.
#[must_use]
pub fn file(sheet: &Sheet<'_>, standings: &BTreeMap<Paper, Standing>) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    push_row(&mut text, &HEADER);
    for (paper, standing) in standings {
        push_row(&mut text, &row(sheet, paper, standing));
    }
    text.into_bytes()
}

fn row(sheet: &Sheet<'_>, paper: &Paper, standing: &Standing) -> Vec<String> {
    let entries = standing.entries();
    let (status, decided, filled) = match standing {
        Standing::Waiting(first) => ("waiting", "", Some(&first.filled)),
        Standing::Twice(pair) => ("twice", "", pair.first().map(|one| &one.filled)),
        Standing::Settled(verdict, _) => (
            verdict.outcome.code(),
            verdict.by.as_str(),
            Some(&verdict.filled),
        ),
    };
    let ballot = match standing {
        Standing::Settled(verdict, _) => verdict.ballot().map(|id| id.to_string()),
        Standing::Waiting(_) | Standing::Twice(_) => None,
    };
    let mut cells = vec![
        paper.batch.clone(),
        paper.number.to_string(),
        paper.campaign.clone(),
        paper.questionnaire.clone(),
        paper.version.to_string(),
        status.to_owned(),
        ballot.unwrap_or_default(),
        filled.map(|one| one.unit.clone()).unwrap_or_default(),
        filled.map(|one| one.field.clone()).unwrap_or_default(),
        filled
            .and_then(|one| one.day)
            .map(|day| day.to_string())
            .unwrap_or_default(),
    ];
    for at in 0..2 {
        let entry = entries.get(at);
        let tell = |of: fn(&Entry) -> String| entry.map(of).unwrap_or_default();
        cells.push(tell(|one| one.by.clone()));
        cells.push(tell(|one| moment::write(one.at).unwrap_or_default()));
        cells.push(tell(|one| one.secs.to_string()));
        cells.push(tell(|one| one.keys.to_string()));
    }
    let fits = paper.questionnaire == sheet.questionnaire.id
        && paper.version == sheet.questionnaire.version;
    match entries {
        [first, second] if fits => {
            let mut agreement = sipas_core::paper::agreement::Agreement::default();
            agreement.add(sheet, &first.filled, &second.filled);
            cells.push(agreement.cells.to_string());
            cells.push(agreement.alike.to_string());
            let found = differences(sheet, &first.filled, &second.filled);
            let told: Vec<String> = found
                .iter()
                .map(|one| tell_difference(sheet, standing, one))
                .collect();
            cells.push(told.join("; "));
        }
        _ => cells.extend([String::new(), String::new(), String::new()]),
    }
    cells.push(decided.to_owned());
    cells
}

/// `access_3: 4|5=5`; what counts is missing as long as nothing is decided.
fn tell_difference(sheet: &Sheet<'_>, standing: &Standing, difference: &Difference) -> String {
    let counts = match standing {
        Standing::Settled(verdict, _) if verdict.outcome != Outcome::Withdrawn => {
            Some(&verdict.filled)
        }
        _ => None,
    };
    let day = |day: Option<sipas_core::selection::Day>| {
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let (name, first, second, right) = match difference {
        Difference::Cell(at, first, second) => {
            let Some(cell) = sheet.cells.get(*at) else {
                return String::new();
            };
            let show = |mark: Mark| match mark {
                Mark::NotApplicable => "na".to_owned(),
                mark => cell.key(mark).map(String::from).unwrap_or_default(),
            };
            let right = counts.and_then(|one| one.marks.get(*at).copied());
            (
                cell.id.as_str(),
                show(*first),
                show(*second),
                right.map(show),
            )
        }
        Difference::Unit(first, second) => {
            let right = counts.map(|one| one.unit.clone());
            ("unit", first.clone(), second.clone(), right)
        }
        Difference::Field(first, second) => {
            let right = counts.map(|one| one.field.clone());
            ("field", first.clone(), second.clone(), right)
        }
        Difference::Day(first, second) => (
            "day",
            day(*first),
            day(*second),
            counts.map(|one| day(one.day)),
        ),
        Difference::Comment(first, second) => {
            let right = counts.map(|one| one.comment.clone());
            ("comment", first.clone(), second.clone(), right)
        }
    };
    let mut line = format!("{name}: {first}|{second}");
    if let Some(right) = right {
        line.push('=');
        line.push_str(&right);
    }
    line
}
