//! Ballots in other forms: what is written, under which name, and handing it on.

use crate::platform::{clock, files, share};
use crate::state::results::Pace;
use crate::state::staff::Staff;
use crate::state::{ledger, setup};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use sipas_core::ballot::{Ballot, Ticket};
use sipas_core::campaign::Campaign;
use sipas_core::index::{Grouping, Options, report};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::annex::Annex;
use sipas_formats::dictionary::Dictionary;
use sipas_formats::evaluation_table::EvaluationTable;
use sipas_formats::xlsx::annex::AnnexWords;
use sipas_formats::xlsx::{self, Book, Naming, XlsxProblem};
use sipas_formats::{codebook_csv, csv, file_name, index_csv, spss, utf16};
use std::pin::Pin;

/// A form ballots can be taken out in, beside the ballot file itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The workbook.
    Xlsx,
    /// The ballot file in UTF-16 with tabs.
    Utf16,
    /// The indices as CSV.
    Indices,
    /// What columns and codes mean, as CSV.
    Codebook,
    /// SPSS syntax.
    Spss,
    /// The ballot file it reads.
    SpssCsv,
}

impl Form {
    /// All forms, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Xlsx,
        Self::Utf16,
        Self::Indices,
        Self::Codebook,
        Self::Spss,
        Self::SpssCsv,
    ];

    /// The mark of its button.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Utf16 => "csv-utf16",
            Self::Indices => "indices",
            Self::Codebook => "codebook",
            Self::Spss => "spss",
            Self::SpssCsv => "spss-csv",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Utf16 => "utf16.csv",
            Self::Indices => "indices.csv",
            Self::Codebook => "codebook.csv",
            Self::Spss => "sps",
            Self::SpssCsv => "spss.csv",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => media_type("xlsx"),
            Self::Utf16 => "text/csv;charset=utf-16le",
            Self::Indices | Self::Codebook | Self::SpssCsv => media_type("csv"),
            Self::Spss => "text/plain;charset=utf-8",
        }
    }
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its name.
    pub name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
    /// Ballots in it; nothing for files that hold none.
    pub ballots: Option<u64>,
    /// Ballots that could not go into it.
    pub left_out: usize,
    /// Texts cut at what a cell can hold.
    pub shortened: u64,
}

impl Made {
    /// A file of these bytes.
    #[must_use]
    pub const fn of(name: String, media_type: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            name,
            media_type,
            bytes,
            ballots: None,
            left_out: 0,
            shortened: 0,
        }
    }

    /// Its length in kilobytes, at least 1.
    #[must_use]
    pub fn kilobytes(&self) -> usize {
        self.bytes.len().div_ceil(1000).max(1)
    }

    /// Offers it to the person.
    ///
    /// # Errors
    /// What the browser said.
    pub fn offer(&self) -> Result<(), String> {
        files::offer(&self.name, self.media_type, &self.bytes)
    }

    /// Whether this device can hand it to another app.
    #[must_use]
    pub fn can_be_shared(&self) -> bool {
        share::file(&self.name, self.media_type, &self.bytes)
            .is_some_and(|file| file.can_be_shared())
    }

    /// Hands it to another app; false where the person or the browser declined.
    pub async fn share(&self) -> bool {
        match share::file(&self.name, self.media_type, &self.bytes) {
            Some(file) => file.share().await,
            None => false,
        }
    }
}

/// What browsers call the contents of files with this ending.
#[must_use]
pub fn media_type(ending: &str) -> &'static str {
    match ending {
        "csv" => "text/csv;charset=utf-8",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "json" => "application/json",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failed {
    /// The part of the program that writes it, or the questionnaire, could not be loaded.
    Load,
    /// More ballots than a sheet holds.
    TooMany,
    /// The writer's or the browser's words.
    Other(String),
}

/// The file's name: campaign, counter and day; another questionnaire than the campaign's is named too.
#[must_use]
pub fn name(campaign: &Campaign, questionnaire: &str, extension: &str) -> String {
    let own = campaign.questionnaire == questionnaire;
    let which = if own {
        campaign.id.clone()
    } else {
        [&campaign.id, "-", questionnaire].concat()
    };
    let unit = campaign.unit.as_ref();
    let counter = [Some(&campaign.counter), unit]
        .into_iter()
        .flatten()
        .find(|text| !text.is_empty())
        .cloned();
    let counter = counter.unwrap_or_else(|| ledger::device().to_string());
    file_name::file_name(&which, &counter, clock::now(), extension)
}

/// Makes the file of a questionnaire's ballots; `progress` tells how many ballots of how many are in it.
///
/// # Errors
/// [`Failed`].
pub async fn make(
    staff: Staff,
    id: &str,
    form: Form,
    language: &'static str,
    progress: RwSignal<Option<(usize, usize)>>,
) -> Result<Made, Failed> {
    let questionnaire = setup::questionnaire(id).await.map_err(|_| Failed::Load)?;
    let ballots = staff
        .peek_ballots(|ballots| {
            let own = ballots.iter().filter(|one| one.context.questionnaire == id);
            let mut own: Vec<Ballot> = own.cloned().collect();
            own.sort_by_key(|one| (one.submitted_at.unix_secs, one.id));
            own
        })
        .unwrap_or_default();
    let campaign = &staff.setup.campaign;
    let made = Made {
        name: name(campaign, id, form.extension()),
        media_type: form.media_type(),
        bytes: Vec::new(),
        ballots: None,
        left_out: 0,
        shortened: 0,
    };
    if form == Form::Xlsx {
        let job = Job {
            questionnaire,
            ballots,
            campaign,
            language,
            progress,
            made,
        };
        return match workbook_part(job).await {
            Ok(making) => making.await,
            Err(_) => Err(Failed::Load),
        };
    }
    let data = name(campaign, id, Form::SpssCsv.extension());
    text(
        &questionnaire,
        &ballots,
        form,
        &data,
        language,
        made,
        campaign,
    )
}

/// The forms that are text.
fn text(
    questionnaire: &Questionnaire,
    ballots: &[Ballot],
    form: Form,
    data: &str,
    language: &str,
    made: Made,
    campaign: &Campaign,
) -> Result<Made, Failed> {
    let ticketed = ballots.iter().any(|one| one.ticket != Ticket::None);
    let dictionary = || Dictionary::of(questionnaire, ticketed, &campaign.terms);
    let split = |_| Failed::Other(String::new());
    Ok(match form {
        Form::Utf16 | Form::SpssCsv => {
            let written = csv::write(questionnaire, ballots);
            let text = String::from_utf8_lossy(&written.bytes);
            let bytes = if form == Form::Utf16 {
                utf16::from_csv(&text).map_err(split)?
            } else {
                spss::data(&text).map_err(split)?.into_bytes()
            };
            Made {
                bytes,
                ballots: Some(written.rows),
                left_out: written.left_out.len(),
                ..made
            }
        }
        Form::Indices => {
            let report = report(questionnaire, ballots, &Options::default());
            Made {
                bytes: index_csv::write(&report).into_bytes(),
                ..made
            }
        }
        Form::Codebook => Made {
            bytes: codebook_csv::write(&dictionary()).into_bytes(),
            ..made
        },
        Form::Spss | Form::Xlsx => Made {
            bytes: spss::write(&dictionary(), data, language).into_bytes(),
            ..made
        },
    })
}

/// What a workbook is made of.
struct Job {
    questionnaire: Questionnaire,
    ballots: Vec<Ballot>,
    campaign: &'static Campaign,
    language: &'static str,
    progress: RwSignal<Option<(usize, usize)>>,
    made: Made,
}

/// A workbook under way.
type Making = Pin<Box<dyn Future<Output = Result<Made, Failed>>>>;

/// The writer of workbooks: a part of the program of its own, loaded when one is asked for.
#[wasm_split(staff_xlsx, wasm_split_path = leptos::wasm_split, fallible)]
fn workbook_part(job: Job) -> Result<Making, SplitLoaderError> {
    Ok(Box::pin(workbook(job)))
}

async fn workbook(job: Job) -> Result<Made, Failed> {
    let refused = |problem| match problem {
        XlsxProblem::TooManyBallots => Failed::TooMany,
        XlsxProblem::Library(reason) => Failed::Other(reason),
    };
    let naming = Naming {
        language: job.language,
        terms: &job.campaign.terms,
        units: &job.campaign.units,
        fields: &job.campaign.fields,
    };
    let total = job.ballots.len();
    let ticketed = job.ballots.iter().any(|one| one.ticket != Ticket::None);
    let mut pace = Pace::start();
    let mut book = Book::begin(&job.questionnaire, naming, ticketed).map_err(refused)?;
    for (done, ballot) in job.ballots.iter().enumerate() {
        book.push(ballot).map_err(refused)?;
        if pace.keep().await {
            job.progress.try_set(Some((done, total)));
        }
    }
    let options = Options {
        by: vec![Grouping::Unit, Grouping::Field],
        ..Options::default()
    };
    let report = report(&job.questionnaire, &job.ballots, &options);
    job.progress.try_set(Some((total, total)));
    clock::breathe().await;
    let written = book.finish(&report).map_err(refused)?;
    Ok(Made {
        bytes: written.export.bytes,
        ballots: Some(written.export.rows),
        left_out: written.export.left_out.len(),
        shortened: written.shortened,
        ..job.made
    })
}

/// A table to make a workbook of, beside the ballots.
#[derive(Debug)]
pub enum Sheet {
    /// A plan's annex with its words.
    Annex {
        /// The annex.
        annex: Annex,
        /// The plan's title.
        title: String,
        /// Name of the sheet.
        sheet: &'static str,
        /// The eight headings.
        headings: [&'static str; 8],
        /// What stands before the sum of costs.
        total: &'static str,
    },
    /// A quarter's evaluation.
    Evaluation {
        /// The table.
        table: EvaluationTable,
        /// Name of the sheet.
        sheet: &'static str,
        /// What it is.
        title: &'static str,
    },
}

/// A table as a workbook, by the same part of the program.
///
/// # Errors
/// Why it could not be made.
pub async fn sheet(sheet: Sheet) -> Result<Vec<u8>, String> {
    match sheet_part(sheet).await {
        Ok(made) => made,
        Err(_) => Err("staff_xlsx".to_owned()),
    }
}

#[wasm_split(staff_xlsx, wasm_split_path = leptos::wasm_split, fallible)]
fn sheet_part(sheet: Sheet) -> Result<Result<Vec<u8>, String>, SplitLoaderError> {
    let made = match &sheet {
        Sheet::Annex {
            annex,
            title,
            sheet,
            headings,
            total,
        } => {
            let words = AnnexWords {
                sheet,
                title,
                headings: *headings,
                total,
            };
            xlsx::annex::write(annex, &words)
        }
        Sheet::Evaluation {
            table,
            sheet,
            title,
        } => xlsx::evaluation::write(table, sheet, title),
    };
    Ok(made.map_err(|problem| problem.to_string()))
}
