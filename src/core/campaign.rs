//! The campaign (đợt khảo sát): which questionnaire is asked, where, and about which fields.

use crate::wording::Wording;

/// One round of the survey as set up by staff.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Campaign {
    /// Code written to ballots: a-z, 0-9, `-`.
    pub id: String,
    /// What staff and citizens read; one language or several.
    pub name: Wording,
    /// Which questionnaire is asked.
    pub questionnaire: String,
    /// Units a respondent may choose among; empty: the ballot's unit stays empty.
    pub units: Vec<Place>,
    /// Fields (lĩnh vực) a respondent may choose among; empty: not asked.
    pub fields: Vec<Place>,
    /// For each of the questionnaire's terms by id, the chosen code; absent: the first choice.
    pub terms: Vec<(String, String)>,
    /// Unit of this device's counter: every ballot gets it and it is not asked.
    pub unit: Option<String>,
    /// Name of the counter, for staff.
    pub counter: String,
}

/// A unit or field: its code and its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Code written to ballots: a-z, 0-9, `-`, and `/` between the parts of a unit's path.
    pub code: String,
    /// What people read.
    pub label: Wording,
}
