//! Sentences of the scorecard's page.

use super::Language;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct ScoresText {
    /// The page's title, and the link to it.
    pub title: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// Back to the plan's page.
    pub back: &'static str,
    /// Label of the pasted table.
    pub paste: &'static str,
    /// How the table is to look.
    pub hint: &'static str,
    /// Label of the earlier and the later year.
    pub years: [&'static str; 2],
    /// Hint beside the years.
    pub years_hint: &'static str,
    /// Looks the table through.
    pub check: &'static str,
    /// Two years are needed.
    pub bad_years: &'static str,
    /// The table could not be read; how many lines.
    pub unread: &'static str,
    /// A line: number, what is wrong, what stands there.
    pub line: &'static str,
    /// What may be wrong with a line, in the order of `BadKind`.
    pub bad: [&'static str; 5],
    /// Numbers written with another mark: the numbers.
    pub mixed: &'static str,
    /// Nothing is wrong.
    pub flawless: &'static str,
    /// Heading of what is wrong.
    pub flaws: &'static str,
    /// A figure that cannot be right.
    pub refused: &'static str,
    /// A figure that asks for a look.
    pub flagged: &'static str,
    /// Above its maximum: area, year, score, maximum.
    pub above: &'static str,
    /// Below zero: area, year.
    pub below: &'static str,
    /// Change: area, printed, actual.
    pub change_wrong: &'static str,
    /// Maxima: year, sum.
    pub maxima: &'static str,
    /// Total: year, printed, actual.
    pub total_wrong: &'static str,
    /// No score: area, year.
    pub no_score: &'static str,
    /// Two areas of one name: name.
    pub same_name: &'static str,
    /// The row of totals.
    pub total: &'static str,
    /// The total carried over, where no survey was run.
    pub rescaled: &'static str,
    /// No total: a figure cannot be right.
    pub no_total: &'static str,
    /// No total: a score is missing.
    pub total_unknown: &'static str,
    /// Headings: area, score of maximum in a year, change, survey.
    pub area: &'static str,
    /// Heading of a year.
    pub of_year: &'static str,
    /// Heading of the change.
    pub change: &'static str,
    /// Heading of the survey's mark.
    pub survey: &'static str,
    /// Label of one area's mark: area.
    pub is_survey: &'static str,
    /// The survey's points: year, rate, satisfied, counted, maximum, points.
    pub surveyed: &'static str,
    /// No ballots of the year: year.
    pub not_surveyed: &'static str,
    /// Takes the points over: points.
    pub take: &'static str,
    /// Takes the survey's points away.
    pub no_survey: &'static str,
    /// Removes the table.
    pub remove: &'static str,
    /// Takes the last step back.
    pub undo: &'static str,
    /// It is kept.
    pub kept: &'static str,
    /// It is not kept.
    pub not_kept: &'static str,
    /// What is stored cannot be read.
    pub unreadable: &'static str,
    /// Saves what cannot be read.
    pub unreadable_save: &'static str,
}

static VI: ScoresText = ScoresText {
    title: "Bảng điểm Chỉ số cải cách hành chính",
    what: "Dán bảng điểm các lĩnh vực để kiểm tra. Số nào sai sẽ được chỉ rõ ở đâu; không số nào bị tự ý sửa.",
    back: "Về trang Kế hoạch",
    paste: "Bảng điểm",
    hint: "Mỗi dòng một lĩnh vực: tên, điểm, điểm tối đa của một hoặc hai năm, rồi mức tăng giảm nếu có. Chép từ Word, Excel đều được; cũng có thể gõ 11,5/15.",
    years: ["Năm trước", "Năm nay"],
    years_hint: "Dùng khi bảng không ghi năm.",
    check: "Kiểm tra bảng",
    bad_years: "Ghi hai năm bằng bốn chữ số, năm trước nhỏ hơn năm nay.",
    unread: "Chưa đọc được bảng: {0} dòng cần sửa. Bảng đang lưu vẫn giữ nguyên.",
    line: "Dòng {0}: {1} “{2}”",
    bad: [
        "thiếu tên lĩnh vực.",
        "cần 2, 4 hoặc 5 số, như dòng đầu.",
        "không phải số có nhiều nhất hai chữ số thập phân.",
        "thiếu điểm tối đa.",
        "không có dòng nào là lĩnh vực với điểm.",
    ],
    mixed: "Bảng dùng lẫn dấu phẩy và dấu chấm thập phân. Xem lại: {0}.",
    flawless: "Không thấy số nào sai.",
    flaws: "Cần xem lại",
    refused: "Sai",
    flagged: "Lưu ý",
    above: "{0}, năm {1}: điểm {2} cao hơn điểm tối đa {3}.",
    below: "{0}, năm {1}: có số nhỏ hơn 0.",
    change_wrong: "{0}: ghi tăng giảm {1}, tính đúng là {2}.",
    maxima: "Năm {0}: điểm tối đa cộng lại bằng {1}, không phải 100.",
    total_wrong: "Năm {0}: dòng tổng ghi {1}, cộng đúng là {2}.",
    no_score: "{0}, năm {1}: chưa có điểm.",
    same_name: "Hai lĩnh vực cùng tên “{0}”.",
    total: "Tổng cộng",
    rescaled: "Quy đổi khi không khảo sát",
    no_total: "không cộng, vì có số sai",
    total_unknown: "chưa cộng, vì thiếu điểm",
    area: "Lĩnh vực",
    of_year: "Năm {0}",
    change: "Tăng, giảm",
    survey: "Điểm từ khảo sát",
    is_survey: "{0}: điểm từ khảo sát hài lòng",
    surveyed: "Phiếu năm {0} trên máy này: {1} % ({2}/{3}) của {4} điểm là {5} điểm.",
    not_surveyed: "Máy này không có phiếu năm {0}.",
    take: "Dùng {0} điểm",
    no_survey: "Năm này không khảo sát",
    remove: "Xóa bảng",
    undo: "Hoàn tác",
    kept: "Đã lưu trên máy này.",
    not_kept: "Chưa lưu được trên máy này. Hãy giữ bảng gốc và thử lại.",
    unreadable: "Bảng đang lưu không đọc được nên được giữ nguyên, và bảng mới chưa được lưu. Hãy tải về và gửi người hỗ trợ.",
    unreadable_save: "Tải bảng không đọc được",
};

static EN: ScoresText = ScoresText {
    title: "Scorecard of the reform index",
    what: "Paste the table of areas to have it checked. What is wrong is shown with its place; no number is changed for you.",
    back: "Back to the plan",
    paste: "The table",
    hint: "One area a line: name, score and maximum of one or two years, then the change if there is one. Copied from Word or Excel, or typed as 11.5/15.",
    years: ["Year before", "This year"],
    years_hint: "Used where the table names no years.",
    check: "Check the table",
    bad_years: "Write both years with four digits, the earlier one first.",
    unread: "The table could not be read yet: {0} lines need a change. The stored table is as it was.",
    line: "Line {0}: {1} “{2}”",
    bad: [
        "the area's name is missing.",
        "2, 4 or 5 numbers are needed, as in the first row.",
        "not a number of at most two decimals.",
        "the maximum is missing.",
        "no line is an area with its points.",
    ],
    mixed: "The table has decimals with comma and with point. Please look at: {0}.",
    flawless: "No number is wrong.",
    flaws: "To look at",
    refused: "Wrong",
    flagged: "Note",
    above: "{0}, {1}: the score {2} is above its maximum {3}.",
    below: "{0}, {1}: a number is below 0.",
    change_wrong: "{0}: the change is given as {1}; it is {2}.",
    maxima: "{0}: the maxima add up to {1}, not to 100.",
    total_wrong: "{0}: the total is given as {1}; the areas come to {2}.",
    no_score: "{0}, {1}: there is no score yet.",
    same_name: "Two areas are called “{0}”.",
    total: "Total",
    rescaled: "Carried over without a survey",
    no_total: "none, because a number is wrong",
    total_unknown: "none yet, because a score is missing",
    area: "Area",
    of_year: "{0}",
    change: "Change",
    survey: "From the survey",
    is_survey: "{0}: points from the satisfaction survey",
    surveyed: "Ballots of {0} on this device: {1}% ({2}/{3}) of {4} points makes {5}.",
    not_surveyed: "This device has no ballots of {0}.",
    take: "Use {0} points",
    no_survey: "No survey in this year",
    remove: "Remove the table",
    undo: "Undo",
    kept: "Kept on this device.",
    not_kept: "It could not be kept on this device. Please keep the original table and try again.",
    unreadable: "The stored table cannot be read; it is left as it is, and the new one is not stored. Please download it and send it to whoever helps you.",
    unreadable_save: "Download the unreadable table",
};

/// The sentences in this language.
#[must_use]
pub fn sentences(language: Language) -> &'static ScoresText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
