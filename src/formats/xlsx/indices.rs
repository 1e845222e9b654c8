//! The sheet of figures with their intervals.

use super::style::Styles;
use super::{Naming, XlsxProblem, cut, last};
use crate::criterion_names::CriterionNames;
use crate::dictionary::words;
use rust_xlsxwriter::{Format, Worksheet};
use sipas_core::campaign::Place;
use sipas_core::index::{Figure, Grouping, Report, Undefined};
use sipas_core::questionnaire::Questionnaire;

/// All ballots first, then the report's groups; one figure a row.
pub fn fill(
    sheet: &mut Worksheet,
    styles: &Styles,
    naming: &Naming<'_>,
    questionnaire: &Questionnaire,
    report: &Report,
) -> Result<(), XlsxProblem> {
    let language = naming.language;
    let widths = [
        14.0, 24.0, 9.0, 16.0, 16.0, 50.0, 10.0, 10.0, 10.0, 12.0, 12.0, 12.0, 10.0, 16.0, 12.0,
        10.0, 12.0, 12.0, 40.0,
    ];
    for (position, (heading, width)) in (0..).zip(words::INDICES.iter().zip(widths)) {
        sheet
            .write_string_with_format(0, position, heading.get(language), &styles.head)?
            .set_column_width(position, width)?;
    }
    let mut page = Page {
        sheet,
        styles,
        questionnaire,
        naming,
        row: 0,
    };
    page.report(["", ""], report)?;
    for group in &report.groups {
        let place = |places: &[Place]| {
            let found = places.iter().find(|place| place.code == group.key);
            found.map(|place| place.label.get(language).to_owned())
        };
        let name = match group.by {
            Grouping::Unit => place(naming.units),
            Grouping::Field => place(naming.fields),
            Grouping::Channel => words::value(&group.key).map(|word| word.get(language).to_owned()),
            Grouping::Month => None,
        };
        let by = match group.by {
            Grouping::Month => group.by.name(),
            Grouping::Unit | Grouping::Field | Grouping::Channel => {
                words::column(group.by.name()).map_or("", |word| word.get(language))
            }
        };
        let name = name.unwrap_or_else(|| group.key.clone());
        page.report([by, &name], &group.report)?;
    }
    let row = page.row;
    sheet
        .autofilter(0, 0, row, last(words::INDICES.len()))?
        .set_freeze_panes(1, 0)?;
    Ok(())
}

/// The sheet and how far it is written.
struct Page<'a, 'n> {
    sheet: &'a mut Worksheet,
    styles: &'a Styles,
    questionnaire: &'a Questionnaire,
    naming: &'a Naming<'n>,
    row: u32,
}

impl Page<'_, '_> {
    fn report(&mut self, group: [&str; 2], report: &Report) -> Result<(), XlsxProblem> {
        let language = self.naming.language;
        let ballots = report.ballots;
        let name = report.overall.formula.name();
        let head = Head {
            group,
            ballots,
            kind: words::Figure::Overall,
            id: "",
            says: name,
        };
        self.figure(&head, &report.overall, None)?;
        let names = CriterionNames {
            questionnaire: self.questionnaire,
            language,
            terms: self.naming.terms,
        };
        for (factor, asked) in report.factors.iter().zip(&self.questionnaire.factors) {
            let title = names.say(&asked.title);
            let head = Head {
                group,
                ballots,
                kind: words::Figure::Factor,
                id: &factor.id,
                says: &title,
            };
            let mean = factor.mean.and_then(|mean| mean.value()).ok();
            self.figure(&head, &factor.figure, mean)?;
        }
        for (criterion, asked) in report.criteria.iter().zip(self.questionnaire.criteria()) {
            let says = names.full(asked);
            let head = Head {
                group,
                ballots,
                kind: words::Figure::Criterion,
                id: &criterion.id,
                says: &says,
            };
            self.figure(&head, &criterion.figure, criterion.mean.value().ok())?;
        }
        Ok(())
    }

    fn figure(
        &mut self,
        head: &Head<'_>,
        figure: &Figure,
        mean: Option<f64>,
    ) -> Result<(), XlsxProblem> {
        self.row += 1;
        let language = self.naming.language;
        let Styles {
            text,
            wrapped,
            whole,
            number,
            share,
            ..
        } = self.styles;
        let [by, key] = head.group;
        self.text(0, by, text)?;
        self.text(1, key, text)?;
        self.number(2, Some(head.ballots as f64), whole)?;
        self.text(3, words::figure(head.kind).get(language), text)?;
        self.text(4, head.id, text)?;
        self.text(5, head.says, wrapped)?;
        self.number(6, Some(figure.rate.satisfied as f64), whole)?;
        self.number(7, Some(figure.rate.counted as f64), whole)?;
        self.number(8, figure.value.ok(), share)?;
        let beside = figure.beside();
        let interval = beside.or(figure.interval.ok());
        self.number(9, interval.map(|known| known.low), share)?;
        self.number(10, interval.map(|known| known.high), share)?;
        self.number(11, interval.map(|known| known.standard_error), number)?;
        let degrees = interval.and_then(|known| known.degrees);
        self.number(12, degrees.map(|degrees| degrees as f64), whole)?;
        self.text(13, interval.map_or("", |known| known.method.name()), text)?;
        self.number(14, Some(figure.missing.not_applicable as f64), whole)?;
        self.number(15, Some(figure.missing.blank as f64), whole)?;
        self.number(16, mean, number)?;
        self.number(17, Some(figure.respondents as f64), whole)?;
        let note = match (figure.value, interval) {
            (Err(Undefined::NoAnswers), _) => Some(words::NO_ANSWERS),
            (Err(_), _) => Some(words::UNDEFINED),
            (Ok(_), None) => Some(words::NO_INTERVAL),
            (Ok(_), Some(_)) => beside.map(|_| words::ALL_AGREE),
        };
        self.text(18, note.map_or("", |note| note.get(language)), wrapped)
    }

    fn text(&mut self, column: u16, text: &str, style: &Format) -> Result<(), XlsxProblem> {
        if !text.is_empty() {
            self.sheet
                .write_string_with_format(self.row, column, cut(text).0, style)?;
        }
        Ok(())
    }

    fn number(
        &mut self,
        column: u16,
        number: Option<f64>,
        style: &Format,
    ) -> Result<(), XlsxProblem> {
        if let Some(number) = number {
            self.sheet
                .write_number_with_format(self.row, column, number, style)?;
        }
        Ok(())
    }
}

/// What a figure is of.
struct Head<'a> {
    group: [&'a str; 2],
    ballots: u64,
    kind: words::Figure,
    id: &'a str,
    says: &'a str,
}
