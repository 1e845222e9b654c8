//! What staff read while ballots go from one tablet to another as codes.

use super::Language;
use super::collect::Said;

/// The sentences in one language.
#[derive(Debug)]
pub struct StreamText {
    /// Heading of the section on the data page, and what it is for.
    pub section: Said,
    /// The sending page, and its link.
    pub send: &'static str,
    /// What to do there.
    pub send_what: &'static str,
    /// The receiving page, and its link.
    pub receive: &'static str,
    /// What to do there.
    pub receive_what: &'static str,
    /// Back to the data page.
    pub back: &'static str,
    /// Which ballots.
    pub which: &'static str,
    /// The choices, in their order.
    pub choices: [&'static str; 3],
    /// What the first choice goes by.
    pub unsent_what: &'static str,
    /// Behind a number of ballots.
    pub ballots: &'static str,
    /// Nothing to send.
    pub nothing: &'static str,
    /// Nothing of the chosen ballots.
    pub nothing_chosen: &'static str,
    /// The ballots cannot be read.
    pub unreadable: &'static str,
    /// Before the time it takes.
    pub takes: &'static str,
    /// Behind seconds, behind minutes.
    pub units: [&'static str; 2],
    /// Before the number of ballots of one turn, where there are more.
    pub in_turns: &'static str,
    /// The warning of a flickering screen.
    pub flicker: &'static str,
    /// Show the codes.
    pub start: &'static str,
    /// Being made.
    pub preparing: &'static str,
    /// The part could not be loaded.
    pub no_part: Said,
    /// A single ballot that is too long.
    pub too_long: &'static str,
    /// What the picture is, for those who cannot see it.
    pub picture: &'static str,
    /// Before the number of the code, before and behind how many are needed.
    pub code: [&'static str; 3],
    /// Before the four digits.
    pub check: &'static str,
    /// What they are for.
    pub check_what: &'static str,
    /// Pause and go on.
    pub pause: [&'static str; 2],
    /// The code before, the next code.
    pub step: [&'static str; 2],
    /// Speed.
    pub speed: &'static str,
    /// Behind the number of codes.
    pub per_second: &'static str,
    /// The other device has everything.
    pub received: &'static str,
    /// What pressing it does.
    pub received_what: &'static str,
    /// Stop without it.
    pub end: &'static str,
    /// Before and behind the number of ballots noted as sent.
    pub noted: Said,
    /// Before the number of ballots left.
    pub left: &'static str,
    /// Show the next turn.
    pub next_turn: &'static str,
    /// The camera, on and off.
    pub camera: [&'static str; 2],
    /// The camera's picture, for those who cannot see it.
    pub video: &'static str,
    /// Hints: off, starting, on.
    pub hints: [&'static str; 3],
    /// Beep.
    pub sound: &'static str,
    /// Before the codes here, between here and needed.
    pub here: [&'static str; 2],
    /// Read aloud at quarters, behind the share.
    pub share: &'static str,
    /// Codes seen again, codes refused.
    pub counts: [&'static str; 2],
    /// From before the page was last closed.
    pub kept: &'static str,
    /// Start over.
    pub over: &'static str,
    /// Take the other stream instead.
    pub instead: &'static str,
    /// Everything is here.
    pub whole: Said,
    /// Another stream; its four digits come behind the title.
    pub other: Said,
    /// No code of a stream.
    pub foreign: Said,
    /// Damaged.
    pub damaged: Said,
    /// Of a newer program.
    pub newer: Said,
    /// Of an older program.
    pub older: Said,
    /// Does not fit together.
    pub broken: Said,
    /// The camera may not be used.
    pub denied: Said,
    /// No camera.
    pub no_camera: Said,
    /// Anything else.
    pub camera_failed: Said,
    /// The reader could not be loaded.
    pub no_reader: Said,
}

/// The sentences in a language.
#[must_use]
pub fn sentences(language: Language) -> &'static StreamText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: StreamText = StreamText {
    section: (
        "Chuyển phiếu sang máy khác, không cần mạng",
        "Máy này chiếu các mã QR đổi liên tục, máy ảnh của máy kia thu lại. Không cần cáp, không cần mạng, không cài thêm gì.",
    ),
    send: "Gửi phiếu bằng mã QR",
    send_what: "Trên máy kia, mở Dữ liệu rồi chọn “Nhận phiếu bằng mã QR”. Phiếu vẫn còn trên máy này.",
    receive: "Nhận phiếu bằng mã QR",
    receive_what: "Trên máy kia, mở Dữ liệu rồi chọn “Gửi phiếu bằng mã QR”. Đưa máy ảnh của máy này vào trước màn hình máy kia.",
    back: "Về trang Dữ liệu",
    which: "Gửi phiếu nào?",
    choices: [
        "Phiếu của đợt này chưa gửi",
        "Mọi phiếu của đợt này",
        "Mọi phiếu trên máy này",
    ],
    unsent_what: "“Chưa gửi” là chưa được ghi nhận “Máy kia đã nhận đủ” trên trang này. Gửi lại không sao: mỗi phiếu chỉ tính một lần.",
    ballots: " phiếu",
    nothing: "Máy này chưa có phiếu nào để gửi.",
    nothing_chosen: "Không có phiếu nào như vậy. Xin chọn cách khác.",
    unreadable: "Trình duyệt không cho đọc phiếu trên máy này. Xin tải lại trang.",
    takes: "Khoảng ",
    units: [" giây", " phút"],
    in_turns: "Gửi làm nhiều lượt, mỗi lượt nhiều nhất ",
    flicker: "Màn hình sẽ nhấp nháy nhanh. Người dễ khó chịu vì ánh sáng nhấp nháy nên chọn 3 mã mỗi giây hoặc không nhìn vào màn hình.",
    start: "Chiếu mã",
    preparing: "Đang chuẩn bị mã…",
    no_part: (
        "Chưa tải được phần mã QR",
        "Xin kiểm tra mạng rồi thử lại. Khi trang Thu phiếu báo đã lưu đủ để dùng không cần mạng thì phần này cũng có sẵn.",
    ),
    too_long: "Có phiếu dài quá, không gửi bằng mã QR được. Xin dùng tệp sao lưu.",
    picture: "Mã QR đổi liên tục để máy kia thu",
    code: ["Mã thứ ", "máy kia cần khoảng ", " mã"],
    check: "Số đối chiếu ",
    check_what: "Máy kia phải hiện cùng số này.",
    pause: ["Tạm dừng", "Chiếu tiếp"],
    step: ["‹ Mã trước", "Mã sau ›"],
    speed: "Tốc độ",
    per_second: " mã mỗi giây",
    received: "Máy kia đã nhận đủ",
    received_what: "Bấm khi máy kia báo đã nhận đủ: lần sau các phiếu này không gửi lại nữa.",
    end: "Dừng, chưa nhận đủ",
    noted: (
        "Đã ghi nhận: máy kia đã nhận ",
        " phiếu. Phiếu vẫn còn trên máy này.",
    ),
    left: "Còn chưa gửi: ",
    next_turn: "Gửi lượt tiếp theo",
    camera: ["Bật máy ảnh", "Tắt máy ảnh"],
    video: "Hình của máy ảnh",
    hints: [
        "Máy ảnh đang tắt.",
        "Đang mở máy ảnh…",
        "Giữ cho cả mã QR nằm gọn trong khung hình.",
    ],
    sound: "Kêu bíp",
    here: ["Đã nhận ", " trong khoảng "],
    share: " % đã nhận",
    counts: ["Mã thấy lại: ", "Mã không dùng được: "],
    kept: "Phần nhận từ trước vẫn còn. Bật máy ảnh để nhận tiếp.",
    over: "Bắt đầu lại từ đầu",
    instead: "Bỏ phần đã nhận, nhận lượt này",
    whole: (
        "Đã nhận đủ",
        "Trên máy kia, bấm “Máy kia đã nhận đủ”. Phiếu chỉ được lưu sau khi ông/bà xem và bấm nhập bên dưới.",
    ),
    other: (
        "Đây là lượt gửi khác: ",
        "Máy kia đang chiếu lượt khác với lượt đang nhận dở. Chọn lại lượt cũ trên máy kia, hoặc nhận lượt này từ đầu.",
    ),
    foreign: (
        "Đây không phải mã chuyển phiếu",
        "Xin mở “Gửi phiếu bằng mã QR” trên máy kia. Phiếu trên điện thoại người dân thì quét ở trang Thu phiếu.",
    ),
    damaged: (
        "Mã bị hỏng trên đường đi",
        "Giữ máy yên và lau ống kính. Mã sau sẽ bù vào, không cần chiếu lại.",
    ),
    newer: (
        "Máy kia dùng phiên bản mới hơn",
        "Xin mở mạng trên máy này để cập nhật rồi nhận lại.",
    ),
    older: (
        "Máy kia dùng phiên bản quá cũ",
        "Xin mở mạng trên máy kia để cập nhật rồi gửi lại.",
    ),
    broken: (
        "Các mã không khớp nhau",
        "Phần đã nhận đã được bỏ. Xin dừng rồi chiếu lại trên máy kia.",
    ),
    denied: (
        "Trình duyệt chưa được phép dùng máy ảnh",
        "Xin cho phép máy ảnh trong cài đặt của trang này rồi bấm “Bật máy ảnh”.",
    ),
    no_camera: (
        "Không tìm thấy máy ảnh",
        "Xin dùng máy có máy ảnh, hoặc chuyển bằng tệp sao lưu.",
    ),
    camera_failed: (
        "Chưa mở được máy ảnh",
        "Có thể ứng dụng khác đang dùng máy ảnh. Xin đóng ứng dụng đó rồi thử lại.",
    ),
    no_reader: (
        "Chưa tải được bộ đọc mã",
        "Xin kiểm tra mạng rồi bấm “Bật máy ảnh”.",
    ),
};

static EN: StreamText = StreamText {
    section: (
        "To another device without a network",
        "This device shows QR codes that keep changing and the other one's camera collects them. No cable, no network, nothing to install.",
    ),
    send: "Send ballots as QR codes",
    send_what: "On the other device open Data and choose “Receive ballots as QR codes”. The ballots stay on this device too.",
    receive: "Receive ballots as QR codes",
    receive_what: "On the other device open Data and choose “Send ballots as QR codes”. Hold this device's camera in front of its screen.",
    back: "Back to Data",
    which: "Which ballots?",
    choices: [
        "Those of this campaign not sent yet",
        "All of this campaign",
        "All on this device",
    ],
    unsent_what: "Not sent means not yet confirmed with “The other device has them all” on this page. Sending twice does no harm: each ballot counts once.",
    ballots: " ballots",
    nothing: "There are no ballots on this device to send yet.",
    nothing_chosen: "There are no such ballots. Please choose others.",
    unreadable: "The browser does not let the ballots on this device be read. Please load the page again.",
    takes: "About ",
    units: [" seconds", " minutes"],
    in_turns: "In several turns, each of at most ",
    flicker: "The screen is going to flicker fast. If flickering light troubles you, choose 3 codes a second or look away.",
    start: "Show the codes",
    preparing: "Preparing the codes…",
    no_part: (
        "The part for QR codes could not be loaded",
        "Please check the network and try again. Once Collect says that everything is stored for use without a network, this is too.",
    ),
    too_long: "One of the ballots is too long for QR codes. Please use the backup file.",
    picture: "A QR code that keeps changing, for the other device to collect",
    code: ["Code ", "the other device needs about ", " codes"],
    check: "Check number ",
    check_what: "The other device must show the same one.",
    pause: ["Pause", "Go on"],
    step: ["‹ Code before", "Next code ›"],
    speed: "Speed",
    per_second: " codes a second",
    received: "The other device has them all",
    received_what: "Press it when the other device says so: next time these ballots are not sent again.",
    end: "Stop, not all received",
    noted: (
        "Noted: the other device has received ",
        " ballots. They stay on this device too.",
    ),
    left: "Not sent yet: ",
    next_turn: "Send the next turn",
    camera: ["Start the camera", "Stop the camera"],
    video: "The camera's picture",
    hints: [
        "The camera is off.",
        "Opening the camera…",
        "Keep the whole QR code inside the picture.",
    ],
    sound: "Beep",
    here: ["Received ", " of about "],
    share: " % received",
    counts: ["Codes seen again: ", "Codes of no use: "],
    kept: "What was received before is still here. Start the camera to go on.",
    over: "Start over",
    instead: "Drop what is here and take this one",
    whole: (
        "Everything has been received",
        "On the other device press “The other device has them all”. Ballots are stored only after you have looked at them below and pressed import.",
    ),
    other: (
        "This is another transfer: ",
        "The other device shows something else than what is half received here. Choose the former one there, or take this one from its beginning.",
    ),
    foreign: (
        "This is not a code of a transfer",
        "Please open “Send ballots as QR codes” on the other device. Ballots on citizens' phones are scanned under Collect.",
    ),
    damaged: (
        "A code was damaged on its way",
        "Hold the device still and wipe the lens. The next codes make up for it; nothing has to be shown again.",
    ),
    newer: (
        "The other device has a newer version",
        "Please connect this device to the network to update it, then receive again.",
    ),
    older: (
        "The other device has a version that is too old",
        "Please connect the other device to the network to update it, then send again.",
    ),
    broken: (
        "The codes do not fit together",
        "What was received has been dropped. Please stop and start again on the other device.",
    ),
    denied: (
        "The browser may not use the camera yet",
        "Please allow the camera in this page's settings and press “Start the camera”.",
    ),
    no_camera: (
        "No camera was found",
        "Please use a device with a camera, or the backup file.",
    ),
    camera_failed: (
        "The camera could not be opened",
        "Another app may be using it. Please close that app and try again.",
    ),
    no_reader: (
        "The code reader could not be loaded",
        "Please check the network and press “Start the camera”.",
    ),
};
