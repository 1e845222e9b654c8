//! The report: what its address asks for, and everything that stands in it.

use crate::platform::address;
use crate::state::staff::{Reading, Staff};
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::compare::{Difference, Rank, difference, ranking};
use sipas_core::index::{Figure, Grouping, Options, Points, points, report};
use sipas_core::period::{Period, Step};
use sipas_core::publication::{Cell, Publication, count};
use sipas_core::quality::{Rule, Rules, inspect, without_flagged};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::{Day, Selection};

/// The steps a report can be made for, as they are offered.
pub const STEPS: [Step; 3] = [Step::Year, Step::Quarter, Step::Month];

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// `questionnaire=`: its id.
    pub questionnaire: Option<String>,
    /// `unit=`: the unit and all below it.
    pub unit: Option<String>,
    /// `period=`: a year, quarter or month as `2026`, `2026-Q4`, `2026-11`.
    pub period: Option<Period>,
    /// Something stands there that is no such period.
    pub bad_period: bool,
}

impl Asked {
    /// Reads a fragment.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let query = fragment.split_once('?').map_or("", |(_, query)| query);
        let mut asked = Self::default();
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = address::decode(value);
            match key {
                "questionnaire" => asked.questionnaire = Some(value).filter(|id| !id.is_empty()),
                "unit" => asked.unit = Some(value),
                "period" => {
                    let found = Period::from_key(&value);
                    asked.period = found.filter(|period| STEPS.contains(&period.step()));
                    asked.bad_period = asked.period.is_none();
                }
                _ => {}
            }
        }
        asked
    }

    /// The fragment that asks for it, below `path`.
    #[must_use]
    pub fn fragment(&self, path: &str) -> String {
        let period = self.period.map(Period::key);
        let pairs = [
            ("questionnaire", &self.questionnaire),
            ("unit", &self.unit),
            ("period", &period),
        ];
        let mut fragment = path.to_owned();
        let mut mark = '?';
        for (key, value) in pairs {
            if let Some(value) = value {
                fragment.push(mark);
                fragment.push_str(key);
                fragment.push('=');
                fragment.push_str(value);
                mark = '&';
            }
        }
        fragment
    }

    /// The ballots of a period it is about.
    #[must_use]
    pub fn selection(&self, questionnaire: &Questionnaire, period: Period) -> Selection {
        Selection {
            questionnaire: Some(questionnaire.id.clone()),
            unit: self.unit.clone(),
            from: Some(period.first()),
            until: Some(period.last()),
            ..Selection::default()
        }
    }
}

/// The periods of one step that have ballots of a questionnaire, the latest first.
#[must_use]
pub fn periods(ballots: &[Ballot], questionnaire: &str, step: Step) -> Vec<Period> {
    let of = ballots
        .iter()
        .filter(|ballot| ballot.context.questionnaire == questionnaire);
    let mut found: Vec<Period> = of
        .filter_map(|ballot| Period::of(step, Day::of(ballot)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.reverse();
    found
}

/// Everything in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The questionnaire.
    pub questionnaire: &'static Questionnaire,
    /// The period.
    pub period: Period,
    /// The unit; all where none.
    pub unit: Option<String>,
    /// Ballots in the period, published or not.
    pub ballots: u64,
    /// Ballots of another version, or that do not fit.
    pub others: u64,
    /// The figures that may be published.
    pub publication: Publication,
    /// The period before, its index and the change.
    pub before: Option<(Period, Figure, Difference)>,
    /// Ranks of the published units.
    pub ranks: Vec<Rank>,
    /// Points of the desk evaluation.
    pub points: Option<Points>,
    /// Signs of bad data.
    pub signs: Signs,
    /// The ballots it is about.
    pub selection: Selection,
}

/// Signs of bad data, as far as they may be published.
#[derive(Debug, Clone, PartialEq)]
pub struct Signs {
    /// Ballots under each rule.
    pub rules: Vec<(Rule, Cell<u64>)>,
    /// Ballots under any rule.
    pub any: Cell<u64>,
    /// The index without them, where enough ballots are on both sides.
    pub without: Option<Figure>,
    /// Days on which a counter lacked hours.
    pub gaps: usize,
}

/// Makes the report; nothing as long as ballots are being read.
#[must_use]
pub fn paper(staff: Staff, asked: &Asked, period: Period, least: u64) -> Option<Paper> {
    let questionnaire = staff.questionnaire.try_get_untracked()?;
    staff.reading.try_with_untracked(|reading| match reading {
        Reading::Read(stored) => Some(make(&stored.ballots, questionnaire, asked, period, least)),
        Reading::Not | Reading::Blocked => None,
    })?
}

/// Makes the report of some ballots to a questionnaire.
#[must_use]
pub fn make(
    ballots: &[Ballot],
    questionnaire: &'static Questionnaire,
    asked: &Asked,
    period: Period,
    least: u64,
) -> Paper {
    let taken = |period: Period| {
        let selection = asked.selection(questionnaire, period);
        let chosen = ballots.iter().filter(|ballot| selection.matches(ballot));
        chosen.partition::<Vec<&Ballot>, _>(|one| one.context.version == questionnaire.version)
    };
    let (own, others) = taken(period);
    let mut by = vec![Grouping::Unit, Grouping::Field, Grouping::Channel];
    if period.step() != Step::Month {
        by.push(Grouping::Month);
    }
    let options = Options {
        by,
        ..Options::default()
    };
    let full = report(questionnaire, own.iter().copied(), &options);
    let publication = Publication::of(&full, least);
    let before = publication.whole.as_ref().ok().and_then(|whole| {
        let before = period.before();
        let (ballots, _) = taken(before);
        let report = report(questionnaire, ballots, &Options::default());
        let published = Publication::of(&report, least).whole.ok()?;
        let change = difference(&whole.figure, &published.figure, 1).ok()?;
        Some((before, published.figure, change))
    });
    let units = publication
        .tables
        .iter()
        .find(|table| table.by == Grouping::Unit);
    let known: Vec<(String, &Figure)> = units
        .iter()
        .flat_map(|table| &table.groups)
        .filter_map(|(key, cell)| Some((key.clone(), &cell.as_ref().ok()?.figure)))
        .collect();
    let ranks = ranking(&known);
    let classes = !questionnaire.classes.is_empty();
    let complete = classes && publication.criteria.iter().all(Result::is_ok);
    Paper {
        questionnaire,
        period,
        unit: asked.unit.clone(),
        selection: asked.selection(questionnaire, period),
        ballots: full.ballots,
        others: others.len() as u64 + full.unfit,
        before,
        ranks,
        points: complete
            .then(|| points(questionnaire, &full).ok())
            .flatten(),
        signs: signs(questionnaire, &own, least),
        publication,
    }
}

fn signs(questionnaire: &Questionnaire, ballots: &[&Ballot], least: u64) -> Signs {
    let found = inspect(questionnaire, ballots, &Rules::default());
    let clean = without_flagged(ballots, &found, &Rule::ALL);
    let flagged = (ballots.len() - clean.len()) as u64;
    let enough = flagged >= least && clean.len() as u64 >= least;
    let without = enough.then(|| report(questionnaire, clean, &Options::default()));
    let without = without.and_then(|report| Publication::of(&report, least).whole.ok());
    Signs {
        rules: Rule::ALL
            .into_iter()
            .map(|rule| (rule, count(found.count(rule) as u64, least)))
            .collect(),
        any: count(flagged, least),
        without: without.map(|whole| whole.figure),
        gaps: found.gaps.len(),
    }
}
