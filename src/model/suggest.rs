//! The nearest known name to one that is unknown.

/// The known name that is most like `found`, if one is alike enough to be meant (Jaro-Winkler 0.8 and above).
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(found, name), name));
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
    }
}
