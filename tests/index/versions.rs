//! Versions of a questionnaire counted together: only where criteria and scales agree.

use crate::ballots::{any_ballot, shipped};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sipas_core::index::{Difference, Options, Recast, report};
use sipas_core::questionnaire::{Definition, Questionnaire};

/// Version 2 of a shipped questionnaire with a change.
fn version_2(id: &str, change: impl Fn(&mut Definition)) -> Questionnaire {
    let mut definition = Definition::clone(&shipped(id));
    definition.version = 2;
    change(&mut definition);
    Questionnaire::new(definition).unwrap()
}

#[test]
fn another_order_of_criteria_levels_and_reasons_gives_the_same_figures() {
    for id in ["sipas-desk", "quick"] {
        let old = shipped(id);
        let new = version_2(id, |definition| {
            for scale in &mut definition.scales {
                scale.levels.reverse();
            }
            if let Some(reasons) = &mut definition.reasons {
                reasons.choices.reverse();
            }
            for factor in definition
                .factors
                .iter_mut()
                .filter(|factor| factor.gate.is_none())
            {
                factor.criteria.reverse();
            }
        });
        let recast = Recast::new(&old, &new).unwrap();
        let config = ProptestConfig {
            cases: 60,
            failure_persistence: None,
            ..Default::default()
        };
        TestRunner::new(config)
            .run(&vec(any_ballot(&old), 0..6), |ballots| {
                let plain = report(&old, &ballots, &Options::default());
                let moved: Vec<_> = ballots.iter().map(|ballot| recast.apply(ballot)).collect();
                let moved = report(&new, &moved, &Options::default());
                prop_assert_eq!(moved.overall.rate, plain.overall.rate);
                prop_assert_eq!(moved.overall.missing, plain.overall.missing);
                for criterion in &plain.criteria {
                    let twin = moved.criterion(&criterion.id).unwrap();
                    prop_assert_eq!(&twin.figure, &criterion.figure);
                    let mut levels = twin.levels.clone();
                    levels.reverse();
                    prop_assert_eq!(&levels, &criterion.levels);
                }
                let mut reasons = moved.reasons.clone();
                reasons.reverse();
                prop_assert_eq!(reasons, plain.reasons);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_differs_is_named() {
    let old = shipped("sipas-desk");
    let new = version_2("sipas-desk", |definition| {
        let moved = definition.factors[0].criteria.remove(0);
        definition.factors[1].criteria.push(moved);
        definition.factors[3].criteria.remove(1);
        definition.factors[3].criteria[0].id = "results_9".into();
    });
    let criterion = |id: &str, version| Difference::Criterion {
        criterion: id.into(),
        version,
    };
    assert_eq!(
        Recast::new(&old, &new),
        Err(vec![
            Difference::Factor {
                criterion: "access_1".into()
            },
            criterion("results_9", 2),
            criterion("results_1", 1),
            criterion("results_2", 1),
        ])
    );
    let stricter = version_2("quick", |definition| {
        definition.scales[0].levels[3].satisfied = false
    });
    let scale = Difference::Scale {
        criterion: "overall".into(),
    };
    assert_eq!(Recast::new(&shipped("quick"), &stricter), Err(vec![scale]));
    let other = Difference::Questionnaire {
        from: "quick".into(),
        into: "management".into(),
    };
    assert_eq!(
        Recast::new(&shipped("quick"), &shipped("management")),
        Err(vec![other])
    );
}
