//! The indicators one below the other, each with its two columns.

use super::super::super::report::fill;
use super::desk::Desk;
use super::{cell, text};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::evaluation::Column;
use sipas_core::questionnaire::{Criterion, Source};
use sipas_formats::evaluation_table::signed;

/// All of them.
pub fn view(desk: Desk) -> AnyView {
    let factors = desk.questionnaire.factors.iter();
    let rows: Vec<AnyView> = factors
        .flat_map(|factor| &factor.criteria)
        .enumerate()
        .map(|(at, criterion)| row(desk, at, criterion))
        .collect();
    view! {
        <section>
            <h2>{move || text().indicators}</h2>
            <p class="hint">{move || text().source_hint}</p>
            <ol class="indicators">{rows}</ol>
        </section>
    }
    .into_any()
}

fn row(desk: Desk, at: usize, criterion: &'static Criterion) -> AnyView {
    let language = move || spoken().code();
    let name = move || desk.say(&criterion.text, language());
    let explanation = move || desk.say(&criterion.explanation, language());
    let by = move || {
        let [ballots, office] = text().by;
        match criterion.source {
            Source::Ballot => ballots,
            Source::Office => office,
        }
    };
    let difference = move || {
        let text = text();
        let evaluation = desk.evaluation.get()?;
        let row = evaluation.rows.iter().find(|row| row.id == criterion.id)?;
        Some(said(
            row.difference(),
            text.differences,
            text.no_difference,
            language(),
        ))
    };
    view! {
        <li class="indicator" data-indicator=criterion.id.as_str()>
            <h3>{(at + 1).to_string()} ". " {name}</h3>
            <p class="hint">
                <strong>{by}</strong>
                " · "
                {explanation}
            </p>
            <div class="columns">
                {cell::view(desk, criterion, Column::Assessed)}
                {cell::view(desk, criterion, Column::Verified)}
            </div>
            <p class="difference">{difference}</p>
        </li>
    }
    .into_any()
}

/// How the verified column stands to the office's own, in words.
pub fn said(
    difference: Option<f64>,
    words: [&'static str; 3],
    none: &'static str,
    language: &str,
) -> String {
    let [above, below, same] = words;
    let Some(difference) = difference else {
        return none.to_owned();
    };
    let points = signed(difference.abs(), language);
    let points = points.trim_start_matches('+');
    if points == signed(0.0, language) {
        same.to_owned()
    } else {
        fill(if difference > 0.0 { above } else { below }, &[points])
    }
}
