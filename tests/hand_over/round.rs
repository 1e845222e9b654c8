//! There and back, and how long it is.

use super::sample::{TICKET, ballot, shape, sheet};
use proptest::prelude::*;
use sipas_core::ballot::{Answer, Ticket};
use sipas_formats::hand_over::part::{self, Collected, PIECE_BYTES};
use sipas_formats::hand_over::{self, number_of};
use sipas_formats::qr;

const BASE: &str = "https://khaosat.gialai.gov.vn/";

#[test]
fn a_full_ballot_takes_at_most_150_bytes_and_one_small_code() {
    let sheet = hand_over::write(&ballot(), &shape());
    let parts = part::split(&sheet).unwrap();
    assert_eq!(parts.len(), 1);
    // Five bits a letter: what stands in the code besides the address.
    let payload = parts[0].len() * 5 / 8;
    assert!(payload <= 150, "{payload} bytes");
    let code = qr::encode(&part::link(BASE, &parts[0])).unwrap();
    assert!(code.version <= 10, "version {}", code.version);
}

#[test]
fn the_ballot_arrives_with_the_number_of_its_ticket() {
    let sent = ballot();
    let arrived = sheet(&sent);
    let mut expected = sent;
    expected.ticket = Ticket::Once(number_of(TICKET));
    assert_eq!((&arrived.ballot, &arrived.shape), (&expected, &shape()));
    assert!(arrived.is_proved_by(TICKET));
    assert!(!arrived.is_proved_by(TICKET ^ 1));
    assert!(!arrived.is_proved_by(0));
    assert!(!arrived.is_proved_by(number_of(TICKET)));
}

#[test]
fn the_longest_comment_goes_into_parts_that_come_in_any_order() {
    let mut long = ballot();
    long.comment = "ặ".repeat(1_000);
    let bytes = hand_over::write(&long, &shape());
    let texts = part::split(&bytes).unwrap();
    assert_eq!(texts.len(), bytes.len().div_ceil(PIECE_BYTES));
    for text in &texts {
        let code = qr::encode(&part::link(BASE, text)).unwrap();
        assert!(code.version <= 20, "version {}", code.version);
    }
    for turn in 0..texts.len() {
        let mut order: Vec<&String> = texts.iter().rev().collect();
        order.rotate_left(turn);
        let mut collected = Collected::default();
        for (at, text) in order.iter().enumerate() {
            // Each is seen several times, as a camera sees it.
            let first = collected.take(part::read(text).unwrap()).unwrap();
            let last = at + 1 == order.len();
            assert_eq!(first.as_deref(), last.then_some(&bytes[..]), "{at}");
            if !last {
                assert_eq!(collected.take(part::read(text).unwrap()), Ok(None));
                assert_eq!(collected.progress(), Some((at + 1, texts.len())));
            }
        }
    }
    // A link is never cut.
    let whole = part::read(&part::whole(&bytes)).unwrap();
    assert_eq!((whole.count, whole.piece), (1, bytes));
}

#[test]
fn parts_of_two_ballots_never_make_a_third() {
    let (mut one, mut other) = (ballot(), ballot());
    (one.comment, other.comment) = ("a".repeat(600), "b".repeat(600));
    let [one, other] =
        [one, other].map(|it| part::split(&hand_over::write(&it, &shape())).unwrap());
    let mut collected = Collected::default();
    for text in [&one[0], &other[1], &one[0], &other[0]] {
        assert_eq!(collected.take(part::read(text).unwrap()), Ok(None));
    }
    let found = collected.take(part::read(&other[1]).unwrap()).unwrap();
    assert!(
        hand_over::read(&found.unwrap())
            .unwrap()
            .ballot
            .comment
            .starts_with('b')
    );
}

#[test]
fn a_link_is_found_in_a_message() {
    let letters = part::whole(&hand_over::write(&ballot(), &shape()));
    let link = part::link(BASE, &letters);
    let (front, back) = link.split_at(link.len() - 40);
    for message in [
        link.clone(),
        format!("Phiếu của tôi: {link}"),
        format!("{link} CAM ON"),
        format!("{link}\nABC"),
        format!("{link}&utm=x"),
        format!("{front}\r\n {back}"),
        format!("<{front}\n{back}>"),
    ] {
        assert_eq!(
            part::letters(&message).as_ref(),
            Some(&letters),
            "{message}"
        );
    }
    for message in ["", "https://a.vn/#/survey?c=x", "#/staff/collect"] {
        assert_eq!(part::letters(message), None, "{message}");
    }
}

proptest! {
    #[test]
    fn every_ballot_arrives_unchanged(
        answers in proptest::collection::vec(0_u8..7, 23),
        respondent in proptest::collection::vec(proptest::option::of(0_u8..2), 5),
        comment in "\\PC{0,200}",
        ticket in any::<Option<u64>>(),
        id in any::<u64>(),
        unix_secs in any::<i64>(),
        duration_secs in any::<u32>(),
    ) {
        let mut sent = ballot();
        sent.answers = answers.iter().map(|digit| match digit {
            0 => Answer::Blank,
            1 => Answer::NotApplicable,
            level => Answer::Level(level - 2),
        }).collect();
        (sent.respondent, sent.comment, sent.id.0) = (respondent, comment, id);
        (sent.submitted_at.unix_secs, sent.duration_secs) = (unix_secs, duration_secs);
        sent.ticket = ticket.map_or(Ticket::Poster, Ticket::Once);
        let bytes = hand_over::write(&sent, &shape());
        let mut collected = Collected::default();
        let mut arrived = None;
        for text in part::split(&bytes).unwrap() {
            arrived = collected.take(part::read(&text).unwrap()).unwrap();
        }
        let arrived = hand_over::read(&arrived.unwrap()).unwrap();
        prop_assert!(arrived.is_proved_by(ticket.unwrap_or(0)));
        sent.ticket = ticket.map_or(Ticket::Poster, |ticket| Ticket::Once(number_of(ticket)));
        prop_assert_eq!(arrived.ballot, sent);
    }
}
