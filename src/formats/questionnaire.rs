//! Questionnaire files, format `sipas-questionnaire/1`.
//!
//! The reader tells everything that is wrong with a file at once, in the order of the file, each
//! problem with its path. What the keys mean is described in docs/questionnaire-format.md.

pub mod shapes;

use crate::document::{all_problems, check_format};
use crate::json::{Json, text};
use crate::shape::Reader;
use crate::stamp;
use sipas_core::findings::quoted;
use sipas_core::problem::{Fault, Problem};
use sipas_core::questionnaire::{
    Choice, ChoiceQuestion, Class, Comment, Condition, Criterion, Definition, Factor, Level,
    Questionnaire, Reasons, Scale, Source, Term,
};

/// The format's name; the file says `sipas-questionnaire/1`.
pub const FORMAT: &str = "sipas-questionnaire";

/// The longest comment where the file does not say.
const COMMENT_CHARS: u32 = 1000;

/// Reads a questionnaire file (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(text: &str) -> Result<Questionnaire, Vec<Problem>> {
    let root = text::parse(text).map_err(|problem| vec![problem])?;
    read_tree(&root)
}

/// Reads a questionnaire from a JSON tree.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that.
pub fn read_tree(root: &Json) -> Result<Questionnaire, Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    let mut reader = Reader::<true>::new();
    let definition = document(&mut reader, root);
    match Questionnaire::new(definition) {
        Ok(questionnaire) => {
            let problems = all_problems(root, reader, Vec::new());
            if problems.is_empty() {
                Ok(questionnaire)
            } else {
                Err(problems)
            }
        }
        Err(content) => Err(all_problems(root, reader, content)),
    }
}

/// Reads a questionnaire whose stamp says it was checked before; nothing where its text carries no
/// stamp or another one. `root` is the tree of `text`.
#[must_use]
pub fn read_stamped(text: &str, root: &Json) -> Option<Questionnaire> {
    stamp::holds(text).then(|| {
        let mut reader = Reader::<false>::new();
        Questionnaire::checked_before(document(&mut reader, root))
    })
}

fn document<const D: bool>(reader: &mut Reader<D>, root: &Json) -> Definition {
    let fields = reader.object(root, shapes::DOCUMENT);
    // Scales first: whether "không áp dụng" is offered depends on them where nothing is said.
    let scales = reader.list(fields, "scales", &scale);
    Definition {
        id: fields.text("id"),
        version: fields.whole("version").unwrap_or_default(),
        languages: fields.texts("languages"),
        title: fields.wording("title"),
        introduction: fields.wording("introduction"),
        minutes: fields.whole("minutes").unwrap_or_default(),
        terms: reader.list(fields, "terms", &term),
        factors: reader.list(fields, "factors", &|reader, json| {
            factor(reader, json, &scales)
        }),
        general: reader.part(fields, "general", &|reader, json| {
            criterion(reader, json, &scales)
        }),
        reasons: reader.part(fields, "reasons", &reasons),
        comment: reader.part(fields, "comment", &comment),
        respondent: reader.list(fields, "respondent", &question),
        classes: reader.list(fields, "classes", &class),
        scales,
    }
}

fn term<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Term {
    let fields = reader.object(json, shapes::TERM);
    Term {
        id: fields.text("id"),
        choices: reader.list(fields, "choices", &choice),
    }
}

fn choice<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Choice {
    let fields = reader.object(json, shapes::CHOICE);
    Choice {
        code: fields.text("code"),
        label: fields.wording("label"),
    }
}

fn scale<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Scale {
    let fields = reader.object(json, shapes::SCALE);
    Scale {
        id: fields.text("id"),
        levels: reader.list(fields, "levels", &level),
        not_applicable: fields
            .get("not_applicable")
            .map(|_| fields.wording("not_applicable")),
    }
}

fn level<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Level {
    let fields = reader.object(json, shapes::LEVEL);
    Level {
        code: fields.text("code"),
        label: fields.wording("label"),
        score: fields.number("score").unwrap_or_default(),
        satisfied: fields.flag("satisfied", false),
        face: fields.whole("face").map(|face| face.min(255) as u8),
    }
}

fn factor<const D: bool>(reader: &mut Reader<D>, json: &Json, scales: &[Scale]) -> Factor {
    let fields = reader.object(json, shapes::FACTOR);
    Factor {
        id: fields.text("id"),
        title: fields.wording("title"),
        gate: reader.part(fields, "gate", &question),
        only_if: reader.part(fields, "only_if", &condition),
        criteria: reader.list(fields, "criteria", &|reader, json| {
            criterion(reader, json, scales)
        }),
    }
}

fn criterion<const D: bool>(reader: &mut Reader<D>, json: &Json, scales: &[Scale]) -> Criterion {
    let fields = reader.object(json, shapes::CRITERION);
    let scale = fields.text("scale");
    let offered = scales
        .iter()
        .any(|known| known.id == scale && known.not_applicable.is_some());
    let source = match fields.get("source").and_then(Json::as_text) {
        None | Some("ballot") => Source::Ballot,
        Some("office") => Source::Office,
        Some(other) => {
            let found = quoted(other);
            reader.problem(
                "source",
                Fault::BadReference,
                "\"ballot\" or \"office\"",
                &found,
            );
            Source::Ballot
        }
    };
    Criterion {
        id: fields.text("id"),
        text: fields.wording("text"),
        explanation: fields.wording("explanation"),
        scale,
        negative: fields.flag("negative", false),
        optional: fields.flag("optional", true),
        not_applicable: fields.flag("not_applicable", offered),
        only_if: reader.part(fields, "only_if", &condition),
        source,
    }
}

fn condition<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Condition {
    let fields = reader.object(json, shapes::CONDITION);
    Condition {
        question: fields.text("question"),
        any_of: fields.texts("any_of"),
    }
}

fn question<const D: bool>(reader: &mut Reader<D>, json: &Json) -> ChoiceQuestion {
    let fields = reader.object(json, shapes::QUESTION);
    ChoiceQuestion {
        id: fields.text("id"),
        text: fields.wording("text"),
        choices: reader.list(fields, "choices", &choice),
    }
}

fn reasons<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Reasons {
    let fields = reader.object(json, shapes::REASONS);
    let only_if = reader.part(fields, "only_if", &condition);
    Reasons {
        text: fields.wording("text"),
        only_if: only_if.unwrap_or_else(|| Condition {
            question: String::new(),
            any_of: Vec::new(),
        }),
        choices: reader.list(fields, "choices", &choice),
    }
}

fn comment<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Comment {
    let fields = reader.object(json, shapes::COMMENT);
    Comment {
        text: fields.wording("text"),
        privacy_hint: fields.wording("privacy_hint"),
        max_chars: fields.whole("max_chars").unwrap_or(COMMENT_CHARS),
    }
}

fn class<const D: bool>(reader: &mut Reader<D>, json: &Json) -> Class {
    let fields = reader.object(json, shapes::CLASS);
    Class {
        code: fields.text("code"),
        label: fields.wording("label"),
        // Not a number: what is compared with it is then not doubted.
        at_least: fields.number("at_least").unwrap_or(f64::NAN),
    }
}
