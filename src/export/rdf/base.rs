//! What the names of records begin with.

use crate::codes::Code;
use oxrdf::NamedNode;

/// What the IRIs of records begin with; `kind/id` follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// Why a text cannot be what IRIs begin with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BaseError {
    /// Not an IRI, or one of a scheme that names nothing.
    #[error(
        "\"{0}\" is no base for names; give an address like https://example.org/facts/, or a URN like urn:example:"
    )]
    NotAnIri(String),
    /// Names would run into its last word.
    #[error("\"{0}\" must end with /, # or : so that names can follow")]
    Unfinished(String),
}

impl BaseError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            BaseError::NotAnIri(_) | BaseError::Unfinished(_) => Code::UnfitBase,
        }
    }
}

impl Default for Base {
    /// Names that need no server and claim no domain.
    fn default() -> Self {
        Self("urn:gainsay:".to_owned())
    }
}

impl Base {
    /// A base of one's own: an address, or a URN.
    ///
    /// # Errors
    /// If it is no IRI of these schemes, or does not end with `/`, `#` or `:`.
    pub fn new(text: &str) -> Result<Self, BaseError> {
        let scheme = ["https://", "http://", "urn:"].iter().any(|scheme| text.starts_with(scheme));
        if !scheme || NamedNode::new(format!("{text}x")).is_err() {
            return Err(BaseError::NotAnIri(text.to_owned()));
        }
        if !text.ends_with(['/', '#', ':']) || text.ends_with("//") {
            return Err(BaseError::Unfinished(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }

    /// The name of a thing: its kind, and what tells it apart within the kind.
    pub(super) fn name(&self, kind: &str, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| encoded(part)).collect();
        format!("{}{kind}/{}", self.0, parts.join("."))
    }

    /// What the names of a kind begin with.
    pub(super) fn of_kind(&self, kind: &str) -> String {
        format!("{}{kind}/", self.0)
    }

    /// The name of the graph itself.
    pub(super) fn graph(&self) -> String {
        format!("{}graph", self.0)
    }
}

/// Everything but ASCII letters, digits, `-` and `_` as `%` and two digits, so that the name is an IRI and a dot parts it.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_iris_and_tell_things_apart() {
        let base = Base::default();
        let names = ["kz-300k", "a b", "a.b", "é\u{202e}", "<x>\n\"", "%20", ""].map(|id| base.name("claim", &[id]));
        assert_eq!(names[0], "urn:gainsay:claim/kz-300k");
        assert_eq!(base.name("claim", &["a", "b"]), "urn:gainsay:claim/a.b");
        assert_eq!(names[2], "urn:gainsay:claim/a%2Eb");
        for name in names {
            assert!(NamedNode::new(&name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_base_is_an_iri_that_names_can_follow() {
        for good in ["https://example.org/facts/", "https://example.org/facts#", "urn:example:"] {
            assert!(Base::new(good).is_ok(), "{good}");
        }
        for bad in ["", "facts/", "javascript:", "https://exa mple.org/", "https://\"/", "https://<x>/"] {
            assert_eq!(Base::new(bad), Err(BaseError::NotAnIri(bad.into())), "{bad}");
        }
        for bad in ["https://example.org", "https://", "urn:example"] {
            assert!(Base::new(bad).is_err(), "{bad}");
        }
    }
}
