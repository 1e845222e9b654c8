//! The worker's program: a province's files become one analysis set while the page stays alive.
//!
//! A module of its own beside the page's, because a worker needs nothing of the page and reading half a million
//! rows is worth a program compiled for speed. The script of the worker (public/staff/set-worker.js) writes what it has
//! into [`room`], calls one of the exported functions, and takes what stands at [`told_at`] and [`parts_at`] in the end.
//! All addresses and lengths are in bytes of the module's memory.

use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv::PlaceMap;
use sipas_formats::import::read_places;
use sipas_formats::questionnaire;
use sipas_formats::set::{FileKind, Pool};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What the worker has so far.
#[derive(Debug, Default)]
struct Work {
    /// Where the script writes.
    room: Vec<u8>,
    known: Vec<Questionnaire>,
    map: PlaceMap,
    pool: Option<Pool>,
    told: Vec<u8>,
    parts: Vec<u8>,
}

impl Work {
    const fn new() -> Self {
        Self {
            room: Vec::new(),
            known: Vec::new(),
            map: PlaceMap {
                units: std::collections::BTreeMap::new(),
                fields: std::collections::BTreeMap::new(),
            },
            pool: None,
            told: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The first so many bytes in the room as text.
    fn text(&self, length: usize) -> String {
        let bytes = self.room.get(..length).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// The pool; what is known cannot change once there is one.
    fn pool(&mut self) -> &mut Pool {
        let Self {
            known, map, pool, ..
        } = self;
        pool.get_or_insert_with(|| Pool::new(core::mem::take(known), core::mem::take(map)))
    }
}

static WORK: Mutex<Work> = Mutex::new(Work::new());

fn work() -> MutexGuard<'static, Work> {
    WORK.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(target_arch = "wasm32")]
#[allow(
    unsafe_code,
    reason = "the script's function for being told how far it is"
)]
mod script {
    #[link(wasm_import_module = "script")]
    unsafe extern "C" {
        /// How much of the file at hand is read, as a share, and how many ballots there are so far.
        pub safe fn tell(share: f64, ballots: f64);
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod script {
    /// Nobody to be told.
    pub const fn tell(_share: f64, _ballots: f64) {}
}

/// Makes room for so many bytes; where it begins.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *const u8 {
    let mut work = work();
    if work.room.len() < length {
        work.room = Vec::new();
        work.room = vec![0; length];
    }
    work.room.as_ptr()
}

/// Takes the questionnaire whose text stands in the room; 1 where it is one.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn questionnaire(length: usize) -> u32 {
    let mut work = work();
    let Ok(found) = questionnaire::read(&work.text(length)) else {
        return 0;
    };
    work.known.push(found);
    1
}

/// Takes what the person said about places.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn places(length: usize) {
    let mut work = work();
    work.map = read_places(&work.text(length));
}

/// Reads a file: the room holds its name, then its bytes.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn file(name: usize, length: usize) {
    let mut work = work();
    let called = work.text(name);
    let room = core::mem::take(&mut work.room);
    let bytes = room.get(name..name + length).unwrap_or_default();
    work.pool().read(&called, bytes, &mut |share, ballots| {
        script::tell(share, ballots as f64);
    });
    work.room = room;
}

/// Notes a file that was not read: the room holds its name, then why; without a reason it is too large.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn unread(name: usize, reason: usize, size: f64) {
    let mut work = work();
    let called = work.text(name);
    let why = work.room.get(name..name + reason).unwrap_or_default();
    let why = String::from_utf8_lossy(why).into_owned();
    let kind = if why.is_empty() {
        FileKind::TooLarge
    } else {
        FileKind::Unreadable(why)
    };
    work.pool().unread(&called, size as u64, kind);
}

/// Makes the set of what was read.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn finish() {
    let mut work = work();
    work.room = Vec::new();
    work.pool();
    if let Some(pool) = work.pool.take() {
        let (parts, told) = pool.finish();
        work.parts = parts;
        work.told = told.to_bytes();
    }
}

/// Where the words about the files stand.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn told_at() -> *const u8 {
    work().told.as_ptr()
}

/// How long they are.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn told_length() -> usize {
    work().told.len()
}

/// Where the ballots stand.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn parts_at() -> *const u8 {
    work().parts.as_ptr()
}

/// How long they are.
#[allow(unsafe_code, reason = "a name the worker's script can call")]
#[unsafe(no_mangle)]
pub extern "C" fn parts_length() -> usize {
    work().parts.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sipas_formats::set::Told;

    #[test]
    fn the_worker_reads_what_stands_in_its_room() {
        let put = |bytes: &[u8]| {
            room(bytes.len());
            work().room[..bytes.len()].copy_from_slice(bytes);
        };
        let quick = include_str!("../../public/questionnaires/quick.json");
        put(quick.as_bytes());
        assert_eq!(questionnaire(quick.len()), 1);
        assert_eq!(questionnaire(5), 0, "half a text is none");
        put(b"a.csvx,y\r\n1,2\r\n");
        file(5, 10);
        put(b"b.csv");
        unread(5, 0, 1e9);
        finish();
        let told = Told::from_bytes(&work().told.clone()).unwrap();
        let closed: Vec<bool> = told.files.iter().map(|file| file.is_closed).collect();
        assert_eq!((told.ballots, closed), (0, vec![true, true]));
        assert_eq!(told.files[1].kind, FileKind::TooLarge);
        assert_eq!((told_length() > 0, parts_length()), (true, 0));
    }
}
