//! What a chart shows, before anything is drawn: shares of levels, one bar a criterion.

use crate::index::{CriterionFigure, Report};
use crate::questionnaire::{Level, Questionnaire};

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
    /// Answers in this part.
    pub count: u64,
    /// Left edge as a share of the bar, 0–1.
    pub from: f64,
    /// Right edge as a share of the bar, 0–1.
    pub to: f64,
}

/// The bars of a report's criteria that anybody answered, in the questionnaire's order.
#[must_use]
pub fn bars(questionnaire: &Questionnaire, report: &Report) -> Vec<Bar> {
    questionnaire
        .criteria()
        .zip(&report.criteria)
        .filter_map(|(criterion, figure)| bar(&questionnaire.scale_of(criterion).levels, figure))
        .collect()
}

/// One criterion's bar; none where nobody answered it.
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
