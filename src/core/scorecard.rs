//! The scorecard of the reform index (Chỉ số CCHC): areas with score and maximum, year by year.
//!
//! Scores are whole hundredths, so a sum or a change is right or wrong, never nearly right. A table somebody printed is
//! taken as it is and looked through: what cannot be right is a [`Flaw`] with its place. A score above its maximum
//! forbids a total; the others are told beside it.

use crate::decimal::Hundredths;

/// A table of areas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scorecard {
    /// The years, as many as each area has [`Area::marks`].
    pub years: Vec<u16>,
    /// The areas, in the table's order.
    pub areas: Vec<Area>,
    /// The row of totals, where the table had one; it is checked, never used.
    pub printed_total: Option<Area>,
}

/// One area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// Score and maximum of each year.
    pub marks: Vec<Mark>,
    /// The change from the first to the last year, where the table says one.
    pub printed_change: Option<Hundredths>,
    /// Whether its points come from the satisfaction survey.
    pub survey: bool,
}

/// Score and maximum of one area in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// Points reached; none where nothing was scored.
    pub score: Option<Hundredths>,
    /// Points possible.
    pub maximum: Hundredths,
}

/// Something in a scorecard that is wrong or asks for a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A score above its maximum, such as 18/15; no total of that year is formed.
    AboveMaximum {
        /// Position of the area, from 0.
        area: usize,
        /// The year.
        year: u16,
        /// What it says.
        score: Hundredths,
        /// Of what.
        maximum: Hundredths,
    },
    /// A score or maximum below zero; no total of that year is formed.
    BelowZero {
        /// Position of the area.
        area: usize,
        /// The year.
        year: u16,
    },
    /// The change it says is not that of its own figures.
    ChangeNotDifference {
        /// Position of the area; none for the row of totals.
        area: Option<usize>,
        /// What it says.
        printed: Hundredths,
        /// What the figures come to.
        actual: Hundredths,
    },
    /// The maxima do not add up to 100.
    MaximaNotHundred {
        /// The year.
        year: u16,
        /// What they add up to.
        sum: Hundredths,
    },
    /// The row of totals is not the sum of the areas.
    TotalNotSum {
        /// The year.
        year: u16,
        /// What it says.
        printed: Mark,
        /// What the areas come to.
        actual: Mark,
    },
    /// An area without a score that is not the survey's, so the year's total is not known.
    NoScore {
        /// Position of the area.
        area: usize,
        /// The year.
        year: u16,
    },
    /// Two areas of one name.
    SameName {
        /// Position of the second one.
        area: usize,
    },
}

impl Flaw {
    /// Whether it cannot be right at all, so that no total may be formed with it.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        match self {
            Self::AboveMaximum { .. } | Self::BelowZero { .. } => true,
            Self::ChangeNotDifference { .. }
            | Self::MaximaNotHundred { .. }
            | Self::TotalNotSum { .. }
            | Self::NoScore { .. }
            | Self::SameName { .. } => false,
        }
    }
}

/// The total of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// Points reached over the areas scored.
    pub score: Hundredths,
    /// Points possible over the areas scored.
    pub maximum: Hundredths,
    /// Points possible over all areas.
    pub whole: Hundredths,
    /// Whether no survey was run, so that the survey's points are in neither number.
    pub without_survey: bool,
}

impl Total {
    /// The score carried over to the maximum of all areas, two decimals half up, as some schemes do where no survey was
    /// run; the score itself where one was. None where nothing can be reached.
    #[must_use]
    pub fn rescaled(&self) -> Option<Hundredths> {
        if self.maximum == self.whole {
            return Some(self.score);
        }
        let part = u64::try_from(self.whole.0).ok()?;
        self.score.part(part, u64::try_from(self.maximum.0).ok()?)
    }
}

/// Why a year has no total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoTotal {
    /// Some figure cannot be right.
    #[error("some figure of the year cannot be right")]
    Flawed,
    /// An area has no score.
    #[error("an area has no score")]
    NoScore,
    /// The scorecard does not have this year.
    #[error("there is no such year")]
    NoSuchYear,
}

impl Scorecard {
    fn place(&self, year: u16) -> Option<usize> {
        self.years.iter().position(|one| *one == year)
    }

    fn marks(&self, place: usize) -> impl Iterator<Item = (&Area, Mark)> {
        let of = move |area| {
            let mark = Area::mark(area, place).unwrap_or_default();
            (area, mark)
        };
        self.areas.iter().map(of)
    }

    /// The total of a year; an area of the survey without a score was not surveyed, and its points are in neither
    /// number.
    ///
    /// # Errors
    /// The reason there is none.
    pub fn total(&self, year: u16) -> Result<Total, NoTotal> {
        let place = self.place(year).ok_or(NoTotal::NoSuchYear)?;
        let mut total = Total {
            score: Hundredths(0),
            maximum: Hundredths(0),
            whole: Hundredths(0),
            without_survey: false,
        };
        for (area, mark) in self.marks(place) {
            if !mark.is_possible() {
                return Err(NoTotal::Flawed);
            }
            total.whole = total.whole.plus(mark.maximum);
            match mark.score {
                Some(score) => {
                    total.score = total.score.plus(score);
                    total.maximum = total.maximum.plus(mark.maximum);
                }
                None if area.survey => total.without_survey = true,
                None => return Err(NoTotal::NoScore),
            }
        }
        Ok(total)
    }

    /// The change of the total from one year to another, in points of [`Total::rescaled`].
    ///
    /// # Errors
    /// The reason one of them has no total.
    pub fn change(&self, from: u16, to: u16) -> Result<Hundredths, NoTotal> {
        let of = |year| {
            let total = self.total(year)?;
            total.rescaled().ok_or(NoTotal::NoScore)
        };
        Ok(of(to)?.minus(of(from)?))
    }

    /// Everything wrong with the table, in its order, then what concerns whole years.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        for (area, one) in self.areas.iter().enumerate() {
            let mut earlier = self.areas.iter().take(area);
            if earlier.any(|other| other.name == one.name) {
                flaws.push(Flaw::SameName { area });
            }
            for (place, year) in self.years.iter().enumerate() {
                let mark = one.mark(place).unwrap_or_default();
                let (year, maximum) = (*year, mark.maximum);
                match mark.score {
                    None if !one.survey => flaws.push(Flaw::NoScore { area, year }),
                    Some(score) if score > maximum => flaws.push(Flaw::AboveMaximum {
                        area,
                        year,
                        score,
                        maximum,
                    }),
                    _ if !mark.is_possible() => flaws.push(Flaw::BelowZero { area, year }),
                    _ => {}
                }
            }
            flaws.extend(one.wrong_change(Some(area)));
        }
        for (place, year) in self.years.iter().enumerate() {
            let year = *year;
            let sum = Hundredths::sum(self.marks(place).map(|(_, mark)| mark.maximum));
            if sum != Hundredths::whole(100) {
                flaws.push(Flaw::MaximaNotHundred { year, sum });
            }
            let printed = self.printed_total.as_ref().and_then(|row| row.mark(place));
            let scores = self.marks(place).filter_map(|(_, mark)| mark.score);
            let actual = Mark {
                score: Some(Hundredths::sum(scores)),
                maximum: sum,
            };
            if let Some(printed) = printed.filter(|printed| *printed != actual) {
                flaws.push(Flaw::TotalNotSum {
                    year,
                    printed,
                    actual,
                });
            }
        }
        let total = self.printed_total.as_ref();
        flaws.extend(total.and_then(|row| row.wrong_change(None)));
        flaws
    }
}

impl Area {
    /// Score and maximum of the year at this position.
    #[must_use]
    pub fn mark(&self, place: usize) -> Option<Mark> {
        self.marks.get(place).copied()
    }

    /// Points won or lost from the first year to the last; none where one of them has no score.
    #[must_use]
    pub fn change(&self) -> Option<Hundredths> {
        let (first, last) = (self.marks.first()?.score?, self.marks.last()?.score?);
        (self.marks.len() > 1).then(|| last.minus(first))
    }

    fn wrong_change(&self, area: Option<usize>) -> Option<Flaw> {
        let (printed, actual) = (self.printed_change?, self.change()?);
        (printed != actual).then_some(Flaw::ChangeNotDifference {
            area,
            printed,
            actual,
        })
    }
}

impl Mark {
    /// Neither below zero nor above the maximum.
    fn is_possible(&self) -> bool {
        let zero = Hundredths(0);
        self.maximum >= zero
            && self
                .score
                .is_none_or(|score| (zero..=self.maximum).contains(&score))
    }
}
