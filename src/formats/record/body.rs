//! The body: one ballot's own part of a record, read and written under a [`Head`].
//!
//! | bytes | content |
//! |---|---|
//! | 8 | id, lowest byte first |
//! | fixed by the shape | one mixed-radix number of all small choices, lowest byte first |
//! | 1, 2, 3, 4 or 8 | sending time minus base time in seconds, zigzag, lowest byte first |
//! | 0 or 2 | offset from UTC in minutes where it is not +420 |
//! | 1, 2 or 4 | duration in seconds |
//! | 0 or 8 | version 2: the one-time ticket, where it has one |
//! | rest | comment, UTF-8 |
//!
//! The number's digits, first to last: status 2, channel 4, width of the time 5, offset given 2,
//! width of the duration 3, each answer levels + 2 (0 blank, 1 not applicable, 2 the first level),
//! each respondent answer choices + 1 (0 none), the reasons as bits; in version 2 the
//! ticket 4 (0 none, 1 one-time, 2 poster).

use super::bytes::{Writer, zigzag};
use super::digits::Digits;
use super::head::Head;
use super::layout::Layout;
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Status, Ticket};

/// Widths in bytes the sending time may have.
pub(super) const TIME_WIDTHS: [usize; 5] = [1, 2, 3, 4, 8];

/// Widths in bytes the duration may have.
pub(super) const DURATION_WIDTHS: [usize; 3] = [1, 2, 4];

/// Vietnam's offset, which needs no bytes.
pub(super) const USUAL_OFFSET: i16 = 420;

/// Writes a ballot under a head whose shape covers it.
#[must_use]
pub fn write(ballot: &Ballot, head: &Head) -> Vec<u8> {
    let time = zigzag(ballot.submitted_at.unix_secs.wrapping_sub(head.base_secs));
    let duration = u64::from(ballot.duration_secs);
    let (time_class, time_width) = narrowest(&TIME_WIDTHS, time);
    let (duration_class, duration_width) = narrowest(&DURATION_WIDTHS, duration);
    let offset = ballot.submitted_at.offset_minutes;

    let status = u32::from(ballot.status == Status::Stopped);
    let channel = channel_digit(ballot.channel);
    let odd_offset = u32::from(offset != USUAL_OFFSET);
    let mut digits = vec![status, channel, time_class, odd_offset, duration_class];
    digits.extend(ballot.answers.iter().map(|one| answer_digit(*one)));
    digits.extend(ballot.respondent.iter().map(|one| choice_digit(*one)));
    digits.push(u32::from(ballot.reasons));
    digits.push(ticket_digit(ballot.ticket));

    let mut number = Digits::default();
    let radices = radices(head);
    for (radix, digit) in radices.iter().zip(&digits).rev() {
        number.push(*radix, *digit);
    }

    let mut out = Writer::new();
    out.low_bytes(ballot.id.0, 8);
    out.raw(number.bytes());
    out.bytes.resize(8 + width(&radices), 0);
    out.low_bytes(time, time_width);
    if offset != USUAL_OFFSET {
        out.raw(&offset.to_le_bytes());
    }
    out.low_bytes(duration, duration_width);
    if let (Ticket::Once(ticket), true) = (ballot.ticket, head.ticketed) {
        out.low_bytes(ticket, 8);
    }
    out.raw(ballot.comment.as_bytes());
    out.bytes
}

/// Reads what [`write`] wrote under the same head; nothing where it makes no sense.
#[must_use]
pub fn read(bytes: &[u8], head: &Head) -> Option<Ballot> {
    Layout::new(head).read(bytes).cloned()
}

/// The id of a ballot, without reading the rest of its body.
#[must_use]
pub fn id_of(bytes: &[u8]) -> Option<BallotId> {
    bytes
        .first_chunk()
        .map(|id| BallotId(u64::from_le_bytes(*id)))
}

pub(super) const fn channel_digit(channel: Channel) -> u32 {
    match channel {
        Channel::Phone => 0,
        Channel::Kiosk => 1,
        Channel::Interviewer => 2,
        Channel::Paper => 3,
    }
}

pub(super) fn answer_digit(answer: Answer) -> u32 {
    match answer {
        Answer::Blank => 0,
        Answer::NotApplicable => 1,
        Answer::Level(level) => u32::from(level) + 2,
    }
}

pub(super) fn choice_digit(choice: Option<u8>) -> u32 {
    choice.map_or(0, |at| u32::from(at) + 1)
}

pub(super) const fn ticket_digit(ticket: Ticket) -> u32 {
    match ticket {
        Ticket::None => 0,
        Ticket::Once(_) => 1,
        Ticket::Poster => 2,
    }
}

/// The first width that holds `value`: its position and the width.
pub(super) fn narrowest(widths: &[usize], value: u64) -> (u32, usize) {
    (0..)
        .zip(widths.iter().copied())
        .find(|(_, width)| *width >= 8 || value >> (8 * width) == 0)
        .unwrap_or((0, 8))
}

pub(super) fn radices(head: &Head) -> Vec<u32> {
    let shape = &head.shape;
    let mut radices = vec![2, 4, 5, 2, 3];
    radices.extend(shape.levels.iter().map(|levels| u32::from(*levels) + 2));
    radices.extend(shape.choices.iter().map(|choices| u32::from(*choices) + 1));
    radices.push(1 << shape.reasons.min(16));
    if head.ticketed {
        radices.push(4);
    }
    radices
}

/// Bytes of the largest number these radices can make.
pub(super) fn width(radices: &[u32]) -> usize {
    let mut number = Digits::default();
    for radix in radices.iter().rev() {
        number.push(*radix, radix - 1);
    }
    number.bytes().len()
}
