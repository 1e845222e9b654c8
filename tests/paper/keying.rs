//! One key a cell: what may be typed where, what is passed over, and the ballot that comes of it.

use super::{MORNING, YESTERDAY, filled, questionnaire};
use sipas_core::ballot::{Answer, BallotId, Channel, DeviceId, Status};
use sipas_core::paper::keying::{Keying, Moved, Press};
use sipas_core::paper::register::Filled;
use sipas_core::paper::sheet::{Identity, Mark, Place, Sheet};
use sipas_core::selection::Day;

fn identity() -> Identity {
    Identity {
        id: BallotId(7),
        device: DeviceId(9),
        campaign: "tai-quay".to_owned(),
        keyed_at: MORNING,
    }
}

/// Types `keys` (`.` blank, `<` back); how the last one went.
fn typed(sheet: &Sheet<'_>, keys: &str) -> (Keying, Moved) {
    let mut keying = Keying::new(sheet);
    let mut last = Moved::To(0);
    for key in keys.chars() {
        last = keying.press(
            sheet,
            match key {
                '.' => Press::Blank,
                '<' => Press::Back,
                key => Press::Key(key),
            },
        );
    }
    (keying, last)
}

#[test]
fn the_desk_questionnaire_has_29_cells_numbered_in_the_order_printed() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    assert_eq!(sheet.cells.len(), 29);
    let numbers: Vec<&str> = sheet
        .cells
        .iter()
        .map(|cell| cell.number.as_str())
        .collect();
    let expected: Vec<String> = (1..=29).map(|number: u32| number.to_string()).collect();
    assert_eq!(numbers, expected);
    assert_eq!(sheet.comment.as_deref(), Some("30"));
    assert_eq!(sheet.cells[18].place, Place::Gate(4));
    assert_eq!(sheet.cells[0].keys, ['1', '2', '3', '4', '5']);
    assert!(sheet.cells[0].not_applicable);
    // The general question offers no "does not apply".
    assert_eq!(sheet.cells[23].id, "overall");
    assert_eq!(sheet.cells[23].mark('0'), None);
}

#[test]
fn keys_are_the_codes_where_they_are_digits() {
    let evaluation = questionnaire("desk-evaluation");
    let sheet = Sheet::of(&evaluation);
    let ids: Vec<&str> = sheet.cells.iter().map(|cell| cell.id.as_str()).collect();
    // The others are the office's.
    assert_eq!(ids, ["desk_1", "desk_3", "desk_4", "desk_7"]);
    assert_eq!(sheet.cells[0].keys, ['0', '1', '2']);
    assert_eq!(sheet.cells[0].mark('0'), Some(Mark::Option(0)));
    assert_eq!(sheet.cells[0].mark('3'), None);
}

#[test]
fn a_key_that_is_no_answer_changes_nothing() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    for key in ['6', '9', 'x', 'ơ'] {
        let (keying, moved) = typed(&sheet, &key.to_string());
        assert_eq!((moved, keying.at), (Moved::Refused, 0));
        assert!(keying.is_blank());
    }
}

#[test]
fn back_goes_one_cell_back_and_typing_over_corrects() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let (keying, _) = typed(&sheet, "54<3");
    assert_eq!(keying.at, 2);
    assert_eq!(keying.marks[1], Mark::Option(2));
    assert_eq!(typed(&sheet, "<").1, Moved::Refused);
}

#[test]
fn cells_that_do_not_apply_are_passed_over_and_emptied() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let eighteen = "5".repeat(18);
    // "No" to the gate leads past the four questions behind it.
    let (keying, _) = typed(&sheet, &format!("{eighteen}2"));
    assert_eq!(sheet.cells[keying.at].id, "overall");
    let (keying, _) = typed(&sheet, &format!("{eighteen}1"));
    assert_eq!(sheet.cells[keying.at].id, "feedback_1");
    // Answered, then gone back to the gate and changed to "no".
    let (mut keying, _) = typed(&sheet, &format!("{eighteen}144"));
    keying.press(&sheet, Press::Go(18));
    keying.press(&sheet, Press::Key('2'));
    assert_eq!(sheet.cells[keying.at].id, "overall");
    assert!(keying.marks[19..23].iter().all(|mark| *mark == Mark::Blank));
    let (keying, moved) = typed(&sheet, &format!("{eighteen}25....."));
    assert_eq!(moved, Moved::Done);
    assert!(keying.is_done());
}

#[test]
fn reasons_are_asked_only_after_a_low_rating() {
    let quick = questionnaire("quick");
    let sheet = Sheet::of(&quick);
    assert_eq!(typed(&sheet, "5").1, Moved::Done);
    let (keying, moved) = typed(&sheet, "2.11...");
    assert_eq!(moved, Moved::Done);
    let filled = Filled {
        marks: keying.marks,
        ..Filled::default()
    };
    assert_eq!(sheet.ballot(&filled, &identity()).reasons, 0b110);
}

#[test]
fn the_ballot_is_what_an_electronic_survey_would_have_made() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let keys = format!("1234{}{}", "50.45", "444444555") + "2" + "...." + "4" + "1.3.2";
    let mut paper = filled(&sheet, &keys);
    paper.comment = " Tốt ".to_owned();
    let ballot = sheet.ballot(&paper, &identity());
    assert_eq!(ballot.channel, Channel::Paper);
    assert_eq!(ballot.status, Status::Complete);
    assert_eq!(ballot.duration_secs, 0);
    assert_eq!(ballot.answers[0], Answer::Level(0));
    assert_eq!(ballot.answers[5], Answer::NotApplicable);
    assert_eq!(ballot.answers[6], Answer::Blank);
    // "No" at the gate: the questions behind it do not apply.
    assert_eq!(ballot.answers[18..22], [Answer::NotApplicable; 4]);
    assert_eq!(ballot.answers[22], Answer::Level(3));
    assert_eq!(ballot.respondent, [Some(0), None, Some(2), None, Some(1)]);
    assert_eq!(ballot.comment, "Tốt");
    assert_eq!(ballot.context.field, "ho-tich");
    assert_eq!(Day::of(&ballot), YESTERDAY);
}

#[test]
fn answers_behind_a_gate_left_blank_count() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let paper = filled(&sheet, &format!("{}.4.3.5", "5".repeat(18)));
    let ballot = sheet.ballot(&paper, &identity());
    assert_eq!(
        ballot.answers[18..22],
        [
            Answer::Level(3),
            Answer::Blank,
            Answer::Level(2),
            Answer::Blank
        ]
    );
    // With nothing behind it, nobody knows whether they applied.
    let paper = filled(&sheet, &format!("{}.....5", "5".repeat(18)));
    assert_eq!(
        sheet.ballot(&paper, &identity()).answers[18..22],
        [Answer::Blank; 4]
    );
}

#[test]
fn a_paper_of_the_day_it_is_typed_in_keeps_the_moment() {
    let today = Day {
        day: 21,
        ..YESTERDAY
    };
    let on = |day| Filled {
        day,
        ..Filled::default()
    };
    assert_eq!(on(Some(today)).when(MORNING), MORNING);
    assert_eq!(on(None).when(MORNING), MORNING);
    let noon = on(Some(YESTERDAY)).when(MORNING);
    assert_eq!((noon.civil().hour, Day::at(noon)), (12, YESTERDAY));
}
