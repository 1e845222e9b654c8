//! HTML being written: markup only from the source, everything else escaped.

/// A piece of HTML.
#[derive(Debug, Default)]
pub struct Html {
    out: String,
}

impl Html {
    /// Markup as it stands in the source.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text or an attribute's value, escaped for both.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                other => self.out.push(other),
            }
        }
        self
    }

    /// Markup this type has written before.
    pub fn markup(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// A whole number.
    pub fn number(&mut self, number: usize) -> &mut Self {
        self.text(&number.to_string())
    }

    /// A button with its action's name, for tests and for the one listener that serves them all.
    pub fn button(&mut self, action: &'static str, class: &'static str, label: &str) -> &mut Self {
        self.raw("<button type=button class=\"").raw(class);
        self.raw("\" data-action=").raw(action).raw(">");
        self.text(label).raw("</button>")
    }

    /// What was written.
    #[must_use]
    pub fn finish(&mut self) -> String {
        core::mem::take(&mut self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn nothing_a_questionnaire_says_becomes_markup() {
        let mut html = Html::default();
        html.raw("<p title=\"")
            .text("\"><script>&")
            .raw("\">")
            .text("a < b & \"c\"")
            .raw("</p>");
        let expected =
            "<p title=\"&quot;&gt;&lt;script&gt;&amp;\">a &lt; b &amp; &quot;c&quot;</p>";
        assert_eq!(html.finish(), expected);
    }
}
