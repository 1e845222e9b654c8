//! Ballots of one questionnaire as compact columns, so that a hundred thousand of them can be looked
//! through again for every change of a filter.
//!
//! Texts (units, fields, campaigns) and days are numbered once; a choice of ballots then asks one small
//! table per column instead of comparing texts ballot by ballot. Nothing here depends on the order of
//! the ballots but the numbers of the rows.

use crate::ballot::{Answer, Ballot, Channel, Status};
use crate::period::{Period, Step};
use crate::questionnaire::Questionnaire;
use crate::selection::{Day, Selection, is_within};
use std::collections::BTreeMap;

/// The columns.
#[derive(Debug, Clone)]
pub struct Columns {
    questionnaire: String,
    version: u32,
    /// For each criterion how many levels its scale has.
    limits: Vec<usize>,
    /// How many respondent questions there are.
    asked: usize,
    rows: Vec<Row>,
    answers: Vec<Answer>,
    /// For each row and respondent question 0 where nothing was said, else the choice + 1.
    respondent: Vec<u8>,
    units: Names<String>,
    fields: Names<String>,
    campaigns: Names<String>,
    days: Names<Day>,
}

/// One ballot without its answers.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// Where the ballot stands in the caller's list.
    place: u32,
    unit: u32,
    field: u32,
    campaign: u32,
    day: u32,
    channel: Channel,
    status: Status,
    fit: Fit,
    reasons: u16,
    /// One bit for each rule the ballot came up under.
    signs: u8,
}

/// Whether a ballot's answers can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Fits,
    OtherVersion,
    Unfit,
}

/// Values numbered in the order they were first met.
#[derive(Debug, Clone)]
struct Names<T> {
    numbers: BTreeMap<T, u32>,
    names: Vec<T>,
    /// The last one asked for.
    last: Option<(T, u32)>,
}

impl<T: Ord + Clone> Names<T> {
    const fn new() -> Self {
        Self {
            numbers: BTreeMap::new(),
            names: Vec::new(),
            last: None,
        }
    }

    fn number(&mut self, name: &T) -> u32 {
        // Ballots of one counter come one after the other.
        if let Some((last, number)) = &self.last
            && last == name
        {
            return *number;
        }
        let number = self.look_up(name);
        self.last = Some((name.clone(), number));
        number
    }

    fn look_up(&mut self, name: &T) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.clone(), number);
        self.names.push(name.clone());
        number
    }

    fn table(&self, is_chosen: impl Fn(&T) -> bool) -> Vec<bool> {
        self.names.iter().map(is_chosen).collect()
    }
}

/// What ballots are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Split {
    /// Nothing: all together.
    Whole,
    /// The unit as recorded; with a depth, the first so many parts of its path.
    Unit(Option<usize>),
    /// The field.
    Field,
    /// The channel.
    Channel,
    /// Week, month, quarter or year.
    Period(Step),
    /// The answer to the respondent question at this position.
    Respondent(usize),
    /// Whether any rule about the quality of data came up: keys `clean` and `flagged`.
    Signs,
}

/// The keys ballots are told apart by, ascending, and where to look one up.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    pub names: Vec<String>,
    /// For each number in the split's column the key's position.
    map: Vec<u32>,
    split: Split,
}

/// A choice of ballots as one table per column.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    units: Vec<bool>,
    fields: Vec<bool>,
    campaigns: Vec<bool>,
    days: Vec<bool>,
    channel: Option<Channel>,
    status: Option<Status>,
    respondent: Vec<(usize, u8)>,
}

/// A counted ballot as the columns have it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted<'a> {
    pub answers: &'a [Answer],
    pub status: Status,
    pub reasons: u16,
}

/// What becomes of a row under a choice.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Taken<'a> {
    /// Not chosen.
    No,
    /// Chosen, but of another version.
    OtherVersion,
    /// Chosen, but its answers do not fit the questionnaire.
    Unfit,
    /// Chosen and counted.
    Counted(Counted<'a>),
}

impl Columns {
    /// No ballots of this questionnaire yet.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let levels = |criterion| questionnaire.scale_of(criterion).levels.len();
        Self {
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version,
            limits: questionnaire.criteria().map(levels).collect(),
            asked: questionnaire.respondent.len(),
            rows: Vec::new(),
            answers: Vec::new(),
            respondent: Vec::new(),
            units: Names::new(),
            fields: Names::new(),
            campaigns: Names::new(),
            days: Names::new(),
        }
    }

    /// Adds the ballot that stands at `place` in the caller's list; those of other questionnaires
    /// are passed over.
    pub fn add(&mut self, place: u32, ballot: &Ballot) {
        let context = &ballot.context;
        if context.questionnaire != self.questionnaire {
            return;
        }
        let fit = if context.version != self.version {
            Fit::OtherVersion
        } else if self.fits(&ballot.answers) {
            Fit::Fits
        } else {
            Fit::Unfit
        };
        self.rows.push(Row {
            place,
            unit: self.units.number(&context.unit),
            field: self.fields.number(&context.field),
            campaign: self.campaigns.number(&context.campaign),
            day: self.days.number(&Day::of(ballot)),
            channel: ballot.channel,
            status: ballot.status,
            fit,
            reasons: ballot.reasons,
            signs: 0,
        });
        let width = self.limits.len();
        if fit == Fit::Fits {
            self.answers.extend_from_slice(&ballot.answers);
        } else {
            self.answers
                .resize(self.answers.len() + width, Answer::Blank);
        }
        let of_version = fit != Fit::OtherVersion;
        for question in 0..self.asked {
            let choice = ballot.respondent.get(question).copied().flatten();
            let code = choice.filter(|_| of_version);
            self.respondent
                .push(code.map_or(0, |choice| choice.saturating_add(1)));
        }
    }

    fn fits(&self, answers: &[Answer]) -> bool {
        let fit = |(answer, limit): (&Answer, &usize)| match answer {
            Answer::Blank | Answer::NotApplicable => true,
            Answer::Level(level) => usize::from(*level) < *limit,
        };
        answers.len() == self.limits.len() && answers.iter().zip(&self.limits).all(fit)
    }

    /// How many ballots there are, of whatever version.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Where the row's ballot stands in the caller's list.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<usize> {
        self.rows.get(row).map(|row| row.place as usize)
    }

    /// Whether the row's ballot is of the questionnaire's version.
    #[must_use]
    pub fn is_of_version(&self, row: usize) -> bool {
        self.rows
            .get(row)
            .is_some_and(|row| row.fit != Fit::OtherVersion)
    }

    /// Bits of the rules the row's ballot came up under.
    #[must_use]
    pub fn signs(&self, row: usize) -> u8 {
        self.rows.get(row).map_or(0, |row| row.signs)
    }

    /// Notes that the row's ballot came up under the rules with these bits.
    pub fn sign(&mut self, row: usize, bits: u8) {
        if let Some(row) = self.rows.get_mut(row) {
            row.signs |= bits;
        }
    }

    /// Units as recorded, ascending.
    #[must_use]
    pub fn units(&self) -> Vec<String> {
        sorted(&self.units.names)
    }

    /// Fields as recorded, ascending.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        sorted(&self.fields.names)
    }

    /// Channels there are ballots of, in their own order.
    #[must_use]
    pub fn channels(&self) -> Vec<Channel> {
        let has = |channel: &Channel| self.rows.iter().any(|row| row.channel == *channel);
        Channel::ALL.into_iter().filter(has).collect()
    }

    /// The first and the last day there are ballots of.
    #[must_use]
    pub fn days(&self) -> Option<(Day, Day)> {
        let days = &self.days.names;
        Some((days.iter().min().copied()?, days.iter().max().copied()?))
    }

    /// The rows a choice takes, ascending; those of another version are not among them.
    #[must_use]
    pub fn chosen(&self, selection: &Selection) -> Vec<usize> {
        let chosen = self.choose(selection);
        let is_taken =
            |row: &usize| matches!(self.taken(*row, &chosen), Taken::Counted(_) | Taken::Unfit);
        (0..self.rows.len()).filter(is_taken).collect()
    }

    pub(crate) fn choose(&self, selection: &Selection) -> Chosen {
        let of_text = |names: &Names<String>, wanted: &Option<String>| {
            names.table(|name| wanted.as_ref().is_none_or(|wanted| wanted == name))
        };
        Chosen {
            units: self.units.table(|unit| {
                let root = selection.unit.as_ref();
                root.is_none_or(|root| is_within(unit, root))
            }),
            fields: of_text(&self.fields, &selection.field),
            campaigns: of_text(&self.campaigns, &selection.campaign),
            days: self.days.table(|day| {
                selection.from.is_none_or(|from| from <= *day)
                    && selection.until.is_none_or(|until| *day <= until)
            }),
            channel: selection.channel,
            status: selection.status,
            respondent: selection.respondent.clone(),
        }
    }

    pub(crate) fn taken(&self, row: usize, chosen: &Chosen) -> Taken<'_> {
        let said = self.respondent.get(row * self.asked..).unwrap_or_default();
        let Some(one) = self.rows.get(row).filter(|one| chosen.takes(one, said)) else {
            return Taken::No;
        };
        match one.fit {
            Fit::OtherVersion => Taken::OtherVersion,
            Fit::Unfit => Taken::Unfit,
            Fit::Fits => {
                let width = self.limits.len();
                let answers = self.answers.get(row * width..(row + 1) * width);
                Taken::Counted(Counted {
                    answers: answers.unwrap_or_default(),
                    status: one.status,
                    reasons: one.reasons,
                })
            }
        }
    }

    pub(crate) fn keys(&self, split: Split, questionnaire: &Questionnaire) -> Keys {
        let of = |names: Vec<String>| {
            let all = sorted(&names);
            let position = |name: &String| {
                let found = all.binary_search(name).unwrap_or(0);
                u32::try_from(found).unwrap_or(0)
            };
            let map = names.iter().map(position).collect();
            (all, map)
        };
        let (names, map) = match split {
            Split::Whole => of(vec![String::new()]),
            Split::Unit(depth) => of(self
                .units
                .names
                .iter()
                .map(|unit| depth.map_or(unit.as_str(), |depth| upper(unit, depth)))
                .map(str::to_owned)
                .collect()),
            Split::Field => of(self.fields.names.clone()),
            Split::Channel => of(Channel::ALL.map(|one| one.code().to_owned()).to_vec()),
            Split::Period(step) => of(self
                .days
                .names
                .iter()
                .map(|day| Period::of(step, *day).map_or_else(String::new, Period::key))
                .collect()),
            Split::Respondent(question) => {
                let choices = questionnaire.respondent.get(question);
                let choices = choices.map_or(&[][..], |one| &one.choices);
                let codes = choices.iter().map(|choice| choice.code.clone());
                of(core::iter::once(String::new()).chain(codes).collect())
            }
            Split::Signs => of(vec!["clean".to_owned(), "flagged".to_owned()]),
        };
        Keys { names, map, split }
    }

    /// The position of the row's key.
    pub(crate) fn key(&self, row: usize, keys: &Keys) -> usize {
        let Some(one) = self.rows.get(row) else {
            return 0;
        };
        let number = match keys.split {
            Split::Whole => 0,
            Split::Unit(_) => one.unit as usize,
            Split::Field => one.field as usize,
            Split::Channel => one.channel as usize,
            Split::Period(_) => one.day as usize,
            Split::Respondent(question) => {
                let said = self.respondent.get(row * self.asked + question);
                usize::from(said.copied().unwrap_or(0))
            }
            Split::Signs => usize::from(one.signs != 0),
        };
        keys.map.get(number).map_or(0, |key| *key as usize)
    }
}

impl Keys {
    pub(crate) const fn is_whole(&self) -> bool {
        matches!(self.split, Split::Whole)
    }
}

impl Chosen {
    fn takes(&self, row: &Row, said: &[u8]) -> bool {
        let holds = |table: &[bool], number: u32| table.get(number as usize).copied() == Some(true);
        holds(&self.units, row.unit)
            && holds(&self.fields, row.field)
            && holds(&self.days, row.day)
            && holds(&self.campaigns, row.campaign)
            && self.channel.is_none_or(|channel| channel == row.channel)
            && self.status.is_none_or(|status| status == row.status)
            && self.respondent.iter().all(|(question, choice)| {
                said.get(*question).copied() == Some(choice.saturating_add(1))
            })
    }
}

/// The first `depth` parts of a unit's path.
fn upper(unit: &str, depth: usize) -> &str {
    let mut ends = unit.match_indices('/').map(|(end, _)| end);
    let end = ends.nth(depth.saturating_sub(1)).unwrap_or(unit.len());
    unit.get(..end).unwrap_or(unit)
}

fn sorted(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    names.sort();
    names.dedup();
    names
}
