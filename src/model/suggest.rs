//! The nearest known name to one that is unknown.

/// What letters of another case take from the likeness of two names: enough that the same case wins.
const CASE: f64 = 0.01;

/// Letters from which a name is held against the ends of others.
const LONG: usize = 5;

/// The last parts of a name that has more of them, between hyphens.
fn end(name: &str, parts: usize) -> Option<&str> {
    let (at, _) = name.rmatch_indices('-').nth(parts - 1)?;
    Some(&name[at + 1..])
}

/// The known name that is most like `found`, if one is alike enough to be meant (Jaro-Winkler 0.8 and above), or ends with it
/// after a hyphen.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = found.to_lowercase();
    let has_case = |text: &str| text.chars().any(char::is_uppercase);
    let found_has_case = has_case(found);
    let like = |name: &str| {
        let own = strsim::jaro_winkler(found, name);
        let cased = found_has_case || has_case(name);
        if cased { own.max(strsim::jaro_winkler(&lower, &name.to_lowercase()) - CASE) } else { own }
    };
    let parts = found.matches('-').count() + 1;
    // Names of claims begin with long names of sources, which nobody types.
    let score = |name: &str| match end(name, parts) {
        _ if ends_with(name, found) => 1.0,
        Some(end) if found.len() >= LONG => like(name).max(like(end) - CASE),
        _ => like(name),
    };
    let scored = known.into_iter().map(|name| (score(name), name));
    scored
        .filter(|(score, _)| *score >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// The only one of some things whose name ends with `found` after a hyphen: ids begin with long names of sources.
pub fn only_ending<T>(found: &str, known: impl Iterator<Item = T>, name: impl Fn(&T) -> &str) -> Option<T> {
    let mut ending = known.filter(|one| ends_with(name(one), found));
    ending.next().filter(|_| ending.next().is_none())
}

fn ends_with(name: &str, found: &str) -> bool {
    name.strip_suffix(found).is_some_and(|head| !found.is_empty() && head.ends_with('-'))
}

/// Among so many names, each is held against one that is unknown.
const FEW: usize = 1_000;
/// Among more, so many on both sides of where it would stand in their order.
const BESIDE: usize = 100;

/// The same among names in their order. Of very many, those are looked at that begin alike, so that many unknown names take no
/// longer than they are many.
pub fn nearest_of<'a, S: AsRef<str>>(found: &str, sorted: &'a [S]) -> Option<&'a str> {
    if sorted.len() <= FEW {
        return nearest(found, sorted.iter().map(AsRef::as_ref));
    }
    let at = sorted.partition_point(|name| name.as_ref() < found);
    let beside = sorted.get(at.saturating_sub(BESIDE)..(at + BESIDE).min(sorted.len()));
    nearest(found, beside.unwrap_or_default().iter().map(AsRef::as_ref))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_another_word_does_not() {
        let known = ["kazakhstan", "kyrgyzstan", "uzbekistan"];
        assert_eq!(nearest("kazahkstan", known), Some("kazakhstan"));
        assert_eq!(nearest("rent", known), None);
        assert_eq!(nearest("in", ["Of", "In"]), Some("In"));
        assert_eq!(nearest("KM", ["kg", "km", "Km"]), Some("Km"));
        assert_eq!(nearest("km", ["KM", "km"]), Some("km"));
        assert_eq!(nearest("7", ["claim-7", "source-17", "source-7"]), Some("claim-7"));
        assert_eq!(nearest("", ["claim-"]), None);
        let long = ["calder-herald-2024-11-15-ambulances-64", "calder-herald-2024-11-15-waited-410"];
        assert_eq!(nearest("ambulances-46", long), Some(long[0]));
        assert_eq!(nearest("outage-3", long), None);
        let only = |found: &str| only_ending(found, long.into_iter(), |name| name);
        assert_eq!((only("410"), only("64"), only("4"), only("")), (Some(long[1]), Some(long[0]), None, None));
    }

    #[test]
    fn among_very_many_names_those_that_begin_alike_are_looked_at() {
        let all: Vec<String> = (0..20_000).map(|number| format!("claim-{number:05}")).collect();
        let sorted: Vec<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(nearest_of("claim-0700x", &sorted), nearest("claim-0700x", sorted[6_990..7_100].iter().copied()));
        assert_eq!(
            nearest_of("claim-0700x", &sorted[7_000..7_500]),
            nearest("claim-0700x", sorted[7_000..7_500].iter().copied())
        );
    }
}
