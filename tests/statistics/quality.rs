//! Signs of bad data: each rule finds its case, spares its neighbour, and removes nothing.

use crate::ballots::{blank, shipped};
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, DeviceId};
use sipas_core::index::{Options, report};
use sipas_core::quality::{Rule, Rules, inspect, without_flagged};

/// A full ballot with levels by place; sent `after` seconds from 8:30.
fn ballot(id: u64, after: i64, level: impl Fn(usize) -> u8) -> Ballot {
    let desk = shipped("sipas-desk");
    let mut ballot = blank(&desk, id);
    ballot.submitted_at.unix_secs += after;
    ballot.answers = (0..23).map(|place| Answer::Level(level(place))).collect();
    ballot
}

fn varied(seed: u64) -> impl Fn(usize) -> u8 {
    move |place| {
        let mixed = (place as u64 + 1)
            .wrapping_mul(seed + 2)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed >> 33) % 5) as u8
    }
}

fn found(ballots: &[Ballot]) -> Vec<(u64, Rule)> {
    let all: Vec<&Ballot> = ballots.iter().collect();
    let mut reversed = all.clone();
    reversed.reverse();
    let desk = shipped("sipas-desk");
    let inspection = inspect(&desk, &all, &Rules::default());
    assert_eq!(inspection, inspect(&desk, &reversed, &Rules::default()));
    inspection
        .flags
        .iter()
        .map(|flag| (flag.ballot.0, flag.rule))
        .collect()
}

#[test]
fn too_fast_counts_seconds_for_each_answer() {
    let mut quick = ballot(1, 0, varied(1));
    quick.duration_secs = 22;
    let mut exactly = ballot(2, 9_000, varied(2));
    exactly.duration_secs = 23;
    let mut paper = ballot(3, 19_000, varied(3));
    paper.duration_secs = 0;
    paper.channel = Channel::Paper;
    let mut stopped = ballot(4, 29_000, varied(4));
    stopped.duration_secs = 1;
    stopped.answers[7..].fill(Answer::Blank);
    assert_eq!(
        found(&[quick, exactly, paper, stopped]),
        [(1, Rule::TooFast)]
    );
}

#[test]
fn straight_lines_run_over_several_factors() {
    let line = ballot(1, 0, |_| 3);
    let mut gaps = ballot(2, 9_000, |_| 4);
    gaps.answers[3] = Answer::NotApplicable;
    let almost = ballot(3, 19_000, |place| if place == 5 { 3 } else { 4 });
    let mut few = ballot(4, 29_000, |_| 2);
    few.answers[7..].fill(Answer::Blank);
    let expected = [(1, Rule::StraightLined), (2, Rule::StraightLined)];
    assert_eq!(found(&[line, gaps, almost, few]), expected);
}

#[test]
fn doubled_is_the_later_of_two_from_one_device() {
    let first = ballot(1, 0, varied(1));
    let second = ballot(2, 600, varied(1));
    let late = ballot(3, 1_201, varied(1));
    let mut elsewhere = ballot(4, 10, varied(1));
    elsewhere.context.device = DeviceId(7);
    let mut other = ballot(5, 20, varied(1));
    other.answers[0] = Answer::Blank;
    assert_eq!(
        found(&[first, second, late, elsewhere, other]),
        [(2, Rule::Doubled)]
    );
}

#[test]
fn a_device_that_repeats_itself_is_told_apart_from_one_that_does_not() {
    let mut ballots = Vec::new();
    for id in 0..12 {
        // Seven of twelve with the same answers, far apart in time.
        let seed = if id < 7 { 1 } else { id };
        ballots.push(ballot(id, id as i64 * 4_000, varied(seed)));
        let mut fine = ballot(100 + id, id as i64 * 4_000, varied(id));
        fine.context.device = DeviceId(2);
        ballots.push(fine);
    }
    let expected: Vec<_> = (0..7).map(|id| (id, Rule::DevicePattern)).collect();
    assert_eq!(found(&ballots), expected);
}

#[test]
fn missing_hours_are_those_of_a_counter_on_a_day_its_unit_was_open() {
    let hour = 3_600;
    let day = 86_400;
    let at = |id: u64, device: u32, after: i64| {
        let mut one = ballot(id, after, varied(id));
        one.channel = Channel::Kiosk;
        one.context.device = DeviceId(device);
        one
    };
    let mut ballots = Vec::new();
    for (place, opening) in [0, 1, 2, 6, 7, 8].into_iter().enumerate() {
        // Counter 1 is there all of two days; counter 2 only at 8 and 9 on the first, all day on the third.
        for number in 0..3 {
            ballots.push(at(
                10 * number + place as u64,
                1,
                number as i64 * day + opening * hour,
            ));
        }
        ballots.push(at(100 + place as u64, 2, 2 * day + opening * hour));
    }
    ballots.extend([at(200, 2, 0), at(201, 2, hour)]);
    let all: Vec<&Ballot> = ballots.iter().collect();
    let gaps = inspect(&shipped("sipas-desk"), &all, &Rules::default()).gaps;
    let told: Vec<_> = gaps
        .iter()
        .map(|gap| (gap.device.0, gap.day.day, gap.hours.clone(), gap.ballots))
        .collect();
    let second = vec![8, 9, 10, 14, 15, 16];
    assert_eq!(told, [(2, 21, vec![10, 14, 15, 16], 2), (2, 22, second, 0)]);
}

#[test]
fn the_index_is_shown_with_and_without() {
    let desk = shipped("sipas-desk");
    let mut ballots: Vec<Ballot> = (0..6)
        .map(|id| ballot(id, id as i64 * 5_000, varied(id)))
        .collect();
    ballots.push(ballot(9, 60_000, |_| 4));
    let all: Vec<&Ballot> = ballots.iter().collect();
    let inspection = inspect(&desk, &all, &Rules::default());
    assert_eq!(inspection.count(Rule::StraightLined), 1);
    let clean = without_flagged(&all, &inspection, &Rule::ALL);
    let ids: Vec<BallotId> = clean.iter().map(|ballot| ballot.id).collect();
    assert_eq!(ids, (0..6).map(BallotId).collect::<Vec<_>>());
    let index = |ballots: &[&Ballot]| report(&desk, ballots.iter().copied(), &Options::default());
    assert!(index(&all).overall.value > index(&clean).overall.value);
    assert_eq!(
        without_flagged(&all, &inspection, &[Rule::TooFast]).len(),
        7
    );
}
