//! The eight-column annex of a corrective plan: aim · task · actions · product · lead · with · due · cost.

use crate::csv::push_row;
use crate::day::shown_day;
use crate::decimal;
use sipas_core::decimal::Hundredths;
use sipas_core::plan::{ActionPlan, Item, ItemPart};
use sipas_core::selection::Day;

/// The annex as rows of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annex {
    /// One row an item, in the plan's order.
    pub rows: Vec<Row>,
    /// The costs that are numbers, added up, in million đồng; none where no cost is one.
    pub total: Option<Hundredths>,
    /// Costs that are words ("lồng ghép"), which the total leaves out.
    pub in_words: usize,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The eight cells, as people read them.
    pub cells: [String; 8],
    /// The cost in million đồng, where it is a number.
    pub cost: Option<Hundredths>,
}

impl Annex {
    /// Of a plan's items that are not removed.
    #[must_use]
    pub fn of(plan: &ActionPlan) -> Self {
        let rows: Vec<Row> = plan.items().iter().map(|(_, item)| Row::of(item)).collect();
        let known = rows.iter().filter_map(|row| row.cost);
        let in_words = rows
            .iter()
            .filter(|row| row.cost.is_none() && row.cells.last().is_some_and(|one| !one.is_empty()))
            .count();
        Self {
            total: known.reduce(Hundredths::plus),
            in_words,
            rows,
        }
    }

    /// The annex as CSV in the form of the ballot file (UTF-8 with BOM, comma, CRLF), under these headings.
    #[must_use]
    pub fn csv(&self, headings: &[&str; 8]) -> String {
        let mut out = String::from('\u{feff}');
        push_row(&mut out, &headings.map(str::to_owned));
        for row in &self.rows {
            push_row(&mut out, &row.cells);
        }
        out
    }
}

impl Row {
    fn of(item: &Item) -> Self {
        let cost = decimal::read(item.text(ItemPart::Cost)).map(|cost| cost.value);
        let cell = |part| match part {
            ItemPart::Due => shown_due(item),
            // An item written freely may say no more than its name.
            ItemPart::Task if item.text(part).trim().is_empty() => {
                item.text(ItemPart::Name).trim().to_owned()
            }
            ItemPart::Cost => cost.map_or_else(
                || item.text(part).trim().to_owned(),
                |cost| million(cost, "vi"),
            ),
            _ => item.text(part).trim().to_owned(),
        };
        Self {
            cells: ItemPart::ANNEX.map(cell),
            cost,
        }
    }
}

/// Until when, as people read it: `31/03/2027`, or the words that were written.
#[must_use]
pub fn shown_due(item: &Item) -> String {
    let text = item.text(ItemPart::Due);
    Day::parse(text).map_or_else(|| text.trim().to_owned(), shown_day)
}

/// Million đồng without needless decimals: `12,5`, `8`.
#[must_use]
pub fn million(cost: Hundredths, language: &str) -> String {
    let text = cost.text(language);
    text.trim_end_matches('0')
        .trim_end_matches([',', '.'])
        .to_owned()
}
