//! What a counter takes, and why it refuses.

use super::sample::{NOW, TICKET, ballot, sheet, take, tickets};
use sipas_core::ballot::{Answer, BallotId, Channel, Ticket};
use sipas_formats::hand_over::number_of;
use sipas_formats::hand_over::taking::{Refusal, Taken};
use sipas_formats::hand_over::tickets::{GOOD_SECS, Tickets};

#[test]
fn a_ballot_is_taken_once() {
    let (sheet, mut tickets) = (sheet(&ballot()), tickets());
    let id = sheet.ballot.id;
    let taken = take(&sheet, &tickets, &[]);
    assert_eq!(taken, Ok(Taken::Fresh(Box::new(sheet.ballot.clone()))));
    // Stored, but the browser ended before the ticket was used up.
    assert_eq!(take(&sheet, &tickets, &[id]), Ok(Taken::Before(id)));
    tickets.use_up(number_of(TICKET), NOW, id);
    assert_eq!(take(&sheet, &tickets, &[id]), Ok(Taken::Before(id)));
    // Archived and removed since.
    assert_eq!(take(&sheet, &tickets, &[]), Ok(Taken::Before(id)));
    // The ticket forgotten since.
    assert_eq!(
        take(&sheet, &Tickets::default(), &[id]),
        Ok(Taken::Before(id))
    );
}

#[test]
fn another_ballot_with_the_same_ticket_is_refused() {
    let mut tickets = tickets();
    tickets.use_up(number_of(TICKET), NOW, BallotId(1));
    assert_eq!(
        take(&sheet(&ballot()), &tickets, &[BallotId(1)]),
        Err(Refusal::UsedTicket)
    );
}

#[test]
fn tickets_of_other_devices_and_old_ones_are_refused() {
    let sheet = sheet(&ballot());
    assert_eq!(
        take(&sheet, &Tickets::default(), &[]),
        Err(Refusal::UnknownTicket)
    );
    for (age, good) in [(GOOD_SECS, true), (GOOD_SECS + 1, false), (-90_000, true)] {
        let mut tickets = Tickets::default();
        tickets.issue(TICKET, NOW - age);
        let taken = take(&sheet, &tickets, &[]);
        assert_eq!(taken.is_ok(), good, "{age}");
        if !good {
            assert_eq!(taken, Err(Refusal::OldTicket));
        }
    }
}

#[test]
fn posters_need_no_ticket() {
    let mut from_poster = ballot();
    from_poster.ticket = Ticket::Poster;
    let sheet = sheet(&from_poster);
    assert_eq!(
        take(&sheet, &Tickets::default(), &[]),
        Ok(Taken::Fresh(Box::new(from_poster)))
    );
    assert_eq!(
        take(&sheet, &tickets(), &[sheet.ballot.id]),
        Ok(Taken::Before(sheet.ballot.id))
    );
}

#[test]
fn other_campaigns_and_questionnaires_are_named() {
    let mut other = ballot();
    other.context.campaign = "quy-1-2027".to_owned();
    let refused = take(&sheet(&other), &tickets(), &[]);
    assert_eq!(
        refused,
        Err(Refusal::OtherCampaign("quy-1-2027".to_owned()))
    );
    let mut other = ballot();
    other.context.version = 9;
    let refused = take(&sheet(&other), &tickets(), &[]);
    assert_eq!(
        refused,
        Err(Refusal::OtherQuestionnaire("sipas-desk".to_owned(), 9))
    );
}

#[test]
fn what_no_survey_makes_is_refused() {
    let changes: [fn(&mut sipas_core::ballot::Ballot); 7] = [
        |it| it.channel = Channel::Kiosk,
        |it| it.ticket = Ticket::None,
        |it| it.context.unit = "Gia Lai".to_owned(),
        |it| it.context.field = "=1+1".to_owned(),
        |it| it.comment = "a".repeat(1_001),
        |it| it.answers.truncate(22),
        |it| it.answers[0] = Answer::Level(5),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut odd = ballot();
        change(&mut odd);
        assert_eq!(
            take(&sheet(&odd), &tickets(), &[]),
            Err(Refusal::Malformed),
            "{at}"
        );
    }
}

#[test]
fn tickets_are_kept_as_text() {
    let mut tickets = tickets();
    tickets.issue(u64::MAX, NOW);
    tickets.use_up(number_of(TICKET), NOW + 5, BallotId(7));
    let text = tickets.write(NOW);
    assert_eq!(Tickets::read(&text), tickets);
    assert!(tickets.is_used(TICKET) && !tickets.is_used(u64::MAX) && !tickets.is_used(9));
    // Nobody comes with a ticket of last month; and lines of a newer program stay.
    let later = format!("{text}\n0000000000000001 5 6 0000000000000002 9\n?");
    let kept = Tickets::read(&later).write(NOW + 30 * 86_400);
    assert_eq!(
        kept,
        "sipas-tickets 1\n0000000000000001 5 6 0000000000000002 9\n?"
    );
    assert_eq!(Tickets::read(""), Tickets::default());
    assert_eq!(tickets.find(number_of(3)), None);
}
