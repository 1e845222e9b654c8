//! One survey under way: each intent changes the draft once and saves it once.

use crate::platform::clock::{self, Timer};
use crate::platform::{address, random, second};
use crate::state::app::App;
use crate::state::later;
use crate::state::ledger::{self, SaveError};
use crate::state::link;
use crate::state::setup::Setup;
use crate::state::{drafts, route::Preset};
use sipas_core::ballot::{Answer, BallotId, Channel, Status};
use sipas_core::questionnaire::Choice;
use sipas_core::survey::{Asked, Draft, Outline, Step};

/// How long a chosen answer stays in sight before the next question comes, in milliseconds.
const BEAT_MS: i32 = 450;

/// After an automatic move a press of "next" meant for the question before is not taken for this
/// one, in milliseconds.
const GRACE_MS: f64 = 700.0;

/// Which part of the survey is on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// There are half-done surveys, and the part that reads them is on its way.
    Looking,
    /// A half-done survey was found: go on with it?
    Offer,
    /// The draft's current step.
    Asking,
    /// "Stop here?"
    Stopping,
    /// Being written to the device.
    Sending,
    /// Not written; the draft is kept.
    Failed(SaveError),
    /// Safe.
    Thanks,
}

/// A survey under way.
#[derive(Debug)]
pub struct Survey {
    /// Campaign and questionnaire.
    pub setup: &'static Setup,
    /// Unit and field screens.
    pub asked: Asked,
    /// The answers so far.
    pub draft: Draft,
    /// What is on the screen.
    pub phase: Phase,
    /// True after "next" was pressed without an answer.
    pub reminded: bool,
    /// Whether the last touch was a pointer's: a keyboard moves through the answers, so choosing
    /// by it must not lead on.
    pub touched: bool,
    /// How the ballot is collected.
    pub channel: Channel,
    /// On a shared tablet: its part of the program takes it from here.
    pub left: bool,
    /// Nothing of it is stored.
    pub practice: bool,
    found: Option<Draft>,
    preset: Preset,
    beat: Option<Timer>,
    moved_at: f64,
    last_status: Status,
}

impl Survey {
    /// A survey at its first question, or at the offer of a draft found on this device.
    #[must_use]
    pub fn new(setup: &'static Setup, preset: Preset, channel: Channel) -> Self {
        let known_unit = setup.campaign.unit.is_some() || preset.unit.is_some();
        let asked = Asked {
            unit: !known_unit && !setup.campaign.units.is_empty(),
            field: preset.field.is_none() && !setup.campaign.fields.is_empty(),
        };
        let looking = channel == Channel::Phone && !second::drafts().is_empty();
        Self {
            setup,
            asked,
            draft: fresh(setup, asked, &preset, channel),
            phase: if looking {
                Phase::Looking
            } else {
                Phase::Asking
            },
            reminded: false,
            touched: false,
            channel,
            left: false,
            practice: false,
            found: None,
            preset,
            beat: None,
            moved_at: 0.0,
            last_status: Status::Complete,
        }
    }

    /// Looks for half-done surveys, where there may be any that are this questionnaire's.
    pub fn look(&self, app: App) {
        let (setup, asked, id) = (self.setup, self.asked, self.draft.id);
        if self.phase != Phase::Looking {
            return;
        }
        leptos::task::spawn_local(async move {
            // Where the part does not come a new survey begins; what was half done stays.
            let part = later::part().await;
            let found = part.ok().and_then(|part| (part.find)(setup, asked));
            app.change_survey(|survey| {
                if survey.draft.id == id {
                    survey.phase = if found.is_some() {
                        Phase::Offer
                    } else {
                        Phase::Asking
                    };
                    survey.found = found;
                }
            });
        });
    }

    /// The questionnaire with what is asked around it.
    #[must_use]
    pub const fn outline(&self) -> Outline<'static> {
        self.setup.outline(self.asked)
    }

    /// True where nothing was answered and nothing found: it may be taken away again.
    #[must_use]
    pub fn is_unbegun(&self) -> bool {
        matches!(self.phase, Phase::Looking | Phase::Asking) && self.draft.is_untouched()
    }

    /// Goes on with the draft found on this device; where another tab has gone on with it meanwhile,
    /// a new one begins.
    pub fn resume(&mut self, app: App) {
        let Some(draft) = self.found.take() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let is_ours = drafts::claim(draft.id).await;
            app.change_survey(|survey| {
                if survey.phase == Phase::Offer {
                    survey.phase = Phase::Asking;
                    if is_ours {
                        survey.draft = draft;
                    }
                }
            });
        });
    }

    /// Erases the draft found on this device and begins anew.
    pub fn discard_found(&mut self) {
        if let Some(draft) = self.found.take() {
            leptos::task::spawn_local(async move {
                // Not under the hands of another tab.
                if drafts::claim(draft.id).await {
                    drafts::erase(draft.id);
                }
            });
        }
        self.draft = fresh(self.setup, self.asked, &self.preset, self.channel);
        self.phase = Phase::Asking;
    }

    /// Changes the draft and keeps it on the device.
    fn change(&mut self, change: impl FnOnce(&mut Draft)) {
        self.cancel_beat();
        self.reminded = false;
        change(&mut self.draft);
        if !self.practice {
            drafts::keep(self.setup, &self.draft);
        }
    }

    /// Takes what an input of the current screen holds: `name` is its question's id, `value` a code
    /// or text.
    ///
    /// A single choice made by touch leads on after a beat. Names and codes the screen does not ask
    /// for change nothing.
    pub fn enter(&mut self, app: App, name: &str, value: &str, checked: bool) {
        let questionnaire = self.outline().questionnaire;
        let step = self.draft.step;
        match (step, name) {
            (Step::Unit, "unit") => self.change(|draft| value.clone_into(&mut draft.unit)),
            (Step::Field, "field") => self.change(|draft| value.clone_into(&mut draft.field)),
            (Step::Gate(factor), _) => {
                let gate = questionnaire
                    .factors
                    .get(factor)
                    .and_then(|one| one.gate.as_ref());
                let choice = gate.and_then(|gate| position(&gate.choices, value));
                self.change(|draft| {
                    if let Some(place) = draft.gates.get_mut(factor) {
                        *place = choice;
                    }
                });
            }
            (Step::Criterion(at), _) => {
                let Some(criterion) = self.outline().criterion(at).filter(|one| one.id == name)
                else {
                    return;
                };
                let levels = &questionnaire.scale_of(criterion).levels;
                let answer = match levels.iter().position(|level| level.code == value) {
                    Some(level) => Answer::Level(u8::try_from(level).unwrap_or(u8::MAX)),
                    None => Answer::NotApplicable,
                };
                self.change(|draft| draft.set_answer(at, answer));
            }
            (Step::Reasons, "reasons") => {
                let choices = questionnaire
                    .reasons
                    .as_ref()
                    .map(|reasons| &reasons.choices);
                let found = choices.and_then(|choices| position(choices, value));
                let mask = found
                    .and_then(|bit| 1_u16.checked_shl(u32::from(bit)))
                    .unwrap_or(0);
                self.change(|draft| {
                    if checked {
                        draft.reasons |= mask;
                    } else {
                        draft.reasons &= !mask;
                    }
                });
                return;
            }
            (Step::Comment, "comment") => {
                let longest = questionnaire
                    .comment
                    .as_ref()
                    .map_or(0, |one| one.max_chars);
                let longest = usize::try_from(longest).unwrap_or(usize::MAX);
                let kept = value.chars().take(longest).collect();
                self.change(|draft| draft.comment = kept);
                return;
            }
            (Step::Respondent, _) => {
                let questions = questionnaire.respondent.iter();
                self.change(|draft| {
                    for (question, place) in questions.zip(&mut draft.respondent) {
                        if question.id == name {
                            *place = position(&question.choices, value);
                        }
                    }
                });
                return;
            }
            (Step::Unit | Step::Field | Step::Reasons | Step::Comment, _) => return,
        }
        if self.touched {
            self.move_on(app);
        }
    }

    /// True where the current screen has what it asks for, or asks for nothing.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        let draft = &self.draft;
        match draft.step {
            Step::Unit => !draft.unit.is_empty(),
            Step::Field => !draft.field.is_empty(),
            Step::Gate(factor) => draft.gates.get(factor).copied().flatten().is_some(),
            Step::Criterion(position) => draft.answer(position) != Answer::Blank,
            Step::Reasons | Step::Comment | Step::Respondent => true,
        }
    }

    /// Goes to the next screen, or says what is missing on this one.
    pub fn next(&mut self) {
        if self.has_just_moved() {
            return;
        }
        if self.is_answered() {
            self.advance();
        } else {
            self.reminded = true;
        }
    }

    /// True just after the page has moved on by itself: a press then was meant for the screen before.
    #[must_use]
    pub fn has_just_moved(&self) -> bool {
        clock::millis() - self.moved_at < GRACE_MS
    }

    /// Leaves the current screen blank and goes on.
    pub fn skip(&mut self) {
        self.change(|draft| match draft.step {
            Step::Unit => draft.unit.clear(),
            Step::Field => draft.field.clear(),
            Step::Gate(factor) => {
                if let Some(place) = draft.gates.get_mut(factor) {
                    *place = None;
                }
            }
            Step::Criterion(position) => draft.set_answer(position, Answer::Blank),
            Step::Reasons => draft.reasons = 0,
            Step::Comment => draft.comment.clear(),
            Step::Respondent => draft.respondent.iter_mut().for_each(|place| *place = None),
        });
        self.advance();
    }

    /// Goes to the screen before, or to the start screen.
    pub fn back(&mut self) {
        self.cancel_beat();
        if self.phase == Phase::Stopping {
            self.phase = Phase::Asking;
        } else if let Some(step) = self.outline().back(&self.draft) {
            self.change(|draft| draft.step = step);
        } else {
            self.leave();
        }
    }

    /// Asks whether to stop here.
    pub fn stop(&mut self) {
        self.cancel_beat();
        self.phase = Phase::Stopping;
    }

    /// Erases the answers and returns to the start screen.
    pub fn discard(&mut self) {
        drafts::erase(self.draft.id);
        self.leave();
    }

    /// Returns to the start screen; what was answered stays on a personal phone.
    pub fn leave(&mut self) {
        self.cancel_beat();
        if self.channel != Channel::Phone {
            self.left = true;
            return;
        }
        // What the address presets goes with it.
        match address::fragment().split_once('?') {
            Some((_, query)) => address::go(&["/survey?", query].concat()),
            None => address::go("/survey"),
        }
    }

    /// Sends the draft as a ballot; thanks come only when it is safe.
    pub fn send(&mut self, app: App, status: Status) {
        self.cancel_beat();
        if self.phase == Phase::Sending {
            return;
        }
        self.last_status = status;
        if self.practice {
            self.phase = Phase::Thanks;
            return;
        }
        self.phase = Phase::Sending;
        let mut ballot = self
            .outline()
            .finish(&self.draft, status, ledger::device(), clock::now());
        ballot.ticket = link::ticket();
        let setup = self.setup;
        leptos::task::spawn_local(async move {
            let saved = ledger::save(setup, &ballot).await;
            if saved.is_ok() {
                drafts::erase(ballot.id);
            }
            app.change_survey(|survey| {
                // The page may have been left for another survey meanwhile.
                if survey.draft.id == ballot.id {
                    survey.sent(saved);
                }
            });
        });
    }

    /// Sends again after a failure.
    pub fn retry(&mut self, app: App) {
        self.send(app, self.last_status);
    }

    fn sent(&mut self, saved: Result<(), SaveError>) {
        self.phase = match saved {
            Ok(()) => Phase::Thanks,
            Err(error) => Phase::Failed(error),
        };
    }

    /// What it was last sent as.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.last_status
    }

    fn advance(&mut self) {
        if let Some(step) = self.outline().next(&self.draft) {
            self.change(|draft| draft.step = step);
        }
    }

    fn move_on(&mut self, app: App) {
        if self.outline().next(&self.draft).is_some() {
            self.beat = Some(clock::after(BEAT_MS, move || {
                app.change_survey(|survey| {
                    survey.moved_at = clock::millis();
                    survey.advance();
                });
            }));
        }
    }

    fn cancel_beat(&mut self) {
        if let Some(timer) = self.beat.take() {
            timer.cancel();
        }
    }
}

impl Drop for Survey {
    /// A timer must not act on the next survey; another tab may go on with this one.
    fn drop(&mut self) {
        self.cancel_beat();
        second::release_draft();
    }
}

/// The position of the choice with this code.
fn position(choices: &[Choice], code: &str) -> Option<u8> {
    let found = choices.iter().position(|choice| choice.code == code)?;
    u8::try_from(found).ok()
}

fn fresh(setup: &'static Setup, asked: Asked, preset: &Preset, channel: Channel) -> Draft {
    let mut draft = Draft::new(
        setup.outline(asked),
        BallotId(random::bits()),
        setup.campaign.id.clone(),
        channel,
        clock::now(),
    );
    let unit = preset.unit.as_ref().or(setup.campaign.unit.as_ref());
    draft.unit = unit.cloned().unwrap_or_default();
    draft.field = preset.field.clone().unwrap_or_default();
    // Before the first answer, so that it is stored at once.
    let id = draft.id;
    leptos::task::spawn_local(async move {
        drafts::claim(id).await;
    });
    draft
}
