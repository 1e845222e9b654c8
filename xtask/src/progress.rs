//! Progress for people: the name of each step when it starts, a sign of life while it lasts, its time when done.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs `work` as a step that prints nothing itself.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    let ticker = Ticker::start(name, started);
    let outcome = work();
    ticker.stop();
    report(name, started, outcome.is_ok());
    outcome
}

/// Runs `work` as a step whose own output goes to the terminal.
pub fn loud_step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    eprintln!("  … {name}");
    let outcome = work();
    report(name, started, outcome.is_ok());
    outcome
}

/// One line that is neither a step nor an error.
pub fn note(text: &str) {
    eprintln!("  · {text}");
}

fn report(name: &str, started: Instant, done: bool) {
    let mark = if done { '✓' } else { '✗' };
    let clear = if std::io::stderr().is_terminal() {
        "\r\x1b[2K"
    } else {
        ""
    };
    eprintln!("{clear}  {mark} {name} ({})", seconds(started.elapsed()));
}

fn seconds(elapsed: Duration) -> String {
    format!("{:.1} s", elapsed.as_secs_f64())
}

/// Shows that a quiet step is still running: in place on a terminal, a line every 15 s elsewhere.
struct Ticker {
    stop: mpsc::Sender<()>,
    thread: JoinHandle<()>,
}

impl Ticker {
    fn start(name: &str, started: Instant) -> Self {
        let (stop, stopped) = mpsc::channel();
        let name = name.to_owned();
        let thread = std::thread::spawn(move || {
            let terminal = std::io::stderr().is_terminal();
            let first = Duration::from_millis(700);
            let next = Duration::from_secs(if terminal { 1 } else { 15 });
            let mut wait = first;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                wait = next;
                let text = format!("  … {name} ({})", seconds(started.elapsed()));
                if terminal {
                    eprint!("\r\x1b[2K{text}");
                    std::io::stderr().flush().ok();
                } else {
                    eprintln!("{text}");
                }
            }
        });
        Self { stop, thread }
    }

    fn stop(self) {
        drop(self.stop);
        self.thread.join().ok();
    }
}
