//! The corrective plan as a document in administrative form, with the annex on landscape pages.
//!
//! The form is that of Vietnamese administrative documents: offices and number at the left, the country's name at the
//! right, kind and name of the document below, recipients and signature at the end. All words come from the caller.

use crate::annex::{Annex, million};
use crate::docx::{Align, Cell, Document, Look};
use sipas_core::plan::{ActionPlan, HeadPart, Item, ItemPart, Place};
use sipas_core::selection::Day;

/// The words of a plan's document that are not in the plan.
#[derive(Debug, Clone, Copy)]
pub struct PlanWords<'a> {
    /// The country's name, in capitals.
    pub country: &'a str,
    /// Its motto.
    pub motto: &'a str,
    /// What stands before the number.
    pub number: &'a str,
    /// The kind of document, in capitals.
    pub kind: &'a str,
    /// Heading of the purpose.
    pub purpose: &'a str,
    /// Heading of the items.
    pub items: &'a str,
    /// Heading of who carries it out.
    pub carrying: &'a str,
    /// a) aim, b) task, b) actions, what is to come of it, c) lead, c) with, d) due, cost.
    pub parts: [&'a str; 8],
    /// Behind a cost that is a number.
    pub million: &'a str,
    /// Heading of the next measurement.
    pub next: &'a str,
    /// Heading of the recipients.
    pub recipients: &'a str,
    /// Heading of the annex.
    pub annex: &'a str,
    /// The annex's eight headings.
    pub headings: [&'a str; 8],
    /// What stands before the sum of costs.
    pub total: &'a str,
    /// Place and day as one line; the place may be empty, the day missing.
    pub signed: fn(&str, Option<Day>) -> String,
    /// The days of the next measurement as one line.
    pub days: fn(Option<Day>, Option<Day>) -> String,
}

/// What an item is called, and what it answers to, in words; empty where there is nothing to say.
pub type ItemWords<'a> = &'a dyn Fn(&Item) -> (String, String);

/// The file; the same plan and words give the same bytes.
#[must_use]
pub fn write(plan: &ActionPlan, words: &PlanWords<'_>, item_words: ItemWords<'_>) -> Vec<u8> {
    let text = |part| plan.text(Place::Head(part)).trim();
    let mut document = Document::new();
    document.table(&[42, 58], &[letterhead(plan, words)], false, false);
    document.paragraph(words.kind, bold(Align::Centre));
    let title = text(HeadPart::Title);
    document.paragraph(
        title,
        Look {
            ruled: true,
            ..bold(Align::Centre)
        },
    );
    let running = Look {
        align: Align::Both,
        indent: true,
        ..Look::default()
    };
    for line in lines(text(HeadPart::Basis)) {
        let italic = true;
        document.paragraph(line, Look { italic, ..running });
    }
    let mut number = Numbered::default();
    section(
        &mut document,
        &mut number,
        words.purpose,
        text(HeadPart::Purpose),
        false,
    );
    let items = plan.items();
    if !items.is_empty() {
        document.paragraph(&number.next(words.items), heading(1));
        for (place, (_, item)) in items.iter().enumerate() {
            let (name, evidence) = item_words(item);
            document.paragraph(&format!("{}. {name}", place + 1), heading(2));
            if !evidence.is_empty() {
                document.paragraph(&evidence, running);
            }
            for (label, said) in parts(item, words) {
                // Each line a paragraph: a broken line would be stretched to both edges.
                let mut lines = lines(&said);
                let first = lines.next().unwrap_or_default();
                document.paragraph(&format!("{label}: {first}"), running);
                lines.for_each(|line| document.paragraph(line, running));
            }
        }
    }
    let day = |part| Day::parse(text(part));
    let (from, until) = (day(HeadPart::NextFrom), day(HeadPart::NextUntil));
    let is_next = from.is_some() || until.is_some();
    section(
        &mut document,
        &mut number,
        words.carrying,
        text(HeadPart::Carrying),
        !is_next,
    );
    if is_next {
        let next = (words.days)(from, until);
        section(&mut document, &mut number, words.next, &next, true);
    }
    document.table(&[50, 50], &[signature(plan, words)], false, false);
    annex(&mut document, plan, words);
    document.finish(title)
}

fn bold(align: Align) -> Look {
    Look {
        bold: true,
        align,
        ..Look::default()
    }
}

fn heading(depth: u8) -> Look {
    Look {
        heading: depth,
        bold: true,
        ..Look::default()
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Roman numbers of the sections that are there.
#[derive(Debug, Default)]
struct Numbered(usize);

impl Numbered {
    fn next(&mut self, heading: &str) -> String {
        const ROMAN: [&str; 6] = ["I", "II", "III", "IV", "V", "VI"];
        let number = ROMAN.get(self.0).copied().unwrap_or_default();
        self.0 += 1;
        format!("{number}. {heading}")
    }
}

/// A section; the last line of the last one is `kept` with the signature, which must not stand on a page alone.
fn section(document: &mut Document, number: &mut Numbered, name: &str, text: &str, is_last: bool) {
    if text.is_empty() {
        return;
    }
    document.paragraph(&number.next(name), heading(1));
    let mut lines = lines(text).peekable();
    while let Some(line) = lines.next() {
        let look = Look {
            kept: is_last && lines.peek().is_none(),
            align: Align::Both,
            indent: true,
            ..Look::default()
        };
        document.paragraph(line, look);
    }
}

fn letterhead(plan: &ActionPlan, words: &PlanWords<'_>) -> Vec<Cell> {
    let text = |part| plan.text(Place::Head(part)).trim().to_owned();
    let centre = Look {
        align: Align::Centre,
        size: 24,
        ..Look::default()
    };
    let strong = Look {
        bold: true,
        ..centre
    };
    let under = Look {
        ruled: true,
        ..strong
    };
    let italic = Look {
        italic: true,
        ..centre
    };
    let mut left = Vec::new();
    let superior = text(HeadPart::Superior);
    if !superior.is_empty() {
        left.push((superior, centre));
    }
    left.push((text(HeadPart::Office), under));
    left.push((
        format!("{} {}", words.number, text(HeadPart::Number)),
        centre,
    ));
    let day = Day::parse(&text(HeadPart::Day));
    let right = vec![
        (words.country.to_owned(), strong),
        (words.motto.to_owned(), under),
        ((words.signed)(&text(HeadPart::Place), day), italic),
    ];
    vec![left, right]
}

fn signature(plan: &ActionPlan, words: &PlanWords<'_>) -> Vec<Cell> {
    let text = |part| plan.text(Place::Head(part)).trim().to_owned();
    let small = Look {
        size: 22,
        ..Look::default()
    };
    let mut left = Vec::new();
    let recipients = text(HeadPart::Recipients);
    if !recipients.is_empty() {
        let strong = Look {
            bold: true,
            italic: true,
            size: 24,
            ..small
        };
        left.push((words.recipients.to_owned(), strong));
        left.push((recipients, small));
    }
    let strong = bold(Align::Centre);
    let mut right = vec![(text(HeadPart::SignedAs), strong)];
    // Room for the signature and the seal.
    right.extend((0..4).map(|_| (String::new(), strong)));
    right.push((text(HeadPart::Signer), strong));
    vec![left, right]
}

/// The parts of an item that say something, with their labels.
fn parts<'a>(item: &Item, words: &PlanWords<'a>) -> Vec<(&'a str, String)> {
    let labelled = words.parts.iter().zip(ItemPart::ANNEX);
    let said = labelled.map(|(label, part)| {
        let text = match part {
            ItemPart::Due => crate::annex::shown_due(item),
            ItemPart::Cost => cost(item, words),
            _ => item.text(part).trim().to_owned(),
        };
        (*label, text)
    });
    said.filter(|(_, text)| !text.is_empty()).collect()
}

fn cost(item: &Item, words: &PlanWords<'_>) -> String {
    let text = item.text(ItemPart::Cost).trim();
    match crate::decimal::read(text) {
        Some(cost) => format!("{} {}", million(cost.value, "vi"), words.million),
        None => text.to_owned(),
    }
}

fn annex(document: &mut Document, plan: &ActionPlan, words: &PlanWords<'_>) {
    let annex = Annex::of(plan);
    if annex.rows.is_empty() {
        return;
    }
    document.landscape();
    document.paragraph(
        words.annex,
        Look {
            heading: 1,
            ..bold(Align::Centre)
        },
    );
    let title = plan.text(Place::Head(HeadPart::Title)).trim();
    document.paragraph(
        title,
        Look {
            italic: true,
            align: Align::Centre,
            ..Look::default()
        },
    );
    let small = |bold, align| Look {
        bold,
        align,
        size: 22,
        ..Look::default()
    };
    let head = |text: &str| vec![(text.to_owned(), small(true, Align::Centre))];
    let mut rows: Vec<Vec<Cell>> = vec![words.headings.iter().map(|text| head(text)).collect()];
    for row in &annex.rows {
        let cells = row.cells.iter().enumerate().map(|(column, text)| {
            let align = match column {
                6 => Align::Centre,
                7 => Align::Right,
                _ => Align::Left,
            };
            vec![(text.clone(), small(false, align))]
        });
        rows.push(cells.collect());
    }
    if let Some(total) = annex.total {
        let mut cells: Vec<Cell> = vec![Vec::new(); 8];
        if let Some(first) = cells.first_mut() {
            first.push((words.total.to_owned(), small(true, Align::Left)));
        }
        if let Some(last) = cells.last_mut() {
            last.push((million(total, "vi"), small(true, Align::Right)));
        }
        rows.push(cells);
    }
    document.table(&[15, 14, 17, 13, 12, 12, 9, 8], &rows, true, true);
}
