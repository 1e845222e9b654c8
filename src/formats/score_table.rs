//! A scorecard pasted from a document or spreadsheet: one area a line, score and maximum of one or two years.
//!
//! Cells stand between tabs, semicolons or several spaces; where there are none of these, the numbers at the end of a line
//! are its cells. `18/15` is a score and its maximum in one cell. A fifth number is the change the table says. Lines before
//! the first numbers are headings; years found there are the table's. Nothing is corrected on the way: what is wrong
//! with the figures is [`Scorecard::flaws`].

use crate::decimal::{self, DecimalMark};
use crate::place_lines;
use sipas_core::decimal::Hundredths;
use sipas_core::scorecard::{Area, Mark, Scorecard};

/// A table as it was pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScoreTable {
    /// Its areas.
    pub card: Scorecard,
    /// The numbers with decimals: line from 1, as written, and the mark.
    pub marks: Vec<(usize, String, DecimalMark)>,
}

impl ScoreTable {
    /// The numbers written with the rarer mark, where the table has both: a comma may be meant as a point there.
    #[must_use]
    pub fn mixed(&self) -> Vec<&(usize, String, DecimalMark)> {
        let of = |mark| self.marks.iter().filter(move |one| one.2 == mark);
        let (commas, points) = (
            of(DecimalMark::Comma).count(),
            of(DecimalMark::Point).count(),
        );
        let rarer = if commas < points {
            DecimalMark::Comma
        } else {
            DecimalMark::Point
        };
        if commas == 0 || points == 0 {
            return Vec::new();
        }
        of(rarer).collect()
    }
}

/// A line that is no row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: BadKind,
    /// What stands there.
    pub found: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BadKind {
    /// No name stands before its numbers.
    NoName,
    /// Not two, four or five numbers, or not as many as in the first row.
    NumberOfCells,
    /// A cell that is no number of at most two decimals.
    NoNumber,
    /// A score without its maximum.
    NoMaximum,
    /// There is no row at all.
    Nothing,
}

/// Reads a pasted table. `years` are the ones to take where its headings do not say them, the earlier first; the last so
/// many as there are columns.
///
/// # Errors
/// Every line that is no row.
pub fn read(text: &str, years: &[u16]) -> Result<ScoreTable, Vec<BadRow>> {
    let mut table = ScoreTable::default();
    let mut bad = Vec::new();
    let mut heading: Vec<u16> = Vec::new();
    let mut width = None;
    for (index, raw) in text.lines().enumerate() {
        let line = index + 1;
        let cells = cells(raw);
        if cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        let row = match row(&cells) {
            Some(row) => row,
            None if width.is_none() => {
                heading.extend(years_in(raw));
                continue;
            }
            None => {
                bad.push(problem(line, BadKind::NumberOfCells, raw));
                continue;
            }
        };
        if width.is_none() && row.1.iter().all(|cell| year(cell).is_some()) {
            heading.extend(row.1.iter().filter_map(|cell| year(cell)));
            continue;
        }
        let mut numbers = Vec::new();
        for cell in row.1.iter().filter(|cell| !cell.is_empty()) {
            match decimal::read(cell) {
                Some(one) => {
                    let written = one.mark.map(|mark| (line, (*cell).to_owned(), mark));
                    table.marks.extend(written);
                }
                None if !is_nothing(cell) => bad.push(problem(line, BadKind::NoNumber, cell)),
                None => {}
            }
        }
        numbers.extend(
            row.1
                .iter()
                .map(|cell| decimal::read(cell).map(|one| one.value)),
        );
        let count = numbers.len();
        if !matches!(count, 2 | 4 | 5) || width.is_some_and(|width| width != count) {
            bad.push(problem(line, BadKind::NumberOfCells, raw));
            continue;
        }
        width = Some(count);
        if numbers
            .chunks_exact(2)
            .any(|pair| pair.get(1) == Some(&None))
        {
            bad.push(problem(line, BadKind::NoMaximum, raw));
            continue;
        }
        if row.0.is_empty() {
            bad.push(problem(line, BadKind::NoName, raw));
            continue;
        }
        let area = area(row.0, &numbers);
        if is_total(row.0) {
            table.card.printed_total = Some(area);
        } else {
            table.card.areas.push(area);
        }
    }
    if !bad.is_empty() {
        return Err(bad);
    }
    let Some(width) = width.filter(|_| !table.card.areas.is_empty()) else {
        return Err(vec![problem(1, BadKind::Nothing, text.trim())]);
    };
    heading.dedup();
    let wanted = width / 2;
    let known = if heading.len() == wanted {
        &heading
    } else {
        years
    };
    table.card.years = known
        .iter()
        .skip(known.len().saturating_sub(wanted))
        .copied()
        .collect();
    Ok(table)
}

fn problem(line: usize, kind: BadKind, found: &str) -> BadRow {
    let found = found.trim().to_owned();
    BadRow { line, kind, found }
}

/// The cells of a line, trimmed.
fn cells(line: &str) -> Vec<&str> {
    let separated: Vec<&str> = if line.contains('\t') {
        line.split('\t').collect()
    } else if line.contains(';') {
        line.split(';').collect()
    } else if line.trim().contains("  ") {
        line.trim()
            .split("  ")
            .filter(|cell| !cell.trim().is_empty())
            .collect()
    } else {
        let line = line.trim();
        let is_cell = |word: &str| is_nothing(word) || word.split('/').all(is_number);
        let words: Vec<&str> = line.split(' ').collect();
        let count = words.iter().rev().take_while(|word| is_cell(word)).count();
        let (names, numbers) = words.split_at(words.len() - count);
        let length: usize = names.iter().map(|word| word.len() + 1).sum();
        let name = line.get(..length.saturating_sub(1)).unwrap_or_default();
        core::iter::once(name)
            .chain(numbers.iter().copied())
            .collect()
    };
    separated.into_iter().map(str::trim).collect()
}

/// The name and the number cells of a row; nothing where it has no numbers.
fn row<'a>(cells: &[&'a str]) -> Option<(&'a str, Vec<&'a str>)> {
    let mut rest = cells;
    // The order number in front, where a name follows.
    if let [first, name, ..] = cells
        && (first.is_empty() || is_order(first))
        && !name.is_empty()
        && !name.split('/').all(is_number)
    {
        rest = cells.get(1..).unwrap_or_default();
    }
    let (name, numbers) = match rest.split_first() {
        Some((first, numbers)) if !first.split('/').all(is_number) => (*first, numbers),
        _ => ("", rest),
    };
    let numbers: Vec<&str> = numbers
        .iter()
        .flat_map(|cell| cell.split('/').map(str::trim))
        .collect();
    let any = numbers.iter().any(|cell| is_number(cell));
    any.then_some((name, numbers))
}

fn is_number(cell: &str) -> bool {
    decimal::read(cell).is_some()
}

/// What people write where there is no number.
fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "-" | "–" | "—" | "x" | "X")
}

/// `1`, `2.`, `IV`: the number of a row.
fn is_order(cell: &str) -> bool {
    let cell = cell.trim_end_matches(['.', ')']);
    let digits = cell.len() <= 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let roman = cell
        .bytes()
        .all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'));
    !cell.is_empty() && (digits || roman)
}

fn year(cell: &str) -> Option<u16> {
    let plain = cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let year = cell.parse().ok()?;
    (plain && (1990..=2100).contains(&year)).then_some(year)
}

fn years_in(line: &str) -> Vec<u16> {
    let words = line.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter_map(year).collect()
}

fn is_total(name: &str) -> bool {
    let code = place_lines::code_of(name);
    let words = ["tong", "tong-cong", "tong-so", "tong-diem", "cong", "total"];
    words.contains(&code.as_str())
}

fn area(name: &str, numbers: &[Option<Hundredths>]) -> Area {
    let (marks, change) = match numbers {
        [marks @ .., change] if numbers.len() == 5 => (marks, *change),
        marks => (marks, None),
    };
    let mark = |pair: &[Option<Hundredths>]| Mark {
        score: pair.first().copied().flatten(),
        maximum: pair.get(1).copied().flatten().unwrap_or_default(),
    };
    Area {
        name: name.to_owned(),
        marks: marks.chunks(2).map(mark).collect(),
        printed_change: change,
        survey: false,
    }
}
