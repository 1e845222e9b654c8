//! The campaign being edited: what was typed, and what it would be saved as.

mod factors;

use crate::state::app::App;
use crate::state::campaigns::{self, Kept, Saved};
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::campaign::plan::{
    Cell, Plan, Scope, ScopedTarget, USUAL_MARGIN, sample_size, target,
};
use sipas_core::campaign::{Campaign, Place};
use sipas_core::compare::Comparator;
use sipas_core::questionnaire::{Questionnaire, Term};
use sipas_core::selection::Day;
use sipas_core::wording::Wording;
use sipas_formats::day::{shown_day, typed_day};
use sipas_formats::place_lines::{self, LineProblem};
use sipas_formats::plan_lines::{
    margin, per_cent, read_targets, share, whole, write_target, write_targets,
};
use sipas_formats::unit_lines::{self, Units};
use std::sync::Arc;

/// The form; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Name of the campaign.
    pub name: RwSignal<String>,
    /// Name of the counter.
    pub counter: RwSignal<String>,
    /// Id of the questionnaire.
    pub questionnaire: RwSignal<String>,
    /// Units as typed.
    pub units: RwSignal<String>,
    /// Fields as typed.
    pub fields: RwSignal<String>,
    /// Code of this counter's unit; empty where it is asked.
    pub unit: RwSignal<String>,
    /// First day of the period as typed.
    pub from: RwSignal<String>,
    /// Last day of the period as typed.
    pub until: RwSignal<String>,
    /// Whether the target is to be exceeded, not only reached.
    pub above: RwSignal<bool>,
    /// Target of the overall index in per cent, as typed.
    pub target: RwSignal<String>,
    /// Targets of single fields, one a line, as typed.
    pub field_targets: RwSignal<String>,
    /// Targets of single factors by the factor's id, as typed.
    pub factor_targets: RwSignal<Vec<(String, String)>>,
    /// The chosen questionnaire, once it is loaded.
    pub asked: RwSignal<Option<Arc<Questionnaire>>>,
    /// Finished dossiers of all units together, as typed.
    pub dossiers: RwSignal<String>,
    /// Margin of error in per cent, as typed.
    pub margin: RwSignal<String>,
    /// The fields as they were typed, put aside by a questionnaire that asks for none.
    pub fields_aside: RwSignal<Option<String>>,
    /// What saving came to.
    pub saved: RwSignal<Saved>,
    terms: RwSignal<Vec<(String, String)>>,
    before: StoredValue<Option<Kept>>,
    /// Dossiers as the plan had them.
    planned: StoredValue<Vec<Cell>>,
    app: App,
}

impl Form {
    /// The form filled with a campaign of this device.
    #[must_use]
    pub fn of(kept: &Kept) -> Self {
        let form = Self::filled(kept);
        form.before.set_value(Some(kept.clone()));
        form
    }

    /// The form filled with a campaign that is to be another one when it is saved.
    #[must_use]
    pub fn new_from(kept: &Kept) -> Self {
        Self::filled(kept)
    }

    fn filled(Kept { campaign, plan }: &Kept) -> Self {
        let day = |day: Option<Day>| RwSignal::new(day.map(shown_day).unwrap_or_default());
        let tree = Units {
            units: campaign.units.clone(),
            groups: plan.groups.clone(),
            dossiers: plan
                .dossiers
                .iter()
                .filter(|one| one.field.is_empty() && !one.unit.is_empty())
                .map(|one| (one.unit.clone(), one.dossiers))
                .collect(),
        };
        let overall = plan.target(&Scope::Overall);
        let is_total = |one: &&Cell| one.unit.is_empty() && one.field.is_empty();
        let total = plan.dossiers.iter().find(is_total);
        let form = Self {
            name: RwSignal::new(campaign.name.get("vi").to_owned()),
            counter: RwSignal::new(campaign.counter.clone()),
            questionnaire: RwSignal::new(campaign.questionnaire.clone()),
            units: RwSignal::new(unit_lines::write(&tree)),
            fields: RwSignal::new(place_lines::write(&campaign.fields)),
            unit: RwSignal::new(campaign.unit.clone().unwrap_or_default()),
            from: day(plan.from),
            until: day(plan.until),
            above: RwSignal::new(overall.is_some_and(|one| one.comparator == Comparator::Above)),
            target: RwSignal::new(overall.map(|one| per_cent(one.share)).unwrap_or_default()),
            field_targets: RwSignal::new(write_targets(&campaign.fields, &plan.targets)),
            factor_targets: RwSignal::new(
                plan.targets
                    .iter()
                    .filter_map(|one| match &one.scope {
                        Scope::Factor(id) => Some((id.clone(), write_target(one.target))),
                        Scope::Overall | Scope::Field(_) | Scope::Unit(_) => None,
                    })
                    .collect(),
            ),
            asked: RwSignal::new(None),
            dossiers: RwSignal::new(
                total
                    .map(|one| one.dossiers.to_string())
                    .unwrap_or_default(),
            ),
            margin: RwSignal::new(per_cent(
                f64::from(plan.margin.unwrap_or(USUAL_MARGIN)) / 1000.0,
            )),
            fields_aside: RwSignal::new(None),
            saved: RwSignal::new(campaigns::said()),
            terms: RwSignal::new(campaign.terms.clone()),
            before: StoredValue::new(None),
            planned: StoredValue::new(plan.dossiers.clone()),
            app: App::here(),
        };
        form.load(|_| {});
        form
    }

    /// Chooses another questionnaire; terms of the old one are dropped. Where it is not about a visit nothing in it has a
    /// field: the fields are put aside until one is chosen that is.
    pub fn choose_questionnaire(self, id: String) {
        if self.questionnaire.get_untracked() == id {
            return;
        }
        self.terms.set(Vec::new());
        self.questionnaire.set(id);
        self.load(move |found| {
            let aside = self.fields_aside.get_untracked();
            let is_empty = self.fields.with_untracked(|one| one.trim().is_empty());
            if found.is_of_visit() {
                // What was typed meanwhile stays.
                if let Some(fields) = aside.filter(|_| is_empty) {
                    self.fields.set(fields);
                }
                self.fields_aside.set(None);
            } else if !is_empty && aside.is_none() {
                self.fields_aside.set(Some(self.fields.get_untracked()));
                self.fields.set(String::new());
            }
        });
    }

    /// What is wrong with the units as typed.
    #[must_use]
    pub fn unit_problems(self) -> Vec<LineProblem> {
        unit_lines::read(&self.units.get())
            .err()
            .unwrap_or_default()
    }

    /// What is wrong with the fields as typed.
    #[must_use]
    pub fn field_problems(self) -> Vec<LineProblem> {
        place_lines::read(&self.fields.get())
            .err()
            .unwrap_or_default()
    }

    /// The units as typed, where they can be read.
    #[must_use]
    pub fn tree(self) -> Units {
        unit_lines::read(&self.units.get()).unwrap_or_default()
    }

    /// The terms of the chosen questionnaire, as far as it is the loaded one.
    #[must_use]
    pub fn terms_of(self, staff: Staff) -> Vec<Term> {
        let loaded = &staff.setup.questionnaire;
        if loaded.id == self.questionnaire.get() {
            loaded.terms.clone()
        } else {
            Vec::new()
        }
    }

    /// The code chosen for a term.
    #[must_use]
    pub fn term(self, id: &str) -> Option<String> {
        self.terms.with(|terms| {
            terms
                .iter()
                .find(|(known, _)| known == id)
                .map(|(_, code)| code.clone())
        })
    }

    /// Chooses a term's code.
    pub fn set_term(self, id: &str, code: String) {
        self.terms.update(|terms| {
            terms.retain(|(known, _)| known != id);
            terms.push((id.to_owned(), code));
        });
    }

    /// Ballots planned (n) for the dossiers and margin as typed.
    #[must_use]
    pub fn sample(self) -> Option<u32> {
        let tree = self.tree();
        let total = whole(&self.dossiers.get()).ok()?;
        let fields = place_lines::read(&self.fields.get()).ok()?;
        let plan = Plan {
            dossiers: self.by_field(&tree, &fields),
            ..Plan::default()
        };
        let dossiers = total.or_else(|| plan.dossiers_of(""))?;
        let margin = margin(&self.margin.get())?;
        Some(sample_size(dossiers, margin))
    }

    /// Whether a day as typed is none.
    #[must_use]
    pub fn is_bad_day(self, typed: RwSignal<String>) -> bool {
        day(&typed.get()).is_err()
    }

    /// Whether the period as typed ends before it begins.
    #[must_use]
    pub fn is_backwards(self) -> bool {
        let days = (day(&self.from.get()), day(&self.until.get()));
        matches!(days, (Ok(Some(from)), Ok(Some(until))) if until < from)
    }

    /// Whether the target as typed is no share.
    #[must_use]
    pub fn is_bad_target(self) -> bool {
        share(&self.target.get()).is_err()
    }

    /// Whether the number of dossiers as typed is none.
    #[must_use]
    pub fn is_bad_count(self) -> bool {
        whole(&self.dossiers.get()).is_err()
    }

    /// Whether the margin as typed is none.
    #[must_use]
    pub fn is_bad_margin(self) -> bool {
        margin(&self.margin.get()).is_none()
    }

    /// Lines of the fields' targets that cannot be read: number from 1, and what stands there.
    #[must_use]
    pub fn bad_field_targets(self) -> Vec<(usize, String)> {
        let fields = place_lines::read(&self.fields.get()).unwrap_or_default();
        let lines = self.field_targets.get();
        read_targets(&lines, &fields).err().unwrap_or_default()
    }

    /// Stores the campaign; with something wrong nothing happens, it is already shown.
    pub fn save(self) {
        let kept = match self.kept() {
            Ok(kept) => kept,
            Err(saved) => return self.saved.set(saved),
        };
        // One that is edited beside the current one does not take its place.
        let beside = self.before.with_value(|before| {
            before.as_ref().is_some_and(|before| {
                campaigns::current().is_none_or(|one| one.campaign.id != before.campaign.id)
                    && campaigns::is_kept(&before.campaign.id)
            })
        });
        let said = if beside { Saved::Beside } else { Saved::Yes };
        self.saved
            .set(if campaigns::keep(self.app, &kept, !beside, said) {
                said
            } else {
                Saved::Refused
            });
    }

    /// The campaign as typed.
    fn kept(self) -> Result<Kept, Saved> {
        let (Ok(tree), Ok(fields)) = (
            unit_lines::read(&self.units.get_untracked()),
            place_lines::read(&self.fields.get_untracked()),
        ) else {
            return Err(Saved::Not);
        };
        let name = self.name.get_untracked().trim().to_owned();
        let id = self.id(&name).ok_or(Saved::NoName)?;
        let unit = Some(self.unit.get_untracked())
            .filter(|code| tree.units.iter().any(|place| place.code == *code));
        let plan = self.plan(&tree, &fields).ok_or(Saved::Wrong)?;
        // Names in other languages stay as long as the name does.
        let before = self.before.get_value().map(|before| before.campaign.name);
        let name = before
            .filter(|before| before.get("vi") == name)
            .unwrap_or_else(|| Wording::new(vec![("vi".to_owned(), name)]));
        let campaign = Campaign {
            id,
            name,
            questionnaire: self.questionnaire.get_untracked(),
            units: tree.units,
            fields,
            terms: self.terms.get_untracked(),
            unit,
            counter: self.counter.get_untracked().trim().to_owned(),
        };
        if campaign.problems().is_empty() && plan.problems().is_empty() {
            Ok(Kept { campaign, plan })
        } else {
            Err(Saved::Wrong)
        }
    }

    /// The id to save under: a campaign of this device keeps its own, since its ballots carry it;
    /// another one gets a free one made of its name.
    fn id(self, name: &str) -> Option<String> {
        let kept = self.before.with_value(|before| {
            let id = before.as_ref().map(|before| before.campaign.id.clone());
            id.filter(|id| campaigns::is_kept(id))
        });
        let made = place_lines::code_of(name);
        if made.is_empty() {
            return None;
        }
        kept.or_else(|| {
            let mut numbered = (2..).map(|number| [&made, "-", &number.to_string()].concat());
            if campaigns::is_kept(&made) {
                numbered.find(|id| !campaigns::is_kept(id))
            } else {
                Some(made.clone())
            }
        })
    }

    /// Dossiers of the units as typed, and those of their fields, which the sample's page keeps.
    fn by_field(self, tree: &Units, fields: &[Place]) -> Vec<Cell> {
        let typed = tree.dossiers.iter().map(|(unit, dossiers)| Cell {
            unit: unit.clone(),
            field: String::new(),
            dossiers: *dossiers,
        });
        let mut cells: Vec<Cell> = typed.collect();
        let is_unit = |code: &str| {
            let mut all = tree.units.iter().chain(&tree.groups);
            code.is_empty() || all.any(|place| place.code == code)
        };
        let is_field = |code: &str| fields.iter().any(|field| field.code == code);
        self.planned.with_value(|planned| {
            let kept = planned
                .iter()
                .filter(|one| !one.field.is_empty() && is_unit(&one.unit) && is_field(&one.field));
            cells.extend(kept.cloned());
        });
        cells
    }

    /// The plan as typed; nothing where something in it cannot be read.
    fn plan(self, tree: &Units, fields: &[Place]) -> Option<Plan> {
        let before = self.before.get_value().map(|before| before.plan);
        let before = before.map(|plan| plan.targets).unwrap_or_default();
        let mut targets = self.read_factor_targets(&before)?;
        targets.extend(
            before
                .into_iter()
                .filter(|one| matches!(one.scope, Scope::Unit(_))),
        );
        if let Some(share) = share(&self.target.get_untracked()).ok()? {
            let comparator = if self.above.get_untracked() {
                Comparator::Above
            } else {
                Comparator::AtLeast
            };
            targets.insert(
                0,
                ScopedTarget {
                    scope: Scope::Overall,
                    target: target(comparator, share),
                },
            );
        }
        targets.extend(read_targets(&self.field_targets.get_untracked(), fields).ok()?);
        let mut dossiers = self.by_field(tree, fields);
        if let Some(total) = whole(&self.dossiers.get_untracked()).ok()? {
            let total = Cell {
                dossiers: total,
                ..Cell::default()
            };
            dossiers.insert(0, total);
        }
        let margin = margin(&self.margin.get_untracked())?;
        Some(Plan {
            from: day(&self.from.get_untracked()).ok()?,
            until: day(&self.until.get_untracked()).ok()?,
            groups: tree.groups.clone(),
            targets,
            dossiers,
            margin: Some(margin).filter(|margin| *margin != USUAL_MARGIN),
        })
    }
}

/// A day as typed: nothing where nothing was typed, an error where it is none.
fn day(text: &str) -> Result<Option<Day>, ()> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        typed_day(text).map(Some).ok_or(())
    }
}
