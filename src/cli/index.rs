//! `sipas-cli index`: figures from ballot files.

use crate::arguments::{Format, IndexOptions};
use crate::questionnaires::Known;
use crate::stream::{self, Counted};
use crate::{Outcome, Stop, input, print, say, table};
use sipas_core::estimate::{Design, DesignError, Dossiers, Sample};
use sipas_core::index::{Formula, Options, points, report, report_with};
use sipas_formats::{csv, index_csv, index_json};
use std::fs;
use std::path::Path;

/// Reads the files and prints their figures.
pub fn run(options: &IndexOptions) -> Result<Outcome, Stop> {
    let known = Known::load(&options.folders)?;
    let sampling = &options.sampling;
    let design = sampling.design(sampling.weights.as_deref().map(dossiers).transpose()?);
    let means = matches!(
        options.formula,
        Formula::MeanOfCriteria | Formula::MeanOfFactors
    );
    if design.is_plain() && !means {
        // Totals are enough, so no ballot need be held.
        return show(options, &stream::count(options, &known)?, None);
    }
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
    show(options, &stream::of_input(&input, report), design)
}

/// Prints the figures.
fn show(
    options: &IndexOptions,
    counted: &Counted<'_>,
    design: Option<(&Design, &Sample)>,
) -> Result<Outcome, Stop> {
    let Counted {
        questionnaire,
        report,
        rows,
        has_guesses,
    } = counted;
    let points = (!questionnaire.classes.is_empty()).then(|| points(questionnaire, report));
    let text = match options.format {
        Format::Json => index_json::write(*rows, report, design, points.as_ref()),
        Format::Csv => index_csv::write(report),
        Format::Table => table::write(
            questionnaire,
            *rows,
            report,
            design,
            points.as_ref(),
            options.language,
        ),
    };
    print(&text)?;
    Ok(if rows.rejected > 0 || *has_guesses {
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
