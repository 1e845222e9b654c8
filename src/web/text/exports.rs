//! What staff read about ballots in other forms.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct ExportText {
    /// Heading of the other forms.
    pub title: &'static str,
    /// Buttons, in the order they stand, each with what it is good for.
    pub forms: [(&'static str, &'static str); 6],
    /// While the file is made.
    pub working: &'static str,
    /// Between ballots done and all.
    pub of: &'static str,
    /// Behind the number of ballots.
    pub ballots: &'static str,
    /// When all ballots are in and the file is closed.
    pub closing: &'static str,
    /// Before the name of a file that was made.
    pub made: &'static str,
    /// Behind the number of ballots left out.
    pub left_out: &'static str,
    /// Behind the number of comments cut.
    pub shortened: &'static str,
    /// Could not be loaded.
    pub not_loaded: &'static str,
    /// More ballots than a sheet holds.
    pub too_many: &'static str,
    /// Could not be made; the reason follows.
    pub failed: &'static str,
    /// Hand to another app.
    pub share: &'static str,
    /// Handing on did not happen.
    pub not_shared: &'static str,
    /// Link to the printable codebook.
    pub codebook_link: &'static str,
    /// Its heading.
    pub codebook: &'static str,
    /// Before the questionnaire's version.
    pub version: &'static str,
    /// What the codebook is.
    pub codebook_what: &'static str,
    /// Print.
    pub print: &'static str,
    /// Back to the data page.
    pub back: &'static str,
    /// Table headings: column, what it holds, codes.
    pub head: [&'static str; 3],
    /// Counts as satisfied.
    pub satisfied: &'static str,
    /// In no denominator.
    pub missing: &'static str,
    /// Kinds of columns without a list of codes.
    pub kinds: Kinds,
    /// Loading.
    pub loading: &'static str,
}

/// What cells of a column without a list of codes hold.
#[derive(Debug)]
pub struct Kinds {
    /// Hexadecimal digits; their number stands in front.
    pub digits: &'static str,
    /// A code of the campaign's lists.
    pub code: &'static str,
    /// A whole number.
    pub whole: &'static str,
    /// Date and time.
    pub moment: &'static str,
    /// Text.
    pub text: &'static str,
    /// A column the questionnaire does not use.
    pub empty: &'static str,
}

/// The sentences in a language.
#[must_use]
pub fn sentences(language: Language) -> &'static ExportText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: ExportText = ExportText {
    title: "Dạng tệp khác",
    forms: [
        (
            "Excel (.xlsx)",
            "Bốn trang: số liệu, số liệu bằng chữ, bảng mã, chỉ số kèm khoảng tin cậy.",
        ),
        (
            "CSV cho Excel cũ",
            "Cùng nội dung với tệp CSV, dùng khi Excel hiện sai dấu tiếng Việt.",
        ),
        (
            "Chỉ số (CSV)",
            "Chỉ số chung, từng nhóm và từng tiêu chí, kèm khoảng tin cậy.",
        ),
        ("Bảng mã (CSV)", "Mỗi cột và mỗi mã trong tệp nghĩa là gì."),
        (
            "SPSS: cú pháp (.sps)",
            "Mở trong SPSS để đọc số liệu và gắn nhãn. Đặt cùng thư mục với tệp số liệu bên dưới.",
        ),
        (
            "SPSS: số liệu (CSV)",
            "Mỗi phiếu một dòng, để tệp cú pháp ở trên đọc.",
        ),
    ],
    working: "Đang tạo tệp: ",
    of: " / ",
    ballots: " phiếu",
    closing: "Đang đóng gói tệp…",
    made: "Đã tạo tệp ",
    left_out: "phiếu không ghi được vào tệp; các phiếu đó vẫn còn trên máy.",
    shortened: "ý kiến dài quá một ô bảng tính nên bị cắt; tệp CSV giữ đủ.",
    not_loaded: "Chưa tải được phần tạo tệp. Xin kiểm tra mạng rồi bấm lại; phiếu vẫn an toàn trên máy.",
    too_many: "Số phiếu nhiều hơn một trang Excel chứa được. Xin dùng tệp CSV.",
    failed: "Chưa tạo được tệp. Xin bấm lại, hoặc dùng tệp CSV. ",
    share: "Gửi tệp này (Zalo, thư điện tử…)",
    not_shared: "Tệp chưa được gửi. Tệp đã tải về vẫn nằm trong thư mục Tải xuống.",
    codebook_link: "Xem và in bảng mã",
    codebook: "Bảng mã",
    version: "phiên bản",
    codebook_what: "Ý nghĩa của từng cột và từng mã trong tệp phiếu.",
    print: "In",
    back: "Về trang Dữ liệu",
    head: ["Cột", "Nội dung", "Mã"],
    satisfied: "tính là hài lòng",
    missing: "không tính vào tỷ lệ",
    kinds: Kinds {
        digits: "chữ số 0-9, a-f",
        code: "mã trong danh sách của đợt khảo sát; để trống nếu không rõ",
        whole: "số nguyên",
        moment: "ngày giờ, ví dụ 2026-11-21T08:30:00+07:00",
        text: "văn bản; để trống nếu không có",
        empty: "luôn để trống: bảng hỏi này không hỏi",
    },
    loading: "Đang tải…",
};

static EN: ExportText = ExportText {
    title: "Other kinds of file",
    forms: [
        (
            "Excel (.xlsx)",
            "Four sheets: data, the same in words, codebook, indices with their intervals.",
        ),
        (
            "CSV for older Excel",
            "The contents of the CSV file, for when Excel shows Vietnamese accents wrongly.",
        ),
        (
            "Indices (CSV)",
            "Overall, by factor and by criterion, with their intervals.",
        ),
        (
            "Codebook (CSV)",
            "What each column and each code in the file means.",
        ),
        (
            "SPSS: syntax (.sps)",
            "Opened in SPSS it reads and labels the data. Keep it beside the data file below.",
        ),
        (
            "SPSS: data (CSV)",
            "One line a ballot, for the syntax above.",
        ),
    ],
    working: "Making the file: ",
    of: " / ",
    ballots: " ballots",
    closing: "Packing the file…",
    made: "Made the file ",
    left_out: "ballots could not be written into it; they are still on the device.",
    shortened: "comments are longer than a cell and were cut; the CSV file has them whole.",
    not_loaded: "The part that makes the file could not be loaded. Please check the network and press again; the ballots are safe on the device.",
    too_many: "There are more ballots than an Excel sheet can hold. Please use the CSV file.",
    failed: "The file could not be made. Please press again, or use the CSV file. ",
    share: "Send this file (Zalo, mail…)",
    not_shared: "The file was not sent. The copy that was saved is in the Downloads folder.",
    codebook_link: "Read and print the codebook",
    codebook: "Codebook",
    version: "version",
    codebook_what: "What each column and each code in the ballot file means.",
    print: "Print",
    back: "Back to Data",
    head: ["Column", "What it holds", "Codes"],
    satisfied: "counts as satisfied",
    missing: "in no rate",
    kinds: Kinds {
        digits: "digits 0-9, a-f",
        code: "a code of the campaign's lists; empty where unknown",
        whole: "whole number",
        moment: "date and time, such as 2026-11-21T08:30:00+07:00",
        text: "text; empty where none",
        empty: "always empty: this questionnaire does not ask it",
    },
    loading: "Loading…",
};
