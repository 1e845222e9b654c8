//! A half-done survey survives: what was stored comes back, also under another version of the questions.

use sipas_core::ballot::{Answer, BallotId, Channel};
use sipas_core::moment::Moment;
use sipas_core::questionnaire::Questionnaire;
use sipas_core::survey::{Asked, Draft, Outline, Step};
use sipas_formats::draft::{self, DraftError, read, saved};

fn questionnaire(name: &str) -> Questionnaire {
    let path = format!(
        "{}/../public/questionnaires/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).expect("the questionnaire is there");
    sipas_formats::questionnaire::read(&text).expect("shipped questionnaires are sound")
}

/// When the drafts of these tests were stored.
const SAVED: u64 = 1_795_224_600_123;

fn write(questionnaire: &Questionnaire, draft: &Draft) -> String {
    draft::write(questionnaire, draft, SAVED)
}

const ASKED: Asked = Asked {
    unit: true,
    field: true,
};

fn outline(questionnaire: &Questionnaire) -> Outline<'_> {
    Outline {
        questionnaire,
        asked: ASKED,
    }
}

fn half_done(questionnaire: &Questionnaire) -> Draft {
    let start = Moment {
        unix_secs: 1_795_224_600,
        offset_minutes: 420,
    };
    let mut draft = Draft::new(
        outline(questionnaire),
        BallotId(0x0123_4567_89ab_cdef),
        "tai-quay".to_owned(),
        Channel::Phone,
        start,
    );
    draft.unit = "gia-lai/duc-co".to_owned();
    draft.field = "ho-tich".to_owned();
    draft.set_answer(0, Answer::Level(2));
    draft.set_answer(1, Answer::NotApplicable);
    draft.set_answer(3, Answer::Level(0));
    for (factor, gate) in questionnaire.factors.iter().zip(&mut draft.gates) {
        *gate = factor.gate.as_ref().map(|_| 1);
    }
    if let Some(choice) = draft.respondent.first_mut() {
        *choice = Some(1);
    }
    draft.comment = "Dòng một\nDòng \\n hai = \"ba\"\r\n".to_owned();
    draft.step = Step::Criterion(5);
    draft
}

#[test]
fn what_was_stored_comes_back() {
    for name in ["sipas-desk", "management", "desk-evaluation", "quick"] {
        let questionnaire = questionnaire(name);
        let mut draft = half_done(&questionnaire);
        if questionnaire.reasons.is_some() {
            draft.set_answer(0, Answer::Level(1));
            draft.reasons = 0b101;
        }
        let steps = outline(&questionnaire).steps(&draft);
        for step in steps {
            draft.step = step;
            let text = write(&questionnaire, &draft);
            assert_eq!(
                read(outline(&questionnaire), &text),
                Ok(draft.clone()),
                "{name} {step:?}"
            );
        }
    }
}

#[test]
fn a_draft_with_any_byte_changed_is_damaged_and_never_half_read() {
    let questionnaire = questionnaire("sipas-desk");
    let text = write(&questionnaire, &half_done(&questionnaire));
    for at in 0..text.len() {
        for flip in [1_u8, 0x10, 0x80] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            let changed = String::from_utf8_lossy(&bytes);
            assert_eq!(
                read(outline(&questionnaire), &changed),
                Err(DraftError::Damaged),
                "byte {at}"
            );
        }
        if let Some(cut) = text.get(..at) {
            assert_eq!(
                read(outline(&questionnaire), cut),
                Err(DraftError::Damaged),
                "cut at {at}"
            );
        }
    }
}

#[test]
fn a_draft_of_another_questionnaire_is_left_alone() {
    let (desk, quick) = (questionnaire("sipas-desk"), questionnaire("quick"));
    let text = write(&desk, &half_done(&desk));
    let refused = Err(DraftError::OtherQuestionnaire("sipas-desk".to_owned()));
    assert_eq!(read(outline(&quick), &text), refused);
}

#[test]
fn a_draft_of_a_newer_program_is_left_alone() {
    let questionnaire = questionnaire("quick");
    let text = write(&questionnaire, &half_done(&questionnaire));
    let body = text
        .rsplit_once("\ncheck=")
        .expect("drafts end in a check")
        .0;
    let newer = body.replacen("sipas-draft 1", "sipas-draft 2", 1);
    let check = sipas_formats::record::bytes::crc32(0, newer.as_bytes());
    let newer = format!("{newer}\ncheck={check:016x}");
    assert_eq!(
        read(outline(&questionnaire), &newer),
        Err(DraftError::Newer)
    );
}

#[test]
fn a_new_version_of_the_questions_keeps_the_answers_it_still_has() {
    let old = questionnaire("sipas-desk");
    let text = write(&old, &half_done(&old));
    // The new version asks the first criterion no more and has moved the second factor to the front.
    let path = format!(
        "{}/../public/questionnaires/sipas-desk.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let mut json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    json["version"] = 2.into();
    let factors = json["factors"].as_array_mut().expect("factors");
    factors[0]["criteria"]
        .as_array_mut()
        .expect("criteria")
        .remove(0);
    factors.swap(0, 1);
    let new = sipas_formats::questionnaire::read(&json.to_string()).expect("still sound");
    let draft = read(outline(&new), &text).expect("still readable");
    let answer = |id: &str| {
        let position = new.criteria().position(|one| one.id == id).expect("known");
        draft.answer(position)
    };
    assert_eq!(answer("access_2"), Answer::NotApplicable);
    assert_eq!(answer("access_4"), Answer::Level(0));
    assert_eq!(answer("access_3"), Answer::Blank);
    let standing = new
        .criteria()
        .position(|one| one.id == "dossier_2")
        .expect("known");
    assert_eq!(draft.step, Step::Criterion(standing));
}

#[test]
fn the_later_of_two_copies_can_be_told() {
    let questionnaire = questionnaire("quick");
    let mut draft = half_done(&questionnaire);
    draft.comment = "x\nsaved=9\ncheck=0".to_owned();
    draft.step = Step::Comment;
    let text = write(&questionnaire, &draft);
    assert_eq!(saved(&text), Some(SAVED));
    assert_eq!(read(outline(&questionnaire), &text), Ok(draft));
    assert_eq!(saved(&text.replace("quick", "quack")), None);
    assert_eq!(saved(""), None);
}

#[test]
fn a_draft_that_does_not_say_when_it_was_stored_is_the_earlier_one() {
    let body = "sipas-draft 1\nquestionnaire=quick\nid=0000000000000001\ncomment=a";
    let check = sipas_formats::record::bytes::crc32(0, body.as_bytes());
    let text = format!("{body}\ncheck={check:016x}");
    assert_eq!(saved(&text), Some(0));
}
