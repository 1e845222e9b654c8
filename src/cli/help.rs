//! What `--help` says.

/// What help is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The program.
    Program,
    /// `index`.
    Index,
    /// `check`.
    Check,
    /// `export`.
    Export,
}

/// The help text, with its line end.
pub const fn text(topic: Topic) -> &'static str {
    match topic {
        Topic::Program => PROGRAM,
        Topic::Index => INDEX,
        Topic::Check => CHECK,
        Topic::Export => EXPORT,
    }
}

const PROGRAM: &str = "\
sipas-cli: satisfaction indices from ballot files

  sipas-cli index FILE...   the indices of exported ballot files (CSV) and archives, or folders of them
  sipas-cli check FILE...   everything wrong with questionnaire and campaign files (JSON)
  sipas-cli export FILE...  the ballots as a workbook, for SPSS, as one file, …

  --help      this text; after a command, that command's
  --version   the program's version

Exit codes: 0 fine; 1 printed, but rows were rejected, identities conflict or a checked file has
problems; 2 wrong usage; 3 nothing printed or written, a file cannot be used.
";

const INDEX: &str = "\
sipas-cli index FILE... [options]: the indices of exported ballot files

FILE is a ballot file (CSV, also as spreadsheets save it), an archive (*.sipas), a quarter's package (*.zip),
or a folder: then all *.csv, *.sipas and *.zip files in it and below it.

  --by unit|field|channel|month   also for each group; may be given several times
  --rollup                        also for each ancestor of the units (implies --by unit)
  --formula FORMULA               how the index is formed:
      pooled             satisfied / counted answers over all criteria (default)
      mean-of-criteria   mean of the criteria's rates
      mean-of-factors    mean of the factors' pooled rates
      general            the general question alone
  --format json|csv|table         what is printed (default: table)
  --language vi|en                language of the table (default: vi)
  --questionnaire ID              count only the files of this questionnaire
  --cluster unit|device           respondents of one unit or device are alike: draws are of those
  --strata field|unit             each field or unit was sampled by itself
  --weights FILE                  weight ballots up to finished dossiers (CSV: unit,field,dossiers)
  --population N                  finite population: how many respondents (clusters with --cluster)
                                  there were in all, or in each stratum; KEY=N for one stratum,
                                  may then be given several times
  --lonely adjust|certainty       a stratum with one cluster: its distance from the mean of all
                                  counts, or it was certain to be drawn (else it is an error)
  --questionnaires DIR            know the questionnaire files (*.json) of this folder too;
                                  may be given several times

A ballot found twice counts once. Of different ballots under one identity the one sent later counts,
and the conflict is reported. Rows with mistakes are reported with their line and column and do not
count. Different questionnaires are never counted together; versions of one questionnaire are where
their criteria and scales agree.

Intervals are 95 %: Wilson's for a single criterion where respondents are independent, otherwise
estimate ± t·se by Taylor linearisation over respondents or clusters, as R's survey computes them;
groups are domains of the whole design.

Exit codes: 0 every row counts or is a copy; 1 printed, but rows were rejected or conflict; 2 wrong
usage; 3 nothing printed, a file cannot be read or the files cannot be counted together.
";

const CHECK: &str = "\
sipas-cli check FILE...: everything wrong with questionnaire and campaign files

Prints one line per problem: file, path in the document, rule, what was expected and found.

Exit codes: 0 no problem; 1 problems; 2 wrong usage; 3 a file cannot be read.
";

const EXPORT: &str = "\
sipas-cli export FILE... --to FORM --out FILE [options]: ballot files in another form

  --to FORM                  what is written:
      xlsx        workbook: data, the same in words, codebook, indices
      csv         one ballot file of all ballots, each once
      csv-utf16   the same in UTF-16 with tabs, for spreadsheets that misread the other
      codebook    what columns and codes mean (CSV)
      indices     the indices with their intervals (CSV)
      spss        SPSS syntax that reads and labels the ballot file
      spss-csv    the ballot file for it: line breaks in comments become spaces, as SPSS needs
      schema      the ballot file as a Frictionless Table Schema (JSON)
      sql         the indices as one query for DuckDB and Spark SQL
  --out FILE                 where to; a file there already is replaced
  --language vi|en           language of labels (default: vi)
  --by unit|field|channel|month   xlsx and indices: also for each group; may be given several times
  --data NAME                spss: the ballot file's name in the syntax (default: FILE with .csv)
  --questionnaire ID         only the files of this questionnaire
  --questionnaires DIR       know the questionnaire files (*.json) of this folder too;
                             may be given several times

codebook, schema and sql need no ballots: with --questionnaire ID and without FILE they are written for
the newest version known. Ballots are sorted by the time they were sent. Files are read as index reads
them; ballots of several versions are not put into one data file.

Exit codes: 0 everything written; 1 written, but rows were rejected, conflict or were left out; 2 wrong
usage; 3 nothing written.
";
