//! What a chart shows, before anything is drawn: shares of levels, figures with their intervals.

use crate::compare::Verdict;
use crate::index::{CriterionFigure, Figure};
use crate::questionnaire::Level;

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// For each criterion its name and its bar, satisfied answers to the right of one line.
    Levels(Vec<(String, Bar)>),
    /// Figures below each other.
    Ranges(Ranges),
    /// Figures beside each other, one a period.
    Timeline(Ranges),
    /// Points on two scales.
    Quadrants(Quadrants),
}

/// Points on two scales of shares, each with a line that parts low from high.
#[derive(Debug, Clone, PartialEq)]
pub struct Quadrants {
    /// The points; those drawn last lie on top.
    pub points: Vec<Point>,
    /// The scale from left to right.
    pub across: Axis,
    /// The scale from bottom to top.
    pub up: Axis,
    /// What the quadrants mean: left and right above, left and right below.
    pub corners: [String; 4],
}

/// One of the two scales.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What lies on it.
    pub title: String,
    /// The line that parts low from high, as a share, and its name.
    pub line: (f64, String),
}

/// A point with its intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// A few letters beside it; the table below the chart says what they stand for.
    pub name: String,
    /// Where it lies across, as a share, and its limits.
    pub across: (f64, Option<(f64, f64)>),
    /// Where it lies up, as a share, and its limits.
    pub up: (f64, Option<(f64, f64)>),
    /// How it is marked.
    pub mark: Mark,
}

impl Quadrants {
    /// Ends of both scales as shares: across in whole tenths, up from 0 in whole twentieths.
    #[must_use]
    pub fn scales(&self) -> ((f64, f64), (f64, f64)) {
        let across = self.points.iter().map(|point| Range {
            name: String::new(),
            value: Some(point.across.0),
            written: String::new(),
            limits: point.across.1,
            mark: point.mark,
        });
        let across = Ranges {
            rows: across.collect(),
            target: Some(self.across.line.clone()),
        };
        let highest = self.points.iter().fold(self.up.line.0, |highest, point| {
            let limit = point.up.1.map_or(point.up.0, |(_, high)| high);
            highest.max(limit)
        });
        let highest = ((highest * 20.0 - 1e-9).ceil() / 20.0).clamp(0.1, 1.0);
        (across.scale(), (0.0, highest))
    }
}

/// Figures with their intervals on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    /// The figures in the order they are drawn.
    pub rows: Vec<Range>,
    /// The target, as a share, and its name.
    pub target: Option<(f64, String)>,
}

/// A figure with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// What it is the figure of.
    pub name: String,
    /// The figure as a share; none where it is undefined or hidden.
    pub value: Option<f64>,
    /// The figure as it is written.
    pub written: String,
    /// Its limits as shares, cut to 0–1; none without an interval.
    pub limits: Option<(f64, f64)>,
    /// How it is marked.
    pub mark: Mark,
}

/// The shape of a figure's mark; shapes are told apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A filled circle: shown to meet the target, or held against none.
    Full,
    /// A ring: not enough evidence.
    Ring,
    /// A filled square: shown to miss the target.
    Square,
}

impl Mark {
    /// The mark of a verdict.
    #[must_use]
    pub const fn of(verdict: Option<Verdict>) -> Self {
        match verdict {
            Some(Verdict::Met) | None => Self::Full,
            Some(Verdict::NotEnoughEvidence) => Self::Ring,
            Some(Verdict::NotMet) => Self::Square,
        }
    }
}

/// The limits a chart draws for a figure: its interval, or the exact one beside it.
#[must_use]
pub fn limits(figure: &Figure) -> Option<(f64, f64)> {
    let beside = figure.beside();
    let known = beside.as_ref().or(figure.interval.as_ref().ok())?;
    Some((known.low.clamp(0.0, 1.0), known.high.clamp(0.0, 1.0)))
}

impl Ranges {
    /// The scale's ends as shares: whole tenths around everything shown, at least two of them.
    #[must_use]
    pub fn scale(&self) -> (f64, f64) {
        let shown = self.rows.iter().flat_map(|row| {
            let (low, high) = row.limits.unzip();
            [row.value, low, high].into_iter().flatten()
        });
        let target = self.target.iter().map(|(target, _)| *target);
        let (mut low, mut high) = (1.0_f64, 0.0_f64);
        for share in shown.chain(target) {
            low = low.min(share);
            high = high.max(share);
        }
        if low > high {
            return (0.0, 1.0);
        }
        // A little slack, so that 0.7 is not taken for a hair below it.
        let low = ((low * 10.0 + 1e-9).floor() / 10.0).clamp(0.0, 0.8);
        let high = ((high * 10.0 - 1e-9).ceil() / 10.0).clamp(low + 0.2, 1.0);
        (low, high)
    }
}

/// One bar of stacked shares.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The criterion's id.
    pub id: String,
    /// Answers counted in it; the shares are of these.
    pub counted: u64,
    /// The parts from left to right, in the scale's order; parts of nothing are left out.
    pub parts: Vec<Part>,
}

/// One part of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The level's position in its scale, from 0.
    pub level: usize,
    /// Which of the five level colours it is drawn in: 1 (worst) … 5 (best).
    pub tone: u8,
    /// Whether the level counts as satisfied.
    pub satisfied: bool,
    /// Answers in this part.
    pub count: u64,
    /// Left edge as a share of the bar, 0–1.
    pub from: f64,
    /// Right edge as a share of the bar, 0–1.
    pub to: f64,
}

/// One criterion's bar, answered on a scale with these levels; none where nobody answered it.
#[must_use]
pub fn bar(levels: &[Level], figure: &CriterionFigure) -> Option<Bar> {
    let counted = figure.figure.rate.counted;
    if counted == 0 {
        return None;
    }
    let share = |count: u64| count as f64 / counted as f64;
    let mut before = 0;
    let mut parts = Vec::new();
    for (position, ((_, count), level)) in figure.levels.iter().zip(levels).enumerate() {
        if *count > 0 {
            parts.push(Part {
                level: position,
                tone: tone(levels, level),
                satisfied: level.satisfied,
                count: *count,
                from: share(before),
                to: share(before + count),
            });
        }
        before += count;
    }
    Some(Bar {
        id: figure.id.clone(),
        counted,
        parts,
    })
}

impl Bar {
    /// The parts from the line between satisfied and other answers outwards: those to its left
    /// (the mildest first), those to its right (likewise).
    #[must_use]
    pub fn sides(&self) -> (Vec<Part>, Vec<Part>) {
        let (mut right, mut left): (Vec<Part>, Vec<Part>) =
            self.parts.iter().partition(|part| part.satisfied);
        left.sort_by_key(|part| core::cmp::Reverse(part.tone));
        right.sort_by_key(|part| part.tone);
        (left, right)
    }

    /// The share of satisfied answers.
    #[must_use]
    pub fn satisfied(&self) -> f64 {
        let satisfied = self.parts.iter().filter(|part| part.satisfied);
        let count: u64 = satisfied.map(|part| part.count).sum();
        count as f64 / self.counted.max(1) as f64
    }
}

/// The colour of a level: its face where it has one, else its score's place in the scale's range.
///
/// Where a scale's scores fall as things get better, the satisfied end is still the good one.
#[must_use]
pub fn tone(levels: &[Level], level: &Level) -> u8 {
    if let Some(face) = level.face {
        return face.clamp(1, 5);
    }
    let scores = || levels.iter().map(|one| one.score);
    let lowest = scores().fold(f64::INFINITY, f64::min);
    let highest = scores().fold(f64::NEG_INFINITY, f64::max);
    if highest <= lowest {
        return 3;
    }
    let mut place = (level.score - lowest) / (highest - lowest);
    let best = levels.iter().find(|one| one.score == highest);
    let worst = levels.iter().find(|one| one.score == lowest);
    if best.is_some_and(|one| !one.satisfied) && worst.is_some_and(|one| one.satisfied) {
        place = 1.0 - place;
    }
    match place {
        place if place < 0.2 => 1,
        place if place < 0.4 => 2,
        place if place <= 0.6 => 3,
        place if place <= 0.8 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Wording;

    fn level(score: f64, satisfied: bool, face: Option<u8>) -> Level {
        Level {
            code: "x".to_owned(),
            label: Wording::default(),
            score,
            satisfied,
            face,
        }
    }

    #[test]
    fn three_levels_take_both_ends_and_the_middle() {
        let levels = [
            level(0.0, false, None),
            level(1.0, false, None),
            level(2.0, true, None),
        ];
        let tones: Vec<u8> = levels.iter().map(|one| tone(&levels, one)).collect();
        assert_eq!(tones, [1, 3, 5]);
    }

    #[test]
    fn the_satisfied_end_is_the_good_colour_even_where_its_score_is_low() {
        let levels = [level(1.0, true, None), level(5.0, false, None)];
        let tones: Vec<u8> = levels.iter().map(|one| tone(&levels, one)).collect();
        assert_eq!(tones, [5, 1]);
    }

    #[test]
    fn a_face_decides_over_the_score() {
        let levels = [level(1.0, false, Some(2)), level(2.0, true, Some(4))];
        let tones: Vec<u8> = levels.iter().map(|one| tone(&levels, one)).collect();
        assert_eq!(tones, [2, 4]);
    }
}
