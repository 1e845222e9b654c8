//! How a figure was computed, in words: the sentences behind each “i”.

use super::Language;

/// The pieces of sentences in one language; numbers stand between them.
#[derive(Debug)]
pub struct ExplainingText {
    /// What the button opens.
    pub how: &'static str,
    /// After the satisfied answers.
    pub satisfied_of: &'static str,
    /// After the counted answers.
    pub counted_by: &'static str,
    /// After the respondents.
    pub people: &'static str,
    /// Before how many rates a mean is of.
    pub mean_of: &'static str,
    /// After it, for criteria.
    pub of_criteria: &'static str,
    /// After it, for factors.
    pub of_factors: &'static str,
    /// Before what is not counted.
    pub missing: &'static str,
    /// Blank answers.
    pub blank: &'static str,
    /// Not applicable ones.
    pub not_applicable: &'static str,
    /// Criteria or factors nobody answered, after their number.
    pub left_out: &'static str,
    /// Formula.
    pub formula: &'static str,
    /// Interval.
    pub interval: &'static str,
    /// Wilson's.
    pub wilson: &'static str,
    /// Linearised: before the standard error.
    pub linearised: &'static str,
    /// After it, before the degrees of freedom.
    pub points: &'static str,
    /// After the degrees of freedom.
    pub degrees: &'static str,
    /// Exact.
    pub exact: &'static str,
    /// No interval: one respondent.
    pub alone: &'static str,
    /// No value: nothing counted.
    pub nothing: &'static str,
    /// No value: no general question.
    pub no_general: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static ExplainingText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: ExplainingText = ExplainingText {
    how: "Cách tính",
    satisfied_of: " câu trả lời hài lòng chia cho ",
    counted_by: " câu trả lời được tính, của ",
    people: " người.",
    mean_of: "Trung bình cộng của ",
    of_criteria: " tỷ lệ của từng tiêu chí. Tất cả có ",
    of_factors: " tỷ lệ của từng nhóm tiêu chí. Tất cả có ",
    missing: " Không tính vào mẫu số: ",
    blank: " câu bỏ trống, ",
    not_applicable: " câu không áp dụng hoặc không có ý kiến.",
    left_out: " mục chưa có ai trả lời nên không đưa vào.",
    formula: " Công thức: ",
    interval: " Khoảng tin cậy 95 %: ",
    wilson: " (khoảng Wilson cho một tỷ lệ, mỗi người một câu trả lời).",
    linearised: " (giá trị ± t × sai số chuẩn, tuyến tính hóa Taylor theo người trả lời vì các câu trả lời của một người đi cùng nhau; sai số chuẩn ",
    points: " điểm phần trăm, ",
    degrees: " bậc tự do).",
    exact: " (mọi câu trả lời giống nhau, nên dùng khoảng chính xác Clopper–Pearson, coi mỗi người là một câu trả lời).",
    alone: " Chưa có khoảng tin cậy: một người chưa cho biết mọi người khác nhau thế nào.",
    nothing: "Chưa có câu trả lời nào được tính.",
    no_general: "Bộ câu hỏi này không có câu hỏi chung.",
};

static EN: ExplainingText = ExplainingText {
    how: "How it was computed",
    satisfied_of: " satisfied answers divided by ",
    counted_by: " counted answers, of ",
    people: " people.",
    mean_of: "The mean of ",
    of_criteria: " rates, one for each criterion. In all there are ",
    of_factors: " rates, one for each factor. In all there are ",
    missing: " Not in the denominator: ",
    blank: " blank answers, ",
    not_applicable: " not applicable or without opinion.",
    left_out: " items nobody has answered are left out.",
    formula: " Formula: ",
    interval: " 95% interval: ",
    wilson: " (Wilson's interval of a single proportion, one answer a person).",
    linearised: " (value ± t × standard error, linearised by Taylor over respondents, because one person's answers belong together; standard error ",
    points: " percentage points, ",
    degrees: " degrees of freedom).",
    exact: " (all answers are the same, so this is Clopper and Pearson's exact interval, each person counting as one answer).",
    alone: " There is no interval: one person does not show how people differ.",
    nothing: "No answer has been counted yet.",
    no_general: "This questionnaire has no general question.",
};
