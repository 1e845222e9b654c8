//! What the ledger costs: units a ballot, and the time of adding and opening as it grows.
//!
//! `cargo run --release -p sipas-tests --example ledger_cost` prints one `name value` pair a line;
//! `… -- --fill COUNT FILE` writes local storage's content with so many ballots as JSON instead.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../ledger/sample.rs"]
mod sample;

use sample::{Random, complete, desk, desk_context};
use sipas_core::ballot::{Answer, Ballot};
use sipas_formats::ledger::{AddError, Ledger, QUOTA_UNITS};
use sipas_formats::packing::Packing;
use sipas_formats::record::seal;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::{MemoryStore, Store};
use std::time::Instant;

/// A plain JSON object of the ballot file's columns, as a naive store would keep it.
fn json(ballot: &Ballot) -> String {
    let context = &ballot.context;
    let mut text = format!(
        "{{\"ballot_id\":\"{}\",\"device_id\":\"{}\",\"campaign\":\"{}\",\"questionnaire\":\"{}\",\
         \"version\":{},\"unit\":\"{}\",\"field\":\"{}\",\"channel\":\"{}\",\"status\":\"{}\",\
         \"submitted_at\":\"2026-11-21T08:30:00+07:00\",\"duration_secs\":{},\"gender\":\"nu\",\
         \"age\":\"35-49\",\"education\":\"dai-hoc\",\"occupation\":\"tu-do\",\"respondent\":\"ca-nhan\",\
         \"answers\":{{",
        ballot.id,
        context.device,
        context.campaign,
        context.questionnaire,
        context.version,
        context.unit,
        context.field,
        ballot.channel.code(),
        ballot.status.code(),
        ballot.duration_secs
    );
    let factors = [
        ("access", 4),
        ("dossier", 5),
        ("officials", 6),
        ("results", 3),
        ("feedback", 4),
    ];
    let mut names: Vec<String> = factors
        .iter()
        .flat_map(|(id, count)| (1..=*count).map(move |nth| format!("{id}_{nth}")))
        .collect();
    names.push("overall".to_owned());
    let answers: Vec<String> = names
        .iter()
        .zip(&ballot.answers)
        .map(|(name, answer)| match answer {
            Answer::Level(level) => format!("\"{name}\":{}", level + 1),
            Answer::Blank | Answer::NotApplicable => format!("\"{name}\":null"),
        })
        .collect();
    text.push_str(&answers.join(","));
    text.push_str("},\"comment\":\"\"}");
    text
}

fn ballot(random: &mut Random, shape: &Shape, nth: u32) -> Ballot {
    // A counter's day of 200 ballots of one field, then the next day.
    complete(
        random,
        shape,
        &desk_context("ho-tich"),
        nth % 200 + nth / 200 * 720,
    )
}

fn millis(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1_000.0
}

fn capacity(packing: Packing, reserve: usize) {
    let (shape, mut random) = (desk(), Random(1));
    let store = MemoryStore::new();
    store.set_quota(QUOTA_UNITS);
    let Ok(mut ledger) = Ledger::open(&store, packing, 0x9e37_79b9) else {
        return;
    };
    if ledger.hold_reserve(reserve) != Ok(true) {
        return;
    }
    let mut count = 0;
    loop {
        match ledger.add(&ballot(&mut random, &shape, count), &shape) {
            Ok(receipt) if receipt.reserve_held => count += 1,
            Ok(_) | Err(AddError::Full) => break,
            Err(error) => {
                println!("capacity_error {error}");
                return;
            }
        }
    }
    let name = format!("{packing:?}").to_lowercase();
    println!("capacity_{name}_ballots {count}");
    println!(
        "capacity_{name}_units_per_ballot {:.2}",
        QUOTA_UNITS as f64 / f64::from(count)
    );
}

/// Adds up to `target` ballots, then times `times` more; gives the median in microseconds.
fn adding(store: &MemoryStore, target: u32, times: u32, random: &mut Random) -> f64 {
    let shape = desk();
    let Ok(mut ledger) = Ledger::open(store, Packing::Sixteen, target + 1) else {
        return f64::NAN;
    };
    let mut nth = u32::try_from(ledger.count()).unwrap_or(u32::MAX);
    while nth < target {
        if ledger.add(&ballot(random, &shape, nth), &shape).is_err() {
            return f64::NAN;
        }
        nth += 1;
    }
    let mut taken: Vec<f64> = (0..times)
        .map(|extra| {
            let ballot = ballot(random, &shape, nth + extra);
            let start = Instant::now();
            let added = ledger.add(&ballot, &shape);
            let taken = millis(start) * 1_000.0;
            if added.is_ok() { taken } else { f64::NAN }
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    taken.get(taken.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A JSON object of the keys and values of a store with so many ballots; every unit as an escape.
fn filled(count: u32) -> Option<String> {
    let (shape, mut random) = (desk(), Random(3));
    let store = MemoryStore::new();
    let mut ledger = Ledger::open(&store, Packing::Sixteen, 1).ok()?;
    for nth in 0..count {
        ledger.add(&ballot(&mut random, &shape, nth), &shape).ok()?;
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
    text.push('}');
    Some(text)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [option, count, file] = words.as_slice() {
        let text = count
            .parse()
            .ok()
            .filter(|_| option == "--fill")
            .and_then(filled);
        match text.map(|text| std::fs::write(file, text)) {
            Some(Ok(())) => return,
            other => {
                eprintln!("--fill COUNT FILE: {other:?}");
                std::process::exit(1);
            }
        }
    }
    let (shape, mut random) = (desk(), Random(2));
    let one = ballot(&mut random, &shape, 0);
    let plain = json(&one).len();
    println!("json_units_per_ballot {plain}");
    println!("json_ballots_in_local_storage {}", QUOTA_UNITS / plain);
    println!("sealed_bytes_per_ballot {}", seal(&one, &shape).len());
    capacity(Packing::Sixteen, 8_192);
    capacity(Packing::Fifteen, 8_192);

    let store = MemoryStore::new();
    // Two whole groups' worth each, so that every fill of a group counts alike.
    let costs = [0, 10_000, 100_000].map(|size| (size, adding(&store, size, 2_560, &mut random)));
    let base = costs.first().map_or(f64::NAN, |cost| cost.1);
    for (size, micros) in costs {
        println!("add_at_{size}_micros {micros:.1}");
        println!("add_at_{size}_ratio {:.2}", micros / base);
    }

    let start = Instant::now();
    if let Ok(ledger) = Ledger::open(&store, Packing::Sixteen, 9) {
        println!("open_{}_millis {:.1}", ledger.count(), millis(start));
        let start = Instant::now();
        let count = ledger.count();
        println!("count_{count}_millis {:.2}", millis(start));
        let start = Instant::now();
        if let Ok(account) = ledger.each(&mut |_, _| {}) {
            println!("decode_{}_millis {:.1}", account.ballots, millis(start));
        }
        let start = Instant::now();
        if let Ok(units) = store.used_units() {
            println!("used_units {units}");
        }
        println!("used_units_millis {:.2}", millis(start));
    }
}
