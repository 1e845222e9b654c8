//! Priorities in words.

use super::super::figures;
use super::super::report::{fill, period};
use super::super::results::target_name;
use super::text;
use crate::text::Language;
use sipas_core::importance::{CannotTell, LeftOut};
use sipas_core::index::number_text;
use sipas_core::period::Period;
use sipas_core::priority::{Call, Line, Priority, Reason};

/// The calls in the order of their texts.
pub const CALLS: [Call; 7] = [
    Call::First,
    Call::Improve,
    Call::Later,
    Call::CannotTell,
    Call::KeepUp,
    Call::Met,
    Call::Enough,
];

/// A call's heading, and what it means.
pub fn call(call: Call) -> (&'static str, &'static str) {
    let text = text();
    let names = text.calls.into_iter().zip(text.call_means);
    let mut known = CALLS.into_iter().zip(names);
    let found = known.find(|(one, _)| *one == call);
    found.map_or(("", ""), |(_, names)| names)
}

/// "Cần ưu tiên: …, vì …."
pub fn sentence(one: &Priority, name: &str, before: Period, language: Language) -> String {
    let reasons: Vec<String> = one
        .reasons
        .iter()
        // That the questionnaire cannot say it is said once, above the list.
        .filter(|reason| **reason != Reason::NoImportance(CannotTell::NoGeneralQuestion))
        .map(|reason| because(reason, one, before, language))
        .collect();
    let text = text();
    let reasons = reasons.join(text.and);
    fill(text.sentence, &[call(one.call).0, name, &reasons])
}

/// What a criterion is held against, as it stands in a sentence.
fn line(line: Line, language: Language) -> String {
    let text = text();
    match line {
        Line::Target(target) => fill(text.target, &[&target_name(target, language)]),
        Line::Overall(share) => fill(text.overall, &[&figures::share(share, language.code())]),
    }
}

/// What it is held against, as it stands in a table.
pub fn line_short(held: Line, language: Language) -> String {
    match held {
        Line::Target(target) => target_name(target, language),
        Line::Overall(_) => line(held, language),
    }
}

/// A share in percentage points, with two decimals.
pub fn points(share: f64, language: Language) -> String {
    number_text(share * 100.0, 2, language.code())
}

/// The same with its sign.
pub fn signed_points(share: f64, language: Language) -> String {
    let plus = if share > 0.0 { "+" } else { "" };
    [plus, &points(share, language)].concat()
}

/// Two limits as percentages.
pub fn limits((low, high): (f64, f64), language: Language) -> String {
    let code = language.code();
    let low = figures::share(low.clamp(0.0, 1.0), code);
    let high = figures::share(high.clamp(0.0, 1.0), code);
    [low.as_str(), " – ", &high].concat()
}

fn because(reason: &Reason, one: &Priority, before: Period, language: Language) -> String {
    let text = text();
    let code = language.code();
    let rate = figures::share(one.rate, code);
    let held = line(one.line, language);
    let before = period(super::super::report::text(), before);
    let share = |share: f64| figures::share(share, code);
    match reason {
        Reason::Below { gap } => fill(text.below, &[&rate, &held, &points(*gap, language)]),
        Reason::Above { lead } => fill(text.above, &[&rate, &held, &points(*lead, language)]),
        Reason::Straddles => {
            let limits = one
                .limits
                .map_or_else(|| "–".to_owned(), |found| limits(found, language));
            fill(text.straddles, &[&rate, &limits, &held])
        }
        Reason::FewRespondents { respondents } => fill(text.few, &[&respondents.to_string()]),
        Reason::Fell(change) => fill(text.fell, &[&points(-change.value, language), &before]),
        Reason::Rose(change) => fill(text.rose, &[&points(change.value, language), &before]),
        Reason::ChangeNotShown(change) => {
            let points = signed_points(change.value, language);
            fill(text.change_not_shown, &[&points, &before])
        }
        Reason::MovesMuch { share: part, place } => {
            fill(text.moves_much, &[&share(*part), &place.to_string()])
        }
        Reason::MovesLittle { share: part } => fill(text.moves_little, &[&share(*part)]),
        Reason::MovementNotShown { share: part } => fill(text.movement_not_shown, &[&share(*part)]),
        Reason::Contrary { .. } => text.contrary.to_owned(),
        Reason::LeftOut(LeftOut::RarelyAnswered { answered, of }) => {
            fill(text.rarely, &[&answered.to_string(), &of.to_string()])
        }
        Reason::LeftOut(LeftOut::Constant) => text.constant.to_owned(),
        Reason::NoImportance(_) => text.no_importance.to_owned(),
    }
}

/// Why importance cannot be told, and what the order rests on then.
pub fn cannot(why: CannotTell) -> String {
    let [general, criteria, respondents, constant, nothing] = text().cannot;
    match why {
        CannotTell::NoGeneralQuestion => general.to_owned(),
        CannotTell::TooFewCriteria { .. } => criteria.to_owned(),
        CannotTell::TooFewRespondents { used, needed } => {
            fill(respondents, &[&used.to_string(), &needed.to_string()])
        }
        CannotTell::ConstantGeneral => constant.to_owned(),
        CannotTell::NothingExplained => nothing.to_owned(),
    }
}
