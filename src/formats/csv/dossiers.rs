//! The file of finished dossiers by unit and field, to which ballots are weighted up.
//!
//! A CSV file in the form of ballot files with the columns `unit`, `field` and `dossiers` in any
//! order; further columns are for people. Every unit and field stands there once.

use super::problem::{CsvProblem, Expected, Found};
use super::rows::{Row, Rows};
use super::{cells, encoding};
use sipas_core::estimate::Dossiers;
use std::collections::BTreeMap;

const COLUMNS: [&str; 3] = ["unit", "field", "dossiers"];

/// Reads the file.
///
/// An empty `unit` or `field` stands for ballots that have none; `dossiers` is a whole number.
///
/// # Errors
/// Everything wrong with it, in the file's order.
pub fn read_dossiers(bytes: &[u8]) -> Result<Dossiers, Vec<CsvProblem>> {
    let text = encoding::text(bytes).map_err(|problem| vec![problem])?;
    let mut all = Rows::new(text, ',');
    let mut rows = Vec::new();
    let mut row = Row::default();
    while all.next(&mut row).map_err(|problem| vec![problem])? {
        rows.push(row.clone());
    }
    let mut rows = rows.iter();
    let header = rows.next().cloned().unwrap_or_default();
    let places = places(&header)?;
    let mut dossiers = BTreeMap::new();
    let mut problems = Vec::new();
    for row in rows {
        match cell(row, &header, places) {
            Ok((key, count)) => {
                let twice = Found::Cell(format!("{} {}", key.0, key.1));
                if dossiers.insert(key, count).is_some() {
                    problems.push(CsvProblem {
                        line: row.line,
                        column: String::new(),
                        expected: Expected::NewCell,
                        found: twice,
                    });
                }
            }
            Err(wrong) => problems.extend(wrong),
        }
    }
    if problems.is_empty() {
        Ok(Dossiers(dossiers))
    } else {
        Err(problems)
    }
}

/// Where the three columns stand.
fn places(header: &Row) -> Result<[usize; 3], Vec<CsvProblem>> {
    let mut problems = Vec::new();
    let places = COLUMNS.map(|name| {
        let mut found = header.texts().enumerate().filter(|(_, text)| *text == name);
        let first = found.next().map(|(place, _)| place);
        let more = found.count();
        let (expected, found) = match (first, more) {
            (Some(place), 0) => return place,
            (Some(_), more) => (Expected::ColumnOnce, Found::Columns(more + 1)),
            (None, _) => (Expected::Column, Found::NoColumn),
        };
        problems.push(CsvProblem {
            line: header.line,
            column: name.to_owned(),
            expected,
            found,
        });
        0
    });
    if problems.is_empty() {
        Ok(places)
    } else {
        Err(problems)
    }
}

type Counted = ((String, String), u64);

fn cell(row: &Row, header: &Row, places: [usize; 3]) -> Result<Counted, Vec<CsvProblem>> {
    if row.len() != header.len() {
        return Err(vec![CsvProblem {
            line: row.line,
            column: String::new(),
            expected: Expected::Cells(header.len()),
            found: Found::Cells(row.len()),
        }]);
    }
    let [unit, field, count] = places;
    let mut problems = Vec::new();
    let mut problem = |place: usize, name: &str, expected| {
        problems.push(CsvProblem {
            line: row.line_of(place),
            column: name.to_owned(),
            expected,
            found: Found::Cell(row.cell(place).unwrap_or_default().to_owned()),
        });
    };
    let mut code = |place: usize, name: &str| {
        cells::code(row.cell(place).unwrap_or_default()).unwrap_or_else(|expected| {
            problem(place, name, expected);
            String::new()
        })
    };
    let key = (code(unit, "unit"), code(field, "field"));
    let number =
        cells::whole_number(row.cell(count).unwrap_or_default()).unwrap_or_else(|expected| {
            problem(count, "dossiers", expected);
            0
        });
    if problems.is_empty() {
        Ok((key, u64::from(number)))
    } else {
        Err(problems)
    }
}
