//! What to say about an option nobody knows.

use lexopt::Arg;

/// The message about an option nobody knows, with the nearest one that exists.
pub fn unknown(argument: &Arg<'_>, options: &[&str], help: &str) -> String {
    match argument {
        Arg::Long(name) => {
            let near = options
                .iter()
                .map(|option| (distance(name, option), option))
                .min()
                .filter(|(distance, _)| *distance <= 3);
            let hint = near.map_or_else(
                || format!("see {help}"),
                |(_, option)| format!("did you mean --{option}?"),
            );
            format!("unknown option --{}: {hint}", name.escape_debug())
        }
        Arg::Short(letter) => format!("unknown option -{}: see {help}", letter.escape_debug()),
        Arg::Value(value) => format!("unexpected {}: see {help}", value.display()),
    }
}

/// How many letters must be put in, taken out or replaced to make one name of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut next = vec![above + 1];
        let diagonals = row.iter().zip(row.iter().skip(1)).zip(&other);
        for ((diagonal, up), twin) in diagonals {
            let left = next.last().copied().unwrap_or_default();
            let replaced = diagonal + usize::from(letter != *twin);
            next.push(replaced.min(up + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changed_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "by"), 2);
    }
}
