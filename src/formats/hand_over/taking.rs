//! Whether a counter takes a sheet, or why not.

use super::Sheet;
use super::tickets::Tickets;
use crate::record::shape::Shape;
use sipas_core::ballot::{Ballot, BallotId, Channel, Ticket, is_code};
use sipas_core::questionnaire::Questionnaire;
use thiserror::Error;

/// Why a sheet is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It belongs to another campaign, this one.
    #[error("it belongs to the campaign {0:?}")]
    OtherCampaign(String),
    /// It answers another questionnaire or version: its id and version.
    #[error("it answers {0} version {1}")]
    OtherQuestionnaire(String, u32),
    /// The code it was opened with was not shown by this device, or too long ago to remember.
    #[error("its ticket was not issued by this device")]
    UnknownTicket,
    /// The code it was opened with was shown too long ago.
    #[error("its ticket is too old")]
    OldTicket,
    /// Another ballot came with the same ticket before.
    #[error("its ticket brought another ballot before")]
    UsedTicket,
    /// The check does not fit: it was put together or changed by hand.
    #[error("its check does not fit")]
    Forged,
    /// No survey opened by a counter's code makes such a ballot.
    #[error("no survey makes such a ballot")]
    Malformed,
}

/// What a counter knows.
#[derive(Debug, Clone, Copy)]
pub struct Counter<'a> {
    /// The campaign it collects for.
    pub campaign: &'a str,
    /// What that one asks.
    pub questionnaire: &'a Questionnaire,
    /// The tickets it has issued.
    pub tickets: &'a Tickets,
    /// Now, by its clock, in seconds since 1970.
    pub now_secs: i64,
}

/// What a counter does with a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// Store this ballot, then use its ticket up.
    Fresh(Box<Ballot>),
    /// Nothing: it came before.
    Before(BallotId),
}

impl Counter<'_> {
    /// Looks at a sheet; `has` says whether a ballot of this id is stored, or was and has been archived.
    ///
    /// # Errors
    /// [`Refusal`]; nothing may be stored then.
    pub fn take(&self, sheet: &Sheet, has: impl Fn(BallotId) -> bool) -> Result<Taken, Refusal> {
        let ballot = &sheet.ballot;
        let context = &ballot.context;
        if context.campaign != self.campaign {
            return Err(Refusal::OtherCampaign(context.campaign.clone()));
        }
        let asked = self.questionnaire;
        if context.questionnaire != asked.id || context.version != asked.version {
            let id = context.questionnaire.clone();
            return Err(Refusal::OtherQuestionnaire(id, context.version));
        }
        let (number, ticket) = match ballot.ticket {
            Ticket::Once(number) => match self.tickets.find(number) {
                Some(issued) => (Some(issued), issued.ticket),
                None if has(ballot.id) => return Ok(Taken::Before(ballot.id)),
                None => return Err(Refusal::UnknownTicket),
            },
            Ticket::Poster => (None, 0),
            Ticket::None => return Err(Refusal::Malformed),
        };
        if !sheet.is_proved_by(ticket) {
            return Err(Refusal::Forged);
        }
        if !is_sound(ballot, &sheet.shape, asked) {
            return Err(Refusal::Malformed);
        }
        let used = number.and_then(|issued| issued.used);
        if used.is_some_and(|(_, id)| id != ballot.id) {
            return Err(Refusal::UsedTicket);
        }
        if used.is_some() || has(ballot.id) {
            return Ok(Taken::Before(ballot.id));
        }
        if number.is_some_and(|issued| issued.is_old(self.now_secs)) {
            return Err(Refusal::OldTicket);
        }
        Ok(Taken::Fresh(Box::new(ballot.clone())))
    }
}

/// Whether a survey of this questionnaire could have made the ballot.
fn is_sound(ballot: &Ballot, shape: &Shape, questionnaire: &Questionnaire) -> bool {
    let places = [&ballot.context.unit, &ballot.context.field];
    let longest = questionnaire.comment.as_ref().map_or(0, |one| {
        usize::try_from(one.max_chars).unwrap_or(usize::MAX)
    });
    ballot.channel == Channel::Phone
        && *shape == Shape::of(questionnaire)
        && places.iter().all(|one| one.is_empty() || is_code(one))
        && ballot.comment.chars().count() <= longest
}
