//! The report for people: aligned columns, numbers in the reader's language.

use crate::arguments::Language;
use crate::grid::Grid;
use sipas_core::estimate::{Clustering, Design, Sample, Stratification};
use sipas_core::index::{
    Figure, Formula, Grouping, Mean, Points, Report, Undefined, number_text, percent_value,
};
use sipas_core::questionnaire::{Questionnaire, terms};
use sipas_formats::criterion_names::CriterionNames;
use sipas_formats::index_json::RowCounts;

/// The report as text, in per cent with two decimals.
pub fn write(
    questionnaire: &Questionnaire,
    rows: RowCounts,
    report: &Report,
    design: Option<(&Design, &Sample<'_>)>,
    points: Option<&Result<Points, Undefined>>,
    language: Language,
) -> String {
    let words = Words(language);
    let mut out = words.heading(questionnaire, rows, report);
    if let Some((design, sample)) = design {
        out.push_str(&words.design(design, sample));
    }
    out.push('\n');
    let mut grid = Grid::default();
    grid.push(words.columns());
    push_indices(&mut grid, questionnaire, report, words);
    let names = CriterionNames {
        questionnaire,
        language: language.code(),
        terms: &[],
    };
    for criterion in &report.criteria {
        let mut known = questionnaire.criteria();
        let text = known
            .find(|candidate| candidate.id == criterion.id)
            .map_or_else(String::new, |candidate| names.full(candidate));
        let mean = Ok(criterion.mean);
        grid.push(words.row(
            &format!("    {}", criterion.id),
            &criterion.figure,
            mean,
            &text,
        ));
    }
    out.push_str(&grid.text());
    if let Some(points) = points {
        out.push('\n');
        out.push_str(&words.points(questionnaire, points));
    }
    for group in &report.groups {
        out.push('\n');
        out.push_str(&words.group(group.by, &group.key, group.report.ballots));
        let mut grid = Grid::default();
        push_indices(&mut grid, questionnaire, &group.report, words);
        out.push_str(&grid.text());
    }
    out
}

fn push_indices(grid: &mut Grid, questionnaire: &Questionnaire, report: &Report, words: Words) {
    let none = Err(Undefined::NoAnswers);
    grid.push(words.row(words.overall(), &report.overall, none, ""));
    for (factor, asked) in report.factors.iter().zip(&questionnaire.factors) {
        let code = words.0.code();
        let title = terms::fill(questionnaire, asked.title.get(code), code, &[]);
        grid.push(words.row(
            &format!("  {}", factor.id),
            &factor.figure,
            factor.mean,
            &title,
        ));
    }
}

/// The table's sentences in one language.
#[derive(Clone, Copy)]
struct Words(Language);

impl Words {
    fn pick<'a>(self, vietnamese: &'a str, english: &'a str) -> &'a str {
        match self.0 {
            Language::Vi => vietnamese,
            Language::En => english,
        }
    }

    fn overall(self) -> &'static str {
        self.pick("Chỉ số chung", "Overall index")
    }

    fn heading(self, questionnaire: &Questionnaire, rows: RowCounts, report: &Report) -> String {
        let RowCounts {
            read,
            counted,
            duplicate,
            rejected,
        } = rows;
        let (id, version) = (&questionnaire.id, questionnaire.version);
        let title = questionnaire.title.get(self.0.code());
        let stopped = report.stopped;
        let formula = self.formula(report.formula);
        match self.0 {
            Language::Vi => format!(
                "{title} ({id}, phiên bản {version})\n\
                 {counted} phiếu, trong đó {stopped} phiếu dừng sớm; \
                 đã đọc {read} dòng, trùng {duplicate}, bị loại {rejected}\n\
                 Công thức: {formula}\n"
            ),
            Language::En => format!(
                "{title} ({id}, version {version})\n\
                 {counted} ballots, {stopped} of them stopped early; \
                 {read} rows read, {duplicate} duplicate, {rejected} rejected\n\
                 Formula: {formula}\n"
            ),
        }
    }

    fn design(self, design: &Design, sample: &Sample<'_>) -> String {
        let mut parts = Vec::new();
        let (respondents, clusters) = (sample.respondents(), sample.clusters());
        parts.push(match (self.0, design.cluster) {
            (Language::Vi, None) => format!("{respondents} người trả lời"),
            (Language::En, None) => format!("{respondents} respondents"),
            (Language::Vi, Some(Clustering::Unit)) => {
                format!("{respondents} người trả lời trong {clusters} cụm (đơn vị)")
            }
            (Language::Vi, Some(Clustering::Device)) => {
                format!("{respondents} người trả lời trong {clusters} cụm (thiết bị)")
            }
            (Language::En, Some(cluster)) => {
                format!(
                    "{respondents} respondents, sampled by {} ({clusters} in all)",
                    cluster.name()
                )
            }
        });
        if let Some(strata) = design.strata {
            let kind = match strata {
                Stratification::Field => self.pick("lĩnh vực", "field"),
                Stratification::Unit => self.pick("đơn vị", "unit"),
            };
            parts.push(format!(
                "{} {} ({kind})",
                sample.strata(),
                self.pick("tầng", "strata")
            ));
        }
        if sample.is_weighted() {
            parts.push(
                self.pick("trọng số theo số hồ sơ", "weighted to dossiers")
                    .to_owned(),
            );
        }
        if design.population.all.is_some() || !design.population.strata.is_empty() {
            parts.push(
                self.pick("có hiệu chỉnh tổng thể hữu hạn", "finite population")
                    .to_owned(),
            );
        }
        format!(
            "{}: {}\n",
            self.pick("Thiết kế mẫu", "Design"),
            parts.join(", ")
        )
    }

    fn formula(self, formula: Formula) -> &'static str {
        match formula {
            Formula::Pooled => self.pick(
                "gộp (tổng số câu trả lời hài lòng / tổng số câu trả lời được tính)",
                "pooled (satisfied / counted answers)",
            ),
            Formula::MeanOfCriteria => self.pick(
                "trung bình của các tiêu chí",
                "mean of the criteria's rates",
            ),
            Formula::MeanOfFactors => self.pick(
                "trung bình của các yếu tố",
                "mean of the factors' pooled rates",
            ),
            Formula::General => self.pick("chỉ câu hỏi chung", "the general question alone"),
        }
    }

    fn columns(self) -> [String; 7] {
        [
            "",
            "%",
            self.pick("hài lòng/được tính", "satisfied/counted"),
            self.pick("không áp dụng + để trống", "n/a + blank"),
            self.pick("khoảng tin cậy 95 %", "95 % interval"),
            self.pick("điểm TB", "mean"),
            "",
        ]
        .map(str::to_owned)
    }

    fn row(
        self,
        name: &str,
        figure: &Figure,
        mean: Result<Mean, Undefined>,
        text: &str,
    ) -> [String; 7] {
        let dash = || "–".to_owned();
        let code = self.0.code();
        let text = match figure.value {
            Ok(_) => text.to_owned(),
            Err(why) => format!("{text} ({})", self.why(why))
                .trim_start()
                .to_owned(),
        };
        [
            name.to_owned(),
            figure.percent(code).unwrap_or_else(|_| dash()),
            format!("{}/{}", figure.rate.satisfied, figure.rate.counted),
            format!(
                "{} + {}",
                figure.missing.not_applicable, figure.missing.blank
            ),
            // Where all agree, the exact interval speaks instead of one without width.
            figure
                .beside()
                .or(figure.interval.ok())
                .map_or_else(dash, |known| {
                    let (low, high) = (
                        percent_value(known.low.max(0.0), code),
                        percent_value(known.high.min(1.0), code),
                    );
                    format!("{low} – {high}")
                }),
            mean.and_then(Mean::value)
                .map_or_else(|_| String::new(), |mean| number_text(mean, 3, code)),
            text,
        ]
    }

    fn why(self, why: Undefined) -> &'static str {
        match why {
            Undefined::NoAnswers => self.pick("chưa có câu trả lời nào", "no answer was counted"),
            Undefined::NoGeneralQuestion => self.pick(
                "phiếu không có câu hỏi chung",
                "there is no general question",
            ),
            Undefined::MixedScales => self.pick(
                "các thang điểm khác nhau",
                "the scales have different scores",
            ),
            Undefined::NoRange => {
                self.pick("các mức có cùng điểm", "all levels have the same score")
            }
        }
    }

    fn group(self, by: Grouping, key: &str, ballots: u64) -> String {
        let kind = match by {
            Grouping::Unit => self.pick("Đơn vị", "Unit"),
            Grouping::Field => self.pick("Lĩnh vực", "Field"),
            Grouping::Channel => self.pick("Hình thức", "Channel"),
            Grouping::Month => self.pick("Tháng", "Month"),
        };
        let key = if key.is_empty() {
            self.pick("(không ghi)", "(not recorded)")
        } else {
            key
        };
        let unit = self.pick("phiếu", "ballots");
        format!("{kind} {key}: {ballots} {unit}\n")
    }

    fn points(self, questionnaire: &Questionnaire, points: &Result<Points, Undefined>) -> String {
        let code = self.0.code();
        match points {
            Err(why) => format!("{}: {}\n", self.pick("Điểm", "Points"), self.why(*why)),
            Ok(points) => {
                let (total, maximum) = (
                    number_text(points.total, 2, code),
                    number_text(points.maximum, 2, code),
                );
                let class = questionnaire
                    .classes
                    .iter()
                    .find(|class| Some(&class.code) == points.class.as_ref())
                    .map_or("–", |class| class.label.get(code));
                let missing = points.unanswered.join(", ");
                match (self.0, missing.is_empty()) {
                    (Language::Vi, true) => format!("Điểm: {total}/{maximum}, xếp loại: {class}\n"),
                    (Language::En, true) => format!("Points: {total}/{maximum}, class: {class}\n"),
                    (Language::Vi, false) => {
                        format!("Điểm: {total}/{maximum}, chưa có điểm: {missing}\n")
                    }
                    (Language::En, false) => {
                        format!("Points: {total}/{maximum}, without points yet: {missing}\n")
                    }
                }
            }
        }
    }
}
