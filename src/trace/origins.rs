//! Sets of origins. A set is one origin or a union of sets; what many claims share is kept once, and a long chain below many
//! origins does not repeat them at each of its steps.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::Origin;

/// Sets by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins {
    sets: Vec<Set>,
    singles: BTreeMap<Origin, u32>,
}

#[derive(Clone, Debug)]
enum Set {
    One(Origin),
    /// At least two origins in all, and the first of those without a name.
    Union {
        of: Vec<u32>,
        unnamed: Option<u32>,
    },
}

impl Origins {
    /// The set of one origin.
    pub fn single(&mut self, origin: Origin) -> u32 {
        let next = self.sets.len() as u32;
        let set = *self.singles.entry(origin.clone()).or_insert(next);
        if set == next {
            self.sets.push(Set::One(origin));
        }
        set
    }

    /// The union of sets; the set itself, if they are all one.
    pub fn all_of(&mut self, mut sets: Vec<u32>) -> u32 {
        sets.sort_unstable();
        sets.dedup();
        if let [one] = sets[..] {
            return one;
        }
        let without = sets.iter().filter_map(|set| self.first_unnamed(*set));
        let unnamed = without.min_by_key(|set| self.only(*set));
        self.sets.push(Set::Union { of: sets, unnamed });
        self.sets.len() as u32 - 1
    }

    fn first_unnamed(&self, set: u32) -> Option<u32> {
        match &self.sets[set as usize] {
            Set::One(origin) => matches!(origin, Origin::Unnamed(..)).then_some(set),
            Set::Union { unnamed, .. } => *unnamed,
        }
    }

    /// The first without a name in a set.
    pub fn unnamed(&self, set: u32) -> Option<&Origin> {
        self.first_unnamed(set).and_then(|set| self.only(set))
    }

    /// The origin of a set of one.
    pub fn only(&self, set: u32) -> Option<&Origin> {
        match &self.sets[set as usize] {
            Set::One(origin) => Some(origin),
            Set::Union { .. } => None,
        }
    }

    /// The origins of a set, in order.
    pub fn of(&self, set: u32) -> Vec<&Origin> {
        let mut found = Vec::new();
        let mut open = vec![set];
        let mut seen = BTreeSet::new();
        while let Some(set) = open.pop() {
            match &self.sets[set as usize] {
                Set::One(origin) => found.push(origin),
                Set::Union { of, .. } => open.extend(of.iter().filter(|set| seen.insert(**set))),
            }
        }
        found.sort_unstable();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unions_share_and_repeat_nothing() {
        let mut origins = Origins::default();
        let named: Vec<Origin> = ["b", "a", "c"].map(|id| Origin::Actor(id.into())).into();
        let unnamed = Origin::Unnamed("paper".into(), "some".into());
        let sets: Vec<u32> = named.iter().cloned().map(|origin| origins.single(origin)).collect();
        let open = origins.single(unnamed.clone());
        assert_eq!(origins.all_of(vec![sets[0], sets[0]]), sets[0]);
        let low = origins.all_of(vec![sets[0], sets[1], open]);
        let high = origins.all_of(vec![low, sets[1], sets[2]]);
        assert_eq!(origins.of(high), [&named[1], &named[0], &named[2], &unnamed]);
        assert_eq!((origins.unnamed(high), origins.unnamed(sets[0])), (Some(&unnamed), None));
        assert_eq!((origins.only(high), origins.only(sets[0])), (None, Some(&named[0])));
    }
}
