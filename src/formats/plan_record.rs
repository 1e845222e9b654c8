//! The corrective plan as a file and as it is stored, format `sipas-plan/1`: every edit with who made it and when.
//!
//! Shares are written as texts, because not every JSON parser gives back the number that was written. A `check` at the end
//! tells a damaged file from a whole one; whoever edits a plan by hand takes it away. A file with anything that is
//! not understood is refused with all its problems, so that storing the plan again cannot lose it.

mod evidence;
mod reading;

pub use evidence::EVIDENCE;
pub use reading::{read, read_tree};

use crate::json::push_text;
use crate::record::bytes::crc32;
use crate::shape::Kind::{List, Object, Text, Whole};
use crate::shape::Shape;
use sipas_core::plan::{ActionPlan, Place, Register};

/// The format's name; the file says `sipas-plan/1`.
pub const FORMAT: &str = "sipas-plan";

/// The key of the check.
const CHECK: &str = ",\"check\":\"";

/// The keys of a plan.
pub const DOCUMENT: &Shape = &[
    ("format", Text, true),
    ("id", Text, true),
    ("seen", List, true),
    ("items", List, true),
    ("texts", List, true),
    ("check", Text, false),
];

/// The keys of what was seen of one writer.
pub const SEEN: &Shape = &[("by", Text, true), ("n", Whole, true)];

/// The keys of an item.
pub const ITEM: &Shape = &[("id", Text, true), ("evidence", Object, true)];

/// The keys of a text: which item's (none: the plan's), which part, and its edits.
pub const TEXT: &Shape = &[
    ("item", Text, false),
    ("part", Text, true),
    ("edits", List, true),
];

/// The keys of an edit; `at` is a text, because seconds outgrow what all parsers keep exact.
pub const EDIT: &Shape = &[
    ("by", Text, true),
    ("n", Whole, true),
    ("at", Text, true),
    ("text", Text, true),
];

/// The plan as a file; reading it gives the same back, edits not yet settled included.
#[must_use]
pub fn write(plan: &ActionPlan) -> String {
    let mut out = String::from("{\"format\":\"sipas-plan/1\",\"id\":");
    push_text(&mut out, plan.id());
    out.push_str(",\"seen\":[");
    for (index, (writer, number)) in plan.seen().enumerate() {
        comma(&mut out, index);
        out.push_str(&format!("{{\"by\":\"{writer:08x}\",\"n\":{number}}}"));
    }
    out.push_str("],\"items\":[");
    for (index, (id, item)) in plan.all_items().enumerate() {
        comma(&mut out, index);
        out.push_str(&format!("{{\"id\":\"{id:016x}\",\"evidence\":"));
        evidence::push(&mut out, &item.evidence);
        out.push('}');
    }
    out.push_str("],\"texts\":[");
    for (index, (place, register)) in plan.registers().enumerate() {
        comma(&mut out, index);
        push_register(&mut out, place, register);
    }
    out.push(']');
    let sum = crc32(0, out.as_bytes());
    out.push_str(&format!("{CHECK}{sum:08x}\"}}\n"));
    out
}

fn push_register(out: &mut String, place: Place, register: &Register) {
    let part = match place {
        Place::Head(part) => {
            out.push('{');
            part.name()
        }
        Place::Item(id, part) => {
            out.push_str(&format!("{{\"item\":\"{id:016x}\","));
            part.name()
        }
    };
    out.push_str(&format!("\"part\":\"{part}\",\"edits\":["));
    for (index, edit) in register.edits().iter().enumerate() {
        comma(out, index);
        out.push_str(&format!(
            "{{\"by\":\"{:08x}\",\"n\":{},\"at\":\"{}\",\"text\":",
            edit.writer, edit.number, edit.at
        ));
        push_text(out, &edit.text);
        out.push('}');
    }
    out.push_str("]}");
}

fn comma(out: &mut String, index: usize) {
    if index > 0 {
        out.push(',');
    }
}

/// Whether the check at the end of a file holds; a file without one is taken as it is.
fn holds(text: &str) -> bool {
    match text.rsplit_once(CHECK) {
        None => true,
        Some((content, rest)) => {
            let sum = format!("{:08x}\"}}", crc32(0, content.as_bytes()));
            rest.trim_end() == sum
        }
    }
}
