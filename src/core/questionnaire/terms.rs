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
    // Byte by byte: the standard searchers would add more code than this whole module.
    let between = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let mut out = Vec::new();
    let mut start = 0;
    let mut open = None;
    for (index, byte) in text.bytes().enumerate() {
        match (byte, open) {
            (b'{', None) => {
                if start < index {
                    out.push(Piece::Plain(between(start, index)));
                }
                open = Some(index);
            }
            (b'}', Some(brace)) => {
                out.push(Piece::Term(between(brace + 1, index)));
                open = None;
                start = index + 1;
            }
            (b'{', Some(brace)) => {
                out.push(Piece::Broken(between(brace, text.len())));
                return out;
            }
            (b'}', None) => {
                if start < index {
                    out.push(Piece::Plain(between(start, index)));
                }
                out.push(Piece::Broken(between(index, text.len())));
                return out;
            }
            _ => {}
        }
    }
    if let Some(brace) = open {
        out.push(Piece::Broken(between(brace, text.len())));
    } else if start < text.len() {
        out.push(Piece::Plain(between(start, text.len())));
    }
    out
}

/// Whether `{name}` stands for the term `id`, as it is or with a capital.
#[must_use]
pub fn names(name: &str, id: &str) -> bool {
    name.get(..1)
        .is_some_and(|first| id.get(..1).is_some_and(|i| first.eq_ignore_ascii_case(i)))
        && name.get(1..) == id.get(1..)
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
