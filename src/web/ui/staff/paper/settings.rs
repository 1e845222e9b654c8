//! Who types, how, and what stays from one ballot to the next.

use super::{Asked, choice, text};
use crate::state::app::App;
use crate::state::paper::desk::Desk;
use crate::state::paper::settings::{self as kept, Mode};
use crate::text::results::sentences as results_sentences;
use leptos::prelude::*;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let setup = desk.staff.setup;
    view! {
        <section class="paper-settings" data-paper="settings">
            <h2>{move || text().entry.settings}</h2>
            {person(desk)}
            {mode(desk)}
            <div class="paper-kept" data-keys="settings">
                <label>
                    <span>{move || text().batch}</span>
                    <input
                        type="text"
                        name="paper-batch"
                        autocomplete="off"
                        prop:value=move || desk.batch.get()
                        on:change=move |event| {
                            let batch = kept::clean_batch(&event_target_value(&event));
                            kept::keep_batch(&batch);
                            // Also where the cleaned batch is the one before.
                            desk.batch.set(String::new());
                            desk.batch.set(batch);
                            desk.last.set(None);
                        }
                    />
                </label>
                <label>
                    <span>{move || text().entry.day}</span>
                    <input
                        type="text"
                        name="paper-day"
                        inputmode="numeric"
                        autocomplete="off"
                        placeholder=move || results_sentences(App::here().language()).day_pattern
                        prop:value=move || desk.day.get()
                        on:change=move |event| desk.day.set(event_target_value(&event))
                    />
                </label>
                {choice(setup, &UNIT, "paper-unit", desk.unit)}
                {choice(setup, &FIELD, "paper-field", desk.field)}
            </div>
        </section>
    }
    .into_any()
}

/// The person, from those who type here, or a new one.
fn person(desk: Desk) -> AnyView {
    let added = RwSignal::new(String::new());
    let add = move || {
        let name = kept::clean_name(&added.get_untracked());
        if name.is_empty() {
            return;
        }
        desk.people.update(|people| {
            if !people.contains(&name) {
                people.push(name.clone());
            }
            kept::keep_people(people);
        });
        desk.choose_person(name);
        added.set(String::new());
    };
    let options = move || {
        let who = desk.who.get();
        let nobody = who.is_empty();
        let rows: Vec<AnyView> = desk
            .people
            .get()
            .into_iter()
            .map(|name| {
                let chosen = name == who;
                let value = name.clone();
                view! { <option value=value prop:selected=chosen>{name}</option> }.into_any()
            })
            .collect();
        view! {
            <option value="" prop:selected=nobody>
                {text().entry.nobody}
            </option>
            {rows}
        }
        .into_any()
    };
    view! {
        <label>
            <span>{move || text().entry.who}</span>
            <select
                name="paper-who"
                prop:disabled=move || desk.begun.with(Option::is_some)
                on:change=move |event| desk.choose_person(event_target_value(&event))
            >
                {options}
            </select>
        </label>
        <form
            class="paper-add"
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <label>
                <span>{move || text().entry.short_name}</span>
                <input
                    type="text"
                    name="paper-person"
                    autocomplete="off"
                    aria-describedby="paper-person-hint"
                    prop:value=move || added.get()
                    on:input=move |event| added.set(event_target_value(&event))
                />
            </label>
            <button type="submit" class="secondary" data-action="paper-add">
                {move || text().entry.add_person}
            </button>
        </form>
        <p class="hint" id="paper-person-hint">
            {move || text().entry.short_name_hint}
        </p>
    }
    .into_any()
}

fn mode(desk: Desk) -> AnyView {
    let options: Vec<AnyView> = Mode::ALL
        .into_iter()
        .map(|mode| {
            let label = move || match mode {
                Mode::First => text().entry.mode_first,
                Mode::Second => text().entry.mode_second,
                Mode::Single => text().entry.mode_single,
            };
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name="paper-mode"
                        value=mode.code()
                        prop:checked=move || desk.mode.get() == mode
                        on:change=move |_| {
                            kept::keep_mode(mode);
                            desk.mode.set(mode);
                        }
                    />
                    <span>{label}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset>
            <legend>{move || text().entry.mode}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}

const UNIT: Asked = Asked {
    title: || text().ballot_unit,
    none: || text().entry.none,
    places: |campaign| &campaign.units,
};

const FIELD: Asked = Asked {
    title: || text().ballot_field,
    none: || text().entry.none,
    places: |campaign| &campaign.fields,
};
