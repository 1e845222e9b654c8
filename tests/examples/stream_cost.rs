//! What the QR stream takes: `cargo run --release -p sipas-tests --example stream_cost [BALLOTS] [PICTURES]`.
//!
//! First the way of complete `sipas-desk` ballots through a camera that misses a fifth of the codes; then how large a code
//! may be: codes of several versions in pictures turned, leant, blurred, dimmed and with noise, and the bytes a shown
//! code brings over on average.

use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_formats::archive::{About, Builder};
use sipas_formats::base32;
use sipas_formats::qr::scan::{Picture, Scan};
use sipas_formats::qr::{self, Qr};
use sipas_formats::record::shape::Shape;
use sipas_formats::stream::frame::{Frame, OPENING};
use sipas_formats::stream::{Receiver, Sender, Taken, parcel};
use std::time::Instant;

/// Codes shown in a second, as the page does unless told otherwise.
const RATE: f64 = 8.0;

/// Bytes of a frame besides its symbol.
const AROUND: usize = 19;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn main() {
    let mut numbers = std::env::args().skip(1).map(|one| one.parse::<u64>());
    let ballots = numbers.next().and_then(Result::ok).unwrap_or(1_000);
    let pictures = numbers.next().and_then(Result::ok).unwrap_or(60);
    println!(
        "ballots | archive | parcel | symbols | code version | shown | lost | seconds at 8/s | pack ms | encode ms | decode ms"
    );
    for count in [ballots / 10, ballots, ballots * 5] {
        way(count);
    }
    if pictures > 0 {
        println!(
            "\nversion | symbol bytes | pictures | read | bytes over a code shown | ms a picture"
        );
        for (width, height) in [(640, 480), (1280, 720)] {
            for letters in [410, 530, 660, 755, 850, 990, 1_240, 1_450, 1_700, 2_100] {
                size(letters, width, height, pictures);
            }
        }
    }
}

fn way(count: u64) {
    let file = archive(count);
    let begin = Instant::now();
    let parcel = parcel::pack(&file);
    let pack = begin.elapsed();
    let begin = Instant::now();
    let sender = Sender::new(&parcel).expect("few enough for one stream");
    let encode = begin.elapsed();
    let (mut receiver, mut random) = (Receiver::default(), Random(11));
    let (mut shown, mut lost) = (0_u64, 0_u64);
    let mut decode = std::time::Duration::ZERO;
    loop {
        let text = sender.text(shown);
        shown += 1;
        if random.share() < 0.2 {
            lost += 1;
            continue;
        }
        let begin = Instant::now();
        let taken = receiver.take(Frame::read(&text).unwrap()).unwrap();
        decode += begin.elapsed();
        if let Taken::Whole(arrived) = taken {
            assert_eq!(parcel::unpack(&arrived), Ok(file.clone()));
            break;
        }
    }
    println!(
        "{count} | {} | {} | {} | {} | {shown} | {lost} | {:.1} | {:.1} | {:.1} | {:.1}",
        file.len(),
        parcel.len(),
        sender.count(),
        qr::encode(&sender.text(0)).unwrap().version,
        shown as f64 / RATE,
        pack.as_secs_f64() * 1e3,
        encode.as_secs_f64() * 1e3,
        decode.as_secs_f64() * 1e3,
    );
}

/// Complete ballots, answered and timed as at a counter, with a comment on one in twenty.
fn archive(count: u64) -> Vec<u8> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../public/questionnaires/sipas-desk.json"
    );
    let desk = sipas_formats::questionnaire::read(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut random = Random(77);
    let mut archive = Builder::new(About::default());
    for number in 0..count {
        let mut below = |bound: u64| random.next() % bound;
        let levels = [4, 4, 3, 3, 3, 2, 1, 0];
        let ballot = Ballot {
            id: BallotId(below(u64::MAX)),
            context: Context {
                device: DeviceId(0x3f2a_90c1),
                campaign: "khao-sat-quy-4-2026".to_owned(),
                questionnaire: desk.id.clone(),
                version: desk.version,
                unit: "gia-lai/duc-co".to_owned(),
                field: ["ho-tich", "dat-dai", "thue", "chung-thuc"][below(4) as usize].to_owned(),
            },
            channel: Channel::Kiosk,
            ticket: Ticket::None,
            status: Status::Complete,
            submitted_at: Moment {
                unix_secs: 1_795_224_600 + (number * 97 + below(60)) as i64,
                offset_minutes: 420,
            },
            duration_secs: 60 + below(200) as u32,
            respondent: desk
                .respondent
                .iter()
                .map(|one| Some(below(one.choices.len() as u64) as u8))
                .collect(),
            answers: (0..desk.criteria_count())
                .map(|_| Answer::Level(levels[below(8) as usize]))
                .collect(),
            reasons: 0,
            comment: if below(20) == 0 {
                "Chờ hơi lâu, nhân viên nhiệt tình.".to_owned()
            } else {
                String::new()
            },
        };
        archive.ballot(&ballot, &Shape::of(&desk));
    }
    archive.finish()
}

/// How often codes of so many letters are read.
fn size(letters: usize, width: usize, height: usize, pictures: u64) {
    let symbol = (letters - OPENING.len()) * 5 / 8 - AROUND;
    let mut random = Random(5);
    let (mut read, mut spent, mut version) = (0, 0.0, 0);
    for _ in 0..pictures {
        let bytes: Vec<u8> = (0..symbol + AROUND).map(|_| random.next() as u8).collect();
        let text = [OPENING, &base32::write(&bytes)].concat();
        let code = qr::encode(&text).unwrap();
        version = code.version;
        let picture = picture(&code, width, height, &mut random);
        let begin = Instant::now();
        let found = Scan::new(picture).run();
        spent += begin.elapsed().as_secs_f64() * 1e3;
        read += u64::from(found.contains(&text));
    }
    let share = read as f64 / pictures as f64;
    println!(
        "{version} | {symbol} | {width}×{height} | {:.0} % | {:.0} | {:.0}",
        share * 100.0,
        share * symbol as f64,
        spent / pictures as f64
    );
}

/// A tablet held before another one: turned and leant a little, blurred, dimmed, with noise.
fn picture(code: &Qr, width: usize, height: usize, random: &mut Random) -> Picture {
    let side = code.side();
    let size = height as f64 * (0.7 + 0.25 * random.share());
    let turn = (random.share() - 0.5) * 0.3;
    let lean = [(random.share() - 0.5) * 0.35, (random.share() - 0.5) * 0.35];
    let (blur, light, noise) = (
        random.share() * 1.3,
        0.35 + 0.6 * random.share(),
        random.share() * 10.0,
    );
    let (sin, cos) = turn.sin_cos();
    let mut values = vec![0.0_f64; width * height];
    for y in 0..height {
        for x in 0..width {
            let mut sum = 0.0;
            for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                let a = (x as f64 + dx - width as f64 / 2.0) / size;
                let b = (y as f64 + dy - height as f64 / 2.0) / size;
                let depth = 1.0 / (1.0 - lean[0] * a - lean[1] * b);
                let u = ((a * cos + b * sin) * depth + 0.5) * side as f64 - qr::QUIET as f64;
                let v = ((b * cos - a * sin) * depth + 0.5) * side as f64 - qr::QUIET as f64;
                let inside = |at: f64| (0.0..code.size as f64).contains(&at);
                let quiet = |at: f64| (-4.0..code.size as f64 + 4.0).contains(&at);
                sum += if inside(u) && inside(v) && code.dark[v as usize * code.size + u as usize] {
                    18.0
                } else if quiet(u) && quiet(v) {
                    238.0
                } else {
                    120.0
                };
            }
            values[y * width + x] = sum / 4.0;
        }
    }
    // A kernel of three by three, as wide as the blur; twice.
    for _ in 0..2 {
        let before = values.clone();
        let weight = blur / (1.0 + 2.0 * blur);
        let at = |x: usize, y: usize| before[y.min(height - 1) * width + x.min(width - 1)];
        for y in 0..height {
            for x in 0..width {
                let row = |y: usize| {
                    (1.0 - 2.0 * weight) * at(x, y)
                        + weight * (at(x.saturating_sub(1), y) + at(x + 1, y))
                };
                values[y * width + x] = (1.0 - 2.0 * weight) * row(y)
                    + weight * (row(y.saturating_sub(1)) + row(y + 1));
            }
        }
    }
    let luma = values.iter().map(|value| {
        (value * light + (random.share() + random.share() - 1.0) * noise).clamp(0.0, 255.0) as u8
    });
    Picture::new(width, height, luma.collect()).unwrap()
}
