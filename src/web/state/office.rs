//! What the office puts on its reports and on its public display: small texts kept on this device.

use crate::platform::settings;
use sipas_core::hiding::LEAST_RESPONDENTS;

/// One of the office's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The agency above it.
    Parent,
    /// Its own name.
    Agency,
    /// The symbol behind the document's number.
    Symbol,
    /// Where documents are signed.
    Place,
    /// The signer's position.
    Title,
    /// The signer's name.
    Signer,
    /// Who gets the report, one a line.
    Recipients,
    /// What was done after citizens' feedback, one a line.
    Heard,
}

/// Where the smallest number of respondents of a published figure is kept.
const LEAST_KEY: &str = "sipas/office/least";

/// What it may be set to.
pub const LEAST_RANGE: core::ops::RangeInclusive<u64> = 3..=100;

impl Line {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Parent,
        Self::Agency,
        Self::Symbol,
        Self::Place,
        Self::Title,
        Self::Signer,
        Self::Recipients,
        Self::Heard,
    ];

    /// Its name in the form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parent => "parent",
            Self::Agency => "agency",
            Self::Symbol => "symbol",
            Self::Place => "place",
            Self::Title => "title",
            Self::Signer => "signer",
            Self::Recipients => "recipients",
            Self::Heard => "heard",
        }
    }

    /// Whether it has several lines.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Recipients | Self::Heard)
    }

    /// What is kept; empty where nothing is.
    #[must_use]
    pub fn read(self) -> String {
        settings::read(&self.key()).unwrap_or_default()
    }

    /// Keeps a text; false where the browser refuses.
    #[must_use]
    pub fn keep(self, text: &str) -> bool {
        if text.trim().is_empty() {
            settings::remove(&self.key())
        } else {
            settings::write(&self.key(), text)
        }
    }

    fn key(self) -> String {
        ["sipas/office/", self.name()].concat()
    }
}

/// Fewest respondents of a published figure.
#[must_use]
pub fn least() -> u64 {
    let kept = settings::read(LEAST_KEY).and_then(|text| text.parse().ok());
    kept.filter(|least| LEAST_RANGE.contains(least))
        .unwrap_or(LEAST_RESPONDENTS)
}

/// Keeps another smallest number; false where it is out of range or the browser refuses.
#[must_use]
pub fn keep_least(least: u64) -> bool {
    LEAST_RANGE.contains(&least) && settings::write(LEAST_KEY, &least.to_string())
}
