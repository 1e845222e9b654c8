//! The console: which figures are looked at, and their computation in portions that leave the page alive.
//!
//! The address is the filter's only place. Ballots are put into columns once for each reading; each change of the
//! filter goes through the columns again, giving the browser its turn every few milliseconds, and
//! what is shown stays until the new figures are complete.

use crate::platform::{address, clock};
use crate::state::app::App;
use crate::state::campaigns;
use crate::state::pages::StaffPage;
use crate::state::quality::{self, Signs};
use crate::state::route::Route;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::columns::{Columns, Split};
use sipas_core::console::{Filter, Span, View};
use sipas_core::index::{Formula, Found, Scan};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Selection;
use sipas_formats::console_address::{self, Ignored};
use std::sync::Arc;

/// Work between two turns of the browser, in milliseconds.
const PORTION_MS: f64 = 8.0;
/// Rows between two looks at the clock.
const ROWS: usize = 250;

/// Figures and what they are the figures of.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The filter they were computed for.
    pub filter: Filter,
    /// The questionnaire.
    pub questionnaire: &'static Questionnaire,
    /// The ballots chosen.
    pub selection: Selection,
    /// What they are told apart by.
    pub split: Split,
    /// The figures.
    pub found: Arc<Found>,
    /// Those of the period before, where a period is chosen and the view compares with it.
    pub before: Option<Arc<Found>>,
    /// Which columns they come from.
    columns: u32,
}

/// The console's state; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    /// The staff's state.
    pub staff: Staff,
    /// What the address asks for.
    pub filter: Memo<Filter>,
    /// Parts of the address that were not understood.
    pub ignored: Memo<Vec<Ignored>>,
    /// The figures; nothing until the first are there.
    pub shown: RwSignal<Option<Arc<Shown>>>,
    /// How much of the work under way is done, as a share; nothing where there is none.
    pub working: RwSignal<Option<f64>>,
    /// Which columns there are, counted from 1; 0 before the first.
    pub columns: RwSignal<u32>,
    /// Signs of bad data, once somebody has asked for them.
    pub signs: RwSignal<Option<Arc<Signs>>>,
    held: StoredValue<Option<Columns>, LocalStorage>,
    latest: StoredValue<u32>,
    building: StoredValue<u32>,
}

impl Console {
    /// The console over the staff's ballots; it follows the address from now on.
    #[must_use]
    pub fn start(staff: Staff) -> Self {
        let app = App::here();
        let parsed = Memo::new(move |before: Option<&(Filter, Vec<Ignored>)>| {
            let asked = app.read(|state| match &state.route {
                Route::Staff(fragment) if StaffPage::of(fragment) == Some(StaffPage::Results) => {
                    let query = fragment.split_once('?').map_or("", |(_, query)| query);
                    Some(read(query))
                }
                _ => None,
            });
            asked.or_else(|| before.cloned()).unwrap_or_default()
        });
        let console = Self {
            staff,
            filter: Memo::new(move |_| parsed.with(|(filter, _)| filter.clone())),
            ignored: Memo::new(move |_| parsed.with(|(_, ignored)| ignored.clone())),
            shown: RwSignal::new(None),
            working: RwSignal::new(None),
            columns: RwSignal::new(0),
            signs: RwSignal::new(None),
            held: StoredValue::new_local(None),
            latest: StoredValue::new(0),
            building: StoredValue::new(0),
        };
        console.follow();
        console
    }

    fn follow(self) {
        let staff = self.staff;
        // The questionnaire the address names, or else the campaign's.
        Effect::new(move |_| {
            let own = || staff.setup.questionnaire.id.clone();
            let wanted = self.filter.with(|one| one.questionnaire.clone());
            let wanted = wanted.unwrap_or_else(own);
            if staff.questionnaire.with_untracked(|one| one.id != wanted) {
                staff.look_at(wanted);
            } else {
                staff.refused.set(None);
            }
        });
        Effect::new(move |_| {
            let questionnaire = staff.questionnaire.get();
            if staff.set.with(Option::is_none) {
                staff.reading.track();
            }
            let number = next(self.building);
            leptos::task::spawn_local(async move {
                self.build(questionnaire, number).await;
            });
        });
        Effect::new(move |_| {
            let filter = self.filter.get();
            let columns = self.columns.get();
            let number = next(self.latest);
            if columns > 0 {
                leptos::task::spawn_local(async move {
                    self.compute(filter, columns, number).await;
                });
            }
        });
    }

    /// Shows another choice; the step back leads to the one before.
    pub fn go(self, filter: &Filter) {
        address::go(&fragment(filter));
    }

    /// Changes the present choice.
    pub fn change(self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        self.go(&filter);
    }

    /// Calls `look` with the columns, where they are there.
    pub fn with_columns<T>(self, look: impl FnOnce(&Columns) -> T) -> Option<T> {
        let held = self.held.try_with_value(|held| held.as_ref().map(look));
        held.flatten()
    }

    /// Notes signs of bad data in the columns these are; later scans can tell ballots apart by them.
    /// False where they have been built again since.
    pub fn sign(self, columns: u32, signs: &[(usize, u8)]) -> bool {
        let is_here = self.columns.try_get_untracked() == Some(columns);
        let noted = self.held.try_update_value(|held| {
            if let Some(held) = held.as_mut().filter(|_| is_here) {
                for (row, bits) in signs {
                    held.sign(*row, *bits);
                }
            }
        });
        is_here && noted.is_some()
    }

    /// Whether work with this number is still wanted; false too once the page has been left.
    fn is_latest(self, of: StoredValue<u32>, number: u32) -> bool {
        of.try_get_value() == Some(number)
    }

    async fn build(self, questionnaire: &'static Questionnaire, number: u32) {
        let mut columns = Columns::new(questionnaire);
        if let Some(set) = self.staff.set.try_get_untracked().flatten() {
            let is_wanted = || self.is_latest(self.building, number);
            if set
                .each(is_wanted, |place, ballot| columns.add(place, ballot))
                .await
            {
                self.held.set_value(Some(columns));
                self.columns.update(|columns| *columns += 1);
            }
            return;
        }
        let mut from = 0;
        let mut pace = Pace::start();
        loop {
            let step = self.staff.peek_ballots(|ballots| {
                let portion = ballots.iter().enumerate().skip(from).take(ROWS);
                for (place, ballot) in portion {
                    columns.add(u32::try_from(place).unwrap_or(u32::MAX), ballot);
                }
                ballots.len()
            });
            from += ROWS;
            if step.is_none_or(|all| from >= all) {
                break;
            }
            pace.keep().await;
            if !self.is_latest(self.building, number) {
                return;
            }
        }
        if self.is_latest(self.building, number) {
            self.held.set_value(Some(columns));
            self.columns.update(|columns| *columns += 1);
        }
    }

    async fn compute(self, filter: Filter, columns: u32, number: u32) {
        let questionnaire = self.staff.questionnaire.get_untracked();
        let own = &self.staff.setup.questionnaire.id;
        if *filter.questionnaire.as_ref().unwrap_or(own) != questionnaire.id {
            // Another one is on its way, or has been refused.
            return;
        }
        let is_looked_at = || {
            let of = |signs: &Option<Arc<Signs>>| signs.as_ref().map(|one| one.columns);
            self.signs.with_untracked(of) == Some(columns)
        };
        if filter.view == View::Quality && !is_looked_at() {
            self.working.try_set(Some(0.0));
            let Some(signs) = quality::look(self, columns).await else {
                return;
            };
            self.signs.try_set(Some(Arc::new(signs)));
            if !self.is_latest(self.latest, number) {
                return;
            }
        }
        let (selection, _) = filter.selection(questionnaire);
        let split = filter.split(questionnaire);
        let before = match (filter.span, filter.view) {
            (Span::Period(period), View::Overview) => {
                let (from, until) = Span::Period(period.before()).days();
                Some(Selection {
                    from,
                    until,
                    ..selection.clone()
                })
            }
            _ => None,
        };
        // The same figures in another view, or held against another target.
        let same = self.shown.with_untracked(|shown| {
            let same = |one: &&Arc<Shown>| {
                one.columns == columns
                    && one.selection == selection
                    && one.split == split
                    && one.filter.formula == filter.formula
                    && (before.is_none() || one.before.is_some())
                    && split != Split::Signs
            };
            shown.as_ref().filter(same).map(|one| (**one).clone())
        });
        let shown = match same {
            Some(same) => Shown { filter, ..same },
            None => {
                let scan = async |selection: &Selection, split: Split| {
                    let formula = filter.formula;
                    self.scan(questionnaire, selection, split, formula, number)
                        .await
                };
                let Some(found) = scan(&selection, split).await else {
                    return;
                };
                let before = match &before {
                    Some(before) => {
                        let Some(found) = scan(before, Split::Whole).await else {
                            return;
                        };
                        Some(Arc::new(found))
                    }
                    None => None,
                };
                Shown {
                    filter,
                    questionnaire,
                    selection,
                    split,
                    found: Arc::new(found),
                    before,
                    columns,
                }
            }
        };
        if self.is_latest(self.latest, number) {
            self.working.try_set(None);
            self.shown.try_set(Some(Arc::new(shown)));
        }
    }

    /// Figures for a selection; nothing once something else is wanted.
    async fn scan(
        self,
        questionnaire: &'static Questionnaire,
        selection: &Selection,
        split: Split,
        formula: Formula,
        number: u32,
    ) -> Option<Found> {
        let mut scan = self
            .with_columns(|columns| Scan::new(columns, questionnaire, selection, split, formula))?;
        let mut pace = Pace::start();
        loop {
            let done = self.with_columns(|columns| scan.step(columns, ROWS))?;
            if done {
                return scan.finish();
            }
            if pace.keep().await {
                let rows = self.with_columns(Columns::rows)?;
                self.working.try_set(Some(scan.share(rows)));
            }
            if !self.is_latest(self.latest, number) {
                return None;
            }
        }
    }
}

/// The choice an address asks for; without a target it is held against the campaign's.
fn read(query: &str) -> (Filter, Vec<Ignored>) {
    let (mut filter, ignored) = console_address::read(query);
    let names_target = query.split('&').any(|pair| pair.starts_with("target"));
    if !names_target && let Some(target) = campaigns::target(filter.field.as_deref()) {
        filter.target = target;
    }
    (filter, ignored)
}

/// The address of a choice.
#[must_use]
pub fn fragment(filter: &Filter) -> String {
    let mut fragment = StaffPage::Results.fragment().to_owned();
    let query = match campaigns::target(filter.field.as_deref()) {
        Some(target) if target == filter.target => {
            // The campaign's own goes without saying, whatever it is.
            let mut plain = filter.clone();
            plain.target = Filter::default().target;
            console_address::write(&plain)
        }
        Some(_) => console_address::write_all(filter),
        None => console_address::write(filter),
    };
    if !query.is_empty() {
        fragment.push('?');
        fragment.push_str(&query);
    }
    fragment
}

fn next(number: StoredValue<u32>) -> u32 {
    number.update_value(|number| *number = number.wrapping_add(1));
    number.get_value()
}

/// Keeps long work from holding the page up.
#[derive(Debug)]
pub struct Pace {
    since: f64,
}

impl Pace {
    /// From now on.
    #[must_use]
    pub fn start() -> Self {
        Self {
            since: clock::millis(),
        }
    }

    /// Gives the browser its turn where it is due; whether it did.
    pub async fn keep(&mut self) -> bool {
        let due = clock::millis() - self.since >= PORTION_MS;
        if due {
            clock::breathe().await;
            self.since = clock::millis();
        }
        due
    }
}
