//! The end of a survey: stopping early, sending, what went wrong, thanks.

use crate::state::ledger::SaveError;
use crate::ui::html::Html;
use crate::ui::screens::Words;

/// "Stop here?" – `nothing` where nothing has been answered.
pub fn stopping(html: &mut Html, words: Words, nothing: bool) {
    let text = words.text();
    words.plain_bar(html);
    html.raw("<h1 tabindex=-1>")
        .text(text.stop_title)
        .raw("</h1><p>");
    html.text(if nothing {
        text.stop_nothing
    } else {
        text.stop_what
    });
    html.raw("</p><div class=actions>");
    if !nothing {
        html.button("submit", "primary", text.stop_send);
    }
    html.button("back", "secondary", text.stop_return);
    html.raw("</div><div class=\"actions apart\">");
    html.button("discard", "quiet danger", text.stop_discard)
        .raw("</div>");
}

/// While the ballot is being written.
pub fn sending(html: &mut Html, words: Words) {
    html.raw("<h1 tabindex=-1 role=status>")
        .text(words.text().sending)
        .raw("</h1>");
}

/// The ballot is not written; the draft is still there.
pub fn failed(html: &mut Html, words: Words, error: &SaveError) {
    let text = words.text();
    words.plain_bar(html);
    html.raw("<div role=alert data-screen=not-saved><h1 tabindex=-1>")
        .text(text.save_failed_title);
    html.raw("</h1><p>");
    match error {
        SaveError::Full => html.text(text.save_full),
        SaveError::Blocked => html.text(text.save_blocked),
        SaveError::Other(detail) => html.text(text.save_other).raw(" (").text(detail).raw(")"),
    };
    html.raw("</p><p>")
        .text(text.save_failed_what)
        .raw("</p></div><div class=actions>");
    html.button("retry", "primary", text.retry).raw("</div>");
}

/// The ballot is safe; `kiosk` where the next person is about to come, `again` where another ballot
/// from here would be taken: a one-time code is good for one.
///
/// What stands in `#hand` gives way to the code to hand over, once that part is here.
pub fn thanks(html: &mut Html, words: Words, kiosk: bool, again: bool) {
    let text = words.text();
    words.plain_bar(html);
    html.raw(
        "<div class=thanks data-screen=thanks><span class=check><svg viewBox='0 0 24 24' \
         aria-hidden=true><path d='M4 12.5l5.5 5.5L20 6.5'/></svg></span><h1 tabindex=-1>",
    );
    html.text(text.thanks_title)
        .raw("</h1><div id=hand><p>")
        .text(text.thanks_what)
        .raw("</p>");
    if !kiosk {
        html.raw("<p>").text(text.thanks_close).raw("</p>");
    }
    html.raw("</div></div>");
    if again {
        html.raw("<div class=actions>")
            .button("again", "secondary", text.again)
            .raw("</div>");
    }
}
