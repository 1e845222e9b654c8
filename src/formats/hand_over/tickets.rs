//! One-time tickets of a counter: each code shown for one citizen, and what became of it.
//!
//! Kept as lines of text, `ticket issued used ballot`: 16 hexadecimal digits, Unix seconds, and, once
//! it was used, Unix seconds and the ballot's id. The first line is `sipas-tickets 1`. Lines that
//! cannot be read are kept as they are.

use super::number_of;
use sipas_core::ballot::BallotId;

/// How long a ticket is good for, in seconds: to the end of the next working morning.
pub const GOOD_SECS: i64 = 36 * 3_600;

/// How long it is remembered, so that it can be said why it is refused, in seconds.
const REMEMBERED_SECS: i64 = 8 * 86_400;

const FIRST_LINE: &str = "sipas-tickets 1";

/// One ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issued {
    /// The secret in the code.
    pub ticket: u64,
    /// When the code was shown, by this device's clock, in seconds since 1970.
    pub at_secs: i64,
    /// When its ballot came, and which.
    pub used: Option<(i64, BallotId)>,
}

impl Issued {
    /// Whether it is too old at `now_secs`; a clock that went back makes nothing old.
    #[must_use]
    pub const fn is_old(&self, now_secs: i64) -> bool {
        now_secs.saturating_sub(self.at_secs) > GOOD_SECS
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut word = || words.next();
        let ticket = hex(word()?)?;
        let at_secs = word()?.parse().ok()?;
        let used = match word() {
            None => None,
            Some(used) => Some((used.parse().ok()?, BallotId(hex(word()?)?))),
        };
        word().is_none().then_some(Self {
            ticket,
            at_secs,
            used,
        })
    }

    fn write(&self) -> String {
        let line = format!("\n{:016x} {}", self.ticket, self.at_secs);
        match self.used {
            Some((at_secs, id)) => format!("{line} {at_secs} {id}"),
            None => line,
        }
    }
}

fn hex(word: &str) -> Option<u64> {
    let plain = word.len() == 16 && !word.starts_with('+');
    u64::from_str_radix(word, 16).ok().filter(|_| plain)
}

/// All tickets a counter remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tickets {
    issued: Vec<Issued>,
    /// Lines of a newer program, or damaged.
    strange: Vec<String>,
}

impl Tickets {
    /// Reads the text they are kept as; an empty one where there are none.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut tickets = Self::default();
        let lines = text.lines().filter(|line| !line.is_empty());
        for line in lines.filter(|line| *line != FIRST_LINE) {
            match Issued::read(line) {
                Some(issued) => tickets.issued.push(issued),
                None => tickets.strange.push(line.to_owned()),
            }
        }
        tickets
    }

    /// The text to keep; tickets nobody needs to be told about any more are left out.
    #[must_use]
    pub fn write(&self, now_secs: i64) -> String {
        let mut text = FIRST_LINE.to_owned();
        for issued in &self.issued {
            if now_secs.saturating_sub(issued.at_secs) <= REMEMBERED_SECS {
                text.push_str(&issued.write());
            }
        }
        for line in &self.strange {
            text.push('\n');
            text.push_str(line);
        }
        text
    }

    /// Remembers a ticket whose code is about to be shown.
    pub fn issue(&mut self, ticket: u64, at_secs: i64) {
        self.issued.push(Issued {
            ticket,
            at_secs,
            used: None,
        });
    }

    /// The ticket known by this number.
    #[must_use]
    pub fn find(&self, number: u64) -> Option<&Issued> {
        let mut newest_first = self.issued.iter().rev();
        newest_first.find(|issued| number_of(issued.ticket) == number)
    }

    /// Whether this ticket has been used.
    #[must_use]
    pub fn is_used(&self, ticket: u64) -> bool {
        let mut same = self.issued.iter().filter(|one| one.ticket == ticket);
        same.any(|one| one.used.is_some())
    }

    /// Remembers that the ticket of this number brought a ballot.
    pub fn use_up(&mut self, number: u64, at_secs: i64, id: BallotId) {
        for issued in &mut self.issued {
            if issued.used.is_none() && number_of(issued.ticket) == number {
                issued.used = Some((at_secs, id));
            }
        }
    }
}
