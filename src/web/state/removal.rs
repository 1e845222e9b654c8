//! Ballots leave this device only after an archive was read back, and can be taken back for 30 days.
//!
//! Removing writes marks, first into the second engine, then into the working copy. The sealed
//! records stay in the second engine until this device has counted 30 days since; marks stay for good.

use crate::platform::{clock, second, settings};
use crate::state::{ledger, union};
use sipas_core::ballot::BallotId;
use sipas_core::device_clock::Elapsed;
use sipas_formats::ledger::marks::Mark;
use sipas_formats::ledger::second as keys;
use sipas_formats::record::unseal;
use sipas_formats::store::StoreError;
use std::collections::{BTreeMap, BTreeSet};

/// How long removed ballots stay restorable, in days.
pub const DAYS: i64 = 30;

/// This device's own count of time.
const ELAPSED_KEY: &str = "sipas/days";

/// For each removal still restorable its time and what was counted then: `time count;`.
const REMOVALS_KEY: &str = "sipas/removed";

/// Every tab holds it shared; compacting needs it alone.
const OPEN_LOCK: &str = "sipas/open";

/// How often it is asked for alone: giving it up first takes the browser a moment.
const TRIES: usize = 20;

/// Entries of the second engine read at a time.
const PAGE: u32 = 500;

/// Ballots removed at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// When, by the device's clock, in seconds since 1970.
    pub at_secs: i64,
    /// Those that can still be restored, ascending.
    pub ids: Vec<BallotId>,
    /// Days they stay so at least.
    pub days_left: i64,
}

/// Removes archived ballots; each is in the second engine first, readable.
///
/// # Errors
/// [`StoreError`]; nothing is removed then, or all are marked and it is finished at the next start.
pub async fn remove(ids: &[BallotId]) -> Result<(), StoreError> {
    let held = readable(ids).await?;
    let mut entries = Vec::new();
    for id in ids.iter().filter(|id| !held.contains(id)) {
        let copy = ledger::with(|ledger| ledger.get(*id))??;
        let (ballot, shape) = copy.ok_or_else(|| StoreError::Other(id.to_string()))?;
        entries.push(ledger::entry(&ballot, &shape));
    }
    second::add(second::BALLOTS, &entries, "").await?;
    let at_secs = clock::now().unix_secs;
    decide(ids, true, at_secs).await?;
    let count = count();
    let mut removals = removals();
    removals.insert(at_secs, count.secs);
    keep_removals(&removals);
    make_room().await
}

/// Takes a removal back.
///
/// # Errors
/// [`StoreError`]; it can be tried again.
pub async fn restore(ids: &[BallotId]) -> Result<(), StoreError> {
    decide(ids, false, clock::now().unix_secs).await?;
    union::bring_back(ids).await
}

/// Everything that can be restored, the latest first.
///
/// # Errors
/// [`StoreError`] where the second engine cannot be read.
pub async fn batches() -> Result<Vec<Batch>, StoreError> {
    let mut by_time: BTreeMap<i64, Vec<BallotId>> = BTreeMap::new();
    for id in second::ids().await?.into_iter().map(BallotId) {
        let mark = ledger::with(|ledger| ledger.marks().get(id))?;
        if let Some(mark) = mark.filter(|mark| mark.removed) {
            let ids = by_time.entry(mark.at_secs).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
    }
    let (now, mut removals) = (count(), removals());
    removals.retain(|at_secs, _| by_time.contains_key(at_secs));
    let batches = by_time.into_iter().rev().map(|(at_secs, ids)| {
        // Where the note was lost the days begin again.
        let then = *removals.entry(at_secs).or_insert(now.secs);
        Batch {
            at_secs,
            ids,
            days_left: DAYS - (now.secs - then) / 86_400,
        }
    });
    let batches = batches.collect();
    keep_removals(&removals);
    Ok(batches)
}

/// Lets go what has been restorable for 30 days; true where there was any.
///
/// # Errors
/// [`StoreError`]; it is tried again at the next start.
pub async fn purge() -> Result<bool, StoreError> {
    let due = batches().await?;
    let due: BTreeSet<BallotId> = due
        .into_iter()
        .filter(|batch| batch.days_left <= 0)
        .flat_map(|batch| batch.ids)
        .collect();
    if due.is_empty() {
        return Ok(false);
    }
    // A record that still stands in the working copy would come back from there.
    make_room().await?;
    let mut after = String::new();
    loop {
        let page = second::page(second::BALLOTS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(true);
        };
        after.clone_from(&last.0);
        let mut gone = Vec::new();
        for (key, sealed) in page {
            let due = keys::id_of(&key).filter(|id| due.contains(id));
            let Some(id) = due.filter(|_| unseal(&sealed).is_ok()) else {
                continue;
            };
            if !ledger::with(|ledger| ledger.contains(id))? {
                gone.push(key);
            }
        }
        if !gone.is_empty() {
            second::erase(second::BALLOTS, &gone).await?;
        }
    }
}

/// Marks ballots as removed or restored, now; gives the marks' time.
///
/// # Errors
/// [`StoreError`]; it can be tried again.
pub async fn mark(ids: &[BallotId], removed: bool) -> Result<i64, StoreError> {
    let at_secs = clock::now().unix_secs;
    decide(ids, removed, at_secs).await?;
    Ok(at_secs)
}

/// Writes the marks of a decision into both engines.
async fn decide(ids: &[BallotId], removed: bool, at_secs: i64) -> Result<(), StoreError> {
    let marks: Vec<Mark> = ledger::with(|ledger| {
        let next = |id: &BallotId| ledger.marks().next(*id, removed, at_secs);
        ids.iter().filter_map(next).collect()
    })?;
    union::add_marks(&marks).await?;
    // What finds no room now is taken from the second engine at the next start.
    drop(ledger::with(|ledger| ledger.take_marks(&marks))?);
    Ok(())
}

/// Lets the working copy's records of removed ballots go, where no other tab is open.
///
/// # Errors
/// [`StoreError`] where the second engine cannot be read.
pub async fn make_room() -> Result<(), StoreError> {
    let all: Vec<BallotId> = second::ids().await?.into_iter().map(BallotId).collect();
    let held = readable(&all).await?;
    let held: Vec<BallotId> = held.into_iter().collect();
    second::unlock(OPEN_LOCK);
    let mut alone = None;
    for _ in 0..TRIES {
        alone = second::lock(OPEN_LOCK, false, false).await;
        if alone != Some(false) {
            break;
        }
    }
    if alone == Some(true) {
        // Where it cannot be done now it is done after the next removal.
        drop(ledger::with(|ledger| ledger.compact(&held))?);
        second::unlock(OPEN_LOCK);
    }
    second::lock(OPEN_LOCK, true, true).await;
    Ok(())
}

/// Which of these (ascending) the second engine has a readable record of.
async fn readable(ids: &[BallotId]) -> Result<BTreeSet<BallotId>, StoreError> {
    let mut found = BTreeSet::new();
    let mut after = String::new();
    loop {
        let page = second::page(second::BALLOTS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(found);
        };
        after.clone_from(&last.0);
        for (_, sealed) in page {
            if let Ok((ballot, _)) = unseal(&sealed)
                && ids.binary_search(&ballot.id).is_ok()
            {
                found.insert(ballot.id);
            }
        }
    }
}

/// This device's count of time, after looking at the clock.
fn count() -> Elapsed {
    let before = settings::read(ELAPSED_KEY).and_then(|text| Elapsed::from_text(&text));
    let now_secs = clock::now().unix_secs;
    let count = before.unwrap_or(Elapsed {
        looked_at_secs: now_secs,
        secs: 0,
    });
    let count = count.look(now_secs);
    settings::write(ELAPSED_KEY, &count.to_text());
    count
}

fn removals() -> BTreeMap<i64, i64> {
    let text = settings::read(REMOVALS_KEY).unwrap_or_default();
    let pairs = text.split(';').filter_map(|pair| {
        let (at_secs, counted) = pair.split_once(' ')?;
        Some((at_secs.parse().ok()?, counted.parse().ok()?))
    });
    pairs.collect()
}

fn keep_removals(removals: &BTreeMap<i64, i64>) {
    let pairs = removals.iter().map(|(at_secs, counted)| {
        let mut pair = at_secs.to_string();
        pair.push(' ');
        pair.push_str(&counted.to_string());
        pair
    });
    settings::write(REMOVALS_KEY, &pairs.collect::<Vec<_>>().join(";"));
}
