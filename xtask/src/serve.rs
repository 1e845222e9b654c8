//! `cargo xtask serve`: builds, then serves `dist/` on the loopback address until stopped.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use crate::args::Args;
use crate::build::{self, BuildOptions};
use crate::compress::Compressor;
use crate::http::{self, Served};
use crate::project::Project;

const DEFAULT_PORT: u16 = 8080;

/// Builds (unless told not to) and serves.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let port = match args.value("--port")? {
        Some(text) => text
            .parse()
            .with_context(|| format!("`--port {text}` is not a port number (0 to 65535)"))?,
        None => DEFAULT_PORT,
    };
    let base = base_path(args.value("--base")?.as_deref())?;
    let out = args.value("--dist")?.map(PathBuf::from);
    let no_build = args.flag("--no-build");
    let fast = args.flag("--fast");
    args.finish()?;

    // Taken before the build, so that a port in use is known at once.
    let listener = listen(port)?;
    let folder = if no_build {
        project.root().join(out.unwrap_or_else(|| "dist".into()))
    } else {
        let options = BuildOptions {
            fast,
            out,
            ..BuildOptions::default()
        };
        build::build(project, &options)?
    };
    if !folder.join("index.html").is_file() {
        bail!(
            "{} holds no built site; run `cargo xtask build` first",
            folder.display()
        );
    }
    let served = Served {
        folder,
        base,
        compressor: Compressor::new(project)?,
    };
    serve(&listener, served)
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use by another program; stop it, or choose another: `cargo xtask serve --port {}`",
            port.checked_add(1).unwrap_or(DEFAULT_PORT)
        ),
        Err(error) => Err(error).with_context(|| format!("cannot listen on port {port}")),
    }
}

fn serve(listener: &TcpListener, served: Served) -> Result<()> {
    let address = listener.local_addr()?;
    println!("\nserving on http://{address}{}", served.base);
    println!("stop with Ctrl+C");
    answer_all(listener, served);
    Ok(())
}

/// Serves on a free port until the program ends; the address comes back.
pub fn in_background(served: Served) -> Result<SocketAddr> {
    let listener = listen(0)?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || answer_all(&listener, served));
    Ok(address)
}

fn answer_all(listener: &TcpListener, served: Served) {
    let served = Arc::new(served);
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        let served = Arc::clone(&served);
        std::thread::spawn(move || {
            if let Err(error) = http::converse(stream, &served) {
                eprintln!("  · a connection ended early: {error:#}");
            }
        });
    }
}

/// `/`, or the sub-folder with a slash on both sides.
fn base_path(given: Option<&str>) -> Result<String> {
    let inner = given.unwrap_or_default().trim_matches('/');
    if inner.contains(['?', '#', '%', '\\', ' ']) {
        bail!("`--base {inner}` must be a plain path like /abc/");
    }
    if inner.is_empty() {
        return Ok("/".to_owned());
    }
    Ok(format!("/{inner}/"))
}
