//! The ballots of this device: kept in two engines, read from one.
//!
//! Local storage is the working copy; the second engine holds each ballot durably. A ballot counts
//! as safe when both have it and have given it back unchanged, or when the only engine the browser
//! allows has. Where local storage is blocked, a store that lives as long as the page is the working
//! copy, filled from the second engine.

use crate::platform::second::{self, Entry};
use crate::platform::storage::{self, LocalStore};
use crate::platform::{clock, random, settings};
use crate::state::setup::Setup;
use crate::state::{drafts, unite};
use sipas_core::ballot::{Ballot, Channel, DeviceId};
use sipas_formats::ledger::aside::SetAside;
use sipas_formats::ledger::{AddError, Ledger, second as keys};
use sipas_formats::packing::prove;
use sipas_formats::record::seal;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::StoreError;
use std::cell::{Cell, RefCell};

/// This device's identity.
pub const DEVICE_KEY: &str = "sipas/device";

/// When a ballot was last stored, by the device's clock, in seconds since 1970.
pub const SAVED_KEY: &str = "sipas/saved";

/// Ids of ballots sent when the clock had just jumped back, with spaces between.
pub const JUMPS_KEY: &str = "sipas/jumps";

/// Room in local storage kept for surveys under way: several of the longest comment, with drafts.
const RESERVE_UNITS: usize = 16_384;

/// Room in the second engine below which no new survey starts, in bytes.
pub const SECOND_RESERVE: f64 = 4_194_304.0;

/// A clock that goes back by less than this was only set right.
const JUMP_SECS: i64 = 120;

/// Writers of browsers without locks have random numbers from here on; leased ones are small.
const RANDOM_WRITERS: u32 = 0x1_0000;

thread_local! {
    static LEDGER: RefCell<Option<Ledger<LocalStore>>> = const { RefCell::new(None) };
    /// The writer's number, once it is leased.
    static WRITER: Cell<Option<u32>> = const { Cell::new(None) };
    /// Whether the second engine did what was last asked of it.
    static SECOND: Cell<bool> = const { Cell::new(true) };
    static SECOND_LOW: Cell<bool> = const { Cell::new(false) };
    /// This device's identity, also where it cannot be stored.
    static DEVICE: Cell<Option<DeviceId>> = const { Cell::new(None) };
    /// The ballot that could not be stored at the last attempt.
    static FAILED: RefCell<Option<Ballot>> = const { RefCell::new(None) };
}

/// Why a ballot is not safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// No room.
    Full,
    /// The browser blocks both engines.
    Blocked,
    /// Anything else, in the browser's words.
    Other(String),
}

/// Which engines the browser allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engines {
    /// Both.
    Both,
    /// Only one: every ballot has one copy.
    One,
    /// None: no survey can start.
    None,
}

/// What a page reads of the ledger.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stored {
    /// All ballots, each once.
    pub ballots: Vec<Ballot>,
    /// Records set aside as unreadable.
    pub set_aside: Vec<SetAside>,
}

/// A first look without opening anything; nothing where it takes opening to know.
#[must_use]
pub fn glance() -> Option<Engines> {
    storage::is_allowed().then_some(Engines::Both)
}

/// Looks which engines the browser allows and opens them.
///
/// The ballots of both are united soon afterwards.
pub async fn open() -> Engines {
    WRITER.set(second::writer().await);
    look_again().await;
    SECOND_LOW.set(is_second_low().await);
    unite::soon();
    engines()
}

/// Looks again whether the second engine is open.
pub async fn look_again() -> Engines {
    SECOND.set(second::is_open(&second::status().await));
    engines()
}

/// Which engines work, by what they did last.
#[must_use]
pub fn engines() -> Engines {
    let first = storage::is_allowed() && with(|_| ()).is_ok();
    match (first, SECOND.get()) {
        (true, true) => Engines::Both,
        (false, false) => Engines::None,
        (true, false) | (false, true) => Engines::One,
    }
}

async fn is_second_low() -> bool {
    second::room()
        .await
        .is_some_and(|room| room < SECOND_RESERVE)
}

/// Whether both engines have room enough that a survey begun now can be stored.
///
/// Before they are open it says yes; [`App::load`](crate::state::app::App::load) asks again then.
#[must_use]
pub fn has_room() -> bool {
    if LEDGER.with_borrow(Option::is_none) {
        return true;
    }
    leptos::task::spawn_local(async {
        SECOND_LOW.set(is_second_low().await);
    });
    let held = with(|ledger| ledger.hold_reserve(RESERVE_UNITS));
    held == Ok(Ok(true)) && !SECOND_LOW.get()
}

/// Stores a ballot in both engines and reads it back from both; its draft goes with it.
///
/// # Errors
/// [`SaveError`]; storing the same ballot again is safe.
pub async fn save(setup: &Setup, ballot: &Ballot) -> Result<(), SaveError> {
    let again = FAILED.take().filter(|failed| is_again(failed, ballot));
    let is_second_try = again.is_some();
    let ballot = again.unwrap_or_else(|| ballot.clone());
    let shape = Shape::of(&setup.questionnaire);
    let first = add(&ballot, &shape);
    let entries = [entry(&ballot, &shape)];
    let second = second::add(second::BALLOTS, &entries, &drafts::key(ballot.id)).await;
    SECOND.set(second.is_ok());
    if second == Err(StoreError::Full) {
        SECOND_LOW.set(true);
    }
    let blocked = !storage::is_allowed();
    let outcome = match (first, second) {
        (Ok(()), Ok(())) => Ok(()),
        (Ok(()), Err(StoreError::Unavailable)) if blocked => Err(SaveError::Blocked),
        (Ok(()), Err(StoreError::Unavailable)) | (Err(AddError::Unavailable), Ok(())) => Ok(()),
        // It was said once; now one copy is better than a person who cannot go.
        (Err(_), Ok(())) | (Ok(()), Err(_)) if is_second_try && !blocked => Ok(()),
        (Err(AddError::Unavailable), Err(StoreError::Unavailable)) => Err(SaveError::Blocked),
        (Err(AddError::Full), _) | (_, Err(StoreError::Full)) => Err(SaveError::Full),
        (Err(AddError::Failed(text)), _) | (_, Err(StoreError::Other(text))) => {
            Err(SaveError::Other(text))
        }
        (Err(error), _) => Err(SaveError::Other(error.to_string())),
    };
    match &outcome {
        // Only of this device: the clock of a citizen's phone says nothing about it.
        Ok(()) if ballot.context.device == device() => note_time(&ballot),
        Ok(()) => {}
        Err(_) => FAILED.set(Some(ballot)),
    }
    outcome
}

/// Whether a ballot is the failed one sent again: the same but for its time.
fn is_again(failed: &Ballot, ballot: &Ballot) -> bool {
    let mut same = ballot.clone();
    same.submitted_at = failed.submitted_at;
    same.duration_secs = failed.duration_secs;
    same == *failed
}

/// Adds a ballot to the working copy.
pub fn add(ballot: &Ballot, shape: &Shape) -> Result<(), AddError> {
    match with(|ledger| ledger.add(ballot, shape)) {
        Ok(added) => added.map(drop),
        Err(error) => Err(AddError::from(error)),
    }
}

/// A ballot as the second engine keeps it.
pub fn entry(ballot: &Ballot, shape: &Shape) -> Entry {
    let (key, sealed) = (keys::key(ballot.id), seal(ballot, shape));
    let other = keys::other_key(&key, &sealed);
    Entry { key, other, sealed }
}

/// Remembers when a ballot was stored, and whether the clock had jumped back since the one before.
fn note_time(ballot: &Ballot) {
    if ballot.channel == Channel::Paper {
        // Its time is the paper's, which says nothing about this clock.
        settings::write(SAVED_KEY, &clock::now().unix_secs.to_string());
        return;
    }
    let now = ballot.submitted_at.unix_secs;
    let before: Option<i64> = settings::read(SAVED_KEY).and_then(|text| text.parse().ok());
    if before.is_some_and(|before| now < before.saturating_sub(JUMP_SECS)) {
        let mut jumps = settings::read(JUMPS_KEY).unwrap_or_default();
        jumps.push_str(&ballot.id.to_string());
        jumps.push(' ');
        settings::write(JUMPS_KEY, &jumps);
    }
    settings::write(SAVED_KEY, &now.to_string());
}

/// Reads all ballots.
///
/// # Errors
/// [`StoreError`] where the working copy cannot be read.
pub fn read() -> Result<Stored, StoreError> {
    with(|ledger| {
        Ok(Stored {
            ballots: ledger.ballots()?,
            set_aside: ledger.set_aside().to_vec(),
        })
    })?
}

/// This device's identity, made on first use.
#[must_use]
pub fn device() -> DeviceId {
    let known = settings::read(DEVICE_KEY);
    let known = known.and_then(|text| u32::from_str_radix(&text, 16).ok());
    let device = known.map(DeviceId).or(DEVICE.get()).unwrap_or_else(|| {
        let device = DeviceId((random::bits() >> 32) as u32);
        second::keep_setting(DEVICE_KEY, &device.to_string());
        device
    });
    DEVICE.set(Some(device));
    device
}

/// The number this window alone writes under; nothing where the browser leases none.
#[must_use]
pub fn writer() -> Option<u32> {
    WRITER.get()
}

/// Reads the working copy from the beginning when it is next used.
pub fn forget() {
    LEDGER.set(None);
}

/// Runs `action` on the ledger, opened on first use.
///
/// # Errors
/// [`StoreError`] where the working copy cannot be read.
pub fn with<T>(action: impl FnOnce(&mut Ledger<LocalStore>) -> T) -> Result<T, StoreError> {
    LEDGER.with_borrow_mut(|place| {
        if place.is_none() {
            let store = LocalStore::open();
            let packing = prove(&store);
            let random = || (random::bits() >> 32) as u32 | RANDOM_WRITERS;
            let writer = WRITER.get().unwrap_or_else(random);
            let mut ledger = Ledger::open(store, packing, writer)?;
            // Before anything can need it; whether it is whole is asked when a survey starts.
            ledger.hold_reserve(RESERVE_UNITS)?;
            *place = Some(ledger);
        }
        place.as_mut().map(action).ok_or(StoreError::Unavailable)
    })
}
