//! Sentences of the page on a quarter's evaluation of the desk, and of its sheet and files.

use super::Language;
use sipas_formats::evaluation_table::EvaluationWords;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct EvaluationText {
    /// The words of the table, which the sheet and the files share.
    pub words: EvaluationWords<'static>,
    /// The page's title, and the link to it.
    pub title: &'static str,
    /// What it is for: how many indicators, most points.
    pub what: &'static str,
    /// What a source is.
    pub source_hint: &'static str,
    /// Back to the plan's page.
    pub back: &'static str,
    /// The choice of the quarter.
    pub quarter: &'static str,
    /// No quarter is chosen.
    pub choose: &'static str,
    /// While ballots are being read.
    pub working: &'static str,
    /// The questionnaire could not be loaded: why.
    pub not_loaded: &'static str,
    /// The address names no quarter.
    pub bad_quarter: &'static str,
    /// The quarter has no ballots: quarter.
    pub no_ballots: &'static str,
    /// The way to ballots: campaign, data.
    pub ways: [&'static str; 2],
    /// How many ballots of the quarter: how many.
    pub rests: &'static str,
    /// Ballots of another version, left out: how many.
    pub others: &'static str,
    /// One column in the headline: its name, points, most points, class.
    pub headline: &'static str,
    /// The same where something is missing: its name, the sentence on it.
    pub headline_missing: &'static str,
    /// The list of indicators.
    pub indicators: &'static str,
    /// What the office enters, and what ballots say.
    pub by: [&'static str; 2],
    /// Labels of the fields: level, source.
    pub fields: [&'static str; 2],
    /// The label of a field for those who hear it: field, column, number of the indicator.
    pub field_of: &'static str,
    /// No level is chosen: in the office's own column and elsewhere; where ballots count.
    pub none: [&'static str; 2],
    /// A level in the list: points, label.
    pub level: &'static str,
    /// What is stored is no level any more: its code.
    pub strange_level: &'static str,
    /// Points: how many.
    pub points: &'static str,
    /// The office cannot write over a ballots' indicator.
    pub computed: &'static str,
    /// What to do where the source is missing.
    pub write_source: &'static str,
    /// The verified column is above, below, the same: points.
    pub differences: [&'static str; 3],
    /// The difference cannot be told.
    pub no_difference: &'static str,
    /// The totals' heading.
    pub totals: &'static str,
    /// A whole total: points, most points.
    pub whole_total: &'static str,
    /// A total of some indicators: points, most points of these, how many, of how many.
    pub part_total: &'static str,
    /// Nothing is known yet.
    pub no_total: &'static str,
    /// When it was saved: time.
    pub saved: &'static str,
    /// The browser did not store it.
    pub not_saved: &'static str,
    /// What is stored cannot be read.
    pub not_readable: &'static str,
    /// Texts that cannot be read: how many.
    pub unreadable: &'static str,
    /// Saves them.
    pub unreadable_save: &'static str,
    /// A level was changed.
    pub changed: &'static str,
    /// Takes it back.
    pub undo: &'static str,
    /// Another window changed a value: number, column, what stood here before.
    pub elsewhere: &'static str,
    /// Brings this window's value back.
    pub bring_back: &'static str,
    /// A value in a sentence: level, source.
    pub value: &'static str,
    /// A value without a source: level.
    pub value_plain: &'static str,
    /// The history's heading.
    pub history: &'static str,
    /// Its columns: quarter, total, class, column, change.
    pub history_heads: [&'static str; 5],
    /// Only one quarter, or none.
    pub history_short: &'static str,
    /// Why there is no change: no quarter right before; something is missing; the columns differ.
    pub no_change: [&'static str; 3],
    /// Print.
    pub print: &'static str,
    /// The files: CSV, workbook.
    pub files: [&'static str; 2],
    /// A file could not be made: why.
    pub file_failed: &'static str,
    /// Where the office's name and signer come from.
    pub office_hint: &'static str,
    /// The page where they are written.
    pub office_link: &'static str,
    /// The sheet's kind and subject.
    pub kind: &'static str,
    /// Its subject.
    pub subject: &'static str,
    /// Below it: quarter, unit.
    pub about: &'static str,
    /// Headings of the sheet's table: number, indicator, points, level and source, difference.
    pub sheet_heads: [&'static str; 5],
    /// The sentence before the signature where nothing is missing.
    pub complete: &'static str,
    /// What the classes are: list of class and threshold.
    pub classes: &'static str,
    /// A class in that list: class, threshold.
    pub class_from: &'static str,
    /// Name of the workbook's sheet.
    pub sheet_name: &'static str,
}

static VI: EvaluationText = EvaluationText {
    words: EvaluationWords {
        language: "vi",
        headings: [
            "TT",
            "Tiêu chí",
            "Nguồn chấm",
            "Điểm tối đa",
            "Tự chấm: điểm",
            "Tự chấm: mức",
            "Tự chấm: căn cứ",
            "Thẩm định: điểm",
            "Thẩm định: mức",
            "Thẩm định: căn cứ",
            "Chênh lệch",
        ],
        about: ["Quý", "Đơn vị"],
        columns: ["Tự chấm", "Thẩm định"],
        sources: ["Phiếu", "Cơ quan"],
        mean: "trung bình {0} phiếu",
        ballots: "Phiếu khảo sát",
        gaps: [
            "chưa có phiếu",
            "chưa chấm",
            "thiếu căn cứ, chưa tính",
            "mức này không còn trong bộ câu hỏi",
        ],
        total: "Tổng điểm",
        class: "Xếp loại",
        no_class: "chưa xếp loại",
        between: "còn thiếu {0} tiêu chí; xếp loại nằm trong khoảng {1} – {2}",
        certain: "còn thiếu {0} tiêu chí; dù được bao nhiêu điểm, xếp loại vẫn là {1}",
        note: "{0}: {1}.",
    },
    title: "Đánh giá giải quyết thủ tục theo quý",
    what: "{0} tiêu chí, tổng {1} điểm. Điều người dân biết lấy từ phiếu; các tiêu chí còn lại do cơ quan tự chấm, cấp trên thẩm định.",
    source_hint: "Mỗi mức cần có căn cứ: báo cáo, sổ theo dõi hoặc biên bản kiểm tra. Chọn hay gõ đến đâu, lưu đến đó.",
    back: "Về trang Kế hoạch",
    quarter: "Quý",
    choose: "Chọn quý",
    working: "Đang đọc phiếu…",
    not_loaded: "Chưa tải được bộ câu hỏi đánh giá. Hãy kết nối mạng rồi mở lại trang. ({0})",
    bad_quarter: "Địa chỉ không ghi quý nào. Hãy chọn quý ở trên.",
    no_ballots: "Chưa có phiếu đánh giá nào của {0}, nên các tiêu chí lấy từ phiếu còn trống. Vẫn chấm được các tiêu chí của cơ quan.",
    ways: ["Mở đợt khảo sát với phiếu này", "Nhập phiếu từ tệp"],
    rests: "Dựa trên {0} phiếu của quý.",
    others: "{0} phiếu của phiên bản bộ câu hỏi khác không được tính.",
    headline: "{0}: {1}/{2} điểm, xếp loại {3}.",
    headline_missing: "{0}: {1}.",
    indicators: "Các tiêu chí",
    by: ["Từ phiếu của người dân", "Cơ quan chấm"],
    fields: ["Mức", "Căn cứ"],
    field_of: "{0}, {1}, tiêu chí {2}",
    none: ["Chưa chấm", "Theo phiếu"],
    level: "{0} điểm: {1}",
    strange_level: "Mức “{0}”, không còn trong bộ câu hỏi",
    points: "{0} điểm",
    computed: "Tính từ phiếu, không nhập tay.",
    write_source: "Thiếu căn cứ, chưa tính điểm. Hãy ghi báo cáo, sổ theo dõi hoặc biên bản kiểm tra.",
    differences: [
        "Thẩm định cao hơn {0} điểm",
        "Thẩm định thấp hơn {0} điểm",
        "Hai cột bằng nhau",
    ],
    no_difference: "Chưa so được: một cột còn thiếu",
    totals: "Tổng điểm và xếp loại",
    whole_total: "{0} / {1} điểm",
    part_total: "{0} / {1} điểm, mới có {2}/{3} tiêu chí",
    no_total: "Chưa có tiêu chí nào",
    saved: "Đã lưu lúc {0} trên máy này.",
    not_saved: "Chưa lưu được trên máy này. Xin giữ trang này mở và thử lại.",
    not_readable: "Bản đang lưu của quý và đơn vị này không đọc được nên được giữ nguyên; điều vừa chấm chưa được lưu. Hãy tải bản đó về và gửi người hỗ trợ.",
    unreadable: "{0} bản đánh giá đang lưu không đọc được. Chúng được giữ nguyên. Hãy tải về và gửi người hỗ trợ.",
    unreadable_save: "Tải bản không đọc được",
    changed: "Vừa đổi mức này.",
    undo: "Hoàn tác",
    elsewhere: "Cửa sổ khác vừa đổi tiêu chí {0}, {1}. Ở đây trước đó là: {2}.",
    bring_back: "Lấy lại điều trước đó",
    value: "{0}; căn cứ: {1}",
    value_plain: "{0}; chưa ghi căn cứ",
    history: "Các quý",
    history_heads: [
        "Quý",
        "Tổng điểm",
        "Xếp loại",
        "Cột",
        "So với quý liền trước",
    ],
    history_short: "Từ quý thứ hai sẽ thấy tăng, giảm ở đây.",
    no_change: [
        "chưa có quý liền trước",
        "còn thiếu tiêu chí",
        "hai quý ở hai cột khác nhau",
    ],
    print: "In bảng đánh giá",
    files: ["Tải CSV", "Tải Excel"],
    file_failed: "Chưa tạo được tệp. Xin bấm lại, hoặc dùng tệp CSV. ({0})",
    office_hint: "Tên cơ quan, nơi nhận và người ký ghi ở",
    office_link: "trang Báo cáo",
    kind: "BẢNG ĐÁNH GIÁ",
    subject: "Việc giải quyết thủ tục hành chính theo cơ chế một cửa",
    about: "{0} · {1}",
    sheet_heads: ["TT", "Tiêu chí", "Điểm", "Mức và căn cứ", "Chênh lệch"],
    complete: "Cả hai cột đã đủ tiêu chí.",
    classes: "Xếp loại theo tổng điểm: {0}.",
    class_from: "{0} từ {1}",
    sheet_name: "Đánh giá quý",
};

static EN: EvaluationText = EvaluationText {
    words: EvaluationWords {
        language: "en",
        headings: [
            "No.",
            "Indicator",
            "Answered by",
            "Most points",
            "Own: points",
            "Own: level",
            "Own: source",
            "Verified: points",
            "Verified: level",
            "Verified: source",
            "Difference",
        ],
        about: ["Quarter", "Unit"],
        columns: ["Own assessment", "Verified"],
        sources: ["Ballots", "Office"],
        mean: "mean of ballots: {0}",
        ballots: "Survey ballots",
        gaps: [
            "no ballots yet",
            "not rated yet",
            "no source yet, so not counted",
            "this level is no longer in the questionnaire",
        ],
        total: "Total",
        class: "Class",
        no_class: "no class yet",
        between: "indicators missing: {0}; the class is between {1} and {2}",
        certain: "indicators missing: {0}; whatever they earn, the class stays {1}",
        note: "{0}: {1}.",
    },
    title: "Evaluation of the desk by quarter",
    what: "{0} indicators, {1} points in all. What citizens know comes from ballots; the office rates the rest itself, and the level above verifies it.",
    source_hint: "Every level needs its source: a report, a register or an inspection record. Each choice and letter is saved at once.",
    back: "Back to the plan",
    quarter: "Quarter",
    choose: "Choose a quarter",
    working: "Reading ballots…",
    not_loaded: "The evaluation's questionnaire could not be loaded. Please connect to the network and open the page again. ({0})",
    bad_quarter: "The address names no quarter. Please choose one above.",
    no_ballots: "There are no evaluation ballots of the {0} yet, so the indicators they answer are empty. The office's own can still be rated.",
    ways: [
        "Run a campaign with this questionnaire",
        "Import ballots from a file",
    ],
    rests: "Ballots of the quarter it rests on: {0}.",
    others: "Ballots of another version of the questionnaire, not counted: {0}.",
    headline: "{0}: {1} of {2} points, class {3}.",
    headline_missing: "{0}: {1}.",
    indicators: "The indicators",
    by: ["From citizens' ballots", "Rated by the office"],
    fields: ["Level", "Source"],
    field_of: "{0}, {1}, indicator {2}",
    none: ["Not rated yet", "As the ballots say"],
    level: "{0}: {1}",
    strange_level: "Level “{0}”, no longer in the questionnaire",
    points: "{0} points",
    computed: "Computed from ballots, not typed in.",
    write_source: "No source yet, so not counted. Please write the report, register or inspection record.",
    differences: [
        "Verified is {0} points higher",
        "Verified is {0} points lower",
        "Both columns are the same",
    ],
    no_difference: "Cannot be compared yet: one column is missing",
    totals: "Total and class",
    whole_total: "{0} / {1} points",
    part_total: "{0} / {1} points, from {2} of {3} indicators",
    no_total: "No indicator yet",
    saved: "Saved at {0} on this device.",
    not_saved: "It could not be saved on this device. Please keep this page open and try again.",
    not_readable: "What is stored of this quarter and unit cannot be read; it is left as it is, and what was just rated is not stored. Please download it and send it to whoever helps you.",
    unreadable: "Stored evaluations that cannot be read: {0}. They are left as they are. Please download them and send them to whoever helps you.",
    unreadable_save: "Download what cannot be read",
    changed: "This level was changed.",
    undo: "Undo",
    elsewhere: "Another window has just changed indicator {0}, {1}. Before it was: {2}.",
    bring_back: "Bring the earlier one back",
    value: "{0}; source: {1}",
    value_plain: "{0}; no source yet",
    history: "Quarters",
    history_heads: [
        "Quarter",
        "Total",
        "Class",
        "Column",
        "Against the quarter right before",
    ],
    history_short: "From the second quarter on, the change is shown here.",
    no_change: [
        "no quarter right before",
        "indicators are missing",
        "the two are of different columns",
    ],
    print: "Print the evaluation",
    files: ["Download CSV", "Download Excel"],
    file_failed: "The file could not be made. Please press again, or use the CSV file. ({0})",
    office_hint: "The office's name, recipients and signer are written on",
    office_link: "the report's page",
    kind: "EVALUATION",
    subject: "How administrative procedures were handled at the one-stop desk",
    about: "{0} · {1}",
    sheet_heads: ["No.", "Indicator", "Points", "Level and source", "Diff."],
    complete: "Both columns are complete.",
    classes: "Classes by total: {0}.",
    class_from: "{0} from {1}",
    sheet_name: "Evaluation",
};

/// The sentences in this language.
#[must_use]
pub fn sentences(language: Language) -> &'static EvaluationText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
