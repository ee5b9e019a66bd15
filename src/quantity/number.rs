//! Plain numbers: their precision as printed, their rounding, and how people read them.

/// Rounding accounts for at most this share of a figure; the halo of a bare number is no wider (`hedges.ron`).
pub const MOST_ROUNDING: f64 = 0.05;

/// The largest figure that is reckoned with, and the smallest but nought: gaps, sums and shares of two of them are numbers still,
/// and nobody counts so far.
pub const FARTHEST: (f64, f64) = (1e60, 1e-60);

/// Whether a figure can be reckoned with.
pub fn is_within(number: f64) -> bool {
    let (largest, smallest) = FARTHEST;
    number == 0.0 || (smallest..=largest).contains(&number.abs())
}

/// The unit of the last non-zero digit: 1,000 for 147,000, 0.1 for 48.2, and 1 for zero.
pub fn last_digit(number: f64) -> f64 {
    if number == 0.0 {
        return 1.0;
    }
    let text = format!("{number:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, digits)| digits.len());
    let exponent = exponent.parse::<i32>().unwrap_or(0) - i32::try_from(decimals).unwrap_or(0);
    power_of_ten(exponent)
}

/// 10 to the power of `exponent`, correctly rounded, which `f64::powi` does not promise.
fn power_of_ten(exponent: i32) -> f64 {
    format!("1e{exponent}").parse().unwrap_or(1.0)
}

/// Rounds away what binary fractions leave behind: twelve significant digits are kept.
pub fn tidy(number: f64) -> f64 {
    if number.fract() == 0.0 && number.abs() < 1e12 {
        return number;
    }
    format!("{number:.11e}").parse().unwrap_or(number)
}

/// Whether `fine`, rounded to the last digit of `coarse`, is `coarse`, and lies within `most` (a share) of it.
pub fn rounds_to(fine: f64, coarse: f64, most: f64) -> bool {
    let half = last_digit(coarse) / 2.0;
    let apart = tidy((fine - coarse).abs());
    apart <= half && apart <= tidy(most * coarse.abs())
}

/// The number as people write it: `7,644`, `48.2`, `14.8 billion`.
pub fn pretty(number: f64) -> String {
    let number = tidy(number);
    for (size, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        let scaled = tidy(number / size);
        if number.abs() >= size && last_digit(scaled) >= 0.001 {
            return format!("{} {name}", grouped(scaled));
        }
    }
    grouped(if number.abs() >= 1.0 { tidy((number * 1000.0).round() / 1000.0) } else { number })
}

fn grouped(number: f64) -> String {
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-');
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    let sign = if number < 0.0 { "−" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{out}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_reckoned_with_up_to_their_bounds() {
        for within in [0.0, 1.0, -1.0, 1e60, -1e60, 1e-60, -1e-60] {
            assert!(is_within(within), "{within}");
        }
        for beyond in [1.1e60, -1.1e60, 0.9e-60, f64::INFINITY, f64::NAN] {
            assert!(!is_within(beyond), "{beyond}");
        }
    }

    #[test]
    fn the_last_digit_is_the_one_that_was_printed() {
        for (number, digit) in [(147_000.0, 1_000.0), (48.2, 0.1), (14.8e9, 1e8), (7.0, 1.0), (-0.25, 0.01), (0.0, 1.0)]
        {
            assert_eq!(last_digit(number), digit, "{number}");
        }
    }

    #[test]
    fn rounding_holds_to_the_coarser_digit_and_the_cap() {
        assert!(rounds_to(14.8e9, 15e9, 0.05));
        assert!(rounds_to(402.336, 400.0, 0.05));
        assert!(!rounds_to(150_000.0, 200_000.0, 0.05));
        assert!(!rounds_to(14.4, 15.0, 0.05));
    }

    #[test]
    fn numbers_read_as_people_write_them() {
        for (number, text) in [
            (7_644.0, "7,644"),
            (14.8e9, "14.8 billion"),
            (48.2, "48.2"),
            (-1_234.5, "−1,234.5"),
            (1_234_567.0, "1,234,567"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.000_123_4, "0.0001234"),
            (1.234_56, "1.235"),
            (999_999.0, "999,999"),
            (1e6, "1 million"),
            (-2e12, "−2 trillion"),
        ] {
            assert_eq!(pretty(number), text);
        }
    }

    #[test]
    fn twelve_digits_are_kept_of_any_number() {
        for (number, tidied) in [
            (0.1 + 0.2, 0.3),
            (123_456_789_012.0, 123_456_789_012.0),
            (1_234_567_890_123.0, 1_234_567_890_120.0),
            (-9_999_999_999_999.0, -1e13),
        ] {
            assert_eq!(tidy(number), tidied, "{number}");
        }
    }
}
