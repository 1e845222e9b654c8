//! Campaign files: the built-in one passes, what is written reads back, broken ones are told.

mod files;

use files::{difference, names, text};
use sipas_core::campaign::plan::{Cell, Plan, Scope, ScopedTarget};
use sipas_core::campaign::{Campaign, Place};
use sipas_core::compare::{Comparator, Target};
use sipas_core::selection::Day;
use sipas_core::wording::Wording;
use sipas_formats::{campaign, questionnaire};

const BROKEN: &str = "hostile/campaigns";

fn built_in() -> Campaign {
    campaign::read(&text("../public/campaign.json")).unwrap()
}

fn wording(entries: &[(&str, &str)]) -> Wording {
    let owned = |(language, text): &(&str, &str)| ((*language).to_owned(), (*text).to_owned());
    Wording::new(entries.iter().map(owned).collect())
}

#[test]
fn the_built_in_campaign_asks_the_desk_questionnaire_about_the_usual_fields() {
    let campaign = built_in();
    assert_eq!(
        (campaign.id.as_str(), campaign.questionnaire.as_str()),
        ("tai-quay", "sipas-desk")
    );
    assert!(campaign.units.is_empty() && campaign.unit.is_none());
    let codes: Vec<&str> = campaign
        .fields
        .iter()
        .map(|field| field.code.as_str())
        .collect();
    let promised = [
        "ho-tich",
        "chung-thuc",
        "dat-dai",
        "xay-dung",
        "dau-tu-ho-kinh-doanh",
        "bao-tro-xa-hoi",
        "nguoi-co-cong",
        "lao-dong-viec-lam",
        "moi-truong",
        "giao-duc",
        "y-te",
        "van-hoa-the-thao",
        "giao-thong",
        "nong-nghiep",
        "cu-tru",
        "bao-hiem-xa-hoi",
        "thue",
        "khac",
    ];
    assert_eq!(codes, promised);
    for field in &campaign.fields {
        assert!(field.label.exact("vi").is_some() && field.label.exact("en").is_some());
    }
    let file = text(&format!(
        "../public/questionnaires/{}.json",
        campaign.questionnaire
    ));
    assert!(questionnaire::read(&file).is_ok());
}

#[test]
fn what_is_written_reads_back() {
    let awkward = "\"Quầy 1\"\\ \n\t\r\0\u{1b}\u{7f}\u{2028}\u{2029}\u{feff} 😀 </script>";
    let full = Campaign {
        id: "quy-4".to_owned(),
        name: wording(&[("vi", awkward), ("en", "Fourth quarter")]),
        questionnaire: "sipas-desk".to_owned(),
        units: vec![Place {
            code: "gia-lai/duc-co".to_owned(),
            label: wording(&[("vi", "Đức Cơ")]),
        }],
        fields: built_in().fields,
        terms: vec![("official".to_owned(), "postal".to_owned())],
        unit: Some("gia-lai/duc-co".to_owned()),
        counter: awkward.to_owned(),
    };
    for campaign in [built_in(), full] {
        let written = campaign::write(&campaign);
        assert_eq!(campaign::read(&written), Ok(campaign), "{written}");
    }
}

#[test]
fn a_plan_is_written_and_reads_back() {
    let day = |month, day| Day {
        year: 2026,
        month,
        day,
    };
    let target = |scope, comparator, share| ScopedTarget {
        scope,
        target: Target { comparator, share },
    };
    let plan = Plan {
        from: Some(day(10, 1)),
        until: Some(day(12, 31)),
        groups: vec![Place {
            code: "gia-lai".to_owned(),
            label: wording(&[("vi", "Gia Lai")]),
        }],
        targets: vec![
            target(Scope::Overall, Comparator::AtLeast, 0.9),
            target(
                Scope::Factor("access".to_owned()),
                Comparator::Above,
                0.8017,
            ),
            target(
                Scope::Field("dat-dai".to_owned()),
                Comparator::AtLeast,
                0.85,
            ),
            target(
                Scope::Unit("gia-lai/duc-co".to_owned()),
                Comparator::AtLeast,
                1.0,
            ),
        ],
        dossiers: [
            ("", "", 5000),
            ("gia-lai/duc-co", "", 1250),
            ("gia-lai/duc-co", "dat-dai", 400),
        ]
        .map(|(unit, field, dossiers)| Cell {
            unit: unit.to_owned(),
            field: field.to_owned(),
            dossiers,
        })
        .to_vec(),
        margin: Some(30),
    };
    for plan in [plan, Plan::default()] {
        let written = campaign::write_all(&built_in(), &plan);
        let root = sipas_formats::json::text::parse(&written).unwrap();
        assert_eq!(campaign::read_all(&root), Ok((built_in(), plan.clone())));
        assert_eq!(campaign::plan::of_checked(&root), plan);
    }
}

#[test]
fn broken_campaigns_are_told_exactly() {
    let names = names(BROKEN, "json");
    assert!(names.len() >= 10);
    let mut differences = String::new();
    for name in names {
        let found: String = match campaign::read(&text(&format!("{BROKEN}/{name}.json"))) {
            Ok(_) => String::new(),
            Err(problems) => problems
                .iter()
                .map(|problem| format!("{problem}\n"))
                .collect(),
        };
        assert!(name == "sound" || !found.is_empty(), "{name} passes");
        differences.extend(difference(&format!("{BROKEN}/{name}.expected"), &found));
    }
    assert!(
        differences.is_empty(),
        "SIPAS_BLESS=1 accepts what was found\n{differences}"
    );
}
