//! Writing an archive.

use super::frame;
use super::part::Kind;
use super::{About, OPENING, Unread, VERSION};
use crate::ledger::marks::{Mark, Marks};
use crate::record::body;
use crate::record::bytes::Writer;
use crate::record::head::{EPOCH_SECS, Head};
use crate::record::shape::Shape;
use sipas_core::ballot::{Ballot, BallotId};
use std::collections::{BTreeMap, BTreeSet};

/// A part is closed once its content is so long: damage then costs some thousand ballots at most.
const PART_BYTES: usize = 64 * 1024;

/// An archive being put together; what is given twice is in it once.
#[derive(Debug, Default)]
pub struct Builder {
    about: About,
    /// For each head its ballots' bodies.
    ballots: BTreeMap<Vec<u8>, Shared>,
    marks: Marks,
    texts: BTreeMap<String, String>,
    unread: BTreeSet<Unread>,
}

/// Ballots under one head.
#[derive(Debug)]
struct Shared {
    head: Head,
    bodies: BTreeSet<(BallotId, Vec<u8>)>,
}

impl Builder {
    /// An archive with nothing in it.
    #[must_use]
    pub fn new(about: About) -> Self {
        Self {
            about,
            ..Self::default()
        }
    }

    /// Puts a ballot in; different ballots under one id are all kept.
    pub fn ballot(&mut self, ballot: &Ballot, shape: &Shape) {
        // A base that no ballot decides, so that the bytes do not depend on the others.
        let head = Head {
            base_secs: EPOCH_SECS,
            ..Head::of(ballot, shape)
        };
        let body = body::write(ballot, &head);
        self.ballots
            .entry(head.to_bytes())
            .or_insert_with(|| Shared {
                head,
                bodies: BTreeSet::new(),
            })
            .bodies
            .insert((ballot.id, body));
    }

    /// Puts a removal mark in.
    pub fn mark(&mut self, mark: Mark) {
        self.marks.merge(mark);
    }

    /// Puts the text under a key in.
    pub fn text(&mut self, key: &str, text: &str) {
        self.texts.insert(key.to_owned(), text.to_owned());
    }

    /// Puts in what the device could not read.
    pub fn unread(&mut self, unread: Unread) {
        self.unread.insert(unread);
    }

    /// The file.
    #[must_use]
    pub fn finish(&self) -> Vec<u8> {
        let mut parts = Parts::default();
        parts.add(Kind::About, "", 1, &self.about_content());
        self.add_ballots(&mut parts);
        let marks = self.marks.iter().map(|mark| {
            let mut out = Writer::new();
            out.varint(u64::from(mark.counter));
            out.u8(u8::from(mark.removed));
            out.signed(mark.at_secs);
            out.low_bytes(mark.id.0, 8);
            out.bytes
        });
        parts.add_all(Kind::Marks, "", &[], marks);
        let texts: Vec<(&str, &String, &String)> = self
            .texts
            .iter()
            .map(|(key, text)| (family(key), key, text))
            .collect();
        for like in texts.chunk_by(|one, next| one.0 == next.0) {
            let Some((family, ..)) = like.first() else {
                continue;
            };
            let items = like.iter().map(|(_, key, text)| {
                let mut out = Writer::new();
                out.text(key);
                out.text(text);
                out.bytes
            });
            parts.add_all(Kind::Texts, family, &[], items);
        }
        let unread = self.unread.iter().map(|one| {
            let mut out = Writer::new();
            out.text(&one.key);
            out.varint(one.at);
            out.text(&one.reason);
            out.varint(one.bytes.len() as u64);
            out.raw(&one.bytes);
            out.bytes
        });
        parts.add_all(Kind::Unread, "", &[], unread);
        parts.finish()
    }

    fn add_ballots(&self, parts: &mut Parts) {
        for (head, shared) in &self.ballots {
            let context = &shared.head.context;
            let mut about = String::new();
            for text in [
                &context.questionnaire,
                &context.campaign,
                &context.unit,
                &context.field,
            ] {
                if !text.is_empty() {
                    about.push_str(if about.is_empty() { "" } else { " " });
                    about.push_str(text);
                }
            }
            let mut prefix = Writer::new();
            prefix.varint(head.len() as u64);
            prefix.raw(head);
            let items = shared.bodies.iter().map(|(_, body)| {
                let mut out = Writer::new();
                out.varint(body.len() as u64);
                out.raw(body);
                out.bytes
            });
            parts.add_all(Kind::Ballots, &about, &prefix.bytes, items);
        }
    }

    fn about_content(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.low_bytes(u64::from(self.about.device.0), 4);
        out.signed(self.about.written_at.unix_secs);
        out.signed(i64::from(self.about.written_at.offset_minutes));
        out.text(&self.about.campaign);
        out.bytes
    }
}

/// What keys of one sort begin with: `sipas/paper/` of `sipas/paper/2f`.
fn family(key: &str) -> &str {
    let mut slashes = key.match_indices('/').map(|(at, _)| at + 1);
    let end = slashes.nth(1).unwrap_or(key.len());
    key.get(..end).unwrap_or(key)
}

/// The parts so far, and their list.
#[derive(Debug, Default)]
struct Parts {
    frames: Vec<u8>,
    list: Writer,
    count: u64,
    /// The number of the last part of its kind and name.
    last: Option<(Kind, String, u64)>,
}

impl Parts {
    /// Items as parts of about [`PART_BYTES`], each with `prefix` before them.
    fn add_all(
        &mut self,
        kind: Kind,
        about: &str,
        prefix: &[u8],
        items: impl Iterator<Item = Vec<u8>>,
    ) {
        let mut content = prefix.to_vec();
        let mut count = 0;
        for item in items {
            if count > 0 && content.len() + item.len() > PART_BYTES {
                self.add(kind, about, count, &content);
                content.truncate(prefix.len());
                count = 0;
            }
            content.extend(item);
            count += 1;
        }
        if count > 0 {
            self.add(kind, about, count, &content);
        }
    }

    fn add(&mut self, kind: Kind, about: &str, items: u64, content: &[u8]) {
        let number = match &self.last {
            Some((last, text, number)) if *last == kind && text == about => number + 1,
            Some(_) | None => 1,
        };
        self.last = Some((kind, about.to_owned(), number));
        let crc = frame::append(&mut self.frames, kind.number(), content);
        self.list.u8(kind.number());
        self.list.text(about);
        self.list.varint(number);
        self.list.varint(items);
        self.list.varint(content.len() as u64);
        self.list.low_bytes(u64::from(crc), 4);
        self.count += 1;
    }

    fn finish(self) -> Vec<u8> {
        let mut contents = Writer::new();
        contents.varint(self.count);
        contents.raw(&self.list.bytes);
        let mut file = OPENING.to_vec();
        file.push(VERSION);
        frame::append(&mut file, Kind::Contents.number(), &contents.bytes);
        file.extend(self.frames);
        file
    }
}
