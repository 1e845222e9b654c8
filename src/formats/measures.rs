//! Libraries of measures, format `sipas-measures/1`: the one shipped, and an office's own.

use crate::document::{all_problems, check_format};
use crate::json::{Json, push_text, text};
use crate::shape::Kind::{List, Text, Texts, Wording as Words};
use crate::shape::{Reader, Shape};
use sipas_core::measures::{Measure, Measures};
use sipas_core::problem::Problem;
use sipas_core::wording::Wording;

/// The format's name; the file says `sipas-measures/1`.
pub const FORMAT: &str = "sipas-measures";

/// The keys of a library; the published schema has the same.
pub const DOCUMENT: &Shape = &[
    ("$schema", Text, false),
    ("format", Text, true),
    ("questionnaire", Text, true),
    ("measures", List, true),
];

/// The keys of a measure.
pub const MEASURE: &Shape = &[
    ("id", Text, true),
    ("factor", Text, true),
    ("criteria", Texts, false),
    ("task", Words, true),
    ("action", Words, true),
    ("product", Words, false),
];

/// Reads a library (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(file: &str) -> Result<Measures, Vec<Problem>> {
    let root = text::parse(file).map_err(|problem| vec![problem])?;
    read_tree(&root)
}

/// Reads a library from a JSON tree.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that.
pub fn read_tree(root: &Json) -> Result<Measures, Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    let mut reader = Reader::<true>::new();
    let fields = reader.object(root, DOCUMENT);
    let measures = Measures {
        questionnaire: fields.text("questionnaire"),
        measures: reader.list(fields, "measures", &measure),
    };
    let content = measures.problems();
    let problems = all_problems(root, reader, content);
    if problems.is_empty() {
        Ok(measures)
    } else {
        Err(problems)
    }
}

fn measure(reader: &mut Reader<true>, json: &Json) -> Measure {
    let fields = reader.object(json, MEASURE);
    Measure {
        id: fields.text("id"),
        factor: fields.text("factor"),
        criteria: fields.texts("criteria"),
        task: fields.wording("task"),
        action: fields.wording("action"),
        product: fields.wording("product"),
    }
}

/// The library as a file; reading it gives the same back.
#[must_use]
pub fn write(library: &Measures) -> String {
    let mut out = String::from("{\"format\":\"sipas-measures/1\",\"questionnaire\":");
    push_text(&mut out, &library.questionnaire);
    out.push_str(",\"measures\":[");
    for (index, one) in library.measures.iter().enumerate() {
        out.push_str(if index == 0 {
            "\n{\"id\":"
        } else {
            ",\n{\"id\":"
        });
        push_text(&mut out, &one.id);
        out.push_str(",\"factor\":");
        push_text(&mut out, &one.factor);
        for (place, criterion) in one.criteria.iter().enumerate() {
            out.push_str(if place == 0 { ",\"criteria\":[" } else { "," });
            push_text(&mut out, criterion);
        }
        if !one.criteria.is_empty() {
            out.push(']');
        }
        for (key, wording) in [
            (",\"task\":", &one.task),
            (",\"action\":", &one.action),
            (",\"product\":", &one.product),
        ] {
            if !wording.entries().is_empty() {
                out.push_str(key);
                push_words(&mut out, wording);
            }
        }
        out.push('}');
    }
    out.push_str("\n]}\n");
    out
}

fn push_words(out: &mut String, wording: &Wording) {
    for (index, (language, text)) in wording.entries().iter().enumerate() {
        out.push(if index == 0 { '{' } else { ',' });
        push_text(out, language);
        out.push(':');
        push_text(out, text);
    }
    out.push('}');
}
