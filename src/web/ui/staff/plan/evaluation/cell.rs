//! One indicator in one column: its level and source where they are entered, its points, and the way back.

use super::super::super::report::fill;
use super::desk::{Changed, Desk};
use super::{column_name, text};
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::evaluation::{Basis, Column, Gap};
use sipas_core::questionnaire::{Criterion, Source};
use sipas_formats::evaluation_table::{gap_words, points_text};

/// The name of a field.
pub fn name(field: &str, column: Column, criterion: &str) -> String {
    [field, column.name(), criterion].join("-")
}

/// The cell.
pub fn view(desk: Desk, criterion: &'static Criterion, column: Column) -> AnyView {
    let id = criterion.id.as_str();
    let is_entered = criterion.source == Source::Office || column == Column::Verified;
    let inside = if is_entered {
        fields(desk, criterion, column)
    } else {
        view! { <p class="hint">{move || text().computed}</p> }.into_any()
    };
    view! {
        <div class="cell" role="group" aria-label=move || column_name(column)>
            <h4 aria-hidden="true">{move || column_name(column)}</h4>
            {inside}
            {move || points(desk, criterion, column)}
            {move || undo(desk, id, column)}
        </div>
    }
    .into_any()
}

/// What a field is called by those who hear it.
fn label(desk: Desk, field: &str, column: Column, criterion: &str) -> String {
    let number = desk.number(criterion).to_string();
    fill(text().field_of, &[field, column_name(column), &number])
}

fn fields(desk: Desk, criterion: &'static Criterion, column: Column) -> AnyView {
    let id = criterion.id.as_str();
    let level = Memo::new(move |_| desk.entry(id, column).level);
    let source = Memo::new(move |_| desk.entry(id, column).source);
    let lacks_source = move || {
        let evaluation = desk.evaluation.get();
        let row = evaluation
            .as_ref()
            .and_then(|all| all.rows.iter().find(|row| row.id == id));
        row.is_some_and(|row| row.value(column) == Err(&Gap::NoSource))
    };
    let hint = name("hint", column, id);
    let described = hint.clone();
    view! {
        <label>
            <span>{move || text().fields[0]}</span>
            <select
                name=name("level", column, id)
                data-here=move || {
                    desk.here.with(|here| here.as_ref().is_some_and(|(one, of)| one == id && *of == column)).to_string()
                }
                aria-label=move || label(desk, text().fields[0], column, id)
                on:change=move |event| {
                    let before = untrack(|| desk.entry(id, column));
                    desk.enter(id, column, Some(&event_target_value(&event)), None);
                    desk.undo
                        .set(
                            Some(Changed {
                                criterion: id.to_owned(),
                                column,
                                before,
                            }),
                        );
                }
            >
                {move || options(desk, criterion, column, &level.get())}
            </select>
        </label>
        <label hidden=move || level.with(String::is_empty) && source.with(String::is_empty)>
            <span>{move || text().fields[1]}</span>
            <textarea
                name=name("source", column, id)
                rows="1"
                aria-label=move || label(desk, text().fields[1], column, id)
                aria-required="true"
                aria-invalid=move || lacks_source().to_string()
                aria-describedby=described
                prop:value=move || source.get()
                on:input=move |event| {
                    // From here on taking the level back would take what is written with it.
                    desk.undo.set(None);
                    desk.enter(id, column, None, Some(&event_target_value(&event)));
                }></textarea>
        </label>
        <p class="problem" id=hint>
            {move || {
                lacks_source()
                    .then(|| {
                        let figure = ["evaluation", id, column.name()].join("/");
                        view! { <span data-figure=figure>{text().write_source}</span> }
                    })
            }}
        </p>
    }
    .into_any()
}

fn options(desk: Desk, criterion: &'static Criterion, column: Column, chosen: &str) -> AnyView {
    let text = text();
    let [open, by_ballots] = text.none;
    let none = match criterion.source {
        Source::Ballot => by_ballots,
        Source::Office => open,
    };
    let levels = &desk.questionnaire.scale_of(criterion).levels;
    let known = levels.iter().any(|level| level.code == chosen);
    let strange = (!known && !chosen.is_empty()).then(|| {
        let code = chosen.to_owned();
        view! {
            <option value=code prop:selected=true>
                {level_words(desk, &criterion.id, column, chosen)}
            </option>
        }
    });
    let levels = levels.iter().map(|level| {
        let selected = level.code == chosen;
        let said = level_words(desk, &criterion.id, column, &level.code);
        let code = level.code.clone();
        view! { <option value=code prop:selected=selected>{said}</option> }.into_any()
    });
    let is_none = chosen.is_empty();
    view! {
        <option value="" prop:selected=is_none>{none}</option>
        {levels.collect_view()}
        {strange}
    }
    .into_any()
}

/// A level with its points, in words.
pub fn level_words(desk: Desk, criterion: &str, column: Column, code: &str) -> String {
    let text = text();
    let language = spoken().code();
    let Some(criterion) = desk
        .questionnaire
        .criteria()
        .find(|one| one.id == criterion)
    else {
        return code.to_owned();
    };
    let levels = &desk.questionnaire.scale_of(criterion).levels;
    match levels.iter().find(|level| level.code == code) {
        Some(level) => {
            let points = points_text(desk.questionnaire, level.score, language);
            // Levels of whole points are said without decimals.
            let whole = points.trim_end_matches('0').trim_end_matches([',', '.']);
            let whole = if whole.is_empty() { "0" } else { whole };
            fill(text.level, &[whole, &desk.say(&level.label, language)])
        }
        None if code.is_empty() => {
            let [open, by_ballots] = text.none;
            let by_ballot = criterion.source == Source::Ballot && column == Column::Verified;
            if by_ballot { by_ballots } else { open }.to_owned()
        }
        None => fill(text.strange_level, &[code]),
    }
}

/// The points and what they rest on, or why there are none.
fn points(desk: Desk, criterion: &'static Criterion, column: Column) -> Option<AnyView> {
    let evaluation = desk.evaluation.get()?;
    let row = evaluation.rows.iter().find(|row| row.id == criterion.id)?;
    let text = text();
    let language = spoken().code();
    let figure = ["evaluation", &criterion.id, column.name()].join("/");
    Some(match row.value(column) {
        Ok(value) => {
            let points = points_text(desk.questionnaire, value.points, language);
            let beside = match &value.basis {
                Basis::Ballots { counted } => {
                    let counted = super::super::super::grouped(*counted, language);
                    fill(text.words.mean, &[&counted])
                }
                Basis::Entered { level, .. } => {
                    let mut levels = desk.questionnaire.scale_of(criterion).levels.iter();
                    let found = levels.find(|one| one.code == *level);
                    found.map_or_else(String::new, |one| desk.say(&one.label, language))
                }
            };
            let ballots = match value.basis {
                Basis::Ballots { counted } => Some(counted.to_string()),
                Basis::Entered { .. } => None,
            };
            view! {
                <p
                    class="points"
                    data-figure=figure
                    data-value=value.points.to_string()
                    data-ballots=ballots
                >
                    <strong>{fill(text.points, &[&points])}</strong>
                    " · "
                    {beside}
                </p>
            }
            .into_any()
        }
        // Said where the source is to be written.
        Err(Gap::NoSource) => return None,
        Err(gap) => view! {
            <p class="points missing" data-figure=figure>
                {super::super::super::report::capital(gap_words(*gap, &text.words))}
            </p>
        }
        .into_any(),
    })
}

/// Takes back the level that was changed last, with the source it had.
fn undo(desk: Desk, id: &'static str, column: Column) -> Option<AnyView> {
    let changed = desk.undo.get()?;
    if changed.criterion != id || changed.column != column {
        return None;
    }
    Some(
        view! {
            <p class="undo" role="status">
                <span class="hint">{text().changed}</span>
                <button
                    type="button"
                    class="secondary"
                    data-action="evaluation-undo"
                    on:click=move |_| {
                        desk.put_back(&changed);
                        desk.undo.set(None);
                    }
                >
                    {text().undo}
                </button>
            </p>
        }
        .into_any(),
    )
}
