//! The campaign of this device: questionnaire, unit, fields.

mod plan;

use super::{campaigns, naming, text};
use crate::platform::files;
use crate::state::app::App;
use crate::state::campaign::Form;
use crate::state::campaigns::{self as state, Kept, Saved};
use crate::state::route::Route;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::campaign::plan::Plan;
use sipas_formats::place_lines::{LineFault, LineProblem};
use sipas_formats::unit_lines;

/// The address that edits (`edit`), copies (`copy`) or begins (`new`) a campaign.
pub fn address(how: &str, id: &str) -> String {
    ["#/staff/campaign?", how, "=", id].concat()
}

/// The page.
pub fn page() -> AnyView {
    let app = App::here();
    // What the address asks for; the form is made anew only when that changes.
    let asked = Memo::new(move |_| {
        app.read(|state| match &state.route {
            Route::Staff(fragment) => fragment
                .split_once('?')
                .and_then(|(_, query)| query.split_once('='))
                .map(|(how, id)| (how.to_owned(), id.to_owned())),
            _ => None,
        })
    });
    view! {
        <h1 tabindex="-1">{move || text().campaign_title}</h1>
        {campaigns::list()}
        {move || form(asked.get())}
    }
    .into_any()
}

/// The form for what the address asks for: the current campaign where it asks for nothing.
fn form(asked: Option<(String, String)>) -> AnyView {
    let staff: Staff = expect_context();
    let current = || {
        state::current().unwrap_or_else(|| Kept {
            campaign: staff.setup.campaign.clone(),
            plan: Plan::default(),
        })
    };
    let find = |id: &str| {
        let (kept, _) = state::all();
        kept.into_iter().find(|one| one.campaign.id == id)
    };
    let fresh = |one: &Kept| {
        let form = Form::new_from(one);
        form.name.set(String::new());
        form
    };
    let edited = StoredValue::new(String::new());
    let named = |one: &Kept| {
        edited.set_value(
            one.campaign
                .name
                .get(App::here().peek(|state| state.language).code())
                .to_owned(),
        );
        Form::of(one)
    };
    let (form, is_new) = match asked.as_ref().map(|(how, id)| (how.as_str(), find(id))) {
        Some(("edit", Some(one))) => (named(&one), false),
        Some(("copy", Some(one))) => (fresh(&one), true),
        Some(("new", _)) => {
            // Units and fields of the place stay; what belongs to one period does not.
            let mut one = current();
            one.plan = Plan {
                groups: one.plan.groups,
                ..Plan::default()
            };
            (fresh(&one), true)
        }
        _ => (named(&current()), false),
    };
    let title = move || {
        let words = campaigns::text();
        if is_new {
            words.new_title.to_owned()
        } else {
            edited.with_value(|name| [words.edit_title, " ", name].concat())
        }
    };
    let said = move || match form.saved.get() {
        Saved::Not => None,
        Saved::Yes => Some(text().saved),
        Saved::Beside => Some(campaigns::text().saved_beside),
        Saved::NoName => Some(text().name_needed),
        Saved::Wrong => Some(campaigns::text().saved_wrong),
        Saved::Refused => Some(text().not_saved),
    };
    let app = App::here();
    view! {
        <h2>{title}</h2>
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
            <p class="hint">{move || campaigns::text().units_hint}</p>
            {units_file(form)}
            {unit(form)}
            {lines(|| text().campaign_fields, "fields", form.fields, move || form.field_problems())}
            <p class="hint" role="status" data-screen="no-fields">
                {move || form.fields_aside.with(Option::is_some).then(|| naming::text().no_fields)}
            </p>
            <p class="hint" id="lines-hint">{move || text().campaign_lines_hint}</p>
            {plan::fields(form)}
            <div class="actions row">
                <button type="submit" class="primary" data-action="save">
                    {move || text().save}
                </button>
                <button
                    type="button"
                    class="secondary"
                    data-action="undo"
                    prop:disabled=move || !state::can_undo(app)
                    on:click=move |_| {
                        state::undo(app);
                    }
                >
                    {move || text().undo}
                </button>
            </div>
            <p role="status" class="done" data-screen="saved">{said}</p>
        </form>
    }
    .into_any()
}

/// The units from a CSV file: its columns become levels, to be looked at before anything is saved.
fn units_file(form: Form) -> AnyView {
    view! {
        <label class="file secondary">
            <span>{move || campaigns::text().units_file}</span>
            <input
                type="file"
                accept=".csv,.txt,.tsv,text/csv"
                data-import="units"
                on:change=move |event| {
                    files::chosen(&event, move |_, bytes| form.units.set(unit_lines::of_table(&bytes)));
                }
            />
        </label>
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
        form.tree()
            .units
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
