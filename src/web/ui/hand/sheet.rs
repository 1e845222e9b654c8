//! One ballot's code: large, with what to do; and the steps that end with forgetting it.

use crate::platform::share;
use crate::state::hand_over::{self, Offered};
use crate::text::hand::HandText;
use crate::ui::html::Html;
use crate::ui::qr;

/// Where a hand-over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The code is shown.
    Showing,
    /// "Has it been received?"
    Confirming,
    /// "Erase without handing over?"
    Dropping,
    /// It could not be erased.
    Failed,
    /// Received and erased; `false` where traces are left for now.
    Done(bool),
    /// Erased without being handed over.
    Dropped,
}

/// One ballot being handed over.
#[derive(Debug)]
pub struct Sheet {
    /// The ballot.
    pub offered: Offered,
    /// Where it stands.
    pub stage: Stage,
    /// Whether the link was copied, once that was tried.
    pub copied: Option<bool>,
    /// Which of several codes is shown.
    at: usize,
    /// Of an earlier visit: it may also be erased.
    early: bool,
}

impl Sheet {
    /// A sheet with its first code shown; `early` where it is of an earlier visit.
    pub const fn new(offered: Offered, early: bool) -> Self {
        Self {
            offered,
            stage: Stage::Showing,
            copied: None,
            at: 0,
            early,
        }
    }

    /// Shows the next of several codes.
    pub fn turn(&mut self) {
        self.at = (self.at + 1) % self.offered.codes.len().max(1);
    }

    /// Writes it as it stands.
    pub fn write(&self, html: &mut Html, text: &HandText) {
        html.raw("<div class=hand data-hand>");
        let stage = self.stage;
        match stage {
            Stage::Showing => self.write_code(html, text, text.title),
            Stage::Failed => self.write_code(html, text, text.failed),
            Stage::Confirming | Stage::Dropping => {
                let dropping = stage == Stage::Dropping;
                let (title, what, yes, no) = if dropping {
                    (
                        text.drop_confirm,
                        text.drop_what,
                        text.drop_yes,
                        text.drop_no,
                    )
                } else {
                    (text.confirm, text.confirm_what, text.yes, text.no)
                };
                html.raw("<h2 tabindex=-1>").text(title).raw("</h2><p>");
                html.text(what).raw("</p><div class=actions>");
                html.button("hand-yes", "primary", yes);
                html.button("hand-no", "secondary", no).raw("</div>");
            }
            Stage::Done(_) | Stage::Dropped => {
                html.raw("<h2 tabindex=-1 class=gone>");
                html.text(match stage {
                    Stage::Done(true) => text.done,
                    Stage::Done(false) => text.done_later,
                    _ => text.dropped,
                });
                html.raw("</h2>");
            }
        }
        html.raw("</div>");
    }

    fn write_code(&self, html: &mut Html, text: &HandText, title: &str) {
        let count = self.offered.codes.len();
        html.raw("<h2 tabindex=-1>").text(title).raw("</h2><p>");
        html.text(text.what).raw("</p>");
        let place = hand_over::place();
        if !place.is_empty() {
            html.raw("<p>").text(text.place).raw("<strong>");
            html.text(&place).raw("</strong></p>");
        }
        if count > 1 {
            html.raw("<p>").text(text.several_before).number(count);
            html.text(text.several_after).raw("</p>");
        }
        if let Some(code) = self.offered.codes.get(self.at) {
            qr::write(html, code, text.code);
        }
        html.raw("<div class=actions>");
        if count > 1 {
            html.raw("<p role=status>").text(text.part);
            html.number(self.at + 1).raw("/").number(count).raw("</p>");
            html.button("hand-next", "secondary", text.next);
        }
        html.button("handed", "primary", text.handed).raw("</div>");
        self.write_away(html, text);
        if self.early {
            html.raw("<div class=\"actions apart\">");
            html.button("hand-drop", "quiet danger", text.drop)
                .raw("</div>");
        }
    }

    /// For those who have left the counter: the same as a link.
    fn write_away(&self, html: &mut Html, text: &HandText) {
        html.raw("<details");
        if self.copied.is_some() {
            html.raw(" open");
        }
        html.raw("><summary>").text(text.away).raw("</summary><p>");
        html.text(text.away_what).raw(" ");
        if self.offered.is_limited {
            html.text(text.limit);
        }
        html.raw("</p><div class=actions>");
        if share::can_share() {
            html.button("share", "secondary", text.share);
        }
        html.button("copy", "secondary", text.copy);
        html.raw("</div><p role=status>");
        html.text(match self.copied {
            None => "",
            Some(true) => text.copied,
            Some(false) => text.not_copied,
        });
        html.raw("</p><label><span>").text(text.link);
        html.raw("</span><textarea readonly rows=4 name=hand-link>");
        html.text(&self.offered.link)
            .raw("</textarea></label></details>");
    }
}
