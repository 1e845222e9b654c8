//! How the workbook's cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The formats of all sheets.
pub struct Styles {
    /// Headings.
    pub head: Format,
    /// Texts, which stay texts when edited.
    pub text: Format,
    /// The same, over several lines.
    pub wrapped: Format,
    /// Whole numbers.
    pub whole: Format,
    /// Any numbers.
    pub number: Format,
    /// Shares, shown in per cent with two decimals.
    pub share: Format,
    /// Dates with time.
    pub moment: Format,
}

impl Styles {
    pub fn new() -> Self {
        let text = Format::new()
            .set_num_format("@")
            .set_align(FormatAlign::Top);
        let number = |pattern: &str| {
            Format::new()
                .set_num_format(pattern)
                .set_align(FormatAlign::Top)
        };
        Self {
            head: Format::new()
                .set_num_format("@")
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_font_color(Color::RGB(0x0B_4A94))
                .set_background_color(Color::RGB(0xE8_F0FA))
                .set_border_bottom(FormatBorder::Thin),
            wrapped: text.clone().set_text_wrap(),
            text,
            whole: number("0"),
            number: number("0.000000"),
            share: number("0.00%"),
            // With the language in it: without one LibreOffice puts the month first where the system is English.
            moment: number("[$-42A]dd/mm/yyyy\\ hh:mm:ss"),
        }
    }
}
