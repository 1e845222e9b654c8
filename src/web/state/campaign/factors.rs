//! The chosen questionnaire in the campaign's form, and the targets of its factors.

use super::Form;
use crate::state::setup;
use leptos::prelude::*;
use sipas_core::campaign::plan::{Scope, ScopedTarget};
use sipas_core::questionnaire::{Questionnaire, terms};
use sipas_core::wording::Wording;
use sipas_formats::plan_lines::read_target;
use std::sync::Arc;

impl Form {
    /// Loads the chosen questionnaire; where that fails its factors' targets stay as they are.
    pub(super) fn load(self, then: impl FnOnce(&Questionnaire) + 'static) {
        let id = self.questionnaire.get_untracked();
        self.asked.set(None);
        leptos::task::spawn_local(async move {
            let Ok(found) = setup::questionnaire(&id).await else {
                return;
            };
            if self.questionnaire.try_get_untracked() == Some(id) {
                then(&found);
                self.asked.set(Some(Arc::new(found)));
            }
        });
    }

    /// What was typed as a factor's target.
    #[must_use]
    pub fn factor_target(self, id: &str) -> String {
        self.factor_targets.with(|all| {
            let found = all.iter().find(|(factor, _)| factor == id);
            found.map(|(_, typed)| typed.clone()).unwrap_or_default()
        })
    }

    /// Takes what is typed as a factor's target.
    pub fn set_factor_target(self, id: &str, typed: String) {
        self.factor_targets.update(|all| {
            all.retain(|(factor, _)| factor != id);
            all.push((id.to_owned(), typed));
        });
    }

    /// A wording of the chosen questionnaire, with the words chosen here.
    #[must_use]
    pub fn named(self, asked: &Questionnaire, wording: &Wording, language: &str) -> String {
        self.terms
            .with(|chosen| terms::fill(asked, wording.get(language), language, chosen))
    }

    /// Whether a factor's target as typed is none.
    #[must_use]
    pub fn is_bad_factor_target(self, id: &str) -> bool {
        read_target(&self.factor_target(id)).is_err()
    }

    /// The factors' targets as typed, in the questionnaire's order; those of before where it is not loaded. Nothing
    /// where one cannot be read.
    pub(super) fn read_factor_targets(self, before: &[ScopedTarget]) -> Option<Vec<ScopedTarget>> {
        let Some(asked) = self.asked.get_untracked() else {
            let is_factors = |one: &&ScopedTarget| matches!(one.scope, Scope::Factor(_));
            return Some(before.iter().filter(is_factors).cloned().collect());
        };
        let mut targets = Vec::new();
        for factor in &asked.factors {
            let typed = self.factor_targets.with_untracked(|all| {
                let found = all.iter().find(|(id, _)| *id == factor.id);
                found.map(|(_, typed)| typed.clone()).unwrap_or_default()
            });
            let target = read_target(&typed).ok()?;
            let scope = Scope::Factor(factor.id.clone());
            targets.extend(target.map(|target| ScopedTarget { scope, target }));
        }
        Some(targets)
    }
}
