//! Ballots to store: made by a small deterministic generator, so a failure comes again.

use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::questionnaire;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::MemoryStore;

/// SplitMix64 (Steele, Lea, Flood 2014).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    pub fn chance(&mut self, in_hundred: u64) -> bool {
        self.below(100) < in_hundred
    }
}

/// The shape of the shipped `sipas-desk`.
pub fn desk() -> Shape {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../public/questionnaires/sipas-desk.json"
    );
    let text = std::fs::read_to_string(path).unwrap();
    Shape::of(&questionnaire::read(&text).unwrap())
}

pub fn desk_context(field: &str) -> Context {
    Context {
        device: DeviceId(0x3f2a_90c1),
        campaign: "quy-4-2026".to_owned(),
        questionnaire: "sipas-desk".to_owned(),
        version: 1,
        unit: "gia-lai/duc-co".to_owned(),
        field: field.to_owned(),
    }
}

/// A complete ballot without comment, as they come at a counter all day: one every two minutes.
pub fn complete(random: &mut Random, shape: &Shape, context: &Context, nth: u32) -> Ballot {
    Ballot {
        id: BallotId(random.next()),
        context: context.clone(),
        channel: Channel::Kiosk,
        ticket: Ticket::None,
        status: Status::Complete,
        submitted_at: Moment {
            unix_secs: 1_795_224_600 + i64::from(nth) * 120 + random.below(90) as i64,
            offset_minutes: 420,
        },
        duration_secs: 60 + random.below(500) as u32,
        respondent: shape
            .choices
            .iter()
            .map(|choices| Some(random.below(u64::from(*choices)) as u8))
            .collect(),
        answers: shape
            .levels
            .iter()
            .map(|levels| Answer::Level(random.below(u64::from(*levels)) as u8))
            .collect(),
        reasons: 0,
        comment: String::new(),
    }
}

/// A ballot as they also come: blanks, not applicable, stopped, with comment.
pub fn varied(random: &mut Random, shape: &Shape, context: &Context, nth: u32) -> Ballot {
    let mut ballot = complete(random, shape, context, nth);
    for answer in &mut ballot.answers {
        match random.below(10) {
            0 => *answer = Answer::Blank,
            1 => *answer = Answer::NotApplicable,
            _ => {}
        }
    }
    if random.chance(30) {
        ballot.status = Status::Stopped;
    }
    if random.chance(20) {
        ballot.respondent.fill(None);
    }
    ballot.channel = Channel::ALL[random.below(4) as usize];
    if random.chance(20) {
        let comments = [
            "Tốt",
            "Chờ \"lâu\",\r\nquá 2 giờ",
            "=1+1",
            "Cảm ơn các anh chị ở quầy số 3!",
        ];
        ballot.comment = comments[random.below(4) as usize].to_owned();
    }
    ballot
}

/// Anything a ballot can be, with a shape that may not even fit it.
pub fn anything(random: &mut Random) -> (Ballot, Shape) {
    let count = |random: &mut Random, most| random.below(most) as usize;
    let text = |random: &mut Random| -> String {
        let letters = [
            'a', '-', '/', 'ế', '\u{302}', '😀', '\0', '"', '\n', '\u{FFFF}', 'Đ',
        ];
        (0..random.below(12))
            .map(|_| letters[random.below(11) as usize])
            .collect()
    };
    let widest = if random.chance(10) { 256 } else { 12 };
    let levels: Vec<u16> = (0..count(random, 40))
        .map(|_| random.below(widest + 1) as u16)
        .collect();
    let choices: Vec<u16> = (0..count(random, 8))
        .map(|_| random.below(widest + 1) as u16)
        .collect();
    let shape = Shape {
        levels,
        choices,
        reasons: random.below(17) as u8,
    };
    let mut answers: Vec<Answer> = shape
        .levels
        .iter()
        .map(|levels| match random.below(u64::from(*levels) + 2) {
            0 => Answer::Blank,
            1 => Answer::NotApplicable,
            level => Answer::Level((level - 2) as u8),
        })
        .collect();
    let mut respondent: Vec<Option<u8>> = shape
        .choices
        .iter()
        .map(|choices| {
            random
                .below(u64::from(*choices) + 1)
                .checked_sub(1)
                .map(|at| at as u8)
        })
        .collect();
    if random.chance(10) {
        answers.push(Answer::Level(255));
        respondent.push(Some(255));
    }
    let unix_secs = match random.below(6) {
        0 => i64::MIN,
        1 => i64::MAX,
        // The years 1970 to 2200.
        2 | 3 => random.below(7_258_118_400) as i64,
        _ => 1_795_224_600 + random.below(1_000_000) as i64,
    };
    let offset_minutes = if random.chance(50) {
        420
    } else {
        random.next() as i16
    };
    let ballot = Ballot {
        id: BallotId(random.next()),
        context: Context {
            device: DeviceId(random.next() as u32),
            campaign: text(random),
            questionnaire: text(random),
            version: (random.next() >> random.below(64)) as u32,
            unit: text(random),
            field: text(random),
        },
        channel: Channel::ALL[random.below(4) as usize],
        ticket: Ticket::None,
        status: if random.chance(50) {
            Status::Complete
        } else {
            Status::Stopped
        },
        submitted_at: Moment {
            unix_secs,
            offset_minutes,
        },
        duration_secs: (random.next() >> random.below(64)) as u32,
        respondent,
        answers,
        reasons: if random.chance(50) {
            0
        } else {
            random.next() as u16
        },
        comment: text(random),
    };
    (ballot, shape)
}

/// A store of `count` varied ballots, in groups of two fields and two writers (1 and 2).
pub fn filled(packing: Packing, count: u32) -> (MemoryStore, Vec<Ballot>) {
    let (store, shape, mut random) = (MemoryStore::new(), desk(), Random(7));
    let mut ballots = Vec::new();
    for writer in [1, 2] {
        let mut ledger = Ledger::open(&store, packing, writer).unwrap();
        for nth in 0..count / 2 {
            let context = desk_context(["ho-tich", "dat-dai"][nth as usize % 2]);
            let ballot = varied(&mut random, &shape, &context, nth);
            ledger.add(&ballot, &shape).unwrap();
            ballots.push(ballot);
        }
    }
    ballots.sort_by_key(|ballot| ballot.id);
    (store, ballots)
}
