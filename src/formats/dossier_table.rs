//! Finished dossiers by unit and field as people paste them: unit, field and number, a line each.
//!
//! The field, or the unit where a campaign has none, may be left out; the number stands last. Units and fields are
//! named by their code or by their name in either language, without regard to capitals and marks; a unit of several of one
//! name by its path of names, `Gia Lai > Đức Cơ`.

use crate::pasted::{cells, whole};
use crate::place_lines::folded;
use sipas_core::campaign::Place;
use sipas_core::campaign::plan::Cell;
use std::collections::BTreeMap;

/// Places a table may name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Places<'a> {
    /// Units a respondent may choose among.
    pub units: &'a [Place],
    /// Units above them.
    pub groups: &'a [Place],
    /// Fields.
    pub fields: &'a [Place],
}

/// A line that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
    /// What stands there.
    pub found: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// More than a unit, a field and a number.
    NumberOfCells,
    /// The last cell is no whole number.
    NoNumber,
    /// No unit has this code or name.
    UnknownUnit,
    /// No field has this code or name.
    UnknownField,
    /// Neither a unit nor a field has this code or name.
    UnknownPlace,
    /// Several places have this name.
    SeveralPlaces,
    /// This earlier line has the same unit and field.
    Repeated(usize),
}

/// Words, without marks, for the heading of the numbers.
const HEADING: [&str; 4] = ["ho so", "so luong", "dossier", "number"];

/// Reads the table; empty lines are passed over, and so is a heading in the first line.
///
/// # Errors
/// Every line that cannot be taken.
pub fn read(text: &str, places: Places<'_>) -> Result<Vec<Cell>, Vec<BadLine>> {
    let index = Index::of(places);
    let mut found: Vec<Cell> = Vec::new();
    let mut met: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut bad = Vec::new();
    let mut is_first = true;
    for (number, raw) in text.lines().enumerate() {
        let line = number + 1;
        let cells = cells(raw);
        if cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        if core::mem::take(&mut is_first) && is_heading(&cells) {
            continue;
        }
        match index.cell(&cells) {
            Ok(cell) => match met.get(&(cell.unit.clone(), cell.field.clone())) {
                Some(first) => bad.push(BadLine {
                    line,
                    fault: Fault::Repeated(*first),
                    found: raw.trim().to_owned(),
                }),
                None => {
                    met.insert((cell.unit.clone(), cell.field.clone()), line);
                    found.push(cell);
                }
            },
            Err((fault, found)) => bad.push(BadLine {
                line,
                fault,
                found: found.to_owned(),
            }),
        }
    }
    if bad.is_empty() { Ok(found) } else { Err(bad) }
}

fn is_heading(cells: &[&str]) -> bool {
    let last = cells.last().copied().unwrap_or_default();
    let name = folded(last);
    whole(last).is_none() && HEADING.iter().any(|word| name.contains(word))
}

/// The table those dossiers are edited as: tabs between cells, units and fields by name.
#[must_use]
pub fn write(dossiers: &[Cell], places: Places<'_>) -> String {
    let index = Index::of(places);
    let mut lines = Vec::new();
    for one in dossiers {
        let count = one.dossiers.to_string();
        let field = index.field_name(&one.field);
        lines.push(if one.unit.is_empty() && one.field.is_empty() {
            count
        } else if one.unit.is_empty() && !index.units.contains_key(&key(&field)) {
            [&field, "\t", &count].concat()
        } else {
            let unit = index.unit_name(&one.unit);
            [&unit, "\t", &field, "\t", &count].concat()
        });
    }
    lines.join("\n")
}

/// Places by everything they may be called.
struct Index<'a> {
    units: BTreeMap<String, Vec<&'a str>>,
    fields: BTreeMap<String, Vec<&'a str>>,
    places: Places<'a>,
}

impl<'a> Index<'a> {
    fn of(places: Places<'a>) -> Self {
        let mut index = Self {
            units: BTreeMap::new(),
            fields: BTreeMap::new(),
            places,
        };
        for place in places.units.iter().chain(places.groups) {
            let path = index.path(&place.code);
            add(&mut index.units, place, [path]);
        }
        for place in places.fields {
            add(&mut index.fields, place, []);
        }
        index
    }

    /// A unit's names from the top, as they are typed.
    fn path(&self, code: &str) -> String {
        let ends = code.match_indices('/').map(|(end, _)| end);
        let names = ends.chain([code.len()]).filter_map(|end| {
            let code = code.get(..end)?;
            let all = self.places.groups.iter().chain(self.places.units);
            let place = all.into_iter().find(|place| place.code == code)?;
            Some(place.label.get("vi"))
        });
        names.collect::<Vec<_>>().join(" > ")
    }

    fn field_name(&self, code: &str) -> String {
        let place = self.places.fields.iter().find(|place| place.code == code);
        let name = place.map_or(code, |place| place.label.get("vi"));
        if is_one(&self.fields, name) {
            name.to_owned()
        } else {
            code.to_owned()
        }
    }

    fn unit_name(&self, code: &str) -> String {
        let all = self.places.units.iter().chain(self.places.groups);
        let Some(place) = all.into_iter().find(|place| place.code == code) else {
            return code.to_owned();
        };
        let name = place.label.get("vi");
        let path = self.path(code);
        if is_one(&self.units, name) {
            name.to_owned()
        } else if is_one(&self.units, &path) {
            path
        } else {
            code.to_owned()
        }
    }

    fn cell<'b>(&self, cells: &[&'b str]) -> Result<Cell, (Fault, &'b str)> {
        let Some((count, names)) = cells.split_last() else {
            return Err((Fault::NoNumber, ""));
        };
        let dossiers = whole(count).ok_or((Fault::NoNumber, *count))?;
        let cell = |unit: &str, field: &str| Cell {
            unit: unit.to_owned(),
            field: field.to_owned(),
            dossiers,
        };
        match names {
            [] => Ok(cell("", "")),
            [unit, field] => {
                let unit = one(&self.units, unit, Fault::UnknownUnit)?;
                Ok(cell(unit, one(&self.fields, field, Fault::UnknownField)?))
            }
            [name] => {
                let unit = one(&self.units, name, Fault::UnknownPlace);
                let field = one(&self.fields, name, Fault::UnknownPlace);
                match (unit, field) {
                    (Ok(_), Ok(_)) if !name.is_empty() => Err((Fault::SeveralPlaces, *name)),
                    (Err((Fault::UnknownPlace, _)), field) => Ok(cell("", field?)),
                    (unit, _) => Ok(cell(unit?, "")),
                }
            }
            [_, _, more, ..] => Err((Fault::NumberOfCells, *more)),
        }
    }
}

fn add<'a, const N: usize>(
    names: &mut BTreeMap<String, Vec<&'a str>>,
    place: &'a Place,
    more: [String; N],
) {
    let labels = place.label.entries().iter().map(|(_, name)| name.clone());
    let mut keys: Vec<String> = labels
        .chain([place.code.clone()])
        .chain(more)
        .map(|name| key(&name))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        names.entry(key).or_default().push(&place.code);
    }
}

/// A name without capitals, marks and spaces that make no difference.
fn key(name: &str) -> String {
    folded(name)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a name can be written for one place: it names no other, and reads back.
fn is_one(names: &BTreeMap<String, Vec<&str>>, name: &str) -> bool {
    let one = matches!(names.get(&key(name)).map(Vec::as_slice), Some([_]));
    one && !name.contains(['\t', '"'])
}

/// The one place of a name; the empty one where there is no name.
fn one<'a, 'b>(
    names: &BTreeMap<String, Vec<&'a str>>,
    name: &'b str,
    unknown: Fault,
) -> Result<&'a str, (Fault, &'b str)> {
    if name.is_empty() {
        return Ok("");
    }
    match names.get(&key(name)).map(Vec::as_slice) {
        Some([code]) => Ok(code),
        Some([_, ..]) => Err((Fault::SeveralPlaces, name)),
        Some([]) | None => Err((unknown, name)),
    }
}
