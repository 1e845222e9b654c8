//! A frozen archive of version 1: read for ever, and still written the same today.
//!
//! Never change a file in golden/archive. A new version gets files of its own beside them.

use super::sample::{about, ballots, builder, found};
use sipas_formats::archive::read;

#[test]
fn an_archive_of_version_1_is_read_and_written_as_ever() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/archive/v1.txt");
    let written = builder().finish();
    if std::env::var_os("SIPAS_FREEZE").is_some() && !std::path::Path::new(file).exists() {
        let lines: Vec<String> = written
            .chunks(40)
            .map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect())
            .collect();
        std::fs::write(file, lines.join("\n") + "\n").unwrap();
    }
    let digits: Vec<u8> = std::fs::read(file)
        .unwrap()
        .into_iter()
        .filter(u8::is_ascii_hexdigit)
        .collect();
    let frozen: Vec<u8> = digits
        .chunks(2)
        .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
        .collect();
    let opened = read(&frozen).unwrap();
    assert_eq!(opened.refused, []);
    assert_eq!(opened.about, Some(about()));
    let mut back = found(&opened);
    let mut given = ballots();
    back.sort_by_key(|one| (one.0.id, one.0.submitted_at.unix_secs));
    given.sort_by_key(|one| (one.0.id, one.0.submitted_at.unix_secs));
    assert_eq!(back, given);
    assert!(written == frozen, "written differently");
}
