//! The counter's side of the hand-over: links to show, sheets to take.

use crate::platform::{address, clock, settings};
use crate::state::ledger::{self, SaveError};
use crate::state::setup::Setup;
use crate::state::{campaigns, tickets};
use sipas_core::ballot::{BallotId, Ticket};
use sipas_formats::campaign::passing;
use sipas_formats::hand_over::part::{self, Collected};
use sipas_formats::hand_over::taking::{Counter, Refusal, Taken};
use sipas_formats::hand_over::{self, HandOverError, Sheet};
use sipas_formats::qr::{self, Qr};
use sipas_formats::survey_link::{SurveyLink, short_name};

/// Whether the beep is off.
const SILENT_KEY: &str = "sipas/silent";

/// A code for phones and the address in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The address.
    pub link: String,
    /// The code; nothing where the address is too long.
    pub code: Option<Qr>,
}

/// What came of a scanned or pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Stored.
    Taken(BallotId),
    /// Stored before.
    Before,
    /// One of several codes: how many are here, of how many.
    Part(usize, usize),
    /// A campaign: it waits on the campaigns' page.
    Campaign,
    /// Nothing of a survey's.
    Foreign,
    /// A code that opens the survey.
    SurveyCode,
    /// Not to be read.
    Unreadable(HandOverError),
    /// Not to be taken.
    Refused(Refusal),
    /// It could not be stored.
    NotStored(String),
}

/// The code a phone opens the survey with; without a ticket it is a poster's.
#[must_use]
pub fn show(
    setup: &Setup,
    unit: &str,
    field: &str,
    asks_field: bool,
    ticket: Option<u64>,
) -> Shown {
    let campaign = &setup.campaign;
    let name = if campaign.counter.is_empty() {
        campaign.name.get("vi")
    } else {
        &campaign.counter
    };
    let link = SurveyLink {
        campaign: campaign.id.clone(),
        questionnaire: campaign.questionnaire.clone(),
        unit: unit.to_owned(),
        field: field.to_owned(),
        asks_field: asks_field && !campaign.fields.is_empty(),
        terms: campaign.terms.clone(),
        ticket,
        name: short_name(name),
    };
    let link = link.write(&address::base());
    let code = qr::encode(&link);
    Shown { link, code }
}

/// Looks at a text; a sheet once all its parts are here.
pub fn look(text: &str, collected: &mut Collected) -> Result<Box<Sheet>, Outcome> {
    let Some(letters) = part::letters(text) else {
        let is_survey = ["#/survey?", "#/survey/begin?"]
            .iter()
            .any(|one| text.contains(one));
        return Err(if is_survey {
            Outcome::SurveyCode
        } else {
            Outcome::Foreign
        });
    };
    let bytes = part::read(&letters)
        .and_then(|part| collected.take(part))
        .map_err(Outcome::Unreadable)?;
    let Some(bytes) = bytes else {
        let (here, of) = collected.progress().unwrap_or_default();
        return Err(Outcome::Part(here, of));
    };
    match passing::unpack(&bytes) {
        Ok(Some(file)) => {
            campaigns::receive(&file);
            return Err(Outcome::Campaign);
        }
        Ok(None) => {}
        Err(_) => return Err(Outcome::Unreadable(HandOverError::Malformed)),
    }
    hand_over::read(&bytes)
        .map(Box::new)
        .map_err(Outcome::Unreadable)
}

/// Takes a sheet: stores its ballot in both engines, then uses its ticket up.
pub async fn take(setup: &Setup, sheet: &Sheet) -> Outcome {
    let tickets = tickets::read();
    let counter = Counter {
        campaign: &setup.campaign.id,
        questionnaire: &setup.questionnaire,
        tickets: &tickets,
        now_secs: clock::now().unix_secs,
    };
    let has = |id| {
        ledger::with(|ledger| ledger.contains(id) || ledger.marks().is_removed(id)).unwrap_or(false)
    };
    let ballot = match counter.take(sheet, has) {
        Ok(Taken::Fresh(ballot)) => ballot,
        Ok(Taken::Before(_)) => return Outcome::Before,
        Err(refusal) => return Outcome::Refused(refusal),
    };
    match ledger::save(setup, &ballot).await {
        Ok(()) => {
            if let Ticket::Once(number) = ballot.ticket {
                tickets::use_up(number, ballot.id);
            }
            Outcome::Taken(ballot.id)
        }
        Err(SaveError::Full) => Outcome::NotStored("full".to_owned()),
        Err(SaveError::Blocked) => Outcome::NotStored("blocked".to_owned()),
        Err(SaveError::Other(reason)) => Outcome::NotStored(reason),
    }
}

/// Whether scanning beeps.
#[must_use]
pub fn beeps() -> bool {
    settings::read(SILENT_KEY).is_none()
}

/// Switches the beep on or off; the choice is kept on this device.
pub fn set_beeps(on: bool) {
    if on {
        settings::remove(SILENT_KEY);
    } else {
        settings::write(SILENT_KEY, "1");
    }
}

/// Whether every build's own list has all of the campaign's fields, so that a phone can ask for them.
pub async fn phones_know_fields(setup: &Setup) -> bool {
    let fields = &setup.campaign.fields;
    match crate::state::setup::built_in().await {
        Ok(built_in) if built_in.id == setup.campaign.id => true,
        Ok(built_in) => fields.iter().all(|field| {
            let mut known = built_in.fields.iter();
            known.any(|one| one.code == field.code)
        }),
        Err(_) => false,
    }
}
