//! Names of exported files: which campaign, which counter, which day.

use sipas_core::moment::Moment;

/// Longest part of a name, in characters.
const LONGEST: usize = 40;

/// `sipas_<campaign>_<counter>_<YYYYMMDD>.<extension>`.
///
/// Campaign and counter may be any text: what is no letter or digit becomes `-`, accents are taken off, so that
/// the name survives every mail program and memory stick. `day` is the day by the clock of `made_at`. A part with
/// nothing left is `x`.
#[must_use]
pub fn file_name(campaign: &str, counter: &str, made_at: Moment, extension: &str) -> String {
    let day = made_at.civil();
    format!(
        "sipas_{}_{}_{:04}{:02}{:02}.{extension}",
        part(campaign),
        part(counter),
        day.year,
        day.month,
        day.day
    )
}

/// The text in a-z, 0-9 and single `-`.
fn part(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let Some(plain) = plain(letter) else {
            continue;
        };
        if plain == '-' && (out.is_empty() || out.ends_with('-')) {
            continue;
        }
        out.push(plain);
        if out.len() == LONGEST {
            break;
        }
    }
    let kept = out.trim_end_matches('-').len();
    out.truncate(kept);
    if out.is_empty() {
        out.push('x');
    }
    out
}

/// The letter without its accents in lower case, `-` for what is no letter or digit, nothing for an
/// accent that stands by itself.
const fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        // Accents of decomposed letters.
        '\u{300}'..='\u{36f}' => return None,
        '\u{c0}'..='\u{c5}' | '\u{e0}'..='\u{e5}' | '\u{102}' | '\u{103}' => 'a',
        '\u{c8}'..='\u{cb}' | '\u{e8}'..='\u{eb}' => 'e',
        '\u{cc}'..='\u{cf}' | '\u{ec}'..='\u{ef}' | '\u{128}' | '\u{129}' => 'i',
        '\u{d2}'..='\u{d6}' | '\u{f2}'..='\u{f6}' | '\u{1a0}' | '\u{1a1}' => 'o',
        '\u{d9}'..='\u{dc}'
        | '\u{f9}'..='\u{fc}'
        | '\u{168}'
        | '\u{169}'
        | '\u{1af}'
        | '\u{1b0}' => 'u',
        '\u{dd}' | '\u{fd}' | '\u{ff}' => 'y',
        '\u{110}' | '\u{111}' => 'd',
        // Vietnamese letters with tone marks, in the order of the Unicode block.
        '\u{1ea0}'..='\u{1eb7}' => 'a',
        '\u{1eb8}'..='\u{1ec7}' => 'e',
        '\u{1ec8}'..='\u{1ecb}' => 'i',
        '\u{1ecc}'..='\u{1ee3}' => 'o',
        '\u{1ee4}'..='\u{1ef1}' => 'u',
        '\u{1ef2}'..='\u{1ef9}' => 'y',
        _ => '-',
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_campaign_counter_and_day() {
        // 21 November 2026, 00:30 in Vietnam: still the 20th in Greenwich.
        let made_at = Moment {
            unix_secs: 1_795_195_800,
            offset_minutes: 420,
        };
        for (campaign, counter, name) in [
            (
                "q4-2026",
                "Quầy 3 – Bưu điện Đức Cơ",
                "sipas_q4-2026_quay-3-buu-dien-duc-co_20261121.csv",
            ),
            ("", "../..//", "sipas_x_x_20261121.csv"),
            (
                "Ỷ Ỡ Ặ ệ ị ự",
                "e\u{302}\u{301}",
                "sipas_y-o-a-e-i-u_e_20261121.csv",
            ),
            (
                "=cmd|' /C calc'!A0",
                "a_b",
                "sipas_cmd-c-calc-a0_a-b_20261121.csv",
            ),
        ] {
            assert_eq!(file_name(campaign, counter, made_at, "csv"), name);
        }
        let long = file_name(&"a".repeat(300), "b", made_at, "xlsx");
        assert_eq!(long.len(), "sipas__b_20261121.xlsx".len() + LONGEST);
    }
}
