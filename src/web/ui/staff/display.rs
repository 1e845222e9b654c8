//! The public display for the hall's television: turns its slides by itself, shows no comment, leads nowhere.

mod slides;

use crate::platform::clock::{self, Timer};
use crate::platform::{address, page as document, screen, update};
use crate::state::app::App;
use crate::state::board::{Board, board};
use crate::state::office;
use crate::state::route::Route;
use crate::state::setup::Setup;
use crate::state::staff::{Reading, Staff};
use crate::text::display::{DisplayText, sentences};
use crate::ui::staff::naming;
use leptos::ev;
use leptos::prelude::*;
use sipas_core::moment::Civil;
use sipas_core::selection::Day;
use slides::Slide;
use std::sync::Arc;

/// How long a slide stays, in milliseconds.
const SLIDE_MS: i32 = 12_000;

/// How often the clock, the storage and the screen are looked at, in milliseconds.
const TICK_MS: i32 = 30_000;

/// Ballots are read again after so many ticks, whatever was heard of changes: five minutes.
const TICKS_PER_READING: u32 = 10;

/// After so long without a key or a pointer the controls and the pointer go away, in milliseconds.
const IDLE_MS: i32 = 4_000;

/// The display's sentences in the present language.
fn text() -> &'static DisplayText {
    sentences(App::here().language())
}

/// Whether a route's fragment asks for the display.
pub fn is_asked(fragment: &str) -> bool {
    let path = fragment.split('?').next().unwrap_or_default();
    path.trim_end_matches('/') == "/display"
}

/// A timer that replaces the one before it and ends with the page.
#[derive(Clone, Copy)]
struct Pending {
    timer: StoredValue<Option<Timer>>,
    /// Grows with each timer: one that could not be cancelled in time does nothing.
    number: StoredValue<u64>,
}

impl Pending {
    fn new() -> Self {
        let pending = Self {
            timer: StoredValue::new(None),
            number: StoredValue::new(0),
        };
        on_cleanup(move || pending.cancel());
        pending
    }

    fn cancel(self) {
        self.number.try_update_value(|number| *number += 1);
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.cancel();
        }
    }

    fn after(self, delay_ms: i32, action: impl FnOnce() + 'static) {
        self.cancel();
        let own = self.number.get_value();
        let timer = clock::after(delay_ms, move || {
            if self.number.try_get_value() == Some(own) {
                action();
            }
        });
        self.timer.set_value(Some(timer));
    }
}

/// Everything that moves.
#[derive(Clone, Copy)]
struct Show {
    staff: Staff,
    board: RwSignal<Option<Arc<Board>>>,
    /// When the board was made.
    at: RwSignal<Option<Civil>>,
    slide: RwSignal<usize>,
    paused: RwSignal<bool>,
    idle: RwSignal<bool>,
    turning: Pending,
    resting: Pending,
    ticking: Pending,
}

impl Show {
    /// The slides there are something for.
    fn slides(self) -> Vec<Slide> {
        self.board.with(|board| {
            board
                .as_ref()
                .map_or_else(Vec::new, |board| Slide::of(board))
        })
    }

    fn turn(self, forward: bool) {
        let count = untrack(|| self.slides().len()).max(1);
        self.slide.update(|at| {
            *at = if forward {
                (*at + 1) % count
            } else {
                (*at + count - 1) % count
            };
        });
    }

    /// Somebody is at the keyboard or moves the pointer.
    fn touched(self) {
        if self.idle.get_untracked() {
            self.idle.set(false);
        }
        self.resting.after(IDLE_MS, move || {
            self.idle.try_set(true);
        });
    }

    fn key(self, event: &ev::KeyboardEvent) {
        self.touched();
        match event.key().as_str() {
            " " => {
                event.prevent_default();
                self.paused.update(|paused| *paused = !*paused);
            }
            "ArrowRight" | "PageDown" => self.turn(true),
            "ArrowLeft" | "PageUp" => self.turn(false),
            _ => {}
        }
    }

    /// Looks after everything every half minute.
    fn tick(self, ticks: u32) {
        self.ticking.after(TICK_MS, move || {
            leptos::task::spawn_local(screen::keep_awake());
            let blocked = self
                .staff
                .reading
                .with_untracked(|reading| matches!(reading, Reading::Blocked));
            let made = self.at.get_untracked().map(|at| at.day);
            if blocked || ticks.is_multiple_of(TICKS_PER_READING) {
                self.staff.read();
            } else if made.is_some_and(|day| day != clock::now().civil().day) {
                self.staff.reading.notify();
            }
            self.tick(ticks + 1);
        });
    }
}

/// The page.
pub fn page(setup: &'static Setup) -> AnyView {
    document::link_style("report.css");
    document::link_style("display.css");
    let app = App::here();
    let staff = Staff::start(setup);
    let show = Show {
        staff,
        board: RwSignal::new(None),
        at: RwSignal::new(None),
        slide: RwSignal::new(0),
        paused: RwSignal::new(false),
        idle: RwSignal::new(false),
        turning: Pending::new(),
        resting: Pending::new(),
        ticking: Pending::new(),
    };
    let unit = Memo::new(move |before: Option<&Option<String>>| {
        app.read(|state| match &state.route {
            Route::Staff(fragment) if is_asked(fragment) => unit_of(fragment),
            _ => before.cloned().flatten(),
        })
        .or_else(|| setup.campaign.unit.clone())
    });
    Effect::new(move |_| {
        let now = clock::now();
        let made = board(staff, unit.get().as_ref(), Day::at(now), office::least());
        // What was shown last stays while ballots cannot be read.
        if let Some(made) = made {
            show.board.set(Some(Arc::new(made)));
            show.at.set(Some(now.civil()));
        }
    });
    Effect::new(move |_| {
        show.slide.track();
        if show.paused.get() {
            show.turning.cancel();
        } else {
            show.turning.after(SLIDE_MS, move || show.turn(true));
        }
    });
    // Nobody presses a button here: a new version is taken when it is there.
    Effect::new(move |_| {
        if app.read(|state| state.update_ready) {
            update::activate();
        }
    });
    leptos::task::spawn_local(async {
        screen::keep_awake().await;
        drop(update::keep_staff().await);
    });
    show.tick(1);
    show.touched();
    let keys = window_event_listener(ev::keydown, move |event| show.key(&event));
    on_cleanup(move || {
        keys.remove();
        screen::let_sleep();
    });
    let slide = move || {
        let slides = show.slides();
        let chosen = slides.get(show.slide.get() % slides.len().max(1)).copied();
        show.board.with(|board| match (board, chosen) {
            (Some(board), Some(slide)) => slides::draw(slide, staff, board),
            _ => slides::waiting(staff.reading.with(|reading| *reading == Reading::Blocked)),
        })
    };
    let place = move || staff.setup.say(&setup.campaign.name, app.language().code());
    let title = move || naming::heading(setup, text().title, app.language());
    let agency = office::Line::Agency.read();
    view! {
        <div
            class="display"
            data-idle=move || show.idle.get().to_string()
            on:pointermove=move |_| show.touched()
            on:pointerdown=move |_| show.touched()
        >
            <header>
                <p class="display-agency">{agency}</p>
                <h1>{title}</h1>
                <p>{place}</p>
            </header>
            <main>{slide}</main>
            <footer>
                <p>{move || updated(show)}</p>
                {controls(show)}
                <p class="display-place" aria-hidden="true">
                    {move || {
                        let count = show.slides().len().max(1);
                        format!("{} / {count}", show.slide.get() % count + 1)
                    }}
                </p>
            </footer>
        </div>
    }
    .into_any()
}

/// When the figures were made.
fn updated(show: Show) -> Option<String> {
    let at = show.at.get()?;
    let time = format!("{:02}:{:02}", at.hour, at.minute);
    let day = format!("{:02}/{:02}/{:04}", at.day, at.month, at.year);
    Some(super::report::fill(text().updated, &[&time, &day]))
}

fn controls(show: Show) -> AnyView {
    view! {
        <div class="display-controls" role="group" aria-label=move || text().controls>
            <button
                type="button"
                class="secondary"
                data-action="back"
                on:click=move |_| show.turn(false)
            >
                {move || text().back}
            </button>
            <button
                type="button"
                class="secondary"
                data-action="pause"
                on:click=move |_| show.paused.update(|paused| *paused = !*paused)
            >
                {move || if show.paused.get() { text().go_on } else { text().pause }}
            </button>
            <button
                type="button"
                class="secondary"
                data-action="next"
                on:click=move |_| show.turn(true)
            >
                {move || text().next}
            </button>
            <button
                type="button"
                class="secondary"
                data-action="whole-screen"
                on:click=|_| screen::toggle_whole()
            >
                {move || text().whole_screen}
            </button>
        </div>
    }
    .into_any()
}

/// `unit=` of the fragment.
fn unit_of(fragment: &str) -> Option<String> {
    let (_, query) = fragment.split_once('?')?;
    let values = query.split('&').filter_map(|pair| pair.split_once('='));
    let mut units = values.filter(|(key, _)| *key == "unit");
    units.next().map(|(_, value)| address::decode(value))
}
