//! The reform index's scorecard: a pasted table looked through, its totals, and the survey's points.

mod table;

use super::super::report::fill;
use crate::platform::{clock, files, page as document};
use crate::state::scores::{self, Stored};
use crate::state::staff::Staff;
use crate::text::scores::{ScoresText, sentences};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::scorecard::Scorecard;
use sipas_core::selection::Day;
use sipas_formats::score_table::{self, BadKind, BadRow};

/// The page's sentences in the present language.
pub fn text() -> &'static ScoresText {
    sentences(spoken())
}

/// What the page holds.
#[derive(Clone, Copy)]
pub struct Scores {
    staff: Staff,
    card: RwSignal<Option<Scorecard>>,
    /// What stood there before the last step.
    before: RwSignal<Option<Option<Scorecard>>>,
    /// Whether the last step was kept; none before the first.
    kept: RwSignal<Option<bool>>,
    unreadable: RwSignal<Option<String>>,
    /// The area whose mark has the focus after a step.
    here: StoredValue<Option<usize>>,
    bad: RwSignal<Vec<BadRow>>,
    bad_years: RwSignal<bool>,
    /// Numbers with the rarer decimal mark.
    mixed: RwSignal<Vec<String>>,
}

impl Scores {
    /// Puts a table, or none, in the place of the one shown, and keeps it.
    pub fn set(self, card: Option<Scorecard>) {
        self.before.set(Some(self.card.get_untracked()));
        let is_readable = self.unreadable.get_untracked().is_none();
        self.kept
            .set(Some(is_readable && scores::keep(card.as_ref())));
        self.card.set(card);
    }

    /// Changes the table shown, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Scorecard)) {
        if let Some(mut card) = self.card.get_untracked() {
            change(&mut card);
            self.set(Some(card));
        }
    }

    fn check(self, table: &str, years: [&str; 2]) {
        let [from, to] = years.map(|year| year.trim().parse::<u16>().unwrap_or_default());
        let is_year = |year: u16| (1990..=2100).contains(&year);
        self.bad_years
            .set(!is_year(from) || !is_year(to) || from >= to);
        if self.bad_years.get_untracked() {
            return;
        }
        match score_table::read(table, &[from, to]) {
            Ok(read) => {
                let mixed = read.mixed();
                let mixed = mixed.iter().map(|(_, number, _)| number.clone());
                self.mixed.set(mixed.collect());
                self.bad.set(Vec::new());
                self.set(Some(read.card));
            }
            Err(bad) => self.bad.set(bad),
        }
    }
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("scores.css");
    let page = Scores {
        staff: expect_context(),
        card: RwSignal::new(None),
        before: RwSignal::new(None),
        kept: RwSignal::new(None),
        unreadable: RwSignal::new(None),
        here: StoredValue::new(None),
        bad: RwSignal::new(Vec::new()),
        bad_years: RwSignal::new(false),
        mixed: RwSignal::new(Vec::new()),
    };
    leptos::task::spawn_local(async move {
        match scores::read().await {
            Stored::Nothing => {}
            Stored::Card(card) => {
                page.card.try_set(Some(*card));
            }
            Stored::Unreadable(text) => {
                page.unreadable.try_set(Some(text));
            }
        }
    });
    view! {
        <div class="scores-page">
            {super::back(|| text().back)}
            <h1 tabindex="-1">{move || text().title}</h1>
            <p>{move || text().what}</p>
            {move || page.unreadable.get().map(unreadable)}
            {form(page)}
            <div role="status" data-screen="scores">
                {move || bad(page)}
                {move || step(page)}
            </div>
            {move || page.card.get().map(|card| table::view(page, &card))}
        </div>
    }
    .into_any()
}

fn form(page: Scores) -> AnyView {
    let year = Day::at(clock::now()).year;
    let typed = RwSignal::new(String::new());
    let from = RwSignal::new((year - 1).to_string());
    let to = RwSignal::new(year.to_string());
    let field = move |at: usize, value: RwSignal<String>, name: &'static str| {
        let label = move || text().years.get(at).copied().unwrap_or_default();
        view! {
            <label>
                <span>{label}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    name=name
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
        .into_any()
    };
    view! {
        <form on:submit=move |event| {
            event.prevent_default();
            let (from, to) = (from.get_untracked(), to.get_untracked());
            page.check(&typed.get_untracked(), [&from, &to]);
        }>
            <label for="scores-table">{move || text().paste}</label>
            <p class="hint" id="scores-hint">
                {move || text().hint}
            </p>
            <textarea
                id="scores-table"
                name="scores-table"
                rows="8"
                spellcheck="false"
                aria-describedby="scores-hint"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
            <div class="years">
                {field(0, from, "scores-from")} {field(1, to, "scores-to")}
            </div>
            <p class="hint">{move || text().years_hint}</p>
            {move || {
                page.bad_years
                    .get()
                    .then(|| view! { <p class="warning" role="alert">{text().bad_years}</p> })
            }}
            <p class="actions row">
                <button type="submit" class="primary" data-action="scores-check">
                    {move || text().check}
                </button>
            </p>
        </form>
    }
    .into_any()
}

/// The lines that could not be read.
fn bad(page: Scores) -> Option<AnyView> {
    let bad = page.bad.get();
    if bad.is_empty() {
        return None;
    }
    let text = text();
    let line = |one: &BadRow| {
        let kind = match one.kind {
            BadKind::NoName => 0,
            BadKind::NumberOfCells => 1,
            BadKind::NoNumber => 2,
            BadKind::NoMaximum => 3,
            BadKind::Nothing => 4,
        };
        let kind = text.bad.get(kind).copied().unwrap_or_default();
        let found: String = one.found.chars().take(60).collect();
        let said = fill(text.line, &[&one.line.to_string(), kind, &found]);
        view! { <li>{said}</li> }
    };
    let lines = bad.iter().map(line).collect_view();
    let count = bad.len().to_string();
    Some(
        view! {
            <div class="warning" data-scores="unread">
                <p>{fill(text.unread, &[&count])}</p>
                <ul>{lines}</ul>
            </div>
        }
        .into_any(),
    )
}

/// Whether the last step was kept, and the way back.
fn step(page: Scores) -> Option<AnyView> {
    let kept = page.kept.get()?;
    let said = if kept { text().kept } else { text().not_kept };
    let class = if kept { "hint" } else { "warning" };
    let undo = page.before.get().map(|before| {
        view! {
            <button
                type="button"
                class="secondary"
                data-action="scores-undo"
                on:click=move |_| {
                    page.set(before.clone());
                    page.before.set(None);
                    document::focus_after_paint("#scores-table", false);
                }
            >
                {text().undo}
            </button>
        }
    });
    Some(
        view! {
            <p class=class>{said}</p>
            <p class="actions row">{undo}</p>
        }
        .into_any(),
    )
}

fn unreadable(stored: String) -> AnyView {
    let failed = RwSignal::new(false);
    view! {
        <div class="warning">
            <p>{text().unreadable}</p>
            <button
                type="button"
                class="secondary"
                data-export="scores-unreadable"
                on:click=move |_| {
                    let name = "sipas_scorecard_unreadable.txt";
                    failed.set(files::offer(name, "text/plain", stored.as_bytes()).is_err());
                }
            >
                {text().unreadable_save}
            </button>
            {move || failed.get().then_some(crate::text::results::sentences(spoken()).download_failed)}
        </div>
    }
    .into_any()
}
