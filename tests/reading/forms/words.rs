//! Numbers in words: three hundred and forty-six thousand.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str); 3] = [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

/// How somebody writes numbers in words.
#[derive(Clone, Copy, Debug)]
pub struct Habit {
    /// Between tens and ones.
    pub joint: &'static str,
    /// Before what is below a hundred.
    pub and: &'static str,
}

/// A number below a thousand billion.
pub fn cardinal(number: u64, habit: Habit) -> String {
    let (mut parts, mut rest) = (Vec::new(), number);
    for (scale, word) in SCALES.into_iter().filter(|(scale, _)| number >= *scale) {
        parts.extend((rest >= scale).then(|| format!("{} {word}", below_thousand(rest / scale, habit))));
        rest %= scale;
    }
    let and = if rest < 100 && number > rest { habit.and } else { "" };
    parts.extend((rest > 0 || number == 0).then(|| format!("{and}{}", below_thousand(rest, habit))));
    parts.join(" ")
}

fn below_thousand(number: u64, habit: Habit) -> String {
    match (word(&ONES, number / 100), number % 100) {
        _ if number < 100 => below_hundred(number, habit),
        (hundreds, 0) => format!("{hundreds} hundred"),
        (hundreds, rest) => format!("{hundreds} hundred {}{}", habit.and, below_hundred(rest, habit)),
    }
}

fn below_hundred(number: u64, habit: Habit) -> String {
    match (word(&TENS, number / 10), number % 10) {
        _ if number < 20 => word(&ONES, number).to_owned(),
        (tens, 0) => tens.to_owned(),
        (tens, ones) => format!("{tens}{}{}", habit.joint, word(&ONES, ones)),
    }
}

fn word(words: &[&'static str], place: u64) -> &'static str {
    words[usize::try_from(place).unwrap()]
}
