//! Ballots from citizens' phones: by camera, as a pasted link, or from a picture.

use super::{back, scan_door, styled, text};
use crate::platform::scanner::{self, Frame, Look, Seen};
use crate::platform::{address, clock, page};
use crate::state::collect::{self, Outcome};
use crate::state::staff::Staff;
use crate::text::collect::{CollectText, Said};
use leptos::prelude::*;
use sipas_formats::hand_over::HandOverError;
use sipas_formats::hand_over::part::Collected;
use sipas_formats::hand_over::taking::Refusal;
use sipas_formats::qr::scan::Picture;

/// A code that stays before the camera is not told again for so long, in milliseconds.
const SAME_MS: f64 = 4_000.0;

/// Results kept on the page.
const KEPT: usize = 8;

/// What is told after a scan, or about the camera.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    /// What came of a code.
    Of(Outcome),
    /// No code in a picture from a file.
    NoCode,
    /// The camera did not open: the browser's name for it.
    Camera(String),
    /// The reader could not be loaded.
    NoReader,
}

/// The page's state; a handle that can be copied anywhere.
#[derive(Clone, Copy)]
struct Desk {
    staff: Staff,
    told: RwSignal<Option<Told>>,
    /// Which of the things told it is, so that the same one is told again.
    count: RwSignal<usize>,
    log: RwSignal<Vec<(String, Outcome)>>,
    camera: RwSignal<Camera>,
    beeps: RwSignal<bool>,
    collected: StoredValue<Collected>,
    last: StoredValue<(String, f64)>,
    busy: StoredValue<bool>,
    look: StoredValue<Option<Look>, LocalStorage>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Camera {
    Off,
    Starting,
    On,
}

/// The page; an address with a ballot in it is taken at once.
pub fn page() -> AnyView {
    styled();
    if !scanner::is_here() {
        // Without it the camera says so when it is started.
        leptos::task::spawn_local(async { drop(page::load_script("scanner.js").await) });
    }
    let desk = Desk {
        staff: expect_context(),
        told: RwSignal::new(None),
        count: RwSignal::new(0),
        log: RwSignal::new(Vec::new()),
        camera: RwSignal::new(Camera::Off),
        beeps: RwSignal::new(collect::beeps()),
        collected: StoredValue::new(Collected::default()),
        last: StoredValue::new((String::new(), 0.0)),
        busy: StoredValue::new(false),
        look: StoredValue::new_local(None),
    };
    desk.look.set_value(Some(Look::new(move |frame| {
        leptos::task::spawn_local(async move { desk.see(frame, true).await });
    })));
    on_cleanup(scanner::stop);
    let fragment = address::fragment();
    if fragment.contains("?b=") {
        let link = ["#", fragment.as_str()].concat();
        leptos::task::spawn_local(async move {
            crate::state::tickets::recover().await;
            desk.take(&link, false).await;
        });
    }
    desk.view()
}

impl Desk {
    fn view(self) -> AnyView {
        let hint = move || match self.camera.get() {
            Camera::Off => text().camera_off,
            Camera::Starting => text().starting,
            Camera::On => text().hold,
        };
        let toggle = move |_| {
            if self.camera.get_untracked() == Camera::Off {
                leptos::task::spawn_local(async move { self.start().await });
            } else {
                scanner::stop();
                self.camera.set(Camera::Off);
            }
        };
        view! {
            {back()}
            <h1 tabindex="-1">{move || text().scan}</h1>
            <p>{move || text().scan_what}</p>
            <div class="scan">
                <div class="scan-camera" data-camera=move || format!("{:?}", self.camera.get())>
                    <video
                        id="scan-video"
                        muted=true
                        playsinline=true
                        aria-label=move || text().camera
                    ></video>
                    <p class="hint" role="status">
                        {hint}
                    </p>
                    <div class="actions row">
                        <button type="button" class="primary" data-action="camera" on:click=toggle>
                            {move || {
                                if self.camera.get() == Camera::Off {
                                    text().start
                                } else {
                                    text().stop
                                }
                            }}
                        </button>
                    </div>
                    <label class="option">
                        <input
                            type="checkbox"
                            name="beep"
                            prop:checked=move || self.beeps.get()
                            on:change=move |event| {
                                let on = event_target_checked(&event);
                                self.beeps.set(on);
                                collect::set_beeps(on);
                            }
                        />
                        <span>{move || text().sound}</span>
                    </label>
                </div>
                <div class="scan-told" role="alert">
                    {move || {
                        let count = self.count.get();
                        self.told.get().map(|told| panel(&told, count))
                    }}
                </div>
            </div>
            {self.other_ways()}
            {self.log()}
        }
        .into_any()
    }

    /// A pasted link, a picture.
    fn other_ways(self) -> AnyView {
        let pasted = RwSignal::new(String::new());
        view! {
            <section class="card">
                <h2>{move || text().other_ways}</h2>
                <form
                    class="form"
                    on:submit=move |event| {
                        event.prevent_default();
                        let link = pasted.get_untracked();
                        leptos::task::spawn_local(async move { self.take(&link, false).await });
                        pasted.set(String::new());
                    }
                >
                    <label>
                        <span>{move || text().paste}</span>
                        <textarea
                            name="link"
                            rows="3"
                            autocomplete="off"
                            prop:value=move || pasted.get()
                            on:input=move |event| pasted.set(event_target_value(&event))
                        ></textarea>
                    </label>
                    <div class="actions row">
                        <button type="submit" class="secondary" data-action="take">
                            {move || text().take}
                        </button>
                    </div>
                </form>
                <label class="file secondary">
                    <span>{move || text().file}</span>
                    <input
                        type="file"
                        id="scan-file"
                        accept="image/*"
                        data-import="code"
                        on:change=move |_| {
                            leptos::task::spawn_local(async move { self.open_file().await });
                        }
                    />
                </label>
            </section>
        }
        .into_any()
    }

    fn log(self) -> AnyView {
        let rows = move || {
            let rows = self.log.get();
            let rows = rows.iter().map(|(time, outcome)| {
                let text = text();
                let (mark, (title, _)) = said(outcome, text);
                let title = titled(outcome, title);
                view! {
                    <li data-outcome=mark>
                        <span class="time">{time.clone()}</span>
                        " "
                        {title}
                    </li>
                }
                .into_any()
            });
            rows.collect_view()
        };
        view! {
            <Show when=move || !self.log.with(Vec::is_empty)>
                <section>
                    <h2>{move || text().so_far}</h2>
                    <ul class="scan-log">{rows}</ul>
                </section>
            </Show>
        }
        .into_any()
    }

    async fn start(self) {
        self.camera.set(Camera::Starting);
        self.last.set_value((String::new(), 0.0));
        crate::state::tickets::recover().await;
        let started = match self.look.with_value(|look| look.as_ref().map(Look::handle)) {
            Some(look) => scanner::start(look).await,
            None => Ok(()),
        };
        match started {
            Ok(()) => {
                self.camera.try_set(Camera::On);
            }
            Err(name) => {
                self.camera.try_set(Camera::Off);
                self.tell(Told::Camera(name), false);
            }
        }
    }

    async fn open_file(self) {
        let look = Look::new(move |frame| {
            leptos::task::spawn_local(async move { self.see(frame, false).await });
        });
        if !scanner::file(look.handle()).await {
            self.tell(Told::NoCode, false);
        }
        // The picture has been handed over by then.
        drop(look);
    }

    /// Looks through a frame and takes what is in it; then asks for the next one.
    async fn see(self, frame: Frame, by_camera: bool) {
        let texts = match frame.seen.clone() {
            Seen::Texts(texts) => Ok(texts),
            Seen::Picture(width, height, luma) => match Picture::new(width, height, luma) {
                Some(picture) => scan_door::search(picture).await,
                None => Ok(Vec::new()),
            },
        };
        match &texts {
            Ok(texts) => {
                for text in texts {
                    self.take(text, by_camera).await;
                }
                if texts.is_empty() && !by_camera {
                    self.tell(Told::NoCode, false);
                }
            }
            Err(_) => {
                scanner::stop();
                self.camera.try_set(Camera::Off);
                self.tell(Told::NoReader, false);
            }
        }
        frame.done(&texts.unwrap_or_default());
    }

    /// Takes one code's text; one that stays before the camera only once.
    async fn take(self, text: &str, by_camera: bool) {
        let now = clock::millis();
        let same = self
            .last
            .try_with_value(|(last, at)| last == text && now - at < SAME_MS);
        let Some(same) = same else { return };
        if by_camera && same {
            self.last.try_set_value((text.to_owned(), now));
            return;
        }
        // A ballot on its way into the store must not be met by itself.
        if self.busy.try_get_value() != Some(false) {
            return;
        }
        self.busy.try_set_value(true);
        let looked = self
            .collected
            .try_update_value(|collected| collect::look(text, collected));
        let outcome = match looked {
            Some(Ok(sheet)) => collect::take(self.staff.setup, &sheet).await,
            Some(Err(outcome)) => outcome,
            None => return,
        };
        self.busy.try_set_value(false);
        self.last.try_set_value((text.to_owned(), clock::millis()));
        let good = matches!(
            outcome,
            Outcome::Taken(_) | Outcome::Part(..) | Outcome::Campaign
        );
        if outcome == Outcome::Campaign {
            scanner::beep(good);
            address::go("/staff/campaign");
            return;
        }
        if matches!(outcome, Outcome::Taken(_)) {
            self.staff.read();
        }
        let civil = clock::now().civil();
        let time = format!("{:02}:{:02}:{:02}", civil.hour, civil.minute, civil.second);
        self.log.try_update(|log| {
            log.insert(0, (time, outcome.clone()));
            log.truncate(KEPT);
        });
        self.tell(Told::Of(outcome), good);
    }

    fn tell(self, told: Told, good: bool) {
        if self.beeps.try_get_untracked() == Some(true) {
            scanner::beep(good);
        }
        self.count.try_update(|count| *count += 1);
        self.told.try_set(Some(told));
    }
}

/// One thing told, large: what happened, and what to do.
fn panel(told: &Told, count: usize) -> AnyView {
    let text = text();
    let (mark, (title, what)) = match told {
        Told::Of(outcome) => said(outcome, text),
        Told::NoCode => ("no-code", text.no_code),
        Told::NoReader => ("no-reader", text.no_reader),
        Told::Camera(name) => match name.as_str() {
            "NotAllowedError" | "SecurityError" => ("camera-denied", text.denied),
            "NotFoundError" | "OverconstrainedError" | "none" => ("no-camera", text.no_camera),
            _ => ("camera-failed", text.camera_failed),
        },
    };
    let title = match told {
        Told::Of(outcome) => titled(outcome, title),
        _ => title.to_owned(),
    };
    let (tone, sign) = match mark {
        "taken" => ("good", "✓"),
        "part" | "before" => ("calm", "•"),
        _ => ("bad", "!"),
    };
    view! {
        <div class="told" data-tone=tone data-outcome=mark data-count=count.to_string()>
            <p class="told-title">
                <span class="sign" aria-hidden="true">
                    {sign}
                </span>
                <strong>{title}</strong>
            </p>
            <p>{what}</p>
        </div>
    }
    .into_any()
}

/// The title with what is particular about this outcome.
fn titled(outcome: &Outcome, title: &str) -> String {
    match outcome {
        Outcome::Part(here, of) => format!("{here}/{of}{title}"),
        Outcome::Refused(Refusal::OtherCampaign(campaign)) => format!("{title}{campaign}"),
        Outcome::Refused(Refusal::OtherQuestionnaire(id, version)) => {
            format!("{title}{id} {version}")
        }
        Outcome::NotStored(reason) => format!("{title}{reason}"),
        _ => title.to_owned(),
    }
}

/// A stable mark and the sentences of an outcome.
const fn said(outcome: &Outcome, text: &CollectText) -> (&'static str, Said) {
    match outcome {
        Outcome::Taken(_) => ("taken", text.taken),
        Outcome::Before => ("before", text.before),
        Outcome::Part(..) => ("part", text.part),
        Outcome::Campaign | Outcome::Foreign => ("foreign", text.foreign),
        Outcome::SurveyCode => ("survey-code", text.survey_code),
        Outcome::Unreadable(error) => match error {
            HandOverError::Damaged => ("damaged", text.damaged),
            HandOverError::Newer(_) => ("newer", text.newer),
            HandOverError::Older(_) => ("older", text.older),
            HandOverError::Malformed => ("malformed", text.malformed),
        },
        Outcome::Refused(refusal) => match refusal {
            Refusal::OtherCampaign(_) => ("other-campaign", text.other_campaign),
            Refusal::OtherQuestionnaire(..) => ("other-questionnaire", text.other_questionnaire),
            Refusal::UnknownTicket => ("unknown-ticket", text.unknown_ticket),
            Refusal::OldTicket => ("old-ticket", text.old_ticket),
            Refusal::UsedTicket => ("used-ticket", text.used_ticket),
            Refusal::Forged => ("forged", text.forged),
            Refusal::Malformed => ("malformed", text.malformed),
        },
        Outcome::NotStored(_) => ("not-stored", text.not_stored),
    }
}
