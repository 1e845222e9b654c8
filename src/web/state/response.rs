//! How many people were asked and what became of them: counted here, kept in both engines.
//!
//! Counting belongs to the parts for staff and the counter's tablet: a citizen's own phone counts nothing.
//! One window writes only under its own writer's number, so no two raise the same number at once; copies
//! are made one by taking the greater of each number.

use crate::platform::{clock, random, second, settings};
use crate::state::ledger;
use crate::state::route::Preset;
use crate::state::setup::Setup;
use sipas_core::ballot::Channel;
use sipas_core::response::{Cell, Event, Responses, hour_of};
use sipas_formats::response::{self, KEYS};
use std::cell::{Cell as Place, RefCell};
use std::collections::BTreeSet;

/// What cannot be read is set aside under this and the key it stood under.
const ASIDE: &str = "sipas/aside/";

/// Random numbers are far from those that are leased.
const RANDOM_WRITERS: u32 = 0x1_0000;

thread_local! {
    /// Everything known; of this window's own counts nobody knows more.
    static KNOWN: RefCell<Option<Responses>> = const { RefCell::new(None) };
    /// This window's number where the browser leases none.
    static WRITER: Place<Option<u32>> = const { Place::new(None) };
}

/// What people are asked about, as far as it is known when they are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// How they are asked.
    pub channel: Channel,
    /// Campaign code.
    pub campaign: String,
    /// Questionnaire id.
    pub questionnaire: String,
    /// Unit path; empty where the survey asks for it.
    pub unit: String,
    /// Field code; empty where the survey asks for it.
    pub field: String,
}

impl Subject {
    /// What a survey opened in this setup is about.
    #[must_use]
    pub fn of(setup: &Setup, channel: Channel, preset: &Preset) -> Self {
        let unit = preset.unit.as_ref().or(setup.campaign.unit.as_ref());
        Self {
            channel,
            campaign: setup.campaign.id.clone(),
            questionnaire: setup.questionnaire.id.clone(),
            unit: unit.cloned().unwrap_or_default(),
            field: preset.field.clone().unwrap_or_default(),
        }
    }
}

/// Counts one event, now; on the disk when this ends.
pub async fn record(event: Event, subject: &Subject) {
    let writer = writer();
    if KNOWN.with_borrow(Option::is_none) {
        drop(all().await);
    }
    let (day, hour) = hour_of(clock::now());
    let subject = subject.clone();
    let cell = Cell {
        device: ledger::device(),
        writer,
        day,
        hour,
        channel: subject.channel,
        campaign: subject.campaign,
        questionnaire: subject.questionnaire,
        unit: subject.unit,
        field: subject.field,
    };
    let key = response::key(&cell);
    let text = KNOWN.with_borrow_mut(|known| {
        let known = known.get_or_insert_default();
        known.count(cell, event);
        response::write(known, &key)
    });
    second::keep_durably(&key, &text).await;
}

/// All counts of this device and of those whose files were taken in; both engines are one afterwards.
pub async fn all() -> Responses {
    let mut found = KNOWN.with_borrow(Clone::clone).unwrap_or_default();
    let mut keys = BTreeSet::new();
    for key in settings::keys() {
        if !key.starts_with(KEYS) {
            continue;
        }
        if let Some(text) = settings::read(&key) {
            take(&key, &text, &mut found);
        }
        keys.insert(key);
    }
    let second = second::texts(KEYS).await.unwrap_or_default();
    for (key, text) in &second {
        take(key, text, &mut found);
        keys.insert(key.clone());
    }
    KNOWN.with_borrow_mut(|known| {
        let known = known.get_or_insert_default();
        known.merge(&found);
        found.clone_from(known);
    });
    for key in keys {
        unite(&key, &found, &second);
    }
    found
}

/// Writes what one engine lacks; another window's latest counts are never put back.
fn unite(key: &str, found: &Responses, second: &[(String, String)]) {
    let mut now = Responses::default();
    let local = settings::read(key);
    let is_sound = local
        .as_ref()
        .is_none_or(|text| response::read(text, &mut now).is_ok());
    now.merge(found);
    let text = response::write(&now, key);
    let there = second.iter().find(|(other, _)| other == key);
    let is_same = local.as_ref() == Some(&text) && there.is_some_and(|(_, there)| *there == text);
    // A copy of what cannot be read stands aside.
    let is_kept = || settings::read(&[ASIDE, key].concat()).is_some();
    if !is_same && (is_sound || is_kept()) {
        second::keep_setting(key, &text);
    }
}

/// Reads a text; one that cannot be read is set aside once and stays as it is.
fn take(key: &str, text: &str, found: &mut Responses) {
    if response::read(text, found).is_err() {
        let aside = [ASIDE, key].concat();
        if settings::read(&aside).is_none() {
            settings::write(&aside, text);
        }
    }
}

fn writer() -> u32 {
    let leased = ledger::writer().or(WRITER.get());
    let known = leased.unwrap_or_else(|| (random::bits() >> 32) as u32 | RANDOM_WRITERS);
    WRITER.set(Some(known));
    known
}
