//! Typing one paper in: a cursor that goes from cell to cell, one key each.

use super::sheet::{Mark, Sheet};

/// The cells typed so far and where the cursor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keying {
    /// For each cell what stands in it.
    pub marks: Vec<Mark>,
    /// The cell under the cursor; the number of cells where all are done.
    pub at: usize,
    /// Keys pressed so far.
    pub keys: u32,
}

/// What a person pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// A digit or letter.
    Key(char),
    /// Nothing stands in the cell.
    Blank,
    /// One cell back; what stands there stays until it is typed over.
    Back,
    /// To this cell.
    Go(usize),
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// The cursor stands at another cell.
    To(usize),
    /// Every cell is done.
    Done,
    /// The cell has no such answer; nothing changed.
    Refused,
}

impl Keying {
    /// An empty paper, the cursor at its first cell.
    #[must_use]
    pub fn new(sheet: &Sheet<'_>) -> Self {
        let mut keying = Self {
            marks: vec![Mark::Blank; sheet.cells.len()],
            at: 0,
            keys: 0,
        };
        keying.at = keying.asked_from(sheet, 0);
        keying
    }

    /// True where every cell is done.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.at >= self.marks.len()
    }

    /// True where nothing stands in any cell.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.marks.iter().all(|mark| *mark == Mark::Blank)
    }

    /// Takes a key; cells that do not apply by what was typed before are passed over and emptied.
    pub fn press(&mut self, sheet: &Sheet<'_>, press: Press) -> Moved {
        self.keys = self.keys.saturating_add(1);
        match press {
            Press::Back => self.back(sheet),
            Press::Go(at) => {
                self.at = self.asked_from(sheet, at);
                self.moved()
            }
            Press::Blank => self.put(sheet, Mark::Blank),
            Press::Key(key) => {
                let mark = sheet.cells.get(self.at).and_then(|cell| cell.mark(key));
                match mark {
                    Some(mark) => self.put(sheet, mark),
                    None => Moved::Refused,
                }
            }
        }
    }

    fn put(&mut self, sheet: &Sheet<'_>, mark: Mark) -> Moved {
        let Some(place) = self.marks.get_mut(self.at) else {
            return Moved::Done;
        };
        *place = mark;
        for (asked, mark) in sheet.asked(&self.marks).into_iter().zip(&mut self.marks) {
            if !asked {
                *mark = Mark::Blank;
            }
        }
        self.at = self.asked_from(sheet, self.at + 1);
        self.moved()
    }

    fn back(&mut self, sheet: &Sheet<'_>) -> Moved {
        let asked = sheet.asked(&self.marks);
        let before = asked.iter().take(self.at).rposition(|asked| *asked);
        match before {
            Some(at) => {
                self.at = at;
                Moved::To(at)
            }
            None => Moved::Refused,
        }
    }

    const fn moved(&self) -> Moved {
        if self.is_done() {
            Moved::Done
        } else {
            Moved::To(self.at)
        }
    }

    fn asked_from(&self, sheet: &Sheet<'_>, from: usize) -> usize {
        let asked = sheet.asked(&self.marks);
        let next = asked.iter().skip(from).position(|asked| *asked);
        next.map_or(self.marks.len(), |further| from + further)
    }
}
