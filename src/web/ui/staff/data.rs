//! Data: how many ballots there are, and their export as CSV.

use super::{grouped, text};
use crate::platform::files;
use crate::state::app::App;
use crate::state::staff::{Reading, Staff};
use crate::state::{exports, health, ledger, setup};
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_formats::csv;
use sipas_formats::ledger::aside::set_aside_text;

/// What the last export came to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Exported {
    Rows(u64, usize),
    Failed(String),
}

/// The page.
pub fn page() -> AnyView {
    let staff: Staff = expect_context();
    let done: RwSignal<Option<Exported>> = RwSignal::new(None);
    let rows = move || {
        staff
            .questionnaires()
            .into_iter()
            .map(|id| questionnaire(staff, id, done))
            .collect_view()
    };
    let said = move || {
        let text = text();
        let language = App::here().language().code();
        done.get().map(|done| match done {
            Exported::Rows(rows, left_out) => {
                let mut line = text.exported.to_owned();
                line.push_str(&grouped(rows, language));
                line.push_str(text.safe_after);
                if left_out > 0 {
                    line.push_str("; ");
                    line.push_str(&left_out.to_string());
                    line.push(' ');
                    line.push_str(text.left_out);
                }
                line
            }
            Exported::Failed(reason) => {
                let mut line = text.export_failed.to_owned();
                line.push_str(&reason);
                line
            }
        })
    };
    view! {
        <h1 tabindex="-1">{move || text().data_title}</h1>
        <p>{move || text().data_what}</p>
        {move || match staff.reading.get() {
            Reading::Blocked => {
                view! { <p class="warning">{text().storage_error}</p> }.into_any()
            }
            Reading::Not | Reading::Read(_) => rows().into_any(),
        }}
        <p role="status" class="done">{said}</p>
        {super::backup::section(staff)}
        {super::import::section(staff)}
        {super::stream::section()}
        {super::set::section(staff)}
        {move || aside(staff)}
        <p>
            <a href="#/staff/health">{move || super::health::text().removal}</a>
        </p>
        <p class="hint">{move || text().device} ": " {ledger::device().to_string()}</p>
    }
    .into_any()
}

/// One questionnaire's ballots and their export.
fn questionnaire(staff: Staff, id: String, done: RwSignal<Option<Exported>>) -> AnyView {
    let language = App::here().language().code();
    let count = staff.with_ballots(|ballots| {
        ballots
            .iter()
            .filter(|one| one.context.questionnaire == id)
            .count()
    });
    let mut mark = String::from("stored/ballots/");
    mark.push_str(&id);
    let (file, more) = (id.clone(), id.clone());
    view! {
        <section class="card">
            <h2>{staff.title(&id, language)}</h2>
            <p>
                {text().ballots}
                ": "
                <strong data-figure=mark data-value=count.to_string()>
                    {grouped(count as u64, language)}
                </strong>
            </p>
            <button
                type="button"
                class="primary"
                data-export="csv"
                data-questionnaire=id
                prop:disabled=count == 0
                on:click=move |_| {
                    let id = file.clone();
                    leptos::task::spawn_local(async move {
                        done.try_set(Some(export(staff, &id).await));
                    });
                }
            >
                {text().export_csv}
            </button>
            {super::exports::more(staff, &more, count)}
        </section>
    }
    .into_any()
}

/// Writes the ballots of a questionnaire into a file and offers it.
async fn export(staff: Staff, id: &str) -> Exported {
    let questionnaire = match setup::questionnaire(id).await {
        Ok(found) => found,
        Err(_) => return Exported::Failed(id.to_owned()),
    };
    let written = staff.with_ballots(|ballots| {
        let mut own: Vec<&Ballot> = ballots
            .iter()
            .filter(|one| one.context.questionnaire == id)
            .collect();
        own.sort_by_key(|one| (one.submitted_at.unix_secs, one.id));
        csv::write(&questionnaire, own)
    });
    match files::offer(
        &file_name(staff, id),
        "text/csv;charset=utf-8",
        &written.bytes,
    ) {
        Ok(()) => {
            health::note_export(written.rows);
            Exported::Rows(written.rows, written.left_out.len())
        }
        Err(reason) => Exported::Failed(reason),
    }
}

/// The ballot file's name: campaign, counter and day.
pub fn file_name(staff: Staff, id: &str) -> String {
    exports::name(&staff.setup.campaign, id, "csv")
}

/// Records that could not be read: how many, and their download.
fn aside(staff: Staff) -> AnyView {
    let Reading::Read(stored) = staff.reading.get() else {
        return ().into_any();
    };
    if stored.set_aside.is_empty() {
        return ().into_any();
    }
    let count = stored.set_aside.len();
    view! {
        <section class="card warning">
            <p>
                <strong data-figure="stored/set-aside" data-value=count.to_string()>
                    {count.to_string()}
                </strong>
                " "
                {text().set_aside}
            </p>
            <button
                type="button"
                class="secondary"
                data-export="set-aside"
                on:click=move |_| {
                    let bytes = set_aside_text(&stored.set_aside).into_bytes();
                    drop(files::offer("sipas_set-aside.jsonl", "application/jsonl", &bytes));
                }
            >
                {text().set_aside_save}
            </button>
        </section>
    }
    .into_any()
}
