//! A corrective plan is edited in place and saved as one goes.

use super::super::report::fill;
use super::item;
use super::list::text;
use crate::platform::{address, clock, page as document};
use crate::state::app::App;
use crate::state::pages::StaffPage;
use crate::state::plans::{self, Refused};
use crate::state::route::Route;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::measures::Measures;
use sipas_core::plan::{ActionPlan, Evidence, Hand, HeadPart, ItemPart, Place};
use sipas_core::selection::Day;
use sipas_formats::day::{shown_day, typed_day};

/// The plan being edited; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Editor {
    /// The staff's state.
    pub staff: Staff,
    /// This tab's copy; none where the device has no such plan.
    pub plan: RwSignal<Option<ActionPlan>>,
    /// The library of measures.
    pub shelf: RwSignal<Measures>,
    /// What became of the last edit: the time of day it was saved, or why it is not.
    said: RwSignal<Option<Result<String, Refused>>>,
    /// The item removed last.
    removed: RwSignal<Option<u64>>,
}

impl Editor {
    /// Changes the plan and saves it.
    pub fn change(self, change: impl FnOnce(&mut ActionPlan, Hand)) {
        let kept = self
            .plan
            .try_update(|plan| plan.as_mut().map(|plan| plans::change(plan, change)));
        if let Some(kept) = kept.flatten() {
            let now = clock::now().civil();
            let time = format!("{:02}:{:02}", now.hour, now.minute);
            self.said.set(Some(kept.map(|()| time)));
        }
    }

    /// Writes a text.
    pub fn write(self, place: Place, text: &str) {
        self.change(|plan, hand| {
            plan.write(hand, place, text);
        });
    }

    /// A text as it stands.
    pub fn text(self, place: Place) -> String {
        self.plan
            .with(|plan| plan.as_ref().map(|plan| plan.text(place).to_owned()))
            .unwrap_or_default()
    }
}

/// The id the address names.
fn id_of(fragment: &str) -> String {
    let query = fragment.split_once('?').map_or("", |(_, query)| query);
    let id = query.split('&').find_map(|pair| pair.strip_prefix("id="));
    id.map(address::decode).unwrap_or_default()
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("report.css");
    document::link_style("plan.css");
    let staff: Staff = expect_context();
    let app = App::here();
    let id = Memo::new(move |before: Option<&String>| {
        app.read(|state| match &state.route {
            Route::Staff(fragment) if StaffPage::of(fragment) == Some(StaffPage::PlanEdit) => {
                id_of(fragment)
            }
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let editor = Editor {
        staff,
        plan: RwSignal::new(None),
        shelf: super::list::loaded(staff),
        said: RwSignal::new(None),
        removed: RwSignal::new(None),
    };
    let looked = RwSignal::new(false);
    let read = move || {
        let id = id.get_untracked();
        leptos::task::spawn_local(async move {
            let found = plans::read().await;
            let found = found.plans.into_iter().find(|plan| plan.id() == id);
            editor.plan.try_update(|held| match (held, found) {
                // What was typed here and not yet stored stays.
                (Some(held), Some(found)) if held.id() == found.id() => held.merge(&found),
                (held, found) => *held = found,
            });
            looked.try_set(true);
        });
    };
    Effect::new(move |_| {
        id.track();
        read();
    });
    plans::on_change(read);
    // The evidence may be of another questionnaire than the one looked at.
    Effect::new(move |_| {
        let wanted = editor.plan.with(|plan| {
            let items = plan.as_ref().map(ActionPlan::items).unwrap_or_default();
            let mut of = items
                .iter()
                .map(|(_, item)| item.evidence.questionnaire.clone());
            of.find(|id| !id.is_empty())
        });
        let now = staff.questionnaire.with_untracked(|one| one.id.clone());
        if let Some(wanted) = wanted.filter(|wanted| *wanted != now) {
            staff.look_at(wanted);
        }
    });
    let is_there = Memo::new(move |_| editor.plan.with(Option::is_some));
    view! {
        <div class="plan-page editor">
            {super::back(|| text().back)}
            <h1 tabindex="-1" class="no-print">
                {move || text().title}
            </h1>
            {move || match (is_there.get(), looked.get()) {
                (true, _) => form(editor),
                (false, true) => {
                    view! {
                        <p class="warning" data-screen="no-plan">
                            {text().lost}
                        </p>
                    }
                        .into_any()
                }
                (false, false) => ().into_any(),
            }}
        </div>
    }
    .into_any()
}

fn form(editor: Editor) -> AnyView {
    let items = Memo::new(move |_| {
        editor.plan.with(|plan| {
            let items = plan.as_ref().map(ActionPlan::items).unwrap_or_default();
            items.iter().map(|(id, _)| *id).collect::<Vec<u64>>()
        })
    });
    let head = HeadPart::ALL
        .into_iter()
        .zip(0..)
        .map(|(part, at)| head_field(editor, part, at))
        .collect_view();
    view! {
        <p role="status" class="saved no-print" data-screen="saved">
            {move || said(editor)}
        </p>
        <details class="card office no-print">
            <summary>{move || text().head}</summary>
            <div class="form">{head}</div>
        </details>
        <div class="no-print">
            <For
                each=move || items.get().into_iter().enumerate()
                key=|(at, id)| (*at, *id)
                children=move |(at, id)| item::card(editor, at, id)
            />
        </div>
        {move || undo(editor)}
        <div class="actions row no-print">
            <button
                type="button"
                class="secondary"
                data-action="add-item"
                on:click=move |_| {
                    let id = crate::platform::random::bits();
                    editor.change(|plan, hand| {
                        plan.add(hand, id, Evidence::default());
                    });
                    document::focus_after_paint("[data-item]:last-of-type textarea", false);
                }
            >
                {move || text().add}
            </button>
            <button
                type="button"
                class="primary"
                data-action="print"
                on:click=|_| document::print()
            >
                {move || text().print}
            </button>
        </div>
        {super::files::buttons(editor)}
        {super::printed::sheet(editor)}
    }
    .into_any()
}

fn said(editor: Editor) -> AnyView {
    match editor.said.get() {
        None => ().into_any(),
        Some(Ok(time)) => fill(text().saved, &[&time]).into_any(),
        Some(Err(Refused::NotStored)) => {
            view! { <strong class="alarm">{text().not_saved}</strong> }.into_any()
        }
        Some(Err(Refused::Unreadable)) => {
            view! { <strong class="alarm">{text().not_readable}</strong> }.into_any()
        }
    }
}

fn undo(editor: Editor) -> AnyView {
    let Some(id) = editor.removed.get() else {
        return ().into_any();
    };
    view! {
        <p role="status" class="note no-print">
            {text().removed}
            " "
            <button
                type="button"
                class="quiet"
                data-action="undo-item"
                on:click=move |_| {
                    editor.removed.set(None);
                    editor.change(|plan, hand| {
                        plan.remove(hand, id, false);
                    });
                }
            >
                {text().undo}
            </button>
        </p>
    }
    .into_any()
}

/// Removes an item; it can be brought back.
pub fn remove(editor: Editor, id: u64) {
    editor.change(|plan, hand| {
        plan.remove(hand, id, true);
    });
    editor.removed.set(Some(id));
}

/// Puts an item one place further up or down.
pub fn swap(editor: Editor, at: usize, other: usize) {
    editor.change(|plan, hand| {
        let items = plan.items();
        let (Some((one, first)), Some((two, second))) = (items.get(at), items.get(other)) else {
            return;
        };
        let moves = [(*one, second.order()), (*two, first.order())];
        for (id, order) in moves {
            plan.write(hand, Place::Item(id, ItemPart::Order), &order.to_string());
        }
    });
}

/// How a day is shown in its field: as people here write it, or as it was typed.
pub fn day_text(stored: &str) -> String {
    Day::parse(stored).map_or_else(|| stored.to_owned(), shown_day)
}

/// What is stored of a typed day: the day where it is one, else the words.
pub fn day_stored(typed: &str) -> String {
    typed_day(typed).map_or_else(|| typed.trim().to_owned(), |day| day.to_string())
}

fn head_field(editor: Editor, part: HeadPart, at: usize) -> AnyView {
    let place = Place::Head(part);
    let label = move || text().head_parts.get(at).copied().unwrap_or_default();
    let is_day = matches!(
        part,
        HeadPart::Day | HeadPart::NextFrom | HeadPart::NextUntil
    );
    let is_long = matches!(
        part,
        HeadPart::Title
            | HeadPart::Basis
            | HeadPart::Purpose
            | HeadPart::Carrying
            | HeadPart::Recipients
    );
    view! {
        {field(editor, place, label, is_long, is_day)}
        {item::doubt(editor, place)}
    }
    .into_any()
}

/// A text's field; kept when it is left.
pub fn field(
    editor: Editor,
    place: Place,
    label: impl Fn() -> &'static str + Send + Sync + Copy + 'static,
    is_long: bool,
    is_day: bool,
) -> AnyView {
    let name = match place {
        Place::Head(part) => part.name(),
        Place::Item(_, part) => part.name(),
    };
    let value = move || {
        let stored = editor.text(place);
        if is_day { day_text(&stored) } else { stored }
    };
    let keep = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        let stored = if is_day { day_stored(&typed) } else { typed };
        editor.write(place, &stored);
    };
    let bad = move || {
        let stored = editor.text(place);
        let is_bad = is_day && !stored.is_empty() && Day::parse(&stored).is_none();
        is_bad.then(|| fill(text().bad_day, &[&stored]))
    };
    let input = if is_long {
        view! { <textarea name=name rows="2" prop:value=value on:input=keep></textarea> }.into_any()
    } else if is_day {
        // A day is complete only when the field is left.
        view! {
            <input
                type="text"
                inputmode="numeric"
                name=name
                placeholder=move || text().day_hint
                autocomplete="off"
                prop:value=value
                on:change=keep
            />
        }
        .into_any()
    } else {
        view! { <input type="text" name=name autocomplete="off" prop:value=value on:input=keep /> }
            .into_any()
    };
    view! {
        <label>
            <span>{label}</span>
            {input}
            <span class="problem" role="alert">
                {bad}
            </span>
        </label>
    }
    .into_any()
}
