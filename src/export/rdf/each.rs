//! The order in which both formats write what the graph holds: kind after kind, each by id.

use std::io;

use super::actor::actor;
use super::block::Block;
use super::comparison::comparison;
use super::linked::Linked;
use super::passage::passage;
use super::source::outlet;
use super::vocabulary::vocabulary;
use crate::model::{Claim, Judgement, Source};

/// What a format says in words of its own.
pub(in crate::export) struct Dialect {
    /// The graph itself.
    pub graph: fn(&Linked<'_>) -> Block,
    /// A source.
    pub source: fn(&Linked<'_>, &Source) -> Block,
    /// A claim.
    pub claim: fn(&Linked<'_>, &Claim) -> Block,
    /// A judgement.
    pub judgement: fn(&Linked<'_>, &Judgement) -> Block,
}

/// Gives everything of a part of the graph.
///
/// # Errors
/// Those of `write`.
pub(in crate::export) fn each(
    linked: &Linked<'_>,
    dialect: &Dialect,
    mut write: impl FnMut(&Block) -> io::Result<()>,
) -> io::Result<()> {
    let view = linked.view;
    write(&(dialect.graph)(linked))?;
    view.sources().try_for_each(|record| write(&(dialect.source)(linked, record)))?;
    linked.outlets().into_iter().try_for_each(|name| write(&outlet(linked, name)))?;
    view.actors().try_for_each(|record| write(&actor(linked, record)))?;
    vocabulary(linked).try_for_each(|block| write(&block))?;
    view.claims().try_for_each(|record| write(&(dialect.claim)(linked, record)))?;
    linked.comparisons.iter().try_for_each(|pair| write(&comparison(linked, pair)))?;
    view.judgements().into_iter().try_for_each(|record| write(&(dialect.judgement)(linked, record)))?;
    view.passages().into_iter().try_for_each(|record| write(&passage(linked, record)))
}
