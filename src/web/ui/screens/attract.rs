//! The counter's tablet waiting for a person: one sentence, one button.

use crate::ui::html::Html;
use crate::ui::screens::Words;

/// The attract screen; `one_engine` where each ballot has only one copy here.
pub fn write(html: &mut Html, words: Words, one_engine: bool) {
    let text = words.text();
    words.plain_bar(html);
    html.raw("<div data-screen=attract><h1 tabindex=-1>")
        .text(text.start_title)
        .raw("</h1><p>");
    html.text(text.start_voluntary).raw("</p>");
    if one_engine {
        html.raw("<p class=hint data-engines=one>")
            .text(text.one_engine)
            .raw("</p>");
    }
    html.raw("</div><div class=actions>");
    html.button("start", "primary", text.begin).raw("</div>");
}
