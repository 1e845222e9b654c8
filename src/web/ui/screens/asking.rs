//! One question of the survey with its bar, progress and actions.

use crate::state::survey::Survey;
use crate::ui::html::Html;
use crate::ui::questions;
use crate::ui::screens::Words;
use sipas_core::survey::Step;

/// The draft's current step.
pub fn write(html: &mut Html, words: Words, survey: &Survey) {
    let text = words.text();
    let (outline, draft) = (survey.outline(), &survey.draft);
    words.bar(html, |html| {
        html.raw("<button type=button class=\"quiet back\" data-action=back>‹ ");
        html.text(text.back).raw("</button>");
    });
    let (done, all) = outline.progress(draft);
    html.raw("<div class=progress><progress max=")
        .number(all)
        .raw(" value=")
        .number(done);
    html.raw(" aria-label=\"")
        .text(text.progress_label)
        .raw("\"></progress><span>");
    html.number(done)
        .raw(" / ")
        .number(all)
        .raw("</span></div>");
    let factor = match draft.step {
        Step::Gate(factor) => outline.questionnaire.factors.get(factor),
        Step::Criterion(position) => outline.factor_of(position),
        Step::Unit | Step::Field | Step::Reasons | Step::Comment | Step::Respondent => None,
    };
    if let Some(factor) = factor {
        html.raw("<p class=factor>")
            .text(&words.say(survey.setup, &factor.title))
            .raw("</p>");
    }
    questions::write(html, words, survey);
    html.raw("<p class=reminder role=alert id=reminder></p>");
    actions(html, words, survey);
    if done == 1 {
        html.raw("<p class=hint>")
            .text(text.advance_hint)
            .raw("</p>");
    }
}

/// Next or send, skip where it is allowed, stop.
fn actions(html: &mut Html, words: Words, survey: &Survey) {
    let text = words.text();
    let (outline, draft) = (survey.outline(), &survey.draft);
    let may_skip = match draft.step {
        Step::Criterion(position) => outline
            .criterion(position)
            .is_some_and(|criterion| criterion.optional),
        Step::Unit | Step::Field | Step::Gate(_) => true,
        Step::Reasons | Step::Comment | Step::Respondent => false,
    };
    html.raw("<div class=actions>");
    if outline.next(draft).is_some() {
        html.button("next", "primary", text.next);
    } else {
        html.button("submit", "primary", text.submit);
    }
    if may_skip {
        html.button("skip", "secondary", text.skip);
    }
    html.button("stop", "quiet", text.stop).raw("</div>");
}
