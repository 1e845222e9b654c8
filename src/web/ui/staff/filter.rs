//! The filter bar of the results: questionnaire, unit, field, period.

use super::text;
use crate::state::app::App;
use crate::state::staff::{Staff, distinct};
use leptos::prelude::*;
use sipas_core::campaign::Place;
use sipas_core::selection::{Day, Selection};

/// Value of the option that stands for "no filter"; no code contains a star.
const ALL: &str = "*";

/// The bar.
pub fn bar() -> AnyView {
    let staff: Staff = expect_context();
    let set = move |change: &dyn Fn(&mut Selection)| staff.selection.update(|one| change(one));
    let units = move || {
        let mut values = staff.with_ballots(|ballots| distinct(ballots, |one| &one.context.unit));
        // Every ancestor of a unit can be chosen too: it takes in all below it.
        let parents: Vec<String> = values
            .iter()
            .flat_map(|unit| {
                unit.match_indices('/')
                    .filter_map(|(end, _)| unit.get(..end))
                    .map(str::to_owned)
            })
            .collect();
        values.extend(parents);
        values.sort();
        values.dedup();
        values
    };
    let fields = move || staff.with_ballots(|ballots| distinct(ballots, |one| &one.context.field));
    view! {
        <form class="filter" on:submit=|event| event.prevent_default()>
            {questionnaire(staff)}
            {choice(
                "unit",
                || text().filter_unit,
                units,
                &staff.setup.campaign.units,
                move || staff.selection.with(|one| one.unit.clone()),
                move |value| set(&|one| one.unit.clone_from(&value)),
            )}
            {choice(
                "field",
                || text().filter_field,
                fields,
                &staff.setup.campaign.fields,
                move || staff.selection.with(|one| one.field.clone()),
                move |value| set(&|one| one.field.clone_from(&value)),
            )}
            {day(
                "from",
                || text().filter_from,
                move || staff.selection.with(|one| one.from),
                move |day| set(&|one| one.from = day),
            )}
            {day(
                "to",
                || text().filter_to,
                move || staff.selection.with(|one| one.until),
                move |day| set(&|one| one.until = day),
            )}
            <button
                type="button"
                class="quiet"
                data-action="clear-filter"
                on:click=move |_| staff.selection.set(Selection::default())
            >
                {move || text().filter_clear}
            </button>
        </form>
    }
    .into_any()
}

fn questionnaire(staff: Staff) -> AnyView {
    let options = move || {
        let current = staff.questionnaire.with(|one| one.id.clone());
        staff
            .questionnaires()
            .into_iter()
            .map(|id| {
                let chosen = id == current;
                let title = staff.title(&id, App::here().language().code());
                view! { <option value=id prop:selected=chosen>{title}</option> }.into_any()
            })
            .collect_view()
    };
    view! {
        <label>
            <span>{move || text().filter_questionnaire}</span>
            <select
                data-filter="questionnaire"
                on:change=move |event| staff.look_at(event_target_value(&event))
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn choice(
    name: &'static str,
    title: fn() -> &'static str,
    values: impl Fn() -> Vec<String> + Send + Sync + 'static,
    places: &'static [Place],
    chosen: impl Fn() -> Option<String> + Send + Sync + 'static,
    choose: impl Fn(Option<String>) + 'static,
) -> AnyView {
    let options = move || {
        let language = App::here().language().code();
        let current = chosen();
        let all = current.is_none();
        let rest = values()
            .into_iter()
            .map(|code| {
                let label = places.iter().find(|place| place.code == code).map_or_else(
                    || {
                        if code.is_empty() {
                            text().filter_none.to_owned()
                        } else {
                            code.clone()
                        }
                    },
                    |place| place.label.get(language).to_owned(),
                );
                let selected = current.as_ref() == Some(&code);
                view! { <option value=code prop:selected=selected>{label}</option> }.into_any()
            })
            .collect_view();
        view! {
            <option value=ALL prop:selected=all>{text().filter_all}</option>
            {rest}
        }
        .into_any()
    };
    view! {
        <label>
            <span>{title}</span>
            <select
                data-filter=name
                on:change=move |event| {
                    let value = event_target_value(&event);
                    choose((value != ALL).then_some(value));
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn day(
    name: &'static str,
    title: fn() -> &'static str,
    chosen: impl Fn() -> Option<Day> + Send + Sync + 'static,
    choose: impl Fn(Option<Day>) + 'static,
) -> AnyView {
    view! {
        <label>
            <span>{title}</span>
            <input
                type="date"
                data-filter=name
                prop:value=move || chosen().map(iso).unwrap_or_default()
                on:change=move |event| choose(read_day(&event_target_value(&event)))
            />
        </label>
    }
    .into_any()
}

/// A day as date inputs write it: `2026-11-21`.
fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    Some(Day {
        year: parts.next()?.parse().ok()?,
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    })
}
