//! One item of a plan: its evidence, what has changed since, and its texts.

use super::super::naming::{self, names};
use super::super::report::{capital, fill, period as period_name};
use super::super::results::target_name;
use super::super::{figures, grouped};
use super::editor::{Editor, field, remove, swap};
use super::list::text;
use super::wording::{limits, points, signed_points};
use crate::platform::clock;
use crate::state::staff::Staff;
use crate::state::{measures, plans};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::compare::{Change, Verdict};
use sipas_core::period::Period;
use sipas_core::plan::{Evidence, Item, ItemPart, NotComparable, Place, Status};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Day;

/// The texts in the order of the form, with whether they are long and whether they are days.
const PARTS: [(ItemPart, bool, bool); 11] = [
    (ItemPart::Name, true, false),
    (ItemPart::Aim, true, false),
    (ItemPart::Task, true, false),
    (ItemPart::Actions, true, false),
    (ItemPart::Product, true, false),
    (ItemPart::Lead, false, false),
    (ItemPart::With, false, false),
    (ItemPart::Due, false, true),
    (ItemPart::Cost, false, false),
    (ItemPart::Outcome, true, false),
    (ItemPart::Finished, false, true),
];

/// What one of an item's texts is called.
pub fn label(part: ItemPart) -> &'static str {
    let at = ItemPart::ALL.iter().position(|one| *one == part);
    let names = text().item_parts;
    at.and_then(|at| names.get(at).copied()).unwrap_or_default()
}

/// An item's name, or what stands for it.
pub fn name(item: &Item) -> String {
    let name = item.text(ItemPart::Name).trim();
    if name.is_empty() {
        text().unnamed
    } else {
        name
    }
    .to_owned()
}

/// The item's card.
pub fn card(editor: Editor, at: usize, id: u64) -> AnyView {
    let with = move |look: &dyn Fn(&Item) -> AnyView| {
        editor.plan.with(|plan| {
            let item = plan.as_ref().and_then(|plan| plan.item(id));
            item.map_or_else(|| ().into_any(), look)
        })
    };
    let heading = Memo::new(move |_| {
        let title = editor.plan.with(|plan| {
            let item = plan.as_ref().and_then(|plan| plan.item(id));
            item.map(name).unwrap_or_default()
        });
        format!("{}. {title}", at + 1)
    });
    let evidence = Memo::new(move |_| {
        editor.plan.with(|plan| {
            let item = plan.as_ref().and_then(|plan| plan.item(id));
            item.map(|item| item.evidence.clone()).unwrap_or_default()
        })
    });
    let fields: Vec<AnyView> = PARTS
        .into_iter()
        .map(|(part, is_long, is_day)| {
            let place = Place::Item(id, part);
            view! {
                {field(editor, place, move || label(part), is_long, is_day)}
                {doubt(editor, place)}
            }
            .into_any()
        })
        .collect();
    let status = move || {
        let chosen = editor.text(Place::Item(id, ItemPart::Status));
        let chosen = Status::from_name(&chosen).unwrap_or_default();
        let names = Status::ALL.into_iter().zip(text().statuses);
        let options = names.map(|(status, name)| {
            let selected = status == chosen;
            view! { <option value=status.name() prop:selected=selected>{name}</option> }.into_any()
        });
        options.collect_view()
    };
    let late = move || {
        with(&|item| {
            let is_late = item.is_late(Day::at(clock::now()));
            is_late
                .then(|| view! { <strong class="late">"⚠ " {text().late}</strong> })
                .into_any()
        })
    };
    let number = at.to_string();
    view! {
        <section class="card item" data-item=number>
            <h2>{heading}</h2>
            {late}
            <div class="evidence">{move || told(editor, &evidence.get())}</div>
            <div class="form">
                {fields}
                {move || suggestions(editor, id, &evidence.get())}
                <label>
                    <span>{move || label(ItemPart::Status)}</span>
                    <select
                        name="status"
                        on:change=move |event| {
                            let name = event_target_value(&event);
                            editor.write(Place::Item(id, ItemPart::Status), &name);
                        }
                    >
                        {status}
                    </select>
                </label>
            </div>
            <div class="actions row">
                <button
                    type="button"
                    class="quiet"
                    data-action="item-up"
                    disabled=at == 0
                    on:click=move |_| swap(editor, at, at.saturating_sub(1))
                >
                    {move || text().up}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="item-down"
                    on:click=move |_| swap(editor, at, at + 1)
                >
                    {move || text().down}
                </button>
                <button
                    type="button"
                    class="quiet danger"
                    data-action="remove-item"
                    on:click=move |_| remove(editor, id)
                >
                    {move || text().remove}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Measures for the item's factor that it does not have yet, each added by a press.
fn suggestions(editor: Editor, id: u64, evidence: &Evidence) -> AnyView {
    let place = Place::Item(id, ItemPart::Actions);
    let (factor, criterion) = (&evidence.factor, &evidence.criterion);
    let measures = editor
        .shelf
        .with(|shelf| measures::lines(shelf, factor, criterion, spoken().code()));
    let own = editor.text(place);
    let missing = measures
        .lines()
        .map(str::trim)
        .filter(|one| !one.is_empty());
    let missing = missing.filter(|one| !own.lines().any(|line| line.trim() == *one));
    let items: Vec<AnyView> = missing
        .map(|one| {
            let one = one.to_owned();
            let label = ["+ ", &one].concat();
            view! {
                <li>
                    <button
                        type="button"
                        class="quiet"
                        data-action="add-measure"
                        on:click=move |_| {
                            let own = editor.text(place);
                            let own = own.trim_end();
                            let gap = if own.is_empty() { "" } else { "\n" };
                            editor.write(place, &[own, gap, &one].concat());
                        }
                    >
                        {label}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="explain">
            <summary>{text().suggestions}</summary>
            <ul class="suggestions">{items}</ul>
        </details>
    }
    .into_any()
}

/// What an item answers to, and what has changed since.
fn told(editor: Editor, evidence: &Evidence) -> AnyView {
    let lines = lines(editor.staff, &[editor.staff.questionnaire.get()], evidence);
    // Follows the ballots.
    editor.staff.reading.track();
    let since = evidence
        .figure
        .map(|_| since(plans::changed(editor.staff, evidence)));
    view! {
        {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        {since}
    }
    .into_any()
}

/// The evidence in sentences; `known` are the questionnaires there are, of which its own names the answers that count.
pub fn lines(staff: Staff, known: &[&Questionnaire], evidence: &Evidence) -> Vec<String> {
    let text = text();
    // The answers that count where the criterion speaks of something bad.
    let own = known.iter().find(|one| one.id == evidence.questionnaire);
    let counted = own.and_then(|own| {
        let mut reversed = own.criteria().filter(|one| one.negative);
        let found = reversed.find(|one| one.id == evidence.criterion)?;
        Some(names(staff, own).counted(found))
    });
    let language = spoken();
    let code = language.code();
    let Some(figure) = evidence.figure else {
        return vec![text.no_evidence.to_owned()];
    };
    let days = match evidence.days {
        (Some(from), Some(until)) => {
            let day = sipas_formats::day::shown_day;
            [day(from), " – ".to_owned(), day(until)].concat()
        }
        _ => String::new(),
    };
    let interval = figure
        .limits
        .map_or_else(|| "–".to_owned(), |found| limits(found, language));
    let parts = [
        figures::share(figure.value, code),
        grouped(figure.rate.satisfied, code),
        grouped(figure.rate.counted, code),
        interval,
        days,
        counted.clone().unwrap_or_default(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (told, comments) = if counted.is_some() {
        let words = naming::text();
        (words.evidence, words.evidence_comments)
    } else {
        (text.evidence, text.evidence_comments)
    };
    let mut line = fill(told, &parts);
    if let Some(target) = evidence.target {
        line.push(' ');
        line.push_str(&fill(
            text.evidence_target,
            &[&target_name(target, language)],
        ));
    }
    if let Some(last) = evidence.last {
        line.push(' ');
        line.push_str(&fill(text.evidence_last, &[&figures::share(last, code)]));
    }
    if let Some((said, of)) = evidence.comments.filter(|(_, of)| *of > 0) {
        line.push(' ');
        let (said, of) = (grouped(said, code), grouped(of, code));
        line.push_str(&fill(comments, &[&said, &of]));
    }
    vec![line]
}

fn since(found: Result<(Period, sipas_core::plan::Since), NotComparable>) -> AnyView {
    let text = text();
    let language = spoken();
    let (period, since) = match found {
        Ok(found) => found,
        Err(why) => {
            let [
                none_then,
                no_interval_then,
                none_now,
                no_interval_now,
                other,
            ] = text.not_comparable;
            let line = match why {
                NotComparable::NoneThen => none_then,
                NotComparable::NoIntervalThen => no_interval_then,
                NotComparable::NoneNow => none_now,
                NotComparable::NoIntervalNow => no_interval_now,
                NotComparable::OtherQuestionnaire => other,
            };
            return view! { <p class="hint" data-since="none">{line}</p> }.into_any();
        }
    };
    let [higher, lower, open] = text.changes;
    let (name, word) = match since.difference.change() {
        Change::Higher => ("higher", higher),
        Change::Lower => ("lower", lower),
        Change::NotShown => ("not-shown", open),
    };
    let parts = [
        capital(&period_name(super::super::report::text(), period)),
        figures::share(since.now, language.code()),
        signed_points(since.difference.value, language),
        points(since.difference.low, language),
        points(since.difference.high, language),
        word.to_owned(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut line = fill(text.since, &parts);
    let [met, not, unknown] = text.verdicts;
    if let Some(verdict) = since.verdict {
        line.push(' ');
        line.push_str(match verdict {
            Verdict::Met => met,
            Verdict::NotMet => not,
            Verdict::NotEnoughEvidence => unknown,
        });
    }
    view! {
        <p class="note" data-since=name data-value=since.difference.value.to_string()>
            {line}
        </p>
    }
    .into_any()
}

/// Where two copies said different things without having seen each other: the other text, to take or leave.
pub fn doubt(editor: Editor, place: Place) -> AnyView {
    let others = Memo::new(move |_| {
        editor.plan.with(|plan| {
            let register = plan.as_ref().and_then(|plan| plan.register(place));
            let others = register.into_iter().flat_map(|one| one.set_aside());
            others
                .map(|edit| edit.text.clone())
                .collect::<Vec<String>>()
        })
    });
    let shown = move || {
        let items: Vec<AnyView> = others
            .get()
            .into_iter()
            .map(|other| {
                let line = fill(text().other_copy, &[&other]);
                view! {
                    <div class="doubt" role="alert">
                        <p>{line}</p>
                        <button
                            type="button"
                            class="secondary"
                            data-action="take-other"
                            on:click=move |_| editor.write(place, &other)
                        >
                            {text().take_other}
                        </button>
                        <button
                            type="button"
                            class="quiet"
                            data-action="keep-own"
                            on:click=move |_| {
                                let own = editor.text(place);
                                editor.write(place, &own);
                            }
                        >
                            {text().keep_own}
                        </button>
                    </div>
                }
                .into_any()
            })
            .collect();
        items
    };
    view! { {shown} }.into_any()
}
