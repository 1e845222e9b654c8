//! How questionnaires and their criteria are spoken of: questions about something bad, and surveys of another kind than
//! that of a visit to the counter.

use super::Language;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct NamingText {
    /// In front of a name in a chart, where there is no room behind it.
    pub chart_mark: &'static str,
    /// What the mark means: the answers that count.
    pub note: &'static str,
    /// Aim of a plan's item about something bad: rate now, rate to reach, answers that count.
    pub aim: &'static str,
    /// The same without a target: rate now, answers that count.
    pub aim_plain: &'static str,
    /// Evidence of an item about something bad: rate, satisfied, counted, interval, days, answers that count.
    pub evidence: &'static str,
    /// Of those who answered otherwise: with a comment, all.
    pub evidence_comments: &'static str,
    /// Subject of a report: questionnaire, period.
    pub subject: &'static str,
    /// Name of a plan: questionnaire, period.
    pub plan_title: &'static str,
    /// What a plan rests on: questionnaire, period, ballots.
    pub plan_basis: &'static str,
    /// What a plan is for.
    pub plan_purpose: &'static str,
    /// What calls mean where importance is never known: low, not shown, not low.
    pub call_means: [&'static str; 3],
    /// The fields were taken out of the campaign's form.
    pub no_fields: &'static str,
    /// Heading of the factors' own targets.
    pub factor_targets: &'static str,
    /// How they are typed.
    pub factor_targets_hint: &'static str,
    /// It is no target.
    pub bad_factor_target: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static NamingText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: NamingText = NamingText {
    chart_mark: "(Ngược) ",
    note: "Câu hỏi ngược hỏi về điều không tốt: tỷ lệ là phần người trả lời {0}, càng cao càng tốt.",
    aim: "Nâng tỷ lệ trả lời {2} từ {0} lên {1}.",
    aim_plain: "Nâng tỷ lệ trả lời {1} (hiện {0}).",
    evidence: "Khi lập: {0} trả lời {5} ({1}/{2} câu trả lời, khoảng tin cậy {3}), {4}.",
    evidence_comments: "{0} trong {1} phiếu trả lời khác có ghi ý kiến.",
    subject: "Kết quả {0} {1}",
    plan_title: "Khắc phục tồn tại, hạn chế theo kết quả {0} {1}",
    plan_basis: "Căn cứ kết quả {0} {1} ({2} phiếu).",
    plan_purpose: "Khắc phục các tồn tại, hạn chế được chỉ ra qua khảo sát.",
    call_means: [
        "thấp hơn mức cần đạt",
        "chưa rõ cao hay thấp so với mức cần đạt",
        "không thấp hơn mức cần đạt",
    ],
    no_fields: "Bộ câu hỏi này không hỏi về một thủ tục cụ thể, nên danh sách lĩnh vực được để trống. Chọn lại bộ câu hỏi trước thì danh sách trở lại.",
    factor_targets: "Mục tiêu riêng của nhóm tiêu chí (%)",
    factor_targets_hint: "Ví dụ “85” là từ 85 % trở lên, “> 85” là trên 85 %. Để trống thì nhóm theo mục tiêu chung.",
    bad_factor_target: "Cần một tỷ lệ từ 0 đến 100, ví dụ 85 hoặc > 85.",
};

static EN: NamingText = NamingText {
    chart_mark: "(Reversed) ",
    note: "Reversed questions ask about something bad: the rate is the share answering {0}; higher is better.",
    aim: "Raise the share answering {2} from {0} to {1}.",
    aim_plain: "Raise the share answering {1} (now {0}).",
    evidence: "When planned: {0} answered {5} ({1}/{2} answers, confidence interval {3}), {4}.",
    evidence_comments: "{0} of {1} ballots answering otherwise have a comment.",
    subject: "Results of “{0}”, {1}",
    plan_title: "Correcting shortcomings found by “{0}”, {1}",
    plan_basis: "Based on the results of “{0}”, {1} ({2} ballots).",
    plan_purpose: "Correct the shortcomings the survey has shown.",
    call_means: [
        "below the level to reach",
        "not shown whether it is low",
        "not below the level to reach",
    ],
    no_fields: "This questionnaire does not ask about one procedure, so the list of fields was emptied. Choosing the questionnaire of before brings it back.",
    factor_targets: "Targets of single factors (%)",
    factor_targets_hint: "“85” means 85 % or more, “> 85” more than 85 %. A factor without one has the overall target.",
    bad_factor_target: "A share from 0 to 100 is needed, such as 85 or > 85.",
};
