//! The root of the app: writes the screen the state asks for, and turns touches into intents.
//!
//! One listener of each kind serves all screens: buttons name their action in `data-action`, inputs
//! their question in `name`. The HTML is written anew when the screen changes, not when an answer
//! does, so native inputs keep what they hold.

use crate::platform::{address, page, update};
use crate::state::app::{App, Loaded, StaffPart, State};
use crate::state::ledger::Engines;
use crate::state::link;
use crate::state::route::Route;
use crate::state::survey::{Phase, Survey};
use crate::ui::html::Html;
use crate::ui::screens::{Words, asking, finish, notices, offer, start};
use crate::ui::{questions, staff_door};
use leptos::ev;
use leptos::prelude::*;
use sipas_core::ballot::{Channel, Status, Ticket};
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
    PartFailed(String, bool),
    /// The staff's pages, and the counter's tablet while it waits.
    Staff,
    /// No engine to store ballots in.
    NoStorage,
    /// No room for another ballot.
    NoRoom,
    /// An address that leads nowhere.
    Lost(String),
    /// A survey in this phase at this step.
    Survey(Phase, Step),
}

/// What is on the page: a change of it draws anew.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    screen: Screen,
    words: Words,
    /// Where the campaign in use stands in memory; another one has other words.
    setup: usize,
}

/// What is mounted into `#app`.
pub fn view() -> impl IntoView {
    let app = App::here();
    let html = RwSignal::new(String::new());
    Effect::new(move |before: Option<Shown>| {
        let shown = app.read(|state| Shown {
            screen: screen(state),
            words: Words {
                language: state.language,
                text_size: state.text_size,
            },
            setup: match state.loaded {
                Loaded::Ready(setup) => core::ptr::from_ref(setup).addr(),
                Loaded::Not | Loaded::Failed(_) => 0,
            },
        });
        if before.as_ref().map_or(0, |before| before.setup) != shown.setup {
            app.peek(|state| {
                if let Loaded::Ready(setup) = state.loaded {
                    start::fill(setup);
                }
            });
        }
        if before.as_ref() != Some(&shown) {
            html.set(app.peek(|state| write(state, &shown)));
            match before {
                Some(before) if before.screen == shown.screen => {
                    // The button that was pressed is a new one now.
                    let pressed = if before.words.language == shown.words.language {
                        "#screen [data-action=text-size]"
                    } else {
                        "#screen [data-action=language]"
                    };
                    page::focus_after_paint(pressed, false);
                }
                before => enter_screen(app, &shown.screen, before.is_none()),
            }
        }
        let reminded = app.peek(|state| state.survey.as_ref().is_some_and(|one| one.reminded));
        page::set_text(
            "reminder",
            if reminded {
                shown.words.text().choose_first
            } else {
                ""
            },
        );
        shown
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

/// What is mounted below the start screen's button: the offer of a new version, on the front door;
/// and that ballots have only one copy here, where it is so.
pub fn start_more() -> impl IntoView {
    let app = App::here();
    let html = move || {
        app.read(|state| {
            let words = Words {
                language: state.language,
                text_size: 100,
            };
            start::more(
                words,
                state.update_ready && state.route == Route::Front,
                state.engines == Some(Engines::One),
            )
        })
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

/// What a new screen brings with it besides its HTML.
fn enter_screen(app: App, screen: &Screen, first: bool) {
    page::show_app(match screen {
        Screen::Start => "start",
        Screen::Staff => "staff",
        _ => "shown",
    });
    if *screen == Screen::Staff {
        staff_door::open(app);
    }
    // The first screen keeps the browser's own focus; every later one is announced.
    if !first && *screen != Screen::Start {
        page::focus_after_paint("#screen h1,#screen legend", true);
    }
}

/// Which screen the state asks for.
fn screen(state: &State) -> Screen {
    let staff = matches!(state.route, Route::Staff(_));
    match (&state.loaded, state.engines) {
        (Loaded::Failed(_), _) => Screen::SetupFailed,
        (_, Some(Engines::None)) if !staff => Screen::NoStorage,
        (Loaded::Not, _) | (_, None) => match state.route {
            Route::Front | Route::Start => Screen::Start,
            _ => Screen::Opening,
        },
        (Loaded::Ready(_), Some(_)) => match &state.route {
            Route::Front | Route::Start => Screen::Start,
            Route::Lost(fragment) => Screen::Lost(fragment.clone()),
            Route::Staff(_) => match &state.staff {
                StaffPart::Failed(reason) => Screen::PartFailed(reason.clone(), state.update_ready),
                StaffPart::Away | StaffPart::Called => Screen::Staff,
            },
            Route::Survey(_) | Route::Shared => match &state.survey {
                Some(survey) => Screen::Survey(survey.phase.clone(), survey.draft.step),
                None => Screen::NoRoom,
            },
        },
    }
}

/// The HTML of a screen.
fn write(state: &State, shown: &Shown) -> String {
    let mut html = Html::default();
    let words = shown.words;
    let text = words.text();
    match &shown.screen {
        Screen::Start | Screen::Staff => {}
        Screen::Opening => {
            opening(&mut html, words);
        }
        Screen::SetupFailed => {
            if let Loaded::Failed(error) = &state.loaded {
                notices::setup_failed(&mut html, words, error);
            }
        }
        Screen::PartFailed(reason, update_ready) => {
            // After a deployment the old build's files are gone; the new build has its own.
            let (what, action) = if *update_ready {
                (text.update_ready, ("update", text.update_now))
            } else {
                (text.load_failed_what, ("reload", text.retry))
            };
            let notice = notices::Notice {
                title: text.part_failed_title,
                what,
                details: vec![reason.clone()],
                action,
            };
            notices::write(&mut html, words, &notice);
        }
        Screen::NoStorage => notices::no_storage(&mut html, words, false),
        Screen::NoRoom => notices::no_storage(&mut html, words, true),
        Screen::Lost(fragment) => notices::lost(&mut html, words, fragment),
        Screen::Survey(phase, _) => {
            if let Some(survey) = &state.survey {
                write_survey(&mut html, words, survey, phase);
            }
        }
    }
    html.finish()
}

fn opening(html: &mut Html, words: Words) {
    html.raw("<p class=opening role=status>")
        .text(words.text().loading)
        .raw("</p>");
}

fn write_survey(html: &mut Html, words: Words, survey: &Survey, phase: &Phase) {
    match phase {
        Phase::Looking => opening(html, words),
        Phase::Offer => offer::write(html, words),
        Phase::Asking => asking::write(html, words, survey),
        Phase::Stopping => finish::stopping(html, words, survey.draft.is_untouched()),
        Phase::Sending => finish::sending(html, words),
        Phase::Failed(error) => finish::failed(html, words, error),
        Phase::Thanks => {
            let again = !matches!(link::ticket(), Ticket::Once(_));
            finish::thanks(html, words, survey.channel == Channel::Kiosk, again);
        }
    }
}

/// A button was pressed.
fn act(app: App, action: &str) {
    match action {
        "language" => {
            app.switch_language();
        }
        "text-size" => {
            app.next_text_size();
        }
        "retry-load" => app.load(),
        "reload" => page::reload(),
        "update" => update::activate(),
        "home" => address::go("/"),
        _ => {
            app.change_survey(|survey| act_on(survey, app, action));
        }
    }
}

/// A button of the survey was pressed.
fn act_on(survey: &mut Survey, app: App, action: &str) {
    match action {
        "next" => survey.next(),
        "back" => survey.back(),
        "skip" => survey.skip(),
        "stop" => survey.stop(),
        "submit" if survey.phase == Phase::Stopping => survey.send(app, Status::Stopped),
        "submit" if survey.has_just_moved() => {}
        "submit" => survey.send(app, Status::Complete),
        "retry" => survey.retry(app),
        "resume" => survey.resume(app),
        "restart" => survey.discard_found(),
        "discard" => survey.discard(),
        "again" => survey.leave(),
        _ => {}
    }
}

/// An input was changed.
fn enter(app: App, event: &ev::Event) {
    if let Some(input) = page::input_of(event) {
        app.change_survey(|survey| survey.enter(app, &input.name, &input.value, input.checked));
    }
}

/// A letter was typed; only the comment changes with every letter.
fn write_comment(app: App, event: &ev::Event) {
    let Some(input) = page::input_of(event).filter(|input| input.name == "comment") else {
        return;
    };
    app.change_survey(|survey| survey.enter(app, &input.name, &input.value, input.checked));
    let left = app.peek(|state| {
        let survey = state.survey.as_ref()?;
        let question = survey.setup.questionnaire.comment.as_ref()?;
        let words = Words {
            language: state.language,
            text_size: 100,
        };
        Some(questions::comment_left(
            words,
            question,
            &survey.draft.comment,
        ))
    });
    page::set_text("comment-left", &left.unwrap_or_default());
}

fn by_touch(app: App, touched: bool) {
    app.change_survey(|survey| survey.touched = touched);
}
