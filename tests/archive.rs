//! The archive: everything comes back, damage costs one part, nothing made up gets in.

#[path = "ballots.rs"]
mod ballots;
#[path = "files.rs"]
mod files;

#[path = "archive/damage.rs"]
mod damage;
#[path = "archive/frozen.rs"]
mod frozen;
#[path = "archive/round.rs"]
mod round;
#[path = "archive/sample.rs"]
mod sample;
