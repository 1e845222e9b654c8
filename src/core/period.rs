//! Calendar spans: weeks, months, quarters and years, told apart by the collecting device's clock.

use crate::selection::Day;

/// How long a span is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Monday to Sunday, numbered as in ISO 8601.
    Week,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
}

impl Step {
    /// All steps, the shortest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The name used in addresses and files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The step with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }
}

/// A week, month, quarter or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    step: Step,
    /// Its first day, in days since 1970-01-01.
    first: i64,
}

impl Period {
    /// The span the day lies in; nothing for a day that does not exist.
    #[must_use]
    pub fn of(step: Step, day: Day) -> Option<Self> {
        let number = day.number()?;
        let start = |month: u8| {
            let first = Day {
                month,
                day: 1,
                ..day
            };
            first.number()
        };
        let first = match step {
            // 1970-01-01 was a Thursday.
            Step::Week => number - (number + 3).rem_euclid(7),
            Step::Month => start(day.month)?,
            Step::Quarter => start((day.month - 1) / 3 * 3 + 1)?,
            Step::Year => start(1)?,
        };
        Some(Self { step, first })
    }

    /// How long it is.
    #[must_use]
    pub const fn step(self) -> Step {
        self.step
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        Day::from_number(self.first)
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        Day::from_number(self.after().first - 1)
    }

    /// The span before it.
    #[must_use]
    pub fn before(self) -> Self {
        self.containing(self.first - 1)
    }

    /// The span after it.
    #[must_use]
    pub fn after(self) -> Self {
        // From a first day this reaches the next span and does not pass it.
        let days = match self.step {
            Step::Week => 7,
            Step::Month => 31,
            Step::Quarter => 92,
            Step::Year => 366,
        };
        self.containing(self.first + days)
    }

    fn containing(self, number: i64) -> Self {
        Self::of(self.step, Day::from_number(number)).unwrap_or(self)
    }

    /// Its name in addresses and files: `2026-W47`, `2026-11`, `2026-Q4`, `2026`.
    ///
    /// Names of one step sort as their spans do (from the year 0 to 9999).
    #[must_use]
    pub fn key(self) -> String {
        let Day { year, month, .. } = self.first();
        match self.step {
            Step::Week => {
                let (year, week) = self.week();
                format!("{year:04}-W{week:02}")
            }
            Step::Month => format!("{year:04}-{month:02}"),
            Step::Quarter => format!("{year:04}-Q{}", self.number()),
            Step::Year => format!("{year:04}"),
        }
    }

    /// Its number in the year: week 1–53, month 1–12, quarter 1–4; 1 for a year.
    #[must_use]
    pub fn number(self) -> u8 {
        match self.step {
            Step::Week => self.week().1,
            Step::Month => self.first().month,
            Step::Quarter => self.first().month.div_ceil(3),
            Step::Year => 1,
        }
    }

    /// The year it is counted in; a week belongs to the year of its Thursday.
    #[must_use]
    pub fn year(self) -> i32 {
        match self.step {
            Step::Week => self.week().0,
            Step::Month | Step::Quarter | Step::Year => self.first().year,
        }
    }

    fn week(self) -> (i32, u8) {
        let thursday = self.first + 3;
        let year = Day::from_number(thursday).year;
        let first = Day {
            year,
            month: 1,
            day: 1,
        };
        let before = first.number().map_or(0, |first| thursday - first);
        (year, u8::try_from(before / 7 + 1).unwrap_or(1))
    }

    /// The span with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let (year, rest) = key.split_once('-').unwrap_or((key, ""));
        let year: i32 = year.parse().ok()?;
        let day = |month: u8| Day {
            year,
            month,
            day: 1,
        };
        let found = match (rest.chars().next(), rest.get(1..).unwrap_or_default()) {
            (None, _) => Self::of(Step::Year, day(1)),
            (Some('W'), week) => {
                // 4 January is always in week 1.
                let fourth = Day { day: 4, ..day(1) };
                let weeks: i64 = week.parse().ok()?;
                let number = fourth.number()? + 7 * (weeks - 1);
                Self::of(Step::Week, Day::from_number(number))
            }
            (Some('Q'), quarter) => {
                let quarter: u8 = quarter.parse().ok().filter(|one| (1..=4).contains(one))?;
                Self::of(Step::Quarter, day(quarter * 3 - 2))
            }
            (Some(_), _) => Self::of(Step::Month, day(rest.parse().ok()?)),
        };
        found.filter(|period| period.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    #[test]
    fn weeks_are_those_of_the_calendar() {
        // `date -d 2026-11-21 +%G-W%V` and so on.
        for (date, key) in [
            (day(2026, 11, 21), "2026-W47"),
            (day(2027, 1, 3), "2026-W53"),
            (day(2027, 1, 4), "2027-W01"),
            (day(2024, 12, 30), "2025-W01"),
            (day(2021, 1, 1), "2020-W53"),
        ] {
            let period = Period::of(Step::Week, date).unwrap();
            assert_eq!(period.key(), key);
            assert_eq!(Period::from_key(key), Some(period));
        }
    }

    #[test]
    fn a_quarter_runs_to_its_last_day() {
        let quarter = Period::from_key("2026-Q1").unwrap();
        assert_eq!(quarter.first(), day(2026, 1, 1));
        assert_eq!(quarter.last(), day(2026, 3, 31));
        assert_eq!(quarter.before().key(), "2025-Q4");
        assert_eq!(
            Period::from_key("2028-02").unwrap().last(),
            day(2028, 2, 29)
        );
        assert_eq!(Period::from_key("2026").unwrap().last(), day(2026, 12, 31));
    }

    #[test]
    fn spans_follow_each_other_without_a_gap() {
        for step in Step::ALL {
            let mut period = Period::of(step, day(2019, 12, 31)).unwrap();
            for _ in 0..700 {
                let next = period.after();
                assert_eq!(
                    next.first().number(),
                    period.last().number().map(|last| last + 1)
                );
                assert_eq!(next.before(), period);
                assert_eq!(Period::from_key(&period.key()), Some(period));
                assert!(period.key() < next.key());
                period = next;
            }
        }
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for key in [
            "", "2026-13", "2026-00", "2026-1", "2026-Q5", "2026-W54", "2026-W00", "26-11x", "x",
            "2026-", "2026-Q", "-1",
        ] {
            assert_eq!(Period::from_key(key), None, "{key}");
        }
    }
}
