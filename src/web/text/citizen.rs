//! What citizens read.

/// The citizen's sentences in one language.
#[derive(Debug)]
pub struct CitizenText {
    /// The product's name.
    pub name: &'static str,
    /// Half-done survey found.
    pub resume_title: &'static str,
    /// What resuming means.
    pub resume_what: &'static str,
    /// Resume.
    pub resume_yes: &'static str,
    /// Begin anew.
    pub resume_no: &'static str,
    /// Unit screen.
    pub unit_question: &'static str,
    /// Field screen.
    pub field_question: &'static str,
    /// The same two where the questionnaire is not about a visit.
    pub rated_questions: [&'static str; 2],
    /// Open the explanation.
    pub explain: &'static str,
    /// Next screen.
    pub next: &'static str,
    /// Previous screen.
    pub back: &'static str,
    /// Leave blank.
    pub skip: &'static str,
    /// Stop here.
    pub stop: &'static str,
    /// Send.
    pub submit: &'static str,
    /// Next pressed without an answer.
    pub choose_first: &'static str,
    /// What choosing does.
    pub advance_hint: &'static str,
    /// Read to screen readers before the progress.
    pub progress_label: &'static str,
    /// Stop confirmation.
    pub stop_title: &'static str,
    /// What stopping keeps.
    pub stop_what: &'static str,
    /// Stopping with nothing answered.
    pub stop_nothing: &'static str,
    /// Send what is answered.
    pub stop_send: &'static str,
    /// Go on answering.
    pub stop_return: &'static str,
    /// Send nothing.
    pub stop_discard: &'static str,
    /// Respondent screen.
    pub respondent_title: &'static str,
    /// Why, and that it is optional.
    pub respondent_what: &'static str,
    /// Choice for no answer in respondent questions.
    pub not_said: &'static str,
    /// After the number of characters left.
    pub comment_left: &'static str,
    /// Several reasons may be chosen.
    pub reasons_hint: &'static str,
    /// While saving.
    pub sending: &'static str,
    /// Thanks.
    pub thanks_title: &'static str,
    /// What happened.
    pub thanks_what: &'static str,
    /// May close.
    pub thanks_close: &'static str,
    /// Another survey.
    pub again: &'static str,
    /// Saving failed.
    pub save_failed_title: &'static str,
    /// What to do.
    pub save_failed_what: &'static str,
    /// Reason: full.
    pub save_full: &'static str,
    /// Reason: blocked.
    pub save_blocked: &'static str,
    /// Reason: other.
    pub save_other: &'static str,
    /// Try again.
    pub retry: &'static str,
    /// No storage at all.
    pub no_storage_title: &'static str,
    /// What to do.
    pub no_storage_what: &'static str,
    /// Store too full to start.
    pub no_room_what: &'static str,
    /// Only one of two stores works.
    pub one_engine: &'static str,
    /// A file could not be loaded.
    pub load_failed_title: &'static str,
    /// A part of the program could not be loaded.
    pub part_failed_title: &'static str,
    /// What to do.
    pub load_failed_what: &'static str,
    /// A questionnaire with problems.
    pub faulty_title: &'static str,
    /// What to do.
    pub faulty_what: &'static str,
    /// Unknown route.
    pub lost_title: &'static str,
    /// What to do.
    pub lost_what: &'static str,
    /// Front door.
    pub home: &'static str,
    /// Reload.
    pub reload: &'static str,
    /// While loading.
    pub loading: &'static str,
    /// New version ready.
    pub update_ready: &'static str,
    /// Use it.
    pub update_now: &'static str,
    /// The other language could not be loaded.
    pub language_away: &'static str,
    /// Name of the language switch (written in the other language).
    pub language_switch: &'static str,
    /// Name of the text size control.
    pub text_size: &'static str,
}

pub(super) static VI: CitizenText = CitizenText {
    name: "SIPAS tại quầy",
    resume_title: "Tiếp tục phiếu đang làm?",
    resume_what: "Điện thoại này còn giữ một phiếu chưa gửi.",
    resume_yes: "Tiếp tục phiếu này",
    resume_no: "Bỏ phiếu này, làm phiếu mới",
    unit_question: "Ông/bà vừa làm thủ tục ở đâu?",
    field_question: "Thủ tục của ông/bà thuộc lĩnh vực nào?",
    rated_questions: ["Ông/bà đánh giá nơi nào?", "Ông/bà đánh giá lĩnh vực nào?"],
    explain: "Giải thích câu này",
    next: "Tiếp tục",
    back: "Quay lại",
    skip: "Bỏ qua câu này",
    stop: "Dừng tại đây",
    submit: "Gửi phiếu",
    choose_first: "Xin chọn một câu trả lời, hoặc bấm “Bỏ qua câu này”.",
    advance_hint: "Chọn xong, máy tự chuyển sang câu sau; bấm “Quay lại” để sửa.",
    progress_label: "Câu ",
    stop_title: "Ông/bà muốn dừng ở đây?",
    stop_what: "Các câu đã trả lời vẫn được tính nếu ông/bà gửi.",
    stop_nothing: "Ông/bà chưa trả lời câu nào, nên không có gì để gửi.",
    stop_send: "Gửi phần đã trả lời",
    stop_return: "Trả lời tiếp",
    stop_discard: "Không gửi, xóa câu trả lời",
    respondent_title: "Đôi điều về ông/bà",
    respondent_what: "Không bắt buộc. Câu nào không muốn trả lời, xin để trống.",
    not_said: "Không trả lời",
    comment_left: " ký tự nữa",
    reasons_hint: "Có thể chọn nhiều ý.",
    sending: "Đang lưu phiếu…",
    thanks_title: "Cảm ơn ông/bà!",
    thanks_what: "Phiếu đã được lưu an toàn trên máy này.",
    thanks_close: "Ông/bà có thể đóng trang này.",
    again: "Làm phiếu khác",
    save_failed_title: "Chưa lưu được phiếu",
    save_failed_what: "Câu trả lời vẫn còn trên màn hình. Xin đừng đóng trang; bấm “Thử lại”, hoặc nhờ nhân viên giúp.",
    save_full: "Bộ nhớ của máy đã đầy.",
    save_blocked: "Trình duyệt không cho phép lưu dữ liệu.",
    save_other: "Trình duyệt báo lỗi khi lưu.",
    retry: "Thử lại",
    no_storage_title: "Chưa thể bắt đầu phiếu",
    no_storage_what: "Trình duyệt này đang chặn lưu dữ liệu, nên phiếu có thể bị mất. Xin mở bằng cửa sổ thường (không ẩn danh) hoặc cho phép trang này lưu dữ liệu rồi tải lại.",
    no_room_what: "Bộ nhớ của máy sắp đầy nên chưa thể nhận phiếu mới. Nhân viên: mở trang “Dữ liệu”, xuất dữ liệu rồi giải phóng bộ nhớ.",
    one_engine: "Máy này chỉ giữ được một bản của mỗi phiếu (thay vì hai). Phiếu vẫn được nhận.",
    load_failed_title: "Chưa tải được bộ câu hỏi",
    part_failed_title: "Chưa mở được phần này của ứng dụng",
    load_failed_what: "Xin kiểm tra kết nối mạng rồi bấm “Thử lại”. Các phiếu đã lưu không bị ảnh hưởng.",
    faulty_title: "Bộ câu hỏi có lỗi, chưa dùng được",
    faulty_what: "Xin báo cho người quản lý đợt khảo sát các dòng dưới đây. Các phiếu đã lưu không bị ảnh hưởng.",
    lost_title: "Không có trang này",
    lost_what: "Địa chỉ vừa mở không đúng hoặc đã cũ. Không có dữ liệu nào bị mất.",
    home: "Về trang đầu",
    reload: "Tải lại",
    loading: "Đang mở…",
    update_ready: "Đã có bản mới của ứng dụng.",
    update_now: "Dùng bản mới",
    language_away: "Chưa tải được tiếng Anh; xin kiểm tra kết nối mạng rồi bấm lại. (English could not be loaded.)",
    language_switch: "English",
    text_size: "Cỡ chữ",
};
