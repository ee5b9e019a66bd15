//! Claims by what they share and by their scope, so that those that may go together are found without looking at all.

use std::collections::BTreeMap;

use crate::model::Claim;

/// What is said of a place or a population: nothing, or which it is; `Any` stands for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said<'a> {
    Any,
    Just(Option<&'a str>),
}

/// Claims by a key, place and population. Each stands in four lists, since what a claim leaves open goes with anything.
#[derive(Clone, Debug)]
pub struct Narrowed<'a, Key> {
    lists: BTreeMap<(Key, Said<'a>, Said<'a>), Vec<&'a Claim>>,
}

impl<'a, Key: Clone + Ord> Narrowed<'a, Key> {
    /// Sorts claims by a key of theirs.
    pub fn new(claims: impl IntoIterator<Item = &'a Claim>, key: impl Fn(&'a Claim) -> Key) -> Self {
        let mut lists: BTreeMap<_, Vec<&Claim>> = BTreeMap::new();
        for claim in claims {
            let (place, population) = scope(claim);
            for place in [Said::Any, Said::Just(place)] {
                for population in [Said::Any, Said::Just(population)] {
                    lists.entry((key(claim), place, population)).or_default().push(claim);
                }
            }
        }
        Self { lists }
    }

    /// The claims of a key of which neither place nor population differs from those of a claim, in no order.
    pub fn beside(&self, key: Key, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
        let (place, population) = scope(claim);
        let scopes =
            fitting(place).flat_map(move |place| fitting(population).map(move |population| (place, population)));
        let lists = scopes.filter_map(move |(place, population)| self.lists.get(&(key.clone(), place, population)));
        lists.flatten().copied()
    }
}

fn scope(claim: &Claim) -> (Option<&str>, Option<&str>) {
    let scope = &claim.scope;
    (scope.place.as_ref().map(|id| id.as_str()), scope.population.as_ref().map(|id| id.as_str()))
}

/// What goes with something said: the same, and nothing. With nothing goes anything.
fn fitting(said: Option<&str>) -> impl Iterator<Item = Said<'_>> {
    let open = said.is_some().then_some(Said::Just(None));
    std::iter::once(said.map_or(Said::Any, |id| Said::Just(Some(id)))).chain(open)
}
