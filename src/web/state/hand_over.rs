//! Ballots of this phone on their way to the counter: which are still here, what to show, forgetting them.
//!
//! The ledger itself says which ballots are waiting: those this device collected through a counter's
//! code. Handed over, a ballot is removed by a mark like any other, and then its record is erased from
//! both engines at once; where another tab holds that up it is tried again at the next start.

use crate::platform::{address, clock, second, settings};
use crate::state::ledger::Engines;
use crate::state::link::{self, HAND_KEY};
use crate::state::tickets::TICKETS_KEY;
use crate::state::{ledger, removal};
use sipas_core::ballot::{Ballot, BallotId, Channel, Ticket, is_code};
use sipas_core::campaign::Campaign;
use sipas_formats::hand_over::{self, part};
use sipas_formats::ledger::second as keys;
use sipas_formats::qr::{self, Qr};
use sipas_formats::store::StoreError;
use sipas_formats::survey_link;

/// Ids of ballots handed over of which something may still be left here, with spaces between.
const HANDED_KEY: &str = "sipas/handed";

/// Entries of the second engine looked through for one id; ids are random.
const PAGE: u32 = 64;

/// A ballot as it is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its id.
    pub id: BallotId,
    /// One code for each part.
    pub codes: Vec<Qr>,
    /// All of it as one link.
    pub link: String,
    /// Whether its ticket gets old.
    pub is_limited: bool,
}

/// Ids of the ballots that have not been handed over, the latest first.
///
/// # Errors
/// [`StoreError`] where the working copy cannot be read.
pub fn waiting() -> Result<Vec<BallotId>, StoreError> {
    let (device, handed) = (ledger::device(), handed());
    let mut ballots = ledger::read()?.ballots;
    ballots.retain(|one| {
        one.context.device == device
            && one.channel == Channel::Phone
            && one.ticket != Ticket::None
            && !handed.contains(&one.id)
    });
    ballots.sort_by_key(|one| core::cmp::Reverse(one.submitted_at.unix_secs));
    Ok(ballots.iter().map(|one| one.id).collect())
}

/// What to show of a ballot; nothing where it is not here, or too long for codes.
#[must_use]
pub fn offer(id: BallotId) -> Option<Offered> {
    let (ballot, shape): (Ballot, _) = ledger::with(|ledger| ledger.get(id)).ok()?.ok()??;
    let base = address::base();
    let sheet = hand_over::write(&ballot, &shape);
    let parts = part::split(&sheet)?;
    let codes = parts
        .iter()
        .map(|letters| qr::encode(&part::link(&base, letters)));
    Some(Offered {
        id,
        codes: codes.collect::<Option<_>>()?,
        link: part::link(&base, &part::whole(&sheet)),
        is_limited: matches!(ballot.ticket, Ticket::Once(_)),
    })
}

/// The campaign the address names; nothing where it is no counter's link.
#[must_use]
pub fn campaign() -> Option<String> {
    code(&address::fragment(), "c").filter(|_| link::is_here())
}

/// Makes `campaign` the one the address names, where this host does not know that by file: it then
/// has the link's questionnaire and terms, and of the host's own campaign no more than its fields.
///
/// From then on ballots carry the link's ticket, and the link is remembered.
pub fn apply(campaign: &mut Campaign) {
    let fragment = address::fragment();
    let Some(id) = self::campaign() else {
        link::set_ticket(Ticket::None);
        return;
    };
    let ticket = survey_link::value(&fragment, "t").and_then(survey_link::read_ticket);
    link::set_ticket(ticket.map_or(Ticket::Poster, Ticket::Once));
    settings::write(HAND_KEY, &fragment);
    if id == campaign.id {
        return;
    }
    campaign.id = id;
    if let Some(questionnaire) = code(&fragment, "q") {
        campaign.questionnaire = questionnaire;
    }
    campaign.unit = None;
    campaign.units.clear();
    if survey_link::value(&fragment, "ask").is_none() {
        campaign.fields.clear();
    }
    campaign.terms = survey_link::terms(&fragment);
}

fn code(fragment: &str, key: &str) -> Option<String> {
    let value = survey_link::value(fragment, key);
    value.filter(|code| is_code(code)).map(str::to_owned)
}

/// What the counter is called, as the link said; empty where it did not.
#[must_use]
pub fn place() -> String {
    let fragment = settings::read(HAND_KEY).unwrap_or_else(address::fragment);
    let name = survey_link::value(&fragment, "n").map(address::decode);
    survey_link::short_name(&name.unwrap_or_default())
}

/// Forgets a ballot; false where traces are left until other tabs are closed.
///
/// # Errors
/// [`StoreError`]; the ballot is still waiting then, and it can be tried again.
pub async fn forget(id: BallotId, engines: Option<Engines>) -> Result<bool, StoreError> {
    // Noted first: if the browser ends in the middle, the next start goes on with it.
    let before = handed();
    keep(&[before.as_slice(), &[id]].concat());
    match erase(id, engines).await {
        Err(error) => {
            keep(&before);
            Err(error)
        }
        Ok(whole) => {
            finish(engines).await;
            Ok(whole || is_counter())
        }
    }
}

/// Erases what is left of ballots handed over; what cannot be erased yet is tried again at the next start.
pub async fn finish(engines: Option<Engines>) {
    let mut left = Vec::new();
    for id in handed() {
        if erase(id, engines).await != Ok(true) {
            left.push(id);
        }
    }
    keep(&left);
    if left.is_empty() && !link::is_here() && waiting() == Ok(Vec::new()) {
        settings::remove(HAND_KEY);
    }
}

/// Takes a ballot out of both engines; false where another tab holds it up, and on the counter.
async fn erase(id: BallotId, engines: Option<Engines>) -> Result<bool, StoreError> {
    // The same browser may be the counter that took the ballot in: there it stays, and is only no
    // longer offered.
    if is_counter() {
        return Ok(false);
    }
    let is_here = |removed: bool| {
        ledger::with(|ledger| ledger.contains(id) && ledger.marks().is_removed(id) == removed)
    };
    if is_here(false)?
        && let Err(error) = removal::remove(&[id]).await
    {
        if engines != Some(Engines::One) {
            return Err(error);
        }
        // Without a second engine there is only this record.
        let now_secs = clock::now().unix_secs;
        let removed = ledger::with(|ledger| {
            ledger.remove(&[id], now_secs)?;
            ledger.compact(&[id])
        })?;
        return removed
            .map(|_| true)
            .map_err(|error| StoreError::Other(error.to_string()));
    }
    if is_here(true)? {
        // Compacting needs all other tabs closed.
        removal::make_room().await?;
    }
    if is_here(true)? {
        return Ok(false);
    }
    erase_sealed(id).await?;
    Ok(true)
}

/// Whether this browser has issued tickets.
fn is_counter() -> bool {
    settings::read(TICKETS_KEY).is_some()
}

/// Erases the sealed records of a ballot.
async fn erase_sealed(id: BallotId) -> Result<(), StoreError> {
    let key = keys::key(id);
    let before = key.get(..key.len() - 1).unwrap_or_default();
    let near = second::page(second::BALLOTS, before, PAGE).await?;
    let own = near.into_iter().map(|entry| entry.0);
    let own: Vec<String> = own.filter(|key| keys::id_of(key) == Some(id)).collect();
    if own.is_empty() {
        return Ok(());
    }
    second::erase(second::BALLOTS, &own).await
}

fn handed() -> Vec<BallotId> {
    let text = settings::read(HANDED_KEY).unwrap_or_default();
    text.split(' ').filter_map(keys::id_of).collect()
}

fn keep(ids: &[BallotId]) {
    if ids.is_empty() {
        settings::remove(HANDED_KEY);
        return;
    }
    let ids: Vec<String> = ids.iter().map(BallotId::to_string).collect();
    settings::write(HANDED_KEY, &ids.join(" "));
}
