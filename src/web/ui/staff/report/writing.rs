//! How the report writes names, numbers and days.

use super::super::{grouped, text as staff_text};
use super::text;
use crate::state::app::App;
use crate::state::office::Line;
use crate::state::staff::Staff;
use crate::text::report::ReportText;
use leptos::prelude::*;
use sipas_core::ballot::Channel;
use sipas_core::campaign::Place;
use sipas_core::index::{Figure, Grouping};
use sipas_core::period::{Period, Step};
use sipas_core::selection::Day;

pub use sipas_core::wording::fill;

/// The office's texts as they are typed.
#[derive(Debug, Clone, Copy)]
pub struct Office {
    lines: RwSignal<Vec<(&'static str, String)>>,
    /// The browser keeps none of it.
    pub refused: RwSignal<bool>,
}

impl Office {
    /// What is kept on this device.
    pub fn read() -> Self {
        let lines = Line::ALL.map(|line| (line.name(), line.read()));
        Self {
            lines: RwSignal::new(lines.to_vec()),
            refused: RwSignal::new(false),
        }
    }

    /// One text, trimmed.
    pub fn get(self, line: Line) -> String {
        self.lines.with(|lines| {
            let found = lines.iter().find(|(name, _)| *name == line.name());
            found
                .map(|(_, text)| text.trim().to_owned())
                .unwrap_or_default()
        })
    }

    /// Keeps a text.
    pub fn set(self, line: Line, text: String) {
        self.refused.set(!line.keep(&text));
        self.lines.update(|lines| {
            for (name, kept) in lines.iter_mut() {
                if *name == line.name() {
                    kept.clone_from(&text);
                }
            }
        });
    }

    /// One text, or what stands for it.
    pub fn or(self, line: Line, blank: &str) -> String {
        Some(self.get(line))
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| blank.to_owned())
    }
}

/// A period as it stands in a sentence.
pub fn period(text: &ReportText, period: Period) -> String {
    let year = period.year().to_string();
    let name = |names: &[&'static str]| {
        let at = usize::from(period.number()).saturating_sub(1);
        names.get(at).copied().unwrap_or_default().to_owned()
    };
    match period.step() {
        Step::Year => fill(text.year, &[&year]),
        Step::Quarter => fill(text.quarter, &[&name(&text.quarters), &year]),
        Step::Month | Step::Week => fill(text.month, &[&name(&text.months), &year]),
    }
}

/// A sentence's piece as its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// 21/11/2026.
pub fn day(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", day.day, day.month, day.year)
}

/// "Đức Cơ, ngày 05 tháng 11 năm 2026", as it stands over a document.
pub fn place_date(place: &str, day: Day) -> String {
    // Days below 10 and months below 3 get a zero, so that nothing can be put before them.
    let month = if day.month < 3 {
        format!("{:02}", day.month)
    } else {
        day.month.to_string()
    };
    let parts = [
        place,
        &format!("{:02}", day.day),
        &month,
        &day.year.to_string(),
    ];
    fill(text().place_date, &parts)
}

/// A figure in per cent with its sign; nothing where it has no value.
pub fn percent(figure: &Figure) -> Option<String> {
    let language = App::here().language().code();
    let mut text = figure.percent(language).ok()?;
    text.push_str(sign(language));
    Some(text)
}

/// The percent sign as the language sets it, with a space that does not break.
pub fn sign(language: &str) -> &'static str {
    if language == "en" { "%" } else { "\u{a0}%" }
}

/// A whole number.
pub fn number(value: u64) -> String {
    grouped(value, App::here().language().code())
}

/// What people call a unit.
pub fn unit_name(staff: Staff, code: &str) -> String {
    named(&staff.setup.campaign.units, code)
}

/// What people call a group.
pub fn group_name(staff: Staff, by: Grouping, key: &str) -> String {
    let text = text();
    match by {
        Grouping::Unit => unit_name(staff, key),
        Grouping::Field => named(&staff.setup.campaign.fields, key),
        Grouping::Channel => {
            let known = Channel::ALL.into_iter().zip(text.channels);
            let found = known.into_iter().find(|(one, _)| one.code() == key);
            found.map_or_else(|| key.to_owned(), |(_, name)| name.to_owned())
        }
        Grouping::Month => Period::from_key(key)
            .map_or_else(|| key.to_owned(), |month| capital(&period(text, month))),
    }
}

fn named(places: &[Place], code: &str) -> String {
    let language = App::here().language().code();
    let found = places.iter().find(|place| place.code == code);
    match found {
        Some(place) => place.label.get(language).to_owned(),
        None if code.is_empty() => staff_text().filter_none.to_owned(),
        None => code.to_owned(),
    }
}
