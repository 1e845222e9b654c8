//! The corrective plan (kế hoạch khắc phục tồn tại, hạn chế): what is to be done about weak criteria, by whom, until when.
//!
//! A plan is edited over weeks, in several tabs and on several devices, and saved as one goes. So every text in it is a
//! [`Register`] that knows who has seen which edit: an edit takes the place of what its writer saw, and of nothing
//! else. Two copies of a plan become one by [`ActionPlan::merge`]: where both changed the same text without having seen
//! each other, the later edit is shown and the other one is kept beside it until somebody edits the text again.
//! Nothing anybody wrote is lost, and the order in which copies are merged changes nothing.
//!
//! Removed items stay in the plan with a mark, so that removing can be undone and an edit made elsewhere meanwhile is
//! not lost with them.

mod evidence;
mod parts;
mod register;
mod since;

pub use evidence::{Evidence, Snapshot, comment_share};
pub use parts::{HeadPart, ItemPart, Status};
pub use register::{Edit, Register};
pub use since::{NotComparable, Since, since};

use crate::selection::Day;
use register::Seen;
use std::collections::BTreeMap;

/// Who edits, and when: a tab's own number, drawn at random when it opens, and the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// The tab's number.
    pub writer: u32,
    /// Seconds since 1970 by its device's clock.
    pub at: i64,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ActionPlan {
    id: String,
    seen: Seen,
    head: BTreeMap<HeadPart, Register>,
    items: BTreeMap<u64, Item>,
}

/// One item of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// What it answers to, as it stood when the item was made; it does not change.
    pub evidence: Evidence,
    parts: BTreeMap<ItemPart, Register>,
}

/// Which text of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// One of the plan as a whole.
    Head(HeadPart),
    /// One of the item of this id.
    Item(u64, ItemPart),
}

impl ActionPlan {
    /// An empty plan.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..Self::default()
        }
    }

    /// A plan as it was stored: edits with their places, items with their evidence, and for each writer the number of
    /// the last edit seen.
    ///
    /// Edits of items that are not there are left out; a writer's number is raised where an edit has a greater one.
    #[must_use]
    pub fn restored(
        id: &str,
        seen: impl IntoIterator<Item = (u32, u32)>,
        items: impl IntoIterator<Item = (u64, Evidence)>,
        edits: impl IntoIterator<Item = (Place, Edit)>,
    ) -> Self {
        let mut plan = Self::new(id);
        plan.seen.extend(seen);
        for (item, evidence) in items {
            let parts = BTreeMap::new();
            plan.items.insert(item, Item { evidence, parts });
        }
        for (place, edit) in edits {
            let last = plan.seen.entry(edit.writer).or_default();
            *last = (*last).max(edit.number);
            if let Some(register) = plan.register_mut(place) {
                register.put(edit);
            }
        }
        plan
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// For each writer the number of the last edit seen.
    pub fn seen(&self) -> impl Iterator<Item = (u32, u32)> {
        self.seen.iter().map(|(writer, number)| (*writer, *number))
    }

    /// All items with their ids, the removed ones too, by id.
    pub fn all_items(&self) -> impl Iterator<Item = (u64, &Item)> {
        self.items.iter().map(|(id, item)| (*id, item))
    }

    /// The items that are not removed, in their order.
    #[must_use]
    pub fn items(&self) -> Vec<(u64, &Item)> {
        let mut items: Vec<(u64, &Item)> = self
            .all_items()
            .filter(|(_, item)| !item.is_removed())
            .collect();
        items.sort_by_key(|(id, item)| (item.order(), *id));
        items
    }

    /// The item of this id, removed or not.
    #[must_use]
    pub fn item(&self, id: u64) -> Option<&Item> {
        self.items.get(&id)
    }

    /// A text of the plan; empty where nothing was written.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.register(place).map_or("", Register::text)
    }

    /// The register of a text that was ever written.
    #[must_use]
    pub fn register(&self, place: Place) -> Option<&Register> {
        match place {
            Place::Head(part) => self.head.get(&part),
            Place::Item(id, part) => self.items.get(&id)?.parts.get(&part),
        }
    }

    fn register_mut(&mut self, place: Place) -> Option<&mut Register> {
        match place {
            Place::Head(part) => Some(self.head.entry(part).or_default()),
            Place::Item(id, part) => {
                let item = self.items.get_mut(&id)?;
                Some(item.parts.entry(part).or_default())
            }
        }
    }

    /// Every text with its place, in the order they are stored.
    pub fn registers(&self) -> impl Iterator<Item = (Place, &Register)> {
        let head = self
            .head
            .iter()
            .map(|(part, register)| (Place::Head(*part), register));
        let items = self.items.iter().flat_map(|(id, item)| {
            let parts = item.parts.iter();
            parts.map(|(part, register)| (Place::Item(*id, *part), register))
        });
        head.chain(items)
    }

    /// Writes a text; false, and nothing changes, where it already says so or there is no such item.
    ///
    /// Texts another copy had set aside for this place are settled by it.
    pub fn write(&mut self, hand: Hand, place: Place, text: &str) -> bool {
        let same = self.text(place) == text;
        let settled = self
            .register(place)
            .is_none_or(|register| register.set_aside().next().is_none());
        if same && settled {
            return false;
        }
        let number = self
            .seen
            .get(&hand.writer)
            .map_or(1, |last| last.saturating_add(1));
        let Some(register) = self.register_mut(place) else {
            return false;
        };
        *register = Register::of(Edit {
            writer: hand.writer,
            number,
            at: hand.at,
            text: text.to_owned(),
        });
        self.seen.insert(hand.writer, number);
        true
    }

    /// Adds an item at the end; false where the id is taken. `id` is drawn at random.
    pub fn add(&mut self, hand: Hand, id: u64, evidence: Evidence) -> bool {
        if self.items.contains_key(&id) {
            return false;
        }
        let last = self.items.values().map(Item::order).max();
        let order = last.map_or(1, |last| last.saturating_add(1));
        let parts = BTreeMap::new();
        self.items.insert(id, Item { evidence, parts });
        self.write(hand, Place::Item(id, ItemPart::Order), &order.to_string())
    }

    /// Removes an item, or brings it back.
    pub fn remove(&mut self, hand: Hand, id: u64, removed: bool) -> bool {
        let mark = if removed { "yes" } else { "" };
        self.write(hand, Place::Item(id, ItemPart::Removed), mark)
    }

    /// The places where two texts stand beside each other because neither writer saw the other's.
    pub fn doubtful(&self) -> impl Iterator<Item = Place> {
        let two = |(_, register): &(Place, &Register)| register.set_aside().next().is_some();
        self.registers().filter(two).map(|(place, _)| place)
    }

    /// Takes over everything another copy of the plan has. In any order, any number of times, the result is the same.
    pub fn merge(&mut self, other: &Self) {
        for (id, item) in &other.items {
            let own = self.items.entry(*id).or_insert_with(|| Item {
                evidence: item.evidence.clone(),
                parts: BTreeMap::new(),
            });
            // Two items of one id are the same item; were they not, both sides choose the same one.
            if own.evidence.is_before(&item.evidence) {
                own.evidence = item.evidence.clone();
            }
        }
        let mut places: Vec<Place> = self.registers().map(|(place, _)| place).collect();
        places.extend(other.registers().map(|(place, _)| place));
        let empty = Register::default();
        for place in places {
            let one = self.register(place).unwrap_or(&empty);
            let two = other.register(place).unwrap_or(&empty);
            let both = Register::merged((one, &self.seen), (two, &other.seen));
            if let Some(register) = self.register_mut(place) {
                *register = both;
            }
        }
        for (writer, number) in &other.seen {
            let own = self.seen.entry(*writer).or_default();
            *own = (*own).max(*number);
        }
    }
}

impl Item {
    /// One of its texts; empty where nothing was written.
    #[must_use]
    pub fn text(&self, part: ItemPart) -> &str {
        self.parts.get(&part).map_or("", Register::text)
    }

    /// Where it stands in the plan.
    #[must_use]
    pub fn order(&self) -> u32 {
        self.text(ItemPart::Order).parse().unwrap_or(u32::MAX)
    }

    /// Whether it was removed.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        !self.text(ItemPart::Removed).is_empty()
    }

    /// How far it is.
    #[must_use]
    pub fn status(&self) -> Status {
        Status::from_name(self.text(ItemPart::Status)).unwrap_or_default()
    }

    /// The day until which it is to be done; none where nothing, or something else than a day, was written.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        Day::parse(self.text(ItemPart::Due))
    }

    /// Whether it was to be done before `today` and is neither done nor given up.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        let open = matches!(self.status(), Status::NotBegun | Status::Doing);
        open && self.due().is_some_and(|due| due < today)
    }
}
