//! Intervals, comparisons, signs of bad data and hidden cells, by published cases and invariances.

mod ballots;
mod files;

#[path = "statistics/comparisons.rs"]
mod comparisons;
#[path = "statistics/designs.rs"]
mod designs;
#[path = "statistics/hiding.rs"]
mod hiding;
#[path = "statistics/invariances.rs"]
mod invariances;
#[path = "statistics/publication.rs"]
mod publication;
#[path = "statistics/quality.rs"]
mod quality;
