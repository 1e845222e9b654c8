//! The staff's pages and the kiosk: cut out of the citizen's module, loaded when one of them is opened.

pub mod asking;
pub mod backup;
pub mod campaign;
pub mod campaigns;
pub mod codebook;
pub mod collect;
pub mod comments;
pub mod criteria;
pub mod data;
pub mod display;
pub mod downloads;
pub mod exports;
pub mod figures;
pub mod filter;
pub mod filter_more;
pub mod groups;
pub mod health;
pub mod home;
pub mod import;
pub mod interview;
pub mod kiosk;
pub mod naming;
pub mod overview;
pub mod paper;
pub mod plan;
pub mod quality;
pub mod removal;
pub mod report;
pub mod response;
pub mod results;
pub mod set;
pub mod stream;
pub mod table;
pub mod unreadable;

use crate::platform::{page, update};
use crate::state::app::{App, Loaded};
use crate::state::ledger::Engines;
use crate::state::pages::{StaffPage, is_kiosk};
use crate::state::route::Route;
use crate::state::setup::Setup;
use crate::state::staff::{Reading, Staff};
use crate::text::Language;
use crate::text::staff::{StaffText, sentences};
use leptos::prelude::*;
use sipas_core::selection::Day;

/// The language the staff's pages are in.
///
/// Not [`App::language`]: that is told of every change of the app's state, of every address too, and what
/// is drawn from a hundred thousand ballots is drawn again only for another language.
pub fn spoken() -> Language {
    use_context::<Memo<Language>>().map_or_else(|| App::here().language(), |memo| memo.get())
}

/// The staff's sentences in the present language.
pub fn text() -> &'static StaffText {
    sentences(spoken())
}

/// Mounts the staff's pages into their place; they follow the route from then on.
pub fn show(app: App) {
    page::link_style("staff.css");
    page::link_style("results.css");
    let Some(place) = page::element("staff") else {
        return;
    };
    let view = move || {
        provide_context(app);
        provide_context(Memo::new(move |_| app.language()));
        // Each is drawn when it is first asked for; the kiosk without anything of the staff's.
        Effect::new(move |opened: Option<bool>| {
            let opened = opened.unwrap_or_default();
            let asked = app.read(|state| match &state.route {
                Route::Staff(fragment) => Some(fragment.clone()),
                _ => None,
            });
            let Some(fragment) = asked else {
                return opened;
            };
            if is_kiosk(&fragment) {
                if !opened {
                    // Not below this effect, which would take it away when it runs again.
                    leptos::task::spawn_local(async move { super::kiosk::show(app) });
                }
                return true;
            }
            if StaffPage::of(&fragment).is_none() && !display::is_asked(&fragment) {
                // An address below `/staff` that is no page is nobody's.
                app.change(|state| state.route = Route::Lost(fragment));
            }
            opened
        });
        // A changed campaign is another setup and a new frame; nothing else is.
        let setup = Memo::new_with_compare(
            move |_| {
                app.read(|state| match &state.loaded {
                    Loaded::Ready(setup) => Some(*setup),
                    Loaded::Not | Loaded::Failed(_) => None,
                })
            },
            |before, now| match (before.flatten(), now.flatten()) {
                (Some(before), Some(now)) => !core::ptr::eq(*before, *now),
                (None, None) => false,
                _ => true,
            },
        );
        let shown = Memo::new(move |before: Option<&Shown>| {
            let is_page = |fragment: &String| StaffPage::of(fragment).is_some();
            app.read(|state| match (&state.route, before) {
                (Route::Staff(fragment), _) if display::is_asked(fragment) => Shown::Display,
                (Route::Staff(fragment), _) if is_page(fragment) => Shown::Frame,
                (_, Some(Shown::Frame)) => Shown::Frame,
                // A display that has been left ends.
                (_, Some(Shown::Display | Shown::Nothing) | None) => Shown::Nothing,
            })
        });
        move || match (setup.get(), shown.get()) {
            (Some(setup), Shown::Frame) => frame(setup),
            (Some(setup), Shown::Display) => display::page(setup),
            (None, _) | (_, Shown::Nothing) => ().into_any(),
        }
    };
    leptos::mount::mount_to(place, view).forget();
}

/// What stands in the staff's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Nothing yet, or no more.
    Nothing,
    /// The staff's pages in their frame.
    Frame,
    /// The public display, without any frame.
    Display,
}

/// The frame of every staff page, and the page the route asks for.
fn frame(setup: &'static Setup) -> AnyView {
    let app = App::here();
    let staff = Staff::start(setup);
    provide_context(staff);
    let kept: RwSignal<Option<Result<(), String>>> = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let result = update::keep_staff().await;
        kept.try_set(Some(result));
    });
    let current = Memo::new(move |before: Option<&StaffPage>| {
        let asked = app.read(|state| match &state.route {
            Route::Staff(fragment) => StaffPage::of(fragment),
            // An interview goes on over its page.
            Route::Shared => before.copied(),
            _ => None,
        });
        // A page that is left goes, so that coming back to it reads the ballots again.
        asked.unwrap_or(StaffPage::Home)
    });
    let is_shown = Memo::new(move |_| app.read(|state| matches!(state.route, Route::Staff(_))));
    Effect::new(move |before: Option<()>| {
        current.track();
        if is_shown.get() {
            staff.read();
        }
        if before.is_some() {
            page::focus_after_paint("#staff h1", true);
        }
    });
    let counted = counts(staff);
    let links = StaffPage::NAVIGATION
        .into_iter()
        .map(|target| {
            let mut address = String::from("#");
            address.push_str(target.fragment());
            view! {
                <a href=address aria-current=move || here(current.get(), target)>
                    {move || name(target)}
                </a>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class="staff">
            <header class="staff-top">
                <p class="where">{move || place(setup)}</p>
                <p class="safety" role="status">
                    <a href="#/staff/health" data-action="health">
                        {move || safety(staff, counted)}
                    </a>
                </p>
                {corner()}
            </header>
            <nav class="staff-nav" aria-label=move || text().navigation>{links}</nav>
            <main class="staff-page">
                {move || match current.get() {
                    StaffPage::Home => home::page(kept),
                    StaffPage::Code => collect::code::page(),
                    StaffPage::Scan => collect::scan::page(),
                    StaffPage::Poster => collect::poster::page(),
                    StaffPage::Paper => paper::entry::page(),
                    StaffPage::PaperPrint => paper::print::page(),
                    StaffPage::Campaign => campaign::page(),
                    StaffPage::Results => results::page(),
                    StaffPage::Report => report::page(),
                    StaffPage::Plan => plan::page(),
                    StaffPage::PlanEdit => plan::editor::page(),
                    StaffPage::Scores => plan::scores::page(),
                    StaffPage::Package => plan::package::page(),
                    StaffPage::Packages => plan::packages::page(),
                    StaffPage::Evaluation => plan::evaluation::page(),
                    StaffPage::Sample => plan::sample::page(),
                    StaffPage::Data => data::page(),
                    StaffPage::Codebook => codebook::page(),
                    StaffPage::Send => stream::send::page(),
                    StaffPage::Receive => stream::receive::page(),
                    StaffPage::Kiosk => kiosk::page(),
                    StaffPage::Interview => interview::page(),
                    StaffPage::Health => health::page(),
                }}
            </main>
        </div>
    }
    .into_any()
}

/// Language and text size; the kiosk has them too.
pub fn corner() -> AnyView {
    let app = App::here();
    let size = move || {
        "+".repeat(usize::from(
            app.read(|state| state.text_size).saturating_sub(100) / 25,
        ))
    };
    view! {
        <div class="corner">
            <button
                type="button"
                class="corner-button"
                data-action="language"
                lang=move || app.language().other().code()
                on:click=move |_| app.switch_language()
            >
                {move || app.text().language_switch}
            </button>
            <button
                type="button"
                class="corner-button"
                data-action="text-size"
                aria-label=move || {
                    format!("{} {} %", app.text().text_size, app.read(|state| state.text_size))
                }
                on:click=move |_| app.next_text_size()
            >
                "A"
                {size}
            </button>
        </div>
    }
    .into_any()
}

/// The offer of a new version, where one is ready.
pub fn update_offer() -> AnyView {
    let app = App::here();
    view! {
        <Show when=move || app.read(|state| state.update_ready)>
            <div class="offer" role="status" data-screen="update">
                <p>{move || app.text().update_ready}</p>
                <button
                    type="button"
                    class="secondary"
                    data-action="update"
                    on:click=|_| update::activate()
                >
                    {move || app.text().update_now}
                </button>
            </div>
        </Show>
    }
    .into_any()
}

/// How a link of the navigation is marked: the page itself, or the part the page belongs to.
fn here(current: StaffPage, target: StaffPage) -> Option<&'static str> {
    if current == target {
        Some("page")
    } else {
        (current.section() == target).then_some("true")
    }
}

fn name(page: StaffPage) -> &'static str {
    match page {
        StaffPage::Home => text().collect,
        StaffPage::Paper => paper::text().entry.title,
        StaffPage::PaperPrint => paper::text().print_title,
        StaffPage::Campaign => text().campaign,
        StaffPage::Results => text().results,
        StaffPage::Report => report::text().page_title,
        StaffPage::Plan
        | StaffPage::PlanEdit
        | StaffPage::Scores
        | StaffPage::Evaluation
        | StaffPage::Package
        | StaffPage::Packages
        | StaffPage::Sample => plan::text().navigation,
        StaffPage::Data => text().data,
        StaffPage::Codebook => exports::text().codebook,
        StaffPage::Code => collect::text().code,
        StaffPage::Scan => collect::text().scan,
        StaffPage::Poster => collect::text().poster,
        StaffPage::Send => stream::text().send,
        StaffPage::Receive => stream::text().receive,
        StaffPage::Kiosk => kiosk::text().title,
        StaffPage::Interview => interview::text().title,
        StaffPage::Health => health::text().title,
    }
}

/// Campaign and counter.
fn place(setup: &'static Setup) -> String {
    let mut line = setup.say(&setup.campaign.name, App::here().language().code());
    if !setup.campaign.counter.is_empty() {
        line.push_str(" · ");
        line.push_str(&setup.campaign.counter);
    }
    line
}

/// How many ballots there are and how many of today; inside, nothing where they cannot be read,
/// outside, nothing before they are.
type Counts = Option<Option<(usize, usize)>>;

/// Counts once for each reading; a hundred thousand ballots are not to be gone through for less.
fn counts(staff: Staff) -> Memo<Counts> {
    Memo::new(move |_| {
        staff.reading.with(|reading| match reading {
            Reading::Not => None,
            Reading::Blocked => Some(None),
            Reading::Read(stored) => {
                let today = Day::at(crate::platform::clock::now());
                let ballots = stored.ballots.iter();
                let fresh = ballots.filter(|one| Day::of(one) == today).count();
                Some(Some((stored.ballots.len(), fresh)))
            }
        })
    })
}

/// "1.204 ballots safely stored · 12 today", or why they cannot be read.
fn safety(staff: Staff, counts: Memo<Counts>) -> AnyView {
    let text = text();
    let language = spoken().code();
    match counts.get() {
        None => view! { <span>{text.loading}</span> }.into_any(),
        Some(None) => view! { <span class="alarm">{text.storage_error}</span> }.into_any(),
        Some(Some((count, fresh))) => view! {
            <span class="light" aria-hidden="true"></span>
            {text.safe_before}
            <strong data-figure="stored/ballots" data-value=count.to_string()>
                {grouped(count as u64, language)}
            </strong>
            {text.safe_after}
            " · "
            {grouped(fresh as u64, language)}
            " "
            {text.today}
            {move || {
                let text = health::text();
                staff
                    .room
                    .get()
                    .map(|room| {
                        view! {
                            " · "
                            {text.room_short}
                            " "
                            {grouped(room as u64, language)}
                            " "
                            {text.ballots}
                        }
                    })
            }}
            {(App::here().read(|state| state.engines) == Some(Engines::One))
                .then(|| {
                    view! {
                        <span class="alarm" data-engines="one">
                            " · "
                            {text.one_engine}
                        </span>
                    }
                })}
        }
        .into_any(),
    }
}

/// A whole number with its thousands set apart as the language does: `1.204` or `1,204`.
pub fn grouped(number: u64, language: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(if language == "en" { ',' } else { '.' });
        }
        out.push(digit);
    }
    out
}
