//! Rates of response, each with its two whole numbers or the reason why there is none.
//!
//! | rate | numerator | denominator |
//! |---|---|---|
//! | response | people whose ballot was kept (complete or partial) | people asked |
//! | completion | people who sent at the end | people who opened the first question |
//!
//! With partial ballots in the numerator the response rate is AAPOR's RR2: who was asked is known to be
//! eligible, since only people who had just been served are asked.
//!
//! Who counts as asked differs with the channel, and so does what the rate can say:
//!
//! | channel | asked ([`Event::Shown`](super::Event::Shown)) |
//! |---|---|
//! | phone | a code was shown to one person; who scans a poster is counted by nobody |
//! | kiosk | a person touched the waiting tablet: nobody can count those who only walked past |
//! | interviewer | a person was met and asked; nobody at home is not asked |
//! | paper | a sheet was handed out |
//!
//! So rates of different channels are never pooled: [`rates`] answers for one channel, or for a
//! selection in which only one was counted.

use super::{Counts, Responses, takes};
use crate::ballot::Channel;
use crate::selection::Selection;

/// A share of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Proportion {
    /// Numerator.
    pub part: u64,
    /// Denominator; at least 1 and not below the numerator.
    pub whole: u64,
}

impl Proportion {
    /// The share from 0 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        self.part as f64 / self.whole as f64
    }
}

/// Why a selection has no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NoRate {
    /// Nobody was counted as asked, or as having started.
    #[error("nobody was counted")]
    NotCounted,
    /// More answered than were asked: some of them were asked without being counted.
    #[error("more people answered than were counted as asked")]
    Incomplete,
    /// The selection takes only complete or only stopped ballots: those are results, not people asked.
    #[error("a selection by status has no response rate")]
    ByStatus,
    /// Several channels were counted, whose denominators mean different things.
    #[error("channels ask in different ways; their rates are not pooled")]
    Channels,
}

/// The rates of a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// The one channel they are about, where anything was counted.
    pub channel: Option<Channel>,
    /// What they are formed of; over all channels where there are several.
    pub counts: Counts,
    /// Ballots kept out of people asked.
    pub response: Result<Proportion, NoRate>,
    /// Sent at the end out of started.
    pub completion: Result<Proportion, NoRate>,
}

/// The rates of the people a selection is about.
///
/// A field or unit asked in the survey itself is not known when a person is asked: selecting by it finds
/// only those whose code or start carried it.
#[must_use]
pub fn rates(responses: &Responses, selection: &Selection) -> Rates {
    let counts = responses.sum(|cell| takes(selection, cell));
    let mut channels = Channel::ALL.into_iter().filter(|channel| {
        let of_channel = responses.sum(|cell| cell.channel == *channel && takes(selection, cell));
        of_channel != Counts::default()
    });
    let channel = channels.next();
    let several = channels.next().is_some();
    let refused = if selection.status.is_some() {
        Some(NoRate::ByStatus)
    } else if several {
        Some(NoRate::Channels)
    } else {
        None
    };
    let of = |part, whole| refused.map_or_else(|| proportion(part, whole), Err);
    Rates {
        channel: channel.filter(|_| !several),
        counts,
        response: of(counts.answered(), counts.shown),
        completion: of(counts.completed, counts.started),
    }
}

const fn proportion(part: u64, whole: u64) -> Result<Proportion, NoRate> {
    if part > whole {
        Err(NoRate::Incomplete)
    } else if whole == 0 {
        Err(NoRate::NotCounted)
    } else {
        Ok(Proportion { part, whole })
    }
}
