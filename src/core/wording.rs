//! One sentence in each of a questionnaire's languages.

/// A text in one or more languages, kept in the order they were written.
///
/// Languages are BCP 47 codes such as `vi` and `en`. A checked questionnaire has every wording in
/// every one of its languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    entries: Vec<(String, String)>,
}

impl Wording {
    /// A wording from (language, text) pairs.
    #[must_use]
    pub const fn new(entries: Vec<(String, String)>) -> Self {
        Self { entries }
    }

    /// The text in `language`, else in the first language there is, else nothing.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.exact(language)
            .or_else(|| self.entries.first().map(|(_, text)| text.as_str()))
            .unwrap_or_default()
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn exact(&self, language: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|(code, _)| code == language)
            .map(|(_, text)| text.as_str())
    }

    /// The (language, text) pairs in their written order.
    #[must_use]
    pub fn entries(&self) -> &[(String, String)] {
        &self.entries
    }

    /// True where there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.iter().all(|(_, text)| text.is_empty())
    }
}

/// A sentence with its gaps `{0}`, `{1}` … filled in; a gap without a part becomes nothing.
#[must_use]
pub fn fill(sentence: &str, parts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let Some((number, after)) = behind.split_once('}') else {
            break;
        };
        let part = number.parse().ok().and_then(|at: usize| parts.get(at));
        out.push_str(part.copied().unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}
