//! What staff read; cut out of the citizen's download with the staff pages.

use super::Language;

/// The staff's sentences in one language.
#[derive(Debug)]
pub struct StaffText {
    /// Navigation: collecting.
    pub collect: &'static str,
    /// Navigation: results.
    pub results: &'static str,
    /// Navigation: data.
    pub data: &'static str,
    /// Navigation: campaign.
    pub campaign: &'static str,
    /// Name of the navigation.
    pub navigation: &'static str,
    /// Ballots today.
    pub today: &'static str,
    /// Safety light, before the count.
    pub safe_before: &'static str,
    /// Safety light, after the count.
    pub safe_after: &'static str,
    /// Link back to the survey.
    pub front: &'static str,
    /// Heading of the staff home.
    pub home_title: &'static str,
    /// What to do here.
    pub home_what: &'static str,
    /// Open kiosk.
    pub open_kiosk: &'static str,
    /// Open the survey as on a phone.
    pub open_survey: &'static str,
    /// Staff parts kept.
    pub offline_ready: &'static str,
    /// Staff parts being kept.
    pub offline_working: &'static str,
    /// Staff parts not kept.
    pub offline_failed: &'static str,
    /// Unreadable records.
    pub set_aside: &'static str,
    /// Download unreadable records.
    pub set_aside_save: &'static str,
    /// Heading of the campaign page.
    pub campaign_title: &'static str,
    /// Campaign name.
    pub campaign_name: &'static str,
    /// Counter name.
    pub campaign_counter: &'static str,
    /// Questionnaire.
    pub campaign_questionnaire: &'static str,
    /// Unit of this device.
    pub campaign_unit: &'static str,
    /// No preset unit.
    pub campaign_unit_ask: &'static str,
    /// List of units.
    pub campaign_units: &'static str,
    /// List of fields.
    pub campaign_fields: &'static str,
    /// How lines are written.
    pub campaign_lines_hint: &'static str,
    /// Terms.
    pub campaign_terms: &'static str,
    /// Save.
    pub save: &'static str,
    /// Saved.
    pub saved: &'static str,
    /// Not saved.
    pub not_saved: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// Back to the built-in campaign.
    pub restore: &'static str,
    /// A line without a usable code.
    pub bad_line: &'static str,
    /// Line.
    pub line_word: &'static str,
    /// Expected.
    pub expected_word: &'static str,
    /// Found.
    pub found_word: &'static str,
    /// Duplicate code.
    pub duplicate_code: &'static str,
    /// Needs a name with letters or digits.
    pub needs_code: &'static str,
    /// Campaign needs a name.
    pub name_needed: &'static str,
    /// Heading of the results page.
    pub results_title: &'static str,
    /// Filter by unit.
    pub filter_unit: &'static str,
    /// Filter by field.
    pub filter_field: &'static str,
    /// From day.
    pub filter_from: &'static str,
    /// To day.
    pub filter_to: &'static str,
    /// Filter by questionnaire.
    pub filter_questionnaire: &'static str,
    /// All.
    pub filter_all: &'static str,
    /// Not recorded.
    pub filter_none: &'static str,
    /// Clear the filter.
    pub filter_clear: &'static str,
    /// No ballots.
    pub empty_title: &'static str,
    /// What to do first.
    pub empty_what: &'static str,
    /// No ballots under this filter.
    pub no_match: &'static str,
    /// Before the index.
    pub sentence_index: &'static str,
    /// Between satisfied and counted answers.
    pub sentence_of: &'static str,
    /// After counted answers.
    pub sentence_answers: &'static str,
    /// Before the lowest criterion.
    pub sentence_lowest: &'static str,
    /// Ballots.
    pub ballots: &'static str,
    /// Stopped early.
    pub stopped: &'static str,
    /// Overall index.
    pub overall: &'static str,
    /// Factor.
    pub factor: &'static str,
    /// Criterion.
    pub criterion: &'static str,
    /// Satisfied rate.
    pub rate: &'static str,
    /// Satisfied.
    pub satisfied: &'static str,
    /// Counted.
    pub counted: &'static str,
    /// Mean score.
    pub mean: &'static str,
    /// Blank.
    pub blank: &'static str,
    /// Not applicable.
    pub not_applicable: &'static str,
    /// Distribution chart.
    pub distribution: &'static str,
    /// What the chart shows.
    pub chart_label: &'static str,
    /// Factor table heading.
    pub factors_title: &'static str,
    /// Criteria table heading.
    pub criteria_title: &'static str,
    /// Reasons table heading.
    pub reasons_title: &'static str,
    /// Points of the desk evaluation.
    pub points_title: &'static str,
    /// No value.
    pub undefined: &'static str,
    /// Ballots of another version.
    pub other_versions: &'static str,
    /// Heading of the data page.
    pub data_title: &'static str,
    /// What the data page is.
    pub data_what: &'static str,
    /// Export.
    pub export_csv: &'static str,
    /// Exported, before the count.
    pub exported: &'static str,
    /// Ballots that could not be written.
    pub left_out: &'static str,
    /// Export failed.
    pub export_failed: &'static str,
    /// Device.
    pub device: &'static str,
    /// Loading.
    pub loading: &'static str,
    /// Storage cannot be read.
    pub storage_error: &'static str,
    /// Second engine missing.
    pub one_engine: &'static str,
}

/// The staff's sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static StaffText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: StaffText = StaffText {
    collect: "Thu phiếu",
    results: "Kết quả",
    data: "Dữ liệu",
    campaign: "Đợt khảo sát",
    navigation: "Trang dành cho nhân viên",
    today: "phiếu hôm nay",
    safe_before: "Đã lưu an toàn ",
    safe_after: " phiếu",
    front: "Về trang khảo sát",
    home_title: "Thu phiếu tại quầy",
    home_what: "Mở khảo sát trên máy này cho người dân trả lời. Mỗi phiếu gửi xong được lưu ngay trên máy.",
    open_kiosk: "Mở khảo sát tại quầy",
    open_survey: "Mở như trên điện thoại của người dân",
    offline_ready: "Trang dành cho nhân viên dùng được cả khi mất mạng.",
    offline_working: "Đang lưu trang này để dùng khi mất mạng…",
    offline_failed: "Chưa lưu được trang này để dùng khi mất mạng; sẽ thử lại lần mở sau. ",
    set_aside: "bản ghi không đọc được, đã giữ nguyên",
    set_aside_save: "Tải các bản ghi đó về",
    campaign_title: "Đợt khảo sát",
    campaign_name: "Tên đợt khảo sát",
    campaign_counter: "Tên quầy",
    campaign_questionnaire: "Bộ câu hỏi",
    campaign_unit: "Đơn vị của quầy này",
    campaign_unit_ask: "Để người dân chọn, hoặc không hỏi nếu chưa có đơn vị",
    campaign_units: "Các đơn vị, mỗi dòng một đơn vị",
    campaign_fields: "Các lĩnh vực, mỗi dòng một lĩnh vực",
    campaign_lines_hint: "Chỉ cần tên, ví dụ: Hộ tịch. Mã được tạo tự động; muốn tự đặt mã thì viết “ma-so: Tên”. Tên tiếng Anh viết sau dấu |.",
    campaign_terms: "Người được đánh giá ở phần công chức / nhân viên",
    save: "Lưu đợt khảo sát",
    saved: "Đã lưu. Phiếu mới sẽ dùng đợt khảo sát này.",
    not_saved: "Chưa lưu được: trình duyệt không cho ghi. Xin thử lại.",
    undo: "Hoàn tác",
    restore: "Dùng lại đợt khảo sát có sẵn",
    bad_line: "Dòng này chưa đọc được",
    line_word: "dòng",
    expected_word: "cần",
    found_word: "đang là",
    duplicate_code: "mã không trùng với dòng khác",
    needs_code: "một tên có chữ hoặc số; mã gồm a-z, 0-9, - và /",
    name_needed: "Xin đặt tên cho đợt khảo sát.",
    results_title: "Kết quả",
    filter_unit: "Đơn vị",
    filter_field: "Lĩnh vực",
    filter_from: "Từ ngày",
    filter_to: "Đến ngày",
    filter_questionnaire: "Bộ câu hỏi",
    filter_all: "Tất cả",
    filter_none: "(không ghi)",
    filter_clear: "Bỏ lọc",
    empty_title: "Chưa có phiếu nào",
    empty_what: "Mở khảo sát cho người dân trả lời; kết quả hiện ở đây ngay sau phiếu đầu tiên.",
    no_match: "Không có phiếu nào khớp với bộ lọc. Xin đổi hoặc bỏ bộ lọc.",
    sentence_index: "Chỉ số hài lòng: ",
    sentence_of: " câu trả lời hài lòng trên ",
    sentence_answers: " câu trả lời được tính",
    sentence_lowest: "Thấp nhất: ",
    ballots: "Số phiếu",
    stopped: "dừng sớm",
    overall: "Chỉ số chung",
    factor: "Nhóm tiêu chí",
    criterion: "Tiêu chí",
    rate: "Tỷ lệ hài lòng",
    satisfied: "Hài lòng",
    counted: "Được tính",
    mean: "Điểm trung bình",
    blank: "Bỏ trống",
    not_applicable: "Không áp dụng",
    distribution: "Phân bố câu trả lời",
    chart_label: "Biểu đồ thanh ngang: tỷ lệ từng mức của mỗi tiêu chí; số liệu có trong bảng bên dưới.",
    factors_title: "Theo nhóm tiêu chí",
    criteria_title: "Theo tiêu chí",
    reasons_title: "Lý do chưa hài lòng",
    points_title: "Điểm trung bình của các chỉ tiêu do người dân đánh giá",
    undefined: "chưa có",
    other_versions: "phiếu thuộc phiên bản khác của bộ câu hỏi, không tính ở đây",
    data_title: "Dữ liệu",
    data_what: "Xuất phiếu ra tệp CSV mở được bằng Excel. Xuất không làm mất phiếu trên máy.",
    export_csv: "Xuất CSV",
    exported: "Đã xuất ",
    left_out: "phiếu không ghi được vào tệp này",
    export_failed: "Chưa xuất được: ",
    device: "Mã máy",
    loading: "Đang đọc phiếu…",
    storage_error: "Không đọc được bộ nhớ của trình duyệt; không có dữ liệu nào bị thay đổi. Xin cho phép trang này lưu dữ liệu rồi tải lại.",
    one_engine: "Máy này chỉ giữ được một bản của mỗi phiếu (thay vì hai).",
};

static EN: StaffText = StaffText {
    collect: "Collect",
    results: "Results",
    data: "Data",
    campaign: "Campaign",
    navigation: "Staff pages",
    today: "ballots today",
    safe_before: "Safely stored: ",
    safe_after: " ballots",
    front: "To the survey",
    home_title: "Collecting at the counter",
    home_what: "Open the survey on this device for citizens to answer. Each ballot is stored on the device as soon as it is sent.",
    open_kiosk: "Open the survey at the counter",
    open_survey: "Open as on a citizen's phone",
    offline_ready: "The staff pages work without a network.",
    offline_working: "Keeping these pages for use without a network…",
    offline_failed: "These pages could not be kept for offline use; it is tried again next time. ",
    set_aside: "records that could not be read, kept as they are",
    set_aside_save: "Download those records",
    campaign_title: "Campaign",
    campaign_name: "Name of the campaign",
    campaign_counter: "Name of the counter",
    campaign_questionnaire: "Questionnaire",
    campaign_unit: "Unit of this counter",
    campaign_unit_ask: "Let citizens choose, or do not ask where there are no units",
    campaign_units: "Units, one per line",
    campaign_fields: "Fields, one per line",
    campaign_lines_hint: "A name is enough, e.g. Civil status. The code is made from it; to choose it write “code: Name”. An English name follows a |.",
    campaign_terms: "Who is rated in the part on officials",
    save: "Save the campaign",
    saved: "Saved. New ballots use this campaign.",
    not_saved: "Not saved: the browser refused to write. Please try again.",
    undo: "Undo",
    restore: "Back to the built-in campaign",
    bad_line: "This line cannot be read",
    line_word: "line",
    expected_word: "expected",
    found_word: "found",
    duplicate_code: "a code no other line has",
    needs_code: "a name with letters or digits; a code of a-z, 0-9, - and /",
    name_needed: "Please give the campaign a name.",
    results_title: "Results",
    filter_unit: "Unit",
    filter_field: "Field",
    filter_from: "From",
    filter_to: "To",
    filter_questionnaire: "Questionnaire",
    filter_all: "All",
    filter_none: "(not recorded)",
    filter_clear: "Clear the filter",
    empty_title: "No ballots yet",
    empty_what: "Open the survey for citizens; results appear here after the first ballot.",
    no_match: "No ballots match the filter. Change or clear it.",
    sentence_index: "Satisfaction index: ",
    sentence_of: " satisfied answers of ",
    sentence_answers: " counted answers",
    sentence_lowest: "Lowest: ",
    ballots: "Ballots",
    stopped: "stopped early",
    overall: "Overall index",
    factor: "Factor",
    criterion: "Criterion",
    rate: "Satisfied",
    satisfied: "Satisfied",
    counted: "Counted",
    mean: "Mean score",
    blank: "Blank",
    not_applicable: "Not applicable",
    distribution: "Distribution of answers",
    chart_label: "Horizontal bars: share of each level for every criterion; the figures are in the table below.",
    factors_title: "By factor",
    criteria_title: "By criterion",
    reasons_title: "Reasons for low ratings",
    points_title: "Mean points of the indicators rated by citizens",
    undefined: "none yet",
    other_versions: "ballots of another version of the questionnaire, not counted here",
    data_title: "Data",
    data_what: "Export the ballots as a CSV file that opens in Excel. Exporting removes nothing from this device.",
    export_csv: "Export CSV",
    exported: "Exported: ",
    left_out: "ballots that could not be written to this file",
    export_failed: "Export failed: ",
    device: "Device",
    loading: "Reading ballots…",
    storage_error: "The browser's storage cannot be read; nothing was changed. Allow this site to store data, then reload.",
    one_engine: "This device keeps only one copy of each ballot instead of two.",
};
