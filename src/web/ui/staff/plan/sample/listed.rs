//! What is told of a list that is read: how long it is, and what is to be looked at in it.

use super::super::super::report::fill;
use super::draw::Draw;
use super::{number, text};
use crate::state::sample::Source;
use leptos::prelude::*;
use sipas_formats::dossier_list::DossierList;

/// Lines that are named of each kind.
const MOST_LINES: usize = 12;

/// That a list is being read, or why there is none.
pub fn said(draw: Draw) -> Option<AnyView> {
    let words = text();
    let reading = draw.reading.get().map(|share| {
        let percent = ((share * 100.0) as u32).to_string();
        view! { <p class="working">{fill(words.reading, &[&percent])}</p> }.into_any()
    });
    reading.or_else(|| {
        draw.refused.get().map(|file| {
            let line = match file {
                Some(name) => fill(words.bad_file, &[&name]),
                None => words.empty_list.to_owned(),
            };
            view! {
                <p class="warning" data-sample="refused">
                    {line}
                </p>
            }
            .into_any()
        })
    })
}

/// What the list holds, and what is to be looked at in it.
pub fn told(draw: Draw, list: &DossierList) -> AnyView {
    let words = text();
    let source = draw.desk.with_untracked(|desk| desk.source.clone());
    let source = match source {
        Source::Field => None,
        Source::Paste => Some(words.from_paste.to_owned()),
        Source::File(name) => Some(fill(words.from_file, &[&name])),
    };
    let count = list.dossiers.len();
    let repeated = (!list.repeated.is_empty()).then(|| {
        let lines = list.repeated.iter().map(|(line, first)| {
            fill(
                words.repeated_line,
                &[&line.to_string(), &first.to_string()],
            )
        });
        let all = list.repeated.len();
        let head = fill(words.repeated, &[&number(all as u64)]);
        view! {
            <p data-sample="repeated">
                {head} " " {some_of(lines, all, "; ")} "."
            </p>
        }
    });
    let numbered = |lines: &[usize], sentence: &str| {
        let said = some_of(lines.iter().map(ToString::to_string), lines.len(), ", ");
        (!lines.is_empty()).then(|| fill(sentence, &[&number(lines.len() as u64), &said]))
    };
    let blank = numbered(&list.blank, words.blank);
    let unclear = numbered(&list.unclear, words.unclear);
    view! {
        <div class="read-list" data-sample="list">
            <p>
                <strong data-figure="sample/listed" data-value=count.to_string()>
                    {fill(words.listed, &[&number(count as u64)])}
                </strong>
                " "
                {source}
                " "
                {list.headed.then_some(words.headed)}
            </p>
            {repeated}
            {blank.map(|line| view! { <p data-sample="blank">{line}</p> })}
            {unclear
                .map(|line| {
                    view! {
                        <p class="warning" data-sample="unclear">
                            {line}
                        </p>
                    }
                })}
        </div>
    }
    .into_any()
}

/// The first few of them, and how many more.
fn some_of(lines: impl Iterator<Item = String>, all: usize, between: &str) -> String {
    let mut shown: Vec<String> = lines.take(MOST_LINES).collect();
    if all > MOST_LINES {
        shown.push(fill(text().more, &[&number((all - MOST_LINES) as u64)]));
    }
    shown.join(between)
}
