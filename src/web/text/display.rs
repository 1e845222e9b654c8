//! What the hall's television shows; `{0}`, `{1}` … are filled in.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct DisplayText {
    /// Name of the whole.
    pub title: &'static str,
    /// Heading of the overview.
    pub overview: &'static str,
    /// The index in plain words: satisfied of a hundred.
    pub in_words: &'static str,
    /// Its interval.
    pub interval: &'static str,
    /// How many ballots: number.
    pub ballots: &'static str,
    /// The months looked at: first, last.
    pub span: &'static str,
    /// Heading of the factors.
    pub factors: &'static str,
    /// Heading of the months.
    pub months: &'static str,
    /// In place of a figure of too few people.
    pub hidden: &'static str,
    /// What that means: least.
    pub hidden_note: &'static str,
    /// Heading of the thanks.
    pub thanks: &'static str,
    /// Above what was done.
    pub heard: &'static str,
    /// Where nothing was written.
    pub heard_none: &'static str,
    /// Where most is to be done: list.
    pub improving: &'static str,
    /// Invitation.
    pub invite: &'static str,
    /// Too few ballots for any figure.
    pub too_few: &'static str,
    /// Ballots cannot be read; it is tried again.
    pub trying: &'static str,
    /// Up to date as of: time, day.
    pub updated: &'static str,
    /// Previous slide.
    pub back: &'static str,
    /// Next slide.
    pub next: &'static str,
    /// Stop turning.
    pub pause: &'static str,
    /// Go on turning.
    pub go_on: &'static str,
    /// Whole screen.
    pub whole_screen: &'static str,
    /// The controls together.
    pub controls: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static DisplayText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: DisplayText = DisplayText {
    title: "Người dân đánh giá việc phục vụ",
    overview: "Mức độ hài lòng chung",
    in_words: "Cứ 100 câu trả lời thì khoảng {0} câu là hài lòng.",
    interval: "Khoảng tin cậy 95 %: {0}",
    ballots: "{0} phiếu",
    span: "Từ tháng {0} đến tháng {1}",
    factors: "Hài lòng theo từng nhóm tiêu chí",
    months: "Mức độ hài lòng theo tháng",
    hidden: "ít phiếu",
    hidden_note: "“Ít phiếu”: chưa đủ người trả lời để công bố (từ {0} người).",
    thanks: "Cảm ơn ông/bà đã góp ý",
    heard: "Ý kiến đã được tiếp thu",
    heard_none: "Mọi phiếu đều được tổng hợp. Không ai biết phiếu nào là của ai.",
    improving: "Đang ưu tiên cải thiện: {0}.",
    invite: "Mời ông/bà đánh giá tại quầy hoặc bằng điện thoại: tự nguyện, không ghi tên, chỉ vài phút.",
    too_few: "Kết quả sẽ hiện ở đây khi có đủ phiếu.",
    trying: "Chưa đọc được phiếu trên máy này; sẽ tự thử lại.",
    updated: "Cập nhật lúc {0}, ngày {1}",
    back: "Trước",
    next: "Sau",
    pause: "Tạm dừng",
    go_on: "Tiếp tục",
    whole_screen: "Toàn màn hình",
    controls: "Điều khiển màn hình",
};

static EN: DisplayText = DisplayText {
    title: "How citizens rate the service",
    overview: "Overall satisfaction",
    in_words: "Of 100 answers about {0} are satisfied.",
    interval: "95% interval: {0}",
    ballots: "{0} ballots",
    span: "{0} to {1}",
    factors: "Satisfaction by factor",
    months: "Satisfaction by month",
    hidden: "few ballots",
    hidden_note: "“Few ballots”: not enough people answered to be published (from {0} people on).",
    thanks: "Thank you for your feedback",
    heard: "What was done after your feedback",
    heard_none: "Every ballot is counted. Nobody knows whose ballot it is.",
    improving: "Being worked on first: {0}.",
    invite: "Please rate the service at the counter or on your phone: voluntary, anonymous, only a few minutes.",
    too_few: "Results appear here once there are enough ballots.",
    trying: "The ballots on this device cannot be read; it is tried again.",
    updated: "As of {0}, {1}",
    back: "Back",
    next: "Next",
    pause: "Pause",
    go_on: "Go on",
    whole_screen: "Full screen",
    controls: "Controls of the display",
};
