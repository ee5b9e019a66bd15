//! Any small graph: sources that cite and republish each other, claims taken from anywhere, actors who speak for actors.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gainsay::model::{Actor, Archive, Attribution, Claim, PartialDate, Representation, Source, SourceKind, Via};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::trace::made_up::{WEEKS, claim, graph};

/// A graph by numbers; each is taken modulo how many there are.
#[derive(Clone, Debug)]
pub struct World {
    pub sources: Vec<SourceSketch>,
    pub claims: Vec<ClaimSketch>,
    /// Whom each actor speaks for: one with a lower number.
    pub speaks_for: Vec<Option<usize>>,
}

#[derive(Clone, Debug)]
pub struct SourceSketch {
    day: Option<u8>,
    report: bool,
    cites: Vec<usize>,
    links_to: Vec<usize>,
    republishes: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct ClaimSketch {
    source: usize,
    like: usize,
    pub via: Vec<Taken>,
    word: Word,
}

#[derive(Clone, Debug)]
pub enum Taken {
    Source(usize),
    Claim(usize),
    Named(usize),
}

#[derive(Clone, Debug)]
enum Word {
    Own,
    Unnamed(usize),
    Actor(usize),
    Both(usize, usize),
}

/// Claims of the kinds that worlds hold: two figures with several hedges, in two periods.
static LIKE: LazyLock<Archive> = LazyLock::new(|| {
    let values = ["Bare(4_200)", "About(4_200)", "MoreThan(4_200)", "Bare(6_000)", "Almost(6_000)"];
    let twice = values.iter().flat_map(|value| [(value, WEEKS), (value, r#"In("2031")"#)]);
    let claims =
        twice.enumerate().map(|(at, (value, period))| ("one", claim(&format!("like-{at}"), value, period, "")));
    graph(r#"[(id: "one")]"#, &claims.collect::<Vec<_>>())
});

impl World {
    /// The archive of the world.
    pub fn archive(&self) -> Archive {
        let mut archive = LIKE.clone();
        archive.sources = (0..self.sources.len()).map(|at| self.source(at)).map(|one| (one.id.clone(), one)).collect();
        archive.actors = (0..self.speaks_for.len()).map(|at| self.actor(at)).map(|one| (one.id.clone(), one)).collect();
        archive.claims = (0..self.claims.len()).map(|at| self.claim(at)).map(|one| (one.id.clone(), one)).collect();
        archive.sort_claims();
        archive
    }

    /// Without what would make a circle: everything comes from a source with a lower number.
    #[must_use]
    pub fn downhill(mut self) -> Self {
        for at in 0..self.sources.len() {
            let original = self.sources[at].republishes.take();
            self.sources[at].republishes = original.filter(|other| self.source_at(*other) < at);
        }
        for at in 0..self.claims.len() {
            let kept = self.claims[at].via.iter().filter(|from| self.comes_from(from) < Some(self.source_of(at)));
            self.claims[at].via = kept.cloned().collect();
        }
        self
    }

    /// With at most one way up for each claim.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        for claim in &mut self.claims {
            claim.via.truncate(1);
            if let Word::Both(one, _) = claim.word {
                claim.word = Word::Actor(one);
            }
        }
        self
    }

    /// With at most one claim of each source.
    #[must_use]
    pub fn sparse(mut self) -> Self {
        let sources = self.sources.len();
        self.claims.truncate(sources);
        self.claims.iter_mut().enumerate().for_each(|(at, claim)| claim.source = at);
        self
    }

    fn source_at(&self, number: usize) -> usize {
        number % self.sources.len()
    }

    fn source_of(&self, claim: usize) -> usize {
        self.source_at(self.claims[claim % self.claims.len()].source)
    }

    /// The number of the source that something comes from; outlets have none.
    fn comes_from(&self, from: &Taken) -> Option<usize> {
        match from {
            Taken::Source(number) => Some(self.source_at(*number)),
            Taken::Claim(number) => Some(self.source_of(*number)),
            Taken::Named(_) => None,
        }
    }

    fn source(&self, at: usize) -> Source {
        let sketch = &self.sources[at];
        let others = |numbers: &[usize]| {
            let numbers = numbers.iter().map(|number| self.source_at(*number)).filter(|other| *other != at);
            numbers.map(|other| format!("s{other}").as_str().into()).collect::<Vec<_>>()
        };
        let day = sketch.day.map(|day| format!("2031-04-{:02}", day + 1).parse::<PartialDate>().unwrap());
        Source {
            id: format!("s{at}").as_str().into(),
            kind: if sketch.report { SourceKind::Report } else { SourceKind::Article },
            published: day,
            cites: others(&sketch.cites),
            links_to: others(&sketch.links_to),
            republishes: others(sketch.republishes.as_slice()).pop(),
            ..LIKE.sources.values().next().unwrap().clone()
        }
    }

    fn actor(&self, at: usize) -> Actor {
        let above = self.speaks_for[at].filter(|_| at > 0).map(|number| number % at);
        let representation = |other| Representation { actor: actor_id(other), since: None, until: None };
        Actor {
            id: actor_id(at),
            speaks_for: above.map(representation).into_iter().collect(),
            ..LIKE.actors.values().next().unwrap().clone()
        }
    }

    fn claim(&self, at: usize) -> Claim {
        let sketch = &self.claims[at];
        let like = LIKE.claims.values().nth(sketch.like % LIKE.claims.len()).unwrap();
        let others = sketch.via.iter().filter(|from| self.comes_from(from) != Some(self.source_of(at)));
        Claim {
            id: format!("c{at}").as_str().into(),
            source: format!("s{}", self.source_of(at)).as_str().into(),
            via: others.map(|from| self.via(from)).collect(),
            attribution: match sketch.word {
                Word::Own => Attribution::OwnVoice,
                Word::Unnamed(number) => Attribution::Unnamed(format!("some {}", number % 2)),
                Word::Actor(number) => Attribution::actor(actor_id(number % self.speaks_for.len())),
                Word::Both(one, other) => {
                    let ids: BTreeSet<_> = [one, other].map(|number| number % self.speaks_for.len()).into();
                    Attribution::Actors(ids.into_iter().map(actor_id).collect())
                }
            },
            ..like.clone()
        }
    }

    fn via(&self, from: &Taken) -> Via {
        match from {
            Taken::Source(number) => Via::Source(format!("s{}", self.source_at(*number)).as_str().into()),
            Taken::Claim(number) => Via::Claim(format!("c{}", number % self.claims.len()).as_str().into()),
            Taken::Named(number) => Via::Named(format!("outlet {}", number % 3)),
        }
    }
}

fn actor_id(at: usize) -> gainsay::model::ActorId {
    format!("a{at}").as_str().into()
}

fn from() -> impl Strategy<Value = Taken> {
    let number = || 0_usize..60;
    prop_oneof![
        3 => number().prop_map(Taken::Source),
        3 => number().prop_map(Taken::Claim),
        1 => number().prop_map(Taken::Named),
    ]
}

fn claim_sketch() -> impl Strategy<Value = ClaimSketch> {
    let word = prop_oneof![
        3 => Just(Word::Own),
        1 => (0_usize..2).prop_map(Word::Unnamed),
        2 => (0_usize..60).prop_map(Word::Actor),
        1 => (0_usize..60, 0_usize..60).prop_map(|(one, other)| Word::Both(one, other)),
    ];
    (0_usize..60, 0_usize..60, vec(from(), 0..3), word).prop_map(|(source, like, via, word)| ClaimSketch {
        source,
        like,
        via,
        word,
    })
}

fn source_sketch() -> impl Strategy<Value = SourceSketch> {
    let few = || vec(0_usize..60, 0..2);
    (option::of(0_u8..20), any::<bool>(), few(), few(), option::weighted(0.3, 0_usize..60)).prop_map(
        |(day, report, cites, links_to, republishes)| SourceSketch { day, report, cites, links_to, republishes },
    )
}

/// Worlds of up to seven sources and a dozen claims; circles occur.
pub fn world() -> impl Strategy<Value = World> {
    (vec(source_sketch(), 1..8), vec(claim_sketch(), 1..13), vec(option::of(0_usize..60), 1..5))
        .prop_map(|(sources, claims, speaks_for)| World { sources, claims, speaks_for })
}
