//! The scorecard as a table, with what is wrong with it above and the survey's points below.

use super::super::super::report::fill;
use super::{Scores, text};
use crate::platform::page as document;
use crate::state::scores;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::decimal::Hundredths;
use sipas_core::index::percent;
use sipas_core::scorecard::{Area, Flaw, Mark, NoTotal, Scorecard};

/// The table.
pub fn view(page: Scores, card: &Scorecard) -> AnyView {
    let two = card.years.len() > 1;
    let rows: Vec<AnyView> = card
        .areas
        .iter()
        .enumerate()
        .map(|(place, area)| row(page, place, area, two))
        .collect();
    let years = card.years.iter().map(|year| {
        let heading = fill(text().of_year, &[&year.to_string()]);
        view! { <th scope="col">{heading}</th> }
    });
    let surveys: Vec<AnyView> = card
        .areas
        .iter()
        .enumerate()
        .filter(|(_, area)| area.survey)
        .filter_map(|(place, area)| survey(page, place, area, card))
        .collect();
    view! {
        {flaws(page, card)}
        <div class="scroll" tabindex="0" role="region" aria-label=text().title>
            <table data-table="scores">
                <thead>
                    <tr>
                        <th scope="col">{text().area}</th>
                        {years.collect_view()}
                        {two.then(|| view! { <th scope="col">{text().change}</th> })}
                        <th scope="col">{text().survey}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>{totals(card)}</tfoot>
            </table>
        </div>
        {surveys}
        <p class="actions row">
            <button
                type="button"
                class="secondary"
                data-action="scores-remove"
                on:click=move |_| {
                    page.set(None);
                    document::focus_after_paint("[data-action=scores-undo]", false);
                }
            >
                {text().remove}
            </button>
        </p>
    }
    .into_any()
}

fn said(number: Hundredths) -> String {
    number.text(spoken().code())
}

fn mark(mark: &Mark) -> String {
    let score = mark.score.map_or_else(|| "–".to_owned(), said);
    [score.as_str(), " / ", &said(mark.maximum)].concat()
}

/// With its sign, because a change may be either way.
fn change(change: Option<Hundredths>) -> String {
    match change {
        Some(change) if change > Hundredths(0) => ["+", &said(change)].concat(),
        Some(change) => said(change),
        None => "–".to_owned(),
    }
}

/// The table is drawn again with every step; whoever works by keys goes on at the area's mark.
fn back_to_mark() {
    document::focus_after_paint("[data-here=true]", false);
}

fn row(page: Scores, place: usize, area: &Area, two: bool) -> AnyView {
    let marks = area
        .marks
        .iter()
        .map(|one| view! { <td>{mark(one)}</td> })
        .collect_view();
    let survey = area.survey;
    let is_here = page.here.get_value() == Some(place);
    let label = fill(text().is_survey, &[&area.name]);
    view! {
        <tr>
            <th scope="row">{area.name.clone()}</th>
            {marks}
            {two.then(|| view! { <td>{change(area.change())}</td> })}
            <td>
                <label>
                    <input
                        type="checkbox"
                        data-here=is_here.to_string()
                        aria-label=label
                        prop:checked=survey
                        on:change=move |_| {
                            page.here.set_value(Some(place));
                            page.change(|card| {
                                if let Some(area) = card.areas.get_mut(place) {
                                    area.survey = !survey;
                                }
                            });
                            back_to_mark();
                        }
                    />
                </label>
            </td>
        </tr>
    }
    .into_any()
}

fn totals(card: &Scorecard) -> AnyView {
    let text = text();
    let two = card.years.len() > 1;
    let all: Vec<_> = card.years.iter().map(|year| card.total(*year)).collect();
    let cells = all.iter().zip(&card.years).map(|(total, year)| {
        let figure = ["score/total/", &year.to_string()].concat();
        match total {
            Ok(total) => {
                let both = Mark {
                    score: Some(total.score),
                    maximum: total.maximum,
                };
                let value = total.score.text("en");
                view! {
                    <td data-figure=figure data-value=value>
                        {mark(&both)}
                    </td>
                }
                .into_any()
            }
            Err(NoTotal::Flawed) => {
                view! { <td data-figure=figure>{text.no_total}</td> }.into_any()
            }
            Err(NoTotal::NoScore | NoTotal::NoSuchYear) => {
                view! { <td data-figure=figure>{text.total_unknown}</td> }.into_any()
            }
        }
    });
    let cells = cells.collect_view();
    let difference = match card.years.as_slice() {
        [first, .., last] => card.change(*first, *last).ok(),
        _ => None,
    };
    let carried = all
        .iter()
        .flatten()
        .any(|total| total.without_survey)
        .then(|| {
            let cells = all.iter().map(|total| {
                let total = total.as_ref().ok().and_then(|total| total.rescaled());
                view! { <td>{total.map_or_else(|| "–".to_owned(), said)}</td> }
            });
            view! {
                <tr>
                    <th scope="row">{text.rescaled}</th>
                    {cells.collect_view()}
                    {two.then(|| view! { <td>{change(difference)}</td> })}
                    <td></td>
                </tr>
            }
        });
    let is_carried = carried.is_some();
    view! {
        <tr>
            <th scope="row">{text.total}</th>
            {cells}
            {two.then(|| {
                let shown = if is_carried { String::new() } else { change(difference) };
                view! { <td>{shown}</td> }
            })}
            <td></td>
        </tr>
        {carried}
    }
    .into_any()
}

/// What is wrong with the table.
fn flaws(page: Scores, card: &Scorecard) -> AnyView {
    let text = text();
    let mixed = page.mixed.get();
    let mut lines: Vec<(bool, String)> = Vec::new();
    for flaw in card.flaws() {
        lines.push((flaw.refuses(), sentence(card, &flaw)));
    }
    if !mixed.is_empty() {
        lines.push((false, fill(text.mixed, &[&mixed.join("; ")])));
    }
    if lines.is_empty() {
        return view! { <p data-scores="flawless">{text.flawless}</p> }.into_any();
    }
    let lines = lines.into_iter().map(|(refuses, line)| {
        let kind = if refuses { text.refused } else { text.flagged };
        view! {
            <li>
                <strong>{kind}</strong>
                <span>{line}</span>
            </li>
        }
    });
    view! {
        <h2>{text.flaws}</h2>
        <ul class="flaws" data-scores="flaws">
            {lines.collect_view()}
        </ul>
    }
    .into_any()
}

fn sentence(card: &Scorecard, flaw: &Flaw) -> String {
    let text = text();
    let name = |place: usize| card.areas.get(place).map_or("", |area| area.name.as_str());
    match flaw {
        Flaw::AboveMaximum {
            area,
            year,
            score,
            maximum,
        } => {
            let (score, maximum) = (said(*score), said(*maximum));
            fill(
                text.above,
                &[name(*area), &year.to_string(), &score, &maximum],
            )
        }
        Flaw::BelowZero { area, year } => fill(text.below, &[name(*area), &year.to_string()]),
        Flaw::ChangeNotDifference {
            area,
            printed,
            actual,
        } => {
            let name = area.map_or(text.total, name);
            fill(text.change_wrong, &[name, &said(*printed), &said(*actual)])
        }
        Flaw::MaximaNotHundred { year, sum } => {
            fill(text.maxima, &[&year.to_string(), &said(*sum)])
        }
        Flaw::TotalNotSum {
            year,
            printed,
            actual,
        } => {
            let (printed, actual) = (mark(printed), mark(actual));
            fill(text.total_wrong, &[&year.to_string(), &printed, &actual])
        }
        Flaw::NoScore { area, year } => fill(text.no_score, &[name(*area), &year.to_string()]),
        Flaw::SameName { area } => fill(text.same_name, &[name(*area)]),
    }
}

/// The survey's points of the latest year, and taking them over.
fn survey(page: Scores, place: usize, area: &Area, card: &Scorecard) -> Option<AnyView> {
    let text = text();
    let year = *card.years.last()?;
    let last = *area.marks.last()?;
    let put = move |score: Option<Hundredths>| {
        page.here.set_value(Some(place));
        page.change(|card| {
            let area = card.areas.get_mut(place);
            if let Some(mark) = area.and_then(|area| area.marks.last_mut()) {
                mark.score = score;
            }
        });
        back_to_mark();
    };
    let found = scores::surveyed(page.staff, year, last.maximum);
    let language = spoken().code();
    let line = match found {
        Some((rate, points)) => {
            let share = percent(rate, language).unwrap_or_default();
            let (satisfied, counted) = (rate.satisfied.to_string(), rate.counted.to_string());
            let (maximum, points) = (said(last.maximum), said(points));
            let year = year.to_string();
            fill(
                text.surveyed,
                &[&year, &share, &satisfied, &counted, &maximum, &points],
            )
        }
        None => fill(text.not_surveyed, &[&year.to_string()]),
    };
    let take = found.filter(|(_, points)| last.score != Some(*points));
    let take = take.map(|(_, points)| {
        view! {
            <button
                type="button"
                class="primary"
                data-action="scores-take"
                on:click=move |_| put(Some(points))
            >
                {fill(text.take, &[&said(points)])}
            </button>
        }
    });
    let none = last.score.is_some().then(|| {
        view! {
            <button
                type="button"
                class="secondary"
                data-action="scores-no-survey"
                on:click=move |_| put(None)
            >
                {text.no_survey}
            </button>
        }
    });
    Some(
        view! {
            <section class="points">
                <h2>{area.name.clone()}</h2>
                <p>{line}</p>
                <p class="actions row">{take} {none}</p>
            </section>
        }
        .into_any(),
    )
}
