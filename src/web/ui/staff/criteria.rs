//! Criteria: the distribution of levels as a chart, and the table with the same figures.

use super::{figures, grouped, results, text};
use crate::state::app::App;
use crate::state::staff::Staff;
use crate::ui::charts;
use leptos::prelude::*;
use sipas_core::chart::{bars, tone};
use sipas_core::index::{CriterionFigure, Report, percent_text};
use sipas_core::questionnaire::{Criterion, Questionnaire, Scale};

/// One chart and table for each scale the criteria are answered on.
pub fn section(staff: Staff, questionnaire: &'static Questionnaire, report: &Report) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    let names = questionnaire
        .criteria()
        .map(|criterion| {
            (
                criterion.id.clone(),
                staff.setup.say(&criterion.text, language),
            )
        })
        .collect();
    let tables = questionnaire
        .scales
        .iter()
        .map(|scale| {
            let rows: Vec<_> = questionnaire
                .criteria()
                .zip(&report.criteria)
                .filter(|(criterion, _)| criterion.scale == scale.id)
                .collect();
            if rows.is_empty() {
                ().into_any()
            } else {
                table(staff, scale, &rows)
            }
        })
        .collect_view();
    view! {
        <h2>{text.criteria_title}</h2>
        <figure>
            <figcaption>{text.distribution}</figcaption>
            {charts::distribution(bars(questionnaire, report), names, text.chart_label)}
        </figure>
        {tables}
    }
    .into_any()
}

/// The criteria answered on one scale, with a column for each of its levels.
fn table(
    staff: Staff,
    scale: &'static Scale,
    rows: &[(&'static Criterion, &CriterionFigure)],
) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    let levels = scale
        .levels
        .iter()
        .map(|level| {
            view! {
                <th scope="col">
                    <span class="swatch" data-tone=tone(&scale.levels, level).to_string()></span>
                    {staff.setup.say(&level.label, language)}
                </th>
            }
            .into_any()
        })
        .collect_view();
    let lines = rows
        .iter()
        .map(|(criterion, figure)| line(staff, criterion, figure, language))
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=text.criteria_title>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text.criterion}</th>
                        <th scope="col">{text.rate}</th>
                        {levels}
                        <th scope="col">{text.counted}</th>
                        <th scope="col">{text.blank}</th>
                        <th scope="col">{text.not_applicable}</th>
                        <th scope="col">{text.mean}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(
    staff: Staff,
    criterion: &'static Criterion,
    figure: &CriterionFigure,
    language: &'static str,
) -> AnyView {
    let mut name = String::from("index/criterion/");
    name.push_str(&criterion.id);
    let counted = figure.figure.rate.counted;
    let levels = figure
        .levels
        .iter()
        .map(|(code, count)| {
            let mut name = String::from("count/level/");
            name.push_str(&criterion.id);
            name.push('/');
            name.push_str(code);
            let share = percent_text(*count, counted, 1, language).unwrap_or_default();
            view! {
                <td data-figure=name data-value=count.to_string()>
                    {grouped(*count, language)}
                    <small>{share}</small>
                </td>
            }
            .into_any()
        })
        .collect_view();
    let (blank, na) = figures::missing(figure.figure.missing, language);
    view! {
        <tr>
            <th scope="row">{staff.setup.say(&criterion.text, language)}</th>
            <td>{figures::rate(name, &figure.figure, language, text().undefined)}</td>
            {levels}
            <td>{grouped(counted, language)}</td>
            <td>{blank}</td>
            <td>{na}</td>
            <td>{results::score(figure.mean.value(), language)}</td>
        </tr>
    }
    .into_any()
}
