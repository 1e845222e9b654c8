//! A plan's file: what was written comes back, and nothing damaged or strange does.

use crate::files;
use sipas_core::compare::{Comparator, Target};
use sipas_core::index::Rate;
use sipas_core::plan::{ActionPlan, Evidence, Hand, HeadPart, ItemPart, Place, Snapshot, Status};
use sipas_core::selection::Day;
use sipas_formats::plan_record::{read, write};

pub fn hand(writer: u32, at: i64) -> Hand {
    Hand { writer, at }
}

pub fn evidence() -> Evidence {
    Evidence {
        criterion: "officials_4".to_owned(),
        factor: "officials".to_owned(),
        questionnaire: "sipas-desk".to_owned(),
        version: 1,
        days: (Day::parse("2026-10-01"), Day::parse("2026-12-31")),
        unit: "gia-lai/duc-co".to_owned(),
        figure: Some(Snapshot {
            rate: Rate {
                satisfied: 26,
                counted: 31,
            },
            value: 26.0 / 31.0,
            limits: Some((0.673_7, 0.929_1)),
        }),
        target: Some(Target {
            comparator: Comparator::AtLeast,
            share: 0.9,
        }),
        last: Some(0.1 + 0.2),
        comments: Some((2, 5)),
    }
}

/// A plan with two items, one of them written freely, and a text in doubt.
pub fn sample() -> ActionPlan {
    let at = 1_795_224_600;
    let mut plan = ActionPlan::new("khac-phuc-2026-q4");
    for (part, text) in [
        (
            HeadPart::Title,
            "Kế hoạch khắc phục tồn tại, hạn chế về mức độ hài lòng quý IV năm 2026",
        ),
        (HeadPart::Superior, "ỦY BAN NHÂN DÂN TỈNH GIA LAI"),
        (HeadPart::Office, "ỦY BAN NHÂN DÂN XÃ ĐỨC CƠ"),
        (HeadPart::Number, "125/KH-UBND"),
        (HeadPart::Place, "Đức Cơ"),
        (HeadPart::Day, "2026-12-05"),
        (
            HeadPart::Basis,
            "Căn cứ kết quả khảo sát mức độ hài lòng quý IV năm 2026;",
        ),
        (
            HeadPart::Purpose,
            "Khắc phục các tiêu chí chưa đạt chỉ tiêu.\nMỗi việc có người chủ trì và thời hạn.",
        ),
        (HeadPart::SignedAs, "CHỦ TỊCH"),
        (HeadPart::Recipients, "- Sở Nội vụ;\n- Lưu: VT."),
        (HeadPart::NextFrom, "2027-01-04"),
    ] {
        plan.write(hand(0x2a, at), Place::Head(part), text);
    }
    plan.add(hand(0x2a, at + 1), 0xAB, evidence());
    for (part, text) in [
        (
            ItemPart::Aim,
            "Tỷ lệ hài lòng về hướng dẫn kê khai từ 90 % trở lên",
        ),
        (ItemPart::Task, "Hướng dẫn kê khai hồ sơ tận tình"),
        (
            ItemPart::Actions,
            "Mẫu điền sẵn tại bàn\nMột lần yêu cầu bổ sung hồ sơ, bằng văn bản",
        ),
        (ItemPart::Product, "Bộ mẫu điền sẵn cho 20 thủ tục"),
        (ItemPart::Lead, "Trung tâm Phục vụ hành chính công"),
        (ItemPart::With, "Bưu điện xã \"Đức Cơ\" & <Đoàn TN>"),
        (ItemPart::Due, "2027-03-31"),
        (ItemPart::Cost, "12,5"),
        (ItemPart::Status, Status::Doing.name()),
    ] {
        plan.write(hand(0x2a, at + 2), Place::Item(0xAB, part), text);
    }
    plan.add(hand(0x2a, at + 3), 0xCD, Evidence::default());
    plan.write(
        hand(0x2a, at + 4),
        Place::Item(0xCD, ItemPart::Name),
        "Thêm ghế ngồi chờ",
    );
    plan.write(hand(0x2a, at + 4), Place::Item(0xCD, ItemPart::Cost), "8");
    plan.write(
        hand(0x2a, at + 4),
        Place::Item(0xCD, ItemPart::Due),
        "Quý I/2027",
    );
    let mut other = plan.clone();
    other.write(
        hand(0x2b, at + 9),
        Place::Item(0xAB, ItemPart::With),
        "Đoàn Thanh niên",
    );
    plan.write(
        hand(0x2a, at + 8),
        Place::Item(0xAB, ItemPart::With),
        "Bưu điện & <xã>",
    );
    plan.merge(&other);
    plan
}

#[test]
fn a_plan_reads_as_it_was_written_and_its_form_is_frozen() {
    let plan = sample();
    let text = write(&plan);
    assert_eq!(read(&text), Ok(plan));
    files::assert_held(&[("golden/plans/v1.json", text)]);
    assert_eq!(
        read(&write(&ActionPlan::new("x"))),
        Ok(ActionPlan::new("x"))
    );
}

#[test]
fn the_oldest_plan_still_reads() {
    let plan = read(&files::text("golden/plans/v1.json")).unwrap();
    assert_eq!(plan.items().len(), 2);
    assert_eq!(plan.doubtful().count(), 1);
    let (_, item) = plan.items()[0];
    assert_eq!(item.evidence, evidence());
    let on = |text| Day::parse(text).unwrap();
    assert!(item.is_late(on("2027-04-01")) && !item.is_late(on("2027-03-31")));
    assert_eq!(plan.items()[1].1.due(), None);
}

#[test]
fn nothing_damaged_is_read() {
    let text = write(&sample());
    // Every eleventh byte keeps the test quick; the check is over all of them.
    for at in (0..text.len()).step_by(11) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        if let Ok(damaged) = String::from_utf8(bytes) {
            assert!(read(&damaged).is_err(), "{at}");
        }
        if let Some(cut) = text.get(..at) {
            assert!(read(cut).is_err(), "cut at {at}");
        }
    }
    // Somebody edits by hand and takes the check away.
    let (content, _) = text.rsplit_once(",\"check\"").unwrap();
    let edited = format!("{}}}", content.replace("Mẫu điền sẵn", "Mẫu viết sẵn"));
    assert!(
        read(&edited)
            .unwrap()
            .text(Place::Item(0xAB, ItemPart::Actions))
            .starts_with("Mẫu viết")
    );
}

#[test]
fn strange_files_are_refused_with_every_problem_in_its_place() {
    let names = files::names("hostile/plans", "json");
    assert!(names.len() >= 5);
    let found: Vec<(String, String)> = names
        .iter()
        .map(|name| {
            let problems = read(&files::text(&format!("hostile/plans/{name}.json"))).unwrap_err();
            let lines: Vec<String> = problems.iter().map(|one| format!("{one}\n")).collect();
            (format!("hostile/plans/{name}.expected"), lines.concat())
        })
        .collect();
    files::assert_held(&found);
}
