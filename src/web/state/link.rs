//! The link in a counter's code, as far as every citizen's download has to know of it.
//!
//! What it says is read by the later part of the program, which is loaded before the survey
//! starts where the address is such a link.

use crate::platform::{address, settings};
use crate::state::app::App;
use crate::state::later;
use crate::state::setup::SetupError;
use sipas_core::ballot::Ticket;
use sipas_core::campaign::Campaign;
use std::cell::Cell;

/// The link of the last counter's code that was scanned; kept while there may be ballots to hand over.
pub const HAND_KEY: &str = "sipas/hand";

thread_local! {
    static TICKET: Cell<Ticket> = const { Cell::new(Ticket::None) };
    static ENTERED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the address is a counter's link: its campaign always comes first.
#[must_use]
pub fn is_here() -> bool {
    let fragment = address::fragment();
    fragment.starts_with("/survey?c=") || fragment.starts_with("/survey/begin?c=")
}

/// Whether it is one, and the part that reads it has not been asked for.
#[must_use]
pub fn is_news() -> bool {
    !ENTERED.get() && is_here()
}

/// Loads the part where it is wanted, and makes `campaign` the one the address names.
///
/// # Errors
/// [`SetupError::Load`]: without the part the ballot would belong to another campaign.
pub async fn enter(app: App, campaign: &mut Campaign) -> Result<(), SetupError> {
    let is_here = is_here();
    if is_here || settings::read(HAND_KEY).is_some() {
        match later::part().await {
            Ok(part) => {
                ENTERED.set(true);
                (part.enter)(app, campaign);
            }
            Err(reason) if is_here => return Err(SetupError::Load(HAND_KEY.to_owned(), reason)),
            Err(_) => {}
        }
    }
    Ok(())
}

/// The ticket of ballots sent from this address.
#[must_use]
pub fn ticket() -> Ticket {
    TICKET.get()
}

/// Sets it.
pub fn set_ticket(ticket: Ticket) {
    TICKET.set(ticket);
}
