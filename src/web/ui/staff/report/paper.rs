//! The sheet: title block, summary, and the sections in their order.
//!
//! Form of the title block and the signature: Nghị định 30/2020/NĐ-CP, appendix I.

use super::writing::{day, fill, number, percent, period, place_date, unit_name};
use super::{Office, appendix, ending, tables, text, today};
use crate::state::app::App;
use crate::state::office::Line;
use crate::state::reporting::Paper;
use crate::state::staff::Staff;
use crate::ui::staff::{figures, naming, response};
use leptos::prelude::*;
use sipas_core::compare::Change;
use sipas_core::index::{CriterionFigure, Figure, number_text};
use sipas_core::publication::Whole;
use sipas_core::questionnaire::Criterion;
use sipas_formats::criterion_names::CriterionNames;
use std::cell::Cell;

/// Criteria named as the lowest.
const LOWEST: usize = 3;

/// What every section needs.
pub struct Context<'a> {
    /// The staff's state.
    pub staff: Staff,
    /// The report.
    pub paper: &'a Paper,
    /// `vi` or `en`.
    pub language: &'static str,
    sections: Cell<usize>,
    tables: Cell<usize>,
    figures: Cell<usize>,
}

impl Context<'_> {
    /// A section's heading with its number: I, II, III …
    pub fn heading(&self, title: &'static str) -> AnyView {
        const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
        let at = self.sections.replace(self.sections.get() + 1);
        let number = NUMBERS.get(at).copied().unwrap_or_default();
        view! { <h3>{number} ". " {title}</h3> }.into_any()
    }

    /// The response rate of each channel, or that it is not known.
    pub fn response(&self) -> String {
        let language = App::here().language();
        let lines = self
            .staff
            .responses
            .with_untracked(|all| response::by_channel(all, &self.paper.selection, language));
        if lines.is_empty() {
            text().response_unknown.to_owned()
        } else {
            lines.join("; ")
        }
    }

    /// A table's caption with its number.
    pub fn table(&self, caption: &str) -> String {
        self.tables.set(self.tables.get() + 1);
        numbered(text().table, self.tables.get(), caption)
    }

    /// The words of the questionnaire.
    pub fn names(&self) -> CriterionNames<'static> {
        naming::names(self.staff, self.paper.questionnaire)
    }

    /// A figure's caption with its number.
    pub fn figure(&self, caption: &str) -> String {
        self.figures.set(self.figures.get() + 1);
        numbered(text().figure, self.figures.get(), caption)
    }

    /// The published criteria with their figures.
    pub fn criteria(&self) -> impl Iterator<Item = (&'static Criterion, &CriterionFigure)> {
        let cells = self.paper.publication.criteria.iter();
        let criteria = self.paper.questionnaire.criteria();
        criteria
            .zip(cells)
            .filter_map(|(criterion, cell)| Some((criterion, cell.as_ref().ok()?)))
    }

    /// The lowest published criteria as a list in a sentence.
    pub fn lowest(&self) -> Option<String> {
        let mut known: Vec<_> = self
            .criteria()
            .filter(|(_, figure)| figure.factor.is_some())
            .filter_map(|(criterion, figure)| Some((figure.figure.value.ok()?, criterion, figure)))
            .collect();
        known.sort_by(|one, other| one.0.total_cmp(&other.0));
        let names: Vec<String> = known
            .iter()
            .take(LOWEST)
            .map(|(_, criterion, figure)| {
                let mut name = self.names().full(criterion);
                name.push_str(" (");
                name.push_str(&percent(&figure.figure).unwrap_or_default());
                name.push(')');
                name
            })
            .collect();
        (!names.is_empty()).then(|| names.join("; "))
    }
}

fn numbered(word: &str, number: usize, caption: &str) -> String {
    format!("{word} {number}. {caption}")
}

/// The whole report.
pub fn sheet(staff: Staff, paper: &Paper) -> AnyView {
    let context = Context {
        staff,
        paper,
        language: App::here().language().code(),
        sections: Cell::new(0),
        tables: Cell::new(0),
        figures: Cell::new(0),
    };
    let body = match &paper.publication.whole {
        Ok(whole) => {
            // In this order: each takes the next numbers.
            let summary = summary(&context, whole);
            let factors = tables::factors(&context);
            let criteria = tables::criteria(&context);
            let groups = tables::groups(&context, whole);
            let quality = ending::quality(&context, whole);
            let method = ending::method(&context, whole);
            let remarks = ending::remarks(&context);
            let signature = ending::signature();
            let appendix = appendix::appendix(&context);
            view! {
                {summary}
                {factors}
                {criteria}
                {groups}
                {quality}
                {method}
                {remarks}
                {signature}
                {appendix}
            }
            .into_any()
        }
        Err(_) => {
            let least = paper.publication.least.to_string();
            view! {
                <p data-screen="too-few">{fill(text().too_few, &[&least])}</p>
                {ending::signature()}
            }
            .into_any()
        }
    };
    view! {
        <article class="paper" data-period=paper.period.key()>
            {title_block()}
            {title(&context)}
            {body}
        </article>
    }
    .into_any()
}

/// Agency and number on the left, nation and date on the right.
fn title_block() -> AnyView {
    let office: Office = expect_context();
    let text = text();
    let place_date = move || place_date(&office.or(Line::Place, text.place_blank), today());
    view! {
        <header class="title-block">
            <div>
                <p class="parent">{move || office.get(Line::Parent)}</p>
                <p class="agency">{move || office.or(Line::Agency, text.agency_blank)}</p>
                <p class="number">
                    {text.number} <span class="gap"></span> "/"
                    {move || office.or(Line::Symbol, "BC-…")}
                </p>
            </div>
            <div>
                <p class="nation">{text.nation}</p>
                <p class="motto">{text.motto}</p>
                <p class="place-date">{place_date}</p>
            </div>
        </header>
    }
    .into_any()
}

fn title(context: &Context<'_>) -> AnyView {
    let text = text();
    let Context { staff, paper, .. } = context;
    let period = period(text, paper.period);
    let subject = if paper.questionnaire.is_of_visit() {
        fill(text.subject, &[&period])
    } else {
        let own = naming::inside(&context.names());
        fill(naming::text().subject, &[&own, &period])
    };
    let unit = paper.unit.as_ref();
    let unit = unit.map_or_else(|| text.all_units.to_owned(), |unit| unit_name(*staff, unit));
    let questionnaire = context.names().say(&paper.questionnaire.title);
    view! {
        <h2>
            <span class="kind">{text.kind}</span>
            <span class="subject">{subject}</span>
        </h2>
        <p class="about">{fill(text.about, &[&questionnaire, &unit])}</p>
    }
    .into_any()
}

fn summary(context: &Context<'_>, whole: &Whole) -> AnyView {
    let text = text();
    let paper = context.paper;
    let stopped = whole
        .stopped
        .map_or_else(|_| format!("< {}", paper.publication.least), number);
    let (first, last) = (paper.period.first(), paper.period.last());
    let received = fill(
        text.received,
        &[
            &period(text, paper.period),
            &day(first),
            &day(last),
            &number(whole.ballots),
            &stopped,
        ],
    );
    let now = today();
    let so_far = (now <= last).then(|| fill(text.so_far, &[&day(now)]));
    let others = (paper.others > 0).then(|| fill(text.others, &[&number(paper.others)]));
    let general = context
        .criteria()
        .find(|(_, figure)| figure.factor.is_none())
        .filter(|_| !paper.questionnaire.factors.is_empty())
        .and_then(|(_, figure)| {
            let interval = figures::interval(&figure.figure, context.language);
            Some(fill(text.general, &[&percent(&figure.figure)?, &interval]))
        });
    let lines = [
        Some(received),
        so_far,
        Some(index(context, &whole.figure)),
        Some(change(context)),
        general,
        range(context),
        context.lowest().map(|list| fill(text.lowest, &[&list])),
        points(context),
        others,
    ];
    let heading = context.heading(text.summary);
    let lines = lines
        .into_iter()
        .flatten()
        .map(|line| view! { <p>{line}</p> }.into_any())
        .collect_view();
    view! {
        <section>
            {heading}
            {key_figures(context, whole)}
            {lines}
        </section>
    }
    .into_any()
}

/// The index, its interval and the ballots, for who reads nothing else.
fn key_figures(context: &Context<'_>, whole: &Whole) -> AnyView {
    let text = text();
    let language = context.language;
    view! {
        <dl class="key-figures">
            <div>
                <dt>{text.whole_index}</dt>
                <dd>
                    {figures::rate("index/overall".to_owned(), &whole.figure, language, text.none)}
                </dd>
            </div>
            <div>
                <dt>{text.interval}</dt>
                <dd>{figures::interval(&whole.figure, language)}</dd>
            </div>
            <div>
                <dt>{text.ballots}</dt>
                <dd data-figure="count/ballots" data-value=whole.ballots.to_string()>
                    {number(whole.ballots)}
                </dd>
            </div>
        </dl>
    }
    .into_any()
}

/// The index in words.
fn index(context: &Context<'_>, figure: &Figure) -> String {
    let text = text();
    let value = percent(figure).unwrap_or_else(|| text.none.to_owned());
    let (satisfied, counted) = (number(figure.rate.satisfied), number(figure.rate.counted));
    if figure.interval.is_ok() || figure.beside().is_some() {
        let interval = figures::interval(figure, context.language);
        fill(text.index, &[&value, &interval, &satisfied, &counted])
    } else {
        fill(text.index_plain, &[&value, &satisfied, &counted])
    }
}

/// The change against the period before.
fn change(context: &Context<'_>) -> String {
    let text = text();
    let language = context.language;
    let Some((before, figure, change)) = &context.paper.before else {
        return text.change_none.to_owned();
    };
    let points = |share: f64| number_text(share * 100.0, 2, language);
    let [up, down, same] = text.change_words;
    let word = if change.value > 0.0 {
        up
    } else if change.value < 0.0 {
        down
    } else {
        same
    };
    let [higher, lower, not_shown] = text.change_shown;
    fill(
        text.change,
        &[
            &period(text, *before),
            &percent(figure).unwrap_or_default(),
            &fill(word, &[&points(change.value.abs())]),
            &points(change.low),
            &points(change.high),
            match change.change() {
                Change::Higher => higher,
                Change::Lower => lower,
                Change::NotShown => not_shown,
            },
        ],
    )
}

/// The highest and the lowest factor.
fn range(context: &Context<'_>) -> Option<String> {
    let paper = context.paper;
    let cells = paper.publication.factors.iter();
    let known = paper.questionnaire.factors.iter().zip(cells);
    let known: Vec<_> = known
        .filter_map(|(factor, cell)| {
            let figure = &cell.as_ref().ok()?.figure;
            Some((figure.value.ok()?, factor, figure))
        })
        .collect();
    let highest = known
        .iter()
        .max_by(|one, other| one.0.total_cmp(&other.0))?;
    let lowest = known
        .iter()
        .min_by(|one, other| one.0.total_cmp(&other.0))?;
    if known.len() < 2 {
        return None;
    }
    let names = context.names();
    Some(fill(
        text().factors_range,
        &[
            &names.say(&highest.1.title),
            &percent(highest.2)?,
            &names.say(&lowest.1.title),
            &percent(lowest.2)?,
        ],
    ))
}

fn points(context: &Context<'_>) -> Option<String> {
    let found = context.paper.points.as_ref()?;
    let text = text();
    let number = |value: f64, decimals| number_text(value, decimals, context.language);
    Some(fill(
        text.points,
        &[&number(found.total, 2), &number(found.maximum, 0)],
    ))
}

/// A figure in per cent for a sentence or a cell; what stands for it where it is undefined.
pub fn shown(figure: &Figure) -> String {
    percent(figure).unwrap_or_else(|| text().none.to_owned())
}
