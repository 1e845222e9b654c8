//! Keeps spreadsheets from running a cell as a formula.
//!
//! A cell whose first character after any apostrophes is one a spreadsheet would run gets one more
//! apostrophe in front; reading takes exactly one away again. So `=1+1` is written `'=1+1`, a text
//! that really is `'=1+1` is written `''=1+1`, and `'tis` stays as it is: each written cell comes
//! from one text only, and cells that need no guard are never touched.
//!
//! Source: OWASP, "CSV Injection".

use std::borrow::Cow;

/// The cell as written to the file.
pub fn protect(text: &str) -> Cow<'_, str> {
    if would_run(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text of a cell as found in a file.
pub fn unprotect(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| would_run(rest))
        .unwrap_or(cell)
}

fn would_run(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_quieted_and_comes_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("'=1+1", "''=1+1"),
            ("''=1+1", "'''=1+1"),
            ("'tis fine", "'tis fine"),
            ("'", "'"),
            ("", ""),
            (" =1", " =1"),
            ("a=1", "a=1"),
        ] {
            assert_eq!(protect(text), cell, "{text:?}");
            assert_eq!(unprotect(cell), text, "{cell:?}");
        }
    }

    #[test]
    fn every_short_text_comes_back() {
        let letters = ["'", "=", "+", "-", "@", "\t", "\r", "a", ""];
        for first in letters {
            for second in letters {
                for third in letters {
                    for fourth in letters {
                        let text = [first, second, third, fourth].concat();
                        assert_eq!(unprotect(&protect(&text)), text);
                    }
                }
            }
        }
    }
}
