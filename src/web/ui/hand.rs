//! The phone's hand-over: the code below the thanks, and ballots of earlier visits on the start screen.
//!
//! The citizen's screens are written anew as a whole; this part watches them and fills its two places,
//! with HTML as they do: ordinary views would make it four times as large.

mod sheet;

use crate::platform::page;
use crate::state::app::{App, Loaded, State};
use crate::state::hand_over;
use crate::state::survey::Phase;
use crate::text::Language;
use crate::text::hand::sentences;
use crate::ui::html::Html;
use leptos::prelude::*;
use sheet::{Sheet, Stage};
use sipas_core::ballot::{BallotId, Channel};
use sipas_core::campaign::Campaign;
use std::cell::{Cell, RefCell};

thread_local! {
    static SHOWN: Cell<bool> = const { Cell::new(false) };
    static MODEL: RefCell<Model> = const { RefCell::new(Model { waiting: Vec::new(), places: [None, None] }) };
}

/// Everything that decides what is shown.
#[derive(Debug)]
struct Model {
    /// Ballots not handed over, the latest first.
    waiting: Vec<BallotId>,
    /// What is open at each [`Place`].
    places: [Option<Sheet>; 2],
}

/// Where a sheet can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Below the thanks.
    Thanks,
    /// Below the start screen's button.
    Start,
}

/// This part's handle: the app, and what tells that the model has changed.
#[derive(Debug, Clone, Copy)]
struct Hand {
    app: App,
    changed: Trigger,
}

/// Makes `campaign` the one the address names, and draws what there is to hand over from now on.
pub fn enter(app: App, campaign: &mut Campaign) {
    hand_over::apply(campaign);
    show(app);
}

/// Draws itself from now on; calling it again changes nothing.
fn show(app: App) {
    if SHOWN.replace(true) {
        return;
    }
    page::link_style("hand.css");
    // Lives as long as the page.
    let owner = Owner::new();
    owner.with(|| {
        let hand = Hand {
            app,
            changed: Trigger::new(),
        };
        hand.watch_address();
        hand.watch_thanks();
        hand.mount(Place::Start, "start-more");
        leptos::task::spawn_local(async move {
            hand.look();
            // What could not be erased at the last visit.
            let engines = app.peek(|state| state.engines);
            hand_over::finish(engines).await;
            hand.look();
        });
    });
    core::mem::forget(owner);
}

/// The ballot the thanks on the screen are for, with all that has them written anew.
fn thanked(state: &State) -> Option<(BallotId, Language, u16)> {
    let survey = state.survey.as_ref()?;
    let here = survey.phase == Phase::Thanks && survey.channel == Channel::Phone;
    here.then_some((survey.draft.id, state.language, state.text_size))
}

impl Hand {
    fn change(self, change: impl FnOnce(&mut Model)) {
        MODEL.with_borrow_mut(change);
        self.changed.notify();
    }

    /// Looks which ballots are still here.
    fn look(self) {
        // Where the store cannot be read nothing is offered; the screens say so themselves.
        let waiting = hand_over::waiting().unwrap_or_default();
        self.change(|model| model.waiting = waiting);
    }

    /// Another counter's code in the same page is another campaign; and none is the device's own.
    fn watch_address(self) {
        let app = self.app;
        Effect::new(move |before: Option<Option<String>>| {
            app.read(|_| ());
            let now = hand_over::campaign();
            if before.is_some_and(|before| before != now) {
                app.load();
            }
            now
        });
    }

    /// Fills the place below the thanks whenever they are written.
    fn watch_thanks(self) {
        let app = self.app;
        Effect::new(move |before: Option<Option<(BallotId, Language, u16)>>| {
            let now = app.read(thanked);
            if before == Some(now) {
                return now;
            }
            match now {
                None => self.look(),
                Some((id, ..)) => {
                    if before.flatten().map(|before| before.0) != Some(id) {
                        let offered = hand_over::offer(id);
                        self.open(Place::Thanks, offered.map(|one| Sheet::new(one, false)));
                    }
                    let is_offered =
                        MODEL.with_borrow(|model| model.sheet(Place::Thanks).is_some());
                    if is_offered {
                        // The thanks are in the page with the next frame.
                        page::next_frame(move || {
                            page::set_text("hand", "");
                            self.mount(Place::Thanks, "hand");
                        });
                    }
                }
            }
            now
        });
    }

    fn open(self, place: Place, sheet: Option<Sheet>) {
        self.change(|model| {
            if let Some(open) = model.places.get_mut(place as usize) {
                *open = sheet;
            }
        });
    }

    fn mount(self, place: Place, id: &str) {
        let Some(element) = page::element(id) else {
            return;
        };
        let view = move || {
            view! {
                <div
                    inner_html=move || self.write(place)
                    on:click=move |event| {
                        if let Some(action) = page::action_of(&event) {
                            self.act(place, &action);
                        }
                    }
                ></div>
            }
        };
        leptos::mount::mount_to(element, view).forget();
    }

    fn write(self, place: Place) -> String {
        self.changed.track();
        let mut html = Html::default();
        // Before the app is loaded it does not know yet which language it speaks.
        if self.app.read(|state| matches!(state.loaded, Loaded::Not)) {
            return html.finish();
        }
        let text = sentences(self.app.language());
        MODEL.with_borrow(|model| {
            let sheet = model.sheet(place);
            if place == Place::Start {
                model.write_offer(&mut html, text);
            }
            if let Some(sheet) = sheet {
                sheet.write(&mut html, text);
            }
            if place == Place::Start && (sheet.is_some() || !model.waiting.is_empty()) {
                html.raw("</div>");
            }
        });
        html.finish()
    }

    /// A button was pressed.
    fn act(self, place: Place, action: &str) {
        match action {
            "show-code" => {
                let first = MODEL.with_borrow(|model| match model.sheet(place) {
                    Some(_) => None,
                    None => model.waiting.first().copied(),
                });
                let offered = first.and_then(hand_over::offer);
                self.open(place, offered.map(|one| Sheet::new(one, true)));
            }
            "handed" => self.go(place, Stage::Confirming),
            "hand-drop" => self.go(place, Stage::Dropping),
            "hand-no" => self.go(place, Stage::Showing),
            "hand-next" => self.on_sheet(place, Sheet::turn),
            "hand-yes" => self.forget(place),
            "share" | "copy" => self.pass_on(place, action == "share"),
            _ => {}
        }
    }

    fn on_sheet(self, place: Place, change: impl FnOnce(&mut Sheet)) {
        self.change(|model| {
            if let Some(Some(sheet)) = model.places.get_mut(place as usize) {
                change(sheet);
            }
        });
    }

    fn go(self, place: Place, stage: Stage) {
        self.on_sheet(place, |sheet| sheet.stage = stage);
        page::focus_after_paint("[data-hand] h2", false);
    }

    fn forget(self, place: Place) {
        let known = MODEL.with_borrow(|model| {
            let sheet = model.sheet(place)?;
            Some((sheet.offered.id, sheet.stage))
        });
        let Some((id, stage)) = known else { return };
        let engines = self.app.peek(|state| state.engines);
        leptos::task::spawn_local(async move {
            let forgotten = hand_over::forget(id, engines).await;
            self.go(
                place,
                match (forgotten, stage) {
                    (Err(_), _) => Stage::Failed,
                    (Ok(_), Stage::Dropping) => Stage::Dropped,
                    (Ok(whole), _) => Stage::Done(whole),
                },
            );
            self.look();
        });
    }

    fn pass_on(self, place: Place, shared: bool) {
        let link = MODEL.with_borrow(|model| Some(model.sheet(place)?.offered.link.clone()));
        let Some(link) = link else { return };
        let title = sentences(self.app.peek(|state| state.language)).share_title;
        leptos::task::spawn_local(async move {
            if shared {
                // Whether the person really sent it nobody tells; the code stays.
                crate::platform::share::share(title, &link).await;
            } else {
                let copied = crate::platform::share::copy(&link).await;
                self.on_sheet(place, |sheet| sheet.copied = Some(copied));
                page::focus_after_paint("[data-hand] [data-action=copy]", false);
            }
        });
    }
}

impl Model {
    fn sheet(&self, place: Place) -> Option<&Sheet> {
        self.places.get(place as usize)?.as_ref()
    }

    /// How many ballots are waiting, and the button that shows the first.
    fn write_offer(&self, html: &mut Html, text: &crate::text::hand::HandText) {
        let is_open = self.sheet(Place::Start).is_some();
        if self.waiting.is_empty() && !is_open {
            return;
        }
        html.raw("<div class=offer data-screen=waiting>");
        if self.waiting.is_empty() {
            return;
        }
        html.raw("<p role=status>")
            .text(text.waiting_before)
            .raw("<strong>")
            .number(self.waiting.len())
            .raw("</strong>")
            .text(text.waiting_after)
            .raw("</p>");
        let label = if is_open { text.hide } else { text.show };
        html.button("show-code", "secondary", label);
    }
}
