//! Reads a plan's file.

use super::{DOCUMENT, EDIT, FORMAT, ITEM, SEEN, TEXT, evidence, holds};
use crate::document::{all_problems, check_format};
use crate::json::{Json, text};
use crate::shape::{Fields, Reader};
use sipas_core::ballot::is_code;
use sipas_core::findings::quoted;
use sipas_core::plan::{ActionPlan, Edit, Evidence, HeadPart, ItemPart, Place};
use sipas_core::problem::{Fault, Problem};
use std::collections::BTreeSet;

/// Reads a plan's file (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(file: &str) -> Result<ActionPlan, Vec<Problem>> {
    let root = text::parse(file).map_err(|problem| vec![problem])?;
    read_tree(file, &root)
}

/// Reads a plan from its text and the tree of it.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that, and of a damaged file only
/// that its check does not hold.
pub fn read_tree(file: &str, root: &Json) -> Result<ActionPlan, Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    if !holds(file) {
        return Err(vec![Problem {
            path: "check".to_owned(),
            fault: Fault::Contradiction,
            expected: "the check of the file as it was written".to_owned(),
            found: "another one: the file was changed or damaged".to_owned(),
        }]);
    }
    let mut reader = Reader::<true>::new();
    let fields = reader.object(root, DOCUMENT);
    let id = fields.text("id");
    if !is_code(&id) && fields.get("id").is_some() {
        reader.problem("id", Fault::BadCode, "a-z 0-9 -", &quoted(&id));
    }
    let seen: Vec<(u32, u32)> =
        reader.list(fields, "seen", &|reader: &mut Reader<true>, json: &Json| {
            let fields = reader.object(json, SEEN);
            (
                writer(reader, fields),
                fields.whole("n").unwrap_or_default(),
            )
        });
    let items: Vec<(u64, Evidence)> = reader.list(
        fields,
        "items",
        &|reader: &mut Reader<true>, json: &Json| {
            let fields = reader.object(json, ITEM);
            let evidence = reader.part(fields, "evidence", &evidence::read);
            (item(reader, fields, "id"), evidence.unwrap_or_default())
        },
    );
    let texts = reader.list(fields, "texts", &written);
    let mut content = Vec::new();
    let mut repeated = |path: String, found: String| {
        content.push(Problem {
            path,
            fault: Fault::Duplicate,
            expected: "each once".to_owned(),
            found: quoted(&found),
        });
    };
    let mut ids = BTreeSet::new();
    for (index, (id, _)) in items.iter().enumerate() {
        if !ids.insert(*id) {
            repeated(format!("items[{index}].id"), format!("{id:016x}"));
        }
    }
    let mut writers = BTreeSet::new();
    for (index, (writer, _)) in seen.iter().enumerate() {
        if !writers.insert(*writer) {
            repeated(format!("seen[{index}].by"), format!("{writer:08x}"));
        }
    }
    let mut edits = Vec::new();
    for (index, (place, all)) in texts.into_iter().enumerate() {
        if let Some(Place::Item(id, _)) = place
            && !ids.contains(&id)
        {
            content.push(Problem {
                path: format!("texts[{index}].item"),
                fault: Fault::BadReference,
                expected: "the id of an item".to_owned(),
                found: quoted(&format!("{id:016x}")),
            });
        }
        if let Some(place) = place {
            edits.extend(all.into_iter().map(|edit| (place, edit)));
        }
    }
    let problems = all_problems(root, reader, content);
    if problems.is_empty() {
        Ok(ActionPlan::restored(&id, seen, items, edits))
    } else {
        Err(problems)
    }
}

/// A text's place and its edits; no place where it names none.
fn written(reader: &mut Reader<true>, json: &Json) -> (Option<Place>, Vec<Edit>) {
    let fields = reader.object(json, TEXT);
    let name = fields.text("part");
    let place = if fields.get("item").is_some() {
        let id = item(reader, fields, "item");
        let mut parts = ItemPart::ALL.into_iter();
        let part = parts.find(|part| part.name() == name);
        part.map(|part| Place::Item(id, part))
    } else {
        let mut parts = HeadPart::ALL.into_iter();
        parts.find(|part| part.name() == name).map(Place::Head)
    };
    if place.is_none() && fields.get("part").is_some() {
        let expected = "the name of a part";
        reader.problem("part", Fault::BadReference, expected, &quoted(&name));
    }
    let edits = reader.list(fields, "edits", &edit);
    (place, edits)
}

fn edit(reader: &mut Reader<true>, json: &Json) -> Edit {
    let fields = reader.object(json, EDIT);
    let at = fields.text("at");
    let seconds = at.parse().ok();
    if seconds.is_none() && fields.get("at").is_some() {
        let expected = "whole seconds since 1970";
        reader.problem("at", Fault::OutOfRange, expected, &quoted(&at));
    }
    Edit {
        at: seconds.unwrap_or_default(),
        writer: writer(reader, fields),
        number: fields.whole("n").unwrap_or_default(),
        text: fields.text("text"),
    }
}

fn writer(reader: &mut Reader<true>, fields: Fields<'_, true>) -> u32 {
    u32::try_from(hex(reader, fields, "by", 8)).unwrap_or_default()
}

fn item(reader: &mut Reader<true>, fields: Fields<'_, true>, key: &'static str) -> u64 {
    hex(reader, fields, key, 16)
}

/// A number of exactly so many lower-case hex digits.
fn hex(
    reader: &mut Reader<true>,
    fields: Fields<'_, true>,
    key: &'static str,
    digits: usize,
) -> u64 {
    let text = fields.text(key);
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let sound = text.len() == digits && text.bytes().all(is_digit);
    let number = u64::from_str_radix(&text, 16).ok().filter(|_| sound);
    if number.is_none() && fields.get(key).is_some() {
        let expected = format!("{digits} hex digits");
        reader.problem(key, Fault::BadCode, &expected, &quoted(&text));
    }
    number.unwrap_or_default()
}
