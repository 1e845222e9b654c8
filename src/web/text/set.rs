//! What staff read about an analysis set: many files looked at together without being stored.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct SetText {
    /// Heading.
    pub title: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Label of the file input.
    pub choose: &'static str,
    /// Progress: the worker is on its way.
    pub starting: &'static str,
    /// Progress: before the file's name.
    pub reading: &'static str,
    /// Progress: all files are read.
    pub sorting: &'static str,
    /// Before the seconds left.
    pub left: &'static str,
    /// Behind them.
    pub seconds: &'static str,
    /// Cancel.
    pub cancel: &'static str,
    /// Cancelled.
    pub cancelled: &'static str,
    /// It could not be read, before the reason.
    pub failed: &'static str,
    /// What to do then.
    pub failed_next: &'static str,
    /// Nothing usable in the files.
    pub nothing: &'static str,
    /// Opened.
    pub opened: &'static str,
    /// Row: ballots of the set.
    pub ballots: &'static str,
    /// Row: rows read.
    pub read: &'static str,
    /// Row: copies.
    pub copies: &'static str,
    /// Row: conflicts.
    pub conflicts: &'static str,
    /// Row: rejected.
    pub rejected: &'static str,
    /// Row: devices.
    pub devices: &'static str,
    /// Row: units.
    pub units: &'static str,
    /// Row: files.
    pub files: &'static str,
    /// Heading of the conflicts.
    pub conflict_list: &'static str,
    /// Between an id and the place of the ballot that counts.
    pub counts: &'static str,
    /// Before the places of those that do not.
    pub counts_not: &'static str,
    /// Before the number of those not listed.
    pub more: &'static str,
    /// To the results.
    pub results: &'static str,
    /// Close it.
    pub close: &'static str,
    /// Closed.
    pub closed: &'static str,
    /// What becomes of it.
    pub lasts: &'static str,
    /// The set has all it may.
    pub too_many: &'static str,
    /// Banner above the results.
    pub banner: &'static str,
    /// Behind the number of ballots there.
    pub banner_after: &'static str,
    /// From the banner back to the files.
    pub back: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static SetText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: SetText = SetText {
    title: "Bộ phân tích",
    what: "Xem chung rất nhiều phiếu, như của cả một tỉnh, mà không đưa vào máy này: chọn mọi tệp CSV và tệp sao lưu cùng lúc. Phiếu của máy này giữ nguyên.",
    choose: "Mở bộ phân tích từ các tệp",
    starting: "Đang chuẩn bị đọc…",
    reading: "Đang đọc ",
    sorting: "Đang xếp phiếu, bỏ bản trùng…",
    left: "còn khoảng ",
    seconds: " giây",
    cancel: "Dừng, bỏ tất cả",
    cancelled: "Đã dừng. Không có gì được giữ lại.",
    failed: "Chưa mở được: ",
    failed_next: "Hãy đóng bớt các trang khác rồi thử lại, chọn ít tệp hơn, hoặc dùng sipas-cli.",
    nothing: "Các tệp này không có phiếu nào dùng được.",
    opened: "Đã mở bộ phân tích.",
    ballots: "Phiếu trong bộ",
    read: "Dòng đọc được, kể cả bản trùng",
    copies: "Bản trùng, chỉ tính một lần",
    conflicts: "Mã có các phiếu khác nhau; phiếu gửi sau được tính",
    rejected: "Dòng, phần hoặc tệp không dùng được",
    devices: "Máy đã thu",
    units: "Đơn vị",
    files: "Tệp",
    conflict_list: "Phiếu khác nhau cùng mã",
    counts: ": tính ",
    counts_not: ", không tính ",
    more: "Còn nữa: ",
    results: "Xem kết quả của bộ này",
    close: "Đóng bộ phân tích",
    closed: "Đã đóng. Các trang lại cho xem phiếu của máy này.",
    lasts: "Bộ này chỉ nằm trong bộ nhớ: đóng lại, tải lại trang hay tắt máy là hết. Các tệp của bạn không thay đổi.",
    too_many: "bộ phân tích đã đủ 4.000.000 phiếu nên không đọc tệp này; hãy dùng sipas-cli",
    banner: "Đang xem bộ phân tích gồm ",
    banner_after: " phiếu từ tệp, không phải phiếu của máy này.",
    back: "Các tệp của bộ",
};

static EN: SetText = SetText {
    title: "Analysis set",
    what: "Look at very many ballots together, a whole province's for instance, without bringing them into this device: choose all CSV files and backups at once. This device's ballots stay as they are.",
    choose: "Open an analysis set from files",
    starting: "Getting ready to read…",
    reading: "Reading ",
    sorting: "Sorting the ballots, leaving out copies…",
    left: "about ",
    seconds: " seconds left",
    cancel: "Stop, drop everything",
    cancelled: "Stopped. Nothing was kept.",
    failed: "It could not be opened: ",
    failed_next: "Close other pages and try again, choose fewer files, or use sipas-cli.",
    nothing: "These files have no ballot that can be used.",
    opened: "The analysis set is open.",
    ballots: "Ballots in the set",
    read: "Rows read, copies included",
    copies: "Copies, counted once",
    conflicts: "Ids with different ballots; the one sent later counts",
    rejected: "Rows, parts or files that cannot be used",
    devices: "Devices",
    units: "Units",
    files: "Files",
    conflict_list: "Different ballots under one id",
    counts: ": counts ",
    counts_not: ", does not count ",
    more: "More of them: ",
    results: "Results of this set",
    close: "Close the analysis set",
    closed: "Closed. The pages show this device's ballots again.",
    lasts: "The set is in memory only: closing it, loading the page again or switching off ends it. Your files are not changed.",
    too_many: "the analysis set has its 4,000,000 ballots, so this file was not read; use sipas-cli",
    banner: "You are looking at an analysis set of ",
    banner_after: " ballots from files, not at this device's.",
    back: "The set's files",
};
