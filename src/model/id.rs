//! Identifiers, a type for each kind of record so that none stands in for another.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

macro_rules! id {
    ($name:ident, $what:literal) => {
        #[doc = concat!("The identifier of ", $what, ".")]
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self {
                Self(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(SourceId, "a source");
id!(ActorId, "an actor");
id!(PlaceId, "a place");
id!(PopulationId, "a population");
id!(EventId, "an event");
id!(MeasureId, "a measure");
id!(PropositionId, "a proposition");
id!(ClaimId, "a claim");
id!(JudgementId, "a judgement");

/// Whether it can be an id: lower-case letters, digits and hyphens, beginning with a letter or digit.
pub(crate) fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().next().is_some_and(fits) && text.bytes().all(|byte| fits(byte) || byte == b'-')
}
