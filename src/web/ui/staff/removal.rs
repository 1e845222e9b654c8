//! "Archive, then remove": a file read back, a number typed, and a way back for 30 days.

use super::grouped;
use super::health::{date, text};
use crate::platform::files;
use crate::state::app::App;
use crate::state::archive;
use crate::state::removal::{self, Batch};
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::ballot::BallotId;
use sipas_formats::store::StoreError;

/// An archive on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Nothing yet.
    Idle,
    /// Written and read back: these ballots may go, so many may not.
    Archived(Vec<BallotId>, usize),
    /// So many have gone.
    Removed(usize),
    /// So many are back.
    Restored(usize),
    /// Not done.
    Failed(String),
}

/// Staff's ballots, where they are in the archive, and what can be restored.
#[derive(Debug, Clone, Copy)]
struct Removal {
    staff: Staff,
    step: RwSignal<Step>,
    typed: RwSignal<String>,
    batches: RwSignal<Result<Vec<Batch>, StoreError>>,
}

/// The section of the page.
pub fn section(staff: Staff) -> AnyView {
    let removal = Removal {
        staff,
        step: RwSignal::new(Step::Idle),
        typed: RwSignal::new(String::new()),
        batches: RwSignal::new(Ok(Vec::new())),
    };
    Effect::new(move |_| {
        staff.reading.track();
        removal.look();
    });
    view! {
        <section class="card" data-section="removal">
            <h2>{move || text().removal}</h2>
            <p>{move || text().removal_what}</p>
            {move || match removal.batches.get() {
                Err(_) => view! { <p class="warning">{text().needs_second}</p> }.into_any(),
                Ok(batches) => {
                    view! {
                        {archives(removal)}
                        {confirm(removal)}
                        {restorable(removal, batches)}
                    }
                    .into_any()
                }
            }}
        </section>
    }
    .into_any()
}

impl Removal {
    fn look(self) {
        leptos::task::spawn_local(async move {
            let batches = removal::batches().await;
            self.batches.try_set(batches);
        });
    }

    /// Does something with the ballots, then shows what came of it.
    fn act(self, work: impl Future<Output = Result<(), StoreError>> + 'static, then: Step) {
        leptos::task::spawn_local(async move {
            let step = match work.await {
                Ok(()) => then,
                Err(error) => Step::Failed(error.to_string()),
            };
            self.typed.try_set(String::new());
            self.step.try_set(step);
            self.staff.read();
        });
    }

    async fn archive(self, id: String) -> Step {
        let (written, proof) = match archive::prove(&id).await {
            Ok(proved) => proved,
            Err(error) => return Step::Failed(error.to_string()),
        };
        match files::offer(&written.name, "application/octet-stream", &written.bytes) {
            Ok(()) => {
                archive::note(&written);
                Step::Archived(proof.proved, proof.unproved)
            }
            Err(reason) => Step::Failed(reason),
        }
    }
}

fn number(count: usize) -> String {
    grouped(count as u64, App::here().language().code())
}

/// One button for each questionnaire with ballots.
fn archives(removal: Removal) -> AnyView {
    let language = App::here().language().code();
    let staff = removal.staff;
    let buttons: Vec<AnyView> = staff
        .questionnaires()
        .into_iter()
        .map(|id| {
            let count = staff.with_ballots(|ballots| {
                let own = ballots.iter();
                let own = own.filter(|one| one.context.questionnaire == id);
                own.count()
            });
            let title = staff.title(&id, language);
            let mark = id.clone();
            let press = move |_| {
                let id = id.clone();
                leptos::task::spawn_local(async move {
                    let step = removal.archive(id).await;
                    removal.step.try_set(step);
                });
            };
            view! {
                <p>
                    {title}
                    ": "
                    {number(count)}
                    " "
                    {text().ballots}
                    " "
                    <button
                        type="button"
                        class="secondary"
                        data-action="archive"
                        data-questionnaire=mark
                        prop:disabled=count == 0
                        on:click=press
                    >
                        {text().archive}
                    </button>
                </p>
            }
            .into_any()
        })
        .collect();
    buttons.into_any()
}

/// What the archive came to, and the number to type.
fn confirm(removal: Removal) -> AnyView {
    let text = text();
    let line = |words: &[&str]| {
        let line = words.concat();
        view! { <p role="status">{line}</p> }.into_any()
    };
    match removal.step.get() {
        Step::Idle => ().into_any(),
        Step::Removed(count) => line(&[&number(count), " ", text.removed]),
        Step::Restored(count) => line(&[&number(count), " ", text.restored]),
        Step::Failed(reason) => line(&[text.failed, &reason]),
        Step::Archived(ids, unproved) => {
            let count = ids.len();
            let wanted = count.to_string();
            let is_typed = {
                let wanted = wanted.clone();
                move || count > 0 && removal.typed.with(|typed| typed.trim() == wanted)
            };
            let ready = is_typed.clone();
            let press = move |_| {
                if is_typed() {
                    let ids = ids.clone();
                    let work = async move { removal::remove(&ids).await };
                    removal.act(work, Step::Removed(count));
                }
            };
            view! {
                <p role="status">{text.archived_before} {number(count)} {text.archived_after}</p>
                {(unproved > 0)
                    .then(|| view! { <p class="warning">{number(unproved)} " " {text.unproved}</p> })}
                <label class="field">
                    <span>{text.type_before} <strong>{wanted}</strong> {text.type_after}</span>
                    <input
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        name="confirm-removal"
                        on:input=move |event| removal.typed.set(event_target_value(&event))
                    />
                </label>
                <button
                    type="button"
                    class="secondary danger"
                    data-action="remove"
                    prop:disabled=move || !ready()
                    on:click=press
                >
                    {text.remove}
                </button>
            }
            .into_any()
        }
    }
}

/// Removals that can be taken back.
fn restorable(removal: Removal, batches: Vec<Batch>) -> AnyView {
    if batches.is_empty() {
        return ().into_any();
    }
    let text = text();
    let rows: Vec<AnyView> = batches
        .into_iter()
        .map(|batch| {
            let count = batch.ids.len();
            let press = move |_| {
                let ids = batch.ids.clone();
                let work = async move { removal::restore(&ids).await };
                removal.act(work, Step::Restored(count));
            };
            view! {
                <p data-restorable=count.to_string()>
                    {date(batch.at_secs)}
                    ": "
                    {number(count)}
                    " "
                    {text.ballots}
                    ", "
                    {text.days_before}
                    {batch.days_left.max(0)}
                    {text.days_after}
                    " "
                    <button type="button" class="secondary" data-action="restore" on:click=press>
                        {text.restore}
                    </button>
                </p>
            }
            .into_any()
        })
        .collect();
    view! {
        <h3>{text.restorable}</h3>
        {rows}
    }
    .into_any()
}
