//! The vocabularies that are used, and how their terms are written in short.

use serde::Serialize;

/// The namespace of our own terms; `docs/vocabulary.md` says what each means.
const GAINSAY: &str = "urn:gainsay:ns#";

/// The namespace of schema.org.
pub(in crate::export) const SCHEMA: &str = "https://schema.org/";

/// Prefixes and their namespaces.
pub(in crate::export) const PREFIXES: [(&str, &str); 10] = [
    ("cito", "http://purl.org/spar/cito/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("gainsay", GAINSAY),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", SCHEMA),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A term in full.
pub(in crate::export) fn expanded(term: &str) -> String {
    let known = |prefix: &str| PREFIXES.iter().find(|(own, _)| *own == prefix).map(|(_, namespace)| *namespace);
    let parts = term.split_once(':').and_then(|(prefix, local)| known(prefix).map(|namespace| (namespace, local)));
    parts.map_or_else(|| term.to_owned(), |(namespace, local)| format!("{namespace}{local}"))
}

/// The word for a value of a closed list, as `docs/json.md` has it.
pub(in crate::export) fn word(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).ok();
    json.and_then(|json| json.as_str().map(str::to_lowercase)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Reason;
    use crate::model::Method;

    #[test]
    fn terms_expand_and_words_are_those_of_json() {
        assert_eq!(expanded("prov:Agent"), "http://www.w3.org/ns/prov#Agent");
        assert_eq!(expanded("schema:Claim"), "https://schema.org/Claim");
        assert_eq!(
            (word(&Reason::RateVsTotal).as_str(), word(&Method::Counted).as_str()),
            ("rate_vs_total", "counted")
        );
    }
}
