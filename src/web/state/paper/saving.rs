//! What happens to a typed ballot: kept as an entry, compared, decided, counted.

use super::desk::{Comparison, Desk, Phase, Said, single};
use super::register;
use super::settings::{self, Mode};
use crate::platform::{clock, page, random};
use crate::state::ledger::SaveError;
use leptos::prelude::*;
use sipas_core::paper::agreement::{Choice, Difference, decide, differences};
use sipas_core::paper::register::{Entry, Outcome, Paper, Record, Standing, Verdict};
use sipas_core::paper::sheet::{Mark, Sheet};

/// What is being saved; after a failure the same again.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// An entry, typed in this way, and the one it replaces.
    Entry(Entry, Mode, Option<Entry>),
    /// A decision.
    Verdict(Verdict),
}

impl Desk {
    /// Saves the ballot as typed.
    pub fn save(self) {
        let (Some(entry), Some(begun)) = (self.entry(), self.begun.get_untracked()) else {
            return;
        };
        self.work(Work::Entry(entry, begun.mode, begun.replaces));
    }

    /// Tries again what failed.
    pub fn retry(self) {
        match self.failed.get_untracked() {
            Some(work) => self.work(work),
            // What failed is in the register: it is begun again from its number.
            None => self.cancel(),
        }
    }

    fn work(self, work: Work) {
        self.phase.set(Phase::Saving);
        self.enter_ahead.set_value(false);
        leptos::task::spawn_local(async move {
            let done = match work.clone() {
                Work::Entry(entry, mode, replaces) => self.save_entry(entry, mode, replaces).await,
                Work::Verdict(verdict) => self.save_verdict(verdict).await,
            };
            if let Err(error) = done {
                self.failed.try_set(Some(work));
                self.phase.try_set(Phase::Failed(error));
                page::focus_after_paint("[data-action=paper-retry]", false);
            }
        });
    }

    async fn save_entry(
        self,
        entry: Entry,
        mode: Mode,
        replaces: Option<Entry>,
    ) -> Result<(), SaveError> {
        let mut records = vec![Record::Entry(entry.clone())];
        if let Some(before) = &replaces {
            records.push(Record::Verdict(verdict(
                &[before],
                Outcome::Withdrawn,
                &entry.by,
            )));
        }
        for record in &records {
            register::keep(record).await?;
        }
        self.take(records);
        settings::drop_draft();
        self.session.update(|session| {
            session.papers += 1;
            session.keys += entry.keys;
            session.secs += entry.secs;
        });
        self.last.set(Some(entry.paper.number));
        if mode == Mode::Single {
            self.undo.set(None);
            return self
                .save_verdict(verdict(&[&entry], Outcome::Single, &entry.by))
                .await;
        }
        let standing = self
            .standings
            .with_untracked(|all| all.get(&entry.paper).cloned());
        if let Some(Standing::Twice(pair)) = standing {
            self.undo.set(None);
            return self.compare(*pair).await;
        }
        self.undo.set(Some(entry.clone()));
        self.done(entry.paper, false);
        Ok(())
    }

    /// Compares a paper's two entries; without a difference it is decided at once.
    async fn compare(self, pair: [Entry; 2]) -> Result<(), SaveError> {
        let [first, second] = &pair;
        let found = self.with_sheet(|sheet| differences(sheet, &first.filled, &second.filled));
        if found.is_empty() {
            return self
                .save_verdict(verdict(&[first, second], Outcome::Agreed, &second.by))
                .await;
        }
        self.show(pair, found);
        Ok(())
    }

    fn show(self, pair: [Entry; 2], found: Vec<Difference>) {
        let chosen = vec![Choice::Open; found.len()];
        self.said.set(None);
        self.phase.set(Phase::Compare(Box::new(Comparison {
            pair,
            differences: found,
            chosen,
            at: 0,
            typing: false,
        })));
        page::focus_after_paint("[data-paper=compare]", false);
    }

    /// Compares two entries of a paper now.
    pub fn compare_now(self, pair: [Entry; 2]) {
        self.phase.set(Phase::Saving);
        leptos::task::spawn_local(async move {
            if let Err(error) = self.compare(pair).await {
                self.phase.try_set(Phase::Failed(error));
            }
        });
    }

    /// Takes a key for the difference under the cursor; true where it is used up.
    pub(super) fn compare_key(self, key: &str) -> bool {
        let Phase::Compare(mut comparison) = self.phase.get_untracked() else {
            return false;
        };
        let is_done = comparison.at >= comparison.differences.len();
        if comparison.typing {
            let Some(Difference::Cell(at, ..)) = comparison.differences.get(comparison.at) else {
                return false;
            };
            let mark = match key {
                "Backspace" | "Escape" => {
                    comparison.typing = false;
                    None
                }
                "Enter" | " " | "." | "," => Some(Mark::Blank),
                key => self.with_sheet(|sheet| sheet.cells.get(*at)?.mark(single(key)?)),
            };
            if let Some(mark) = mark {
                comparison.choose(Choice::Mark(mark));
            }
        } else {
            match key {
                "Enter" if is_done => {
                    self.decide(&comparison);
                    return true;
                }
                "1" => comparison.choose(Choice::First),
                "2" => comparison.choose(Choice::Second),
                "3" => {
                    let found = comparison.differences.get(comparison.at);
                    comparison.typing = matches!(found, Some(Difference::Cell(..)));
                }
                "Backspace" | "ArrowUp" => comparison.at = comparison.at.saturating_sub(1),
                _ => return false,
            }
        }
        self.phase.set(Phase::Compare(comparison));
        true
    }

    /// Chooses for the difference at a place, by touch.
    pub fn choose(self, at: usize, choice: Choice) {
        if let Phase::Compare(mut comparison) = self.phase.get_untracked() {
            comparison.at = at;
            comparison.typing = false;
            comparison.choose(choice);
            self.phase.set(Phase::Compare(comparison));
        }
    }

    /// Saves what was decided.
    pub fn decide(self, comparison: &Comparison) {
        if comparison.chosen.contains(&Choice::Open) {
            return;
        }
        let [first, second] = &comparison.pair;
        let mut verdict = verdict(
            &[first, second],
            Outcome::Resolved,
            &self.who.get_untracked(),
        );
        verdict.filled = decide(&first.filled, &comparison.differences, &comparison.chosen);
        self.work(Work::Verdict(verdict));
    }

    async fn save_verdict(self, verdict: Verdict) -> Result<(), SaveError> {
        let record = Record::Verdict(verdict.clone());
        register::keep(&record).await?;
        let sheet = Sheet::of(&self.staff.setup.questionnaire);
        let counted = register::count(self.staff.setup, &sheet, &verdict).await;
        // Decided is decided: where the ballot found no place yet, the next opening of the page brings it there.
        self.take(vec![record]);
        counted?;
        self.staff.read();
        self.done(verdict.paper, true);
        Ok(())
    }

    /// Ready for the next number.
    fn done(self, paper: Paper, counted: bool) {
        self.said.set(Some(Said::Saved(paper, counted)));
        self.begun.set(None);
        self.failed.set(None);
        self.number.set(String::new());
        self.keying
            .set(self.with_sheet(sipas_core::paper::keying::Keying::new));
        self.comment.set(String::new());
        self.phase.set(Phase::Number);
        page::focus_now("[name=paper-number]");
        if self.enter_ahead.get_value() {
            self.enter_ahead.set_value(false);
            self.begin();
        }
    }

    /// Takes the entry saved last back.
    pub fn take_back(self) {
        let Some(entry) = self.undo.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let record = Record::Verdict(verdict(&[&entry], Outcome::Withdrawn, &entry.by));
            match register::keep(&record).await {
                Ok(()) => {
                    self.take(vec![record]);
                    self.undo.try_set(None);
                    self.said.try_set(Some(Said::Undone(entry.paper)));
                }
                Err(error) => {
                    self.phase.try_set(Phase::Failed(error));
                }
            }
        });
    }

    /// Closes everything that waits for a second entry: it counts as first typed.
    pub fn close_waiting(self) {
        let waiting: Vec<Entry> = self.standings.with_untracked(|all| {
            let ours = all.iter().filter(|(paper, _)| self.is_ours(paper));
            ours.filter_map(|(_, standing)| match standing {
                Standing::Waiting(first) => Some((**first).clone()),
                Standing::Twice(_) | Standing::Settled(..) => None,
            })
            .collect()
        });
        let by = self.who.get_untracked();
        leptos::task::spawn_local(async move {
            let sheet = Sheet::of(&self.staff.setup.questionnaire);
            let mut done = 0;
            for first in &waiting {
                self.closing.try_set(Some((done, waiting.len())));
                let verdict = verdict(&[first], Outcome::Single, &by);
                let record = Record::Verdict(verdict.clone());
                let mut saved = register::keep(&record).await;
                if saved.is_ok() {
                    self.take(vec![record]);
                    saved = register::count(self.staff.setup, &sheet, &verdict).await;
                }
                if let Err(error) = saved {
                    self.phase.try_set(Phase::Failed(error));
                    break;
                }
                done += 1;
            }
            self.undo.try_set(None);
            self.closing.try_set(None);
            self.said.try_set(Some(Said::Closed(done)));
            self.staff.read();
        });
    }
}

impl Comparison {
    /// Decides the difference under the cursor and goes to the next open one.
    fn choose(&mut self, choice: Choice) {
        self.typing = false;
        if let Some(place) = self.chosen.get_mut(self.at) {
            *place = choice;
        }
        let open = |one: &Choice| *one == Choice::Open;
        let after = self.chosen.iter().skip(self.at + 1).position(open);
        self.at = after
            .map(|further| self.at + 1 + further)
            .or_else(|| self.chosen.iter().position(open))
            .unwrap_or(self.chosen.len());
    }
}

/// A decision about these entries of one paper, made now: as the first of them says.
fn verdict(entries: &[&Entry], outcome: Outcome, by: &str) -> Verdict {
    let first = entries.first();
    Verdict {
        id: random::bits(),
        paper: first.map(|one| one.paper.clone()).unwrap_or_default(),
        outcome,
        by: by.to_owned(),
        at: clock::now(),
        keyed_at: first.map(|one| one.at).unwrap_or_default(),
        entries: entries.iter().map(|one| one.id).collect(),
        filled: first.map(|one| one.filled.clone()).unwrap_or_default(),
    }
}
