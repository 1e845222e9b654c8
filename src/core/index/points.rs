//! Points: the sum of the criteria's mean scores, and the class they earn (desk evaluation).

use super::mean::Mean;
use super::rate::Undefined;
use super::report::Report;
use crate::questionnaire::{Class, Questionnaire};

/// How far below a class's threshold a total may lie and still be taken as reaching it: the sum of
/// exact thirds and sevenths is known only to the last bits of a double.
const TOLERANCE: f64 = 1e-9;

/// The total of points of some ballots.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// Sum of the mean scores of the criteria that were answered, in the scales' points.
    pub total: f64,
    /// The highest total possible over the criteria that were answered.
    pub maximum: f64,
    /// Criteria nobody answered; their points are unknown, not zero.
    pub unanswered: Vec<String>,
    /// Code of the class the total earns: the first whose threshold it reaches (exactly reaching it
    /// is enough). None while a criterion is unanswered, below the last threshold, or where the
    /// questionnaire has no classes.
    pub class: Option<String>,
}

/// Points by the criteria of the questionnaire's factors; the general question is not among them.
///
/// Source: Thông tư 01/2018/TT-VPCP, chapter III (nine indicators of 0, 1 or 2 points; Xuất sắc
/// from 15, Tốt from 12, Khá from 9, Trung bình from 6).
///
/// # Errors
/// [`Undefined::NoAnswers`] where no criterion was answered.
pub fn points(questionnaire: &Questionnaire, report: &Report) -> Result<Points, Undefined> {
    let mut points = Points {
        total: 0.0,
        maximum: 0.0,
        unanswered: Vec::new(),
        class: None,
    };
    let mut answered = false;
    for criterion in report
        .criteria
        .iter()
        .filter(|criterion| criterion.factor.is_some())
    {
        match criterion.mean.value() {
            Ok(mean) => {
                let Mean { highest, .. } = criterion.mean;
                points.total += mean;
                points.maximum += highest;
                answered = true;
            }
            Err(_) => points.unanswered.push(criterion.id.clone()),
        }
    }
    if !answered {
        return Err(Undefined::NoAnswers);
    }
    if points.unanswered.is_empty() {
        points.class = class_of(questionnaire, points.total).map(|class| class.code.clone());
    }
    Ok(points)
}

/// The class a total of points earns: the best one whose threshold it reaches.
#[must_use]
pub fn class_of(questionnaire: &Questionnaire, total: f64) -> Option<&Class> {
    let mut classes = questionnaire.classes.iter();
    classes.find(|class| total + TOLERANCE >= class.at_least)
}
