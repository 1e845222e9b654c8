//! Whole-page notices: what happened, that nothing is lost, and what to do next.

use crate::state::setup::SetupError;
use crate::ui::html::Html;
use crate::ui::screens::Words;

/// A notice with a heading, an explanation, lines to pass on, and one thing to do.
#[derive(Debug)]
pub struct Notice<'a> {
    /// What happened.
    pub title: &'a str,
    /// That nothing is lost, and what to do.
    pub what: &'a str,
    /// Lines to pass on.
    pub details: Vec<String>,
    /// The one thing to do: action and label.
    pub action: (&'static str, &'a str),
}

/// Writes a notice.
pub fn write(html: &mut Html, words: Words, notice: &Notice<'_>) {
    words.plain_bar(html);
    html.raw("<div role=alert data-screen=notice><h1 tabindex=-1>")
        .text(notice.title);
    html.raw("</h1><p>")
        .text(notice.what)
        .raw("</p><ul class=details lang=en>");
    for line in &notice.details {
        html.raw("<li>").text(line).raw("</li>");
    }
    html.raw("</ul></div><div class=actions>");
    html.button(notice.action.0, "primary", notice.action.1)
        .raw("</div>");
}

/// The campaign or questionnaire could not be loaded or has problems.
pub fn setup_failed(html: &mut Html, words: Words, error: &SetupError) {
    let text = words.text();
    let (title, what) = match error {
        SetupError::Load(..) => (text.load_failed_title, text.load_failed_what),
        SetupError::Faulty(..) => (text.faulty_title, text.faulty_what),
    };
    let notice = Notice {
        title,
        what,
        details: details(error),
        action: ("retry-load", text.retry),
    };
    write(html, words, &notice);
}

/// One line a problem: file, place, rule, expected and found.
#[must_use]
pub fn details(error: &SetupError) -> Vec<String> {
    match error {
        SetupError::Load(path, reason) => vec![[path.as_str(), ": ", reason].concat()],
        SetupError::Faulty(path, problems) => problems
            .iter()
            .map(|problem| {
                [
                    path.as_str(),
                    " › ",
                    &problem.path,
                    ": ",
                    problem.fault.name(),
                    "; ",
                    &problem.expected,
                    " ≠ ",
                    &problem.found,
                ]
                .concat()
            })
            .collect(),
    }
}

/// An address that leads nowhere.
pub fn lost(html: &mut Html, words: Words, fragment: &str) {
    let text = words.text();
    let notice = Notice {
        title: text.lost_title,
        what: text.lost_what,
        details: vec![fragment.to_owned()],
        action: ("home", text.home),
    };
    write(html, words, &notice);
}

/// No survey can start: storage is blocked, or `full`.
pub fn no_storage(html: &mut Html, words: Words, full: bool) {
    let text = words.text();
    let notice = Notice {
        title: text.no_storage_title,
        what: if full {
            text.no_room_what
        } else {
            text.no_storage_what
        },
        details: Vec::new(),
        action: ("reload", text.reload),
    };
    write(html, words, &notice);
}
