//! Ballots in other forms: a button for each, how far it is, and handing the file on.

use super::{grouped, spoken};
use crate::platform::page;
use crate::state::app::App;
use crate::state::exports::{self, Failed, Form, Made};
use crate::state::health;
use crate::state::staff::Staff;
use crate::text::exports::{ExportText, sentences};
use leptos::prelude::*;

/// What the buttons of one questionnaire came to.
#[derive(Debug, Clone, Copy)]
struct Work {
    /// Asked for the language after the press, where no view is at hand.
    app: App,
    staff: Staff,
    /// The form asked for last, beside which is said what came of it.
    form: RwSignal<Option<Form>>,
    busy: RwSignal<bool>,
    progress: RwSignal<Option<(usize, usize)>>,
    done: RwSignal<Option<Result<Made, Failed>>>,
    /// Handing on did not happen.
    refused: RwSignal<bool>,
}

pub(super) fn text() -> &'static ExportText {
    sentences(spoken())
}

/// The other forms of a questionnaire's ballots, of which there are `count`.
pub fn more(staff: Staff, id: &str, count: usize) -> AnyView {
    page::link_style("exports.css");
    let work = Work {
        app: App::here(),
        staff,
        form: RwSignal::new(None),
        busy: RwSignal::new(false),
        progress: RwSignal::new(None),
        done: RwSignal::new(None),
        refused: RwSignal::new(false),
    };
    let rows = Form::ALL
        .into_iter()
        .zip(&text().forms)
        .map(|(form, (name, good_for))| row(work, id, form, name, good_for, count))
        .collect_view();
    let address = ["#/staff/data/codebook?questionnaire=", id].concat();
    view! {
        <h3>{text().title}</h3>
        <ul class="forms">{rows}</ul>
        <p>
            <a class="wide-link" href=address data-action="codebook">
                {text().codebook_link}
            </a>
        </p>
    }
    .into_any()
}

fn row(
    work: Work,
    id: &str,
    form: Form,
    name: &'static str,
    good_for: &'static str,
    count: usize,
) -> AnyView {
    let (questionnaire, hint) = (id.to_owned(), ["form-", form.mark(), "-", id].concat());
    let described = hint.clone();
    // The codebook and the syntax speak of the questionnaire, not of ballots.
    let needs_ballots = !matches!(form, Form::Codebook | Form::Spss);
    let press = move |_| {
        let id = questionnaire.clone();
        if !work.busy.get_untracked() {
            leptos::task::spawn_local(async move { make(work, id, form).await });
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="secondary"
                data-export=form.mark()
                data-questionnaire=id.to_owned()
                aria-describedby=described
                aria-busy=move || (work.busy.get() && work.form.get() == Some(form)).to_string()
                prop:disabled=needs_ballots && count == 0
                on:click=press
            >
                {name}
            </button>
            <span class="hint" id=hint>
                {good_for}
            </span>
            <div role="status" class="forms-said" data-screen="exported">
                {move || (work.form.get() == Some(form)).then(|| said(work))}
            </div>
        </li>
    }
    .into_any()
}

async fn make(work: Work, id: String, form: Form) {
    work.refused.set(false);
    work.progress.set(None);
    work.done.set(None);
    work.form.set(Some(form));
    work.busy.set(true);
    let language = work.app.peek(|state| state.language).code();
    let made = exports::make(work.staff, &id, form, language, work.progress).await;
    let made = made.and_then(|made| match made.offer() {
        Ok(()) => Ok(made),
        Err(reason) => Err(Failed::Other(reason)),
    });
    // A workbook shortens long texts, so only the ballot files count as taken out whole.
    if let (Ok(made), Form::Utf16) = (&made, form) {
        health::note_export(made.ballots.unwrap_or_default());
    }
    work.busy.try_set(false);
    work.done.try_set(Some(made));
}

fn said(work: Work) -> AnyView {
    let text = text();
    let language = spoken().code();
    if work.busy.get() {
        let line = match work.progress.get() {
            None => [text.working, "…"].concat(),
            Some((done, all)) if done == all => text.closing.to_owned(),
            Some((done, all)) => [
                text.working,
                &grouped(done as u64, language),
                text.of,
                &grouped(all as u64, language),
                text.ballots,
            ]
            .concat(),
        };
        let bar = work.progress.get().map(|(done, all)| {
            view! { <progress max=all.to_string() value=done.to_string() aria-hidden="true"></progress> }
        });
        return view! { <p>{line}</p> {bar} }.into_any();
    }
    match work.done.get() {
        None => ().into_any(),
        Some(Err(failed)) => {
            let line = match failed {
                Failed::Load => text.not_loaded.to_owned(),
                Failed::TooMany => text.too_many.to_owned(),
                Failed::Other(reason) => [text.failed, &reason].concat(),
            };
            view! { <p class="warning">{line}</p> }.into_any()
        }
        Some(Ok(made)) => finished(work, made),
    }
}

/// The file's name, what is not in it, and handing it on where the device can.
fn finished(work: Work, made: Made) -> AnyView {
    let text = text();
    let language = spoken().code();
    let count = made
        .ballots
        .map(|count| [": ", &grouped(count, language), text.ballots].concat());
    let lacking = [
        (made.left_out as u64, text.left_out),
        (made.shortened, text.shortened),
    ];
    let lacking = lacking
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| {
            view! { <p class="warning">{grouped(count, language)} " " {words}</p> }
        })
        .collect_view();
    let share = made.can_be_shared().then(|| {
        let made = StoredValue::new(made.clone());
        let press = move |_| {
            leptos::task::spawn_local(async move {
                let made = made.get_value();
                let sent = made.share().await;
                work.refused.try_set(!sent);
            });
        };
        view! {
            <button type="button" class="secondary" data-action="share-file" on:click=press>
                {text.share}
            </button>
        }
    });
    view! {
        <p class="done">{text.made} <strong class="file-name">{made.name.clone()}</strong> {count}</p>
        {lacking}
        {share}
        {move || work.refused.get().then(|| view! { <p>{text.not_shared}</p> })}
    }
    .into_any()
}
