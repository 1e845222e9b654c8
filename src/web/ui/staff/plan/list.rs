//! The plans of this device, and making one from chosen criteria.

use super::super::naming::{self, names};
use super::super::report::{fill, period as period_name};
use super::super::{figures, grouped, unreadable};
use super::wording;
use crate::platform::{address, clock};
use crate::state::measures;
use crate::state::pages::StaffPage;
use crate::state::plans::{self, Opening, Plans};
use crate::state::priorities::Weighed;
use crate::state::staff::Staff;
use crate::text::plan_editing::{EditingText, sentences};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::measures::Measures;
use sipas_core::plan::{ActionPlan, HeadPart, ItemPart, Place, Status};
use sipas_core::priority::{Line, Priority};
use sipas_core::selection::Day;

/// The editor's sentences in the present language.
pub fn text() -> &'static EditingText {
    sentences(spoken())
}

/// Where a plan is edited.
pub fn address_of(id: &str) -> String {
    [StaffPage::PlanEdit.fragment(), "?id=", id].concat()
}

/// The list.
pub fn view(staff: Staff, shelf: RwSignal<Measures>) -> AnyView {
    let found: RwSignal<Option<Plans>> = RwSignal::new(None);
    let removed: RwSignal<Option<String>> = RwSignal::new(None);
    let read = move || {
        leptos::task::spawn_local(async move {
            let plans = plans::read().await;
            found.try_set(Some(plans));
        });
    };
    read();
    plans::on_change(read);
    view! {
        <section data-section="plans">
            <h2>{move || text().plans}</h2>
            {move || {
                found.with(|found| found.as_ref().map(|found| list(found, removed, read)))
            }}
            {move || undo(removed, read)}
            {super::taking::view(read)}
            {move || shelf.with(|shelf| library(staff, shelf))}
        </section>
    }
    .into_any()
}

fn list(
    found: &Plans,
    removed: RwSignal<Option<String>>,
    read: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let text = text();
    let today = Day::at(clock::now());
    let items: Vec<AnyView> = found
        .plans
        .iter()
        .map(|plan| line(plan, today, removed, read))
        .collect();
    let none = items
        .is_empty()
        .then(|| view! { <p class="hint">{text.none}</p> });
    let said = |count: &str| fill(text.unreadable, &[count]);
    let unreadable = unreadable::offer("plans", said, text.unreadable_save, &found.unreadable);
    view! {
        {none}
        <ul class="plans">{items}</ul>
        {unreadable}
    }
    .into_any()
}

fn line(
    plan: &ActionPlan,
    today: Day,
    removed: RwSignal<Option<String>>,
    read: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let items = plan.items();
    let count = |wanted: &dyn Fn(&sipas_core::plan::Item) -> bool| {
        items
            .iter()
            .filter(|(_, item)| wanted(item))
            .count()
            .to_string()
    };
    let done = count(&|item| item.status() == Status::Done);
    let late = count(&|item| item.is_late(today));
    let counts = fill(text().counts, &[&items.len().to_string(), &done, &late]);
    let title = plan.text(Place::Head(HeadPart::Title)).trim();
    let title = if title.is_empty() {
        text().title
    } else {
        title
    }
    .to_owned();
    let address = ["#", &address_of(plan.id())].concat();
    let id = plan.id().to_owned();
    view! {
        <li>
            <a href=address data-plan=plan.id().to_owned()>
                {title}
            </a>
            <span class="hint">{counts}</span>
            <button
                type="button"
                class="quiet"
                data-action="remove-plan"
                on:click=move |_| {
                    let id = id.clone();
                    leptos::task::spawn_local(async move {
                        removed.try_set(plans::remove(&id).await);
                        read();
                    });
                }
            >
                {text().remove_plan}
            </button>
        </li>
    }
    .into_any()
}

/// A plan that was just removed comes back by one press.
fn undo(removed: RwSignal<Option<String>>, read: impl Fn() + Copy + 'static) -> AnyView {
    let Some(held) = removed.get() else {
        return ().into_any();
    };
    view! {
        <p role="status" class="note">
            {text().plan_removed}
            " "
            <button
                type="button"
                class="quiet"
                data-action="undo-plan"
                on:click=move |_| {
                    let held = held.clone();
                    leptos::task::spawn_local(async move {
                        plans::restore(&held).await;
                        removed.try_set(None);
                        read();
                    });
                }
            >
                {text().undo}
            </button>
        </p>
    }
    .into_any()
}

/// Makes a plan from these criteria and opens it; false where it could not be stored.
pub fn make(staff: Staff, weighed: &Weighed, criteria: &[String], shelf: &Measures) -> bool {
    let text = text();
    let language = spoken();
    let period = period_name(super::super::report::text(), weighed.period);
    let ballots = grouped(weighed.now.ballots, language.code());
    let next = weighed.period.after();
    let said = names(staff, weighed.questionnaire);
    let (title, basis, purpose) = if weighed.questionnaire.is_of_visit() {
        let basis = fill(text.new_basis, &[&period, &ballots]);
        (fill(text.new_title, &[&period]), basis, text.new_purpose)
    } else {
        let (words, own) = (naming::text(), naming::inside(&said));
        let basis = fill(words.plan_basis, &[&own, &period, &ballots]);
        let title = fill(words.plan_title, &[&own, &period]);
        (title, basis, words.plan_purpose)
    };
    let mut opening = Opening {
        head: vec![
            (HeadPart::Title, title),
            (HeadPart::Basis, basis),
            (HeadPart::Purpose, purpose.to_owned()),
            (HeadPart::Carrying, text.new_carrying.to_owned()),
            (HeadPart::NextFrom, next.first().to_string()),
            (HeadPart::NextUntil, next.last().to_string()),
        ],
        ..Opening::default()
    };
    for one in weighed
        .priorities
        .iter()
        .filter(|one| criteria.contains(&one.id))
    {
        let of = weighed.questionnaire.criteria().find(|of| of.id == one.id);
        let name = of.map_or_else(|| one.id.clone(), |of| said.say(&of.text));
        let counted = of.filter(|of| of.negative).map(|of| said.counted(of));
        let parts = vec![
            (ItemPart::Name, name),
            (ItemPart::Aim, aim(one, counted.as_deref())),
            (
                ItemPart::Actions,
                measures::lines(shelf, &one.factor, &one.id, language.code()),
            ),
        ];
        opening.items.insert(one.id.clone(), parts);
    }
    match plans::draft(staff, weighed, criteria, &opening) {
        Ok(id) => {
            address::go(&address_of(&id));
            true
        }
        Err(_) => false,
    }
}

/// The library for the questionnaire looked at, once it is loaded.
pub fn loaded(staff: Staff) -> RwSignal<Measures> {
    let library = RwSignal::new(Measures::default());
    Effect::new(move |_| {
        let id = staff.questionnaire.with(|one| one.id.clone());
        leptos::task::spawn_local(async move {
            let found = measures::shipped(&id).await;
            library.try_set(found);
        });
    });
    library
}

/// The library, one list a factor, to be changed.
fn library(staff: Staff, library: &Measures) -> AnyView {
    let language = spoken();
    let failed = RwSignal::new(false);
    let questionnaire = staff.questionnaire.get();
    let said = names(staff, questionnaire);
    let factors = questionnaire.factors.iter();
    let fields: Vec<AnyView> = factors
        .map(|factor| {
            let title = said.say(&factor.title);
            let id = factor.id.clone();
            let lines = measures::of_factor(library, &id, language.code());
            view! {
                <label>
                    <span>{title}</span>
                    <textarea
                        rows="4"
                        data-measures=id.clone()
                        prop:value=lines
                        on:change=move |event| {
                            failed.set(!measures::keep(&id, &event_target_value(&event)));
                        }
                    ></textarea>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="card office">
            <summary>{text().library}</summary>
            <p class="hint">{text().library_what}</p>
            <div class="form">{fields}</div>
            <p role="alert" class="problems">
                {move || failed.get().then_some(text().not_saved)}
            </p>
        </details>
    }
    .into_any()
}

/// The aim of an item; `counted` are the answers that count where the criterion speaks of something bad.
fn aim(one: &Priority, counted: Option<&str>) -> String {
    let language = spoken();
    let rate = figures::share(one.rate, language.code());
    let line = wording::line_short(one.line, language);
    match (one.line, counted) {
        (Line::Target(_), None) => fill(text().new_aim, &[&rate, &line]),
        (Line::Overall(_), None) => fill(text().new_aim_plain, &[&rate]),
        (Line::Target(_), Some(counted)) => fill(naming::text().aim, &[&rate, &line, counted]),
        (Line::Overall(_), Some(counted)) => fill(naming::text().aim_plain, &[&rate, counted]),
    }
}
