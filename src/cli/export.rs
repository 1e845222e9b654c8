//! `sipas-cli export`: ballot files in another form.

use crate::arguments::{Command, IndexOptions, Language, named, value};
use crate::help::Topic;
use crate::hint::unknown;
use crate::input::{self, Input};
use crate::questionnaires::Known;
use crate::{Outcome, Stop, say};
use lexopt::{Arg, Parser};
use sipas_core::ballot::{Ballot, Ticket};
use sipas_core::index::{Grouping, Options, report};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv::LeftOut;
use sipas_formats::dictionary::Dictionary;
use sipas_formats::xlsx::{self, Naming};
use sipas_formats::{codebook_csv, csv, index_csv, index_sql, spss, table_schema, utf16};
use std::fs;
use std::path::{Path, PathBuf};

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Xlsx,
    Csv,
    CsvUtf16,
    Codebook,
    Indices,
    Spss,
    SpssCsv,
    Schema,
    Sql,
}

impl Form {
    const ALL: [Self; 9] = [
        Self::Xlsx,
        Self::Csv,
        Self::CsvUtf16,
        Self::Codebook,
        Self::Indices,
        Self::Spss,
        Self::SpssCsv,
        Self::Schema,
        Self::Sql,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::CsvUtf16 => "csv-utf16",
            Self::Codebook => "codebook",
            Self::Indices => "indices",
            Self::Spss => "spss",
            Self::SpssCsv => "spss-csv",
            Self::Schema => "schema",
            Self::Sql => "sql",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Whether it holds ballots, which must then all be of one version.
    const fn holds_ballots(self) -> bool {
        matches!(
            self,
            Self::Xlsx | Self::Csv | Self::CsvUtf16 | Self::SpssCsv
        )
    }

    /// Whether it describes the questionnaire alone.
    const fn needs_no_ballots(self) -> bool {
        matches!(self, Self::Codebook | Self::Schema | Self::Sql)
    }
}

/// What `export` is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOptions {
    form: Form,
    out: PathBuf,
    language: Language,
    data: Option<String>,
    /// Which files, groups and questionnaires.
    input: IndexOptions,
}

const OPTIONS: [&str; 8] = [
    "to",
    "out",
    "language",
    "by",
    "data",
    "questionnaire",
    "questionnaires",
    "help",
];

impl ExportOptions {
    /// Reads the command line after `export`; the error is the message to show.
    pub fn parse(mut parser: Parser) -> Result<Command, String> {
        let mut input = IndexOptions::default();
        let (mut form, mut out, mut data) = (None, None, None);
        let mut language = Language::default();
        while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Export)),
                Arg::Long("to") => {
                    let names = Form::ALL.map(Form::name);
                    form = Some(named(&mut parser, "--to", Form::from_name, &names)?);
                }
                Arg::Long("out") => {
                    let file = parser.value().map_err(|error| error.to_string())?;
                    out = Some(PathBuf::from(file));
                }
                Arg::Long("language") => language = Language::read(&mut parser)?,
                Arg::Long("data") => data = Some(value(&mut parser, "--data")?),
                Arg::Long("by") => {
                    let names = Grouping::ALL.map(Grouping::name);
                    let by = named(&mut parser, "--by", Grouping::from_name, &names)?;
                    input.by.push(by);
                }
                Arg::Long("questionnaire") => {
                    input.questionnaire = Some(value(&mut parser, "--questionnaire")?);
                }
                Arg::Long("questionnaires") => {
                    let folder = parser.value().map_err(|error| error.to_string())?;
                    input.folders.push(folder.into());
                }
                Arg::Value(file) => input.files.push(file.into()),
                other => return Err(unknown(&other, &OPTIONS, "sipas-cli export --help")),
            }
        }
        let missing = |what: &str| format!("no {what} given; see sipas-cli export --help");
        let form = form.ok_or_else(|| missing("--to FORM"))?;
        let out = out.ok_or_else(|| missing("--out FILE"))?;
        if input.files.is_empty() && !(form.needs_no_ballots() && input.questionnaire.is_some()) {
            return Err(missing("ballot file"));
        }
        if input.files.contains(&out) {
            return Err("--out: it is one of the files to read".to_owned());
        }
        Ok(Command::Export(Self {
            form,
            out,
            language,
            data,
            input,
        }))
    }

    /// What the syntax calls the ballot file: a name beside its own.
    fn data_name(&self) -> String {
        let beside = || {
            let name = self.out.with_extension("csv");
            let name = name.file_name().map(|name| name.to_string_lossy());
            name.unwrap_or_default().into_owned()
        };
        self.data.clone().unwrap_or_else(beside)
    }
}

/// A file to be written, and how many ballots are in it where any can be.
struct Made {
    bytes: Vec<u8>,
    ballots: Option<u64>,
    left_out: Vec<LeftOut>,
    shortened: u64,
}

impl Made {
    const fn text(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            ballots: None,
            left_out: Vec::new(),
            shortened: 0,
        }
    }
}

/// Reads the files and writes them in the form asked for.
pub fn run(options: &ExportOptions) -> Result<Outcome, Stop> {
    let known = Known::load(&options.input.folders)?;
    let (made, flawed) = if options.input.files.is_empty() {
        let id = options.input.questionnaire.as_deref().unwrap_or_default();
        let questionnaire = known.newest(id).ok_or_else(|| {
            let ids = known.ids().join(", ");
            unusable(format!(
                "no questionnaire \"{}\" is known: {ids}",
                id.escape_debug()
            ))
        })?;
        (described(options, questionnaire, false), false)
    } else {
        let mut input = input::read(&options.input, &known)?;
        let order = |one: &Ballot| (one.submitted_at.unix_secs, one.id);
        input.ballots.sort_by_key(order);
        (made(options, &input)?, input.rows.rejected > 0)
    };
    for left_out in &made.left_out {
        say(&format!(
            "ballot {} is left out: {}",
            left_out.id, left_out.reason
        ));
    }
    if made.shortened > 0 {
        let count = made.shortened;
        say(&format!(
            "{count} texts are cut at what a cell can hold; they are whole in --to csv"
        ));
    }
    write(&options.out, &made.bytes)?;
    let ballots = made
        .ballots
        .map_or_else(String::new, |count| format!(", {count} ballots"));
    say(&format!(
        "{}: {} bytes{ballots}",
        options.out.display(),
        made.bytes.len()
    ));
    Ok(
        if flawed || !made.left_out.is_empty() || made.shortened > 0 {
            Outcome::Flawed
        } else {
            Outcome::Fine
        },
    )
}

fn made(options: &ExportOptions, input: &Input<'_>) -> Result<Made, Stop> {
    let questionnaire = input.questionnaire;
    let other = |ballot: &&Ballot| ballot.context.version != questionnaire.version;
    if let Some(other) = input
        .ballots
        .iter()
        .find(other)
        .filter(|_| options.form.holds_ballots())
    {
        return Err(unusable(format!(
            "the files hold versions {} and {} of {}, whose columns differ: export them one by one",
            other.context.version, questionnaire.version, questionnaire.id
        )));
    }
    let ballots: Vec<&Ballot> = input.ballots.iter().collect();
    let ticketed = ballots.iter().any(|one| one.ticket != Ticket::None);
    let asked = Options {
        by: options.input.by.clone(),
        ..Options::default()
    };
    let counted = || report(questionnaire, ballots.iter().copied(), &asked);
    Ok(match options.form {
        Form::Xlsx => {
            let naming = Naming {
                language: options.language.code(),
                ..Naming::default()
            };
            let written = xlsx::write(questionnaire, &ballots, &counted(), naming)
                .map_err(|error| unusable(error.to_string()))?;
            Made {
                bytes: written.export.bytes,
                ballots: Some(written.export.rows),
                left_out: written.export.left_out,
                shortened: written.shortened,
            }
        }
        Form::Csv | Form::CsvUtf16 | Form::SpssCsv => {
            let written = csv::write(questionnaire, ballots.iter().copied());
            let text = String::from_utf8_lossy(&written.bytes);
            let split = |line| unusable(format!("line {line} cannot be split into cells"));
            Made {
                bytes: match options.form {
                    Form::CsvUtf16 => utf16::from_csv(&text).map_err(split)?,
                    Form::SpssCsv => spss::data(&text).map_err(split)?.into_bytes(),
                    _ => written.bytes,
                },
                ballots: Some(written.rows),
                left_out: written.left_out,
                shortened: 0,
            }
        }
        Form::Indices => Made::text(index_csv::write(&counted()).into_bytes()),
        Form::Spss | Form::Codebook | Form::Schema | Form::Sql => {
            described(options, questionnaire, ticketed)
        }
    })
}

/// What the questionnaire alone says.
fn described(options: &ExportOptions, questionnaire: &Questionnaire, ticketed: bool) -> Made {
    let language = options.language.code();
    let dictionary = Dictionary::of(questionnaire, ticketed, &[]);
    let text = match options.form {
        Form::Spss => spss::write(&dictionary, &options.data_name(), language),
        Form::Schema => table_schema::write(&dictionary, language),
        Form::Sql => index_sql::write(questionnaire),
        _ => codebook_csv::write(&dictionary),
    };
    Made::text(text.into_bytes())
}

/// Writes beside the place first, so that a full disk leaves what was there.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let failed =
        |error: std::io::Error| unusable(format!("{}: cannot be written: {error}", path.display()));
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, bytes)
        .and_then(|()| fs::rename(&beside, path))
        .map_err(failed)
}

fn unusable(message: String) -> Stop {
    Stop {
        message,
        outcome: Outcome::Unusable,
    }
}
