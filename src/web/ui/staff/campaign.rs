//! The campaign of this device: questionnaire, unit, fields.

use super::text;
use crate::state::app::App;
use crate::state::campaign::{Form, Saved};
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_formats::place_lines::{LineFault, LineProblem};

/// The page.
pub fn page() -> AnyView {
    let staff: Staff = expect_context();
    let form = Form::of(&staff.setup.campaign);
    let said = move || match form.saved.get() {
        Saved::Not => None,
        Saved::Yes => Some(text().saved),
        Saved::NoName => Some(text().name_needed),
        Saved::Refused => Some(text().not_saved),
    };
    view! {
        <h1 tabindex="-1">{move || text().campaign_title}</h1>
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                form.save();
            }
        >
            {line(|| text().campaign_name, "name", form.name)}
            {line(|| text().campaign_counter, "counter", form.counter)}
            {questionnaires(staff, form)}
            {terms(staff, form)}
            {lines(|| text().campaign_units, "units", form.units, move || form.unit_problems())}
            {unit(form)}
            {lines(|| text().campaign_fields, "fields", form.fields, move || form.field_problems())}
            <p class="hint" id="lines-hint">{move || text().campaign_lines_hint}</p>
            <div class="actions row">
                <button type="submit" class="primary" data-action="save">
                    {move || text().save}
                </button>
                <button
                    type="button"
                    class="secondary"
                    data-action="undo"
                    prop:disabled=move || !form.can_undo()
                    on:click=move |_| form.undo()
                >
                    {move || text().undo}
                </button>
            </div>
            <p role="status" class="done" data-screen="saved">{said}</p>
            <div class="actions apart">
                <button
                    type="button"
                    class="quiet"
                    data-action="restore"
                    on:click=move |_| form.restore()
                >
                    {move || text().restore}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn line(title: fn() -> &'static str, name: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <label>
            <span>{title}</span>
            <input
                type="text"
                name=name
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}

/// A list typed one a line, with what is wrong with it below.
fn lines(
    title: fn() -> &'static str,
    name: &'static str,
    value: RwSignal<String>,
    problems: impl Fn() -> Vec<LineProblem> + Send + Sync + 'static,
) -> AnyView {
    let shown = move || {
        problems()
            .into_iter()
            .map(|problem| view! { <li>{sentence(&problem)}</li> }.into_any())
            .collect_view()
    };
    view! {
        <label>
            <span>{title}</span>
            <textarea
                name=name
                rows="6"
                aria-describedby="lines-hint"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </label>
        <div role="status">
            <ul class="problems">{shown}</ul>
        </div>
    }
    .into_any()
}

fn sentence(problem: &LineProblem) -> String {
    let text = text();
    let expected = match problem.fault {
        LineFault::NoCode => text.needs_code,
        LineFault::Duplicate => text.duplicate_code,
    };
    let (line, found) = (problem.line, &problem.found);
    format!(
        "{} ({} {line}): {} {expected}; {} “{found}”.",
        text.bad_line, text.line_word, text.expected_word, text.found_word
    )
}

fn questionnaires(staff: Staff, form: Form) -> AnyView {
    let language = move || App::here().language().code();
    let options = move || {
        let chosen = form.questionnaire.get();
        let mut known: Vec<String> = staff
            .titles
            .with(|titles| titles.iter().map(|(id, _)| id.clone()).collect());
        if !known.contains(&chosen) {
            known.push(chosen.clone());
        }
        known
            .into_iter()
            .map(|id| {
                let title = staff.title(&id, language());
                let checked = id == chosen;
                let value = id.clone();
                view! {
                    <label class="option">
                        <input
                            type="radio"
                            name="questionnaire"
                            value=id.clone()
                            prop:checked=checked
                            on:change=move |_| form.choose_questionnaire(value.clone())
                        />
                        <span>{title} " " <small>{id}</small></span>
                    </label>
                }
                .into_any()
            })
            .collect_view()
    };
    view! {
        <fieldset>
            <legend>{move || text().campaign_questionnaire}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}

/// The unit of this counter, among those typed above.
fn unit(form: Form) -> AnyView {
    let options = move || {
        let language = App::here().language().code();
        let chosen = form.unit.get();
        form.unit_places()
            .into_iter()
            .map(|place| {
                let selected = place.code == chosen;
                let label = place.label.get(language).to_owned();
                view! { <option value=place.code prop:selected=selected>{label}</option> }
                    .into_any()
            })
            .collect_view()
    };
    view! {
        <label>
            <span>{move || text().campaign_unit}</span>
            <select name="unit" on:change=move |event| form.unit.set(event_target_value(&event))>
                <option value="" prop:selected=move || form.unit.with(String::is_empty)>
                    {move || text().campaign_unit_ask}
                </option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// Words of the questionnaire that change with the counter.
fn terms(staff: Staff, form: Form) -> AnyView {
    let selects = move || {
        let language = App::here().language().code();
        form.terms_of(staff)
            .into_iter()
            .map(|term| {
                let id = term.id.clone();
                let chosen = form.term(&id);
                let options = term
                    .choices
                    .iter()
                    .map(|choice| {
                        let selected = chosen.as_ref().is_some_and(|code| *code == choice.code);
                        let label = choice.label.get(language).to_owned();
                        view! {
                            <option value=choice.code.clone() prop:selected=selected>
                                {label}
                            </option>
                        }
                        .into_any()
                    })
                    .collect_view();
                view! {
                    <label>
                        <span>{text().campaign_terms}</span>
                        <select
                            data-term=term.id
                            on:change=move |event| form.set_term(&id, event_target_value(&event))
                        >
                            {options}
                        </select>
                    </label>
                }
                .into_any()
            })
            .collect_view()
    };
    view! { {selects} }.into_any()
}
