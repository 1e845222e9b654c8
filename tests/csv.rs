//! Ballot files: exact bytes out, identity there and back, every mistake told, one set of many files.

mod ballots;
mod files;

#[path = "csv/golden.rs"]
mod golden;
#[path = "csv/hostile.rs"]
mod hostile;
#[path = "csv/identity.rs"]
mod identity;
#[path = "csv/merging.rs"]
mod merging;
#[path = "csv/tickets.rs"]
mod tickets;
#[path = "csv/unreadable.rs"]
mod unreadable;
