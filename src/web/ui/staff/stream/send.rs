//! Showing ballots as codes: which ones, then one code after the other until the other device has them.

mod which;

use super::{back, door, styled, text, trouble};
use crate::platform::{clock, page as document, screen};
use crate::state::staff::Staff;
use crate::state::stream::{self, NoTurn, Sending, Turn, Which};
use crate::ui::html::Html;
use crate::ui::qr;
use crate::ui::staff::{grouped, spoken};
use leptos::prelude::*;
use sipas_core::ballot::BallotId;
use sipas_formats::stream::short;
use std::collections::BTreeSet;

/// Codes a second that can be chosen.
const SPEEDS: [u32; 5] = [3, 5, 8, 10, 12];

/// Codes a second at first, and where the person wants less motion: no more flashes than anyone can bear.
const SPEED: u32 = 8;
const CALM: u32 = 3;

/// Codes between two requests to keep the screen awake, which a browser takes back when it is covered.
const AWAKE: u64 = 40;

/// Where the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Which ballots?
    Choosing,
    /// The codes are being made.
    Preparing,
    /// They are shown.
    Showing,
    /// The other device has them: how many, and how many are left.
    Done(usize, usize),
    /// No ballots can be read, or one is too long.
    None(NoTurn),
    /// The part could not be loaded.
    NoPart,
}

/// The page's state; a handle that can be copied anywhere.
#[derive(Clone, Copy)]
struct Desk {
    staff: Staff,
    which: RwSignal<Which>,
    /// What has been sent; nothing until it is read.
    sent: RwSignal<Option<BTreeSet<BallotId>>>,
    step: RwSignal<Step>,
    /// The place in the stream.
    place: RwSignal<u64>,
    playing: RwSignal<bool>,
    speed: RwSignal<u32>,
    /// Ballots of former turns.
    from: StoredValue<usize>,
    turn: StoredValue<Option<Turn>>,
    sending: StoredValue<Option<Box<dyn Sending>>, LocalStorage>,
    /// Which run of the clock is on: those before it end.
    run: StoredValue<u64>,
}

/// The page.
pub fn page() -> AnyView {
    styled();
    let speed = if screen::wants_less_motion() {
        CALM
    } else {
        SPEED
    };
    let desk = Desk {
        staff: expect_context(),
        which: RwSignal::new(Which::Unsent),
        sent: RwSignal::new(None),
        step: RwSignal::new(Step::Choosing),
        place: RwSignal::new(0),
        playing: RwSignal::new(false),
        speed: RwSignal::new(speed),
        from: StoredValue::new(0),
        turn: StoredValue::new(None),
        sending: StoredValue::new_local(None),
        run: StoredValue::new(0),
    };
    desk.read_sent();
    on_cleanup(screen::let_sleep);
    view! {
        {back()}
        <h1 tabindex="-1">{move || text().send}</h1>
        {move || match desk.step.get() {
            Step::Choosing => desk.choosing(),
            Step::Preparing => {
                view! { <p role="status">{text().preparing}</p> }.into_any()
            }
            Step::Showing => desk.showing(),
            Step::Done(ballots, left) => desk.done(ballots, left),
            Step::None(reason) => {
                let what = match reason {
                    NoTurn::Store => text().unreadable,
                    NoTurn::TooLong => text().too_long,
                };
                view! { <p class="warning" role="alert">{what}</p> }.into_any()
            }
            Step::NoPart => {
                view! {
                    <div role="alert">{trouble("no-part", text().no_part)}</div>
                    {desk.choosing()}
                }
                    .into_any()
            }
        }}
    }
    .into_any()
}

impl Desk {
    fn read_sent(self) {
        leptos::task::spawn_local(async move {
            let sent = stream::sent().await;
            self.sent.try_set(Some(sent));
        });
    }

    fn speeds(self) -> AnyView {
        let options = SPEEDS
            .into_iter()
            .map(|speed| {
                view! {
                    <option value=speed.to_string() selected=speed == self.speed.get_untracked()>
                        {[&speed.to_string(), text().per_second].concat()}
                    </option>
                }
            })
            .collect_view();
        view! {
            <label class="stream-speed">
                <span>{text().speed}</span>
                <select
                    name="speed"
                    on:change=move |event| {
                        if let Ok(speed) = event_target_value(&event).parse() {
                            self.speed.set(speed);
                        }
                    }
                >
                    {options}
                </select>
            </label>
        }
        .into_any()
    }

    /// Packs the next turn and shows it.
    fn begin(self) {
        self.step.set(Step::Preparing);
        leptos::task::spawn_local(async move {
            // The words are drawn first.
            clock::pause(30).await;
            let Ok(part) = door::open().await else {
                self.step.try_set(Step::NoPart);
                return;
            };
            let which = self.which.get_untracked();
            let sent = self.sent.get_untracked().unwrap_or_default();
            let turn = match stream::turn(self.staff.setup, which, self.from.get_value(), &sent) {
                Ok(turn) => turn,
                Err(reason) => {
                    self.step.try_set(Step::None(reason));
                    return;
                }
            };
            let Some(sending) = (part.send)(&turn.parcel) else {
                self.step.try_set(Step::None(NoTurn::TooLong));
                return;
            };
            self.turn.try_set_value(Some(turn));
            self.sending.try_set_value(Some(sending));
            self.place.try_set(0);
            self.step.try_set(Step::Showing);
            self.play(true);
            document::focus_after_paint(".stream-shown", false);
        });
    }

    fn play(self, on: bool) {
        self.playing.try_set(on);
        let run = self.run.try_get_value().unwrap_or_default() + 1;
        self.run.try_set_value(run);
        if on {
            leptos::task::spawn_local(async move {
                screen::keep_awake().await;
                self.tick(run).await;
            });
        } else {
            screen::let_sleep();
        }
    }

    /// One code after the other, until this run has ended or the page is left.
    async fn tick(self, run: u64) {
        loop {
            let Some(speed) = self.speed.try_get_untracked() else {
                return;
            };
            clock::pause(i32::try_from(1_000 / speed.max(1)).unwrap_or(125)).await;
            if self.run.try_get_value() != Some(run) {
                return;
            }
            let Some(place) = self.place.try_update(|place| {
                *place += 1;
                *place
            }) else {
                return;
            };
            if place.is_multiple_of(AWAKE) {
                screen::keep_awake().await;
            }
        }
    }

    fn showing(self) -> AnyView {
        let text = text();
        let of = |look: fn(&dyn Sending) -> u64| {
            self.sending
                .with_value(|sending| sending.as_deref().map_or(0, look))
        };
        let (session, count) = (of(|one| one.session()), of(|one| u64::from(one.count())));
        let language = spoken().code();
        let picture = move || {
            let mut html = Html::default();
            let code = self.sending.with_value(|sending| {
                sending
                    .as_ref()
                    .and_then(|sending| sending.code(self.place.get()))
            });
            if let Some(code) = code {
                qr::write(&mut html, &code, super::text().picture);
            }
            html.finish()
        };
        let place = move || {
            let text = super::text();
            let shown = grouped(self.place.get() + 1, language);
            [
                text.code[0],
                &shown,
                " · ",
                text.code[1],
                &grouped(count, language),
                text.code[2],
            ]
            .concat()
        };
        let step = move |by: i64| {
            move |_| {
                self.place
                    .update(|place| *place = place.saturating_add_signed(by));
            }
        };
        view! {
            <section
                class="stream-shown"
                tabindex="-1"
                aria-label=text.picture
                data-screen="stream-showing"
                data-session=format!("{session:016x}")
                data-place=move || self.place.get().to_string()
                data-needed=count.to_string()
            >
                <div class="stream-picture" inner_html=picture></div>
                <div class="stream-about">
                <p class="stream-check">
                    {text.check}
                    <strong>{short(session)}</strong>
                    <span class="hint">{text.check_what}</span>
                </p>
                <p class="stream-place">{place}</p>
                <div class="actions row">
                    <button
                        type="button"
                        class="secondary"
                        data-action="stream-pause"
                        on:click=move |_| self.play(!self.playing.get_untracked())
                    >
                        {move || {
                            let [pause, go_on] = super::text().pause;
                            if self.playing.get() { pause } else { go_on }
                        }}
                    </button>
                    <Show when=move || !self.playing.get()>
                        <button
                            type="button"
                            class="secondary"
                            data-action="stream-before"
                            prop:disabled=move || self.place.get() == 0
                            on:click=step(-1)
                        >
                            {move || super::text().step[0]}
                        </button>
                        <button
                            type="button"
                            class="secondary"
                            data-action="stream-next"
                            on:click=step(1)
                        >
                            {move || super::text().step[1]}
                        </button>
                    </Show>
                    {self.speeds()}
                </div>
                <div class="stream-end">
                    <p class="hint">{text.received_what}</p>
                    <div class="actions row">
                        <button
                            type="button"
                            class="primary"
                            data-action="stream-received"
                            on:click=move |_| self.received()
                        >
                            {text.received}
                        </button>
                        <button
                            type="button"
                            class="secondary"
                            data-action="stream-end"
                            on:click=move |_| {
                                self.play(false);
                                self.step.set(Step::Choosing);
                            }
                        >
                            {text.end}
                        </button>
                    </div>
                </div>
                </div>
            </section>
        }
        .into_any()
    }

    /// Notes that the other device has this turn.
    fn received(self) {
        self.play(false);
        let session = self
            .sending
            .with_value(|sending| sending.as_ref().map(|one| one.session()));
        let Some((session, turn)) = session.zip(self.turn.get_value()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            let sent = self.sent.get_untracked().unwrap_or_default();
            stream::note_sent(session, &turn.ids, &sent).await;
            let now = stream::sent().await;
            self.sent.try_set(Some(now));
            // Those not sent have become fewer; of the others the next ones follow.
            if self.which.try_get_untracked() != Some(Which::Unsent) {
                self.from.try_update_value(|from| *from += turn.ids.len());
            }
            self.step.try_set(Step::Done(turn.ids.len(), turn.left));
            document::focus_after_paint("[data-screen=stream-done]", true);
        });
    }

    fn done(self, ballots: usize, left: usize) -> AnyView {
        let text = text();
        let number = |count: usize| grouped(count as u64, spoken().code());
        let line = [text.noted.0, &number(ballots), text.noted.1].concat();
        let more = (left > 0).then(|| {
            view! {
                <p>{[text.left, &number(left), text.ballots, "."].concat()}</p>
                <button
                    type="button"
                    class="primary"
                    data-action="stream-more"
                    on:click=move |_| self.begin()
                >
                    {text.next_turn}
                </button>
            }
        });
        view! {
            <div data-screen="stream-done" tabindex="-1">
                <p class="done" role="status">{line}</p>
                {more}
            </div>
        }
        .into_any()
    }
}
