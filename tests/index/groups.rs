//! Figures by unit, field, channel and month.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::{Ballot, Channel};
use sipas_core::index::{Grouping, Options, Rate, Report, report};

fn ballots() -> Vec<Ballot> {
    let quick = shipped("quick");
    let at = |unit: &str, code: &str, unix_secs: i64| {
        let mut ballot = answered(&quick, blank(&quick, 1), "overall", code);
        ballot.context.unit = unit.into();
        ballot.submitted_at.unix_secs = unix_secs;
        ballot
    };
    // 2026-11-30T23:59:59+07:00 and the second after it.
    let (november, december) = (1_796_057_999, 1_796_058_000);
    let mut paper = at("", "2", december);
    paper.channel = Channel::Paper;
    paper.context.field = String::new();
    vec![
        at("gia-lai/duc-co", "5", november),
        at("gia-lai/duc-co", "1", december),
        at("gia-lai", "4", december),
        at("gia-lai-2/x/y", "4", december),
        paper,
    ]
}

fn groups(by: &[Grouping], rollup: bool) -> Report {
    let options = Options {
        by: by.to_vec(),
        rollup,
        ..Options::default()
    };
    report(&shipped("quick"), &ballots(), &options)
}

fn keys(report: &Report) -> Vec<(&str, &str, u64, u64)> {
    report
        .groups
        .iter()
        .map(|group| {
            let Rate { satisfied, counted } = group.report.overall.rate;
            (group.by.name(), group.key.as_str(), satisfied, counted)
        })
        .collect()
}

#[test]
fn units_are_listed_as_recorded_and_in_order() {
    let expected = [
        ("unit", "", 0, 1),
        ("unit", "gia-lai", 1, 1),
        ("unit", "gia-lai-2/x/y", 1, 1),
        ("unit", "gia-lai/duc-co", 1, 2),
    ];
    assert_eq!(keys(&groups(&[Grouping::Unit], false)), expected);
}

#[test]
fn rolled_up_units_count_for_each_ancestor_once() {
    let expected = [
        ("unit", "", 0, 1),
        ("unit", "gia-lai", 2, 3),
        ("unit", "gia-lai-2", 1, 1),
        ("unit", "gia-lai-2/x", 1, 1),
        ("unit", "gia-lai-2/x/y", 1, 1),
        ("unit", "gia-lai/duc-co", 1, 2),
    ];
    assert_eq!(keys(&groups(&[Grouping::Unit], true)), expected);
}

#[test]
fn several_groupings_come_in_the_order_asked_and_months_by_the_local_clock() {
    let by = [
        Grouping::Month,
        Grouping::Channel,
        Grouping::Month,
        Grouping::Field,
    ];
    let expected = [
        ("month", "2026-11", 1, 1),
        ("month", "2026-12", 2, 4),
        ("channel", "paper", 0, 1),
        ("channel", "phone", 3, 4),
        ("field", "", 0, 1),
        ("field", "ho-tich", 3, 4),
    ];
    assert_eq!(keys(&groups(&by, true)), expected);
}

#[test]
fn groups_leave_the_whole_as_it_is() {
    let mut report = groups(&Grouping::ALL, true);
    report.groups.clear();
    assert_eq!(report, groups(&[], false));
    assert_eq!(
        report.overall.rate,
        Rate {
            satisfied: 3,
            counted: 5
        }
    );
}
