//! Addresses there and back, and what is said of those that make no sense.

use super::*;

fn reasons(query: &str) -> Vec<(String, Reason)> {
    let (_, ignored) = read(query);
    ignored
        .into_iter()
        .map(|one| (one.key, one.reason))
        .collect()
}

#[test]
fn every_filter_comes_back_from_its_address() {
    for query in [
        "",
        "view=units&unit=gia-lai/duc-co&field=ho-tich&channel=kiosk&month=2026-11&depth=2",
        "view=time&questionnaire=quick&from=2026-01-01&to=2026-11-21&step=week",
        "unit=&field=&quarter=2026-Q4&r.gender=female&r.age=over-60&formula=mean-of-factors",
        "year=2026&target=0.8&target-is=above&least=10&search=c%C3%A1n%20b%E1%BB%99",
    ] {
        let (filter, ignored) = read(query);
        assert_eq!(ignored, [], "{query}");
        assert_eq!(write(&filter), query);
    }
}

#[test]
fn the_default_has_no_address() {
    assert_eq!(write(&Filter::default()), "");
    assert_eq!(read("&&").0, Filter::default());
}

#[test]
fn what_makes_no_sense_is_named_and_changes_nothing() {
    for query in [
        "unit=Gia Lai",
        "unit=../x",
        "field=%FF",
        "channel=fax",
        "from=21-11-2026",
        "to=2026-02-30",
        "month=2026-13",
        "month=2026-Q4",
        "quarter=2026-Q5",
        "formula=best",
        "view=everything",
        "target=1.1",
        "target=-0.1",
        "target=NaN",
        "target=",
        "target-is=below",
        "least=0",
        "least=x",
        "depth=0",
        "step=day",
        "questionnaire=",
    ] {
        let (filter, ignored) = read(query);
        assert_eq!(filter, Filter::default(), "{query}");
        let found: Vec<_> = ignored.iter().map(|one| one.reason).collect();
        assert_eq!(found, [Reason::BadValue], "{query}");
    }
    assert_eq!(
        reasons("color=red&view=units"),
        [("color".to_owned(), Reason::UnknownKey)]
    );
}

#[test]
fn of_two_that_contradict_each_other_one_holds() {
    assert_eq!(
        reasons("view=units&view=time"),
        [("view".to_owned(), Reason::Again)]
    );
    assert_eq!(
        reasons("month=2026-11&quarter=2026-Q4"),
        [("quarter".to_owned(), Reason::Again)]
    );
    assert_eq!(
        reasons("from=2026-01-01&month=2026-11"),
        [("from".to_owned(), Reason::Again)]
    );
}
