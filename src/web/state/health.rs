//! How safe the ballots on this device are, for staff to see.

use crate::platform::{clock, second, settings, storage};
use crate::state::ledger::{self, SECOND_RESERVE};
use sipas_core::ballot::BallotId;
use sipas_core::device_clock::{Odd, oddity};
use sipas_core::moment::Moment;
use sipas_formats::ledger::aside::{Reason, SetAside};
use sipas_formats::ledger::{QUOTA_UNITS, second as keys};
use sipas_formats::record::{RecordError, unseal};
use sipas_formats::store::StoreError;
use std::collections::BTreeSet;

/// When ballots were last exported, in seconds since 1970, and how many: `time count`.
const EXPORTED_KEY: &str = "sipas/exported";

/// When ballots were last handed over, written the same way.
const HANDED_KEY: &str = "sipas/handed-over";

/// After so many days without an export staff are reminded.
pub const REMIND_DAYS: i64 = 7;

/// What a ballot takes where there are too few to measure, in units.
const USUAL_UNITS: usize = 18;

/// From so many ballots on it is measured.
const MEASURABLE: usize = 5_000;

/// What a ballot takes in the second engine, with its entry in the database, in bytes.
const USUAL_BYTES: f64 = 400.0;

/// Entries of the second engine read at a time.
const PAGE: u32 = 500;

/// Something done with ballots: when and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// When, in seconds since 1970.
    pub at_secs: i64,
    /// How many ballots.
    pub ballots: u64,
}

/// What the second engine holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SecondHealth {
    /// Ballots, removed ones left out.
    pub ballots: usize,
    /// Those not in the working copy: they wait for room there.
    pub waiting: usize,
    /// Records that cannot be read, kept as they are: key and bytes.
    pub unreadable: Vec<(String, Vec<u8>)>,
    /// Records of a newer version, left alone.
    pub newer: usize,
    /// A newer program made the database; nothing of it was changed.
    pub is_newer: bool,
}

/// Everything staff are told.
#[derive(Debug, Clone, PartialEq)]
pub struct Health {
    /// Ballots in the working copy; nothing where local storage is blocked.
    pub first: Option<usize>,
    /// The second engine, or why it is not to be had.
    pub second: Result<SecondHealth, String>,
    /// When a ballot was last stored, in seconds since 1970.
    pub saved_at: Option<i64>,
    /// Room for so many more ballots.
    pub room: usize,
    /// Whether the browser keeps the data when the disk gets full; nothing where it cannot say.
    pub persisted: Option<bool>,
    /// Stretches of the working copy that cannot be read.
    pub set_aside: Vec<SetAside>,
    /// Of these, those of a newer version.
    pub newer: usize,
    /// The last export.
    pub exported: Option<Done>,
    /// The last hand-over.
    pub handed_over: Option<Done>,
    /// Days without an export, where there is something to export.
    pub days_unexported: Option<i64>,
    /// Ballots from before the program.
    pub too_early: usize,
    /// Ballots from the future.
    pub too_late: usize,
    /// Ballots sent just after the clock had jumped back.
    pub jumps: usize,
}

/// Remembers that ballots were exported.
pub fn note_export(ballots: u64) {
    let mut text = clock::now().unix_secs.to_string();
    text.push(' ');
    text.push_str(&ballots.to_string());
    settings::write(EXPORTED_KEY, &text);
}

/// Days since the last export or backup; nothing where there was none.
#[must_use]
pub fn days_since_export() -> Option<i64> {
    let done = done(EXPORTED_KEY)?;
    Some((clock::now().unix_secs.saturating_sub(done.at_secs) / 86_400).max(0))
}

fn done(key: &str) -> Option<Done> {
    let text = settings::read(key)?;
    let (at_secs, ballots) = text.split_once(' ')?;
    Some(Done {
        at_secs: at_secs.parse().ok()?,
        ballots: ballots.parse().ok()?,
    })
}

/// Looks at everything, reading each record of both engines.
///
/// # Errors
/// [`StoreError`] where the working copy cannot be read.
pub async fn examine() -> Result<Health, StoreError> {
    let stored = ledger::read()?;
    let now = clock::now();
    let times = |odd| {
        let found = stored.ballots.iter();
        let found = found.filter(|one| oddity(one.submitted_at, now) == Some(odd));
        found.count()
    };
    let jumps = settings::read(ledger::JUMPS_KEY).unwrap_or_default();
    let jumps: BTreeSet<&str> = jumps.split(' ').collect();
    let jumped = stored.ballots.iter();
    let jumped = jumped.filter(|one| jumps.contains(one.id.to_string().as_str()));
    let exported = done(EXPORTED_KEY);
    let is_newer = |item: &&SetAside| matches!(item.reason, Reason::Newer(_));
    let first_at = stored.ballots.iter().map(|one| one.submitted_at).min();
    let second = match second_health(&stored.ballots.iter().map(|one| one.id).collect()).await {
        Ok(found) => Ok(found),
        Err(_) => Err(second::status().await),
    };
    Ok(Health {
        first: storage::is_allowed().then_some(stored.ballots.len()),
        second,
        saved_at: settings::read(ledger::SAVED_KEY).and_then(|text| text.parse().ok()),
        room: room(stored.ballots.len()).await?,
        persisted: second::persisted().await,
        newer: stored.set_aside.iter().filter(is_newer).count(),
        days_unexported: days(exported, first_at, now),
        exported,
        handed_over: done(HANDED_KEY),
        too_early: times(Odd::BeforeProgram),
        too_late: times(Odd::InFuture),
        jumps: jumped.count(),
        set_aside: stored.set_aside,
    })
}

/// Days since the last export, or since the first ballot where there was none.
fn days(exported: Option<Done>, first_at: Option<Moment>, now: Moment) -> Option<i64> {
    let first_at = first_at?.unix_secs;
    let since = exported.map_or(first_at, |done| done.at_secs);
    Some((now.unix_secs.saturating_sub(since) / 86_400).max(0))
}

/// Reads every record of the second engine; a ballot whose record cannot be read there gets another.
async fn second_health(first: &BTreeSet<BallotId>) -> Result<SecondHealth, StoreError> {
    let mut health = SecondHealth {
        is_newer: second::status().await == second::NEWER,
        ..SecondHealth::default()
    };
    let mut held = BTreeSet::new();
    let mut after = String::new();
    loop {
        let page = second::page(second::BALLOTS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            break;
        };
        after.clone_from(&last.0);
        for (key, sealed) in page {
            match unseal(&sealed) {
                Ok((ballot, _)) => drop(held.insert(ballot.id)),
                Err(RecordError::Newer(_)) => health.newer += 1,
                Err(RecordError::Damaged | RecordError::Malformed) => {
                    health.unreadable.push((key, sealed));
                }
            }
        }
    }
    let mut entries = Vec::new();
    for (key, _) in &health.unreadable {
        let id = keys::id_of(key).filter(|id| first.contains(id) && !held.contains(id));
        if let Some(id) = id
            && let Some((ballot, shape)) = ledger::with(|ledger| ledger.get(id))??
        {
            entries.push(ledger::entry(&ballot, &shape));
            held.insert(id);
        }
    }
    second::add(second::BALLOTS, &entries, "").await?;
    held.retain(|id| ledger::with(|ledger| !ledger.marks().is_removed(*id)).unwrap_or(true));
    health.ballots = held.len();
    health.waiting = held.iter().filter(|id| !first.contains(id)).count();
    Ok(health)
}

/// Room for so many more ballots in both engines, where so many are stored.
///
/// # Errors
/// [`StoreError`] where the working copy cannot be read.
pub async fn room(ballots: usize) -> Result<usize, StoreError> {
    let left = ledger::with(|ledger| ledger.room_units())??;
    let each = if ballots < MEASURABLE {
        USUAL_UNITS
    } else {
        (QUOTA_UNITS - left) / ballots + 1
    };
    let first = left / each;
    let second = second::room().await.unwrap_or(f64::INFINITY);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of ballots; the cast saturates"
    )]
    let second = ((second - SECOND_RESERVE) / USUAL_BYTES) as usize;
    Ok(first.min(second))
}

/// Asks the browser to keep the data when the disk gets full.
pub async fn ask_to_persist() -> Option<bool> {
    match second::persisted().await {
        Some(false) => second::persist().await,
        known => known,
    }
}
