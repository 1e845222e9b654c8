//! The head: what many ballots share, written once before them.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | version of the record format: 1, or 2 where the ballots carry a [`Ticket`] |
//! | 1 | kind: 1 ballots, 2 removal marks |
//! | 4 | device, lowest byte first |
//! | texts | campaign, questionnaire; then its version as a varint; unit, field |
//! | … | the questionnaire's [`Shape`] |
//! | varint | base time in seconds after [`EPOCH_SECS`], zigzag; last, so that all before it names the context |

use super::RecordError;
use super::bytes::{Reader, Writer};
use super::shape::Shape;
use sipas_core::ballot::{Ballot, Context, DeviceId, Ticket};

/// The version of the record format that everything without a ticket is written in.
pub const VERSION: u8 = 1;

/// The version of ballots opened with a code of a campaign: bodies with a ticket.
pub const TICKETED: u8 = 2;

/// Kind of a head or sealed record that holds ballots.
pub const BALLOTS: u8 = 1;

/// Kind of a head or sealed record that holds removal marks.
pub const MARKS: u8 = 2;

/// Kind of a sealed record that holds a half-done survey.
pub const DRAFT: u8 = 3;

/// 2026-01-01T00:00:00Z: base times are told from here.
pub const EPOCH_SECS: i64 = 1_767_225_600;

/// What all ballots of a group share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Whether the bodies have a ticket: version 2.
    pub ticketed: bool,
    /// Device, campaign, questionnaire, unit, field.
    pub context: Context,
    /// How many answers each question has.
    pub shape: Shape,
    /// Times are told as seconds from here (Unix time).
    pub base_secs: i64,
}

impl Head {
    /// The head of a group that begins with this ballot.
    #[must_use]
    pub fn of(ballot: &Ballot, shape: &Shape) -> Self {
        Self {
            ticketed: ballot.ticket != Ticket::None,
            context: ballot.context.clone(),
            shape: shape.covering(ballot),
            base_secs: ballot.submitted_at.unix_secs,
        }
    }

    /// Writes everything that names the context, without the base time.
    ///
    /// A stored head belongs to the same context exactly where it begins with these bytes.
    #[must_use]
    pub fn context_bytes(&self) -> Vec<u8> {
        let Self { context, shape, .. } = self;
        let mut out = Writer::new();
        out.u8(if self.ticketed { TICKETED } else { VERSION });
        out.u8(BALLOTS);
        out.low_bytes(u64::from(context.device.0), 4);
        out.text(&context.campaign);
        out.text(&context.questionnaire);
        out.varint(u64::from(context.version));
        out.text(&context.unit);
        out.text(&context.field);
        shape.write(&mut out);
        out.bytes
    }

    /// Writes the whole head.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer {
            bytes: self.context_bytes(),
        };
        out.signed(self.base_secs.wrapping_sub(EPOCH_SECS));
        out.bytes
    }

    /// Reads a head and leaves `input` behind it.
    ///
    /// # Errors
    /// [`RecordError::Newer`] for a version this program does not know, [`RecordError::Malformed`]
    /// for bytes that are no head of ballots.
    pub fn read(input: &mut Reader<'_>) -> Result<Self, RecordError> {
        let (version, kind) = kind(input)?;
        if kind != BALLOTS {
            return Err(RecordError::Malformed);
        }
        Self::read_context(input, version == TICKETED).ok_or(RecordError::Malformed)
    }

    fn read_context(input: &mut Reader<'_>, ticketed: bool) -> Option<Self> {
        // Texts become owned only at the end: until then there is nothing to give up on the way out.
        let device = DeviceId(u32::try_from(input.low_bytes(4)?).ok()?);
        let campaign = input.text()?;
        let questionnaire = input.text()?;
        let version = u32::try_from(input.varint()?).ok()?;
        let unit = input.text()?;
        let field = input.text()?;
        let shape = Shape::read(input)?;
        let base_secs = input.signed()?.wrapping_add(EPOCH_SECS);
        let context = Context {
            device,
            campaign: campaign.to_owned(),
            questionnaire: questionnaire.to_owned(),
            version,
            unit: unit.to_owned(),
            field: field.to_owned(),
        };
        Some(Self {
            ticketed,
            context,
            shape,
            base_secs,
        })
    }
}

/// Reads the two bytes every head and sealed record begins with: version and kind.
///
/// # Errors
/// [`RecordError::Newer`] for a version this program does not know, [`RecordError::Malformed`]
/// where there is no version.
pub fn kind(input: &mut Reader<'_>) -> Result<(u8, u8), RecordError> {
    match input.u8() {
        Some(version @ (VERSION | TICKETED)) => {
            let kind = input.u8().ok_or(RecordError::Malformed)?;
            Ok((version, kind))
        }
        Some(version) if version > TICKETED => Err(RecordError::Newer(version)),
        Some(_) | None => Err(RecordError::Malformed),
    }
}
