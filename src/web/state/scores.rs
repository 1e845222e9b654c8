//! The reform index's scorecard on this device: one table, kept in both engines.

use crate::platform::{json, second, settings};
use crate::state::staff::{Reading, Staff};
use leptos::prelude::{GetUntracked, With};
use sipas_core::decimal::{Hundredths, points_of_rate};
use sipas_core::index::{Options, Rate, report};
use sipas_core::scorecard::Scorecard;
use sipas_core::selection::{Day, Selection};
use sipas_formats::score_record;

const KEY: &str = "sipas/office/scorecard";

/// What is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// Nothing.
    Nothing,
    /// A table.
    Card(Box<Scorecard>),
    /// A text that cannot be read, and is left as it is.
    Unreadable(String),
}

fn of(text: &str) -> Stored {
    let read = json::parse(text).ok();
    match read.and_then(|root| score_record::read_tree(&root).ok()) {
        Some(card) => Stored::Card(Box::new(card)),
        None => Stored::Unreadable(text.to_owned()),
    }
}

/// Reads it, from the second engine where the first has none.
pub async fn read() -> Stored {
    if let Some(text) = settings::read(KEY) {
        return of(&text);
    }
    match second::text(KEY).await.filter(|text| !text.is_empty()) {
        Some(text) => of(&text),
        None => Stored::Nothing,
    }
}

/// Keeps a table, or drops it; false where the browser refused or what stands there cannot be read.
pub fn keep(card: Option<&Scorecard>) -> bool {
    let held = settings::read(KEY).map(|text| of(&text));
    if matches!(held, Some(Stored::Unreadable(_))) {
        return false;
    }
    match card {
        Some(card) => {
            let text = score_record::write(card);
            second::keep_setting(KEY, &text);
            settings::write(KEY, &text)
        }
        None => {
            leptos::task::spawn_local(async move { second::drop_setting(KEY).await });
            settings::remove(KEY)
        }
    }
}

/// A year's ballots on this device to the present questionnaire: the overall rate, and its points of `maximum`.
#[must_use]
pub fn surveyed(staff: Staff, year: u16, maximum: Hundredths) -> Option<(Rate, Hundredths)> {
    let questionnaire = staff.questionnaire.try_get_untracked()?;
    let on = |month, day| Day {
        year: i32::from(year),
        month,
        day,
    };
    let selection = Selection {
        questionnaire: Some(questionnaire.id.clone()),
        from: Some(on(1, 1)),
        until: Some(on(12, 31)),
        ..Selection::default()
    };
    staff.reading.with(|reading| match reading {
        Reading::Read(stored) => {
            let own = stored.ballots.iter().filter(|one| {
                selection.matches(one) && one.context.version == questionnaire.version
            });
            let rate = report(questionnaire, own, &Options::default()).overall.rate;
            points_of_rate(rate, maximum)
                .ok()
                .map(|points| (rate, points))
        }
        Reading::Not | Reading::Blocked => None,
    })
}
