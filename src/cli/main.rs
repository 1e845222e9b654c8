//! `sipas-cli`: the indices of exported ballot files, computed by the same core as the browser's, and the
//! files in other forms.
//!
//! Results go to standard output, everything said about the way there to standard error. The exit
//! code is the summary: see [`Outcome`].

mod arguments;
mod check;
mod export;
mod grid;
mod help;
mod hint;
mod index;
mod input;
mod questionnaires;
mod sampling;
mod source;
mod stream;
mod table;

use arguments::Command;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// What came of a command; its number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well; every row counts or is a copy of one that does.
    Fine = 0,
    /// The answer is printed, but rows were rejected, identities conflict, or a file checked has
    /// problems.
    Flawed = 1,
    /// The command line is wrong; nothing was read.
    Usage = 2,
    /// Nothing is printed: a file cannot be read, or its ballots cannot be counted together.
    Unusable = 3,
}

/// A message for standard error and how the command ends.
#[derive(Debug)]
pub struct Stop {
    /// Lines to show.
    pub message: String,
    /// How it ends.
    pub outcome: Outcome,
}

fn main() -> ExitCode {
    let outcome = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(Command::Help(topic)) => print(help::text(topic)).map(|()| Outcome::Fine),
        Ok(Command::Version) => {
            print(concat!("sipas-cli ", env!("CARGO_PKG_VERSION"), "\n")).map(|()| Outcome::Fine)
        }
        Ok(Command::Index(options)) => index::run(&options),
        Ok(Command::Check(files)) => check::run(&files),
        Ok(Command::Export(options)) => export::run(&options),
        Err(message) => Err(Stop {
            message,
            outcome: Outcome::Usage,
        }),
    };
    let outcome = outcome.unwrap_or_else(|stop| {
        say(&stop.message);
        stop.outcome
    });
    ExitCode::from(outcome as u8)
}

/// Writes the result; a reader that closed the pipe early has had enough, which is no error.
///
/// # Errors
/// Any other failure to write.
fn print(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Stop {
            message: format!("cannot write the result: {error}"),
            outcome: Outcome::Unusable,
        }),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says something on standard error, one line per line of `text`.
fn say(text: &str) {
    eprintln!("{text}");
}
