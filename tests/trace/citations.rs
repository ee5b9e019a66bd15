//! Citations against slow ways of finding the same.

use std::collections::BTreeSet;

use gainsay::graph::Citations;
use proptest::collection::vec;
use proptest::prelude::*;

/// Who cites whom, by number.
type Lists = Vec<Vec<u32>>;

fn citations(lists: &Lists) -> Citations {
    let mut offsets = vec![0];
    for list in lists {
        offsets.push(offsets.last().unwrap() + list.len() as u32);
    }
    Citations::from_rows(offsets, lists.concat()).unwrap()
}

/// Whatever is reached from a number, by following every step until nothing is new.
fn reached(lists: &Lists, start: u32) -> BTreeSet<u32> {
    let mut found = BTreeSet::from([start]);
    loop {
        let next: BTreeSet<u32> = found.iter().flat_map(|at| &lists[*at as usize]).copied().collect();
        if next.is_subset(&found) {
            return found;
        }
        found.extend(next);
    }
}

fn lists() -> impl Strategy<Value = Lists> {
    (1..14_u32).prop_flat_map(|count| vec(vec(0..count, 0..4), count as usize))
}

proptest! {
    #[test]
    fn what_is_reached_is_what_a_slow_search_reaches(lists in lists()) {
        let citations = citations(&lists);
        let (mut walk, mut back) = (citations.walk(), citations.walk_back());
        for start in 0..lists.len() as u32 {
            let slow = reached(&lists, start);
            let quick: Vec<u32> = walk.from(start).to_vec();
            prop_assert_eq!(quick.first(), Some(&start));
            prop_assert_eq!(quick.len(), slow.len());
            prop_assert_eq!(quick.iter().copied().collect::<BTreeSet<_>>(), slow.clone());
            let origins: BTreeSet<u32> = slow.into_iter().filter(|at| lists[*at as usize].is_empty()).collect();
            prop_assert_eq!(citations.reach(start).origins.into_iter().collect::<BTreeSet<_>>(), origins);
            let leading: BTreeSet<u32> = (0..lists.len() as u32).filter(|at| reached(&lists, *at).contains(&start)).collect();
            prop_assert_eq!(back.from(start).iter().copied().collect::<BTreeSet<_>>(), leading);
        }
    }

    #[test]
    fn circles_are_those_who_reach_each_other(lists in lists()) {
        let all = 0..lists.len() as u32;
        let ring = |a: u32| {
            let others = all.clone().filter(|b| reached(&lists, a).contains(b) && reached(&lists, *b).contains(&a));
            others.collect::<Vec<u32>>()
        };
        let is_circle = |a: u32| lists[a as usize].contains(&a) || ring(a).len() > 1;
        let slow: BTreeSet<Vec<u32>> = all.clone().filter(|a| is_circle(*a)).map(ring).collect();
        prop_assert_eq!(citations(&lists).circles(), slow.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn each_way_is_the_other_reversed(lists in lists()) {
        let citations = citations(&lists);
        for (from, list) in lists.iter().enumerate() {
            for to in list {
                let times = list.iter().filter(|other| *other == to).count();
                let back = citations.to(*to).iter().filter(|other| **other as usize == from).count();
                prop_assert_eq!(times, back);
            }
        }
    }
}

#[test]
fn a_chain_and_a_circle_of_a_million_need_no_deep_stack() {
    const LONG: u32 = 1_000_000;
    let chain = Citations::from_rows((0..LONG).chain([LONG - 1]).collect(), (1..LONG).collect()).unwrap();
    assert_eq!((chain.reach(0).reached.len(), chain.reach(0).origins), (LONG as usize, vec![LONG - 1]));
    assert!(chain.circles().is_empty());
    let circle = Citations::from_rows((0..=LONG).collect(), (1..LONG).chain([0]).collect()).unwrap();
    assert_eq!(circle.circles().iter().map(Vec::len).collect::<Vec<_>>(), [LONG as usize]);
}

#[test]
fn a_source_that_is_not_there_leads_nowhere() {
    let citations = citations(&vec![vec![0]]);
    assert_eq!((citations.len(), citations.circles()), (1, vec![vec![0]]));
    assert!(citations.reach(7).reached.is_empty() && citations.reached_by(7).is_empty() && citations.of(7).is_empty());
}

#[test]
fn lists_that_are_no_rows_are_refused() {
    for (offsets, cited) in [
        (vec![], vec![]),
        (vec![1, 1], vec![0]),
        (vec![0, 2], vec![0]),
        (vec![0, 1], vec![1]),
        (vec![0, 2, 1, 2], vec![0, 0]),
    ] {
        assert!(Citations::from_rows(offsets.clone(), cited.clone()).is_none(), "{offsets:?} {cited:?}");
    }
    assert!(Citations::from_rows(vec![0], vec![]).unwrap().is_empty());
}
