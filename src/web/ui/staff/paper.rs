//! Paper ballots: printing them, typing them in, comparing two people's entries.

mod ballot;
pub mod print;

use crate::state::app::App;
use crate::text::paper::{PaperText, sentences};

/// The sentences in the present language.
pub fn text() -> &'static PaperText {
    sentences(App::here().language())
}
