//! Typing paper ballots in: number, cells, comment, save; keys alone lead through.

use super::ballot::printed_number;
use super::{compare, grid, overview, settings, text};
use crate::platform::page as document;
use crate::state::ledger::SaveError;
use crate::state::paper::desk::{Ask, Desk, Phase, Said};
use crate::state::paper::settings::Mode;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::moment::Moment;
use sipas_core::paper::register::Paper;

/// The page.
pub fn page() -> AnyView {
    document::link_style("paper.css");
    let staff: Staff = expect_context();
    let desk = Desk::open(staff);
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if let Some(pressed) = document::pressed(&event)
            && desk.key(&pressed)
        {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <h1 tabindex="-1">{move || text().entry.title}</h1>
        <p class="paper-what">
            {move || text().entry.what} " "
            <a href="#/staff/collect/paper/print">{move || text().entry.print_link}</a>
        </p>
        <div class="paper-desk">
            {settings::section(desk)} <section class="paper-typing" data-paper="typing">
                {number(desk)}
                <div role="status" class="paper-said" data-screen="said">
                    {move || said(desk)}
                </div>
                {move || asked(desk)}
                <div hidden=move || {
                    desk.phase.with(|phase| matches!(phase, Phase::Compare(_) | Phase::Ask(_)))
                }>{grid::view(desk)} {ending(desk)}</div>
                {compare::view(desk)}
            </section>
        </div>
        {overview::section(desk)}
    }
    .into_any()
}

/// The number of the ballot, and its beginning.
fn number(desk: Desk) -> AnyView {
    let is_open = move || desk.phase.with(|phase| *phase == Phase::Number);
    view! {
        <form
            class="paper-number"
            data-keys="number"
            on:submit=move |event| {
                event.prevent_default();
                desk.begin();
            }
        >
            <label>
                <span>
                    {move || text().entry.number} {move || {
                        let batch = desk.batch.get();
                        if batch.is_empty() { batch } else { format!(" {batch}-") }
                    }}
                </span>
                <input
                    type="text"
                    inputmode="numeric"
                    name="paper-number"
                    autocomplete="off"
                    aria-describedby="paper-number-hint"
                    placeholder=move || desk.next_number().to_string()
                    prop:value=move || desk.number.get()
                    prop:readOnly=move || !is_open()
                    on:input=move |event| desk.number.set(event_target_value(&event))
                />
            </label>
            <button type="submit" class="secondary" data-action="paper-begin" prop:disabled=move || !is_open()>
                {move || text().entry.begin}
            </button>
            <p class="hint" id="paper-number-hint">
                {move || text().entry.number_hint}
            </p>
        </form>
    }
    .into_any()
}

/// Comment, save, give up.
fn ending(desk: Desk) -> AnyView {
    let is_begun = move || desk.begun.with(Option::is_some);
    let is_ready = move || {
        desk.phase
            .with(|phase| matches!(phase, Phase::Comment | Phase::Ready))
    };
    let hint = move || {
        let entry = &text().entry;
        match desk.phase.get() {
            Phase::Ready
                if desk
                    .keying
                    .with(sipas_core::paper::keying::Keying::is_blank) =>
            {
                entry.all_blank
            }
            Phase::Ready => entry.all_typed,
            Phase::Comment => entry.comment_hint,
            Phase::Saving => entry.saving,
            Phase::Number | Phase::Ask(_) | Phase::Cells | Phase::Failed(_) | Phase::Compare(_) => {
                entry.keys_hint
            }
        }
    };
    let comment = desk.with_sheet(|sheet| sheet.comment.clone());
    view! {
        <div class="paper-ending">
            {comment
                .map(|number| {
                    view! {
                        <label data-keys="comment">
                            <span>{number} ". " {move || text().entry.comment}</span>
                            <textarea
                                name="paper-comment"
                                rows="1"
                                autocomplete="off"
                                prop:value=move || desk.comment.get()
                                prop:readOnly=move || !is_begun()
                                on:focus=move |_| desk.at_comment()
                                on:input=move |event| {
                                    desk.write_comment(event_target_value(&event));
                                }
                            ></textarea>
                        </label>
                    }
                        .into_any()
                })}
            <p class="hint" role="status" data-screen="hint">
                {hint}
            </p>
            <div class="actions row">
                <span data-keys="save">
                    <button
                        type="button"
                        class="primary"
                        data-action="paper-save"
                        aria-disabled=move || (!is_ready()).to_string()
                        on:click=move |_| {
                            if is_ready() {
                                desk.save();
                            }
                        }
                    >
                        {move || text().entry.save}
                    </button>
                </span>
                <Show when=is_begun>
                    <button
                        type="button"
                        class="quiet"
                        data-action="paper-cancel"
                        on:click=move |_| desk.cancel()
                    >
                        {move || text().entry.cancel}
                    </button>
                </Show>
            </div>
        </div>
    }
    .into_any()
}

/// `A-0017`.
pub fn name_of(paper: &Paper) -> String {
    printed_number(&paper.batch, paper.number)
}

/// What came of the last thing done.
fn said(desk: Desk) -> AnyView {
    let entry = &text().entry;
    let plain = |line: String, class: &'static str| view! { <p class=class>{line}</p> }.into_any();
    if let Phase::Failed(error) = desk.phase.get() {
        let reason = match error {
            SaveError::Full => entry.full.to_owned(),
            SaveError::Blocked => entry.blocked.to_owned(),
            SaveError::Other(reason) => reason,
        };
        return view! {
            <p class="warning" role="alert">
                {entry.failed}
                {reason}
            </p>
            <button
                type="button"
                class="primary"
                data-action="paper-retry"
                on:click=move |_| desk.retry()
            >
                {entry.retry}
            </button>
        }
        .into_any();
    }
    match desk.said.get() {
        None => ().into_any(),
        Some(Said::BadNumber) => plain(entry.bad_number.to_owned(), "alarm"),
        Some(Said::BadDay) => plain(entry.bad_day.to_owned(), "alarm"),
        Some(Said::ChoosePerson) => plain(entry.choose_person.to_owned(), "alarm"),
        Some(Said::Refused(keys)) => plain([entry.refused, " ", &keys].concat(), "alarm"),
        Some(Said::Undone(paper)) => {
            plain([entry.undone, " ", &name_of(&paper), "."].concat(), "done")
        }
        Some(Said::Closed(count)) => plain(
            [&count.to_string(), " ", entry.settled_done].concat(),
            "done",
        ),
        Some(Said::Found(paper)) => plain(
            [entry.found_draft, " ", &name_of(&paper), "."].concat(),
            "done",
        ),
        Some(Said::Saved(paper, counted)) => {
            let after = if counted {
                entry.saved_counted
            } else {
                entry.saved_waiting
            };
            let line = [entry.saved, " ", &name_of(&paper), ": ", after, "."].concat();
            let mark = name_of(&paper);
            view! {
                <p class="done" data-saved=mark>
                    {line}
                    <Show when=move || desk.undo.with(Option::is_some)>
                        " "
                        <button
                            type="button"
                            class="quiet"
                            data-action="paper-undo"
                            on:click=move |_| desk.take_back()
                        >
                            {move || text().entry.undo}
                        </button>
                    </Show>
                </p>
            }
            .into_any()
        }
    }
}

/// `21/11/2026 08:30`.
pub fn day_and_time(moment: Moment) -> String {
    let civil = moment.civil();
    format!(
        "{:02}/{:02}/{:04} {:02}:{:02}",
        civil.day, civil.month, civil.year, civil.hour, civil.minute
    )
}

/// What to do with a number that cannot simply be typed in.
fn asked(desk: Desk) -> AnyView {
    let Phase::Ask(ask) = desk.phase.get() else {
        return ().into_any();
    };
    let entry = &text().entry;
    let number: u32 = desk.number.get_untracked().parse().unwrap_or_default();
    let line = match &ask {
        Ask::Again(before) => [entry.again_same, " ", &day_and_time(before.at), "."].concat(),
        Ask::Other(before) => [
            entry.again_other,
            " ",
            &before.by,
            ", ",
            &day_and_time(before.at),
            ".",
        ]
        .concat(),
        Ask::SamePerson => entry.same_person.to_owned(),
        Ask::NoFirst => entry.no_first.to_owned(),
        Ask::Twice(_) => entry.again_twice.to_owned(),
        Ask::Settled => entry.again_settled.to_owned(),
    };
    let button = |action: &'static str, label: &'static str, act: Box<dyn Fn() + 'static>| {
        view! {
            <button
                type="button"
                class="secondary"
                data-action=action
                on:click=move |_| act()
            >
                {label}
            </button>
        }
        .into_any()
    };
    let mode = desk.mode.get_untracked();
    let further = match ask {
        Ask::Again(before) => Some(button(
            "paper-replace",
            entry.replace,
            Box::new(move || desk.start(number, mode, Some((*before).clone()))),
        )),
        Ask::Other(_) => Some(button(
            "paper-as-second",
            entry.as_second,
            Box::new(move || desk.start(number, Mode::Second, None)),
        )),
        Ask::NoFirst => Some(button(
            "paper-as-first",
            entry.as_first,
            Box::new(move || desk.start(number, Mode::First, None)),
        )),
        Ask::Twice(pair) => Some(button(
            "paper-compare",
            entry.compare_now,
            Box::new(move || desk.compare_now((*pair).clone())),
        )),
        Ask::SamePerson | Ask::Settled => None,
    };
    view! {
        <div class="card paper-ask" data-paper="ask" role="alertdialog" aria-labelledby="paper-ask">
            <p id="paper-ask">{line}</p>
            <div class="actions row">
                {button("paper-other", entry.other_number, Box::new(move || desk.cancel()))}
                {further}
            </div>
        </div>
    }
    .into_any()
}
