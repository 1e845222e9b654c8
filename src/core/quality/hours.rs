//! Opening hours in which a counter collected nothing.

use super::Rules;
use crate::ballot::{Ballot, Channel, DeviceId};
use crate::selection::Day;
use std::collections::{BTreeMap, BTreeSet};

/// A counter's missing hours on one day (rule `missing-hours`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The unit.
    pub unit: String,
    /// The counter's device.
    pub device: DeviceId,
    /// The day, by the device's clock.
    pub day: Day,
    /// The opening hours without a ballot, in order.
    pub hours: Vec<u8>,
    /// Ballots it sent that day; 0 where the unit's other counters were busy and this one silent.
    pub ballots: u64,
}

/// Counters that sent nothing in many opening hours of a day on which their unit sent something.
///
/// A counter is a device that sent kiosk or interviewer ballots in the unit; days before its first and
/// after its last ballot are not held against it. Respondents' own phones are no counters.
pub(super) fn gaps(ballots: &[&Ballot], rules: &Rules) -> Vec<Gap> {
    let mut counters: BTreeMap<(&str, DeviceId), BTreeMap<Day, Vec<u8>>> = BTreeMap::new();
    let mut open: BTreeMap<&str, BTreeSet<Day>> = BTreeMap::new();
    for ballot in ballots {
        match ballot.channel {
            Channel::Kiosk | Channel::Interviewer => {}
            Channel::Phone | Channel::Paper => continue,
        }
        let (unit, day) = (ballot.context.unit.as_str(), Day::of(ballot));
        open.entry(unit).or_default().insert(day);
        let days = counters.entry((unit, ballot.context.device)).or_default();
        days.entry(day)
            .or_default()
            .push(ballot.submitted_at.civil().hour);
    }
    let mut gaps = Vec::new();
    for ((unit, device), days) in &counters {
        let (Some((first, _)), Some((last, _))) = (days.first_key_value(), days.last_key_value())
        else {
            continue;
        };
        let active = open
            .get(unit)
            .into_iter()
            .flat_map(|open| open.range(first..=last));
        for day in active {
            let sent: &[u8] = days.get(day).map_or(&[], Vec::as_slice);
            let opening = rules.opening_hours.iter().copied();
            let hours: Vec<u8> = opening.filter(|hour| !sent.contains(hour)).collect();
            if hours.len() >= rules.missing_hours_min {
                gaps.push(Gap {
                    unit: (*unit).to_owned(),
                    device: *device,
                    day: *day,
                    hours,
                    ballots: sent.len() as u64,
                });
            }
        }
    }
    gaps
}
