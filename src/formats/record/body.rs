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

use super::bytes::{Reader, Writer, unzigzag, zigzag};
use super::digits::Digits;
use super::head::Head;
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Status, Ticket};
use sipas_core::moment::Moment;

/// Widths in bytes the sending time may have.
const TIME_WIDTHS: [usize; 5] = [1, 2, 3, 4, 8];

/// Widths in bytes the duration may have.
const DURATION_WIDTHS: [usize; 3] = [1, 2, 4];

/// Vietnam's offset, which needs no bytes.
const USUAL_OFFSET: i16 = 420;

/// Writes a ballot under a head whose shape covers it.
#[must_use]
pub fn write(ballot: &Ballot, head: &Head) -> Vec<u8> {
    let time = zigzag(ballot.submitted_at.unix_secs.wrapping_sub(head.base_secs));
    let duration = u64::from(ballot.duration_secs);
    let (time_class, time_width) = narrowest(&TIME_WIDTHS, time);
    let (duration_class, duration_width) = narrowest(&DURATION_WIDTHS, duration);
    let offset = ballot.submitted_at.offset_minutes;

    let status = u32::from(ballot.status == Status::Stopped);
    let channel = match ballot.channel {
        Channel::Phone => 0,
        Channel::Kiosk => 1,
        Channel::Interviewer => 2,
        Channel::Paper => 3,
    };
    let odd_offset = u32::from(offset != USUAL_OFFSET);
    let mut digits = vec![status, channel, time_class, odd_offset, duration_class];
    digits.extend(ballot.answers.iter().map(|answer| match answer {
        Answer::Blank => 0,
        Answer::NotApplicable => 1,
        Answer::Level(level) => u32::from(*level) + 2,
    }));
    digits.extend(
        ballot
            .respondent
            .iter()
            .map(|choice| choice.map_or(0, |at| u32::from(at) + 1)),
    );
    digits.push(u32::from(ballot.reasons));
    digits.push(match ballot.ticket {
        Ticket::None => 0,
        Ticket::Once(_) => 1,
        Ticket::Poster => 2,
    });

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
    let mut input = Reader::new(bytes);
    let id = BallotId(input.low_bytes(8)?);
    let radices = radices(head);
    let mut number = Digits::from_bytes(input.raw(width(&radices))?);
    let mut digits = radices.iter().map(|radix| number.pop(*radix));

    let status = if digits.next()? == 0 {
        Status::Complete
    } else {
        Status::Stopped
    };
    let channel = *Channel::ALL.get(digits.next()? as usize)?;
    let time_width = *TIME_WIDTHS.get(digits.next()? as usize)?;
    let usual_offset = digits.next()? == 0;
    let duration_width = *DURATION_WIDTHS.get(digits.next()? as usize)?;
    let elapsed = unzigzag(input.low_bytes(time_width)?);
    let offset_minutes = if usual_offset {
        USUAL_OFFSET
    } else {
        i16::from_le_bytes(input.raw(2)?.try_into().ok()?)
    };
    let duration_secs = u32::try_from(input.low_bytes(duration_width)?).ok()?;
    // A digit its radix allows but a ballot does not (a level above 255): nothing is read then.
    let mut sense = true;
    let mut position = |digit: u32| {
        u8::try_from(digit).unwrap_or_else(|_| {
            sense = false;
            0
        })
    };
    let answers = digits
        .by_ref()
        .take(head.shape.levels.len())
        .map(|digit| match digit {
            0 => Answer::Blank,
            1 => Answer::NotApplicable,
            level => Answer::Level(position(level - 2)),
        })
        .collect();
    let respondent = digits
        .by_ref()
        .take(head.shape.choices.len())
        .map(|digit| digit.checked_sub(1).map(&mut position))
        .collect();
    // The radix allows no more than sixteen bits.
    let reasons = u16::try_from(digits.next().unwrap_or_default()).unwrap_or_default();
    let ticket = match digits.next().unwrap_or_default() {
        0 => Ticket::None,
        1 => Ticket::Once(input.low_bytes(8)?),
        2 => Ticket::Poster,
        _ => return None,
    };
    let comment = core::str::from_utf8(input.rest()).ok()?;
    let ballot = Ballot {
        id,
        context: head.context.clone(),
        channel,
        ticket,
        status,
        submitted_at: Moment {
            unix_secs: head.base_secs.wrapping_add(elapsed),
            offset_minutes,
        },
        duration_secs,
        respondent,
        answers,
        reasons,
        comment: comment.to_owned(),
    };
    (sense && number.is_zero()).then_some(ballot)
}

/// The id of a ballot, without reading the rest of its body.
#[must_use]
pub fn id_of(bytes: &[u8]) -> Option<BallotId> {
    bytes
        .first_chunk()
        .map(|id| BallotId(u64::from_le_bytes(*id)))
}

/// The first width that holds `value`: its position and the width.
fn narrowest(widths: &[usize], value: u64) -> (u32, usize) {
    (0..)
        .zip(widths.iter().copied())
        .find(|(_, width)| *width >= 8 || value >> (8 * width) == 0)
        .unwrap_or((0, 8))
}

fn radices(head: &Head) -> Vec<u32> {
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
fn width(radices: &[u32]) -> usize {
    let mut number = Digits::default();
    for radix in radices.iter().rev() {
        number.push(*radix, radix - 1);
    }
    number.bytes().len()
}
