//! The desk of the person who types: which ballot, which cell, what came of the last key.
//!
//! Each key is one intent; the focus follows the phase at once, so that keys in a quick row all arrive.

use super::register::{self, Register};
use super::settings::{self, Mode};
use crate::platform::page::Pressed;
use crate::platform::{clock, page};
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::paper::keying::{Keying, Moved, Press};
use sipas_core::paper::register::{Entry, Filled, Paper, Record, Standing, Verdict, standings};
use sipas_core::paper::sheet::{Mark, Sheet};
use sipas_core::selection::Day;
use sipas_formats::day::{shown_day, typed_day};
use sipas_formats::store::StoreError;
use std::collections::BTreeMap;

pub use super::phase::{Ask, Begun, Comparison, Phase, Said, Session};

/// The desk; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    /// Campaign, questionnaire, ballots.
    pub staff: Staff,
    /// The register; nothing before it is read.
    pub register: RwSignal<Option<Result<Register, StoreError>>>,
    /// Where each paper stands.
    pub standings: Memo<BTreeMap<Paper, Standing>>,
    /// What the page waits for.
    pub phase: RwSignal<Phase>,
    /// The cells.
    pub keying: RwSignal<Keying>,
    /// The comment.
    pub comment: RwSignal<String>,
    /// The number as typed.
    pub number: RwSignal<String>,
    /// Batch.
    pub batch: RwSignal<String>,
    /// Unit code.
    pub unit: RwSignal<String>,
    /// Field code.
    pub field: RwSignal<String>,
    /// The day on the papers, as typed, shown as `21/11/2026`; empty where none is written.
    pub day: RwSignal<String>,
    /// Who types.
    pub who: RwSignal<String>,
    /// Everyone who types here.
    pub people: RwSignal<Vec<String>>,
    /// How.
    pub mode: RwSignal<Mode>,
    /// What the page says.
    pub said: RwSignal<Option<Said>>,
    /// The ballot being typed.
    pub begun: RwSignal<Option<Begun>>,
    /// The number typed last.
    pub last: RwSignal<Option<u32>>,
    /// The entry saved last, while it can be taken back.
    pub undo: RwSignal<Option<Entry>>,
    /// Since the page was opened.
    pub session: RwSignal<Session>,
    /// Closing without second entries: done, of so many.
    pub closing: RwSignal<Option<(usize, usize)>>,
    pub(super) failed: RwSignal<Option<super::saving::Work>>,
    pub(super) enter_ahead: StoredValue<bool>,
    sheet: StoredValue<Sheet<'static>>,
}

impl Desk {
    /// The desk as it was left; the register is read, and a half-typed ballot opened again.
    #[must_use]
    pub fn open(staff: Staff) -> Self {
        let sheet = Sheet::of(&staff.setup.questionnaire);
        let register: RwSignal<Option<Result<Register, StoreError>>> = RwSignal::new(None);
        let today = Day::at(clock::now());
        let desk = Self {
            staff,
            register,
            standings: Memo::new(move |_| {
                register.with(|register| match register {
                    Some(Ok(register)) => standings(&register.records),
                    Some(Err(_)) | None => BTreeMap::new(),
                })
            }),
            phase: RwSignal::new(Phase::Number),
            keying: RwSignal::new(Keying::new(&sheet)),
            comment: RwSignal::new(String::new()),
            number: RwSignal::new(String::new()),
            batch: RwSignal::new(settings::batch()),
            unit: RwSignal::new(staff.setup.campaign.unit.clone().unwrap_or_default()),
            field: RwSignal::new(String::new()),
            day: RwSignal::new(shown_day(today)),
            who: RwSignal::new(settings::who()),
            people: RwSignal::new(settings::people()),
            mode: RwSignal::new(settings::mode()),
            said: RwSignal::new(None),
            begun: RwSignal::new(None),
            last: RwSignal::new(None),
            undo: RwSignal::new(None),
            session: RwSignal::new(Session::default()),
            closing: RwSignal::new(None),
            failed: RwSignal::new(None),
            enter_ahead: StoredValue::new(false),
            sheet: StoredValue::new(sheet),
        };
        leptos::task::spawn_local(async move {
            let read = register::read().await;
            let verdicts = read.as_ref().map(decided).unwrap_or_default();
            desk.register.try_set(Some(read));
            let sheet = Sheet::of(&staff.setup.questionnaire);
            if register::catch_up(staff.setup, &sheet, &verdicts).await > 0 {
                staff.read();
            }
            if let Some(draft) = settings::draft().await {
                desk.reopen(draft);
            }
        });
        desk
    }

    /// Looks at the sheet.
    pub fn with_sheet<T>(self, look: impl FnOnce(&Sheet<'static>) -> T) -> T {
        self.sheet.with_value(look)
    }

    /// Whether a paper belongs to the campaign and questionnaire typed in here.
    #[must_use]
    pub fn is_ours(self, paper: &Paper) -> bool {
        let setup = self.staff.setup;
        paper.campaign == setup.campaign.id
            && paper.questionnaire == setup.questionnaire.id
            && paper.version == setup.questionnaire.version
    }

    /// The paper with this number.
    #[must_use]
    pub fn paper(self, number: u32) -> Paper {
        let setup = self.staff.setup;
        Paper {
            campaign: setup.campaign.id.clone(),
            questionnaire: setup.questionnaire.id.clone(),
            version: setup.questionnaire.version,
            batch: self.batch.get_untracked(),
            number,
        }
    }

    /// The number Enter alone stands for: the one after the last.
    #[must_use]
    pub fn next_number(self) -> u32 {
        self.last.get().map_or(1, |last| last.saturating_add(1))
    }

    /// Takes a key; true where it is used up.
    pub fn key(self, pressed: &Pressed) -> bool {
        let (key, part) = (pressed.key.as_str(), pressed.part.as_str());
        // A button that was tabbed to is pressed by the browser itself.
        let is_field = matches!(part, "number" | "grid" | "comment" | "");
        match self.phase.get_untracked() {
            Phase::Cells | Phase::Comment if !is_field => false,
            Phase::Number => {
                let begins = key == "Enter" && matches!(part, "number" | "settings" | "");
                if begins {
                    self.begin();
                }
                begins
            }
            Phase::Cells => {
                let press = match key {
                    "Enter" | " " | "." | "," => Press::Blank,
                    "Backspace" | "ArrowLeft" => Press::Back,
                    key => match single(key) {
                        Some(letter) => Press::Key(letter),
                        None => return false,
                    },
                };
                self.press(press);
                true
            }
            Phase::Comment => {
                let is_empty = self.comment.with_untracked(String::is_empty);
                match key {
                    "Enter" => self.finish_comment(),
                    "Backspace" if is_empty => self.back_to_cells(),
                    _ => return false,
                }
                true
            }
            Phase::Ready => {
                match key {
                    "Enter" => self.save(),
                    "Backspace" => self.back_from_ready(),
                    _ => return false,
                }
                true
            }
            Phase::Saving => {
                let ahead = key == "Enter";
                if ahead {
                    self.enter_ahead.set_value(true);
                }
                ahead
            }
            Phase::Compare(_) => self.compare_key(key),
            Phase::Ask(_) | Phase::Failed(_) => false,
        }
    }

    /// Begins with the number as typed.
    pub fn begin(self) {
        self.said.set(None);
        let typed = self.number.get_untracked();
        let number = match typed.trim() {
            "" => Some(self.next_number()),
            digits => digits.parse().ok().filter(|number| *number > 0),
        };
        let Some(number) = number else {
            self.said.set(Some(Said::BadNumber));
            return;
        };
        if self.who.with_untracked(String::is_empty) {
            self.said.set(Some(Said::ChoosePerson));
            return;
        }
        let day = self.day.get_untracked();
        let is_day =
            day.is_empty() || typed_day(&day).is_some_and(|day| day <= Day::at(clock::now()));
        if !is_day {
            self.said.set(Some(Said::BadDay));
            return;
        }
        self.take(register::glance());
        let paper = self.paper(number);
        let (mode, who) = (self.mode.get_untracked(), self.who.get_untracked());
        let standing = self
            .standings
            .with_untracked(|all| all.get(&paper).cloned());
        let ask = match (mode, standing) {
            (Mode::Second, None) => Some(Ask::NoFirst),
            (_, None) => None,
            (_, Some(Standing::Settled(..))) => Some(Ask::Settled),
            (_, Some(Standing::Twice(pair))) => Some(Ask::Twice(pair)),
            (Mode::Second, Some(Standing::Waiting(first))) => {
                (first.by == who).then_some(Ask::SamePerson)
            }
            (_, Some(Standing::Waiting(first))) if first.by == who => Some(Ask::Again(first)),
            (_, Some(Standing::Waiting(first))) => Some(Ask::Other(first)),
        };
        match ask {
            Some(ask) => {
                self.number.set(number.to_string());
                self.phase.set(Phase::Ask(ask));
                page::focus_after_paint("[data-paper=ask] button", false);
            }
            None => self.start(number, mode, None),
        }
    }

    /// Opens an empty ballot.
    pub fn start(self, number: u32, mode: Mode, replaces: Option<Entry>) {
        self.keying.set(self.with_sheet(Keying::new));
        self.comment.set(String::new());
        self.number.set(number.to_string());
        self.begun.set(Some(Begun {
            paper: self.paper(number),
            id: crate::platform::random::bits(),
            mode,
            started_ms: clock::millis(),
            replaces,
        }));
        self.phase.set(Phase::Cells);
        self.focus_cell();
    }

    /// Leaves the ballot or the question without saving.
    pub fn cancel(self) {
        settings::drop_draft();
        self.begun.set(None);
        self.failed.set(None);
        self.number.set(String::new());
        self.keying.set(self.with_sheet(Keying::new));
        self.comment.set(String::new());
        self.phase.set(Phase::Number);
        page::focus_now("[name=paper-number]");
    }

    /// Goes on with a ballot that was being typed when the page was left.
    fn reopen(self, draft: Entry) {
        let fits = self.is_ours(&draft.paper)
            && draft.filled.marks.len() == self.with_sheet(|sheet| sheet.cells.len());
        let there = self.register.with_untracked(|register| match register {
            Some(Ok(register)) => register.records.iter().any(|one| one.id() == draft.id),
            Some(Err(_)) | None => false,
        });
        if !fits || there || self.phase.get_untracked() != Phase::Number {
            return;
        }
        let mut keying = self.with_sheet(Keying::new);
        keying.marks.clone_from(&draft.filled.marks);
        keying.keys = draft.keys;
        let filled = draft
            .filled
            .marks
            .iter()
            .rposition(|one| *one != Mark::Blank);
        let at = filled.map_or(0, |last| last + 1);
        self.with_sheet(|sheet| keying.press(sheet, Press::Go(at)));
        self.keying.set(keying.clone());
        self.comment.set(draft.filled.comment.clone());
        self.batch.set(draft.paper.batch.clone());
        self.unit.set(draft.filled.unit.clone());
        self.field.set(draft.filled.field.clone());
        self.day
            .set(draft.filled.day.map(shown_day).unwrap_or_default());
        self.who.set(draft.by.clone());
        self.number.set(draft.paper.number.to_string());
        self.begun.set(Some(Begun {
            paper: draft.paper.clone(),
            id: draft.id,
            mode: self.mode.get_untracked(),
            started_ms: clock::millis() - f64::from(draft.secs) * 1_000.0,
            replaces: None,
        }));
        self.said.set(Some(Said::Found(draft.paper)));
        if keying.is_done() {
            self.phase.set(Phase::Comment);
            page::focus_now("[name=paper-comment]");
        } else {
            self.phase.set(Phase::Cells);
            self.focus_cell();
        }
    }

    /// Takes one key for the cell under the cursor.
    pub fn press(self, press: Press) {
        let mut keying = self.keying.get_untracked();
        let moved = self.with_sheet(|sheet| keying.press(sheet, press));
        if moved == Moved::Refused {
            let keys = self.with_sheet(|sheet| {
                let cell = sheet.cells.get(keying.at);
                cell.map(|cell| cell.takes().map(String::from).collect::<Vec<_>>().join(" "))
            });
            let said = (press != Press::Back).then(|| Said::Refused(keys.unwrap_or_default()));
            self.said.set(said);
            self.keying.set(keying);
            return;
        }
        self.said.set(None);
        self.keying.set(keying);
        self.keep_draft();
        if moved == Moved::Done {
            self.phase.set(Phase::Comment);
            page::focus_now("[name=paper-comment]");
            if self.with_sheet(|sheet| sheet.comment.is_none()) {
                self.finish_comment();
            }
        } else {
            self.phase.set(Phase::Cells);
            self.focus_cell();
        }
    }

    fn focus_cell(self) {
        let at = self.keying.with_untracked(|keying| keying.at);
        page::focus_now(&format!("#paper-cell-{at}"));
    }

    /// Takes the comment as typed so far.
    pub fn write_comment(self, text: String) {
        let longest = self.staff.setup.questionnaire.comment.as_ref();
        let longest = longest.map_or(0, |one| {
            usize::try_from(one.max_chars).unwrap_or(usize::MAX)
        });
        self.comment.set(text.chars().take(longest).collect());
        self.keep_draft();
    }

    /// The comment has got the focus: by a key, or touched.
    pub fn at_comment(self) {
        if self.begun.with_untracked(Option::is_some)
            && self
                .phase
                .with_untracked(|phase| matches!(phase, Phase::Cells | Phase::Ready))
            && self.keying.with_untracked(Keying::is_done)
        {
            self.phase.set(Phase::Comment);
        }
    }

    /// Someone else types from now on; a ballot being typed stays with who began it.
    pub fn choose_person(self, name: String) {
        if self.begun.with_untracked(Option::is_none) {
            settings::keep_who(&name);
            self.who.set(name);
        }
    }

    fn finish_comment(self) {
        self.phase.set(Phase::Ready);
        page::focus_now("[data-action=paper-save]");
    }

    fn back_to_cells(self) {
        self.phase.set(Phase::Cells);
        self.press(Press::Back);
    }

    fn back_from_ready(self) {
        if self.with_sheet(|sheet| sheet.comment.is_some()) {
            self.phase.set(Phase::Comment);
            page::focus_now("[name=paper-comment]");
        } else {
            self.back_to_cells();
        }
    }

    /// What has been typed so far, as an entry.
    #[must_use]
    pub fn entry(self) -> Option<Entry> {
        let begun = self.begun.get_untracked()?;
        let keying = self.keying.get_untracked();
        Some(Entry {
            id: begun.id,
            by: self.who.get_untracked(),
            at: clock::now(),
            secs: whole_secs(clock::millis() - begun.started_ms),
            keys: keying.keys,
            filled: Filled {
                unit: self.unit.get_untracked(),
                field: self.field.get_untracked(),
                day: typed_day(&self.day.get_untracked()),
                marks: keying.marks,
                comment: self
                    .comment
                    .with_untracked(|comment| comment.trim().to_owned()),
            },
            paper: begun.paper,
        })
    }

    fn keep_draft(self) {
        if let Some(entry) = self.entry() {
            settings::keep_draft(&entry);
        }
    }

    /// Adds records to what is shown.
    pub(super) fn take(self, records: Vec<Record>) {
        self.register.update(|register| {
            let Some(Ok(register)) = register else {
                return;
            };
            for record in records {
                if !register.records.iter().any(|one| one.id() == record.id()) {
                    register.records.push(record);
                }
            }
        });
    }
}

/// The decisions that make ballots, each paper's only one.
fn decided(register: &Register) -> Vec<Verdict> {
    let all = standings(&register.records).into_values();
    let verdicts = all.filter_map(|standing| match standing {
        Standing::Settled(verdict, _) => Some(*verdict),
        Standing::Waiting(_) | Standing::Twice(_) => None,
    });
    verdicts.collect()
}

/// The only character of a key's name, in lower case.
pub(super) fn single(key: &str) -> Option<char> {
    let mut letters = key.chars();
    let letter = letters.next().filter(char::is_ascii_alphanumeric)?;
    letters
        .next()
        .is_none()
        .then(|| letter.to_ascii_lowercase())
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of seconds between nothing and a day"
)]
fn whole_secs(millis: f64) -> u32 {
    (millis / 1_000.0).clamp(1.0, 86_400.0).round() as u32
}
