//! Comments: found by words, what must not be published struck out, then handed out.

use super::grouped;
use super::results::{channel_name, chosen_name, place_name};
use super::spoken;
use crate::platform::files;
use crate::state::comments::{self, Comment, Comments};
use crate::state::redactions::Redacting;
use crate::state::results::{Console, Shown};
use crate::text::comments::{CommentsText, sentences};
use leptos::prelude::*;
use sipas_core::ballot::BallotId;
use sipas_core::redaction::{Found, STRUCK, Strikes, Words};
use sipas_core::selection::Day;
use sipas_formats::comments_csv;
use sipas_formats::day::shown_day;
use std::sync::Arc;

/// Comments shown at first, and so many more with each press.
const PAGE: usize = 50;

/// The view.
pub fn view(console: Console, shown: &Shown) -> AnyView {
    let language = spoken();
    let own = sentences(language);
    let found: RwSignal<Option<Arc<Comments>>> = RwSignal::new(None);
    let looked_at = shown.clone();
    let least = shown.filter.least;
    leptos::task::spawn_local(async move {
        let result = comments::find(console, &looked_at).await;
        found.try_set(result.map(Arc::new));
    });
    let redacting = Redacting::load();
    let editing: RwSignal<Option<BallotId>> = RwSignal::new(None);
    let most = RwSignal::new(PAGE);
    let file = super::results::file_name(shown);
    let failed = RwSignal::new(false);
    let export = move |_| {
        let rows = found.with_untracked(|found| {
            let all = found.as_ref();
            redacting
                .decided
                .with_untracked(|decided| all.map(|all| comments::published(all, decided, least)))
        });
        if let Some(rows) = rows {
            let text = comments_csv::write(rows);
            let name = [&file, ".csv"].concat();
            let done = files::offer(&name, "text/csv;charset=utf-8", text.as_bytes());
            failed.set(done.is_err());
        }
    };
    let list = move || {
        let found = found.get();
        match found {
            None => ().into_any(),
            Some(found) if !found.any => view! { <p class="notice">{own.none}</p> }.into_any(),
            Some(found) if found.comments.is_empty() => {
                view! { <p class="notice">{own.none_found}</p> }.into_any()
            }
            Some(found) => {
                let count = grouped(found.comments.len() as u64, language.code());
                let items: Vec<AnyView> = found
                    .comments
                    .iter()
                    .take(most.get())
                    .map(|comment| item(console, redacting, editing, comment.clone()))
                    .collect();
                let more = (found.comments.len() > most.get()).then(|| {
                    view! {
                        <button
                            type="button"
                            class="secondary"
                            data-action="more"
                            on:click=move |_| most.update(|most| *most += PAGE)
                        >
                            {own.more}
                        </button>
                    }
                });
                view! {
                    <p role="status">
                        <span
                            data-figure="count/comments"
                            data-value=found.comments.len().to_string()
                        >
                            {count}
                        </span>
                        " "
                        {own.found}
                    </p>
                    <ul class="comments">{items}</ul>
                    {more}
                }
                .into_any()
            }
        }
    };
    view! {
        <p class="chosen">{chosen_name(console, shown, language)}</p>
        <p class="on-screen">{own.how}</p>
        {search(console, own)}
        <div class="downloads">
            <button type="button" class="secondary" data-export="comments" on:click=export>
                {own.export}
            </button>
            <button
                type="button"
                class="quiet"
                data-action="undo-strike"
                prop:disabled=move || !redacting.can_undo()
                on:click=move |_| redacting.undo()
            >
                {own.undo}
            </button>
        </div>
        <p class="hint on-screen">{own.export_what}</p>
        <p role="alert" class="problems">
            {move || redacting.refused.get().then_some(own.refused)}
            {move || failed.get().then(|| super::text().export_failed)}
        </p>
        {list}
    }
    .into_any()
}

fn search(console: Console, own: &'static CommentsText) -> AnyView {
    let look = move |words: String| {
        let words = words.trim().to_owned();
        if console.filter.with_untracked(|one| one.search != words) {
            console.change(|one| one.search = words);
        }
    };
    view! {
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            <label>
                <span>{own.search}</span>
                <input
                    type="search"
                    data-filter="search"
                    autocomplete="off"
                    placeholder=own.search_pattern
                    prop:value=move || console.filter.with(|one| one.search.clone())
                    on:change=move |event| look(event_target_value(&event))
                />
            </label>
        </form>
    }
    .into_any()
}

/// One comment.
fn item(
    console: Console,
    redacting: Redacting,
    editing: RwSignal<Option<BallotId>>,
    comment: Comment,
) -> AnyView {
    let language = spoken();
    let own = sentences(language);
    let campaign = &console.staff.setup.campaign;
    let id = comment.id;
    let mut about = vec![shown_day(Day::at(comment.at))];
    for (places, code) in [
        (&campaign.units, &comment.unit),
        (&campaign.fields, &comment.field),
    ] {
        if !code.is_empty() {
            about.push(place_name(places, code, language));
        }
    }
    about.push(channel_name(comment.channel.code(), language));
    let words = StoredValue::new(Words::of(&comment.text));
    let strikes = Memo::new(move |_| redacting.decided.with(|all| all.of(id)));
    let is_edited = move || editing.get() == Some(id);
    let toggle = move |_| {
        editing.update(|editing| *editing = (*editing != Some(id)).then_some(id));
    };
    let whole = move |_| redacting.decide(id, |strikes| strikes.whole = !strikes.whole);
    view! {
        <li data-comment=id.to_string()>
            <p class="about">{about.join(" · ")}</p>
            {move || {
                let strikes = strikes.get();
                if is_edited() {
                    edited(redacting, id, words, &strikes, own)
                } else {
                    words.with_value(|words| written(words, &strikes, own))
                }
            }}
            <div class="downloads">
                <button
                    type="button"
                    class="quiet"
                    data-action="strike"
                    aria-expanded=move || if is_edited() { "true" } else { "false" }
                    on:click=toggle
                >
                    {move || if is_edited() { own.strike_done } else { own.strike }}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="keep-back"
                    aria-pressed=move || if strikes.with(|one| one.whole) { "true" } else { "false" }
                    on:click=whole
                >
                    {own.whole}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// The comment as staff read it, and as it is printed.
fn written(words: &Words, strikes: &Strikes, own: &'static CommentsText) -> AnyView {
    let parts: Vec<AnyView> = words
        .words
        .iter()
        .enumerate()
        .map(|(position, word)| {
            let before = word.before.clone();
            let text = word.text.clone();
            if words.is_struck(position, strikes) {
                view! {
                    {before}
                    <del title=reason(word.found, own)>{text}</del>
                }
                .into_any()
            } else {
                view! {
                    {before}
                    {text}
                }
                .into_any()
            }
        })
        .collect();
    let published = words.published(strikes);
    let printed = published.unwrap_or_else(|| ["[", own.kept_back, "]"].concat());
    view! {
        <p class="written on-screen" lang="vi">{parts}</p>
        <p class="written on-paper" lang="vi" aria-hidden="true">{printed}</p>
        {strikes
            .whole
            .then(|| view! { <p class="notice on-screen">{STRUCK} " " {own.kept_back}</p> })}
    }
    .into_any()
}

fn reason(found: Option<Found>, own: &'static CommentsText) -> String {
    let [phone, number, mail, page] = own.kinds;
    let kind = match found {
        Some(Found::Phone) => phone,
        Some(Found::Number) => number,
        Some(Found::Mail) => mail,
        Some(Found::Page) => page,
        None => own.by_hand,
    };
    [own.struck, kind].concat()
}

/// The comment's words as switches.
fn edited(
    redacting: Redacting,
    id: BallotId,
    words: StoredValue<Words>,
    strikes: &Strikes,
    own: &'static CommentsText,
) -> AnyView {
    let switches = words.with_value(|words| {
        let all = words.words.iter().enumerate();
        let switch = |(position, word): (usize, &sipas_core::redaction::Word)| {
            let is_struck = words.is_struck(position, strikes);
            let text = word.text.clone();
            let press = move |_| {
                redacting.decide(id, |strikes| {
                    strikes.words.insert(position, !is_struck);
                });
            };
            view! {
                <button
                    type="button"
                    class="word"
                    lang="vi"
                    data-word=position.to_string()
                    aria-pressed=if is_struck { "true" } else { "false" }
                    on:click=press
                >
                    {text}
                </button>
            }
            .into_any()
        };
        all.map(switch).collect::<Vec<AnyView>>()
    });
    view! {
        <div class="words" role="group" aria-label=own.words>
            {switches}
        </div>
    }
    .into_any()
}
