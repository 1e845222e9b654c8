//! The link in a counter's code: it opens the survey on a citizen's phone with everything set.
//!
//! All of it stands in the fragment, which no server sees. docs/hand-over.md lists the keys. Keys a
//! program does not know are left alone.

/// What a link opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SurveyLink {
    /// Campaign code.
    pub campaign: String,
    /// Questionnaire id.
    pub questionnaire: String,
    /// Unit; empty: none.
    pub unit: String,
    /// Field; empty: asked where `asks_field`, else none.
    pub field: String,
    /// Whether the phone may ask for the field, from the list every build has.
    pub asks_field: bool,
    /// Chosen terms of the questionnaire by id; one called like another key stays at its first choice.
    pub terms: Vec<(String, String)>,
    /// One-time ticket; nothing on a poster.
    pub ticket: Option<u64>,
    /// What the counter is called, for the citizen to read.
    pub name: String,
}

/// The keys a link has besides the questionnaire's terms.
const KEYS: [&str; 7] = ["c", "q", "unit", "field", "ask", "t", "n"];

/// The most characters of a name a link carries.
pub const NAME_CHARS: usize = 40;

impl SurveyLink {
    /// The link below the app's address `base` (which has no fragment).
    #[must_use]
    pub fn write(&self, base: &str) -> String {
        let mut link = [
            base,
            "#/survey?c=",
            &self.campaign,
            "&q=",
            &self.questionnaire,
        ]
        .concat();
        for (key, code) in [("unit", &self.unit), ("field", &self.field)] {
            if !code.is_empty() {
                link.push_str(&["&", key, "=", code].concat());
            }
        }
        if self.asks_field && self.field.is_empty() {
            link.push_str("&ask=field");
        }
        for (id, code) in self.terms.iter().filter(|term| !KEYS.contains(&&*term.0)) {
            link.push_str(&["&", id, "=", code].concat());
        }
        if let Some(ticket) = self.ticket {
            link.push_str("&t=");
            link.push_str(&ticket_text(ticket));
        }
        if !self.name.is_empty() {
            link.push_str("&n=");
            link.push_str(&escape(&self.name));
        }
        link
    }
}

/// A ticket as a link carries it: at most 13 digits and lower-case letters.
#[must_use]
pub fn ticket_text(mut ticket: u64) -> String {
    let mut digits = Vec::new();
    loop {
        // A remainder of 36 is a digit of base 36.
        let digit = u32::try_from(ticket % 36).unwrap_or_default();
        digits.push(char::from_digit(digit, 36).unwrap_or('0'));
        ticket /= 36;
        if ticket == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// Reads [`ticket_text`]; nothing where it is none.
#[must_use]
pub fn read_ticket(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 36).ok()
}

/// The value of a key as it stands in a fragment (without `#`), escapes and all.
#[must_use]
pub fn value<'a>(fragment: &'a str, key: &str) -> Option<&'a str> {
    let query = fragment.split_once('?')?.1;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|pair| pair.0 == key).map(|pair| pair.1)
}

/// The questionnaire's terms a link chooses: every key that is none of its own.
#[must_use]
pub fn terms(fragment: &str) -> Vec<(String, String)> {
    let query = fragment.split_once('?').map_or("", |parts| parts.1);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .filter(|pair| !KEYS.contains(&pair.0))
        .map(|(id, code)| (id.to_owned(), code.to_owned()))
        .collect()
}

/// The first characters of a counter's or campaign's name, at the end of a word where one ends.
#[must_use]
pub fn short_name(name: &str) -> String {
    let name = name.trim();
    if name.chars().count() <= NAME_CHARS {
        return name.to_owned();
    }
    let cut: String = name.chars().take(NAME_CHARS).collect();
    let at = cut.rfind(' ').unwrap_or(cut.len());
    let mut short = cut.get(..at).unwrap_or(&cut).trim_end().to_owned();
    short.push('…');
    short
}

/// Percent escapes for everything that is not a plain letter or digit.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let hex = |bits: u8| char::from_digit(u32::from(bits), 16).unwrap_or('0');
            out.push('%');
            out.extend([hex(byte >> 4), hex(byte & 15)].map(|digit| digit.to_ascii_uppercase()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_everything_behind_the_hash() {
        let mut link = SurveyLink {
            campaign: "quy-4".to_owned(),
            questionnaire: "sipas-desk".to_owned(),
            unit: "gia-lai/duc-co".to_owned(),
            field: "ho-tich".to_owned(),
            asks_field: true,
            terms: vec![("official".to_owned(), "postal".to_owned())],
            ticket: Some(u64::MAX),
            name: "Quầy 2".to_owned(),
        };
        let text = link.write("https://a.vn/");
        assert_eq!(
            text,
            "https://a.vn/#/survey?c=quy-4&q=sipas-desk&unit=gia-lai/duc-co&field=ho-tich\
             &official=postal&t=3w5e11264sgsf&n=Qu%E1%BA%A7y%202"
        );
        let fragment = text.split_once('#').unwrap().1;
        assert_eq!(value(fragment, "c"), Some("quy-4"));
        assert_eq!(read_ticket(value(fragment, "t").unwrap()), Some(u64::MAX));
        assert_eq!(terms(fragment), link.terms);
        assert_eq!(value(fragment, "ask"), None);
        (link.field, link.ticket) = (String::new(), None);
        assert!(link.write("").contains("&ask=field&official="));
    }

    #[test]
    fn tickets_there_and_back() {
        for ticket in [0, 1, 35, 36, 0x0123_4567_89AB_CDEF, u64::MAX] {
            assert_eq!(read_ticket(&ticket_text(ticket)), Some(ticket));
        }
        for text in ["", "-1", "3w5e11264sgsg", "a b", "ă"] {
            assert_eq!(read_ticket(text), None, "{text}");
        }
    }

    #[test]
    fn long_names_end_with_a_word() {
        assert_eq!(short_name(" Quầy số 2 "), "Quầy số 2");
        let long = "Trung tâm Phục vụ hành chính công xã Đức Cơ, quầy số 2";
        assert_eq!(short_name(long), "Trung tâm Phục vụ hành chính công xã…");
        assert_eq!(short_name(&"ă".repeat(60)).chars().count(), NAME_CHARS + 1);
    }
}
