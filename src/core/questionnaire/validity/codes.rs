//! Ids, codes, counts and ranges.

use super::{Checker, Fault, GENERAL_ID, RESPONDENT_IDS, number, quoted};

/// What an id may look like.
pub const ID_RULE: &str = "1 to 40 of a-z 0-9 -, beginning with a letter";

/// What an id that is also a column may look like.
const COLUMN_RULE: &str = "1 to 40 of a-z 0-9 _, beginning with a letter";

/// What a name must not be.
const NOT_RESERVED: &str = "a name that is not reserved";

/// Names used so far where each must be another.
pub struct Codes<'a> {
    reserved: &'a [&'a str],
    seen: Vec<&'a str>,
}

impl<'a> Codes<'a> {
    /// None so far; `reserved` may not be used at all.
    pub fn new(reserved: &'a [&'a str]) -> Self {
        Self {
            reserved,
            seen: Vec::new(),
        }
    }
}

fn is_made_of(text: &str, most: usize, extra: &[u8]) -> bool {
    let allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || extra.contains(&byte);
    !text.is_empty() && text.len() <= most && text.bytes().all(allowed)
}

/// Whether `text` is an id whose words are joined by `joint`.
pub fn is_id(text: &str, joint: u8) -> bool {
    is_made_of(text, 40, &[joint])
        && text
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_lowercase())
}

/// Whether `text` can be a level's code.
pub fn is_level(text: &str) -> bool {
    is_made_of(text, 8, &[])
}

/// Whether `text` looks like a BCP 47 code: `vi`, `en-GB`, `zh-Hant`.
pub fn is_language(text: &str) -> bool {
    let mut part = 0;
    let mut first = true;
    for byte in text.bytes() {
        if byte == b'-' {
            if part < if first { 2 } else { 1 } {
                return false;
            }
            part = 0;
            first = false;
        } else if part == if first { 3 } else { 8 }
            || !byte.is_ascii_alphanumeric()
            || (first && !byte.is_ascii_lowercase())
        {
            return false;
        } else {
            part += 1;
        }
    }
    part > usize::from(first)
}

/// `start` and the names, separated by commas.
pub fn listed<'n>(start: &str, names: impl Iterator<Item = &'n str>) -> String {
    let mut out = start.to_owned();
    for name in names {
        if out.len() > start.len() {
            out.push_str(", ");
        }
        out.push_str(name);
    }
    out
}

impl<'a> Checker<'a> {
    /// An id that must differ from those in `seen`.
    pub fn id(&mut self, seen: &mut Codes<'a>, id: &'a str) {
        let mark = self.findings.enter("id");
        if is_id(id, b'_') {
            self.unique(seen, id, "another id");
        } else {
            self.findings.add(Fault::BadCode, COLUMN_RULE, &quoted(id));
        }
        self.findings.leave(mark);
    }

    /// An id in the one namespace of factors and questions; of the ids that are for certain
    /// questions it may be one of its `own`.
    pub fn namespace_id(&mut self, id: &'a str, own: &[&str]) {
        let taken = id == GENERAL_ID || RESPONDENT_IDS.contains(&id);
        if taken && !own.contains(&id) {
            self.bad_code("id", id, NOT_RESERVED);
            return;
        }
        let mut ids = core::mem::replace(&mut self.ids, Codes::new(&[]));
        self.id(&mut ids, id);
        self.ids = ids;
    }

    /// The code of a choice or class.
    pub fn code(&mut self, seen: &mut Codes<'a>, code: &'a str) {
        let mark = self.findings.enter("code");
        if is_made_of(code, 40, b"-_") {
            self.unique(seen, code, "another code");
        } else {
            let found = quoted(code);
            self.findings
                .add(Fault::BadCode, "1 to 40 of a-z 0-9 - _", &found);
        }
        self.findings.leave(mark);
    }

    /// What stands here must differ from what `seen` holds, and is put there.
    pub fn unique(&mut self, seen: &mut Codes<'a>, name: &'a str, expected: &str) {
        if seen.reserved.contains(&name) {
            self.findings
                .add(Fault::BadCode, NOT_RESERVED, &quoted(name));
        } else if seen.seen.contains(&name) {
            self.findings.add(Fault::Duplicate, expected, &quoted(name));
        } else {
            seen.seen.push(name);
        }
    }

    /// The code under `key` breaks `rule`.
    pub fn bad_code(&mut self, key: &str, code: &str, rule: &str) {
        self.findings
            .add_at(key, Fault::BadCode, rule, &quoted(code));
    }

    /// The list under `key` must have between `least` and `most` items.
    pub fn count(&mut self, key: &str, length: usize, least: usize, most: usize) {
        if length < least || length > most {
            let mut expected = range_text(least as u64, most as u64);
            expected.push_str(" items");
            let found = length.to_string();
            self.findings
                .add_at(key, Fault::OutOfRange, &expected, &found);
        }
    }

    /// The number under `key` must lie between `least` and `most`.
    pub fn range(&mut self, key: &str, value: f64, least: u32, most: u32) {
        if value < f64::from(least) || value > f64::from(most) {
            let expected = range_text(u64::from(least), u64::from(most));
            self.findings
                .add_at(key, Fault::OutOfRange, &expected, &number(value));
        }
    }
}

fn range_text(least: u64, most: u64) -> String {
    let mut out = least.to_string();
    if most == u64::from(u32::MAX) {
        out.push_str(" or more");
    } else {
        out.push_str(" to ");
        out.push_str(&most.to_string());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_codes_are_told_from_other_words() {
        for good in ["vi", "en", "en-GB", "zh-Hant-TW", "khm", "de-1996"] {
            assert!(is_language(good), "{good}");
        }
        for bad in [
            "",
            "v",
            "VI",
            "vi-",
            "-vi",
            "vi--VN",
            "viet",
            "vi_VN",
            "tiếng",
            "v-i",
            "en-waytoolong",
        ] {
            assert!(!is_language(bad), "{bad}");
        }
    }
}
