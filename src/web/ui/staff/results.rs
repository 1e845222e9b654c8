//! Results: one sentence, then figures, then each factor and criterion with its distribution.

use super::{criteria, figures, filter, grouped, text};
use crate::state::app::App;
use crate::state::setup::SetupError;
use crate::state::staff::{Reading, Staff};
use crate::ui::screens::notices::details;
use leptos::prelude::*;
use sipas_core::index::{Options, Report, Undefined, number_text, points, report};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Selection;

/// The page.
pub fn page() -> AnyView {
    let staff: Staff = expect_context();
    let empty = move || staff.with_ballots(<[_]>::is_empty);
    let body = move || match staff.reading.get() {
        Reading::Not => view! { <p>{text().loading}</p> }.into_any(),
        Reading::Blocked => view! { <p class="warning">{text().storage_error}</p> }.into_any(),
        Reading::Read(_) if empty() => nothing_yet(),
        Reading::Read(_) => view! {
            {filter::bar()}
            {move || staff.refused.get().map(refused)}
            {move || chosen(staff)}
        }
        .into_any(),
    };
    view! {
        <h1 tabindex="-1">{move || text().results_title}</h1>
        {super::paper::not_counted(staff)}
        {body}
    }
    .into_any()
}

/// Another questionnaire that could not be shown.
fn refused(error: SetupError) -> AnyView {
    let lines = details(&error)
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect_view();
    view! { <ul class="warning">{lines}</ul> }.into_any()
}

pub fn nothing_yet() -> AnyView {
    view! {
        <div class="empty" data-screen="empty">
            <h2>{text().empty_title}</h2>
            <p>{text().empty_what}</p>
            <a class="primary" href="#/kiosk">{text().open_kiosk}</a>
        </div>
    }
    .into_any()
}

/// The figures of the ballots the filter chooses.
fn chosen(staff: Staff) -> AnyView {
    let questionnaire = staff.questionnaire.get();
    let selection = Selection {
        questionnaire: Some(questionnaire.id.clone()),
        ..staff.selection.get()
    };
    let (figures, others) = staff.with_ballots(|ballots| {
        let fitting = || ballots.iter().filter(|ballot| selection.matches(ballot));
        let same = |version: u32| version == questionnaire.version;
        let counted = fitting().filter(|ballot| same(ballot.context.version));
        let others = fitting()
            .filter(|ballot| !same(ballot.context.version))
            .count();
        (report(questionnaire, counted, &Options::default()), others)
    });
    let note = (others > 0 || figures.unfit > 0).then(|| {
        let mut line = (others as u64 + figures.unfit).to_string();
        line.push(' ');
        line.push_str(text().other_versions);
        view! { <p class="warning">{line}</p> }
    });
    if figures.ballots == 0 {
        return view! {
            {note}
            <p class="empty">{text().no_match}</p>
        }
        .into_any();
    }
    view! {
        {note}
        {sentence(staff, questionnaire, &figures)}
        {tiles(&figures)}
        <p class="hint">
            {if questionnaire.factors.is_empty() {
                text().formula_general
            } else {
                text().formula_pooled
            }}
        </p>
        {points_of(questionnaire, &figures)}
        {factors(staff, questionnaire, &figures)}
        {criteria::section(staff, questionnaire, &figures)}
        {reasons(staff, questionnaire, &figures)}
    }
    .into_any()
}

/// The results in one sentence.
fn sentence(staff: Staff, questionnaire: &'static Questionnaire, report: &Report) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    let mut line = text.sentence_index.to_owned();
    line.push_str(
        &report
            .overall
            .percent(language)
            .unwrap_or_else(|_| text.undefined.to_owned()),
    );
    line.push_str(if language == "en" { "% (" } else { " % (" });
    line.push_str(&grouped(report.overall.rate.satisfied, language));
    line.push_str(text.sentence_of);
    line.push_str(&grouped(report.overall.rate.counted, language));
    line.push_str(text.sentence_answers);
    line.push_str("). ");
    let lowest = questionnaire
        .criteria()
        .zip(&report.criteria)
        .filter_map(|(criterion, figure)| Some((figure.figure.value.ok()?, criterion, figure)))
        .min_by(|one, other| one.0.total_cmp(&other.0));
    if let Some((_, criterion, figure)) = lowest.filter(|_| report.criteria.len() > 1) {
        line.push_str(text.sentence_lowest);
        line.push_str(&staff.setup.say(&criterion.text, language));
        line.push_str(" (");
        line.push_str(&figure.figure.percent(language).unwrap_or_default());
        line.push_str(if language == "en" { "%)." } else { " %)." });
    }
    view! { <p class="sentence">{line}</p> }.into_any()
}

fn tiles(report: &Report) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    view! {
        <div class="tiles">
            <div class="tile">
                <span>{text.overall}</span>
                <strong>
                    {figures::rate(
                        "index/overall".to_owned(),
                        &report.overall,
                        language,
                        text.undefined,
                    )}
                </strong>
                <span>{text.interval} ": " {figures::interval(&report.overall, language)}</span>
                <span>{figures::fraction(report.overall.rate, language)}</span>
            </div>
            <div class="tile">
                <span>{text.ballots}</span>
                <strong>
                    <span
                        class="figure"
                        data-figure="count/ballots"
                        data-value=report.ballots.to_string()
                    >
                        {grouped(report.ballots, language)}
                    </span>
                </strong>
                <span>
                    <span data-figure="count/stopped" data-value=report.stopped.to_string()>
                        {grouped(report.stopped, language)}
                    </span>
                    " "
                    {text.stopped}
                </span>
            </div>
        </div>
    }
    .into_any()
}

fn factors(staff: Staff, questionnaire: &'static Questionnaire, report: &Report) -> AnyView {
    if report.factors.is_empty() {
        return ().into_any();
    }
    let text = text();
    let language = App::here().language().code();
    let rows = questionnaire
        .factors
        .iter()
        .zip(&report.factors)
        .map(|(factor, figure)| {
            let mut name = String::from("index/factor/");
            name.push_str(&factor.id);
            let (blank, na) = figures::missing(figure.figure.missing, language);
            let mean = figure.mean.and_then(sipas_core::index::Mean::value);
            view! {
                <tr>
                    <th scope="row">{staff.setup.say(&factor.title, language)}</th>
                    <td>{figures::rate(name, &figure.figure, language, text.undefined)}</td>
                    <td>{figures::interval(&figure.figure, language)}</td>
                    <td>{grouped(figure.figure.rate.satisfied, language)}</td>
                    <td>{grouped(figure.figure.rate.counted, language)}</td>
                    <td>{blank}</td>
                    <td>{na}</td>
                    <td>{score(mean, language)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <h2>{text.factors_title}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=text.factors_title>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text.factor}</th>
                        <th scope="col">{text.rate}</th>
                        <th scope="col">{text.interval}</th>
                        <th scope="col">{text.satisfied}</th>
                        <th scope="col">{text.counted}</th>
                        <th scope="col">{text.blank}</th>
                        <th scope="col">{text.not_applicable}</th>
                        <th scope="col">{text.mean}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A mean score with two decimals.
pub fn score(value: Result<f64, Undefined>, language: &str) -> String {
    value.map_or_else(|_| "–".to_owned(), |value| number_text(value, 2, language))
}

/// The points citizens gave, for a questionnaire with classes.
fn points_of(questionnaire: &'static Questionnaire, report: &Report) -> AnyView {
    if questionnaire.classes.is_empty() {
        return ().into_any();
    }
    let language = App::here().language().code();
    let Ok(found) = points(questionnaire, report) else {
        return ().into_any();
    };
    let mut line = text().points_title.to_owned();
    line.push_str(": ");
    line.push_str(&number_text(found.total, 2, language));
    line.push_str(" / ");
    line.push_str(&number_text(found.maximum, 0, language));
    view! { <p data-figure="points/total" data-value=found.total.to_string()>{line}</p> }.into_any()
}

fn reasons(staff: Staff, questionnaire: &'static Questionnaire, report: &Report) -> AnyView {
    let Some(reasons) = questionnaire.reasons.as_ref() else {
        return ().into_any();
    };
    let text = text();
    let language = App::here().language().code();
    let rows = reasons
        .choices
        .iter()
        .zip(&report.reasons)
        .map(|(choice, (code, count))| {
            let mut name = String::from("count/reason/");
            name.push_str(code);
            view! {
                <tr>
                    <th scope="row">{staff.setup.say(&choice.label, language)}</th>
                    <td data-figure=name data-value=count.to_string()>
                        {grouped(*count, language)}
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <h2>{text.reasons_title}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=text.reasons_title>
            <table>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
