//! Questions in words.

use std::collections::BTreeSet;

use crate::model::{About, Archive, Claim, PopulationId, Subject};

/// The question that claims answer, as a person would ask it of one of them. It names all whom they are about.
pub(in crate::findings) fn title(archive: &Archive, claim: &Claim, group: &[&Claim]) -> String {
    match &claim.about {
        About::Quantity(_) => quantity(archive, claim, group),
        About::Date(date) => format!("When was {}?", archive.event_name(&date.event)),
        About::Rank(rank) => {
            let measure = archive.measures.get(&rank.measure).map_or("", |measure| measure.name.as_str());
            let subject = match &rank.subject {
                Subject::Place(id) => archive.place_name(id),
                Subject::Population(id) => archive.population_name(id),
            };
            format!("Where does {subject} rank by {measure}?")
        }
        About::Stance(stance) => {
            let text = archive.propositions.get(&stance.proposition).map_or("", |known| known.text.as_str());
            format!("Is it so: {}?", text.trim_end_matches('.'))
        }
        About::Quote(quote) => format!("How did {} put it: {}?", archive.actor_name(&quote.speaker), quote.passage),
    }
}

fn quantity(archive: &Archive, claim: &Claim, group: &[&Claim]) -> String {
    let Some(measure) = archive.measure_of(claim) else { return String::new() };
    let place = claim.scope.place.as_ref().map(|id| archive.place_name(id));
    let population = populations(archive, group);
    let population = population.as_deref();
    match &measure.question {
        Some(template) => filled(template, population.or(measure.counts.as_deref()), place),
        None => {
            let of = population.map_or_else(String::new, |name| format!(" of {name}"));
            let place = place.map_or_else(String::new, |name| format!(", {name}"));
            format!("{}{of}{place}?", measure.name)
        }
    }
}

/// A template with whom and where; a part in square brackets is left out where nobody says what it asks for.
fn filled(template: &str, of: Option<&str>, place: Option<&str>) -> String {
    let is_open = |part: &str| of.is_none() && part.contains("{of}") || place.is_none() && part.contains("{place}");
    let (mut asked, mut rest) = (String::new(), template);
    while let Some((before, part, after)) = optional(rest) {
        asked.push_str(before);
        asked.push_str(if is_open(part) { "" } else { part });
        rest = after;
    }
    asked.push_str(rest);
    asked.replace("{of}", of.unwrap_or("people")).replace("{place}", place.unwrap_or("a place not named"))
}

/// What stands before square brackets, in them and after them.
fn optional(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('[')?;
    let (part, after) = rest.split_once(']')?;
    Some((before, part, after))
}

/// More than these are not named one by one.
const MOST_NAMED: usize = 3;

/// Whom claims are about, if it is few: "sailors", "sailors or clerks".
fn populations(archive: &Archive, group: &[&Claim]) -> Option<String> {
    let ids: BTreeSet<&PopulationId> = group.iter().filter_map(|claim| claim.scope.population.as_ref()).collect();
    let names: Vec<&str> = ids.into_iter().map(|id| archive.population_name(id)).collect();
    (1..=MOST_NAMED).contains(&names.len()).then(|| names.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_brackets_are_left_out_where_nothing_fills_them() {
        let template = "What share[ of {of}] fell ill[ in {place}]?";
        let rows = [
            (Some("sailors"), Some("Lorn"), "What share of sailors fell ill in Lorn?"),
            (None, Some("Lorn"), "What share fell ill in Lorn?"),
            (Some("sailors"), None, "What share of sailors fell ill?"),
            (None, None, "What share fell ill?"),
        ];
        for (of, place, asked) in rows {
            assert_eq!(filled(template, of, place), asked);
        }
        assert_eq!(filled("How many {of} in {place}?", None, None), "How many people in a place not named?");
        assert_eq!(filled("How many [more] ]or[ less?", None, None), "How many more ]or[ less?");
    }
}
