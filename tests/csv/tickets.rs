//! The code a survey was opened with: a column where any ballot of the file has one.

use crate::ballots::{blank, shipped};
use sipas_core::ballot::Ticket;
use sipas_formats::csv;

#[test]
fn the_column_stands_last_where_it_is_needed() {
    let quick = shipped("quick");
    let mut ballots = vec![blank(&quick, 1), blank(&quick, 2), blank(&quick, 3)];
    let plain = String::from_utf8(csv::write(&quick, &ballots).bytes).unwrap();
    assert!(plain.lines().next().unwrap().ends_with(",comment,reasons"));
    ballots[0].ticket = Ticket::Once(0x0123_4567_89ab_cdef);
    ballots[1].ticket = Ticket::Poster;
    let text = String::from_utf8(csv::write(&quick, &ballots).bytes).unwrap();
    let ends: Vec<&str> = text
        .lines()
        .map(|line| line.rsplit(',').next().unwrap())
        .collect();
    assert_eq!(ends, ["ticket", "0123456789abcdef", "poster", ""]);
    let file = csv::read(text.as_bytes(), &|_, _| Some(&quick));
    assert_eq!(
        (&file.problems[..], &file.extra_columns[..]),
        (&[][..], &[][..])
    );
    let back: Vec<Ticket> = file.ballots.iter().map(|row| row.ballot.ticket).collect();
    assert_eq!(
        back,
        ballots.iter().map(|one| one.ticket).collect::<Vec<_>>()
    );
}

#[test]
fn a_bad_cell_is_told() {
    let quick = shipped("quick");
    let mut ballot = blank(&quick, 1);
    ballot.ticket = Ticket::Poster;
    let text = String::from_utf8(csv::write(&quick, &[ballot]).bytes).unwrap();
    for bad in ["Poster", "0123456789ABCDEF", "1", "ticket"] {
        let changed = text.replace("poster", bad);
        let file = csv::read(changed.as_bytes(), &|_, _| Some(&quick));
        let problem = &file.problems[0];
        assert_eq!((problem.line, problem.column.as_str()), (2, "ticket"));
        assert_eq!(
            problem.expected.to_string(),
            "16 digits of 0-9 a-f, poster, or an empty cell"
        );
    }
}
