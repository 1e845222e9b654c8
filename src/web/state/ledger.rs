//! The ballots of this device: kept in two engines, read from one.
//!
//! Local storage is the working copy; IndexedDB holds each ballot durably. A ballot counts as
//! safe when both have it and have given it back unchanged, or when the only engine the browser
//! allows has.

use crate::platform::second::Second;
use crate::platform::storage::LocalStore;
use crate::platform::{random, settings};
use crate::state::setup::Setup;
use sipas_core::ballot::{Ballot, DeviceId};
use sipas_formats::ledger::aside::SetAside;
use sipas_formats::ledger::{AddError, Ledger};
use sipas_formats::packing::prove;
use sipas_formats::record::seal;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::StoreError;
use std::cell::RefCell;

const DEVICE_KEY: &str = "sipas/device";

thread_local! {
    static LEDGER: RefCell<Option<Ledger<LocalStore>>> = const { RefCell::new(None) };
    static SECOND: RefCell<Option<Second>> = const { RefCell::new(None) };
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

/// A first look without opening anything: one engine at least where local storage is there.
#[must_use]
pub fn glance() -> Option<Engines> {
    LocalStore::open().is_available().then_some(Engines::One)
}

/// Looks which engines the browser allows, and opens them.
pub async fn open() -> Engines {
    let first = with(|_| ()).is_ok();
    let second = second().await.is_ok();
    match (first, second) {
        (true, true) => Engines::Both,
        (false, false) => Engines::None,
        (true, false) | (false, true) => Engines::One,
    }
}

/// Stores a ballot in both engines and reads it back from both.
///
/// # Errors
/// [`SaveError`]; storing the same ballot again is safe.
pub async fn save(setup: &Setup, ballot: &Ballot) -> Result<(), SaveError> {
    let shape = Shape::of(&setup.questionnaire);
    let first = match with(|ledger| ledger.add(ballot, &shape)) {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(error),
        Err(error) => Err(AddError::from(error)),
    };
    let second = match second().await {
        Ok(engine) => engine.put(ballot.id, &seal(ballot, &shape)).await,
        Err(error) => Err(error),
    };
    match (first, second) {
        (Ok(()), Ok(()) | Err(StoreError::Unavailable)) | (Err(AddError::Unavailable), Ok(())) => {
            Ok(())
        }
        (Err(AddError::Unavailable), Err(StoreError::Unavailable)) => Err(SaveError::Blocked),
        (Err(AddError::Full), _) | (_, Err(StoreError::Full)) => Err(SaveError::Full),
        (Err(AddError::Failed(text)), _) | (_, Err(StoreError::Other(text))) => {
            Err(SaveError::Other(text))
        }
        (Err(error), _) => Err(SaveError::Other(error.to_string())),
    }
}

/// Reads all ballots.
///
/// # Errors
/// [`StoreError`] where local storage cannot be read.
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
    let known = settings::read(DEVICE_KEY)
        .and_then(|text| u32::from_str_radix(&text, 16).ok())
        .map(DeviceId);
    known.unwrap_or_else(|| {
        let device = DeviceId((random::bits() >> 32) as u32);
        settings::write(DEVICE_KEY, &device.to_string());
        device
    })
}

/// Runs `action` on the ledger, opened on first use.
fn with<T>(action: impl FnOnce(&mut Ledger<LocalStore>) -> T) -> Result<T, StoreError> {
    LEDGER.with_borrow_mut(|place| {
        if place.is_none() {
            let store = LocalStore::open();
            let packing = prove(&store);
            *place = Some(Ledger::open(store, packing, (random::bits() >> 32) as u32)?);
        }
        place.as_mut().map(action).ok_or(StoreError::Unavailable)
    })
}

/// The second engine, opened on first use.
async fn second() -> Result<Second, StoreError> {
    if let Some(open) = SECOND.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let opened = Second::open().await?;
    SECOND.set(Some(opened.clone()));
    Ok(opened)
}
