//! Terms: words that change with the counter, written `{id}` in texts.
//!
//! `{official}` becomes the chosen word, `{Official}` the same with a capital letter. Braces serve
//! nothing else, so the checker and the screen read texts by one function, [`pieces`].

use super::Definition;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'text> {
    /// Words as they stand.
    Plain(&'text str),
    /// What stands between braces.
    Term(&'text str),
    /// A brace without its partner, with what follows it.
    Broken(&'text str),
}

/// Splits a text at its braces.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        let (plain, marked) = rest.split_at(start);
        if !plain.is_empty() {
            out.push(Piece::Plain(plain));
        }
        let inside = marked.get(1..).unwrap_or_default();
        match inside.split_once('}') {
            Some((id, after)) if marked.starts_with('{') && !id.contains('{') => {
                out.push(Piece::Term(id));
                rest = after;
            }
            _ => {
                out.push(Piece::Broken(marked));
                return out;
            }
        }
    }
    if !rest.is_empty() {
        out.push(Piece::Plain(rest));
    }
    out
}

/// Whether `{name}` stands for the term `id`, as it is or with a capital.
#[must_use]
pub fn names(name: &str, id: &str) -> bool {
    let mut name_chars = name.chars();
    let mut id_chars = id.chars();
    match (name_chars.next(), id_chars.next()) {
        (Some(first), Some(wanted)) => {
            first.to_ascii_lowercase() == wanted && name_chars.as_str() == id_chars.as_str()
        }
        _ => false,
    }
}

/// A text with its terms replaced by the words the campaign chose.
///
/// `chosen` holds (term id, choice code); a term or code it does not know gets the term's first
/// choice. `language` picks the words' language. Text without braces comes back as it is.
#[must_use]
pub fn fill(
    definition: &Definition,
    text: &str,
    language: &str,
    chosen: &[(String, String)],
) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(words) | Piece::Broken(words) => out.push_str(words),
            Piece::Term(name) => {
                let word = word(definition, name, language, chosen);
                let mut letters = word.chars();
                match letters.next() {
                    Some(first) if name.starts_with(|c: char| c.is_ascii_uppercase()) => {
                        out.push(capital(first));
                        out.push_str(letters.as_str());
                    }
                    _ => out.push_str(word),
                }
            }
        }
    }
    out
}

fn word<'a>(
    definition: &'a Definition,
    name: &str,
    language: &str,
    chosen: &[(String, String)],
) -> &'a str {
    let Some(term) = definition.terms.iter().find(|term| names(name, &term.id)) else {
        return "";
    };
    let code = chosen.iter().find(|(id, _)| *id == term.id);
    code.and_then(|(_, code)| term.choices.iter().find(|choice| choice.code == *code))
        .or_else(|| term.choices.first())
        .map_or("", |choice| choice.label.get(language))
}

/// The capital of a Vietnamese or English letter; other characters stay.
///
/// By hand because the full Unicode table weighs kilobytes in the citizen's download.
fn capital(letter: char) -> char {
    let code = u32::from(letter);
    let upper = match code {
        0x61..=0x7A | 0xE0..=0xF6 | 0xF8..=0xFE => code - 0x20,
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x1EA0..=0x1EFF => code & !1,
        0x1B0 => 0x1AF,
        _ => code,
    };
    char::from_u32(upper).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_agree_with_unicode_for_all_vietnamese_letters() {
        let letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
        for letter in letters.chars() {
            assert_eq!(Some(capital(letter)), letter.to_uppercase().next());
            assert_eq!(capital(capital(letter)), capital(letter));
        }
    }

    #[test]
    fn braces_are_split_and_broken_ones_shown() {
        assert_eq!(
            pieces("a {b} c"),
            [Piece::Plain("a "), Piece::Term("b"), Piece::Plain(" c")]
        );
        assert_eq!(pieces("a {b"), [Piece::Plain("a "), Piece::Broken("{b")]);
        assert_eq!(pieces("a} b"), [Piece::Plain("a"), Piece::Broken("} b")]);
        assert_eq!(pieces("{a{b}"), [Piece::Broken("{a{b}")]);
        assert_eq!(pieces(""), []);
    }
}
