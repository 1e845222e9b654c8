//! What interviewers read.

use super::Language;

/// The interviewer's sentences in one language.
#[derive(Debug)]
pub struct InterviewText {
    /// Heading and link.
    pub title: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Practice.
    pub practice: &'static str,
    /// What practice is.
    pub practice_what: &'static str,
    /// On every screen of practice.
    pub practice_mark: &'static str,
    /// Heading of the list.
    pub list: &'static str,
    /// No list yet.
    pub list_empty: &'static str,
    /// First number.
    pub from: &'static str,
    /// Last number.
    pub to: &'static str,
    /// Set them.
    pub set: &'static str,
    /// They make no list.
    pub bad_range: &'static str,
    /// Household, before its number.
    pub household: &'static str,
    /// Households, after a count.
    pub of: &'static str,
    /// How households stand, in the order of `Visit::ALL`.
    pub visits: [&'static str; 6],
    /// The next to visit, before its number.
    pub next: &'static str,
    /// All are visited.
    pub all_done: &'static str,
    /// Interview.
    pub open: &'static str,
    /// Go on.
    pub resume: &'static str,
    /// Clear the mark.
    pub clear: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// Hand over: heading.
    pub over_title: &'static str,
    /// Hand over: what and why.
    pub over_what: &'static str,
    /// Hand over: pressed by the person interviewed.
    pub over_yes: &'static str,
    /// Back: heading.
    pub back_title: &'static str,
    /// Back: what.
    pub back_what: &'static str,
    /// Back: pressed by the interviewer.
    pub back_yes: &'static str,
}

/// The interviewer's sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static InterviewText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: InterviewText = InterviewText {
    title: "Phỏng vấn tại nhà",
    what: "Điều tra viên đọc câu hỏi và bấm giúp; lời giải thích mở sẵn. Đến phần đánh giá cán bộ, nhân viên, máy nhắc đưa cho người dân tự bấm.",
    practice: "Luyện tập",
    practice_what: "Làm thử cả phiếu; không lưu, không tính vào kết quả.",
    practice_mark: "LUYỆN TẬP – phiếu này không được lưu và không được tính",
    list: "Danh sách hộ",
    list_empty: "Danh sách chỉ ghi số thứ tự, không ghi tên hay địa chỉ. Xin nhập số hộ đầu và số hộ cuối được giao.",
    from: "Từ số",
    to: "Đến số",
    set: "Đặt danh sách",
    bad_range: "Số đầu từ 1 trở lên, số cuối không nhỏ hơn số đầu, nhiều nhất 2.000 hộ.",
    household: "Hộ",
    of: "hộ",
    visits: [
        "Chưa đến",
        "Đang dở",
        "Đã xong",
        "Không có nhà",
        "Từ chối",
        "Hẹn quay lại",
    ],
    next: "Hộ tiếp theo:",
    all_done: "Đã đến hết các hộ.",
    open: "Bắt đầu phỏng vấn",
    resume: "Làm tiếp phiếu đang dở",
    clear: "Xóa dấu",
    undo: "Hoàn tác",
    over_title: "Xin đưa máy cho người dân",
    over_what: "Phần tiếp theo đánh giá cán bộ, nhân viên. Ông/bà tự bấm, điều tra viên không nhìn màn hình. Xong phần này, máy sẽ nhắc đưa lại.",
    over_yes: "Tôi là người dân, tôi đã cầm máy",
    back_title: "Xin đưa máy lại cho điều tra viên",
    back_what: "Các câu vừa trả lời không còn trên màn hình. Nếu bấm “Quay lại” về phần đó, máy lại nhắc đưa cho người dân.",
    back_yes: "Tôi là điều tra viên, làm tiếp",
};

static EN: InterviewText = InterviewText {
    title: "Home interviews",
    what: "The interviewer reads the questions out and marks the answers; explanations are open. For the part about officials and staff the tablet is handed to the citizen.",
    practice: "Practice",
    practice_what: "Go through the whole survey; nothing is stored and nothing counts.",
    practice_mark: "PRACTICE – these answers are not stored and do not count",
    list: "Households",
    list_empty: "The list holds numbers only, no names or addresses. Please enter the first and the last household you were given.",
    from: "From number",
    to: "To number",
    set: "Set the list",
    bad_range: "The first number is at least 1, the last not below it, and there are at most 2,000 households.",
    household: "Household",
    of: "households",
    visits: [
        "Not visited",
        "Begun",
        "Done",
        "Not at home",
        "Refused",
        "To revisit",
    ],
    next: "Next household:",
    all_done: "All households have been visited.",
    open: "Start the interview",
    resume: "Go on with the answers begun",
    clear: "Clear the mark",
    undo: "Undo",
    over_title: "Please hand over the tablet",
    over_what: "The next part rates officials and staff. Please answer by yourself; the interviewer does not look at the screen. The tablet will say when to hand it back.",
    over_yes: "I am the citizen and hold the tablet",
    back_title: "Please hand the tablet back",
    back_what: "The answers just given are no longer on the screen. Going back to them, the tablet asks again to be handed over.",
    back_yes: "I am the interviewer, go on",
};
