//! The ballot: one respondent's answers to one questionnaire version, and how they were collected.

use crate::moment::Moment;
use core::cmp::Ordering;
use core::fmt;

/// Identity of a ballot: 64 random bits, written as 16 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BallotId(pub u64);

/// Identity of the device that collected a ballot: 8 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DeviceId(pub u32);

impl fmt::Display for BallotId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

/// How a ballot was collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// The respondent's own phone.
    Phone,
    /// The counter's tablet.
    Kiosk,
    /// An interviewer read the questions.
    Interviewer,
    /// A paper ballot typed in.
    Paper,
}

impl Channel {
    /// All channels, in the order of their stored numbers.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Kiosk, Self::Interviewer, Self::Paper];

    /// The name written to files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Kiosk => "kiosk",
            Self::Interviewer => "interviewer",
            Self::Paper => "paper",
        }
    }

    /// The channel with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// Whether the respondent went through to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Sent at the end.
    Complete,
    /// Ended early; what was answered counts.
    Stopped,
}

impl Status {
    /// The name written to files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Stopped => "stopped",
        }
    }

    /// The status with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Complete, Self::Stopped]
            .into_iter()
            .find(|status| status.code() == code)
    }
}

/// The code a respondent's survey was opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ticket {
    /// None, or one that says nothing of a campaign.
    #[default]
    None,
    /// A code shown for one respondent, by its one-time ticket: on the respondent's device the
    /// ticket itself, on the counter's the number it is known by.
    Once(u64),
    /// A poster, which anyone may scan any number of times.
    Poster,
}

/// What stands in one criterion's place on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Answer {
    /// Left blank.
    #[default]
    Blank,
    /// "Không áp dụng / không có ý kiến", or not asked because an earlier answer made it not apply.
    NotApplicable,
    /// The level at this position of the criterion's scale, from 0.
    Level(u8),
}

/// Where and under which rules ballots were collected; many ballots share one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Context {
    /// The device that collected it.
    pub device: DeviceId,
    /// Campaign code; empty where unknown.
    pub campaign: String,
    /// Questionnaire id.
    pub questionnaire: String,
    /// Questionnaire version.
    pub version: u32,
    /// Unit path such as `gia-lai/duc-co`; empty where unknown.
    pub unit: String,
    /// Field code; empty where unknown.
    pub field: String,
}

/// One respondent's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Identity, the same wherever the ballot travels.
    pub id: BallotId,
    /// Device, campaign, questionnaire, unit, field.
    pub context: Context,
    /// How it was collected.
    pub channel: Channel,
    /// The code it was opened with.
    pub ticket: Ticket,
    /// Complete or stopped early.
    pub status: Status,
    /// When it was sent, by the collecting device's clock.
    pub submitted_at: Moment,
    /// From the first question to sending, in seconds.
    pub duration_secs: u32,
    /// For each respondent question of the questionnaire the position of the choice, from 0.
    pub respondent: Vec<Option<u8>>,
    /// For each criterion (factors in order, then the general question) its answer.
    pub answers: Vec<Answer>,
    /// Chosen reasons: bit i is the i-th choice of the questionnaire's reasons.
    pub reasons: u16,
    /// The open comment; empty where none.
    pub comment: String,
}

impl Ballot {
    /// Whether of two different ballots under one id this one counts: the one sent later, as a point in
    /// time; at the same second the one that is greater column by column.
    ///
    /// The columns are those of the ballot file, in its order; numbers by value, texts byte by byte,
    /// answers and choices by their place in the scale, blank before and "không áp dụng" after all levels.
    /// It needs no questionnaire, so every program decides alike.
    #[must_use]
    pub fn counts_over(&self, other: &Self) -> bool {
        self.by_weight(other).is_gt()
    }

    /// Orders different ballots under one id; the last counts, see [`Ballot::counts_over`].
    #[must_use]
    pub fn by_weight(&self, other: &Self) -> Ordering {
        self.weight().cmp(&other.weight())
    }

    fn weight(&self) -> impl Ord + '_ {
        let place = &self.context;
        (
            self.submitted_at.unix_secs,
            (place.device, &place.campaign, &place.questionnaire),
            (place.version, &place.unit, &place.field),
            (self.channel.code(), self.status.code()),
            (self.submitted_at.offset_minutes, self.duration_secs),
            (&self.respondent, &self.answers, &self.comment),
            (self.reasons, self.ticket),
        )
    }
}

/// The characters a campaign, unit or field code may have.
///
/// Lower-case a-z, digits, `-` and, for unit paths, `/` between non-empty parts.
#[must_use]
pub fn is_code(text: &str) -> bool {
    let mut in_part = false;
    for byte in text.bytes() {
        in_part = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => true,
            b'/' if in_part => false,
            _ => return false,
        };
    }
    in_part && text.len() <= 120
}
