//! What to improve first: sentences, a chart of satisfaction and importance, and the table behind it.

pub mod editor;
pub mod evaluation;
mod files;
mod item;
mod list;
pub mod package;
pub mod packages;
mod printed;
mod priorities;
pub mod sample;
pub mod scores;
mod taking;
mod wording;

use super::asking;
use super::report::{capital, fill, period as period_name};
use crate::platform::page as document;
use crate::state::pages::StaffPage;
use crate::state::priorities::{self as state, Weighed};
use crate::state::reporting::{self, Asked, STEPS};
use crate::state::staff::{Reading, Staff};
use crate::text::plan::{PlanText, sentences};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::measures::Measures;
use sipas_core::period::Period;
use std::sync::Arc;

/// The page's sentences in the present language.
pub fn text() -> &'static PlanText {
    sentences(spoken())
}

/// What the page shows in the figures' place.
#[derive(Clone)]
enum Sheet {
    /// The share that is done.
    Working(f64),
    NoBallots,
    BadPeriod,
    Nothing(Period),
    Ready(Arc<Weighed>),
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("plan.css");
    let staff: Staff = expect_context();
    let asked = asking::follow(staff, StaffPage::Plan);
    let sheet = RwSignal::new(Sheet::Working(0.0));
    let latest = StoredValue::new(0_u32);
    let shelf = list::loaded(staff);
    Effect::new(move |_| {
        let asked = asked.get();
        let questionnaire = staff.questionnaire.get();
        let found = staff.reading.with(|reading| match reading {
            Reading::Read(stored) => Some(
                reporting::periods(&stored.ballots, &questionnaire.id, STEPS[1])
                    .first()
                    .copied(),
            ),
            Reading::Not | Reading::Blocked => None,
        });
        latest.update_value(|number| *number = number.wrapping_add(1));
        let number = latest.get_value();
        let Some(newest) = found else {
            sheet.set(Sheet::Working(0.0));
            return;
        };
        if asked.bad_period {
            sheet.set(Sheet::BadPeriod);
            return;
        }
        let Some(period) = asked.period.or(newest) else {
            sheet.set(Sheet::NoBallots);
            return;
        };
        sheet.set(Sheet::Working(0.0));
        leptos::task::spawn_local(async move {
            let is_latest = move || latest.try_get_value() == Some(number);
            let told = move |share: f64| {
                let wanted = is_latest();
                if wanted {
                    sheet.try_set(Sheet::Working(share));
                }
                wanted
            };
            let weighed = state::weigh(staff, &asked, period, told).await;
            if let Some(weighed) = weighed.filter(|_| is_latest()) {
                sheet.try_set(if weighed.now.ballots == 0 {
                    Sheet::Nothing(period)
                } else {
                    Sheet::Ready(Arc::new(weighed))
                });
            }
        });
    });
    view! {
        <div class="plan-page">
            <h1 tabindex="-1">{move || text().title}</h1>
            <p>{move || text().what}</p>
            <form class="filter" on:submit=|event| event.prevent_default()>
                {asking::selects(staff, asked, StaffPage::Plan)}
            </form>
            <div data-screen="plan">{move || shown(staff, &sheet.get(), shelf)}</div>
            {list::view(staff, shelf)}
            {ways(asked)}
        </div>
    }
    .into_any()
}

/// The way back here from a page that belongs to the plan.
fn back(words: fn() -> &'static str) -> AnyView {
    let address = ["#", StaffPage::Plan.fragment()].concat();
    view! {
        <p class="no-print">
            <a class="back-link" href=address>
                "‹ "
                {words}
            </a>
        </p>
    }
    .into_any()
}

/// The ways to what belongs to the plan; those about a quarter take the chosen one along.
fn ways(asked: Memo<Asked>) -> AnyView {
    let way = move |page: StaffPage, mark: &'static str, name: fn() -> &'static str| {
        let address = move || {
            let whole = asked.with(|asked| Asked {
                questionnaire: None,
                period: asked.period.filter(|one| one.step() == STEPS[1]),
                ..asked.clone()
            });
            let takes = matches!(page, StaffPage::Evaluation | StaffPage::Package);
            let fragment = page.fragment();
            let fragment = if takes {
                whole.fragment(fragment)
            } else {
                fragment.to_owned()
            };
            ["#", &fragment].concat()
        };
        view! {
            <a class="secondary" href=address data-action=mark>
                {name}
            </a>
        }
        .into_any()
    };
    view! {
        <p class="actions row">
            {way(StaffPage::Sample, "sample", || sample::text().title)}
            {way(StaffPage::Evaluation, "evaluation", || evaluation::text().title)}
            {way(StaffPage::Scores, "scores", || scores::text().title)}
            {way(StaffPage::Package, "package", || package::text().title)}
            {way(StaffPage::Packages, "packages", || package::text().open_title)}
        </p>
    }
    .into_any()
}

fn shown(staff: Staff, sheet: &Sheet, shelf: RwSignal<Measures>) -> AnyView {
    let text = text();
    let report = super::report::text();
    match sheet {
        Sheet::Working(share) => {
            let percent = ((share * 100.0) as u32).to_string();
            view! {
                <p role="status" class="working">
                    {fill(text.working, &[&percent])}
                </p>
            }
            .into_any()
        }
        Sheet::NoBallots => super::results::nothing_yet(),
        Sheet::BadPeriod => view! { <p class="warning">{report.bad_period}</p> }.into_any(),
        Sheet::Nothing(period) => {
            let period = period_name(report, *period);
            view! { <p class="warning">{fill(text.no_ballots, &[&period])}</p> }.into_any()
        }
        Sheet::Ready(weighed) => {
            let period = capital(&period_name(report, weighed.period));
            let ballots = super::grouped(weighed.now.ballots, spoken().code());
            view! {
                <p class="about">{fill(text.about, &[&period, &ballots])}</p>
                {priorities::view(staff, weighed, shelf)}
            }
            .into_any()
        }
    }
}
