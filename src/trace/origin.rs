//! Origins: where the chain of a claim's attribution ends, and how many of them stand behind a set of claims.

use std::collections::BTreeSet;
use std::fmt;

use crate::model::{ActorId, Archive, SourceId};

/// Where a claim's chain ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A named actor: the last in a chain of "speaks for".
    Actor(ActorId),
    /// A dataset, report, statement or post that speaks for itself.
    Primary(SourceId),
    /// An outlet that a source names, and that is no source here.
    Outlet(String),
    /// Somebody without a name, in the words of a source.
    Unnamed(SourceId, String),
    /// A source says it in its own voice and does not say where from.
    Unattributed(SourceId),
    /// The chain runs in a circle.
    Circular(SourceId),
}

impl Origin {
    /// Whether it is somebody in particular.
    pub fn is_named(&self) -> bool {
        matches!(self, Origin::Actor(_) | Origin::Primary(_) | Origin::Outlet(_))
    }

    /// The kind, as JSON names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Origin::Actor(_) => "actor",
            Origin::Primary(_) => "primary_source",
            Origin::Outlet(_) => "outlet",
            Origin::Unnamed(..) => "unnamed",
            Origin::Unattributed(_) => "unattributed",
            Origin::Circular(_) => "circular",
        }
    }

    /// The id of the actor or source, or the name of the outlet.
    pub fn id(&self) -> &str {
        match self {
            Origin::Actor(id) => id.as_str(),
            Origin::Outlet(name) => name,
            Origin::Primary(id) | Origin::Unnamed(id, _) | Origin::Unattributed(id) | Origin::Circular(id) => {
                id.as_str()
            }
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
            Origin::Outlet(name) => name.clone(),
            Origin::Unnamed(_, words) => format!("unnamed (“{words}”)"),
            Origin::Unattributed(_) => "not attributed".to_owned(),
            Origin::Circular(id) => format!("none: the chain returns to {id}"),
        }
    }
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
