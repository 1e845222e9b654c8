//! The figures of `bench start`: medians with their range, the ratio, and where our time goes.

use serde_json::Value;

/// A figure taken from each run.
type Figure<'a> = &'a dyn Fn(&Value) -> Option<f64>;

/// Files of ours whose download is shown.
const FILES: [&str; 5] = [
    "page",
    "app.js",
    "app.wasm",
    "campaign.json",
    "sipas-desk.json",
];

/// Prints everything.
pub fn print(lines: &[Value], networks: &[&str]) {
    for network in networks {
        let conditions = |name: &str| {
            let path = format!("/networks/{network}/{name}");
            lines
                .first()
                .and_then(|line| number(line, &path))
                .unwrap_or(f64::NAN)
        };
        println!(
            "\n{network}: {} Mbit/s down, {} up, {} ms round trip ({} ms on every request), processor slowed {} times",
            conditions("mbit"),
            conditions("up_mbit"),
            conditions("round_trip_ms"),
            conditions("latency_ms"),
            lines
                .first()
                .and_then(|line| number(line, "/cpu_slowdown"))
                .unwrap_or(f64::NAN),
        );
        let of = |page: &str| -> Vec<&Value> {
            let wanted =
                |line: &&Value| text(line, "network") == *network && text(line, "page") == page;
            lines.iter().filter(wanted).collect()
        };
        let (ours, linked, other) = (of("ours"), of("ours, by link"), of("surveyjs"));
        println!(
            "  {:44} {:>22} {:>22} {:>6}",
            "milliseconds, median (least–most)", "ours", "SurveyJS", "ratio"
        );
        compare("start screen readable", &ours, &other, "/marks/readable");
        compare(
            "first answerable question",
            &ours,
            &other,
            "/marks/answerable",
        );
        compare(
            "the same, opened by its link",
            &linked,
            &other,
            "/marks/answerable",
        );
        println!("  where our time goes:");
        breakdown(&ours);
    }
}

fn compare(title: &str, ours: &[&Value], other: &[&Value], path: &str) {
    let (ours, other) = (
        taken(ours, &|run| number(run, path)),
        taken(other, &|run| number(run, path)),
    );
    println!(
        "  {title:44} {:>22} {:>22} {:>6.2}",
        spread(&ours),
        spread(&other),
        median(&ours) / median(&other)
    );
}

fn breakdown(runs: &[&Value]) {
    let line = |title: &str, figure: Figure| {
        let values = taken(runs, figure);
        if !values.is_empty() {
            println!("    {title:42} {:>22}", spread(&values));
        }
    };
    for file in FILES {
        line(&format!("{file}: asked for"), &|run| {
            request(run, file, "asked")
        });
        line(&format!("{file}: last byte"), &|run| {
            request(run, file, "last_byte")
        });
    }
    line("start pressed", &|run| number(run, "/marks/start"));
    line("script ran", &|run| number(run, "/marks/script_ran"));
    line("module instantiated", &|run| {
        number(run, "/marks/instantiated")
    });
    line("question there", &|run| number(run, "/marks/question"));
    line("from instantiated to question", &|run| {
        Some(number(run, "/marks/question")? - number(run, "/marks/instantiated")?)
    });
    line("service worker asked for", &|run| {
        number(run, "/marks/worker_asked")
    });
}

/// A time of the first request for a file of this name.
fn request(run: &Value, name: &str, time: &str) -> Option<f64> {
    let requests = run.get("requests")?.as_array()?;
    let found = requests.iter().find(|one| text(one, "name") == name)?;
    found.get(time)?.as_f64()
}

/// The number at a JSON pointer.
pub fn number(value: &Value, path: &str) -> Option<f64> {
    value.pointer(path)?.as_f64()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn taken(runs: &[&Value], figure: Figure) -> Vec<f64> {
    let mut values: Vec<f64> = runs.iter().filter_map(|run| figure(run)).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The middle of sorted values, between the two middle ones where their number is even.
fn median(sorted: &[f64]) -> f64 {
    let at = |position: usize| sorted.get(position).copied().unwrap_or(f64::NAN);
    match sorted.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => at(count / 2),
        count => f64::midpoint(at(count / 2 - 1), at(count / 2)),
    }
}

fn spread(sorted: &[f64]) -> String {
    match (sorted.first(), sorted.last()) {
        (Some(least), Some(most)) => format!("{:.0} ({least:.0}–{most:.0})", median(sorted)),
        _ => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_stand_in_the_middle() {
        assert!((median(&[1.0, 2.0, 9.0]) - 2.0).abs() < 1e-9);
        assert!((median(&[1.0, 2.0, 4.0, 9.0]) - 3.0).abs() < 1e-9);
        assert!(median(&[]).is_nan());
        assert_eq!(spread(&[1.2, 3.4]), "2 (1–3)");
    }
}
