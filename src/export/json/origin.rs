//! Origins as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::trace::{Origin, OriginCount};

/// An origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OriginJson {
    kind: &'static str,
    id: String,
    text: String,
}

/// How many origins there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OriginCountJson {
    named: usize,
    unnamed: usize,
    least: usize,
    most: usize,
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
