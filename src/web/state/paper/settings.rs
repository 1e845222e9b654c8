//! What stays from one ballot to the next on this device: people, batch, way of typing.

use crate::platform::{second, settings as device};
use sipas_core::paper::register::{Entry, Record};
use sipas_formats::paper;

const BATCH_KEY: &str = "sipas/paper-batch";
const PEOPLE_KEY: &str = "sipas/paper-people";
const WHO_KEY: &str = "sipas/paper-who";
const MODE_KEY: &str = "sipas/paper-mode";

/// The ballot being typed.
const DRAFT_KEY: &str = "sipas/paper-draft";

/// The most characters of a batch or a short name.
pub const LONGEST: usize = 12;

/// How ballots are typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// First entries, which wait for the second.
    First,
    /// Second entries.
    Second,
    /// One entry is enough.
    Single,
}

impl Mode {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Single];

    /// The name it is remembered by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Single => "single",
        }
    }
}

/// The way last used; first entries at first.
#[must_use]
pub fn mode() -> Mode {
    let code = device::read(MODE_KEY).unwrap_or_default();
    let found = Mode::ALL.into_iter().find(|mode| mode.code() == code);
    found.unwrap_or(Mode::First)
}

/// Remembers the way.
pub fn keep_mode(mode: Mode) {
    device::write(MODE_KEY, mode.code());
}

/// The batch last used; empty at first.
#[must_use]
pub fn batch() -> String {
    clean_batch(&device::read(BATCH_KEY).unwrap_or_default())
}

/// Remembers a batch.
pub fn keep_batch(batch: &str) {
    device::write(BATCH_KEY, &clean_batch(batch));
}

/// A batch as it is printed and stored: letters and digits, capitals.
#[must_use]
pub fn clean_batch(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    letters
        .take(LONGEST)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// Short names of the people who type on this device.
#[must_use]
pub fn people() -> Vec<String> {
    let text = device::read(PEOPLE_KEY).unwrap_or_default();
    let names = text.lines().map(clean_name);
    names.filter(|name| !name.is_empty()).collect()
}

/// Remembers the people.
pub fn keep_people(people: &[String]) {
    device::write(PEOPLE_KEY, &people.join("\n"));
}

/// A short name: one line, without spaces around it.
#[must_use]
pub fn clean_name(text: &str) -> String {
    let letters = text.trim().chars().filter(|letter| !letter.is_control());
    let name: String = letters.take(LONGEST).collect();
    name.trim_end().to_owned()
}

/// Who typed last; empty at first.
#[must_use]
pub fn who() -> String {
    clean_name(&device::read(WHO_KEY).unwrap_or_default())
}

/// Remembers who types.
pub fn keep_who(name: &str) {
    device::write(WHO_KEY, name);
}

/// Keeps the ballot being typed as it is now, in both engines; it is not waited for.
pub fn keep_draft(entry: &Entry) {
    second::keep_setting(DRAFT_KEY, &paper::write(&Record::Entry(entry.clone())));
}

/// The ballot being typed is saved or given up.
pub fn drop_draft() {
    second::keep_setting(DRAFT_KEY, "");
}

/// The ballot that was being typed when the page was last left.
pub async fn draft() -> Option<Entry> {
    let read = |text: &str| match paper::read(text) {
        Ok(Record::Entry(entry)) => Some(entry),
        Ok(Record::Verdict(_)) | Err(_) => None,
    };
    let first = device::read(DRAFT_KEY);
    if let Some(entry) = first.as_deref().and_then(read) {
        return Some(entry);
    }
    // Local storage forgets what it was told just before a kill; saving leaves an empty text there.
    if first.is_some() {
        return None;
    }
    second::text(DRAFT_KEY).await.as_deref().and_then(read)
}
