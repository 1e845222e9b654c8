//! The indices with their intervals as one plain SQL query that DuckDB and Spark SQL both run unchanged.
//!
//! The query reads a table `ballots` whose columns are those of the ballot file, all of them texts. It counts
//! each ballot once, adds up whole numbers in one pass over the table (per group: satisfied and counted
//! answers, and for what is pooled the sums of their squares and products), and forms rates and limits from those
//! few numbers, as [`sipas_core::index::Report`] does for the plain design: independent respondents of equal
//! weight. It has no functions of an engine's own, and no expression on anything but whole numbers before the
//! last step, so engines agree to the last digits.

use sipas_core::estimate::t_quantile;
use sipas_core::index::Z95;
use sipas_core::questionnaire::{Criterion, Questionnaire};

/// Degrees of freedom up to which the quantile of Student's t stands in the query; beyond, its expansion in
/// their inverse has an error below 10⁻¹⁰.
const LISTED: u32 = 120;

/// The columns groups are formed by.
const GROUPS: [&str; 4] = ["unit", "field", "channel", "month"];

/// The query for one version of a questionnaire; LF line ends.
///
/// Its columns: `grouped_by`, `group_key` (both empty for all ballots), `ballots`, `figure` (`overall`, `factor`,
/// `criterion`), `id`, `satisfied`, `counted`, `rate`, `low`, `high`, `se`, `method`, `df`, `respondents`; shares
/// from 0 to 1, null where undefined.
#[must_use]
pub fn write(questionnaire: &Questionnaire) -> String {
    let figures = figures(questionnaire);
    let mut out = format!(
        "-- The indices of {} version {} with 95 % intervals, each ballot counted once.\n\
         -- Reads `ballots`: the columns of the ballot file, all texts. Runs unchanged on DuckDB and Spark SQL.\n\
         -- Written by `sipas-cli export --to sql`; docs/scale.md says how to run it and what it costs.\n",
        questionnaire.id, questionnaire.version
    );
    ranked(&mut out, questionnaire);
    answers(&mut out, questionnaire);
    each(&mut out, questionnaire, &figures);
    sums(&mut out, &figures);
    listed(&mut out, &figures);
    out.push_str(&tail());
    out
}

/// A figure: which criteria go into it, by their place from 1.
struct Figure {
    kind: &'static str,
    id: String,
    criteria: Vec<usize>,
    /// Rates of one criterion have Wilson's interval.
    wilson: bool,
}

fn figures(questionnaire: &Questionnaire) -> Vec<Figure> {
    let figure = |kind, id: &str, criteria: Vec<usize>| Figure {
        kind,
        id: id.to_owned(),
        wilson: criteria.len() == 1,
        criteria,
    };
    let mut place = 0;
    let mut factors = Vec::new();
    for factor in &questionnaire.factors {
        let criteria = (place + 1..=place + factor.criteria.len()).collect();
        place += factor.criteria.len();
        factors.push(figure("factor", &factor.id, criteria));
    }
    let pooled = if factors.is_empty() {
        vec![1]
    } else {
        (1..=place).collect()
    };
    let mut all = vec![figure("overall", "", pooled)];
    all.extend(factors);
    for (criterion, place) in questionnaire.criteria().zip(1..) {
        all.push(figure("criterion", &criterion.id, vec![place]));
    }
    all
}

fn ranked(out: &mut String, questionnaire: &Questionnaire) {
    let columns = crate::csv::header(questionnaire, false);
    let cells: Vec<String> = columns
        .iter()
        .map(|name| format!("COALESCE({name}, '')"))
        .collect();
    let part =
        |from: u8, length: u8| format!("CAST(SUBSTR(submitted_at, {from}, {length}) AS INTEGER)");
    let [year, month, day, hour, minute, second] =
        [(1, 4), (6, 2), (9, 2), (12, 2), (15, 2), (18, 2)]
            .map(|(from, length)| part(from, length));
    let (off_hours, off_minutes) = (part(21, 2), part(24, 2));
    out.push_str(&format!(
        "WITH moments AS (\n  \
           -- When it was sent, in whole numbers: engines read a time with an offset each in its own way.\n  \
           SELECT *,\n    \
             {year} - CASE WHEN {month} <= 2 THEN 1 ELSE 0 END AS sent_year,\n    \
             {month} + CASE WHEN {month} <= 2 THEN 9 ELSE -3 END AS sent_month,\n    \
             {day} AS sent_day,\n    \
             {hour} * 3600 + {minute} * 60 + {second}\n      \
               - CASE WHEN SUBSTR(submitted_at, 20, 1) = '-' THEN -60 ELSE 60 END\n        \
                 * ({off_hours} * 60 + {off_minutes}) AS sent_second\n  \
           FROM ballots\n  WHERE questionnaire = '{}' AND version = '{}'\n),\n\
         ranked AS (\n  \
           -- Of different ballots under one identity the one sent last counts, then the greater row.\n  \
           SELECT *, ROW_NUMBER() OVER (\n    PARTITION BY ballot_id\n    \
             ORDER BY 86400E0 * (365E0 * sent_year + FLOOR(sent_year / 4E0) - FLOOR(sent_year / 100E0)\n        \
                 + FLOOR(sent_year / 400E0) + FLOOR((153 * sent_month + 2) / 5E0) + sent_day)\n      \
               + sent_second DESC,\n      CONCAT_WS(',', {}) DESC) AS place_of_row\n  \
           FROM moments\n),\n",
        questionnaire.id,
        questionnaire.version,
        wrapped(&cells, ", ", "      "),
    ));
}

fn answers(out: &mut String, questionnaire: &Questionnaire) {
    out.push_str("answers AS (\n  -- A code that begins with a sign stands behind an apostrophe in the file.\n  SELECT\n");
    for column in ["unit", "field", "channel"] {
        out.push_str(&format!(
            "    CASE WHEN {column} LIKE '''-%' THEN SUBSTR({column}, 2) ELSE COALESCE({column}, '') END AS {column},\n"
        ));
    }
    out.push_str("    SUBSTR(submitted_at, 1, 7) AS month");
    for (criterion, place) in questionnaire.criteria().zip(1..) {
        let flag = |satisfied, letter| {
            let codes = codes(questionnaire, criterion, satisfied);
            let id = &criterion.id;
            format!(",\n    CASE WHEN {id} IN ({codes}) THEN 1 ELSE 0 END AS {letter}{place}")
        };
        out.push_str(&flag(true, 's'));
        out.push_str(&flag(false, 'n'));
    }
    out.push_str("\n  FROM ranked\n  WHERE place_of_row = 1\n),\n");
}

/// The codes of a criterion's levels, all or those that count as satisfied.
fn codes(questionnaire: &Questionnaire, criterion: &Criterion, satisfied: bool) -> String {
    let levels = questionnaire.scale_of(criterion).levels.iter();
    let wanted = levels.filter(|level| level.satisfied || !satisfied);
    let codes: Vec<String> = wanted.map(|level| format!("'{}'", level.code)).collect();
    codes.join(", ")
}

fn each(out: &mut String, questionnaire: &Questionnaire, figures: &[Figure]) {
    let all: Vec<usize> = (1..=questionnaire.criteria_count()).collect();
    out.push_str(&format!(
        "each_ballot AS (\n  SELECT unit, field, channel, month,\n    \
         CASE WHEN {} > 0 THEN 1 ELSE 0 END AS respondent",
        sum('n', &all)
    ));
    for (figure, place) in figures.iter().zip(1..) {
        for letter in ['s', 'n'] {
            let sum = sum(letter, &figure.criteria);
            out.push_str(&format!(",\n    {sum} AS f{letter}{place}"));
        }
    }
    out.push_str("\n  FROM answers\n),\n");
}

fn sum(letter: char, places: &[usize]) -> String {
    let parts: Vec<String> = places
        .iter()
        .map(|place| format!("{letter}{place}"))
        .collect();
    wrapped(&parts, " + ", "      ")
}

fn sums(out: &mut String, figures: &[Figure]) {
    out.push_str("sums AS (\n  SELECT\n    CASE\n");
    for group in GROUPS {
        out.push_str(&format!(
            "      WHEN GROUPING({group}) = 0 THEN '{group}'\n"
        ));
    }
    out.push_str(&format!(
        "      ELSE '' END AS grouped_by,\n    COALESCE({}, '') AS group_key,\n    \
         COUNT(*) AS ballots,\n    SUM(respondent) AS respondents",
        GROUPS.join(", ")
    ));
    for (figure, place) in figures.iter().zip(1..) {
        let (s, n) = (format!("fs{place}"), format!("fn{place}"));
        out.push_str(&format!(
            ",\n    SUM({s}) AS s{place}, SUM({n}) AS n{place}"
        ));
        out.push_str(&format!(
            ", SUM(CASE WHEN {n} > 0 THEN 1 ELSE 0 END) AS r{place}"
        ));
        if !figure.wilson {
            out.push_str(&format!(
                ",\n    SUM({s} * {s}) AS ss{place}, SUM({s} * {n}) AS sn{place}, SUM({n} * {n}) AS nn{place}"
            ));
        }
    }
    let sets: Vec<String> = GROUPS.iter().map(|group| format!("({group})")).collect();
    out.push_str(&format!(
        "\n  FROM each_ballot\n  GROUP BY GROUPING SETS ((), {})\n),\n",
        sets.join(", ")
    ));
}

fn listed(out: &mut String, figures: &[Figure]) {
    out.push_str(
        "listed AS (\n  SELECT grouped_by, group_key, ballots, figure, id, method, place,\n    \
         CAST(respondents AS DOUBLE) AS group_respondents,\n    \
         CAST(MAX(CASE WHEN grouped_by = '' THEN respondents END) OVER () AS DOUBLE) AS asked",
    );
    for (name, prefix, squares) in [
        ("satisfied", "s", false),
        ("counted", "n", false),
        ("respondents", "r", false),
        ("ss", "ss", true),
        ("sn", "sn", true),
        ("nn", "nn", true),
    ] {
        let cases: Vec<String> = figures
            .iter()
            .zip(1..)
            .filter(|(figure, _)| !(squares && figure.wilson))
            .map(|(_, place)| format!("WHEN {place} THEN {prefix}{place}"))
            .collect();
        let value = if cases.is_empty() {
            "0".to_owned()
        } else {
            format!("CASE place {} END", wrapped(&cases, " ", "      "))
        };
        out.push_str(&format!(",\n    CAST({value} AS DOUBLE) AS {name}"));
    }
    let rows: Vec<String> = figures
        .iter()
        .zip(1..)
        .map(|(figure, place)| {
            let method = if figure.wilson {
                "wilson"
            } else {
                "linearised"
            };
            format!("({place}, '{}', '{}', '{method}')", figure.kind, figure.id)
        })
        .collect();
    out.push_str(&format!(
        "\n  FROM sums CROSS JOIN (VALUES\n    {}) AS figures (place, figure, id, method)\n),\n",
        rows.join(",\n    ")
    ));
}

/// From sums to limits; z is the normal quantile of 0.975.
fn tail() -> String {
    let rows: Vec<String> = (1..=LISTED)
        .filter_map(|degrees| {
            let quantile = -t_quantile(0.025, f64::from(degrees))?;
            Some(format!("({degrees}, {quantile:.15}E0)"))
        })
        .collect();
    let [first, second, third, fourth] = expansion(Z95);
    format!(
        "critical AS (\n  \
           -- Student's t for 0.975 by its degrees of freedom.\n  \
           SELECT CAST(degrees AS DOUBLE) AS degrees, quantile FROM (VALUES\n    {rows}) AS t (degrees, quantile)\n),\n\
         rates AS (\n  \
           SELECT listed.*, group_respondents - 1 AS df, satisfied / NULLIF(counted, 0) AS rate\n  FROM listed\n),\n\
         limits AS (\n  SELECT rates.*,\n    \
             CASE WHEN method = 'wilson' THEN SQRT(rate * (1 - rate) / NULLIF(counted, 0))\n      \
               -- sqrt(n / (n - 1) * sum of (s - rate * n) squared) / sum of n, by Taylor linearisation.\n      \
               WHEN asked > 1 AND df > 0 THEN SQRT(asked / NULLIF(asked - 1, 0)\n        \
                 * GREATEST(0E0, ss - 2E0 * rate * sn + rate * rate * nn)) / NULLIF(counted, 0) END AS se,\n    \
             CASE WHEN df <= {LISTED} THEN quantile\n      \
               ELSE {Z95}E0 + ({first:.15}E0 + ({second:.15}E0 + ({third:.15}E0\n        \
                 + {fourth:.15}E0 / df) / df) / df) / df END AS t,\n    \
             {Z95}E0 AS z\n  \
           FROM rates LEFT JOIN critical ON critical.degrees = rates.df\n)\n\
         SELECT grouped_by, group_key, ballots, figure, id,\n  \
           CAST(satisfied AS BIGINT) AS satisfied, CAST(counted AS BIGINT) AS counted, rate,\n  \
           CASE WHEN method <> 'wilson' THEN rate - t * se\n    WHEN satisfied = 0 AND counted > 0 THEN 0E0\n    \
             ELSE (rate + z * z / (2E0 * NULLIF(counted, 0)) - z * SQRT(se * se + z * z / (4E0 * NULLIF(counted * counted, 0))))\n      \
               / (1E0 + z * z / NULLIF(counted, 0)) END AS low,\n  \
           CASE WHEN method <> 'wilson' THEN rate + t * se\n    WHEN satisfied = counted AND counted > 0 THEN 1E0\n    \
             ELSE (rate + z * z / (2E0 * NULLIF(counted, 0)) + z * SQRT(se * se + z * z / (4E0 * NULLIF(counted * counted, 0))))\n      \
               / (1E0 + z * z / NULLIF(counted, 0)) END AS high,\n  \
           se, method, CASE WHEN method <> 'wilson' THEN CAST(df AS BIGINT) END AS df,\n  \
           CAST(respondents AS BIGINT) AS respondents\n\
         FROM limits\nORDER BY grouped_by, group_key, place\n",
        rows = wrapped(&rows, ", ", "    "),
    )
}

/// The coefficients of 1/ν, 1/ν² … of Student's t for the normal quantile `x`.
///
/// Source: Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5.
fn expansion(x: f64) -> [f64; 4] {
    let y = x * x;
    [
        x * (y + 1.0) / 4.0,
        x * ((5.0 * y + 16.0) * y + 3.0) / 96.0,
        x * (((3.0 * y + 19.0) * y + 17.0) * y - 15.0) / 384.0,
        x * ((((79.0 * y + 776.0) * y + 1482.0) * y - 1920.0) * y - 945.0) / 92_160.0,
    ]
}

/// The parts in one text with lines of about a hundred letters.
fn wrapped(parts: &[String], between: &str, indent: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for (position, part) in parts.iter().enumerate() {
        if position > 0 {
            out.push_str(between.trim_end());
            if length > 90 {
                out.push('\n');
                out.push_str(indent);
                length = 0;
            } else {
                out.push(' ');
            }
        }
        out.push_str(part);
        length += part.len() + between.len();
    }
    out
}
