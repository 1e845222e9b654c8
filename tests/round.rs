//! A year of ballots of `sipas-desk`, the same at every run: units that differ, a respondent's answers that
//! belong together, a rare part, few people here and there.

use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_core::questionnaire::Questionnaire;

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn chance(&mut self, in_hundred: u64) -> bool {
        self.below(100) < in_hundred
    }
}

/// What stands in every comment, so that a test can look for it where none may be shown.
pub const COMMENT: &str = "GÓP Ý RIÊNG của một người";

/// 1 December 2025 at 8:00 in Vietnam.
const FIRST_SECS: i64 = 1_764_550_800;

/// Days the ballots are spread over: to 21 November 2026.
const DAYS: u64 = 355;

const FIELDS: [&str; 6] = [
    "ho-tich",
    "chung-thuc",
    "dat-dai",
    "xay-dung",
    "cu-tru",
    "thue",
];

/// `count` ballots over `units` units; the last unit has only three.
pub fn year(questionnaire: &Questionnaire, count: u64, units: u64) -> Vec<Ballot> {
    let mut random = Random(2640);
    (0..count)
        .map(|nth| one(questionnaire, &mut random, nth, units))
        .collect()
}

fn one(questionnaire: &Questionnaire, random: &mut Random, nth: u64, units: u64) -> Ballot {
    let unit = if nth < 3 {
        units
    } else {
        1 + random.below(units.saturating_sub(1))
    };
    // Each unit has its level, each person their mood around it.
    let mood = 62 + (unit * 37) % 24 + random.below(30);
    let feedback = random.chance(12);
    let stopped = random.chance(6);
    let ends_at = if stopped { 4 + random.below(12) } else { 99 };
    let mut answers = Vec::new();
    for (number, factor) in questionnaire.factors.iter().enumerate() {
        let asked = factor.gate.is_none() || feedback;
        for at in 0..factor.criteria.len() {
            let place = answers.len() as u64;
            let hardness = (number as u64 * 5 + at as u64 * 7) % 17;
            answers.push(if place >= ends_at {
                Answer::Blank
            } else if !asked || random.chance(3) {
                Answer::NotApplicable
            } else if random.chance(2) {
                Answer::Blank
            } else {
                level(random, mood.saturating_sub(hardness))
            });
        }
    }
    if questionnaire.general.is_some() {
        answers.push(if stopped {
            Answer::Blank
        } else {
            level(random, mood)
        });
    }
    let channel = match random.below(100) {
        0 => Channel::Paper,
        1..=9 => Channel::Interviewer,
        10..=44 => Channel::Phone,
        _ => Channel::Kiosk,
    };
    let day = random.below(DAYS) as i64;
    let minute = random.below(9 * 60) as i64;
    let field = random.below(200);
    Ballot {
        id: BallotId(random.next()),
        context: Context {
            device: DeviceId(u32::try_from(0x1000 + unit).unwrap_or(0)),
            campaign: "nam-2026".to_owned(),
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version,
            unit: format!("gia-lai/xa-{unit:03}"),
            field: FIELDS
                .get((field / 40 + u64::from(field == 199)) as usize)
                .copied()
                .unwrap_or_default()
                .to_owned(),
        },
        channel,
        ticket: Ticket::None,
        status: if stopped {
            Status::Stopped
        } else {
            Status::Complete
        },
        submitted_at: Moment {
            unix_secs: FIRST_SECS + day * 86_400 + minute * 60 + random.below(60) as i64,
            offset_minutes: 420,
        },
        duration_secs: 10 + random.below(400) as u32,
        respondent: questionnaire
            .respondent
            .iter()
            .map(|question| {
                let choice = random.below(question.choices.len() as u64 + 1);
                u8::try_from(choice)
                    .ok()
                    .filter(|choice| usize::from(*choice) < question.choices.len())
            })
            .collect(),
        answers,
        reasons: 0,
        comment: if random.chance(4) {
            COMMENT.to_owned()
        } else {
            String::new()
        },
    }
}

/// Satisfied in `chance` of a hundred.
fn level(random: &mut Random, chance: u64) -> Answer {
    let good = random.chance(chance.min(99));
    let extreme = random.chance(35);
    Answer::Level(match (good, extreme) {
        (true, true) => 4,
        (true, false) => 3,
        (false, false) => 2,
        (false, true) => u8::from(random.chance(60)),
    })
}
