//! The kinds of parts, and the names they have in the contents.

use core::fmt;

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The list of all other parts.
    Contents,
    /// Where and when the archive was written.
    About,
    /// Ballots that share their context: device, campaign, questionnaire, unit, field.
    Ballots,
    /// Removal marks.
    Marks,
    /// Texts under keys: campaigns, counts, the register of papers, settings.
    Texts,
    /// What the device could not read.
    Unread,
}

impl Kind {
    /// All kinds, in the order of their parts.
    pub const ALL: [Self; 6] = [
        Self::Contents,
        Self::About,
        Self::Ballots,
        Self::Marks,
        Self::Texts,
        Self::Unread,
    ];

    /// The number in a frame.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Contents => 1,
            Self::About => 2,
            Self::Ballots => 3,
            Self::Marks => 4,
            Self::Texts => 5,
            Self::Unread => 6,
        }
    }

    /// The kind with this number; none where a newer program knows it.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Its name in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contents => "contents",
            Self::About => "about",
            Self::Ballots => "ballots",
            Self::Marks => "removal marks",
            Self::Texts => "texts",
            Self::Unread => "unreadable records",
        }
    }
}

/// What a part is called, also where it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// What it holds, as the number in its frame: a newer program may have more kinds.
    pub kind: u8,
    /// What it is about: a context of ballots, what keys begin with; empty where nothing is known.
    pub about: String,
    /// The number among its like, from 1; 0 where nothing is known.
    pub number: u64,
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Kind::from_number(self.kind) {
            Some(kind) => out.write_str(kind.name())?,
            None => write!(out, "a part of kind {}", self.kind)?,
        }
        if !self.about.is_empty() {
            write!(out, " {}", self.about)?;
        }
        if self.number > 0 {
            write!(out, " #{}", self.number)?;
        }
        Ok(())
    }
}
