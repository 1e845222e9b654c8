//! Reading an archive: every part that checks, and the name of every one that does not.

use super::frame::{self, Framed};
use super::part::{Kind, Name};
use super::{About, ArchiveError, OPENING, Unread, VERSION};
use crate::ledger::marks::Mark;
use crate::record::bytes::Reader;
use crate::record::head::Head;
use crate::record::layout::Layout;
use crate::record::shape::Shape;
use core::fmt;
use sipas_core::ballot::{Ballot, BallotId, DeviceId};
use sipas_core::moment::Moment;
use std::collections::BTreeMap;

/// An archive, as far as it can be read. Ballots are read when they are [visited](Opened::each).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened<'a> {
    /// Where and when it was written; nothing where that part is damaged.
    pub about: Option<About>,
    /// The contents of the parts of ballots, all of them readable.
    parts: Vec<&'a [u8]>,
    /// How many ballots there are in readable parts.
    pub ballots: u64,
    /// Removal marks.
    pub marks: Vec<Mark>,
    /// Texts with their keys.
    pub texts: Vec<(String, String)>,
    /// What the device could not read when it was written.
    pub unread: Vec<Unread>,
    /// Parts that are in the file, or should be, and cannot be read.
    pub refused: Vec<Refused>,
}

/// A part that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What it is called.
    pub name: Name,
    /// How many items it had; nothing where the contents do not say.
    pub items: Option<u64>,
    /// Why.
    pub reason: Reason,
}

/// Why a part cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its checksum does not match.
    Damaged,
    /// It is not there: cut off, or its beginning is damaged.
    Missing,
    /// The checksum is right, yet the content makes no sense.
    Malformed,
    /// A newer program's.
    UnknownKind,
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Damaged => "its checksum does not match",
            Self::Missing => "it is missing, or its beginning is damaged",
            Self::Malformed => "its content makes no sense",
            Self::UnknownKind => "a newer program wrote it",
        })
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.name, self.reason)?;
        match self.items {
            Some(items) => write!(out, " ({items} items)"),
            None => Ok(()),
        }
    }
}

/// One line of the contents.
struct Listed {
    name: Name,
    items: u64,
    crc: u32,
    length: usize,
}

/// Reads an archive.
///
/// # Errors
/// [`ArchiveError`] where it is none, is a newer program's, or nothing in it can be read; damage to single
/// parts is told in [`Opened::refused`].
pub fn read(bytes: &[u8]) -> Result<Opened<'_>, ArchiveError> {
    let whole_opening = bytes.starts_with(&OPENING);
    let start = OPENING.len() + 1;
    if !whole_opening && !frame::is_at(bytes, start) {
        let as_text = bytes.starts_with(b"\x89SIPAS\n") || bytes.starts_with(b"\x89SIPAS\r\r\n");
        return Err(if as_text {
            ArchiveError::SentAsText
        } else {
            ArchiveError::NotAnArchive
        });
    }
    let version = bytes.get(OPENING.len()).copied().unwrap_or_default();
    if whole_opening && version > VERSION && version < 128 {
        return Err(ArchiveError::Newer(version));
    }
    let frames = frame::frames(bytes, start);
    let mut opened = Opened::default();
    let mut listed = None;
    let mut malformed = Vec::new();
    for framed in &frames.sound {
        match opened.take(framed) {
            Took::Contents(list) => listed = listed.or(Some(list)),
            Took::Yes => {}
            Took::No(reason) => malformed.push((*framed, reason)),
        }
    }
    if listed.is_none() && frames.sound.is_empty() {
        return Err(ArchiveError::NothingReadable);
    }
    let list = listed.unwrap_or_else(|| {
        opened.refuse(Kind::Contents.number(), Reason::Missing);
        Vec::new()
    });
    let mut found: BTreeMap<(u8, usize, u32), Option<Reason>> = BTreeMap::new();
    found.extend(
        frames
            .damaged
            .iter()
            .map(|one| (*one, Some(Reason::Damaged))),
    );
    found.extend(frames.sound.iter().map(|framed| (signature(framed), None)));
    let wrong = malformed.iter();
    found.extend(wrong.map(|(framed, reason)| (signature(framed), Some(*reason))));
    for one in &list {
        let key = (one.name.kind, one.length, one.crc);
        let reason = found.get(&key).copied().unwrap_or(Some(Reason::Missing));
        if let Some(reason) = reason {
            opened.refused.push(one.refused(reason));
        }
    }
    // Without contents to name them they are told by their kind.
    if list.is_empty() {
        for (framed, reason) in &malformed {
            opened.refuse(framed.kind, *reason);
        }
        for (kind, ..) in &frames.damaged {
            opened.refuse(*kind, Reason::Damaged);
        }
    }
    Ok(opened)
}

/// What the contents say of a part besides its name.
const fn signature(framed: &Framed<'_>) -> (u8, usize, u32) {
    (framed.kind, framed.content.len(), framed.crc)
}

impl Listed {
    fn refused(&self, reason: Reason) -> Refused {
        Refused {
            name: self.name.clone(),
            items: Some(self.items),
            reason,
        }
    }
}

/// What came of one part.
enum Took {
    Contents(Vec<Listed>),
    Yes,
    No(Reason),
}

impl<'a> Opened<'a> {
    /// Visits every ballot of the readable parts, in the file's order; different ballots under one id
    /// are all visited.
    pub fn each(&self, visit: &mut dyn FnMut(&Ballot, &Shape)) {
        for at in 0..self.part_count() {
            self.each_of(at, visit);
        }
    }

    /// How many parts of ballots are readable: for going through them a part at a time.
    #[must_use]
    pub fn part_count(&self) -> usize {
        self.parts.len()
    }

    /// Visits the ballots of the part at this position.
    pub fn each_of(&self, position: usize, visit: &mut dyn FnMut(&Ballot, &Shape)) {
        if let Some(content) = self.parts.get(position) {
            // It was read once already, so it can be again.
            each_ballot(content, visit).unwrap_or_default();
        }
    }

    fn refuse(&mut self, kind: u8, reason: Reason) {
        self.refused.push(Refused {
            name: Name {
                kind,
                about: String::new(),
                number: 0,
            },
            items: None,
            reason,
        });
    }

    fn take(&mut self, framed: &Framed<'a>) -> Took {
        let Some(kind) = Kind::from_number(framed.kind) else {
            return Took::No(Reason::UnknownKind);
        };
        let mut input = Reader::new(framed.content);
        let done = match kind {
            Kind::Contents => match contents(&mut input) {
                Some(list) => return Took::Contents(list),
                None => None,
            },
            Kind::About => about(&mut input).map(|found| self.about = Some(found)),
            Kind::Ballots => each_ballot(framed.content, &mut |_, _| {}).map(|count| {
                self.ballots += count;
                self.parts.push(framed.content);
            }),
            Kind::Marks => all(&mut input, mark).map(|found| self.marks.extend(found)),
            Kind::Texts => all(&mut input, text).map(|found| self.texts.extend(found)),
            Kind::Unread => all(&mut input, unread).map(|found| self.unread.extend(found)),
        };
        done.map_or(Took::No(Reason::Malformed), |()| Took::Yes)
    }
}

/// Everything there is, item by item; nothing where one of them makes no sense.
fn all<T>(input: &mut Reader<'_>, one: fn(&mut Reader<'_>) -> Option<T>) -> Option<Vec<T>> {
    let mut found = Vec::new();
    while !input.is_empty() {
        found.push(one(input)?);
    }
    Some(found)
}

fn contents(input: &mut Reader<'_>) -> Option<Vec<Listed>> {
    let count = input.varint()?;
    let list = all(input, listed)?;
    (list.len() as u64 == count).then_some(list)
}

fn listed(input: &mut Reader<'_>) -> Option<Listed> {
    let kind = input.u8()?;
    let about = input.text()?.to_owned();
    let number = input.varint()?;
    let items = input.varint()?;
    let length = usize::try_from(input.varint()?).ok()?;
    let crc = u32::try_from(input.low_bytes(4)?).ok()?;
    Some(Listed {
        name: Name {
            kind,
            about,
            number,
        },
        items,
        crc,
        length,
    })
}

fn about(input: &mut Reader<'_>) -> Option<About> {
    Some(About {
        device: DeviceId(u32::try_from(input.low_bytes(4)?).ok()?),
        written_at: Moment {
            unix_secs: input.signed()?,
            offset_minutes: i16::try_from(input.signed()?).ok()?,
        },
        campaign: input.text()?.to_owned(),
    })
}

/// Visits the ballots of one part and counts them; nothing where one makes no sense.
pub fn each_ballot(content: &[u8], visit: &mut dyn FnMut(&Ballot, &Shape)) -> Option<u64> {
    let mut input = Reader::new(content);
    let length = usize::try_from(input.varint()?).ok()?;
    let mut head = Reader::new(input.raw(length)?);
    let head = Head::read(&mut head).ok().filter(|_| head.is_empty())?;
    let mut layout = Layout::new(&head);
    let mut count = 0;
    while !input.is_empty() {
        let length = usize::try_from(input.varint()?).ok()?;
        visit(layout.read(input.raw(length)?)?, &head.shape);
        count += 1;
    }
    Some(count)
}

fn mark(input: &mut Reader<'_>) -> Option<Mark> {
    let counter = u32::try_from(input.varint()?).ok()?;
    let removed = input.u8()? != 0;
    let at_secs = input.signed()?;
    let id = BallotId(input.low_bytes(8)?);
    Some(Mark {
        id,
        counter,
        removed,
        at_secs,
    })
}

fn text(input: &mut Reader<'_>) -> Option<(String, String)> {
    Some((input.text()?.to_owned(), input.text()?.to_owned()))
}

fn unread(input: &mut Reader<'_>) -> Option<Unread> {
    let key = input.text()?.to_owned();
    let at = input.varint()?;
    let reason = input.text()?.to_owned();
    let length = usize::try_from(input.varint()?).ok()?;
    Some(Unread {
        key,
        at,
        reason,
        bytes: input.raw(length)?.to_vec(),
    })
}
