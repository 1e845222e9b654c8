//! The whole ballot on one screen: a small cell for each question, the cursor, and keys for touch.

use super::text;
use crate::state::app::App;
use crate::state::paper::desk::{Desk, Phase};
use leptos::prelude::*;
use sipas_core::paper::keying::Press;
use sipas_core::paper::sheet::{Cell, Mark, NOT_APPLICABLE_KEY, Place, Sheet};
use sipas_core::wording::Wording;

/// Cells of one part of the ballot, under its name.
struct Part {
    title: Wording,
    /// Stands in for a title the questionnaire does not have.
    own: Option<fn() -> &'static str>,
    cells: Vec<usize>,
}

/// The grid, the question under the cursor, the keys for touch.
pub fn view(desk: Desk) -> AnyView {
    let asked = Memo::new(move |_| {
        desk.keying
            .with(|keying| desk.with_sheet(|sheet| sheet.asked(&keying.marks)))
    });
    let parts = desk.with_sheet(parts);
    let rows: Vec<AnyView> = parts
        .into_iter()
        .map(|part| {
            let cells: Vec<AnyView> = part.cells.iter().map(|at| cell(desk, *at, asked)).collect();
            let title = move || match part.own {
                Some(own) => own().to_owned(),
                None => {
                    let language = App::here().language().code();
                    desk.staff.setup.say(&part.title, language)
                }
            };
            view! {
                <div class="paper-part">
                    <p>{title}</p>
                    <div class="paper-cells">{cells}</div>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <div
            class="paper-grid"
            data-keys="grid"
            data-paper="grid"
            role="group"
            aria-label=move || text().entry.grid
        >
            {rows}
        </div>
        {now(desk)}
        {pad(desk)}
    }
    .into_any()
}

fn parts(sheet: &Sheet<'static>) -> Vec<Part> {
    let questionnaire = sheet.questionnaire;
    let mut parts: Vec<Part> = Vec::new();
    let mut first = 0;
    let at = |wanted: &dyn Fn(Place) -> bool| -> Vec<usize> {
        let cells = sheet.cells.iter().enumerate();
        cells
            .filter(|(_, cell)| wanted(cell.place))
            .map(|(at, _)| at)
            .collect()
    };
    for (index, factor) in questionnaire.factors.iter().enumerate() {
        let range = first..first + factor.criteria.len();
        first = range.end;
        parts.push(Part {
            title: factor.title.clone(),
            own: None,
            cells: at(&|place| match place {
                Place::Gate(factor) => factor == index,
                Place::Criterion(position) => range.contains(&position),
                Place::Reason(_) | Place::Respondent(_) => false,
            }),
        });
    }
    let general = at(&|place| matches!(place, Place::Criterion(position) if position >= first));
    let reasons = at(&|place| matches!(place, Place::Reason(_)));
    let respondent = at(&|place| matches!(place, Place::Respondent(_)));
    let untitled = |own: Option<fn() -> &'static str>, title: Wording, cells: Vec<usize>| Part {
        title,
        own,
        cells,
    };
    parts.push(untitled(
        Some(|| text().general),
        Wording::default(),
        general,
    ));
    let asked = questionnaire.reasons.as_ref().map(|one| one.text.clone());
    parts.push(untitled(None, asked.unwrap_or_default(), reasons));
    parts.push(untitled(
        Some(|| text().respondent),
        Wording::default(),
        respondent,
    ));
    parts.retain(|part| !part.cells.is_empty());
    parts
}

/// The question of a cell in the present language.
pub fn question(desk: Desk, cell: &Cell) -> String {
    let setup = desk.staff.setup;
    let questionnaire = &setup.questionnaire;
    let wording = match cell.place {
        Place::Gate(factor) => questionnaire
            .factors
            .get(factor)
            .and_then(|factor| factor.gate.as_ref())
            .map(|gate| &gate.text),
        Place::Criterion(position) => questionnaire.criteria().nth(position).map(|one| &one.text),
        Place::Reason(bit) => questionnaire
            .reasons
            .as_ref()
            .and_then(|reasons| reasons.choices.get(bit))
            .map(|choice| &choice.label),
        Place::Respondent(index) => questionnaire.respondent.get(index).map(|one| &one.text),
    };
    let language = App::here().language().code();
    wording
        .map(|one| setup.say(one, language))
        .unwrap_or_default()
}

/// The words of a mark in a cell: `4 Hài lòng`.
pub fn words(desk: Desk, cell: &Cell, mark: Mark) -> String {
    let setup = desk.staff.setup;
    let questionnaire = &setup.questionnaire;
    let language = App::here().language().code();
    let choice = |choices: &[sipas_core::questionnaire::Choice], at: u8| {
        let found = choices.get(usize::from(at));
        found
            .map(|one| setup.say(&one.label, language))
            .unwrap_or_default()
    };
    let label = match (mark, cell.place) {
        (Mark::Blank, _) => return text().entry.blank.to_owned(),
        (Mark::NotApplicable, _) => text().entry.not_applicable.to_owned(),
        (Mark::Option(at), Place::Gate(factor)) => {
            let gate = questionnaire
                .factors
                .get(factor)
                .and_then(|one| one.gate.as_ref());
            gate.map(|gate| choice(&gate.choices, at))
                .unwrap_or_default()
        }
        (Mark::Option(at), Place::Criterion(position)) => {
            let criterion = questionnaire.criteria().nth(position);
            let scale = criterion.map(|one| questionnaire.scale_of(one));
            let level = scale.and_then(|scale| scale.levels.get(usize::from(at)));
            level
                .map(|one| setup.say(&one.label, language))
                .unwrap_or_default()
        }
        (Mark::Option(_), Place::Reason(_)) => "✓".to_owned(),
        (Mark::Option(at), Place::Respondent(index)) => {
            let question = questionnaire.respondent.get(index);
            question
                .map(|one| choice(&one.choices, at))
                .unwrap_or_default()
        }
    };
    match cell.key(mark) {
        Some(key) => format!("{key} {label}"),
        None => label,
    }
}

fn cell(desk: Desk, at: usize, asked: Memo<Vec<bool>>) -> AnyView {
    let Some(cell) = desk.with_sheet(|sheet| sheet.cells.get(at).cloned()) else {
        return ().into_any();
    };
    let stored = StoredValue::new(cell.clone());
    let mark = move || {
        desk.keying
            .with(|keying| keying.marks.get(at).copied().unwrap_or_default())
    };
    let is_current = move || desk.keying.with(|keying| keying.at == at);
    let is_begun = move || desk.begun.with(Option::is_some);
    let is_past = move || is_begun() && desk.keying.with(|keying| keying.at > at);
    let is_asked = move || asked.with(|asked| asked.get(at).copied().unwrap_or(true));
    let state = move || match mark() {
        _ if !is_asked() => "passed",
        Mark::Blank if is_past() => "blank",
        Mark::Blank => "open",
        Mark::NotApplicable | Mark::Option(_) => "filled",
    };
    let shown = move || {
        let key = stored.with_value(|cell| cell.key(mark()));
        match (state(), key) {
            ("passed", _) => "–".to_owned(),
            ("blank", _) => "·".to_owned(),
            (_, key) => key.map(String::from).unwrap_or_default(),
        }
    };
    let label = move || {
        stored.with_value(|cell| {
            // Begins with what is seen, so that who speaks to the device can say it.
            [
                &cell.number,
                " ",
                &shown(),
                ": ",
                &question(desk, cell),
                " – ",
                &words(desk, cell, mark()),
            ]
            .concat()
        })
    };
    view! {
        <button
            type="button"
            class="paper-cell"
            id=format!("paper-cell-{at}")
            data-cell=cell.id.clone()
            data-state=state
            tabindex=move || if is_current() { "0" } else { "-1" }
            aria-current=move || (is_begun() && is_current()).then_some("true")
            aria-label=label
            on:click=move |_| {
                if is_begun() && is_asked() {
                    desk.press(Press::Go(at));
                }
            }
        >
            <small>{cell.number.clone()}</small>
            <b>{shown}</b>
        </button>
    }
    .into_any()
}

/// The question under the cursor and its answers, to keep in step with the paper.
fn now(desk: Desk) -> AnyView {
    let line = move || {
        let at = desk.keying.with(|keying| keying.at);
        if desk.phase.with(|phase| *phase != Phase::Cells) {
            return ().into_any();
        }
        let Some(cell) = desk.with_sheet(|sheet| sheet.cells.get(at).cloned()) else {
            return ().into_any();
        };
        let answers: Vec<String> = cell
            .takes()
            .filter_map(|key| cell.mark(key))
            .map(|mark| words(desk, &cell, mark))
            .collect();
        view! {
            <strong>{text().question} " " {cell.number.clone()} ". " {question(desk, &cell)}</strong>
            <span>{answers.join(" · ")}</span>
        }
        .into_any()
    };
    view! { <p class="paper-now" aria-hidden="true">{line}</p> }.into_any()
}

/// Keys for a tablet without a keyboard.
fn pad(desk: Desk) -> AnyView {
    let mut keys: Vec<char> = desk.with_sheet(|sheet| {
        sheet
            .cells
            .iter()
            .flat_map(|cell| cell.takes().collect::<Vec<_>>())
            .collect()
    });
    // 1 … 9 first, then letters, "does not apply" last.
    keys.sort_by_key(|key| (*key == NOT_APPLICABLE_KEY, *key));
    keys.dedup();
    let is_typing = move || desk.phase.with(|phase| *phase == Phase::Cells);
    let buttons: Vec<AnyView> = keys
        .into_iter()
        .map(|key| {
            let takes = move || {
                is_typing()
                    && desk.keying.with(|keying| {
                        desk.with_sheet(|sheet| {
                            sheet
                                .cells
                                .get(keying.at)
                                .is_some_and(|cell| cell.mark(key).is_some())
                        })
                    })
            };
            view! {
                <button
                    type="button"
                    class="paper-key"
                    data-key=key.to_string()
                    prop:disabled=move || !takes()
                    on:click=move |_| desk.press(Press::Key(key))
                >
                    {key.to_string()}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="paper-pad" role="group" aria-label=move || text().entry.pad>
            {buttons}
            <button
                type="button"
                class="paper-key"
                data-key="blank"
                prop:disabled=move || !is_typing()
                on:click=move |_| desk.press(Press::Blank)
            >
                {move || text().entry.blank}
            </button>
            <button
                type="button"
                class="paper-key"
                data-key="back"
                prop:disabled=move || !is_typing()
                on:click=move |_| desk.press(Press::Back)
            >
                {move || text().entry.back}
            </button>
        </div>
    }
    .into_any()
}
