//! Frozen sheets of version 1: phones that were never updated go on handing over.
//!
//! Never change a file in golden/hand-over. A new version gets files of its own beside them.

use super::sample::{TICKET, ballot, shape, sheet, take, tickets};
use sipas_core::ballot::Ticket;
use sipas_formats::hand_over::{self, part};

#[test]
fn sheets_of_version_1_are_taken_and_written_as_ever() {
    let mut poster = ballot();
    poster.ticket = Ticket::Poster;
    let mut long = ballot();
    long.comment = "Chờ \"lâu\", 2 giờ;\r\n=nhân viên nhiệt tình 😀 ".repeat(12);
    for (name, ballot) in [("ticket", ballot()), ("poster", poster), ("long", long)] {
        let written = hand_over::write(&ballot, &shape());
        let now = [
            &part::split(&written).unwrap()[..],
            &[part::whole(&written)],
        ]
        .concat();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/hand-over");
        let file = format!("{folder}/v1-{name}.txt");
        if std::env::var_os("SIPAS_FREEZE").is_some() && !std::path::Path::new(&file).exists() {
            std::fs::write(&file, now.join("\n") + "\n").unwrap();
        }
        let frozen = std::fs::read_to_string(&file).unwrap();
        assert_eq!(
            frozen.lines().collect::<Vec<_>>(),
            now,
            "{name}: written differently"
        );
        let mut parts = part::Collected::default();
        for line in frozen.lines() {
            if let Some(bytes) = parts.take(part::read(line).unwrap()).unwrap() {
                let read = hand_over::read(&bytes).unwrap();
                assert_eq!(read, sheet(&ballot), "{name}");
                assert!(take(&read, &tickets(), &[]).is_ok(), "{name}");
            }
        }
    }
    assert_eq!(TICKET, 0x0123_4567_89ab_cdef);
}
