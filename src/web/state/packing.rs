//! What goes into a quarter's package: ballots and figures of all questionnaires, plans, evaluation and scorecard.

use crate::platform::{clock, files};
use crate::state::evaluations::Kept;
use crate::state::exports::{Made, media_type};
use crate::state::reporting::{self, Asked, Paper};
use crate::state::results::Pace;
use crate::state::scores::Stored;
use crate::state::staff::{Reading, Staff};
use crate::state::{campaigns, evaluations, ledger, office, plans, questionnaires, scores};
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::campaign::plan::Scope;
use sipas_core::compare::Target;
use sipas_core::decimal::Hundredths;
use sipas_core::evaluation::{Evaluation, Quarter, Total};
use sipas_core::index::{Grouping, Options, Report, report};
use sipas_core::package::{
    ColumnStatus, EvaluationStatus, FileKind, Package, PlanStatus, ScoreStatus, Survey,
};
use sipas_core::period::{Period, Step};
use sipas_core::plan::{ActionPlan, HeadPart, Place};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::scorecard::Scorecard;
use sipas_core::selection::{Day, Selection};
use sipas_formats::file_name::file_name;
use sipas_formats::index_json::{self, RowCounts};
use sipas_formats::package::{Content, pack};
use sipas_formats::{csv, evaluation_record, index_csv, page_file, plan_record, score_record};
use std::collections::BTreeSet;

/// One questionnaire's part of a package.
#[derive(Debug, Clone)]
pub struct Surveyed {
    /// The questionnaire.
    pub questionnaire: &'static Questionnaire,
    /// The period's ballots of this version, by time.
    pub ballots: Vec<Ballot>,
    /// Their figures, also by unit, field, channel and month.
    pub report: Report,
    /// The printable report.
    pub paper: Paper,
    /// What the unit is held against.
    pub target: Option<Target>,
}

/// A quarter's evaluation.
#[derive(Debug, Clone)]
pub struct Evaluated {
    /// The questionnaire its indicators stand in.
    pub questionnaire: &'static Questionnaire,
    /// The evaluation.
    pub evaluation: Evaluation,
    /// What was entered.
    pub entered: Quarter,
}

/// Everything that goes into a package.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// The period.
    pub period: Period,
    /// The unit and all below it; all where none.
    pub unit: Option<String>,
    /// The questionnaires with ballots.
    pub surveys: Vec<Surveyed>,
    /// The corrective plans, the newest first.
    pub plans: Vec<ActionPlan>,
    /// The quarter's evaluation, where anything is known of it.
    pub evaluation: Option<Evaluated>,
    /// The scorecard.
    pub card: Option<Scorecard>,
    /// Questionnaires with ballots that could not be loaded.
    pub missing: Vec<String>,
    /// Ballots of another version of their questionnaire, or that do not fit it; they are not in it.
    pub others: u64,
    /// Stored plans, evaluations and scorecards that cannot be read; they are not in it.
    pub unreadable: usize,
}

/// A report as people see it.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The questionnaire's id.
    pub questionnaire: String,
    /// The page's title.
    pub title: String,
    /// Its markup.
    pub markup: String,
}

/// The periods that have ballots of any questionnaire, the latest first: quarters, then years.
#[must_use]
pub fn periods(ballots: &[Ballot]) -> Vec<Period> {
    let mut found = Vec::new();
    for step in [Step::Quarter, Step::Year] {
        let of = ballots
            .iter()
            .filter_map(|one| Period::of(step, Day::of(one)));
        let mut own: Vec<Period> = of.collect();
        own.sort_unstable();
        own.dedup();
        found.extend(own.into_iter().rev());
    }
    found
}

/// Gathers it; nothing as long as ballots are being read.
pub async fn gather(staff: Staff, period: Period, unit: Option<String>) -> Option<Gathered> {
    let selection = Selection {
        unit: unit.clone(),
        from: Some(period.first()),
        until: Some(period.last()),
        ..Selection::default()
    };
    let mut pace = Pace::start();
    let ids = staff
        .reading
        .try_with_untracked(|reading| match reading {
            Reading::Read(stored) => {
                let of = stored.ballots.iter().filter(|one| selection.matches(one));
                let ids = of.map(|one| one.context.questionnaire.clone());
                Some(ids.collect::<BTreeSet<String>>())
            }
            Reading::Not | Reading::Blocked => None,
        })
        .flatten()?;
    let plans = plans::read().await;
    let card = scores::read().await;
    let mut gathered = Gathered {
        period,
        unit: unit.clone(),
        surveys: Vec::new(),
        unreadable: plans.unreadable.len() + usize::from(matches!(card, Stored::Unreadable(_))),
        plans: plans.plans,
        evaluation: None,
        card: match card {
            Stored::Card(card) => Some(*card),
            Stored::Nothing | Stored::Unreadable(_) => None,
        },
        missing: Vec::new(),
        others: 0,
    };
    for id in ids {
        let Ok(questionnaire) = questionnaires::loaded(&id).await else {
            gathered.missing.push(id);
            continue;
        };
        let asked = Asked {
            questionnaire: Some(id),
            unit: unit.clone(),
            period: Some(period),
            bad_period: false,
        };
        let surveyed = staff.peek_ballots(|ballots| survey(ballots, questionnaire, &asked, period));
        if let Some(surveyed) = surveyed {
            gathered.others += surveyed.paper.others;
            if !surveyed.ballots.is_empty() {
                gathered.surveys.push(surveyed);
            }
        }
        pace.keep().await;
    }
    let kept = evaluations::read().await;
    gathered.unreadable += kept.unreadable.len();
    gathered.evaluation = evaluation(staff, period, &unit.unwrap_or_default(), kept).await;
    Some(gathered)
}

fn survey(
    ballots: &[Ballot],
    questionnaire: &'static Questionnaire,
    asked: &Asked,
    period: Period,
) -> Surveyed {
    let selection = asked.selection(questionnaire, period);
    let own = ballots
        .iter()
        .filter(|one| selection.matches(one) && one.context.version == questionnaire.version);
    let mut own: Vec<Ballot> = own.cloned().collect();
    own.sort_by_key(|one| (one.submitted_at.unix_secs, one.id));
    let options = Options {
        by: Grouping::ALL.to_vec(),
        ..Options::default()
    };
    Surveyed {
        report: report(questionnaire, &own, &options),
        ballots: own,
        paper: reporting::make(ballots, questionnaire, asked, period, office::least()),
        target: target(questionnaire, asked.unit.as_deref()),
        questionnaire,
    }
}

/// The campaign's target for the unit, else the overall one; of its own questionnaire only.
fn target(questionnaire: &Questionnaire, unit: Option<&str>) -> Option<Target> {
    let kept = campaigns::current()?;
    if kept.campaign.questionnaire != questionnaire.id {
        return None;
    }
    let own = unit.and_then(|unit| kept.plan.target(&Scope::Unit(unit.to_owned())));
    own.or_else(|| kept.plan.target(&Scope::Overall))
}

async fn evaluation(staff: Staff, period: Period, unit: &str, kept: Kept) -> Option<Evaluated> {
    if period.step() != Step::Quarter {
        return None;
    }
    let questionnaire = evaluations::questionnaire().await.ok()?;
    let counted = evaluations::counted(staff, questionnaire, unit)?;
    let all = evaluations::all(questionnaire, &counted, &kept.quarters, unit);
    let (_, evaluation) = all.into_iter().find(|(one, _)| *one == period)?;
    let mut quarters = kept.quarters.into_iter();
    let entered = quarters.find(|one| one.period == period && one.unit == unit);
    Some(Evaluated {
        questionnaire,
        evaluation,
        entered: entered.unwrap_or_else(|| evaluations::empty(period, unit.to_owned())),
    })
}

/// What people call things in a package.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The unit.
    pub unit: String,
    /// The office that sends it.
    pub office: String,
    /// A plan without a title.
    pub plan: String,
}

/// What goes along for people: everything that is in their language.
#[derive(Debug, Clone, Default)]
pub struct ForPeople {
    /// `vi` or `en`.
    pub language: &'static str,
    /// What each file is, line by line.
    pub read_me: Vec<String>,
    /// The reports.
    pub reports: Vec<Sheet>,
    /// Each plan's document and annex, in the plans' order.
    pub plans: Vec<[Vec<u8>; 2]>,
    /// The quarter's evaluation as a table.
    pub evaluation: Option<String>,
}

impl ForPeople {
    /// The files; `css` is the reports' style sheet.
    fn contents(&self, plans: &[ActionPlan], css: &str) -> Vec<Content> {
        // With the mark that tells old editors the text is UTF-8.
        let read_me = ["\u{feff}", &self.read_me.join("\r\n"), "\r\n"].concat();
        let mut contents = vec![(
            "doc-truoc.txt".to_owned(),
            FileKind::Other,
            read_me.into_bytes(),
        )];
        for report in &self.reports {
            let file = page_file::write(&report.title, self.language, css, &report.markup);
            let path = ["bao-cao-", &report.questionnaire, ".html"].concat();
            contents.push((path, FileKind::Report, file.into_bytes()));
        }
        for (plan, [document, annex]) in plans.iter().zip(&self.plans) {
            let path = |ending: &str| ["ke-hoach/", plan.id(), ending].concat();
            contents.push((path(".docx"), FileKind::Other, document.clone()));
            contents.push((path("-phu-luc.csv"), FileKind::Other, annex.clone()));
        }
        if let Some(table) = &self.evaluation {
            let path = "danh-gia.csv".to_owned();
            contents.push((path, FileKind::Other, table.clone().into_bytes()));
        }
        contents
    }
}

/// The package as a file. Comments go with the ballots only if `with_comments`.
///
/// # Errors
/// That the reports' style sheet could not be loaded: the browser's words.
pub async fn make(
    gathered: &Gathered,
    names: &Names,
    with_comments: bool,
    people: &ForPeople,
) -> Result<Made, String> {
    let css = files::read_own("report.css").await?;
    clock::breathe().await;
    let mut contents = people.contents(&gathered.plans, &css);
    for survey in &gathered.surveys {
        let id = &survey.questionnaire.id;
        let path = |folder: &str, ending: &str| [folder, id, ending].concat();
        let bytes = if with_comments {
            csv::write(survey.questionnaire, &survey.ballots).bytes
        } else {
            let without = survey.ballots.iter().map(|ballot| Ballot {
                comment: String::new(),
                ..ballot.clone()
            });
            let without: Vec<Ballot> = without.collect();
            csv::write(survey.questionnaire, &without).bytes
        };
        contents.push((path("phieu/", ".csv"), FileKind::Ballots, bytes));
        let indices = index_csv::write(&survey.report).into_bytes();
        contents.push((path("chi-so/", ".csv"), FileKind::Index, indices));
        let rows = RowCounts {
            read: survey.report.ballots,
            counted: survey.report.ballots,
            ..RowCounts::default()
        };
        let indices = index_json::write(rows, &survey.report, None, None).into_bytes();
        contents.push((path("chi-so/", ".json"), FileKind::Index, indices));
    }
    for plan in &gathered.plans {
        let path = ["ke-hoach/", plan.id(), ".json"].concat();
        contents.push((path, FileKind::Plan, plan_record::write(plan).into_bytes()));
    }
    if let Some(evaluated) = &gathered.evaluation {
        let text = evaluation_record::write(core::slice::from_ref(&evaluated.entered));
        let path = "danh-gia.json".to_owned();
        contents.push((path, FileKind::Evaluation, text.into_bytes()));
    }
    if let Some(card) = &gathered.card {
        let path = "bang-diem.json".to_owned();
        let text = score_record::write(card).into_bytes();
        contents.push((path, FileKind::Scorecard, text));
    }
    let bytes = pack(about(gathered, names), &contents);
    let name = file_name(&names.unit, &gathered.period.key(), clock::now(), "zip");
    Ok(Made::of(name, media_type("zip"), bytes))
}

fn about(gathered: &Gathered, names: &Names) -> Package {
    let now = clock::now();
    let surveys = gathered.surveys.iter().map(|one| Survey {
        questionnaire: one.questionnaire.id.clone(),
        version: one.questionnaire.version,
        ballots: one.report.ballots,
        satisfied: one.report.overall.rate.satisfied,
        counted: one.report.overall.rate.counted,
        target: one.target,
    });
    let plans = gathered.plans.iter().map(|plan| {
        let title = plan.text(Place::Head(HeadPart::Title)).trim();
        let title = if title.is_empty() { &names.plan } else { title };
        PlanStatus::of(plan, title, Day::at(now))
    });
    Package {
        period: gathered.period,
        unit: gathered.unit.clone().unwrap_or_default(),
        name: names.unit.clone(),
        office: names.office.clone(),
        campaign: campaigns::current()
            .map(|kept| kept.campaign.id)
            .unwrap_or_default(),
        device: ledger::device(),
        written_at: now,
        surveys: surveys.collect(),
        plans: plans.collect(),
        evaluation: gathered.evaluation.as_ref().map(|one| EvaluationStatus {
            assessed: column(&one.evaluation.assessed),
            verified: column(&one.evaluation.verified),
        }),
        scores: gathered.card.as_ref().and_then(ScoreStatus::of),
        files: Vec::new(),
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "points of a few indicators"
)]
fn column(total: &Total) -> ColumnStatus {
    let points = &total.points;
    ColumnStatus {
        points: Hundredths((points.total * 100.0).round() as i64),
        missing: points.unanswered.len() as u32,
        class: points.class.clone(),
    }
}
