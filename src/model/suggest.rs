//! The nearest known name to one that is unknown.

/// The known name that is most like `found`, if one is alike enough to be meant (Jaro-Winkler 0.8 and above), or ends with it
/// after a hyphen.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let ends = |name: &str| name.strip_suffix(found).is_some_and(|head| !found.is_empty() && head.ends_with('-'));
    let score = |name: &str| if ends(name) { 1.0 } else { strsim::jaro_winkler(found, name) };
    let scored = known.into_iter().map(|name| (score(name), name));
    scored
        .filter(|(score, _)| *score >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_another_word_does_not() {
        let known = ["kazakhstan", "kyrgyzstan", "uzbekistan"];
        assert_eq!(nearest("kazahkstan", known), Some("kazakhstan"));
        assert_eq!(nearest("rent", known), None);
        assert_eq!(nearest("7", ["claim-7", "source-17", "source-7"]), Some("claim-7"));
        assert_eq!(nearest("", ["claim-"]), None);
    }
}
