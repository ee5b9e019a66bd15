//! Origins: where the chain of a claim's attribution ends, and how many of them stand behind a set of claims.

use std::collections::BTreeSet;
use std::fmt;

use crate::graph::{Edge, Graph, Node};
use crate::model::{ActorId, Archive, Attribution, Claim, SourceId, SourceKind};

/// Where a claim's chain ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A named actor: the last in a chain of "speaks for".
    Actor(ActorId),
    /// A dataset, report, statement or post that speaks for itself.
    Primary(SourceId),
    /// Somebody without a name, in the words of a source.
    Unnamed(SourceId, String),
    /// A source says it in its own voice and does not say where from.
    Unattributed(SourceId),
}

impl Origin {
    /// Whether it is somebody in particular.
    pub fn is_named(&self) -> bool {
        matches!(self, Origin::Actor(_) | Origin::Primary(_))
    }

    /// The kind, as JSON names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Origin::Actor(_) => "actor",
            Origin::Primary(_) => "primary_source",
            Origin::Unnamed(..) => "unnamed",
            Origin::Unattributed(_) => "unattributed",
        }
    }

    /// The id of the actor or source.
    pub fn id(&self) -> &str {
        match self {
            Origin::Actor(id) => id.as_str(),
            Origin::Primary(id) | Origin::Unnamed(id, _) | Origin::Unattributed(id) => id.as_str(),
        }
    }

    /// The origin in words.
    pub fn text(&self, archive: &Archive) -> String {
        match self {
            Origin::Actor(id) => archive.actor_name(id).to_owned(),
            Origin::Primary(id) => {
                let source = archive.sources.get(id);
                source.map_or(id.as_str(), |source| source.outlet.as_deref().unwrap_or(source.label())).to_owned()
            }
            Origin::Unnamed(_, words) => format!("unnamed (“{words}”)"),
            Origin::Unattributed(_) => "not attributed".to_owned(),
        }
    }
}

/// The origin of a claim.
pub fn origin(archive: &Archive, graph: &Graph, claim: &Claim) -> Origin {
    match &claim.attribution {
        Attribution::Actor(actor) => Origin::Actor(spoken_for(graph, actor)),
        Attribution::Unnamed(words) => Origin::Unnamed(claim.source.clone(), words.clone()),
        Attribution::OwnVoice => {
            let kind = archive.sources.get(&claim.source).map(|source| source.kind);
            if kind.is_some_and(|kind| kind != SourceKind::Article) {
                Origin::Primary(claim.source.clone())
            } else {
                Origin::Unattributed(claim.source.clone())
            }
        }
    }
}

/// The last actor in the chain of "speaks for"; where an actor speaks for several, the first by id.
fn spoken_for(graph: &Graph, actor: &ActorId) -> ActorId {
    let mut current = actor.clone();
    let mut seen = BTreeSet::new();
    while seen.insert(current.clone()) {
        let node = Node::Actor(current.clone());
        let Some(Node::Actor(next)) = graph.successors(&node, Edge::SpeaksFor).next() else { break };
        current = next.clone();
    }
    current
}

/// How many origins a set of claims rests on. One without a name may be any of the named ones, so that two named and one
/// unnamed are "2 to 3".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OriginCount {
    /// Origins with a name.
    pub named: usize,
    /// Origins without one.
    pub unnamed: usize,
}

impl OriginCount {
    /// The fewest that there can be.
    pub fn least(self) -> usize {
        self.named.max(usize::from(self.unnamed > 0))
    }

    /// The most that there can be.
    pub fn most(self) -> usize {
        self.named + self.unnamed
    }
}

impl fmt::Display for OriginCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least(), self.most()) {
            (least, most) if least < most => write!(f, "{least} to {most} origins"),
            (1, _) => f.write_str("1 origin"),
            (_, most) => write!(f, "{most} origins"),
        }
    }
}

/// Counts distinct origins.
pub fn count<'a>(origins: impl IntoIterator<Item = &'a Origin>) -> OriginCount {
    let distinct: BTreeSet<&Origin> = origins.into_iter().collect();
    let named = distinct.iter().filter(|origin| origin.is_named()).count();
    OriginCount { named, unnamed: distinct.len() - named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unnamed_origin_may_be_any_of_the_named_ones() {
        let ministry = Origin::Actor("ministry".into());
        let bank = Origin::Actor("bank".into());
        let figures = Origin::Unnamed("paper".into(), "some figures".into());
        assert_eq!(count([&ministry, &bank, &figures, &figures]).to_string(), "2 to 3 origins");
        assert_eq!(count([&ministry, &ministry]).to_string(), "1 origin");
        assert_eq!(count([&figures]).to_string(), "1 origin");
        assert_eq!(count([]).to_string(), "0 origins");
    }
}
