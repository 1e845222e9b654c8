//! Writes a year of ballots: `cargo run --release -p sipas-tests --example round -- COUNT UNITS STORE CSV`.
//!
//! STORE becomes local storage's content as JSON, CSV the ballot file; `-` leaves one out.

#[path = "../round.rs"]
mod round;

use sipas_core::ballot::Ballot;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv;
use sipas_formats::ledger::Ledger;
use sipas_formats::packing::Packing;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::MemoryStore;

fn desk() -> Result<Questionnaire, String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../public/questionnaires/sipas-desk.json"
    );
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    sipas_formats::questionnaire::read(&text).map_err(|problems| format!("{problems:?}"))
}

/// Local storage with the ballots in it; every unit that is no plain letter as an escape.
fn store(questionnaire: &Questionnaire, ballots: &[Ballot]) -> Result<String, String> {
    let shape = Shape::of(questionnaire);
    let store = MemoryStore::new();
    let mut ledger =
        Ledger::open(&store, Packing::Sixteen, 1).map_err(|error| error.to_string())?;
    for ballot in ballots {
        let added = ledger.add(ballot, &shape);
        added.map_err(|error| error.to_string())?;
    }
    let mut text = String::from("{");
    for (key, units) in store.snapshot() {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&format!("\"{key}\":\""));
        for unit in units {
            text.push_str(&format!("\\u{unit:04x}"));
        }
        text.push('"');
    }
    text.push_str("}\n");
    Ok(text)
}

fn write(path: &str, content: &[u8]) -> Result<(), String> {
    std::fs::write(path, content).map_err(|error| format!("{path}: {error}"))
}

fn main() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [count, units, store_path, csv_path] = words.as_slice() else {
        return Err("round COUNT UNITS STORE CSV".to_owned());
    };
    let number = |text: &String| text.parse::<u64>().map_err(|error| error.to_string());
    let questionnaire = desk()?;
    let ballots = round::year(&questionnaire, number(count)?, number(units)?);
    if store_path != "-" {
        write(store_path, store(&questionnaire, &ballots)?.as_bytes())?;
    }
    if csv_path != "-" {
        write(csv_path, &csv::write(&questionnaire, &ballots).bytes)?;
    }
    Ok(())
}
