//! The period's package: what goes into it, its reports to look at, and the file.

mod inside;

use super::super::report::{Office, capital, fill, period as period_name, sheet, unit_name};
use super::{files as plan_files, list};
use crate::platform::{address, clock, page as document};
use crate::state::exports::Made;
use crate::state::office::Line;
use crate::state::packing::{self, ForPeople, Gathered, Names, Surveyed};
use crate::state::pages::StaffPage;
use crate::state::reporting::Asked;
use crate::state::staff::{Reading, Staff};
use crate::text::package::{PackageText, sentences};
use crate::text::{evaluation, report};
use crate::ui::staff::asking;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::period::Period;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::evaluation_table::{self, Subject};
use std::sync::Arc;

/// The pages' sentences in the present language.
pub fn text() -> &'static PackageText {
    sentences(spoken())
}

/// What the page shows.
#[derive(Clone)]
enum Sheet {
    Working,
    NoBallots,
    BadPeriod,
    Ready(Arc<Gathered>),
}

/// What the button came to.
#[derive(Clone)]
enum Done {
    Nothing,
    Making,
    Made(Made),
    Failed(String),
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("report.css");
    document::link_style("package.css");
    let staff: Staff = expect_context();
    let office = Office::read();
    provide_context(office);
    let asked = asking::follow(staff, StaffPage::Package);
    let sheet = gathered(staff, asked);
    view! {
        <div class="package-page">
            {super::back(|| text().back)}
            <h1 tabindex="-1">{move || text().title}</h1>
            <p>{move || text().what}</p>
            <form class="filter" on:submit=|event| event.prevent_default()>
                {period_choice(staff, asked)}
                {asking::unit_choice(staff, asked, StaffPage::Package)}
            </form>
            <div data-screen="package">
                {move || match sheet.get() {
                    Sheet::Working => view! { <p role="status">{text().working}</p> }.into_any(),
                    Sheet::NoBallots => super::super::results::nothing_yet(),
                    Sheet::BadPeriod => {
                        let line = super::super::report::text().bad_period;
                        view! { <p class="warning">{line}</p> }.into_any()
                    }
                    Sheet::Ready(found) => ready(staff, office, &found),
                }}
            </div>
        </div>
    }
    .into_any()
}

/// Gathers anew when something it depends on has changed.
fn gathered(staff: Staff, asked: Memo<Asked>) -> RwSignal<Sheet> {
    let sheet = RwSignal::new(Sheet::Working);
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let asked = asked.get();
        let newest = staff.reading.with(|reading| match reading {
            Reading::Read(stored) => Some(packing::periods(&stored.ballots).first().copied()),
            Reading::Not | Reading::Blocked => None,
        });
        latest.update_value(|number| *number = number.wrapping_add(1));
        let number = latest.get_value();
        let Some(newest) = newest else {
            sheet.set(Sheet::Working);
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
        sheet.set(Sheet::Working);
        leptos::task::spawn_local(async move {
            clock::breathe().await;
            let found = packing::gather(staff, period, asked.unit).await;
            if let Some(found) = found.filter(|_| latest.try_get_value() == Some(number)) {
                sheet.try_set(Sheet::Ready(Arc::new(found)));
            }
        });
    });
    sheet
}

/// The periods any ballots are of.
fn period_choice(staff: Staff, asked: Memo<Asked>) -> AnyView {
    let options = move || {
        let chosen = asked.with(|asked| asked.period);
        let mut found = staff.with_ballots(packing::periods);
        let current = chosen.or_else(|| found.first().copied());
        found.extend(chosen.filter(|one| !found.contains(one)));
        let options = found.into_iter().map(|period| {
            let selected = current == Some(period);
            let name = named(period);
            view! { <option value=period.key() prop:selected=selected>{name}</option> }.into_any()
        });
        options.collect_view()
    };
    asking::choice(
        "period",
        || text().period,
        options,
        move |key| {
            let mut next = asked.get_untracked();
            next.period = Period::from_key(&key);
            address::go(&next.fragment(StaffPage::Package.fragment()));
        },
    )
}

/// "Quý IV năm 2026".
pub fn named(period: Period) -> String {
    capital(&period_name(report::sentences(spoken()), period))
}

fn ready(staff: Staff, office: Office, found: &Arc<Gathered>) -> AnyView {
    let done = RwSignal::new(Done::Nothing);
    let with_comments = RwSignal::new(true);
    let gathered = found.clone();
    let press = move |_| {
        if matches!(done.get_untracked(), Done::Making) {
            return;
        }
        done.set(Done::Making);
        let names = names(staff, office, &gathered);
        let people = for_people(staff, &gathered, &names);
        let with_comments = with_comments.get_untracked();
        let gathered = gathered.clone();
        leptos::task::spawn_local(async move {
            let made = packing::make(&gathered, &names, with_comments, &people).await;
            done.try_set(match made.and_then(|made| made.offer().map(|()| made)) {
                Ok(made) => Done::Made(made),
                Err(reason) => Done::Failed(reason),
            });
        });
    };
    let has_comments = found
        .surveys
        .iter()
        .flat_map(|one| &one.ballots)
        .any(|ballot| !ballot.comment.is_empty());
    let comments = has_comments.then(|| {
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    name="with-comments"
                    prop:checked=with_comments
                    on:change=move |event| with_comments.set(event_target_checked(&event))
                />
                <span>{text().comments}</span>
            </label>
            <p class="hint">{text().comments_hint}</p>
        }
    });
    view! {
        {inside::view(staff, found)}
        {comments}
        <p class="actions row">
            <button
                type="button"
                class="primary"
                data-export="package"
                aria-busy=move || matches!(done.get(), Done::Making).to_string()
                on:click=press
            >
                {text().make}
            </button>
        </p>
        <div role="status" data-screen="package-said">{move || said(done)}</div>
        {reports(staff, found)}
    }
    .into_any()
}

fn said(done: RwSignal<Done>) -> AnyView {
    let text = text();
    match done.get() {
        Done::Nothing => ().into_any(),
        Done::Making => view! { <p>{text.working}</p> }.into_any(),
        Done::Failed(reason) => {
            view! { <p class="warning">{fill(text.failed, &[&reason])}</p> }.into_any()
        }
        Done::Made(made) => {
            let size = made.kilobytes().to_string();
            let line = fill(text.made, &[&made.name, &size]);
            let refused = RwSignal::new(false);
            let share = made.can_be_shared().then(|| {
                let made = StoredValue::new(made);
                view! {
                    <button
                        type="button"
                        class="secondary"
                        data-action="share-file"
                        on:click=move |_| {
                            leptos::task::spawn_local(async move {
                                let sent = made.get_value().share().await;
                                refused.try_set(!sent);
                            });
                        }
                    >
                        {text.share}
                    </button>
                }
            });
            view! {
                <p class="done">{line}</p>
                <p>{text.made_next}</p>
                {share}
                {move || refused.get().then(|| view! { <p>{text.not_shared}</p> })}
            }
            .into_any()
        }
    }
}

/// The reports as they will be in the package, each folded.
fn reports(staff: Staff, found: &Gathered) -> AnyView {
    let language = spoken().code();
    let reports = found.surveys.iter().map(|one| {
        let title = staff.setup.say(&one.questionnaire.title, language);
        view! {
            <details class="card">
                <summary>{fill(text().preview, &[&title])}</summary>
                <div id=place_of(&one.questionnaire.id)>{sheet(staff, &one.paper)}</div>
            </details>
        }
        .into_any()
    });
    reports.collect_view().into_any()
}

fn place_of(questionnaire: &str) -> String {
    ["package-report-", questionnaire].concat()
}

fn names(staff: Staff, office: Office, found: &Gathered) -> Names {
    let unit = found.unit.as_ref();
    Names {
        unit: unit.map_or_else(
            || super::super::report::text().all_units.to_owned(),
            |unit| unit_name(staff, unit),
        ),
        office: office.get(Line::Agency),
        plan: list::text().title.to_owned(),
    }
}

/// Everything that needs the page and its language.
fn for_people(staff: Staff, found: &Gathered, names: &Names) -> ForPeople {
    let language = spoken();
    let period = named(found.period);
    let surveyed = found.surveys.iter().map(|one| one.questionnaire);
    let known: Vec<&Questionnaire> = surveyed
        .chain([staff.questionnaire.get_untracked()])
        .collect();
    let evaluation = found.evaluation.as_ref().map(|one| {
        let subject = Subject {
            quarter: &period,
            unit: &names.unit,
            terms: &staff.setup.campaign.terms,
        };
        let words = &evaluation::sentences(language).words;
        evaluation_table::table(one.questionnaire, &one.evaluation, subject, words).csv()
    });
    let report = |one: &Surveyed| {
        let id = &one.questionnaire.id;
        let title = staff.setup.say(&one.questionnaire.title, language.code());
        packing::Sheet {
            questionnaire: id.clone(),
            title: [&title, " – ", &period].concat(),
            markup: document::markup(&place_of(id)),
        }
    };
    let lines = text().read_me.iter();
    ForPeople {
        language: language.code(),
        read_me: lines
            .map(|line| fill(line, &[&period, &names.unit]))
            .collect(),
        reports: found.surveys.iter().map(report).collect(),
        plans: found
            .plans
            .iter()
            .map(|plan| plan_files::for_package(staff, &known, plan))
            .collect(),
        evaluation,
    }
}
