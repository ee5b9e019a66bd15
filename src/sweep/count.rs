//! How many pairs of a large group disagree, without a look at any of them.

use super::ends::Ends;
use super::rule::Rule;

/// The pairs that disagree among claims of one lane, where figures of all periods that meet are held against each other.
///
/// For each claim, those are counted that lie beyond it and begin before it ends, less those that end before it begins; each count is a
/// walk in the order of days over a tree of sums. That takes `n log n` steps, however many pairs there are.
pub(super) fn disagreeing(rule: &Rule, claims: &[Ends]) -> usize {
    let mut by_low: Vec<usize> = (0..claims.len()).collect();
    by_low.sort_unstable_by(|a, b| claims[*a].low.total_cmp(&claims[*b].low));
    let mut rank = vec![0; claims.len()];
    by_low.iter().enumerate().for_each(|(place, claim)| rank[*claim] = place);
    let beyond = |own: &Ends| by_low.partition_point(|other| !rule.is_beyond(own.high, claims[*other].low));
    let from: Vec<usize> = claims.iter().map(beyond).collect();
    let begun = met(claims, &rank, &from, |point| point.start, |own| own.end.saturating_add(1));
    let over = met(claims, &rank, &from, |point| point.end, |own| own.start);
    begun - over
}

/// How many claims have a day before the limit of another and lie beyond it, over all of them.
fn met(
    claims: &[Ends],
    rank: &[usize],
    from: &[usize],
    day: impl Fn(&Ends) -> i32,
    limit: impl Fn(&Ends) -> i32,
) -> usize {
    let sorted = |key: &dyn Fn(&Ends) -> i32| {
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_unstable_by_key(|claim| key(&claims[*claim]));
        order
    };
    let (points, asking) = (sorted(&day), sorted(&limit));
    let mut sums = Sums::new(claims.len());
    let (mut added, mut total) = (0, 0);
    for own in asking {
        let limit = limit(&claims[own]);
        while let Some(point) = points.get(added).filter(|point| day(&claims[**point]) < limit) {
            sums.add(rank[*point]);
            added += 1;
        }
        total += added - sums.below(from[own]);
    }
    total
}

/// Numbers of things at places, of which the sum below a place is found in `log n` steps (Fenwick 1994, "A new data structure for
/// cumulative frequency tables").
struct Sums(Vec<u32>);

impl Sums {
    fn new(places: usize) -> Self {
        Self(vec![0; places + 1])
    }

    fn add(&mut self, place: usize) {
        let mut at = place + 1;
        while let Some(sum) = self.0.get_mut(at) {
            *sum += 1;
            at += at & at.wrapping_neg();
        }
    }

    fn below(&self, place: usize) -> usize {
        let (mut at, mut total) = (place, 0);
        while at > 0 {
            total += self.0[at] as usize;
            at &= at - 1;
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn claim() -> impl Strategy<Value = Ends> {
        let ends = (0_i32..40, 0_i32..20, 900_i32..1200, 0_i32..60);
        ends.prop_map(|(start, days, low, width)| Ends {
            start,
            end: start + days,
            low: f64::from(low),
            high: f64::from(low + width),
        })
    }

    proptest! {
        #[test]
        fn pairs_are_counted_as_they_are_found(claims in proptest::collection::vec(claim(), 0..120), tolerance in 0_u8..12) {
            let rule = Rule { tolerance: f64::from(tolerance), ..Rule::OF_ANY };
            let pairs = (0..claims.len()).flat_map(|a| (a + 1..claims.len()).map(move |b| (a, b)));
            let found = pairs.filter(|(a, b)| rule.disagree(claims[*a], claims[*b])).count();
            prop_assert_eq!(disagreeing(&rule, &claims), found);
        }
    }
}
