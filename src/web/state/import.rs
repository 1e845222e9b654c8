//! Files looked through for ballots, in portions that leave the page alive; nothing is changed here.

use crate::platform::picked::Picked;
use crate::platform::{clock, files, json, second, settings};
use crate::state::setup::{self, Setup};
use crate::state::staff::Staff;
use crate::state::{health, ledger, packages, undone};
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::archive;
use sipas_formats::csv::{self, AnyFile, Place, PlaceMap, Reading};
use sipas_formats::import::{Device, Gathering, MOST_FILE_BYTES, Plan, read_places, write_places};
use sipas_formats::json::Json;
use sipas_formats::ledger::marks::Mark;
use sipas_formats::record::shape::Shape;
use sipas_formats::store::StoreError;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the person said about units and fields files call by other names.
const PLACES_KEY: &str = "sipas/places";

/// Rows read before the clock is looked at.
const ROWS: usize = 200;

/// How long the page is kept busy at a time, in milliseconds.
const SLICE_MS: f64 = 24.0;

/// Who is told the share done and the file at hand.
type Tell = Rc<dyn Fn(f64, &str)>;

/// Work under way: how far it is, and whether it is to end.
#[derive(Clone)]
pub struct Pace {
    /// Told the share done and the file at hand.
    pub tell: Tell,
    /// True once the person has had enough.
    pub cancelled: Rc<Cell<bool>>,
    busy_since: Rc<Cell<f64>>,
}

impl Pace {
    /// Work that begins now.
    pub fn new(tell: impl Fn(f64, &str) + 'static) -> Self {
        Self {
            tell: Rc::new(tell),
            cancelled: Rc::new(Cell::new(false)),
            busy_since: Rc::new(Cell::new(clock::millis())),
        }
    }

    /// Gives the page time where it was busy long enough; false where the work is to end.
    pub async fn go_on(&self, share: f64, file: &str) -> bool {
        if clock::millis() - self.busy_since.get() > SLICE_MS {
            (self.tell)(share, file);
            clock::breathe().await;
            self.busy_since.set(clock::millis());
        }
        !self.cancelled.get()
    }
}

pub use sipas_formats::set::{FileKind as Kind, FileTold as FileNews};

/// What the files hold and what they would change.
#[derive(Debug, Clone)]
pub struct Found {
    /// The files.
    pub files: Vec<FileNews>,
    /// What would change.
    pub plan: Plan,
    /// Units and fields that are no codes or that the campaign does not know: column and text, and in how many
    /// rows or ballots.
    pub strange: BTreeMap<(String, String), u64>,
    /// Texts of the archives.
    pub texts: Vec<(String, String)>,
    /// Removal marks of the archives, for an empty device.
    pub marks: Vec<Mark>,
    /// Whether an archive may take this device's place.
    pub may_replace: bool,
    /// Room for so many more ballots.
    pub room: usize,
}

impl Found {
    /// Rows and parts that cannot be used.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.files.iter().map(FileNews::unusable).sum()
    }
}

/// Looks through files; nothing where it was cancelled.
///
/// # Errors
/// [`StoreError`] where the device's own ballots cannot be read.
pub async fn look(
    staff: Staff,
    files: &[Picked],
    pace: &Pace,
) -> Result<Option<Found>, StoreError> {
    let known = questionnaires(staff).await;
    let map = places();
    let mut look = Look::default();
    let files = &packages::expanded(files).await;
    let total: u64 = files.iter().map(Picked::size).sum();
    let mut done = 0;
    for file in files {
        let share = |within: f64| (done as f64 + within * file.size() as f64) / total.max(1) as f64;
        if !look.file(file, &known, &map, pace, &share).await {
            return Ok(None);
        }
        done += file.size();
    }
    if !pace.go_on(1.0, "").await {
        return Ok(None);
    }
    look.finish(staff.setup).await.map(Some)
}

/// The questionnaires of this build, as far as they can be loaded, the campaign's first.
pub async fn questionnaires(staff: Staff) -> Vec<Questionnaire> {
    let mut all = vec![staff.setup.questionnaire.clone()];
    let list = files::read_own("questionnaires/index.json").await;
    let Ok(Ok(Json::List(items))) = list.map(|text| json::parse(&text)) else {
        return all;
    };
    for id in items.iter().filter_map(|item| item.get("id")?.as_text()) {
        if all.iter().all(|one| one.id != id)
            && let Ok(found) = setup::questionnaire(id).await
        {
            all.push(found);
        }
    }
    all
}

/// What the person has said about places so far.
#[must_use]
pub fn places() -> PlaceMap {
    read_places(&settings::read(PLACES_KEY).unwrap_or_default())
}

/// Remembers what a file calls a unit or field; an empty code: it is none; nothing: forget it.
pub fn say_place(column: &str, said: &str, code: Option<&str>) {
    let mut map = places();
    let choices = if column == "unit" {
        &mut map.units
    } else {
        &mut map.fields
    };
    match code {
        Some(code) => choices.insert(said.to_owned(), code.to_owned()),
        None => choices.remove(said),
    };
    second::keep_setting(PLACES_KEY, &write_places(&map));
}

/// What was found so far.
#[derive(Debug, Default)]
struct Look {
    gathering: Gathering,
    files: Vec<FileNews>,
    strange: BTreeMap<(String, String), u64>,
    texts: Vec<(String, String)>,
    marks: Vec<Mark>,
    archives: usize,
}

impl Look {
    /// Reads one file; false where it was cancelled.
    async fn file(
        &mut self,
        file: &Picked,
        known: &[Questionnaire],
        map: &PlaceMap,
        pace: &Pace,
        share: &impl Fn(f64) -> f64,
    ) -> bool {
        let name = file.name();
        if file.size() > MOST_FILE_BYTES {
            self.closed(name, Kind::TooLarge);
            return true;
        }
        let bytes = match file.bytes().await {
            Ok(bytes) => bytes,
            Err(reason) => {
                self.closed(name, Kind::Unreadable(reason));
                return true;
            }
        };
        if archive::is_archive(&bytes) {
            self.archive(name, &bytes, pace, share).await
        } else {
            self.table(name, &bytes, known, map, pace, share).await
        }
    }

    fn closed(&mut self, name: String, kind: Kind) {
        self.files.push(FileNews {
            name,
            ..FileNews::closed(kind)
        });
    }

    async fn archive(
        &mut self,
        name: String,
        bytes: &[u8],
        pace: &Pace,
        share: &impl Fn(f64) -> f64,
    ) -> bool {
        let opened = match archive::read(bytes) {
            Ok(opened) => opened,
            Err(error) => {
                self.closed(name, Kind::ClosedArchive(error));
                return true;
            }
        };
        let mut marks = sipas_formats::ledger::marks::Marks::default();
        opened.marks.iter().for_each(|mark| marks.merge(*mark));
        let place = Place {
            file: name.clone(),
            line: 0,
        };
        let (mut ballots, mut removed_there) = (0, 0);
        let mut shapes: BTreeMap<(String, u32), Rc<Shape>> = BTreeMap::new();
        for part in 0..opened.part_count() {
            opened.each_of(part, &mut |ballot, shape| {
                if marks.is_removed(ballot.id) {
                    removed_there += 1;
                    return;
                }
                let key = (ballot.context.questionnaire.clone(), ballot.context.version);
                let shared = shapes.entry(key).or_insert_with(|| Rc::new(shape.clone()));
                if **shared != *shape {
                    *shared = Rc::new(shape.clone());
                }
                ballots += 1;
                self.gathering.add(ballot.clone(), shared, place.clone());
            });
            let within = part as f64 / opened.part_count().max(1) as f64;
            if !pace.go_on(share(within), &name).await {
                return false;
            }
        }
        self.archives += 1;
        self.files.push(FileNews {
            name,
            kind: Kind::Archive {
                about: opened.about,
                refused: opened.refused,
                removed_there,
            },
            ballots,
            ..FileNews::default()
        });
        self.texts.extend(opened.texts);
        self.marks.extend(opened.marks);
        true
    }

    async fn table(
        &mut self,
        name: String,
        bytes: &[u8],
        known: &[Questionnaire],
        map: &PlaceMap,
        pace: &Pace,
        share: &impl Fn(f64) -> f64,
    ) -> bool {
        let find = |id: &str, version| {
            let mut known = known.iter();
            known.find(|one| one.id == id && one.version == version)
        };
        let (text, encoding) = match csv::decode(bytes) {
            Ok(decoded) => decoded,
            Err(problem) => {
                self.table_news(name, AnyFile::closed(problem));
                return true;
            }
        };
        let mut reading = match Reading::lenient(&text, encoding, &find, map) {
            Ok(reading) => reading,
            Err(file) => {
                self.table_news(name, *file);
                return true;
            }
        };
        let shape = Rc::new(reading.questionnaire().map(Shape::of).unwrap_or_default());
        let gathering = &mut self.gathering;
        while !reading.step(ROWS, &mut |row| {
            let place = Place {
                file: name.clone(),
                line: row.line,
            };
            gathering.add(row.ballot, &shape, place);
        }) {
            if !pace.go_on(share(reading.share()), &name).await {
                return false;
            }
        }
        self.table_news(name, reading.finish());
        true
    }

    fn table_news(&mut self, name: String, any: AnyFile) {
        for (place, rows) in &any.strange {
            *self.strange.entry(place.clone()).or_default() += rows;
        }
        self.files.push(FileNews {
            name,
            ..FileNews::table(any)
        });
    }

    async fn finish(mut self, setup: &Setup) -> Result<Found, StoreError> {
        let stored: Vec<Ballot> = ledger::read()?.ballots;
        let undone = undone::times();
        let removed = |id: BallotId| {
            let mark = ledger::with(|ledger| ledger.marks().get(id)).ok().flatten();
            mark.is_some_and(|mark| mark.removed && !undone.contains(&mark.at_secs))
        };
        let plan = self.gathering.plan(Device {
            stored: &stored,
            is_removed: &removed,
        });
        let units = setup.campaign.units.iter().map(|one| one.code.as_str());
        let units: Vec<&str> = units.chain(setup.campaign.unit.as_deref()).collect();
        let fields: Vec<&str> = setup
            .campaign
            .fields
            .iter()
            .map(|one| one.code.as_str())
            .collect();
        let said = places();
        for one in &plan.new {
            let context = &one.ballot.context;
            for (column, code, codes) in [
                ("unit", &context.unit, &units),
                ("field", &context.field, &fields),
            ] {
                let is_own = context.campaign == setup.campaign.id;
                let is_said = said.get(column, code).is_some();
                if is_own
                    && !codes.is_empty()
                    && !code.is_empty()
                    && !is_said
                    && !codes.contains(&code.as_str())
                {
                    let key = (column.to_owned(), code.clone());
                    *self.strange.entry(key).or_default() += 1;
                }
            }
        }
        Ok(Found {
            room: health::room(stored.len()).await?,
            files: self.files,
            plan,
            strange: self.strange,
            may_replace: self.archives == 1
                && crate::state::archive::is_a_device(&self.texts)
                && crate::state::archive::is_device_empty(),
            texts: self.texts,
            marks: self.marks,
        })
    }
}
