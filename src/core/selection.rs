//! Which ballots a figure or an export is about.

use crate::ballot::{Ballot, Channel, Status};
use crate::moment::{Civil, Moment};
use core::fmt;

/// A calendar day by the collecting device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year, e.g. 2026.
    pub year: i32,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
}

impl Day {
    /// Days since 1970-01-01; nothing for a day that does not exist.
    #[must_use]
    pub fn number(self) -> Option<i64> {
        let civil = Civil {
            year: self.year,
            month: self.month,
            day: self.day,
            hour: 0,
            minute: 0,
            second: 0,
        };
        Moment::from_civil(civil, 0).map(|moment| moment.unix_secs.div_euclid(86_400))
    }

    /// The day so many days after 1970-01-01.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        let moment = Moment {
            unix_secs: number.saturating_mul(86_400),
            offset_minutes: 0,
        };
        Self::at(moment)
    }

    /// Reads `2026-11-21`; nothing for another spelling or a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |digits: usize| {
            let part = parts.next()?;
            let all = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            Some(part).filter(|_| all)
        };
        let day = Self {
            year: next(4)?.parse().ok()?,
            month: next(2)?.parse().ok()?,
            day: next(2)?.parse().ok()?,
        };
        if parts.next().is_some() {
            return None;
        }
        day.number().map(|_| day)
    }

    /// The day a clock shows at this moment.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        let civil = moment.civil();
        Self {
            year: civil.year,
            month: civil.month,
            day: civil.day,
        }
    }

    /// The day on which the ballot was sent, as its device showed it.
    #[must_use]
    pub fn of(ballot: &Ballot) -> Self {
        Self::at(ballot.submitted_at)
    }
}

impl fmt::Display for Day {
    /// `2026-11-21`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A choice of ballots: every condition given must hold; none given takes every ballot.
///
/// An empty text asks for ballots that have none: `unit: Some(String::new())` takes those whose
/// unit is unknown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Selection {
    /// Questionnaire id.
    pub questionnaire: Option<String>,
    /// Campaign code.
    pub campaign: Option<String>,
    /// Unit path: the unit itself and everything below it.
    pub unit: Option<String>,
    /// Field code.
    pub field: Option<String>,
    /// How it was collected.
    pub channel: Option<Channel>,
    /// Complete or stopped early.
    pub status: Option<Status>,
    /// First day that is taken.
    pub from: Option<Day>,
    /// Last day that is taken.
    pub until: Option<Day>,
    /// Groups of respondents: each the position of a respondent question and that of the choice,
    /// from 0; all must hold. They are those of one questionnaire version.
    pub respondent: Vec<(usize, u8)>,
}

impl Selection {
    /// Whether the ballot is chosen.
    #[must_use]
    pub fn matches(&self, ballot: &Ballot) -> bool {
        let same = |wanted: &Option<String>, found: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted == found)
        };
        let context = &ballot.context;
        same(&self.questionnaire, &context.questionnaire)
            && same(&self.campaign, &context.campaign)
            && self
                .unit
                .as_ref()
                .is_none_or(|root| is_within(&context.unit, root))
            && same(&self.field, &context.field)
            && self.channel.is_none_or(|channel| channel == ballot.channel)
            && self.status.is_none_or(|status| status == ballot.status)
            && self.from.is_none_or(|from| from <= Day::of(ballot))
            && self.until.is_none_or(|until| Day::of(ballot) <= until)
            && self.respondent.iter().all(|(question, choice)| {
                ballot.respondent.get(*question).copied().flatten() == Some(*choice)
            })
    }
}

/// Whether the unit is `root` or lies below it.
///
/// Paths are compared part by part: `gia-lai/duc-co` is within `gia-lai`, `gia-lai-2` is not. Within
/// the empty path is only the empty path.
#[must_use]
pub fn is_within(unit: &str, root: &str) -> bool {
    unit.strip_prefix(root)
        .is_some_and(|rest| rest.is_empty() || (!root.is_empty() && rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::{BallotId, Context, Ticket};
    use crate::moment::Moment;

    fn ballot() -> Ballot {
        Ballot {
            id: BallotId(1),
            context: Context {
                questionnaire: "sipas-desk".into(),
                campaign: "q4".into(),
                unit: "gia-lai/duc-co".into(),
                field: "ho-tich".into(),
                version: 1,
                ..Context::default()
            },
            channel: Channel::Kiosk,
            ticket: Ticket::None,
            status: Status::Complete,
            // 2026-11-21 00:30 in Vietnam, still the 20th in UTC.
            submitted_at: Moment {
                unix_secs: 1_795_195_800,
                offset_minutes: 420,
            },
            duration_secs: 60,
            respondent: Vec::new(),
            answers: Vec::new(),
            reasons: 0,
            comment: String::new(),
        }
    }

    #[test]
    fn nothing_asked_takes_everything() {
        assert!(Selection::default().matches(&ballot()));
    }

    #[test]
    fn a_unit_takes_its_subtree_and_no_neighbour() {
        assert!(is_within("gia-lai/duc-co", "gia-lai"));
        assert!(is_within("gia-lai", "gia-lai"));
        assert!(!is_within("gia-lai-2/duc-co", "gia-lai"));
        assert!(!is_within("gia-lai", "gia-lai/duc-co"));
        assert!(is_within("", "") && !is_within("gia-lai", ""));
    }

    #[test]
    fn days_are_those_of_the_collecting_clock() {
        let day = |day| {
            Some(Day {
                year: 2026,
                month: 11,
                day,
            })
        };
        let taken = |from, until| {
            Selection {
                from,
                until,
                ..Selection::default()
            }
            .matches(&ballot())
        };
        assert!(taken(day(21), day(21)));
        assert!(!taken(day(22), None));
        assert!(!taken(None, day(20)));
    }

    #[test]
    fn each_condition_can_refuse_alone() {
        let other = || Some("other".to_owned());
        let refusing = [
            Selection {
                questionnaire: other(),
                ..Selection::default()
            },
            Selection {
                campaign: other(),
                ..Selection::default()
            },
            Selection {
                unit: other(),
                ..Selection::default()
            },
            Selection {
                field: Some(String::new()),
                ..Selection::default()
            },
            Selection {
                channel: Some(Channel::Phone),
                ..Selection::default()
            },
            Selection {
                status: Some(Status::Stopped),
                ..Selection::default()
            },
            Selection {
                respondent: vec![(0, 1)],
                ..Selection::default()
            },
        ];
        for selection in refusing {
            assert!(!selection.matches(&ballot()), "{selection:?}");
        }
    }
}
