//! What figures and importance together call for.

use crate::ballots::{blank, shipped};
use sipas_core::ballot::{Answer, Ballot};
use sipas_core::campaign::plan::{Plan, Scope, ScopedTarget, target};
use sipas_core::compare::Comparator::{Above, AtLeast};
use sipas_core::generator::Generator;
use sipas_core::importance::{Bootstrap, CannotTell, Cases, Importance};
use sipas_core::index::{Options, Report, report};
use sipas_core::priority::{Basis, Call, Line, Priority, Reason, priorities};

/// Ballots whose criteria are satisfied in so many per cent of them, the general question following two of them.
fn rated(count: usize, seed: u64, percent: impl Fn(usize) -> u64) -> Vec<Ballot> {
    let asked = shipped("sipas-desk");
    let mut generator = Generator::new(seed);
    let mut one = |id| {
        let mut ballot = blank(&asked, id as u64);
        for place in 0..22 {
            let satisfied = generator.below(100) < percent(place);
            ballot.answers[place] = Answer::Level(if satisfied { 4 } else { 1 });
        }
        // access_1 and officials_3 move it; the rest does not.
        let moved = [0, 11].map(|place| ballot.answers[place] == Answer::Level(4));
        let level = moved.iter().filter(|is| **is).count() as u8 * 2;
        ballot.answers[22] = Answer::Level(if generator.below(8) == 0 { 2 } else { level });
        ballot
    };
    (0..count).map(&mut one).collect()
}

fn figures(ballots: &[Ballot]) -> Report {
    report(&shipped("sipas-desk"), ballots, &Options::default())
}

fn moving(ballots: &[Ballot]) -> Result<Importance, CannotTell> {
    let cases = Cases::of(&shipped("sipas-desk"), ballots)?;
    let mut bootstrap = Bootstrap::new(&cases, 1, Some(79))?;
    bootstrap.step(usize::MAX);
    Ok(bootstrap.finish())
}

fn planned(scope: Scope, share: f64) -> Plan {
    Plan {
        targets: vec![ScopedTarget {
            scope,
            target: target(AtLeast, share),
        }],
        ..Plan::default()
    }
}

fn of<'a>(all: &'a [Priority], id: &str) -> &'a Priority {
    all.iter().find(|one| one.id == id).unwrap()
}

#[test]
fn what_is_low_and_matters_comes_first_and_every_reason_is_told() {
    let low = [0, 1, 12];
    let percent = |place: usize| if low.contains(&place) { 55 } else { 97 };
    let now = rated(220, 4, percent);
    let last = rated(220, 5, |_| 97);
    let importance = moving(&now).unwrap();
    let plan = planned(Scope::Overall, 0.8);
    let basis = Basis {
        now: &figures(&now),
        last: Some(&figures(&last)),
        plan: &plan,
        importance: Ok(&importance),
    };
    let all = priorities(&basis);
    assert_eq!(all.len(), 22);
    assert_eq!((all[0].id.as_str(), all[0].call), ("access_1", Call::First));
    let kinds: Vec<bool> = vec![
        matches!(all[0].reasons[0], Reason::Below { gap } if gap > 0.1),
        matches!(all[0].reasons[1], Reason::Fell(change) if change.value < -0.2),
        matches!(all[0].reasons[2], Reason::MovesMuch { share, place: 1 | 2 } if share > 0.2),
    ];
    assert_eq!(kinds, [true; 3], "{:?}", all[0].reasons);
    for id in ["access_2", "officials_4"] {
        assert_eq!(of(&all, id).call, Call::Later, "{id}");
    }
    assert_eq!(of(&all, "officials_3").call, Call::KeepUp);
    assert_eq!(of(&all, "dossier_1").call, Call::Enough);
    assert_eq!(all[1].call, Call::Later);
    let calls: Vec<Call> = all.iter().map(|one| one.call).collect();
    assert!(calls.is_sorted());
}

#[test]
fn without_a_target_the_overall_index_is_the_line_and_a_factor_has_its_own() {
    let now = rated(220, 4, |place| if place == 1 { 40 } else { 90 });
    let figures = figures(&now);
    let overall = figures.overall.value.unwrap();
    let basis = Basis {
        now: &figures,
        last: None,
        plan: &Plan::default(),
        importance: Err(CannotTell::NothingExplained),
    };
    let all = priorities(&basis);
    assert_eq!(
        (all[0].id.as_str(), all[0].call),
        ("access_2", Call::Improve)
    );
    assert_eq!(all[0].line, Line::Overall(overall));
    let why = Reason::NoImportance(CannotTell::NothingExplained);
    assert!(all.iter().all(|one| one.reasons.contains(&why)));
    let of_results = planned(Scope::Factor("results".to_owned()), 0.99);
    let all = priorities(&Basis {
        plan: &of_results,
        ..basis
    });
    let results = of(&all, "results_1");
    assert_eq!(results.line, Line::Target(target(AtLeast, 0.99)));
    assert_eq!(of(&all, "access_2").line, Line::Overall(overall));
}

#[test]
fn a_target_met_to_the_letter_is_met_only_by_at_least() {
    // Everybody asked was satisfied, and everybody was asked: no interval, no doubt.
    let asked = shipped("sipas-desk");
    let now = rated(40, 1, |_| 100);
    let design = sipas_core::estimate::Design {
        population: sipas_core::estimate::Population {
            all: Some(40),
            strata: Default::default(),
        },
        ..Default::default()
    };
    let sample = sipas_core::estimate::Sample::new(&asked, &now, &design).unwrap();
    let figures = sipas_core::index::report_with(&asked, &now, &Options::default(), &sample);
    for (comparator, call) in [(AtLeast, Call::Met), (Above, Call::Improve)] {
        let plan = Plan {
            targets: vec![ScopedTarget {
                scope: Scope::Overall,
                target: target(comparator, 1.0),
            }],
            ..Plan::default()
        };
        let basis = Basis {
            now: &figures,
            last: None,
            plan: &plan,
            importance: Err(CannotTell::ConstantGeneral),
        };
        assert_eq!(of(&priorities(&basis), "access_1").call, call);
    }
}

#[test]
fn few_respondents_call_for_nothing() {
    let now = rated(4, 4, |_| 0);
    let importance = moving(&now);
    let basis = Basis {
        now: &figures(&now),
        last: None,
        plan: &planned(Scope::Overall, 0.8),
        importance: importance.as_ref().map_err(|why| *why),
    };
    for one in priorities(&basis) {
        assert_eq!(one.call, Call::CannotTell);
        assert_eq!(one.reasons[0], Reason::FewRespondents { respondents: 4 });
    }
}
