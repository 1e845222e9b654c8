//! What the files of an analysis set came to, and its bytes on the way from the worker to the page.
//!
//! The bytes are never stored: both sides are of one build.

use super::MOST_TOLD;
use crate::archive::{About, ArchiveError, Name, Reason, Refused};
use crate::csv::{AnyFile, Conflict, CsvProblem, DayOrder, Dialect, Edition};
use crate::csv::{Encoding, Expected, Found, Place, Repairs};
use crate::moment::MomentError;
use crate::record::bytes::{Reader, Writer};
use sipas_core::ballot::{BallotId, DeviceId};
use sipas_core::moment::Moment;

/// What a set is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The files, in the order they were read.
    pub files: Vec<FileTold>,
    /// Ballots read in all of them.
    pub read: u64,
    /// Ballots of the set.
    pub ballots: u64,
    /// Copies of a ballot beyond the first.
    pub copies: u64,
    /// Identities under which different ballots stood.
    pub conflicts: u64,
    /// Ballots that do not count because another one of their identity does.
    pub dropped: u64,
    /// The first of the conflicts, by identity.
    pub shown: Vec<Conflict>,
    /// Devices.
    pub devices: u64,
    /// Units as recorded.
    pub units: u64,
    /// Questionnaire versions and their ballots.
    pub editions: Vec<(Edition, u64)>,
    /// Where the parts stand.
    pub parts: Vec<Part>,
}

/// Ballots that share their context, in the set's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it begins.
    pub at: u64,
    /// Its bytes.
    pub length: u64,
    /// How many ballots.
    pub ballots: u64,
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FileKind {
    /// A table, with what was recognised and put right.
    Table {
        /// The questionnaire version of its rows.
        edition: Option<Edition>,
        /// The dialect.
        dialect: Dialect,
        /// Columns that are not used.
        extra: Vec<String>,
    },
    /// An archive.
    Archive {
        /// Where and when it was written.
        about: Option<About>,
        /// Parts that cannot be read.
        refused: Vec<Refused>,
        /// Ballots that were removed where it was written.
        removed_there: u64,
    },
    /// An archive that cannot be opened.
    ClosedArchive(ArchiveError),
    /// Larger than files that are read.
    #[default]
    TooLarge,
    /// The set has as many ballots as it may.
    TooMany,
    /// The browser could not read it.
    Unreadable(String),
}

/// One file as far as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileTold {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it is.
    pub kind: FileKind,
    /// Ballots in it.
    pub ballots: u64,
    /// Rows that give no ballot.
    pub rejected: u64,
    /// True where nothing of it can be read.
    pub is_closed: bool,
    /// What is wrong, the first hundred.
    pub problems: Vec<CsvProblem>,
    /// How many more there are.
    pub more_problems: u64,
}

impl FileTold {
    /// A file nothing can be read of.
    #[must_use]
    pub fn closed(kind: FileKind) -> Self {
        Self {
            kind,
            is_closed: true,
            ..Self::default()
        }
    }

    /// Rows and parts that cannot be used; a file nothing can be read of counts as one.
    #[must_use]
    pub fn unusable(&self) -> u64 {
        let parts = match &self.kind {
            FileKind::Archive { refused, .. } => refused.len() as u64,
            _ => 0,
        };
        self.rejected + parts + u64::from(self.is_closed)
    }

    /// A table as its reader left it.
    #[must_use]
    pub fn table(any: AnyFile) -> Self {
        let AnyFile { file, dialect, .. } = any;
        let rejected = if file.unreadable { 0 } else { file.rejected() };
        let all = file.problems.len() as u64 + file.more_problems;
        let mut problems = file.problems;
        problems.truncate(MOST_TOLD);
        Self {
            ballots: file.taken,
            rejected,
            is_closed: file.unreadable,
            more_problems: all - problems.len() as u64,
            problems,
            kind: FileKind::Table {
                edition: file.edition,
                dialect,
                extra: file.extra_columns,
            },
            ..Self::default()
        }
    }
}

/// Something with bytes of its own.
trait Coded: Sized {
    fn write(&self, out: &mut Writer);
    fn read(input: &mut Reader<'_>) -> Option<Self>;
}

impl Told {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::new();
        self.write(&mut out);
        out.bytes
    }

    /// What [`Told::to_bytes`] wrote; nothing where the bytes make no sense.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut input = Reader::new(bytes);
        Self::read(&mut input).filter(|_| input.is_empty())
    }
}

impl Coded for u64 {
    fn write(&self, out: &mut Writer) {
        out.varint(*self);
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        input.varint()
    }
}

/// Whole numbers go as the widest does.
macro_rules! whole {
    ($($of:ty),*) => {$(impl Coded for $of {
        fn write(&self, out: &mut Writer) {
            out.varint(u64::try_from(*self).unwrap_or(u64::MAX));
        }
        fn read(input: &mut Reader<'_>) -> Option<Self> {
            Self::try_from(input.varint()?).ok()
        }
    })*};
}
whole!(u8, u32, usize);

impl Coded for bool {
    fn write(&self, out: &mut Writer) {
        out.u8(u8::from(*self));
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        Some(input.u8()? != 0)
    }
}

impl Coded for char {
    fn write(&self, out: &mut Writer) {
        u32::from(*self).write(out);
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        Self::from_u32(u32::read(input)?)
    }
}

impl Coded for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        input.text().map(str::to_owned)
    }
}

impl<T: Coded> Coded for Vec<T> {
    fn write(&self, out: &mut Writer) {
        self.len().write(out);
        self.iter().for_each(|one| one.write(out));
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        let count = usize::read(input)?;
        (0..count).map(|_| T::read(input)).collect()
    }
}

impl<T: Coded> Coded for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        self.iter().for_each(|one| one.write(out));
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        if bool::read(input)? {
            T::read(input).map(Some)
        } else {
            Some(None)
        }
    }
}

impl<A: Coded, B: Coded> Coded for (A, B) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(input)?, B::read(input)?))
    }
}

/// Structures: their fields one after the other.
macro_rules! fields {
    ($of:ty { $($field:ident),* }) => {
        impl Coded for $of {
            fn write(&self, out: &mut Writer) {
                let Self { $($field),* } = self;
                $($field.write(out);)*
            }
            fn read(input: &mut Reader<'_>) -> Option<Self> {
                $(let $field = Coded::read(input)?;)*
                Some(Self { $($field),* })
            }
        }
    };
}
fields!(Told {
    files,
    read,
    ballots,
    copies,
    conflicts,
    dropped,
    shown,
    devices,
    units,
    editions,
    parts
});
fields!(Part {
    at,
    length,
    ballots
});
fields!(FileTold {
    name,
    bytes,
    kind,
    ballots,
    rejected,
    is_closed,
    problems,
    more_problems
});
fields!(Edition { id, version });
fields!(Dialect {
    encoding,
    delimiter,
    has_sep_line,
    day_order,
    repairs
});
fields!(Repairs {
    zeros,
    dates,
    offsets,
    decimals,
    spaces,
    widths,
    empty_rows,
    mapped
});
fields!(About {
    device,
    written_at,
    campaign
});
fields!(Refused {
    name,
    items,
    reason
});
fields!(Name {
    kind,
    about,
    number
});
fields!(CsvProblem {
    line,
    column,
    expected,
    found
});
fields!(Conflict { id, kept, dropped });
fields!(Place { file, line });

impl Coded for DeviceId {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        u32::read(input).map(Self)
    }
}

impl Coded for BallotId {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        u64::read(input).map(Self)
    }
}

impl Coded for Moment {
    fn write(&self, out: &mut Writer) {
        out.signed(self.unix_secs);
        out.signed(i64::from(self.offset_minutes));
    }
    fn read(input: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            unix_secs: input.signed()?,
            offset_minutes: i16::try_from(input.signed()?).ok()?,
        })
    }
}

/// Choices: a number, then what the choice has with it.
macro_rules! choices {
    ($of:ty { $($number:literal $choice:ident $(($with:ident))? $({ $($field:ident),* })?),* $(,)? }) => {
        impl Coded for $of {
            fn write(&self, out: &mut Writer) {
                match self {
                    $(Self::$choice $(($with))? $({ $($field),* })? => {
                        out.u8($number);
                        $($with.write(out);)?
                        $($($field.write(out);)*)?
                    })*
                }
            }
            fn read(input: &mut Reader<'_>) -> Option<Self> {
                Some(match input.u8()? {
                    $($number => {
                        $(let $with = Coded::read(input)?;)?
                        $($(let $field = Coded::read(input)?;)*)?
                        Self::$choice $(($with))? $({ $($field),* })?
                    })*
                    _ => return None,
                })
            }
        }
    };
}
choices!(FileKind {
    0 Table { edition, dialect, extra },
    1 Archive { about, refused, removed_there },
    2 ClosedArchive(error),
    3 TooLarge,
    4 TooMany,
    5 Unreadable(reason),
});
choices!(ArchiveError { 0 NotAnArchive, 1 SentAsText, 2 Newer(version), 3 NothingReadable });
choices!(Reason { 0 Damaged, 1 Missing, 2 Malformed, 3 UnknownKind });
choices!(Encoding { 0 Utf8Marked, 1 Utf8, 2 Utf16Le, 3 Utf16Be });
choices!(DayOrder { 0 DayFirst, 1 MonthFirst, 2 Supposed, 3 Mixed });
choices!(MomentError {
    0 Shape, 1 NoOffset, 2 NoSuchDate, 3 NoSuchTime, 4 LeapSecond, 5 NoSuchOffset
});
choices!(Expected {
    0 CommaText,
    1 Header,
    2 Column,
    3 ColumnOnce,
    4 ClosingQuote,
    5 EndOfCell,
    6 QuotedCell,
    7 Cells(count),
    8 HexDigits(count),
    9 Code,
    10 Ticket,
    11 KnownQuestionnaire,
    12 SameQuestionnaire(edition),
    13 WholeNumber,
    14 Moment(reason),
    15 OneOf(codes),
    16 OneOfOrEmpty(codes),
    17 AnyOf(codes),
    18 Empty,
    19 NewCell,
    20 ColumnsAtMost(count),
    21 RowOfBytes(count),
    22 WholeId(count),
    23 PlainDate,
});
choices!(Found {
    0 Cell(text),
    1 Character(letter),
    2 Cells(count),
    3 Columns(count),
    4 Questionnaire(edition),
    5 NoColumn,
    6 EmptyFile,
    7 EndOfFile,
    8 Semicolons,
    9 Tabs,
    10 SepLine,
    11 Utf16,
    12 BrokenUtf16,
    13 TooMuch,
    14 NotUtf8(byte),
    15 Packed,
});
