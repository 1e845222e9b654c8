//! What staff plan for a campaign: its period, its targets and how many ballots it needs.
//!
//! A survey runs without any of it, so a citizen's download does not read it.

use super::Place;
use crate::ballot::is_code;
use crate::compare::{Comparator, Target};
use crate::findings::{Findings, quoted};
use crate::problem::{Fault, Problem};
use crate::selection::Day;

/// The usual margin of error of a planned sample, in thousandths: e = 0.05.
pub const USUAL_MARGIN: u32 = 50;

/// The plan of one campaign.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// First day of the period.
    pub from: Option<Day>,
    /// Last day of the period.
    pub until: Option<Day>,
    /// Units above those a respondent chooses among, by path; they only group.
    pub groups: Vec<Place>,
    /// What is to be reached.
    pub targets: Vec<ScopedTarget>,
    /// Finished dossiers of the period (N) by unit path; the empty path is all units together.
    pub dossiers: Vec<(String, u32)>,
    /// Margin of error e of the planned sample in thousandths; none: [`USUAL_MARGIN`].
    pub margin: Option<u32>,
}

/// A target and what it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct ScopedTarget {
    /// What it is for.
    pub scope: Scope,
    /// Above or at least which share.
    pub target: Target,
}

/// What a target is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The overall index.
    Overall,
    /// A factor's index, by the factor's id.
    Factor(String),
    /// The overall index of one field, by its code.
    Field(String),
    /// The overall index of one unit and all below it, by its path.
    Unit(String),
}

impl Scope {
    /// The scope as written in files: `overall`, `factor/access`, `field/dat-dai`, `unit/gia-lai`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Overall => "overall".to_owned(),
            Self::Factor(id) => ["factor/", id].concat(),
            Self::Field(code) => ["field/", code].concat(),
            Self::Unit(path) => ["unit/", path].concat(),
        }
    }

    /// The scope of this text; nothing where it is none.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if text == "overall" {
            return Some(Self::Overall);
        }
        let (kind, code) = text.split_once('/')?;
        let code = Some(code).filter(|code| is_code_of(code, kind == "unit"))?;
        match kind {
            "factor" => Some(Self::Factor(code.to_owned())),
            "field" => Some(Self::Field(code.to_owned())),
            "unit" => Some(Self::Unit(code.to_owned())),
            _ => None,
        }
    }
}

fn is_code_of(code: &str, path: bool) -> bool {
    // Ids of factors have an underscore, never a slash.
    is_code(&code.replace('_', "-")) && (path || !code.contains('/'))
}

impl Plan {
    /// The target for `scope`.
    #[must_use]
    pub fn target(&self, scope: &Scope) -> Option<Target> {
        let found = self.targets.iter().find(|one| one.scope == *scope);
        found.map(|one| one.target)
    }

    /// Finished dossiers (N) of a unit and all below it: as given, else the sum of those below.
    #[must_use]
    pub fn dossiers_of(&self, unit: &str) -> Option<u32> {
        let given = self.dossiers.iter().find(|(path, _)| path == unit);
        given.map(|(_, count)| *count).or_else(|| {
            let below = self.dossiers.iter().filter(|(path, _)| {
                !path.is_empty() && (unit.is_empty() || crate::selection::is_within(path, unit))
            });
            below.map(|(_, count)| *count).reduce(u32::saturating_add)
        })
    }

    /// Ballots planned (n) for a unit and all below it.
    #[must_use]
    pub fn sample(&self, unit: &str) -> Option<u32> {
        let margin = self.margin.unwrap_or(USUAL_MARGIN);
        self.dossiers_of(unit)
            .map(|dossiers| sample_size(dossiers, margin))
    }

    /// Every rule the plan breaks, with paths below `plan`.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut findings = Findings::new();
        let mark = findings.enter("plan");
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until < from
        {
            findings.add_at(
                "until",
                Fault::OutOfRange,
                "the day of `from` or later",
                &until.to_string(),
            );
        }
        super::places(&mut findings, "groups", &self.groups, true);
        for (index, one) in self.targets.iter().enumerate() {
            let item = findings.enter_item("targets", index);
            if !(0.0..=1.0).contains(&one.target.share) {
                let found = crate::findings::number(one.target.share);
                findings.add_at("share", Fault::OutOfRange, "0 to 1", &found);
            }
            let mut earlier = self.targets.iter().take(index);
            if earlier.any(|other| other.scope == one.scope) {
                let found = quoted(&one.scope.text());
                findings.add_at("of", Fault::Duplicate, "one target for each", &found);
            }
            findings.leave(item);
        }
        for (index, (path, _)) in self.dossiers.iter().enumerate() {
            let item = findings.enter_item("dossiers", index);
            let mut earlier = self.dossiers.iter().take(index);
            if !path.is_empty() && !is_code(path) {
                findings.add_at("unit", Fault::BadCode, "a path of a unit", &quoted(path));
            } else if earlier.any(|(other, _)| other == path) {
                findings.add_at("unit", Fault::Duplicate, "each unit once", &quoted(path));
            }
            findings.leave(item);
        }
        if let Some(margin) = self.margin
            && !(1..=500).contains(&margin)
        {
            let found = crate::findings::number(f64::from(margin) / 1000.0);
            findings.add_at("margin", Fault::OutOfRange, "0.001 to 0.5", &found);
        }
        findings.leave(mark);
        findings.into_problems()
    }
}

/// A target written as `above` or `at least`.
#[must_use]
pub const fn target(comparator: Comparator, share: f64) -> Target {
    Target { comparator, share }
}

/// Ballots needed of `dossiers` finished dossiers (N) at the margin of error e, in thousandths:
/// n = N / (1 + N·e²), rounded up.
///
/// Source: the Ministry of Home Affairs' guidance of 2014. Whole numbers only, so it is exact.
#[must_use]
pub fn sample_size(dossiers: u32, margin: u32) -> u32 {
    let (count, margin) = (u128::from(dossiers), u128::from(margin));
    let million = 1_000_000;
    let size = (count * million).div_ceil(million + count * margin * margin);
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_those_of_the_guidance() {
        let published = [
            (100, 80),
            (300, 172),
            (1_000, 286),
            (5_000, 371),
            (10_000, 385),
            (100_000, 399),
        ];
        for (dossiers, ballots) in published {
            assert_eq!(sample_size(dossiers, USUAL_MARGIN), ballots, "{dossiers}");
        }
        assert_eq!((sample_size(0, 50), sample_size(1, 50)), (0, 1));
        assert_eq!(sample_size(u32::MAX, 1), 999_768);
    }

    #[test]
    fn dossiers_of_a_unit_are_its_own_or_those_below_it() {
        let plan = Plan {
            dossiers: vec![
                ("gia-lai/duc-co".to_owned(), 100),
                ("gia-lai/ia-dok".to_owned(), 200),
                ("gia-lai-2/x".to_owned(), 7),
            ],
            ..Plan::default()
        };
        assert_eq!(plan.dossiers_of("gia-lai"), Some(300));
        assert_eq!(plan.dossiers_of(""), Some(307));
        assert_eq!(plan.dossiers_of("kon-tum"), None);
        assert_eq!(plan.sample("gia-lai"), Some(172));
    }

    #[test]
    fn scopes_read_as_written() {
        for text in [
            "overall",
            "factor/access",
            "field/dat-dai",
            "unit/gia-lai/duc-co",
        ] {
            assert_eq!(Scope::of(text).unwrap().text(), text);
        }
        for text in [
            "",
            "overal",
            "factor/",
            "field/a/b",
            "unit/a//b",
            "office/a",
        ] {
            assert_eq!(Scope::of(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_plan_is_told_with_its_place() {
        let on = |day| Day {
            year: 2026,
            month: 11,
            day,
        };
        let one = |share| ScopedTarget {
            scope: Scope::Overall,
            target: target(Comparator::AtLeast, share),
        };
        let plan = Plan {
            from: Some(on(21)),
            until: Some(on(20)),
            targets: vec![one(0.9), one(90.0)],
            dossiers: vec![("A".to_owned(), 1)],
            margin: Some(0),
            ..Plan::default()
        };
        let paths: Vec<String> = plan.problems().into_iter().map(|one| one.path).collect();
        let expected = [
            "plan.until",
            "plan.targets[1].share",
            "plan.targets[1].of",
            "plan.dossiers[0].unit",
            "plan.margin",
        ];
        assert_eq!(paths, expected);
    }
}
