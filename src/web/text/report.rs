//! What stands in the printed report and on its page; `{0}`, `{1}` … are filled in.

mod english;

use super::Language;
use english::EN;

/// The sentences in one language.
#[derive(Debug)]
pub struct ReportText {
    /// Heading of the page.
    pub page_title: &'static str,
    /// What the page is.
    pub page_what: &'static str,
    /// Period.
    pub period: &'static str,
    /// Groups of periods: years, quarters, months.
    pub steps: [&'static str; 3],
    /// Fewest respondents of a published figure.
    pub least: &'static str,
    /// Print.
    pub print: &'static str,
    /// How to make a file of it.
    pub print_hint: &'static str,
    /// Back to the results.
    pub back: &'static str,
    /// While the report is made.
    pub working: &'static str,
    /// An address that names no period.
    pub bad_period: &'static str,
    /// No ballots in the period: period.
    pub no_ballots: &'static str,
    /// Fields of the office.
    pub office_title: &'static str,
    /// Where they are kept.
    pub office_hint: &'static str,
    /// Could not be kept.
    pub office_not_kept: &'static str,
    /// Names of the office's fields, in the order of `Line::ALL`.
    pub office_lines: [&'static str; 8],
    /// Public display.
    pub display_title: &'static str,
    /// What it is.
    pub display_what: &'static str,
    /// Open it.
    pub display_open: &'static str,

    /// The nation's name.
    pub nation: &'static str,
    /// Its motto.
    pub motto: &'static str,
    /// Agency where none was given.
    pub agency_blank: &'static str,
    /// Before the document's number.
    pub number: &'static str,
    /// Place and date: place, day, month, year.
    pub place_date: &'static str,
    /// Place where none was given.
    pub place_blank: &'static str,
    /// The kind of document.
    pub kind: &'static str,
    /// Its subject: period.
    pub subject: &'static str,
    /// Below the subject: questionnaire, unit.
    pub about: &'static str,
    /// All units.
    pub all_units: &'static str,
    /// Names of a year, a quarter: year; number and year.
    pub year: &'static str,
    /// A quarter: number, year.
    pub quarter: &'static str,
    /// A month: number or name, year.
    pub month: &'static str,
    /// Names of the months in `month`.
    pub months: [&'static str; 12],
    /// Names of quarters.
    pub quarters: [&'static str; 4],

    /// Summary.
    pub summary: &'static str,
    /// Period with days, unit, ballots: period, first, last, ballots, stopped.
    pub received: &'static str,
    /// The period is not over: day.
    pub so_far: &'static str,
    /// Index: value, interval, satisfied, counted.
    pub index: &'static str,
    /// Index without an interval: value, satisfied, counted.
    pub index_plain: &'static str,
    /// General question: value, interval.
    pub general: &'static str,
    /// Against the period before: its name, its value, points, low, high.
    pub change: &'static str,
    /// Up by, down by so many points; no change.
    pub change_words: [&'static str; 3],
    /// What the change's interval shows: higher, lower, neither.
    pub change_shown: [&'static str; 3],
    /// The period before has too little.
    pub change_none: &'static str,
    /// Best and worst factor: name, value, name, value.
    pub factors_range: &'static str,
    /// Lowest criteria: list.
    pub lowest: &'static str,
    /// Too few ballots: least.
    pub too_few: &'static str,
    /// Points of the desk evaluation: total, maximum.
    pub points: &'static str,

    /// Section on factors.
    pub by_factor: &'static str,
    /// Section on criteria.
    pub by_criterion: &'static str,
    /// Section on groups.
    pub by_group: &'static str,
    /// "Table".
    pub table: &'static str,
    /// "Figure".
    pub figure: &'static str,
    /// Caption of the factors' table.
    pub factors_caption: &'static str,
    /// Caption of the factors' figure.
    pub factors_figure: &'static str,
    /// Caption of the criteria's table.
    pub criteria_caption: &'static str,
    /// Captions of the groups' tables: unit, field, channel, month.
    pub group_captions: [&'static str; 4],
    /// First column of the groups' tables.
    pub group_heads: [&'static str; 4],
    /// Caption of the months' figure.
    pub months_figure: &'static str,
    /// Caption of the reasons' table.
    pub reasons_caption: &'static str,
    /// Names of the channels, in the order of `Channel::ALL`.
    pub channels: [&'static str; 4],
    /// Columns: factor.
    pub factor: &'static str,
    /// Criterion.
    pub criterion: &'static str,
    /// Rate.
    pub rate: &'static str,
    /// Interval.
    pub interval: &'static str,
    /// Satisfied.
    pub satisfied: &'static str,
    /// Counted.
    pub counted: &'static str,
    /// Blank.
    pub blank: &'static str,
    /// Not applicable.
    pub not_applicable: &'static str,
    /// Mean score.
    pub mean: &'static str,
    /// Distribution.
    pub distribution: &'static str,
    /// The overall index.
    pub whole_index: &'static str,
    /// Ballots.
    pub ballots: &'static str,
    /// Possible ranks.
    pub ranks: &'static str,
    /// Below a table with ranks.
    pub ranks_note: &'static str,
    /// Reason.
    pub reason: &'static str,
    /// How many chose it.
    pub chosen: &'static str,
    /// The whole.
    pub whole: &'static str,
    /// General question's row.
    pub general_row: &'static str,
    /// In place of a hidden figure: too small, and its companion.
    pub hidden: [&'static str; 2],
    /// Below tables with hidden figures: least.
    pub hidden_note: &'static str,
    /// No answers.
    pub none: &'static str,

    /// Section on quality.
    pub quality: &'static str,
    /// What was hidden: small, companions, least.
    pub hidden_count: &'static str,
    /// Nothing was hidden: least.
    pub hidden_none: &'static str,
    /// Caption of the flags' table.
    pub flags_caption: &'static str,
    /// Columns: sign, rule, ballots.
    pub flags_heads: [&'static str; 3],
    /// Name and rule of each sign, in the order of `Rule::ALL`.
    pub flags: [(&'static str, &'static str); 4],
    /// Missing hours: days of counters.
    pub gaps: &'static str,
    /// A sign removes nothing; flagged, index with, index without.
    pub without: &'static str,
    /// Nothing flagged.
    pub flagged_none: &'static str,
    /// Index without cannot be published.
    pub without_hidden: &'static str,
    /// Ballots of another version: number.
    pub others: &'static str,

    /// Section on method.
    pub method: &'static str,
    /// Terms of the method box: formula, n, missing, response, intervals, hiding, program.
    pub method_terms: [&'static str; 7],
    /// Formula of the pooled index with its figures: satisfied, counted, value.
    pub formula_pooled: &'static str,
    /// Formula where there is only the general question.
    pub formula_general: &'static str,
    /// Ballots and answers: ballots, counted.
    pub method_n: &'static str,
    /// Missing: blank, na.
    pub method_missing: &'static str,
    /// Response rate not known.
    pub response_unknown: &'static str,
    /// Intervals.
    pub method_intervals: &'static str,
    /// Hiding: least.
    pub method_hiding: &'static str,
    /// Program.
    pub method_program: &'static str,

    /// Section on what is to be done.
    pub remarks: &'static str,
    /// The lowest criteria, and a place to write.
    pub remarks_what: &'static str,
    /// Recipients.
    pub recipients: &'static str,
    /// Recipients where none were given.
    pub recipients_blank: &'static str,
    /// Signer where none was given.
    pub signer_blank: &'static str,
    /// Appendix.
    pub appendix: &'static str,
    /// Caption of the levels' table.
    pub levels_caption: &'static str,
    /// Questionnaire, version: title, version.
    pub questionnaire: &'static str,
    /// Levels of a scale.
    pub scale: &'static str,
    /// Counts as satisfied.
    pub counts: &'static str,
    /// Asked only of some.
    pub gate: &'static str,
    /// About the respondent.
    pub respondent: &'static str,
    /// Open comment.
    pub comment: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static ReportText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: ReportText = ReportText {
    page_title: "Báo cáo",
    page_what: "Báo cáo khổ A4 theo thể thức văn bản hành chính, lập từ các phiếu trên máy này. Chọn kỳ và đơn vị, điền tên cơ quan rồi in hoặc lưu thành tệp PDF.",
    period: "Kỳ báo cáo",
    steps: ["Năm", "Quý", "Tháng"],
    least: "Ẩn số liệu của ít hơn (người)",
    print: "In báo cáo",
    print_hint: "Muốn có tệp PDF: bấm In báo cáo rồi chọn “Lưu dưới dạng PDF”.",
    back: "Về trang kết quả",
    working: "Đang lập báo cáo…",
    bad_period: "Địa chỉ này không ghi đúng kỳ báo cáo (cần dạng 2026, 2026-Q4 hoặc 2026-11). Xin chọn kỳ ở trên.",
    no_ballots: "Không có phiếu nào trong {0}. Xin chọn kỳ hoặc đơn vị khác.",
    office_title: "Tên cơ quan, nơi ký",
    office_hint: "Được giữ trên máy này cho các báo cáo sau.",
    office_not_kept: "Trình duyệt không cho lưu; nội dung này mất khi đóng trang.",
    office_lines: [
        "Cơ quan chủ quản",
        "Tên cơ quan",
        "Ký hiệu văn bản",
        "Địa danh",
        "Chức vụ người ký",
        "Họ tên người ký",
        "Nơi nhận, mỗi dòng một nơi",
        "Ý kiến đã được tiếp thu, mỗi dòng một ý (cho màn hình công khai)",
    ],
    display_title: "Màn hình công khai",
    display_what: "Trang dành cho ti vi ở sảnh: tự chuyển và tự cập nhật, không có ý kiến riêng của ai. Những việc đã làm theo góp ý ghi ở đây sẽ hiện trên đó.",
    display_open: "Mở màn hình công khai",

    nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    agency_blank: "(TÊN CƠ QUAN)",
    number: "Số:",
    place_date: "{0}, ngày {1} tháng {2} năm {3}",
    place_blank: "(Địa danh)",
    kind: "BÁO CÁO",
    subject: "Kết quả khảo sát sự hài lòng {0}",
    about: "Bộ câu hỏi: {0}. Phạm vi: {1}.",
    all_units: "tất cả các đơn vị",
    year: "năm {0}",
    quarter: "quý {0} năm {1}",
    month: "tháng {0} năm {1}",
    months: [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
    ],
    quarters: ["I", "II", "III", "IV"],

    summary: "Tóm tắt",
    received: "Trong {0} (từ {1} đến {2}) có {3} phiếu được tính, trong đó {4} phiếu dừng sớm.",
    so_far: "Kỳ này chưa kết thúc: số liệu tính đến ngày {0}.",
    index: "Chỉ số hài lòng chung là {0} (khoảng tin cậy 95 %: {1}), tức {2} câu trả lời hài lòng trên {3} câu trả lời được tính.",
    index_plain: "Chỉ số hài lòng chung là {0}, tức {1} câu trả lời hài lòng trên {2} câu trả lời được tính; chưa đủ phiếu để nêu khoảng tin cậy.",
    general: "Câu hỏi về mức độ hài lòng chung: {0} hài lòng (khoảng tin cậy 95 %: {1}).",
    change: "So với {0} ({1}), chỉ số chung {2} (khoảng tin cậy 95 % của mức thay đổi: từ {3} đến {4} điểm phần trăm); {5}",
    change_words: [
        "tăng {0} điểm phần trăm",
        "giảm {0} điểm phần trăm",
        "không đổi",
    ],
    change_shown: [
        "mức tăng này có đủ căn cứ.",
        "mức giảm này có đủ căn cứ.",
        "chưa đủ căn cứ để kết luận là có thay đổi.",
    ],
    change_none: "Kỳ trước chưa có đủ phiếu để so sánh.",
    factors_range: "Nhóm tiêu chí cao nhất: {0} ({1}); thấp nhất: {2} ({3}).",
    lowest: "Các tiêu chí thấp nhất: {0}.",
    too_few: "Có ít hơn {0} người trả lời nên chưa công bố số liệu nào. Xin chọn kỳ dài hơn hoặc phạm vi rộng hơn.",
    points: "Điểm trung bình của các chỉ tiêu do người dân đánh giá: {0} trên {1}.",

    by_factor: "Kết quả theo nhóm tiêu chí",
    by_criterion: "Kết quả theo tiêu chí",
    by_group: "Kết quả theo đơn vị, lĩnh vực, cách thu phiếu và thời gian",
    table: "Bảng",
    figure: "Hình",
    factors_caption: "Tỷ lệ hài lòng theo nhóm tiêu chí",
    factors_figure: "Tỷ lệ hài lòng theo nhóm tiêu chí; vạch đen là khoảng tin cậy 95 %",
    criteria_caption: "Tỷ lệ hài lòng và phân bố câu trả lời (%) theo tiêu chí",
    group_captions: [
        "Chỉ số chung theo đơn vị",
        "Chỉ số chung theo lĩnh vực",
        "Chỉ số chung theo cách thu phiếu",
        "Chỉ số chung theo tháng",
    ],
    group_heads: ["Đơn vị", "Lĩnh vực", "Cách thu phiếu", "Tháng"],
    months_figure: "Chỉ số chung theo tháng; vạch đen là khoảng tin cậy 95 %",
    reasons_caption: "Lý do chưa hài lòng",
    channels: [
        "Điện thoại của người dân",
        "Máy tại quầy",
        "Điều tra viên",
        "Phiếu giấy",
    ],
    factor: "Nhóm tiêu chí",
    criterion: "Tiêu chí",
    rate: "Tỷ lệ hài lòng",
    interval: "Khoảng tin cậy 95 %",
    satisfied: "Hài lòng",
    counted: "Được tính",
    blank: "Bỏ trống",
    not_applicable: "Không áp dụng",
    mean: "Điểm trung bình",
    distribution: "Phân bố câu trả lời",
    whole_index: "Chỉ số hài lòng chung",
    ballots: "Số phiếu",
    ranks: "Thứ hạng có thể",
    ranks_note: "Thứ hạng có thể: khoảng thứ hạng mà số liệu cho phép khi so sánh từng cặp đơn vị, đúng đồng thời với độ tin cậy 95 %.",
    reason: "Lý do",
    chosen: "Số phiếu chọn",
    whole: "Chung",
    general_row: "Mức độ hài lòng chung (không tính vào chỉ số)",
    hidden: ["ẩn (a)", "ẩn (b)"],
    hidden_note: "(a) Có ít hơn {0} người trả lời. (b) Ẩn kèm để không suy ra được số liệu (a).",
    none: "chưa có",

    quality: "Chất lượng dữ liệu và số liệu không công bố",
    hidden_count: "Không công bố {0} số liệu có ít hơn {2} người trả lời và {1} số liệu khác có thể làm lộ các số liệu đó.",
    hidden_none: "Không có số liệu nào phải ẩn (ngưỡng công bố: từ {0} người trả lời).",
    flags_caption: "Dấu hiệu cần xem lại",
    flags_heads: ["Dấu hiệu", "Quy tắc", "Số phiếu"],
    flags: [
        (
            "Trả lời quá nhanh",
            "dưới 1 giây cho mỗi câu, từ 8 câu trở lên",
        ),
        (
            "Một mức cho mọi câu",
            "cùng một mức ở ít nhất 8 câu của hai nhóm tiêu chí",
        ),
        (
            "Phiếu trùng",
            "cùng câu trả lời, cùng máy, trong vòng 10 phút",
        ),
        (
            "Một máy lặp lại một mẫu",
            "trên một nửa số phiếu của máy giống hệt nhau",
        ),
    ],
    gaps: "Có {0} ngày mà một quầy thiếu phiếu từ 3 giờ làm việc trở lên.",
    without: "Dấu hiệu không phải là bằng chứng và không phiếu nào bị loại. Có {0} phiếu mang ít nhất một dấu hiệu; chỉ số chung là {1} khi tính cả, {2} khi không tính các phiếu này.",
    flagged_none: "Không phiếu nào có dấu hiệu bất thường theo các quy tắc trên.",
    without_hidden: "Dấu hiệu không phải là bằng chứng và không phiếu nào bị loại. Chỉ số không tính các phiếu có dấu hiệu không được công bố vì có quá ít phiếu ở một bên.",
    others: "{0} phiếu thuộc phiên bản khác của bộ câu hỏi hoặc không khớp với bộ câu hỏi, không tính ở đây.",

    method: "Cách tính",
    method_terms: [
        "Công thức",
        "Số phiếu, số câu trả lời",
        "Không tính",
        "Tỷ lệ trả lời",
        "Khoảng tin cậy",
        "Số liệu ẩn",
        "Cách làm tròn",
    ],
    formula_pooled: "Chỉ số chung = tổng số câu trả lời hài lòng ÷ tổng số câu trả lời được tính, trên mọi tiêu chí của các nhóm = {0} ÷ {1} = {2}. Chỉ số của nhóm tính như vậy trên các tiêu chí của nhóm.",
    formula_general: "Chỉ số = số người hài lòng ÷ số người trả lời câu hỏi chung = {0} ÷ {1} = {2}.",
    method_n: "n = {0} phiếu; {1} câu trả lời được tính.",
    method_missing: "{0} câu bỏ trống và {1} câu không áp dụng hoặc không có ý kiến.",
    response_unknown: "chưa ghi nhận (chưa đếm số người được mời trả lời).",
    method_intervals: "95 %. Tỷ lệ của một tiêu chí: khoảng Wilson. Chỉ số chung và chỉ số nhóm: ước lượng ± t × sai số chuẩn, tuyến tính hóa Taylor theo người trả lời (như hàm svyratio của gói survey trong R), vì các câu trả lời của một người đi cùng nhau. Người trả lời được coi là độc lập, có trọng số bằng nhau. Tỷ lệ đúng 0 % hoặc 100 %: khoảng Clopper–Pearson.",
    method_hiding: "Không công bố số liệu có ít hơn {0} người trả lời, và số liệu khác đủ để suy ra chúng.",
    method_program: "Phần trăm có hai chữ số thập phân, làm tròn nửa lên; các phần có thể không cộng đúng 100 %. Chênh lệch tính bằng điểm phần trăm.",

    remarks: "Tồn tại, hạn chế và hướng khắc phục",
    remarks_what: "Các tiêu chí cần chú ý trước: {0}.",
    recipients: "Nơi nhận:",
    recipients_blank: "Lưu: VT.",
    signer_blank: "(CHỨC VỤ NGƯỜI KÝ)",
    appendix: "PHỤ LỤC",
    levels_caption: "Số câu trả lời theo từng mức",
    questionnaire: "Bộ câu hỏi “{0}”, phiên bản {1}",
    scale: "Các mức trả lời",
    counts: "tính là hài lòng",
    gate: "Hỏi trước nhóm này",
    respondent: "Về người trả lời (không bắt buộc)",
    comment: "Ý kiến khác",
};
