//! `sipas-overview COUNT UNITS RUNS CSV`: times the overview natively, and writes the ballots as CSV for the peers.

use sipas_formats::csv;
use sipas_overview::{keep, overview};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [count, units, runs, path] = words.as_slice() else {
        return Err("sipas-overview COUNT UNITS RUNS CSV".into());
    };
    let (kept, ballots) = keep(count.parse()?, units.parse()?).ok_or("nothing could be stored")?;
    std::fs::write(path, csv::write(&kept.questionnaire, &ballots).bytes)?;
    drop(ballots);
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..runs.parse::<u32>()? {
        let start = Instant::now();
        last = overview(&kept);
        times.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    let found = last.ok_or("no overview")?;
    let median = times.get(times.len() / 2).ok_or("no run")?;
    println!("native_millis {median:.1}");
    println!("ballots {}", found.ballots);
    println!("groups {}", found.groups);
    println!("intervals {}", found.intervals);
    println!("satisfied {}", found.satisfied);
    println!("counted {}", found.counted);
    Ok(())
}
