//! The chosen files, and what becomes of each.

use super::super::super::report::{fill, period as period_name};
use super::text;
use crate::state::packages::{Chosen, Closed, One};
use crate::text::report;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::moment::Moment;
use sipas_core::package::Standing;
use sipas_core::problem::Fault;
use sipas_formats::day::shown_day;
use sipas_formats::package::PackageError;

/// The list.
pub fn view(chosen: &[Chosen], one: Option<&One>) -> AnyView {
    let items = chosen.iter().enumerate().map(|(at, file)| {
        let standing = one.and_then(|one| one.standings.get(at).copied().flatten());
        item(chosen, file, standing)
    });
    view! {
        <section data-section="package-files">
            <h2>{text().files}</h2>
            <ul class="listed">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn item(chosen: &[Chosen], file: &Chosen, standing: Option<Standing>) -> AnyView {
    let about = file.opened.as_ref().ok().map(|opened| {
        let package = &opened.package;
        let office = Some(package.office.trim()).filter(|office| !office.is_empty());
        let parts = [
            Some(package.name.clone()),
            office.map(str::to_owned),
            Some(fill(text().written, &[&moment(package.written_at)])),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        view! { <span class="hint">{parts.join(" · ")}</span> }
    });
    let (mark, sign) = match (&file.opened, standing) {
        (Err(_), _) => ("closed", "✕ "),
        (_, Some(Standing::Replaced(_))) => ("replaced", "– "),
        (_, Some(Standing::OtherPeriod)) => ("other-period", "– "),
        _ => ("counts", "✓ "),
    };
    view! {
        <li data-package=mark>
            <strong>{file.name.clone()}</strong>
            {about}
            <span>{sign} {said(chosen, file, standing)}</span>
        </li>
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
            let period = period_name(report::sentences(spoken()), opened.package.period);
            fill(words.other_period, &[&period])
        }
        (Ok(opened), _) if !opened.refused.is_empty() => words.counts_partly.to_owned(),
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
