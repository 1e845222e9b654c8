//! A plan carried out: all of it in both engines, or nothing; and taken back.
//!
//! A note of the ids is on the disk before the first ballot. It goes in the same transaction as the last
//! one, so an import that a power cut ends halfway is known at the next start and taken back then.

use crate::platform::{clock, second};
use crate::state::archive;
use crate::state::import::{Found, Pace};
use crate::state::{ledger, removal, undone};
use sipas_core::ballot::BallotId;
use sipas_formats::import::Incoming;
use sipas_formats::ledger::{AddError, Written};
use sipas_formats::record::bytes::{Reader, Writer};
use sipas_formats::record::head::Head;
use sipas_formats::store::StoreError;
use std::cell::Cell;
use std::collections::BTreeSet;

/// The note of an import under way, in the second engine.
const UNDER_WAY: &str = "sipas/importing";

/// The note of the last import, for taking it back; in the second engine.
const LAST: &str = "sipas/imported";

/// Ballots written at a time.
const PORTION: usize = 500;

/// Start value of a note's checksum.
const NOTE_KEY: u32 = 0x494D_504F;

/// Held while an import is under way, so that no other window takes it for one that was cut off.
const LOCK: &str = "sipas/import";

thread_local! {
    static MENDED: Cell<bool> = const { Cell::new(false) };
}

/// What carrying out came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// So many ballots are stored now.
    Stored(usize),
    /// Nothing was changed.
    Cancelled,
    /// No room; nothing was changed.
    Full,
    /// The stores failed; what was written was taken back.
    Failed(String),
}

/// An import that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// When, in seconds since 1970.
    pub at_secs: i64,
    /// Ballots that were not there before.
    pub ids: Vec<BallotId>,
    /// Keys of texts that were not there before.
    pub keys: Vec<String>,
}

/// What the person chose beside the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    /// Also ballots that were removed on this device.
    pub removed_too: bool,
    /// The archive takes this device's place.
    pub everything: bool,
}

/// Carries a plan out.
pub async fn carry_out(found: &Found, choice: Choice, pace: &Pace) -> Outcome {
    let plan = &found.plan;
    let mut list: Vec<&Incoming> = plan.new.iter().chain(&plan.replacing).collect();
    if choice.removed_too {
        list.extend(&plan.removed);
    }
    if list.len() > found.room {
        return Outcome::Full;
    }
    // Neighbours share groups.
    list.sort_by_cached_key(|one| {
        let head = Head::of(&one.ballot, &one.shape);
        (
            head.context_bytes(),
            one.ballot.submitted_at.unix_secs,
            one.ballot.id,
        )
    });
    let new: Vec<BallotId> = plan.new.iter().map(|one| one.ballot.id).collect();
    let locked = second::lock(LOCK, false, true).await;
    let stored = store(&list, &new, pace).await;
    if locked == Some(true) {
        second::unlock(LOCK);
    }
    match stored {
        Ok(true) => {}
        Ok(false) => return Outcome::Cancelled,
        Err(StoreError::Full) => return Outcome::Full,
        Err(error) => return Outcome::Failed(error.to_string()),
    }
    if choice.everything {
        // The ballots are safe by now; marks that cannot be written are told by their number next time.
        drop(archive::take_marks(&found.marks).await);
    }
    let keys = archive::take_texts(&found.texts, choice.everything).await;
    let last = Last {
        at_secs: clock::now().unix_secs,
        ids: new,
        keys: if choice.everything { Vec::new() } else { keys },
    };
    keep_note(LAST, &last).await;
    Outcome::Stored(list.len())
}

/// Stores ballots in both engines; false where it was cancelled, and then nothing is changed.
async fn store(list: &[&Incoming], new: &[BallotId], pace: &Pace) -> Result<bool, StoreError> {
    let has_second = second::is_open(&second::status().await);
    let back: Vec<BallotId> = ledger::with(|ledger| {
        let ids = list.iter().map(|one| one.ballot.id);
        ids.filter(|id| ledger.marks().is_removed(*id)).collect()
    })?;
    let mut done = 0;
    // What the second engine had before stays there, whatever becomes of this import.
    let mut put: Vec<BallotId> = Vec::new();
    if has_second {
        let held: BTreeSet<BallotId> = second::ids().await?.into_iter().map(BallotId).collect();
        let note = Last {
            at_secs: clock::now().unix_secs,
            ids: new
                .iter()
                .copied()
                .filter(|id| !held.contains(id))
                .collect(),
            keys: Vec::new(),
        };
        write_note(UNDER_WAY, &note).await?;
        put.clone_from(&note.ids);
        let portions = list.len().div_ceil(PORTION);
        for (at, portion) in list.chunks(PORTION).enumerate() {
            let entries: Vec<second::Entry> = portion
                .iter()
                .map(|one| ledger::entry(&one.ballot, &one.shape))
                .collect();
            let note_too = if at + 1 == portions { UNDER_WAY } else { "" };
            let added = second::add(second::BALLOTS, &entries, note_too).await;
            done += portion.len();
            let share = 0.6 * done as f64 / list.len().max(1) as f64;
            let goes_on = pace.go_on(share, "").await || at + 1 == portions;
            if added.is_err() || !goes_on {
                erase(&put).await?;
                return added.map(|()| false);
            }
        }
    }
    if !back.is_empty() {
        removal::mark(&back, false).await?;
    }
    match first(list, pace).await {
        Ok(()) => Ok(true),
        Err(error) => {
            if has_second {
                // The union would bring them into the working copy at the next start.
                erase(&put).await?;
            }
            if !back.is_empty() {
                removal::mark(&back, true).await?;
            }
            Err(error)
        }
    }
}

/// Adds the ballots to the working copy, in portions, all of them or none.
async fn first(list: &[&Incoming], pace: &Pace) -> Result<(), StoreError> {
    let mut written = Written::default();
    let mut done = 0;
    for portion in list.chunks(PORTION * 4) {
        let added = ledger::with(|ledger| {
            // The union may have brought some of them over meanwhile, and those restored are still here.
            let lacking: Vec<_> = portion
                .iter()
                .filter(|one| {
                    let held = ledger.get(one.ballot.id).ok().flatten();
                    held.is_none_or(|held| held.0 != one.ballot)
                })
                .map(|one| (&one.ballot, &*one.shape))
                .collect();
            ledger.add_many(&lacking)
        })?;
        match added {
            Ok(more) => written.join(more),
            Err(error) => {
                ledger::with(|ledger| ledger.take_back(&written))??;
                return Err(match error {
                    AddError::Full => StoreError::Full,
                    AddError::Unavailable => StoreError::Unavailable,
                    AddError::Failed(text) => StoreError::Other(text),
                    AddError::NotKept | AddError::TooLong => StoreError::Other(error.to_string()),
                });
            }
        }
        done += portion.len();
        // It is too late to cancel: the second engine has all of them.
        pace.go_on(0.6 + 0.4 * done as f64 / list.len().max(1) as f64, "")
            .await;
    }
    Ok(())
}

/// Takes records of ballots that were not there before, and the note of them, out of the second engine.
async fn erase(ids: &[BallotId]) -> Result<(), StoreError> {
    for some in ids.chunks(PORTION) {
        let keys: Vec<String> = some.iter().map(ToString::to_string).collect();
        second::erase(second::BALLOTS, &keys).await?;
    }
    second::erase(second::TEXTS, &[UNDER_WAY.to_owned()]).await
}

/// The last import, where it can be taken back.
pub async fn last() -> Option<Last> {
    read_note(LAST).await.filter(|last| !last.ids.is_empty())
}

/// Takes the last import back; its ballots can be restored for 30 days as removed ones can.
///
/// # Errors
/// [`StoreError`]; it can be tried again.
pub async fn undo(last: &Last) -> Result<(), StoreError> {
    take_back(&last.ids).await?;
    for key in &last.keys {
        second::drop_setting(key).await;
    }
    second::erase(second::TEXTS, &[LAST.to_owned()]).await
}

async fn take_back(ids: &[BallotId]) -> Result<(), StoreError> {
    let there: Vec<BallotId> = ledger::with(|ledger| {
        let ids = ids.iter().copied();
        ids.filter(|id| ledger.contains(*id)).collect()
    })?;
    let at_secs = removal::mark(&there, true).await?;
    undone::note(at_secs);
    removal::make_room().await
}

/// Takes back an import that something ended halfway; to be done once the engines are one, before any figure.
pub async fn mend() {
    let Some(note) = read_note(UNDER_WAY).await else {
        return;
    };
    // Another window may be importing right now.
    if second::lock(LOCK, false, false).await == Some(false) {
        return;
    }
    let done = async {
        let (_, absent): (Vec<BallotId>, Vec<BallotId>) = ledger::with(|ledger| {
            let ids = note.ids.iter().copied();
            ids.partition(|id| ledger.contains(*id))
        })?;
        take_back(&note.ids).await?;
        // What found no room in the working copy stands only where this import has put it.
        erase(&absent).await
    };
    // What fails is tried again when the pages are next opened.
    let done: Result<(), StoreError> = done.await;
    MENDED.set(done.is_ok());
    second::unlock(LOCK);
}

/// Whether an import was found cut off and taken back since the page was opened.
#[must_use]
pub fn was_mended() -> bool {
    MENDED.get()
}

/// Without the note of the last import there is nothing to take back; the ballots do not depend on it.
async fn keep_note(key: &str, note: &Last) {
    drop(write_note(key, note).await);
}

async fn write_note(key: &str, note: &Last) -> Result<(), StoreError> {
    let mut out = Writer::new();
    out.signed(note.at_secs);
    out.varint(note.keys.len() as u64);
    for key in &note.keys {
        out.text(key);
    }
    for id in &note.ids {
        out.low_bytes(id.0, 8);
    }
    let entry = second::Entry {
        key: key.to_owned(),
        other: key.to_owned(),
        sealed: out.finish(NOTE_KEY),
    };
    second::erase(second::TEXTS, &[key.to_owned()]).await?;
    second::add(second::TEXTS, &[entry], "").await
}

async fn read_note(key: &str) -> Option<Last> {
    let before = key.get(..key.len().checked_sub(1)?)?;
    let page = second::page(second::TEXTS, before, 1).await.ok()?;
    let (_, bytes) = page.into_iter().find(|entry| entry.0 == key)?;
    let mut input = Reader::checked(&bytes, NOTE_KEY)?;
    let at_secs = input.signed()?;
    let mut keys = Vec::new();
    for _ in 0..input.varint()? {
        keys.push(input.text()?.to_owned());
    }
    let mut ids = Vec::new();
    while !input.is_empty() {
        ids.push(BallotId(input.low_bytes(8)?));
    }
    Some(Last { at_secs, ids, keys })
}
