//! One program for every step of the project: serve, build, test, check, bench, bless.

mod args;
mod bench;
mod bless;
mod browser;
mod build;
mod check;
mod command;
mod compress;
mod failures;
mod http;
mod progress;
mod project;
mod serve;
mod sizes;
mod spreadsheets;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use args::Args;
use project::Project;

const HELP: &str = "\
cargo xtask <step>

  serve   build, then serve the app on http://127.0.0.1:8080
            --port N        another port (0 picks a free one)
            --base /abc/    serve below a sub-folder
            --fast          quick build for development: larger and slower in the browser
            --no-build      serve what is there
            --dist DIR      the folder to serve (default: dist)
  build   release build in dist/, prints the download sizes, fails above the limit
            --out DIR       write elsewhere
            --json FILE     save the sizes as JSON
            --sizes         list the largest crates and functions of the citizen's module
            --fast          quick build for development (no size limit)
            --label WORD    a build under another name (for tests of updates)
  test    everything needed, then every test (what the continuous integration runs)
            --only PART     check, native, build or browser; words after `browser` go to Playwright;
                            spreadsheets (only when named: brings LibreOffice, PSPP, openpyxl, pandas)
  check   formatting, lints on both targets, house rules
  bench   list the benches, or run one by name
  bless   rewrite the golden files from what the code does now
";

fn main() -> ExitCode {
    let mut args = Args::from_environment();
    let step = args.positional();
    match run(step.as_deref(), args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(step: Option<&str>, args: Args) -> anyhow::Result<()> {
    let project = Project::find()?;
    match step {
        Some("serve") => serve::run(&project, args),
        Some("build") => build::run(&project, args),
        Some("test") => test::run(&project, args),
        Some("check") => check::run(&project, args).map(drop),
        Some("bench") => bench::run(&project, args),
        Some("bless") => bless::run(&project, args),
        None | Some("help") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => anyhow::bail!("there is no step `{other}`\n\n{HELP}"),
    }
}
