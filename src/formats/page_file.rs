//! A part of a page as a file of its own that any browser opens, without scripts and without asking anybody for anything.

/// The file: `title` and `language` of the page, style sheets, and markup that came out of a page of ours.
#[must_use]
pub fn write(title: &str, language: &str, css: &str, markup: &str) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"");
    escape(&mut out, language);
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    );
    escape(&mut out, title);
    out.push_str("</title>\n<style>\n*{box-sizing:border-box}body{margin:0;background:#fff}.paper{margin:0 auto}\n");
    // Nothing in a style sheet may end the element it stands in.
    out.push_str(&css.replace("</", "<\\/"));
    out.push_str("\n</style>\n</head>\n<body>\n");
    out.push_str(markup);
    out.push_str("\n</body>\n</html>\n");
    out
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn what_stands_in_it_cannot_end_the_part_it_stands_in() {
        let file = write("a</title>&", "vi\"x", "b{}</style>", "<p>c</p>");
        assert!(file.contains("<title>a&lt;/title>&amp;</title>"));
        assert!(file.contains("<html lang=\"vi&quot;x\">"));
        assert!(file.contains("b{}<\\/style>"));
        assert!(file.contains("\n<p>c</p>\n"));
    }
}
