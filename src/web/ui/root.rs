//! The root of the app: writes the screen the state asks for, and turns touches into intents.
//!
//! One listener of each kind serves all screens: buttons name their action in `data-action`, inputs
//! their question in `name`. The HTML is written anew when the screen changes, not when an answer
//! does, so native inputs keep what they hold.

use crate::platform::{address, page, update};
use crate::state::app::{App, Loaded};
use crate::state::ledger::Engines;
use crate::state::route::Route;
use crate::state::survey::{Phase, Survey};
use crate::ui::html::Html;
use crate::ui::screens::{Words, asking, attract, finish, notices, offer, start};
use crate::ui::{questions, staff_door};
use leptos::ev;
use leptos::prelude::*;
use sipas_core::ballot::{Channel, Status};
use sipas_core::survey::Step;

/// Which screen is shown; a change of it is a change of screen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    /// The start screen, which is plain HTML.
    Start,
    /// Nothing can be shown yet.
    Opening,
    /// The campaign or questionnaire cannot be used.
    SetupFailed,
    /// The staff's part could not be loaded.
    StaffFailed(String),
    /// The staff's pages.
    Staff,
    /// No engine to store ballots in.
    NoStorage,
    /// An address that leads nowhere.
    Lost(String),
    /// The tablet waits.
    Attract,
    /// A survey in this phase at this step.
    Survey(Phase, Step),
}

/// What is mounted into `#app`.
pub fn view() -> impl IntoView {
    let app = App::here();
    let screen = Memo::new(move |_| screen(app));
    let html = Memo::new(move |_| {
        let words = Words {
            language: app.language.get(),
            text_size: app.text_size.get(),
        };
        write(app, words, &screen.get())
    });
    Effect::new(move |before: Option<()>| {
        let now = screen.get();
        page::show_app(match now {
            Screen::Start => "start",
            Screen::Staff => "staff",
            _ => "shown",
        });
        if now == Screen::Staff {
            app.open_staff(|owner| Box::pin(staff_door::staff_frame(owner)));
        }
        // The first screen keeps the browser's own focus; every later one is announced.
        if before.is_some() && now != Screen::Start {
            page::focus_after_paint("#screen h1,#screen legend", true);
        }
    });
    Effect::new(move |_| {
        if let Loaded::Ready(setup) = app.loaded.get() {
            start::fill(setup);
        }
    });
    Effect::new(move |_| {
        if let Some(survey) = app.survey.get() {
            let reminder = app.language.get().citizen().choose_first;
            page::set_text(
                "reminder",
                if survey.reminded.get() { reminder } else { "" },
            );
        }
    });
    view! {
        <div
            id="screen"
            class="sheet"
            inner_html=move || html.get()
            on:click=move |event| {
                if let Some(action) = page::action_of(&event) {
                    act(app, &action);
                }
            }
            on:change=move |event| enter(app, &event)
            on:input=move |event| write_comment(app, &event)
            on:pointerdown=move |_| by_touch(app, true)
            on:keydown=move |event| {
                by_touch(app, false);
                if event.key() == "Enter" && page::is_choice(&event) {
                    event.prevent_default();
                    act(app, "next");
                }
            }
        ></div>
    }
}

/// What is mounted below the start screen's button: the offer of a new version, on the front door.
pub fn start_more() -> impl IntoView {
    let app = App::here();
    let html = move || {
        if app.update_ready.get() && app.route.get() == Route::Front {
            start::update_offer(Words {
                language: app.language.get(),
                text_size: 100,
            })
        } else {
            String::new()
        }
    };
    view! {
        <div
            inner_html=html
            on:click=move |event| {
                if page::action_of(&event).as_deref() == Some("update") {
                    update::activate();
                }
            }
        ></div>
    }
}

/// Which screen the state asks for.
fn screen(app: App) -> Screen {
    let route = app.route.get();
    let staff = matches!(route, Route::Staff(_));
    match (app.loaded.get(), app.engines.get()) {
        (Loaded::Failed(_), _) => Screen::SetupFailed,
        (_, Some(Engines::None)) if !staff => Screen::NoStorage,
        (Loaded::Not, _) | (_, None) => match route {
            Route::Front | Route::Start => Screen::Start,
            _ => Screen::Opening,
        },
        (Loaded::Ready(_), Some(_)) => match route {
            Route::Front | Route::Start => Screen::Start,
            Route::Attract => Screen::Attract,
            Route::Lost(fragment) => Screen::Lost(fragment),
            Route::Staff(_) => match app.staff_failed.get() {
                Some(reason) => Screen::StaffFailed(reason),
                None => Screen::Staff,
            },
            Route::Survey(_) | Route::Kiosk(_) => match app.survey.get() {
                Some(survey) => Screen::Survey(survey.phase.get(), survey.step.get()),
                None => Screen::Opening,
            },
        },
    }
}

/// The HTML of a screen.
fn write(app: App, words: Words, screen: &Screen) -> String {
    let mut html = Html::default();
    let text = words.text();
    match screen {
        Screen::Start | Screen::Staff => {}
        Screen::Opening => {
            html.raw("<p class=opening role=status>")
                .text(text.loading)
                .raw("</p>");
        }
        Screen::SetupFailed => {
            if let Loaded::Failed(error) = app.loaded.get_untracked() {
                notices::setup_failed(&mut html, words, &error);
            }
        }
        Screen::StaffFailed(reason) => {
            let notice = notices::Notice {
                title: text.load_failed_title,
                what: text.load_failed_what,
                details: vec![reason.clone()],
                action: ("reload", text.retry),
            };
            notices::write(&mut html, words, &notice);
        }
        Screen::NoStorage => notices::no_storage(&mut html, words),
        Screen::Lost(fragment) => notices::lost(&mut html, words, fragment),
        Screen::Attract => attract::write(&mut html, words),
        Screen::Survey(phase, _) => {
            if let Some(survey) = app.survey.get_untracked() {
                write_survey(&mut html, words, survey, phase);
            }
        }
    }
    html.finish()
}

fn write_survey(html: &mut Html, words: Words, survey: Survey, phase: &Phase) {
    match phase {
        Phase::Offer => offer::write(html, words),
        Phase::Asking => {
            survey
                .draft
                .with_untracked(|draft| asking::write(html, words, survey, draft));
        }
        Phase::Stopping => {
            let nothing = survey
                .draft
                .with_untracked(sipas_core::survey::Draft::is_untouched);
            finish::stopping(html, words, nothing);
        }
        Phase::Sending => finish::sending(html, words),
        Phase::Failed(error) => finish::failed(html, words, error),
        Phase::Thanks => finish::thanks(html, words, survey.channel() == Channel::Kiosk),
    }
}

/// A button was pressed.
fn act(app: App, action: &str) {
    let survey = app.survey.get_untracked();
    match (action, survey) {
        ("language", _) => {
            app.switch_language();
            page::focus_after_paint("#screen [data-action=language]", false);
        }
        ("text-size", _) => {
            app.next_text_size();
            page::focus_after_paint("#screen [data-action=text-size]", false);
        }
        ("retry-load", _) => app.load(),
        ("reload", _) => page::reload(),
        ("home", _) => address::go("/"),
        ("start", _) => address::go("/kiosk/begin"),
        ("next", Some(survey)) => survey.next(),
        ("back", Some(survey)) => survey.back(),
        ("skip", Some(survey)) => survey.skip(),
        ("stop", Some(survey)) => survey.stop(),
        ("submit", Some(survey)) => {
            let stopping = survey.phase.get_untracked() == Phase::Stopping;
            survey.send(if stopping {
                Status::Stopped
            } else {
                Status::Complete
            });
        }
        ("retry", Some(survey)) => survey.retry(),
        ("resume", Some(survey)) => survey.resume(),
        ("restart", Some(survey)) => survey.discard_found(),
        ("discard", Some(survey)) => survey.discard(),
        ("again", Some(survey)) => survey.leave(),
        _ => {}
    }
}

/// An input was changed.
fn enter(app: App, event: &ev::Event) {
    if let (Some(survey), Some(input)) = (app.survey.get_untracked(), page::input_of(event)) {
        survey.enter(&input.name, &input.value, input.checked);
    }
}

/// A letter was typed; only the comment changes with every letter.
fn write_comment(app: App, event: &ev::Event) {
    let Some(survey) = app.survey.get_untracked() else {
        return;
    };
    let Some(input) = page::input_of(event).filter(|input| input.name == "comment") else {
        return;
    };
    survey.enter(&input.name, &input.value, input.checked);
    if let Some(question) = &survey.setup.questionnaire.comment {
        let words = Words {
            language: app.language.get_untracked(),
            text_size: 100,
        };
        let kept = survey.draft.with_untracked(|draft| draft.comment.clone());
        page::set_text(
            "comment-left",
            &questions::comment_left(words, question, &kept),
        );
    }
}

fn by_touch(app: App, touched: bool) {
    if let Some(survey) = app.survey.get_untracked() {
        survey.touched.set_value(touched);
    }
}
