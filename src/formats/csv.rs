//! The ballot file: CSV that spreadsheets open and other programs can rely on.
//!
//! One file holds the ballots of one questionnaire version, a row each; docs/ballot-file.md is the
//! published description. Writing and reading are inverse: every ballot that can be written comes
//! back equal. Reading tells *every* problem of a file with its line, column, what was expected and
//! what was found, and decides nothing: whether a file with problems may be used is the caller's
//! (a person's) choice.
//!
//! The way in has four steps: bytes become text ([`encoding`]), text becomes rows with the line each
//! starts on ([`rows`]), cells become a ballot ([`read`]), ballots of several files become one set
//! ([`merge`]).

mod cells;
mod columns;
mod dialect;
mod dossiers;
mod encoding;
mod guard;
mod mend;
mod merge;
mod problem;
mod read;
mod reading;
mod repair;
mod rows;
mod table;
mod write;

pub(crate) use columns::{COMMENT, LEADING, REASONS, RESPONDENT, TICKET, header};
pub use dialect::{DELIMITERS, Dialect, Repairs};
pub use dossiers::read_dossiers;
pub use encoding::{Encoding, decode};
pub use mend::{MOST_STRANGE, PlaceMap};
pub use merge::{Conflict, Merged, Place, Placed, merge};
pub use problem::{CsvProblem, Expected, Found};
pub use read::{AnyFile, BallotFile, Edition, Known, MOST_PROBLEMS, ReadBallot, read, read_any};
pub use reading::Reading;
pub use repair::DayOrder;
pub use rows::{MOST_COLUMNS, MOST_ROW_BYTES};
pub(crate) use rows::{Row, Rows};
pub use write::{Export, LeftOut, Unwritable, table, write};
pub(crate) use write::{cells, push_row};
