//! Likely carriers that no text names: an earlier report with the same figure, by the same speaker or by nobody.

use super::ancestry::Ancestry;
use super::family::{is_one_figure, is_one_subject};
use super::origin::Origin;
use crate::model::{Archive, Claim, ClaimId, SourceId};

/// A claim that another one may have been taken from. Only an editor can make an edge of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The claim that may have been the source.
    pub from: ClaimId,
    /// Whether both are attributed to one named origin.
    pub same_speaker: bool,
    /// Whether the figure was rounded on the way.
    pub rounded: bool,
    /// Whether dates tell that it came first; `false` where one of them is not known.
    pub earlier: bool,
}

/// The claims that `claim` may have been taken from, if it does not say from whom: the best first.
pub fn proposals(archive: &Archive, ancestry: &Ancestry, claim: &Claim) -> Vec<Proposal> {
    proposals_among(archive, ancestry, claim, archive.claims.values())
}

/// Those of some claims, among which are at least all that are on one subject with it.
pub(super) fn proposals_among<'a>(
    archive: &Archive,
    ancestry: &Ancestry,
    claim: &Claim,
    others: impl Iterator<Item = &'a Claim>,
) -> Vec<Proposal> {
    if claim.about.as_quantity().is_none() || !claim.via.is_empty() {
        return Vec::new();
    }
    let others = others.filter(|other| other.source != claim.source);
    let mut found: Vec<Proposal> = others.filter_map(|other| proposal(archive, ancestry, claim, other)).collect();
    found.sort_by(|a, b| {
        (!a.earlier, !a.same_speaker, a.rounded, &a.from).cmp(&(!b.earlier, !b.same_speaker, b.rounded, &b.from))
    });
    found
}

fn proposal(archive: &Archive, ancestry: &Ancestry, claim: &Claim, other: &Claim) -> Option<Proposal> {
    // The cheapest question first: most claims are on other subjects.
    if !is_one_subject(claim, other) || !is_one_figure(claim, other) {
        return None;
    }
    let order = order(archive, &other.source, &claim.source);
    let same_speaker = ancestry.is_one_named(&claim.id, &other.id);
    let may_be_anybody = claim.attribution.actors().is_empty();
    let has_speaker = ancestry.origins(&other.id).any(Origin::is_named);
    let fits = same_speaker || (may_be_anybody && has_speaker);
    (fits && order != Some(false)).then(|| Proposal {
        from: other.id.clone(),
        same_speaker,
        rounded: figures(claim) != figures(other),
        earlier: order == Some(true),
    })
}

fn figures(claim: &Claim) -> Option<Vec<f64>> {
    claim.about.as_quantity().map(|quantity| quantity.stated.printed())
}

/// Whether the first source came before the second; `None` where dates do not tell. Of two undated sources neither is
/// proposed for the other.
fn order(archive: &Archive, first: &SourceId, second: &SourceId) -> Option<bool> {
    let date = |id| archive.published(id);
    match (date(first), date(second)) {
        (Some(a), Some(b)) if a.last_day() < b.first_day() => Some(true),
        (Some(a), Some(b)) if a.first_day() > b.last_day() => Some(false),
        (None, _) => Some(false),
        _ => None,
    }
}
