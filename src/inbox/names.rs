//! The records that a claim names, of the kinds that an inbox proposes.

use crate::store::record::{AboutRecord, AttributionRecord, ClaimRecord, ProposedKind, SubjectRecord};

/// The kinds and ids of what a claim names.
pub fn names(claim: &ClaimRecord) -> Vec<(ProposedKind, String)> {
    named(&mut claim.clone()).into_iter().map(|(kind, id)| (kind, id.clone())).collect()
}

/// The same, to be changed.
pub(super) fn named(claim: &mut ClaimRecord) -> Vec<(ProposedKind, &mut String)> {
    use ProposedKind::{Actor, Measure, Place, Population};
    let mut all = Vec::new();
    match &mut claim.about {
        AboutRecord::Quantity { measure, of, place, .. } => {
            all.push((Measure, measure));
            all.extend(of.as_mut().map(|of| (Population, of)));
            all.extend(place.as_mut().map(|place| (Place, place)));
        }
        AboutRecord::Rank { measure, subject, class, place, .. } => {
            all.push((Measure, measure));
            all.push(match subject {
                SubjectRecord::Place(id) => (Place, id),
                SubjectRecord::Population(id) => (Population, id),
            });
            all.extend(class.as_mut().map(|class| (Population, class)));
            all.extend(place.as_mut().map(|place| (Place, place)));
        }
        AboutRecord::Stance { of, place, .. } => {
            all.extend(of.as_mut().map(|of| (Population, of)));
            all.extend(place.as_mut().map(|place| (Place, place)));
        }
        AboutRecord::Quote { speaker, .. } => all.push((Actor, speaker)),
        AboutRecord::Date { .. } => {}
    }
    match &mut claim.attributed_to {
        Some(AttributionRecord::Actor(id)) => all.push((Actor, id)),
        Some(AttributionRecord::Actors(ids)) => all.extend(ids.iter_mut().map(|id| (Actor, id))),
        Some(AttributionRecord::Unnamed(_)) | None => {}
    }
    all
}
