//! The QR stream: what is shown arrives, whatever is lost; what is damaged, foreign or made up does not.

#[path = "ballots.rs"]
mod ballots;
#[path = "files.rs"]
mod files;

#[path = "stream/frozen.rs"]
mod frozen;
#[path = "stream/hostile.rs"]
mod hostile;
#[path = "stream/round.rs"]
mod round;
#[path = "stream/sample.rs"]
mod sample;
