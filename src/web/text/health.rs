//! What staff read about the safety of the ballots on this device, and about removing them.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct HealthText {
    /// Heading of the page, and its link.
    pub title: &'static str,
    /// What the page is.
    pub what: &'static str,
    /// While everything is being read.
    pub reading: &'static str,
    /// All is well.
    pub all_well: &'static str,
    /// Something below needs looking at.
    pub look: &'static str,
    /// Ballots in local storage.
    pub first: &'static str,
    /// Local storage is blocked.
    pub first_blocked: &'static str,
    /// Ballots in the second engine.
    pub second: &'static str,
    /// The second engine cannot be used; the reason follows.
    pub second_closed: &'static str,
    /// Ballots only in the second engine, behind their number.
    pub waiting: &'static str,
    /// When a ballot was last stored.
    pub saved: &'static str,
    /// Nothing yet.
    pub never: &'static str,
    /// Room left.
    pub room: &'static str,
    /// Room left, in the middle of a line.
    pub room_short: &'static str,
    /// Behind the number of ballots there is room for.
    pub room_after: &'static str,
    /// No room for a new survey.
    pub room_none: &'static str,
    /// Protection by the browser.
    pub persisted: &'static str,
    /// Granted.
    pub persisted_yes: &'static str,
    /// Not granted.
    pub persisted_no: &'static str,
    /// Not known.
    pub persisted_unknown: &'static str,
    /// Ask again.
    pub persist_ask: &'static str,
    /// The last export.
    pub exported: &'static str,
    /// The last hand-over.
    pub handed_over: &'static str,
    /// Between time and number of ballots.
    pub ballots: &'static str,
    /// Before the days without an export.
    pub remind_before: &'static str,
    /// Behind them.
    pub remind_after: &'static str,
    /// Records that cannot be read, behind their number.
    pub unreadable: &'static str,
    /// Download them.
    pub unreadable_save: &'static str,
    /// Records of a newer version, behind their number.
    pub newer: &'static str,
    /// The database is of a newer version.
    pub newer_database: &'static str,
    /// Odd times: heading.
    pub odd: &'static str,
    /// Before the program, behind the number.
    pub too_early: &'static str,
    /// From the future, behind the number.
    pub too_late: &'static str,
    /// After a jump back, behind the number.
    pub jumps: &'static str,
    /// What it means.
    pub odd_what: &'static str,
    /// None.
    pub none: &'static str,
    /// Heading of the section on removing.
    pub removal: &'static str,
    /// How removing works.
    pub removal_what: &'static str,
    /// Archive the ballots of a questionnaire: button.
    pub archive: &'static str,
    /// Archived, before the number.
    pub archived_before: &'static str,
    /// Archived, behind the number.
    pub archived_after: &'static str,
    /// Ballots that did not come back from the file, behind their number.
    pub unproved: &'static str,
    /// Before the number to type.
    pub type_before: &'static str,
    /// Behind it.
    pub type_after: &'static str,
    /// Remove: button.
    pub remove: &'static str,
    /// Removed, behind the number.
    pub removed: &'static str,
    /// Removing failed; the reason follows.
    pub failed: &'static str,
    /// Removing needs the second engine.
    pub needs_second: &'static str,
    /// Heading of what can be restored.
    pub restorable: &'static str,
    /// Before the days left.
    pub days_before: &'static str,
    /// Behind them.
    pub days_after: &'static str,
    /// Restore: button.
    pub restore: &'static str,
    /// Restored, behind the number.
    pub restored: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static HealthText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: HealthText = HealthText {
    title: "An toàn dữ liệu",
    what: "Mỗi phiếu được giữ thành hai bản trong máy này. Trang này cho biết hai bản có đủ không và còn chỗ cho bao nhiêu phiếu.",
    reading: "Đang đọc lại từng phiếu…",
    all_well: "Mọi phiếu đều có đủ hai bản và đọc được.",
    look: "Có điều cần xem ở dưới. Không phiếu nào bị xóa.",
    first: "Bản làm việc (bộ nhớ cục bộ)",
    first_blocked: "Trình duyệt chặn bản này. Phiếu chỉ có một bản. Xin cho phép trang này lưu dữ liệu rồi tải lại.",
    second: "Bản bền (cơ sở dữ liệu của trình duyệt)",
    second_closed: "Chưa dùng được bản này, nên phiếu chỉ có một bản. Xin đóng các cửa sổ khác rồi tải lại. Lý do: ",
    waiting: "phiếu chỉ có ở bản bền, đang chờ chỗ trong bản làm việc. Xin lưu trữ rồi xóa bớt.",
    saved: "Lưu phiếu lần cuối",
    never: "chưa có",
    room: "Còn chỗ cho",
    room_short: "còn chỗ cho",
    room_after: "phiếu",
    room_none: "Hết chỗ cho phiếu mới. Xin lưu trữ rồi xóa bớt phiếu ở dưới.",
    persisted: "Bảo vệ khi máy đầy",
    persisted_yes: "Có. Trình duyệt không tự xóa dữ liệu của trang này khi máy hết chỗ.",
    persisted_no: "Chưa. Khi máy rất đầy, trình duyệt có thể tự xóa dữ liệu. Hãy xuất phiếu thường xuyên, thêm trang này vào màn hình chính rồi bấm xin lại.",
    persisted_unknown: "Trình duyệt này không cho biết. Hãy xuất phiếu thường xuyên.",
    persist_ask: "Xin trình duyệt bảo vệ",
    exported: "Xuất lần cuối",
    handed_over: "Bàn giao lần cuối",
    ballots: "phiếu",
    remind_before: "Đã ",
    remind_after: " ngày chưa xuất phiếu. Nên xuất và giữ thêm một bản ở máy khác.",
    unreadable: "bản ghi không đọc được, giữ nguyên",
    unreadable_save: "Tải các bản ghi không đọc được",
    newer: "bản ghi do phiên bản mới hơn tạo, giữ nguyên. Xin dùng bản mới của ứng dụng.",
    newer_database: "Cơ sở dữ liệu do phiên bản mới hơn tạo; phiếu vẫn được lưu, phần mới được giữ nguyên. Xin dùng bản mới của ứng dụng.",
    odd: "Giờ gửi đáng ngờ",
    too_early: "phiếu ghi trước năm 2025",
    too_late: "phiếu ghi giờ ở tương lai",
    jumps: "phiếu gửi ngay sau khi đồng hồ chạy lùi",
    odd_what: "Xin xem lại ngày giờ của máy. Các phiếu này vẫn được tính.",
    none: "không có",
    removal: "Giải phóng bộ nhớ",
    removal_what: "Phiếu chỉ rời máy này sau khi đã ghi ra tệp và tệp đó đọc lại đúng. Phiếu đã xóa còn khôi phục được trong 30 ngày.",
    archive: "Ghi ra tệp để lưu trữ",
    archived_before: "Đã ghi ",
    archived_after: " phiếu ra tệp và đọc lại đúng. Hãy chép tệp sang nơi khác trước khi xóa.",
    unproved: "phiếu không đọc lại đúng từ tệp nên sẽ ở lại máy",
    type_before: "Muốn xóa các phiếu này khỏi máy, xin gõ số ",
    type_after: ":",
    remove: "Lưu trữ rồi xóa",
    removed: "phiếu đã rời máy này. Còn khôi phục được ở dưới.",
    failed: "Chưa làm được, không phiếu nào mất. Xin thử lại. Lý do: ",
    needs_second: "Chỉ xóa được khi bản bền dùng được, vì phiếu đã xóa được giữ ở đó.",
    restorable: "Có thể khôi phục",
    days_before: "giữ ít nhất ",
    days_after: " ngày nữa",
    restore: "Khôi phục",
    restored: "phiếu đã trở lại.",
};

static EN: HealthText = HealthText {
    title: "Data safety",
    what: "Each ballot is kept twice on this device. This page says whether both copies are complete and how many more ballots there is room for.",
    reading: "Reading every ballot again…",
    all_well: "Every ballot has both copies, and both can be read.",
    look: "Something below needs a look. No ballot was removed.",
    first: "Working copy (local storage)",
    first_blocked: "The browser blocks this copy, so each ballot has only one. Allow this site to store data, then reload.",
    second: "Durable copy (the browser's database)",
    second_closed: "This copy cannot be used, so each ballot has only one. Close other windows and reload. Reason: ",
    waiting: "ballots are only in the durable copy, waiting for room in the working copy. Archive and remove some.",
    saved: "Last ballot stored",
    never: "none yet",
    room: "Room for",
    room_short: "room for",
    room_after: "more ballots",
    room_none: "No room for new ballots. Archive and remove some below.",
    persisted: "Protected when the device is full",
    persisted_yes: "Yes. The browser does not clear this site's data by itself when the disk is full.",
    persisted_no: "Not yet. On a very full device the browser may clear the data. Export often, add this page to the home screen, then ask again.",
    persisted_unknown: "This browser does not say. Export often.",
    persist_ask: "Ask the browser to protect it",
    exported: "Last export",
    handed_over: "Last hand-over",
    ballots: "ballots",
    remind_before: "No export for ",
    remind_after: " days. Better export and keep a copy on another device.",
    unreadable: "records that cannot be read, kept as they are",
    unreadable_save: "Download the unreadable records",
    newer: "records written by a newer version, left as they are. Please use the new version of the app.",
    newer_database: "A newer version made the database; ballots are stored all the same and what is new is left as it is. Please use the new version of the app.",
    odd: "Doubtful times",
    too_early: "ballots dated before 2025",
    too_late: "ballots dated in the future",
    jumps: "ballots sent just after the clock went back",
    odd_what: "Please check the date and time of this device. These ballots count all the same.",
    none: "none",
    removal: "Free some room",
    removal_what: "Ballots leave this device only after they were written to a file and that file was read back. Removed ballots can be restored for 30 days.",
    archive: "Write to a file for the archive",
    archived_before: "",
    archived_after: " ballots were written to the file and read back. Copy the file to another place before removing them.",
    unproved: "ballots did not come back from the file and stay on this device",
    type_before: "To remove these ballots from this device, type the number ",
    type_after: ":",
    remove: "Archive and remove",
    removed: "ballots have left this device. They can be restored below.",
    failed: "Not done, and no ballot is lost. Please try again. Reason: ",
    needs_second: "Removing needs the durable copy, because removed ballots are kept there.",
    restorable: "Can be restored",
    days_before: "kept for at least ",
    days_after: " more days",
    restore: "Restore",
    restored: "ballots are back.",
};
