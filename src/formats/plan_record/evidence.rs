//! The figures an item answers to, in a plan's file.

use crate::json::{Json, push_text};
use crate::shape::Kind::{Text, Whole};
use crate::shape::{Fields, Reader, Shape};
use sipas_core::compare::{Comparator, Target};
use sipas_core::findings::quoted;
use sipas_core::index::Rate;
use sipas_core::plan::{Evidence, Snapshot};
use sipas_core::problem::Fault;
use sipas_core::selection::Day;

/// The keys of an item's evidence.
pub const EVIDENCE: &Shape = &[
    ("criterion", Text, false),
    ("factor", Text, false),
    ("questionnaire", Text, false),
    ("version", Whole, false),
    ("from", Text, false),
    ("until", Text, false),
    ("unit", Text, false),
    ("satisfied", Whole, false),
    ("counted", Whole, false),
    ("value", Text, false),
    ("low", Text, false),
    ("high", Text, false),
    ("above", Text, false),
    ("at-least", Text, false),
    ("last", Text, false),
    ("comments", Whole, false),
    ("dissatisfied", Whole, false),
];

/// Appends the evidence; keys without a value are left out.
pub fn push(out: &mut String, evidence: &Evidence) {
    let mut texts: Vec<(&str, String)> = vec![
        ("criterion", evidence.criterion.clone()),
        ("factor", evidence.factor.clone()),
        ("questionnaire", evidence.questionnaire.clone()),
        ("unit", evidence.unit.clone()),
    ];
    let mut numbers: Vec<(&str, u64)> = Vec::new();
    let (from, until) = evidence.days;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    texts.push(("from", day(from)));
    texts.push(("until", day(until)));
    if evidence.version > 0 {
        numbers.push(("version", u64::from(evidence.version)));
    }
    if let Some(figure) = &evidence.figure {
        numbers.push(("satisfied", figure.rate.satisfied));
        numbers.push(("counted", figure.rate.counted));
        texts.push(("value", figure.value.to_string()));
        if let Some((low, high)) = figure.limits {
            texts.push(("low", low.to_string()));
            texts.push(("high", high.to_string()));
        }
    }
    if let Some(target) = &evidence.target {
        let key = match target.comparator {
            Comparator::Above => "above",
            Comparator::AtLeast => "at-least",
        };
        texts.push((key, target.share.to_string()));
    }
    if let Some(last) = evidence.last {
        texts.push(("last", last.to_string()));
    }
    if let Some((comments, dissatisfied)) = evidence.comments {
        numbers.push(("comments", comments));
        numbers.push(("dissatisfied", dissatisfied));
    }
    let mut mark = '{';
    for (key, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        out.push(mark);
        push_text(out, key);
        out.push(':');
        push_text(out, text);
        mark = ',';
    }
    for (key, number) in numbers {
        out.push(mark);
        push_text(out, key);
        out.push_str(&format!(":{number}"));
        mark = ',';
    }
    out.push_str(if mark == '{' { "{}" } else { "}" });
}

/// Reads an item's evidence.
pub fn read(reader: &mut Reader<true>, json: &Json) -> Evidence {
    let fields = reader.object(json, EVIDENCE);
    let mut share = |key| share(reader, fields, key);
    let [value, low, high, above, at_least, last] =
        ["value", "low", "high", "above", "at-least", "last"].map(&mut share);
    let target = |comparator, share| Target { comparator, share };
    let whole = |key| fields.whole(key).map(u64::from);
    let rate = Rate {
        satisfied: whole("satisfied").unwrap_or_default(),
        counted: whole("counted").unwrap_or_default(),
    };
    if rate.satisfied > rate.counted {
        let found = rate.satisfied.to_string();
        reader.problem("satisfied", Fault::OutOfRange, "at most `counted`", &found);
    }
    let mut day = |key| {
        let text = fields.text(key);
        let day = Day::parse(&text);
        if day.is_none() && !text.is_empty() {
            let expected = "a day such as 2026-11-21";
            reader.problem(key, Fault::OutOfRange, expected, &quoted(&text));
        }
        day
    };
    let days = (day("from"), day("until"));
    Evidence {
        criterion: fields.text("criterion"),
        factor: fields.text("factor"),
        questionnaire: fields.text("questionnaire"),
        version: fields.whole("version").unwrap_or_default(),
        days,
        unit: fields.text("unit"),
        figure: value.map(|value| Snapshot {
            rate,
            value,
            limits: low.zip(high),
        }),
        target: above
            .map(|share| target(Comparator::Above, share))
            .or_else(|| at_least.map(|share| target(Comparator::AtLeast, share))),
        last,
        comments: whole("comments").zip(whole("dissatisfied")),
    }
}

/// A share; limits of one may lie a little outside 0–1.
fn share(reader: &mut Reader<true>, fields: Fields<'_, true>, key: &'static str) -> Option<f64> {
    let text = fields.get(key)?.as_text()?;
    let share = text.parse::<f64>().ok().filter(|share| share.abs() <= 10.0);
    if share.is_none() {
        reader.problem(
            key,
            Fault::OutOfRange,
            "a share such as \"0.8387\"",
            &quoted(text),
        );
    }
    share
}
