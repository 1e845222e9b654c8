//! What an office entered for its quarters, as it is stored and handed on: format `sipas-evaluations/1`.

use crate::document::{all_problems, check_format};
use crate::json::{Json, push_text, text};
use crate::shape::Kind::{List, Object, Text};
use crate::shape::{Fields, Reader, Shape};
use sipas_core::evaluation::{Column, Entered, Entry, Quarter};
use sipas_core::findings::quoted;
use sipas_core::period::{Period, Step};
use sipas_core::problem::{Fault, Problem};

/// The format's name; the file says `sipas-evaluations/1`.
pub const FORMAT: &str = "sipas-evaluations";

/// The keys of the file.
pub const DOCUMENT: &Shape = &[("format", Text, true), ("quarters", List, true)];

/// The keys of a quarter.
pub const QUARTER: &Shape = &[
    ("quarter", Text, true),
    ("unit", Text, false),
    ("entered", List, true),
];

/// The keys of an indicator.
pub const ENTERED: &Shape = &[
    ("criterion", Text, true),
    ("assessed", Object, false),
    ("verified", Object, false),
];

/// The keys of a value; `at` is a text, because seconds outgrow what all parsers keep exact.
pub const ENTRY: &Shape = &[
    ("level", Text, true),
    ("source", Text, true),
    ("at", Text, false),
];

/// The file; reading it gives the same back.
#[must_use]
pub fn write(quarters: &[Quarter]) -> String {
    let mut out = String::from("{\"format\":\"sipas-evaluations/1\",\"quarters\":[");
    for (index, quarter) in quarters.iter().enumerate() {
        out.push_str(if index == 0 {
            "\n{\"quarter\":"
        } else {
            ",\n{\"quarter\":"
        });
        push_text(&mut out, &quarter.period.key());
        out.push_str(",\"unit\":");
        push_text(&mut out, &quarter.unit);
        out.push_str(",\"entered\":[");
        for (place, one) in quarter.entered.iter().enumerate() {
            out.push_str(if place == 0 {
                "{\"criterion\":"
            } else {
                ",{\"criterion\":"
            });
            push_text(&mut out, &one.criterion);
            for column in Column::ALL {
                if let Some(entry) = one.entry(column) {
                    out.push_str(&format!(",\"{}\":{{\"level\":", column.name()));
                    push_text(&mut out, &entry.level);
                    out.push_str(",\"source\":");
                    push_text(&mut out, &entry.source);
                    out.push_str(&format!(",\"at\":\"{}\"}}", entry.at));
                }
            }
            out.push('}');
        }
        out.push_str("]}");
    }
    out.push_str("\n]}\n");
    out
}

/// Reads the file (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(file: &str) -> Result<Vec<Quarter>, Vec<Problem>> {
    let root = text::parse(file).map_err(|problem| vec![problem])?;
    read_tree(&root)
}

/// Reads it from a JSON tree.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that.
pub fn read_tree(root: &Json) -> Result<Vec<Quarter>, Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    let mut reader = Reader::<true>::new();
    let fields = reader.object(root, DOCUMENT);
    let quarters = reader.list(fields, "quarters", &quarter);
    let problems = all_problems(root, reader, Vec::new());
    if problems.is_empty() {
        Ok(quarters.into_iter().flatten().collect())
    } else {
        Err(problems)
    }
}

fn quarter(reader: &mut Reader<true>, json: &Json) -> Option<Quarter> {
    let fields = reader.object(json, QUARTER);
    let key = fields.text("quarter");
    let period = Period::from_key(&key).filter(|period| period.step() == Step::Quarter);
    if period.is_none() && fields.get("quarter").is_some() {
        let expected = "a quarter such as 2026-Q4";
        reader.problem("quarter", Fault::OutOfRange, expected, &quoted(&key));
    }
    let entered = reader.list(fields, "entered", &entered);
    Some(Quarter {
        period: period?,
        unit: fields.text("unit"),
        entered,
    })
}

fn entered(reader: &mut Reader<true>, json: &Json) -> Entered {
    let fields = reader.object(json, ENTERED);
    Entered {
        criterion: fields.text("criterion"),
        assessed: reader.part(fields, "assessed", &entry),
        verified: reader.part(fields, "verified", &entry),
    }
}

fn entry(reader: &mut Reader<true>, json: &Json) -> Entry {
    let fields: Fields<'_, true> = reader.object(json, ENTRY);
    let at = fields.text("at");
    let seconds = at.parse().ok();
    if seconds.is_none() && !at.is_empty() {
        let expected = "whole seconds since 1970";
        reader.problem("at", Fault::OutOfRange, expected, &quoted(&at));
    }
    Entry {
        level: fields.text("level"),
        source: fields.text("source"),
        at: seconds.unwrap_or_default(),
    }
}
