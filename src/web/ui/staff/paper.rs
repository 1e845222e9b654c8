//! Paper ballots: printing them, typing them in, comparing two people's entries.

mod ballot;
mod compare;
pub mod entry;
mod grid;
mod overview;
pub mod print;
mod settings;

pub use overview::not_counted;

use crate::state::app::App;
use crate::state::setup::Setup;
use crate::text::paper::{PaperText, sentences};
use leptos::prelude::*;
use sipas_core::campaign::{Campaign, Place};

/// The sentences in the present language.
pub fn text() -> &'static PaperText {
    sentences(App::here().language())
}

/// The way here from the collecting page.
pub fn card() -> AnyView {
    view! {
        <p class="hint">
            <a class="secondary" data-action="paper" href="#/staff/collect/paper">
                {move || text().entry.link}
            </a>
            " "
            {move || text().entry.link_what}
        </p>
    }
    .into_any()
}

/// A unit or a field to be chosen.
#[derive(Debug, Clone, Copy)]
struct Asked {
    /// What it is called.
    title: fn() -> &'static str,
    /// What stands for none.
    none: fn() -> &'static str,
    /// The campaign's.
    places: fn(&Campaign) -> &[Place],
}

/// A unit or field, or none; not shown where the campaign has none.
fn choice(
    setup: &'static Setup,
    asked: &'static Asked,
    name: &'static str,
    chosen: RwSignal<String>,
) -> AnyView {
    let places = (asked.places)(&setup.campaign);
    if places.is_empty() {
        return ().into_any();
    }
    let options = move || {
        let language = App::here().language().code();
        let rows: Vec<AnyView> = places
            .iter()
            .map(|place| {
                let code = place.code.clone();
                let is_chosen = {
                    let code = code.clone();
                    move || chosen.with(|chosen| *chosen == code)
                };
                let label = setup.say(&place.label, language);
                view! { <option value=code prop:selected=is_chosen>{label}</option> }.into_any()
            })
            .collect();
        view! {
            <option value="" prop:selected=move || chosen.with(String::is_empty)>
                {(asked.none)()}
            </option>
            {rows}
        }
        .into_any()
    };
    view! {
        <label>
            <span>{move || (asked.title)()}</span>
            <select name=name on:change=move |event| chosen.set(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
    .into_any()
}
