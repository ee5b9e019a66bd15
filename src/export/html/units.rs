//! Units in full: “metres”, not “m”.

use super::span::Span;
use crate::compare::unit_word;
use crate::model::Measure;
use crate::quantity::{Unit, unit};

/// What a measure's figures are in; the thing counted, for counts.
pub(super) fn in_full(measure: &Measure) -> String {
    match &measure.counts {
        Some(counts) => unit_word(&measure.unit, Some(counts)),
        None => unit(&measure.unit).map_or_else(|_| measure.unit.clone(), Unit::many),
    }
}

/// Whether figures count things that are printed as whole ones.
pub(super) fn counts_whole(measure: Option<&Measure>, spans: &[&Span]) -> bool {
    let is_whole = |span: &&Span| span.marks.iter().all(|mark| mark.fract() == 0.0);
    measure.is_some_and(|measure| measure.unit == "count") && spans.iter().all(is_whole)
}
