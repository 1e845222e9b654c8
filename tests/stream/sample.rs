//! Parcels to send, and numbers that only look random.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::Answer;
use sipas_formats::archive::{About, Builder};
use sipas_formats::record::shape::Shape;
use sipas_formats::stream::parcel;

/// Numbers that are the same every time (xorshift).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// True so often out of a hundred times.
    pub fn is(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next() as u8).collect()
    }

    /// The list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// The archive of so many complete ballots of `sipas-desk`, answered and timed as at a counter.
pub fn archive(count: u64) -> Vec<u8> {
    let desk = shipped("sipas-desk");
    let mut random = Random(77);
    let mut archive = Builder::new(About::default());
    for number in 0..count {
        let mut ballot = answered(&desk, blank(&desk, random.next()), "access_1", "4");
        for answer in &mut ballot.answers {
            *answer = Answer::Level([4, 4, 3, 3, 3, 2, 1, 0][random.below(8)]);
        }
        for (choice, question) in ballot.respondent.iter_mut().zip(&desk.respondent) {
            *choice = Some(random.below(question.choices.len()) as u8);
        }
        ballot.submitted_at.unix_secs += number as i64 * 97 + random.below(60) as i64;
        ballot.duration_secs = 60 + random.below(200) as u32;
        archive.ballot(&ballot, &Shape::of(&desk));
    }
    archive.finish()
}

/// The parcel of that archive.
pub fn parcel(count: u64) -> Vec<u8> {
    parcel::pack(&archive(count))
}
