//! Everything this device keeps as one archive, and an archive's texts back on the device.

use crate::platform::{clock, second, settings};
use crate::state::campaigns::{self, Kept};
use crate::state::paper::register;
use crate::state::{evaluations, exports, health, ledger, plans, shared_text};
use sipas_core::ballot::Ballot;
use sipas_core::evaluation::Quarter;
use sipas_core::plan::ActionPlan;
use sipas_formats::archive::{About, Builder, Unread};
use sipas_formats::file_name::file_name;
use sipas_formats::ledger::marks::{Mark, unseal_mark};
use sipas_formats::record::unseal;
use sipas_formats::store::StoreError;
use std::collections::BTreeMap;

/// Records of the second engine read at a time.
const PAGE: u32 = 500;

/// What the keys of typed-in papers begin with.
const PAPERS: &str = sipas_formats::paper::KEYS;

/// Texts that are in an archive: what their keys begin with.
///
/// Not the draft of a citizen who has not sent it, not the kiosk's PIN, nothing that only this page needs.
const KEPT: [&str; 19] = [
    "sipas/aside/",
    "sipas/campaign",
    "sipas/days",
    "sipas/device",
    "sipas/handed",
    "sipas/households/",
    "sipas/import",
    "sipas/jumps",
    "sipas/office/",
    "sipas/paper-batch",
    "sipas/paper-mode",
    "sipas/paper-people",
    "sipas/paper/",
    "sipas/places",
    "sipas/plan/",
    "sipas/r/",
    "sipas/redactions",
    "sipas/removed",
    "sipas/tickets",
];

/// Texts that any device may add to its own: other campaigns, and counts, whose keys name their device.
const ADDABLE: [&str; 2] = ["sipas/campaign/", "sipas/r/"];

/// An archive of everything, and how many ballots that count are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Ballots that count.
    pub ballots: u64,
    /// What the file is called.
    pub name: String,
}

/// Writes everything there is; `progress` is told shares from 0 to 1.
///
/// # Errors
/// [`StoreError`] where neither engine can be read.
pub async fn write(progress: impl Fn(f64)) -> Result<Written, StoreError> {
    let campaign = campaigns::current().map(|one| one.campaign.id);
    let about = About {
        device: ledger::device(),
        written_at: clock::now(),
        campaign: campaign.unwrap_or_default(),
    };
    let mut archive = Builder::new(about);
    let mut ballots = 0;
    ledger::with(|ledger| {
        ballots = ledger
            .each(&mut |ballot, shape| archive.ballot(ballot, shape))?
            .ballots as u64;
        ledger.marks().iter().for_each(|mark| archive.mark(mark));
        for one in ledger.set_aside() {
            archive.unread(Unread {
                key: one.key.clone(),
                at: one.at as u64,
                reason: one.reason.to_string(),
                bytes: one
                    .units
                    .iter()
                    .flat_map(|unit| unit.to_le_bytes())
                    .collect(),
            });
        }
        Ok::<(), StoreError>(())
    })??;
    // Removed ballots that can still be restored, and what only the second engine has.
    if second::is_open(&second::status().await) {
        add_second(&mut archive, ballots, &progress).await?;
    }
    for (key, text) in texts().await {
        archive.text(&key, &text);
    }
    let bytes = archive.finish();
    Ok(Written {
        bytes,
        ballots,
        name: name(),
    })
}

/// All texts to keep, with their keys: local storage's, and what only the second engine still has.
async fn texts() -> BTreeMap<String, String> {
    // Papers have a form of their own there; reading them brings both engines together.
    drop(register::read().await);
    let mut texts = BTreeMap::new();
    for prefix in KEPT {
        // Without a second engine there is nothing more to find.
        let second = second::texts(prefix).await.unwrap_or_default();
        texts.extend(second);
    }
    for key in settings::keys() {
        if is_kept(&key)
            && let Some(text) = settings::read(&key)
        {
            texts.insert(key, text);
        }
    }
    texts
}

async fn add_second(
    archive: &mut Builder,
    ballots: u64,
    progress: &impl Fn(f64),
) -> Result<(), StoreError> {
    let (mut after, mut read) = (String::new(), 0);
    loop {
        let page = second::page(second::BALLOTS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            break;
        };
        after.clone_from(&last.0);
        read += page.len() as u64;
        progress((read as f64 / ballots.max(1) as f64).min(1.0));
        for (key, sealed) in page {
            match unseal(&sealed) {
                Ok((ballot, shape)) => archive.ballot(&ballot, &shape),
                Err(error) => archive.unread(Unread {
                    key,
                    at: 0,
                    reason: error.to_string(),
                    bytes: sealed,
                }),
            }
        }
    }
    after.clear();
    loop {
        let page = second::page(second::MARKS, &after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after.clone_from(&last.0);
        for (_, sealed) in page {
            if let Ok(mark) = unseal_mark(&sealed) {
                archive.mark(mark);
            }
        }
    }
}

/// Says that everything was exported, for the reminders.
pub fn note(written: &Written) {
    health::note_export(written.ballots);
}

/// Campaign, counter and day, as all exported files are called.
fn name() -> String {
    match campaigns::current() {
        Some(Kept { campaign, .. }) => exports::name(&campaign, &campaign.questionnaire, "sipas"),
        None => {
            let device = ledger::device().to_string();
            file_name("sipas", &device, clock::now(), "sipas")
        }
    }
}

fn is_kept(key: &str) -> bool {
    KEPT.iter().any(|prefix| key.starts_with(prefix))
}

/// Whether the device has neither ballots nor campaigns of its own: an archive may then take its place.
#[must_use]
pub fn is_device_empty() -> bool {
    let none = ledger::with(|ledger| {
        ledger.ids().next().is_none() && ledger.marks().iter().next().is_none()
    });
    none == Ok(true)
        && !settings::keys()
            .iter()
            .any(|key| key.starts_with("sipas/campaign"))
}

/// Whether an archive's texts are those of a whole device; one that only carries ballots has no device's code.
#[must_use]
pub fn is_a_device(texts: &[(String, String)]) -> bool {
    texts.iter().any(|(key, _)| key == "sipas/device")
}

/// Takes an archive's texts over; `everything`: also those that make this device the other one. Gives the
/// keys that were not there before.
pub async fn take_texts(texts: &[(String, String)], everything: bool) -> Vec<String> {
    let mut added = Vec::new();
    for (key, text) in texts {
        let wanted = if everything {
            is_kept(key)
        } else {
            ADDABLE.iter().any(|prefix| key.starts_with(prefix)) && settings::read(key).is_none()
        };
        if wanted {
            if key.starts_with(PAPERS) {
                register::take(text).await;
            } else if key.starts_with(plans::KEYS) {
                shared_text::take::<ActionPlan>(key, text).await;
            } else if key.starts_with(evaluations::KEYS) {
                shared_text::take::<Quarter>(key, text).await;
            } else {
                second::keep_durably(key, text).await;
            }
            added.push(key.clone());
        }
    }
    added
}

/// Writes an archive's removal marks, where an archive takes the device's place.
///
/// # Errors
/// [`StoreError`].
pub async fn take_marks(marks: &[Mark]) -> Result<(), StoreError> {
    crate::state::union::add_marks(marks).await?;
    // What finds no room now is taken from the second engine at the next start.
    drop(ledger::with(|ledger| ledger.take_marks(marks))?);
    Ok(())
}

/// Writes an archive and looks which ballots of a questionnaire came back from it unchanged.
///
/// # Errors
/// [`StoreError`].
pub async fn prove(
    questionnaire: &str,
) -> Result<(Written, sipas_formats::archive::Proof), StoreError> {
    let written = write(|_| {}).await?;
    let ballots = ledger::read()?.ballots;
    let own: Vec<&Ballot> = ballots
        .iter()
        .filter(|one| one.context.questionnaire == questionnaire)
        .collect();
    let proof = sipas_formats::archive::prove(&written.bytes, &own);
    Ok((written, proof))
}
