//! Every sentence people read, one table per language.
//!
//! The citizen's Vietnamese sentences are in the first download; the English ones and the staff's are files
//! of their own.

pub mod campaigns;
mod citizen;
pub mod collect;
pub mod comments;
pub mod display;
pub mod english;
pub mod evaluation;
pub mod explaining;
pub mod exports;
pub mod hand;
pub mod health;
pub mod import;
pub mod import_problems;
pub mod interview;
pub mod kiosk;
pub mod naming;
pub mod package;
pub mod paper;
pub mod plan;
pub mod plan_editing;
pub mod report;
pub mod response;
pub mod results;
pub mod sample;
pub mod scores;
pub mod set;
pub mod staff;
pub mod stream;

pub use citizen::CitizenText;

use std::sync::OnceLock;

/// The English sentences once they are here.
static ENGLISH: OnceLock<&'static CitizenText> = OnceLock::new();

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt, the default.
    Vi,
    /// English.
    En,
}

impl Language {
    /// BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language with this code; Vietnamese for any other.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        if code == "en" { Self::En } else { Self::Vi }
    }

    /// The other language, for the switch.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// The citizen's sentences; Vietnamese as long as the English ones are not here.
    #[must_use]
    pub fn citizen(self) -> &'static CitizenText {
        match self {
            Self::Vi => &citizen::VI,
            Self::En => ENGLISH.get().copied().unwrap_or(&citizen::VI),
        }
    }

    /// Whether the citizen's sentences in this language are here.
    #[must_use]
    pub fn is_here(self) -> bool {
        self == Self::Vi || ENGLISH.get().is_some()
    }

    /// Takes the English sentences in.
    pub fn take_english(text: &'static CitizenText) {
        ENGLISH.get_or_init(|| text);
    }
}
