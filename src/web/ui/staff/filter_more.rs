//! The filters most people leave alone: groups of respondents, formula, target, smallest published cell.

use super::filter::{ALL, own, typing};
use super::{spoken, text};
use crate::state::results::Console;
use leptos::prelude::*;
use sipas_core::compare::Comparator;
use sipas_core::console::Filter;
use sipas_core::index::{Formula, number_text};
use sipas_core::questionnaire::ChoiceQuestion;

/// Groups of respondents, formula, target, smallest cell.
pub fn more(console: Console) -> AnyView {
    let has_more = console.filter.with_untracked(|one| {
        let usual = Filter::default();
        !one.respondent.is_empty()
            || one.formula != usual.formula
            || one.target != usual.target
            || one.least != usual.least
    });
    let groups = move || {
        let questionnaire = console.staff.questionnaire.get();
        let questions = questionnaire.respondent.iter();
        questions
            .map(|question| group(console, question))
            .collect_view()
    };
    let formulas = move || {
        let current = console.filter.with(|one| one.formula);
        let all = Formula::ALL.iter().zip(own().formulas);
        all.map(|(formula, name)| {
            let chosen = *formula == current;
            let code = formula.name();
            view! { <option value=code prop:selected=chosen>{name}</option> }.into_any()
        })
        .collect_view()
    };
    let comparators = move || {
        let current = console.filter.with(|one| one.target.comparator);
        let names = own().comparators;
        [Comparator::AtLeast, Comparator::Above]
            .into_iter()
            .zip(names)
            .zip(["at-least", "above"])
            .map(|((one, name), code)| {
                let chosen = one == current;
                view! { <option value=code prop:selected=chosen>{name}</option> }.into_any()
            })
            .collect_view()
    };
    view! {
        <details class="more" open=has_more>
            <summary>{move || own().more}</summary>
            <div class="more-filters">
                {groups}
                <label>
                    <span>{move || own().formula}</span>
                    <select
                        data-filter="formula"
                        on:change=move |event| {
                            let name = event_target_value(&event);
                            console
                                .change(|one| {
                                    one.formula = Formula::from_name(&name).unwrap_or_default();
                                });
                        }
                    >
                        {formulas}
                    </select>
                </label>
                <label>
                    <span>{move || own().target_is}</span>
                    <select
                        data-filter="target-is"
                        on:change=move |event| {
                            let above = event_target_value(&event) == "above";
                            console
                                .change(|one| {
                                    one.target.comparator = if above {
                                        Comparator::Above
                                    } else {
                                        Comparator::AtLeast
                                    };
                                });
                        }
                    >
                        {comparators}
                    </select>
                </label>
                {typing(
                    "target",
                    || own().target,
                    || "90",
                    || own().target_wrong,
                    move || {
                        let share = console.filter.with(|one| one.target.share);
                        plain_percent(share, spoken().code())
                    },
                    move |value, finished| take_target(console, value, finished),
                )}
                {typing(
                    "least",
                    || own().least,
                    || "5",
                    || own().least_wrong,
                    move || console.filter.with(|one| one.least).to_string(),
                    move |value, finished| take_least(console, value, finished),
                )}
            </div>
        </details>
    }
    .into_any()
}

/// A share in per cent with as many decimals as it has, at most two: `90`, `87,5`.
pub fn plain_percent(share: f64, language: &str) -> String {
    let text = number_text(share * 100.0, 2, language);
    let cut = text.trim_end_matches('0').trim_end_matches([',', '.']);
    cut.to_owned()
}

fn take_target(console: Console, value: &str, finished: bool) -> bool {
    if !finished {
        return true;
    }
    let number: Option<f64> = value
        .trim()
        .trim_end_matches('%')
        .trim()
        .replace(',', ".")
        .parse()
        .ok();
    let Some(percent) = number.filter(|one| (0.0..=100.0).contains(one)) else {
        return false;
    };
    // Two decimals of a percentage, so that the address stays short.
    let share = (percent * 100.0 + 0.5).floor() / 10_000.0;
    if console
        .filter
        .with_untracked(|one| one.target.share != share)
    {
        console.change(|one| one.target.share = share);
    }
    true
}

fn take_least(console: Console, value: &str, finished: bool) -> bool {
    if !finished {
        return true;
    }
    let number = value.trim().parse().ok();
    let Some(least) = number.filter(|one| (1..=1000).contains(one)) else {
        return false;
    };
    if console.filter.with_untracked(|one| one.least != least) {
        console.change(|one| one.least = least);
    }
    true
}

/// One question about respondents.
fn group(console: Console, question: &'static ChoiceQuestion) -> AnyView {
    let staff = console.staff;
    let options = move || {
        let language = spoken().code();
        let current = console.filter.with(|one| {
            let of = one.respondent.iter().find(|(id, _)| *id == question.id);
            of.map(|(_, choice)| choice.clone())
        });
        let none = current.is_none();
        let rest = question.choices.iter().map(|choice| {
            let chosen = current.as_ref() == Some(&choice.code);
            let label = staff.setup.say(&choice.label, language);
            view! { <option value=choice.code.as_str() prop:selected=chosen>{label}</option> }
                .into_any()
        });
        let rest: Vec<AnyView> = rest.collect();
        view! {
            <option value=ALL prop:selected=none>{text().filter_all}</option>
            {rest}
        }
        .into_any()
    };
    let choose = move |value: String| {
        console.change(|one| {
            one.respondent.retain(|(id, _)| *id != question.id);
            if value != ALL {
                one.respondent.push((question.id.clone(), value));
            }
        });
    };
    view! {
        <label>
            <span>{move || staff.setup.say(&question.text, spoken().code())}</span>
            <select
                data-filter=["r.", &question.id].concat()
                on:change=move |event| choose(event_target_value(&event))
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}
