//! A scorecard as it is stored and handed on: format `sipas-scorecard/1`. Points are texts such as `"11.50"`, which every
//! reader keeps exact.

use crate::decimal;
use crate::document::{all_problems, check_format};
use crate::json::{Json, push_text, text};
use crate::shape::Kind::{Flag, List, Object, Text};
use crate::shape::{Fields, Reader, Shape};
use sipas_core::decimal::Hundredths;
use sipas_core::findings::quoted;
use sipas_core::problem::{Fault, Problem};
use sipas_core::scorecard::{Area, Mark, Scorecard};

/// The format's name; the file says `sipas-scorecard/1`.
pub const FORMAT: &str = "sipas-scorecard";

/// The keys of a scorecard; `years` are numbers.
pub const DOCUMENT: &Shape = &[
    ("format", Text, true),
    ("years", List, true),
    ("areas", List, true),
    ("total", Object, false),
];

/// The keys of an area, and of the row of totals.
pub const AREA: &Shape = &[
    ("name", Text, true),
    ("survey", Flag, false),
    ("marks", List, true),
    ("change", Text, false),
];

/// The keys of one year's points.
pub const MARK: &Shape = &[("score", Text, false), ("maximum", Text, true)];

/// The file; reading it gives the same back.
#[must_use]
pub fn write(card: &Scorecard) -> String {
    let mut out = String::from("{\"format\":\"sipas-scorecard/1\",\"years\":[");
    let years: Vec<String> = card.years.iter().map(u16::to_string).collect();
    out.push_str(&years.join(","));
    out.push_str("],\"areas\":[");
    for (index, area) in card.areas.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        push_area(&mut out, area);
    }
    out.push(']');
    if let Some(total) = &card.printed_total {
        out.push_str(",\"total\":");
        push_area(&mut out, total);
    }
    out.push_str("}\n");
    out
}

fn push_area(out: &mut String, area: &Area) {
    out.push_str("{\"name\":");
    push_text(out, &area.name);
    if area.survey {
        out.push_str(",\"survey\":true");
    }
    out.push_str(",\"marks\":[");
    for (index, mark) in area.marks.iter().enumerate() {
        out.push_str(if index == 0 { "{" } else { ",{" });
        if let Some(score) = mark.score {
            out.push_str("\"score\":");
            push_text(out, &plain(score));
            out.push(',');
        }
        out.push_str("\"maximum\":");
        push_text(out, &plain(mark.maximum));
        out.push('}');
    }
    out.push(']');
    if let Some(change) = area.printed_change {
        out.push_str(",\"change\":");
        push_text(out, &plain(change));
    }
    out.push('}');
}

/// With a point, and the minus sign every program knows.
fn plain(number: Hundredths) -> String {
    number.text("en").replace('−', "-")
}

/// Reads the file (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(file: &str) -> Result<Scorecard, Vec<Problem>> {
    let root = text::parse(file).map_err(|problem| vec![problem])?;
    read_tree(&root)
}

/// Reads it from a JSON tree. Figures that cannot be right are no problem here: they are
/// [`Scorecard::flaws`], and stay what somebody wrote.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that.
pub fn read_tree(root: &Json) -> Result<Scorecard, Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    let mut reader = Reader::<true>::new();
    let fields = reader.object(root, DOCUMENT);
    let mut content = Vec::new();
    let years: Vec<u16> = match fields.get("years") {
        Some(Json::List(items)) => {
            let mut years = Vec::new();
            for (index, item) in items.iter().enumerate() {
                match item {
                    Json::Number(year)
                        if (1990.0..=2100.0).contains(year) && year.fract() == 0.0 =>
                    {
                        years.push(*year as u16);
                    }
                    _ => content.push(Problem {
                        path: format!("years[{index}]"),
                        fault: Fault::OutOfRange,
                        expected: "a year".to_owned(),
                        found: item.shown(),
                    }),
                }
            }
            years
        }
        _ => Vec::new(),
    };
    let card = Scorecard {
        areas: reader.list(fields, "areas", &area),
        printed_total: reader.part(fields, "total", &area),
        years,
    };
    let rows = card.areas.iter().chain(&card.printed_total).enumerate();
    for (index, row) in rows.filter(|(_, row)| row.marks.len() != card.years.len()) {
        let list = index < card.areas.len();
        content.push(Problem {
            path: if list {
                format!("areas[{index}].marks")
            } else {
                "total.marks".to_owned()
            },
            fault: Fault::OutOfRange,
            expected: "one for each year".to_owned(),
            found: row.marks.len().to_string(),
        });
    }
    let problems = all_problems(root, reader, content);
    if problems.is_empty() {
        Ok(card)
    } else {
        Err(problems)
    }
}

fn area(reader: &mut Reader<true>, json: &Json) -> Area {
    let fields = reader.object(json, AREA);
    Area {
        name: fields.text("name"),
        survey: fields.flag("survey", false),
        marks: reader.list(fields, "marks", &mark),
        printed_change: points(reader, fields, "change"),
    }
}

fn mark(reader: &mut Reader<true>, json: &Json) -> Mark {
    let fields = reader.object(json, MARK);
    Mark {
        score: points(reader, fields, "score"),
        maximum: points(reader, fields, "maximum").unwrap_or_default(),
    }
}

fn points(
    reader: &mut Reader<true>,
    fields: Fields<'_, true>,
    key: &'static str,
) -> Option<Hundredths> {
    let text = fields.get(key)?.as_text()?;
    let found = decimal::read(text).map(|number| number.value);
    if found.is_none() {
        let expected = "a number of two decimals, such as \"11.50\"";
        reader.problem(key, Fault::OutOfRange, expected, &quoted(text));
    }
    found
}
