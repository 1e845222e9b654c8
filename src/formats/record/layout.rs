//! Reading and writing bodies: what follows from the head alone is worked out once for all ballots under it.
//!
//! The small choices are one number in mixed radix. Taking its digits out one by one divides the whole
//! number for each; here neighbouring radices are multiplied as far as 32 bits go, the number is
//! divided by each product, and the remainders are taken apart in one register.

use super::body::{
    DURATION_WIDTHS, TIME_WIDTHS, USUAL_OFFSET, answer_digit, channel_digit, choice_digit,
    narrowest, radices, ticket_digit, width,
};
use super::bytes::{Reader, unzigzag, zigzag};
use super::head::Head;
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Status, Ticket};

/// How the bodies under one head are read and written.
#[derive(Debug, Clone)]
pub struct Layout {
    base_secs: i64,
    ticketed: bool,
    levels: usize,
    choices: usize,
    radices: Vec<u32>,
    /// Products of neighbouring radices, and how many each takes.
    products: Vec<(u32, usize)>,
    /// Bytes of the number.
    width: usize,
    /// The number, lowest limb first, while it is taken apart.
    limbs: Vec<u32>,
    digits: Vec<u32>,
    /// What was read last.
    ballot: Ballot,
}

impl Layout {
    /// The layout under a head.
    #[must_use]
    pub fn new(head: &Head) -> Self {
        let radices = radices(head);
        let mut products: Vec<(u32, usize)> = Vec::new();
        for radix in &radices {
            match products.last_mut() {
                Some((product, count)) if product.checked_mul(*radix).is_some() => {
                    *product *= radix;
                    *count += 1;
                }
                _ => products.push((*radix, 1)),
            }
        }
        Self {
            base_secs: head.base_secs,
            ticketed: head.ticketed,
            levels: head.shape.levels.len(),
            choices: head.shape.choices.len(),
            width: width(&radices),
            radices,
            products,
            limbs: Vec::new(),
            digits: Vec::new(),
            ballot: Ballot {
                id: BallotId(0),
                context: head.context.clone(),
                channel: Channel::Phone,
                ticket: Ticket::None,
                status: Status::Complete,
                submitted_at: sipas_core::moment::Moment::default(),
                duration_secs: 0,
                respondent: Vec::new(),
                answers: Vec::new(),
                reasons: 0,
                comment: String::new(),
            },
        }
    }

    /// Reads a ballot; nothing where it makes no sense.
    pub fn read(&mut self, bytes: &[u8]) -> Option<&Ballot> {
        let mut input = Reader::new(bytes);
        self.ballot.id = BallotId(input.low_bytes(8)?);
        if !self.take_apart(input.raw(self.width)?) {
            return None;
        }
        let mut digits = self.digits.iter().copied();
        let ballot = &mut self.ballot;
        ballot.status = if digits.next()? == 0 {
            Status::Complete
        } else {
            Status::Stopped
        };
        ballot.channel = *Channel::ALL.get(digits.next()? as usize)?;
        let time_width = *TIME_WIDTHS.get(digits.next()? as usize)?;
        let usual_offset = digits.next()? == 0;
        let duration_width = *DURATION_WIDTHS.get(digits.next()? as usize)?;
        let elapsed = unzigzag(input.low_bytes(time_width)?);
        ballot.submitted_at.unix_secs = self.base_secs.wrapping_add(elapsed);
        ballot.submitted_at.offset_minutes = if usual_offset {
            USUAL_OFFSET
        } else {
            i16::from_le_bytes(input.raw(2)?.try_into().ok()?)
        };
        ballot.duration_secs = u32::try_from(input.low_bytes(duration_width)?).ok()?;
        // A digit its radix allows but a ballot does not (a level above 255): nothing is read then.
        let mut sense = true;
        let mut position = |digit: u32| {
            u8::try_from(digit).unwrap_or_else(|_| {
                sense = false;
                0
            })
        };
        ballot.answers.clear();
        let answers = digits.by_ref().take(self.levels);
        ballot.answers.extend(answers.map(|digit| match digit {
            0 => Answer::Blank,
            1 => Answer::NotApplicable,
            level => Answer::Level(position(level - 2)),
        }));
        ballot.respondent.clear();
        let respondent = digits.by_ref().take(self.choices);
        ballot
            .respondent
            .extend(respondent.map(|digit| digit.checked_sub(1).map(&mut position)));
        // The radix allows no more than sixteen bits.
        ballot.reasons = u16::try_from(digits.next().unwrap_or_default()).unwrap_or_default();
        ballot.ticket = match digits.next().unwrap_or_default() {
            0 => Ticket::None,
            1 => Ticket::Once(input.low_bytes(8)?),
            2 => Ticket::Poster,
            _ => return None,
        };
        let comment = core::str::from_utf8(input.rest()).ok()?;
        ballot.comment.clear();
        ballot.comment.push_str(comment);
        sense.then_some(&self.ballot)
    }

    /// Appends the body of a ballot the head's shape covers: the bytes of [`body::write`](super::body::write).
    pub fn write(&mut self, ballot: &Ballot, out: &mut Vec<u8>) {
        let time = zigzag(ballot.submitted_at.unix_secs.wrapping_sub(self.base_secs));
        let duration = u64::from(ballot.duration_secs);
        let (time_class, time_width) = narrowest(&TIME_WIDTHS, time);
        let (duration_class, duration_width) = narrowest(&DURATION_WIDTHS, duration);
        let offset = ballot.submitted_at.offset_minutes;
        self.digits.clear();
        self.digits.extend([
            u32::from(ballot.status == Status::Stopped),
            channel_digit(ballot.channel),
            time_class,
            u32::from(offset != USUAL_OFFSET),
            duration_class,
        ]);
        self.digits
            .extend(ballot.answers.iter().map(|one| answer_digit(*one)));
        self.digits
            .extend(ballot.respondent.iter().map(|one| choice_digit(*one)));
        self.digits.push(u32::from(ballot.reasons));
        self.digits.push(ticket_digit(ballot.ticket));
        out.extend_from_slice(&ballot.id.0.to_le_bytes());
        self.put_together(out);
        out.extend(time.to_le_bytes().iter().take(time_width));
        if offset != USUAL_OFFSET {
            out.extend_from_slice(&offset.to_le_bytes());
        }
        out.extend(duration.to_le_bytes().iter().take(duration_width));
        if let (Ticket::Once(ticket), true) = (ballot.ticket, self.ticketed) {
            out.extend_from_slice(&ticket.to_le_bytes());
        }
        out.extend_from_slice(ballot.comment.as_bytes());
    }

    /// Appends the number `digits` make.
    fn put_together(&mut self, out: &mut Vec<u8>) {
        self.limbs.clear();
        self.limbs.resize(self.width.div_ceil(4), 0);
        let mut end = self.radices.len();
        for (product, count) in self.products.iter().rev() {
            let from = end - count;
            let digits = self.digits.get(from..end).unwrap_or_default();
            let radices = self.radices.get(from..end).unwrap_or_default();
            let pairs = radices.iter().zip(digits).rev();
            let digit = pairs.fold(0_u32, |value, (radix, digit)| {
                value.wrapping_mul(*radix).wrapping_add(*digit)
            });
            let mut carry = u64::from(digit);
            for limb in &mut self.limbs {
                carry += u64::from(*limb) * u64::from(*product);
                *limb = carry as u32;
                carry >>= 32;
            }
            end = from;
        }
        let bytes = self.limbs.iter().flat_map(|limb| limb.to_le_bytes());
        out.extend(bytes.take(self.width));
    }

    /// Puts the number's digits into `digits`; false where something is left over.
    fn take_apart(&mut self, number: &[u8]) -> bool {
        self.limbs.clear();
        self.limbs.extend(number.chunks(4).map(|chunk| {
            let bytes = chunk.iter().rev();
            bytes.fold(0, |limb, byte| (limb << 8) | u32::from(*byte))
        }));
        self.digits.clear();
        let mut radices = self.radices.iter();
        for (product, count) in &self.products {
            let mut rest = 0;
            for limb in self.limbs.iter_mut().rev() {
                let value = (u64::from(rest) << 32) | u64::from(*limb);
                let by = u64::from(*product);
                *limb = value.checked_div(by).unwrap_or_default() as u32;
                rest = value.checked_rem(by).unwrap_or_default() as u32;
            }
            for radix in radices.by_ref().take(*count) {
                self.digits
                    .push(rest.checked_rem(*radix).unwrap_or_default());
                rest = rest.checked_div(*radix).unwrap_or_default();
            }
        }
        self.limbs.iter().all(|limb| *limb == 0)
    }
}
