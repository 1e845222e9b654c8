//! `sipas-cli index`: figures from ballot files.

use crate::arguments::{Format, IndexOptions};
use crate::questionnaires::Known;
use crate::{Outcome, Stop, input, print, say, table};
use sipas_core::estimate::{DesignError, Dossiers, Sample};
use sipas_core::index::{Options, points, report, report_with};
use sipas_formats::{csv, index_csv, index_json};
use std::fs;
use std::path::Path;

/// Reads the files and prints their figures.
pub fn run(options: &IndexOptions) -> Result<Outcome, Stop> {
    let known = Known::load(&options.folders)?;
    let sampling = &options.sampling;
    let design = sampling.design(sampling.weights.as_deref().map(dossiers).transpose()?);
    let input = input::read(options, &known)?;
    let questionnaire = input.questionnaire;
    let asked = Options {
        formula: options.formula,
        by: options.by.clone(),
        rollup: options.rollup,
    };
    let sample = if design.is_plain() {
        None
    } else {
        let sample = Sample::new(questionnaire, &input.ballots, &design);
        Some(sample.map_err(|error| {
            let hint = match error {
                DesignError::LonelyStrata { .. } => "; see --lonely",
                DesignError::SplitCluster { .. }
                | DesignError::BeyondPopulation { .. }
                | DesignError::UnknownStrata { .. }
                | DesignError::NoDossiers { .. } => "",
            };
            unusable(format!(
                "the design does not fit the ballots: {error}{hint}"
            ))
        })?)
    };
    let report = match &sample {
        Some(sample) => report_with(questionnaire, &input.ballots, &asked, sample),
        None => report(questionnaire, &input.ballots, &asked),
    };
    let design = sample.as_ref().map(|sample| (&design, sample));
    for (unit, field) in sample.iter().flat_map(Sample::unsampled) {
        say(&format!(
            "no ballots for the dossiers of unit \"{unit}\" field \"{field}\": not in the figures"
        ));
    }
    let points = (!questionnaire.classes.is_empty()).then(|| points(questionnaire, &report));
    let text = match options.format {
        Format::Json => index_json::write(input.rows, &report, design, points.as_ref()),
        Format::Csv => index_csv::write(&report),
        Format::Table => table::write(
            questionnaire,
            input.rows,
            &report,
            design,
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

fn dossiers(path: &Path) -> Result<Dossiers, Stop> {
    let name = path.display();
    let bytes =
        fs::read(path).map_err(|error| unusable(format!("{name}: cannot be read: {error}")))?;
    csv::read_dossiers(&bytes).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{name}: {problem}"))
            .collect();
        unusable(lines.join("\n"))
    })
}

fn unusable(message: String) -> Stop {
    Stop {
        message,
        outcome: Outcome::Unusable,
    }
}
