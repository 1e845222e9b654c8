//! The start screen stands in index.html as plain HTML; this puts the campaign's own words into it.

use crate::platform::page;
use crate::state::setup::Setup;
use crate::text::Language;
use crate::ui::html::Html;
use crate::ui::screens::Words;

/// Puts the questionnaire's introduction and length into the start screen, in both languages.
pub fn fill(setup: &'static Setup) {
    for language in [Language::Vi, Language::En] {
        let code = language.code();
        let introduction = setup.say(&setup.questionnaire.introduction, code);
        if !introduction.is_empty() {
            page::set_text(&id("start-what-", code), &introduction);
        }
        let minutes = setup.questionnaire.minutes.to_string();
        page::set_text(&id("start-minutes-", code), &minutes);
    }
}

fn id(prefix: &str, code: &str) -> String {
    let mut id = prefix.to_owned();
    id.push_str(code);
    id
}

/// Below the button: the offer of a new version, and that ballots have only one copy here.
#[must_use]
pub fn more(words: Words, update: bool, one_engine: bool) -> String {
    let text = words.text();
    let mut html = Html::default();
    if one_engine {
        html.raw("<p class=hint data-engines=one>")
            .text(text.one_engine)
            .raw("</p>");
    }
    if update {
        html.raw("<div class=offer role=status data-screen=update><p>")
            .text(text.update_ready)
            .raw("</p>")
            .button("update", "secondary", text.update_now)
            .raw("</div>");
    }
    html.finish()
}
