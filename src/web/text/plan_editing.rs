//! Sentences of the corrective plan's editor.

use super::Language;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct EditingText {
    /// The section that lists the plans.
    pub plans: &'static str,
    /// No plan yet.
    pub none: &'static str,
    /// One plan: items, done, late.
    pub counts: &'static str,
    /// Texts that cannot be read: how many.
    pub unreadable: &'static str,
    /// Saves them.
    pub unreadable_save: &'static str,
    /// Makes a plan from the chosen criteria: how many.
    pub draft: &'static str,
    /// Nothing is chosen.
    pub choose: &'static str,
    /// Title of a new plan: period.
    pub new_title: &'static str,
    /// Its basis: period, ballots.
    pub new_basis: &'static str,
    /// Its purpose.
    pub new_purpose: &'static str,
    /// Who carries it out.
    pub new_carrying: &'static str,
    /// Aim of an item: from, to.
    pub new_aim: &'static str,
    /// Aim of an item without a target: from.
    pub new_aim_plain: &'static str,
    /// The editor's title.
    pub title: &'static str,
    /// No such plan.
    pub lost: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// When it was saved: time.
    pub saved: &'static str,
    /// The browser did not store it.
    pub not_saved: &'static str,
    /// What is stored cannot be read.
    pub not_readable: &'static str,
    /// The document's own texts.
    pub head: &'static str,
    /// Labels of the document's texts, in the order of `HeadPart::ALL`.
    pub head_parts: [&'static str; 14],
    /// Labels of an item's texts, in the order of `ItemPart::ALL` up to finished.
    pub item_parts: [&'static str; 12],
    /// Names of the statuses.
    pub statuses: [&'static str; 4],
    /// Hint beside a day.
    pub day_hint: &'static str,
    /// What was typed is no day.
    pub bad_day: &'static str,
    /// Evidence: rate, satisfied, counted, limits, period.
    pub evidence: &'static str,
    /// Held against: target.
    pub evidence_target: &'static str,
    /// Last period: rate.
    pub evidence_last: &'static str,
    /// Comments: commented, dissatisfied.
    pub evidence_comments: &'static str,
    /// Written without a figure.
    pub no_evidence: &'static str,
    /// Since then: period, rate, points, low, high, what it shows.
    pub since: &'static str,
    /// What the difference shows: higher, lower, not shown.
    pub changes: [&'static str; 3],
    /// And the target: met, not met, not enough evidence.
    pub verdicts: [&'static str; 3],
    /// Not comparable: none then; no interval then; none now; no interval now; other questionnaire.
    pub not_comparable: [&'static str; 5],
    /// Late.
    pub late: &'static str,
    /// Another copy wrote: text.
    pub other_copy: &'static str,
    /// Takes the other text.
    pub take_other: &'static str,
    /// Keeps the text shown.
    pub keep_own: &'static str,
    /// Moves an item up.
    pub up: &'static str,
    /// Moves it down.
    pub down: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// It was removed.
    pub removed: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// Adds an item of one's own.
    pub add: &'static str,
    /// Name of an item without one.
    pub unnamed: &'static str,
    /// Removes the plan.
    pub remove_plan: &'static str,
    /// The plan was removed.
    pub plan_removed: &'static str,
    /// Prints the plan and its annex.
    pub print: &'static str,
    /// The annex.
    pub annex: &'static str,
    /// Suggestions for an item.
    pub suggestions: &'static str,
    /// The library of suggestions.
    pub library: &'static str,
    /// What the library is.
    pub library_what: &'static str,
    /// The kind of document, in capitals.
    pub kind: &'static str,
    /// Heading of the items, of who carries it out and of the next measurement in the document.
    pub sections: [&'static str; 4],
    /// Behind a cost that is a number.
    pub million: &'static str,
    /// Before the sum of costs.
    pub total: &'static str,
    /// Name of the annex's sheet.
    pub sheet: &'static str,
    /// The next measurement: days.
    pub next: &'static str,
    /// Buttons: the document, the annex as a workbook, the annex as a table.
    pub files: [&'static str; 4],
    /// A file could not be made: why.
    pub file_failed: &'static str,
    /// The annex's eight headings.
    pub headings: [&'static str; 8],
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static EditingText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: EditingText = EditingText {
    plans: "Các kế hoạch khắc phục trên máy này",
    none: "Chưa có kế hoạch nào. Chọn các tiêu chí ở trên rồi bấm “Lập kế hoạch”.",
    counts: "{0} nhiệm vụ, {1} đã xong, {2} quá hạn",
    unreadable: "{0} kế hoạch không đọc được; vẫn được giữ nguyên.",
    unreadable_save: "Tải về để người phụ trách xem",
    draft: "Lập kế hoạch từ {0} tiêu chí đã chọn",
    choose: "Đánh dấu tiêu chí muốn đưa vào kế hoạch.",
    new_title: "Khắc phục tồn tại, hạn chế theo kết quả khảo sát sự hài lòng {0}",
    new_basis: "Căn cứ kết quả khảo sát sự hài lòng {0} ({1} phiếu).",
    new_purpose: "Khắc phục các tồn tại, hạn chế được chỉ ra qua khảo sát; nâng mức độ hài lòng của người dân, tổ chức.",
    new_carrying: "Các bộ phận được phân công thực hiện đúng thời hạn và báo cáo kết quả hằng quý.",
    new_aim: "Nâng tỷ lệ hài lòng từ {0} lên {1}.",
    new_aim_plain: "Nâng tỷ lệ hài lòng (hiện {0}).",
    title: "Kế hoạch khắc phục",
    lost: "Máy này không có kế hoạch ấy. Có thể kế hoạch đã bị xóa, hoặc nằm ở máy khác.",
    back: "Về trang Kế hoạch",
    saved: "Đã lưu lúc {0}",
    not_saved: "Trình duyệt chưa lưu được. Xin giữ trang này mở, giải phóng bộ nhớ rồi sửa lại một chữ để lưu.",
    not_readable: "Bản đang lưu không đọc được nên không bị ghi đè; những gì vừa gõ chưa được lưu.",
    head: "Thông tin văn bản",
    head_parts: [
        "Tên kế hoạch",
        "Số, ký hiệu",
        "Cơ quan cấp trên",
        "Cơ quan ban hành",
        "Nơi ký",
        "Ngày ban hành",
        "Căn cứ",
        "Mục đích, yêu cầu",
        "Tổ chức thực hiện",
        "Chức vụ người ký",
        "Người ký",
        "Nơi nhận",
        "Lần đo tiếp theo: từ ngày",
        "Lần đo tiếp theo: đến ngày",
    ],
    item_parts: [
        "Tồn tại, hạn chế",
        "a) Mục tiêu, yêu cầu",
        "b) Nhiệm vụ",
        "b) Giải pháp, hoạt động",
        "Kết quả, sản phẩm",
        "c) Chủ trì",
        "c) Phối hợp",
        "d) Thời gian hoàn thành",
        "Kinh phí (triệu đồng)",
        "Tình trạng",
        "Kết quả đến nay",
        "Ngày hoàn thành",
    ],
    statuses: ["Chưa làm", "Đang làm", "Đã xong", "Dừng"],
    day_hint: "ngày/tháng/năm",
    bad_day: "Cần ngày dạng 31/12/2026; hiện ghi “{0}”.",
    evidence: "Khi lập: {0} hài lòng ({1}/{2} câu trả lời, khoảng tin cậy {3}), {4}.",
    evidence_target: "Mục tiêu {0}.",
    evidence_last: "Kỳ trước {0}.",
    evidence_comments: "{0} trong {1} phiếu chưa hài lòng có ghi ý kiến.",
    no_evidence: "Mục tự thêm, không kèm số liệu.",
    since: "Từ đó đến nay ({0}): {1}, thay đổi {2} điểm phần trăm ({3} … {4}): {5}",
    changes: ["đã tăng.", "đã giảm.", "chưa thấy thay đổi rõ."],
    verdicts: [
        "Đạt mục tiêu.",
        "Chưa đạt mục tiêu.",
        "Chưa đủ căn cứ để nói đạt mục tiêu.",
    ],
    not_comparable: [
        "Mục này không kèm số liệu nên không so sánh được.",
        "Số liệu khi lập không có khoảng tin cậy nên không so sánh được.",
        "Chưa có phiếu của kỳ sau để so sánh.",
        "Số liệu kỳ sau chưa có khoảng tin cậy nên chưa so sánh được.",
        "Phiếu kỳ sau thuộc bộ câu hỏi khác nên không so sánh được.",
    ],
    late: "Quá hạn",
    other_copy: "Nơi khác đã ghi: {0}",
    take_other: "Dùng bản ấy",
    keep_own: "Giữ bản đang có",
    up: "Lên",
    down: "Xuống",
    remove: "Bỏ mục này",
    removed: "Đã bỏ một mục.",
    undo: "Hoàn tác",
    add: "Thêm mục khác",
    unnamed: "Mục chưa đặt tên",
    remove_plan: "Xóa kế hoạch này",
    plan_removed: "Đã xóa kế hoạch.",
    print: "In kế hoạch và phụ lục",
    annex: "Phụ lục",
    suggestions: "Gợi ý giải pháp",
    library: "Thư viện giải pháp",
    kind: "KẾ HOẠCH",
    sections: [
        "MỤC ĐÍCH, YÊU CẦU",
        "TỒN TẠI, HẠN CHẾ VÀ NHIỆM VỤ, GIẢI PHÁP",
        "TỔ CHỨC THỰC HIỆN",
        "ĐO LẠI",
    ],
    million: "triệu đồng",
    total: "Tổng cộng",
    sheet: "Phụ lục",
    next: "Lần đo tiếp theo: {0}.",
    files: [
        "Tải kế hoạch (.docx, mở bằng Word)",
        "Tải phụ lục (.xlsx)",
        "Tải phụ lục (.csv)",
        "Chuyển sang máy khác (.json)",
    ],
    file_failed: "Chưa tạo được tệp: {0}. Xin bấm lại; kế hoạch không bị ảnh hưởng.",
    headings: [
        "Mục tiêu, chỉ tiêu",
        "Nhiệm vụ",
        "Hoạt động",
        "Kết quả, sản phẩm",
        "Chủ trì",
        "Phối hợp",
        "Thời gian hoàn thành",
        "Kinh phí (triệu đồng)",
    ],
    library_what: "Mỗi dòng một giải pháp. Kế hoạch mới lấy sẵn các giải pháp của nhóm tiêu chí; sửa ở đây không đổi kế hoạch đã lập. Xóa hết để dùng lại danh sách gợi ý ban đầu.",
};

static EN: EditingText = EditingText {
    plans: "Corrective plans on this device",
    none: "There is no plan yet. Choose criteria above, then press “Make a plan”.",
    counts: "{0} tasks, {1} done, {2} late",
    unreadable: "{0} plans cannot be read; they are kept as they are.",
    unreadable_save: "Save them for the person in charge",
    draft: "Make a plan from {0} chosen criteria",
    choose: "Tick the criteria to put into a plan.",
    new_title: "Correcting shortcomings found by the satisfaction survey, {0}",
    new_basis: "Based on the results of the satisfaction survey, {0} ({1} ballots).",
    new_purpose: "Correct the shortcomings the survey has shown; raise the satisfaction of citizens and organisations.",
    new_carrying: "Those named carry out their tasks in time and report every quarter.",
    new_aim: "Raise satisfaction from {0} to {1}.",
    new_aim_plain: "Raise satisfaction (now {0}).",
    title: "Corrective plan",
    lost: "This plan is not on this device. It may have been removed, or be on another one.",
    back: "Back to Plan",
    saved: "Saved at {0}",
    not_saved: "The browser could not store it. Please keep this page open, free some storage, then change a letter to store again.",
    not_readable: "What is stored cannot be read, so it is not written over; what you have just typed is not stored.",
    head: "The document",
    head_parts: [
        "Name of the plan",
        "Number",
        "Office above",
        "Issuing office",
        "Place",
        "Day of issue",
        "Based on",
        "Purpose and requirements",
        "Carrying out",
        "Signer's position",
        "Signer",
        "Recipients",
        "Next measurement: from",
        "Next measurement: until",
    ],
    item_parts: [
        "Shortcoming",
        "a) Aim and requirements",
        "b) Task",
        "b) Measures",
        "Result, product",
        "c) Leads",
        "c) Helps",
        "d) Done until",
        "Cost (million dong)",
        "Status",
        "Outcome so far",
        "Done on",
    ],
    statuses: ["Not begun", "Under way", "Done", "Stopped"],
    day_hint: "day/month/year",
    bad_day: "A day such as 31/12/2026 is needed; “{0}” is there.",
    evidence: "When planned: {0} satisfied ({1}/{2} answers, confidence interval {3}), {4}.",
    evidence_target: "Target {0}.",
    evidence_last: "Period before: {0}.",
    evidence_comments: "{0} of {1} dissatisfied ballots have a comment.",
    no_evidence: "Added by hand, without a figure.",
    since: "Since then ({0}): {1}, a change of {2} percentage points ({3} … {4}): {5}",
    changes: ["it has risen.", "it has fallen.", "no change is shown."],
    verdicts: [
        "The target is met.",
        "The target is not met.",
        "There is not enough evidence to call the target met.",
    ],
    not_comparable: [
        "This item has no figure, so nothing can be compared.",
        "The figure of then has no interval, so nothing can be compared.",
        "There are no ballots of a later period to compare with yet.",
        "The later figure has no interval yet, so nothing can be compared.",
        "The later ballots are of another questionnaire, so nothing can be compared.",
    ],
    late: "Late",
    other_copy: "Written elsewhere: {0}",
    take_other: "Use that one",
    keep_own: "Keep this one",
    up: "Up",
    down: "Down",
    remove: "Remove this item",
    removed: "An item was removed.",
    undo: "Undo",
    add: "Add another item",
    unnamed: "Item without a name",
    remove_plan: "Remove this plan",
    plan_removed: "The plan was removed.",
    print: "Print the plan and its annex",
    annex: "Annex",
    suggestions: "Suggested measures",
    library: "Library of measures",
    kind: "PLAN",
    sections: [
        "PURPOSE AND REQUIREMENTS",
        "SHORTCOMINGS, TASKS AND MEASURES",
        "CARRYING OUT",
        "NEXT MEASUREMENT",
    ],
    million: "million dong",
    total: "Total",
    sheet: "Annex",
    next: "Next measurement: {0}.",
    files: [
        "Save the plan (.docx, for Word)",
        "Save the annex (.xlsx)",
        "Save the annex (.csv)",
        "For another device (.json)",
    ],
    file_failed: "The file could not be made: {0}. Please press again; the plan is not affected.",
    headings: [
        "Aim",
        "Task",
        "Actions",
        "Result, product",
        "Leads",
        "Helps",
        "Done until",
        "Cost (million dong)",
    ],
    library_what: "One measure a line. A new plan begins with its factor's measures; changing them here changes no plan already made. Empty a list to have the suggested one back.",
};
