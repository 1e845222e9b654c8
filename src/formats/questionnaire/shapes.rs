//! The keys of a questionnaire file, object by object.
//!
//! The published schema (public/schema/questionnaire-1.schema.json) has the same keys under the
//! same names; a test compares them.

use crate::shape::Kind::{Flag, List, Number, Object, Text, Texts, Whole, Wording};
use crate::shape::Shape;

/// The whole file.
pub const DOCUMENT: &Shape = &[
    ("$schema", Text, false),
    ("format", Text, true),
    ("id", Text, true),
    ("version", Whole, true),
    ("languages", Texts, true),
    ("title", Wording, true),
    ("introduction", Wording, false),
    ("minutes", Whole, true),
    ("terms", List, false),
    ("scales", List, true),
    ("factors", List, false),
    ("general", Object, false),
    ("reasons", Object, false),
    ("comment", Object, false),
    ("respondent", List, false),
    ("classes", List, false),
    (crate::stamp::KEY, Text, false),
];

/// A word that changes with the counter.
pub const TERM: &Shape = &[("id", Text, true), ("choices", List, true)];

/// One of several named answers.
pub const CHOICE: &Shape = &[("code", Text, true), ("label", Wording, true)];

/// A named list of levels.
pub const SCALE: &Shape = &[
    ("id", Text, true),
    ("levels", List, true),
    ("not_applicable", Wording, false),
];

/// One answer of a scale.
pub const LEVEL: &Shape = &[
    ("code", Text, true),
    ("label", Wording, true),
    ("score", Number, true),
    ("satisfied", Flag, true),
    ("face", Whole, false),
];

/// A group of criteria.
pub const FACTOR: &Shape = &[
    ("id", Text, true),
    ("title", Wording, true),
    ("gate", Object, false),
    ("only_if", Object, false),
    ("criteria", List, true),
];

/// One rated statement or question.
pub const CRITERION: &Shape = &[
    ("id", Text, true),
    ("text", Wording, true),
    ("explanation", Wording, false),
    ("scale", Text, true),
    ("negative", Flag, false),
    ("optional", Flag, false),
    ("not_applicable", Flag, false),
    ("only_if", Object, false),
    ("source", Text, false),
];

/// When something is asked.
pub const CONDITION: &Shape = &[("question", Text, true), ("any_of", Texts, true)];

/// A question with named answers.
pub const QUESTION: &Shape = &[
    ("id", Text, true),
    ("text", Wording, true),
    ("choices", List, true),
];

/// Reasons after a low rating.
pub const REASONS: &Shape = &[
    ("text", Wording, true),
    ("only_if", Object, true),
    ("choices", List, true),
];

/// The open comment.
pub const COMMENT: &Shape = &[
    ("text", Wording, true),
    ("privacy_hint", Wording, true),
    ("max_chars", Whole, false),
];

/// A class by total of points.
pub const CLASS: &Shape = &[
    ("code", Text, true),
    ("label", Wording, true),
    ("at_least", Number, true),
];

/// All tables by their names in the schema.
pub const ALL: &[(&str, &Shape)] = &[
    ("", DOCUMENT),
    ("term", TERM),
    ("choice", CHOICE),
    ("scale", SCALE),
    ("level", LEVEL),
    ("factor", FACTOR),
    ("criterion", CRITERION),
    ("condition", CONDITION),
    ("question", QUESTION),
    ("reasons", REASONS),
    ("comment", COMMENT),
    ("class", CLASS),
];
