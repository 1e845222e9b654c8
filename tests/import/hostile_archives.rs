//! Archives nobody should have made: what is whole is read, what is not is named.

use crate::hostile::Wanted::{Reads, Tells};
use crate::hostile::{self, Wanted, archive, check};
use sipas_formats::archive::frame;

#[test]
fn archives_that_are_broken_cut_or_made_up() {
    let sound = archive(3);
    let mut endless = Vec::new();
    frame::append(&mut endless, 3, &[0xff; 30]);
    let mut newer = sound.clone();
    newer[10] = 9;
    let promise = {
        // A header that checks and promises sixteen megabytes that are not there.
        let mut file = sound[..11].to_vec();
        let mut part = Vec::new();
        frame::append(&mut part, 3, &vec![0; frame::MOST_CONTENT]);
        file.extend(&part[..40]);
        file
    };
    let text: Vec<u8> = sound
        .iter()
        .copied()
        .filter(|byte| *byte != b'\r')
        .collect();
    let cases: Vec<(&str, Vec<u8>, Wanted)> = vec![
        ("sound", sound.clone(), Reads(3)),
        (
            "its name alone",
            b"\x89SIPAS".to_vec(),
            Tells(0, "not an archive"),
        ),
        ("its opening alone", sound[..11].into(), Tells(0, "no part")),
        ("of a newer program", newer, Tells(0, "version 9 is newer")),
        ("sent as text", text, Tells(0, "as if it were text")),
        (
            "cut in the contents",
            sound[..20].into(),
            Tells(0, "no part"),
        ),
        (
            "cut in the ballots",
            sound[..sound.len() - 3].into(),
            Tells(0, "ballots quick"),
        ),
        (
            "twice one after the other",
            [sound.clone(), sound.clone()].concat(),
            Reads(6),
        ),
        (
            "rubbish behind it",
            [sound.clone(), vec![7; 100_000]].concat(),
            Reads(3),
        ),
        (
            "a ballot table behind it",
            [sound.clone(), hostile::sound(2).into_bytes()].concat(),
            Reads(3),
        ),
        (
            "a part without sense",
            [sound[..11].to_vec(), endless].concat(),
            Tells(0, "contents"),
        ),
        ("sixteen megabytes promised", promise, Tells(0, "no part")),
        (
            "a million marks",
            [sound.clone(), b"PART".repeat(1_000_000)].concat(),
            Reads(3),
        ),
    ];
    for (name, bytes, wanted) in &cases {
        check(name, bytes, wanted);
    }
    assert_eq!(cases.len(), 13);
}
