//! What staff read when they bring ballots in from files, and when they make a backup.

use super::Language;

/// The sentences in one language.
#[derive(Debug)]
pub struct ImportText {
    /// Heading.
    pub title: &'static str,
    /// What can be imported.
    pub what: &'static str,
    /// Label of the file input.
    pub choose: &'static str,
    /// Progress: reading.
    pub reading: &'static str,
    /// Progress: storing.
    pub storing: &'static str,
    /// Cancel.
    pub cancel: &'static str,
    /// Cancelled.
    pub cancelled: &'static str,
    /// The device cannot be read.
    pub failed_look: &'static str,
    /// Nothing has changed yet.
    pub nothing_yet: &'static str,
    /// Heading of the preview.
    pub preview: &'static str,
    /// Heading of the files.
    pub files: &'static str,
    /// Ballots.
    pub ballots: &'static str,
    /// Row: new.
    pub count_new: &'static str,
    /// Row: known.
    pub count_known: &'static str,
    /// Row: copies.
    pub count_copies: &'static str,
    /// Row: replacing.
    pub count_replacing: &'static str,
    /// Row: losing.
    pub count_losing: &'static str,
    /// Row: removed.
    pub count_removed: &'static str,
    /// Row: rejected.
    pub count_rejected: &'static str,
    /// Take removed ones back.
    pub removed_too: &'static str,
    /// Seen the problems.
    pub seen: &'static str,
    /// Replace the device.
    pub everything: &'static str,
    /// When to choose it.
    pub everything_hint: &'static str,
    /// Import button, before the number.
    pub import: &'static str,
    /// Behind it.
    pub import_after: &'static str,
    /// Import without ballots.
    pub restore_only: &'static str,
    /// Discard.
    pub discard: &'static str,
    /// Nothing to import.
    pub nothing_new: &'static str,
    /// No room.
    pub no_room: &'static str,
    /// Stored.
    pub stored: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// What undo does.
    pub undo_what: &'static str,
    /// Undone.
    pub undone: &'static str,
    /// The last import.
    pub last_before: &'static str,
    /// Import failed.
    pub failed: &'static str,
    /// An interrupted import.
    pub mended: &'static str,
    /// Kind: table.
    pub table: &'static str,
    /// Kind: archive.
    pub archive_file: &'static str,
    /// Archive of a device.
    pub from_device: &'static str,
    /// Written at.
    pub written: &'static str,
    /// Removed there.
    pub removed_there: &'static str,
    /// Too large.
    pub too_large: &'static str,
    /// Unreadable.
    pub unreadable: &'static str,
    /// Damaged archive.
    pub not_archive: &'static str,
    /// Sent as text.
    pub as_text: &'static str,
    /// Newer archive.
    pub newer: &'static str,
    /// A part refused.
    pub part_refused: &'static str,
    /// Items of the part.
    pub part_items: &'static str,
    /// What was recognised.
    pub recognised: &'static str,
    /// Extra columns.
    pub extra: &'static str,
    /// Line.
    pub line: &'static str,
    /// Column.
    pub column: &'static str,
    /// Expected.
    pub expected: &'static str,
    /// Found.
    pub found: &'static str,
    /// More problems.
    pub more: &'static str,
    /// Heading of problems.
    pub problems: &'static str,
    /// Heading of differences.
    pub differences: &'static str,
    /// Counts: file.
    pub difference_in: &'static str,
    /// Counts: device.
    pub difference_held: &'static str,
    /// Differs in.
    pub differs_in: &'static str,
    /// Heading of places.
    pub places: &'static str,
    /// What the choice does.
    pub places_what: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Field.
    pub field: &'static str,
    /// Leave as it is.
    pub leave: &'static str,
    /// No unit or field.
    pub none: &'static str,
    /// Rows.
    pub rows: &'static str,
    /// Heading of the backup.
    pub backup: &'static str,
    /// What a backup is.
    pub backup_what: &'static str,
    /// Save the backup.
    pub backup_save: &'static str,
    /// Saved.
    pub backup_done: &'static str,
    /// Failed.
    pub backup_failed: &'static str,
    /// Writing.
    pub backup_writing: &'static str,
    /// No export yet.
    pub backup_never: &'static str,
    /// Days since, before.
    pub backup_days_before: &'static str,
    /// Days since, after.
    pub backup_days_after: &'static str,
}

/// The sentences in a language.
#[must_use]
pub const fn sentences(language: Language) -> &'static ImportText {
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

static VI: ImportText = ImportText {
    title: "Nhập phiếu từ tệp",
    what: "Chọn một hay nhiều tệp cùng lúc: tệp CSV từ máy khác (kể cả đã sửa bằng Excel) và tệp lưu trữ .sipas. Thứ tự tệp không quan trọng; nhập lại cùng một tệp không làm thay đổi gì.",
    choose: "Chọn tệp",
    reading: "Đang đọc ",
    storing: "Đang lưu phiếu…",
    cancel: "Dừng lại",
    cancelled: "Đã dừng. Không có gì thay đổi.",
    failed_look: "Không đọc được phiếu của máy này, nên chưa thể nhập. Xin tải lại trang. Lý do: ",
    nothing_yet: "Chưa có gì thay đổi. Xin xem rồi bấm nhập.",
    preview: "Sẽ nhập gì",
    files: "Các tệp",
    ballots: "phiếu",
    count_new: "Phiếu mới",
    count_known: "Đã có trên máy này, giống hệt",
    count_copies: "Lặp lại giữa các tệp, chỉ tính một lần",
    count_replacing: "Khác nội dung với phiếu trên máy; phiếu trong tệp gửi sau nên được tính",
    count_losing: "Khác nội dung với phiếu trên máy; phiếu trên máy gửi sau nên giữ nguyên",
    count_removed: "Đã lưu trữ rồi xóa trên máy này",
    count_rejected: "Dòng hoặc phần không dùng được",
    removed_too: "Lấy lại cả các phiếu đã xóa trên máy này",
    seen: "Tôi đã xem các chỗ không dùng được; nhập phần còn lại",
    everything: "Máy này thay máy cũ: khôi phục cả đợt khảo sát, thiết lập, sổ phiếu giấy và mã máy",
    everything_hint: "Chỉ chọn khi máy cũ không còn dùng nữa.",
    import: "Nhập ",
    import_after: " phiếu",
    restore_only: "Khôi phục thiết lập",
    discard: "Thôi, không nhập",
    nothing_new: "Không có phiếu mới trong các tệp này.",
    no_room: "Máy này không còn đủ chỗ. Không có gì thay đổi. Còn chỗ cho số phiếu: ",
    stored: "Đã nhập ",
    undo: "Hoàn tác lần nhập này",
    undo_what: "Chỉ bỏ các phiếu lần này mới thêm vào; phiếu được thay bằng bản gửi sau thì giữ bản gửi sau.",
    undone: "Đã hoàn tác: bỏ ",
    last_before: "Lần nhập gần nhất: ",
    failed: "Chưa nhập được, và không có gì thay đổi. Xin thử lại. Lý do: ",
    mended: "Lần nhập trước bị ngắt giữa chừng nên đã được bỏ trọn vẹn. Xin chọn lại các tệp.",
    table: "bảng CSV",
    archive_file: "tệp lưu trữ",
    from_device: "của máy ",
    written: "ghi ngày ",
    removed_there: "phiếu đã xóa ở máy đó, không nhập",
    too_large: "Tệp lớn hơn 256 MB. Xin dùng lệnh sipas-cli trên máy tính.",
    unreadable: "Không đọc được tệp này. Xin chép lại tệp rồi thử lại. Lý do: ",
    not_archive: "Tệp lưu trữ này không mở được",
    as_text: "Tệp lưu trữ đã bị đổi trên đường gửi (như khi gửi dạng văn bản). Xin gửi lại nguyên tệp.",
    newer: "Tệp lưu trữ do phiên bản mới hơn ghi. Xin cập nhật ứng dụng.",
    part_refused: "phần không đọc được",
    part_items: "mục",
    recognised: "Nhận ra: ",
    extra: "Cột không dùng: ",
    line: "dòng ",
    column: "cột ",
    expected: "cần ",
    found: "có ",
    more: "và số chỗ nữa: ",
    problems: "Những chỗ không dùng được",
    differences: "Phiếu khác nội dung dưới cùng một mã",
    difference_in: "bản trong tệp được tính",
    difference_held: "bản trên máy được tính",
    differs_in: "khác ở: ",
    places: "Đơn vị và lĩnh vực cần cho biết là gì",
    places_what: "Tệp gọi các nơi này bằng tên hoặc mã mà đợt khảo sát không có. Chọn một lần, máy sẽ nhớ cho các lần nhập sau.",
    unit: "Đơn vị",
    field: "Lĩnh vực",
    leave: "Để nguyên",
    none: "Không ghi đơn vị hoặc lĩnh vực",
    rows: "dòng",
    backup: "Sao lưu",
    backup_what: "Một tệp chứa mọi thứ máy này giữ: phiếu, đợt khảo sát, số người được mời, sổ phiếu giấy, thiết lập và cả những gì không đọc được. Tệp tự kiểm tra từng phần; hỏng một phần thì các phần khác vẫn đọc được.",
    backup_save: "Tải tệp sao lưu",
    backup_done: "Đã ghi tệp sao lưu: ",
    backup_failed: "Chưa ghi được tệp sao lưu. Xin thử lại. Lý do: ",
    backup_writing: "Đang ghi…",
    backup_never: "Chưa sao lưu hay xuất lần nào.",
    backup_days_before: "Lần xuất hoặc sao lưu gần nhất: ",
    backup_days_after: " ngày trước.",
};

static EN: ImportText = ImportText {
    title: "Import ballots from files",
    what: "Choose one or more files at once: CSV files from other devices (also ones edited in Excel) and .sipas archives. Their order does not matter; importing the same file again changes nothing.",
    choose: "Choose files",
    reading: "Reading ",
    storing: "Storing ballots…",
    cancel: "Stop",
    cancelled: "Stopped. Nothing was changed.",
    failed_look: "This device's ballots cannot be read, so nothing can be imported. Please reload. Reason: ",
    nothing_yet: "Nothing has changed yet. Look, then import.",
    preview: "What would be imported",
    files: "Files",
    ballots: "ballots",
    count_new: "New ballots",
    count_known: "Already on this device, the same",
    count_copies: "Repeated among the files, counted once",
    count_replacing: "Different from the one on this device; the file's was sent later and counts",
    count_losing: "Different from the one on this device; the device's was sent later and stays",
    count_removed: "Archived and removed on this device",
    count_rejected: "Rows or parts that cannot be used",
    removed_too: "Also take back the ballots removed on this device",
    seen: "I have looked at what cannot be used; import the rest",
    everything: "This device takes the old one's place: restore campaigns, settings, the paper register and the device's code too",
    everything_hint: "Only where the old device is no longer used.",
    import: "Import ",
    import_after: " ballots",
    restore_only: "Restore the settings",
    discard: "Do not import",
    nothing_new: "There are no new ballots in these files.",
    no_room: "There is not enough room on this device. Nothing was changed. Room for so many ballots: ",
    stored: "Imported ",
    undo: "Take this import back",
    undo_what: "Only takes away ballots that this import added; where a later version of a ballot came in, the later one stays.",
    undone: "Taken back: ",
    last_before: "Last import: ",
    failed: "Not imported, and nothing was changed. Please try again. Reason: ",
    mended: "The last import was interrupted, so all of it was taken back. Please choose the files again.",
    table: "CSV table",
    archive_file: "archive",
    from_device: "of device ",
    written: "written on ",
    removed_there: "ballots removed on that device, not imported",
    too_large: "The file is larger than 256 MB. Please use the sipas-cli command on a computer.",
    unreadable: "This file cannot be read. Please copy it again and retry. Reason: ",
    not_archive: "This archive cannot be opened",
    as_text: "The archive was changed on the way, as if it were text. Please send the file again as it is.",
    newer: "A newer version wrote this archive. Please update the app.",
    part_refused: "part that cannot be read",
    part_items: "items",
    recognised: "Recognised: ",
    extra: "Columns not used: ",
    line: "line ",
    column: "column ",
    expected: "expected ",
    found: "found ",
    more: "and so many more: ",
    problems: "What cannot be used",
    differences: "Different ballots under one id",
    difference_in: "the file's counts",
    difference_held: "the device's counts",
    differs_in: "differs in: ",
    places: "Units and fields to name",
    places_what: "The files call these by names or codes the campaign does not have. Choose once; this device remembers it for later imports.",
    unit: "Unit",
    field: "Field",
    leave: "Leave as it is",
    none: "None",
    rows: "rows",
    backup: "Backup",
    backup_what: "One file with everything this device keeps: ballots, campaigns, counts of people asked, the paper register, settings, and what could not be read. It checks itself part by part; if one is damaged the others can still be read.",
    backup_save: "Download a backup",
    backup_done: "Backup written: ",
    backup_failed: "The backup could not be written. Please try again. Reason: ",
    backup_writing: "Writing…",
    backup_never: "Never backed up or exported.",
    backup_days_before: "Last export or backup: ",
    backup_days_after: " days ago.",
};
