//! An archive on the editor's desk: with its graph, and with what is known of the lineage of claims, which comparing needs.

use std::collections::BTreeSet;

use super::later::Later;
use crate::compare::{Comparison, Derived, Lineage, Side, compare};
use crate::graph::{Citations, Graph};
use crate::model::{Archive, Claim, ClaimId, MeasureId};
use crate::trace::{Ancestry, Origin};

/// An archive with its graph: all that comparing needs.
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    /// The records.
    pub archive: &'a Archive,
    /// How they hang together.
    pub graph: Later<'a, Graph>,
    /// Where each claim comes from.
    pub ancestry: Later<'a, Ancestry>,
    /// Which sources cite which.
    pub citations: Later<'a, Citations>,
}

/// A figure that follows from two claims of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedFigure {
    /// The claims that it follows from.
    pub from: (ClaimId, ClaimId),
    /// The figure.
    pub figure: Derived,
}

impl<'a> Desk<'a> {
    /// Puts an archive on the desk. What is made of it is made when it is first asked for.
    pub fn new(archive: &'a Archive) -> Self {
        Self {
            archive,
            graph: Later::new(archive, Graph::new),
            ancestry: Later::new(archive, Ancestry::new),
            citations: Later::new(archive, Citations::new),
        }
    }

    /// The origins of a claim.
    pub fn origins(&self, claim: &Claim) -> impl Iterator<Item = &Origin> {
        self.ancestry.origins(&claim.id)
    }

    /// The origins of a claim in words.
    pub fn origins_text(&self, claim: &Claim) -> String {
        self.origins(claim).map(|origin| origin.text(self.archive)).collect::<Vec<_>>().join("; ")
    }

    /// Holds two claims side by side.
    pub fn compare(&self, a: &Claim, b: &Claim) -> Comparison {
        compare(self.archive, a, b, self.lineage(a, b))
    }

    fn lineage(&self, a: &Claim, b: &Claim) -> Lineage {
        let revises = match () {
            () if a.supersedes.contains(&b.id) => Some(Side::A),
            () if b.supersedes.contains(&a.id) => Some(Side::B),
            () => None,
        };
        Lineage { revises, one_figure: self.is_one_figure(a, b) }
    }

    /// Whether two sources pass on one figure of one named origin, whatever hedges they put about it.
    fn is_one_figure(&self, a: &Claim, b: &Claim) -> bool {
        let figures = a.about.as_quantity().zip(b.about.as_quantity());
        a.source != b.source
            && figures.is_some_and(|(a, b)| a.printed_in_unit() == b.printed_in_unit())
            && self.ancestry.is_one_named(&a.id, &b.id)
    }

    /// The measures that an identity ties to that of a claim.
    pub fn tied(&self, claim: &Claim) -> BTreeSet<&'a MeasureId> {
        let identities = self.archive.identities.iter().map(|identity| identity.measures());
        let with = identities.filter(|measures| claim.about.measure().is_some_and(|own| measures.contains(&own)));
        with.flatten().collect()
    }

    /// The figures that follow from a claim and others of its source, by the identities of measures.
    pub fn derived_from(&self, claim: &Claim) -> Vec<DerivedFigure> {
        let tied = self.tied(claim);
        let is_tied =
            |other: &&Claim| other.id != claim.id && other.about.measure().is_some_and(|id| tied.contains(id));
        let others = self.archive.claims_of(&claim.source).filter(is_tied);
        let figure = |other: &Claim| {
            let figure = self.compare(claim, other).derived?;
            Some(DerivedFigure { from: (claim.id.clone(), other.id.clone()), figure })
        };
        others.filter_map(figure).collect()
    }
}
