//! What stays from one ballot to the next on this device: people, batch, way of typing.

use crate::platform::settings as device;

const BATCH_KEY: &str = "sipas/paper-batch";

/// The most characters of a batch or a short name.
pub const LONGEST: usize = 12;

/// The batch last used; empty at first.
#[must_use]
pub fn batch() -> String {
    device::read(BATCH_KEY).unwrap_or_default()
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
