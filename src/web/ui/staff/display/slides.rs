//! The display's slides: overview, factors, months, thanks.

use super::super::naming::names;
use super::super::report::fill;
use super::super::{figures, grouped};
use super::text;
use crate::state::app::App;
use crate::state::board::Board;
use crate::state::office::Line;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::index::{Figure, number_text};
use sipas_core::period::Period;
use sipas_core::publication::{Cell, Whole};

/// Criteria named as being improved.
const IMPROVING: usize = 2;

/// Months with a figure it takes to show their course.
const LEAST_MONTHS: usize = 2;

/// A slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slide {
    /// The overall index.
    Overview,
    /// Each factor's index.
    Factors,
    /// The months' indices.
    Months,
    /// Thanks, and what was done.
    Thanks,
}

impl Slide {
    /// Those there is something to show on.
    pub fn of(board: &Board) -> Vec<Self> {
        let mut slides = vec![Self::Overview];
        if board.publication.whole.is_ok() {
            if board.publication.factors.iter().any(Result::is_ok) {
                slides.push(Self::Factors);
            }
            let known = board.months.iter().filter(|(_, cell)| {
                let cell = cell.as_ref().and_then(|cell| cell.as_ref().ok());
                cell.is_some_and(|group| group.figure.value.is_ok())
            });
            if known.count() >= LEAST_MONTHS {
                slides.push(Self::Months);
            }
        }
        slides.push(Self::Thanks);
        slides
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Factors => "factors",
            Self::Months => "months",
            Self::Thanks => "thanks",
        }
    }
}

/// One slide.
pub fn draw(slide: Slide, staff: Staff, board: &Board) -> AnyView {
    let content = match (slide, &board.publication.whole) {
        (Slide::Overview, Ok(whole)) => overview(board, whole),
        (Slide::Overview | Slide::Factors | Slide::Months, Err(_)) => too_few(board),
        (Slide::Factors, Ok(_)) => factors(staff, board),
        (Slide::Months, Ok(_)) => months(board),
        (Slide::Thanks, _) => thanks(staff, board),
    };
    view! {
        <section class="slide" data-slide=slide.name()>
            {content}
        </section>
    }
    .into_any()
}

/// Before there is anything to show.
pub fn waiting(blocked: bool) -> AnyView {
    let line = if blocked { text().trying } else { "…" };
    view! { <p class="display-line">{line}</p> }.into_any()
}

fn too_few(board: &Board) -> AnyView {
    let text = text();
    view! {
        <h2>{text.overview}</h2>
        <p class="display-line">{text.too_few}</p>
        {invite(board)}
    }
    .into_any()
}

fn overview(board: &Board, whole: &Whole) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    let figure = &whole.figure;
    let hundred = figure
        .value
        .map(|value| number_text(value * 100.0, 0, language));
    let words = hundred.map_or_else(
        |_| String::new(),
        |hundred| fill(text.in_words, &[&hundred]),
    );
    let interval = fill(text.interval, &[&figures::interval(figure, language)]);
    let ballots = fill(text.ballots, &[&grouped(whole.ballots, language)]);
    let month = |at: Option<&(Period, _)>| at.map(|(month, _)| short(*month)).unwrap_or_default();
    let (first, last) = (month(board.months.first()), month(board.months.last()));
    view! {
        <h2>{text.overview}</h2>
        <p class="display-figure">
            {figures::rate("index/overall".to_owned(), figure, language, "–")}
        </p>
        {meter(figure)}
        <p class="display-line">{words}</p>
        <p class="display-small">
            {interval} " · "
            <span data-figure="count/ballots" data-value=whole.ballots.to_string()>
                {ballots}
            </span> " · " {fill(text.span, &[&first, &last])}
        </p>
    }
    .into_any()
}

/// A bar from 0 to 100 % with the interval as a line.
fn meter(figure: &Figure) -> AnyView {
    let value = figure.value.unwrap_or_default();
    let limits = figure.beside().or_else(|| figure.interval.ok());
    let whisker = limits.map(|limits| {
        let at = |share: f64| thousandths(share.clamp(0.0, 1.0));
        let (low, high) = (at(limits.low), at(limits.high));
        view! { <path class="whisker" d=format!("M{low} 20H{high}M{low} 8V32M{high} 8V32") /> }
    });
    view! {
        <svg class="meter" viewBox="-4 0 1008 40" aria-hidden="true" focusable="false">
            <rect class="track" x="0" y="2" width="1000" height="36" />
            <rect class="rate" x="0" y="2" width=thousandths(value) height="36" />
            {whisker}
        </svg>
    }
    .into_any()
}

fn thousandths(share: f64) -> String {
    (share * 1_000.0).round().to_string()
}

fn factors(staff: Staff, board: &Board) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    let cells = board.publication.factors.iter();
    let rows = board
        .questionnaire
        .factors
        .iter()
        .zip(cells)
        .map(|(factor, cell)| {
            let title = names(staff, board.questionnaire).say(&factor.title);
            let (bar, value) = match cell {
                Ok(factor) => (
                    meter(&factor.figure),
                    figures::rate(
                        ["index/factor/", &factor.id].concat(),
                        &factor.figure,
                        language,
                        "–",
                    ),
                ),
                Err(_) => (
                    ().into_any(),
                    view! { <span class="few">{text.hidden}</span> }.into_any(),
                ),
            };
            view! {
                <li>
                    <span class="display-name">{title}</span>
                    {bar}
                    <strong>{value}</strong>
                </li>
            }
            .into_any()
        })
        .collect_view();
    let hidden = board.publication.factors.iter().any(Result::is_err);
    view! {
        <h2>{text.factors}</h2>
        <ul class="display-rows">{rows}</ul>
        {hidden.then(|| few(board))}
    }
    .into_any()
}

fn months(board: &Board) -> AnyView {
    let text = text();
    let language = App::here().language().code();
    let columns = board
        .months
        .iter()
        .map(|(month, cell)| {
            let (height, value) = column(*month, cell.as_ref(), language);
            view! {
                <li>
                    <strong>{value}</strong>
                    <svg viewBox="0 0 60 300" aria-hidden="true" focusable="false">
                        <rect class="track" x="2" y="0" width="56" height="300" />
                        <rect
                            class="rate"
                            x="2"
                            y=(300.0 - height).to_string()
                            width="56"
                            height=height.to_string()
                        />
                    </svg>
                    <span>{short(*month)}</span>
                </li>
            }
            .into_any()
        })
        .collect_view();
    let hidden = board
        .months
        .iter()
        .any(|(_, cell)| matches!(cell, Some(Err(_))));
    view! {
        <h2>{text.months}</h2>
        <ul class="display-columns">{columns}</ul>
        {hidden.then(|| few(board))}
    }
    .into_any()
}

/// A month's height in the drawing and what stands above it.
fn column(
    month: Period,
    cell: Option<&Cell<sipas_core::publication::GroupFigure>>,
    language: &'static str,
) -> (f64, AnyView) {
    match cell {
        None => (0.0, "–".into_any()),
        Some(Err(_)) => (
            0.0,
            view! { <span class="few">{text().hidden}</span> }.into_any(),
        ),
        Some(Ok(group)) => {
            let name = ["index/month/", &month.key()].concat();
            let value = group.figure.value.unwrap_or_default();
            (
                (value * 300.0).round(),
                figures::rate(name, &group.figure, language, "–"),
            )
        }
    }
}

fn few(board: &Board) -> AnyView {
    let least = board.publication.least.to_string();
    view! { <p class="display-small">{fill(text().hidden_note, &[&least])}</p> }.into_any()
}

fn thanks(staff: Staff, board: &Board) -> AnyView {
    let text = text();
    let heard = Line::Heard.read();
    let lines: Vec<AnyView> = heard
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| view! { <li>{line.to_owned()}</li> }.into_any())
        .collect();
    let told = if lines.is_empty() {
        view! { <p class="display-line">{text.heard_none}</p> }.into_any()
    } else {
        view! {
            <h3>{text.heard}</h3>
            <ul class="display-list">{lines}</ul>
        }
        .into_any()
    };
    let mut known: Vec<_> = board
        .questionnaire
        .criteria()
        .zip(&board.publication.criteria)
        .filter_map(|(criterion, cell)| {
            let figure = cell.as_ref().ok().filter(|one| one.factor.is_some())?;
            Some((figure.figure.value.ok()?, criterion))
        })
        .collect();
    known.sort_by(|one, other| one.0.total_cmp(&other.0));
    let names: Vec<String> = known
        .iter()
        .take(IMPROVING)
        .map(|(_, criterion)| names(staff, board.questionnaire).say(&criterion.text))
        .collect();
    let improving = (!names.is_empty()).then(|| fill(text.improving, &[&names.join("; ")]));
    view! {
        <h2>{text.thanks}</h2>
        {told}
        {improving.map(|line| view! { <p class="display-line">{line}</p> })}
        {invite(board)}
    }
    .into_any()
}

/// Invites to a survey anybody may take part in.
fn invite(board: &Board) -> Option<AnyView> {
    board
        .questionnaire
        .is_of_visit()
        .then(|| view! { <p class="display-line">{text().invite}</p> }.into_any())
}

/// A month as 11/2026.
fn short(month: Period) -> String {
    format!("{:02}/{}", month.number(), month.year())
}
