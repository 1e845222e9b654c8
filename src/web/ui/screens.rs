//! The citizen's screens, each a function that writes HTML.

pub mod asking;
pub mod finish;
pub mod notices;
pub mod offer;
pub mod start;

use crate::state::setup::Setup;
use crate::text::{CitizenText, Language};
use crate::ui::html::Html;
use sipas_core::wording::Wording;

/// What a screen is written with: the language's sentences and the campaign's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Language of the interface.
    pub language: Language,
    /// Text size in per cent.
    pub text_size: u16,
}

impl Words {
    /// The sentences of the language.
    #[must_use]
    pub fn text(self) -> &'static CitizenText {
        self.language.citizen()
    }

    /// A wording of the questionnaire or campaign.
    #[must_use]
    pub fn say(self, setup: &Setup, wording: &Wording) -> String {
        setup.say(wording, self.language.code())
    }

    /// The bar on top: what stands at the left, then language and text size in the same corner of
    /// every screen.
    pub fn bar(self, html: &mut Html, left: impl FnOnce(&mut Html)) {
        html.raw("<div class=bar>");
        left(html);
        html.raw(
            "<div class=corner><button type=button class=corner-button data-action=language lang=",
        );
        html.text(self.language.other().code()).raw(">");
        html.text(self.text().language_switch).raw("</button>");
        html.raw("<button type=button class=corner-button data-action=text-size aria-label=\"");
        html.text(self.text().text_size)
            .raw(" ")
            .number(usize::from(self.text_size));
        html.raw(" %\">A");
        for _ in 0..self.text_size.saturating_sub(100) / 25 {
            html.raw("+");
        }
        html.raw("</button></div></div>");
    }

    /// The bar with the product's name at the left.
    pub fn plain_bar(self, html: &mut Html) {
        self.bar(html, |html| {
            html.raw("<span class=brand>")
                .text(self.text().name)
                .raw("</span>");
        });
    }
}
