//! Collecting another device's codes by camera; what they make is shown like a file before anything is stored.

use super::super::collect::scan_door;
use super::{back, door, panel, styled, text, trouble};
use crate::platform::picked::Picked;
use crate::platform::scanner::{self, Frame as Seeing, Look, Seen};
use crate::platform::{clock, page as document, screen};
use crate::state::collect;
use crate::state::staff::Staff;
use crate::state::stream::{self, Receiving, Streaming};
use crate::ui::staff::{grouped, import, spoken};
use leptos::prelude::*;
use sipas_formats::qr::scan::Picture;
use sipas_formats::stream::frame::Frame;
use sipas_formats::stream::{FrameError, Refused, Taken, short};

/// Codes that are kept at a time.
const KEEP: usize = 12;

/// A code that cannot be used is told with a sound at most so often, in milliseconds.
const TOLD_MS: f64 = 4_000.0;

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    Refused(Refused),
    Camera(String),
    NoReader,
    NoPart,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Camera {
    Off,
    Starting,
    On,
}

/// The page's state; a handle that can be copied anywhere.
#[derive(Clone, Copy)]
struct Desk {
    staff: Staff,
    camera: RwSignal<Camera>,
    told: RwSignal<Option<Told>>,
    told_at: StoredValue<f64>,
    beeps: RwSignal<bool>,
    /// The stream being collected.
    session: RwSignal<Option<u64>>,
    /// Symbols here, and needed.
    progress: RwSignal<(usize, usize)>,
    again: RwSignal<u64>,
    refused: RwSignal<u64>,
    /// Whether what is here is from before.
    is_kept: RwSignal<bool>,
    file: RwSignal<Option<Picked>, LocalStorage>,
    part: StoredValue<Option<Streaming>>,
    receiver: StoredValue<Option<Box<dyn Receiving>>, LocalStorage>,
    fresh: StoredValue<Vec<Frame>>,
    last: StoredValue<String>,
    look: StoredValue<Option<Look>, LocalStorage>,
}

/// The page; what was received before it was last left is there again.
pub fn page() -> AnyView {
    styled();
    if !scanner::is_here() {
        // Without it the camera says so when it is started.
        leptos::task::spawn_local(async { drop(document::load_script("scanner.js").await) });
    }
    let desk = Desk {
        staff: expect_context(),
        camera: RwSignal::new(Camera::Off),
        told: RwSignal::new(None),
        told_at: StoredValue::new(0.0),
        beeps: RwSignal::new(collect::beeps()),
        session: RwSignal::new(None),
        progress: RwSignal::new((0, 0)),
        again: RwSignal::new(0),
        refused: RwSignal::new(0),
        is_kept: RwSignal::new(false),
        file: RwSignal::new_local(None),
        part: StoredValue::new(None),
        receiver: StoredValue::new_local(None),
        fresh: StoredValue::new(Vec::new()),
        last: StoredValue::new(String::new()),
        look: StoredValue::new_local(None),
    };
    desk.look.set_value(Some(Look::new(move |frame| {
        leptos::task::spawn_local(async move { desk.see(frame).await });
    })));
    on_cleanup(|| {
        scanner::stop();
        screen::let_sleep();
    });
    leptos::task::spawn_local(async move {
        let frames = stream::received().await;
        if !frames.is_empty() && desk.ready().await {
            for frame in frames {
                desk.take(frame, false);
            }
            desk.is_kept.try_set(true);
        }
    });
    desk.view()
}

impl Desk {
    /// Loads the part, once.
    async fn ready(self) -> bool {
        if self.part.try_with_value(Option::is_some) == Some(true) {
            return true;
        }
        let Ok(part) = door::open().await else {
            self.told.try_set(Some(Told::NoPart));
            return false;
        };
        self.part.try_set_value(Some(part));
        self.receiver.try_set_value(Some((part.receive)()));
        true
    }

    fn view(self) -> AnyView {
        let toggle = move |_| {
            if self.camera.get_untracked() == Camera::Off {
                leptos::task::spawn_local(async move { self.start().await });
            } else {
                self.stop();
            }
        };
        view! {
            {back()}
            <h1 tabindex="-1">{move || text().receive}</h1>
            <p hidden=move || {
                self.camera.get() == Camera::On || self.file.with(Option::is_some)
            }>{move || text().receive_what}</p>
            <div class="scan stream" hidden=move || self.file.with(Option::is_some)>
                <div class="scan-camera" data-camera=move || format!("{:?}", self.camera.get())>
                    <video
                        id="scan-video"
                        muted=true
                        playsinline=true
                        aria-label=move || text().video
                    ></video>
                    <p class="hint" role="status">
                        {move || {
                            let [off, starting, on] = text().hints;
                            match self.camera.get() {
                                Camera::Off => off,
                                Camera::Starting => starting,
                                Camera::On => on,
                            }
                        }}
                    </p>
                    <div class="actions row">
                        <button type="button" class="primary" data-action="camera" on:click=toggle>
                            {move || {
                                let [start, stop] = text().camera;
                                if self.camera.get() == Camera::Off { start } else { stop }
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
                <div class="stream-told">{move || self.progress()} <div role="alert">{move || self.trouble()}</div></div>
            </div>
            <div role="status" data-screen="stream-whole" tabindex="-1">
                {move || {
                    self.file
                        .with(Option::is_some)
                        .then(|| panel("whole", "good", text().whole.0.to_owned(), text().whole.1))
                }}
            </div>
            {move || {
                let file = self.file.get()?;
                Some(import::given(self.staff, file, || {
                    leptos::task::spawn_local(stream::forget_received());
                }))
            }}
            <Show when=move || self.session.get().is_some()>
                <div class="stream-over">
                    <button
                        type="button"
                        class="secondary"
                        data-action="stream-over"
                        on:click=move |_| self.over()
                    >
                        {move || text().over}
                    </button>
                </div>
            </Show>
        }
        .into_any()
    }

    /// How much is here.
    fn progress(self) -> AnyView {
        let Some(session) = self.session.get() else {
            return ().into_any();
        };
        let text = text();
        let number = |count: usize| grouped(count as u64, spoken().code());
        let bar = move || self.progress.get().0.to_string();
        let (_, needed) = self.progress.get_untracked();
        let words = move || {
            let (here, needed) = self.progress.get();
            [text.here[0], &number(here), text.here[1], &number(needed)].concat()
        };
        // Read aloud at each quarter only.
        let quarter = Memo::new(move |_| {
            let (here, needed) = self.progress.get();
            4 * here.min(needed) / needed.max(1)
        });
        let spoken_share = move || match quarter.get() {
            // Nothing yet, or all: that is told by itself.
            0 | 4 => String::new(),
            quarters => [&(25 * quarters).to_string(), text.share].concat(),
        };
        let counts = move || {
            let [again, refused] = [self.again.get(), self.refused.get()];
            let [seen, no_use] = text.counts;
            let language = spoken().code();
            let count = |words: &str, count| [words, &grouped(count, language)].concat();
            [count(seen, again), " · ".to_owned(), count(no_use, refused)].concat()
        };
        view! {
            <div
                class="stream-progress"
                data-screen="stream-progress"
                data-session=format!("{session:016x}")
                data-here=bar
                data-needed=needed.to_string()
                data-again=move || self.again.get().to_string()
                data-refused=move || self.refused.get().to_string()
            >
                <p class="stream-check">
                    {text.check}
                    <strong>{short(session)}</strong>
                    <span class="hint">{text.check_what}</span>
                </p>
                <p class="stream-count">{words}</p>
                <progress max=needed.to_string() prop:value=bar aria-label=text.here[0]></progress>
                <p class="hint">{counts}</p>
                <p class="hint" role="status">
                    {spoken_share}
                </p>
                {move || {
                    (self.is_kept.get() && self.camera.get() == Camera::Off)
                        .then(|| view! { <p class="offer">{super::text().kept}</p> })
                }}
            </div>
        }
        .into_any()
    }

    fn trouble(self) -> AnyView {
        let text = text();
        let (mark, said) = match self.told.get() {
            None => return ().into_any(),
            Some(Told::NoPart) => ("no-part", text.no_part),
            Some(Told::NoReader) => ("no-reader", text.no_reader),
            Some(Told::Camera(name)) => match name.as_str() {
                "NotAllowedError" | "SecurityError" => ("camera-denied", text.denied),
                "NotFoundError" | "OverconstrainedError" | "none" => ("no-camera", text.no_camera),
                _ => ("camera-failed", text.camera_failed),
            },
            Some(Told::Refused(Refused::Broken)) => ("broken", text.broken),
            Some(Told::Refused(Refused::Unreadable(error))) => match error {
                FrameError::Foreign => ("foreign", text.foreign),
                FrameError::Damaged => ("damaged", text.damaged),
                FrameError::Newer(_) => ("newer", text.newer),
                FrameError::Older(_) => ("older", text.older),
                FrameError::Malformed => ("broken", text.broken),
            },
            Some(Told::Refused(Refused::OtherStream(session))) => {
                let title = [text.other.0, &short(session)].concat();
                return view! {
                    {panel("other-stream", "bad", title, text.other.1)}
                    <div class="actions row">
                        <button
                            type="button"
                            class="secondary"
                            data-action="stream-instead"
                            on:click=move |_| self.over()
                        >
                            {text.instead}
                        </button>
                    </div>
                }
                .into_any();
            }
        };
        trouble(mark, said)
    }

    async fn start(self) {
        self.camera.set(Camera::Starting);
        self.told.set(None);
        self.last.set_value(String::new());
        if !self.ready().await {
            self.camera.try_set(Camera::Off);
            return;
        }
        let started = match self.look.with_value(|look| look.as_ref().map(Look::handle)) {
            Some(look) => scanner::start(look).await,
            None => Ok(()),
        };
        match started {
            Ok(()) => {
                if self.file.try_with_untracked(Option::is_none) == Some(true) {
                    self.camera.try_set(Camera::On);
                    screen::keep_awake().await;
                } else {
                    // The very first picture completed it, or the page has been left.
                    self.stop();
                }
            }
            Err(name) => {
                self.camera.try_set(Camera::Off);
                self.tell(Told::Camera(name));
            }
        }
    }

    fn stop(self) {
        scanner::stop();
        screen::let_sleep();
        self.camera.try_set(Camera::Off);
        self.keep();
    }

    /// Looks through a frame of the camera and takes what is in it; then asks for the next one.
    async fn see(self, seeing: Seeing) {
        let texts = match seeing.seen.clone() {
            Seen::Texts(texts) => Ok(texts),
            Seen::Picture(width, height, luma) => match Picture::new(width, height, luma) {
                Some(picture) => scan_door::search(picture).await,
                None => Ok(Vec::new()),
            },
        };
        match &texts {
            Ok(texts) => texts.iter().for_each(|text| self.read(text)),
            Err(_) => {
                self.stop();
                self.tell(Told::NoReader);
            }
        }
        seeing.done(&texts.unwrap_or_default());
    }

    /// Reads a code's text; one that stays before the camera only once.
    fn read(self, text: &str) {
        let is_same = self.last.try_with_value(|last| last == text);
        if is_same != Some(false) || self.file.try_with_untracked(Option::is_some) != Some(false) {
            return;
        }
        self.last.try_set_value(text.to_owned());
        match stream::read(text) {
            Ok(frame) => self.take(frame, true),
            Err(refused) => self.refuse(refused),
        }
    }

    fn refuse(self, refused: Refused) {
        self.refused.try_update(|count| *count += 1);
        self.tell(Told::Refused(refused));
    }

    /// Takes a frame; `is_new` where it is not from the store.
    fn take(self, frame: Frame, is_new: bool) {
        let copy = is_new.then(|| frame.clone());
        let taken = self.receiver.try_update_value(|receiver| {
            let receiver = receiver.as_mut()?;
            let taken = receiver.take(frame);
            Some((taken, receiver.session(), receiver.progress()))
        });
        let Some(Some((taken, session, progress))) = taken else {
            return;
        };
        self.progress.try_set(progress.unwrap_or_default());
        if self.session.try_get_untracked() != Some(session) {
            self.session.try_set(session);
        }
        match taken {
            Ok(Taken::Again) => {
                self.again.try_update(|count| *count += 1);
            }
            Ok(Taken::New) => {
                self.told.try_set(None);
                self.fresh.try_update_value(|fresh| fresh.extend(copy));
                if self.fresh.try_with_value(Vec::len) >= Some(KEEP) {
                    self.keep();
                }
            }
            Ok(Taken::Whole(parcel)) => {
                self.fresh.try_update_value(|fresh| fresh.extend(copy));
                self.whole(session.unwrap_or_default(), &parcel, is_new);
            }
            Err(refused) => {
                if refused == Refused::Broken {
                    self.fresh.try_set_value(Vec::new());
                    leptos::task::spawn_local(stream::forget_received());
                }
                self.refuse(refused);
            }
        }
    }

    /// Keeps what has come since the last time.
    fn keep(self) {
        let fresh = self.fresh.try_update_value(core::mem::take);
        if let Some(frames) = fresh.filter(|frames| !frames.is_empty()) {
            leptos::task::spawn_local(stream::keep_received(frames));
        }
    }

    /// Hands what was received over to the import.
    fn whole(self, session: u64, parcel: &[u8], is_new: bool) {
        self.stop();
        let Some(file) = stream::file(session, parcel) else {
            self.refuse(Refused::Broken);
            return;
        };
        if is_new && self.beeps.try_get_untracked() == Some(true) {
            scanner::beep(true);
        }
        self.told.try_set(None);
        self.file.try_set(Some(file));
        document::focus_after_paint("[data-screen=stream-whole]", true);
    }

    /// Lets everything go and begins anew.
    fn over(self) {
        if let Some(part) = self.part.get_value() {
            self.receiver.set_value(Some((part.receive)()));
        }
        self.fresh.set_value(Vec::new());
        self.last.set_value(String::new());
        self.session.set(None);
        self.progress.set((0, 0));
        self.again.set(0);
        self.refused.set(0);
        self.is_kept.set(false);
        self.told.set(None);
        self.file.set(None);
        leptos::task::spawn_local(stream::forget_received());
    }

    fn tell(self, told: Told) {
        let now = clock::millis();
        let is_quiet = self.told_at.try_with_value(|at| now - at > TOLD_MS) == Some(true);
        if is_quiet {
            self.told_at.try_set_value(now);
            if self.beeps.try_get_untracked() == Some(true) {
                scanner::beep(false);
            }
        }
        self.told.try_set(Some(told));
    }
}
