//! A list of dossier numbers to draw from: one a line, with unit and field behind it if wanted.
//!
//! The numbers are used for drawing and printed as a list of whom to ask; they are stored with no ballot.

use crate::pasted::cells;
use crate::place_lines::folded;
use sipas_core::drawing::{spread_over, systematic};
use std::collections::BTreeMap;

/// A list as pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DossierList {
    /// The dossiers, each once, in the list's order.
    pub dossiers: Vec<Dossier>,
    /// Lines, from 1, whose dossier an earlier line has: (line, line of the first).
    pub repeated: Vec<(usize, usize)>,
    /// Empty lines between others, from 1.
    pub blank: Vec<usize>,
    /// Whether the first line that is not empty names the columns.
    pub headed: bool,
    /// Lines, from 1, with more cells than number, unit and field where no heading says which is which, or without a number.
    pub unclear: Vec<usize>,
}

/// One finished dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    /// Its number as pasted.
    pub number: String,
    /// Its unit as pasted; empty where the line has none.
    pub unit: String,
    /// Its field as pasted; empty where the line has none.
    pub field: String,
    /// Its line, from 1.
    pub line: usize,
}

/// Words, without marks, by which a heading names a column: the dossier's number, its unit, its field.
const HEADINGS: [&[&str]; 3] = [
    &["ho so", "bien nhan", "dossier", "number"],
    &["don vi", "unit"],
    &["linh vuc", "field"],
];

/// Where number, unit and field stand, from 0.
#[derive(Debug, Clone, Copy)]
struct Columns {
    number: usize,
    unit: Option<usize>,
    field: Option<usize>,
}

/// A list being read, line by line: a long one is not to hold a page up.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    list: DossierList,
    met: BTreeMap<String, usize>,
    /// Empty lines that count only if another line follows.
    open: Vec<usize>,
    lines: usize,
    begun: bool,
    columns: Option<Columns>,
}

/// Reads a list: a line holds a number, a number and its field, or a number, its unit and its field, between tabs, semicolons
/// or commas. A first line without any digit that has a word for one of them names the columns; others are passed over then.
///
/// Two numbers are the same where they differ only in capitals or in spaces.
#[must_use]
pub fn read(text: &str) -> DossierList {
    let mut reading = Reading::default();
    for line in text.lines() {
        reading.line(line);
    }
    reading.finish()
}

impl Reading {
    /// Takes the next line.
    pub fn line(&mut self, raw: &str) {
        self.lines += 1;
        let line = self.lines;
        if raw.trim().is_empty() {
            self.open.push(line);
            return;
        }
        self.list.blank.append(&mut self.open);
        let cells = cells(raw);
        if !core::mem::replace(&mut self.begun, true) {
            self.columns = heading(&cells);
            self.list.headed = self.columns.is_some();
            if self.list.headed {
                return;
            }
        }
        let columns = match (self.columns, cells.len()) {
            (Some(columns), _) => columns,
            (None, 1 | 2) => Columns {
                number: 0,
                unit: None,
                field: Some(1),
            },
            (None, 3) => Columns {
                number: 0,
                unit: Some(1),
                field: Some(2),
            },
            (None, _) => return self.list.unclear.push(line),
        };
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", |cell| cell);
        let number = cell(Some(columns.number));
        if number.is_empty() {
            return self.list.unclear.push(line);
        }
        let letters = number.chars().filter(|letter| !letter.is_whitespace());
        let key = letters.flat_map(char::to_uppercase).collect();
        match self.met.get(&key) {
            Some(first) => self.list.repeated.push((line, *first)),
            None => {
                self.met.insert(key, line);
                self.list.dossiers.push(Dossier {
                    number: number.to_owned(),
                    unit: cell(columns.unit).to_owned(),
                    field: cell(columns.field).to_owned(),
                    line,
                });
            }
        }
    }

    /// The list; empty lines at its end do not count.
    #[must_use]
    pub fn finish(self) -> DossierList {
        self.list
    }
}

/// The columns a first line names.
fn heading<T: AsRef<str>>(cells: &[T]) -> Option<Columns> {
    let digits = |cell: &T| cell.as_ref().bytes().any(|byte| byte.is_ascii_digit());
    if cells.iter().any(digits) {
        return None;
    }
    let find = |words: &[&str]| {
        cells.iter().position(|cell| {
            let name = folded(cell.as_ref());
            words.iter().any(|word| name.contains(word))
        })
    };
    let [number, unit, field] = HEADINGS.map(find);
    let any = number.or(unit).or(field);
    any.map(|_| Columns {
        number: number.unwrap_or(0),
        unit,
        field,
    })
}

impl DossierList {
    /// Whether any dossier has a unit or a field to be spread over.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        let mut all = self.dossiers.iter();
        all.any(|one| !one.unit.is_empty() || !one.field.is_empty())
    }

    /// A sample of `wanted` dossiers, in the list's order; `spread` orders the list by unit and field before drawing.
    #[must_use]
    pub fn draw(&self, wanted: u32, seed: u64, spread: bool) -> Vec<&Dossier> {
        let order: Vec<usize> = if spread {
            let groups: Vec<(&str, &str)> = self
                .dossiers
                .iter()
                .map(|one| (one.unit.as_str(), one.field.as_str()))
                .collect();
            spread_over(&groups)
        } else {
            (0..self.dossiers.len()).collect()
        };
        let count = u32::try_from(self.dossiers.len()).unwrap_or(u32::MAX);
        let mut drawn: Vec<&Dossier> = systematic(count, wanted, seed)
            .into_iter()
            .filter_map(|place| order.get(place as usize))
            .filter_map(|place| self.dossiers.get(*place))
            .collect();
        drawn.sort_by_key(|one| one.line);
        drawn
    }
}
