//! A half-done survey found on this phone, offered again.

use crate::ui::html::Html;
use crate::ui::screens::Words;

/// "Continue the answers you began?"
pub fn write(html: &mut Html, words: Words) {
    let text = words.text();
    words.plain_bar(html);
    html.raw("<div data-screen=resume><h1 tabindex=-1>")
        .text(text.resume_title);
    html.raw("</h1><p>")
        .text(text.resume_what)
        .raw("</p></div><div class=actions>");
    html.button("resume", "primary", text.resume_yes);
    html.button("restart", "secondary", text.resume_no)
        .raw("</div>");
}
