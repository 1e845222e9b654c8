//! Data safety: both copies, room, protection, exports, what could not be read, odd times.

use super::{grouped, removal};
use crate::platform::files;
use crate::state::app::App;
use crate::state::health::{self, Done, Health, REMIND_DAYS, SecondHealth};
use crate::state::staff::Staff;
use crate::text::health::{HealthText, sentences};
use leptos::prelude::*;
use sipas_core::moment::Moment;
use sipas_formats::ledger::aside::set_aside_text;
use sipas_formats::store::StoreError;

/// The sentences in the present language.
pub fn text() -> &'static HealthText {
    sentences(App::here().language())
}

/// The page.
pub fn page() -> AnyView {
    let staff: Staff = expect_context();
    let found: RwSignal<Option<Result<Health, StoreError>>> = RwSignal::new(None);
    // Again whenever the set has changed.
    Effect::new(move |_| {
        staff.reading.track();
        leptos::task::spawn_local(async move {
            let health = health::examine().await;
            found.try_set(Some(health));
        });
    });
    view! {
        <h1 tabindex="-1">{move || text().title}</h1>
        <p>{move || text().what}</p>
        {move || match found.get() {
            None => view! { <p role="status">{text().reading}</p> }.into_any(),
            Some(Err(error)) => {
                view! { <p class="warning">{text().failed} {error.to_string()}</p> }.into_any()
            }
            Some(Ok(health)) => report(health, found),
        }}
        {removal::section(staff)}
    }
    .into_any()
}

fn number(count: usize) -> String {
    grouped(count as u64, App::here().language().code())
}

/// `21/11/2026 09:05`.
pub fn date(at_secs: i64) -> String {
    let offset_minutes = crate::platform::clock::now().offset_minutes;
    let moment = Moment {
        unix_secs: at_secs,
        offset_minutes,
    };
    let local = moment.civil();
    format!(
        "{:02}/{:02}/{} {:02}:{:02}",
        local.day, local.month, local.year, local.hour, local.minute
    )
}

type Found = RwSignal<Option<Result<Health, StoreError>>>;

fn report(health: Health, found: Found) -> AnyView {
    let text = text();
    let well = matches!(&health.second, Ok(second) if *second == SecondHealth {
        ballots: health.first.unwrap_or(usize::MAX),
        ..SecondHealth::default()
    }) && health.set_aside.is_empty()
        && health.room > 0;
    let rows = vec![
        first(&health),
        second(&health),
        row(text.saved, "saved", time(health.saved_at)),
        row(text.room, "room", room(health.room)),
        row(
            text.persisted,
            "persisted",
            persisted(health.persisted, found),
        ),
        row(text.exported, "exported", deed(health.exported)),
        row(text.handed_over, "handed-over", deed(health.handed_over)),
        row(text.odd, "odd", odd(&health)),
    ];
    let remind = health.days_unexported.filter(|days| *days >= REMIND_DAYS);
    view! {
        <p role="status" class=if well { "done" } else { "warning" } data-health=if well { "well" } else { "look" }>
            {if well { text.all_well } else { text.look }}
        </p>
        {remind
            .map(|days| {
                view! {
                    <p class="offer" data-health="remind">
                        {text.remind_before}
                        {days}
                        {text.remind_after}
                    </p>
                }
            })}
        <dl class="health">{rows}</dl>
        {unreadable(&health)}
    }
    .into_any()
}

fn row(name: &'static str, mark: &'static str, content: AnyView) -> AnyView {
    view! {
        <div data-row=mark>
            <dt>{name}</dt>
            <dd>{content}</dd>
        </div>
    }
    .into_any()
}

fn figure(mark: &'static str, count: usize) -> AnyView {
    view! {
        <strong data-figure=mark data-value=count.to_string()>
            {number(count)}
        </strong>
    }
    .into_any()
}

fn first(health: &Health) -> AnyView {
    let text = text();
    let content = match health.first {
        Some(count) => figure("health/first", count),
        None => view! { <span class="alarm">{text.first_blocked}</span> }.into_any(),
    };
    row(text.first, "first", content)
}

fn second(health: &Health) -> AnyView {
    let text = text();
    let content = match &health.second {
        Ok(second) => {
            let waiting = second.waiting;
            view! {
                {figure("health/second", second.ballots)}
                {(waiting > 0)
                    .then(|| {
                        view! { <span class="alarm">{number(waiting)} " " {text.waiting}</span> }
                    })}
                {second.is_newer.then(|| view! { <span class="alarm">{text.newer_database}</span> })}
            }
            .into_any()
        }
        Err(reason) => {
            view! { <span class="alarm">{text.second_closed} {reason.clone()}</span> }.into_any()
        }
    };
    row(text.second, "second", content)
}

fn time(at_secs: Option<i64>) -> AnyView {
    at_secs
        .map_or_else(|| text().never.to_owned(), date)
        .into_any()
}

fn room(ballots: usize) -> AnyView {
    let text = text();
    if ballots == 0 {
        return view! { <span class="alarm">{text.room_none}</span> }.into_any();
    }
    view! { {figure("health/room", ballots)} " " {text.room_after} }.into_any()
}

fn persisted(granted: Option<bool>, found: Found) -> AnyView {
    let text = text();
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let granted = health::ask_to_persist().await;
            found.try_update(|found| {
                if let Some(Ok(health)) = found {
                    health.persisted = granted;
                }
            });
        });
    };
    match granted {
        Some(true) => text.persisted_yes.into_any(),
        None => text.persisted_unknown.into_any(),
        Some(false) => view! {
            {text.persisted_no}
            " "
            <button type="button" class="secondary" data-action="persist" on:click=ask>
                {text.persist_ask}
            </button>
        }
        .into_any(),
    }
}

fn deed(done: Option<Done>) -> AnyView {
    let text = text();
    match done {
        None => text.never.into_any(),
        Some(done) => {
            let count = grouped(done.ballots, App::here().language().code());
            view! { {date(done.at_secs)} " · " {count} " " {text.ballots} }.into_any()
        }
    }
}

fn odd(health: &Health) -> AnyView {
    let text = text();
    let kinds = [
        ("health/too-early", health.too_early, text.too_early),
        ("health/too-late", health.too_late, text.too_late),
        ("health/jumps", health.jumps, text.jumps),
    ];
    let lines: Vec<AnyView> = kinds
        .into_iter()
        .filter(|kind| kind.1 > 0)
        .map(|(mark, count, what)| view! { <p>{figure(mark, count)} " " {what}</p> }.into_any())
        .collect();
    if lines.is_empty() {
        return text.none.into_any();
    }
    view! {
        {lines}
        <p>{text.odd_what}</p>
    }
    .into_any()
}

/// Records that cannot be read or are newer than the program, and their download.
fn unreadable(health: &Health) -> AnyView {
    let text = text();
    let second = health.second.as_ref().ok();
    let newer = health.newer + second.map_or(0, |second| second.newer);
    let others = second.map_or(0, |second| second.unreadable.len());
    let count = health.set_aside.len() - health.newer + others;
    if count + newer == 0 {
        return ().into_any();
    }
    let mut lines = set_aside_text(&health.set_aside);
    for (key, bytes) in second.iter().flat_map(|second| &second.unreadable) {
        lines.push_str(&format!("{{\"key\":\"{key}\",\"bytes\":{bytes:?}}}\n"));
    }
    let save = move |_| {
        drop(files::offer(
            "sipas_set-aside.jsonl",
            "application/jsonl",
            lines.as_bytes(),
        ));
    };
    view! {
        <section class="card warning">
            <p>{figure("health/unreadable", count)} " " {text.unreadable}</p>
            {(newer > 0).then(|| view! { <p>{figure("health/newer", newer)} " " {text.newer}</p> })}
            <button type="button" class="secondary" data-export="unreadable" on:click=save>
                {text.unreadable_save}
            </button>
        </section>
    }
    .into_any()
}
