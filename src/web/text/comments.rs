//! What staff read beside comments, and about signs of bad data.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct CommentsText {
    /// Search.
    pub search: &'static str,
    /// What is searched.
    pub search_pattern: &'static str,
    /// Comments found, after their number.
    pub found: &'static str,
    /// No comments at all.
    pub none: &'static str,
    /// None with these words.
    pub none_found: &'static str,
    /// How striking out works.
    pub how: &'static str,
    /// Open the words to strike out.
    pub strike: &'static str,
    /// Close them.
    pub strike_done: &'static str,
    /// Keep the whole comment back.
    pub whole: &'static str,
    /// Kept back, in place of the text.
    pub kept_back: &'static str,
    /// What the words do.
    pub words: &'static str,
    /// Read before a word struck out.
    pub struck: &'static str,
    /// Why a word is struck out: phone, number, mail, page.
    pub kinds: [&'static str; 4],
    /// Struck out by a person.
    pub by_hand: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// The browser refused to store.
    pub refused: &'static str,
    /// Export.
    pub export: &'static str,
    /// What the export holds.
    pub export_what: &'static str,
    /// More comments.
    pub more: &'static str,
    /// What the quality view is.
    pub quality_what: &'static str,
    /// Rule.
    pub rule: &'static str,
    /// Names of the rules.
    pub rules: [&'static str; 4],
    /// What the rules are.
    pub rules_how: [&'static str; 4],
    /// Ballots with any sign.
    pub any_sign: &'static str,
    /// Share of all.
    pub share: &'static str,
    /// Index, all ballots.
    pub all: &'static str,
    /// Index without signs.
    pub clean: &'static str,
    /// Index with signs only.
    pub flagged: &'static str,
    /// With and without.
    pub both: &'static str,
    /// No signs.
    pub no_signs: &'static str,
    /// Missing hours.
    pub gaps: &'static str,
    /// What missing hours are.
    pub gaps_how: &'static str,
    /// No missing hours.
    pub no_gaps: &'static str,
    /// Counter's device.
    pub device: &'static str,
    /// Day.
    pub day: &'static str,
    /// Hours.
    pub hours: &'static str,
    /// More days not listed, after their number.
    pub more_gaps: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static CommentsText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: CommentsText = CommentsText {
    search: "Tìm trong ý kiến",
    search_pattern: "ví dụ: cho lau, thái độ",
    found: "ý kiến",
    none: "Các phiếu này không có ý kiến nào bằng chữ.",
    none_found: "Không có ý kiến nào có các từ này. Xin thử từ khác; viết không dấu cũng được.",
    how: "Số điện thoại, số giấy tờ, địa chỉ thư và trang mạng được gạch sẵn. Trước khi công bố, xin đọc lại và gạch thêm tên người và những gì cho biết ai đã viết. Phiếu gốc không thay đổi.",
    strike: "Gạch chữ",
    strike_done: "Xong",
    whole: "Không công bố",
    kept_back: "không công bố",
    words: "Chạm vào chữ để gạch hoặc bỏ gạch",
    struck: "đã gạch: ",
    kinds: ["số điện thoại", "dãy số", "địa chỉ thư", "trang mạng"],
    by_hand: "gạch bằng tay",
    undo: "Hoàn tác",
    refused: "Chưa lưu được: trình duyệt không cho ghi. Ý kiến này giữ nguyên như trước. Xin thử lại.",
    export: "Tải ý kiến để công bố (CSV)",
    export_what: "Tệp chỉ có tháng, đơn vị, lĩnh vực và nội dung đã gạch; không có mã phiếu, ngày giờ. Đơn vị và lĩnh vực để trống nếu quá ít người trả lời.",
    more: "Xem thêm",
    quality_what: "Dấu hiệu không phải bằng chứng: người vội mà hài lòng cũng trả lời nhanh và giống nhau. Không phiếu nào bị bỏ; chỉ số có và không có các phiếu này được đặt cạnh nhau.",
    rule: "Dấu hiệu",
    rules: [
        "Quá nhanh",
        "Một mức cho mọi câu",
        "Lặp lại",
        "Một mẫu của máy",
    ],
    rules_how: [
        "Chưa đến 1 giây cho mỗi câu đã trả lời (từ 8 câu trở lên; không xét phiếu giấy)",
        "Cùng một mức ở mọi câu, ít nhất 8 câu thuộc hai nhóm tiêu chí trở lên",
        "Giống hệt phiếu trước của cùng máy trong vòng 10 phút: phiếu sau",
        "Hơn một nửa số phiếu của máy (từ 10 phiếu) có đúng một dãy trả lời",
    ],
    any_sign: "Có ít nhất một dấu hiệu",
    share: "Tỷ lệ trên số phiếu",
    all: "Mọi phiếu",
    clean: "Không tính phiếu có dấu hiệu",
    flagged: "Riêng phiếu có dấu hiệu",
    both: "Chỉ số khi có và không có các phiếu này",
    no_signs: "Không phiếu nào có dấu hiệu.",
    gaps: "Giờ vắng phiếu",
    gaps_how: "Máy tại quầy không gửi phiếu nào trong từ 3 giờ làm việc trở lên, vào ngày đơn vị có thu phiếu.",
    no_gaps: "Không quầy nào vắng phiếu từ 3 giờ làm việc trở lên.",
    device: "Mã máy",
    day: "Ngày",
    hours: "Giờ không có phiếu",
    more_gaps: "ngày nữa không liệt kê ở đây; lọc theo đơn vị hoặc thời gian để xem.",
};

static EN: CommentsText = CommentsText {
    search: "Search the comments",
    search_pattern: "for example: waiting, attitude",
    found: "comments",
    none: "These ballots have no written comment.",
    none_found: "No comment has these words. Try others; Vietnamese marks may be left out.",
    how: "Telephone and identity numbers, addresses of mail and pages are struck out already. Before publishing, read again and strike out names and whatever tells who wrote it. The ballot itself does not change.",
    strike: "Strike out",
    strike_done: "Done",
    whole: "Keep back",
    kept_back: "kept back",
    words: "Touch a word to strike it out or give it back",
    struck: "struck out: ",
    kinds: ["telephone number", "number", "mail address", "page"],
    by_hand: "by hand",
    undo: "Undo",
    refused: "Not stored: the browser refused to write. The comment is as it was before. Please try again.",
    export: "Download comments to publish (CSV)",
    export_what: "The file has only month, unit, field and the text without what is struck out; no ballot id, day or time. Unit and field are empty where too few people answered.",
    more: "Show more",
    quality_what: "A sign is no proof: people who are in a hurry and content answer fast and all alike. No ballot is removed; the index with and without them stands side by side.",
    rule: "Sign",
    rules: [
        "Too fast",
        "One level throughout",
        "Doubled",
        "One pattern of a device",
    ],
    rules_how: [
        "Less than 1 second for each answer (from 8 answers on; not paper)",
        "The same level at every question, at least 8 of them in two factors or more",
        "The same as an earlier ballot of the device within 10 minutes: the later one",
        "More than half of a device's ballots (from 10 on) have one sequence of answers",
    ],
    any_sign: "At least one sign",
    share: "Share of ballots",
    all: "All ballots",
    clean: "Without ballots that have a sign",
    flagged: "Only ballots that have a sign",
    both: "The index with and without these ballots",
    no_signs: "No ballot has a sign.",
    gaps: "Hours without ballots",
    gaps_how: "A counter sent nothing in 3 or more opening hours of a day on which its unit collected.",
    no_gaps: "No counter was without ballots for 3 opening hours or more.",
    device: "Device",
    day: "Day",
    hours: "Hours without a ballot",
    more_gaps: "more days are not listed; filter by unit or time to see them.",
};
