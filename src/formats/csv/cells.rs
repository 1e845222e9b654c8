//! Cells become values; what cannot is told as what was expected.

use super::problem::Expected;
use crate::moment;
use sipas_core::ballot::{Answer, BallotId, Channel, DeviceId, Status, Ticket, is_code};
use sipas_core::moment::Moment;
use sipas_core::questionnaire::{Choice, Scale};

/// What stands in the column of the ticket for a poster.
pub const POSTER: &str = "poster";

pub fn ballot_id(cell: &str) -> Result<BallotId, Expected> {
    hex(cell, 16).map(BallotId)
}

pub fn device_id(cell: &str) -> Result<DeviceId, Expected> {
    let number = hex(cell, 8)?;
    u32::try_from(number)
        .map(DeviceId)
        .map_err(|_| Expected::HexDigits(8))
}

fn hex(cell: &str, digits: u8) -> Result<u64, Expected> {
    let lower = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if cell.len() != usize::from(digits) || !cell.bytes().all(lower) {
        return Err(Expected::HexDigits(digits));
    }
    u64::from_str_radix(cell, 16).map_err(|_| Expected::HexDigits(digits))
}

pub fn ticket(cell: &str) -> Result<Ticket, Expected> {
    match cell {
        "" => Ok(Ticket::None),
        POSTER => Ok(Ticket::Poster),
        number => hex(number, 16)
            .map(Ticket::Once)
            .map_err(|_| Expected::Ticket),
    }
}

pub fn code(cell: &str) -> Result<String, Expected> {
    if cell.is_empty() || is_code(cell) {
        Ok(cell.to_owned())
    } else {
        Err(Expected::Code)
    }
}

pub fn channel(cell: &str) -> Result<Channel, Expected> {
    Channel::from_code(cell).ok_or_else(|| one_of(Channel::ALL.map(Channel::code)))
}

pub fn status(cell: &str) -> Result<Status, Expected> {
    Status::from_code(cell)
        .ok_or_else(|| one_of([Status::Complete, Status::Stopped].map(Status::code)))
}

pub fn submitted_at(cell: &str) -> Result<Moment, Expected> {
    moment::read(cell).map_err(Expected::Moment)
}

pub fn whole_number(cell: &str) -> Result<u32, Expected> {
    // `parse` alone would take a plus sign.
    let digits = cell.bytes().all(|byte| byte.is_ascii_digit());
    cell.parse()
        .ok()
        .filter(|_| digits)
        .ok_or(Expected::WholeNumber)
}

pub fn answer(cell: &str, scale: &Scale) -> Result<Answer, Expected> {
    match cell {
        "" => Ok(Answer::Blank),
        "na" => Ok(Answer::NotApplicable),
        code => position(scale.levels.iter().map(|level| &level.code), code)
            .map(Answer::Level)
            .ok_or_else(|| {
                let levels = scale.levels.iter().map(|level| level.code.clone());
                Expected::OneOfOrEmpty(levels.chain(["na".to_owned()]).collect())
            }),
    }
}

pub fn choice(cell: &str, choices: &[Choice]) -> Result<Option<u8>, Expected> {
    if cell.is_empty() {
        return Ok(None);
    }
    position(choices.iter().map(|choice| &choice.code), cell)
        .map(Some)
        .ok_or_else(|| Expected::OneOfOrEmpty(codes(choices)))
}

pub fn not_asked(cell: &str) -> Result<(), Expected> {
    if cell.is_empty() {
        Ok(())
    } else {
        Err(Expected::Empty)
    }
}

pub fn reasons(cell: &str, choices: &[Choice]) -> Result<u16, Expected> {
    if cell.is_empty() {
        return Ok(0);
    }
    cell.split(' ').try_fold(0, |chosen, code| {
        position(choices.iter().map(|choice| &choice.code), code)
            .and_then(|position| 1_u16.checked_shl(u32::from(position)))
            .map(|bit| chosen | bit)
            .ok_or_else(|| Expected::AnyOf(codes(choices)))
    })
}

fn position<'a>(mut codes: impl Iterator<Item = &'a String>, wanted: &str) -> Option<u8> {
    // Nearly all codes are one digit: compared as such, without a call for each.
    let position = match wanted.as_bytes() {
        [wanted] => codes.position(|code| matches!(code.as_bytes(), [one] if one == wanted))?,
        _ => codes.position(|code| code == wanted)?,
    };
    u8::try_from(position).ok()
}

fn codes(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.code.clone()).collect()
}

fn one_of<const N: usize>(codes: [&str; N]) -> Expected {
    Expected::OneOf(codes.map(str::to_owned).to_vec())
}
