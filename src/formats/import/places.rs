//! What the person said about units and fields that files call by other names, as lines of text.
//!
//! `sipas-places 1`, then a line for each: `unit` or `field`, a tab, what files say, a tab, the code; `\`, tab
//! and line ends in what files say are escaped. Lines that make no sense are passed over.

use crate::csv::PlaceMap;
use sipas_core::ballot::is_code;

const FIRST: &str = "sipas-places 1";

/// Writes the choices; the same choices always make the same text.
#[must_use]
pub fn write_places(map: &PlaceMap) -> String {
    let mut text = String::from(FIRST);
    text.push('\n');
    for (column, choices) in [("unit", &map.units), ("field", &map.fields)] {
        for (said, code) in choices {
            let said = said
                .replace('\\', "\\\\")
                .replace('\t', "\\t")
                .replace('\n', "\\n")
                .replace('\r', "\\r");
            text.push_str(&[column, "\t", &said, "\t", code, "\n"].concat());
        }
    }
    text
}

/// Reads the choices; none where the text is something else.
#[must_use]
pub fn read_places(text: &str) -> PlaceMap {
    let mut map = PlaceMap::default();
    let mut lines = text.lines();
    if lines.next() != Some(FIRST) {
        return map;
    }
    for line in lines {
        let mut cells = line.split('\t');
        let (Some(column), Some(said), Some(code), None) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        if !(code.is_empty() || is_code(code)) {
            continue;
        }
        let choices = match column {
            "unit" => &mut map.units,
            "field" => &mut map.fields,
            _ => continue,
        };
        choices.insert(unescaped(said), code.to_owned());
    }
    map
}

fn unescaped(text: &str) -> String {
    let mut letters = text.chars();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        plain.push(match (letter, letter == '\\') {
            (letter, false) => letter,
            (_, true) => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_back() {
        let mut map = PlaceMap::default();
        for (said, code) in [
            ("Xã Đức Cơ", "gia-lai/duc-co"),
            ("a\tb\\n\nc\r", ""),
            ("", "x"),
        ] {
            map.units.insert(said.to_owned(), code.to_owned());
            map.fields.insert(said.to_owned(), code.to_owned());
        }
        assert_eq!(read_places(&write_places(&map)), map);
        for text in [
            "",
            "sipas-places 2\nunit\ta\tb",
            "sipas-places 1\nunit\ta\tKhông\nx\ta\tb\n",
        ] {
            assert_eq!(read_places(text), PlaceMap::default());
        }
    }
}
