//! From index to plan: scorecard, desk evaluation, sample, corrective plan.

mod ballots;
mod files;

#[path = "planning/course.rs"]
mod course;
#[path = "planning/evaluation_tables.rs"]
mod evaluation_tables;
#[path = "planning/evaluations.rs"]
mod evaluations;
#[path = "planning/management.rs"]
mod management;
#[path = "planning/measures.rs"]
mod measures;
#[path = "planning/merging.rs"]
mod merging;
#[path = "planning/outputs.rs"]
mod outputs;
#[path = "planning/records.rs"]
mod records;
#[path = "planning/sample_tables.rs"]
mod sample_tables;
#[path = "planning/samples.rs"]
mod samples;
#[path = "planning/scores.rs"]
mod scores;
