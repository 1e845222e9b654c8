//! Figures known by hand or from print; where they come from is in each case's source.md.

use crate::ballots::{answered, blank, questionnaire, shipped};
use crate::files;
use sipas_core::ballot::Ballot;
use sipas_core::index::{
    Formula, Method, Missing, Options, Points, Rate, Report, Undefined, number_text, percent_text,
    points, report,
};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv;

/// The ballots of a case.
pub fn case(name: &str, questionnaire: &Questionnaire) -> Vec<Ballot> {
    let text = files::text(&format!("cases/{name}/ballots.csv"));
    let file = csv::read(text.as_bytes(), &|_, _| Some(questionnaire));
    assert_eq!(file.problems, []);
    file.ballots.into_iter().map(|row| row.ballot).collect()
}

fn by_formula(questionnaire: &Questionnaire, ballots: &[Ballot], formula: Formula) -> Report {
    report(
        questionnaire,
        ballots,
        &Options {
            formula,
            ..Options::default()
        },
    )
}

fn rate(satisfied: u64, counted: u64) -> Rate {
    Rate { satisfied, counted }
}

#[test]
fn the_three_formulas_give_the_hand_vectors() {
    let questionnaire = questionnaire("cases/index-hand-vectors/questionnaire.json");
    let ballots = case("index-hand-vectors", &questionnaire);
    // Standard errors: R survey 4.1, svyratio and svytotal of residuals, 10 independent respondents.
    for (formula, percent, averaged, se) in [
        (Formula::Pooled, "81.82", 1, 0.100_276_995_720_117),
        (Formula::MeanOfCriteria, "73.33", 3, 0.143_156_652_519_168),
        (Formula::MeanOfFactors, "67.50", 2, 0.193_828_389_160_217),
    ] {
        let report = by_formula(&questionnaire, &ballots, formula);
        assert_eq!(report.overall.percent("en").unwrap(), percent);
        assert_eq!(report.overall.rate, rate(18, 22));
        assert_eq!(
            report.overall.missing,
            Missing {
                not_applicable: 0,
                blank: 8
            }
        );
        assert_eq!(report.overall.averaged, averaged);
        let interval = report.overall.interval.unwrap();
        assert!(
            (interval.standard_error / se - 1.0).abs() < 1e-13,
            "{interval:?}"
        );
        assert_eq!(
            (interval.method, interval.degrees),
            (Method::Linearised, Some(9))
        );
        let factors: Vec<_> = report
            .factors
            .iter()
            .map(|factor| factor.figure.rate)
            .collect();
        assert_eq!(factors, [rate(17, 20), rate(1, 2)]);
        let criteria: Vec<_> = report
            .criteria
            .iter()
            .map(|item| item.figure.rate)
            .collect();
        assert_eq!(criteria, [rate(9, 10), rate(8, 10), rate(1, 2)]);
    }
    let report = by_formula(&questionnaire, &ballots, Formula::General);
    assert_eq!(report.overall.value, Err(Undefined::NoGeneralQuestion));
}

#[test]
fn thirty_one_ballots_give_the_printed_figures() {
    let quick = shipped("quick");
    let ballots = case("index-31-ballots", &quick);
    for formula in Formula::ALL {
        let report = by_formula(&quick, &ballots, formula);
        assert_eq!(report.overall.rate, rate(26, 31));
        assert_eq!(report.overall.percent("vi").unwrap(), "83,87");
        let interval = report.overall.interval.unwrap();
        assert_eq!(interval.method, Method::Wilson);
        let criterion = report.criterion("overall").unwrap();
        let shares: Vec<_> = criterion
            .levels
            .iter()
            .rev()
            .map(|(_, count)| percent_text(*count, 31, 1, "vi").unwrap())
            .collect();
        assert_eq!(shares, ["32,3", "51,6", "16,1", "0,0", "0,0"]);
        assert_eq!(
            number_text(criterion.mean.value().unwrap(), 3, "en"),
            "4.161"
        );
        assert_eq!(criterion.mean.of_range(), Ok((129.0 / 31.0 - 1.0) / 4.0));
        assert!(report.factors.is_empty());
    }
}

#[test]
fn the_satisfied_flag_decides_and_not_the_place() {
    let questionnaire = questionnaire("cases/index-reversed-scale/questionnaire.json");
    let ballots = case("index-reversed-scale", &questionnaire);
    let report = by_formula(&questionnaire, &ballots, Formula::Pooled);
    assert_eq!(report.criterion("a").unwrap().figure.rate, rate(2, 3));
    assert_eq!(report.criterion("bad").unwrap().figure.rate, rate(3, 4));
    assert_eq!(report.overall.percent("en").unwrap(), "71.43");
    assert_eq!((report.ballots, report.stopped), (4, 1));
}

#[test]
fn negative_items_of_management_count_as_satisfied_where_nothing_is_wrong() {
    let management = shipped("management");
    let item = |code| {
        let ballot = answered(&management, blank(&management, 1), "management_8", code);
        by_formula(&management, &[ballot], Formula::Pooled)
            .overall
            .rate
    };
    let scale = management
        .criteria()
        .find(|item| item.id == "management_8")
        .unwrap();
    for level in &management.scale_of(scale).levels {
        assert_eq!(item(&level.code), rate(u64::from(level.satisfied), 1));
    }
    assert!(
        management
            .scale_of(scale)
            .levels
            .iter()
            .any(|level| { level.satisfied && level.label.get("vi").contains("Không có") })
    );
}

#[test]
fn the_general_question_is_in_no_index_but_its_own() {
    let desk = shipped("sipas-desk");
    let ballot = answered(&desk, blank(&desk, 1), "overall", "1");
    let ballot = answered(&desk, ballot, "access_1", "5");
    let ballots = [answered(&desk, ballot, "access_2", "na")];
    for formula in [
        Formula::Pooled,
        Formula::MeanOfCriteria,
        Formula::MeanOfFactors,
    ] {
        let report = by_formula(&desk, &ballots, formula);
        assert_eq!(report.overall.rate, rate(1, 1));
        assert_eq!(
            report.overall.missing,
            Missing {
                not_applicable: 1,
                blank: 20
            }
        );
        assert_eq!(report.overall.value, Ok(1.0));
        assert_eq!(
            report.factor("dossier").unwrap().figure.value,
            Err(Undefined::NoAnswers)
        );
    }
    let general = by_formula(&desk, &ballots, Formula::General);
    assert_eq!(
        (general.overall.rate, general.overall.value),
        (rate(0, 1), Ok(0.0))
    );
    let means = by_formula(&desk, &ballots, Formula::MeanOfFactors);
    assert_eq!(
        means.overall.left_out,
        ["dossier", "officials", "results", "feedback"]
    );
}

#[test]
fn points_add_up_and_exactly_fifteen_is_excellent() {
    let evaluation = shipped("desk-evaluation");
    let ballots = case("index-points", &evaluation);
    let of = |ballots: &[Ballot]| {
        points(
            &evaluation,
            &by_formula(&evaluation, ballots, Formula::Pooled),
        )
    };
    let class = |ballots| of(ballots).unwrap().class;
    assert_eq!(class(&ballots[..1]).as_deref(), Some("excellent"));
    assert_eq!(class(&ballots[1..2]).as_deref(), Some("good"));
    let all = of(&ballots).unwrap();
    assert_eq!(
        (number_text(all.total, 2, "vi"), all.maximum),
        ("14,67".into(), 18.0)
    );
    assert_eq!(all.class.as_deref(), Some("good"));
    // 15 in thirds (6+6+5+5+5+5+3+5+5)/3: the doubles add up to 14.999999999999998.
    let dossier = |codes: &str| {
        (1..)
            .zip(codes.chars())
            .fold(blank(&evaluation, 1), |ballot, (number, code)| {
                let id = format!("desk_{number}");
                answered(&evaluation, ballot, &id, &code.to_string())
            })
    };
    let thirds = ["222222122", "222222122", "221111111"].map(dossier);
    assert_eq!(of(&thirds).map(|points| points.total < 15.0), Ok(true));
    assert_eq!(class(&thirds).as_deref(), Some("excellent"));
    // What the office has not entered yet is unknown, not zero.
    let open = answered(&evaluation, blank(&evaluation, 1), "desk_1", "2");
    let partial = of(&[open]).unwrap();
    let expected = Points {
        total: 2.0,
        maximum: 2.0,
        class: None,
        ..partial.clone()
    };
    assert_eq!((partial.unanswered.len(), &partial), (8, &expected));
    assert_eq!(of(&[]), Err(Undefined::NoAnswers));
}

#[test]
fn ballots_that_do_not_fit_are_counted_apart() {
    let quick = shipped("quick");
    let mut short = blank(&quick, 1);
    short.answers.clear();
    let mut beyond = blank(&quick, 2);
    beyond.answers = vec![sipas_core::ballot::Answer::Level(5)];
    let report = by_formula(&quick, &[short, beyond, blank(&quick, 3)], Formula::Pooled);
    assert_eq!((report.ballots, report.unfit), (1, 2));
}

#[test]
fn reasons_are_counted_by_code() {
    let quick = shipped("quick");
    let mut ballots = [blank(&quick, 1), blank(&quick, 2)];
    ballots[0].reasons = 0b11;
    ballots[1].reasons = 0b10_0001;
    let counts: Vec<u64> = by_formula(&quick, &ballots, Formula::Pooled)
        .reasons
        .iter()
        .map(|(_, n)| *n)
        .collect();
    assert_eq!(counts, [2, 1, 0, 0, 0, 1]);
}
