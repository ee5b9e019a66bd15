//! Times that only say when another claim of their sentence is: "in May" in "40 boats sank in May".

use std::collections::BTreeSet;

use crate::extract::claims::candidate::{Candidate, Said};
use crate::extract::figures::{Kind, Value};
use crate::extract::time::Moment;

/// Marks the periods by which other claims beside them are dated, and years, which seldom say more than that.
pub fn mark(claims: &mut [Candidate]) {
    let dates = |claim: &&Candidate| !claim.is_temporal();
    let own = claims.iter().filter(dates).filter_map(|claim| claim.when.as_ref());
    let placing: BTreeSet<usize> = own.filter(|when| when.near).map(|when| when.span.start).collect();
    for place in 0..claims.len() {
        let claim = &claims[place];
        let ranked = place.checked_sub(1).is_some_and(|before| ranks(&claims[before], claim));
        let years = is_years(claim) && !ranked;
        let coarse = matches!(claim.mention.kind, Kind::Year | Kind::Period);
        claims[place].aside = coarse && (years || placing.contains(&claim.mention.span.start));
    }
}

/// "The highest since 2011": the year is as much of a claim as the place in the order.
fn ranks(before: &Candidate, claim: &Candidate) -> bool {
    matches!(before.said, Said::Rank(_)) && before.sentence == claim.sentence
}

/// Whether a time is of whole years, as far as it has ends: by its own words, or else by the days reckoned from the text's date.
fn is_years(claim: &Candidate) -> bool {
    let day = |end: Option<Value>| end.and_then(Value::time).and_then(Moment::day);
    let (first, last) = match (day(claim.mention.low), day(claim.mention.high), &claim.said) {
        (None, None, Said::Days { first, last }) => (*first, *last),
        (first, last, _) => (first, last),
    };
    first.is_none_or(|day| day.day_of_year() == 1) && last.is_none_or(|day| day == day.last_of_year())
}

#[cfg(test)]
mod tests {
    use crate::extract::claims::{Setting, candidates};
    use crate::text::Document;

    #[test]
    fn a_period_beside_a_figure_is_told_with_it() {
        for (text, wanted) in [
            ("In May 2019, when the mill burned, 40 people died.", vec!["May 2019", "40"]),
            ("The mill sold 40 looms in May 2019.", vec!["40"]),
            ("The mill was built in 1962.", vec![]),
            ("Rents are the highest since 1962.", vec!["highest", "since 1962"]),
            ("By December 2029 the looms must be gone.", vec!["December 2029"]),
            ("The looms must be gone by the end of 2029.", vec!["the end of 2029"]),
        ] {
            let claims = candidates(&Document::new(text), &Setting::default());
            let told = claims.iter().filter(|claim| !claim.is_aside());
            assert_eq!(told.map(|claim| claim.printed.as_str()).collect::<Vec<_>>(), wanted, "{text}");
        }
    }
}
