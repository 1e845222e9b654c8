//! Figures as people read them: two decimals, half up, decimal comma in Vietnamese.

use super::rate::{Rate, Undefined};

/// A rate in per cent with two decimals and without the sign: `83,87` for 26 of 31 in Vietnamese.
///
/// Rounded half up on the whole numbers themselves, so 1 of 32 (3.125) is 3.13 and no binary
/// fraction gets in between. `language` is a BCP 47 code; English has a decimal point, all others a
/// comma.
///
/// # Errors
/// [`Undefined::NoAnswers`] where nothing was counted.
pub fn percent(rate: Rate, language: &str) -> Result<String, Undefined> {
    percent_text(rate.satisfied, rate.counted, 2, language)
}

/// `part` of `whole` in per cent with `decimals` (at most 9) decimals, half up, without the sign.
///
/// # Errors
/// [`Undefined::NoAnswers`] where `whole` is zero.
pub fn percent_text(
    part: u64,
    whole: u64,
    decimals: u32,
    language: &str,
) -> Result<String, Undefined> {
    if whole == 0 {
        return Err(Undefined::NoAnswers);
    }
    let decimals = decimals.min(9);
    let doubled = 200 * u128::from(part) * 10_u128.pow(decimals);
    let whole = u128::from(whole);
    Ok(digits((doubled + whole) / (2 * whole), decimals, language))
}

/// A share that is not a quotient of two counts (a mean of rates) in per cent with two decimals.
///
/// Half up; a value within 10⁻⁹ of a half counts as that half, because the mean of exact rates is
/// known only to the last bits of a double.
#[must_use]
pub fn percent_value(share: f64, language: &str) -> String {
    number_text(share * 100.0, 2, language)
}

/// A number with `decimals` (at most 9) decimals, halves away from zero, for mean scores and limits.
///
/// Values within 10⁻⁹ units of the last place of a half count as that half. The number is expected
/// to be finite and below 10⁹; a larger one is cut there.
#[must_use]
pub fn number_text(value: f64, decimals: u32, language: &str) -> String {
    let decimals = decimals.min(9);
    let units = (value.abs() * 10_u64.pow(decimals) as f64 + 0.5 + 1e-9).floor();
    let text = digits(units as u128, decimals, language);
    if value < 0.0 && units > 0.0 {
        format!("−{text}")
    } else {
        text
    }
}

/// `units` of the last decimal place, written with the language's decimal mark.
fn digits(units: u128, decimals: u32, language: &str) -> String {
    if decimals == 0 {
        return units.to_string();
    }
    let one = 10_u128.pow(decimals);
    let mark = if language == "en" || language.starts_with("en-") {
        '.'
    } else {
        ','
    };
    let width = decimals as usize;
    format!("{}{mark}{:0width$}", units / one, units % one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_vectors_read_as_printed() {
        assert_eq!(
            percent(
                Rate {
                    satisfied: 26,
                    counted: 31
                },
                "vi"
            )
            .unwrap(),
            "83,87"
        );
        assert_eq!(
            percent(
                Rate {
                    satisfied: 26,
                    counted: 31
                },
                "en-GB"
            )
            .unwrap(),
            "83.87"
        );
        assert_eq!(percent_text(10, 31, 1, "vi").unwrap(), "32,3");
        assert_eq!(percent_text(16, 31, 1, "vi").unwrap(), "51,6");
        assert_eq!(percent_text(5, 31, 1, "vi").unwrap(), "16,1");
        assert_eq!(number_text(129.0 / 31.0, 3, "vi"), "4,161");
    }

    #[test]
    fn exact_halves_round_up() {
        // 1/32 = 3.125 %, 201/20000 = 1.005 %, 1/20000 = 0.005 %; a double of 1.005 lies below it.
        for (part, whole, text) in [(1, 32, "3.13"), (201, 20_000, "1.01"), (1, 20_000, "0.01")] {
            assert_eq!(percent_text(part, whole, 2, "en").unwrap(), text);
            assert_eq!(percent_value(part as f64 / whole as f64, "en"), text);
        }
    }

    #[test]
    fn ends_and_large_counts_stay_exact() {
        assert_eq!(percent_text(0, 7, 2, "vi").unwrap(), "0,00");
        assert_eq!(percent_text(7, 7, 2, "vi").unwrap(), "100,00");
        assert_eq!(
            percent_text(u64::MAX - 1, u64::MAX, 2, "en").unwrap(),
            "100.00"
        );
        assert_eq!(percent_text(1, 3, 0, "en").unwrap(), "33");
        assert_eq!(percent_text(1, 0, 2, "en"), Err(Undefined::NoAnswers));
    }

    #[test]
    fn rounding_agrees_with_long_division() {
        // Slow and obvious: the largest number of hundredths h with 2·h·n ≤ 20000·s + n.
        for whole in 1..=90_u64 {
            for part in 0..=whole {
                let units = (0..=10_000_u64)
                    .rev()
                    .find(|units| 2 * units * whole <= 20_000 * part + whole)
                    .unwrap();
                let expected = format!("{}.{:02}", units / 100, units % 100);
                assert_eq!(percent_text(part, whole, 2, "en").unwrap(), expected);
            }
        }
    }

    #[test]
    fn negative_numbers_carry_a_minus_unless_they_round_to_nothing() {
        assert_eq!(number_text(-1.255, 2, "vi"), "−1,26");
        assert_eq!(number_text(-0.001, 2, "vi"), "0,00");
    }
}
