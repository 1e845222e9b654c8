//! Ballots from one device to another as codes that keep changing: showing them, collecting them.

mod door;
pub mod receive;
pub mod send;

use super::spoken;
use crate::platform::page;
use crate::text::collect::Said;
use crate::text::stream::{StreamText, sentences};
use leptos::prelude::*;

/// The sentences in the present language.
pub fn text() -> &'static StreamText {
    sentences(spoken())
}

/// The section of the data page.
pub fn section() -> AnyView {
    view! {
        <section class="card" data-section="stream">
            <h2>{move || text().section.0}</h2>
            <p>{move || text().section.1}</p>
            <div class="actions row">
                <a class="secondary" href="#/staff/data/send" data-action="stream-send">
                    {move || text().send}
                </a>
                <a class="secondary" href="#/staff/data/receive" data-action="stream-receive">
                    {move || text().receive}
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// The way back.
fn back() -> AnyView {
    view! {
        <p>
            <a class="wide-link" href="#/staff/data">
                "‹ "
                {move || text().back}
            </a>
        </p>
    }
    .into_any()
}

/// Loads what these pages are styled with.
fn styled() {
    for name in ["hand.css", "collect.css", "exports.css", "stream.css"] {
        page::link_style(name);
    }
}

/// One thing told, large: what happened, and what to do.
fn panel(mark: &'static str, tone: &'static str, title: String, what: &'static str) -> AnyView {
    let sign = if tone == "good" { "✓" } else { "!" };
    view! {
        <div class="told" data-tone=tone data-outcome=mark>
            <p class="told-title">
                <span class="sign" aria-hidden="true">
                    {sign}
                </span>
                <strong>{title}</strong>
            </p>
            <p>{what}</p>
        </div>
    }
    .into_any()
}

/// The same for what went wrong.
fn trouble(mark: &'static str, said: Said) -> AnyView {
    panel(mark, "bad", said.0.to_owned(), said.1)
}
