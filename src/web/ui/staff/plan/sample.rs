//! The sample: how many ballots each unit and field needs and has, and drawing whom to ask from a list of dossiers.

mod dossiers;
mod draw;
mod files;
mod listed;
mod quotas;
mod sheet;

use crate::platform::page as document;
use crate::state::sample as state;
use crate::state::staff::Staff;
use crate::text::sample::{SampleText, sentences};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::campaign::Place;

/// The page's sentences in the present language.
pub fn text() -> &'static SampleText {
    sentences(spoken())
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("report.css");
    document::link_style("sample.css");
    let staff: Staff = expect_context();
    // The page is drawn anew with every change of the campaign.
    let kept = StoredValue::new(state::campaign(staff));
    let progress = Memo::new(move |_| kept.with_value(|kept| state::progress(staff, kept)));
    view! {
        <div class="sample-page">
            <div class="no-print">
                {super::back(|| text().back)}
                <h1 tabindex="-1">{move || text().title}</h1>
                <p>{move || text().what}</p>
                <h2>{move || text().quotas}</h2>
                <div data-screen="sample">{move || quotas::view(staff, kept, &progress.get())}</div>
                {dossiers::form(staff, kept)}
            </div>
            {draw::section(staff, kept, progress)}
        </div>
    }
    .into_any()
}

/// A whole number as the language writes it.
pub fn number(value: impl Into<u64>) -> String {
    super::super::grouped(value.into(), spoken().code())
}

/// What people call a place; its code where it has no name.
fn name_of(places: &[Place], code: &str) -> String {
    let found = places.iter().find(|place| place.code == code);
    found.map_or_else(
        || code.to_owned(),
        |place| place.label.get(spoken().code()).to_owned(),
    )
}

/// What people call a unit of a campaign, by its path.
pub fn unit_name(kept: &crate::state::campaigns::Kept, unit: &str) -> String {
    let is_unit = kept.campaign.units.iter().any(|place| place.code == unit);
    let places = if is_unit {
        &kept.campaign.units
    } else {
        &kept.plan.groups
    };
    name_of(places, unit)
}

/// What people call a part of the plan: a unit, the rest of a group of units, or all of them.
pub fn part_name(kept: &crate::state::campaigns::Kept, unit: &str) -> String {
    let words = text();
    let others = kept.plan.dossiers.iter().any(|one| {
        one.unit != unit && (unit.is_empty() || sipas_core::selection::is_within(&one.unit, unit))
    });
    match (unit.is_empty(), others) {
        (true, false) => words.all_units.to_owned(),
        (true, true) => words.other_units.to_owned(),
        (false, true) => super::super::report::fill(words.rest_of, &[&unit_name(kept, unit)]),
        (false, false) => unit_name(kept, unit),
    }
}
