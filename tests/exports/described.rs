//! Files in analysis/ that are written from the questionnaires: as the program writes them today.

use crate::ballots::{SHIPPED, shipped};
use crate::files::assert_held;
use serde_json::Value;
use sipas_formats::dictionary::Dictionary;
use sipas_formats::{index_sql, table_schema};

#[test]
fn schemas_and_query_are_up_to_date() {
    let mut found = vec![(
        "../analysis/index.sql".to_owned(),
        index_sql::write(&shipped("sipas-desk")),
    )];
    for id in SHIPPED {
        let name = if id == "sipas-desk" {
            "sipas-ballots"
        } else {
            id
        };
        let dictionary = Dictionary::of(&shipped(id), true, &[]);
        let text = table_schema::write(&dictionary, "vi");
        found.push((format!("../analysis/{name}.schema.json"), text));
    }
    assert_held(&found);
}

#[test]
fn a_schema_names_every_column_with_its_codes() {
    let desk = shipped("sipas-desk");
    let text = table_schema::write(&Dictionary::of(&desk, false, &[]), "vi");
    let schema: Value = serde_json::from_str(&text).unwrap();
    let fields = schema["fields"].as_array().unwrap();
    let written = String::from_utf8(sipas_formats::csv::write(&desk, []).bytes).unwrap();
    let header = written.trim_start_matches('\u{feff}').trim_end();
    let names: Vec<&str> = fields
        .iter()
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    assert_eq!(names.join(","), header);
    let access = &fields[names.iter().position(|name| *name == "access_1").unwrap()];
    assert_eq!(
        access["constraints"]["enum"],
        serde_json::json!(["1", "2", "3", "4", "5", "na"])
    );
    assert_eq!(access["levels"][4]["satisfied"], true);
    assert_eq!(access["levels"][2]["satisfied"], false);
}
