//! Names of the columns every ballot file has, of sheets and of their headings, in both languages.
//!
//! They stand in files that leave the device, so they are the same from the browser and the command line.

use sipas_core::wording::Wording;

/// A name in Vietnamese and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

const fn word(vi: &'static str, en: &'static str) -> Word {
    Word { vi, en }
}

impl Word {
    /// The name in a language; Vietnamese where there is none.
    #[must_use]
    pub fn get(self, language: &str) -> &'static str {
        if language == "en" { self.en } else { self.vi }
    }

    /// The name as a wording.
    #[must_use]
    pub fn wording(self) -> Wording {
        Wording::new(vec![
            ("vi".to_owned(), self.vi.to_owned()),
            ("en".to_owned(), self.en.to_owned()),
        ])
    }
}

/// What a column that is not a criterion says, by its name.
#[must_use]
pub fn column(name: &str) -> Option<Word> {
    Some(match name {
        "ballot_id" => word("Mã phiếu", "Ballot identity"),
        "device_id" => word("Mã thiết bị", "Device identity"),
        "campaign" => word("Đợt khảo sát", "Campaign"),
        "questionnaire" => word("Bảng hỏi", "Questionnaire"),
        "version" => word("Phiên bản bảng hỏi", "Questionnaire version"),
        "unit" => word("Đơn vị", "Unit"),
        "field" => word("Lĩnh vực", "Field"),
        "channel" => word("Hình thức thu phiếu", "Channel"),
        "status" => word("Tình trạng phiếu", "Status"),
        "submitted_at" => word(
            "Thời điểm gửi (giờ của thiết bị)",
            "Sent at (device's clock)",
        ),
        "duration_secs" => word("Thời gian trả lời (giây)", "Duration (seconds)"),
        "gender" => word("Giới tính", "Gender"),
        "age" => word("Tuổi", "Age"),
        "education" => word("Trình độ học vấn", "Education"),
        "occupation" => word("Nghề nghiệp", "Occupation"),
        "respondent" => word("Đối tượng", "Respondent"),
        "comment" => word("Ý kiến khác", "Comment"),
        "reasons" => word("Lý do chưa hài lòng", "Reasons"),
        "ticket" => word("Mã mở phiếu", "Opening code"),
        _ => return None,
    })
}

/// What a code of `channel` or `status` says.
#[must_use]
pub fn value(code: &str) -> Option<Word> {
    Some(match code {
        "phone" => word("Điện thoại của người dân", "Citizen's phone"),
        "kiosk" => word("Máy tại quầy", "Counter's tablet"),
        "interviewer" => word("Phỏng vấn", "Interview"),
        "paper" => word("Phiếu giấy", "Paper ballot"),
        "complete" => word("Trả lời đến hết", "Complete"),
        "stopped" => word(
            "Dừng sớm, câu đã trả lời vẫn tính",
            "Stopped early; answers count",
        ),
        "poster" => word("Áp phích dùng chung", "Poster anyone may scan"),
        _ => return None,
    })
}

/// The answer `na` where the scale has no words of its own for it.
pub const NOT_APPLICABLE: Word = word(
    "Không áp dụng hoặc không được hỏi",
    "Not applicable or not asked",
);

/// Names of the workbook's sheets.
pub const SHEETS: [Word; 4] = [
    word("Số liệu", "Data"),
    word("Nhãn", "Labels"),
    word("Bảng mã", "Codebook"),
    word("Chỉ số", "Indices"),
];

/// Headings of the codebook.
pub const CODEBOOK: [Word; 8] = [
    word("Cột", "Column"),
    word("Nội dung", "Meaning"),
    word("Kiểu", "Kind"),
    word("Mã", "Code"),
    word("Nhãn của mã", "Meaning of the code"),
    word("Điểm", "Score"),
    word("Hài lòng", "Satisfied"),
    word("Không tính", "Not counted"),
];

/// Headings of the indices.
pub const INDICES: [Word; 19] = [
    word("Nhóm theo", "Group by"),
    word("Nhóm", "Group"),
    word("Phiếu", "Ballots"),
    word("Loại chỉ số", "Kind"),
    word("Mã", "Id"),
    word("Nội dung", "Meaning"),
    word("Câu hài lòng", "Satisfied"),
    word("Câu được tính", "Counted"),
    word("Tỷ lệ", "Rate"),
    word("Khoảng tin cậy từ", "Interval from"),
    word("Khoảng tin cậy đến", "Interval to"),
    word("Sai số chuẩn", "Standard error"),
    word("Bậc tự do", "Degrees of freedom"),
    word("Phương pháp", "Method"),
    word("Không áp dụng", "Not applicable"),
    word("Để trống", "Blank"),
    word("Điểm trung bình", "Mean score"),
    word("Người trả lời", "Respondents"),
    word("Ghi chú", "Note"),
];

/// Kinds of index.
#[must_use]
pub fn figure(kind: Figure) -> Word {
    match kind {
        Figure::Overall => word("Chỉ số chung", "Overall index"),
        Figure::Factor => word("Nhóm tiêu chí", "Factor"),
        Figure::Criterion => word("Tiêu chí", "Criterion"),
    }
}

/// Kinds of index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The index of all.
    Overall,
    /// A factor's.
    Factor,
    /// A criterion's.
    Criterion,
}

/// Yes and no.
pub const YES: Word = word("có", "yes");
/// No.
pub const NO: Word = word("không", "no");
/// What a criterion that speaks of something bad is marked with.
pub const REVERSED: Word = word("câu hỏi ngược", "reversed");
/// The same with the answers its rate counts.
pub const REVERSED_COUNTS: Word = word(
    "câu hỏi ngược, tính tỷ lệ trả lời ",
    "reversed, the rate of the answers ",
);
/// Between the last two of several answers.
pub const OR: Word = word(" hoặc ", " or ");
/// What stands beside an interval without width.
pub const ALL_AGREE: Word = word(
    "Mọi câu trả lời giống nhau: dùng khoảng chính xác (Clopper–Pearson)",
    "All answers agree: this is the exact interval (Clopper–Pearson)",
);
/// What stands beside a figure without answers.
pub const NO_ANSWERS: Word = word("Chưa có câu trả lời nào được tính", "No answer was counted");
/// What stands beside a figure that cannot be formed.
pub const UNDEFINED: Word = word(
    "Bảng hỏi không có chỉ số này",
    "The questionnaire has no such figure",
);
/// What stands beside a figure without an interval.
pub const NO_INTERVAL: Word = word(
    "Chưa đủ phiếu để tính khoảng tin cậy",
    "Too few ballots for an interval",
);
