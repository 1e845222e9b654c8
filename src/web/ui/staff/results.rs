//! The results: one filter bar, the views as tabs, and what is said of the figures as a whole.

pub use super::figures::score;
use super::{
    comments, criteria, figures, filter, grouped, groups, overview, quality, report, spoken, text,
};
use crate::platform::page as document;
use crate::state::pages::StaffPage;
use crate::state::results::{Console, Shown, fragment};
use crate::state::setup::SetupError;
use crate::state::staff::{Reading, Staff};
use crate::text::Language;
use crate::text::results::sentences;
use crate::ui::screens::notices::details;
use leptos::prelude::*;
use sipas_core::campaign::Place;
use sipas_core::compare::{Comparator, Target};
use sipas_core::console::{Filter, Span, View};
use sipas_core::period::{Period, Step};
use sipas_formats::chart::Caption;
use sipas_formats::console_address;
use sipas_formats::day::shown_day;
use std::sync::Arc;

/// The page.
pub fn page() -> AnyView {
    let staff: Staff = expect_context();
    let console = Console::start(staff);
    provide_context(console);
    document::link_style("set.css");
    let own = Memo::new(move |_| staff.set.with(Option::is_none));
    let empty = Memo::new(move |_| own.get() && staff.with_ballots(<[_]>::is_empty));
    let read = Memo::new(move |_| {
        if !own.get() {
            return Some(true);
        }
        staff.reading.with(|reading| match reading {
            Reading::Not => None,
            Reading::Blocked => Some(false),
            Reading::Read(_) => Some(true),
        })
    });
    let language = Memo::new(move |_| spoken());
    let body = move || match (read.get(), empty.get()) {
        (None, _) => view! { <p>{text().loading}</p> }.into_any(),
        (Some(false), _) => view! { <p class="warning">{text().storage_error}</p> }.into_any(),
        (Some(true), true) => nothing_yet(),
        (Some(true), false) => view! {
            {move || own.get().then(ways_out)}
            {filter::bar()}
            {move || staff.refused.get().map(refused)}
            {move || tabs(console)}
            <p role="status" class="working">{move || progress(console)}</p>
            <div
                class="results"
                data-address=move || address_of(console)
                aria-busy=move || console.working.get().is_some().then_some("true")
                on:click=move |event| {
                    let shown = console.shown.get_untracked();
                    let spoken = language.get_untracked();
                    document::disclose(
                        &event,
                        |id| figures::words_of(shown.as_ref()?, id, spoken),
                    );
                }
            >
                {move || console.shown.get().map(|shown| content(console, &shown))}
            </div>
        }
        .into_any(),
    };
    view! {
        <h1 tabindex="-1">{move || text().results_title}</h1>
        {super::set::banner(staff)}
        {move || own.get().then(|| super::paper::not_counted(staff))}
        {body}
    }
    .into_any()
}

/// What is made of the figures: the report, and the screen for the hall.
fn ways_out() -> AnyView {
    view! {
        <p class="ways-out">
            <a
                class="onward"
                href=["#", StaffPage::Report.fragment()].concat()
                data-action="report"
            >
                {move || report::text().page_title}
            </a>
            <a class="onward" href="#/display" data-action="display">
                {move || report::text().display_title}
            </a>
        </p>
    }
    .into_any()
}

/// The address of the figures that are shown; until new ones are there it is that of the old ones.
fn address_of(console: Console) -> Option<String> {
    let shown = console.shown.get()?;
    Some(console_address::write(&shown.filter))
}

/// Another questionnaire that could not be shown.
fn refused(error: SetupError) -> AnyView {
    let lines = details(&error)
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect_view();
    view! { <ul class="warning">{lines}</ul> }.into_any()
}

pub fn nothing_yet() -> AnyView {
    view! {
        <div class="empty" data-screen="empty">
            <h2>{text().empty_title}</h2>
            <p>{text().empty_what}</p>
            <a class="primary" href="#/kiosk">{text().open_kiosk}</a>
        </div>
    }
    .into_any()
}

/// Work that takes a while says how far it is.
fn progress(console: Console) -> Option<String> {
    let share = console.working.get()?;
    let text = sentences(spoken());
    let percent = ((share * 100.0) as u32).to_string();
    Some([text.working, " ", &percent, " %"].concat())
}

/// The views as links: each is an address of its own.
fn tabs(console: Console) -> AnyView {
    let text = sentences(spoken());
    let filter = console.filter.get();
    let links: Vec<AnyView> = View::ALL
        .into_iter()
        .zip(text.views)
        .map(|(view, name)| {
            let is_current = view == filter.view;
            let to = Filter {
                view,
                ..filter.clone()
            };
            let address = ["#", &fragment(&to)].concat();
            view! {
                <a href=address data-view=view.name() aria-current=is_current.then_some("page")>
                    {name}
                </a>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav class="tabs" aria-label=text.tabs>
            {links}
        </nav>
    }
    .into_any()
}

/// What the figures say, in the view they were computed for.
fn content(console: Console, shown: &Arc<Shown>) -> AnyView {
    let language = spoken();
    let report = &shown.found.report;
    let note = (shown.found.others > 0 || report.unfit > 0).then(|| {
        let mut line = grouped(shown.found.others + report.unfit, language.code());
        line.push(' ');
        line.push_str(text().other_versions);
        view! { <p class="warning">{line}</p> }
    });
    if report.ballots == 0 {
        let filter = shown.filter.cleared();
        return view! {
            {note}
            <div class="empty" data-screen="no-match">
                <p>{text().no_match}</p>
                <button type="button" class="secondary" on:click=move |_| console.go(&filter)>
                    {text().filter_clear}
                </button>
            </div>
        }
        .into_any();
    }
    let own = sentences(language);
    let few = match (report.ballots, report.overall.value) {
        (_, Err(_)) if report.criteria.iter().all(|one| one.figure.value.is_err()) => {
            Some(own.all_missing)
        }
        (1, _) => Some(own.one_ballot),
        _ => None,
    };
    let view = match shown.filter.view {
        View::Overview => overview::view(console, shown),
        View::Criteria => criteria::view(console, shown),
        View::Units | View::Time | View::Fields | View::Channels | View::Respondents => {
            groups::view(console, shown)
        }
        View::Comments => comments::view(console, shown),
        View::Quality => quality::view(console, shown),
    };
    view! {
        {note}
        {few.map(|line| view! { <p class="notice" data-screen="few">{line}</p> })}
        <div data-shown=shown.filter.view.name()>{view}</div>
    }
    .into_any()
}

/// What a unit or field is called; its code where nobody has named it.
pub fn place_name(places: &[Place], code: &str, language: Language) -> String {
    if code.is_empty() {
        return super::sentences(language).filter_none.to_owned();
    }
    let found = places.iter().find(|place| place.code == code);
    found.map_or_else(
        || code.to_owned(),
        |place| place.label.get(language.code()).to_owned(),
    )
}

/// What a period is called: `Tuần 47/2026`, `Tháng 11/2026`, `Quý 4/2026`, `2026`.
pub fn period_name(period: Period, language: Language) -> String {
    let [week, month, quarter, _] = sentences(language).steps;
    let year = period.year().to_string();
    let word = match period.step() {
        Step::Week => week,
        Step::Month => month,
        Step::Quarter => quarter,
        Step::Year => return year,
    };
    [word, " ", &period.number().to_string(), "/", &year].concat()
}

/// `từ 90 % trở lên` and the like.
pub fn target_name(target: Target, language: Language) -> String {
    let percent = super::filter_more::plain_percent(target.share, language.code());
    let percent = super::figures::signed(percent, language.code());
    let sign = match target.comparator {
        Comparator::AtLeast => "≥ ",
        Comparator::Above => "> ",
    };
    [sign, &percent].concat()
}

/// Which ballots are looked at, in words.
pub fn chosen_name(console: Console, shown: &Shown, language: Language) -> String {
    let text = sentences(language);
    let setup = console.staff.setup;
    let filter = &shown.filter;
    let mut parts: Vec<String> = Vec::new();
    if let Some(unit) = &filter.unit {
        parts.push(place_name(&setup.campaign.units, unit, language));
    }
    if let Some(field) = &filter.field {
        parts.push(place_name(&setup.campaign.fields, field, language));
    }
    if let Some(channel) = filter.channel {
        parts.push(channel_name(channel.code(), language));
    }
    match filter.span {
        Span::Period(period) => parts.push(period_name(period, language)),
        Span::Days(None, None) => {}
        Span::Days(from, until) => {
            let day = |day: Option<_>| day.map_or_else(|| "…".to_owned(), shown_day);
            parts.push([day(from), day(until)].join(" – "));
        }
    }
    for (position, choice) in &shown.selection.respondent {
        let question = shown.questionnaire.respondent.get(*position);
        let choice = question.and_then(|one| one.choices.get(usize::from(*choice)));
        parts.extend(choice.map(|one| setup.say(&one.label, language.code())));
    }
    if parts.is_empty() {
        parts.push(text.all_ballots.to_owned());
    }
    parts.join(" · ")
}

/// What a channel is called.
pub fn channel_name(code: &str, language: Language) -> String {
    let all = sipas_core::ballot::Channel::ALL.into_iter();
    let mut named = all.zip(sentences(language).channels);
    let found = named.find(|(channel, _)| channel.code() == code);
    found.map_or(code, |(_, name)| name).to_owned()
}

/// What stands around a chart that leaves the page.
pub fn caption(console: Console, shown: &Shown, title: &str, hidden: usize) -> Caption {
    let language = spoken();
    let text = sentences(language);
    let report = &shown.found.report;
    let mut about = chosen_name(console, shown, language);
    about.push_str(": ");
    if report.overall.respondents < shown.filter.least {
        about.push_str(text.hidden);
    } else {
        about.push_str(&grouped(report.ballots, language.code()));
    }
    let formula = super::figures::formula_name(report.overall.formula, language);
    about.push_str(&[" ", text.ballots, ". ", text.formula, ": ", formula, "."].concat());
    let mut notes = vec![about];
    notes.extend(hidden_note(hidden, language));
    Caption {
        title: title.to_owned(),
        notes,
    }
}

/// How much is not published.
pub fn hidden_note(hidden: usize, language: Language) -> Option<String> {
    let text = sentences(language);
    (hidden > 0).then(|| {
        let count = grouped(hidden as u64, language.code());
        [text.hidden_before, &count, text.hidden_after].concat()
    })
}

/// Says how much is not published, where anything is.
pub fn hidden_line(hidden: usize) -> AnyView {
    let note = hidden_note(hidden, spoken());
    note.map(|note| view! { <p class="notice" data-screen="hidden">{note}</p> })
        .into_any()
}

/// The name of a file that leaves the page, without its ending.
pub fn file_name(shown: &Shown) -> String {
    let day = sipas_core::selection::Day::at(crate::platform::clock::now());
    let day = day.to_string();
    [
        "sipas_",
        &shown.questionnaire.id,
        "_",
        shown.filter.view.name(),
        "_",
        &day,
    ]
    .concat()
}
