//! What stands behind the figures, what is to be done, and the signature.

use super::paper::{Context, shown};
use super::tables::hidden;
use super::writing::{fill, number};
use super::{Office, text};
use crate::state::office::Line;
use leptos::prelude::*;
use sipas_core::publication::Whole;

/// Signs of bad data, and what was hidden.
pub fn quality(context: &Context<'_>, whole: &Whole) -> AnyView {
    let text = text();
    let paper = context.paper;
    let heading = context.heading(text.quality);
    let least = paper.publication.least.to_string();
    let hidden_line = match paper.publication.hidden() {
        (0, 0) => fill(text.hidden_none, &[&least]),
        (small, complement) => fill(
            text.hidden_count,
            &[&small.to_string(), &complement.to_string(), &least],
        ),
    };
    let signs = &paper.signs;
    let caption = context.table(text.flags_caption);
    let rows = signs
        .rules
        .iter()
        .zip(text.flags)
        .map(|((rule, count), (name, what))| {
            let cell = match count {
                Ok(count) => view! {
                    <td
                        data-figure=["count/sign/", rule.name()].concat()
                        data-value=count.to_string()
                    >
                        {number(*count)}
                    </td>
                }
                .into_any(),
                Err(why) => view! { <td class="hidden-cell">{hidden(*why)}</td> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="sign-rule">{what}</td>
                    {cell}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let without = match (&signs.without, signs.any) {
        (_, Ok(0)) => text.flagged_none.to_owned(),
        (Some(without), Ok(any)) => fill(
            text.without,
            &[&number(any), &shown(&whole.figure), &shown(without)],
        ),
        (None, _) | (_, Err(_)) => text.without_hidden.to_owned(),
    };
    let gaps = (signs.gaps > 0).then(|| fill(text.gaps, &[&number(signs.gaps as u64)]));
    let [sign, rule, ballots] = text.flags_heads;
    view! {
        <section>
            {heading} <p>{hidden_line}</p> <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="short">
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{sign}</th>
                        <th scope="col" class="sign-rule">
                            {rule}
                        </th>
                        <th scope="col">{ballots}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table></div> <p data-section="without">{without}</p> {gaps.map(|line| view! { <p>{line}</p> })}
        </section>
    }
    .into_any()
}

/// How everything was computed.
pub fn method(context: &Context<'_>, whole: &Whole) -> AnyView {
    let text = text();
    let paper = context.paper;
    let heading = context.heading(text.method);
    let rate = whole.figure.rate;
    let (satisfied, counted) = (number(rate.satisfied), number(rate.counted));
    let formula = if paper.questionnaire.factors.is_empty() {
        text.formula_general
    } else {
        text.formula_pooled
    };
    let missing = whole.figure.missing;
    let least = paper.publication.least.to_string();
    let answers = [
        fill(formula, &[&satisfied, &counted, &shown(&whole.figure)]),
        fill(text.method_n, &[&number(whole.ballots), &counted]),
        fill(
            text.method_missing,
            &[&number(missing.blank), &number(missing.not_applicable)],
        ),
        context.response(),
        text.method_intervals.to_owned(),
        fill(text.method_hiding, &[&least]),
        text.method_program.to_owned(),
    ];
    let lines = text
        .method_terms
        .into_iter()
        .zip(answers)
        .map(|(term, answer)| {
            view! {
                <div>
                    <dt>{term}</dt>
                    <dd>{answer}</dd>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section>
            {heading}
            <dl class="method">{lines}</dl>
        </section>
    }
    .into_any()
}

/// The lowest criteria and lines to write on.
pub fn remarks(context: &Context<'_>) -> AnyView {
    let text = text();
    let heading = context.heading(text.remarks);
    let lowest = context.lowest();
    let what = lowest.map(|list| view! { <p>{fill(text.remarks_what, &[&list])}</p> });
    view! {
        <section class="remarks">
            {heading}
            {what}
            <div class="lines" aria-hidden="true">
                <span></span>
                <span></span>
                <span></span>
                <span></span>
            </div>
        </section>
    }
    .into_any()
}

/// Recipients on the left, signature on the right.
pub fn signature() -> AnyView {
    let office: Office = expect_context();
    let text = text();
    let recipients = move || {
        office
            .or(Line::Recipients, text.recipients_blank)
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| view! { <li>{line.to_owned()}</li> }.into_any())
            .collect_view()
    };
    view! {
        <footer class="signature">
            <div class="recipients">
                <p>{text.recipients}</p>
                <ul>{recipients}</ul>
            </div>
            <div>
                <p class="signer-title">{move || office.or(Line::Title, text.signer_blank)}</p>
                <p class="signer">{move || office.get(Line::Signer)}</p>
            </div>
        </footer>
    }
    .into_any()
}
