//! The chosen files, and what becomes of each.

use super::super::super::report::fill;
use super::{named, text};
use crate::state::packages::{Chosen, Closed, One};
use leptos::prelude::*;
use sipas_core::moment::Moment;
use sipas_core::package::Standing;
use sipas_core::problem::Fault;
use sipas_formats::day::shown_day;
use sipas_formats::package::PackageError;

/// The table.
pub fn view(chosen: &[Chosen], one: Option<&One>) -> AnyView {
    let words = text();
    let heads = words.file_headings;
    let rows = chosen.iter().enumerate().map(|(at, file)| {
        let standing = one.and_then(|one| one.standings.get(at).copied().flatten());
        row(chosen, file, standing)
    });
    let head = heads
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> });
    view! {
        <section data-section="package-files">
            <h2>{words.files}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=words.files>
                <table data-table="package-files" class="texts">
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

fn row(chosen: &[Chosen], file: &Chosen, standing: Option<Standing>) -> AnyView {
    let said = said(chosen, file, standing);
    let cells = match &file.opened {
        Ok(opened) => {
            let package = &opened.package;
            [
                package.name.clone(),
                package.office.clone(),
                moment(package.written_at),
            ]
        }
        Err(_) => ["–", "–", "–"].map(str::to_owned),
    };
    let cells = cells.map(|cell| view! { <td>{cell}</td> }.into_any());
    let mark = match (&file.opened, standing) {
        (Err(_), _) => "closed",
        (_, Some(Standing::Replaced(_))) => "replaced",
        (_, Some(Standing::OtherPeriod)) => "other-period",
        _ => "counts",
    };
    view! {
        <tr data-package=mark>
            <th scope="row">{file.name.clone()}</th>
            {cells.into_iter().collect_view()}
            <td>{said}</td>
        </tr>
    }
    .into_any()
}

fn said(chosen: &[Chosen], file: &Chosen, standing: Option<Standing>) -> String {
    let words = text();
    match (&file.opened, standing) {
        (Err(closed), _) => why(closed),
        (Ok(_), Some(Standing::Replaced(by))) => {
            // Positions are among the packages, not among all files.
            let mut packages = chosen.iter().filter(|one| one.opened.is_ok());
            let by = packages.nth(by).map(|one| one.name.as_str());
            fill(words.replaced, &[by.unwrap_or_default()])
        }
        (Ok(opened), Some(Standing::OtherPeriod)) => {
            fill(words.other_period, &[&named(opened.package.period)])
        }
        (Ok(_), Some(Standing::Counts) | None) => words.counts.to_owned(),
    }
}

fn why(closed: &Closed) -> String {
    let [no_package, newer, damaged, too_large, unreadable] = text().closed;
    match closed {
        Closed::NoPackage(PackageError::NoManifest) => no_package.to_owned(),
        Closed::NoPackage(PackageError::Manifest(problems)) => {
            let is_newer = problems.iter().any(|one| one.fault == Fault::NewerFormat);
            let what = if is_newer { newer } else { damaged };
            let first = problems.first().map(ToString::to_string);
            [what, " (", &first.unwrap_or_default(), ")"].concat()
        }
        Closed::NoPackage(PackageError::Zip(sipas_formats::zip::ZipProblem::NoList)) => {
            no_package.to_owned()
        }
        Closed::NoPackage(PackageError::Zip(_)) => damaged.to_owned(),
        Closed::TooLarge => too_large.to_owned(),
        Closed::Unreadable(reason) => fill(unreadable, &[reason]),
    }
}

/// 02/10/2026 08:30, by the clock of where it was made.
fn moment(moment: Moment) -> String {
    let civil = moment.civil();
    let day = shown_day(sipas_core::selection::Day::at(moment));
    format!("{day} {:02}:{:02}", civil.hour, civil.minute)
}
