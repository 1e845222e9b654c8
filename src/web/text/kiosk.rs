//! What the counter's tablet says while it waits, and what staff read about it.

use super::Language;

/// The kiosk's sentences in one language.
#[derive(Debug)]
pub struct KioskText {
    /// The sentence of the waiting tablet.
    pub wait_title: &'static str,
    /// Voluntary and anonymous.
    pub wait_what: &'static str,
    /// Begin.
    pub begin: &'static str,
    /// The counter is closed.
    pub closed: &'static str,
    /// Before the time it opens.
    pub opens: &'static str,
    /// Today.
    pub today: &'static str,
    /// Weekdays from Monday, as in "opens …".
    pub weekdays: [&'static str; 7],
    /// The same, short.
    pub weekdays_short: [&'static str; 7],
    /// Are you still there?
    pub still_title: &'static str,
    /// What happens otherwise.
    pub still_what: &'static str,
    /// After the seconds left.
    pub seconds: &'static str,
    /// I am.
    pub still_yes: &'static str,
    /// Somebody else.
    pub still_no: &'static str,
    /// Name of the button that leads out.
    pub exit_button: &'static str,
    /// Heading of the way out.
    pub exit_title: &'static str,
    /// Without a PIN.
    pub exit_free: &'static str,
    /// Leave.
    pub exit_yes: &'static str,
    /// Stay.
    pub exit_no: &'static str,
    /// Name of the PIN field.
    pub pin: &'static str,
    /// Take the last digit away.
    pub erase: &'static str,
    /// While it is checked.
    pub checking: &'static str,
    /// Wrong PIN.
    pub wrong: &'static str,
    /// Wrong recovery code.
    pub wrong_code: &'static str,
    /// Before the seconds to wait.
    pub wait_before: &'static str,
    /// After the seconds to wait.
    pub wait_after: &'static str,
    /// It could not be checked.
    pub failed: &'static str,
    /// The PIN is forgotten.
    pub forgotten: &'static str,
    /// Name of the recovery code's field.
    pub code: &'static str,
    /// What the recovery code does.
    pub code_what: &'static str,
    /// Back to the PIN.
    pub code_back: &'static str,
    /// Heading of the staff's page.
    pub title: &'static str,
    /// What the kiosk is.
    pub what: &'static str,
    /// Start it.
    pub start: &'static str,
    /// Start it without a PIN.
    pub start_free: &'static str,
    /// What that means.
    pub start_free_what: &'static str,
    /// How it is left.
    pub start_locked_what: &'static str,
    /// Settings cannot be kept.
    pub not_kept: &'static str,
    /// Heading of the PIN's section.
    pub pin_title: &'static str,
    /// Why a PIN.
    pub pin_what: &'static str,
    /// There is one.
    pub pin_set: &'static str,
    /// There is none.
    pub pin_none: &'static str,
    /// The new PIN.
    pub pin_new: &'static str,
    /// Once more.
    pub pin_again: &'static str,
    /// Rules.
    pub pin_rules: &'static str,
    /// Too easy or no PIN.
    pub pin_bad: &'static str,
    /// The two differ.
    pub pin_differ: &'static str,
    /// Set it.
    pub pin_save: &'static str,
    /// Take it away.
    pub pin_remove: &'static str,
    /// Being set.
    pub pin_working: &'static str,
    /// It could not be set.
    pub pin_failed: &'static str,
    /// The recovery code's heading.
    pub code_title: &'static str,
    /// Write it down.
    pub code_keep: &'static str,
    /// Print it.
    pub code_print: &'static str,
    /// It is written down.
    pub code_done: &'static str,
    /// Heading of the settings.
    pub settings_title: &'static str,
    /// Idle seconds.
    pub idle: &'static str,
    /// What they mean.
    pub idle_what: &'static str,
    /// Opening hours are used.
    pub hours_use: &'static str,
    /// What happens outside them.
    pub hours_what: &'static str,
    /// From.
    pub hours_from: &'static str,
    /// Until.
    pub hours_until: &'static str,
    /// Days.
    pub hours_days: &'static str,
    /// They make no sense.
    pub hours_bad: &'static str,
    /// Save.
    pub save: &'static str,
    /// Saved.
    pub saved: &'static str,
    /// Hint about the device's own lock.
    pub pinning: &'static str,
}

/// The kiosk's sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static KioskText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: KioskText = KioskText {
    wait_title: "Ông/bà có hài lòng với việc phục vụ hôm nay không?",
    wait_what: "Tự nguyện, không hỏi tên. Ông/bà có thể dừng bất cứ lúc nào.",
    begin: "Bắt đầu",
    closed: "Quầy đang nghỉ",
    opens: "Mở lại lúc",
    today: "hôm nay",
    weekdays: [
        "thứ Hai",
        "thứ Ba",
        "thứ Tư",
        "thứ Năm",
        "thứ Sáu",
        "thứ Bảy",
        "Chủ nhật",
    ],
    weekdays_short: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
    still_title: "Ông/bà còn đây không?",
    still_what: "Hết giờ, phiếu này khép lại. Các câu đã trả lời vẫn được tính.",
    seconds: " giây nữa",
    still_yes: "Tôi còn đây",
    still_no: "Tôi là người khác, làm phiếu mới",
    exit_button: "SIPAS tại quầy. Nhân viên: bấm năm lần để rời chế độ tại quầy",
    exit_title: "Rời chế độ tại quầy",
    exit_free: "Máy này chưa đặt mã PIN. Chỉ nhân viên mới nên rời chế độ tại quầy.",
    exit_yes: "Rời, mở trang nhân viên",
    exit_no: "Ở lại",
    pin: "Mã PIN của nhân viên",
    erase: "Xóa số cuối",
    checking: "Đang kiểm tra…",
    wrong: "Mã PIN chưa đúng.",
    wrong_code: "Mã khôi phục chưa đúng. Xin xem lại tờ giấy đã ghi.",
    wait_before: "Xin chờ ",
    wait_after: " giây rồi thử lại.",
    failed: "Chưa kiểm tra được, xin thử lại.",
    forgotten: "Quên mã PIN?",
    code: "Mã khôi phục",
    code_what: "Mã 10 ký tự đã ghi lại lúc đặt mã PIN. Dùng mã này sẽ bỏ mã PIN cũ; phiếu và cài đặt vẫn còn nguyên.",
    code_back: "Nhập mã PIN",
    title: "Chế độ tại quầy",
    what: "Máy tính bảng đứng tại quầy, người dân tự bấm. Mỗi người xong hoặc rời đi, màn hình trở về trang chờ và không còn gì của người trước.",
    start: "Bắt đầu chế độ tại quầy",
    start_free: "Bắt đầu không có mã PIN",
    start_free_what: "Không có mã PIN thì ai bấm năm lần vào tên ứng dụng cũng mở được trang nhân viên và xem được kết quả. Chỉ nên dùng khi luôn có người trông máy.",
    start_locked_what: "Để rời: bấm năm lần vào chữ “SIPAS tại quầy” ở góc trên, rồi nhập mã PIN.",
    not_kept: "Trình duyệt này không cho lưu cài đặt, nên không khóa được: tải lại trang là mở được trang khác. Xin dùng cửa sổ thường.",
    pin_title: "Mã PIN",
    pin_what: "Mã PIN giữ cho người dân không mở được trang nhân viên.",
    pin_set: "Máy này đã có mã PIN.",
    pin_none: "Máy này chưa có mã PIN.",
    pin_new: "Mã PIN mới",
    pin_again: "Nhập lại mã PIN",
    pin_rules: "4 đến 8 chữ số; không dùng số giống nhau hoặc liền nhau như 1111, 1234.",
    pin_bad: "Xin chọn 4 đến 8 chữ số, không giống nhau cả và không liền nhau.",
    pin_differ: "Hai lần nhập chưa giống nhau.",
    pin_save: "Đặt mã PIN",
    pin_remove: "Bỏ mã PIN",
    pin_working: "Đang đặt mã PIN…",
    pin_failed: "Chưa đặt được mã PIN:",
    code_title: "Mã khôi phục – chỉ hiện một lần",
    code_keep: "Xin ghi lại hoặc in ra và cất nơi an toàn, không để cạnh máy. Quên mã PIN thì dùng mã này.",
    code_print: "In mã khôi phục",
    code_done: "Tôi đã ghi lại mã",
    settings_title: "Cài đặt",
    idle: "Không ai chạm trong bao nhiêu giây thì hỏi",
    idle_what: "Từ 10 đến 300 giây. Sau câu hỏi, người dân có thêm 20 giây để bấm “Tôi còn đây”.",
    hours_use: "Chỉ mở trong giờ làm việc",
    hours_what: "Ngoài giờ, màn hình tối đi và tự sáng lại khi đến giờ.",
    hours_from: "Từ",
    hours_until: "Đến",
    hours_days: "Các ngày",
    hours_bad: "Xin chọn ít nhất một ngày, và giờ kết thúc sau giờ bắt đầu.",
    save: "Lưu cài đặt",
    saved: "Đã lưu.",
    pinning: "Nút Home và nút Quay lại của máy không thuộc về trang này: xin bật thêm “Ghim màn hình” (Android) hoặc “Truy cập được hướng dẫn” (iPad).",
};

static EN: KioskText = KioskText {
    wait_title: "Were you satisfied with the service today?",
    wait_what: "Voluntary; no name is asked. You may stop at any time.",
    begin: "Start",
    closed: "This counter is closed",
    opens: "Opens again at",
    today: "today",
    weekdays: [
        "on Monday",
        "on Tuesday",
        "on Wednesday",
        "on Thursday",
        "on Friday",
        "on Saturday",
        "on Sunday",
    ],
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    still_title: "Are you still there?",
    still_what: "When the time is over, these answers are closed. What was answered still counts.",
    seconds: " seconds left",
    still_yes: "I am still here",
    still_no: "I am someone else: start anew",
    exit_button: "SIPAS at the counter. Staff: press five times to leave the kiosk",
    exit_title: "Leave the kiosk",
    exit_free: "This device has no PIN. Only staff should leave the kiosk.",
    exit_yes: "Leave, open the staff pages",
    exit_no: "Stay",
    pin: "Staff PIN",
    erase: "Delete the last digit",
    checking: "Checking…",
    wrong: "That PIN is not right.",
    wrong_code: "That recovery code is not right. Please look at the sheet it was written on.",
    wait_before: "Please wait ",
    wait_after: " seconds and try again.",
    failed: "It could not be checked; please try again.",
    forgotten: "PIN forgotten?",
    code: "Recovery code",
    code_what: "The 10 characters written down when the PIN was set. Using them removes the old PIN; ballots and settings stay as they are.",
    code_back: "Enter the PIN",
    title: "Kiosk",
    what: "The tablet stands at the counter and citizens answer by themselves. When one has finished or left, the screen goes back to waiting and nothing of them remains on it.",
    start: "Start the kiosk",
    start_free: "Start without a PIN",
    start_free_what: "Without a PIN anyone who presses the app's name five times can open the staff pages and see the results. Only for a tablet that is always watched.",
    start_locked_what: "To leave: press “SIPAS at the counter” in the top corner five times, then enter the PIN.",
    not_kept: "This browser does not keep settings, so nothing is locked: after a reload any page can be opened. Please use an ordinary window.",
    pin_title: "PIN",
    pin_what: "The PIN keeps citizens out of the staff pages.",
    pin_set: "This device has a PIN.",
    pin_none: "This device has no PIN yet.",
    pin_new: "New PIN",
    pin_again: "The PIN once more",
    pin_rules: "4 to 8 digits; not all the same and not in a row, as 1111 or 1234.",
    pin_bad: "Please choose 4 to 8 digits, not all the same and not in a row.",
    pin_differ: "The two are not the same.",
    pin_save: "Set the PIN",
    pin_remove: "Remove the PIN",
    pin_working: "Setting the PIN…",
    pin_failed: "The PIN could not be set:",
    code_title: "Recovery code – shown only once",
    code_keep: "Please write it down or print it and keep it safe, away from the device. It opens the kiosk when the PIN is forgotten.",
    code_print: "Print the recovery code",
    code_done: "I have written it down",
    settings_title: "Settings",
    idle: "Ask after so many seconds without a touch",
    idle_what: "10 to 300 seconds. People then have 20 more seconds to press “I am still here”.",
    hours_use: "Open only in working hours",
    hours_what: "Outside them the screen is dim and lights up by itself when it is time.",
    hours_from: "From",
    hours_until: "Until",
    hours_days: "Days",
    hours_bad: "Please choose at least one day, and an end after the beginning.",
    save: "Save the settings",
    saved: "Saved.",
    pinning: "The device's own Home and Back buttons do not belong to this page: please also use “Screen pinning” (Android) or “Guided Access” (iPad).",
};
