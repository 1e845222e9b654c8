//! Home interviews: practice, the list of households, and the screens on which the tablet changes hands.

use super::{grouped, text as staff_text};
use crate::platform::{kiosk as screen, page};
use crate::state::app::App;
use crate::state::interview::{Hand, Interview};
use crate::state::staff::Staff;
use crate::text::interview::{InterviewText, sentences};
use leptos::prelude::*;
use sipas_core::households::Visit;

/// The sentences in the present language.
pub fn text() -> &'static InterviewText {
    sentences(App::here().language())
}

/// The name of how a household stands.
fn word(visit: Visit) -> &'static str {
    let words = Visit::ALL.into_iter().zip(text().visits);
    words
        .filter(|(one, _)| *one == visit)
        .map(|(_, word)| word)
        .next()
        .unwrap_or_default()
}

/// A mark beside the word, so that colour is never alone.
const fn sign(visit: Visit) -> &'static str {
    match visit {
        Visit::Open => "",
        Visit::Begun => "…",
        Visit::Done => "✓",
        Visit::NotHome => "○",
        Visit::Refused => "✕",
        Visit::Revisit => "↻",
    }
}

/// The page.
pub fn page() -> AnyView {
    let staff: Staff = expect_context();
    let app = App::here();
    let round = Interview::start(app, staff.setup);
    page::link_style("interview.css");
    over_the_survey(app, round);
    Effect::new(move |_| {
        app.read(|_| ());
        round.follow();
    });
    view! {
        <h1 tabindex="-1">{move || text().title}</h1>
        <p>{move || text().what}</p>
        <div class="actions row">
            <button
                type="button"
                class="secondary"
                data-action="practice"
                on:click=move |_| round.open_practice()
            >
                {move || text().practice}
            </button>
        </div>
        <p class="hint">{move || text().practice_what}</p>
        <h2>{move || text().list}</h2>
        {move || {
            let has_range = round.list.with(|list| list.as_ref().map(|list| list.range.is_some()));
            match has_range {
                None => view! { <p role="status">{staff_text().loading}</p> }.into_any(),
                Some(false) => {
                    view! {
                        <p class="hint">{text().list_empty}</p>
                        {range(round)}
                    }
                        .into_any()
                }
                Some(true) => list(round),
            }
        }}
    }
    .into_any()
}

/// First and last number.
fn range(round: Interview) -> AnyView {
    let known = round
        .list
        .with_untracked(|list| list.as_ref().and_then(|list| list.range));
    let (first, last) = known.unwrap_or((1, 50));
    let first = RwSignal::new(first.to_string());
    let last = RwSignal::new(last.to_string());
    let bad = RwSignal::new(false);
    let set = move || {
        let numbers = first
            .get_untracked()
            .trim()
            .parse()
            .ok()
            .zip(last.get_untracked().trim().parse().ok());
        let done = numbers.is_some_and(|(first, last)| round.set_range(first, last));
        bad.try_set(!done);
    };
    let number = |title: fn() -> &'static str, name: &'static str, value: RwSignal<String>| {
        view! {
            <label>
                <span>{title}</span>
                <input
                    type="number"
                    name=name
                    min="1"
                    inputmode="numeric"
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                set();
            }
        >
            <div class="pair">
                {number(|| text().from, "first-household", first)}
                {number(|| text().to, "last-household", last)}
            </div>
            <div class="actions row">
                <button type="submit" class="secondary" data-action="set-households">
                    {text().set}
                </button>
            </div>
            <p class="warning-line" role="alert">
                {move || if bad.get() { text().bad_range } else { "" }}
            </p>
        </form>
    }
    .into_any()
}

fn list(round: Interview) -> AnyView {
    view! {
        {move || summary(round)}
        {move || next(round)}
        {move || round.chosen.get().map(|number| chosen(round, number))}
        <div class="households">{move || numbers(round)}</div>
        <details class="explain">
            <summary>{text().set}</summary>
            {range(round)}
        </details>
    }
    .into_any()
}

/// "12 done · 3 not at home · 185 not visited", with a bar.
fn summary(round: Interview) -> AnyView {
    let language = App::here().language().code();
    round.list.with(|list| {
        let Some(list) = list else {
            return ().into_any();
        };
        let all = list.numbers().count();
        let counts = Visit::ALL
            .into_iter()
            .map(|visit| {
                let count = list.count(visit);
                let mark = ["households/", visit.code()].concat();
                view! {
                    <li data-visit=visit.code()>
                        <span aria-hidden="true">{sign(visit)}</span>
                        " "
                        {word(visit)}
                        ": "
                        <strong data-figure=mark data-value=count.to_string()>
                            {grouped(count as u64, language)}
                        </strong>
                    </li>
                }
            })
            .collect_view();
        let done = all
            - Visit::ALL
                .into_iter()
                .filter(|one| one.is_to_do())
                .map(|one| list.count(one))
                .sum::<usize>();
        view! {
            <div class="progress">
                <progress
                    max=all.to_string()
                    value=done.to_string()
                    aria-label=text().list
                ></progress>
                <span>{format!("{done} / {all} {}", text().of)}</span>
            </div>
            <ul class="visits">{counts}</ul>
        }
        .into_any()
    })
}

fn next(round: Interview) -> AnyView {
    let after = round.chosen.get().unwrap_or_default();
    let found = round
        .list
        .with(|list| list.as_ref().and_then(|list| list.next(after)));
    let undo = round.undo.get().map(|_| {
        view! {
            <button
                type="button"
                class="secondary"
                data-action="undo-visit"
                on:click=move |_| round.take_back()
            >
                {text().undo}
            </button>
        }
    });
    let line = match found {
        Some(number) => view! {
            <button
                type="button"
                class="primary"
                data-action="next-household"
                on:click=move |_| round.chosen.set(Some(number))
            >
                {text().next}
                " "
                {number.to_string()}
            </button>
        }
        .into_any(),
        None => view! { <p class="done">{text().all_done}</p> }.into_any(),
    };
    view! { <div class="actions row">{line} {undo}</div> }.into_any()
}

/// What can be done at one household.
fn chosen(round: Interview, number: u32) -> AnyView {
    let visit = round.visit(number);
    let mark = move |visit: Visit| {
        view! {
            <button
                type="button"
                class="secondary"
                data-mark=visit.code()
                on:click=move |_| round.mark(number, visit)
            >
                <span aria-hidden="true">{sign(visit)}</span>
                {word(visit)}
            </button>
        }
    };
    let marks = [Visit::NotHome, Visit::Refused, Visit::Revisit].map(mark);
    view! {
        <section class="card" data-household=number.to_string()>
            <h3>
                {text().household} " " {number.to_string()} " · " {word(visit)}
            </h3>
            <div class="actions row">
                <button
                    type="button"
                    class="primary"
                    data-action="interview"
                    on:click=move |_| round.open(number)
                >
                    {if visit == Visit::Begun { text().resume } else { text().open }}
                </button>
                {marks}
                {(!matches!(visit, Visit::Open | Visit::Begun | Visit::Done))
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="quiet"
                                data-mark="open"
                                on:click=move |_| round.mark(number, Visit::Open)
                            >
                                {text().clear}
                            </button>
                        }
                    })}
            </div>
        </section>
    }
    .into_any()
}

fn numbers(round: Interview) -> Vec<AnyView> {
    let chosen = round.chosen.get();
    round.list.with(|list| {
        let Some(list) = list else {
            return Vec::new();
        };
        list.numbers()
            .map(|number| {
                let visit = list.get(number).visit;
                let name = format!("{} {number}: {}", text().household, word(visit));
                view! {
                    <button
                        type="button"
                        data-number=number.to_string()
                        data-visit=visit.code()
                        aria-label=name
                        aria-pressed=(chosen == Some(number)).to_string()
                        on:click=move |_| {
                            round.chosen.set(Some(number));
                            page::focus_after_paint("#staff [data-household] .primary", false);
                        }
                    >
                        {number.to_string()}
                        <span aria-hidden="true">{sign(visit)}</span>
                    </button>
                }
                .into_any()
            })
            .collect()
    })
}

/// What stands over the survey: the mark of practice, and the tablet changing hands.
fn over_the_survey(app: App, round: Interview) {
    page::link_style("kiosk.css");
    leptos::task::spawn_local(async {
        // It opens the dialogs.
        drop(screen::load().await);
    });
    let Some(place) = page::add_element("interview") else {
        return;
    };
    let view = move || {
        provide_context(app);
        view! {
            {move || {
                round
                    .practice
                    .get()
                    .then(|| {
                        view! {
                            <aside class="practice-mark" aria-label=text().practice>
                                {text().practice_mark}
                            </aside>
                        }
                    })
            }}
            {move || round.hand.get().map(|hand| change_hands(round, hand))}
        }
    };
    // Goes with the page.
    let mounted = leptos::mount::mount_to(place, view);
    StoredValue::new_local(mounted);
}

fn change_hands(round: Interview, hand: Hand) -> AnyView {
    // Once it stands in the page.
    page::next_frame(|| screen::open_dialog("change-hands"));
    let (title, what, yes) = match hand {
        Hand::Over => (text().over_title, text().over_what, text().over_yes),
        Hand::Back => (text().back_title, text().back_what, text().back_yes),
    };
    view! {
        <dialog
            id="change-hands"
            class="kiosk-dialog"
            aria-labelledby="change-hands-title"
            data-screen=match hand {
                Hand::Over => "hand-over",
                Hand::Back => "hand-back",
            }
            on:cancel=move |event: leptos::ev::Event| event.prevent_default()
        >
            {round
                .practice
                .get_untracked()
                .then(|| view! { <p class="practice-note">{text().practice_mark}</p> })}
            <h1 id="change-hands-title" tabindex="-1">
                {title}
            </h1>
            <p>{what}</p>
            <div class="actions">
                <button
                    type="button"
                    class="primary"
                    data-action="hand-taken"
                    on:click=move |_| round.taken()
                >
                    {yes}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}
