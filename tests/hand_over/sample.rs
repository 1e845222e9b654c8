//! A phone's ballots, and the counter they are for.

use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::hand_over::taking::{Counter, Refusal, Taken};
use sipas_formats::hand_over::tickets::Tickets;
use sipas_formats::hand_over::{self, Sheet};
use sipas_formats::record::shape::Shape;

/// When the counter of these tests looks at its clock.
pub const NOW: i64 = 1_795_225_000;

/// The ticket in the code the citizen scanned.
pub const TICKET: u64 = 0x0123_4567_89ab_cdef;

pub fn questionnaire(name: &str) -> Questionnaire {
    let path = format!(
        "{}/../public/questionnaires/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).unwrap();
    sipas_formats::questionnaire::read(&text).unwrap()
}

/// A full ballot of `sipas-desk` on the citizen's phone.
pub fn ballot() -> Ballot {
    let desk = questionnaire("sipas-desk");
    Ballot {
        id: BallotId(0xfeed_beef_0123_4567),
        context: Context {
            device: DeviceId(0x3f2a_90c1),
            campaign: "khao-sat-quy-4-2026".to_owned(),
            questionnaire: "sipas-desk".to_owned(),
            version: desk.version,
            unit: "gia-lai/duc-co".to_owned(),
            field: "dau-tu-ho-kinh-doanh".to_owned(),
        },
        channel: Channel::Phone,
        ticket: Ticket::Once(TICKET),
        status: Status::Complete,
        submitted_at: Moment {
            unix_secs: NOW - 60,
            offset_minutes: 420,
        },
        duration_secs: 300,
        respondent: vec![Some(1); desk.respondent.len()],
        answers: (0..desk.criteria_count())
            .map(|at| Answer::Level((at % 5) as u8))
            .collect(),
        reasons: 0,
        comment: String::new(),
    }
}

pub fn shape() -> Shape {
    Shape::of(&questionnaire("sipas-desk"))
}

pub fn sheet(ballot: &Ballot) -> Sheet {
    hand_over::read(&hand_over::write(ballot, &shape())).unwrap()
}

/// The counter that issued [`TICKET`] a few minutes ago.
pub fn tickets() -> Tickets {
    let mut tickets = Tickets::default();
    tickets.issue(5, NOW - 900);
    tickets.issue(TICKET, NOW - 400);
    tickets
}

/// What a counter with these tickets that has stored `held` does with a sheet.
pub fn take(sheet: &Sheet, tickets: &Tickets, held: &[BallotId]) -> Result<Taken, Refusal> {
    let desk = questionnaire("sipas-desk");
    let counter = Counter {
        campaign: "khao-sat-quy-4-2026",
        questionnaire: &desk,
        tickets,
        now_secs: NOW,
    };
    counter.take(sheet, |id| held.contains(&id))
}

/// A number like the letters of a message: SplitMix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
