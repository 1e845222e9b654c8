//! The evaluation of a quarter: indicators from ballots and from the office in two columns, totals, classes, history.

mod cell;
mod choosing;
mod desk;
mod ends;
mod files;
mod rows;
mod sheet;
mod told;

use super::super::asking;
use super::super::report::{Office, fill};
use crate::platform::page as document;
use crate::state::evaluations::{self, Kept};
use crate::state::pages::StaffPage;
use crate::state::reporting::Asked;
use crate::state::staff::Staff;
use crate::text::evaluation::{EvaluationText, sentences};
use crate::ui::staff::spoken;
use desk::{Desk, Shown, held};
use leptos::prelude::*;
use sipas_core::evaluation::Column;
use sipas_core::period::Step;
use sipas_core::questionnaire::Questionnaire;
use std::sync::Arc;

/// The page's sentences in the present language.
pub fn text() -> &'static EvaluationText {
    sentences(spoken())
}

/// The name of a column.
fn column_name(column: Column) -> &'static str {
    let [own, verified] = text().words.columns;
    match column {
        Column::Assessed => own,
        Column::Verified => verified,
    }
}

/// The page.
pub fn page() -> AnyView {
    for style in ["report.css", "plan.css", "evaluation.css"] {
        document::link_style(style);
    }
    let staff: Staff = expect_context();
    provide_context(Office::read());
    let asked = asking::follow(staff, StaffPage::Evaluation);
    let loaded: RwSignal<Option<Result<&'static Questionnaire, String>>> = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let found = evaluations::questionnaire().await;
        loaded.try_set(Some(found.map_err(|error| format!("{error:?}"))));
    });
    view! {
        <div class="plan-page editor evaluation-page">
            {super::back(|| text().back)}
            <h1 tabindex="-1" class="no-print">
                {move || text().title}
            </h1>
            {move || match loaded.get() {
                None => view! { <p role="status">{move || text().working}</p> }.into_any(),
                Some(Err(why)) => {
                    view! { <p class="warning">{move || fill(text().not_loaded, &[&why])}</p> }
                        .into_any()
                }
                Some(Ok(questionnaire)) => found(staff, questionnaire, asked),
            }}
        </div>
    }
    .into_any()
}

fn found(staff: Staff, questionnaire: &'static Questionnaire, asked: Memo<Asked>) -> AnyView {
    let kept: RwSignal<Option<Kept>> = RwSignal::new(None);
    let unit = Memo::new(move |_| asked.with(|asked| choosing::unit_of(staff, asked)));
    let counted = Memo::new(move |_| {
        staff.reading.track();
        evaluations::counted(staff, questionnaire, &unit.get()).map(Arc::new)
    });
    let shown = Memo::new(move |before: Option<&Option<Shown>>| {
        let asked = asked.get();
        let counted = counted.get()?;
        // What is entered or arrives later does not lead to another quarter.
        if let Some(Some(before)) = before
            && before.asked == asked
        {
            return Some(before.clone());
        }
        let unit = unit.get();
        let period =
            kept.with(|kept| choosing::quarter_asked(&asked, &counted, kept.as_ref()?, &unit))?;
        Some(Shown {
            asked,
            period,
            unit,
        })
    });
    let evaluation = Memo::new(move |_| {
        let shown = shown.get()?;
        let counted = counted.get()?;
        kept.with(|kept| {
            let entered = kept.as_ref().and_then(|kept| held(kept, &shown));
            let counted = counted.get(&shown.period);
            Some(Arc::new(evaluations::evaluated(
                questionnaire,
                counted,
                entered,
            )))
        })
    });
    let desk = Desk {
        staff,
        questionnaire,
        kept,
        shown,
        counted: Memo::new(move |_| counted.get().unwrap_or_default()),
        evaluation,
        said: RwSignal::new(None),
        undo: RwSignal::new(None),
        here: RwSignal::new(None),
        elsewhere: RwSignal::new(Vec::new()),
    };
    desk.read();
    evaluations::on_change(move || desk.read());
    Effect::new(move |_| {
        shown.track();
        desk.said.set(None);
        desk.undo.set(None);
        desk.elsewhere.set(Vec::new());
    });
    let what = move || {
        let count = questionnaire
            .factors
            .iter()
            .map(|factor| factor.criteria.len());
        let count = count.sum::<usize>().to_string();
        fill(
            text().what,
            &[&count, &ends::most(questionnaire, spoken().code())],
        )
    };
    let is_bad = move || {
        asked.with(|asked| {
            asked.bad_period || asked.period.is_some_and(|one| one.step() != Step::Quarter)
        })
    };
    view! {
        <p class="no-print">{what}</p>
        <form class="filter" on:submit=|event| event.prevent_default()>
            {choosing::selects(desk, asked)}
        </form>
        {move || desk.kept.with(|kept| kept.as_ref().and_then(told::unreadable))}
        {move || {
            if is_bad() {
                return view! { <p class="warning">{text().bad_quarter}</p> }.into_any();
            }
            match shown.get() {
                None => view! { <p role="status">{text().working}</p> }.into_any(),
                Some(shown) => body(desk, &shown),
            }
        }}
    }
    .into_any()
}

fn body(desk: Desk, shown: &Shown) -> AnyView {
    let period = shown.period.key();
    let unit = shown.unit.clone();
    view! {
        <div data-screen="evaluation" data-period=period data-unit=unit>
            <p role="status" class="saved no-print" data-screen="saved">
                {move || told::said(desk)}
            </p>
            <div role="status" class="no-print">
                {move || told::elsewhere(desk)}
            </div>
            <div class="no-print">
                {move || ends::headline(desk)}
                {rows::view(desk)}
                {ends::view(desk)}
            </div>
            {files::view(desk)}
            {move || sheet::view(desk)}
        </div>
    }
    .into_any()
}
