//! Paper ballots: printing them, typing them in, comparing two people's entries.

mod ballot;
mod compare;
pub mod entry;
mod grid;
mod overview;
pub mod print;
mod settings;

pub use overview::not_counted;

use crate::state::app::App;
use crate::text::paper::{PaperText, sentences};
use leptos::prelude::*;

/// The sentences in the present language.
pub fn text() -> &'static PaperText {
    sentences(App::here().language())
}

/// The way here from the collecting page.
pub fn card() -> AnyView {
    view! {
        <p class="hint">
            <a class="secondary" data-action="paper" href="#/staff/collect/paper">
                {move || text().entry.link}
            </a>
            " "
            {move || text().entry.link_what}
        </p>
    }
    .into_any()
}
