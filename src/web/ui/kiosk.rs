//! The counter's tablet over the survey: waiting, closed, "are you still there?", and the way out.
//!
//! In an element of its own, drawn by a part of the program that only the kiosk loads. What it covers
//! is taken off the page meanwhile, so nothing can be read or reached behind it.

mod exit;

use crate::platform::{kiosk as screen, page, update};
use crate::state::app::{App, Loaded};
use crate::state::kiosk::{Face, Kiosk};
use crate::state::ledger::Engines;
use crate::text::kiosk::{KioskText, sentences};
use crate::ui::staff::{self, naming};
use leptos::prelude::*;
use sipas_core::kiosk::ANSWER_SECS;

/// The sentences in the present language.
pub fn text() -> &'static KioskText {
    sentences(App::here().language())
}

/// Mounts the kiosk; it follows the survey from then on.
pub fn show(app: App) {
    page::link_style("kiosk.css");
    let Some(place) = page::add_element("kiosk") else {
        return;
    };
    let view = move || {
        provide_context(app);
        let kiosk = Kiosk::start(app);
        provide_context(kiosk);
        // What the kiosk needs is kept for a day without a network.
        leptos::task::spawn_local(async {
            drop(update::keep_staff().await);
        });
        Effect::new(move |_| {
            app.read(|_| ());
            kiosk.follow();
        });
        Effect::new(move |before: Option<Face>| {
            let face = kiosk.face.get();
            page::mark_root(
                "data-kiosk",
                match face {
                    Face::None => "",
                    Face::Waiting => "waiting",
                    Face::Closed => "closed",
                    Face::Asking(_) => "asking",
                },
            );
            let kind = |face: Face| match face {
                Face::Asking(_) => Face::Asking(0),
                other => other,
            };
            if matches!(before, Some(Face::Asking(_))) && face == Face::None {
                page::focus_after_paint("#screen h1,#screen legend", false);
            }
            if before.map(kind) != Some(kind(face)) {
                match face {
                    Face::Asking(_) => page::next_frame(|| screen::open_dialog("kiosk-still")),
                    Face::Waiting | Face::Closed if before.is_some() => {
                        page::focus_after_paint("#kiosk h1", true);
                    }
                    Face::None | Face::Waiting | Face::Closed => {}
                }
            }
            face
        });
        let kind = Memo::new(move |_| match kiosk.face.get() {
            Face::Asking(_) => Face::Asking(0),
            other => other,
        });
        move || match kind.get() {
            Face::None => {
                kiosk.leaving.set(false);
                ().into_any()
            }
            Face::Waiting => view! {
                {waiting(kiosk)}
                {exit::dialog(kiosk)}
            }
            .into_any(),
            Face::Closed => view! {
                {closed(kiosk)}
                {exit::dialog(kiosk)}
            }
            .into_any(),
            Face::Asking(_) => asking(kiosk),
        }
    };
    leptos::mount::mount_to(place, view).forget();
}

/// One sentence, one button.
fn waiting(kiosk: Kiosk) -> AnyView {
    let app = App::here();
    let title = move || {
        let setup = app.read(|state| match state.loaded {
            Loaded::Ready(setup) => Some(setup),
            Loaded::Not | Loaded::Failed(_) => None,
        });
        let general = text().wait_title;
        setup.map_or_else(
            || general.to_owned(),
            |setup| naming::heading(setup, general, app.language()),
        )
    };
    view! {
        <main
            class="sheet kiosk-wait"
            data-screen="attract"
            data-shift=move || kiosk.shift.get().to_string()
        >
            <div class="bar">
                {exit::button(kiosk)}
                {staff::corner()}
            </div>
            // Staff on their way out were not asked.
            <div class="kiosk-middle" on:click=move |_| kiosk.touched()>
                <h1 tabindex="-1">{title}</h1>
                <p>{move || text().wait_what}</p>
                {move || {
                    (app.read(|state| state.engines) == Some(Engines::One))
                        .then(|| view! { <p class="hint" data-engines="one">{app.text().one_engine}</p> })
                }}
                <button
                    type="button"
                    class="primary"
                    data-action="start"
                    on:click=move |_| kiosk.open()
                >
                    {move || text().begin}
                </button>
            </div>
        </main>
    }
    .into_any()
}

/// Dark, and never the same picture for long.
fn closed(kiosk: Kiosk) -> AnyView {
    let opens = move || {
        let text = text();
        kiosk.minute.track();
        let now = crate::platform::clock::now();
        let hours = kiosk.settings.with(|settings| settings.hours)?;
        let (ahead, weekday) = hours.next(now);
        let day = if ahead == 0 {
            text.today
        } else {
            text.weekdays.get(usize::from(weekday)).copied()?
        };
        let (hour, minute) = (hours.from / 60, hours.from % 60);
        Some(format!("{} {hour:02}:{minute:02} {day}.", text.opens))
    };
    view! {
        <main
            class="sheet kiosk-closed"
            data-screen="closed"
            data-shift=move || kiosk.shift.get().to_string()
        >
            <div class="bar">{exit::button(kiosk)}</div>
            <div class="kiosk-middle">
                <h1 tabindex="-1">{move || text().closed}</h1>
                <p>{opens}</p>
            </div>
        </main>
    }
    .into_any()
}

/// "Are you still there?" over a survey nobody touches.
fn asking(kiosk: Kiosk) -> AnyView {
    let left = move || match kiosk.face.get() {
        Face::Asking(left) => left,
        Face::None | Face::Waiting | Face::Closed => 0,
    };
    view! {
        <dialog
            id="kiosk-still"
            class="kiosk-dialog"
            aria-labelledby="kiosk-still-title"
            aria-describedby="kiosk-still-what"
            data-screen="still-there"
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                kiosk.stay();
            }
        >
            <h1 id="kiosk-still-title" tabindex="-1">
                {move || text().still_title}
            </h1>
            // A timer is not read out every second; who comes to it hears what is left.
            <svg
                class="kiosk-ring"
                viewBox="0 0 120 120"
                role="timer"
                aria-label=move || format!("{}{}", left(), text().seconds)
            >
                <circle cx="60" cy="60" r="52" class="ring-back"></circle>
                <circle
                    cx="60"
                    cy="60"
                    r="52"
                    class="ring-left"
                    pathLength=ANSWER_SECS.to_string()
                    stroke-dasharray=move || format!("{} {ANSWER_SECS}", left())
                ></circle>
                <text
                    x="60"
                    y="74"
                    text-anchor="middle"
                    aria-hidden="true"
                    data-countdown=move || left().to_string()>
                    {move || left().to_string()}
                </text>
            </svg>
            <p id="kiosk-still-what">{move || text().still_what}</p>
            <div class="actions">
                <button
                    type="button"
                    class="primary"
                    data-action="stay"
                    autofocus=true
                    on:click=move |_| kiosk.stay()
                >
                    {move || text().still_yes}
                </button>
                <button
                    type="button"
                    class="secondary"
                    data-action="give-up"
                    on:click=move |_| kiosk.give_up()
                >
                    {move || text().still_no}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}
