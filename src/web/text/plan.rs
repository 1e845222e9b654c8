//! Sentences of the page that says what to improve first.

use super::Language;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct PlanText {
    /// The navigation's word.
    pub navigation: &'static str,
    /// The page's title.
    pub title: &'static str,
    /// What the page is for.
    pub what: &'static str,
    /// While it is computed; the share in whole per cent.
    pub working: &'static str,
    /// No ballots in the period: period.
    pub no_ballots: &'static str,
    /// Period, ballots.
    pub about: &'static str,
    /// What stands first: nothing.
    pub none_first: &'static str,
    /// The headings of the calls, in the order of `Call`.
    pub calls: [&'static str; 7],
    /// What each call means.
    pub call_means: [&'static str; 7],
    /// One criterion: call, name, reasons.
    pub sentence: &'static str,
    /// Between reasons.
    pub and: &'static str,
    /// The line is a target: its sign and share.
    pub target: &'static str,
    /// The line is the overall index: its share.
    pub overall: &'static str,
    /// Rate, line, points.
    pub below: &'static str,
    /// Rate, line, points.
    pub above: &'static str,
    /// Rate, limits, line.
    pub straddles: &'static str,
    /// Respondents.
    pub few: &'static str,
    /// Points, period before.
    pub fell: &'static str,
    /// Points, period before.
    pub rose: &'static str,
    /// Signed points, period before.
    pub change_not_shown: &'static str,
    /// Share, place.
    pub moves_much: &'static str,
    /// Share.
    pub moves_little: &'static str,
    /// Share.
    pub movement_not_shown: &'static str,
    /// Answers contradict the general question.
    pub contrary: &'static str,
    /// Answered, of.
    pub rarely: &'static str,
    /// Everybody answered alike.
    pub constant: &'static str,
    /// Importance cannot be told at all.
    pub no_importance: &'static str,
    /// Why not: no general question; too few criteria; too few respondents (used, needed); general question
    /// answered alike; nothing explained.
    pub cannot: [&'static str; 5],
    /// The chart's title.
    pub chart: &'static str,
    /// What the chart shows, for who cannot see it.
    pub chart_label: &'static str,
    /// The scale across, the scale up.
    pub axes: [&'static str; 2],
    /// Lines: average importance.
    pub average: &'static str,
    /// The four fields: left and right above, left and right below.
    pub corners: [&'static str; 4],
    /// Marks: ring, square, circle.
    pub marks: &'static str,
    /// The table's title.
    pub table: &'static str,
    /// Criterion, call, satisfied, interval, line, distance, change, importance, interval.
    pub heads: [&'static str; 9],
    /// How it is computed.
    pub how: &'static str,
    /// R², adjusted, used, ballots, replicates, seed.
    pub how_importance: &'static str,
    /// Which rules lead to a call.
    pub how_calls: &'static str,
    /// The factors' parts.
    pub factors: &'static str,
    /// Prints the page.
    pub print: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static PlanText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: PlanText = PlanText {
    navigation: "Kế hoạch",
    title: "Cần cải thiện việc gì trước",
    what: "So từng tiêu chí với mục tiêu và xem tiêu chí nào ảnh hưởng nhiều đến mức độ hài lòng chung. Số liệu chưa đủ căn cứ thì trang này nói rõ là chưa đủ.",
    working: "Đang tính… {0} %",
    no_ballots: "Chưa có phiếu nào trong {0}. Xin chọn kỳ khác.",
    about: "{0}, {1} phiếu.",
    none_first: "Chưa có tiêu chí nào vừa thấp vừa ảnh hưởng nhiều đến mức độ hài lòng chung một cách chắc chắn.",
    calls: [
        "Cần ưu tiên",
        "Cần cải thiện",
        "Cải thiện sau",
        "Chưa đủ căn cứ",
        "Giữ vững",
        "Đã đạt",
        "Đã đủ",
    ],
    call_means: [
        "thấp, và ảnh hưởng nhiều đến hài lòng chung",
        "thấp; chưa rõ ảnh hưởng nhiều hay ít",
        "thấp, nhưng ít ảnh hưởng đến hài lòng chung",
        "chưa rõ cao hay thấp so với mức cần đạt",
        "không thấp, và ảnh hưởng nhiều đến hài lòng chung",
        "không thấp; chưa rõ ảnh hưởng nhiều hay ít",
        "không thấp, và ít ảnh hưởng đến hài lòng chung",
    ],
    sentence: "{0}: {1}, vì {2}.",
    and: "; ",
    target: "mục tiêu {0}",
    overall: "chỉ số chung {0}",
    below: "mới đạt {0}, thấp hơn {1} là {2} điểm phần trăm",
    above: "đạt {0}, cao hơn {1} là {2} điểm phần trăm",
    straddles: "đạt {0}, nhưng khoảng tin cậy {1} nằm ở cả hai phía của {2}",
    few: "mới có {0} người trả lời",
    fell: "giảm {0} điểm phần trăm so với {1}",
    rose: "tăng {0} điểm phần trăm so với {1}",
    change_not_shown: "so với {1} chưa thấy thay đổi rõ ({0} điểm phần trăm)",
    moves_much: "ảnh hưởng nhiều đến hài lòng chung ({0} mức giải thích được, đứng thứ {1})",
    moves_little: "ít ảnh hưởng đến hài lòng chung ({0} mức giải thích được)",
    movement_not_shown: "chưa rõ ảnh hưởng nhiều hay ít đến hài lòng chung ({0} mức giải thích được)",
    contrary: "người hài lòng ở điểm này lại kém hài lòng chung, nên cần xem lại các câu trả lời",
    rarely: "chỉ {0} trong {1} người trả lời nên không tính được mức ảnh hưởng",
    constant: "mọi người trả lời giống nhau nên không tính được mức ảnh hưởng",
    no_importance: "chưa tính được mức ảnh hưởng",
    cannot: [
        "Bộ câu hỏi này không có câu hỏi chung, nên không tính được tiêu chí nào ảnh hưởng nhiều. Việc ưu tiên chỉ dựa vào mức cần đạt.",
        "Chưa tính được tiêu chí nào ảnh hưởng nhiều: cần ít nhất hai tiêu chí được đa số trả lời và trả lời khác nhau. Việc ưu tiên chỉ dựa vào mức cần đạt.",
        "Chưa tính được tiêu chí nào ảnh hưởng nhiều: mới có {0} phiếu trả lời đủ mọi tiêu chí và câu hỏi chung, cần {1}. Việc ưu tiên chỉ dựa vào mức cần đạt.",
        "Chưa tính được tiêu chí nào ảnh hưởng nhiều: mọi người trả lời câu hỏi chung giống nhau. Việc ưu tiên chỉ dựa vào mức cần đạt.",
        "Các tiêu chí chưa giải thích được câu hỏi chung tốt hơn ngẫu nhiên. Việc ưu tiên chỉ dựa vào mức cần đạt.",
    ],
    chart: "Mức độ hài lòng và mức ảnh hưởng của từng tiêu chí",
    chart_label: "Mỗi điểm là một tiêu chí, đánh số như trong bảng bên dưới; càng sang trái càng ít người hài lòng, càng lên cao càng ảnh hưởng nhiều.",
    axes: [
        "Tỷ lệ hài lòng →",
        "↑ Phần trong mức độ hài lòng chung giải thích được",
    ],
    average: "trung bình các tiêu chí",
    corners: [
        "Thấp, ảnh hưởng nhiều",
        "Cao, ảnh hưởng nhiều",
        "Thấp, ảnh hưởng ít",
        "Cao, ảnh hưởng ít",
    ],
    marks: "Ô vuông: chắc chắn thấp hơn mức cần đạt. Hình tròn đặc: chắc chắn không thấp hơn. Hình tròn rỗng: chưa đủ căn cứ. Vạch mờ là khoảng tin cậy 95 %.",
    table: "Bảng các tiêu chí",
    heads: [
        "Tiêu chí",
        "Đánh giá",
        "Hài lòng",
        "Khoảng tin cậy",
        "Mức cần đạt",
        "Còn thiếu (điểm phần trăm)",
        "So với kỳ trước",
        "Mức ảnh hưởng",
        "Khoảng tin cậy",
    ],
    how: "Cách tính",
    how_importance: "Mức ảnh hưởng là trọng số tương đối của Johnson: phần của mỗi tiêu chí trong R² khi dự báo câu hỏi chung từ mọi tiêu chí. Các phần cộng lại bằng R² = {0} (hiệu chỉnh {1}). Tính từ {2} phiếu trả lời đủ trong {3} phiếu có trả lời câu hỏi chung; khoảng tin cậy từ {4} lần chọn lại mẫu, bắt đầu từ số {5} nên tính lại vẫn ra như vậy. Ảnh hưởng ở đây là đi cùng nhau, chưa phải là nguyên nhân.",
    how_calls: "Thấp hay không thấp được kết luận từ khoảng tin cậy 95 % cho tất cả các tiêu chí cùng lúc (Bonferroni). Ảnh hưởng nhiều hay ít được kết luận khi cả khoảng tin cậy nằm về một phía của mức trung bình.",
    factors: "Theo nhóm (giá trị Shapley): ",
    print: "In trang này",
};

static EN: PlanText = PlanText {
    navigation: "Plan",
    title: "What to improve first",
    what: "Holds each criterion against its target and shows which criteria move overall satisfaction. Where the data cannot tell, this page says so.",
    working: "Computing… {0}%",
    no_ballots: "There are no ballots in {0}. Please choose another period.",
    about: "{0}, {1} ballots.",
    none_first: "No criterion has been shown to be both low and important for overall satisfaction.",
    calls: [
        "First",
        "Improve",
        "Improve later",
        "Not enough evidence",
        "Keep up",
        "Met",
        "Enough",
    ],
    call_means: [
        "low, and moves overall satisfaction much",
        "low; not shown whether it moves it much or little",
        "low, but moves overall satisfaction little",
        "not shown whether it is low",
        "not low, and moves overall satisfaction much",
        "not low; not shown whether it moves it much or little",
        "not low, and moves overall satisfaction little",
    ],
    sentence: "{0}: {1}, because {2}.",
    and: "; ",
    target: "the target {0}",
    overall: "the overall index {0}",
    below: "it reaches only {0}, {2} percentage points below {1}",
    above: "it reaches {0}, {2} percentage points above {1}",
    straddles: "it reaches {0}, but the confidence interval {1} lies on both sides of {2}",
    few: "only {0} people answered",
    fell: "it fell by {0} percentage points against {1}",
    rose: "it rose by {0} percentage points against {1}",
    change_not_shown: "no change against {1} is shown ({0} percentage points)",
    moves_much: "it moves overall satisfaction much ({0} of what is explained, place {1})",
    moves_little: "it moves overall satisfaction little ({0} of what is explained)",
    movement_not_shown: "it is not shown whether it moves overall satisfaction much or little ({0} of what is explained)",
    contrary: "people content with it are less content overall, so look at the answers again",
    rarely: "only {0} of {1} people answered it, so its importance is not computed",
    constant: "everybody answered it alike, so its importance is not computed",
    no_importance: "importance cannot be told yet",
    cannot: [
        "This questionnaire has no general question, so importance cannot be computed. The order rests on the levels to reach alone.",
        "Importance cannot be computed yet: at least two criteria must be answered by most people, and differently. The order rests on the levels to reach alone.",
        "Importance cannot be computed yet: {0} ballots answer every criterion and the general question; {1} are needed. The order rests on the levels to reach alone.",
        "Importance cannot be computed yet: everybody answered the general question alike. The order rests on the levels to reach alone.",
        "The criteria do not explain the general question better than chance. The order rests on the levels to reach alone.",
    ],
    chart: "Satisfaction and importance of each criterion",
    chart_label: "Each point is a criterion, numbered as in the table below; the further left, the fewer are satisfied; the higher, the more it moves overall satisfaction.",
    axes: [
        "Share satisfied →",
        "↑ Part of the explained overall satisfaction",
    ],
    average: "average criterion",
    corners: [
        "Low, important",
        "High, important",
        "Low, less important",
        "High, less important",
    ],
    marks: "Square: shown to be below the level to reach. Full circle: shown not to be. Ring: not enough evidence. Faint lines are 95% confidence intervals.",
    table: "All criteria",
    heads: [
        "Criterion",
        "Call",
        "Satisfied",
        "Confidence interval",
        "Level to reach",
        "Lacking (percentage points)",
        "Against the period before",
        "Importance",
        "Confidence interval",
    ],
    how: "How it is computed",
    how_importance: "Importance is Johnson's relative weight: each criterion's part of R² when the general question is predicted from all criteria. The parts add up to R² = {0} (adjusted {1}). From {2} ballots with every answer among {3} with an answer to the general question; intervals from {4} samples drawn anew, begun at the number {5}, so computing again gives the same. Importance here means going together, not yet causing.",
    how_calls: "Low or not low is read off an interval that holds for all criteria together with 95% confidence (Bonferroni). Much or little is said where the whole interval lies on one side of the average.",
    factors: "By factor (Shapley values): ",
    print: "Print this page",
};
