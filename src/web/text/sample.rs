//! Sentences of the sample's page: how many ballots are needed, and whom to ask.

use super::Language;

/// The sentences in one language; `{0}`, `{1}` … are gaps.
#[derive(Debug)]
pub struct SampleText {
    /// The page's title, and the link to it.
    pub title: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// Back to the plan's page.
    pub back: &'static str,
    /// Heading of the quotas.
    pub quotas: &'static str,
    /// There are no dossiers yet: campaign.
    pub no_dossiers: &'static str,
    /// Titles of the three totals: needed in all, there, still needed.
    pub totals: [&'static str; 3],
    /// What the ballots counted are: questionnaire, days.
    pub counted: &'static str,
    /// Days: first, last; only a first; only a last; none given.
    pub days: [&'static str; 4],
    /// How n is formed: margin, e.
    pub formula: &'static str,
    /// A unit is done.
    pub enough: &'static str,
    /// A unit has no dossiers.
    pub none_needed: &'static str,
    /// Still needed: ballots.
    pub still: &'static str,
    /// There are so many of so many: done, planned, dossiers.
    pub done_of: &'static str,
    /// Ballots beyond a field's quota: how many.
    pub beyond: &'static str,
    /// Opens a unit's fields: how many of them are still short.
    pub by_field: &'static str,
    /// Columns: field, dossiers, planned, done, missing.
    pub columns: [&'static str; 5],
    /// All units together; those without a number of their own; below a unit.
    pub all_units: &'static str,
    /// The units that have no number of their own.
    pub other_units: &'static str,
    /// The rest of a unit with units below it: unit.
    pub rest_of: &'static str,
    /// The fields that have no number of their own.
    pub other_fields: &'static str,
    /// Ballots of no cell: how many.
    pub outside: &'static str,
    /// One line of them: unit, field, ballots.
    pub outside_line: &'static str,
    /// So many more groups.
    pub outside_more: &'static str,
    /// No unit or field given.
    pub not_given: [&'static str; 2],
    /// A whole smaller than its parts: unit, whole, parts.
    pub short_whole: &'static str,
    /// Opens the table of dossiers.
    pub edit: &'static str,
    /// Label of the table.
    pub table: &'static str,
    /// How it is to look.
    pub table_hint: &'static str,
    /// Label of the margin.
    pub margin: &'static str,
    /// What it is.
    pub margin_hint: &'static str,
    /// It is none.
    pub bad_margin: &'static str,
    /// Keeps the table.
    pub keep: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// It is kept; it is not.
    pub kept: [&'static str; 2],
    /// Lines that cannot be taken: how many.
    pub bad_lines: &'static str,
    /// One of them: line, what is wrong, what stands there.
    pub line: &'static str,
    /// What may be wrong, in the order of `Fault`; the last names the line of the first.
    pub faults: [&'static str; 7],

    /// Heading of the draw.
    pub draw_title: &'static str,
    /// What happens with the numbers.
    pub privacy: &'static str,
    /// Label of the list.
    pub list: &'static str,
    /// How it is to look.
    pub list_hint: &'static str,
    /// Opens a file.
    pub open: &'static str,
    /// Reads the list.
    pub read: &'static str,
    /// Empties everything.
    pub forget: &'static str,
    /// Being read: per cent.
    pub reading: &'static str,
    /// The file cannot be read: its name.
    pub bad_file: &'static str,
    /// There is no number in the list.
    pub empty_list: &'static str,
    /// The list: dossiers.
    pub listed: &'static str,
    /// Read from a file: name.
    pub from_file: &'static str,
    /// Read from what was pasted.
    pub from_paste: &'static str,
    /// The first line names the columns.
    pub headed: &'static str,
    /// Repeated numbers: how many.
    pub repeated: &'static str,
    /// One of them: line, line of the first.
    pub repeated_line: &'static str,
    /// Empty lines: how many, which.
    pub blank: &'static str,
    /// Lines whose columns are unclear: how many, which.
    pub unclear: &'static str,
    /// More of a list of lines: how many.
    pub more: &'static str,
    /// Label of the unit.
    pub unit: &'static str,
    /// Label of the count.
    pub count: &'static str,
    /// What is needed by the plan: ballots, unit.
    pub count_plan: &'static str,
    /// What the formula says of the list: dossiers, ballots.
    pub count_list: &'static str,
    /// It is none: dossiers.
    pub bad_count: &'static str,
    /// Label of the seed.
    pub seed: &'static str,
    /// What it is.
    pub seed_hint: &'static str,
    /// It is none.
    pub bad_seed: &'static str,
    /// Spreads over units and fields.
    pub spread: &'static str,
    /// Draws.
    pub draw: &'static str,
    /// Drawn: dossiers, of so many.
    pub drawn: &'static str,
    /// It will be gone; it has been taken out.
    pub volatile: [&'static str; 2],
    /// Prints; as CSV; as a workbook.
    pub take: [&'static str; 3],
    /// A file could not be made: why.
    pub failed: &'static str,
    /// Too long for a sheet here: rows.
    pub too_long: &'static str,

    /// The sheet's kind and subject: campaign.
    pub sheet: [&'static str; 2],
    /// Name of the list's table.
    pub caption: &'static str,
    /// Headings: number, line, dossier, unit, field, done.
    pub headings: [&'static str; 6],
    /// What stands beside it in a CSV file: seed, N, n.
    pub drawing: [&'static str; 3],
    /// Names of the workbook's sheets.
    pub sheets: [&'static str; 2],
    /// What the list says of itself: unit, N, n, seed, method, how to check.
    pub terms: [&'static str; 6],
    /// The method in one sentence; spread over units and fields.
    pub methods: [&'static str; 2],
    /// How to check: seed, n.
    pub check: &'static str,
    /// The same where it was spread: seed, n.
    pub check_spread: &'static str,
    /// Who drew.
    pub drawer: &'static str,
    /// Where to sign.
    pub sign: &'static str,
}

static VI: SampleText = SampleText {
    title: "Kế hoạch lấy mẫu",
    what: "Mỗi đơn vị, lĩnh vực cần bao nhiêu phiếu và còn thiếu bao nhiêu; rút ngẫu nhiên hồ sơ để mời trả lời.",
    back: "Về trang Kế hoạch",
    quotas: "Số phiếu cần có",
    no_dossiers: "Đợt “{0}” chưa có số hồ sơ đã giải quyết. Nhập bảng dưới đây để biết cần bao nhiêu phiếu.",
    totals: ["Cần có", "Đã có", "Còn thiếu"],
    counted: "Đếm phiếu “{0}” {1} trên máy này. Phiếu của máy khác: nhập ở trang Dữ liệu trước.",
    days: [
        "từ {0} đến {1}",
        "từ {0}",
        "đến hết {0}",
        "của mọi ngày (đợt khảo sát chưa ghi thời gian)",
    ],
    formula: "Mỗi đơn vị: n = N / (1 + N·e²), làm tròn lên, với sai số {0} % (e = {1}). Các lĩnh vực chia nhau n theo số hồ sơ.",
    enough: "Đủ phiếu",
    none_needed: "Không có hồ sơ, không cần phiếu",
    still: "Còn thiếu {0} phiếu",
    done_of: "Đã có {0} trên {1} phiếu · {2} hồ sơ",
    beyond: "{0} phiếu vượt chỉ tiêu của lĩnh vực mình, không bù cho lĩnh vực khác.",
    by_field: "Theo lĩnh vực: {0} lĩnh vực còn thiếu phiếu",
    columns: ["Lĩnh vực", "Hồ sơ (N)", "Cần có", "Đã có", "Còn thiếu"],
    all_units: "Tất cả đơn vị",
    other_units: "Các đơn vị còn lại",
    rest_of: "{0}: các đơn vị trực thuộc còn lại",
    other_fields: "Các lĩnh vực còn lại",
    outside: "{0} phiếu không thuộc đơn vị, lĩnh vực nào trong bảng nên chưa được tính. Thêm dòng cho chúng hoặc xem lại phiếu:",
    outside_line: "{0} · {1}: {2} phiếu",
    outside_more: "và {0} nhóm khác",
    not_given: ["không ghi đơn vị", "không ghi lĩnh vực"],
    short_whole: "{0}: tổng ghi {1} hồ sơ nhưng các phần cộng lại {2}. Chỉ tính các phần; hãy xem lại bảng.",
    edit: "Số hồ sơ và sai số",
    table: "Số hồ sơ đã giải quyết trong kỳ",
    table_hint: "Mỗi dòng: đơn vị, lĩnh vực, số hồ sơ; dán từ Excel được. Bỏ trống lĩnh vực để ghi tổng của đơn vị; phần chưa ghi theo lĩnh vực được tính chung.",
    margin: "Sai số cho phép e (%)",
    margin_hint: "5 % tức e = 0,05: tỷ lệ của đơn vị thường lệch không quá khoảng 5 điểm phần trăm. Sai số nhỏ hơn cần nhiều phiếu hơn.",
    bad_margin: "Cần một tỷ lệ từ 0,1 đến 50.",
    keep: "Lưu vào đợt khảo sát",
    undo: "Hoàn tác",
    kept: [
        "Đã lưu vào đợt khảo sát trên máy này.",
        "Chưa lưu được trên máy này. Bảng vẫn ở ô trên; hãy giữ bản gốc và thử lại.",
    ],
    bad_lines: "Chưa lưu: {0} dòng cần sửa. Số hồ sơ đang lưu vẫn giữ nguyên.",
    line: "Dòng {0}: {1} “{2}”",
    faults: [
        "chỉ cần đơn vị, lĩnh vực và số hồ sơ, thừa",
        "ô cuối phải là số nguyên như 1250 hoặc 1.250, đang là",
        "đợt khảo sát không có đơn vị",
        "đợt khảo sát không có lĩnh vực",
        "đợt khảo sát không có đơn vị hay lĩnh vực",
        "tên này có ở nhiều nơi, hãy ghi cả cấp trên (Gia Lai > Đức Cơ) hoặc mã:",
        "trùng đơn vị và lĩnh vực với dòng {0}:",
    ],
    draw_title: "Rút mẫu từ danh sách hồ sơ",
    privacy: "Số hồ sơ chỉ nằm trong bộ nhớ của trang đang mở: không lưu vào máy, không gửi đi, không đi kèm phiếu nào. Tải lại hoặc đóng trang là mất.",
    list: "Danh sách hồ sơ đã giải quyết",
    list_hint: "Mỗi dòng một số hồ sơ; có thể thêm cột: số hồ sơ, đơn vị, lĩnh vực. Bảng nhiều cột hơn cần dòng tiêu đề để biết cột nào là số hồ sơ.",
    open: "Mở tệp CSV, TXT",
    read: "Đọc danh sách",
    forget: "Xóa danh sách khỏi trang",
    reading: "Đang đọc danh sách: {0} %",
    bad_file: "Tệp “{0}” không phải văn bản hay CSV. Trong Excel hãy lưu thành CSV UTF-8 rồi mở lại.",
    empty_list: "Danh sách chưa có số hồ sơ nào. Dán ít nhất một dòng hoặc mở một tệp.",
    listed: "Danh sách có {0} hồ sơ.",
    from_file: "Đọc từ tệp “{0}”.",
    from_paste: "Đọc từ phần vừa dán; dài quá nên không hiện trong ô.",
    headed: "Dòng đầu là tiêu đề cột, không tính là hồ sơ.",
    repeated: "{0} dòng lặp lại số hồ sơ đã có; mỗi hồ sơ chỉ tính một lần:",
    repeated_line: "dòng {0} (trùng dòng {1})",
    blank: "{0} dòng trống được bỏ qua: dòng {1}.",
    unclear: "Chưa rút được: {0} dòng không rõ số hồ sơ (dòng {1}). Mỗi dòng cần một số hồ sơ, nhiều nhất ba cột, hoặc một dòng tiêu đề có cột “Số hồ sơ”.",
    more: "và {0} dòng khác",
    unit: "Rút cho đơn vị",
    count: "Số hồ sơ cần rút (n)",
    count_plan: "{1}: theo kế hoạch còn thiếu {0} phiếu.",
    count_list: "Theo công thức, danh sách {0} hồ sơ cần {1} phiếu.",
    bad_count: "Cần một số nguyên từ 1 đến {0}, là số hồ sơ trong danh sách.",
    seed: "Mã rút mẫu",
    seed_hint: "Sinh ngẫu nhiên một lần. Cùng danh sách, cùng số hồ sơ cần rút và cùng mã luôn cho cùng kết quả; nhập mã cũ để rút lại đúng mẫu cũ.",
    bad_seed: "Mã rút mẫu là một số nguyên từ 0 đến 18446744073709551615.",
    spread: "Rải đều theo đơn vị và lĩnh vực ghi trong danh sách",
    draw: "Rút mẫu",
    drawn: "Đã rút {0} trong {1} hồ sơ.",
    volatile: [
        "Danh sách này sẽ mất khi đọc danh sách khác, tải lại hoặc đóng trang. Hãy in hoặc tải về ngay.",
        "Đã in hoặc tải về. Danh sách trên trang vẫn sẽ mất khi tải lại hoặc đóng trang.",
    ],
    take: ["In danh sách", "Tải CSV", "Tải Excel"],
    failed: "Chưa tạo được tệp: {0}. Danh sách vẫn còn trên trang; hãy kết nối mạng rồi thử lại, hoặc in.",
    too_long: "Mẫu có {0} dòng, quá dài để hiện và in ở đây. Hãy tải CSV hoặc Excel.",
    sheet: [
        "DANH SÁCH HỒ SƠ ĐƯỢC RÚT MẪU",
        "Khảo sát mức độ hài lòng: {0}",
    ],
    caption: "Hồ sơ được rút, theo thứ tự danh sách gốc",
    headings: ["TT", "Dòng", "Số hồ sơ", "Đơn vị", "Lĩnh vực", "Đã hỏi"],
    drawing: ["Mã rút mẫu", "N", "n"],
    sheets: ["Danh sách", "Cách rút"],
    terms: [
        "Đơn vị",
        "Số hồ sơ trong danh sách (N)",
        "Số hồ sơ được rút (n)",
        "Mã rút mẫu",
        "Phương pháp",
        "Cách kiểm tra",
    ],
    methods: [
        "Rút mẫu hệ thống: từ một điểm bắt đầu ngẫu nhiên do mã rút mẫu quyết định, cứ N/n hồ sơ lấy một; mọi hồ sơ có cơ hội n/N như nhau.",
        "Rút mẫu hệ thống trên danh sách xếp theo đơn vị, lĩnh vực: từ một điểm bắt đầu ngẫu nhiên do mã rút mẫu quyết định, cứ N/n hồ sơ lấy một; mọi hồ sơ có cơ hội n/N như nhau.",
    ],
    check: "Mở lại trang Kế hoạch lấy mẫu trên bất kỳ máy nào, dán đúng danh sách gốc, nhập mã {0}, số hồ sơ cần rút {1}, bấm Rút mẫu: kết quả phải giống hệt danh sách này.",
    check_spread: "Mở lại trang Kế hoạch lấy mẫu trên bất kỳ máy nào, dán đúng danh sách gốc, nhập mã {0}, số hồ sơ cần rút {1}, chọn rải đều theo đơn vị và lĩnh vực, bấm Rút mẫu: kết quả phải giống hệt danh sách này.",
    drawer: "NGƯỜI RÚT MẪU",
    sign: "(Ký, ghi rõ họ tên)",
};

static EN: SampleText = SampleText {
    title: "Sample plan",
    what: "How many ballots each unit and field needs and how many are missing; and drawing at random the dossiers whose people are invited.",
    back: "Back to the plan",
    quotas: "Ballots needed",
    no_dossiers: "The campaign “{0}” has no numbers of finished dossiers yet. Fill in the table below to see how many ballots are needed.",
    totals: ["Needed in all", "There are", "Still needed"],
    counted: "Ballots of “{0}” {1} on this device are counted. Bring in those of other devices on the Data page first.",
    days: [
        "from {0} to {1}",
        "from {0}",
        "up to {0}",
        "of any day (the campaign has no period yet)",
    ],
    formula: "Each unit: n = N / (1 + N·e²), rounded up, at a margin of {0}% (e = {1}). Its fields share n by their dossiers.",
    enough: "Enough ballots",
    none_needed: "No dossiers, no ballots needed",
    still: "{0} ballots still needed",
    done_of: "{0} of {1} ballots · {2} dossiers",
    beyond: "{0} ballots are beyond their field's quota; they do not stand in for other fields.",
    by_field: "By field: {0} fields still need ballots",
    columns: ["Field", "Dossiers (N)", "Needed", "There are", "Missing"],
    all_units: "All units",
    other_units: "The other units",
    rest_of: "{0}: the other units below it",
    other_fields: "The other fields",
    outside: "{0} ballots belong to no unit or field of the table, so they are not counted yet. Add lines for them, or look at the ballots:",
    outside_line: "{0} · {1}: {2} ballots",
    outside_more: "and {0} more groups",
    not_given: ["no unit given", "no field given"],
    short_whole: "{0}: its whole says {1} dossiers, but its parts add up to {2}. Only the parts are used; please look at the table again.",
    edit: "Dossiers and margin",
    table: "Dossiers finished in the period",
    table_hint: "One line each: unit, field, number of dossiers; can be pasted from a spreadsheet. Leave the field empty for the unit's whole; what its fields do not say of it is taken together.",
    margin: "Margin of error e (%)",
    margin_hint: "5% means e = 0.05: a unit's rate is seldom off by more than about 5 percentage points. A smaller margin needs more ballots.",
    bad_margin: "A share from 0.1 to 50 is needed.",
    keep: "Save to the campaign",
    undo: "Undo",
    kept: [
        "Saved to the campaign on this device.",
        "Could not be saved on this device. The table is still in the field above; keep the original and try again.",
    ],
    bad_lines: "Not saved: {0} lines need a change. The stored numbers are as they were.",
    line: "Line {0}: {1} “{2}”",
    faults: [
        "unit, field and number are enough; too much:",
        "the last cell must be a whole number such as 1250 or 1.250, but is",
        "the campaign has no unit",
        "the campaign has no field",
        "the campaign has no unit or field",
        "this name is found in several places; write those above it too (Gia Lai > Duc Co), or its code:",
        "the same unit and field as in line {0}:",
    ],
    draw_title: "Draw from a list of dossiers",
    privacy: "Dossier numbers are only in the memory of this open page: they are not stored on the device, sent anywhere, or kept with any ballot. Reloading or closing the page loses them.",
    list: "List of finished dossiers",
    list_hint: "One dossier number a line; there may be columns: number, unit, field. A table with more columns needs a heading that says which one is the dossier number.",
    open: "Open a CSV or TXT file",
    read: "Read the list",
    forget: "Remove the list from the page",
    reading: "Reading the list: {0}%",
    bad_file: "The file “{0}” is not text or CSV. In the spreadsheet save it as CSV UTF-8 and open that.",
    empty_list: "There is no dossier number in the list yet. Paste at least one line or open a file.",
    listed: "The list has {0} dossiers.",
    from_file: "Read from the file “{0}”.",
    from_paste: "Read from what was pasted; too long to stand in the field.",
    headed: "The first line names the columns and is no dossier.",
    repeated: "{0} lines repeat a dossier number; each dossier counts once:",
    repeated_line: "line {0} (same as line {1})",
    blank: "{0} empty lines were passed over: line {1}.",
    unclear: "Cannot be drawn from yet: {0} lines have no clear dossier number (line {1}). Each line needs one, at most three columns, or a heading with a column “Dossier number”.",
    more: "and {0} more lines",
    unit: "Draw for the unit",
    count: "Dossiers to draw (n)",
    count_plan: "{1}: {0} ballots still needed by the plan.",
    count_list: "By the formula a list of {0} dossiers needs {1} ballots.",
    bad_count: "A whole number from 1 to {0}, the dossiers in the list, is needed.",
    seed: "Seed of the draw",
    seed_hint: "Made at random once. The same list, the same number to draw and the same seed always give the same result; type an earlier seed to draw the earlier sample again.",
    bad_seed: "The seed is a whole number from 0 to 18446744073709551615.",
    spread: "Spread over the units and fields in the list",
    draw: "Draw the sample",
    drawn: "{0} of {1} dossiers drawn.",
    volatile: [
        "This list will be gone when another list is read, or the page is reloaded or closed. Print or save it now.",
        "Printed or saved. The list on the page will still be gone when it is reloaded or closed.",
    ],
    take: ["Print the list", "Save as CSV", "Save as workbook"],
    failed: "The file could not be made: {0}. The list is still on the page; connect to a network and try again, or print it.",
    too_long: "The sample has {0} rows, too many to show and print here. Save it as CSV or workbook.",
    sheet: ["LIST OF DOSSIERS DRAWN", "Satisfaction survey: {0}"],
    caption: "Dossiers drawn, in the order of the original list",
    headings: ["No.", "Line", "Dossier number", "Unit", "Field", "Asked"],
    drawing: ["Seed", "N", "n"],
    sheets: ["List", "How it was drawn"],
    terms: [
        "Unit",
        "Dossiers in the list (N)",
        "Dossiers drawn (n)",
        "Seed",
        "Method",
        "How to check",
    ],
    methods: [
        "Systematic sample: from a random start that the seed decides, one dossier in every N/n is taken; every dossier has the same chance n/N.",
        "Systematic sample of the list ordered by unit and field: from a random start that the seed decides, one dossier in every N/n is taken; every dossier has the same chance n/N.",
    ],
    check: "Open the page Sample plan on any device, paste exactly the original list, type the seed {0} and the number to draw {1}, and press Draw the sample: the result must be exactly this list.",
    check_spread: "Open the page Sample plan on any device, paste exactly the original list, type the seed {0} and the number to draw {1}, choose to spread it over units and fields, and press Draw the sample: the result must be exactly this list.",
    drawer: "DRAWN BY",
    sign: "(Signature and full name)",
};

/// The sentences in `language`.
#[must_use]
pub const fn sentences(language: Language) -> &'static SampleText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
