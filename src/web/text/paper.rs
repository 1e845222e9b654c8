//! What staff read about paper ballots, and what is printed on the ballot itself.

mod english;
mod entry;

pub use entry::EntryText;

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct PaperText {
    /// Heading of the printing page.
    pub print_title: &'static str,
    /// What the page is for.
    pub print_what: &'static str,
    /// Batch letters.
    pub batch: &'static str,
    /// What a batch is.
    pub batch_hint: &'static str,
    /// First number.
    pub from: &'static str,
    /// Last number.
    pub to: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Field.
    pub field: &'static str,
    /// Left to be written by hand.
    pub by_hand: &'static str,
    /// Print.
    pub print: &'static str,
    /// Before the number of ballots.
    pub ready_before: &'static str,
    /// Behind it.
    pub ready_after: &'static str,
    /// Numbers that make no range; the most ballots follow.
    pub bad_range: &'static str,
    /// How to set the printer.
    pub printer_hint: &'static str,
    /// Name of the sheet for people who hear the page.
    pub preview: &'static str,
    /// Before the ballot's number.
    pub number: &'static str,
    /// How to answer, in one line.
    pub how: &'static str,
    /// The same where something may not apply.
    pub how_not_applicable: &'static str,
    /// No names.
    pub anonymous: &'static str,
    /// The unit, on the ballot.
    pub ballot_unit: &'static str,
    /// The field, on the ballot.
    pub ballot_field: &'static str,
    /// The day, on the ballot.
    pub ballot_day: &'static str,
    /// Place for the day.
    pub day_blank: &'static str,
    /// Head of the column of numbers.
    pub question: &'static str,
    /// Head of the column of statements.
    pub statements: &'static str,
    /// Over the general question.
    pub general: &'static str,
    /// Over the questions about the respondent.
    pub respondent: &'static str,
    /// Answer only if, at question …
    pub only_if: &'static str,
    /// … the digit was circled: stands between question and digits.
    pub circled: &'static str,
    /// Between two numbers of a list.
    pub or: &'static str,
    /// Tick what fits.
    pub tick: &'static str,
    /// Thanks at the end.
    pub thanks: &'static str,
    /// Version of the questionnaire, before its number.
    pub version: &'static str,
    /// The pages of typing in.
    pub entry: EntryText,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static PaperText {
    match language {
        Language::Vi => &VI,
        Language::En => &english::EN,
    }
}

static VI: PaperText = PaperText {
    print_title: "In phiếu giấy",
    print_what: "Mỗi phiếu có một số để nhập lại sau này. In theo lô; số không được trùng trong cùng một lô.",
    batch: "Lô",
    batch_hint: "Vài chữ hoặc số đứng trước số phiếu, ví dụ A; để trống nếu chỉ in một lần.",
    from: "Từ số",
    to: "Đến số",
    unit: "Đơn vị in sẵn",
    field: "Lĩnh vực in sẵn",
    by_hand: "Để trống, ghi tay",
    print: "In phiếu",
    ready_before: "Sẵn sàng in ",
    ready_after: " phiếu.",
    bad_range: "Số đầu phải từ 1, số cuối không nhỏ hơn số đầu; mỗi lần in nhiều nhất số phiếu sau:",
    printer_hint: "Chọn khổ A4, in hai mặt lật theo cạnh dài, không thu nhỏ. Phiếu chỉ có một trang thì in một mặt, để mỗi phiếu nằm trên một tờ.",
    preview: "Phiếu đầu tiên",
    number: "Số phiếu",
    how: "Mỗi câu xin khoanh tròn một chữ số.",
    how_not_applicable: "Câu nào không áp dụng hoặc không có ý kiến, xin khoanh số 0.",
    anonymous: "Xin không ghi họ tên. Ông/bà có thể bỏ trống câu không muốn trả lời.",
    ballot_unit: "Nơi được đánh giá",
    ballot_field: "Lĩnh vực",
    ballot_day: "Ngày",
    day_blank: "…… / …… / 20……",
    question: "Câu",
    statements: "Nội dung đánh giá",
    general: "Đánh giá chung",
    respondent: "Đôi điều về ông/bà",
    only_if: "Chỉ trả lời nếu ở câu ",
    circled: " ông/bà khoanh ",
    or: " hoặc ",
    tick: "Xin đánh dấu ✓ vào mọi ô đúng với ông/bà.",
    thanks: "Xin cảm ơn ông/bà!",
    version: "bản",
    entry: entry::VI,
};
