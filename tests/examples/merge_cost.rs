//! What `sipas-cli index FOLDER` costs: files of 200 ballots, a tenth of them twice, counted by the real program.
//!
//! `cargo build --release -p sipas-cli && cargo run --release -p sipas-tests --example merge_cost [FILES]` prints time
//! and peak memory for a tenth of the files and for all of them.

use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const EACH: u64 = 200;

fn main() {
    let files: u64 = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(3_000);
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../public/questionnaires/sipas-desk.json"
    );
    let text = std::fs::read_to_string(path).unwrap();
    let desk = sipas_formats::questionnaire::read(&text).unwrap();
    let folder = std::env::temp_dir().join(format!("sipas-merge-{}", std::process::id()));
    for (part, from, until) in [("a", 0, files / 10), ("b", files / 10, files)] {
        std::fs::create_dir_all(folder.join(part)).unwrap();
        for file in from..until {
            // A tenth of each file stands in the next one too.
            let first = file * (EACH - EACH / 10);
            let ballots: Vec<Ballot> = (first..first + EACH).map(ballot).collect();
            let bytes = sipas_formats::csv::write(&desk, &ballots).bytes;
            std::fs::write(folder.join(part).join(format!("{file:05}.csv")), bytes).unwrap();
        }
    }
    println!("files | rows | seconds | peak memory, MiB");
    count(&folder.join("a"), files / 10);
    count(&folder, files);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn count(folder: &Path, files: u64) {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/release/sipas-cli");
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(["index", "--format", "json", "--by", "unit"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("cargo build --release -p sipas-cli first");
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with("VmHWM"));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        peak_kib = kib.unwrap_or(0).max(peak_kib);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let secs = start.elapsed().as_secs_f64();
    let peak = f64::from(peak_kib) / 1024.0;
    println!("{files} | {} | {secs:.1} | {peak:.1}", files * EACH);
}

/// The ballot with this number; ids are spread as random ones are.
fn ballot(number: u64) -> Ballot {
    let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x1234_5678_9ABC_DEF0;
    Ballot {
        id: BallotId(mixed),
        context: Context {
            device: DeviceId((number / EACH) as u32),
            campaign: "quy-4-2026".to_owned(),
            questionnaire: "sipas-desk".to_owned(),
            version: 1,
            unit: format!("gia-lai/xa-{:03}", number / EACH % 135),
            field: "ho-tich".to_owned(),
        },
        channel: Channel::Kiosk,
        ticket: Ticket::None,
        status: Status::Complete,
        submitted_at: Moment {
            unix_secs: 1_795_224_600 + (number % 5_000_000) as i64,
            offset_minutes: 420,
        },
        duration_secs: 60 + (number % 300) as u32,
        respondent: vec![Some(1), Some(2), None, None, Some(0)],
        answers: (0..23)
            .map(|at| Answer::Level(((mixed >> (2 * at)) % 5) as u8))
            .collect(),
        reasons: 0,
        comment: String::new(),
    }
}
