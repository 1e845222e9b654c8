//! Units as people type or paste them: one a line, with the units above them in front.
//!
//! `Gia Lai > Đức Cơ > Điểm bưu điện = 1250` is a unit three levels deep with 1 250 finished
//! dossiers; a tab stands for `>` so that columns of a spreadsheet can be pasted. Each level may be
//! `code: Name | English name`. A unit with others below it only groups them.

use crate::place_lines::{LineFault, LineProblem, code_of, parts};
use sipas_core::ballot::is_code;
use sipas_core::campaign::Place;

/// A tree of units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Units {
    /// Units a respondent can choose: those without any below them.
    pub units: Vec<Place>,
    /// Units above others.
    pub groups: Vec<Place>,
    /// Finished dossiers by path, where they are given.
    pub dossiers: Vec<(String, u32)>,
}

/// Reads the lines; empty ones are passed over.
///
/// # Errors
/// Every [`LineProblem`].
pub fn read(text: &str) -> Result<Units, Vec<LineProblem>> {
    let mut places: Vec<Place> = Vec::new();
    let mut given: Vec<String> = Vec::new();
    let mut dossiers = Vec::new();
    let mut problems = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let (names, count) = split_count(line);
        let fault = match path(names) {
            None => Some(LineFault::NoCode),
            Some(levels) => {
                let code = levels
                    .last()
                    .map(|one| one.code.clone())
                    .unwrap_or_default();
                if given.contains(&code) {
                    Some(LineFault::Duplicate)
                } else {
                    for level in levels {
                        if places.iter().all(|known| known.code != level.code) {
                            places.push(level);
                        }
                    }
                    dossiers.extend(count.map(|count| (code.clone(), count)));
                    given.push(code);
                    None
                }
            }
        };
        problems.extend(fault.map(|fault| LineProblem {
            line: number + 1,
            found: line.trim().to_owned(),
            fault,
        }));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let is_above = |place: &Place| {
        let above = |other: &Place| {
            let rest = other.code.strip_prefix(&place.code);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        places.iter().any(above)
    };
    let (groups, units) = places.clone().into_iter().partition(is_above);
    Ok(Units {
        units,
        groups,
        dossiers,
    })
}

/// The lines for the rows of a CSV file: a column a level, the last one its dossiers where it is a
/// number; commas, semicolons or tabs between columns.
#[must_use]
pub fn of_table(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(',');
    let rows = text.lines().filter_map(|line| {
        let mut cells: Vec<&str> = line
            .split(separator)
            .map(|cell| cell.trim().trim_matches('"').trim())
            .collect();
        let is_number =
            |cell: &&str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let dossiers = cells.pop_if(|cell| is_number(&&**cell));
        cells.retain(|cell| !cell.is_empty());
        let names = cells.join(" > ");
        let line = match dossiers {
            Some(count) => [&names, " = ", count].concat(),
            None => names.clone(),
        };
        (!names.is_empty()).then_some(line)
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// The lines a tree of units is edited as; reading them gives the same tree back.
#[must_use]
pub fn write(tree: &Units) -> String {
    let Units {
        units,
        groups,
        dossiers,
    } = tree;
    let counted = |code: &str| dossiers.iter().find(|(path, _)| path == code);
    let mut lines = Vec::new();
    for place in groups
        .iter()
        .filter(|group| counted(&group.code).is_some())
        .chain(units)
    {
        let mut line = levels_of(place, groups);
        if let Some((_, count)) = counted(&place.code) {
            line.push_str(" = ");
            line.push_str(&count.to_string());
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// A place with the groups above it, or by its whole path where one of them has no name.
fn levels_of(place: &Place, groups: &[Place]) -> String {
    let mut line = String::new();
    for (end, _) in place.code.match_indices('/') {
        let above = place.code.get(..end).unwrap_or_default();
        match groups.iter().find(|group| group.code == above) {
            Some(group) => {
                push_level(&mut line, group);
                line.push_str(" > ");
            }
            None => {
                line.clear();
                line.push_str(&place.code);
                line.push_str(": ");
                push_names(&mut line, place);
                return line;
            }
        }
    }
    push_level(&mut line, place);
    line
}

fn push_level(line: &mut String, place: &Place) {
    let code = place.code.rsplit('/').next().unwrap_or_default();
    if code != code_of(place.label.get("vi")) {
        line.push_str(code);
        line.push_str(": ");
    }
    push_names(line, place);
}

fn push_names(line: &mut String, place: &Place) {
    line.push_str(place.label.get("vi"));
    if let Some(english) = place.label.exact("en").filter(|text| !text.is_empty()) {
        line.push_str(" | ");
        line.push_str(english);
    }
}

/// The places a line names, from the top; nothing where a level has no name or no code.
fn path(names: &str) -> Option<Vec<Place>> {
    let mut levels: Vec<Place> = Vec::new();
    for level in names.split(['>', '\t']) {
        let (part, label) = parts(level);
        if label.is_empty() {
            return None;
        }
        let code = match levels.last() {
            Some(above) => [&above.code, "/", &part].concat(),
            None => part,
        };
        if !is_code(&code) {
            return None;
        }
        levels.push(Place { code, label });
    }
    Some(levels)
}

/// A line's names, and the number of dossiers after `=` or in the last column.
fn split_count(line: &str) -> (&str, Option<u32>) {
    let line = line.trim_end();
    let split = line.rsplit_once('=').or_else(|| line.rsplit_once('\t'));
    if let Some((names, number)) = split {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let is_number = number
            .trim()
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ' ' | '\u{a0}'));
        if let (true, Ok(count)) = (is_number, digits.parse()) {
            return (names.trim_end(), Some(count));
        }
    }
    (line, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(places: &[Place]) -> Vec<&str> {
        places.iter().map(|place| place.code.as_str()).collect()
    }

    #[test]
    fn names_alone_make_a_flat_list() {
        let tree = read("Xã Đức Cơ\nXã Ia Dơk | Ia Dok commune").unwrap();
        assert_eq!(codes(&tree.units), ["xa-duc-co", "xa-ia-dok"]);
        assert!(tree.groups.is_empty() && tree.dossiers.is_empty());
    }

    #[test]
    fn a_tree_of_any_depth_with_dossiers() {
        let text =
            "Gia Lai > Đức Cơ > Bưu điện 1 = 1.250\nGia Lai\tĐức Cơ\tBưu điện 2\t300\nKon Tum";
        let tree = read(text).unwrap();
        let units = [
            "gia-lai/duc-co/buu-dien-1",
            "gia-lai/duc-co/buu-dien-2",
            "kon-tum",
        ];
        assert_eq!(codes(&tree.units), units);
        assert_eq!(codes(&tree.groups), ["gia-lai", "gia-lai/duc-co"]);
        let counts: Vec<u32> = tree.dossiers.iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, [1250, 300]);
    }

    #[test]
    fn a_unit_with_others_below_it_only_groups() {
        let tree = read("gia-lai: Tỉnh Gia Lai = 9000\ngia-lai/duc-co: Xã Đức Cơ").unwrap();
        assert_eq!(codes(&tree.units), ["gia-lai/duc-co"]);
        assert_eq!(codes(&tree.groups), ["gia-lai"]);
        assert_eq!(tree.dossiers, [("gia-lai".to_owned(), 9000)]);
    }

    #[test]
    fn what_is_written_reads_back() {
        for text in [
            "Gia Lai > Đức Cơ | Duc Co = 12\nGia Lai > x: Ia Dơk\nThuế",
            "gia-lai/duc-co: Xã Đức Cơ\nthue: Thuế | Tax",
            "Gia Lai = 7\nGia Lai > A\nGia Lai > B > C",
        ] {
            let tree = read(text).unwrap();
            assert_eq!(read(&write(&tree)).unwrap(), tree, "{text}");
        }
    }

    #[test]
    fn a_table_becomes_lines() {
        let expected = "Gia Lai > Đức Cơ = 1.250\nGia Lai > Ia Dơk";
        for table in [
            "\u{feff}Gia Lai;Đức Cơ;1.250\r\nGia Lai;Ia Dơk;\r\n",
            "\"Gia Lai\",\"Đức Cơ\",1.250\nGia Lai,Ia Dơk,",
            "Gia Lai\tĐức Cơ\t1.250\nGia Lai\tIa Dơk",
        ] {
            assert_eq!(of_table(table.as_bytes()), expected);
        }
    }

    #[test]
    fn every_bad_line_is_named() {
        let problems = read("Thuế\n???\nTHUẾ\nGia Lai > \nA b: Tên").unwrap_err();
        let seen: Vec<_> = problems.iter().map(|one| (one.line, one.fault)).collect();
        let expected = [
            (2, LineFault::NoCode),
            (3, LineFault::Duplicate),
            (4, LineFault::NoCode),
            (5, LineFault::NoCode),
        ];
        assert_eq!(seen, expected);
    }
}
