//! Which criteria to improve first: how satisfied people are, and how much it matters to them.
//!
//! Two questions are asked of each criterion, each answered "shown" or "not shown": does its figure lie below its line
//! (its target; the overall index where there is none), and does it move the general question more than the
//! average criterion ([`crate::importance`])? A call is made only from what is shown; everything that led to it comes
//! along as [`Reason`]s, of which the interface makes a sentence.

use crate::campaign::plan::{Plan, Scope};
use crate::compare::{Change, Difference, Target, Verdict, difference};
use crate::hiding::LEAST_RESPONDENTS;
use crate::importance::{CannotTell, Importance, LeftOut, Standing};
use crate::index::{CriterionFigure, Figure, Report, TAIL95};

/// One criterion with what its figures call for.
#[derive(Debug, Clone, PartialEq)]
pub struct Priority {
    /// The criterion's id.
    pub id: String,
    /// Its factor's id.
    pub factor: String,
    /// Its rate, 0–1.
    pub rate: f64,
    /// Limits of the rate, 95 % for all lines drawn together; none where it has no interval.
    pub limits: Option<(f64, f64)>,
    /// What it is held against.
    pub line: Line,
    /// How far the rate lies below the line, as a share; negative where above.
    pub gap: f64,
    /// Its part of what moves the general question, 0–1, and its place among the criteria, from 1.
    pub importance: Option<(f64, usize)>,
    /// What to do.
    pub call: Call,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What a criterion's rate is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Line {
    /// The target for its factor, or for everything.
    Target(Target),
    /// The overall index of the same ballots, as a share: there is no target.
    Overall(f64),
}

impl Line {
    /// Where it lies, as a share.
    #[must_use]
    pub const fn share(&self) -> f64 {
        match self {
            Self::Target(target) => target.share,
            Self::Overall(share) => *share,
        }
    }
}

/// What a criterion's figures call for, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// Low, and moves the general question more than most: first ("Cần ưu tiên").
    First,
    /// Low; whether it moves the general question is not shown ("Cần cải thiện").
    Improve,
    /// Low, and moves the general question less than most ("Cải thiện sau").
    Later,
    /// Whether it is low is not shown ("Chưa đủ căn cứ").
    CannotTell,
    /// Not low, and moves the general question more than most ("Giữ vững").
    KeepUp,
    /// Not low; how much it moves is not shown.
    Met,
    /// Not low, and moves the general question less than most.
    Enough,
}

impl Call {
    /// The name used in files and in the page's marks.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Improve => "improve",
            Self::Later => "later",
            Self::CannotTell => "cannot-tell",
            Self::KeepUp => "keep-up",
            Self::Met => "met",
            Self::Enough => "enough",
        }
    }

    const fn of(rate: Standing, importance: Standing) -> Self {
        match (rate, importance) {
            (Standing::Below, Standing::Above) => Self::First,
            (Standing::Below, Standing::NotShown) => Self::Improve,
            (Standing::Below, Standing::Below) => Self::Later,
            (Standing::NotShown, _) => Self::CannotTell,
            (Standing::Above, Standing::Above) => Self::KeepUp,
            (Standing::Above, Standing::NotShown) => Self::Met,
            (Standing::Above, Standing::Below) => Self::Enough,
        }
    }
}

/// One thing that led to a call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// Every value its interval allows misses the line, by `gap` as it stands (a share).
    Below {
        /// Line less rate.
        gap: f64,
    },
    /// Every value its interval allows meets the line.
    Above {
        /// Rate less line.
        lead: f64,
    },
    /// Its interval has values on both sides of the line.
    Straddles,
    /// Fewer respondents than a published figure needs.
    FewRespondents {
        /// How many.
        respondents: u64,
    },
    /// It fell against the last period, and more than chance explains.
    Fell(Difference),
    /// It rose, and more than chance explains.
    Rose(Difference),
    /// It stands otherwise than last period, by no more than chance may explain.
    ChangeNotShown(Difference),
    /// It moves the general question more than the average criterion.
    MovesMuch {
        /// Its part of what moves it, 0–1.
        share: f64,
        /// Its place, from 1.
        place: usize,
    },
    /// It moves the general question less than the average criterion.
    MovesLittle {
        /// Its part, 0–1.
        share: f64,
    },
    /// Its interval allows more and less than the average.
    MovementNotShown {
        /// Its part, 0–1.
        share: f64,
    },
    /// People more satisfied with it are less satisfied altogether: look at the answers before acting.
    Contrary {
        /// Correlation with the general question, below 0.
        correlation: f64,
    },
    /// It did not enter the computation of importance.
    LeftOut(LeftOut),
    /// There is no importance at all.
    NoImportance(CannotTell),
}

/// What priorities are made from.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// The period's figures.
    pub now: &'a Report,
    /// The last period's figures of the same questionnaire, from other respondents.
    pub last: Option<&'a Report>,
    /// The campaign's targets.
    pub plan: &'a Plan,
    /// How much each criterion moves the general question, or why that is not known.
    pub importance: Result<&'a Importance, CannotTell>,
}

/// Each criterion of the factors with an answer, the most urgent first; among equal calls the one furthest below its
/// line.
///
/// Verdicts and changes of all criteria stand side by side, so each is given at limits that hold for all of them
/// together (Bonferroni).
#[must_use]
pub fn priorities(basis: &Basis<'_>) -> Vec<Priority> {
    let known = |one: &&CriterionFigure| one.factor.is_some() && one.figure.value.is_ok();
    let side_by_side = basis.now.criteria.iter().filter(known).count();
    let side_by_side = u32::try_from(side_by_side).unwrap_or(u32::MAX).max(1);
    let mut all: Vec<Priority> = basis
        .now
        .criteria
        .iter()
        .filter_map(|one| priority(basis, one, side_by_side))
        .collect();
    // A stable sort: equal ones stay in the questionnaire's order.
    all.sort_by(|one, other| {
        let by_gap = other.gap.total_cmp(&one.gap);
        one.call.cmp(&other.call).then(by_gap)
    });
    all
}

/// What a criterion of this factor is held against; none where not even the overall index is known.
fn line(basis: &Basis<'_>, factor: &str) -> Option<Line> {
    let target = basis.plan.target(&Scope::Factor(factor.to_owned()));
    match target.or_else(|| basis.plan.target(&Scope::Overall)) {
        Some(target) => Some(Line::Target(target)),
        None => basis.now.overall.value.ok().map(Line::Overall),
    }
}

fn priority(basis: &Basis<'_>, one: &CriterionFigure, side_by_side: u32) -> Option<Priority> {
    let factor = one.factor.as_ref()?;
    let rate = one.figure.value.ok()?;
    let line = line(basis, factor)?;
    let gap = line.share() - rate;
    let limits = one.figure.limits(TAIL95 / f64::from(side_by_side)).ok();
    let mut reasons = Vec::new();
    let respondents = one.figure.respondents;
    let low = if respondents < LEAST_RESPONDENTS {
        reasons.push(Reason::FewRespondents { respondents });
        Standing::NotShown
    } else {
        let low = standing(&one.figure, line, limits, side_by_side);
        reasons.push(match low {
            Standing::Below => Reason::Below { gap },
            Standing::Above => Reason::Above { lead: -gap },
            Standing::NotShown => Reason::Straddles,
        });
        low
    };
    let last = basis.last.and_then(|last| last.criterion(&one.id));
    if let Some(change) =
        last.and_then(|last| difference(&one.figure, &last.figure, side_by_side).ok())
    {
        reasons.push(match change.change() {
            Change::Lower => Reason::Fell(change),
            Change::Higher => Reason::Rose(change),
            Change::NotShown => Reason::ChangeNotShown(change),
        });
    }
    let (importance, moves) = moves(basis, &one.id, &mut reasons);
    Some(Priority {
        id: one.id.clone(),
        factor: factor.clone(),
        rate,
        limits,
        line,
        gap,
        importance,
        call: Call::of(low, moves),
        reasons,
    })
}

fn standing(
    figure: &Figure,
    line: Line,
    limits: Option<(f64, f64)>,
    side_by_side: u32,
) -> Standing {
    match line {
        Line::Target(target) => match target.verdict(figure, side_by_side) {
            Ok(Verdict::Met) => Standing::Above,
            Ok(Verdict::NotMet) => Standing::Below,
            Ok(Verdict::NotEnoughEvidence) | Err(_) => Standing::NotShown,
        },
        Line::Overall(share) => Standing::of(limits, share),
    }
}

/// How much a criterion moves the general question, with the reasons added.
fn moves(
    basis: &Basis<'_>,
    id: &str,
    reasons: &mut Vec<Reason>,
) -> (Option<(f64, usize)>, Standing) {
    let importance = match basis.importance {
        Ok(importance) => importance,
        Err(why) => {
            reasons.push(Reason::NoImportance(why));
            return (None, Standing::NotShown);
        }
    };
    let Some(weight) = importance.weight(id) else {
        let left_out = importance.left_out.iter().find(|(other, _)| other == id);
        reasons.extend(left_out.map(|(_, why)| Reason::LeftOut(*why)));
        return (None, Standing::NotShown);
    };
    let share = weight.share;
    let above = importance.criteria.iter().filter(|one| one.share > share);
    let place = above.count() + 1;
    // What makes people less content altogether is nothing to do more of.
    let contrary = weight.correlation < 0.0;
    let standing = if contrary && weight.standing == Standing::Above {
        Standing::NotShown
    } else {
        weight.standing
    };
    reasons.push(match standing {
        Standing::Above => Reason::MovesMuch { share, place },
        Standing::Below => Reason::MovesLittle { share },
        Standing::NotShown => Reason::MovementNotShown { share },
    });
    if contrary {
        let correlation = weight.correlation;
        reasons.push(Reason::Contrary { correlation });
    }
    (Some((share, place)), standing)
}
