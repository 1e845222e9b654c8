//! A quarter's package: what an office hands to the level above, and many of them looked at as one.
//!
//! A package says what it is about, what its sender's figures were, and which files it has; the files themselves are the
//! concern of whoever packs them. Figures of ballots are never taken from a package: who opens it counts again, and
//! tells where that gives something else.

use crate::ballot::DeviceId;
use crate::compare::Target;
use crate::decimal::Hundredths;
use crate::index::Report;
use crate::moment::Moment;
use crate::period::Period;
use crate::plan::{ActionPlan, Status};
use crate::scorecard::Scorecard;
use crate::selection::Day;

/// What a package says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// What it is about.
    pub period: Period,
    /// Path of the unit it is about, with all below it; empty: all the sender has.
    pub unit: String,
    /// What people call the unit.
    pub name: String,
    /// The office that sends it.
    pub office: String,
    /// Id of the sender's campaign; empty where there is none.
    pub campaign: String,
    /// The device it was made on.
    pub device: DeviceId,
    /// When, by that device's clock.
    pub written_at: Moment,
    /// The questionnaires with ballots, never pooled.
    pub surveys: Vec<Survey>,
    /// The corrective plans.
    pub plans: Vec<PlanStatus>,
    /// The quarter's evaluation.
    pub evaluation: Option<EvaluationStatus>,
    /// The reform index's scorecard.
    pub scores: Option<ScoreStatus>,
    /// The files, in their order.
    pub files: Vec<File>,
}

/// One questionnaire's ballots and their index, as the sender computed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// The questionnaire's id.
    pub questionnaire: String,
    /// Its version.
    pub version: u32,
    /// Ballots.
    pub ballots: u64,
    /// Satisfied answers of the overall index.
    pub satisfied: u64,
    /// Counted answers.
    pub counted: u64,
    /// The target the unit was held against.
    pub target: Option<Target>,
}

impl Survey {
    /// Whether a report of the same ballots says the same.
    #[must_use]
    pub const fn agrees(&self, report: &Report) -> bool {
        self.ballots == report.ballots
            && self.satisfied == report.overall.rate.satisfied
            && self.counted == report.overall.rate.counted
    }
}

/// Where a corrective plan stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanStatus {
    /// Its title.
    pub title: String,
    /// Items.
    pub items: u32,
    /// Of these, done.
    pub done: u32,
    /// Of these, begun and not done.
    pub doing: u32,
    /// Of these, not done although their day has passed.
    pub late: u32,
}

impl PlanStatus {
    /// How a plan stands on a day.
    #[must_use]
    pub fn of(plan: &ActionPlan, title: &str, today: Day) -> Self {
        let mut status = Self {
            title: title.to_owned(),
            ..Self::default()
        };
        for (_, item) in plan.items() {
            status.items += 1;
            status.done += u32::from(item.status() == Status::Done);
            status.doing += u32::from(item.status() == Status::Doing);
            status.late += u32::from(item.is_late(today));
        }
        status
    }
}

/// Both columns of a quarter's evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationStatus {
    /// The office's own.
    pub assessed: ColumnStatus,
    /// The verifying level's.
    pub verified: ColumnStatus,
}

/// One column of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnStatus {
    /// Points of the indicators that have some.
    pub points: Hundredths,
    /// Indicators without points.
    pub missing: u32,
    /// Code of the class; none while an indicator is missing, or below the lowest.
    pub class: Option<String>,
}

/// The latest year of a scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreStatus {
    /// The year.
    pub year: u16,
    /// Points and maximum of all areas; none where the table forbids a total.
    pub total: Option<(Hundredths, Hundredths)>,
    /// Points and maximum of the areas that come from the satisfaction survey, where they have any.
    pub survey: Option<(Hundredths, Hundredths)>,
}

impl ScoreStatus {
    /// The latest year of a table; nothing where it has none.
    #[must_use]
    pub fn of(card: &Scorecard) -> Option<Self> {
        let year = *card.years.iter().max()?;
        let place = card.years.iter().position(|one| *one == year)?;
        let total = card.total(year).ok();
        let marks = card.areas.iter().filter(|area| area.survey);
        let known = marks
            .filter_map(|area| area.mark(place))
            .filter_map(|mark| Some((mark.score?, mark.maximum)));
        let survey = known.reduce(|one, next| (one.0.plus(next.0), one.1.plus(next.1)));
        Some(Self {
            year,
            total: total.map(|total| (total.score, total.maximum)),
            survey,
        })
    }
}

/// One file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path within the package.
    pub path: String,
    /// What it holds.
    pub kind: FileKind,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// CRC-32 of its bytes, as ZIP computes it.
    pub crc: u32,
}

/// What a file of a package holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// A report people read.
    Report,
    /// Ballots, as a ballot file.
    Ballots,
    /// Indices of those ballots.
    Index,
    /// A corrective plan as it is stored.
    Plan,
    /// The quarter's evaluation as it is stored.
    Evaluation,
    /// The scorecard as it is stored.
    Scorecard,
    /// The same as another file, in a form for people or other programs.
    Other,
}

impl FileKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Report,
        Self::Ballots,
        Self::Index,
        Self::Plan,
        Self::Evaluation,
        Self::Scorecard,
        Self::Other,
    ];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Ballots => "ballots",
            Self::Index => "index",
            Self::Plan => "plan",
            Self::Evaluation => "evaluation",
            Self::Scorecard => "scorecard",
            Self::Other => "other",
        }
    }

    /// The kind of this name; a name a newer program gave is [`FileKind::Other`].
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.name() == name).unwrap_or(Self::Other)
    }
}

/// Whether a package counts beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Counts,
    /// The same device made a later one of the same unit: the one at this position.
    Replaced(usize),
    /// It is about another period.
    OtherPeriod,
}

/// The periods of some packages, each once: the one most packages are about first, of equals the later one.
#[must_use]
pub fn periods(packages: &[&Package]) -> Vec<Period> {
    let mut counts: Vec<(usize, Period)> = Vec::new();
    for package in packages {
        match counts.iter_mut().find(|one| one.1 == package.period) {
            Some(one) => one.0 += 1,
            None => counts.push((1, package.period)),
        }
    }
    counts.sort_by(|one, other| other.cmp(one));
    counts.into_iter().map(|(_, period)| period).collect()
}

/// Which packages count for a period, one answer for each, whatever their order.
///
/// A device that hands a unit's package on twice has all its ballots in the later one, and perhaps removed some since: the
/// earlier one is replaced. Packages of one unit from several devices count together, because each has ballots of its own. Of
/// two made in the same second the one given later counts.
#[must_use]
pub fn standings(packages: &[&Package], period: Period) -> Vec<Standing> {
    let of = |index: usize, package: &Package| {
        if package.period != period {
            return Standing::OtherPeriod;
        }
        let same = packages.iter().enumerate().filter(|(_, other)| {
            other.period == period && other.unit == package.unit && other.device == package.device
        });
        let last = same.max_by_key(|(at, other)| (other.written_at.unix_secs, *at));
        match last {
            Some((at, _)) if at != index => Standing::Replaced(at),
            _ => Standing::Counts,
        }
    };
    let all = packages.iter().enumerate();
    all.map(|(index, package)| of(index, package)).collect()
}
