//! Units in full: “metres”, not “m”.

use super::span::Span;
use crate::compare::unit_word;
use crate::model::Measure;

/// Words of units that are the same for one and for many.
const SAME: [&str; 7] = ["percent", "stone", "mille", "times", "hertz", "increase", "decrease"];
/// Words of units whose plural has no mere “s”.
const OTHER: [(&str, &str); 4] = [("penny", "pence"), ("foot", "feet"), ("inch", "inches"), ("century", "centuries")];

/// What a measure's figures are in; the thing counted, for counts.
pub(super) fn in_full(measure: &Measure) -> String {
    match &measure.counts {
        Some(counts) => unit_word(&measure.unit, Some(counts)),
        None => plural(&measure.unit),
    }
}

/// Whether figures count things that are printed as whole ones.
pub(super) fn counts_whole(measure: Option<&Measure>, spans: &[&Span]) -> bool {
    let is_whole = |span: &&Span| span.marks.iter().all(|mark| mark.fract() == 0.0);
    measure.is_some_and(|measure| measure.unit == "count") && spans.iter().all(is_whole)
}

/// The plural; codes of currencies and the like have none.
fn plural(unit: &str) -> String {
    if let Some((unit, per)) = unit.split_once(" per ") {
        return format!("{} per {per}", plural(unit));
    }
    if let Some(scale) = unit.strip_prefix("degree ") {
        return format!("degrees {scale}");
    }
    let last = unit.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (head, noun) = unit.split_at(last);
    if SAME.contains(&noun) || !noun.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return unit.to_owned();
    }
    let other = OTHER.iter().find(|(one, _)| *one == noun).map(|(_, many)| (*many).to_owned());
    format!("{head}{}", other.unwrap_or_else(|| format!("{noun}s")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_plurals() {
        let rows = [
            ("metre", "metres"),
            ("square kilometre", "square kilometres"),
            ("acre-foot", "acre-feet"),
            ("degree Celsius", "degrees Celsius"),
            ("kilometre per hour", "kilometres per hour"),
            ("percent", "percent"),
            ("percentage point", "percentage points"),
            ("per mille", "per mille"),
            ("USD", "USD"),
        ];
        for (one, many) in rows {
            assert_eq!(plural(one), many);
        }
    }
}
