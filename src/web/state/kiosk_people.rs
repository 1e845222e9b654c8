//! How each person at the counter's tablet ends: what they had answered is kept once, and counted once.
//!
//! A mark stands in local storage while somebody answers; who finds it at the next start settles what a
//! reload, a killed browser or a power cut left half-done.

use crate::platform::storage::LocalStore;
use crate::platform::{clock, second, settings};
use crate::state::response::{self, Subject};
use crate::state::route::Preset;
use crate::state::setup::Setup;
use crate::state::{drafts, ledger};
use sipas_core::ballot::{BallotId, Channel, Status};
use sipas_core::moment::Moment;
use sipas_core::response::Event;
use sipas_core::survey::{Asked, Draft};
use sipas_formats::draft;
use sipas_formats::store::Store;

/// Somebody who has begun: their ballot's id, and how they end if nothing better is known.
const NOW_KEYS: &str = "sipas/now/";

/// A draft may stand at any question.
const ASKED: Asked = Asked {
    unit: true,
    field: true,
};

/// How long an answer on its way to the disk is waited for, and how often, in milliseconds.
const SENDING: (i32, u32) = (250, 40);

/// Somebody answering.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their ballot's id.
    pub id: BallotId,
    /// What they were asked about.
    pub subject: Subject,
    /// How they end, if nothing better is known.
    pub end: Event,
    /// Whether their ballot is on its way to the disk.
    pub sending: bool,
}

/// The end a ballot's status means.
#[must_use]
pub const fn end_of(status: Status) -> Event {
    match status {
        Status::Complete => Event::Completed,
        Status::Stopped => Event::Stopped,
    }
}

/// Notes that somebody is under way, and how they end if the device dies now.
pub fn note(person: &Person) {
    settings::write(&now_key(person.id), &now_text(&person.subject, person.end));
}

fn now_key(id: BallotId) -> String {
    [NOW_KEYS, &id.to_string()].concat()
}

/// How somebody ends if the device dies now, and what they were asked about.
fn now_text(subject: &Subject, end: Event) -> String {
    [end.code(), &subject.unit, &subject.field].join(" ")
}

/// Counts how a person ended, once: the mark that they are under way goes with it.
pub async fn end(person: &Person, how: Event, is_empty: bool) {
    settings::remove(&now_key(person.id));
    response::record(how, &person.subject).await;
    if is_empty {
        response::record(Event::Empty, &person.subject).await;
    }
}

/// Keeps what somebody had answered and counts how they ended; `at` is when, where it is not now.
pub async fn settle_one(setup: &'static Setup, person: &Person, at: Option<Moment>) {
    let stored = || {
        let found = ledger::with(|ledger| ledger.get(person.id));
        found.ok()?.ok()?.map(|(ballot, _)| ballot.status)
    };
    let mut tries = if person.sending { SENDING.1 } else { 0 };
    while stored().is_none() && tries > 0 {
        tries -= 1;
        clock::pause(SENDING.0).await;
    }
    if let Some(status) = stored() {
        drafts::erase(person.id);
        end(person, end_of(status), false).await;
        return;
    }
    let answered = left_by(setup, person.id).filter(|draft| !draft.is_untouched());
    let Some(draft) = answered else {
        drafts::erase(person.id);
        end(person, person.end, true).await;
        return;
    };
    let at = at.unwrap_or_else(clock::now);
    let outline = setup.outline(Asked::default());
    let ballot = outline.finish(&draft, Status::Stopped, ledger::device(), at);
    // What cannot be stored now stays a draft, and is tried again at the next start.
    if ledger::save(setup, &ballot).await.is_ok() {
        drafts::erase(person.id);
        end(person, person.end, false).await;
    }
}

/// The drafts no other window is answering, each with when it was stored, in milliseconds.
fn left(setup: &Setup) -> Vec<(Draft, u64)> {
    let texts = second::drafts();
    let read = |text: &String| {
        let draft = draft::read(setup.outline(ASKED), text).ok()?;
        Some((draft, draft::saved(text).unwrap_or(0)))
    };
    texts.iter().filter_map(read).collect()
}

/// The draft left under an id.
#[must_use]
pub fn left_by(setup: &Setup, id: BallotId) -> Option<Draft> {
    let mut all = left(setup).into_iter();
    all.find_map(|(draft, _)| (draft.id == id).then_some(draft))
}

/// Settles everybody who was under way when the page, the browser or the device went away.
pub async fn settle_left(setup: &'static Setup) {
    let mut people: Vec<(BallotId, Option<Moment>)> = Vec::new();
    for (draft, saved) in left(setup) {
        if draft.channel == Channel::Kiosk {
            people.push((draft.id, Some(left_at(&draft, saved))));
        }
    }
    for key in LocalStore::open().keys().unwrap_or_default() {
        let digits = key.strip_prefix(NOW_KEYS);
        let id = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
        if let Some(id) = id.map(BallotId)
            && people.iter().all(|(known, _)| *known != id)
        {
            people.push((id, None));
        }
    }
    for (id, at) in people {
        // Another window may have this person before it.
        if !drafts::claim(id).await {
            continue;
        }
        let text = settings::read(&now_key(id)).unwrap_or_default();
        let mut words = text.split(' ');
        let is_late = words.next() == Some(Event::TimedOut.code());
        let mut subject = Subject::of(setup, Channel::Kiosk, &Preset::default());
        if let (Some(unit), Some(field)) = (words.next(), words.next()) {
            unit.clone_into(&mut subject.unit);
            field.clone_into(&mut subject.field);
        }
        let person = Person {
            id,
            subject,
            end: if is_late {
                Event::TimedOut
            } else {
                Event::Stopped
            },
            sending: false,
        };
        settle_one(setup, &person, at).await;
        second::release_draft();
    }
}

/// When a draft was last touched.
fn left_at(draft: &Draft, saved_ms: u64) -> Moment {
    let saved = i64::try_from(saved_ms / 1_000).unwrap_or(0);
    Moment {
        unix_secs: saved.max(draft.started_at.unix_secs),
        ..draft.started_at
    }
}
