//! What a snapshot held, with the claims of some files taken out and others put in: all else is copied as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::links::{self, Link};
use super::records::{Packed, Records, pack_claim, packed};
use super::siblings::Siblings;
use super::symbols::{Symbols, SymbolsMaker};
use super::whole::Whole;
use crate::graph::Citations;
use crate::model::{Archive, Claim};
use crate::sweep::Before;

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
        let records = self.records(&order)?;
        let links = self.links(&order, &records);
        let supersedes = links.iter().filter(|link| link.how == Link::SUPERSEDES);
        let revised: BTreeSet<u32> = supersedes.flat_map(|link| [link.named, link.by]).collect();
        let before = Before { archive: self.before, sweep: &self.old.sweep, ledger: &self.old.ledger };
        let (sweep, ledger) = before.merged(self.after, &order.was, |claim| revised.contains(&claim));
        let citations = if self.has_vocabulary { Citations::new(self.after) } else { self.old.citations.clone() };
        Some(Whole { records, links, sweep, ledger, citations, mixed: self.mixed.clone() })
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
        records.siblings = self.siblings(order, &records)?;
        records.fits().then_some(records)
    }

    fn links(&self, order: &Order, records: &Records) -> Vec<Link> {
        let number = |was: u32| order.now[was as usize];
        // A claim of an unchanged file may name one that was read again.
        let named = |was: u32| match number(was) {
            GONE => self.old.records.claims.ids.get(was).and_then(|id| records.claims.find(id)),
            now => Some(now),
        };
        let kept = self.old.links.iter().filter(|link| number(link.by) != GONE);
        let kept = kept.filter_map(|link| Some(Link { named: named(link.named)?, by: number(link.by), ..*link }));
        let new = order.new().zip(self.after.claims.values());
        let new = new.flat_map(|(by, claim)| links::of(claim, by, |id| records.claims.find(id.as_str())));
        links::sorted(kept.chain(new).collect())
    }

    /// Sets of siblings stand in the order of their sources and bytes. Those of sources with claims that came or went are made
    /// anew.
    fn siblings(&self, order: &Order, records: &Records) -> Option<Siblings> {
        let symbols = Symbols::new(&records.symbols, &records.dir);
        let source = |claim: &Claim| records.sources.find(claim.source.as_str());
        let mut touched: BTreeMap<u32, Vec<(Claim, u32)>> = BTreeMap::new();
        for (number, claim) in order.new().zip(self.after.claims.values()) {
            touched.entry(source(claim)?).or_default().push((claim.clone(), number));
        }
        let ids = self.before.sources.keys().map(|id| records.sources.find(id.as_str()));
        let mut sets: Vec<(u32, Vec<u32>)> = Vec::new();
        let old = &self.old.records.siblings;
        let sweep = &self.old.sweep;
        for (was, now) in (0..).zip(ids) {
            let claims = || sweep.sources.row(was).iter().map(|row| sweep.claim[*row as usize]);
            let is_touched =
                now.is_some_and(|now| touched.contains_key(&now)) || claims().any(|claim| self.gone[claim as usize]);
            if let (true, Some(now)) = (is_touched, now) {
                let own = touched.entry(now).or_default();
                for number in claims().map(|claim| order.now[claim as usize]).filter(|number| *number != GONE) {
                    own.push((records.claim(number, &symbols)?, number));
                }
            } else if let Some(now) = now {
                let of = claims().filter_map(|claim| old.set_of(claim));
                let of: BTreeSet<u32> = of.collect();
                let numbers = |set: u32| old.sets.row(set).iter().map(|claim| order.now[*claim as usize]).collect();
                sets.extend(of.into_iter().map(|set| (now, numbers(set))));
            }
        }
        for (source, mut claims) in touched {
            claims.sort_by_key(|(_, number)| *number);
            sets.extend(Siblings::sets_of(&claims).into_iter().map(|set| (source, set)));
        }
        sets.sort_by_key(|(source, _)| *source);
        Some(Siblings::of(sets.into_iter().map(|(_, set)| set).collect()))
    }
}

impl Order {
    /// The numbers of the claims that were put in.
    fn new(&self) -> impl Iterator<Item = u32> {
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
