//! The plan as it leaves: annex as CSV and workbook, document in administrative form.

use crate::records::{hand, sample};
use calamine::{Data, Reader, Xlsx};
use miniz_oxide::inflate::decompress_to_vec;
use sipas_core::plan::{ActionPlan, Evidence, Item, ItemPart, Place};
use sipas_formats::annex::Annex;
use sipas_formats::day::shown_day;
use sipas_formats::plan_docx::{PlanWords, write};
use sipas_formats::xlsx::annex::{self, AnnexWords};
use std::collections::BTreeMap;
use std::io::Cursor;

const HEADINGS: [&str; 8] = [
    "Mục tiêu/chỉ tiêu",
    "Nhiệm vụ",
    "Hoạt động",
    "Kết quả, sản phẩm",
    "Chủ trì",
    "Phối hợp",
    "Thời gian hoàn thành",
    "Kinh phí (triệu đồng)",
];

fn words() -> PlanWords<'static> {
    PlanWords {
        country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto: "Độc lập - Tự do - Hạnh phúc",
        number: "Số:",
        kind: "KẾ HOẠCH",
        purpose: "MỤC ĐÍCH, YÊU CẦU",
        items: "NỘI DUNG",
        carrying: "TỔ CHỨC THỰC HIỆN",
        parts: [
            "a) Mục tiêu, yêu cầu",
            "b) Nhiệm vụ",
            "Giải pháp",
            "Kết quả, sản phẩm",
            "c) Chủ trì",
            "Phối hợp",
            "d) Thời gian hoàn thành",
            "Kinh phí",
        ],
        million: "triệu đồng",
        next: "ĐO LẠI",
        recipients: "Nơi nhận:",
        annex: "PHỤ LỤC",
        headings: HEADINGS,
        total: "Tổng cộng",
        signed: |place, day| match day {
            Some(day) => format!(
                "{place}, ngày {:02} tháng {:02} năm {}",
                day.day, day.month, day.year
            ),
            None => format!("{place}, ngày … tháng … năm …"),
        },
        days: |from, until| {
            let all: Vec<String> = [from, until].into_iter().flatten().map(shown_day).collect();
            format!("Đợt đo tiếp theo: {}", all.join(" – "))
        },
    }
}

fn item_words(item: &Item) -> (String, String) {
    match item.evidence.figure {
        Some(figure) => (
            "Hướng dẫn kê khai tận tình, chu đáo".to_owned(),
            format!(
                "Hài lòng {}/{} phiếu.",
                figure.rate.satisfied, figure.rate.counted
            ),
        ),
        None => (item.text(ItemPart::Name).to_owned(), String::new()),
    }
}

/// The parts of a ZIP file, unpacked by what its directory says.
fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let word = |at: usize| usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
    let long = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let end = file.len() - 22;
    assert_eq!(&file[end..end + 4], b"PK\x05\x06");
    let mut at = long(end + 16);
    let mut parts = BTreeMap::new();
    for _ in 0..word(end + 10) {
        assert_eq!(&file[at..at + 4], b"PK\x01\x02");
        let (packed, size, name) = (long(at + 20), long(at + 24), word(at + 28));
        let start = long(at + 42);
        let name_at = at + 46;
        assert_eq!(&file[start..start + 4], b"PK\x03\x04");
        assert_eq!(
            file[start + 30..start + 30 + name],
            file[name_at..name_at + name]
        );
        let content =
            decompress_to_vec(&file[start + 30 + name..start + 30 + name + packed]).unwrap();
        assert_eq!(content.len(), size);
        assert_eq!(
            long(at + 16) as u32,
            sipas_formats::record::bytes::crc32(0, &content)
        );
        let name = String::from_utf8(file[name_at..name_at + name].to_vec()).unwrap();
        parts.insert(name, String::from_utf8(content).unwrap());
        at = name_at + word(at + 28);
    }
    parts
}

/// Every opened element is closed in its turn; the texts in their order.
fn texts(xml: &str) -> Vec<String> {
    let mut open = Vec::new();
    let mut texts = Vec::new();
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap().trim_end_matches('/');
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{piece}");
        } else if !tag.ends_with('/') && !tag.starts_with('?') {
            open.push(name);
            if name == "w:t" {
                texts.push(text.to_owned());
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    texts
}

#[test]
fn the_document_has_the_form_of_its_kind_and_every_text_of_the_plan() {
    let file = write(&sample(), &words(), &item_words);
    assert_eq!(file, write(&sample(), &words(), &item_words));
    if let Some(path) = std::env::var_os("SIPAS_PLAN_DOCX") {
        std::fs::write(path, &file).unwrap();
    }
    let parts = parts(&file);
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    let expected = [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/header1.xml",
        "word/styles.xml",
    ];
    assert_eq!(names, expected);
    for (name, xml) in &parts {
        assert!(name.starts_with('[') || !xml.contains('\0'));
        texts(xml);
    }
    let document = &parts["word/document.xml"];
    let found = texts(document);
    let place = |text: &str| {
        let at = found.iter().position(|one| one.contains(text));
        at.unwrap_or_else(|| panic!("{text} is missing in {found:?}"))
    };
    let order = [
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI",
        "125/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Đức Cơ, ngày 05 tháng 12 năm 2026",
        "KẾ HOẠCH",
        "Căn cứ",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG",
        "1. Hướng dẫn kê khai",
        "Hài lòng 26/31 phiếu.",
        "a) Mục tiêu, yêu cầu: Tỷ lệ hài lòng",
        "d) Thời gian hoàn thành: 31/03/2027",
        "Kinh phí: 12,5 triệu đồng",
        "2. Thêm ghế ngồi chờ",
        "d) Thời gian hoàn thành: Quý I/2027",
        "III. ĐO LẠI",
        "Nơi nhận:",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "PHỤ LỤC",
        "Mục tiêu/chỉ tiêu",
        "Tổng cộng",
        "20,5",
    ];
    let places: Vec<usize> = order.iter().map(|text| place(text)).collect();
    assert!(places.is_sorted(), "{places:?}");
    // Of two texts in doubt the later one is printed; marks of XML are texts.
    assert!(document.contains("Đoàn Thanh niên") && !document.contains("&lt;xã&gt;"));
    assert_eq!(document.matches("<w:sectPr>").count(), 2);
    assert_eq!(document.matches("w:orient=\"landscape\"").count(), 1);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    // The last line above the signature stays on its page.
    let kept: Vec<&str> = document.split("<w:keepNext/>").skip(1).collect();
    assert_eq!(kept.len(), 1);
    let (line, behind) = kept[0].split_once("</w:p>").unwrap();
    assert!(line.contains("Đợt đo tiếp theo") && behind.starts_with("<w:tbl>"));
    // A plan in which nothing is written yet is a document too, without an annex.
    let empty = write(&ActionPlan::new("x"), &words(), &item_words);
    let empty = &self::parts(&empty)["word/document.xml"];
    assert!(texts(empty).contains(&"KẾ HOẠCH".to_owned()) && !empty.contains("landscape"));
}

#[test]
fn marks_of_xml_and_control_letters_do_no_harm() {
    let mut plan = ActionPlan::new("x");
    plan.add(hand(1, 0), 1, Evidence::default());
    let place = Place::Item(1, ItemPart::Lead);
    plan.write(
        hand(1, 0),
        place,
        "A & B <script> \"x\" \u{1}\u{FFFF}\r\n]]>",
    );
    let file = write(&plan, &words(), &item_words);
    let found = texts(&parts(&file)["word/document.xml"]);
    assert!(
        found.contains(&"A &amp; B &lt;script&gt; &quot;x&quot; ".to_owned()),
        "{found:?}"
    );
    assert!(found.contains(&"]]&gt;".to_owned()));
}

#[test]
fn the_annex_has_eight_columns_and_adds_up_what_is_a_number() {
    let mut plan = sample();
    plan.add(hand(9, 0), 0xEF, Evidence::default());
    plan.write(hand(9, 1), Place::Item(0xEF, ItemPart::Cost), "lồng ghép");
    plan.write(hand(9, 1), Place::Item(0xEF, ItemPart::Aim), "=1+1");
    let annex = Annex::of(&plan);
    assert_eq!((annex.rows.len(), annex.in_words), (3, 1));
    assert_eq!(annex.total.unwrap().text("vi"), "20,50");
    assert_eq!(annex.rows[1].cells[1], "Thêm ghế ngồi chờ");
    assert_eq!(annex.rows[0].cells[6..], ["31/03/2027", "12,5"]);
    let csv = annex.csv(&HEADINGS);
    assert!(csv.starts_with('\u{feff}') && csv.contains("'=1+1"));
    let mut reader =
        csv::ReaderBuilder::new().from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert!(reader.headers().unwrap().iter().eq(HEADINGS));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&rows[0][2], annex.rows[0].cells[2].as_str());
    let words = AnnexWords {
        sheet: "Phụ lục",
        title: "Kế hoạch",
        headings: HEADINGS,
        total: "Tổng cộng",
    };
    let bytes = annex::write(&annex, &words).unwrap();
    assert_eq!(bytes, annex::write(&annex, &words).unwrap());
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Phụ lục").unwrap();
    assert_eq!(sheet.get_size(), (5, 8));
    assert_eq!(sheet.get_value((1, 7)), Some(&Data::Float(12.5)));
    assert_eq!(
        sheet.get_value((3, 7)),
        Some(&Data::String("lồng ghép".to_owned()))
    );
    assert_eq!(
        sheet.get_value((3, 0)),
        Some(&Data::String("=1+1".to_owned()))
    );
    assert_eq!(sheet.get_value((4, 7)), Some(&Data::Float(20.5)));
    let formulas = book.worksheet_formula("Phụ lục").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
    assert_eq!(Annex::of(&ActionPlan::new("x")), Annex::default());
}
