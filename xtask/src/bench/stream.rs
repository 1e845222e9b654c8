//! `cargo xtask bench stream`: ballots as codes from one device to another, natively and through a filmed camera.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::Result;

use crate::args::Args;
use crate::browser;
use crate::build::{self, BuildOptions};
use crate::command::{cargo, command, run_loud};
use crate::progress::loud_step;
use crate::project::Project;

/// Prints bytes, symbols, codes shown and lost, and seconds; `--ballots N` of them, `--pictures N` of each size of code.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let keep = args.flag("--no-build");
    let ballots = args
        .value("--ballots")?
        .unwrap_or_else(|| "1000".to_owned());
    let pictures = args.value("--pictures")?.unwrap_or_else(|| "40".to_owned());
    args.finish()?;
    let mut arguments = vec!["run", "--quiet", "--release", "--package", "sipas-tests"];
    arguments.extend(["--example", "stream_cost", "--", &ballots, &pictures]);
    run_loud(&mut cargo(&arguments, project.root()))?;
    let chromium = browser::ensure(project)?;
    if !keep {
        build::build(project, &BuildOptions::default())?;
    }
    loud_step("stream.spec.mjs", || {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let arguments = ["playwright", "test", "stream", "-g", "fifth"];
        let mut playwright = command("npx", &arguments, &project.path("tests/browser"));
        playwright
            .env("SIPAS_CHROMIUM", &chromium)
            .env("SIPAS_XTASK", std::env::current_exe()?)
            .env("SIPAS_TEST_PORT", port.to_string())
            .env(
                "SIPAS_TEST_REPORT",
                project.scratch().join("stream-report.json"),
            )
            .env("SIPAS_STREAM_BALLOTS", &ballots);
        run_loud(&mut playwright)
    })
}
