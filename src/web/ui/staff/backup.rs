//! One tap for everything this device keeps, as one file.

use super::import::{number, text};
use crate::platform::files;
use crate::state::staff::Staff;
use crate::state::{archive, health};
use leptos::prelude::*;

/// What the last backup came to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Idle,
    Writing,
    Written(u64),
    Failed(String),
}

/// The section of the data page.
pub fn section(staff: Staff) -> AnyView {
    let step = RwSignal::new(Step::Idle);
    let days: RwSignal<Option<Option<i64>>> = RwSignal::new(None);
    Effect::new(move |_| {
        step.track();
        let first = staff.with_ballots(|ballots| ballots.iter().map(|one| one.submitted_at).min());
        days.set(first.is_some().then(health::days_since_export));
    });
    let press = move |_| {
        step.set(Step::Writing);
        leptos::task::spawn_local(async move {
            step.try_set(save().await);
        });
    };
    let said = move || {
        let text = text();
        match step.get() {
            Step::Idle => String::new(),
            Step::Writing => text.backup_writing.to_owned(),
            Step::Written(ballots) => {
                [text.backup_done, &number(ballots), " ", text.ballots, "."].concat()
            }
            Step::Failed(reason) => [text.backup_failed, &reason].concat(),
        }
    };
    let since = move || {
        let text = text();
        days.get().map(|days| match days {
            None => text.backup_never.to_owned(),
            Some(days) => [
                text.backup_days_before,
                &days.to_string(),
                text.backup_days_after,
            ]
            .concat(),
        })
    };
    let is_due = move || {
        let due = |days: Option<i64>| days.is_none_or(|days| days >= health::REMIND_DAYS);
        days.get().is_some_and(due)
    };
    view! {
        <section class="card" data-section="backup">
            <h2>{move || text().backup}</h2>
            <p>{move || text().backup_what}</p>
            <p class=move || if is_due() { "offer" } else { "hint" } data-screen="backup-days">
                {since}
            </p>
            <button
                type="button"
                class="primary"
                data-export="archive"
                prop:disabled=move || step.get() == Step::Writing
                on:click=press
            >
                {move || text().backup_save}
            </button>
            <p role="status" data-screen="backup-said">
                {said}
            </p>
        </section>
    }
    .into_any()
}

async fn save() -> Step {
    let written = match archive::write(|_| {}).await {
        Ok(written) => written,
        Err(error) => return Step::Failed(error.to_string()),
    };
    match files::offer(&written.name, "application/octet-stream", &written.bytes) {
        Ok(()) => {
            archive::note(&written);
            Step::Written(written.ballots)
        }
        Err(reason) => Step::Failed(reason),
    }
}
