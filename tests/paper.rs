//! Paper ballots: the cells of a sheet, keying, the register and its stored form, agreement.

#[path = "paper/agreement.rs"]
mod agreement;
#[path = "paper/keying.rs"]
mod keying;
#[path = "paper/records.rs"]
mod records;

use sipas_core::moment::Moment;
use sipas_core::paper::register::{Entry, Filled, Outcome, Paper, Record, Verdict};
use sipas_core::paper::sheet::{Mark, Sheet};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Day;

fn questionnaire(name: &str) -> Questionnaire {
    let path = format!(
        "{}/../public/questionnaires/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).expect("the questionnaire is there");
    sipas_formats::questionnaire::read(&text).expect("shipped questionnaires are sound")
}

const MORNING: Moment = Moment {
    unix_secs: 1_795_224_600,
    offset_minutes: 420,
};

const YESTERDAY: Day = Day {
    year: 2026,
    month: 11,
    day: 20,
};

fn at(secs: i64) -> Moment {
    Moment {
        unix_secs: MORNING.unix_secs + secs,
        ..MORNING
    }
}

fn paper(number: u32) -> Paper {
    Paper {
        campaign: "tai-quay".to_owned(),
        questionnaire: "sipas-desk".to_owned(),
        version: 1,
        batch: "A".to_owned(),
        number,
    }
}

/// A paper with the keys `typed` (`.` blank, `0` not applicable) in its cells.
fn filled(sheet: &Sheet<'_>, typed: &str) -> Filled {
    let marks = sheet
        .cells
        .iter()
        .zip(typed.chars().chain(std::iter::repeat('.')));
    Filled {
        unit: "gia-lai/duc-co".to_owned(),
        field: "ho-tich".to_owned(),
        day: Some(YESTERDAY),
        marks: marks
            .map(|(cell, key)| cell.mark(key).unwrap_or(Mark::Blank))
            .collect(),
        comment: String::new(),
    }
}

fn entry(id: u64, number: u32, by: &str, secs: i64, filled: &Filled) -> Entry {
    Entry {
        id,
        paper: paper(number),
        by: by.to_owned(),
        at: at(secs),
        secs: 12,
        keys: 30,
        filled: filled.clone(),
    }
}

fn verdict(id: u64, number: u32, outcome: Outcome, entries: &[u64], filled: &Filled) -> Record {
    Record::Verdict(Verdict {
        id,
        paper: paper(number),
        outcome,
        by: "LAN".to_owned(),
        at: at(1_000),
        keyed_at: at(0),
        entries: entries.to_vec(),
        filled: filled.clone(),
    })
}
