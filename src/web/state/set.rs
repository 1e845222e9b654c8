//! The analysis set: ballots of any number of files, looked at in place of the device's own, never stored.
//!
//! A worker reads the files and hands the set over as one buffer, which stays outside the program's memory; its
//! ballots are read part by part. It lives until it is closed or the page is left.

use crate::platform::picked::Picked;
use crate::platform::set::{self, Buffer, Reached};
use crate::state::import::places;
use crate::state::packages;
use crate::state::results::Pace;
use sipas_core::ballot::Ballot;
use sipas_formats::import::{MOST_FILE_BYTES, write_places};
use sipas_formats::set::{Told, each};
use std::cell::RefCell;
use std::rc::Rc;

/// An open set.
#[derive(Debug)]
pub struct OpenSet {
    /// What it is and what its files came to.
    pub told: Told,
    buffer: Buffer,
}

/// The open set as everything that looks at it holds it.
pub type Held = Rc<OpenSet>;

thread_local! {
    static CURRENT: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// The set that is open.
#[must_use]
pub fn current() -> Option<Held> {
    CURRENT.with_borrow(Clone::clone)
}

/// Opens a set in place of the one before, or closes it.
pub fn keep(set: Option<Held>) {
    CURRENT.set(set);
}

/// Reads files into a set; nothing where it was ended.
///
/// # Errors
/// What the browser said.
pub async fn read(
    files: &[Picked],
    tell: impl Fn(Reached) + 'static,
) -> Result<Option<Held>, String> {
    let places = write_places(&places());
    let files = packages::expanded(files).await;
    let made = set::open(&files, &places, MOST_FILE_BYTES as f64, tell).await?;
    let Some(made) = made else { return Ok(None) };
    let told = Told::from_bytes(&made.told).ok_or("?")?;
    Ok(Some(Rc::new(OpenSet {
        told,
        buffer: made.parts,
    })))
}

/// Ends reading; what was read is gone.
pub fn end() {
    set::end();
}

impl OpenSet {
    /// Visits the ballots of one part with their places in the set; the place behind it.
    pub fn part(&self, part: usize, first: u32, visit: &mut dyn FnMut(u32, &Ballot)) -> u32 {
        let mut place = first;
        if let Some(part) = self.told.parts.get(part) {
            let bytes = self.buffer.bytes(part.at, part.length);
            // The worker wrote it a moment ago; a part that made no sense would have no ballots.
            each(&bytes, &mut |ballot| {
                visit(place, ballot);
                place += 1;
            })
            .unwrap_or_default();
        }
        place
    }

    /// Visits all ballots, a part at a time, and lets the page live meanwhile; false where `go_on` says to end.
    pub async fn each(
        &self,
        go_on: impl Fn() -> bool,
        mut visit: impl FnMut(u32, &Ballot),
    ) -> bool {
        let mut pace = Pace::start();
        let mut place = 0;
        for part in 0..self.told.parts.len() {
            place = self.part(part, place, &mut visit);
            pace.keep().await;
            if !go_on() {
                return false;
            }
        }
        true
    }

    /// The ids of its questionnaires, the one with most ballots first.
    #[must_use]
    pub fn questionnaires(&self) -> Vec<String> {
        let mut counts: Vec<(u64, &String)> = Vec::new();
        for (edition, ballots) in &self.told.editions {
            match counts.iter_mut().find(|one| one.1 == &edition.id) {
                Some(one) => one.0 += ballots,
                None => counts.push((*ballots, &edition.id)),
            }
        }
        counts.sort_by_key(|one| core::cmp::Reverse(one.0));
        counts.into_iter().map(|one| one.1.clone()).collect()
    }
}
