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
    /// Finished dossiers of the period (N), each unit and field once.
    pub dossiers: Vec<Cell>,
    /// Margin of error e of the planned sample in thousandths; none: [`USUAL_MARGIN`].
    pub margin: Option<u32>,
}

/// Finished dossiers of a unit, or of one of its fields.
///
/// A unit's number without a field is its whole: what its fields and the units below it do not say of it is left for the
/// others. A unit with fields only is the sum of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Path of the unit; empty: all units together.
    pub unit: String,
    /// Code of the field; empty: all fields together.
    pub field: String,
    /// Finished dossiers (N).
    pub dossiers: u32,
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

    /// Finished dossiers (N) of a unit and all below it: as given, else the sum of its fields and of those below.
    #[must_use]
    pub fn dossiers_of(&self, unit: &str) -> Option<u32> {
        let given = self
            .dossiers
            .iter()
            .find(|one| one.unit == unit && one.field.is_empty());
        given.map(|one| one.dossiers).or_else(|| {
            let below = self
                .cells()
                .into_iter()
                .filter(|one| !one.unit.is_empty() || unit.is_empty())
                .filter(|one| unit.is_empty() || crate::selection::is_within(&one.unit, unit));
            below.map(|one| one.dossiers).reduce(u32::saturating_add)
        })
    }

    /// The dossiers cut into parts that do not overlap, each unit's together: its fields, then without a field what its own
    /// number leaves over for other fields and for units below it that have no number. Where nothing is left over there is
    /// no such part, but a unit that says 0 keeps it.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        let mut units: Vec<&str> = Vec::new();
        for one in &self.dossiers {
            if !units.contains(&one.unit.as_str()) {
                units.push(&one.unit);
            }
        }
        let mut cells = Vec::new();
        for unit in &units {
            let own = || self.dossiers.iter().filter(|one| one.unit == *unit);
            let fields = own().filter(|one| !one.field.is_empty());
            let start = cells.len();
            cells.extend(fields.filter(|one| one.dossiers > 0).cloned());
            if let Some(given) = own().find(|one| one.field.is_empty()) {
                let left = given.dossiers.saturating_sub(self.below(&units, unit));
                if left > 0 || (given.dossiers == 0 && cells.len() == start) {
                    cells.push(Cell {
                        dossiers: left,
                        ..given.clone()
                    });
                }
            }
        }
        cells
    }

    /// What a unit's fields and the nearest units below it with numbers add up to.
    fn below(&self, units: &[&str], unit: &str) -> u32 {
        let fields = self
            .dossiers
            .iter()
            .filter(|one| one.unit == unit && !one.field.is_empty())
            .fold(0, |sum: u32, one| sum.saturating_add(one.dossiers));
        let is_under = |other: &str, upper: &str| {
            other != upper && (upper.is_empty() || crate::selection::is_within(other, upper))
        };
        let nearest = units.iter().filter(|one| {
            is_under(one, unit)
                && !units
                    .iter()
                    .any(|middle| is_under(one, middle) && is_under(middle, unit))
        });
        nearest.fold(fields, |sum, one| {
            sum.saturating_add(self.whole(units, one))
        })
    }

    fn whole(&self, units: &[&str], unit: &str) -> u32 {
        let given = self
            .dossiers
            .iter()
            .find(|one| one.unit == unit && one.field.is_empty());
        given.map_or_else(|| self.below(units, unit), |one| one.dossiers)
    }

    /// Numbers that are smaller than what they are the whole of: unit, its number, and what its fields and the units below
    /// it add up to.
    #[must_use]
    pub fn short_wholes(&self) -> Vec<(String, u32, u32)> {
        let mut units: Vec<&str> = self.dossiers.iter().map(|one| one.unit.as_str()).collect();
        units.sort_unstable();
        units.dedup();
        let wholes = self.dossiers.iter().filter(|one| one.field.is_empty());
        wholes
            .map(|one| {
                let below = self.below(&units, &one.unit);
                (one.unit.clone(), one.dossiers, below)
            })
            .filter(|(_, given, below)| given < below)
            .collect()
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
        for (index, one) in self.dossiers.iter().enumerate() {
            let item = findings.enter_item("dossiers", index);
            let mut earlier = self.dossiers.iter().take(index);
            let same = |other: &Cell| other.unit == one.unit && other.field == one.field;
            if !one.unit.is_empty() && !is_code(&one.unit) {
                findings.add_at(
                    "unit",
                    Fault::BadCode,
                    "a path of a unit",
                    &quoted(&one.unit),
                );
            } else if !one.field.is_empty() && !is_code_of(&one.field, false) {
                findings.add_at(
                    "field",
                    Fault::BadCode,
                    "a field's code",
                    &quoted(&one.field),
                );
            } else if earlier.any(same) {
                let expected = "each unit and field once";
                findings.add_at("unit", Fault::Duplicate, expected, &quoted(&one.unit));
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

    fn cell(unit: &str, field: &str, dossiers: u32) -> Cell {
        Cell {
            unit: unit.to_owned(),
            field: field.to_owned(),
            dossiers,
        }
    }

    #[test]
    fn a_whole_leaves_the_rest_to_what_says_nothing() {
        let plan = Plan {
            dossiers: vec![
                cell("", "", 2_000),
                cell("gia-lai", "", 1_500),
                cell("gia-lai/duc-co", "ho-tich", 700),
                cell("gia-lai/duc-co", "", 1_000),
                cell("gia-lai/duc-co", "dat-dai", 0),
                cell("gia-lai/ia-dok", "thue", 200),
                cell("kon-tum", "", 0),
            ],
            ..Plan::default()
        };
        assert_eq!(
            plan.cells(),
            [
                cell("", "", 500),
                cell("gia-lai", "", 300),
                cell("gia-lai/duc-co", "ho-tich", 700),
                cell("gia-lai/duc-co", "", 300),
                cell("gia-lai/ia-dok", "thue", 200),
                cell("kon-tum", "", 0),
            ]
        );
        let whole = |unit| plan.dossiers_of(unit);
        assert_eq!((whole(""), whole("gia-lai")), (Some(2_000), Some(1_500)));
        assert_eq!(whole("gia-lai/ia-dok"), Some(200));
        assert_eq!(plan.short_wholes(), []);
        assert_eq!(Plan::default().cells(), []);
    }

    #[test]
    fn a_whole_that_is_less_than_its_parts_is_told_and_leaves_nothing() {
        let plan = Plan {
            dossiers: vec![cell("", "", 250), cell("a", "", 100), cell("b", "x", 200)],
            ..Plan::default()
        };
        assert_eq!(plan.short_wholes(), [(String::new(), 250, 300)]);
        assert_eq!(plan.cells(), [cell("a", "", 100), cell("b", "x", 200)]);
        assert_eq!(plan.problems(), []);
    }

    #[test]
    fn dossiers_of_a_unit_are_its_own_or_those_below_it() {
        let plan = Plan {
            dossiers: vec![
                cell("gia-lai/duc-co", "", 100),
                cell("gia-lai/ia-dok", "", 200),
                cell("gia-lai-2/x", "", 7),
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
            dossiers: vec![cell("A", "", 1)],
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
