//! Nesting of places and populations: what is part of what, however many steps away.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Region;

/// How two nesting things lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Containment {
    /// One and the same.
    Same,
    /// The first is part of the second.
    Within,
    /// The second is part of the first.
    Around,
    /// They share a part, or one of them is vague.
    Overlaps,
    /// They have nothing in common that is known.
    Apart,
}

/// The parts and wholes of one vocabulary. Circles do not loop: whatever stands on one is within itself.
#[derive(Clone, Debug)]
pub struct Nesting<Id> {
    wholes: BTreeMap<Id, BTreeSet<Id>>,
    /// The regions of which some part is a part of others, too, and those others.
    sharing: BTreeMap<Id, BTreeSet<Id>>,
    vague: BTreeSet<Id>,
}

impl<Id: Ord + Clone> Nesting<Id> {
    /// Works out all wholes of every region.
    pub fn new<'a>(regions: impl IntoIterator<Item = &'a Region<Id>>) -> Self
    where
        Id: 'a,
    {
        let regions: Vec<_> = regions.into_iter().collect();
        let parents: BTreeMap<&Id, &[Id]> = regions.iter().map(|region| (&region.id, &region.part_of[..])).collect();
        let wholes: BTreeMap<Id, BTreeSet<Id>> =
            regions.iter().map(|region| (region.id.clone(), all_wholes(&region.id, &parents))).collect();
        let vague = regions.iter().filter(|region| region.vague).map(|region| region.id.clone()).collect();
        Self { sharing: sharing(&wholes), wholes, vague }
    }

    /// Everything that `part` is a part of, itself left out.
    pub fn wholes(&self, part: &Id) -> impl Iterator<Item = &Id> {
        self.wholes.get(part).into_iter().flatten()
    }

    /// Whether `part` is `whole` or a part of it.
    pub fn is_within(&self, part: &Id, whole: &Id) -> bool {
        part == whole || self.wholes.get(part).is_some_and(|wholes| wholes.contains(whole))
    }

    /// Whether the words do not say which is meant.
    pub fn is_vague(&self, id: &Id) -> bool {
        self.vague.contains(id)
    }

    /// How `a` lies to `b`.
    pub fn containment(&self, a: &Id, b: &Id) -> Containment {
        if a == b && !self.is_vague(a) {
            Containment::Same
        } else if self.is_vague(a) || self.is_vague(b) {
            Containment::Overlaps
        } else if self.is_within(a, b) {
            Containment::Within
        } else if self.is_within(b, a) {
            Containment::Around
        } else if self.share_a_part(a, b) {
            Containment::Overlaps
        } else {
            Containment::Apart
        }
    }

    fn share_a_part(&self, a: &Id, b: &Id) -> bool {
        self.sharing.get(a).is_some_and(|others| others.contains(b))
    }
}

/// For each region that has parts, those that have one of its parts, too.
fn sharing<Id: Ord + Clone>(wholes: &BTreeMap<Id, BTreeSet<Id>>) -> BTreeMap<Id, BTreeSet<Id>> {
    let mut sharing: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    // Parts of the same wholes tell the same.
    for together in wholes.values().filter(|wholes| wholes.len() > 1).collect::<BTreeSet<_>>() {
        for whole in together {
            sharing.entry(whole.clone()).or_default().extend(together.iter().cloned());
        }
    }
    sharing
}

fn all_wholes<Id: Ord + Clone>(start: &Id, parents: &BTreeMap<&Id, &[Id]>) -> BTreeSet<Id> {
    let mut found = BTreeSet::new();
    let mut open = vec![start];
    while let Some(part) = open.pop() {
        for whole in parents.get(part).copied().unwrap_or_default() {
            if found.insert(whole.clone()) {
                open.push(whole);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(id: &'static str, part_of: &[&'static str], vague: bool) -> Region<&'static str> {
        Region { id, name: id.into(), aliases: vec![], part_of: part_of.to_vec(), vague, note: None }
    }

    #[test]
    fn parts_nest_through_any_number_of_steps() {
        let regions = [
            region("uralsk", &["kazakhstan"], false),
            region("kazakhstan", &["central-asia"], false),
            region("georgia", &[], false),
            region("some-capitals", &["central-asia"], true),
            region("csto", &[], false),
            region("armenia", &["csto"], false),
            region("kyrgyzstan", &["csto", "central-asia"], false),
            region("central-asia", &[], false),
        ];
        let nesting = Nesting::new(&regions);
        let expected = [
            ("uralsk", "central-asia", Containment::Within),
            ("central-asia", "uralsk", Containment::Around),
            ("uralsk", "uralsk", Containment::Same),
            ("uralsk", "georgia", Containment::Apart),
            ("csto", "central-asia", Containment::Overlaps),
            ("some-capitals", "georgia", Containment::Overlaps),
            ("some-capitals", "some-capitals", Containment::Overlaps),
        ];
        for (a, b, containment) in expected {
            assert_eq!(nesting.containment(&a, &b), containment, "{a} and {b}");
        }
    }
}
