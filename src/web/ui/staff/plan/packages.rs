//! Packages of many units looked at as one.

mod listed;
mod tables;

use super::super::report::fill;
use super::package::{named, text};
use crate::platform::picked::{Picked, picked};
use crate::platform::{address, files, page as document};
use crate::state::packages::{self, Chosen, One};
use crate::state::pages::StaffPage;
use crate::state::set;
use crate::state::staff::Staff;
use crate::ui::staff::asking::choice;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::package::Standing;
use sipas_core::period::Period;
use std::sync::Arc;

/// What the page holds.
#[derive(Clone, Copy)]
struct Packages {
    staff: Staff,
    /// The files as they were chosen.
    picked: RwSignal<Vec<Picked>, LocalStorage>,
    /// Opened.
    chosen: RwSignal<Arc<Vec<Chosen>>>,
    /// Counted together.
    one: RwSignal<Option<Arc<One>>>,
    /// How many of the files are opened, while they are.
    busy: RwSignal<Option<usize>>,
    /// All ballots are being opened in the results.
    going: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
    /// Which choice of files is the latest.
    latest: StoredValue<u32>,
}

impl Packages {
    fn open(self, picked: Vec<Picked>) {
        if picked.is_empty() {
            return;
        }
        let number = self.next();
        self.failed.set(None);
        self.one.set(None);
        self.chosen.set(Arc::new(Vec::new()));
        self.busy.set(Some(0));
        self.picked.set(picked.clone());
        leptos::task::spawn_local(async move {
            let told = move |done| {
                let wanted = self.is_latest(number);
                if wanted {
                    self.busy.try_set(Some(done));
                }
                wanted
            };
            let Some(chosen) = packages::open_all(&picked, told).await else {
                return;
            };
            let period = packages::periods_of(&chosen).first().copied();
            self.chosen.try_set(Arc::new(chosen));
            match period {
                Some(period) => self.count(number, period).await,
                None => {
                    self.busy.try_set(None);
                }
            }
        });
    }

    fn look_at(self, period: Period) {
        let number = self.next();
        leptos::task::spawn_local(self.count(number, period));
    }

    async fn count(self, number: u32, period: Period) {
        let Some(chosen) = self.chosen.try_get_untracked() else {
            return;
        };
        let one = packages::together(self.staff, &chosen, period).await;
        if self.is_latest(number) {
            self.one.try_set(Some(Arc::new(one)));
            self.busy.try_set(None);
        }
    }

    /// Opens the ballots of all packages that count as an analysis set.
    fn results(self, one: &One) {
        let picked = self.picked.get_untracked();
        let counting = one.standings.iter().zip(picked);
        let counting: Vec<Picked> = counting
            .filter(|(standing, _)| **standing == Some(Standing::Counts))
            .map(|(_, file)| file)
            .collect();
        self.going.set(true);
        self.failed.set(None);
        leptos::task::spawn_local(async move {
            match set::read(&counting, |_| {}).await {
                Ok(Some(set)) => {
                    self.staff.look_at_set(Some(set));
                    address::go(StaffPage::Results.fragment());
                }
                Ok(None) => {}
                Err(reason) => {
                    self.failed.try_set(Some(reason));
                }
            }
            self.going.try_set(false);
        });
    }

    fn next(self) -> u32 {
        self.latest
            .update_value(|number| *number = number.wrapping_add(1));
        self.latest.get_value()
    }

    fn is_latest(self, number: u32) -> bool {
        self.latest.try_get_value() == Some(number)
    }
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("package.css");
    document::link_style("import.css");
    let page = Packages {
        staff: expect_context(),
        picked: RwSignal::new_local(Vec::new()),
        chosen: RwSignal::new(Arc::new(Vec::new())),
        one: RwSignal::new(None),
        busy: RwSignal::new(None),
        going: RwSignal::new(false),
        failed: RwSignal::new(None),
        latest: StoredValue::new(0),
    };
    view! {
        <div class="packages-page import">
            {super::back(|| text().back)}
            <h1 tabindex="-1">{move || text().open_title}</h1>
            <p class="no-print">{move || text().open_what}</p>
            <label class="file secondary no-print">
                <span>{move || text().choose}</span>
                <input
                    type="file"
                    multiple
                    accept=".zip,application/zip"
                    data-import="packages"
                    prop:disabled=move || page.busy.get().is_some()
                    on:change=move |event| page.open(picked(&event))
                />
            </label>
            {move || busy(page)}
            <div data-screen="packages">{move || shown(page)}</div>
        </div>
    }
    .into_any()
}

fn busy(page: Packages) -> AnyView {
    let Some(done) = page.busy.get() else {
        return ().into_any();
    };
    let all = page.picked.with(Vec::len);
    let line = fill(text().opening, &[&done.to_string(), &all.to_string()]);
    view! {
        <p role="status">{line}</p>
        <progress max=all.to_string() value=done.to_string() aria-label=text().open_title></progress>
    }
    .into_any()
}

fn shown(page: Packages) -> AnyView {
    let chosen = page.chosen.get();
    if chosen.is_empty() || page.busy.get().is_some() {
        return ().into_any();
    }
    let Some(one) = page.one.get() else {
        return view! {
            <p class="warning" role="status">{text().nothing}</p>
            {listed::view(&chosen, None)}
        }
        .into_any();
    };
    view! {
        {periods(page, &chosen, &one)}
        <p class="about" role="status">{summary(&chosen, &one)}</p>
        {tables::surveys(page.staff, &chosen, &one)}
        {tables::standing(&chosen, &one)}
        {tables::doubts(&chosen, &one)}
        {listed::view(&chosen, Some(&one))}
        {actions(page, &chosen, &one)}
    }
    .into_any()
}

/// The choice of the period, where the packages are of several.
fn periods(page: Packages, chosen: &[Chosen], one: &One) -> Option<AnyView> {
    let periods = packages::periods_of(chosen);
    let current = one.period;
    if periods.len() < 2 {
        return None;
    }
    let options = move || {
        let options = periods.iter().map(|period| {
            let selected = *period == current;
            view! {
                <option value=period.key() prop:selected=selected>
                    {named(*period)}
                </option>
            }
            .into_any()
        });
        options.collect_view()
    };
    let look = move |key: String| {
        if let Some(period) = Period::from_key(&key) {
            page.look_at(period);
        }
    };
    Some(
        view! {
            <form class="filter no-print" on:submit=|event| event.prevent_default()>
                {choice("period", || text().period, options, look)}
            </form>
        }
        .into_any(),
    )
}

fn summary(chosen: &[Chosen], one: &One) -> String {
    let counting = tables::counting(chosen, one);
    let mut units: Vec<&str> = counting
        .iter()
        .map(|package| package.unit.as_str())
        .collect();
    units.sort_unstable();
    units.dedup();
    let parts = [
        named(one.period),
        counting.len().to_string(),
        units.len().to_string(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    fill(text().summary, &parts)
}

fn actions(page: Packages, chosen: &Arc<Vec<Chosen>>, one: &Arc<One>) -> AnyView {
    let (of, all) = (one.clone(), one.clone());
    let files_of = chosen.clone();
    view! {
        <p class="actions row no-print">
            <button
                type="button"
                class="primary"
                data-action="packages-results"
                aria-busy=move || page.going.get().to_string()
                on:click=move |_| {
                    if !page.going.get_untracked() {
                        page.results(&all);
                    }
                }
            >
                {text().open_results}
            </button>
            <button
                type="button"
                class="secondary"
                data-export="packages-csv"
                on:click=move |_| {
                    let csv = tables::csv(page.staff, &files_of, &of);
                    let name = ["sipas_tong-hop_", &of.period.key().to_lowercase(), ".csv"].concat();
                    if let Err(reason) = files::offer(&name, "text/csv;charset=utf-8", csv.as_bytes()) {
                        page.failed.set(Some(reason));
                    }
                }
            >
                {text().csv}
            </button>
            <button type="button" class="secondary" data-action="print" on:click=|_| document::print()>
                {text().print}
            </button>
        </p>
        <p role="status">
            {move || page.going.get().then(|| text().opening_results)}
        </p>
        <p role="alert" class="problems">
            {move || {
                let failed = crate::text::results::sentences(spoken()).download_failed;
                page.failed.get().map(|reason| [failed, " ", &reason].concat())
            }}
        </p>
    }
    .into_any()
}
