//! Tables of finished dossiers by unit and field: what is taken, what is told, and that nothing changes on the way.

use proptest::prelude::*;
use sipas_core::campaign::Place;
use sipas_core::campaign::plan::Cell;
use sipas_formats::dossier_table::{Fault, Places, read, write};
use sipas_formats::{place_lines, unit_lines};

struct Named {
    units: unit_lines::Units,
    fields: Vec<Place>,
}

impl Named {
    fn new() -> Self {
        let units = "Gia Lai > Xã Đức Cơ | Duc Co commune\nGia Lai > Bưu điện 1\nKon Tum > Bưu điện 1\nHộ tịch";
        let fields = "Hộ tịch | Civil status\nkd: Đầu tư, hộ kinh doanh\nThuế";
        Self {
            units: unit_lines::read(units).unwrap(),
            fields: place_lines::read(fields).unwrap(),
        }
    }

    fn places(&self) -> Places<'_> {
        Places {
            units: &self.units.units,
            groups: &self.units.groups,
            fields: &self.fields,
        }
    }
}

fn cell(unit: &str, field: &str, dossiers: u32) -> Cell {
    Cell {
        unit: unit.to_owned(),
        field: field.to_owned(),
        dossiers,
    }
}

#[test]
fn units_and_fields_are_found_by_name_code_and_path() {
    let named = Named::new();
    let text = "Đơn vị;Lĩnh vực;Số hồ sơ 2026\nXã Đức Cơ\tHộ tịch\t1.250\n\nxa duc co,\"Đầu tư, hộ kinh doanh\",7\n\
                duc co commune; thuế ;0\nGia Lai > Bưu điện 1;;9\nkon-tum/buu-dien-1;civil status;1\nGia Lai;2.000\nThuế;5\n3000";
    let expected = [
        cell("gia-lai/xa-duc-co", "ho-tich", 1250),
        cell("gia-lai/xa-duc-co", "kd", 7),
        cell("gia-lai/xa-duc-co", "thue", 0),
        cell("gia-lai/buu-dien-1", "", 9),
        cell("kon-tum/buu-dien-1", "ho-tich", 1),
        cell("gia-lai", "", 2000),
        cell("", "thue", 5),
        cell("", "", 3000),
    ];
    assert_eq!(read(text, named.places()).unwrap(), expected);
}

#[test]
fn every_line_that_cannot_be_taken_is_told_with_its_place() {
    let named = Named::new();
    let text = "Xã Đức Cơ;Hộ tịch;nhiều\nXã Ia Dơk;Hộ tịch;1\nXã Đức Cơ;Bói toán;1\nBưu điện 1;1\nHộ tịch;1\nAi đó;1\n\
                Xã Đức Cơ;Thuế;1\nxã đức cơ;THUẾ;2\na;b;c;4\nXã Đức Cơ;Thuế;1,5";
    let bad = read(text, named.places()).unwrap_err();
    let seen: Vec<_> = bad
        .iter()
        .map(|one| (one.line, one.fault, one.found.as_str()))
        .collect();
    let expected = [
        (1, Fault::NoNumber, "nhiều"),
        (2, Fault::UnknownUnit, "Xã Ia Dơk"),
        (3, Fault::UnknownField, "Bói toán"),
        (4, Fault::SeveralPlaces, "Bưu điện 1"),
        (5, Fault::SeveralPlaces, "Hộ tịch"),
        (6, Fault::UnknownPlace, "Ai đó"),
        (8, Fault::Repeated(7), "xã đức cơ;THUẾ;2"),
        (9, Fault::NumberOfCells, "c"),
        (10, Fault::NoNumber, "1,5"),
    ];
    assert_eq!(seen, expected);
    assert_eq!(read("", named.places()), Ok(Vec::new()));
}

proptest! {
    #[test]
    fn what_is_written_reads_back(picks in proptest::collection::btree_map((0_usize..7, 0_usize..4), 0_u32.., 0..12)) {
        let named = Named::new();
        let all = named.units.units.iter().chain(&named.units.groups);
        let mut units: Vec<&str> = all.map(|place| place.code.as_str()).collect();
        units.push("");
        // A place taken out of the campaign keeps its number under its code, and that is told.
        let mut fields: Vec<&str> = named.fields.iter().map(|place| place.code.as_str()).collect();
        fields.push("");
        let cells: Vec<Cell> = picks
            .into_iter()
            .map(|((unit, field), count)| cell(units[unit % units.len()], fields[field], count))
            .collect();
        let mut once = Vec::new();
        for one in cells {
            if once.iter().all(|other: &Cell| (&other.unit, &other.field) != (&one.unit, &one.field)) {
                once.push(one);
            }
        }
        prop_assert_eq!(read(&write(&once, named.places()), named.places()), Ok(once));
    }
}
