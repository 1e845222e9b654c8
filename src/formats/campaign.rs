//! Campaign files, format `sipas-campaign/1`: the built-in campaign, and the one staff set up.

pub mod plan;

use crate::document::{all_problems, check_format};
use crate::json::{Json, push_text, text};
use crate::shape::Kind::{List, Names, Object, Text, Wording as Texts};
use crate::shape::{Fields, Reader, Shape};
use crate::stamp;
use sipas_core::campaign::plan::Plan;
use sipas_core::campaign::{Campaign, Place};
use sipas_core::problem::Problem;

/// The format's name; the file says `sipas-campaign/1`.
pub const FORMAT: &str = "sipas-campaign";

/// The keys of a campaign file; the published schema has the same.
pub const DOCUMENT: &Shape = &[
    ("$schema", Text, false),
    ("format", Text, true),
    ("id", Text, true),
    ("name", Texts, true),
    ("questionnaire", Text, true),
    ("units", List, false),
    ("fields", List, false),
    ("terms", Names, false),
    ("unit", Text, false),
    ("counter", Text, false),
    ("plan", Object, false),
    (stamp::KEY, Text, false),
];

/// The keys of a unit or field.
pub const PLACE: &Shape = &[("code", Text, true), ("label", Texts, true)];

/// Reads a campaign file (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(text: &str) -> Result<Campaign, Vec<Problem>> {
    let root = text::parse(text).map_err(|problem| vec![problem])?;
    read_tree(&root)
}

/// Reads a campaign from a JSON tree.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that.
pub fn read_tree(root: &Json) -> Result<Campaign, Vec<Problem>> {
    read_all(root).map(|(campaign, _)| campaign)
}

/// Reads a campaign and its plan from a JSON tree.
///
/// # Errors
/// As [`read_tree`].
pub fn read_all(root: &Json) -> Result<(Campaign, Plan), Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    let mut reader = Reader::<true>::new();
    let fields = reader.object(root, DOCUMENT);
    let campaign = document(&mut reader, fields);
    let plan = plan::read(&mut reader, fields);
    let mut content = campaign.problems();
    content.extend(plan.problems());
    let problems = all_problems(root, reader, content);
    if problems.is_empty() {
        Ok((campaign, plan))
    } else {
        Err(problems)
    }
}

/// Reads a campaign whose stamp says it was checked before; nothing where its text carries no stamp
/// or another one. `root` is the tree of `text`.
#[must_use]
pub fn read_stamped(text: &str, root: &Json) -> Option<Campaign> {
    stamp::holds(text).then(|| {
        let mut reader = Reader::<false>::new();
        let fields = reader.object(root, DOCUMENT);
        document(&mut reader, fields)
    })
}

fn document<const D: bool>(reader: &mut Reader<D>, fields: Fields<'_, D>) -> Campaign {
    Campaign {
        id: fields.text("id"),
        name: fields.wording("name"),
        questionnaire: fields.text("questionnaire"),
        units: reader.list(fields, "units", &place),
        fields: reader.list(fields, "fields", &place),
        terms: fields.names("terms"),
        unit: fields.get("unit").map(|_| fields.text("unit")),
        counter: fields.text("counter"),
    }
}

pub(crate) fn place<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Place {
    let fields = reader.object(json, PLACE);
    Place {
        code: fields.text("code"),
        label: fields.wording("label"),
    }
}

/// The campaign as a file, without a plan; reading it gives the same campaign back.
#[must_use]
pub fn write(campaign: &Campaign) -> String {
    write_all(campaign, &Plan::default())
}

/// The campaign and its plan as a file; reading it gives the same back.
#[must_use]
pub fn write_all(campaign: &Campaign, plan: &Plan) -> String {
    let mut out = String::from("{\"format\":\"sipas-campaign/1\",\"id\":");
    push_text(&mut out, &campaign.id);
    out.push_str(",\"name\":");
    push_names(&mut out, campaign.name.entries());
    out.push_str(",\"questionnaire\":");
    push_text(&mut out, &campaign.questionnaire);
    push_places(&mut out, ",\"units\":[", &campaign.units);
    push_places(&mut out, ",\"fields\":[", &campaign.fields);
    out.push_str(",\"terms\":");
    push_names(&mut out, &campaign.terms);
    if let Some(unit) = &campaign.unit {
        out.push_str(",\"unit\":");
        push_text(&mut out, unit);
    }
    out.push_str(",\"counter\":");
    push_text(&mut out, &campaign.counter);
    plan::push(&mut out, plan);
    out.push_str("}\n");
    out
}

fn push_places(out: &mut String, start: &str, places: &[Place]) {
    out.push_str(start);
    for (index, place) in places.iter().enumerate() {
        out.push_str(if index == 0 {
            "{\"code\":"
        } else {
            ",{\"code\":"
        });
        push_text(out, &place.code);
        out.push_str(",\"label\":");
        push_names(out, place.label.entries());
        out.push('}');
    }
    out.push(']');
}

fn push_names(out: &mut String, names: &[(String, String)]) {
    out.push('{');
    for (index, (name, text)) in names.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_text(out, name);
        out.push(':');
        push_text(out, text);
    }
    out.push('}');
}
