//! What reading a province's file costs: `import_cost write FILE BALLOTS UNITS` makes it (seeded), `import_cost read FILE`
//! prints the time of each step and the peak memory, natively.

#[path = "../round.rs"]
mod round;

use sipas_formats::csv::{PlaceMap, Reading, decode};
use sipas_formats::set::Pool;
use std::time::Instant;

const DESK: &str = include_str!("../../public/questionnaires/sipas-desk.json");

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let desk = sipas_formats::questionnaire::read(DESK).unwrap();
    match words[..] {
        ["write", file, ballots, units] => {
            let ballots = round::year(&desk, ballots.parse().unwrap(), units.parse().unwrap());
            std::fs::write(file, sipas_formats::csv::write(&desk, &ballots).bytes).unwrap();
        }
        ["read", file] => read(file, &desk),
        _ => panic!("write FILE BALLOTS UNITS, or read FILE"),
    }
}

fn read(file: &str, desk: &sipas_core::questionnaire::Questionnaire) {
    let bytes = std::fs::read(file).unwrap();
    let size = bytes.len() as f64 / 1e6;
    let told = |name: &str, since: Instant| {
        let secs = since.elapsed().as_secs_f64();
        println!("{name} {:.0} ms, {:.1} MB/s", secs * 1e3, size / secs);
    };
    let map = PlaceMap::default();
    let find = |_: &str, _: u32| Some(desk);
    let since = Instant::now();
    let (text, encoding) = decode(&bytes).unwrap();
    told("decode", since);
    let since = Instant::now();
    let mut reading = Reading::lenient(&text, encoding, &find, &map).unwrap();
    told("look", since);
    let since = Instant::now();
    let mut count = 0;
    while !reading.step(usize::MAX, &mut |_| count += 1) {}
    told("rows", since);
    println!("ballots {count}");
    drop(text);
    let since = Instant::now();
    let mut pool = Pool::new(vec![desk.clone()], PlaceMap::default());
    pool.read(file, &bytes, &mut |_, _| {});
    told("pool", since);
    let (parts, set) = pool.finish();
    told("pool and finish", since);
    println!(
        "set {} ballots, {} bytes, {} parts",
        set.ballots,
        parts.len(),
        set.parts.len()
    );
}
