//! The codebook, to be read and printed: what each column and each code in the ballot file means.

use super::exports::text;
use super::spoken;
use crate::platform::page as document;
use crate::state::app::App;
use crate::state::reporting::Asked;
use crate::state::route::Route;
use crate::state::setup;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::dictionary::{Column, Dictionary, Kind, Value};

/// The page; the address names the questionnaire, else it is the campaign's.
pub fn page() -> AnyView {
    document::link_style("exports.css");
    let staff: Staff = expect_context();
    let app = App::here();
    let found: RwSignal<Option<Result<Questionnaire, ()>>> = RwSignal::new(None);
    let asked = Memo::new(move |_| {
        let named = app.read(|state| match &state.route {
            Route::Staff(fragment) => Asked::parse(fragment).questionnaire,
            _ => None,
        });
        named.unwrap_or_else(|| staff.setup.campaign.questionnaire.clone())
    });
    Effect::new(move |_| {
        let id = asked.get();
        leptos::task::spawn_local(async move {
            let loaded = setup::questionnaire(&id).await;
            found.try_set(Some(loaded.map_err(drop)));
        });
    });
    view! {
        <div class="codebook">
            <h1 tabindex="-1">{move || text().codebook}</h1>
            {move || match found.get() {
                None => view! { <p role="status">{text().loading}</p> }.into_any(),
                Some(Err(())) => view! { <p class="warning">{text().not_loaded}</p> }.into_any(),
                Some(Ok(questionnaire)) => table(staff, &questionnaire),
            }}
        </div>
    }
    .into_any()
}

fn table(staff: Staff, questionnaire: &Questionnaire) -> AnyView {
    let language = spoken().code();
    let text = text();
    let dictionary = Dictionary::of(questionnaire, true, &staff.setup.campaign.terms);
    let about = format!(
        "{} ({}, {} {})",
        dictionary.title.get(language),
        dictionary.questionnaire,
        text.version,
        dictionary.version
    );
    let rows = dictionary
        .columns
        .iter()
        .map(|column| row(column, language))
        .collect_view();
    let [column, holds, codes] = text.head;
    view! {
        <p class="codebook-about">{about}</p>
        <p>{text.codebook_what}</p>
        <div class="actions row">
            <button
                type="button"
                class="primary"
                data-action="print"
                on:click=|_| document::print()
            >
                {text.print}
            </button>
            <a class="secondary" href="#/staff/data">
                {text.back}
            </a>
        </div>
        <table class="codes">
            <thead>
                <tr>
                    <th scope="col">{column}</th>
                    <th scope="col">{holds}</th>
                    <th scope="col">{codes}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(column: &Column, language: &'static str) -> AnyView {
    let kinds = &text().kinds;
    let codes = if column.values.is_empty() {
        let holds = match column.kind {
            Kind::Id(digits) => [&digits.to_string(), " ", kinds.digits].concat(),
            Kind::Code | Kind::Questionnaire => kinds.code.to_owned(),
            Kind::Whole => kinds.whole.to_owned(),
            Kind::Moment => kinds.moment.to_owned(),
            Kind::Text => kinds.text.to_owned(),
            Kind::Choice | Kind::Answer | Kind::Choices | Kind::Ticket => kinds.empty.to_owned(),
        };
        view! { <span>{holds}</span> }.into_any()
    } else {
        let items = column
            .values
            .iter()
            .map(|value| code(value, language))
            .collect_view();
        view! { <ul>{items}</ul> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <code>{column.name.clone()}</code>
            </th>
            <td>{column.label.get(language).to_owned()}</td>
            <td>{codes}</td>
        </tr>
    }
    .into_any()
}

fn code(value: &Value, language: &str) -> AnyView {
    let text = text();
    let note = match (value.satisfied, value.missing) {
        (Some(true), _) => Some(text.satisfied),
        (_, true) => Some(text.missing),
        (Some(false) | None, false) => None,
    };
    let note = note.map(|note| [" (", note, ")"].concat());
    view! {
        <li>
            <code>{value.code.clone()}</code>
            " "
            {value.label.get(language).to_owned()}
            {note}
        </li>
    }
    .into_any()
}
