//! What the page tells of storing: that it is saved, what other windows changed, what cannot be read.

use super::super::super::report::fill;
use super::cell::level_words;
use super::desk::{Changed, Desk};
use super::{column_name, text};
use crate::state::evaluations::Kept;
use crate::state::shared_text::Refused;
use crate::ui::staff::unreadable;
use leptos::prelude::*;
use sipas_core::evaluation::{Column, Entry};

/// What became of the last entry.
pub fn said(desk: Desk) -> AnyView {
    match desk.said.get() {
        None => ().into_any(),
        Some(Ok(time)) => fill(text().saved, &[&time]).into_any(),
        Some(Err(Refused::NotStored)) => {
            view! { <strong class="alarm">{text().not_saved}</strong> }.into_any()
        }
        Some(Err(Refused::Unreadable)) => {
            view! { <strong class="alarm">{text().not_readable}</strong> }.into_any()
        }
    }
}

/// A value in a sentence.
fn value_words(desk: Desk, criterion: &str, column: Column, entry: &Entry) -> String {
    let text = text();
    let level = level_words(desk, criterion, column, &entry.level);
    match entry.source.trim() {
        "" => fill(text.value_plain, &[&level]),
        source => fill(text.value, &[&level, source]),
    }
}

/// What other windows changed, each with a way back.
pub fn elsewhere(desk: Desk) -> Option<AnyView> {
    let text = text();
    let line = |one: Changed| {
        let number = desk.number(&one.criterion).to_string();
        let before = value_words(desk, &one.criterion, one.column, &one.before);
        let said = fill(text.elsewhere, &[&number, column_name(one.column), &before]);
        let id = one.criterion.clone();
        view! {
            <li data-elsewhere=id>
                <span>{said}</span>
                <button
                    type="button"
                    class="secondary"
                    data-action="bring-back"
                    on:click=move |_| desk.put_back(&one)
                >
                    {text.bring_back}
                </button>
            </li>
        }
        .into_any()
    };
    let lines: Vec<AnyView> = desk.elsewhere.get().into_iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="elsewhere">{lines}</ul> }.into_any())
}

/// Stored texts that cannot be read, to be saved.
pub fn unreadable(kept: &Kept) -> Option<AnyView> {
    let text = text();
    let said = |count: &str| fill(text.unreadable, &[count]);
    unreadable::offer("evaluations", said, text.unreadable_save, &kept.unreadable)
}
