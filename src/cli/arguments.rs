//! The command line.

use crate::export::ExportOptions;
use crate::help::Topic;
use crate::hint::unknown;
use crate::sampling::Sampling;
use lexopt::{Arg, Parser, ValueExt};
use sipas_core::index::{Formula, Grouping};
use std::path::PathBuf;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Say how the program is used.
    Help(Topic),
    /// Say the program's version.
    Version,
    /// Compute indices.
    Index(IndexOptions),
    /// Check questionnaire and campaign files.
    Check(Vec<PathBuf>),
    /// Write ballots in another form.
    Export(ExportOptions),
}

/// What `index` is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndexOptions {
    /// Ballot files and archives, and folders of them.
    pub files: Vec<PathBuf>,
    /// Groups asked for.
    pub by: Vec<Grouping>,
    /// Ancestors of units too.
    pub rollup: bool,
    /// How the index is formed.
    pub formula: Formula,
    /// What is printed.
    pub format: Format,
    /// Language of the table.
    pub language: Language,
    /// Only the files of this questionnaire.
    pub questionnaire: Option<String>,
    /// Folders with further questionnaires.
    pub folders: Vec<PathBuf>,
    /// How respondents came into the files.
    pub sampling: Sampling,
}

impl IndexOptions {
    /// Whether files with nothing to tell are passed over in silence: where whole folders were named.
    pub fn is_quiet(&self) -> bool {
        self.files.iter().any(|path| path.is_dir())
    }
}

/// Forms of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For people.
    #[default]
    Table,
}

/// Languages of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// The BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Reads the value of `--language`.
    pub fn read(parser: &mut Parser) -> Result<Self, String> {
        let language = |name: &str| match name {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        };
        named(parser, "--language", language, &["vi", "en"])
    }
}

const INDEX_OPTIONS: [&str; 13] = [
    "by",
    "rollup",
    "formula",
    "format",
    "language",
    "questionnaire",
    "questionnaires",
    "cluster",
    "strata",
    "population",
    "weights",
    "lonely",
    "help",
];
const OTHER_OPTIONS: [&str; 2] = ["help", "version"];

/// Reads the command line; the error is the message to show.
pub fn parse(mut parser: Parser) -> Result<Command, String> {
    let first = parser.next().map_err(|error| error.to_string())?;
    match first {
        None => Err("no command given: index, export or check; see sipas-cli --help".to_owned()),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help(Topic::Program)),
        Some(Arg::Short('V') | Arg::Long("version")) => Ok(Command::Version),
        Some(Arg::Value(command)) => match command.to_str() {
            Some("index") => index(parser),
            Some("check") => check(parser),
            Some("export") => ExportOptions::parse(parser),
            Some("help") => Ok(Command::Help(Topic::Program)),
            Some(_) | None => Err(format!(
                "unknown command {}: expected index, export or check; see sipas-cli --help",
                command.display()
            )),
        },
        Some(argument) => Err(unknown(&argument, &OTHER_OPTIONS, "sipas-cli --help")),
    }
}

fn index(mut parser: Parser) -> Result<Command, String> {
    let mut options = IndexOptions::default();
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Index)),
            Arg::Long("by") => {
                let names = Grouping::ALL.map(Grouping::name);
                options
                    .by
                    .push(named(&mut parser, "--by", Grouping::from_name, &names)?);
            }
            Arg::Long("rollup") => options.rollup = true,
            Arg::Long("formula") => {
                let names = Formula::ALL.map(Formula::name);
                options.formula = named(&mut parser, "--formula", Formula::from_name, &names)?;
            }
            Arg::Long("format") => {
                let format = |name: &str| match name {
                    "json" => Some(Format::Json),
                    "csv" => Some(Format::Csv),
                    "table" => Some(Format::Table),
                    _ => None,
                };
                options.format = named(&mut parser, "--format", format, &["json", "csv", "table"])?;
            }
            Arg::Long("language") => {
                options.language = Language::read(&mut parser)?;
            }
            Arg::Long("questionnaire") => {
                options.questionnaire = Some(value(&mut parser, "--questionnaire")?);
            }
            Arg::Long("questionnaires") => {
                let folder = parser.value().map_err(|error| error.to_string())?;
                options.folders.push(folder.into());
            }
            Arg::Value(file) => options.files.push(file.into()),
            Arg::Long(name) if Sampling::has(name) => {
                let name = name.to_owned();
                options.sampling.read(&name, &mut parser)?;
            }
            other => return Err(unknown(&other, &INDEX_OPTIONS, "sipas-cli index --help")),
        }
    }
    if options.files.is_empty() {
        return Err("no ballot file given; see sipas-cli index --help".to_owned());
    }
    options.sampling.finish()?;
    if options.rollup && !options.by.contains(&Grouping::Unit) {
        options.by.insert(0, Grouping::Unit);
    }
    Ok(Command::Index(options))
}

fn check(mut parser: Parser) -> Result<Command, String> {
    let mut files = Vec::new();
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(Topic::Check)),
            Arg::Value(file) => files.push(file.into()),
            other => return Err(unknown(&other, &["help"], "sipas-cli check --help")),
        }
    }
    if files.is_empty() {
        return Err("no file given; see sipas-cli check --help".to_owned());
    }
    Ok(Command::Check(files))
}

/// The value after an option.
pub fn value(parser: &mut Parser, option: &str) -> Result<String, String> {
    let value = parser.value().map_err(|error| error.to_string())?;
    value.string().map_err(|error| format!("{option}: {error}"))
}

/// The value after an option that takes one of some names.
pub fn named<T>(
    parser: &mut Parser,
    option: &str,
    from_name: impl Fn(&str) -> Option<T>,
    names: &[&str],
) -> Result<T, String> {
    let given = value(parser, option)?;
    from_name(&given).ok_or_else(|| {
        format!(
            "{option}: expected {}, found \"{}\"",
            names.join(", "),
            given.escape_debug()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command, String> {
        parse(Parser::from_args(words))
    }

    #[test]
    fn options_may_stand_anywhere_and_repeat() {
        let Ok(Command::Index(options)) = parsed(&[
            "index",
            "--by=unit",
            "a.csv",
            "--by",
            "month",
            "--format",
            "json",
            "b.csv",
        ]) else {
            panic!("not an index command");
        };
        assert_eq!(options.by, [Grouping::Unit, Grouping::Month]);
        assert_eq!(options.files.len(), 2);
        assert_eq!(options.format, Format::Json);
    }

    #[test]
    fn rollup_lists_units() {
        let Ok(Command::Index(options)) = parsed(&["index", "--rollup", "a.csv"]) else {
            panic!("not an index command");
        };
        assert_eq!(options.by, [Grouping::Unit]);
    }

    #[test]
    fn mistakes_come_with_a_hint() {
        for (words, message) in [
            (
                vec!["index", "--fromat", "json"],
                "unknown option --fromat: did you mean --format?",
            ),
            (
                vec!["index", "-x"],
                "unknown option -x: see sipas-cli index --help",
            ),
            (
                vec!["index"],
                "no ballot file given; see sipas-cli index --help",
            ),
            (
                vec!["index", "--by", "week", "a"],
                "--by: expected unit, field, channel, month, found \"week\"",
            ),
            (
                vec!["count"],
                "unknown command count: expected index, export or check; see sipas-cli --help",
            ),
            (
                vec![],
                "no command given: index, export or check; see sipas-cli --help",
            ),
        ] {
            assert_eq!(parsed(&words), Err(message.to_owned()), "{words:?}");
        }
    }
}
