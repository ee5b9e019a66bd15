//! What is exported: the records of a part of the graph, and what was found of them.

use crate::codes::Code;
use std::collections::BTreeMap;

use super::asked::Asked;
use super::part::{Part, trace};
use super::selection::{PartError, Selection};
use crate::compare::{Comparison, Relation};
use crate::findings::{Desk, Filter, FilterError, Question, questions};
use crate::graph::{Edge, Node};
use crate::model::{
    Actor, Archive, Claim, ClaimId, Event, Identity, Judgement, Measure, Place, Population, Proposition, SharedPassage,
    Source, SourceId,
};
use crate::trace::Step;

/// A part of the graph, with its questions and the disagreements between its claims.
#[derive(Debug)]
pub struct View<'a> {
    /// The whole graph.
    pub desk: &'a Desk<'a>,
    /// The questions on claims of the part, the firmest first.
    pub questions: Asked<'a>,
    /// The chain that was asked for, if one was.
    pub chain: Option<Step>,
    /// Texts of sources, as far as they are at hand; linked data then names places in characters, too.
    pub texts: BTreeMap<SourceId, String>,
    part: Part,
}

/// Why nothing was exported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ViewError {
    /// A filter cannot be used.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// There is no such part.
    #[error(transparent)]
    Part(#[from] PartError),
}

impl ViewError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            ViewError::Filter(error) => error.code(),
            ViewError::Part(error) => error.code(),
        }
    }
}

impl<'a> View<'a> {
    /// The whole graph.
    pub fn whole(desk: &'a Desk<'a>) -> Self {
        Self { desk, questions: Asked::later(desk), chain: None, texts: BTreeMap::new(), part: Part::whole() }
    }

    /// The whole graph, with questions that are known already.
    pub fn with_questions(desk: &'a Desk<'a>, questions: Vec<Question>) -> Self {
        let questions = Asked::known(desk, questions);
        Self { desk, questions, chain: None, texts: BTreeMap::new(), part: Part::whole() }
    }

    /// The claims of a selection on questions that pass a filter, or that pass by themselves, with all that they name.
    /// A filter that asks for no relation takes all.
    ///
    /// # Errors
    /// If the selection or the filter names what is not there, or a pattern cannot be read.
    pub fn new(desk: &'a Desk<'a>, selection: &Selection, filter: &Filter) -> Result<Self, ViewError> {
        if *selection == Selection::Everything && *filter == Filter::default() {
            return Ok(Self::whole(desk));
        }
        let all = questions(desk);
        let passing = of_any_relation(filter).apply(desk.archive, all)?;
        let only = filter.claims(desk.archive, &passing)?;
        let part = Part::new(desk, &passing, selection, only.as_ref())?;
        let chain = match selection {
            Selection::Trace { claim } => Some(trace(desk, claim)?),
            _ => None,
        };
        let disagreements = *selection == Selection::Disagreements;
        let is_held = |id: &&ClaimId| part.holds(&Node::Claim((*id).clone()));
        // One claim alone answers a question, but shows no sides.
        let kept = |question: &Question| {
            (!disagreements || question.is_disagreement()) && question.claims().into_iter().filter(is_held).count() > 1
        };
        let questions = Asked::known(desk, passing.into_iter().filter(kept).collect());
        Ok(Self { desk, questions, chain, texts: BTreeMap::new(), part })
    }

    /// The records of the whole graph.
    pub fn archive(&self) -> &'a Archive {
        self.desk.archive
    }

    /// Whether pictures show a record.
    pub fn draws(&self, node: &Node) -> bool {
        self.part.draws(node)
    }

    /// Whether data hold a record.
    pub fn holds(&self, node: &Node) -> bool {
        self.part.holds(node)
    }

    /// The claims, by id.
    pub fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        self.archive().claims.values().filter(|claim| self.holds(&Node::Claim(claim.id.clone())))
    }

    /// The sources, by id.
    pub fn sources(&self) -> impl Iterator<Item = &'a Source> {
        self.archive().sources.values().filter(|source| self.holds(&Node::Source(source.id.clone())))
    }

    /// The actors, by id.
    pub fn actors(&self) -> impl Iterator<Item = &'a Actor> {
        self.archive().actors.values().filter(|actor| self.holds(&Node::Actor(actor.id.clone())))
    }

    /// The places, by id.
    pub fn places(&self) -> impl Iterator<Item = &'a Place> {
        self.archive().places.values().filter(|place| self.holds(&Node::Place(place.id.clone())))
    }

    /// The populations, by id.
    pub fn populations(&self) -> impl Iterator<Item = &'a Population> {
        let held = |population: &&Population| self.holds(&Node::Population(population.id.clone()));
        self.archive().populations.values().filter(held)
    }

    /// The measures, by id.
    pub fn measures(&self) -> impl Iterator<Item = &'a Measure> {
        self.archive().measures.values().filter(|measure| self.holds(&Node::Measure(measure.id.clone())))
    }

    /// The events, by id.
    pub fn events(&self) -> impl Iterator<Item = &'a Event> {
        self.archive().events.values().filter(|event| self.holds(&Node::Event(event.id.clone())))
    }

    /// The propositions, by id.
    pub fn propositions(&self) -> impl Iterator<Item = &'a Proposition> {
        let held = |proposition: &&Proposition| self.holds(&Node::Proposition(proposition.id.clone()));
        self.archive().propositions.values().filter(held)
    }

    /// The identities between measures of the part.
    pub fn identities(&self) -> impl Iterator<Item = &'a Identity> {
        let held =
            |identity: &&Identity| identity.measures().iter().all(|id| self.holds(&Node::Measure((*id).clone())));
        self.archive().identities.iter().filter(held)
    }

    /// The judgements on claims of the part, by id.
    pub fn judgements(&self) -> Vec<&'a Judgement> {
        let held = |judgement: &&Judgement| judgement.on.iter().all(|on| self.holds(&Node::Claim(on.claim.clone())));
        let mut kept: Vec<&Judgement> = self.archive().judgements.iter().filter(held).collect();
        kept.sort_by_key(|judgement| &judgement.id);
        kept
    }

    /// The passages that two sources of the part share.
    pub fn passages(&self) -> Vec<&'a SharedPassage> {
        let holds = |id| self.holds(&Node::Source(id));
        let held = |passage: &&SharedPassage| holds(passage.a.source.clone()) && holds(passage.b.source.clone());
        self.archive().passages.iter().filter(held).collect()
    }

    /// Edges between records that data hold, in the order in which records name them.
    pub fn edges(&self) -> impl Iterator<Item = (&'a Node, Edge, &'a Node)> {
        self.desk.graph.edges().filter(|(from, _, to)| self.holds(from) && self.holds(to))
    }

    /// What two claims of the part come to, disagreements and all else, each pair once, by their ids.
    pub fn comparisons(&self) -> Vec<&Comparison> {
        self.comparisons_on(&self.questions)
    }

    fn comparisons_on<'q>(&self, questions: &'q [Question]) -> Vec<&'q Comparison> {
        let holds = |id: &ClaimId| self.holds(&Node::Claim(id.clone()));
        let all = questions.iter().flat_map(|question| question.comparisons.iter().chain(&question.explained));
        let mut kept: Vec<&Comparison> = all.filter(|pair| holds(&pair.a) && holds(&pair.b)).collect();
        kept.sort_by_key(|pair| (&pair.a, &pair.b));
        kept.dedup_by_key(|pair| (&pair.a, &pair.b));
        kept
    }

    /// The contradictions and tensions between claims of the part, by their ids.
    pub fn disagreements(&self) -> Vec<&Comparison> {
        let of_those = self.comparisons_on(self.questions.opposed());
        of_those.into_iter().filter(|pair| pair.is_disagreement()).collect()
    }
}

/// The filter, with every relation where it asks for none.
fn of_any_relation(filter: &Filter) -> Filter {
    let relations =
        if filter.relations.is_empty() { Relation::OF_QUESTIONS.to_vec() } else { filter.relations.clone() };
    Filter { relations, ..filter.clone() }
}
