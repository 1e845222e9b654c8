//! Paper ballots: a questionnaire as numbered cells of one key each, and papers typed in by two people.
//!
//! A [`Sheet`](sheet::Sheet) lists what stands on the paper, in its order. A clerk's [`Keying`](keying::Keying)
//! fills it. What was keyed is kept as [`Record`](register::Record)s that are never changed, and where
//! each paper stands follows from them ([`register::standings`]).

pub mod agreement;
pub mod keying;
pub mod register;
pub mod sheet;
