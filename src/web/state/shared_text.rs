//! Texts that several tabs edit: each in both engines, saved with every edit, one with the copies of other tabs.

use crate::platform::{second, settings};
use std::collections::BTreeMap;

/// What is kept as such a text.
pub trait Shared: Sized {
    /// What its keys begin with.
    const KEYS: &'static str;

    /// The key it is kept under.
    fn key(&self) -> String;

    /// Reads what is kept under a key; nothing where it cannot be read.
    fn parse(key: &str, text: &str) -> Option<Self>;

    /// The text to keep.
    fn text(&self) -> String;

    /// Takes over what another copy has; in any order, any number of times, the result is the same.
    fn merge(&mut self, other: &Self);
}

/// What the device has.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// Everything that can be read, by key.
    pub readable: BTreeMap<String, T>,
    /// Texts that cannot be read, kept as they are: key and text.
    pub unreadable: Vec<(String, String)>,
}

/// Why an edit is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The browser did not store it.
    NotStored,
    /// What stands under its key cannot be read, and is left alone.
    Unreadable,
}

/// Reads both engines and makes them one; what was in one only is in both afterwards.
pub async fn read<T: Shared>() -> Found<T> {
    let local: Vec<(String, String)> = settings::keys()
        .into_iter()
        .filter(|key| key.starts_with(T::KEYS))
        .filter_map(|key| settings::read(&key).map(|text| (key, text)))
        .collect();
    let there = second::texts(T::KEYS).await.unwrap_or_default();
    let mut readable: BTreeMap<String, T> = BTreeMap::new();
    let mut unreadable = Vec::new();
    for (key, text) in local.iter().chain(&there) {
        match (T::parse(key, text), readable.get_mut(key)) {
            (Some(one), Some(held)) => held.merge(&one),
            (Some(one), None) => {
                readable.insert(key.clone(), one);
            }
            (None, _) => unreadable.push((key.clone(), text.clone())),
        }
    }
    unreadable.sort();
    unreadable.dedup();
    for (key, one) in &mut readable {
        // Something may have been typed since local storage was read.
        let stored = settings::read(key);
        let typed = stored.as_deref().map(|text| T::parse(key, text));
        if let Some(Some(typed)) = &typed {
            one.merge(typed);
        }
        let text = one.text();
        let is_there = there.iter().any(|(at, held)| at == key && *held == text);
        let is_blocked = matches!(typed, Some(None)) || unreadable.iter().any(|(at, _)| at == key);
        if !is_blocked && (stored.as_ref() != Some(&text) || !is_there) {
            second::keep_durably(key, &text).await;
        }
    }
    Found {
        readable,
        unreadable,
    }
}

/// Changes what this tab holds and stores it in both engines; the copy that was stored is merged in before.
///
/// # Errors
/// [`Refused`]; then `held` has the change and nothing stored is lost.
pub fn change<T: Shared>(held: &mut T, change: impl FnOnce(&mut T)) -> Result<(), Refused> {
    let key = held.key();
    let stored = settings::read(&key);
    let read = stored.as_deref().map(|text| T::parse(&key, text));
    if let Some(Some(other)) = &read {
        held.merge(other);
    }
    change(held);
    if matches!(read, Some(None)) {
        return Err(Refused::Unreadable);
    }
    let text = held.text();
    let is_stored = settings::write(&key, &text) && settings::read(&key).as_ref() == Some(&text);
    leptos::task::spawn_local(async move {
        second::keep_durably(&key, &text).await;
    });
    if is_stored {
        Ok(())
    } else {
        Err(Refused::NotStored)
    }
}

/// Takes a text of a backup over: what stands here is merged into it, and stays as it is where it cannot be read, or the
/// backup's cannot.
pub async fn take<T: Shared>(key: &str, text: &str) {
    let mut held: Option<Option<T>> = None;
    let there = second::text(key).await.filter(|text| !text.is_empty());
    for text in settings::read(key).into_iter().chain(there) {
        held = match (held, T::parse(key, &text)) {
            (None, found) => Some(found),
            (Some(Some(mut one)), Some(other)) => {
                one.merge(&other);
                Some(Some(one))
            }
            (Some(None), _) | (_, None) => Some(None),
        };
    }
    match (held, T::parse(key, text)) {
        (None, _) => second::keep_durably(key, text).await,
        (Some(Some(held)), Some(mut one)) => {
            one.merge(&held);
            second::keep_durably(key, &one.text()).await;
        }
        (Some(None), _) | (_, None) => {}
    }
}
