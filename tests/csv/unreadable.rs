//! Files that cannot be read as a whole: each says why, with the line.

use crate::hostile::{HEADER, ROW, messages, read, with};

#[test]
fn a_file_that_cannot_be_read_as_a_whole_says_why() {
    let utf16: Vec<u8> = format!("{HEADER}\r\n")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
    let windows = [with("comment", "").as_bytes(), b"x\n\xd5\xe9"].concat();
    let expected = "expected UTF-8 text with commas between the cells, found";
    let header = "expected a header row with the column ballot_id, found";
    let cases: Vec<(Vec<u8>, String)> = vec![
        (Vec::new(), format!("line 1: {expected} an empty file")),
        (
            "\u{feff}\r\n\r\n".into(),
            format!("line 1: {expected} an empty file"),
        ),
        (utf16, format!("line 1: {expected} UTF-16 text")),
        (marked, format!("line 1: {expected} UTF-16 text")),
        (
            windows,
            format!("line 5: {expected} the byte 0xd5, which is not UTF-8 (an older encoding?)"),
        ),
        (
            b"PK\x03\x04\x14".to_vec(),
            format!("line 1: {expected} a workbook or another packed file"),
        ),
        (
            HEADER.replace(',', ";").into(),
            format!("line 1: {expected} semicolons between the cells"),
        ),
        (
            HEADER.replace(',', "\t").into(),
            format!("line 1: {expected} tabs between the cells"),
        ),
        (
            format!("sep=,\r\n{HEADER}").into(),
            format!("line 1: {header} a sep= line"),
        ),
        (
            format!("\n\n{ROW}").into(),
            format!("line 3: {header} \"0000000000000001\""),
        ),
        (
            with("comment", "\"never closed").into(),
            "line 3: expected a quote that ends the cell begun here, found the end of the file"
                .into(),
        ),
        (
            with("comment", "\"a\nb\" c").into(),
            "line 4: expected a comma or the end of the line after a quote, found \" \"".into(),
        ),
        (
            with("comment", "a \"b\"").into(),
            "line 3: expected a cell with quotes inside to be in quotes, each written twice, \
             found \"\"\""
                .into(),
        ),
        (
            format!("{HEADER}\n{}", ROW.replace("quick", "other")).into(),
            "line 2, column questionnaire: expected a known questionnaire and version, \
             found other version 1"
                .into(),
        ),
        (
            format!("{HEADER}\n{}", ROW.replace("quick,1", "quick,x")).into(),
            "line 2, column questionnaire: expected a known questionnaire and version, found \"x\""
                .into(),
        ),
        (
            format!("{HEADER},comment\n{ROW},").into(),
            "line 1, column comment: expected this column once, found it 2 times".into(),
        ),
        (
            format!("{HEADER},reasons\n{ROW},").into(),
            "line 1, column reasons: expected this column once, found it 2 times".into(),
        ),
        (
            format!("{}\n{ROW}", HEADER.replace("overall", "Overall")).into(),
            "line 1, column overall: expected this column, found no such column".into(),
        ),
        (
            format!("{}\n{ROW}", HEADER.replace("status", "state")).into(),
            "line 1, column status: expected this column, found no such column".into(),
        ),
    ];
    for (bytes, message) in cases {
        let file = read(&bytes);
        assert_eq!(messages(&file), [message]);
        assert!(file.unreadable && file.ballots.is_empty());
    }
}

#[test]
fn every_missing_answer_column_is_named() {
    let header = HEADER.replace("overall", "management_1,management_3,overall");
    let row = ROW.replace("quick", "management").replace(",5,", ",5,5,5,");
    let missing: Vec<String> = [2]
        .into_iter()
        .chain(4..=20)
        .map(|number| {
            format!(
                "line 1, column management_{number}: expected this column, found no such column"
            )
        })
        .collect();
    assert_eq!(
        messages(&read(format!("{header}\n{row}").as_bytes())),
        missing
    );
}
