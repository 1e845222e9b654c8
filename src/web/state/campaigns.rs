//! The campaigns (đợt khảo sát) of this device: several are kept, one is current.
//!
//! Each stands under `sipas/campaign/<id>` and the current one once more under `sipas/campaign`,
//! which is all a survey reads. Ballots name their campaign by its id, so nothing done here touches
//! them. The second engine keeps a copy.

use crate::platform::{address, json, second, settings};
use crate::state::app::App;
use crate::state::setup::CAMPAIGN_KEY;
use sipas_core::campaign::Campaign;
use sipas_core::campaign::plan::{Plan, Scope};
use sipas_core::compare::Target;
use sipas_core::problem::Problem;
use sipas_formats::campaign::passing;
use sipas_formats::hand_over::part;
use sipas_formats::qr::{self, Qr};
use sipas_formats::{campaign as file, stamp};
use std::cell::{Cell, RefCell};

/// A campaign of this device.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The campaign.
    pub campaign: Campaign,
    /// Its plan.
    pub plan: Plan,
}

/// A stored campaign that cannot be read: its id, and why.
pub type Unreadable = (String, Vec<Problem>);

/// What saving came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Not tried since the last change.
    Not,
    /// Stored, and used for new ballots.
    Yes,
    /// Stored; another campaign is the current one.
    Beside,
    /// It has no name.
    NoName,
    /// Something else has to be put right first; it is said beside it.
    Wrong,
    /// The browser refused.
    Refused,
}

/// What stood under each key before the last change.
type Before = Vec<(String, Option<String>)>;

thread_local! {
    static UNDO: RefCell<Option<Before>> = const { RefCell::new(None) };
    /// A campaign that came by code and waits for a word on the campaigns' page.
    static RECEIVED: RefCell<Option<Result<Kept, Vec<Problem>>>> = const { RefCell::new(None) };
    /// What the last change came to; the page is drawn anew after it.
    static SAID: Cell<Saved> = const { Cell::new(Saved::Not) };
}

/// Where the campaign with this id is kept.
fn key(id: &str) -> String {
    [CAMPAIGN_KEY, "/", id].concat()
}

/// The campaigns of this device by id, and those that cannot be read.
#[must_use]
pub fn all() -> (Vec<Kept>, Vec<Unreadable>) {
    let prefix = key("");
    let (mut kept, mut unreadable) = (Vec::new(), Vec::new());
    for key in settings::keys() {
        let Some(id) = key.strip_prefix(&prefix) else {
            continue;
        };
        match settings::read(&key).map(|text| read(&text)) {
            Some(Ok(one)) => kept.push(one),
            Some(Err(problems)) => unreadable.push((id.to_owned(), problems)),
            None => {}
        }
    }
    // Chosen before several were kept, or by hand.
    if let Some(current) = current()
        && kept
            .iter()
            .all(|one| one.campaign.id != current.campaign.id)
    {
        kept.push(current);
    }
    kept.sort_by(|a, b| a.campaign.id.cmp(&b.campaign.id));
    (kept, unreadable)
}

/// The current campaign, where it is not the built-in one.
#[must_use]
pub fn current() -> Option<Kept> {
    read(&settings::read(CAMPAIGN_KEY)?).ok()
}

/// Reads a campaign file.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(text: &str) -> Result<Kept, Vec<Problem>> {
    let root = json::parse(text).map_err(|problem| vec![problem])?;
    let (campaign, plan) = file::read_all(&root)?;
    Ok(Kept { campaign, plan })
}

/// The campaign as a file.
#[must_use]
pub fn write(kept: &Kept) -> String {
    stamp::put(&file::write_all(&kept.campaign, &kept.plan))
}

/// Keeps a campaign, and makes it the current one where `use_it` says so; false where the browser
/// refused, and then nothing has changed.
pub fn keep(app: App, kept: &Kept, use_it: bool, said: Saved) -> bool {
    let text = write(kept);
    let mut changes = vec![(key(&kept.campaign.id), Some(text.clone()))];
    if use_it {
        changes.push((CAMPAIGN_KEY.to_owned(), Some(text)));
    }
    change(app, changes, said)
}

/// Makes a campaign the current one; none: the built-in one.
pub fn choose(app: App, kept: Option<&Kept>) -> bool {
    // One that was only ever current is kept before another takes its place.
    let mut changes: Before = current()
        .filter(|one| settings::read(&key(&one.campaign.id)).is_none())
        .map(|one| (key(&one.campaign.id), Some(write(&one))))
        .into_iter()
        .collect();
    changes.push((CAMPAIGN_KEY.to_owned(), kept.map(write)));
    change(app, changes, Saved::Yes)
}

/// Forgets a campaign; its ballots stay.
pub fn forget(app: App, id: &str) -> bool {
    change(app, vec![(key(id), None)], Saved::Not)
}

/// The codes another device takes the campaign over from; nothing where it is too long for them.
#[must_use]
pub fn codes(kept: &Kept) -> Option<Vec<Qr>> {
    let parts = part::split(&passing::pack(&write(kept)))?;
    let base = address::base();
    parts
        .iter()
        .map(|letters| qr::encode(&part::link(&base, letters)))
        .collect()
}

/// Keeps a campaign that came by code until the campaigns' page asks about it.
pub fn receive(file: &str) {
    RECEIVED.set(Some(read(file)));
}

/// The campaign that came by code; once.
#[must_use]
pub fn received() -> Option<Result<Kept, Vec<Problem>>> {
    RECEIVED.take()
}

/// What the last change came to.
#[must_use]
pub fn said() -> Saved {
    SAID.get()
}

/// Whether there is a change to take back.
#[must_use]
pub fn can_undo(app: App) -> bool {
    app.read(|_| UNDO.with_borrow(Option::is_some))
}

/// Takes the last change back.
pub fn undo(app: App) -> bool {
    let before = UNDO.with_borrow(Clone::clone);
    before.is_some_and(|before| change(app, before, Saved::Not))
}

/// Stores all of it or nothing, and uses it from now on.
fn change(app: App, changes: Before, said: Saved) -> bool {
    let before: Before = changes
        .iter()
        .map(|(key, _)| (key.clone(), settings::read(key)))
        .collect();
    if !changes.iter().all(put) {
        // What was written by then goes back; it was there before, so there is room for it.
        for one in &before {
            put(one);
        }
        return false;
    }
    UNDO.set(Some(before));
    SAID.set(said);
    leptos::task::spawn_local(async move {
        // Before it is seen in use: a reload must not bring the old one back from the second engine.
        for (key, text) in &changes {
            match text {
                Some(text) => second::keep_durably(key, text).await,
                None => second::drop_setting(key).await,
            }
        }
        app.load();
    });
    true
}

fn put((key, text): &(String, Option<String>)) -> bool {
    match text {
        Some(text) => settings::write(key, text),
        None => settings::remove(key),
    }
}

/// The current campaign's target for a field's index, or for all fields together.
#[must_use]
pub fn target(field: Option<&str>) -> Option<Target> {
    let plan = current()?.plan;
    let own = field.and_then(|code| plan.target(&Scope::Field(code.to_owned())));
    own.or_else(|| plan.target(&Scope::Overall))
}

/// Whether a campaign of this device has this id; the built-in one is not the device's own.
#[must_use]
pub fn is_kept(id: &str) -> bool {
    settings::read(&key(id)).is_some() || current().is_some_and(|one| one.campaign.id == id)
}
