//! One survey under way: each intent changes the draft once and saves it once.

use crate::platform::clock::{self, Timer};
use crate::platform::{address, random};
use crate::state::ledger::{self, SaveError};
use crate::state::setup::Setup;
use crate::state::{drafts, route::Preset};
use leptos::prelude::*;
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

/// A survey; a handle that can be copied into every view of it.
#[derive(Debug, Clone, Copy)]
pub struct Survey {
    /// Campaign and questionnaire.
    pub setup: &'static Setup,
    /// Unit and field screens.
    pub asked: Asked,
    /// The answers so far.
    pub draft: RwSignal<Draft>,
    /// The draft's current screen.
    pub step: Memo<Step>,
    /// What is on the screen.
    pub phase: RwSignal<Phase>,
    /// True after "next" was pressed without an answer.
    pub reminded: RwSignal<bool>,
    /// Whether the last touch was a pointer's: a keyboard moves through the answers, so choosing
    /// by it must not lead on.
    pub touched: StoredValue<bool>,
    /// A draft found on this device.
    pub found: RwSignal<Option<Draft>>,
    preset: StoredValue<Preset>,
    channel: Channel,
    beat: StoredValue<Option<Timer>>,
    moved_at: StoredValue<f64>,
    last_status: StoredValue<Status>,
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
        let draft = fresh(setup, asked, &preset, channel);
        let found = if channel == Channel::Phone {
            drafts::find(setup, asked)
        } else {
            None
        };
        let draft = RwSignal::new(draft);
        Self {
            setup,
            asked,
            draft,
            step: Memo::new(move |_| draft.with(|draft| draft.step)),
            touched: StoredValue::new(false),
            phase: RwSignal::new(if found.is_some() {
                Phase::Offer
            } else {
                Phase::Asking
            }),
            reminded: RwSignal::new(false),
            found: RwSignal::new(found),
            preset: StoredValue::new(preset),
            channel,
            beat: StoredValue::new(None),
            moved_at: StoredValue::new(0.0),
            last_status: StoredValue::new(Status::Complete),
        }
    }

    /// The questionnaire with what is asked around it.
    #[must_use]
    pub const fn outline(self) -> Outline<'static> {
        self.setup.outline(self.asked)
    }

    /// How the ballot is collected.
    #[must_use]
    pub const fn channel(self) -> Channel {
        self.channel
    }

    /// Begins a new draft at its first screen.
    pub fn begin(self) {
        let draft = self
            .preset
            .with_value(|preset| fresh(self.setup, self.asked, preset, self.channel));
        self.draft.set(draft);
        self.phase.set(Phase::Asking);
    }

    /// Goes on with the draft found on this device.
    pub fn resume(self) {
        if let Some(draft) = self.found.get_untracked() {
            self.found.set(None);
            self.draft.set(draft);
            self.phase.set(Phase::Asking);
        }
    }

    /// Erases the draft found on this device and begins anew.
    pub fn discard_found(self) {
        if let Some(draft) = self.found.get_untracked() {
            drafts::erase(draft.id);
            self.found.set(None);
        }
        self.begin();
    }

    /// Changes the draft and keeps it on the device.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        self.cancel_beat();
        self.reminded.set(false);
        self.draft.update(change);
        self.draft
            .with_untracked(|draft| drafts::keep(self.setup, draft));
    }

    /// Takes what an input of the current screen holds: `name` is its question's id, `value` a code
    /// or text.
    ///
    /// A single choice made by touch leads on after a beat. Names and codes the screen does not ask
    /// for change nothing.
    pub fn enter(self, name: &str, value: &str, checked: bool) {
        let questionnaire = self.outline().questionnaire;
        let step = self.step.get_untracked();
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
        if self.touched.get_value() {
            self.move_on();
        }
    }

    /// True where the current screen has what it asks for, or asks for nothing.
    #[must_use]
    pub fn is_answered(self) -> bool {
        self.draft.with_untracked(|draft| match draft.step {
            Step::Unit => !draft.unit.is_empty(),
            Step::Field => !draft.field.is_empty(),
            Step::Gate(factor) => draft.gates.get(factor).copied().flatten().is_some(),
            Step::Criterion(position) => draft.answer(position) != Answer::Blank,
            Step::Reasons | Step::Comment | Step::Respondent => true,
        })
    }

    /// Goes to the next screen, or says what is missing on this one.
    pub fn next(self) {
        if self.is_answered() {
            self.advance();
        } else if clock::millis() - self.moved_at.get_value() > GRACE_MS {
            self.reminded.set(true);
        }
    }

    /// Leaves the current screen blank and goes on.
    pub fn skip(self) {
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
    pub fn back(self) {
        self.cancel_beat();
        if self.phase.get_untracked() == Phase::Stopping {
            self.phase.set(Phase::Asking);
            return;
        }
        let step = self
            .draft
            .with_untracked(|draft| self.outline().back(draft));
        match step {
            Some(step) => self.change(|draft| draft.step = step),
            None => self.leave(),
        }
    }

    /// Asks whether to stop here.
    pub fn stop(self) {
        self.cancel_beat();
        self.phase.set(Phase::Stopping);
    }

    /// Erases the answers and returns to the start screen.
    pub fn discard(self) {
        drafts::erase(self.draft.with_untracked(|draft| draft.id));
        self.leave();
    }

    /// Returns to the start screen; what was answered stays on a personal phone.
    pub fn leave(self) {
        self.cancel_beat();
        address::go(if self.channel == Channel::Kiosk {
            "/kiosk"
        } else {
            "/survey"
        });
    }

    /// Sends the draft as a ballot; thanks come only when it is safe.
    pub fn send(self, status: Status) {
        self.cancel_beat();
        if self.phase.get_untracked() == Phase::Sending {
            return;
        }
        self.last_status.set_value(status);
        self.phase.set(Phase::Sending);
        leptos::task::spawn_local(async move {
            let draft = self.draft.get_untracked();
            let ballot = self
                .outline()
                .finish(&draft, status, ledger::device(), clock::now());
            match ledger::save(self.setup, &ballot).await {
                Ok(()) => {
                    drafts::erase(draft.id);
                    self.phase.set(Phase::Thanks);
                }
                Err(error) => self.phase.set(Phase::Failed(error)),
            }
        });
    }

    /// Sends again after a failure.
    pub fn retry(self) {
        self.send(self.last_status.get_value());
    }

    fn advance(self) {
        let step = self
            .draft
            .with_untracked(|draft| self.outline().next(draft));
        if let Some(step) = step {
            self.change(|draft| draft.step = step);
        }
    }

    fn move_on(self) {
        if self
            .draft
            .with_untracked(|draft| self.outline().next(draft))
            .is_some()
        {
            let timer = clock::after(BEAT_MS, move || {
                // The page may have been left meanwhile; its signals are gone then.
                if self.moved_at.try_set_value(clock::millis()).is_none() {
                    self.advance();
                }
            });
            self.beat.set_value(Some(timer));
        }
    }

    fn cancel_beat(self) {
        if let Some(timer) = self.beat.get_value() {
            timer.cancel();
            self.beat.set_value(None);
        }
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
    draft
}
