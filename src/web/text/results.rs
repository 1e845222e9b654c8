//! What staff read in the results: filters, tabs, tables, verdicts.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct ResultsText {
    /// Names of the views, in the order of their tabs.
    pub views: [&'static str; 9],
    /// Name of the tabs.
    pub tabs: &'static str,
    /// Filter by channel.
    pub channel: &'static str,
    /// Names of the channels, in their order.
    pub channels: [&'static str; 4],
    /// How days are written.
    pub day_pattern: &'static str,
    /// What was typed is no day.
    pub day_wrong: &'static str,
    /// The last day is before the first.
    pub days_crossed: &'static str,
    /// Name of the shortcuts to periods.
    pub periods: &'static str,
    /// This month, this quarter, this year, all.
    pub presets: [&'static str; 4],
    /// The period before.
    pub earlier: &'static str,
    /// The period after.
    pub later: &'static str,
    /// More filters.
    pub more: &'static str,
    /// Formula.
    pub formula: &'static str,
    /// Names of the formulas, in their order.
    pub formulas: [&'static str; 4],
    /// Target.
    pub target: &'static str,
    /// Target, as the sentence has it.
    pub target_word: &'static str,
    /// How to stand to the target.
    pub target_is: &'static str,
    /// At least, above.
    pub comparators: [&'static str; 2],
    /// What was typed is no percentage.
    pub target_wrong: &'static str,
    /// Fewest respondents published.
    pub least: &'static str,
    /// What was typed is no such number.
    pub least_wrong: &'static str,
    /// Before the parts of the address that were ignored.
    pub ignored: &'static str,
    /// Reasons: unknown, bad value, given twice.
    pub reasons: [&'static str; 3],
    /// A group of respondents this questionnaire does not have.
    pub unknown_group: &'static str,
    /// Counting.
    pub working: &'static str,
    /// Met, not met, not enough evidence.
    pub verdicts: [&'static str; 3],
    /// What the verdicts mean.
    pub verdict_how: [&'static str; 3],
    /// Response rate.
    pub response: &'static str,
    /// Not known.
    pub response_unknown: &'static str,
    /// Why not.
    pub response_why: &'static str,
    /// Compared with the period before.
    pub versus: &'static str,
    /// Percentage points.
    pub points: &'static str,
    /// Higher, lower, not shown.
    pub changes: [&'static str; 3],
    /// Cannot be compared.
    pub no_difference: &'static str,
    /// Weakest criteria.
    pub weakest: &'static str,
    /// To all criteria.
    pub all_criteria: &'static str,
    /// What the order of criteria is.
    pub by_need: &'static str,
    /// Left and right of the line in the chart.
    pub sides: &'static str,
    /// Rank.
    pub rank: &'static str,
    /// Possible ranks.
    pub ranks: &'static str,
    /// What possible ranks are.
    pub ranks_how: &'static str,
    /// Only one unit.
    pub one_unit: &'static str,
    /// No unit was recorded.
    pub no_units: &'static str,
    /// Level of units.
    pub depth: &'static str,
    /// As recorded.
    pub depth_recorded: &'static str,
    /// Depth, before its number.
    pub depth_number: &'static str,
    /// Period length.
    pub step: &'static str,
    /// Week, month, quarter, year.
    pub steps: [&'static str; 4],
    /// Period column.
    pub period: &'static str,
    /// Verdict column.
    pub verdict: &'static str,
    /// Difference column.
    pub difference: &'static str,
    /// Its explanation.
    pub difference_how: &'static str,
    /// Question told apart.
    pub question: &'static str,
    /// The questionnaire asks nothing about respondents.
    pub no_questions: &'static str,
    /// Group column.
    pub group: &'static str,
    /// Not said.
    pub unsaid: &'static str,
    /// Respondents.
    pub respondents: &'static str,
    /// What marks mean.
    pub marks: &'static str,
    /// Chart with intervals, for who cannot see it.
    pub ranges_label: &'static str,
    /// Download.
    pub png: &'static str,
    /// Download.
    pub svg: &'static str,
    /// Download.
    pub csv: &'static str,
    /// A download that failed.
    pub download_failed: &'static str,
    /// Print.
    pub print: &'static str,
    /// Note of hidden figures: before the number.
    pub hidden_before: &'static str,
    /// After it.
    pub hidden_after: &'static str,
    /// What stands in print for a hidden figure.
    pub hidden: &'static str,
    /// All ballots.
    pub all_ballots: &'static str,
    /// Ballots, in a note.
    pub ballots: &'static str,
    /// One ballot.
    pub one_ballot: &'static str,
    /// Nothing was answered.
    pub all_missing: &'static str,
    /// Interval.
    pub interval: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static ResultsText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: ResultsText = ResultsText {
    views: [
        "Tổng quan",
        "Tiêu chí",
        "Đơn vị",
        "Thời gian",
        "Lĩnh vực",
        "Kênh",
        "Người trả lời",
        "Ý kiến",
        "Chất lượng",
    ],
    tabs: "Các phần của kết quả",
    channel: "Kênh",
    channels: ["Điện thoại", "Máy tại quầy", "Điều tra viên", "Phiếu giấy"],
    day_pattern: "ngày/tháng/năm",
    day_wrong: "Chưa đọc được ngày này. Xin viết ngày/tháng/năm, ví dụ 21/11/2026.",
    days_crossed: "Ngày cuối đứng trước ngày đầu nên không có phiếu nào. Xin đổi một trong hai ngày.",
    periods: "Chọn nhanh kỳ",
    presets: ["Tháng này", "Quý này", "Năm nay", "Mọi thời gian"],
    earlier: "Kỳ trước",
    later: "Kỳ sau",
    more: "Người trả lời, công thức, mục tiêu",
    formula: "Công thức",
    formulas: [
        "Gộp mọi câu trả lời",
        "Trung bình các tiêu chí",
        "Trung bình các nhóm tiêu chí",
        "Riêng câu hỏi chung",
    ],
    target: "Mục tiêu (%)",
    target_word: "Mục tiêu",
    target_is: "So với mục tiêu",
    comparators: ["Từ mức này trở lên", "Trên mức này"],
    target_wrong: "Xin viết một số từ 0 đến 100, ví dụ 90 hoặc 87,5.",
    least: "Ẩn khi công bố nếu ít hơn (người)",
    least_wrong: "Xin viết một số từ 1 đến 1000.",
    ignored: "Địa chỉ có phần chưa hiểu được nên bỏ qua:",
    reasons: [
        "không có mục lọc này",
        "giá trị không dùng được",
        "đã có mục khác quy định điều này",
    ],
    unknown_group: "bộ câu hỏi này không có nhóm người trả lời đó",
    working: "Đang tính…",
    verdicts: ["Đạt", "Chưa đạt", "Chưa đủ căn cứ"],
    verdict_how: [
        "Cả khoảng tin cậy đều đạt mục tiêu.",
        "Không giá trị nào trong khoảng tin cậy đạt mục tiêu.",
        "Khoảng tin cậy nằm cả hai bên mục tiêu: số phiếu hiện có chưa cho phép kết luận.",
    ],
    response: "Tỷ lệ trả lời",
    response_unknown: "chưa biết",
    response_why: "Chưa đếm số người được mời trả lời, nên chưa biết người không trả lời có ý kiến khác hay không.",
    versus: "So với kỳ trước",
    points: "điểm phần trăm",
    changes: ["cao hơn", "thấp hơn", "chưa thấy khác biệt rõ"],
    no_difference: "chưa so sánh được",
    weakest: "Cần chú ý trước",
    all_criteria: "Xem mọi tiêu chí",
    by_need: "Xếp theo mức cần cải thiện: tiêu chí có tỷ lệ hài lòng thấp nhất đứng đầu.",
    sides: "Bên phải vạch đậm là câu trả lời hài lòng, bên trái là các câu trả lời còn lại.",
    rank: "Thứ hạng",
    ranks: "Hạng có thể",
    ranks_how: "“Hạng có thể” là các hạng mà số liệu chưa loại trừ được, đúng cho mọi đơn vị cùng lúc với độ tin cậy 95 %. Hai đơn vị có khoảng này chồng lên nhau thì chưa nên nói đơn vị nào hơn.",
    one_unit: "Chỉ có một đơn vị nên không xếp hạng.",
    no_units: "Các phiếu này không ghi đơn vị. Khai báo đơn vị ở trang Đợt khảo sát thì phiếu mới sẽ có.",
    depth: "Cấp đơn vị",
    depth_recorded: "Như ghi trên phiếu",
    depth_number: "Cấp ",
    step: "Chia theo",
    steps: ["Tuần", "Tháng", "Quý", "Năm"],
    period: "Kỳ",
    verdict: "Kết luận",
    difference: "So với kỳ liền trước",
    difference_how: "Chênh lệch tính bằng điểm phần trăm, kèm khoảng tin cậy đã nới rộng theo số lần so sánh trong bảng, nên các kết luận đúng cùng lúc với độ tin cậy 95 %.",
    question: "Chia theo câu hỏi",
    no_questions: "Bộ câu hỏi này không hỏi về người trả lời.",
    group: "Nhóm",
    unsaid: "(không trả lời)",
    respondents: "Số người",
    marks: "● đạt mục tiêu hoặc không so · ○ chưa đủ căn cứ · ■ chưa đạt. Vạch ngang: khoảng tin cậy 95 %.",
    ranges_label: "Biểu đồ: mỗi dòng một chỉ số với khoảng tin cậy 95 %; số liệu có trong bảng bên dưới.",
    png: "Tải ảnh PNG",
    svg: "Tải hình SVG",
    csv: "Tải bảng CSV",
    download_failed: "Chưa tạo được tệp. Xin thử lại.",
    print: "In",
    hidden_before: "Khi in và trong tệp tải về, ",
    hidden_after: " số liệu được ẩn vì có quá ít người trả lời, hoặc vì có thể suy ra số ít đó. Trên màn hình này vẫn hiện đủ.",
    hidden: "ẩn",
    all_ballots: "Mọi phiếu",
    ballots: "phiếu",
    one_ballot: "Mới có một phiếu: đây là ý kiến của một người, chưa nói được gì về mọi người.",
    all_missing: "Có phiếu nhưng chưa có câu trả lời nào được tính: mọi câu đều bỏ trống hoặc không áp dụng.",
    interval: "Khoảng tin cậy 95 %",
};

static EN: ResultsText = ResultsText {
    views: [
        "Overview",
        "Criteria",
        "Units",
        "Time",
        "Fields",
        "Channels",
        "Respondents",
        "Comments",
        "Quality",
    ],
    tabs: "Parts of the results",
    channel: "Channel",
    channels: ["Phone", "Counter tablet", "Interviewer", "Paper ballot"],
    day_pattern: "day/month/year",
    day_wrong: "This day cannot be read. Write day/month/year, for example 21/11/2026.",
    days_crossed: "The last day is before the first, so there are no ballots. Change one of the days.",
    periods: "Periods at hand",
    presets: ["This month", "This quarter", "This year", "All time"],
    earlier: "Period before",
    later: "Period after",
    more: "Respondents, formula, target",
    formula: "Formula",
    formulas: [
        "All answers pooled",
        "Mean of the criteria",
        "Mean of the factors",
        "The general question alone",
    ],
    target: "Target (%)",
    target_word: "Target",
    target_is: "Held against the target",
    comparators: ["At least this", "Above this"],
    target_wrong: "Write a number from 0 to 100, for example 90 or 87.5.",
    least: "Hide in publications below (people)",
    least_wrong: "Write a number from 1 to 1000.",
    ignored: "Parts of the address were not understood and are ignored:",
    reasons: [
        "there is no such filter",
        "this value cannot be used",
        "something else already settles this",
    ],
    unknown_group: "this questionnaire has no such group of respondents",
    working: "Counting…",
    verdicts: ["Met", "Not met", "Not enough evidence"],
    verdict_how: [
        "The whole interval meets the target.",
        "No value in the interval meets the target.",
        "The interval lies on both sides of the target: the ballots there are do not settle it.",
    ],
    response: "Response rate",
    response_unknown: "not known",
    response_why: "How many people were invited is not counted yet, so it is not known whether those who did not answer think otherwise.",
    versus: "Against the period before",
    points: "percentage points",
    changes: ["higher", "lower", "no clear difference"],
    no_difference: "cannot be compared",
    weakest: "Look here first",
    all_criteria: "See all criteria",
    by_need: "In the order of need: the criterion with the lowest satisfied rate comes first.",
    sides: "To the right of the bold line are satisfied answers, to its left all others.",
    rank: "Rank",
    ranks: "Possible ranks",
    ranks_how: "“Possible ranks” are those the figures do not rule out, right for all units together with 95% confidence. Where they overlap for two units, neither should be called better.",
    one_unit: "There is only one unit, so there is no ranking.",
    no_units: "These ballots name no unit. List the units on the Campaign page and new ballots will.",
    depth: "Level of units",
    depth_recorded: "As on the ballot",
    depth_number: "Level ",
    step: "By",
    steps: ["Week", "Month", "Quarter", "Year"],
    period: "Period",
    verdict: "Verdict",
    difference: "Against the one before",
    difference_how: "Differences are in percentage points, their intervals widened for the number of comparisons in the table, so that all conclusions hold together with 95% confidence.",
    question: "By question",
    no_questions: "This questionnaire asks nothing about the respondent.",
    group: "Group",
    unsaid: "(not answered)",
    respondents: "People",
    marks: "● target met, or none · ○ not enough evidence · ■ not met. Lines: 95% intervals.",
    ranges_label: "Chart: one index a row with its 95% interval; the figures are in the table below.",
    png: "Download PNG",
    svg: "Download SVG",
    csv: "Download CSV",
    download_failed: "The file could not be made. Please try again.",
    print: "Print",
    hidden_before: "In print and in downloads, ",
    hidden_after: " figures are hidden because too few people stand behind them, or because they would give those away. This screen shows all.",
    hidden: "hidden",
    all_ballots: "All ballots",
    ballots: "ballots",
    one_ballot: "There is one ballot only: this is one person's opinion and says nothing about everybody.",
    all_missing: "There are ballots, but no answer was counted: all are blank or not applicable.",
    interval: "95% interval",
};
