//! From index to plan: scorecard, desk evaluation, sample, corrective plan.

mod ballots;
mod files;

#[path = "planning/scores.rs"]
mod scores;
