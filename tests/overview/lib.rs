//! From stored bytes to every figure of the results' overview: what `cargo xtask bench overview` measures.
//!
//! The ballots are those of [`round`]; they stand in a store as the app's ledger writes them. [`overview`]
//! opens it, reads every ballot and forms the figures of all, of each unit, of each month, and of each unit
//! in each month: factor indices with their 95 % intervals. Exported functions let a page do the same.

#[path = "../round.rs"]
pub mod round;

use sipas_core::ballot::Ballot;
use sipas_core::columns::{Columns, Split};
use sipas_core::index::{Formula, Report, Scan};
use sipas_core::period::{Period, Step};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Selection;
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::MemoryStore;
use std::sync::Mutex;

/// The questionnaire as the app carries it.
const DESK: &str = include_str!("../../public/questionnaires/sipas-desk.json");

/// Stored ballots.
#[derive(Debug)]
pub struct Kept {
    /// Their questionnaire.
    pub questionnaire: Questionnaire,
    store: MemoryStore,
}

/// What an overview came to, to be compared with what others count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Overview {
    /// Ballots read.
    pub ballots: u64,
    /// Units in months that have ballots.
    pub groups: u64,
    /// Factor indices of those with an interval.
    pub intervals: u64,
    /// Satisfied answers over them.
    pub satisfied: u64,
    /// Counted answers over them.
    pub counted: u64,
}

/// Stores a year of ballots; nothing where the questionnaire or the store cannot be used.
#[must_use]
pub fn keep(count: u64, units: u64) -> Option<(Kept, Vec<Ballot>)> {
    let questionnaire = sipas_formats::questionnaire::read(DESK).ok()?;
    let ballots = round::year(&questionnaire, count, units);
    let shape = Shape::of(&questionnaire);
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).ok()?;
    for ballot in &ballots {
        ledger.add(ballot, &shape).ok()?;
    }
    drop(ledger);
    let kept = Kept {
        questionnaire,
        store,
    };
    Some((kept, ballots))
}

/// Everything on the overview.
#[must_use]
pub fn overview(kept: &Kept) -> Option<Overview> {
    let questionnaire = &kept.questionnaire;
    let ledger = Ledger::open(&kept.store, Packing::Sixteen, 2).ok()?;
    let mut columns = Columns::new(questionnaire);
    let mut place = 0;
    ledger
        .each(&mut |ballot, _| {
            columns.add(place, ballot);
            place += 1;
        })
        .ok()?;
    let all = Selection::default();
    let by_unit = scan(&columns, questionnaire, &all, Split::Unit(None))?;
    let by_month = scan(&columns, questionnaire, &all, Split::Period(Step::Month))?;
    let mut found = Overview {
        ballots: by_unit.0.ballots,
        ..Overview::default()
    };
    for (key, _) in by_month.1 {
        let month = Period::from_key(&key)?;
        let selection = Selection {
            from: Some(month.first()),
            until: Some(month.last()),
            ..Selection::default()
        };
        for (_, report) in scan(&columns, questionnaire, &selection, Split::Unit(None))?.1 {
            found.groups += 1;
            for factor in &report.factors {
                found.intervals += u64::from(factor.figure.interval.is_ok());
                found.satisfied += factor.figure.rate.satisfied;
                found.counted += factor.figure.rate.counted;
            }
        }
    }
    Some(found)
}

fn scan(
    columns: &Columns,
    questionnaire: &Questionnaire,
    selection: &Selection,
    split: Split,
) -> Option<(Report, Vec<(String, Report)>)> {
    let mut scan = Scan::new(columns, questionnaire, selection, split, Formula::Pooled);
    while !scan.step(columns, usize::MAX / 2) {}
    let found = scan.finish()?;
    Some((found.report, found.groups))
}

/// What a page works on.
static PAGE: Mutex<Option<Kept>> = Mutex::new(None);

/// Stores ballots for [`page_overview`]; 1 where it worked.
#[allow(unsafe_code, reason = "a name a page can call")]
#[unsafe(no_mangle)]
pub extern "C" fn page_keep(count: u32, units: u32) -> u32 {
    let Ok(mut page) = PAGE.lock() else {
        return 0;
    };
    *page = keep(u64::from(count), u64::from(units)).map(|(kept, _)| kept);
    u32::from(page.is_some())
}

/// Forms the overview of the page's ballots: satisfied answers, or −1 where that failed.
#[allow(unsafe_code, reason = "a name a page can call")]
#[unsafe(no_mangle)]
pub extern "C" fn page_overview() -> f64 {
    let page = PAGE.lock();
    let found = page.ok().and_then(|page| page.as_ref().and_then(overview));
    found.map_or(-1.0, |found| found.satisfied as f64)
}
