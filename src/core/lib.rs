//! The rules of the survey: questionnaire, answers, ballot, index.
//!
//! Nothing here does input or output or knows a browser, a clock, randomness or an encoding:
//! time and new ids come in as parameters, and the same input gives the same bits everywhere.

pub mod ballot;
pub mod campaign;
pub mod chart;
pub mod columns;
pub mod compare;
pub mod console;
pub mod decimal;
pub mod device_clock;
pub mod drawing;
pub mod estimate;
pub mod evaluation;
pub mod findings;
pub mod generator;
pub mod hiding;
pub mod households;
pub mod importance;
pub mod index;
pub mod kiosk;
pub mod measures;
pub mod moment;
pub mod package;
pub mod paper;
pub mod period;
pub mod plan;
pub mod priority;
pub mod problem;
pub mod publication;
pub mod published;
pub mod quality;
pub mod questionnaire;
pub mod quota;
pub mod redaction;
pub mod response;
pub mod scorecard;
pub mod selection;
pub mod survey;
pub mod wording;
