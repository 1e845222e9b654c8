//! The files of an import: what each is, what was recognised of it, and what cannot be used.

use super::{number, text};
use crate::state::import::{FileNews, Kind};
use crate::text::import_problems;
use crate::ui::staff::health::date;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_formats::archive::ArchiveError;
use sipas_formats::csv::CsvProblem;

/// The list of files, open at once or not.
pub fn list(files: &[FileNews], open: bool) -> AnyView {
    let text = text();
    let items = files.iter().map(file).collect_view();
    let heading = [text.files, ": ", &number(files.len() as u64)].concat();
    view! {
        <details prop:open=open>
            <summary>{heading}</summary>
            <ul class="files">{items}</ul>
        </details>
    }
    .into_any()
}

fn file(file: &FileNews) -> AnyView {
    let text = text();
    let mut lines: Vec<String> = Vec::new();
    let mut wrong: Vec<String> = Vec::new();
    let ballots = || format!("{} {}", number(file.ballots), text.ballots);
    match &file.kind {
        Kind::Table {
            edition,
            dialect,
            extra,
        } => {
            let mut line = text.table.to_owned();
            if let Some(edition) = edition {
                line.push_str(&format!(", {} {}", edition.id, edition.version));
            }
            line.push_str(", ");
            line.push_str(&ballots());
            lines.push(line);
            let parts = import_problems::dialect(dialect, spoken());
            lines.push([text.recognised, &parts.join("; ")].concat());
            if !extra.is_empty() {
                lines.push([text.extra, &extra.join(", ")].concat());
            }
        }
        Kind::Archive {
            about,
            refused,
            removed_there,
        } => {
            let mut line = text.archive_file.to_owned();
            if let Some(about) = about {
                line.push_str(&format!(
                    " {}{}, {}{}",
                    text.from_device,
                    about.device,
                    text.written,
                    date(about.written_at.unix_secs)
                ));
            }
            line.push_str(", ");
            line.push_str(&ballots());
            lines.push(line);
            if *removed_there > 0 {
                lines.push(format!("{} {}", number(*removed_there), text.removed_there));
            }
            for one in refused {
                let items = one
                    .items
                    .map(|items| format!(" ({} {})", number(items), text.part_items));
                wrong.push(format!(
                    "{}: {}{}",
                    text.part_refused,
                    one.name,
                    items.unwrap_or_default()
                ));
            }
        }
        Kind::ClosedArchive(error) => wrong.push(
            match error {
                ArchiveError::SentAsText => text.as_text,
                ArchiveError::Newer(_) => text.newer,
                ArchiveError::NotAnArchive | ArchiveError::NothingReadable => text.not_archive,
            }
            .to_owned(),
        ),
        Kind::TooMany => wrong.push(crate::ui::staff::set::text().too_many.to_owned()),
        Kind::TooLarge => wrong.push(text.too_large.to_owned()),
        Kind::Unreadable(reason) => wrong.push([text.unreadable, reason].concat()),
    }
    wrong.extend(file.problems.iter().map(problem));
    if file.more_problems > 0 {
        wrong.push([text.more, &number(file.more_problems)].concat());
    }
    let wrong = (!wrong.is_empty()).then(|| {
        let items = wrong
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view();
        view! {
            <p class="wrong">{text.problems} ":"</p>
            <ul class="problems">{items}</ul>
        }
    });
    let (mark, name) = (file.name.clone(), file.name.clone());
    view! {
        <li data-file=mark>
            <strong>{name}</strong>
            {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {wrong}
        </li>
    }
    .into_any()
}

/// `dòng 3, cột unit: cần …, có …`.
fn problem(problem: &CsvProblem) -> String {
    let text = text();
    let language = spoken();
    let column = if problem.column.is_empty() {
        String::new()
    } else {
        let name: String = problem.column.chars().take(40).collect();
        format!(", {}{name}", text.column)
    };
    format!(
        "{}{}{column}: {}{}, {}{}",
        text.line,
        problem.line,
        text.expected,
        import_problems::expected(&problem.expected, language),
        text.found,
        import_problems::found(&problem.found, language)
    )
}
