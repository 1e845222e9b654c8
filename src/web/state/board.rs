//! What the public display shows: the last twelve months, as far as they may be published.

use crate::state::staff::{Reading, Staff};
use leptos::prelude::*;
use sipas_core::index::{Grouping, Options, report};
use sipas_core::period::{Period, Step};
use sipas_core::publication::{Cell, GroupFigure, Publication};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::{Day, Selection};

/// Months looked at, the present one among them.
const MONTHS: usize = 12;

/// Everything on the display.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// The questionnaire.
    pub questionnaire: &'static Questionnaire,
    /// The figures of all twelve months.
    pub publication: Publication,
    /// The months, the earliest first; nothing where one has no ballots.
    pub months: Vec<(Period, Option<Cell<GroupFigure>>)>,
}

/// The board of a unit (and all below it), or of all; nothing where ballots cannot be read.
#[must_use]
pub fn board(staff: Staff, unit: Option<&String>, today: Day, least: u64) -> Option<Board> {
    let questionnaire = &staff.setup.questionnaire;
    let mut months = vec![Period::of(Step::Month, today)?];
    while months.len() < MONTHS {
        months.extend(months.last().map(|month| month.before()));
    }
    months.reverse();
    let selection = Selection {
        questionnaire: Some(questionnaire.id.clone()),
        unit: unit.cloned(),
        from: months.first().map(|month| month.first()),
        until: months.last().map(|month| month.last()),
        ..Selection::default()
    };
    let options = Options {
        by: vec![Grouping::Month],
        ..Options::default()
    };
    let report = staff.reading.with(|reading| match reading {
        Reading::Read(stored) => {
            let chosen = stored.ballots.iter().filter(|ballot| {
                ballot.context.version == questionnaire.version && selection.matches(ballot)
            });
            Some(report(questionnaire, chosen, &options))
        }
        Reading::Not | Reading::Blocked => None,
    })?;
    let publication = Publication::of(&report, least);
    let groups = publication.tables.first().map(|table| &table.groups);
    let months = months
        .into_iter()
        .map(|month| {
            let key = month.key();
            let found = groups.and_then(|groups| groups.iter().find(|(known, _)| *known == key));
            (month, found.map(|(_, cell)| cell.clone()))
        })
        .collect();
    Some(Board {
        questionnaire,
        months,
        publication,
    })
}
