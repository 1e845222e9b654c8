//! Frozen frames of version 1: tablets that were never updated go on sending.
//!
//! Never change a file in golden/stream. A new version gets files of its own beside them.

use super::sample::archive;
use sipas_formats::stream::frame::Frame;
use sipas_formats::stream::parcel::{pack, unpack};
use sipas_formats::stream::{Receiver, Sender, Taken};

/// The parcel's own symbols but one, and symbols made from all of them.
const PLACES: [u64; 7] = [0, 2, 3, 4, 5, 900, 16_777_215];

#[test]
fn frames_of_version_1_are_taken_and_written_as_ever() {
    let file = archive(64);
    let sender = Sender::new(&pack(&file)).unwrap();
    let now: Vec<String> = PLACES.iter().map(|place| sender.text(*place)).collect();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/stream/v1.txt");
    if std::env::var_os("SIPAS_FREEZE").is_some() && !std::path::Path::new(golden).exists() {
        std::fs::write(golden, now.join("\n") + "\n").unwrap();
    }
    let frozen = std::fs::read_to_string(golden).unwrap();
    assert_eq!(
        frozen.lines().collect::<Vec<_>>(),
        now,
        "written differently"
    );
    let mut receiver = Receiver::default();
    let mut whole = None;
    for line in frozen.lines() {
        if let Ok(Taken::Whole(parcel)) = receiver.take(Frame::read(line).unwrap()) {
            whole = Some(parcel);
        }
    }
    assert_eq!(unpack(&whole.unwrap()), Ok(file));
}
