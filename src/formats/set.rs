//! An analysis set: the ballots of any number of files, each once, in a compact form of their own.
//!
//! A [`Pool`] reads files one after the other (tables and archives, with the readers of an import) and keeps each
//! ballot as the body of a stored record: some thirty bytes and the comment. [`Pool::finish`] sorts them by identity,
//! leaves copies out, decides between different ballots under one identity as the command line does
//! ([`csv::merge`]), and gives the ballots as parts like those of an archive, by device and context. Neither the
//! order of the files nor reading one twice changes a bit of the result. Memory follows the bytes read, not what
//! they claim.

mod told;

pub use told::{FileKind, FileTold, Part, Told};

use crate::archive::{self, each_ballot};
use crate::csv::{self, AnyFile, CsvProblem, Edition, Expected, Found, Known};
use crate::csv::{Merged, Place, PlaceMap, Placed, Reading};
use crate::ledger::marks::Marks;
use crate::record::body;
use crate::record::bytes::Writer;
use crate::record::head::{EPOCH_SECS, Head};
use crate::record::layout::Layout;
use crate::record::shape::Shape;
use sipas_core::ballot::{Ballot, Context, Ticket};
use sipas_core::questionnaire::Questionnaire;
use std::collections::{BTreeMap, BTreeSet};

/// The most ballots a set holds; more belongs into the command line.
pub const MOST_BALLOTS: usize = 4_000_000;

/// Problems of one file, and conflicts of a set, that are told one by one.
pub const MOST_TOLD: usize = 100;

/// Rows between two words about how far it is.
const ROWS: usize = 4_096;

/// A part is closed once it is so long.
const PART_BYTES: usize = 64 * 1024;

/// Who is told how far a file is read, as a share, and how many ballots there are so far.
pub type Tell<'a> = &'a mut dyn FnMut(f64, u64);

/// The ballots of some files.
#[derive(Debug, Default)]
pub struct Pool {
    known: Vec<Questionnaire>,
    map: PlaceMap,
    heads: Heads,
    /// Bodies one after the other.
    bodies: Vec<u8>,
    entries: Vec<Entry>,
    files: Vec<FileTold>,
}

/// Where a ballot stands.
#[derive(Debug, Clone, Copy)]
struct Entry {
    id: u64,
    at: u32,
    length: u32,
    head: u32,
    file: u32,
    line: u32,
}

/// The heads met so far, numbered.
#[derive(Debug, Default)]
struct Heads {
    list: Vec<Head>,
    /// By [`sum`] of their contexts.
    by_sum: BTreeMap<u64, Vec<u32>>,
    /// What follows from shape and version alone.
    layouts: Vec<(Shape, bool, Layout)>,
    /// For each head its layout.
    layout_of: Vec<u32>,
    last: u32,
}

impl Heads {
    /// The number of the ballot's head.
    fn of(&mut self, ballot: &Ballot, shape: &Shape) -> u32 {
        let ticketed = ballot.ticket != Ticket::None;
        // Ballots of one counter come one after the other.
        if self.is(self.last, ballot, shape, ticketed) {
            return self.last;
        }
        let held = self.by_sum.get(&sum(&ballot.context)).and_then(|heads| {
            let mut heads = heads.iter().copied();
            heads.find(|one| self.is(*one, ballot, shape, ticketed))
        });
        self.last = held.unwrap_or_else(|| self.add(ballot, shape, ticketed));
        self.last
    }

    fn is(&self, head: u32, ballot: &Ballot, shape: &Shape, ticketed: bool) -> bool {
        self.list.get(head as usize).is_some_and(|head| {
            head.ticketed == ticketed && head.context == ballot.context && head.shape == *shape
        })
    }

    fn add(&mut self, ballot: &Ballot, shape: &Shape, ticketed: bool) -> u32 {
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        // A base that no ballot decides, so that the bytes do not depend on the others.
        let head = Head {
            ticketed,
            context: ballot.context.clone(),
            shape: shape.clone(),
            base_secs: EPOCH_SECS,
        };
        let mut layouts = self.layouts.iter();
        let layout = layouts.position(|one| one.0 == *shape && one.1 == ticketed);
        let layout = layout.unwrap_or_else(|| {
            let layout = Layout::new(&head);
            self.layouts.push((shape.clone(), ticketed, layout));
            self.layouts.len() - 1
        });
        self.layout_of.push(u32::try_from(layout).unwrap_or(0));
        let sum = sum(&ballot.context);
        self.by_sum.entry(sum).or_default().push(number);
        self.list.push(head);
        number
    }
}

impl Pool {
    /// Nothing read yet; `known` are the questionnaires there are, `map` is what the person said about places.
    #[must_use]
    pub fn new(known: Vec<Questionnaire>, map: PlaceMap) -> Self {
        Self {
            known,
            map,
            ..Self::default()
        }
    }

    /// Reads one file, whatever it is.
    pub fn read(&mut self, name: &str, bytes: &[u8], tell: Tell<'_>) {
        let file = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let told = if self.entries.len() >= MOST_BALLOTS {
            FileTold::closed(FileKind::TooMany)
        } else if archive::is_archive(bytes) {
            self.archive(file, bytes, tell)
        } else {
            self.table(file, bytes, tell)
        };
        self.files.push(FileTold {
            name: name.to_owned(),
            bytes: bytes.len() as u64,
            ..told
        });
    }

    /// Notes a file that could not be read at all, or is too large to be.
    pub fn unread(&mut self, name: &str, bytes: u64, kind: FileKind) {
        self.files.push(FileTold {
            name: name.to_owned(),
            bytes,
            ..FileTold::closed(kind)
        });
    }

    fn table(&mut self, file: u32, bytes: &[u8], tell: Tell<'_>) -> FileTold {
        let (text, encoding) = match csv::decode(bytes) {
            Ok(decoded) => decoded,
            Err(problem) => return FileTold::table(AnyFile::closed(problem)),
        };
        let Self {
            known,
            map,
            heads,
            bodies,
            entries,
            ..
        } = self;
        let known: Known<'_, '_> = &|id, version| find(known, id, version);
        let mut reading = match Reading::lenient(&text, encoding, known, map) {
            Ok(reading) => reading,
            Err(any) => return FileTold::table(*any),
        };
        let shape = reading.questionnaire().map(Shape::of).unwrap_or_default();
        let before = entries.len();
        loop {
            let done = reading.step(ROWS, &mut |row| {
                put(heads, bodies, entries, &row.ballot, &shape, file, row.line);
            });
            tell(reading.share(), entries.len() as u64);
            if done {
                return FileTold::table(reading.finish());
            }
            if entries.len() >= MOST_BALLOTS {
                // All of a file or nothing.
                entries.truncate(before);
                return FileTold::closed(FileKind::TooMany);
            }
        }
    }

    fn archive(&mut self, file: u32, bytes: &[u8], tell: Tell<'_>) -> FileTold {
        let opened = match archive::read(bytes) {
            Ok(opened) => opened,
            Err(error) => return FileTold::closed(FileKind::ClosedArchive(error)),
        };
        let mut marks = Marks::default();
        opened.marks.iter().for_each(|mark| marks.merge(*mark));
        let (mut ballots, mut rejected, mut removed_there) = (0, 0, 0);
        let mut unknown: BTreeSet<Edition> = BTreeSet::new();
        for part in 0..opened.part_count() {
            opened.each_of(part, &mut |ballot, shape| {
                let context = &ballot.context;
                if marks.is_removed(ballot.id) {
                    removed_there += 1;
                } else if find(&self.known, &context.questionnaire, context.version).is_none() {
                    rejected += 1;
                    unknown.insert(Edition {
                        id: context.questionnaire.clone(),
                        version: context.version,
                    });
                } else {
                    let Self {
                        heads,
                        bodies,
                        entries,
                        ..
                    } = self;
                    ballots += 1;
                    put(heads, bodies, entries, ballot, shape, file, 0);
                }
            });
            let share = part as f64 / opened.part_count().max(1) as f64;
            tell(share, self.entries.len() as u64);
        }
        let problem = |edition| CsvProblem {
            line: 0,
            column: "questionnaire".to_owned(),
            expected: Expected::KnownQuestionnaire,
            found: Found::Questionnaire(edition),
        };
        FileTold {
            kind: FileKind::Archive {
                about: opened.about,
                refused: opened.refused,
                removed_there,
            },
            ballots,
            rejected,
            is_closed: false,
            problems: unknown.into_iter().take(MOST_TOLD).map(problem).collect(),
            ..FileTold::default()
        }
    }

    /// Each ballot once, as parts one after the other, and what the files came to.
    #[must_use]
    pub fn finish(mut self) -> (Vec<u8>, Told) {
        let mut told = Told {
            read: self.entries.len() as u64,
            ..Told::default()
        };
        let mut entries = core::mem::take(&mut self.entries);
        // Places go by the file's name, whatever the order the files were read in.
        entries.sort_unstable_by(|one, next| {
            let place = |entry: &Entry| (self.name(entry.file), entry.line);
            one.id
                .cmp(&next.id)
                .then_with(|| place(one).cmp(&place(next)))
        });
        let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
        for same in entries.chunk_by(|one, next| one.id == next.id) {
            let Some(first) = same.first() else { continue };
            if same.iter().all(|one| self.is_same(first, one)) {
                told.copies += same.len() as u64 - 1;
                kept.push(*first);
            } else {
                kept.push(self.decide(first, same, &mut told));
            }
        }
        drop(entries);
        let bytes = self.parts(kept, &mut told);
        told.files = self.files;
        (bytes, told)
    }

    fn name(&self, file: u32) -> &str {
        let file = self.files.get(file as usize);
        file.map_or("", |file| file.name.as_str())
    }

    fn body(&self, entry: &Entry) -> &[u8] {
        let from = entry.at as usize;
        let bytes = self.bodies.get(from..from + entry.length as usize);
        bytes.unwrap_or_default()
    }

    fn is_same(&self, one: &Entry, other: &Entry) -> bool {
        one.head == other.head && self.body(one) == self.body(other)
    }

    fn ballot(&self, entry: &Entry) -> Option<Ballot> {
        body::read(self.body(entry), self.heads.list.get(entry.head as usize)?)
    }

    /// Which of the different ballots under one identity counts.
    fn decide(&self, first: &Entry, same: &[Entry], told: &mut Told) -> Entry {
        let placed = |entry: &Entry| {
            let place = Place {
                file: self.name(entry.file).to_owned(),
                line: u64::from(entry.line),
            };
            let ballot = self.ballot(entry)?;
            Some(Placed { place, ballot })
        };
        let Merged {
            ballots,
            duplicates,
            conflicts,
        } = csv::merge(same.iter().filter_map(placed));
        told.copies += duplicates;
        for conflict in conflicts {
            told.conflicts += 1;
            told.dropped += conflict.dropped.len() as u64;
            if told.shown.len() < MOST_TOLD {
                told.shown.push(conflict);
            }
        }
        let best = ballots.first();
        let mut same_ones = same.iter();
        let found = same_ones.find(|entry| self.ballot(entry).as_ref() == best);
        *found.unwrap_or(first)
    }

    fn parts(&self, mut kept: Vec<Entry>, told: &mut Told) -> Vec<u8> {
        let mut heads: Vec<(Vec<u8>, u32)> = (0..)
            .zip(&self.heads.list)
            .map(|(number, head)| (head.to_bytes(), number))
            .collect();
        heads.sort_unstable();
        let mut rank = vec![0_u32; heads.len()];
        for (at, (_, number)) in (0..).zip(&heads) {
            if let Some(place) = rank.get_mut(*number as usize) {
                *place = at;
            }
        }
        for entry in &mut kept {
            entry.head = rank.get(entry.head as usize).copied().unwrap_or(0);
        }
        kept.sort_unstable_by_key(|entry| (entry.head, entry.id));
        let mut out = Writer::new();
        let (mut devices, mut units) = (BTreeSet::new(), BTreeSet::new());
        let mut editions: BTreeMap<Edition, u64> = BTreeMap::new();
        for shared in kept.chunk_by(|one, next| one.head == next.head) {
            let head = shared.first().and_then(|one| heads.get(one.head as usize));
            let Some((bytes, number)) = head else {
                continue;
            };
            if let Some(Head { context, .. }) = self.heads.list.get(*number as usize) {
                devices.insert(context.device);
                units.insert(context.unit.as_str());
                let edition = Edition {
                    id: context.questionnaire.clone(),
                    version: context.version,
                };
                *editions.entry(edition).or_default() += shared.len() as u64;
            }
            self.part(bytes, shared, &mut out, told);
        }
        told.ballots = kept.len() as u64;
        told.devices = devices.len() as u64;
        told.units = units.len() as u64;
        told.editions = editions.into_iter().collect();
        out.bytes
    }

    /// Ballots under one head, as parts of about [`PART_BYTES`].
    fn part(&self, head: &[u8], shared: &[Entry], out: &mut Writer, told: &mut Told) {
        let mut rest = shared.iter().peekable();
        while rest.peek().is_some() {
            let at = out.bytes.len();
            let mut count = 0;
            out.varint(head.len() as u64);
            out.raw(head);
            while out.bytes.len() - at < PART_BYTES
                && let Some(entry) = rest.next()
            {
                let body = self.body(entry);
                out.varint(body.len() as u64);
                out.raw(body);
                count += 1;
            }
            told.parts.push(Part {
                at: at as u64,
                length: (out.bytes.len() - at) as u64,
                ballots: count,
            });
        }
    }
}

/// The ballots of one part, in its order; how many, or nothing where the bytes make no sense.
pub fn each(part: &[u8], visit: &mut dyn FnMut(&Ballot)) -> Option<u64> {
    each_ballot(part, &mut |ballot, _| visit(ballot))
}

/// A number that nearly always tells contexts apart: FNV-1a (Fowler, Noll, Vo) over what differs most.
fn sum(context: &Context) -> u64 {
    let device = context.device.0.to_le_bytes();
    let texts = [&context.unit, &context.field, &context.campaign];
    let bytes = texts.into_iter().flat_map(|text| text.bytes());
    device
        .into_iter()
        .chain(bytes)
        .fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        })
}

fn find<'q>(known: &'q [Questionnaire], id: &str, version: u32) -> Option<&'q Questionnaire> {
    let mut known = known.iter();
    known.find(|one| one.id == id && one.version == version)
}

fn put(
    heads: &mut Heads,
    bodies: &mut Vec<u8>,
    entries: &mut Vec<Entry>,
    ballot: &Ballot,
    shape: &Shape,
    file: u32,
    line: u64,
) {
    let head = heads.of(ballot, shape);
    let at = bodies.len();
    let layout = heads.layout_of.get(head as usize).copied();
    let layout = layout.and_then(|at| heads.layouts.get_mut(at as usize));
    if let Some((_, _, layout)) = layout {
        layout.write(ballot, bodies);
    }
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    entries.push(Entry {
        id: ballot.id.0,
        at: small(at),
        length: small(bodies.len() - at),
        head,
        file,
        line: u32::try_from(line).unwrap_or(u32::MAX),
    });
}
