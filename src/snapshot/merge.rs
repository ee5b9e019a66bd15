//! What a snapshot held, with the claims of some files taken out and others put in: all else is copied as it is.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::links::{self, Link};
use super::records::{Packed, Records, pack_claim, packed};
use super::siblings::{NOWHERE, Siblings, Stretch, stretch};
use super::symbols::SymbolsMaker;
use super::whole::Whole;
use crate::graph::Citations;
use crate::model::{Archive, ClaimId};
use crate::sweep::{Before, Ledger, Sweep};

/// Stands for the number of a claim that is gone.
const GONE: u32 = u32::MAX;

/// A snapshot as it was, and what has become of its graph.
pub(super) struct Merge<'a> {
    pub old: &'a Whole,
    /// Which of its claims have been taken out.
    pub gone: &'a [bool],
    /// Its vocabulary.
    pub before: &'a Archive,
    /// The vocabulary as it is, and the claims that were put in.
    pub after: &'a Archive,
    /// Whether vocabulary has changed.
    pub has_vocabulary: bool,
    pub mixed: BTreeSet<String>,
}

/// Which claims there are now.
struct Order {
    /// Of each, which one it was; nothing if it was put in.
    was: Vec<Option<u32>>,
    /// The number of each claim that was, or [`GONE`].
    now: Vec<u32>,
}

impl Merge<'_> {
    /// What a snapshot of the graph holds as it is now; nothing if the old one cannot be read.
    pub fn whole(&self) -> Option<Whole> {
        let order = self.order()?;
        let (records, (links, (sweep, ledger))) = rayon::join(|| self.records(&order), || self.columns(&order));
        let mut records = records?;
        let citations = if self.has_vocabulary { Citations::new(self.after) } else { self.old.citations.clone() };
        let stretches = self.stretches(&order);
        records.siblings = Siblings::of(&sweep.claims_of_sources(), &stretches);
        records.links = links;
        Some(Whole { records, stretches, sweep, ledger, citations, mixed: self.mixed.clone() })
    }

    fn columns(&self, order: &Order) -> (Vec<Link>, (Sweep, Ledger)) {
        let links = self.links(order);
        let supersedes = links.iter().filter(|link| link.how == Link::SUPERSEDES);
        let revised: BTreeSet<u32> = supersedes.flat_map(|link| [link.named, link.by]).collect();
        let before = Before { archive: self.before, sweep: &self.old.sweep, ledger: &self.old.ledger };
        let columns = before.merged(self.after, &order.was, |claim| revised.contains(&claim));
        (links, columns)
    }

    fn order(&self) -> Option<Order> {
        let ids = &self.old.records.claims.ids;
        let mut order = Order { was: Vec::new(), now: vec![GONE; ids.len()] };
        let mut new = self.after.claims.keys().peekable();
        for was in (0..ids.len() as u32).filter(|was| !self.gone[*was as usize]) {
            let id = ids.get(was)?;
            while new.next_if(|new| new.as_str() < id).is_some() {
                order.was.push(None);
            }
            order.now[was as usize] = order.was.len() as u32;
            order.was.push(Some(was));
        }
        order.was.extend(new.map(|_| None));
        Some(order)
    }

    fn records(&self, order: &Order) -> Option<Records> {
        let old = &self.old.records;
        let mut symbols = SymbolsMaker::resume(old.symbols.clone());
        let new = self.after.claims.iter().map(|(id, claim)| (id.as_str(), claim));
        let new = packed(new, pack_claim, &mut symbols, &old.dir);
        let mut records =
            Records { dir: old.dir.clone(), claims: joined(&old.claims, &new, order)?, ..Records::default() };
        if self.has_vocabulary {
            records.pack_vocabulary(self.after, &mut symbols);
        } else {
            records.sources.clone_from(&old.sources);
            records.actors.clone_from(&old.actors);
            records.rest.clone_from(&old.rest);
        }
        records.symbols = symbols.pool;
        records.fits().then_some(records)
    }

    fn links(&self, order: &Order) -> Vec<Link> {
        let new: FxHashMap<&ClaimId, u32> = self.after.claims.keys().zip(order.put_in()).collect();
        let ids = &self.old.records.claims.ids;
        let was = |was: u32| Some(order.now[was as usize]).filter(|now| *now != GONE);
        let number = |id: &ClaimId| new.get(id).copied().or_else(|| was(ids.find(id.as_str())?));
        // A claim of an unchanged file may name one that was read again.
        let named = |named: u32| was(named).or_else(|| number(&ids.get(named)?.into()));
        let kept = self
            .old
            .records
            .links
            .iter()
            .filter_map(|link| Some(Link { by: was(link.by)?, named: named(link.named)?, ..*link }));
        let claims = order.put_in().zip(self.after.claims.values());
        links::sorted(kept.chain(claims.flat_map(|(by, claim)| links::of(claim, by, number))).collect())
    }

    fn stretches(&self, order: &Order) -> Vec<Stretch> {
        let mut new = self.after.claims.values().map(stretch);
        let of = |was: &Option<u32>| match was {
            Some(was) => self.old.stretches[*was as usize],
            None => new.next().unwrap_or(NOWHERE),
        };
        order.was.iter().map(of).collect()
    }
}

impl Order {
    /// The numbers of the claims that were put in.
    fn put_in(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.was).filter(|(_, was)| was.is_none()).map(|(number, _)| number)
    }
}

/// The records of both, in the order of ids.
fn joined(old: &Packed, new: &Packed, order: &Order) -> Option<Packed> {
    let mut all = Packed::default();
    all.bytes.reserve(old.bytes.len() + new.bytes.len());
    let mut next = 0..;
    for was in &order.was {
        let (from, number) = match was {
            Some(was) => (old, *was),
            None => (new, next.next()?),
        };
        all.push(from.ids.get(number)?, from.of(number)?);
    }
    Some(all)
}
