//! The appendix: answers at each level, and the questionnaire as it was asked.

use super::paper::Context;
use super::text;
use super::writing::{fill, number};
use leptos::prelude::*;
use sipas_core::index::CriterionFigure;
use sipas_core::questionnaire::{ChoiceQuestion, Criterion, Factor, Scale};
use sipas_core::wording::Wording;

/// The appendix, on a page of its own.
pub fn appendix(context: &Context<'_>) -> AnyView {
    let text = text();
    let questionnaire = context.paper.questionnaire;
    let say = |wording: &Wording| context.names().say(wording);
    let levels = questionnaire
        .scales
        .iter()
        .map(|scale| level_table(context, scale))
        .collect_view();
    let title = fill(
        text.questionnaire,
        &[
            &say(&questionnaire.title),
            &questionnaire.version.to_string(),
        ],
    );
    let scales = questionnaire
        .scales
        .iter()
        .map(|scale| scale_lines(context, scale))
        .collect_view();
    let factors = questionnaire
        .factors
        .iter()
        .map(|factor| factor_lines(context, factor))
        .collect_view();
    let general = questionnaire
        .general
        .as_ref()
        .map(|criterion| view! { <p class="asked">{say(&criterion.text)}</p> });
    let reasons = questionnaire.reasons.as_ref().map(|reasons| {
        let choices = reasons.choices.iter().map(|choice| say(&choice.label));
        let choices: Vec<String> = choices.collect();
        view! {
            <p class="asked">{say(&reasons.text)}</p>
            <p class="choices">{choices.join(" · ")}</p>
        }
    });
    let comment = questionnaire.comment.as_ref().map(|comment| {
        view! {
            <h4>{text.comment}</h4>
            <p class="asked">{say(&comment.text)}</p>
        }
    });
    let respondent = (!questionnaire.respondent.is_empty()).then(|| {
        let lines = questionnaire
            .respondent
            .iter()
            .map(|question| choice_lines(context, question))
            .collect_view();
        view! {
            <h4>{text.respondent}</h4>
            {lines}
        }
    });
    view! {
        <section class="appendix">
            <h2>
                <span class="kind">{text.appendix}</span>
            </h2>
            {levels}
            <h3>{title}</h3>
            {scales}
            {factors}
            {general}
            {reasons}
            {comment}
            {respondent}
        </section>
    }
    .into_any()
}

/// How many answers each level has, for the published criteria on one scale.
fn level_table(context: &Context<'_>, scale: &'static Scale) -> AnyView {
    let text = text();
    let rows: Vec<(&'static Criterion, &CriterionFigure)> = context
        .criteria()
        .filter(|(criterion, _)| criterion.scale == scale.id)
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    let caption = context.table(text.levels_caption);
    let heads = scale
        .levels
        .iter()
        .map(|level| {
            let label = context.names().say(&level.label);
            view! { <th scope="col">{label}</th> }.into_any()
        })
        .collect_view();
    let lines = rows
        .into_iter()
        .map(|(criterion, figure)| {
            let counts = figure
                .levels
                .iter()
                .map(|(code, count)| {
                    let name = ["count/level/", &figure.id, "/", code].concat();
                    view! {
                        <td data-figure=name data-value=count.to_string()>
                            {number(*count)}
                        </td>
                    }
                    .into_any()
                })
                .collect_view();
            let missing = figure.figure.missing;
            view! {
                <tr>
                    <th scope="row">
                        {context.names().short(criterion)}
                    </th>
                    {counts}
                    <td>{number(missing.blank)}</td>
                    <td>{number(missing.not_applicable)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="level-counts">
            <caption>{caption.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{text.criterion}</th>
                    {heads}
                    <th scope="col">{text.blank}</th>
                    <th scope="col">{text.not_applicable}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table></div>
    }
    .into_any()
}

fn scale_lines(context: &Context<'_>, scale: &'static Scale) -> AnyView {
    let questionnaire = context.paper.questionnaire;
    if questionnaire.criteria().all(|one| one.scale != scale.id) {
        return ().into_any();
    }
    let text = text();
    let levels: Vec<String> = scale
        .levels
        .iter()
        .map(|level| {
            let mut label = context.names().say(&level.label);
            if level.satisfied {
                label.push_str(" (");
                label.push_str(text.counts);
                label.push(')');
            }
            label
        })
        .collect();
    view! { <p class="choices">{text.scale} ": " {levels.join(" · ")}</p> }.into_any()
}

fn factor_lines(context: &Context<'_>, factor: &'static Factor) -> AnyView {
    let say = |wording: &Wording| context.names().say(wording);
    let gate = factor.gate.as_ref().map(|gate| {
        view! {
            <p class="choices">{text().gate} ":"</p>
            {choice_lines(context, gate)}
        }
    });
    let criteria = factor
        .criteria
        .iter()
        .map(|criterion| view! { <li>{say(&criterion.text)}</li> }.into_any())
        .collect_view();
    view! {
        <h4>{say(&factor.title)}</h4>
        {gate}
        <ol>{criteria}</ol>
    }
    .into_any()
}

fn choice_lines(context: &Context<'_>, question: &'static ChoiceQuestion) -> AnyView {
    let say = |wording: &Wording| context.names().say(wording);
    let choices: Vec<String> = question
        .choices
        .iter()
        .map(|choice| say(&choice.label))
        .collect();
    view! {
        <p class="asked">
            {say(&question.text)} <span class="choices">" (" {choices.join(" · ")} ")"</span>
        </p>
    }
    .into_any()
}
