//! Ballots for looking at the results: `cargo run --release -p sipas-tests --example console_ballots -- COUNT
//! UNITS FILE` writes local storage's content with so many ballots of `sipas-desk` from so many units over
//! fourteen months as JSON.
//!
//! Units, fields, channels and criteria differ from each other; some units have very few ballots, some ballots
//! come up under the rules of quality, some carry comments with numbers that must not be published.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../ledger/sample.rs"]
mod sample;

use sample::Random;
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::questionnaire;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::MemoryStore;

const FIELDS: [&str; 6] = ["ho-tich", "chung-thuc", "dat-dai", "thue", "y-te", ""];
const COMMENTS: [&str; 8] = [
    "Cán bộ nhiệt tình, giải quyết nhanh.",
    "Chờ lâu quá, gọi cho tôi số 0912 345 678 nhé",
    "Đề nghị thêm ghế ngồi ở phòng chờ",
    "Chị Lan hướng dẫn rất dễ hiểu; thư: lan.nguyen@example.vn",
    "CCCD của tôi 064190001234 bị nhập sai",
    "Tốt",
    "Lệ phí 150.000 đồng là đúng quy định, xong ngày 21/11/2026",
    "=1+1 cảm ơn",
];
/// Noon of 1 October 2025 in Vietnam.
const FIRST_SECS: i64 = 1_759_294_800;
const DAYS: u64 = 416;

/// One of a list that is not empty.
#[allow(
    clippy::indexing_slicing,
    reason = "the place is cut to the list's length"
)]
fn pick<T: Copy>(list: &[T], number: u64) -> T {
    list[number as usize % list.len()]
}

fn unit(number: u64) -> String {
    match number {
        0 => String::new(),
        1 => "gia-lai".to_owned(),
        number => format!(
            "gia-lai/{}/xa-{number}",
            pick(&["bac", "nam", "tay"], number)
        ),
    }
}

fn answers(random: &mut Random, shape: &Shape, mood: u64) -> Vec<Answer> {
    let place = |place: usize| place as u64;
    (0..shape.levels.len())
        .map(|at| match random.below(40) {
            0 => Answer::Blank,
            1 => Answer::NotApplicable,
            _ => {
                let roll = random.below(100) + mood + place(at * 7 % 5) * 3;
                Answer::Level(match roll {
                    0..=4 => 0,
                    5..=11 => 1,
                    12..=27 => 2,
                    28..=70 => 3,
                    _ => 4,
                })
            }
        })
        .collect()
}

fn ballot(random: &mut Random, shape: &Shape, units: u64, last: Option<&Ballot>) -> Ballot {
    // The square makes some units rare.
    let number = random.below(units * units).isqrt();
    let device = DeviceId(0x1000 + number as u32 * 4 + random.below(3) as u32);
    let field = pick(&FIELDS, random.below(6));
    let context = Context {
        device,
        campaign: "quy-4-2026".to_owned(),
        questionnaire: "sipas-desk".to_owned(),
        version: 1,
        unit: unit(number),
        field: field.to_owned(),
    };
    let day = random.below(DAYS) as i64;
    let hour = pick(&[8, 9, 10, 11, 14, 15, 16], random.below(7));
    let secs = FIRST_SECS + day * 86_400 + (hour - 12) * 3_600 + random.below(3_500) as i64;
    let channel = pick(&Channel::ALL, pick(&[0, 0, 1, 1, 1, 2, 3], random.below(7)));
    let mood = number * 5 % 23 + field.len() as u64;
    let mut ballot = Ballot {
        id: BallotId(random.next()),
        context,
        channel,
        ticket: Ticket::None,
        status: if random.chance(10) {
            Status::Stopped
        } else {
            Status::Complete
        },
        submitted_at: Moment {
            unix_secs: secs,
            offset_minutes: 420,
        },
        duration_secs: 60 + random.below(240) as u32,
        respondent: [2, 5, 6, 7, 2]
            .map(|choices| (!random.chance(20)).then(|| random.below(choices) as u8))
            .to_vec(),
        answers: answers(random, shape, mood),
        reasons: 0,
        comment: String::new(),
    };
    match random.below(40) {
        0 => ballot.duration_secs = 9,
        1 => ballot.answers.fill(Answer::Level(4)),
        2 => ballot.answers.fill(Answer::Blank),
        3..=6 => ballot.comment = pick(&COMMENTS, random.below(8)).to_owned(),
        7 => {
            if let Some(last) = last {
                let id = ballot.id;
                ballot = last.clone();
                ballot.id = id;
                ballot.submitted_at.unix_secs += 120;
            }
        }
        _ => {}
    }
    ballot
}

/// A JSON object of local storage's keys and values; every unit as an escape.
fn content(count: u64, units: u64) -> Option<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../public/questionnaires/sipas-desk.json"
    );
    let text = std::fs::read_to_string(path).ok()?;
    let shape = Shape::of(&questionnaire::read(&text).ok()?);
    let mut random = Random(count);
    let mut all: Vec<Ballot> = Vec::new();
    for _ in 0..count {
        all.push(ballot(&mut random, &shape, units, all.last()));
    }
    // Ballots of one context stand together, as they do where they come day by day.
    all.sort_by(|one, other| one.context.cmp(&other.context));
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).ok()?;
    for ballot in &all {
        ledger.add(ballot, &shape).ok()?;
    }
    let mut out = String::from("{");
    for (key, units) in store.snapshot() {
        if out.len() > 1 {
            out.push_str(",\n");
        }
        out.push_str(&format!("\"{key}\":\""));
        for unit in units {
            out.push_str(&format!("\\u{unit:04x}"));
        }
        out.push('"');
    }
    out.push_str("}\n");
    Some(out)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let made = match words.as_slice() {
        [count, units, file] => (count.parse().ok())
            .zip(units.parse().ok())
            .and_then(|(count, units)| content(count, units))
            .map(|text| std::fs::write(file, text)),
        _ => None,
    };
    if !matches!(made, Some(Ok(()))) {
        eprintln!("COUNT UNITS FILE: {made:?}");
        std::process::exit(1);
    }
}
