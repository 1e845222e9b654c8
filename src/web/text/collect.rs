//! What staff read while they collect ballots from citizens' phones.

use super::Language;

/// A result or reason: what happened, and what to do.
pub type Said = (&'static str, &'static str);

/// The sentences in one language.
#[derive(Debug)]
pub struct CollectText {
    /// Heading of the section on the collecting page.
    pub phones: &'static str,
    /// What it is for.
    pub phones_what: &'static str,
    /// The page of the code, and its link.
    pub code: &'static str,
    /// What to do there.
    pub code_what: &'static str,
    /// The page of scanning, and its link.
    pub scan: &'static str,
    /// What to do there.
    pub scan_what: &'static str,
    /// The page of the poster, and its link.
    pub poster: &'static str,
    /// What to do there.
    pub poster_what: &'static str,
    /// Back to collecting.
    pub back: &'static str,
    /// What the code is, for those who cannot see it.
    pub code_alt: &'static str,
    /// Unit of the code.
    pub unit: &'static str,
    /// Field of the code.
    pub field: &'static str,
    /// No unit.
    pub no_unit: &'static str,
    /// The citizen chooses the field.
    pub field_asked: &'static str,
    /// No field.
    pub no_field: &'static str,
    /// The phone does not have this campaign's fields.
    pub fields_unknown: &'static str,
    /// A fresh ticket.
    pub next_citizen: &'static str,
    /// Before the number of the code.
    pub nth: &'static str,
    /// Before the length of the address.
    pub length: &'static str,
    /// Behind it.
    pub length_after: &'static str,
    /// The code is too long.
    pub too_long: &'static str,
    /// Copy of the address.
    pub address: &'static str,
    /// Paper size.
    pub paper: &'static str,
    /// Print.
    pub print: &'static str,
    /// Start the camera.
    pub start: &'static str,
    /// Stop it.
    pub stop: &'static str,
    /// The camera's picture, for those who cannot see it.
    pub camera: &'static str,
    /// Being started.
    pub starting: &'static str,
    /// Hold the phone before the camera.
    pub hold: &'static str,
    /// The camera is off.
    pub camera_off: &'static str,
    /// Not allowed.
    pub denied: Said,
    /// No camera.
    pub no_camera: Said,
    /// Anything else.
    pub camera_failed: Said,
    /// The beep.
    pub sound: &'static str,
    /// Other ways.
    pub other_ways: &'static str,
    /// Paste the link.
    pub paste: &'static str,
    /// Take what was pasted.
    pub take: &'static str,
    /// A picture from a file.
    pub file: &'static str,
    /// The results so far.
    pub so_far: &'static str,
    /// Received.
    pub taken: Said,
    /// Received before.
    pub before: Said,
    /// Some of several codes; the numbers come before.
    pub part: Said,
    /// No code of ours.
    pub foreign: Said,
    /// A code that opens the survey.
    pub survey_code: Said,
    /// No code in the picture.
    pub no_code: Said,
    /// Damaged.
    pub damaged: Said,
    /// Of a newer program.
    pub newer: Said,
    /// Of an older program.
    pub older: Said,
    /// Makes no sense.
    pub malformed: Said,
    /// Another campaign; its code follows the first.
    pub other_campaign: Said,
    /// Another questionnaire; its name follows the first.
    pub other_questionnaire: Said,
    /// A ticket of another device.
    pub unknown_ticket: Said,
    /// A ticket too old.
    pub old_ticket: Said,
    /// A ticket used before.
    pub used_ticket: Said,
    /// Changed or made up.
    pub forged: Said,
    /// Not stored; the reason follows.
    pub not_stored: Said,
    /// The reader could not be loaded.
    pub no_reader: Said,
}

/// The sentences in a language.
#[must_use]
pub fn sentences(language: Language) -> &'static CollectText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// What a poster says, in both languages.
#[derive(Debug)]
pub struct PosterText {
    /// The question.
    pub title: &'static str,
    /// What to do, step by step; the last before the minutes it takes.
    pub steps: [&'static str; 3],
    /// Voluntary.
    pub voluntary: &'static str,
}

/// The poster in Vietnamese and English.
pub static POSTER: [PosterText; 2] = [
    PosterText {
        title: "Ông/bà có hài lòng với việc phục vụ hôm nay không?",
        steps: [
            "Mở máy ảnh của điện thoại, hướng vào mã trên đây, rồi chạm vào đường dẫn hiện ra.",
            "Trả lời các câu hỏi. Không hỏi tên, có thể dừng bất cứ lúc nào.",
            "Gửi xong, đưa mã hiện trên điện thoại cho nhân viên quét.",
        ],
        voluntary: "Khảo sát tự nguyện và ẩn danh.",
    },
    PosterText {
        title: "Were you satisfied with the service today?",
        steps: [
            "Open your phone's camera, point it at the code, then touch the link that appears.",
            "Answer the questions. No name is asked; you may stop at any time.",
            "When you have sent it, show the code on your phone to the staff.",
        ],
        voluntary: "This survey is voluntary and anonymous.",
    },
];

static VI: CollectText = CollectText {
    phones: "Thu phiếu từ điện thoại của người dân",
    phones_what: "Không cần mạng: người dân quét mã của máy này, trả lời, rồi đưa mã trên điện thoại cho máy này quét.",
    code: "Mã cho người dân",
    code_what: "Mời người dân quét mã này bằng máy ảnh của điện thoại. Mỗi mã chỉ dùng cho một người.",
    scan: "Quét mã phiếu",
    scan_what: "Sau khi gửi, điện thoại của người dân hiện một mã. Quét mã đó để phiếu được tính.",
    poster: "Áp phích",
    poster_what: "In và dán ở nơi dễ thấy. Áp phích không có mã riêng cho từng người, nên phiếu từ áp phích được ghi riêng trong dữ liệu (cột “ticket” là “poster”).",
    back: "Về trang Thu phiếu",
    code_alt: "Mã QR mở khảo sát trên điện thoại",
    unit: "Đơn vị",
    field: "Lĩnh vực",
    no_unit: "Không ghi đơn vị",
    field_asked: "Người dân tự chọn",
    no_field: "Không ghi lĩnh vực",
    fields_unknown: "Điện thoại chưa có danh sách lĩnh vực của đợt này, nên không hỏi được. Xin chọn sẵn lĩnh vực.",
    next_citizen: "Người tiếp theo",
    nth: "Mã thứ ",
    length: "Địa chỉ trong mã dài ",
    length_after: " ký tự, đều nằm sau dấu # nên không gửi tới máy chủ nào.",
    too_long: "Địa chỉ quá dài cho một mã. Xin dùng tên đợt hoặc mã đơn vị ngắn hơn.",
    address: "Địa chỉ trong mã",
    paper: "Khổ giấy",
    print: "In áp phích",
    start: "Bật máy quét",
    stop: "Tắt máy quét",
    camera: "Hình của máy ảnh",
    starting: "Đang mở máy ảnh…",
    hold: "Đưa mã trên điện thoại vào trước máy ảnh.",
    camera_off: "Máy quét đang tắt.",
    denied: (
        "Trình duyệt chưa được phép dùng máy ảnh",
        "Xin cho phép máy ảnh trong cài đặt của trang này rồi bấm “Bật máy quét”, hoặc dán đường dẫn bên dưới.",
    ),
    no_camera: (
        "Không tìm thấy máy ảnh",
        "Xin cắm máy ảnh rồi thử lại, hoặc dán đường dẫn hay chọn ảnh chụp mã bên dưới.",
    ),
    camera_failed: (
        "Chưa mở được máy ảnh",
        "Có thể ứng dụng khác đang dùng máy ảnh. Xin đóng ứng dụng đó rồi thử lại, hoặc dán đường dẫn bên dưới.",
    ),
    sound: "Kêu bíp khi quét",
    other_ways: "Cách khác",
    paste: "Dán đường dẫn người dân gửi",
    take: "Nhận phiếu",
    file: "Chọn ảnh chụp mã",
    so_far: "Các lần quét gần đây",
    taken: (
        "Đã nhận",
        "Phiếu đã được lưu và tính. Mời người dân bấm “Nhân viên đã quét xong” trên điện thoại.",
    ),
    before: (
        "Phiếu này đã nhận rồi",
        "Phiếu chỉ tính một lần. Mời người dân bấm “Nhân viên đã quét xong” trên điện thoại.",
    ),
    part: (
        " mã đã quét",
        "Phiếu này gồm nhiều mã. Mời người dân bấm “Mã tiếp theo” rồi quét tiếp.",
    ),
    foreign: (
        "Đây không phải mã phiếu",
        "Xin quét mã hiện trên điện thoại của người dân sau khi gửi phiếu.",
    ),
    survey_code: (
        "Đây là mã để mở phiếu, không phải phiếu đã trả lời",
        "Mã này dành cho điện thoại của người dân. Xin quét mã hiện trên điện thoại sau khi gửi phiếu.",
    ),
    no_code: (
        "Không thấy mã nào trong ảnh",
        "Xin chụp lại: mã chiếm gần hết ảnh, đủ sáng, không bị lóa.",
    ),
    damaged: (
        "Mã bị hỏng hoặc thiếu một phần",
        "Xin quét lại. Nếu dán đường dẫn, xin chép lại toàn bộ đường dẫn.",
    ),
    newer: (
        "Phiếu do phiên bản mới hơn của ứng dụng tạo ra",
        "Xin nối mạng, mở lại trang này để dùng bản mới, rồi quét lại. Phiếu vẫn còn trên điện thoại.",
    ),
    older: (
        "Phiếu do phiên bản quá cũ của ứng dụng tạo ra",
        "Mời người dân nối mạng, tải lại trang trên điện thoại, rồi mở lại mã để quét.",
    ),
    malformed: (
        "Mã này không do khảo sát tạo ra",
        "Phiếu không được nhận. Mời người dân mở lại trang khảo sát, bấm “Hiện mã để giao”, rồi quét lại.",
    ),
    other_campaign: (
        "Phiếu thuộc đợt khảo sát khác: ",
        "Máy này không thu đợt đó. Xin quét ở máy đã đưa mã cho người dân, hoặc chọn lại đợt khảo sát trên máy này.",
    ),
    other_questionnaire: (
        "Phiếu trả lời bộ câu hỏi khác: ",
        "Xin cập nhật ứng dụng trên máy này và trên điện thoại, rồi quét lại.",
    ),
    unknown_ticket: (
        "Mã mở phiếu không do máy này cấp",
        "Xin quét ở máy đã đưa mã cho người dân. Phiếu vẫn còn trên điện thoại.",
    ),
    old_ticket: (
        "Mã mở phiếu đã quá hạn 36 giờ",
        "Phiếu không được nhận nữa. Mời người dân quét mã mới ở máy này nếu muốn trả lời lại.",
    ),
    used_ticket: (
        "Mã mở phiếu này đã dùng cho một phiếu khác",
        "Mỗi mã chỉ dùng cho một người. Mời người dân quét mã mới ở máy này rồi trả lời.",
    ),
    forged: (
        "Phiếu đã bị sửa trên đường đi",
        "Phiếu không được nhận. Mời người dân mở lại mã trên điện thoại đã trả lời, rồi quét lại.",
    ),
    not_stored: (
        "Chưa lưu được phiếu: ",
        "Xin đừng xóa phiếu trên điện thoại. Mở trang “An toàn dữ liệu” xem lý do, rồi quét lại.",
    ),
    no_reader: (
        "Chưa tải được bộ đọc mã",
        "Xin kiểm tra mạng rồi bấm “Bật máy quét”, hoặc dán đường dẫn bên dưới.",
    ),
};

static EN: CollectText = CollectText {
    phones: "Collecting from citizens' phones",
    phones_what: "No network needed: citizens scan this device's code, answer, then show the code on their phone to this device.",
    code: "Code for citizens",
    code_what: "Please have the citizen scan this code with their phone's camera. Each code is for one person.",
    scan: "Scan ballots",
    scan_what: "After sending, the citizen's phone shows a code. Scan it so that the ballot counts.",
    poster: "Poster",
    poster_what: "Print it and put it where people see it. A poster has no code for each person, so its ballots are marked in the data (column “ticket” says “poster”).",
    back: "Back to collecting",
    code_alt: "QR code that opens the survey on a phone",
    unit: "Unit",
    field: "Field",
    no_unit: "No unit",
    field_asked: "The citizen chooses",
    no_field: "No field",
    fields_unknown: "Phones do not have this campaign's list of fields, so they cannot ask. Please choose the field here.",
    next_citizen: "Next person",
    nth: "Code number ",
    length: "The address in the code has ",
    length_after: " characters, all of them behind the #, so nothing reaches a server.",
    too_long: "The address is too long for a code. Please use a shorter campaign name or unit code.",
    address: "Address in the code",
    paper: "Paper size",
    print: "Print the poster",
    start: "Start scanning",
    stop: "Stop scanning",
    camera: "The camera's picture",
    starting: "Opening the camera…",
    hold: "Hold the code on the phone in front of the camera.",
    camera_off: "Scanning is off.",
    denied: (
        "The browser may not use the camera yet",
        "Please allow the camera in this page's settings and press “Start scanning”, or paste the link below.",
    ),
    no_camera: (
        "No camera was found",
        "Please connect one and try again, or paste the link or choose a picture of the code below.",
    ),
    camera_failed: (
        "The camera could not be opened",
        "Another app may be using it. Please close that app and try again, or paste the link below.",
    ),
    sound: "Beep when scanning",
    other_ways: "Other ways",
    paste: "Paste the link a citizen sent",
    take: "Take the ballot",
    file: "Choose a picture of the code",
    so_far: "Latest scans",
    taken: (
        "Received",
        "The ballot is stored and counts. Please have the citizen press “The staff have scanned it” on the phone.",
    ),
    before: (
        "This ballot was received before",
        "A ballot counts once. Please have the citizen press “The staff have scanned it” on the phone.",
    ),
    part: (
        " codes scanned",
        "This ballot has several codes. Please have the citizen press “Next code”, then scan on.",
    ),
    foreign: (
        "This is not the code of a ballot",
        "Please scan the code that the citizen's phone shows after sending.",
    ),
    survey_code: (
        "This code opens the survey; it is not an answered ballot",
        "It is meant for citizens' phones. Please scan the code the phone shows after sending.",
    ),
    no_code: (
        "There is no code in the picture",
        "Please take it again: the code nearly as large as the picture, well lit, without glare.",
    ),
    damaged: (
        "The code is damaged or part of it is missing",
        "Please scan again. If you pasted a link, copy the whole link again.",
    ),
    newer: (
        "The ballot comes from a newer version of the app",
        "Please connect to the network, open this page again to use the new version, then scan again. The ballot is still on the phone.",
    ),
    older: (
        "The ballot comes from too old a version of the app",
        "Please have the citizen connect to the network, reload the page on the phone, and show the code again.",
    ),
    malformed: (
        "This code does not come from a survey",
        "The ballot is not taken. Please have the citizen open the survey's page again, press “Show the code”, then scan again.",
    ),
    other_campaign: (
        "The ballot belongs to another campaign: ",
        "This device does not collect that one. Please scan it at the device that showed the code, or choose the campaign on this device.",
    ),
    other_questionnaire: (
        "The ballot answers another questionnaire: ",
        "Please update the app on this device and on the phone, then scan again.",
    ),
    unknown_ticket: (
        "The code that opened the survey was not issued by this device",
        "Please scan at the device that showed it. The ballot is still on the phone.",
    ),
    old_ticket: (
        "The code that opened the survey is older than 36 hours",
        "The ballot can no longer be taken. The citizen may scan a new code at this device to answer again.",
    ),
    used_ticket: (
        "The code that opened the survey was used for another ballot",
        "Each code is for one person. Please have the citizen scan a new code at this device, then answer.",
    ),
    forged: (
        "The ballot was changed on its way",
        "It is not taken. Please have the citizen show the code on the phone they answered on, then scan again.",
    ),
    not_stored: (
        "The ballot could not be stored: ",
        "Please do not erase it on the phone. Look at “Data safety” for the reason, then scan again.",
    ),
    no_reader: (
        "The code reader could not be loaded",
        "Please check the network and press “Start scanning”, or paste the link below.",
    ),
};
