//! Origins as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::trace::{Origin, OriginCount};

/// An origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Origin"))]
pub struct OriginJson {
    /// The kind of origin.
    kind: &'static str,
    /// Id of the actor or source; the name of the outlet.
    id: String,
    /// The origin in words.
    text: String,
}

/// How many origins there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "OriginCount"))]
pub struct OriginCountJson {
    /// Distinct origins with a name.
    named: usize,
    /// Distinct origins without one.
    unnamed: usize,
    /// The fewest that there can be.
    least: usize,
    /// The most that there can be.
    most: usize,
    /// “2 to 3 origins”.
    text: String,
}

/// An origin as JSON.
pub(super) fn origin(desk: &Desk<'_>, origin: &Origin) -> OriginJson {
    OriginJson { kind: origin.kind(), id: origin.id().to_owned(), text: origin.text(desk.archive) }
}

/// A count of origins as JSON.
pub(super) fn origin_count(count: OriginCount) -> OriginCountJson {
    OriginCountJson {
        named: count.named,
        unnamed: count.unnamed,
        least: count.least(),
        most: count.most(),
        text: count.to_string(),
    }
}
