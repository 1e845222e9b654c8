//! `cargo xtask bench`: measurements kept apart from the tests because they need time and a quiet machine.
//!
//! One module per bench, each entered in `BENCHES`.

mod import;
mod ledger;
mod priorities;
mod scan;
mod sizes;
mod start;
mod statistics;
mod stream;
mod surveyjs;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::project::Project;

/// A measurement that can be asked for by name.
struct Bench {
    name: &'static str,
    about: &'static str,
    run: fn(&Project, Args) -> Result<()>,
}

/// Every bench there is.
const BENCHES: &[Bench] = &[
    Bench {
        name: "start",
        about: "time to the first answerable question, ours and SurveyJS's in turn (--runs N, --no-build)",
        run: start::run,
    },
    Bench {
        name: "sizes",
        about: "bytes of a first visit, ours and SurveyJS's (--no-build)",
        run: sizes::run,
    },
    Bench {
        name: "ledger",
        about: "units a ballot takes, time to add and to open as the ledger grows (--no-build)",
        run: ledger::run,
    },
    Bench {
        name: "engines",
        about: "time to write a ballot durably, and what a killed browser keeps (--runs N)",
        run: ledger::engines,
    },
    Bench {
        name: "coverage",
        about: "how often 95 % intervals contain the truth, ours and the naive ones (--samples N)",
        run: statistics::coverage,
    },
    Bench {
        name: "overview",
        about: "from 100 000 stored ballots to every figure of the overview, beside Polars and DuckDB (--runs N)",
        run: statistics::overview,
    },
    Bench {
        name: "import",
        about: "500 000 ballots opened as an analysis set, beside PapaParse and DuckDB (--no-build, --runs N, --ballots N)",
        run: import::run,
    },
    Bench {
        name: "priorities",
        about: "25 000 ballots weighed for what to improve first, and whether the page stays alive (--no-build, --runs N, --ballots N)",
        run: priorities::run,
    },
    Bench {
        name: "scan",
        about: "time to read a code in camera frames, and how many degraded ones are read, beside jsQR (--no-build, --frames N)",
        run: scan::run,
    },
    Bench {
        name: "stream",
        about: "ballots as changing codes with a fifth of them lost, natively and filmed; how large a code may be (--no-build, --ballots N, --pictures N)",
        run: stream::run,
    },
];

/// Runs the bench named first, or lists them.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let Some(wanted) = args.positional() else {
        args.finish()?;
        println!("benches ({}):", BENCHES.len());
        for bench in BENCHES {
            println!("  {:12} {}", bench.name, bench.about);
        }
        return Ok(());
    };
    match BENCHES.iter().find(|bench| bench.name == wanted) {
        Some(bench) => (bench.run)(project, args),
        None => bail!("there is no bench `{wanted}`; `cargo xtask bench` lists them"),
    }
}
