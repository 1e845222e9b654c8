//! What is wrong with a file, and what was recognised of it, in the reader's language.

use super::Language;
use sipas_formats::csv::{DayOrder, Dialect, Encoding, Expected, Found};

/// What should stand there.
#[must_use]
pub fn expected(what: &Expected, language: Language) -> String {
    if language == Language::En {
        return what.to_string();
    }
    match what {
        Expected::CommaText => "một bảng chữ (CSV)".to_owned(),
        Expected::Header => "dòng đầu ghi tên cột, trong đó có ballot_id".to_owned(),
        Expected::Column => "cột này".to_owned(),
        Expected::ColumnOnce => "cột này đúng một lần".to_owned(),
        Expected::ClosingQuote => "dấu ngoặc kép đóng ô bắt đầu ở đây".to_owned(),
        Expected::EndOfCell => "hết ô sau dấu ngoặc kép".to_owned(),
        Expected::QuotedCell => {
            "ô có dấu ngoặc kép phải đặt trong ngoặc kép, dấu bên trong viết hai lần".to_owned()
        }
        Expected::Cells(count) => format!("{count} ô"),
        Expected::HexDigits(count) => format!("{count} chữ số 0-9 a-f"),
        Expected::WholeId(count) => format!("mã {count} chữ số 0-9 a-f chưa bị Excel đổi thành số"),
        Expected::Code => "mã gồm a-z 0-9 - và /, hoặc ô trống".to_owned(),
        Expected::Ticket => "16 chữ số 0-9 a-f, poster, hoặc ô trống".to_owned(),
        Expected::KnownQuestionnaire => "bảng hỏi và phiên bản mà ứng dụng này có".to_owned(),
        Expected::SameQuestionnaire(edition) => {
            format!(
                "{} phiên bản {} như các dòng khác",
                edition.id, edition.version
            )
        }
        Expected::WholeNumber => "số nguyên từ 0 đến 4294967295".to_owned(),
        Expected::Moment(_) => "giờ gửi như 2026-11-21T08:30:00+07:00".to_owned(),
        Expected::PlainDate => {
            "ngày phân biệt được ngày và tháng, như 2026-11-21T08:30:00+07:00".to_owned()
        }
        Expected::OneOf(codes) => format!("một trong {}", codes.join(", ")),
        Expected::OneOfOrEmpty(codes) => format!("một trong {}, hoặc ô trống", codes.join(", ")),
        Expected::AnyOf(codes) => {
            format!("một số trong {}, cách nhau một dấu cách", codes.join(", "))
        }
        Expected::Empty => "ô trống (bảng hỏi không hỏi điều này)".to_owned(),
        Expected::NewCell => "mỗi đơn vị và lĩnh vực một lần".to_owned(),
        Expected::ColumnsAtMost(count) => format!("nhiều nhất {count} cột"),
        Expected::RowOfBytes(count) => format!("dòng dài nhất {count} byte"),
    }
}

/// What stands there.
#[must_use]
pub fn found(what: &Found, language: Language) -> String {
    if language == Language::En {
        return what.to_string();
    }
    match what {
        Found::Cell(text) if text.is_empty() => "ô trống".to_owned(),
        Found::Cell(_) | Found::Character(_) => what.to_string(),
        Found::Cells(count) => count.to_string(),
        Found::Columns(count) => format!("{count} lần"),
        Found::Questionnaire(edition) => format!("{} phiên bản {}", edition.id, edition.version),
        Found::NoColumn => "không có cột".to_owned(),
        Found::EmptyFile => "tệp trống".to_owned(),
        Found::EndOfFile => "hết tệp".to_owned(),
        Found::Semicolons => "dấu chấm phẩy giữa các ô".to_owned(),
        Found::Tabs => "dấu tab giữa các ô".to_owned(),
        Found::SepLine => "dòng sep=".to_owned(),
        Found::Utf16 => "chữ UTF-16".to_owned(),
        Found::BrokenUtf16 => "chữ UTF-16 bị thiếu nửa ký tự".to_owned(),
        Found::NotUtf8(byte) => {
            format!("byte {byte:#04x} không phải UTF-8 (bảng mã cũ?). Xin lưu lại dạng “CSV UTF-8”")
        }
        Found::Packed => {
            "sổ tính Excel hoặc tệp nén. Xin mở bằng Excel rồi lưu dạng “CSV UTF-8”".to_owned()
        }
        Found::TooMuch => "nhiều hơn".to_owned(),
    }
}

/// What was recognised and put right, as the parts of one sentence.
#[must_use]
pub fn dialect(dialect: &Dialect, language: Language) -> Vec<String> {
    let say = |vi: &str, en: &str| {
        if language == Language::En {
            en.to_owned()
        } else {
            vi.to_owned()
        }
    };
    let mut parts = vec![match dialect.encoding {
        Encoding::Utf8Marked | Encoding::Utf8 => "UTF-8".to_owned(),
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16".to_owned(),
    }];
    parts.push(match dialect.delimiter {
        ',' => say("dấu phẩy", "commas"),
        ';' => say("dấu chấm phẩy", "semicolons"),
        '\t' => say("dấu tab", "tabs"),
        other => format!("“{other}”"),
    });
    match dialect.day_order {
        None => {}
        Some(DayOrder::DayFirst) => parts.push(say("ngày/tháng/năm", "day/month/year")),
        Some(DayOrder::MonthFirst) => parts.push(say("tháng/ngày/năm", "month/day/year")),
        Some(DayOrder::Supposed) => parts.push(say(
            "ngày và tháng không phân biệt được, coi là ngày/tháng/năm",
            "day and month cannot be told apart, taken as day/month/year",
        )),
        Some(DayOrder::Mixed) => parts.push(say(
            "ngày tháng lẫn lộn hai kiểu",
            "dates of both orders, day first and month first",
        )),
    }
    let repairs = &dialect.repairs;
    for (count, vi, en) in [
        (
            repairs.zeros,
            "mã được thêm lại số 0 ở đầu",
            "ids given back their zeros in front",
        ),
        (
            repairs.dates,
            "ngày giờ được đọc theo kiểu của Excel",
            "dates read in the spreadsheet's form",
        ),
        (
            repairs.offsets,
            "giờ không ghi múi giờ, coi là giờ Việt Nam",
            "times without an offset, taken as Vietnam's",
        ),
        (
            repairs.decimals,
            "số như 5,0 đọc là 5",
            "numbers such as 5.0 read as 5",
        ),
        (
            repairs.spaces,
            "ô bỏ dấu cách hoặc dấu ' thừa",
            "cells without the space or ' around them",
        ),
        (
            repairs.widths,
            "dòng thừa hoặc thiếu ô trống ở cuối",
            "rows with or without empty cells at their end",
        ),
        (
            repairs.empty_rows,
            "dòng trống bỏ qua",
            "empty rows passed over",
        ),
        (
            repairs.mapped,
            "tên đơn vị hoặc lĩnh vực đổi theo lựa chọn đã nhớ",
            "units or fields replaced as remembered",
        ),
    ] {
        if count > 0 {
            parts.push(format!("{count} {}", say(vi, en)));
        }
    }
    parts
}

/// What people call a column in which ballots differ.
#[must_use]
pub fn column(name: &str, language: Language) -> &str {
    if language == Language::En {
        return name;
    }
    match name {
        "answers" => "câu trả lời",
        "campaign" => "đợt khảo sát",
        "channel" => "cách thu",
        "comment" => "ý kiến",
        "device_id" => "máy",
        "duration_secs" => "thời gian trả lời",
        "field" => "lĩnh vực",
        "questionnaire" => "bảng hỏi",
        "reasons" => "lý do",
        "respondent" => "thông tin người trả lời",
        "status" => "trạng thái",
        "submitted_at" => "giờ gửi",
        "ticket" => "mã lượt",
        "unit" => "đơn vị",
        other => other,
    }
}
