//! What clerks read while they type paper ballots in.

/// The sentences in one language.
#[derive(Debug)]
pub struct EntryText {
    /// Heading of the page.
    pub title: &'static str,
    /// What the page is for.
    pub what: &'static str,
    /// Link to the printing page.
    pub print_link: &'static str,
    /// Heading of the settings.
    pub settings: &'static str,
    /// Who types.
    pub who: &'static str,
    /// Add a person.
    pub add_person: &'static str,
    /// A short name.
    pub short_name: &'static str,
    /// What a short name is.
    pub short_name_hint: &'static str,
    /// Nobody chosen.
    pub nobody: &'static str,
    /// How it is typed.
    pub mode: &'static str,
    /// First entry, waits for the second.
    pub mode_first: &'static str,
    /// Second entry.
    pub mode_second: &'static str,
    /// One entry is enough.
    pub mode_single: &'static str,
    /// Day on the paper.
    pub day: &'static str,
    /// The ballot's number.
    pub number: &'static str,
    /// Type it and press Enter.
    pub number_hint: &'static str,
    /// Begin.
    pub begin: &'static str,
    /// Keys while typing.
    pub keys_hint: &'static str,
    /// The comment.
    pub comment: &'static str,
    /// Keys in the comment.
    pub comment_hint: &'static str,
    /// Everything is typed.
    pub all_typed: &'static str,
    /// Nothing stands on this ballot.
    pub all_blank: &'static str,
    /// Save.
    pub save: &'static str,
    /// Leave this ballot without saving.
    pub cancel: &'static str,
    /// No such answer; the keys that are follow.
    pub refused: &'static str,
    /// Being saved.
    pub saving: &'static str,
    /// Saved, before the number.
    pub saved: &'static str,
    /// Behind it: waits for the second entry.
    pub saved_waiting: &'static str,
    /// Behind it: counted.
    pub saved_counted: &'static str,
    /// Could not be saved; the reason follows.
    pub failed: &'static str,
    /// Try again.
    pub retry: &'static str,
    /// No room.
    pub full: &'static str,
    /// Storage is blocked.
    pub blocked: &'static str,
    /// Nothing in a cell.
    pub blank: &'static str,
    /// Does not apply.
    pub not_applicable: &'static str,
    /// One cell back, for the pad.
    pub back: &'static str,
    /// The pad.
    pub pad: &'static str,
    /// The grid.
    pub grid: &'static str,
    /// Typed in already by the same person, before the time.
    pub again_same: &'static str,
    /// Typed in already by another person.
    pub again_other: &'static str,
    /// Decided already.
    pub again_settled: &'static str,
    /// Both entries are there.
    pub again_twice: &'static str,
    /// The second entry has no first.
    pub no_first: &'static str,
    /// The second person must be another.
    pub same_person: &'static str,
    /// Another number.
    pub other_number: &'static str,
    /// Throw the earlier entry away and type it again.
    pub replace: &'static str,
    /// Make it the second entry.
    pub as_second: &'static str,
    /// Make it the first entry.
    pub as_first: &'static str,
    /// Look at the two entries.
    pub compare_now: &'static str,
    /// No number.
    pub bad_number: &'static str,
    /// A day that has not come.
    pub bad_day: &'static str,
    /// Nobody chosen when beginning.
    pub choose_person: &'static str,
    /// A half-typed ballot was found; its number follows.
    pub found_draft: &'static str,
    /// Heading of the comparison, before the number.
    pub compare: &'static str,
    /// How to decide.
    pub compare_hint: &'static str,
    /// Column: question.
    pub column_question: &'static str,
    /// Column: what counts.
    pub column_counts: &'static str,
    /// Type the right key.
    pub type_right: &'static str,
    /// Differences left, behind the number.
    pub left: &'static str,
    /// Nothing left.
    pub none_left: &'static str,
    /// Decide later.
    pub later: &'static str,
    /// Save the decision.
    pub decide: &'static str,
    /// Alike, behind the number.
    pub alike: &'static str,
    /// Heading of the session's figures.
    pub session: &'static str,
    /// Ballots typed.
    pub typed: &'static str,
    /// Ballots an hour.
    pub an_hour: &'static str,
    /// Keys a minute.
    pub keys_minute: &'static str,
    /// Heading of the register.
    pub register: &'static str,
    /// Waiting for the second entry.
    pub waiting: &'static str,
    /// To be compared.
    pub twice: &'static str,
    /// Counted.
    pub settled: &'static str,
    /// Of another version of the questionnaire.
    pub other_version: &'static str,
    /// Unreadable.
    pub unreadable: &'static str,
    /// Save the unreadable ones.
    pub unreadable_save: &'static str,
    /// Waiting numbers.
    pub waiting_numbers: &'static str,
    /// Close the waiting ones without a second entry.
    pub settle: &'static str,
    /// What that means; the number stands before.
    pub settle_what: &'static str,
    /// Confirm.
    pub settle_yes: &'static str,
    /// Do not.
    pub settle_no: &'static str,
    /// Behind the number of ballots closed.
    pub settled_done: &'static str,
    /// Take the last entry back.
    pub undo: &'static str,
    /// Taken back, before the number.
    pub undone: &'static str,
    /// Heading of agreement.
    pub agreement: &'static str,
    /// Papers typed twice.
    pub papers_twice: &'static str,
    /// Cells alike.
    pub cells_alike: &'static str,
    /// Kappa.
    pub kappa: &'static str,
    /// Why there is none.
    pub kappa_none: &'static str,
    /// Column: person.
    pub person: &'static str,
    /// Column: entries.
    pub entries: &'static str,
    /// Column: mistakes.
    pub mistakes: &'static str,
    /// Nothing typed twice yet.
    pub no_agreement: &'static str,
    /// Export the register.
    pub export: &'static str,
    /// Results: papers waiting, behind the number.
    pub not_counted: &'static str,
    /// Link to the page.
    pub link: &'static str,
    /// What is printed beside the link on the collecting page.
    pub link_what: &'static str,
    /// Being read.
    pub reading: &'static str,
    /// The register cannot be read.
    pub unread: &'static str,
    /// No unit or field.
    pub none: &'static str,
}

pub const VI: EntryText = EntryText {
    title: "Nhập phiếu giấy",
    what: "Nhập bằng phím số: mỗi câu một phím, không cần chuột. Người thứ hai nhập lại để bắt lỗi gõ nhầm.",
    print_link: "In phiếu giấy",
    settings: "Người nhập và phiếu",
    who: "Người nhập",
    add_person: "Thêm người",
    short_name: "Tên tắt",
    short_name_hint: "Vài chữ, ví dụ LAN. Tên tắt chỉ nằm trong sổ nhập của máy này, không vào phiếu.",
    nobody: "Chọn người nhập",
    mode: "Cách nhập",
    mode_first: "Lần một, chờ người thứ hai nhập lại",
    mode_second: "Lần hai, nhập lại để đối chiếu",
    mode_single: "Một lần, tính ngay",
    day: "Ngày trên phiếu",
    number: "Số phiếu",
    number_hint: "Gõ số in trên phiếu rồi bấm Enter.",
    begin: "Nhập phiếu này",
    keys_hint: "Chữ số = câu trả lời · 0 = không áp dụng · Enter, phím cách hoặc dấu chấm = để trống · Backspace = lùi một ô",
    comment: "Ý kiến viết tay",
    comment_hint: "Gõ ý kiến nếu có; không gõ họ tên, số điện thoại. Enter để sang bước lưu.",
    all_typed: "Đã nhập hết các câu. Bấm Enter để lưu, Backspace để lùi lại.",
    all_blank: "Phiếu này không có câu trả lời nào. Nếu đúng là phiếu trắng, bấm Enter để lưu.",
    save: "Lưu phiếu",
    cancel: "Bỏ phiếu này, không lưu",
    refused: "Câu này chỉ nhận các phím:",
    saving: "Đang lưu…",
    saved: "Đã lưu an toàn phiếu số",
    saved_waiting: "chờ người thứ hai nhập lại",
    saved_counted: "đã được tính",
    failed: "Chưa lưu được: ",
    retry: "Thử lưu lại",
    full: "máy hết chỗ. Xin xuất dữ liệu rồi dọn bớt, sau đó bấm “Thử lưu lại”.",
    blocked: "trình duyệt không cho lưu. Xin mở lại trang ngoài chế độ ẩn danh.",
    blank: "Để trống",
    not_applicable: "Không áp dụng",
    back: "Lùi",
    pad: "Bàn phím trên màn hình",
    grid: "Các câu của phiếu",
    again_same: "Phiếu này ông/bà đã nhập lúc",
    again_other: "Phiếu này đã được nhập lần một bởi",
    again_settled: "Phiếu này đã chốt và đã được tính. Xin xem lại số phiếu.",
    again_twice: "Phiếu này đã nhập đủ hai lần và đang chờ đối chiếu.",
    no_first: "Chưa có ai nhập lần một phiếu này.",
    same_person: "Lần một cũng do người này nhập. Lần hai phải do người khác; xin đổi người nhập ở trên.",
    other_number: "Gõ số khác",
    replace: "Bỏ lần nhập trước, nhập lại",
    as_second: "Nhập làm lần hai",
    as_first: "Nhập làm lần một",
    compare_now: "Đối chiếu ngay",
    bad_number: "Số phiếu là một số từ 1 trở lên.",
    bad_day: "Ngày trên phiếu chưa tới. Xin xem lại ngày.",
    choose_person: "Xin chọn hoặc thêm người nhập trước.",
    found_draft: "Đã mở lại phiếu đang nhập dở, số",
    compare: "Đối chiếu phiếu số",
    compare_hint: "Phím 1 = theo lần một, 2 = theo lần hai, 3 rồi gõ phím đúng = theo phiếu giấy. Backspace = lùi.",
    column_question: "Câu",
    column_counts: "Được tính",
    type_right: "Gõ phím đúng trên phiếu giấy",
    left: "chỗ khác nhau chưa chọn",
    none_left: "Đã chọn xong. Bấm Enter để lưu.",
    later: "Để sau",
    decide: "Lưu kết quả đối chiếu",
    alike: "ô giống nhau",
    session: "Từ lúc mở trang",
    typed: "phiếu đã nhập",
    an_hour: "phiếu/giờ",
    keys_minute: "phím/phút",
    register: "Sổ nhập phiếu",
    waiting: "chờ nhập lần hai, chưa được tính",
    twice: "chờ đối chiếu, chưa được tính",
    settled: "đã chốt, đã được tính",
    other_version: "của bộ câu hỏi hoặc bản khác, giữ nguyên",
    unreadable: "bản ghi không đọc được, giữ nguyên",
    unreadable_save: "Lưu các bản ghi đó ra tệp",
    waiting_numbers: "Đang chờ nhập lần hai:",
    settle: "Chốt không cần nhập lần hai",
    settle_what: "phiếu đang chờ sẽ được tính theo lần nhập một và không đối chiếu được nữa. Việc này không lấy lại được.",
    settle_yes: "Chốt",
    settle_no: "Không chốt",
    settled_done: "phiếu đã chốt và được tính.",
    undo: "Bỏ lần nhập vừa lưu",
    undone: "Đã bỏ lần nhập của phiếu số",
    agreement: "Hai người nhập giống nhau đến đâu",
    papers_twice: "phiếu nhập hai lần",
    cells_alike: "ô nhập giống nhau",
    kappa: "Kappa của Cohen",
    kappa_none: "chưa tính được: mọi ô đều một giá trị",
    person: "Người nhập",
    entries: "Lượt nhập",
    mistakes: "Ô nhập sai",
    no_agreement: "Chưa có phiếu nào nhập hai lần.",
    export: "Xuất sổ nhập (CSV)",
    not_counted: "phiếu giấy đã nhập nhưng chưa được tính ở đây.",
    link: "Phiếu giấy",
    link_what: "In phiếu A4 và nhập phiếu bằng phím số.",
    reading: "Đang đọc sổ nhập…",
    unread: "Không đọc được sổ nhập: ",
    none: "Không ghi",
};
