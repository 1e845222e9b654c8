//! Counts of response as they are stored: lines of text with a checksum, one text for each writer and day.
//!
//! The format is described in docs/stored-records.md. Two copies of a text are made one by taking the
//! greater of each number, so either may be older.

use crate::record::bytes::crc32;
use sipas_core::ballot::{Channel, DeviceId, is_code};
use sipas_core::response::{Cell, Counts, Event, Responses};
use sipas_core::selection::Day;

const HEAD: &str = "sipas-response 1";

/// What the keys of stored counts begin with.
pub const KEYS: &str = "sipas/r/";

/// Stands for an empty code between spaces.
const NONE: &str = ".";

/// Why a stored count cannot be read; it is kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ResponseError {
    /// The checksum or a line is wrong.
    #[error("the stored counts are damaged")]
    Damaged,
    /// Written by a newer version of the program.
    #[error("the stored counts are of a newer version")]
    Newer,
}

/// The key the counts of a cell's writer and day stand under.
#[must_use]
pub fn key(cell: &Cell) -> String {
    format!(
        "{KEYS}{}-{:x}-{:04}{:02}{:02}",
        cell.device, cell.writer, cell.day.year, cell.day.month, cell.day.day
    )
}

/// The text for all counts that stand under one [`key`].
#[must_use]
pub fn write(responses: &Responses, wanted: &str) -> String {
    let mut out = String::from(HEAD);
    let mut is_headed = false;
    for (cell, counts) in responses.iter().filter(|(cell, _)| key(cell) == wanted) {
        if !is_headed {
            let Day { year, month, day } = cell.day;
            let line = format!(
                "\ndevice={}\nwriter={:x}\nday={year:04}-{month:02}-{day:02}",
                cell.device, cell.writer
            );
            out.push_str(&line);
            is_headed = true;
        }
        out.push_str("\ncount=");
        out.push_str(&cell.hour.to_string());
        let codes = [
            cell.channel.code(),
            &cell.campaign,
            &cell.questionnaire,
            &cell.unit,
            &cell.field,
        ];
        for code in codes {
            out.push(' ');
            out.push_str(if is_code(code) { code } else { NONE });
        }
        for event in Event::ALL {
            out.push(' ');
            out.push_str(&counts.of(event).to_string());
        }
    }
    let sum = crc32(0, out.as_bytes());
    out.push_str(&format!("\ncheck={sum:08x}"));
    out
}

/// Reads one stored text into `responses`, taking the greater of each number.
///
/// Nothing is taken from a text with anything wrong in it. Lines and further numbers that this version
/// does not know are passed over.
///
/// # Errors
/// [`ResponseError`].
pub fn read(text: &str, responses: &mut Responses) -> Result<(), ResponseError> {
    let version = text.lines().next().unwrap_or_default();
    if version != HEAD {
        let is_newer = version
            .strip_prefix("sipas-response ")
            .and_then(|number| number.parse::<u32>().ok())
            .is_some_and(|number| number > 1);
        return Err(if is_newer {
            ResponseError::Newer
        } else {
            ResponseError::Damaged
        });
    }
    let found = checked(text).and_then(body);
    responses.merge(&found.ok_or(ResponseError::Damaged)?);
    Ok(())
}

/// What stands before the checksum, where it is right.
fn checked(text: &str) -> Option<&str> {
    let (content, sum) = text.rsplit_once("\ncheck=")?;
    let is_right = sum == format!("{:08x}", crc32(0, content.as_bytes()));
    is_right.then_some(content)
}

fn body(content: &str) -> Option<Responses> {
    let (mut device, mut writer, mut day) = (None, None, None);
    let mut found = Responses::default();
    for line in content.split('\n').skip(1) {
        let (name, value) = line.split_once('=')?;
        match name {
            "device" => device = Some(DeviceId(hex(value)?)),
            "writer" => writer = Some(hex(value)?),
            "day" => day = Some(Day::parse(value)?),
            "count" => {
                let (cell, counts) = count(device?, writer?, day?, value)?;
                found.join(cell, &counts);
            }
            _ => {}
        }
    }
    Some(found)
}

fn count(device: DeviceId, writer: u32, day: Day, value: &str) -> Option<(Cell, Counts)> {
    let mut words = value.split(' ');
    let hour: u8 = words.next()?.parse().ok().filter(|hour| *hour < 24)?;
    let channel = Channel::from_code(words.next()?)?;
    let mut code = || match words.next()? {
        NONE => Some(String::new()),
        word => is_code(word).then(|| word.to_owned()),
    };
    let cell = Cell {
        device,
        writer,
        day,
        hour,
        channel,
        campaign: code()?,
        questionnaire: code()?,
        unit: code()?,
        field: code()?,
    };
    let mut counts = Counts::default();
    for event in Event::ALL {
        *counts.place(event) = words.next()?.parse().ok()?;
    }
    Some((cell, counts))
}

fn hex(text: &str) -> Option<u32> {
    u32::from_str_radix(text, 16).ok()
}

/// The columns of the file of counts.
pub const COLUMNS: &str = "device_id,writer,campaign,questionnaire,unit,field,channel,day,hour,shown,started,completed,stopped,timed_out,empty";

/// All counts as a file for spreadsheets: UTF-8 with byte order mark, commas, CRLF, one row a cell.
///
/// Files of several devices, and later files of the same device, are put together by taking for each
/// first nine columns the greatest numbers.
#[must_use]
pub fn csv(responses: &Responses) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    out.push_str(COLUMNS);
    out.push_str("\r\n");
    for (cell, counts) in responses.iter() {
        let Day { year, month, day } = cell.day;
        let line = format!(
            "{},{:x},{},{},{},{},{},{year:04}-{month:02}-{day:02},{}",
            cell.device,
            cell.writer,
            cell.campaign,
            cell.questionnaire,
            cell.unit,
            cell.field,
            cell.channel.code(),
            cell.hour
        );
        out.push_str(&line);
        for event in Event::ALL {
            out.push(',');
            out.push_str(&counts.of(event).to_string());
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}
