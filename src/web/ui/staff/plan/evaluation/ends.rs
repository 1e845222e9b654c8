//! What it comes to: the sentence at the head, totals with their classes, and the quarters one after the other.

use super::super::super::grouped;
use super::super::super::report::{capital, fill, period as period_name, text as report_text};
use super::desk::Desk;
use super::rows::said;
use super::{column_name, text};
use crate::state::evaluations;
use crate::state::pages::StaffPage;
use crate::state::reporting::Asked;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::evaluation::{Column, Evaluation, Past, Total, history};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::evaluation_table::{class_name, missing, points_text, signed};

/// The most points there are, as people read them.
pub fn most(questionnaire: &Questionnaire, language: &str) -> String {
    let criteria = questionnaire
        .factors
        .iter()
        .flat_map(|factor| &factor.criteria);
    let most: f64 = criteria
        .map(|criterion| {
            let levels = questionnaire.scale_of(criterion).levels.iter();
            levels.map(|level| level.score).fold(0.0, f64::max)
        })
        .sum();
    whole(questionnaire, most, language)
}

/// Points without needless decimals.
fn whole(questionnaire: &Questionnaire, points: f64, language: &str) -> String {
    let text = points_text(questionnaire, points, language);
    let short = text.trim_end_matches('0').trim_end_matches([',', '.']);
    if short.is_empty() { "0" } else { short }.to_owned()
}

/// The quarter in a sentence for each column, and what it rests on.
pub fn headline(desk: Desk) -> Option<AnyView> {
    let text = text();
    let language = spoken().code();
    let shown = desk.shown.get()?;
    let evaluation = desk.evaluation.get()?;
    let sentences: Vec<String> = Column::ALL
        .into_iter()
        .map(|column| {
            let total = evaluation.total(column);
            match missing(desk.questionnaire, total, &text.words) {
                Some(lacks) => fill(text.headline_missing, &[column_name(column), &lacks]),
                None => {
                    let class = class_words(desk, total.points.class.as_deref());
                    let points = points_text(desk.questionnaire, total.points.total, language);
                    let most = whole(desk.questionnaire, total.points.maximum, language);
                    fill(
                        text.headline,
                        &[column_name(column), &points, &most, &class],
                    )
                }
            }
        })
        .collect();
    let quarter = period_name(report_text(), shown.period);
    let counted = desk.counted.get();
    let counted = counted.get(&shown.period);
    let ballots = counted.map_or(0, |counted| counted.report.ballots);
    let others = counted.map_or(0, |counted| counted.others);
    let rests = if ballots == 0 {
        let [campaign, data] = text.ways;
        view! {
            <p>{fill(text.no_ballots, &[&quarter])}</p>
            <p class="actions row">
                <a class="secondary" href="#/staff/campaign">{campaign}</a>
                <a class="secondary" href="#/staff/data">{data}</a>
            </p>
        }
        .into_any()
    } else {
        let ballots = grouped(ballots, language);
        view! { <p>{fill(text.rests, &[&ballots])}</p> }.into_any()
    };
    let others = (others > 0).then(|| {
        let others = grouped(others, language);
        view! { <p class="hint">{fill(text.others, &[&others])}</p> }
    });
    Some(
        view! {
            <div class="sentence">
                <p>
                    <strong>{capital(&quarter)}</strong>
                </p>
                {sentences.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
            {rests}
            {others}
        }
        .into_any(),
    )
}

/// A class's name, or that there is none.
fn class_words(desk: Desk, code: Option<&str>) -> String {
    let name = class_name(desk.questionnaire, code, spoken().code());
    name.unwrap_or_else(|| text().words.no_class.to_owned())
}

/// Totals and history.
pub fn view(desk: Desk) -> AnyView {
    view! {
        <section data-section="totals">
            <h2>{move || text().totals}</h2>
            {move || desk.evaluation.get().map(|evaluation| totals(desk, &evaluation))}
            <p class="hint">{move || classes(desk)}</p>
        </section>
        <section data-section="history">
            <h2>{move || text().history}</h2>
            {move || past(desk)}
        </section>
    }
    .into_any()
}

/// Where the classes begin.
pub fn classes(desk: Desk) -> String {
    let language = spoken().code();
    let list: Vec<String> = desk
        .questionnaire
        .classes
        .iter()
        .map(|class| {
            let from = whole(desk.questionnaire, class.at_least, language);
            fill(text().class_from, &[class.label.get(language), &from])
        })
        .collect();
    fill(text().classes, &[&list.join("; ")])
}

fn totals(desk: Desk, evaluation: &Evaluation) -> AnyView {
    let text = text();
    let language = spoken().code();
    let count = evaluation.rows.len();
    let cells = Column::ALL.map(|column| {
        let total = evaluation.total(column);
        let figure = ["evaluation/total/", column.name()].concat();
        let code = total.points.class.clone();
        let class = class_words(desk, code.as_deref());
        let lacks = missing(desk.questionnaire, total, &text.words);
        let known = total.points.maximum > 0.0;
        let value = known.then(|| total.points.total.to_string());
        let unanswered = total.points.unanswered.len().to_string();
        view! {
            <div class="cell" role="group" aria-label=column_name(column)>
                <h3 aria-hidden="true">{column_name(column)}</h3>
                <p class="total" data-figure=figure data-value=value data-missing=unanswered>
                    {total_words(desk, total, count)}
                </p>
                <p data-column=column.name() data-class=code>
                    {text.words.class} ": " <strong>{class}</strong>
                </p>
                {lacks.map(|lacks| view! { <p class="note">{capital(&lacks)} "."</p> })}
            </div>
        }
        .into_any()
    });
    let difference = said(
        evaluation.difference(),
        text.differences,
        text.no_difference,
        language,
    );
    view! {
        <div class="columns">{cells.into_iter().collect_view()}</div>
        <p class="difference" data-figure="evaluation/total/difference">
            {difference}
        </p>
    }
    .into_any()
}

/// A total as people read it; of how many indicators where some are missing.
fn total_words(desk: Desk, total: &Total, count: usize) -> String {
    let text = text();
    let language = spoken().code();
    let points = points_text(desk.questionnaire, total.points.total, language);
    let most = whole(desk.questionnaire, total.points.maximum, language);
    let known = count.saturating_sub(total.points.unanswered.len());
    if known == count {
        fill(text.whole_total, &[&points, &most])
    } else if known == 0 {
        text.no_total.to_owned()
    } else {
        let (known, count) = (known.to_string(), count.to_string());
        fill(text.part_total, &[&points, &most, &known, &count])
    }
}

fn past(desk: Desk) -> Option<AnyView> {
    let text = text();
    let shown = desk.shown.get()?;
    let kept = desk.kept.get()?;
    let counted = desk.counted.get();
    let all = evaluations::all(desk.questionnaire, &counted, &kept.quarters, &shown.unit);
    let count = all
        .first()
        .map_or(0, |(_, evaluation)| evaluation.rows.len());
    let known = history(&all);
    if known.is_empty() {
        return Some(view! { <p class="hint">{text.history_short}</p> }.into_any());
    }
    let rows: Vec<AnyView> = known
        .iter()
        .enumerate()
        .rev()
        .map(|(at, one)| {
            let before = at.checked_sub(1).and_then(|at| known.get(at));
            line(desk, &shown.unit, one, before, count)
        })
        .collect();
    let heads = text
        .history_heads
        .map(|head| view! { <th scope="col">{head}</th> })
        .into_iter()
        .collect_view();
    let short = (known.len() < 2).then(|| view! { <p class="hint">{text.history_short}</p> });
    Some(
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=text.history>
                <table data-table="evaluation-history">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {short}
        }
        .into_any(),
    )
}

fn line(desk: Desk, unit: &str, one: &Past, before: Option<&Past>, count: usize) -> AnyView {
    let language = spoken().code();
    let name = capital(&period_name(report_text(), one.period));
    let asked = Asked {
        unit: Some(unit.to_owned()),
        period: Some(one.period),
        ..Asked::default()
    };
    let address = ["#", &asked.fragment(StaffPage::Evaluation.fragment())].concat();
    let is_shown = desk
        .shown
        .get()
        .is_some_and(|shown| shown.period == one.period);
    let current = is_shown.then_some("true");
    let code = one.total.points.class.clone();
    let class = if one.total.points.unanswered.is_empty() {
        class_words(desk, code.as_deref())
    } else {
        let names = [&one.total.between.0, &one.total.between.1];
        let names = names.map(|code| class_words(desk, code.as_deref()));
        let [lower, upper] = &names;
        if lower == upper {
            lower.clone()
        } else {
            names.join(" – ")
        }
    };
    let value = one.change.map(|change| change.to_string());
    let change = one.change.map_or_else(
        || why(one, before).to_owned(),
        |change| signed(change, language),
    );
    view! {
        <tr data-period=one.period.key()>
            <th scope="row">
                <a href=address aria-current=current>
                    {name}
                </a>
            </th>
            <td class="free">{total_words(desk, &one.total, count)}</td>
            <td data-class=code>{class}</td>
            <td>{column_name(one.column)}</td>
            <td class="free" data-change=value>
                {change}
            </td>
        </tr>
    }
    .into_any()
}

/// Why there is no change.
fn why(one: &Past, before: Option<&Past>) -> &'static str {
    let [none, lacks, columns] = text().no_change;
    let Some(before) = before.filter(|before| one.period.before() == before.period) else {
        return none;
    };
    let is_whole = |past: &Past| past.total.points.unanswered.is_empty();
    if is_whole(one) && is_whole(before) {
        columns
    } else {
        lacks
    }
}
