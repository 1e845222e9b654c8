//! Signs between the ballots of one device.

use super::single::counted;
use super::{Flag, Rule, Rules};
use crate::ballot::{Answer, Ballot, Channel, DeviceId};
use std::collections::BTreeMap;

/// Answers, respondent answers, unit and field.
type Same<'a> = (&'a [Answer], &'a [Option<u8>], &'a str, &'a str);

fn flag(ballot: &Ballot, rule: Rule) -> Flag {
    Flag {
        ballot: ballot.id,
        device: ballot.context.device,
        rule,
    }
}

fn by_device<'a>(ballots: &[&'a Ballot], rules: &Rules) -> BTreeMap<DeviceId, Vec<&'a Ballot>> {
    let mut devices: BTreeMap<DeviceId, Vec<&Ballot>> = BTreeMap::new();
    for ballot in ballots {
        if counted(ballot) >= rules.answers_min {
            devices
                .entry(ballot.context.device)
                .or_default()
                .push(ballot);
        }
    }
    for own in devices.values_mut() {
        own.sort_by_key(|ballot| (ballot.submitted_at.unix_secs, ballot.id));
    }
    devices
}

/// The later of two ballots of one device with the same answers, respondent, unit and field.
///
/// Papers are left out: their time is only a date, and each was numbered by hand.
pub(super) fn doubled(ballots: &[&Ballot], rules: &Rules) -> Vec<Flag> {
    let mut flags = Vec::new();
    for own in by_device(ballots, rules).values() {
        let mut last: BTreeMap<Same<'_>, i64> = BTreeMap::new();
        for ballot in own {
            if ballot.channel == Channel::Paper {
                continue;
            }
            let context = &ballot.context;
            let same = (
                ballot.answers.as_slice(),
                ballot.respondent.as_slice(),
                context.unit.as_str(),
                context.field.as_str(),
            );
            let time = ballot.submitted_at.unix_secs;
            let before = last.insert(same, time);
            if before.is_some_and(|before| time.saturating_sub(before) <= rules.doubled_secs) {
                flags.push(flag(ballot, Rule::Doubled));
            }
        }
    }
    flags
}

/// Ballots with the one sequence of answers that most of a device's ballots have.
///
/// A sequence of a single level is left to the rule of straight lines.
pub(super) fn patterns(ballots: &[&Ballot], rules: &Rules) -> Vec<Flag> {
    let mut flags = Vec::new();
    for own in by_device(ballots, rules).values() {
        if own.len() < rules.device_ballots_min {
            continue;
        }
        let mut sequences: BTreeMap<&[Answer], usize> = BTreeMap::new();
        for ballot in own {
            *sequences.entry(&ballot.answers).or_default() += 1;
        }
        for (sequence, count) in sequences {
            let levels = || {
                sequence
                    .iter()
                    .filter(|answer| matches!(answer, Answer::Level(_)))
            };
            let straight = levels()
                .zip(levels().skip(1))
                .all(|(one, next)| one == next);
            if !straight && count as f64 > rules.device_share * own.len() as f64 {
                let same = own.iter().filter(|ballot| ballot.answers == sequence);
                flags.extend(same.map(|ballot| flag(ballot, Rule::DevicePattern)));
            }
        }
    }
    flags
}
