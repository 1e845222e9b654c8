//! The command line: flags and values in any order, and a complaint about whatever is left over.

use anyhow::{Result, bail};

/// What was typed after `cargo xtask`, taken out piece by piece.
pub struct Args {
    words: Vec<String>,
}

impl Args {
    /// The words of this process.
    pub fn from_environment() -> Self {
        Self {
            words: std::env::args().skip(1).collect(),
        }
    }

    /// Takes the first word when it is not a flag.
    pub fn positional(&mut self) -> Option<String> {
        let first = self.words.first()?;
        if first.starts_with('-') {
            return None;
        }
        Some(self.words.remove(0))
    }

    /// Takes `name` out and says whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() != before
    }

    /// Takes `name VALUE` out; an error when the value is missing.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.words.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if at + 1 >= self.words.len() {
            bail!("`{name}` needs a value after it");
        }
        self.words.remove(at);
        Ok(Some(self.words.remove(at)))
    }

    /// Every word not taken, for steps that pass them on.
    pub fn rest(self) -> Vec<String> {
        self.words
    }

    /// An error naming the words nobody took.
    pub fn finish(self) -> Result<()> {
        if self.words.is_empty() {
            return Ok(());
        }
        bail!(
            "not understood: {}; `cargo xtask help` lists what there is",
            self.words.join(" ")
        )
    }
}
