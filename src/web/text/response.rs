//! What staff read about how many people were asked.

use super::Language;

/// The sentences about response in one language.
#[derive(Debug)]
pub struct ResponseText {
    /// Heading.
    pub title: &'static str,
    /// Nothing counted today.
    pub empty: &'static str,
    /// Column of the channels.
    pub channel: &'static str,
    /// Channels in the order of `Channel::ALL`.
    pub channels: [&'static str; 4],
    /// Events in the order of `Event::ALL`.
    pub events: [&'static str; 6],
    /// Response rate.
    pub response: &'static str,
    /// Completion rate.
    pub completion: &'static str,
    /// What the two rates are.
    pub what: &'static str,
    /// No rate: nobody was counted.
    pub not_counted: &'static str,
    /// No rate: more answered than asked.
    pub incomplete: &'static str,
    /// Save all counts.
    pub export: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static ResponseText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: ResponseText = ResponseText {
    title: "Hôm nay: đã mời và đã trả lời",
    empty: "Hôm nay chưa mời ai. Khi có người bấm vào máy tại quầy hoặc được phỏng vấn, số liệu hiện ở đây.",
    channel: "Cách thu",
    channels: ["Điện thoại", "Máy tại quầy", "Điều tra viên", "Phiếu giấy"],
    events: [
        "Được mời",
        "Bắt đầu",
        "Làm hết",
        "Dừng giữa chừng",
        "Bỏ đi",
        "Không câu nào",
    ],
    response: "Tỷ lệ trả lời",
    completion: "Tỷ lệ làm hết",
    what: "Tỷ lệ trả lời = số người có phiếu ÷ số người được mời. Tỷ lệ làm hết = số người làm hết ÷ số người bắt đầu. Ở máy tại quầy, “được mời” là người có chạm vào máy; người chỉ đi ngang không đếm được.",
    not_counted: "chưa đếm",
    incomplete: "số mời chưa đủ",
    export: "Xuất số liệu mời và trả lời (CSV)",
};

static EN: ResponseText = ResponseText {
    title: "Today: asked and answered",
    empty: "Nobody was asked today. As soon as somebody touches the counter's tablet or is interviewed, the counts stand here.",
    channel: "Channel",
    channels: ["Phone", "Counter's tablet", "Interviewer", "Paper"],
    events: [
        "Asked",
        "Started",
        "Completed",
        "Stopped early",
        "Walked away",
        "No answer at all",
    ],
    response: "Response rate",
    completion: "Completion rate",
    what: "Response rate = people with a ballot ÷ people asked. Completion rate = people who completed ÷ people who started. At the counter's tablet, “asked” are those who touched it; who only walked past cannot be counted.",
    not_counted: "not counted",
    incomplete: "not all asked were counted",
    export: "Export asked and answered (CSV)",
};
