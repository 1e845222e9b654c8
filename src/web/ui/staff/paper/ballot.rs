//! The printed ballot: a questionnaire on A4 with digits to circle, as HTML.

use super::text;
use crate::state::setup::Setup;
use crate::ui::html::Html;
use sipas_core::paper::sheet::{Cell, NOT_APPLICABLE_KEY, Place, Sheet};
use sipas_core::questionnaire::{
    Choice, ChoiceQuestion, Condition, Criterion, Factor, Scale, Source,
};

/// What is printed on every ballot of a batch.
#[derive(Debug, Clone)]
pub struct Printed {
    /// Letters and digits before the number.
    pub batch: String,
    /// Name of the unit; nothing: left open.
    pub unit: Option<String>,
    /// Name of the field; nothing: left open.
    pub field: Option<String>,
    /// Language of the ballot.
    pub language: &'static str,
}

/// The ballots with these numbers, one after the other.
pub fn ballots(setup: &Setup, printed: &Printed, from: u32, to: u32) -> String {
    let writer = Writer {
        setup,
        printed,
        sheet: Sheet::of(&setup.questionnaire),
    };
    let mut html = Html::default();
    for number in from..=to {
        writer.ballot(&mut html, number);
    }
    html.finish()
}

/// A ballot's number as it is printed: `A-0017`.
pub fn printed_number(batch: &str, number: u32) -> String {
    let digits = format!("{number:04}");
    if batch.is_empty() {
        digits
    } else {
        [batch, "-", &digits].concat()
    }
}

struct Writer<'a> {
    setup: &'a Setup,
    printed: &'a Printed,
    sheet: Sheet<'a>,
}

impl Writer<'_> {
    fn say(&self, wording: &sipas_core::wording::Wording) -> String {
        self.setup.say(wording, self.printed.language)
    }

    /// The scale whose words stand in the table's head: the one used most, by two criteria at least.
    fn main_scale(&self) -> Option<(&Scale, Vec<char>)> {
        let questionnaire = self.sheet.questionnaire;
        let uses = |scale: &Scale| {
            let asked = questionnaire
                .criteria()
                .filter(|one| one.source == Source::Ballot);
            asked.filter(|one| one.scale == scale.id).count()
        };
        let most = questionnaire
            .scales
            .iter()
            .max_by_key(|scale| uses(scale))?;
        let count = self.sheet.cells.iter();
        let criteria = count
            .filter(|one| matches!(one.place, Place::Criterion(_)))
            .count();
        let enough = uses(most) * 2 > criteria;
        let keys = self.cells_of(most).next()?.keys.clone();
        enough.then_some((most, keys))
    }

    fn cells_of<'s>(&'s self, scale: &'s Scale) -> impl Iterator<Item = &'s Cell> {
        self.sheet.cells.iter().filter(|cell| {
            self.criterion(cell)
                .is_some_and(|one| one.scale == scale.id)
        })
    }

    fn criterion(&self, cell: &Cell) -> Option<&Criterion> {
        match cell.place {
            Place::Criterion(position) => self.sheet.questionnaire.criteria().nth(position),
            Place::Gate(_) | Place::Reason(_) | Place::Respondent(_) => None,
        }
    }

    fn ballot(&self, html: &mut Html, number: u32) {
        let text = text();
        let number = printed_number(&self.printed.batch, number);
        html.raw("<article class=\"bp\" data-ballot=\"")
            .text(&number)
            .raw("\">");
        html.raw("<header class=\"bp-head\"><p>")
            .text(&self.say(&self.setup.campaign.name));
        html.raw("</p><p class=\"bp-number\">")
            .text(text.number)
            .raw(" <strong>");
        html.text(&number).raw("</strong></p></header>");
        html.raw("<h3 class=\"bp-title\">")
            .text(&self.say(&self.sheet.questionnaire.title))
            .raw("</h3>");
        self.places(html);
        let offers = self.sheet.cells.iter().any(|cell| cell.not_applicable);
        html.raw("<p class=\"bp-how\"><strong>")
            .text(text.how)
            .raw("</strong> ");
        if offers {
            html.text(text.how_not_applicable).raw(" ");
        }
        html.text(text.anonymous).raw("</p>");
        self.grid(html, &number);
        self.reasons(html);
        self.respondent(html);
        self.comment(html);
        html.raw("<footer class=\"bp-foot\"><span>")
            .text(text.thanks)
            .raw("</span><span>");
        html.text(&self.sheet.questionnaire.id)
            .raw(" · ")
            .text(text.version)
            .raw(" ");
        html.number(self.sheet.questionnaire.version as usize)
            .raw(" · ");
        html.text(&number).raw("</span></footer></article>");
    }

    /// Unit, field and day: printed, or lines to write on.
    fn places(&self, html: &mut Html) {
        let text = text();
        let has_fields = !self.setup.campaign.fields.is_empty();
        let lines = [
            (text.ballot_unit, self.printed.unit.as_deref(), "", true),
            (
                text.ballot_field,
                self.printed.field.as_deref(),
                "",
                has_fields,
            ),
            (text.ballot_day, None, text.day_blank, true),
        ];
        html.raw("<div class=\"bp-places\">");
        for (label, value, place, shown) in lines {
            if !shown {
                continue;
            }
            html.raw(if place.is_empty() {
                "<p class=\"bp-line\">"
            } else {
                "<p>"
            });
            html.text(label).raw(": ");
            match value {
                Some(value) => html.raw("<strong>").text(value).raw("</strong>"),
                None => html.raw("<span>").text(place).raw("</span>"),
            };
            html.raw("</p>");
        }
        html.raw("</div>");
    }

    /// All criteria in one table; its head comes again on the next page, with the ballot's number.
    fn grid(&self, html: &mut Html, number: &str) {
        let main = self.main_scale();
        let columns = main.as_ref().map_or(0, |(scale, _)| scale.levels.len());
        let offers = self.sheet.cells.iter().any(|cell| cell.not_applicable);
        let wide = columns + usize::from(columns > 0 && offers);
        html.raw("<table class=\"bp-grid\"><thead><tr><th scope=\"col\">")
            .text(text().question);
        html.raw("</th><th scope=\"col\" class=\"bp-statement\">")
            .text(text().statements);
        html.raw("<small>")
            .text(text().number)
            .raw(" ")
            .text(number)
            .raw("</small></th>");
        if let Some((scale, keys)) = &main {
            for (level, key) in scale.levels.iter().zip(keys) {
                self.head(html, *key, &self.say(&level.label));
            }
            if offers {
                let label = scale.not_applicable.as_ref();
                let label = label.map(|label| self.say(label)).unwrap_or_default();
                self.head(html, NOT_APPLICABLE_KEY, &label);
            }
        }
        html.raw("</tr></thead>");
        let mut position = 0;
        for (index, factor) in self.sheet.questionnaire.factors.iter().enumerate() {
            html.raw("<tbody>");
            self.factor(html, index, factor, wide);
            for _ in &factor.criteria {
                if let Some(cell) = self.sheet.cell(Place::Criterion(position)) {
                    self.row(html, cell, main.as_ref(), wide);
                }
                position += 1;
            }
            html.raw("</tbody>");
        }
        if let Some(cell) = self.sheet.cell(Place::Criterion(position)) {
            html.raw("<tbody>");
            if position > 0 {
                html.raw("<tr class=\"bp-factor\"><th colspan=\"")
                    .number(wide + 2)
                    .raw("\">");
                html.text(text().general).raw("</th></tr>");
            }
            self.row(html, cell, main.as_ref(), wide);
            html.raw("</tbody>");
        }
        html.raw("</table>");
    }

    fn head(&self, html: &mut Html, key: char, label: &str) {
        html.raw("<th scope=\"col\" class=\"bp-level\"><b>")
            .text(&key.to_string());
        html.raw("</b><small>").text(label).raw("</small></th>");
    }

    fn factor(&self, html: &mut Html, index: usize, factor: &Factor, wide: usize) {
        html.raw("<tr class=\"bp-factor\"><th colspan=\"")
            .number(wide + 2)
            .raw("\">");
        html.text(&self.say(&factor.title)).raw("</th></tr>");
        if let (Some(gate), Some(cell)) = (&factor.gate, self.sheet.cell(Place::Gate(index))) {
            html.raw("<tr class=\"bp-gate\"><td class=\"bp-no\">")
                .text(&cell.number)
                .raw("</td><td colspan=\"");
            html.number(wide + 1).raw("\">").text(&self.say(&gate.text));
            self.options(html, &gate.choices, &cell.keys);
            html.raw("</td></tr>");
        }
        if let Some(condition) = &factor.only_if {
            html.raw("<tr class=\"bp-condition\"><td colspan=\"")
                .number(wide + 2)
                .raw("\">");
            self.condition(html, condition);
            html.raw("</td></tr>");
        }
    }

    fn row(&self, html: &mut Html, cell: &Cell, main: Option<&(&Scale, Vec<char>)>, wide: usize) {
        let Some(criterion) = self.criterion(cell) else {
            return;
        };
        let scale = self.sheet.questionnaire.scale_of(criterion);
        let is_main = main.is_some_and(|(main, _)| main.id == scale.id);
        let fits = main.is_some_and(|(main, _)| main.levels.len() == scale.levels.len());
        html.raw("<tr><td class=\"bp-no\">")
            .text(&cell.number)
            .raw("</td><td class=\"bp-statement\"");
        if !fits {
            html.raw(" colspan=\"").number(wide + 1).raw("\"");
        }
        html.raw(">").text(&self.say(&criterion.text));
        if let Some(condition) = &criterion.only_if {
            html.raw("<small>");
            self.condition(html, condition);
            html.raw("</small>");
        }
        if !fits {
            let labels: Vec<Choice> = scale
                .levels
                .iter()
                .map(|level| Choice {
                    code: level.code.clone(),
                    label: level.label.clone(),
                })
                .collect();
            self.options(html, &labels, &cell.keys);
            html.raw("</td></tr>");
            return;
        }
        html.raw("</td>");
        for (level, key) in scale.levels.iter().zip(&cell.keys) {
            html.raw("<td class=\"bp-digit\"><b>")
                .text(&key.to_string())
                .raw("</b>");
            if !is_main {
                html.raw("<small>")
                    .text(&self.say(&level.label))
                    .raw("</small>");
            }
            html.raw("</td>");
        }
        if wide > scale.levels.len() {
            html.raw("<td class=\"bp-digit\">");
            if cell.not_applicable {
                html.raw("<b>0</b>");
                if let Some(label) = scale.not_applicable.as_ref().filter(|_| !is_main) {
                    html.raw("<small>").text(&self.say(label)).raw("</small>");
                }
            }
            html.raw("</td>");
        }
        html.raw("</tr>");
    }

    /// Named answers in a line, each behind its digit.
    fn options(&self, html: &mut Html, choices: &[Choice], keys: &[char]) {
        html.raw("<span class=\"bp-options\">");
        for (choice, key) in choices.iter().zip(keys) {
            html.raw("<span><b>").text(&key.to_string()).raw("</b> ");
            html.text(&self.say(&choice.label)).raw("</span> ");
        }
        html.raw("</span>");
    }

    /// "Answer only if at question 19 you circled 1 (Yes)."
    fn condition(&self, html: &mut Html, condition: &Condition) {
        let Some((number, told)) = self.told(condition) else {
            return;
        };
        html.text(text().only_if).text(&number).text(text().circled);
        html.text(&told).raw(".");
    }

    /// The number of the question a condition names, and the answers that make it hold.
    fn told(&self, condition: &Condition) -> Option<(String, String)> {
        let cell = self
            .sheet
            .cells
            .iter()
            .find(|one| one.id == condition.question)?;
        if let Place::Gate(factor) = cell.place {
            let gate = self
                .sheet
                .questionnaire
                .factors
                .get(factor)?
                .gate
                .as_ref()?;
            let named = |one: &Choice| (one.code.clone(), self.say(&one.label));
            let told = self.list(cell, gate.choices.iter().map(named), condition, true);
            return Some((cell.number.clone(), told));
        }
        let criterion = self.criterion(cell)?;
        let levels = self.sheet.questionnaire.scale_of(criterion).levels.iter();
        let named = levels.map(|one| (one.code.clone(), self.say(&one.label)));
        Some((
            cell.number.clone(),
            self.list(cell, named, condition, false),
        ))
    }

    /// `1, 2 or 3`, or `1 (Yes)`.
    fn list(
        &self,
        cell: &Cell,
        named: impl Iterator<Item = (String, String)>,
        condition: &Condition,
        with_names: bool,
    ) -> String {
        let chosen: Vec<String> = named
            .zip(&cell.keys)
            .filter(|((code, _), _)| condition.any_of.contains(code))
            .map(|((_, name), key)| {
                if with_names {
                    format!("{key} ({name})")
                } else {
                    key.to_string()
                }
            })
            .collect();
        match chosen.split_last() {
            Some((last, rest)) if !rest.is_empty() => [&rest.join(", "), text().or, last].concat(),
            _ => chosen.concat(),
        }
    }

    fn reasons(&self, html: &mut Html) {
        let Some(reasons) = &self.sheet.questionnaire.reasons else {
            return;
        };
        html.raw("<section class=\"bp-block\"><p><strong>")
            .text(&self.say(&reasons.text));
        html.raw("</strong> ").text(text().tick).raw(" <em>");
        self.condition(html, &reasons.only_if);
        html.raw("</em></p><ul class=\"bp-boxes\">");
        for (bit, choice) in reasons.choices.iter().enumerate() {
            if let Some(cell) = self.sheet.cell(Place::Reason(bit)) {
                html.raw("<li><span class=\"bp-box\"></span><span class=\"bp-small\">");
                html.text(&cell.number)
                    .raw("</span> ")
                    .text(&self.say(&choice.label))
                    .raw("</li>");
            }
        }
        html.raw("</ul></section>");
    }

    fn respondent(&self, html: &mut Html) {
        let questions = &self.sheet.questionnaire.respondent;
        if questions.is_empty() {
            return;
        }
        html.raw("<section class=\"bp-block\"><h4 class=\"bp-heading\">")
            .text(text().respondent)
            .raw("</h4>");
        for (index, question) in questions.iter().enumerate() {
            if let Some(cell) = self.sheet.cell(Place::Respondent(index)) {
                self.question(html, cell, question);
            }
        }
        html.raw("</section>");
    }

    fn question(&self, html: &mut Html, cell: &Cell, question: &ChoiceQuestion) {
        html.raw("<p class=\"bp-question\"><span class=\"bp-no\">")
            .text(&cell.number);
        html.raw("</span><span>").text(&self.say(&question.text));
        self.options(html, &question.choices, &cell.keys);
        html.raw("</span></p>");
    }

    fn comment(&self, html: &mut Html) {
        let (Some(comment), Some(number)) =
            (&self.sheet.questionnaire.comment, &self.sheet.comment)
        else {
            return;
        };
        html.raw("<section class=\"bp-block bp-comment\"><p><span class=\"bp-no\">")
            .text(number);
        html.raw("</span> <strong>")
            .text(&self.say(&comment.text))
            .raw("</strong> ");
        html.text(&self.say(&comment.privacy_hint)).raw("</p>");
        for _ in 0..3 {
            html.raw("<p class=\"bp-rule\"></p>");
        }
        html.raw("</section>");
    }
}
