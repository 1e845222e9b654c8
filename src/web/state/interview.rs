//! An interviewer's round: the list of households, the survey at each, when the tablet changes hands,
//! and practice that leaves nothing behind.

use crate::platform::{page, second, settings};
use crate::state::app::App;
use crate::state::kiosk_people::left_by;
use crate::state::response::{self, Subject};
use crate::state::route::{Preset, Route};
use crate::state::setup::Setup;
use crate::state::survey::{Phase, Survey};
use leptos::prelude::*;
use sipas_core::ballot::{BallotId, Channel, Status};
use sipas_core::households::{Households, Visit};
use sipas_core::response::Event;
use sipas_core::survey::{Draft, Step};
use sipas_formats::households;

/// What the keys of lists begin with; the campaign follows.
const KEYS: &str = "sipas/households/";

/// Factors rated without the interviewer looking on.
const SENSITIVE: [&str; 1] = ["officials"];

/// The staff's page it begins and ends on.
const PAGE: &str = "/staff/collect/interview";

/// Whose hands the tablet is about to come into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The person interviewed answers by themselves.
    Over,
    /// The interviewer reads out again.
    Back,
}

/// The survey under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Now {
    id: BallotId,
    number: u32,
    practice: bool,
    ended: bool,
}

/// The round; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Interview {
    /// The list; nothing until it is read.
    pub list: RwSignal<Option<Households>>,
    /// The household chosen on the list.
    pub chosen: RwSignal<Option<u32>>,
    /// Where the tablet changes hands now.
    pub hand: RwSignal<Option<Hand>>,
    /// Whether this is only practice.
    pub practice: RwSignal<bool>,
    /// The list before the last change made by hand.
    pub undo: RwSignal<Option<(u32, Visit, Option<BallotId>)>>,
    app: App,
    setup: &'static Setup,
    now: StoredValue<Option<Now>>,
    in_private: StoredValue<bool>,
}

impl Interview {
    /// The round of this campaign.
    #[must_use]
    pub fn start(app: App, setup: &'static Setup) -> Self {
        let this = Self {
            list: RwSignal::new(None),
            chosen: RwSignal::new(None),
            hand: RwSignal::new(None),
            practice: RwSignal::new(false),
            undo: RwSignal::new(None),
            app,
            setup,
            now: StoredValue::new(None),
            in_private: StoredValue::new(false),
        };
        leptos::task::spawn_local(async move {
            let key = this.key();
            let first = settings::read(&key);
            let second = second::texts(&key).await.unwrap_or_default();
            let same_key = second.iter().filter(|(other, _)| *other == key);
            let texts = first.iter().chain(same_key.map(|(_, text)| text));
            let mut found = Households::default();
            for text in texts {
                if let Some(copy) = households::read(text) {
                    found.merge(&copy);
                }
            }
            this.list.try_set(Some(found));
        });
        this
    }

    fn key(self) -> String {
        [KEYS, &self.setup.campaign.id].concat()
    }

    /// Changes the list and keeps it in both engines; another window's changes stay.
    fn change(self, change: impl FnOnce(&mut Households)) {
        let key = self.key();
        let text = self.list.try_update(|list| {
            let list = list.get_or_insert_default();
            if let Some(other) = settings::read(&key).and_then(|text| households::read(&text)) {
                list.merge(&other);
            }
            change(list);
            households::write(list)
        });
        if let Some(text) = text {
            leptos::task::spawn_local(async move {
                second::keep_durably(&key, &text).await;
            });
        }
    }

    /// Sets the numbers of the list; false where they make none.
    pub fn set_range(self, first: u32, last: u32) -> bool {
        let mut trial = Households::default();
        if !trial.set_range(first, last) {
            return false;
        }
        self.change(|list| {
            list.set_range(first, last);
        });
        true
    }

    /// How a household stands.
    #[must_use]
    pub fn visit(self, number: u32) -> Visit {
        self.list
            .with(|list| list.as_ref().map(|list| list.get(number).visit))
            .unwrap_or_default()
    }

    /// Notes how a visit went without a survey.
    pub fn mark(self, number: u32, visit: Visit) {
        let before = self
            .list
            .with_untracked(|list| list.as_ref().map(|list| list.get(number)))
            .unwrap_or_default();
        self.undo.set(Some((number, before.visit, before.ballot)));
        self.change(|list| list.change(number, visit, None));
        // Who refuses was asked; a begun survey has counted that already.
        if visit == Visit::Refused && before.visit != Visit::Begun {
            self.count(&[Event::Shown]);
        }
    }

    /// Takes the last mark back. Somebody asked stays counted as asked.
    pub fn take_back(self) {
        if let Some((number, visit, ballot)) = self.undo.get_untracked() {
            self.undo.set(None);
            self.change(|list| list.change(number, visit, ballot));
        }
    }

    fn count(self, events: &'static [Event]) {
        let subject = Subject::of(self.setup, Channel::Interviewer, &Preset::default());
        leptos::task::spawn_local(async move {
            for event in events {
                response::record(*event, &subject).await;
            }
        });
    }

    /// Opens the survey at a household, or goes on with the one begun there.
    pub fn open(self, number: u32) {
        let household = self
            .list
            .with_untracked(|list| list.as_ref().map(|list| list.get(number)))
            .unwrap_or_default();
        let mut survey = Survey::new(self.setup, Preset::default(), Channel::Interviewer);
        let begun = household.ballot.filter(|_| household.visit == Visit::Begun);
        let found = begun.and_then(|id| self.begun(id));
        if let Some(draft) = found {
            survey.draft = draft;
        } else {
            let asked: &[Event] = if household.visit == Visit::Begun {
                // What was begun is not there any more: it ended without an answer.
                &[Event::Stopped, Event::Empty, Event::Shown, Event::Started]
            } else {
                &[Event::Shown, Event::Started]
            };
            self.count(asked);
        }
        let id = survey.draft.id;
        self.undo.set(None);
        self.change(|list| list.change(number, Visit::Begun, Some(id)));
        self.show(survey, number, false);
    }

    /// Opens a survey that leaves nothing behind.
    pub fn open_practice(self) {
        let mut survey = Survey::new(self.setup, Preset::default(), Channel::Interviewer);
        survey.practice = true;
        self.show(survey, 0, true);
    }

    fn show(self, survey: Survey, number: u32, practice: bool) {
        self.now.set_value(Some(Now {
            id: survey.draft.id,
            number,
            practice,
            ended: false,
        }));
        self.in_private.set_value(false);
        self.hand.set(None);
        self.practice.set(practice);
        page::mark_root("data-practice", if practice { "yes" } else { "" });
        self.app.change(|state| {
            state.survey = Some(survey);
            state.route = Route::Shared;
        });
    }

    /// The draft begun at a household.
    fn begun(self, id: BallotId) -> Option<Draft> {
        left_by(self.setup, id)
    }

    /// Follows the survey; to be called whenever the state has changed.
    pub fn follow(self) {
        let Some(now) = self.now.get_value() else {
            return;
        };
        let seen = self.app.peek(|state| {
            let survey = state.survey.as_ref().filter(|one| one.draft.id == now.id)?;
            Some((
                survey.left,
                survey.phase == Phase::Thanks,
                survey.phase == Phase::Asking,
                is_sensitive(survey),
                survey.status(),
            ))
        });
        let Some((left, thanks, asking, sensitive, status)) = seen else {
            // Another address was opened: what was begun can be gone on with.
            self.end_show();
            return;
        };
        if thanks && !now.ended {
            self.now.set_value(Some(Now { ended: true, ..now }));
            if !now.practice {
                self.count(match status {
                    Status::Complete => &[Event::Completed],
                    Status::Stopped => &[Event::Stopped],
                });
                self.change(|list| list.change(now.number, Visit::Done, None));
            }
        }
        if left {
            self.leave(now);
            return;
        }
        if asking || thanks {
            let before = self.in_private.get_value();
            if sensitive && !before {
                self.hand.set(Some(Hand::Over));
            } else if !sensitive && before {
                self.hand.set(Some(Hand::Back));
            }
            self.in_private.set_value(sensitive);
        }
    }

    /// The tablet has changed hands.
    pub fn taken(self) {
        self.hand.set(None);
        page::focus_after_paint("#screen h1,#screen legend", false);
    }

    fn leave(self, now: Now) {
        if !now.practice && !now.ended && self.begun(now.id).is_none() {
            // Thrown away: asked, begun, ended without an answer.
            self.count(&[Event::Stopped, Event::Empty]);
            self.change(|list| list.change(now.number, Visit::Open, None));
        }
        self.end_show();
        self.app
            .change(|state| state.go_to(Route::Staff(PAGE.to_owned())));
    }

    fn end_show(self) {
        self.now.set_value(None);
        self.hand.set(None);
        self.practice.set(false);
        page::mark_root("data-practice", "");
    }
}

/// Whether the question shown belongs to a factor that is answered without the interviewer.
fn is_sensitive(survey: &Survey) -> bool {
    let outline = survey.outline();
    let factor = match survey.draft.step {
        Step::Gate(factor) => outline.questionnaire.factors.get(factor),
        Step::Criterion(position) => outline.factor_of(position),
        Step::Unit | Step::Field | Step::Reasons | Step::Comment | Step::Respondent => None,
    };
    survey.phase == Phase::Asking
        && factor.is_some_and(|factor| SENSITIVE.contains(&factor.id.as_str()))
}
