//! What staff read about several campaigns and the plan of one.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct CampaignsText {
    /// Heading of the list.
    pub list: &'static str,
    /// What the list is.
    pub list_what: &'static str,
    /// The current one.
    pub current: &'static str,
    /// The one the app comes with.
    pub built_in: &'static str,
    /// Ballots, behind their number.
    pub ballots: &'static str,
    /// Planned, between two numbers: "12 of 371 planned".
    pub of_planned: &'static str,
    /// Use it.
    pub use_it: &'static str,
    /// Edit it.
    pub edit: &'static str,
    /// A copy of it.
    pub copy: &'static str,
    /// Save it as a file.
    pub download: &'static str,
    /// Show it as codes.
    pub codes: &'static str,
    /// What the codes are for.
    pub codes_what: &'static str,
    /// The next code.
    pub code_next: &'static str,
    /// The code before.
    pub code_before: &'static str,
    /// Done with the codes.
    pub close: &'static str,
    /// It needs more codes than is sensible.
    pub too_long_for_codes: &'static str,
    /// Remove it from the list.
    pub forget: &'static str,
    /// A new one.
    pub new: &'static str,
    /// Heading of the form for a new one.
    pub new_title: &'static str,
    /// Heading of the form, before the name.
    pub edit_title: &'static str,
    /// Choose a file with a campaign.
    pub take_file: &'static str,
    /// Heading of a received campaign.
    pub taken_title: &'static str,
    /// The same is here already.
    pub taken_same: &'static str,
    /// Another with the same id is here.
    pub taken_other: &'static str,
    /// Its ballots stay.
    pub taken_ballots: &'static str,
    /// Keep and use it.
    pub take: &'static str,
    /// Do not.
    pub leave: &'static str,
    /// The file cannot be used.
    pub taken_bad: &'static str,
    /// A stored campaign cannot be read.
    pub unreadable: &'static str,
    /// Units.
    pub units: &'static str,
    /// Fields.
    pub fields: &'static str,
    /// Saved beside the current one.
    pub saved_beside: &'static str,
    /// Something is wrong above.
    pub saved_wrong: &'static str,
    /// How units are written.
    pub units_hint: &'static str,
    /// Units from a file.
    pub units_file: &'static str,
    /// Heading of the plan.
    pub plan: &'static str,
    /// First day.
    pub from: &'static str,
    /// Last day.
    pub until: &'static str,
    /// How a day is typed.
    pub bad_day: &'static str,
    /// The last day is before the first.
    pub backwards: &'static str,
    /// The period is over.
    pub over: &'static str,
    /// The period has not begun.
    pub early: &'static str,
    /// Target.
    pub target: &'static str,
    /// How it is compared with.
    pub comparator: &'static str,
    /// At least.
    pub at_least: &'static str,
    /// Above.
    pub above: &'static str,
    /// How a share is typed.
    pub bad_share: &'static str,
    /// Targets of single fields.
    pub field_targets: &'static str,
    /// How they are written.
    pub field_targets_hint: &'static str,
    /// A line that names no field or no share.
    pub bad_target: &'static str,
    /// Finished dossiers.
    pub dossiers: &'static str,
    /// How a count is typed.
    pub bad_count: &'static str,
    /// Margin of error.
    pub margin: &'static str,
    /// How a margin is typed.
    pub bad_margin: &'static str,
    /// Before the planned sample.
    pub sample: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static CampaignsText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: CampaignsText = CampaignsText {
    list: "Các đợt trên máy này",
    list_what: "Mỗi phiếu ghi mã đợt của nó; đổi hay bỏ một đợt không làm mất phiếu nào.",
    current: "Đang dùng",
    built_in: "Có sẵn",
    ballots: "phiếu",
    of_planned: "phiếu trên số dự kiến",
    use_it: "Dùng đợt này",
    edit: "Sửa",
    copy: "Nhân bản",
    download: "Tải tệp",
    codes: "Mã QR",
    codes_what: "Trên máy kia, mở Thu phiếu, Quét mã, rồi quét lần lượt từng mã.",
    code_next: "Mã sau",
    code_before: "Mã trước",
    close: "Đóng",
    too_long_for_codes: "Đợt này có quá nhiều đơn vị để chuyển bằng mã QR. Xin dùng “Tải tệp”.",
    forget: "Bỏ khỏi máy",
    new: "Tạo đợt mới",
    new_title: "Đợt khảo sát mới",
    edit_title: "Sửa đợt:",
    take_file: "Nhận đợt từ tệp của máy khác",
    taken_title: "Đợt nhận được",
    taken_same: "Máy này đã có đúng đợt này.",
    taken_other: "Máy này đã có đợt cùng mã nhưng nội dung khác. Khác ở:",
    taken_ballots: "Các phiếu đã thu vẫn giữ nguyên.",
    take: "Nhận và dùng đợt này",
    leave: "Không nhận",
    taken_bad: "Tệp này không dùng được làm đợt khảo sát. Xin chọn tệp tải từ nút “Tải tệp” của máy khác.",
    unreadable: "Một đợt lưu trên máy không đọc được, nên được để nguyên:",
    units: "đơn vị",
    fields: "lĩnh vực",
    saved_beside: "Đã lưu. Đợt đang dùng không thay đổi.",
    saved_wrong: "Chưa lưu. Xin sửa các chỗ báo lỗi ở trên rồi lưu lại.",
    units_hint: "Nhiều cấp thì viết cấp trên trước, cách nhau bằng dấu >, ví dụ: Gia Lai > Đức Cơ > Bưu điện xã. Có thể dán thẳng các cột từ Excel. Số hồ sơ của đơn vị viết sau dấu =, ví dụ: = 1.250. Đơn vị có cấp dưới chỉ để gộp, người dân không chọn.",
    units_file: "Lấy danh sách đơn vị từ tệp CSV (mỗi cột một cấp)",
    plan: "Kế hoạch",
    from: "Từ ngày",
    until: "Đến ngày",
    bad_day: "Cần một ngày như 21/11/2026.",
    backwards: "Ngày cuối đang trước ngày đầu.",
    over: "Đợt này đã hết thời gian. Phiếu mới vẫn được nhận; nếu đã sang đợt khác, xin tạo đợt mới.",
    early: "Đợt này chưa đến ngày bắt đầu. Phiếu mới vẫn được nhận.",
    target: "Mục tiêu chung (%)",
    comparator: "Thế nào là đạt",
    at_least: "Từ mức này trở lên (≥)",
    above: "Trên mức này (>)",
    bad_share: "Cần một tỷ lệ từ 0 đến 100, ví dụ 83,5.",
    field_targets: "Mục tiêu riêng của lĩnh vực, mỗi dòng một lĩnh vực",
    field_targets_hint: "Ví dụ “Đất đai: 85” là từ 85 % trở lên, “Đất đai > 85” là trên 85 %.",
    bad_target: "Cần tên một lĩnh vực ở trên và một tỷ lệ, mỗi lĩnh vực một dòng",
    dossiers: "Số hồ sơ đã giải quyết trong kỳ (N)",
    bad_count: "Cần một số nguyên, ví dụ 5.000.",
    margin: "Sai số cho phép (%)",
    bad_margin: "Cần một tỷ lệ từ 0,1 đến 50.",
    sample: "Số phiếu dự kiến, n = N / (1 + N·e²), làm tròn lên:",
};

static EN: CampaignsText = CampaignsText {
    list: "Campaigns on this device",
    list_what: "Each ballot carries the code of its campaign; changing or dropping a campaign loses no ballot.",
    current: "In use",
    built_in: "Built in",
    ballots: "ballots",
    of_planned: "ballots of planned",
    use_it: "Use this one",
    edit: "Edit",
    copy: "Duplicate",
    download: "Save as file",
    codes: "QR code",
    codes_what: "On the other device open Collect, Scan, and scan each code in turn.",
    code_next: "Next code",
    code_before: "Previous code",
    close: "Close",
    too_long_for_codes: "This campaign has too many units to pass on by QR code. Please use “Save as file”.",
    forget: "Drop from device",
    new: "New campaign",
    new_title: "New campaign",
    edit_title: "Edit campaign:",
    take_file: "Take over a campaign from another device's file",
    taken_title: "Campaign received",
    taken_same: "This device already has exactly this campaign.",
    taken_other: "This device has a campaign with the same code and other contents. They differ in:",
    taken_ballots: "The ballots collected so far stay as they are.",
    take: "Keep and use it",
    leave: "Leave it",
    taken_bad: "This file cannot be used as a campaign. Please choose one saved with “Save as file” on another device.",
    unreadable: "A campaign stored here cannot be read, so it is left as it is:",
    units: "units",
    fields: "fields",
    saved_beside: "Saved. The campaign in use is unchanged.",
    saved_wrong: "Not saved. Please put right what is marked above, then save again.",
    units_hint: "For several levels write the upper one first, with > between them, e.g. Gia Lai > Duc Co > Post office. Columns can be pasted from a spreadsheet. A unit's dossiers follow an =, e.g. = 1.250. Units with others below them only group; citizens do not choose them.",
    units_file: "Take the units from a CSV file (one level per column)",
    plan: "Plan",
    from: "From",
    until: "Until",
    bad_day: "A day such as 21/11/2026 is needed.",
    backwards: "The last day is before the first.",
    over: "The period of this campaign is over. Ballots are still accepted; for a new round please make a new campaign.",
    early: "The period of this campaign has not begun. Ballots are accepted already.",
    target: "Overall target (%)",
    comparator: "What meets it",
    at_least: "This or more (≥)",
    above: "More than this (>)",
    bad_share: "A share from 0 to 100 is needed, such as 83,5.",
    field_targets: "Targets of single fields, one per line",
    field_targets_hint: "“Land: 85” means 85 % or more, “Land > 85” more than 85 %. Use the fields' Vietnamese names or codes.",
    bad_target: "Needs the name of a field above and a share, each field once",
    dossiers: "Dossiers finished in the period (N)",
    bad_count: "A whole number is needed, such as 5.000.",
    margin: "Margin of error (%)",
    bad_margin: "A share from 0,1 to 50 is needed.",
    sample: "Ballots planned, n = N / (1 + N·e²), rounded up:",
};
