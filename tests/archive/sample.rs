//! A small archive with everything in it.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::{Ballot, BallotId, DeviceId};
use sipas_core::moment::Moment;
use sipas_formats::archive::{About, Builder, Opened, Unread};
use sipas_formats::ledger::marks::Mark;
use sipas_formats::record::shape::Shape;

pub fn about() -> About {
    About {
        device: DeviceId(0x00c0_ffee),
        written_at: Moment {
            unix_secs: 1_795_224_600,
            offset_minutes: 420,
        },
        campaign: "q4-2026".to_owned(),
    }
}

/// Ballots of two questionnaires, units and devices, two of them different under one id.
pub fn ballots() -> Vec<(Ballot, Shape)> {
    let (desk, quick) = (shipped("sipas-desk"), shipped("quick"));
    let mut all = Vec::new();
    for id in 1..=6 {
        let mut ballot = answered(&desk, blank(&desk, id), "access_1", "4");
        ballot.submitted_at.unix_secs += id as i64 * 60;
        ballot.comment = ["", "chờ lâu", "=1+1", "tốt\r\n\"lắm\""][id as usize % 4].to_owned();
        all.push((ballot, Shape::of(&desk)));
    }
    let mut other = all[2].0.clone();
    other.submitted_at.unix_secs += 5;
    all.push((other, Shape::of(&desk)));
    let mut elsewhere = answered(&quick, blank(&quick, u64::MAX), "overall", "2");
    elsewhere.context.device = DeviceId(7);
    elsewhere.context.unit = "gia-lai/ia-dom".to_owned();
    elsewhere.reasons = 0b101;
    all.push((elsewhere, Shape::of(&quick)));
    all
}

pub fn marks() -> Vec<Mark> {
    vec![Mark {
        id: BallotId(9),
        counter: 3,
        removed: true,
        at_secs: 1_795_000_000,
    }]
}

pub const TEXTS: [(&str, &str); 5] = [
    ("sipas/campaign", "{\"id\": \"q4-2026\"}"),
    ("sipas/office/agency", "UBND xã Đức Cơ"),
    ("sipas/office/place", ""),
    ("sipas/paper/2f", "sipas-paper 1\n"),
    ("sipas/r/00c0ffee-1-20261121", "sipas-response 1\n"),
];

pub fn unread() -> Unread {
    Unread {
        key: "sipas/g/1-0".to_owned(),
        at: 12,
        reason: "checksum does not match".to_owned(),
        bytes: vec![0, 255, 13, 10],
    }
}

pub fn builder() -> Builder {
    let mut builder = Builder::new(about());
    for (ballot, shape) in ballots() {
        builder.ballot(&ballot, &shape);
    }
    marks().into_iter().for_each(|mark| builder.mark(mark));
    for (key, text) in TEXTS {
        builder.text(key, text);
    }
    builder.unread(unread());
    builder
}

/// All ballots of an archive with their shapes.
pub fn found(opened: &Opened<'_>) -> Vec<(Ballot, Shape)> {
    let mut found = Vec::new();
    opened.each(&mut |ballot, shape| found.push((ballot.clone(), shape.clone())));
    found
}
