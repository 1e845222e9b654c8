//! The rules a definition must meet to be a questionnaire.

use super::Definition;
use crate::problem::Problem;

/// Every rule `definition` breaks, in document order.
pub fn problems(_definition: &Definition) -> Vec<Problem> {
    Vec::new()
}
