//! What is wrong with a document, and where: path, what was expected, what was found.

use core::fmt;

/// One thing wrong with a questionnaire or campaign file.
///
/// `path` walks the document as its author sees it: `factors[2].criteria[0].text.vi`; empty for
/// the document as a whole. `expected` and `found` are short English phrases or quoted values;
/// the interface puts them into a sentence of the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where in the document, from its root.
    pub path: String,
    /// Which rule is broken.
    pub fault: Fault,
    /// What the rule asks for.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

/// The rule a [`Problem`] breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The text is not JSON at all.
    NotJson,
    /// A required key is absent.
    Missing,
    /// A key this version of the format does not know.
    Unknown,
    /// A value of another type.
    WrongType,
    /// An id or code with other characters than allowed, or too long.
    BadCode,
    /// The same id or code twice where it must be unique.
    Duplicate,
    /// A text that is empty or missing in one of the languages.
    NoText,
    /// A number outside its range, or a list that is too short or too long.
    OutOfRange,
    /// A name that refers to nothing, or to something asked later.
    BadReference,
    /// A combination that cannot work: no satisfied level, a condition that is never true.
    Contradiction,
    /// A format version newer than this program.
    NewerFormat,
}

impl Fault {
    /// The fault's stable name, as printed by the checker and used in tests.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::Missing => "missing",
            Self::Unknown => "unknown-key",
            Self::WrongType => "wrong-type",
            Self::BadCode => "bad-code",
            Self::Duplicate => "duplicate",
            Self::NoText => "no-text",
            Self::OutOfRange => "out-of-range",
            Self::BadReference => "bad-reference",
            Self::Contradiction => "contradiction",
            Self::NewerFormat => "newer-format",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}: {}: expected {}, found {}",
            self.path,
            self.fault.name(),
            self.expected,
            self.found
        )
    }
}
