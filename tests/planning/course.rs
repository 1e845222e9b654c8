//! One criterion's way: weak in a quarter, planned for, asked again in the next.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::Ballot;
use sipas_core::campaign::plan::{Plan, Scope, ScopedTarget, target};
use sipas_core::compare::{Change, Comparator, Verdict};
use sipas_core::importance::CannotTell;
use sipas_core::index::{Options, Report, report};
use sipas_core::plan::{Evidence, NotComparable, comment_share, since};
use sipas_core::priority::{Basis, Call, priorities};

/// Ballots of which so many of a hundred are satisfied with officials_4, and all with everything else.
fn quarter(satisfied: u64) -> Vec<Ballot> {
    let asked = shipped("sipas-desk");
    let one = |id| {
        let mut ballot = blank(&asked, id);
        for criterion in asked.criteria() {
            ballot = answered(&asked, ballot, &criterion.id, "5");
        }
        let weak = id % 100 >= satisfied;
        if weak && id % 2 == 0 {
            ballot.comment = "Hướng dẫn chưa rõ".to_owned();
        }
        answered(&asked, ballot, "officials_4", if weak { "2" } else { "4" })
    };
    (0..100).map(one).collect()
}

fn figures(ballots: &[Ballot]) -> Report {
    report(&shipped("sipas-desk"), ballots, &Options::default())
}

/// The evidence of the weakest criterion against 90 %.
fn weakest(now: &Report, last: Option<&Report>) -> Evidence {
    let asked = shipped("sipas-desk");
    let plan = Plan {
        targets: vec![ScopedTarget {
            scope: Scope::Overall,
            target: target(Comparator::AtLeast, 0.9),
        }],
        ..Plan::default()
    };
    let basis = Basis {
        now,
        last,
        plan: &plan,
        importance: Err(CannotTell::ConstantGeneral),
    };
    let all = priorities(&basis);
    assert_eq!(
        (all[0].id.as_str(), all[0].call),
        ("officials_4", Call::Improve)
    );
    Evidence::of(&asked, &basis, &all[0])
}

#[test]
fn what_changed_since_is_told_with_its_verdict() {
    let ballots = quarter(60);
    let evidence = weakest(&figures(&ballots), Some(&figures(&quarter(75))));
    assert_eq!(evidence.last, Some(0.75));
    let snapshot = evidence.figure.unwrap();
    assert_eq!((snapshot.rate.satisfied, snapshot.rate.counted), (60, 100));
    let asked = shipped("sipas-desk");
    assert_eq!(comment_share(&asked, "officials_4", &ballots), (20, 40));
    assert_eq!(comment_share(&asked, "officials_9", &ballots), (0, 0));
    for (satisfied, change, verdict) in [
        (98, Change::Higher, Verdict::Met),
        (66, Change::NotShown, Verdict::NotMet),
        (90, Change::Higher, Verdict::NotEnoughEvidence),
        (30, Change::Lower, Verdict::NotMet),
    ] {
        let now = figures(&quarter(satisfied));
        let found = since(
            &evidence,
            ("sipas-desk", 1),
            now.criterion("officials_4").unwrap(),
        )
        .unwrap();
        assert_eq!(
            (found.difference.change(), found.verdict),
            (change, Some(verdict)),
            "{satisfied}"
        );
        let value = (satisfied as f64 - 60.0) / 100.0;
        assert!((found.difference.value - value).abs() < 1e-12);
        // The same as of two figures that are both at hand.
        let then = figures(&ballots);
        let both = sipas_core::compare::difference(
            &now.criterion("officials_4").unwrap().figure,
            &then.criterion("officials_4").unwrap().figure,
            1,
        );
        assert_eq!(both, Ok(found.difference));
    }
}

#[test]
fn what_cannot_be_compared_says_why() {
    let evidence = weakest(&figures(&quarter(60)), None);
    let now = figures(&quarter(80));
    let one = now.criterion("officials_4").unwrap();
    let asked = ("sipas-desk", 1);
    assert_eq!(
        since(&evidence, ("sipas-desk", 2), one),
        Err(NotComparable::OtherQuestionnaire)
    );
    let free = Evidence::default();
    assert_eq!(since(&free, asked, one), Err(NotComparable::NoneThen));
    let nobody = figures(&[]);
    let none = nobody.criterion("officials_4").unwrap();
    assert_eq!(since(&evidence, asked, none), Err(NotComparable::NoneNow));
    let mut without = evidence;
    without.figure.as_mut().unwrap().limits = None;
    assert_eq!(
        since(&without, asked, one),
        Err(NotComparable::NoIntervalThen)
    );
}
