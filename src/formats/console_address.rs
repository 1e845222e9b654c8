//! What the console shows, as it stands behind `?` in an address: `unit=gia-lai&month=2026-11&view=units`.
//!
//! Only what differs from the default is written, in one order, so the same filter always has the
//! same address. What cannot be understood is left out of the filter and comes back with its reason.

use sipas_core::ballot::{Channel, is_code};
use sipas_core::compare::{Comparator, Target};
use sipas_core::console::{Filter, Span, View};
use sipas_core::index::Formula;
use sipas_core::period::{Period, Step};
use sipas_core::selection::Day;

/// A part of the address that was not understood and is ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The name before `=`.
    pub key: String,
    /// What stands behind it.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// Why a part of an address is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// No filter has this name.
    UnknownKey,
    /// Not a value this filter can have.
    BadValue,
    /// The same filter was given before, or another that contradicts it.
    Again,
}

/// Respondent questions are written with this before their id.
const RESPONDENT: &str = "r.";

/// Reads what stands behind `?`.
#[must_use]
pub fn read(query: &str) -> (Filter, Vec<Ignored>) {
    let mut filter = Filter::default();
    let mut ignored = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let (mut from, mut until, mut period) = (None, None, None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        let mut ignore = |reason| {
            ignored.push(Ignored {
                key: key.clone(),
                value: value.clone(),
                reason,
            });
        };
        if seen.contains(&key) {
            ignore(Reason::Again);
            continue;
        }
        let understood = match key.as_str() {
            "from" => put(&mut from, Day::parse(&value)),
            "to" => put(&mut until, Day::parse(&value)),
            key if Step::from_name(key).is_some() => {
                let step = Step::from_name(key);
                let found = Period::from_key(&value).filter(|one| Some(one.step()) == step);
                if found.is_some() && period.is_some() {
                    ignore(Reason::Again);
                    continue;
                }
                put(&mut period, found)
            }
            key => match plain(&mut filter, key, &value) {
                Some(understood) => understood,
                None => {
                    ignore(Reason::UnknownKey);
                    continue;
                }
            },
        };
        if understood {
            seen.push(key);
        } else {
            ignore(Reason::BadValue);
        }
    }
    let mut again = |key: &str, day: Option<Day>| {
        if let Some(day) = day {
            ignored.push(Ignored {
                key: key.to_owned(),
                value: day.to_string(),
                reason: Reason::Again,
            });
        }
    };
    filter.span = match period {
        Some(period) => {
            again("from", from);
            again("to", until);
            Span::Period(period)
        }
        None => Span::Days(from, until),
    };
    (filter, ignored)
}

/// Reads one of the filters that stand for themselves; nothing where none has this name.
fn plain(filter: &mut Filter, key: &str, value: &str) -> Option<bool> {
    let code = || Some(value.to_owned()).filter(|code| is_code(code));
    let code_or_none = || Some(value.to_owned()).filter(|code| code.is_empty() || is_code(code));
    Some(match key {
        "questionnaire" => put(&mut filter.questionnaire, code()),
        "unit" => put(&mut filter.unit, code_or_none()),
        "field" => put(&mut filter.field, code_or_none()),
        "channel" => put(&mut filter.channel, Channel::from_code(value)),
        "formula" => set(&mut filter.formula, Formula::from_name(value)),
        "target" => set(&mut filter.target.share, share(value)),
        "target-is" => set(
            &mut filter.target.comparator,
            match value {
                "above" => Some(Comparator::Above),
                "at-least" => Some(Comparator::AtLeast),
                _ => None,
            },
        ),
        "least" => {
            let least = value.parse().ok();
            set(
                &mut filter.least,
                least.filter(|one| (1..=1000).contains(one)),
            )
        }
        "view" => set(&mut filter.view, View::from_name(value)),
        "step" => set(&mut filter.step, Step::from_name(value)),
        "depth" => {
            let depth = value.parse().ok();
            put(
                &mut filter.depth,
                depth.filter(|one| (1..=20).contains(one)),
            )
        }
        "question" => put(&mut filter.question, Some(value.to_owned())),
        "search" => set(&mut filter.search, Some(value.to_owned())),
        key => {
            let question = key.strip_prefix(RESPONDENT)?;
            filter
                .respondent
                .push((question.to_owned(), value.to_owned()));
            !question.is_empty() && !value.is_empty()
        }
    })
}

fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let understood = value.is_some();
    if understood {
        *place = value;
    }
    understood
}

fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let Some(value) = value else {
        return false;
    };
    *place = value;
    true
}

/// A share from 0 to 1.
fn share(text: &str) -> Option<f64> {
    let plain = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let share: f64 = Some(text).filter(|text| plain(text))?.parse().ok()?;
    Some(share).filter(|share| (0.0..=1.0).contains(share))
}

/// What stands behind `?` for the filter; empty for the default.
#[must_use]
pub fn write(filter: &Filter) -> String {
    write_beside(filter, Some(Filter::default().target))
}

/// The same, with the target named whatever it is.
#[must_use]
pub fn write_all(filter: &Filter) -> String {
    write_beside(filter, None)
}

/// The target is named where it is not the `usual` one.
fn write_beside(filter: &Filter, usual_target: Option<Target>) -> String {
    let usual = Filter::default();
    let mut out = String::new();
    let mut push = |key: &str, value: &str| {
        if !out.is_empty() {
            out.push('&');
        }
        encode(&mut out, key);
        out.push('=');
        encode(&mut out, value);
    };
    let mut text = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            push(key, value);
        }
    };
    let Filter {
        questionnaire,
        unit,
        field,
        channel,
        span,
        respondent,
        formula,
        target,
        least,
        view,
        step,
        depth,
        question,
        search,
    } = filter;
    text("view", (*view != usual.view).then(|| view.name()));
    text("questionnaire", questionnaire.as_deref());
    text("unit", unit.as_deref());
    text("field", field.as_deref());
    text("channel", channel.map(Channel::code));
    match span {
        Span::Period(period) => text(period.step().name(), Some(&period.key())),
        Span::Days(from, until) => {
            text("from", from.map(|day| day.to_string()).as_deref());
            text("to", until.map(|day| day.to_string()).as_deref());
        }
    }
    for (question, choice) in respondent {
        text(&[RESPONDENT, question].concat(), Some(choice));
    }
    text(
        "formula",
        (*formula != usual.formula).then(|| formula.name()),
    );
    let is_usual =
        |of: fn(&Target) -> (f64, bool)| usual_target.is_some_and(|usual| of(&usual) == of(target));
    if !is_usual(|one| (one.share, true)) {
        text("target", Some(&target.share.to_string()));
    }
    if !is_usual(|one| (0.0, one.comparator == Comparator::Above)) {
        let name = match target.comparator {
            Comparator::Above => "above",
            Comparator::AtLeast => "at-least",
        };
        text("target-is", Some(name));
    }
    if *least != usual.least {
        text("least", Some(&least.to_string()));
    }
    text("step", (*step != usual.step).then(|| step.name()));
    text("depth", depth.map(|depth| depth.to_string()).as_deref());
    text("question", question.as_deref());
    text(
        "search",
        Some(search.as_str()).filter(|one| !one.is_empty()),
    );
    out
}

fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// Text without its percent escapes; what is no escape stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3);
        let code = hex
            .filter(|hex| hex.iter().all(u8::is_ascii_hexdigit))
            .and_then(|hex| core::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, code) {
            (b'%', Some(code)) => {
                out.push(code);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            (other, _) => out.push(*other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests;
