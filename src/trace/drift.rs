//! What becomes of a figure on its way: hedges come and go, what is counted changes, dates run backwards.

use super::ancestry::Ancestry;
use super::carriers::{Carrier, Carriers};
use super::family::{is_one_figure, is_one_subject};
use crate::model::{Archive, Claim, ClaimId, PartialDate, words};

/// A kind of change on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DriftKind {
    /// One origin's figure with other hedges.
    Hedge,
    /// One origin's figure of others, or of something else.
    Population,
    /// Taken from a source that was published later.
    Backwards,
}

words!(DriftKind { Hedge: "hedge", Population: "population", Backwards: "backwards" });

/// A change of a figure on its way, and the claims that show it in the order of their dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// What changed.
    pub kind: DriftKind,
    /// The claims, earliest first; those without a date last.
    pub claims: Vec<ClaimId>,
    /// The change in words.
    pub text: String,
}

/// The drifts of the figure that a claim reports.
pub fn drifts(archive: &Archive, ancestry: &Ancestry, claim: &Claim) -> Vec<Drift> {
    let family = family(archive, ancestry, claim);
    let backwards = backwards(archive, &Carriers::new(archive), claim);
    [hedges(&family), populations(archive, ancestry, claim), backwards].into_iter().flatten().collect()
}

/// Every claim that is taken from a source which was published later.
pub fn taken_from_later(archive: &Archive) -> Vec<(&Claim, Drift)> {
    let carriers = Carriers::new(archive);
    let claims = archive.claims.values();
    claims.filter_map(|claim| Some((claim, backwards(archive, &carriers, claim)?))).collect()
}

/// The claims with one figure, on one subject, by one origin; earliest first.
fn family<'a>(archive: &'a Archive, ancestry: &Ancestry, claim: &'a Claim) -> Vec<&'a Claim> {
    // The cheapest question first: most claims are on other subjects.
    let one = |other: &&Claim| {
        other.id == claim.id
            || (is_one_subject(claim, other)
                && is_one_figure(claim, other)
                && ancestry.is_one_named(&claim.id, &other.id))
    };
    let mut family: Vec<&Claim> = archive.claims.values().filter(one).collect();
    let day = |claim: &Claim| published(archive, claim).map(PartialDate::last_day);
    family.sort_by_key(|claim| (day(claim).is_none(), day(claim), claim.id.clone()));
    family
}

fn published(archive: &Archive, claim: &Claim) -> Option<PartialDate> {
    archive.published(&claim.source)
}

fn hedges(family: &[&Claim]) -> Option<Drift> {
    let mut texts: Vec<String> = Vec::new();
    for claim in family {
        let text = claim.about.as_quantity().map(|quantity| quantity.stated.text())?;
        if texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    (texts.len() > 1).then(|| Drift { kind: DriftKind::Hedge, claims: ids(family), text: texts.join(" → ") })
}

/// The same figure by the same origin on the same measure, but of others: a definition that comes or goes.
fn populations(archive: &Archive, ancestry: &Ancestry, claim: &Claim) -> Option<Drift> {
    let what = |claim: &Claim| {
        let of = claim.scope.population.as_ref().map(|id| archive.population_name(id).to_owned());
        let parts = [of, claim.scope.definition.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let same_measure = |other: &&Claim| {
        claim.about.measure().is_some() && other.about.measure() == claim.about.measure() && is_one_figure(claim, other)
    };
    let changed = |other: &&Claim| ancestry.is_one_named(&claim.id, &other.id) && what(other) != what(claim);
    let others: Vec<&Claim> = archive.claims.values().filter(same_measure).filter(changed).collect();
    let shown: Vec<&Claim> = std::iter::once(claim).chain(others.iter().copied()).collect();
    let words: Vec<String> = shown.iter().map(|claim| format!("{}: {}", claim.source, what(claim))).collect();
    (!others.is_empty()).then(|| Drift { kind: DriftKind::Population, claims: ids(&shown), text: words.join(" · ") })
}

fn backwards(archive: &Archive, carriers: &Carriers<'_>, claim: &Claim) -> Option<Drift> {
    let own = published(archive, claim)?;
    carriers.of(carriers.number(&claim.id)?).iter().find_map(|carrier| {
        let (source, claims) = match *carrier {
            Carrier::Claim(above) => {
                let above = carriers.claim(above);
                (archive.sources.get(&above.source)?, vec![above.id.clone(), claim.id.clone()])
            }
            Carrier::Source(source) => (source, vec![claim.id.clone()]),
            Carrier::Named(_) => return None,
        };
        let theirs = source.published.filter(|date| date.first_day() > own.last_day())?;
        let text = format!("{} ({own}) has it from {} ({theirs})", claim.source, source.id);
        Some(Drift { kind: DriftKind::Backwards, claims, text })
    })
}

fn ids(claims: &[&Claim]) -> Vec<ClaimId> {
    claims.iter().map(|claim| claim.id.clone()).collect()
}
