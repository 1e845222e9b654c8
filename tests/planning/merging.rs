//! Copies of one plan edited apart: nothing anybody wrote is lost, whatever is merged into what.

use proptest::prelude::*;
use sipas_core::plan::{ActionPlan, Evidence, Hand, HeadPart, ItemPart, Place};
use std::collections::{BTreeMap, BTreeSet};

const AIM: Place = Place::Item(7, ItemPart::Aim);
const LEAD: Place = Place::Item(7, ItemPart::Lead);

fn hand(writer: u32, at: i64) -> Hand {
    Hand { writer, at }
}

fn plan() -> ActionPlan {
    let mut plan = ActionPlan::new("q4");
    plan.add(hand(1, 0), 7, Evidence::default());
    plan.write(hand(1, 1), AIM, "trên 90 %");
    plan
}

#[test]
fn two_tabs_that_edit_different_texts_lose_nothing() {
    let (mut one, mut two) = (plan(), plan());
    one.write(hand(1, 5), AIM, "trên 95 %");
    two.write(hand(2, 3), LEAD, "Phòng Nội vụ");
    one.merge(&two);
    assert_eq!(
        (one.text(AIM), one.text(LEAD)),
        ("trên 95 %", "Phòng Nội vụ")
    );
    assert_eq!(one.doubtful().count(), 0);
}

#[test]
fn one_text_edited_twice_apart_keeps_both_until_somebody_decides() {
    let (mut one, mut two) = (plan(), plan());
    one.write(hand(1, 5), AIM, "trên 95 %");
    two.write(hand(2, 9), AIM, "từ 92 % trở lên");
    let before = two.clone();
    two.merge(&one);
    assert_eq!(two.text(AIM), "từ 92 % trở lên");
    let aside: Vec<&str> = two
        .register(AIM)
        .unwrap()
        .set_aside()
        .map(|edit| edit.text.as_str())
        .collect();
    assert_eq!(aside, ["trên 95 %"]);
    assert_eq!(two.doubtful().collect::<Vec<_>>(), [AIM]);
    one.merge(&before);
    assert_eq!(one, two);
    // Writing the text that is shown again says that it is meant.
    assert!(two.write(hand(2, 10), AIM, "từ 92 % trở lên"));
    assert_eq!(two.doubtful().count(), 0);
    one.merge(&two);
    assert_eq!(one, two);
    assert!(!two.write(hand(2, 11), AIM, "từ 92 % trở lên"));
}

#[test]
fn an_edit_that_saw_another_replaces_it_even_by_a_slow_clock() {
    let (mut one, mut two) = (plan(), plan());
    one.write(hand(1, 100), AIM, "trên 95 %");
    two.merge(&one);
    two.write(hand(2, 3), AIM, "trên 85 %");
    one.merge(&two);
    assert_eq!((one.text(AIM), one.doubtful().count()), ("trên 85 %", 0));
}

#[test]
fn a_removed_item_keeps_what_was_written_meanwhile() {
    let (mut one, mut two) = (plan(), plan());
    one.remove(hand(1, 5), 7, true);
    two.write(hand(2, 6), LEAD, "Bưu điện");
    two.add(hand(2, 7), 8, Evidence::default());
    one.merge(&two);
    let ids: Vec<u64> = one.items().iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [8]);
    one.remove(hand(1, 8), 7, false);
    assert_eq!((one.items().len(), one.text(LEAD)), (2, "Bưu điện"));
}

#[test]
fn a_tab_copied_with_its_number_loses_nothing_either() {
    let (mut one, mut two) = (plan(), plan());
    one.write(hand(1, 5), AIM, "a");
    two.write(hand(1, 6), AIM, "b");
    one.merge(&two);
    let texts: Vec<&str> = one
        .register(AIM)
        .unwrap()
        .edits()
        .iter()
        .map(|edit| edit.text.as_str())
        .collect();
    assert_eq!(texts, ["a", "b"]);
}

#[derive(Debug, Clone)]
enum Step {
    Write { copy: usize, place: usize, at: i64 },
    Merge { into: usize, from: usize },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let write = (0_usize..3, 0_usize..2, 0_i64..20).prop_map(|(copy, place, at)| Step::Write {
        copy,
        place,
        at,
    });
    let merge = (0_usize..3, 0_usize..3).prop_map(|(into, from)| Step::Merge { into, from });
    proptest::collection::vec(prop_oneof![2 => write, 1 => merge], 0..40)
}

proptest! {
    #[test]
    fn every_text_is_there_until_somebody_who_saw_it_replaces_it(steps in steps()) {
        let places = [AIM, Place::Head(HeadPart::Title)];
        let mut copies: Vec<ActionPlan> = (0..3).map(|_| plan()).collect();
        let mut written: BTreeMap<String, Place> = BTreeMap::new();
        let mut replaced: BTreeSet<String> = BTreeSet::new();
        for (number, step) in steps.iter().enumerate() {
            match step {
                Step::Write { copy, place, at } => {
                    let text = format!("text {number}");
                    let place = places[*place];
                    let seen = copies[*copy].register(place);
                    replaced.extend(seen.into_iter().flat_map(|one| one.edits()).map(|edit| edit.text.clone()));
                    prop_assert!(copies[*copy].write(hand(*copy as u32 + 10, *at), place, &text));
                    prop_assert_eq!(copies[*copy].text(place), &text);
                    written.insert(text, place);
                }
                Step::Merge { into, from } => {
                    let other = copies[*from].clone();
                    copies[*into].merge(&other);
                    let again = copies[*into].clone();
                    copies[*into].merge(&other);
                    prop_assert_eq!(&copies[*into], &again);
                }
            }
        }
        let joined = |order: [usize; 3]| {
            let mut all = copies[order[0]].clone();
            all.merge(&copies[order[1]]);
            all.merge(&copies[order[2]]);
            all
        };
        let all = joined([0, 1, 2]);
        prop_assert_eq!(&all, &joined([2, 1, 0]));
        prop_assert_eq!(&all, &joined([1, 0, 2]));
        let mut nested = copies[2].clone();
        nested.merge(&copies[1]);
        let mut other = copies[0].clone();
        other.merge(&nested);
        prop_assert_eq!(&all, &other);
        for (text, place) in &written {
            let register = all.register(*place);
            let there = register.into_iter().flat_map(|one| one.edits()).any(|edit| edit.text == *text);
            prop_assert_eq!(there, !replaced.contains(text), "{}", text);
        }
        prop_assert_eq!(sipas_formats::plan_record::read(&sipas_formats::plan_record::write(&all)), Ok(all));
    }
}
