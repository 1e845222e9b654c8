//! The `plan` of a campaign file: period, groups of units, targets, dossiers, margin of error.

use super::{place, push_places};
use crate::json::{Json, push_text};
use crate::shape::Kind::{List, Number, Text, Whole};
use crate::shape::{Fields, Reader, Shape};
use sipas_core::campaign::plan::{Cell, Plan, Scope, ScopedTarget, target};
use sipas_core::compare::Comparator;
use sipas_core::findings::quoted;
use sipas_core::problem::Fault;
use sipas_core::selection::Day;

/// The keys of a plan.
pub const PLAN: &Shape = &[
    ("from", Text, false),
    ("until", Text, false),
    ("groups", List, false),
    ("targets", List, false),
    ("dossiers", List, false),
    ("margin", Number, false),
];

/// The keys of a target.
pub const TARGET: &Shape = &[
    ("of", Text, true),
    ("above", Number, false),
    ("at-least", Number, false),
];

/// The keys of a unit's dossiers; without a unit they are those of all units together, without a field of all its fields.
pub const DOSSIERS: &Shape = &[
    ("unit", Text, false),
    ("field", Text, false),
    ("count", Whole, true),
];

/// Reads the plan of a campaign's tree that was checked before; empty where it has none.
#[must_use]
pub fn of_checked(root: &Json) -> Plan {
    let mut reader = Reader::<false>::new();
    let fields = reader.object(root, super::DOCUMENT);
    read(&mut reader, fields)
}

/// Reads the plan of a campaign's entries.
pub(super) fn read<const D: bool>(reader: &mut Reader<D>, campaign: Fields<'_, D>) -> Plan {
    let plan = reader.part(campaign, "plan", &|reader: &mut Reader<D>, json: &Json| {
        let fields = reader.object(json, PLAN);
        Plan {
            from: date(reader, fields, "from"),
            until: date(reader, fields, "until"),
            groups: reader.list(fields, "groups", &place),
            targets: reader
                .list(fields, "targets", &scoped)
                .into_iter()
                .flatten()
                .collect(),
            dossiers: reader.list(fields, "dossiers", &dossiers),
            margin: fields
                .number("margin")
                .map(|share| (share * 1000.0).round() as u32),
        }
    });
    plan.unwrap_or_default()
}

fn dossiers<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Cell {
    let fields = reader.object(json, DOSSIERS);
    Cell {
        unit: fields.text("unit"),
        field: fields.text("field"),
        dossiers: fields.whole("count").unwrap_or(0),
    }
}

/// A day such as `2026-11-21`.
fn date<const D: bool>(
    reader: &mut Reader<D>,
    fields: Fields<'_, D>,
    key: &'static str,
) -> Option<Day> {
    let text = fields.text(key);
    let day = Day::parse(&text);
    if D && day.is_none() && !text.is_empty() {
        reader.problem(
            key,
            Fault::OutOfRange,
            "a day such as 2026-11-21",
            &quoted(&text),
        );
    }
    day
}

fn scoped<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Option<ScopedTarget> {
    let fields = reader.object(json, TARGET);
    let of = fields.text("of");
    let scope = Scope::of(&of);
    if D && scope.is_none() && fields.get("of").is_some() {
        let expected = "overall, factor/…, field/… or unit/…";
        reader.problem("of", Fault::BadReference, expected, &quoted(&of));
    }
    let target = match (fields.number("above"), fields.number("at-least")) {
        (Some(share), None) => Some(target(Comparator::Above, share)),
        (None, Some(share)) => Some(target(Comparator::AtLeast, share)),
        _ => {
            let given = |key| fields.get(key).is_some();
            let (above, at_least) = (given("above"), given("at-least"));
            // One that is no number is told already.
            if D && above == at_least {
                let found = if above { "both" } else { "neither" };
                reader.problem("above", Fault::Contradiction, "above or at-least", found);
            }
            None
        }
    };
    Some(ScopedTarget {
        scope: scope?,
        target: target?,
    })
}

/// Appends `,"plan":{…}`; nothing where the plan is empty.
pub(super) fn push(out: &mut String, plan: &Plan) {
    if *plan == Plan::default() {
        return;
    }
    out.push_str(",\"plan\":{\"targets\":[");
    for (index, one) in plan.targets.iter().enumerate() {
        out.push_str(if index == 0 { "{\"of\":" } else { ",{\"of\":" });
        push_text(out, &one.scope.text());
        out.push_str(match one.target.comparator {
            Comparator::Above => ",\"above\":",
            Comparator::AtLeast => ",\"at-least\":",
        });
        out.push_str(&one.target.share.to_string());
        out.push('}');
    }
    out.push_str("],\"dossiers\":[");
    for (index, one) in plan.dossiers.iter().enumerate() {
        out.push_str(if index == 0 { "{" } else { ",{" });
        for (key, code) in [("\"unit\":", &one.unit), ("\"field\":", &one.field)] {
            if !code.is_empty() {
                out.push_str(key);
                push_text(out, code);
                out.push(',');
            }
        }
        out.push_str("\"count\":");
        out.push_str(&one.dossiers.to_string());
        out.push('}');
    }
    out.push(']');
    push_places(out, ",\"groups\":[", &plan.groups);
    for (key, value) in [(",\"from\":", plan.from), (",\"until\":", plan.until)] {
        if let Some(value) = value {
            out.push_str(key);
            push_text(out, &value.to_string());
        }
    }
    if let Some(margin) = plan.margin {
        out.push_str(",\"margin\":");
        out.push_str(&(f64::from(margin) / 1000.0).to_string());
    }
    out.push('}');
}
