//! What citizens read while they hand their ballot over; a part of the program of its own.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct HandText {
    /// Heading above the code.
    pub title: &'static str,
    /// Why.
    pub what: &'static str,
    /// Before the counter's name.
    pub place: &'static str,
    /// What the code is, for those who cannot see it.
    pub code: &'static str,
    /// Before the number of codes.
    pub several_before: &'static str,
    /// Behind it.
    pub several_after: &'static str,
    /// Before "1/3".
    pub part: &'static str,
    /// The next of several codes.
    pub next: &'static str,
    /// It has been scanned.
    pub handed: &'static str,
    /// Really?
    pub confirm: &'static str,
    /// What follows.
    pub confirm_what: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// Not yet.
    pub no: &'static str,
    /// It is gone from here.
    pub done: &'static str,
    /// Marked as gone; traces are left until other pages are closed.
    pub done_later: &'static str,
    /// It could not be taken away.
    pub failed: &'static str,
    /// Not at the counter any more?
    pub away: &'static str,
    /// What to do then.
    pub away_what: &'static str,
    /// How long a one-time code is good for.
    pub limit: &'static str,
    /// Share the link.
    pub share: &'static str,
    /// What is shared.
    pub share_title: &'static str,
    /// Copy the link.
    pub copy: &'static str,
    /// Copied.
    pub copied: &'static str,
    /// Not copied.
    pub not_copied: &'static str,
    /// Name of the link's field.
    pub link: &'static str,
    /// Before the number of ballots not handed over.
    pub waiting_before: &'static str,
    /// Behind it.
    pub waiting_after: &'static str,
    /// Show the code.
    pub show: &'static str,
    /// Hide it.
    pub hide: &'static str,
    /// Erase it instead.
    pub drop: &'static str,
    /// Really?
    pub drop_confirm: &'static str,
    /// What follows.
    pub drop_what: &'static str,
    /// Yes.
    pub drop_yes: &'static str,
    /// No.
    pub drop_no: &'static str,
    /// Erased.
    pub dropped: &'static str,
}

/// The sentences in a language.
#[must_use]
pub fn sentences(language: Language) -> &'static HandText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: HandText = HandText {
    title: "Đưa mã này cho nhân viên quét",
    what: "Còn một bước: khi máy của nhân viên báo “Đã nhận”, phiếu mới được tính.",
    place: "Nơi nhận: ",
    code: "Mã QR chứa phiếu của ông/bà",
    several_before: "Phiếu có ý kiến dài nên gồm ",
    several_after: " mã. Xin đưa lần lượt từng mã.",
    part: "Mã ",
    next: "Mã tiếp theo",
    handed: "Nhân viên đã quét xong",
    confirm: "Máy của nhân viên đã báo “Đã nhận” chưa?",
    confirm_what: "Sau bước này, điện thoại không còn giữ câu trả lời của ông/bà.",
    yes: "Đã nhận, xóa khỏi điện thoại",
    no: "Chưa, hiện lại mã",
    done: "Đã nhận. Điện thoại này không còn giữ câu trả lời của ông/bà.",
    done_later: "Đã nhận. Câu trả lời sẽ được xóa hẳn khi ông/bà mở lại trang này mà không mở trang nào khác của khảo sát.",
    failed: "Chưa xóa được khỏi điện thoại. Phiếu vẫn còn nguyên; xin thử lại.",
    away: "Không còn ở gần nhân viên?",
    away_what: "Xin gửi đường dẫn này cho nhân viên, ví dụ qua Zalo. Trong đó chỉ có phiếu của ông/bà, không có tên hay số điện thoại.",
    limit: "Mã dùng được trong 36 giờ kể từ khi quét mã của nhân viên.",
    share: "Gửi đường dẫn",
    share_title: "Phiếu khảo sát",
    copy: "Chép đường dẫn",
    copied: "Đã chép. Xin dán vào tin nhắn gửi nhân viên.",
    not_copied: "Chưa chép được. Xin chạm vào ô dưới đây rồi chép.",
    link: "Đường dẫn của phiếu",
    waiting_before: "Điện thoại này còn ",
    waiting_after: " phiếu chưa giao cho nhân viên.",
    show: "Hiện mã để giao",
    hide: "Ẩn mã",
    drop: "Không giao nữa, xóa phiếu",
    drop_confirm: "Xóa phiếu này khỏi điện thoại?",
    drop_what: "Phiếu chưa giao sẽ không được tính và không lấy lại được.",
    drop_yes: "Xóa phiếu",
    drop_no: "Giữ lại",
    dropped: "Đã xóa phiếu khỏi điện thoại này.",
};

static EN: HandText = HandText {
    title: "Show this code to the staff",
    what: "One more step: your answers count once the staff's device says “Received”.",
    place: "For: ",
    code: "QR code that holds your answers",
    several_before: "Your comment is long, so there are ",
    several_after: " codes. Please show them one after the other.",
    part: "Code ",
    next: "Next code",
    handed: "The staff have scanned it",
    confirm: "Did the staff's device say “Received”?",
    confirm_what: "After this step the phone no longer holds your answers.",
    yes: "Received; erase from this phone",
    no: "Not yet; show the code again",
    done: "Received. This phone no longer holds your answers.",
    done_later: "Received. Your answers will be erased completely when you next open this page with no other page of the survey open.",
    failed: "They could not be erased from this phone. Nothing is lost; please try again.",
    away: "No longer near the staff?",
    away_what: "Please send this link to the staff, for instance in a message. It holds only your answers, no name and no phone number.",
    limit: "The code is good for 36 hours after you scanned the staff's.",
    share: "Send the link",
    share_title: "Survey answers",
    copy: "Copy the link",
    copied: "Copied. Please paste it into a message to the staff.",
    not_copied: "It could not be copied. Please touch the field below and copy it.",
    link: "Link of your answers",
    waiting_before: "Ballots on this phone not handed over yet: ",
    waiting_after: ".",
    show: "Show the code",
    hide: "Hide the code",
    drop: "Do not hand over; erase",
    drop_confirm: "Erase these answers from the phone?",
    drop_what: "They were not handed over, so they will not count and cannot be brought back.",
    drop_yes: "Erase",
    drop_no: "Keep them",
    dropped: "Erased from this phone.",
};
