//! Every sentence people read, one table per language.
//!
//! The citizen's sentences are in the first download; the staff's are cut out with the staff pages.

mod citizen;
pub mod health;
pub mod staff;

pub use citizen::CitizenText;

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

    /// The citizen's sentences.
    #[must_use]
    pub const fn citizen(self) -> &'static CitizenText {
        match self {
            Self::Vi => &citizen::VI,
            Self::En => &citizen::EN,
        }
    }
}
