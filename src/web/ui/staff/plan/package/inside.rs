//! What goes into the package, part by part, and where to make what is not there yet.

use super::super::super::figures;
use super::super::super::report::fill;
use super::{named, text};
use crate::state::packing::{Evaluated, Gathered, Surveyed};
use crate::state::pages::StaffPage;
use crate::state::reporting::Asked;
use crate::state::staff::Staff;
use crate::text::report;
use crate::ui::staff::{grouped, spoken};
use leptos::prelude::*;
use sipas_core::evaluation::Total;
use sipas_core::package::{PlanStatus, ScoreStatus};
use sipas_core::selection::Day;
use sipas_formats::evaluation_table::{class_name, points_text};

/// The list.
pub fn view(staff: Staff, found: &Gathered) -> AnyView {
    let language = spoken().code();
    let words = text();
    let surveys = found.surveys.iter().map(|one| {
        let title = staff.setup.say(&one.questionnaire.title, language);
        let mark = ["package/", &one.questionnaire.id].concat();
        let count = one.report.ballots.to_string();
        view! {
            <div>
                <dt>{title}</dt>
                <dd data-figure=mark data-value=count>
                    {survey(one)}
                </dd>
                <dd class="hint">{words.survey_files}</dd>
            </div>
        }
        .into_any()
    });
    let [plan_name, evaluation_name, scores_name] = words.parts;
    let [no_plan, no_evaluation, no_scores] = words.none;
    let [plan_way, evaluation_way, scores_way] = words.ways;
    // Quarter and unit go along, so that what is made there is what is missing here.
    let asked = Asked {
        unit: found.unit.clone(),
        period: Some(found.period),
        ..Asked::default()
    };
    let plans = if found.plans.is_empty() {
        Err(no_plan)
    } else {
        Ok(plans(found))
    };
    let evaluation = found.evaluation.as_ref().map(evaluation);
    let scores = found.card.as_ref().and_then(ScoreStatus::of).map(scores);
    let missing = found
        .missing
        .iter()
        .map(|id| view! { <p class="warning">{fill(words.missing, &[id])}</p> }.into_any());
    let others = (found.others > 0).then(|| {
        let count = grouped(found.others, language);
        view! { <p class="warning">{fill(report::sentences(spoken()).others, &[&count])}</p> }
    });
    let unreadable = (found.unreadable > 0).then(|| {
        let count = found.unreadable.to_string();
        view! { <p class="warning">{fill(words.unreadable, &[&count])}</p> }
    });
    view! {
        <section class="card" data-section="package-inside">
            <h2>{words.inside} ": " {named(found.period)}</h2>
            <dl class="inside">
                {surveys.collect_view()}
                {part("plans", plan_name, plans, plan_way, asked.fragment(StaffPage::Plan.fragment()))}
                {part(
                    "evaluation",
                    evaluation_name,
                    evaluation.ok_or(no_evaluation),
                    evaluation_way,
                    asked.fragment(StaffPage::Evaluation.fragment()),
                )}
                {part(
                    "scores",
                    scores_name,
                    scores.ok_or(no_scores),
                    scores_way,
                    StaffPage::Scores.fragment().to_owned(),
                )}
            </dl>
            {missing.collect_view()}
            {others}
            {unreadable}
        </section>
    }
    .into_any()
}

/// A part that is there in words, or the way to where it is made.
fn part(
    mark: &'static str,
    name: &'static str,
    what: Result<String, &'static str>,
    way: &'static str,
    fragment: String,
) -> AnyView {
    let there = what.is_ok();
    let said = match what {
        Ok(said) => view! { <dd>{said}</dd> }.into_any(),
        Err(none) => {
            let address = ["#", &fragment].concat();
            view! {
                <dd class="hint">{none}</dd>
                <dd>
                    <a class="way" href=address>
                        {way}
                    </a>
                </dd>
            }
            .into_any()
        }
    };
    view! {
        <div data-part=mark data-there=there.to_string()>
            <dt>{name}</dt>
            {said}
        </div>
    }
    .into_any()
}

fn survey(one: &Surveyed) -> String {
    let language = spoken().code();
    let figure = &one.report.overall;
    let ballots = grouped(one.report.ballots, language);
    let value = figures::written(figure, language);
    if figure.interval.is_ok() {
        let interval = figures::interval(figure, language);
        fill(text().survey, &[&ballots, &value, &interval])
    } else {
        fill(text().survey_plain, &[&ballots, &value])
    }
}

fn plans(found: &Gathered) -> String {
    let today = Day::at(crate::platform::clock::now());
    let all = found
        .plans
        .iter()
        .map(|plan| PlanStatus::of(plan, "", today));
    let (mut items, mut done, mut late) = (0, 0, 0);
    for one in all {
        items += one.items;
        done += one.done;
        late += one.late;
    }
    let parts = [
        found.plans.len().to_string(),
        items.to_string(),
        done.to_string(),
        late.to_string(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    fill(text().plans, &parts)
}

fn evaluation(one: &Evaluated) -> String {
    let columns =
        [&one.evaluation.assessed, &one.evaluation.verified].map(|total| column(one, total));
    let [assessed, verified] = &columns;
    fill(text().evaluation, &[assessed, verified])
}

fn column(one: &Evaluated, total: &Total) -> String {
    let language = spoken().code();
    let points = points_text(one.questionnaire, total.points.total, language);
    let missing = total.points.unanswered.len();
    let what = if missing > 0 {
        fill(text().column_missing, &[&missing.to_string()])
    } else {
        let class = total.points.class.as_deref();
        class_name(one.questionnaire, class, language).unwrap_or_default()
    };
    fill(text().column, &[&points, &what])
}

fn scores(status: ScoreStatus) -> String {
    let language = spoken().code();
    let year = status.year.to_string();
    match status.total {
        Some((score, maximum)) => {
            let (score, maximum) = (score.text(language), maximum.text(language));
            fill(text().scores, &[&year, &score, &maximum])
        }
        None => fill(text().scores_no_total, &[&year]),
    }
}
