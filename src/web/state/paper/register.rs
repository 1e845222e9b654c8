//! The register in both engines: each record one text under its own key, added and never changed.

use crate::platform::second::{self, Entry as Kept};
use crate::platform::settings;
use crate::platform::storage::{self, LocalStore};
use crate::state::ledger::{self, SaveError};
use crate::state::setup::Setup;
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::paper::register::{Record, Verdict};
use sipas_core::paper::sheet::{Identity, Sheet};
use sipas_formats::paper::{self, KEYS};
use sipas_formats::store::{Store, StoreError};
use std::cell::Cell;
use std::collections::BTreeMap;

/// Records of the second engine read at a time.
const PAGE: u32 = 500;

thread_local! {
    /// The record that could not be kept at the last attempt.
    static FAILED: Cell<Option<u64>> = const { Cell::new(None) };
}

/// What the device has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// All records, by their number.
    pub records: Vec<Record>,
    /// Texts that cannot be read, kept as they are.
    pub unreadable: Vec<String>,
}

/// Texts by their keys.
type Texts = BTreeMap<String, String>;

/// Reads both engines and writes to each what only the other has.
///
/// # Errors
/// [`StoreError`] where neither can be read.
pub async fn read() -> Result<Register, StoreError> {
    let (first, second) = (first(), from_second().await);
    if let (Err(error), Err(_)) = (&first, &second) {
        return Err(error.clone());
    }
    let both = first.is_ok() && second.is_ok();
    let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
    let register = united(&[&first, &second]);
    if both {
        for record in &register.records {
            let (key, text) = (paper::key(record), paper::write(record));
            // What finds no room is tried again when the page is next opened.
            if !first.values().any(|held| *held == text) {
                let free = !first.contains_key(&key);
                let key = if free {
                    key
                } else {
                    paper::other_key(&key, &text)
                };
                settings::write(&key, &text);
            }
        }
        let lacking: Vec<Kept> = register
            .records
            .iter()
            .map(kept)
            .filter(|one| !second.values().any(|held| held.as_bytes() == one.sealed))
            .collect();
        for some in lacking.chunks(PAGE as usize) {
            drop(second::add(second::TEXTS, some, "").await);
        }
    }
    Ok(register)
}

/// What another tab has added to local storage meanwhile.
#[must_use]
pub fn glance() -> Vec<Record> {
    united(&[&first().unwrap_or_default()]).records
}

fn united(sides: &[&Texts]) -> Register {
    let mut records = BTreeMap::new();
    let mut unreadable = Vec::new();
    for text in sides.iter().flat_map(|side| side.values()) {
        match paper::read(text) {
            Ok(record) => {
                records.insert(record.id(), record);
            }
            Err(_) => unreadable.push(text.clone()),
        }
    }
    unreadable.sort_unstable();
    unreadable.dedup();
    Register {
        records: records.into_values().collect(),
        unreadable,
    }
}

fn first() -> Result<Texts, StoreError> {
    let store = LocalStore::open();
    let mut texts = Texts::new();
    for key in store.keys()? {
        if key.starts_with(KEYS)
            && let Some(units) = store.get(&key)?
        {
            texts.insert(key, String::from_utf16_lossy(&units));
        }
    }
    Ok(texts)
}

async fn from_second() -> Result<Texts, StoreError> {
    let mut texts = Texts::new();
    let mut after = KEYS.to_owned();
    loop {
        let page = second::page(second::TEXTS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(texts);
        };
        after.clone_from(&last.0);
        for (key, bytes) in page {
            if !key.starts_with(KEYS) {
                return Ok(texts);
            }
            texts.insert(key, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

fn kept(record: &Record) -> Kept {
    let (key, text) = (paper::key(record), paper::write(record));
    let other = paper::other_key(&key, &text);
    Kept {
        key,
        other,
        sealed: text.into_bytes(),
    }
}

/// Keeps a record in both engines and reads it back.
///
/// Where the browser allows only one engine, that one is enough; where one refuses it is said once, and at the
/// second attempt one copy is better than none.
///
/// # Errors
/// [`SaveError`]; keeping the same record again is safe.
pub async fn keep(record: &Record) -> Result<(), SaveError> {
    let again = FAILED.take() == Some(record.id());
    let (key, text) = (paper::key(record), paper::write(record));
    let first = settings::write(&key, &text) && settings::read(&key).as_ref() == Some(&text);
    let second = second::add(second::TEXTS, &[kept(record)], "").await;
    let allowed = storage::is_allowed();
    let outcome = match (first, second) {
        (true, Ok(()) | Err(StoreError::Unavailable)) => Ok(()),
        (false, Ok(())) if again || !allowed => Ok(()),
        (true, Err(_)) if again => Ok(()),
        (false, Err(StoreError::Unavailable)) if !allowed => Err(SaveError::Blocked),
        (false, Ok(()) | Err(StoreError::Unavailable)) | (_, Err(StoreError::Full)) => {
            Err(SaveError::Full)
        }
        (_, Err(StoreError::Other(text))) => Err(SaveError::Other(text)),
    };
    if outcome.is_err() {
        FAILED.set(Some(record.id()));
    }
    outcome
}

/// Takes a record's text over from an archive; what cannot be read stays as it is.
pub async fn take(text: &str) {
    match paper::read(text) {
        // What finds no room in one engine is in the other, and comes over when the register is read.
        Ok(record) => drop(keep(&record).await),
        Err(_) => {
            let key = paper::other_key(KEYS, text);
            settings::write(&key, text);
        }
    }
}

/// The ballot a decision makes; nothing where it makes none.
#[must_use]
pub fn ballot(sheet: &Sheet<'_>, verdict: &Verdict) -> Option<Ballot> {
    let identity = Identity {
        id: verdict.ballot()?,
        device: ledger::device(),
        campaign: verdict.paper.campaign.clone(),
        keyed_at: verdict.keyed_at,
    };
    let fits = verdict.paper.questionnaire == sheet.questionnaire.id
        && verdict.paper.version == sheet.questionnaire.version;
    fits.then(|| sheet.ballot(&verdict.filled, &identity))
}

/// Puts the ballot of a decision among the others.
///
/// # Errors
/// [`SaveError`]; doing it again is safe.
pub async fn count(setup: &Setup, sheet: &Sheet<'_>, verdict: &Verdict) -> Result<(), SaveError> {
    match ballot(sheet, verdict) {
        Some(ballot) => ledger::save(setup, &ballot).await,
        None => Ok(()),
    }
}

/// Puts the ballots of decisions among the others where a kill came between; how many there were.
pub async fn catch_up(setup: &Setup, sheet: &Sheet<'_>, verdicts: &[Verdict]) -> usize {
    let mut missing = 0;
    for verdict in verdicts {
        let Some(id) = verdict.ballot() else {
            continue;
        };
        if !is_there(id) && ballot(sheet, verdict).is_some() {
            missing += 1;
            // What fails here is tried again when the page is next opened.
            drop(count(setup, sheet, verdict).await);
        }
    }
    missing
}

/// Whether a ballot stands in the ledger, or stood there and was removed.
fn is_there(id: BallotId) -> bool {
    ledger::with(|ledger| ledger.contains(id) || ledger.marks().get(id).is_some()).unwrap_or(true)
}
