//! The two engines made one set: what is missing in one is written to the other.
//!
//! Either may have been lost, rolled back or cut short since the last visit; the set only grows, so
//! the union is everything that was ever stored. Other tabs change the same set; their changes are
//! followed here.

use crate::platform::clock::{self, Timer};
use crate::platform::second::{self, Entry};
use crate::state::{ledger, unite};
use sipas_core::ballot::BallotId;
use sipas_formats::ledger::marks::{Mark, Marks, seal_mark, unseal_mark};
use sipas_formats::ledger::union::{Missing, missing};
use sipas_formats::ledger::{BALLOT_KEYS, MARK_KEYS, RESERVE_KEY, second as keys};
use sipas_formats::record::unseal;
use sipas_formats::store::StoreError;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long changes of other tabs are gathered before they are told, in milliseconds.
const GATHER_MS: i32 = 250;

/// Records moved at a time, so that the page stays quick.
const PAGE: u32 = 200;

/// The lock one tab at a time unites under.
const LOCK: &str = "sipas/unite";

thread_local! {
    static LISTENER: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
    static TEXTS: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
    static TELL: Cell<Option<Timer>> = const { Cell::new(None) };
    static FOLLOWING: Cell<bool> = const { Cell::new(false) };
}

/// Unites the engines, and follows other tabs from then on.
///
/// # Errors
/// [`StoreError`] where one cannot be read or written; what was moved by then is safe.
pub async fn unite() -> Result<(), StoreError> {
    if !FOLLOWING.replace(true) {
        follow_tabs();
    }
    let locked = second::lock(LOCK, false, true).await;
    let done = unite_alone().await;
    if locked == Some(true) {
        second::unlock(LOCK);
    }
    done
}

async fn unite_alone() -> Result<(), StoreError> {
    let second_marks = marks().await?;
    let held: Vec<BallotId> = second::ids().await?.into_iter().map(BallotId).collect();
    let Missing {
        first,
        second: lacking,
        first_marks,
        second_marks,
    } = ledger::with(|ledger| {
        let ids: Vec<BallotId> = ledger.ids().collect();
        missing(&ids, ledger.marks(), &held, &second_marks)
    })?;
    if !first_marks.is_empty() {
        drop(ledger::with(|ledger| ledger.take_marks(&first_marks))?);
    }
    add_marks(&second_marks).await?;
    for ids in lacking.chunks(PAGE as usize) {
        let mut entries = Vec::new();
        for id in ids {
            if let Some((ballot, shape)) = ledger::with(|ledger| ledger.get(*id))?? {
                entries.push(ledger::entry(&ballot, &shape));
            }
        }
        second::add(second::BALLOTS, &entries, "").await?;
    }
    if !first.is_empty() {
        bring_back(&first).await?;
    }
    if !(first.is_empty() && first_marks.is_empty()) {
        tell();
    }
    Ok(())
}

/// Adds ballots of the second engine (ascending) to the working copy.
///
/// # Errors
/// [`StoreError`] where the second engine cannot be read.
pub async fn bring_back(ids: &[BallotId]) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let page = second::page(second::BALLOTS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after.clone_from(&last.0);
        for (key, sealed) in page {
            let wanted = keys::id_of(&key).is_some_and(|id| ids.binary_search(&id).is_ok());
            if wanted && let Ok((ballot, shape)) = unseal(&sealed) {
                // Where it finds no room now it is tried again at the next start.
                drop(ledger::add(&ballot, &shape));
            }
        }
    }
}

/// The removal marks the second engine has.
async fn marks() -> Result<Marks, StoreError> {
    let mut marks = Marks::default();
    let mut after = String::new();
    loop {
        let page = second::page(second::MARKS, &after, PAGE * 10).await?;
        let Some(last) = page.last() else {
            return Ok(marks);
        };
        after.clone_from(&last.0);
        for (_, sealed) in page {
            if let Ok(mark) = unseal_mark(&sealed) {
                marks.merge(mark);
            }
        }
    }
}

/// Adds removal marks to the second engine.
///
/// # Errors
/// [`StoreError`].
pub async fn add_marks(marks: &[Mark]) -> Result<(), StoreError> {
    let entries: Vec<Entry> = marks
        .iter()
        .map(|mark| {
            let (key, sealed) = (keys::mark_key(mark), seal_mark(mark));
            let other = keys::other_key(&key, &sealed);
            Entry { key, other, sealed }
        })
        .collect();
    second::add(second::MARKS, &entries, "").await
}

/// Calls `listener` soon after the set has changed in another tab or by uniting.
pub fn on_change(listener: impl Fn() + 'static) {
    LISTENER.set(Some(Rc::new(listener)));
}

/// Hears when another tab has changed a plan or an evaluation; the last one asked for stays.
pub fn on_texts(listener: impl Fn() + 'static) {
    TEXTS.set(Some(Rc::new(listener)));
}

fn tell() {
    let timer = clock::after(GATHER_MS, || {
        if let Some(listener) = LISTENER.with_borrow(Clone::clone) {
            listener();
        }
    });
    if let Some(before) = TELL.replace(Some(timer)) {
        before.cancel();
    }
}

/// Follows what other tabs change.
fn follow_tabs() {
    second::listen(|key| match key {
        // Someone cleared local storage under our feet; the second engine has everything.
        None => {
            ledger::forget();
            unite::soon();
        }
        Some(key) => {
            let is_group = key.starts_with(BALLOT_KEYS) || key.starts_with(MARK_KEYS);
            if is_group || key == RESERVE_KEY {
                drop(ledger::with(|ledger| ledger.refresh(&key)));
            }
            if is_group {
                tell();
            }
            let is_shared = key.starts_with(crate::state::plans::KEYS)
                || key.starts_with(crate::state::evaluations::KEYS);
            if is_shared && let Some(listener) = TEXTS.with_borrow(Clone::clone) {
                listener();
            }
        }
    });
}
