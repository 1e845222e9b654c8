//! The one-time tickets this counter has issued.

use crate::platform::{clock, random, second, settings};
use sipas_core::ballot::BallotId;
use sipas_formats::hand_over::tickets::Tickets;

/// Where they are kept.
pub const TICKETS_KEY: &str = "sipas/tickets";

/// All tickets this device remembers.
#[must_use]
pub fn read() -> Tickets {
    Tickets::read(&settings::read(TICKETS_KEY).unwrap_or_default())
}

/// Brings them back from the second engine where local storage was lost.
pub async fn recover() {
    if settings::read(TICKETS_KEY).is_none()
        && let Some(text) = second::text(TICKETS_KEY).await
    {
        settings::write(TICKETS_KEY, &text);
    }
}

/// A fresh ticket for the code of the next citizen; it is remembered before the code is shown.
#[must_use]
pub fn issue() -> u64 {
    let (ticket, now) = (random::bits(), clock::now().unix_secs);
    let mut tickets = read();
    tickets.issue(ticket, now);
    second::keep_setting(TICKETS_KEY, &tickets.write(now));
    ticket
}

/// Remembers that the ticket of this number brought a ballot.
pub fn use_up(number: u64, id: BallotId) {
    let now = clock::now().unix_secs;
    let mut tickets = read();
    tickets.use_up(number, now, id);
    second::keep_setting(TICKETS_KEY, &tickets.write(now));
}
