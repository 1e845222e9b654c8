//! The questions of the survey, each as HTML with native inputs named by their question.

use crate::state::survey::Survey;
use crate::ui::html::Html;
use crate::ui::screens::Words;
use sipas_core::ballot::{Answer, Channel};
use sipas_core::campaign::Place;
use sipas_core::questionnaire::{ChoiceQuestion, Comment, Criterion, Reasons};
use sipas_core::survey::Step;

/// The question of the draft's current step.
pub fn write(html: &mut Html, words: Words, survey: &Survey) {
    let draft = &survey.draft;
    let questionnaire = survey.outline().questionnaire;
    let campaign = &survey.setup.campaign;
    let text = words.text();
    let [unit_question, field_question] = if questionnaire.is_of_visit() {
        [text.unit_question, text.field_question]
    } else {
        text.rated_questions
    };
    match draft.step {
        Step::Unit => {
            place(
                html,
                words,
                survey,
                ("unit", unit_question),
                &campaign.units,
                &draft.unit,
            );
        }
        Step::Field => {
            let question = ("field", field_question);
            place(
                html,
                words,
                survey,
                question,
                &campaign.fields,
                &draft.field,
            );
        }
        Step::Gate(factor) => {
            let found = questionnaire
                .factors
                .get(factor)
                .and_then(|one| one.gate.as_ref());
            let chosen = draft.gates.get(factor).copied().flatten();
            if let Some(question) = found {
                gate(html, words, survey, question, chosen);
            }
        }
        Step::Criterion(position) => {
            if let Some(one) = survey.outline().criterion(position) {
                criterion(html, words, survey, one, draft.answer(position));
            }
        }
        Step::Reasons => {
            if let Some(question) = &questionnaire.reasons {
                reasons(html, words, survey, question, draft.reasons);
            }
        }
        Step::Comment => {
            if let Some(question) = &questionnaire.comment {
                comment(html, words, survey, question, &draft.comment);
            }
        }
        Step::Respondent => respondent(html, words, survey),
    }
}

/// One row of a list of radio inputs; the whole row is the target.
fn row(html: &mut Html, kind: &'static str, name: &str, value: &str, checked: bool) {
    html.raw("<input type=")
        .raw(kind)
        .raw(" name=\"")
        .text(name)
        .raw("\" value=\"");
    html.text(value)
        .raw(if checked { "\" checked>" } else { "\">" });
}

fn labelled(html: &mut Html, label: &str) {
    html.raw("<span class=label>")
        .text(label)
        .raw("</span></label>");
}

/// A rated statement with its levels.
fn criterion(
    html: &mut Html,
    words: Words,
    survey: &Survey,
    criterion: &Criterion,
    answer: Answer,
) {
    let say = |wording| words.say(survey.setup, wording);
    let scale = survey.outline().questionnaire.scale_of(criterion);
    html.raw("<fieldset class=question data-criterion=\"")
        .text(&criterion.id);
    html.raw("\"><legend tabindex=-1><h1>")
        .text(&say(&criterion.text))
        .raw("</h1></legend>");
    if !criterion.explanation.is_empty() {
        html.raw("<details class=explain");
        // Who reads the questions out has the explanation at hand.
        if survey.channel == Channel::Interviewer {
            html.raw(" open");
        }
        html.raw("><summary>").text(words.text().explain);
        html.raw("</summary><p>")
            .text(&say(&criterion.explanation))
            .raw("</p></details>");
    }
    html.raw("<div class=choices>");
    for (level, position) in scale.levels.iter().zip(0_u8..) {
        html.raw("<label class=choice");
        if let Some(kind) = level.face {
            html.raw(" data-level=").number(usize::from(kind));
        }
        html.raw(">");
        row(
            html,
            "radio",
            &criterion.id,
            &level.code,
            answer == Answer::Level(position),
        );
        if let Some(kind) = level.face {
            html.raw(face(kind));
        }
        labelled(html, &say(&level.label));
    }
    if let Some(label) = scale
        .not_applicable
        .as_ref()
        .filter(|_| criterion.not_applicable)
    {
        html.raw("<label class=\"choice apart\">");
        row(
            html,
            "radio",
            &criterion.id,
            "na",
            answer == Answer::NotApplicable,
        );
        labelled(html, &say(label));
    }
    html.raw("</div></fieldset>");
}

/// The question that opens or closes a factor.
fn gate(
    html: &mut Html,
    words: Words,
    survey: &Survey,
    question: &ChoiceQuestion,
    chosen: Option<u8>,
) {
    html.raw("<fieldset class=question data-gate=\"")
        .text(&question.id);
    html.raw("\"><legend tabindex=-1><h1>")
        .text(&words.say(survey.setup, &question.text));
    html.raw("</h1></legend><div class=choices>");
    for (choice, position) in question.choices.iter().zip(0_u8..) {
        html.raw("<label class=choice>");
        row(
            html,
            "radio",
            &question.id,
            &choice.code,
            chosen == Some(position),
        );
        labelled(html, &words.say(survey.setup, &choice.label));
    }
    html.raw("</div></fieldset>");
}

/// Which unit served the respondent, or which field it was about.
fn place(
    html: &mut Html,
    words: Words,
    survey: &Survey,
    (name, title): (&'static str, &'static str),
    places: &[Place],
    chosen: &str,
) {
    html.raw("<fieldset class=\"question compact\" data-place=")
        .raw(name);
    html.raw("><legend tabindex=-1><h1>")
        .text(title)
        .raw("</h1></legend><div class=choices>");
    for place in places {
        html.raw("<label class=choice>");
        row(html, "radio", name, &place.code, place.code == chosen);
        labelled(html, &words.say(survey.setup, &place.label));
    }
    html.raw("</div></fieldset>");
}

/// Reasons for a low rating: any number may be ticked.
fn reasons(html: &mut Html, words: Words, survey: &Survey, question: &Reasons, chosen: u16) {
    html.raw("<fieldset class=question data-reasons><legend tabindex=-1><h1>");
    html.text(&words.say(survey.setup, &question.text))
        .raw("</h1></legend><p class=hint>");
    html.text(words.text().reasons_hint)
        .raw("</p><div class=choices>");
    for (choice, bit) in question.choices.iter().zip(0_u16..16) {
        html.raw("<label class=choice>");
        row(
            html,
            "checkbox",
            "reasons",
            &choice.code,
            chosen & (1 << bit) != 0,
        );
        labelled(html, &words.say(survey.setup, &choice.label));
    }
    html.raw("</div></fieldset>");
}

/// The open comment with its privacy hint.
fn comment(html: &mut Html, words: Words, survey: &Survey, question: &Comment, written: &str) {
    html.raw("<div class=question><h1 tabindex=-1><label for=comment>");
    html.text(&words.say(survey.setup, &question.text));
    html.raw("</label></h1><p class=hint id=comment-hint>");
    html.text(&words.say(survey.setup, &question.privacy_hint));
    // A line break right after the tag would be dropped by the parser; one of ours is.
    html.raw(
        "</p><textarea id=comment name=comment rows=5 autocomplete=off \
         aria-describedby='comment-hint comment-left'>\n",
    );
    html.text(written)
        .raw("</textarea><p class=hint id=comment-left>");
    html.text(&comment_left(words, question, written))
        .raw("</p></div>");
}

/// "480 characters left".
#[must_use]
pub fn comment_left(words: Words, question: &Comment, written: &str) -> String {
    let longest = usize::try_from(question.max_chars).unwrap_or(usize::MAX);
    let mut line = longest.saturating_sub(written.chars().count()).to_string();
    line.push_str(words.text().comment_left);
    line
}

/// The optional questions about the respondent, all on one screen.
fn respondent(html: &mut Html, words: Words, survey: &Survey) {
    let text = words.text();
    html.raw("<div class=question><h1 tabindex=-1>")
        .text(text.respondent_title);
    html.raw("</h1><p class=hint>")
        .text(text.respondent_what)
        .raw("</p>");
    let questions = &survey.outline().questionnaire.respondent;
    for (question, chosen) in questions.iter().zip(&survey.draft.respondent) {
        html.raw("<label class=select data-respondent=\"")
            .text(&question.id)
            .raw("\"><span>");
        html.text(&words.say(survey.setup, &question.text))
            .raw("</span><select name=\"");
        html.text(&question.id)
            .raw("\" autocomplete=off><option value=\"\">");
        html.text(text.not_said).raw("</option>");
        for (choice, position) in question.choices.iter().zip(0_u8..) {
            html.raw("<option value=\"").text(&choice.code);
            html.raw(if *chosen == Some(position) {
                "\" selected>"
            } else {
                "\">"
            });
            html.text(&words.say(survey.setup, &choice.label))
                .raw("</option>");
        }
        html.raw("</select></label>");
    }
    html.raw("</div>");
}

/// A face as a line icon, 1 (very unhappy) … 5 (very happy).
const fn face(kind: u8) -> &'static str {
    macro_rules! drawing {
        ($features:literal) => {
            concat!(
                "<svg class=face viewBox='0 0 24 24' aria-hidden=true><circle cx=12 cy=12 r=10.5 />",
                "<circle class=eye cx=8.5 cy=10 r=1 /><circle class=eye cx=15.5 cy=10 r=1 /><path d='",
                $features,
                "'/></svg>"
            )
        };
    }
    match kind {
        1 => drawing!("M7.5 17.5q4.5-5.5 9 0M6.5 7l3 1.5M17.5 7l-3 1.5"),
        2 => drawing!("M8 17q4-3.5 8 0"),
        3 => drawing!("M8 16h8"),
        4 => drawing!("M8 14.5q4 3.5 8 0"),
        _ => drawing!("M7 13.5h10q-1 5-5 5t-5-5z"),
    }
}
