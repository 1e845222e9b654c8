//! Units and fields as people type them: one a line, `code: Name | English name`, code optional.

use sipas_core::ballot::is_code;
use sipas_core::campaign::Place;
use sipas_core::wording::Wording;

/// One line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// The line's number, from 1.
    pub line: usize,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub fault: LineFault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// No name, or a name or code of which no code can be made.
    NoCode,
    /// Another line has the same code.
    Duplicate,
}

/// Reads the lines; empty ones are passed over.
///
/// # Errors
/// Every [`LineProblem`].
pub fn read(text: &str) -> Result<Vec<Place>, Vec<LineProblem>> {
    let mut places: Vec<Place> = Vec::new();
    let mut problems = Vec::new();
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let (code, label) = parts(line);
        let fault = if !is_code(&code) || label.is_empty() {
            Some(LineFault::NoCode)
        } else if places.iter().any(|place| place.code == code) {
            Some(LineFault::Duplicate)
        } else {
            None
        };
        match fault {
            Some(fault) => problems.push(LineProblem {
                line: number + 1,
                found: line.trim().to_owned(),
                fault,
            }),
            None => places.push(Place { code, label }),
        }
    }
    if problems.is_empty() {
        Ok(places)
    } else {
        Err(problems)
    }
}

/// The lines these places are edited as.
#[must_use]
pub fn write(places: &[Place]) -> String {
    let lines = places.iter().map(|place| {
        let mut line = place.code.clone();
        line.push_str(": ");
        line.push_str(place.label.get("vi"));
        if let Some(english) = place.label.exact("en").filter(|text| !text.is_empty()) {
            line.push_str(" | ");
            line.push_str(english);
        }
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A code made of a Vietnamese name: `Xã Đức Cơ` → `xa-duc-co`; empty where nothing is left.
#[must_use]
pub fn code_of(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => code.push(plain),
            None if is_mark(letter) => {}
            None if !code.is_empty() && !code.ends_with('-') => code.push('-'),
            None => {}
        }
    }
    code.truncate(code.trim_end_matches('-').len());
    code.chars().take(60).collect()
}

/// A line's code and name.
pub(crate) fn parts(line: &str) -> (String, Wording) {
    let (code, names) = match line.split_once(':') {
        Some((code, names)) => (Some(code.trim()), names),
        None => (None, line),
    };
    let (vietnamese, english) = names.split_once('|').unwrap_or((names, ""));
    let (vietnamese, english) = (vietnamese.trim(), english.trim());
    let mut entries = Vec::new();
    if !vietnamese.is_empty() {
        entries.push(("vi".to_owned(), vietnamese.to_owned()));
        if !english.is_empty() {
            entries.push(("en".to_owned(), english.to_owned()));
        }
    }
    let code = code.map_or_else(|| code_of(vietnamese), str::to_owned);
    (code, Wording::new(entries))
}

/// The text in small letters without Vietnamese marks, for looking words up: `ho tich` for `Hộ tịch`.
#[must_use]
pub fn folded(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    letters
        .filter(|letter| !is_mark(*letter))
        .map(|letter| plain(letter).unwrap_or(letter))
        .collect()
}

/// The letter a-z or digit under a Vietnamese letter's marks.
const fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ'
        | 'ẫ' | 'ậ' => 'a',
        'đ' => 'd',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở'
        | 'ỡ' | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        _ => return None,
    })
}

/// A combining mark of decomposed Vietnamese text.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_gets_a_code() {
        let places = read("Hộ tịch\n\n  Đất đai | Land  \n").unwrap();
        assert_eq!(places[0].code, "ho-tich");
        assert_eq!(places[1].code, "dat-dai");
        assert_eq!(places[1].label.get("en"), "Land");
    }

    #[test]
    fn decomposed_letters_give_the_same_code() {
        assert_eq!(code_of("Hộ tịch"), code_of("Ho\u{302}\u{323} ti\u{323}ch"));
    }

    #[test]
    fn words_are_found_without_their_marks() {
        assert_eq!(folded("Chờ LÂU, ở Đức Cơ!"), "cho lau, o duc co!");
        assert_eq!(folded("Ho\u{302}\u{323}"), "ho");
    }

    #[test]
    fn a_code_may_be_written_and_comes_back() {
        let text = "gia-lai/duc-co: Xã Đức Cơ\nthue: Thuế | Tax";
        assert_eq!(write(&read(text).unwrap()), text);
    }

    #[test]
    fn every_bad_line_is_named() {
        let problems = read("Thuế\n???\nTHUẾ\nA b: Tên").unwrap_err();
        let seen: Vec<_> = problems.iter().map(|one| (one.line, one.fault)).collect();
        let expected = [
            (2, LineFault::NoCode),
            (3, LineFault::Duplicate),
            (4, LineFault::NoCode),
        ];
        assert_eq!(seen, expected);
    }
}
