//! The units side by side: figures counted here, plans and points as their packages say.

use super::super::super::figures;
use super::super::super::report::fill;
use super::super::super::results::target_name;
use super::text;
use crate::state::packages::{Chosen, One};
use crate::state::staff::Staff;
use crate::text::results;
use crate::ui::staff::{grouped, spoken};
use leptos::prelude::*;
use sipas_core::compare::Verdict;
use sipas_core::package::{ColumnStatus, Package, Standing};
use sipas_formats::csv::table;
use sipas_formats::evaluation_table::class_name;
use sipas_formats::package::{Refused, SurveyFound, UnitFound, What};

/// The packages that count, in the order of their files.
pub fn counting<'a>(chosen: &'a [Chosen], one: &One) -> Vec<&'a Package> {
    let pairs = chosen.iter().zip(&one.standings);
    pairs
        .filter(|(_, standing)| **standing == Some(Standing::Counts))
        .filter_map(|(file, _)| Some(&file.opened.as_ref().ok()?.package))
        .collect()
}

/// One section for each questionnaire: they are never pooled.
pub fn surveys(staff: Staff, chosen: &[Chosen], one: &One) -> AnyView {
    let found = one.found.surveys.iter();
    found
        .map(|survey| section(staff, chosen, one, survey))
        .collect_view()
        .into_any()
}

fn title(staff: Staff, one: &One, survey: &SurveyFound) -> String {
    let found = one.known.get(survey.questionnaire);
    found.map_or_else(String::new, |of| {
        staff.setup.say(&of.title, spoken().code())
    })
}

fn id<'a>(one: &'a One, survey: &SurveyFound) -> &'a str {
    let found = one.known.get(survey.questionnaire);
    found.map_or("", |of| of.id.as_str())
}

fn section(staff: Staff, chosen: &[Chosen], one: &One, survey: &SurveyFound) -> AnyView {
    let words = text();
    let language = spoken().code();
    let whole = &survey.whole.overall;
    let ballots = grouped(survey.whole.ballots, language);
    let value = figures::written(whole, language);
    let line = if whole.interval.is_ok() {
        fill(
            words.together,
            &[&ballots, &value, &figures::interval(whole, language)],
        )
    } else {
        fill(words.together_plain, &[&ballots, &value])
    };
    let said = |count: u64, sentence: &'static str| {
        (count > 0).then(|| {
            let line = fill(sentence, &[&grouped(count, language)]);
            view! { <p class="hint">{line}</p> }
        })
    };
    let name = title(staff, one, survey);
    let head = words
        .headings
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> });
    let rows = lines(chosen, one, survey).into_iter().map(|line| {
        let mark = ["package/unit/", &line.unit].concat();
        let value = line
            .value
            .map(|value| value.to_string())
            .unwrap_or_default();
        let [ballots, index, interval, target, verdict] = line.cells;
        view! {
            <tr>
                <th scope="row">{line.name}</th>
                <td>{ballots}</td>
                <td data-figure=mark data-value=value>{index}</td>
                <td>{interval}</td>
                <td>{target}</td>
                <td>{verdict}</td>
            </tr>
        }
        .into_any()
    });
    let figure = figures::rate("index/overall".to_owned(), whole, language, "–");
    view! {
        <section data-survey=id(one, survey).to_owned()>
            <h2>{name.clone()}</h2>
            <p>{line}</p>
            {said(survey.copies, words.copies)}
            {said(survey.conflicts, words.conflicts)}
            <div class="scroll" tabindex="0" role="region" aria-label=name>
                <table data-table="packages">
                    <thead>
                        <tr>{head.collect_view()}</tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{words.all}</th>
                            <td data-figure="count/ballots" data-value=survey.whole.ballots.to_string()>
                                {ballots}
                            </td>
                            <td>{figure}</td>
                            <td>{figures::interval(whole, language)}</td>
                            <td></td>
                            <td></td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// One unit in words.
struct Line {
    unit: String,
    name: String,
    value: Option<f64>,
    /// Ballots, index, interval, target, verdict.
    cells: [String; 5],
}

fn lines(chosen: &[Chosen], one: &One, survey: &SurveyFound) -> Vec<Line> {
    let language = spoken();
    let targets = survey
        .units
        .iter()
        .filter(|unit| unit.target.is_some())
        .count();
    let targets = u32::try_from(targets).unwrap_or(u32::MAX).max(1);
    let of = |unit: &UnitFound| Line {
        name: unit_name(chosen, one, &unit.unit),
        value: unit.overall.value.ok(),
        cells: [
            grouped(unit.ballots, language.code()),
            figures::written(&unit.overall, language.code()),
            figures::interval(&unit.overall, language.code()),
            unit.target
                .map_or_else(|| "–".to_owned(), |target| target_name(target, language)),
            verdict(unit, targets),
        ],
        unit: unit.unit.clone(),
    };
    survey.units.iter().map(of).collect()
}

/// What people call a unit: as its latest package says, else its path.
fn unit_name(chosen: &[Chosen], one: &One, unit: &str) -> String {
    let of = counting(chosen, one)
        .into_iter()
        .filter(|package| package.unit == unit);
    let latest = of.max_by_key(|package| package.written_at.unix_secs);
    let name = latest
        .map(|package| package.name.trim())
        .filter(|name| !name.is_empty());
    name.unwrap_or(unit).to_owned()
}

/// The verdicts of all units hold together.
fn verdict(unit: &UnitFound, targets: u32) -> String {
    let [met, not, open] = results::sentences(spoken()).verdicts;
    let found = unit
        .target
        .and_then(|target| target.verdict(&unit.overall, targets).ok());
    match found {
        None => "–".to_owned(),
        Some(Verdict::Met) => ["✓ ", met].concat(),
        Some(Verdict::NotMet) => ["✕ ", not].concat(),
        Some(Verdict::NotEnoughEvidence) => ["? ", open].concat(),
    }
}

/// Plans, evaluation and scorecard of each unit, as its latest package says.
pub fn standing(chosen: &[Chosen], one: &One) -> AnyView {
    let words = text();
    let head = words
        .standing_headings
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> });
    let rows = standing_lines(chosen, one)
        .into_iter()
        .map(|[name, cells @ ..]| {
            let cells = cells.map(|cell| view! { <td>{cell}</td> }.into_any());
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells.into_iter().collect_view()}
                </tr>
            }
            .into_any()
        });
    view! {
        <section data-section="packages-standing">
            <h2>{words.standing}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=words.standing>
                <table data-table="packages-standing" class="texts">
                    <thead>
                        <tr>{head.collect_view()}</tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn standing_lines(chosen: &[Chosen], one: &One) -> Vec<[String; 5]> {
    let mut packages = counting(chosen, one);
    // Of several devices of one unit, the one that wrote last knows best.
    packages.sort_by(|one, other| {
        let latest = other.written_at.unix_secs.cmp(&one.written_at.unix_secs);
        one.unit.cmp(&other.unit).then(latest)
    });
    let mut lines = Vec::new();
    for same in packages.chunk_by(|one, other| one.unit == other.unit) {
        let Some(first) = same.first() else {
            continue;
        };
        let evaluation = same.iter().find_map(|package| package.evaluation.as_ref());
        let scores = same.iter().find_map(|package| package.scores.as_ref());
        let nothing = || text().nothing_cell.to_owned();
        let language = spoken().code();
        lines.push([
            unit_name(chosen, one, &first.unit),
            plans(same),
            evaluation.map_or_else(nothing, |found| column(one, &found.assessed)),
            evaluation.map_or_else(nothing, |found| column(one, &found.verified)),
            scores
                .and_then(|found| Some((found.year, found.total?)))
                .map_or_else(nothing, |(year, (score, maximum))| {
                    let (score, maximum) = (score.text(language), maximum.text(language));
                    fill(text().scores, &[&year.to_string(), &score, &maximum])
                }),
        ]);
    }
    lines
}

/// The plans of a unit's latest package that has any.
fn plans(same: &[&Package]) -> String {
    let Some(package) = same.iter().find(|package| !package.plans.is_empty()) else {
        return text().nothing_cell.to_owned();
    };
    let (mut items, mut done, mut late) = (0, 0, 0);
    for plan in &package.plans {
        items += plan.items;
        done += plan.done;
        late += plan.late;
    }
    let parts = [done, items, late].map(|count: u32| count.to_string());
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    fill(text().plan_cell, &parts)
}

fn column(one: &One, status: &ColumnStatus) -> String {
    let language = spoken().code();
    let points = status.points.text(language);
    let classed = one.known.iter().find(|known| !known.classes.is_empty());
    let class = classed.and_then(|known| class_name(known, status.class.as_deref(), language));
    let what = if status.missing > 0 {
        fill(text().column_missing, &[&status.missing.to_string()])
    } else {
        class.unwrap_or_else(|| "–".to_owned())
    };
    fill(text().column, &[&points, &what])
}

/// What asks for a look, file by file.
pub fn doubts(chosen: &[Chosen], one: &One) -> Option<AnyView> {
    let words = text();
    let mut lines: Vec<(String, String)> = Vec::new();
    for file in chosen {
        if let Ok(opened) = &file.opened {
            let [missing, changed, added] = words.refused;
            for (path, why) in &opened.refused {
                let sentence = match why {
                    Refused::Missing => missing,
                    Refused::Changed => changed,
                    Refused::Added => added,
                };
                lines.push((file.name.clone(), fill(sentence, &[path])));
            }
        }
    }
    let [unreadable, rejected, outside, differs] = words.doubt;
    for doubt in &one.found.doubts {
        let line = match &doubt.what {
            What::Unreadable(path, why) => fill(unreadable, &[path, why]),
            What::Rejected(path, rows, why) => fill(rejected, &[path, &rows.to_string(), why]),
            What::Outside(path, ballots) => fill(outside, &[path, &ballots.to_string()]),
            What::Differs(questionnaire, counts) => {
                let [said, here] =
                    counts.map(|(satisfied, counted)| format!("{satisfied}/{counted}"));
                fill(differs, &[questionnaire, &said, &here])
            }
        };
        lines.push((doubt.file.clone(), line));
    }
    (!lines.is_empty()).then(|| {
        let items = lines.into_iter().map(|(file, line)| {
            view! {
                <li>
                    <strong>{file}</strong>
                    <span>{line}</span>
                </li>
            }
            .into_any()
        });
        view! {
            <section class="warning" data-section="packages-doubts">
                <h2>{words.doubts}</h2>
                <ul class="doubts">{items.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// Both tables as CSV: a block for each questionnaire, then plans and points.
pub fn csv(staff: Staff, chosen: &[Chosen], one: &One) -> String {
    let words = text();
    let language = spoken().code();
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for survey in &one.found.surveys {
        rows.push(vec![title(staff, one, survey)]);
        rows.push(texts(&words.headings));
        for line in lines(chosen, one, survey) {
            rows.push(core::iter::once(line.name).chain(line.cells).collect());
        }
        let whole = &survey.whole.overall;
        rows.push(vec![
            words.all.to_owned(),
            grouped(survey.whole.ballots, language),
            figures::written(whole, language),
            figures::interval(whole, language),
        ]);
        rows.push(Vec::new());
    }
    rows.push(texts(&words.standing_headings));
    let standing = standing_lines(chosen, one).into_iter();
    rows.extend(standing.map(|line| line.to_vec()));
    table(&rows)
}
