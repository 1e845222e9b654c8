//! Many packages looked at as one: the ballots of all that count, each once, by questionnaire and unit.

use super::Opened;
use crate::csv::{self, Known, Place, PlaceMap, Placed, Reading};
use sipas_core::compare::Target;
use sipas_core::index::{Figure, Options, Report, report};
use sipas_core::package::Package;
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Selection;
use std::collections::BTreeMap;

/// Packages being brought together.
#[derive(Debug)]
pub struct Together<'q> {
    known: &'q [Questionnaire],
    /// By position of the questionnaire, then by the path of the package's unit.
    ballots: BTreeMap<usize, BTreeMap<String, Vec<Placed>>>,
    targets: BTreeMap<(usize, String), Target>,
    doubts: Vec<Doubt>,
}

/// What all packages come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// One for each questionnaire with ballots, in the order of those known.
    pub surveys: Vec<SurveyFound>,
    /// What does not fit, in the order the packages were given.
    pub doubts: Vec<Doubt>,
}

/// One questionnaire's ballots.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyFound {
    /// Its position among those known.
    pub questionnaire: usize,
    /// Of all units together, each ballot once.
    pub whole: Report,
    /// Ballots that stood in several packages, beyond the first.
    pub copies: u64,
    /// Identities under which different ballots stood.
    pub conflicts: u64,
    /// The units, by path.
    pub units: Vec<UnitFound>,
}

/// One unit's ballots.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitFound {
    /// The unit's path as its package gives it.
    pub unit: String,
    /// Ballots.
    pub ballots: u64,
    /// The overall index.
    pub overall: Figure,
    /// What it is held against, as its package says.
    pub target: Option<Target>,
}

/// Something in a package that asks for a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The file's name.
    pub file: String,
    /// What it is.
    pub what: What,
}

/// What may be wrong with a package's ballots.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A ballot file that cannot be read: path, and the first reason.
    Unreadable(String, String),
    /// Rows of a ballot file that cannot be used: path, how many, the first reason.
    Rejected(String, u64, String),
    /// Ballots of another period or unit, which are left out: path, how many.
    Outside(String, u64),
    /// Another count than the sender's: the questionnaire; satisfied and counted as said and as counted here.
    Differs(String, [(u64, u64); 2]),
}

impl<'q> Together<'q> {
    /// Nothing yet; `known` are the questionnaires there are.
    #[must_use]
    pub const fn new(known: &'q [Questionnaire]) -> Self {
        Self {
            known,
            ballots: BTreeMap::new(),
            targets: BTreeMap::new(),
            doubts: Vec::new(),
        }
    }

    /// Adds a package that counts; `file` is its name.
    pub fn add(&mut self, file: &str, opened: &Opened) {
        let package = &opened.package;
        let mut own: BTreeMap<usize, Vec<Placed>> = BTreeMap::new();
        for (path, bytes) in opened.ballots() {
            self.read(file, package, path, bytes, &mut own);
        }
        for survey in &package.surveys {
            let Some(at) = self.position(&survey.questionnaire, survey.version) else {
                continue;
            };
            if let Some(target) = survey.target {
                self.targets.insert((at, package.unit.clone()), target);
            }
            let merged = csv::merge(own.get(&at).cloned().unwrap_or_default());
            let Some(questionnaire) = self.known.get(at) else {
                continue;
            };
            let counted = report(questionnaire, &merged.ballots, &Options::default());
            // Where no ballots of it are left, why is told already.
            if counted.ballots == 0 && !opened.refused.is_empty() {
                continue;
            }
            if !survey.agrees(&counted) {
                let said = (survey.satisfied, survey.counted);
                let rate = counted.overall.rate;
                let here = (rate.satisfied, rate.counted);
                let what = What::Differs(survey.questionnaire.clone(), [said, here]);
                self.doubt(file, what);
            }
        }
        for (at, ballots) in own {
            let units = self.ballots.entry(at).or_default();
            units
                .entry(package.unit.clone())
                .or_default()
                .extend(ballots);
        }
    }

    fn read(
        &mut self,
        file: &str,
        package: &Package,
        path: &str,
        bytes: &[u8],
        own: &mut BTreeMap<usize, Vec<Placed>>,
    ) {
        let known: Known<'_, '_> = &|id, version| self.known.get(self.position(id, version)?);
        let closed = |reason: String| What::Unreadable(path.to_owned(), reason);
        let (text, encoding) = match csv::decode(bytes) {
            Ok(decoded) => decoded,
            Err(problem) => return self.doubt(file, closed(problem.to_string())),
        };
        let map = PlaceMap::default();
        let mut reading = match Reading::lenient(&text, encoding, known, &map) {
            Ok(reading) => reading,
            Err(any) => {
                let first = any.file.problems.first();
                let reason = first.map(ToString::to_string).unwrap_or_default();
                return self.doubt(file, closed(reason));
            }
        };
        let selection = Selection {
            unit: Some(package.unit.clone()).filter(|unit| !unit.is_empty()),
            from: Some(package.period.first()),
            until: Some(package.period.last()),
            ..Selection::default()
        };
        let at = reading
            .questionnaire()
            .and_then(|one| self.position(&one.id, one.version));
        let (mut ballots, mut outside) = (Vec::new(), 0);
        while !reading.step(usize::MAX, &mut |row| {
            if selection.matches(&row.ballot) {
                let place = Place {
                    file: file.to_owned(),
                    line: row.line,
                };
                let ballot = row.ballot;
                ballots.push(Placed { place, ballot });
            } else {
                outside += 1;
            }
        }) {}
        let read = reading.finish().file;
        if read.rejected() > 0 {
            let first = read.problems.first();
            let reason = first.map(ToString::to_string).unwrap_or_default();
            let what = What::Rejected(path.to_owned(), read.rejected(), reason);
            self.doubt(file, what);
        }
        if outside > 0 {
            self.doubt(file, What::Outside(path.to_owned(), outside));
        }
        if let Some(at) = at {
            own.entry(at).or_default().extend(ballots);
        }
    }

    fn position(&self, id: &str, version: u32) -> Option<usize> {
        let mut known = self.known.iter();
        known.position(|one| one.id == id && one.version == version)
    }

    fn doubt(&mut self, file: &str, what: What) {
        self.doubts.push(Doubt {
            file: file.to_owned(),
            what,
        });
    }

    /// The figures, each unit's own and all together; the same whatever order the packages came in, but for the order of
    /// [`Found::doubts`].
    #[must_use]
    pub fn finish(self) -> Found {
        let Self {
            known,
            ballots,
            targets,
            doubts,
        } = self;
        let options = Options::default();
        let mut surveys = Vec::new();
        for (at, units) in ballots {
            let Some(questionnaire) = known.get(at) else {
                continue;
            };
            let mut found = Vec::new();
            let mut all = Vec::new();
            for (unit, ballots) in units {
                all.extend(ballots.iter().cloned());
                let merged = csv::merge(ballots);
                let counted = report(questionnaire, &merged.ballots, &options);
                found.push(UnitFound {
                    target: targets.get(&(at, unit.clone())).copied(),
                    unit,
                    ballots: counted.ballots,
                    overall: counted.overall,
                });
            }
            let merged = csv::merge(all);
            surveys.push(SurveyFound {
                questionnaire: at,
                whole: report(questionnaire, &merged.ballots, &options),
                copies: merged.duplicates,
                conflicts: merged.conflicts.len() as u64,
                units: found,
            });
        }
        Found { surveys, doubts }
    }
}
