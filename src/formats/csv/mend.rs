//! Reading a cell that a spreadsheet may have changed, and counting what was put right.

use super::dialect::Repairs;
use super::problem::Expected;
use super::repair::{self, DayOrder};
use sipas_core::ballot::is_code;
use sipas_core::moment::Moment;
use std::collections::BTreeMap;

/// The most different places without a code that are listed for the person to say what they are.
pub const MOST_STRANGE: usize = 500;

/// What spreadsheets do to a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Nothing is ever put right: a comment is what it is.
    None,
    /// Only space around it.
    Text,
    /// An id of so many digits.
    Hex(u8),
    /// A number, or a code that looks like one.
    Number,
    /// A unit or field.
    Place,
    /// A date and time.
    Moment,
}

/// The person's choices for units and fields a file calls by other names: what the file says, then the code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceMap {
    /// Units.
    pub units: BTreeMap<String, String>,
    /// Fields.
    pub fields: BTreeMap<String, String>,
}

impl PlaceMap {
    /// The choice for what a file says in this column.
    #[must_use]
    pub fn get(&self, column: &str, cell: &str) -> Option<&String> {
        let map = if column == "unit" {
            &self.units
        } else {
            &self.fields
        };
        map.get(cell)
    }
}

/// What is put right in one file.
#[derive(Debug)]
pub struct Mending<'m> {
    /// The person's choices.
    pub map: &'m PlaceMap,
    /// How dates were turned.
    pub order: DayOrder,
    /// What was put right so far.
    pub repairs: Repairs,
    /// Units and fields that are no codes and nobody has said what they are: column and text, and
    /// in how many rows.
    pub strange: BTreeMap<(String, String), u64>,
}

impl<'m> Mending<'m> {
    /// With nothing put right yet.
    pub const fn new(map: &'m PlaceMap, order: DayOrder) -> Self {
        Self {
            map,
            order,
            repairs: Repairs {
                zeros: 0,
                dates: 0,
                offsets: 0,
                decimals: 0,
                spaces: 0,
                widths: 0,
                empty_rows: 0,
                mapped: 0,
            },
            strange: BTreeMap::new(),
        }
    }

    /// The cell's value, put right where that is possible and needed.
    pub fn take<T>(
        &mut self,
        column: &str,
        cell: &str,
        damage: Damage,
        value: &impl Fn(&str) -> Result<T, Expected>,
    ) -> Result<T, Expected> {
        if damage == Damage::Place {
            return self.place(column, cell, value);
        }
        let wrong = match value(cell) {
            Err(wrong) if damage != Damage::None => wrong,
            taken => return taken,
        };
        let bare = repair::trimmed(cell).unwrap_or(cell);
        if bare != cell
            && let Ok(taken) = value(bare)
        {
            self.repairs.spaces += 1;
            return Ok(taken);
        }
        match damage {
            Damage::None | Damage::Text | Damage::Place => Err(wrong),
            Damage::Hex(digits) => match repair::hex(bare, digits).map(|id| value(&id)) {
                Some(Ok(taken)) => {
                    self.repairs.zeros += 1;
                    Ok(taken)
                }
                Some(Err(_)) | None if is_number(bare) => Err(Expected::WholeId(digits)),
                Some(Err(_)) | None => Err(wrong),
            },
            Damage::Number => match repair::whole(bare).map(value) {
                Some(Ok(taken)) => {
                    self.repairs.decimals += 1;
                    Ok(taken)
                }
                Some(Err(_)) | None => Err(wrong),
            },
            Damage::Moment => self.moment(bare, value).ok_or_else(|| {
                if repair::evidence(bare).is_some() {
                    Expected::PlainDate
                } else {
                    wrong
                }
            }),
        }
    }

    /// A date in the form the reader knows.
    fn moment<T>(&mut self, cell: &str, value: &impl Fn(&str) -> Result<T, Expected>) -> Option<T> {
        let (moment, supposed): (Moment, bool) = repair::moment(cell, self.order)?;
        let taken = value(&crate::moment::write(moment)?).ok()?;
        self.repairs.dates += 1;
        self.repairs.offsets += u64::from(supposed);
        Some(taken)
    }

    fn place<T>(
        &mut self,
        column: &str,
        cell: &str,
        value: &impl Fn(&str) -> Result<T, Expected>,
    ) -> Result<T, Expected> {
        let bare = repair::trimmed(cell).unwrap_or(cell);
        if let Some(code) = self.map.get(column, bare) {
            self.repairs.mapped += 1;
            return value(code);
        }
        if bare != cell && (bare.is_empty() || is_code(bare)) {
            self.repairs.spaces += 1;
        }
        let taken = value(bare);
        if taken.is_err() {
            let key = (column.to_owned(), bare.chars().take(120).collect());
            let is_known = self.strange.contains_key(&key);
            if is_known || self.strange.len() < MOST_STRANGE {
                *self.strange.entry(key).or_default() += 1;
            }
        }
        taken
    }
}

/// A number as spreadsheets write long ones: `1.23457E+15`, or more digits than they keep.
fn is_number(cell: &str) -> bool {
    let figures = |byte: u8| byte.is_ascii_digit() || b".,+-Ee".contains(&byte);
    cell.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit())
        && cell.bytes().all(figures)
        && cell.contains(['E', 'e', '.', ','])
}
