//! `sipas-cli index`: figures from ballot files.

use crate::arguments::{Format, IndexOptions};
use crate::questionnaires::Known;
use crate::{Outcome, Stop, input, print, table};
use sipas_core::index::{Options, points, report};
use sipas_formats::{index_csv, index_json};

/// Reads the files and prints their figures.
pub fn run(options: &IndexOptions) -> Result<Outcome, Stop> {
    let known = Known::load(&options.folders)?;
    let input = input::read(options, &known)?;
    let questionnaire = input.questionnaire;
    let asked = Options {
        formula: options.formula,
        by: options.by.clone(),
        rollup: options.rollup,
    };
    let report = report(questionnaire, &input.ballots, &asked);
    let points = (!questionnaire.classes.is_empty()).then(|| points(questionnaire, &report));
    let text = match options.format {
        Format::Json => index_json::write(input.rows, &report, points.as_ref()),
        Format::Csv => index_csv::write(&report),
        Format::Table => table::write(
            questionnaire,
            input.rows,
            &report,
            points.as_ref(),
            options.language,
        ),
    };
    print(&text)?;
    Ok(if input.rows.rejected > 0 {
        Outcome::Flawed
    } else {
        Outcome::Fine
    })
}
