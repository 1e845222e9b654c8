//! The report's tables and figures of factors, criteria and groups.

use super::drawing::{self, Row};
use super::paper::{Context, shown};
use super::text;
use super::writing::{fill, group_name, number};
use crate::ui::staff::{figures, naming, results};
use leptos::prelude::*;
use sipas_core::chart::{self, tone};
use sipas_core::index::{CriterionFigure, FactorFigure, Figure, Grouping, Mean};
use sipas_core::publication::{Cell, Hidden, Table, Whole};
use sipas_core::questionnaire::Criterion;

/// Most groups drawn as bars beside their table.
const MOST_BARS: usize = 12;

/// The table and figure of the factors.
pub fn factors(context: &Context<'_>) -> AnyView {
    let paper = context.paper;
    if paper.questionnaire.factors.is_empty() {
        return ().into_any();
    }
    let text = text();
    let heading = context.heading(text.by_factor);
    let named: Vec<(String, String, &Cell<FactorFigure>)> = paper
        .questionnaire
        .factors
        .iter()
        .zip(&paper.publication.factors)
        .map(|(factor, cell)| {
            let title = context.names().say(&factor.title);
            (factor.id.clone(), title, cell)
        })
        .collect();
    let mut rows: Vec<AnyView> = named
        .iter()
        .map(|(id, title, cell)| factor_row(context, id, title, cell))
        .collect();
    if let Ok(whole) = &paper.publication.whole {
        rows.push(whole_row(context, &whole.figure));
    }
    let mut bars: Vec<Row> = named
        .iter()
        .map(|(_, title, cell)| {
            bar(
                title,
                cell.as_ref().map(|one| &one.figure).map_err(|why| *why),
            )
        })
        .collect();
    if let Ok(whole) = &paper.publication.whole {
        bars.push(bar(text.whole, Ok(&whole.figure)));
    }
    let caption = context.table(text.factors_caption);
    let figure = context.figure(text.factors_figure);
    let any_hidden = named.iter().any(|(_, _, cell)| cell.is_err());
    view! {
        <section>
            {heading}
            <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="short">
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.factor}</th>
                        <th scope="col">{text.rate}</th>
                        <th scope="col">{text.interval}</th>
                        <th scope="col">{text.satisfied}</th>
                        <th scope="col">{text.counted}</th>
                        <th scope="col">{text.mean}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table></div>
            {note(context, any_hidden)}
            <figure>
                {drawing::rates(&bars, &figure)}
                <figcaption>{figure.clone()}</figcaption>
            </figure>
        </section>
    }
    .into_any()
}

fn factor_row(context: &Context<'_>, id: &str, title: &str, cell: &Cell<FactorFigure>) -> AnyView {
    let title = title.to_owned();
    match cell {
        Err(why) => view! {
            <tr>
                <th scope="row">{title}</th>
                <td colspan="5" class="hidden-cell">
                    {hidden(*why)}
                </td>
            </tr>
        }
        .into_any(),
        Ok(factor) => {
            let figure = &factor.figure;
            let mean = factor.mean.and_then(Mean::value);
            view! {
                <tr>
                    <th scope="row">{title}</th>
                    {rate_cells(context, ["index/factor/", id].concat(), figure)}
                    <td>{number(figure.rate.satisfied)}</td>
                    <td>{number(figure.rate.counted)}</td>
                    <td>{results::score(mean, context.language)}</td>
                </tr>
            }
            .into_any()
        }
    }
}

fn whole_row(context: &Context<'_>, figure: &Figure) -> AnyView {
    view! {
        <tr class="whole">
            <th scope="row">{text().whole}</th>
            {rate_cells(context, "index/overall".to_owned(), figure)}
            <td>{number(figure.rate.satisfied)}</td>
            <td>{number(figure.rate.counted)}</td>
            <td></td>
        </tr>
    }
    .into_any()
}

/// Rate and interval.
fn rate_cells(context: &Context<'_>, name: String, figure: &Figure) -> AnyView {
    view! {
        <td>{figures::rate(name, figure, context.language, text().none)}</td>
        <td>{figures::interval(figure, context.language)}</td>
    }
    .into_any()
}

/// What stands in place of a hidden figure.
pub fn hidden(why: Hidden) -> &'static str {
    let [small, complement] = text().hidden;
    match why {
        Hidden::Small => small,
        Hidden::Complement => complement,
    }
}

/// What the marks of hidden figures mean, where there are any.
fn note(context: &Context<'_>, any: bool) -> Option<AnyView> {
    let least = context.paper.publication.least.to_string();
    any.then(|| view! { <p class="note">{fill(text().hidden_note, &[&least])}</p> }.into_any())
}

/// What the rates of questions about something bad count.
fn reversed(context: &Context<'_>) -> AnyView {
    let asked = context.criteria().map(|(criterion, _)| criterion);
    naming::notes_of(&context.names(), asked)
        .into_iter()
        .map(|line| view! { <p class="note" data-reversed>{line}</p> })
        .collect_view()
        .into_any()
}

fn bar(name: &str, figure: Cell<&Figure>) -> Row {
    Row {
        name: name.to_owned(),
        shown: figure.map_or_else(|why| hidden(why).to_owned(), shown),
        figure: figure.ok().filter(|one| one.value.is_ok()).cloned(),
    }
}

/// The criteria's table, each with the distribution of its answers; the reasons below it.
pub fn criteria(context: &Context<'_>) -> AnyView {
    let paper = context.paper;
    let text = text();
    let heading = context.heading(text.by_criterion);
    let caption = context.table(text.criteria_caption);
    let mut cells = paper.publication.criteria.iter();
    let mut bodies: Vec<AnyView> = Vec::new();
    for factor in &paper.questionnaire.factors {
        let title = context.names().say(&factor.title);
        let rows: Vec<AnyView> = factor
            .criteria
            .iter()
            .zip(cells.by_ref())
            .map(|(criterion, cell)| criterion_row(context, criterion, cell))
            .collect();
        bodies.push(body(Some(title), rows));
    }
    if let (Some(general), Some(cell)) = (&paper.questionnaire.general, cells.next()) {
        let title = (!bodies.is_empty()).then(|| text.general_row.to_owned());
        bodies.push(body(title, vec![criterion_row(context, general, cell)]));
    }
    let any_hidden = paper.publication.criteria.iter().any(Result::is_err);
    view! {
        <section>
            {heading}
            {legend(context)}
            <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="criteria">
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text.criterion}</th>
                        <th scope="col">{text.rate}</th>
                        <th scope="col">{text.interval}</th>
                        <th scope="col">{text.counted}</th>
                        <th scope="col">{text.mean}</th>
                        <th scope="col">{text.distribution}</th>
                    </tr>
                </thead>
                {bodies}
            </table></div>
            {note(context, any_hidden)}
            {reversed(context)}
            {reasons(context)}
        </section>
    }
    .into_any()
}

fn body(title: Option<String>, rows: Vec<AnyView>) -> AnyView {
    let title = title.map(|title| {
        view! {
            <tr class="group">
                <th scope="rowgroup" colspan="6">
                    {title}
                </th>
            </tr>
        }
    });
    view! { <tbody>{title} {rows}</tbody> }.into_any()
}

fn criterion_row(
    context: &Context<'_>,
    criterion: &'static Criterion,
    cell: &Cell<CriterionFigure>,
) -> AnyView {
    let name = context.names().short(criterion);
    match cell {
        Err(why) => view! {
            <tr>
                <th scope="row">{name}</th>
                <td colspan="5" class="hidden-cell">
                    {hidden(*why)}
                </td>
            </tr>
        }
        .into_any(),
        Ok(figure) => {
            let id = ["index/criterion/", &figure.id].concat();
            let scale = context.paper.questionnaire.scale_of(criterion);
            let drawn = chart::bar(&scale.levels, figure).map(|bar| drawing::shares(&bar));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {rate_cells(context, id, &figure.figure)}
                    <td>{number(figure.figure.rate.counted)}</td>
                    <td>{results::score(figure.mean.value(), context.language)}</td>
                    <td class="drawn">{drawn}</td>
                </tr>
            }
            .into_any()
        }
    }
}

/// The levels' colours, one line a scale that is used.
fn legend(context: &Context<'_>) -> AnyView {
    let questionnaire = context.paper.questionnaire;
    let used = questionnaire.scales.iter().filter(|scale| {
        questionnaire
            .criteria()
            .any(|criterion| criterion.scale == scale.id)
    });
    let lines = used
        .map(|scale| {
            let levels = scale.levels.iter().map(|level| {
                let label = context.names().say(&level.label);
                view! {
                    <li>
                        {drawing::swatch(tone(&scale.levels, level))}
                        {label}
                    </li>
                }
                .into_any()
            });
            view! { <ul class="legend">{levels.collect_view()}</ul> }.into_any()
        })
        .collect_view();
    view! { <div class="legends">{lines}</div> }.into_any()
}

fn reasons(context: &Context<'_>) -> AnyView {
    let paper = context.paper;
    let (Some(reasons), false) = (
        &paper.questionnaire.reasons,
        paper.publication.reasons.is_empty(),
    ) else {
        return ().into_any();
    };
    let text = text();
    let caption = context.table(text.reasons_caption);
    let counts = paper.publication.reasons.iter();
    let rows = reasons
        .choices
        .iter()
        .zip(counts)
        .map(|(choice, (code, count))| {
            let label = context.names().say(&choice.label);
            let figure = ["count/reason/", code].concat();
            let cell = match count {
                Ok(count) => view! {
                    <td data-figure=figure data-value=count.to_string()>
                        {number(*count)}
                    </td>
                }
                .into_any(),
                Err(why) => view! { <td class="hidden-cell">{hidden(*why)}</td> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    {cell}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let any = paper
        .publication
        .reasons
        .iter()
        .any(|(_, cell)| cell.is_err());
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table class="short">
            <caption>{caption.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{text.reason}</th>
                    <th scope="col">{text.chosen}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table></div>
        {note(context, any)}
    }
    .into_any()
}

/// The tables of units, fields, ways of collecting and months that have more than one group.
pub fn groups(context: &Context<'_>, whole: &Whole) -> AnyView {
    let tables: Vec<&Table> = context
        .paper
        .publication
        .tables
        .iter()
        .filter(|table| table.groups.len() > 1)
        .collect();
    if tables.is_empty() {
        return ().into_any();
    }
    let heading = context.heading(text().by_group);
    let tables: Vec<AnyView> = tables
        .into_iter()
        .map(|table| group_table(context, table, whole))
        .collect();
    view! { <section>{heading} {tables}</section> }.into_any()
}

fn group_table(context: &Context<'_>, table: &Table, whole: &Whole) -> AnyView {
    let text = text();
    let at = Grouping::ALL.iter().position(|by| *by == table.by);
    let pick =
        |words: [&'static str; 4]| at.and_then(|at| words.get(at).copied()).unwrap_or_default();
    let caption = context.table(pick(text.group_captions));
    let ranked = table.by == Grouping::Unit && context.paper.ranks.len() > 1;
    let rows = table
        .groups
        .iter()
        .map(|(key, cell)| {
            let name = group_name(context.staff, table.by, key);
            let mark = [table.by.name(), "/", key].concat();
            match cell {
                Err(why) => view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td colspan="4" class="hidden-cell">
                            {hidden(*why)}
                        </td>
                    </tr>
                }
                .into_any(),
                Ok(group) => {
                    let rank = context.paper.ranks.iter().find(|rank| rank.key == *key);
                    let rank = rank.filter(|_| ranked).map(|rank| {
                        if rank.best == rank.worst {
                            rank.best.to_string()
                        } else {
                            format!("{}–{}", rank.best, rank.worst)
                        }
                    });
                    view! {
                        <tr>
                            <th scope="row">{name}</th>
                            <td
                                data-figure=["count/", &mark].concat()
                                data-value=group.ballots.to_string()
                            >
                                {number(group.ballots)}
                            </td>
                            {rate_cells(context, ["index/", &mark].concat(), &group.figure)}
                            {ranked.then(|| view! { <td>{rank}</td> })}
                        </tr>
                    }
                    .into_any()
                }
            }
        })
        .collect_view();
    let bars = (table.by == Grouping::Month && table.groups.len() <= MOST_BARS).then(|| {
        let rows: Vec<Row> = table
            .groups
            .iter()
            .map(|(key, cell)| {
                let figure = cell.as_ref().map(|group| &group.figure).map_err(|why| *why);
                bar(&group_name(context.staff, table.by, key), figure)
            })
            .collect();
        let caption = context.figure(text.months_figure);
        view! {
            <figure>
                {drawing::rates(&rows, &caption)} <figcaption>{caption.clone()}</figcaption>
            </figure>
        }
    });
    let any_hidden = table.groups.iter().any(|(_, cell)| cell.is_err());
    let short = table.groups.len() <= MOST_BARS;
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()><table class:short=short>
            <caption>{caption.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{pick(text.group_heads)}</th>
                    <th scope="col">{text.ballots}</th>
                    <th scope="col">{text.rate}</th>
                    <th scope="col">{text.interval}</th>
                    {ranked.then(|| view! { <th scope="col">{text.ranks}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tbody>
                <tr class="whole">
                    <th scope="row">{text.whole}</th>
                    <td>{number(whole.ballots)}</td>
                    {rate_cells(context, "index/overall".to_owned(), &whole.figure)}
                    {ranked.then(|| view! { <td></td> })}
                </tr>
            </tbody>
        </table></div>
        {note(context, any_hidden)}
        {ranked.then(|| view! { <p class="note">{text.ranks_note}</p> })}
        {bars}
    }
    .into_any()
}
