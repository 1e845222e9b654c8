//! Sentences of the pages that make a quarter's package and look at many as one.

use super::Language;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct PackageText {
    /// The making page's title, and the link to it.
    pub title: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// Back to the plan's page.
    pub back: &'static str,
    /// Label of the period.
    pub period: &'static str,
    /// While it is gathered.
    pub working: &'static str,
    /// Heading of what is inside.
    pub inside: &'static str,
    /// A survey's ballots and index: ballots, index, interval.
    pub survey: &'static str,
    /// The same where the index has no interval: ballots, index.
    pub survey_plain: &'static str,
    /// Which files it becomes.
    pub survey_files: &'static str,
    /// Names of plans, evaluation, scorecard.
    pub parts: [&'static str; 3],
    /// Plans: how many, items, done, late.
    pub plans: &'static str,
    /// There is none of each.
    pub none: [&'static str; 3],
    /// The way to where each is made.
    pub ways: [&'static str; 3],
    /// Evaluation: own points, verified points.
    pub evaluation: &'static str,
    /// A column: points, class or what is missing.
    pub column: &'static str,
    /// Indicators without points: how many.
    pub column_missing: &'static str,
    /// Scorecard: year, points, maximum.
    pub scores: &'static str,
    /// Scorecard without a total: year.
    pub scores_no_total: &'static str,
    /// A questionnaire could not be loaded: its id.
    pub missing: &'static str,
    /// Stored things that cannot be read: how many.
    pub unreadable: &'static str,
    /// Whether comments go with it.
    pub comments: &'static str,
    /// What to look at first.
    pub comments_hint: &'static str,
    /// Makes it.
    pub make: &'static str,
    /// Made: name, size in kilobytes.
    pub made: &'static str,
    /// What to do with it.
    pub made_next: &'static str,
    /// Hands it on.
    pub share: &'static str,
    /// It was not handed on.
    pub not_shared: &'static str,
    /// Not made: why.
    pub failed: &'static str,
    /// A report in the package: questionnaire.
    pub preview: &'static str,
    /// The list of files in the package: heading, then each line.
    pub read_me: [&'static str; 9],
    /// The opening page's title, and the link to it.
    pub open_title: &'static str,
    /// What it is for.
    pub open_what: &'static str,
    /// The file button.
    pub choose: &'static str,
    /// While files are opened: done, all.
    pub opening: &'static str,
    /// No file is a package.
    pub nothing: &'static str,
    /// Period, packages, units.
    pub summary: &'static str,
    /// Ballots, index, interval of a questionnaire: these.
    pub together: &'static str,
    /// The same without an interval.
    pub together_plain: &'static str,
    /// Ballots found more than once: how many.
    pub copies: &'static str,
    /// Different ballots under one id: how many.
    pub conflicts: &'static str,
    /// Units, ballots, index, interval, target, verdict.
    pub headings: [&'static str; 6],
    /// Heading of all units.
    pub all: &'static str,
    /// The table of plans and points.
    pub standing: &'static str,
    /// Unit, plans, own points, verified points, scorecard.
    pub standing_headings: [&'static str; 5],
    /// A plan in a cell: done, items, late.
    pub plan_cell: &'static str,
    /// Nothing in a cell.
    pub nothing_cell: &'static str,
    /// Heading of what asks for a look.
    pub doubts: &'static str,
    /// Unreadable: path, why. Rejected: path, rows, why. Outside: path, ballots. Differs: questionnaire, said, counted.
    pub doubt: [&'static str; 4],
    /// A file missing, changed, added: path.
    pub refused: [&'static str; 3],
    /// Heading of the files.
    pub files: &'static str,
    /// When a package was made: day and time.
    pub written: &'static str,
    /// It counts.
    pub counts: &'static str,
    /// It counts without the files that were changed.
    pub counts_partly: &'static str,
    /// Replaced by another: its name.
    pub replaced: &'static str,
    /// Of another period: which.
    pub other_period: &'static str,
    /// Not opened: not a package, newer, damaged, too large, unreadable: why.
    pub closed: [&'static str; 5],
    /// Opens all ballots in the results.
    pub open_results: &'static str,
    /// While that is done.
    pub opening_results: &'static str,
    /// The button that takes plans over from files.
    pub take_plans: &'static str,
    /// What it takes.
    pub take_plans_hint: &'static str,
    /// New, joined.
    pub taken: &'static str,
    /// Files without a plan, or that were not stored: how many.
    pub taken_refused: &'static str,
    /// No file had a plan.
    pub taken_none: &'static str,
    /// The table as a file.
    pub csv: &'static str,
    /// Prints the page.
    pub print: &'static str,
}

static VI: PackageText = PackageText {
    title: "Gói báo cáo của kỳ",
    what: "Một tệp gồm báo cáo, phiếu, chỉ số, kế hoạch khắc phục, kết quả chấm điểm quý và bảng điểm, để nộp lên cấp trên.",
    back: "Về trang Kế hoạch",
    period: "Kỳ",
    working: "Đang gom số liệu…",
    inside: "Trong gói có",
    survey: "{0} phiếu; chỉ số {1} (khoảng tin cậy 95\u{a0}%: {2})",
    survey_plain: "{0} phiếu; chỉ số {1}",
    survey_files: "báo cáo, phiếu và các chỉ số",
    parts: [
        "Kế hoạch khắc phục",
        "Chấm điểm quý",
        "Bảng điểm Chỉ số cải cách hành chính",
    ],
    plans: "{0} kế hoạch: {1} việc, {2} đã xong, {3} quá hạn",
    none: [
        "Chưa có kế hoạch.",
        "Chưa chấm kỳ này.",
        "Chưa có bảng điểm.",
    ],
    ways: ["Lập kế hoạch", "Chấm điểm", "Nhập bảng điểm"],
    evaluation: "tự chấm {0}; thẩm định {1}",
    column: "{0} điểm ({1})",
    column_missing: "còn thiếu {0} tiêu chí",
    scores: "năm {0}: {1}/{2} điểm",
    scores_no_total: "năm {0}: chưa cộng được",
    missing: "Chưa tải được bộ câu hỏi {0}; phiếu của bộ này không có trong gói. Kết nối mạng rồi mở lại trang.",
    unreadable: "{0} bản lưu trên máy này không đọc được nên không có trong gói. Vào trang Kế hoạch, trang đánh giá hoặc bảng điểm để tải về.",
    comments: "Kèm ý kiến ghi thêm của người dân",
    comments_hint: "Ý kiến có thể có tên hoặc số điện thoại người dân tự ghi. Hãy xem và che ở trang Kết quả trước khi gửi.",
    make: "Tạo gói",
    made: "Đã tạo {0} ({1} kB).",
    made_next: "Gửi tệp này lên cấp trên. Nơi nhận mở bằng trang “Tổng hợp các gói”.",
    share: "Gửi qua ứng dụng khác",
    not_shared: "Chưa gửi được. Tệp đã có trong thư mục tải về.",
    failed: "Chưa tạo được gói: {0}",
    preview: "Xem báo cáo trong gói: {0}",
    read_me: [
        "GÓI BÁO CÁO: {0}, {1}",
        "bao-cao-….html: báo cáo; mở bằng trình duyệt, in được ra giấy A4.",
        "phieu/….csv: các phiếu; mở được bằng Excel.",
        "chi-so/….csv, .json: các chỉ số theo đơn vị, lĩnh vực, hình thức, tháng.",
        "ke-hoach/….docx, .csv: kế hoạch khắc phục và phụ lục; .json để máy đọc.",
        "danh-gia.csv, .json: chấm điểm quý.",
        "bang-diem.json: bảng điểm Chỉ số cải cách hành chính.",
        "package.json: danh mục các tệp, để kiểm tra gói còn nguyên vẹn.",
        "Xem nhiều gói như một: mở SIPAS tại quầy, Kế hoạch, Tổng hợp các gói.",
    ],
    open_title: "Tổng hợp các gói",
    open_what: "Chọn gói của nhiều đơn vị để xem như một. Phiếu được đếm lại tại máy này, mỗi phiếu một lần. Máy này không lưu lại gì.",
    choose: "Chọn các gói (.zip)",
    opening: "Đang mở {0}/{1} gói…",
    nothing: "Chưa mở được gói nào. Lý do ghi ở từng tệp bên dưới.",
    summary: "{0}: {1} gói của {2} đơn vị.",
    together: "{0} phiếu; chỉ số {1} (khoảng tin cậy 95\u{a0}%: {2}).",
    together_plain: "{0} phiếu; chỉ số {1}.",
    copies: "{0} phiếu có trong nhiều gói, chỉ tính một lần.",
    conflicts: "{0} mã phiếu có nội dung khác nhau giữa các gói; tính bản gửi sau.",
    headings: [
        "Đơn vị",
        "Phiếu",
        "Chỉ số",
        "Khoảng tin cậy 95\u{a0}%",
        "Mục tiêu",
        "Kết luận",
    ],
    all: "Tất cả",
    standing: "Kế hoạch và điểm",
    standing_headings: [
        "Đơn vị",
        "Kế hoạch khắc phục",
        "Tự chấm quý",
        "Thẩm định quý",
        "Chỉ số CCHC",
    ],
    plan_cell: "{0}/{1} việc đã xong, {2} quá hạn",
    nothing_cell: "chưa có",
    doubts: "Cần xem lại",
    doubt: [
        "{0} không đọc được: {1}",
        "{0}: {1} dòng không dùng được. Dòng đầu: {2}",
        "{0}: {1} phiếu ngoài kỳ hoặc ngoài đơn vị của gói, không tính.",
        "{0}: đơn vị báo {1} câu trả lời hài lòng, đếm lại được {2}.",
    ],
    refused: [
        "Thiếu tệp {0}.",
        "Tệp {0} đã bị sửa sau khi đóng gói, không dùng.",
        "Tệp {0} được thêm vào sau, không dùng.",
    ],
    files: "Các tệp đã chọn",
    written: "tạo lúc {0}",
    counts: "Được tính",
    counts_partly: "Được tính, trừ những gì ghi ở mục Cần xem lại",
    replaced: "Không tính, đã có gói sau: {0}",
    other_period: "Không tính, gói của {0}",
    closed: [
        "Không phải gói báo cáo. Hãy chọn tệp .zip tạo từ trang “Gói báo cáo của kỳ”.",
        "Gói do phiên bản mới hơn tạo. Hãy cập nhật ứng dụng rồi mở lại.",
        "Gói bị hỏng trên đường gửi. Hãy xin gửi lại.",
        "Tệp quá lớn.",
        "Trình duyệt không đọc được tệp: {0}",
    ],
    open_results: "Xem kết quả chung của mọi phiếu",
    opening_results: "Đang mở các phiếu…",
    take_plans: "Lấy kế hoạch từ tệp",
    take_plans_hint: "Từ gói báo cáo (.zip) hoặc tệp kế hoạch (.json) của máy khác. Kế hoạch đã có ở máy này được gộp lại, không mất chữ nào.",
    taken: "Đã lấy {0} kế hoạch mới, gộp {1} kế hoạch đã có.",
    taken_refused: "{0} tệp không phải kế hoạch, hoặc máy này không lưu được.",
    taken_none: "Trong các tệp đã chọn không có kế hoạch nào.",
    csv: "Tải bảng (CSV)",
    print: "In",
};

static EN: PackageText = PackageText {
    title: "The period's package",
    what: "One file with report, ballots, indices, corrective plans, the quarter's evaluation and the scorecard, for the level above.",
    back: "Back to the plan",
    period: "Period",
    working: "Gathering…",
    inside: "In the package",
    survey: "{0} ballots; index {1} (95% interval: {2})",
    survey_plain: "{0} ballots; index {1}",
    survey_files: "report, ballots and indices",
    parts: [
        "Corrective plans",
        "Evaluation of the quarter",
        "Scorecard of the reform index",
    ],
    plans: "{0} plans: {1} items, {2} done, {3} overdue",
    none: [
        "No plan yet.",
        "Not evaluated for this period.",
        "No scorecard yet.",
    ],
    ways: ["Make a plan", "Evaluate the quarter", "Enter the scorecard"],
    evaluation: "own {0}; verified {1}",
    column: "{0} points ({1})",
    column_missing: "{0} indicators missing",
    scores: "year {0}: {1}/{2} points",
    scores_no_total: "year {0}: no total yet",
    missing: "The questionnaire {0} could not be loaded; its ballots are not in the package. Connect to the network and open the page again.",
    unreadable: "{0} things stored on this device cannot be read and are not in the package. They can be saved on the pages of plans, evaluation and scorecard.",
    comments: "With people's comments",
    comments_hint: "Comments may hold names or phone numbers people wrote. Look through them and strike them out on the results page before you send.",
    make: "Make the package",
    made: "Made {0} ({1} kB).",
    made_next: "Send this file to the level above. They open it on the page “Packages together”.",
    share: "Send with another app",
    not_shared: "Not sent. The file is in the downloads folder.",
    failed: "The package could not be made: {0}",
    preview: "See the report in the package: {0}",
    read_me: [
        "PACKAGE: {0}, {1}",
        "bao-cao-….html: the report; open it in a browser, it prints on A4.",
        "phieu/….csv: the ballots; Excel opens them.",
        "chi-so/….csv, .json: the indices by unit, field, channel, month.",
        "ke-hoach/….docx, .csv: corrective plans and their annexes; .json for programs.",
        "danh-gia.csv, .json: the quarter's evaluation.",
        "bang-diem.json: the scorecard of the reform index.",
        "package.json: the list of files, to check that the package is whole.",
        "To look at many packages as one: SIPAS at the counter, Plan, Packages together.",
    ],
    open_title: "Packages together",
    open_what: "Choose the packages of many units to look at them as one. The ballots are counted again on this device, each once. Nothing is stored here.",
    choose: "Choose packages (.zip)",
    opening: "Opening package {0} of {1}…",
    nothing: "No package could be opened. The reason stands beside each file below.",
    summary: "{0}: {1} packages of {2} units.",
    together: "{0} ballots; index {1} (95% interval: {2}).",
    together_plain: "{0} ballots; index {1}.",
    copies: "{0} ballots are in several packages and count once.",
    conflicts: "{0} ballot ids stand for different ballots in the packages; the one sent later counts.",
    headings: [
        "Unit",
        "Ballots",
        "Index",
        "95% interval",
        "Target",
        "Verdict",
    ],
    all: "All",
    standing: "Plans and points",
    standing_headings: [
        "Unit",
        "Corrective plans",
        "Quarter, own",
        "Quarter, verified",
        "Reform index",
    ],
    plan_cell: "{0} of {1} items done, {2} overdue",
    nothing_cell: "none",
    doubts: "To look at",
    doubt: [
        "{0} cannot be read: {1}",
        "{0}: {1} rows cannot be used. The first: {2}",
        "{0}: {1} ballots of another period or unit, not counted.",
        "{0}: the unit says {1} satisfied answers, counted here {2}.",
    ],
    refused: [
        "The file {0} is missing.",
        "The file {0} was changed after packing and is not used.",
        "The file {0} was added after packing and is not used.",
    ],
    files: "Chosen files",
    written: "made at {0}",
    counts: "Counts",
    counts_partly: "Counts, but for what stands under “To look at”",
    replaced: "Not counted, a later package is there: {0}",
    other_period: "Not counted, a package of {0}",
    closed: [
        "Not a package. Choose a .zip file made on the page “The period's package”.",
        "Made by a newer version. Update the app and open it again.",
        "The package was damaged on its way. Ask for it again.",
        "The file is too large.",
        "The browser cannot read the file: {0}",
    ],
    open_results: "See the results of all ballots",
    opening_results: "Opening the ballots…",
    take_plans: "Take plans from files",
    take_plans_hint: "From packages (.zip) or plan files (.json) of other devices. A plan that is here already becomes one with it; no word is lost.",
    taken: "Took {0} new plans, joined {1} that were here.",
    taken_refused: "{0} files are no plan, or this device could not store it.",
    taken_none: "The chosen files hold no plan.",
    csv: "Save the table (CSV)",
    print: "Print",
};

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static PackageText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
