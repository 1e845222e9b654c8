//! Response: how many people were asked, and what became of them; the rates an index is printed with.
//!
//! Counts only grow, and each belongs to one writer of one device: so two copies of them are made one
//! by taking the greater of each number ([`Responses::merge`]), in any order and as often as one likes.

mod rates;

pub use rates::{NoRate, Proportion, Rates, rates};

use crate::ballot::{Channel, DeviceId};
use crate::moment::Moment;
use crate::selection::{Day, Selection, is_within};
use std::collections::BTreeMap;

/// What can be counted of a person who is asked.
///
/// Everyone who [`Started`](Event::Started) comes to exactly one end: completed, stopped or timed out.
/// [`Empty`](Event::Empty) is counted beside the end where nothing had been answered, so that no
/// ballot was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// The survey was offered to a person.
    Shown,
    /// The first question was opened.
    Started,
    /// Sent at the end.
    Completed,
    /// Ended early by the person or by an interruption.
    Stopped,
    /// Left standing until the counter's tablet took it back.
    TimedOut,
    /// Ended without any answer.
    Empty,
}

impl Event {
    /// All events, in the order they are stored and shown.
    pub const ALL: [Self; 6] = [
        Self::Shown,
        Self::Started,
        Self::Completed,
        Self::Stopped,
        Self::TimedOut,
        Self::Empty,
    ];

    /// The name written to files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Started => "started",
            Self::Completed => "completed",
            Self::Stopped => "stopped",
            Self::TimedOut => "timed_out",
            Self::Empty => "empty",
        }
    }
}

/// How often each event was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Counts {
    /// Offered to a person.
    pub shown: u64,
    /// First question opened.
    pub started: u64,
    /// Sent at the end.
    pub completed: u64,
    /// Ended early.
    pub stopped: u64,
    /// Left standing.
    pub timed_out: u64,
    /// Of those that ended, the ones without any answer.
    pub empty: u64,
}

impl Counts {
    /// The count of one event.
    #[must_use]
    pub const fn of(&self, event: Event) -> u64 {
        match event {
            Event::Shown => self.shown,
            Event::Started => self.started,
            Event::Completed => self.completed,
            Event::Stopped => self.stopped,
            Event::TimedOut => self.timed_out,
            Event::Empty => self.empty,
        }
    }

    /// The place of one event.
    pub const fn place(&mut self, event: Event) -> &mut u64 {
        match event {
            Event::Shown => &mut self.shown,
            Event::Started => &mut self.started,
            Event::Completed => &mut self.completed,
            Event::Stopped => &mut self.stopped,
            Event::TimedOut => &mut self.timed_out,
            Event::Empty => &mut self.empty,
        }
    }

    /// Those who came to an end.
    #[must_use]
    pub const fn ended(&self) -> u64 {
        self.completed
            .saturating_add(self.stopped)
            .saturating_add(self.timed_out)
    }

    /// Those whose ballot was kept: the ones who ended with at least one answer.
    #[must_use]
    pub const fn answered(&self) -> u64 {
        self.ended().saturating_sub(self.empty)
    }

    /// Adds other people's counts.
    pub fn add(&mut self, other: &Self) {
        for event in Event::ALL {
            let place = self.place(event);
            *place = place.saturating_add(other.of(event));
        }
    }

    /// Takes in another copy of the same count: the greater of each number.
    pub fn join(&mut self, other: &Self) {
        for event in Event::ALL {
            let place = self.place(event);
            *place = (*place).max(other.of(event));
        }
    }
}

/// What a count is about; its first two parts say who alone may raise it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The device that counted.
    pub device: DeviceId,
    /// Which of its open windows; no two write at the same time under one number.
    pub writer: u32,
    /// The day, as the device's clock showed it.
    pub day: Day,
    /// The hour of that day, 0–23.
    pub hour: u8,
    /// How people were asked.
    pub channel: Channel,
    /// Campaign code; empty where unknown.
    pub campaign: String,
    /// Questionnaire id.
    pub questionnaire: String,
    /// Unit path, as known when the person was asked; empty where it was not.
    pub unit: String,
    /// Field code, as known when the person was asked; empty where it was not.
    pub field: String,
}

/// Day and hour of a moment as its clock showed them.
#[must_use]
pub fn hour_of(moment: Moment) -> (Day, u8) {
    let civil = moment.civil();
    let day = Day {
        year: civil.year,
        month: civil.month,
        day: civil.day,
    };
    (day, civil.hour)
}

/// All counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Responses {
    cells: BTreeMap<Cell, Counts>,
}

impl Responses {
    /// Counts one event.
    pub fn count(&mut self, cell: Cell, event: Event) {
        let place = self.cells.entry(cell).or_default().place(event);
        *place = place.saturating_add(1);
    }

    /// Takes in counts of a cell: another copy of them, older or newer.
    pub fn join(&mut self, cell: Cell, counts: &Counts) {
        self.cells.entry(cell).or_default().join(counts);
    }

    /// Makes two copies one. Commutative, associative, and the same copy twice changes nothing.
    pub fn merge(&mut self, other: &Self) {
        for (cell, counts) in &other.cells {
            self.join(cell.clone(), counts);
        }
    }

    /// The counts by what they are about, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Cell, &Counts)> {
        self.cells.iter()
    }

    /// True where nothing was ever counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The sum over the cells `wanted` takes.
    #[must_use]
    pub fn sum(&self, wanted: impl Fn(&Cell) -> bool) -> Counts {
        let mut sum = Counts::default();
        for (_, counts) in self.cells.iter().filter(|(cell, _)| wanted(cell)) {
            sum.add(counts);
        }
        sum
    }
}

/// Whether a selection of ballots takes what was counted in a cell; its status is not looked at.
#[must_use]
pub fn takes(selection: &Selection, cell: &Cell) -> bool {
    let same =
        |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
    same(&selection.questionnaire, &cell.questionnaire)
        && same(&selection.campaign, &cell.campaign)
        && selection
            .unit
            .as_ref()
            .is_none_or(|root| is_within(&cell.unit, root))
        && same(&selection.field, &cell.field)
        && selection
            .channel
            .is_none_or(|channel| channel == cell.channel)
        && selection.from.is_none_or(|from| from <= cell.day)
        && selection.until.is_none_or(|until| cell.day <= until)
}
