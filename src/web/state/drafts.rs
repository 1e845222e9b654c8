//! Half-done surveys kept on this device, one text each under its ballot's id.
//!
//! A draft stands in local storage, and in the second engine as well: what local storage was told in
//! the last seconds is lost with a killed browser. Sending erases it in the same step that stores the
//! ballot. The tab that answers a draft holds a lock of its name, so no other tab offers it.

use crate::platform::{clock, second, settings};
use crate::state::setup::Setup;
use sipas_core::ballot::BallotId;
use sipas_core::survey::{Asked, Draft};
use sipas_formats::draft;
use std::cell::{Cell, RefCell};

/// Prefix of the keys drafts are stored under.
pub const PREFIX: &str = "sipas/draft/";

thread_local! {
    /// When a draft was last stored; the clock may jump back, this does not.
    static SAVED: Cell<u64> = const { Cell::new(0) };
    /// The draft this tab holds the lock of.
    static HELD: RefCell<String> = const { RefCell::new(String::new()) };
    /// The latest state of a draft whose lock is being asked for.
    static WAITING: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
    /// Drafts this tab has stored.
    static OWN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// Drafts of the second engine that local storage has no room for.
    static BESIDE: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Stores the draft as it is now; where the browser refuses, the draft still lives on the page.
pub fn keep(setup: &Setup, draft: &Draft) {
    let key = key(draft.id);
    let saved = (SAVED.get() + 1).max(clock::millis() as u64);
    SAVED.set(saved);
    let text = draft::write(&setup.questionnaire, draft, saved);
    if HELD.with_borrow(|held| *held == key) {
        store(key, &text);
        return;
    }
    // The lock comes first, so that no other tab finds the draft without it.
    let asked_for = WAITING.replace(Some((key.clone(), text)));
    if asked_for.is_none_or(|before| before.0 != key) {
        let id = draft.id;
        leptos::task::spawn_local(async move {
            claim(id).await;
            if let Some((key, text)) = WAITING.take() {
                store(key, &text);
            }
        });
    }
}

fn store(key: String, text: &str) {
    settings::write(&key, text);
    second::keep_text(&key, text);
    OWN.with_borrow_mut(|own| {
        if !own.contains(&key) {
            own.push(key);
        }
    });
}

/// Makes this tab the one that answers a draft; false where another one does.
pub async fn claim(id: BallotId) -> bool {
    let key = key(id);
    if HELD.with_borrow(|held| *held == key) {
        return true;
    }
    let held = second::lock(&key, false, false).await != Some(false);
    if held {
        release();
        HELD.set(key);
    }
    held
}

/// Lets other tabs offer the draft this one answered.
pub fn release() {
    let held = HELD.take();
    if !held.is_empty() {
        second::unlock(&held);
    }
}

/// Erases the draft with this id.
pub fn erase(id: BallotId) {
    let key = key(id);
    settings::remove(&key);
    second::drop_text(&key);
    WAITING.take();
    BESIDE.with_borrow_mut(|texts| texts.retain(|text| text.0 != key));
    if HELD.with_borrow(|held| *held == key) {
        release();
    }
}

/// The latest draft of this questionnaire with any answer in it that no other tab is answering.
///
/// Drafts that cannot be read, or answer another questionnaire, stay where they are.
#[must_use]
pub fn find(setup: &Setup, asked: Asked) -> Option<Draft> {
    let first = settings::keys(PREFIX).into_iter().filter_map(|key| {
        let text = settings::read(&key)?;
        Some((key, text))
    });
    first
        .chain(BESIDE.with_borrow(Clone::clone))
        .filter(|(key, _)| is_offerable(key))
        .filter_map(|(_, text)| draft::read(setup.outline(asked), &text).ok())
        .filter(|draft| !draft.is_untouched())
        .max_by_key(|draft| draft.started_at)
}

/// Whether no other tab is answering a draft: it was nobody's when last looked, or ours and left.
fn is_offerable(key: &String) -> bool {
    let is_ours = || OWN.with_borrow(|own| own.contains(key));
    let is_beside = || BESIDE.with_borrow(|texts| texts.iter().any(|text| text.0 == *key));
    !second::elsewhere(key) && (second::offerable(key) || is_ours() || is_beside())
}

/// Ids of the drafts in local storage.
pub fn ids() -> impl Iterator<Item = BallotId> {
    let keys = settings::keys(PREFIX);
    keys.into_iter().filter_map(|key| id_of(&key))
}

/// Brings the drafts of the second engine into local storage.
///
/// Of two copies the one stored later holds; what cannot be read stays where it is.
pub fn unite(texts: Vec<(String, String)>) {
    for (key, text) in texts {
        if id_of(&key).is_none() || second::elsewhere(&key) {
            continue;
        }
        let first = settings::read(&key);
        let saved = draft::saved(&text);
        let held = first.as_ref().map(|text| draft::saved(text));
        SAVED.set(SAVED.get().max(saved.max(held.flatten()).unwrap_or(0)));
        // A damaged copy is not overwritten, and stands in nobody's way.
        let is_later = held.is_none_or(|held| held.is_some() && held < saved);
        if is_later && !settings::write(&key, &text) {
            BESIDE.with_borrow_mut(|texts| texts.push((key, text)));
        }
    }
}

/// The key of a ballot's draft.
#[must_use]
pub fn key(id: BallotId) -> String {
    let mut key = PREFIX.to_owned();
    key.push_str(&id.to_string());
    key
}

fn id_of(key: &str) -> Option<BallotId> {
    let digits = key.strip_prefix(PREFIX)?;
    u64::from_str_radix(digits, 16).ok().map(BallotId)
}
