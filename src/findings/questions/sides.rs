//! The sides that many claims take, by their days and bounds: first fit in the order of their values, as of few claims, but
//! without a look at every pair.

use crate::model::Claim;
use crate::sweep::{Ends, Rule};

/// A claim with its days and bounds.
#[derive(Clone, Copy, Debug)]
pub(in crate::findings) struct Member<'a> {
    pub claim: &'a Claim,
    pub ends: Ends,
}

/// Claims that agree, each with every other.
#[derive(Debug)]
pub(in crate::findings) struct Side<'a> {
    pub members: Vec<Member<'a>>,
    /// The latest first day and the earliest last day; the greatest low end and the least high end.
    all: Ends,
}

impl<'a> Side<'a> {
    fn new(member: Member<'a>) -> Self {
        Self { members: vec![member], all: member.ends }
    }

    /// Whether a claim agrees with all. Where periods that overlap are held against each other, the narrowest ends of all
    /// tell; elsewhere each claim is asked.
    fn takes(&self, rule: &Rule, own: Ends) -> bool {
        if rule.is_uniform() {
            let narrowest = [Ends { low: self.all.high, ..self.all }, Ends { high: self.all.low, ..self.all }];
            let meets = self.all.start <= own.end && own.start <= self.all.end;
            return meets && narrowest.iter().all(|other| !rule.is_apart(own, *other));
        }
        self.members.iter().all(|other| rule.agree(own, other.ends))
    }

    /// Whether a claim that bounds the figure from one side leaves room for all.
    pub fn allows(&self, rule: &Rule, own: Ends) -> bool {
        self.takes(rule, own)
    }

    fn push(&mut self, member: Member<'a>) {
        let (all, own) = (self.all, member.ends);
        self.all = Ends {
            start: all.start.max(own.start),
            end: all.end.min(own.end),
            low: all.low.max(own.low),
            high: all.high.min(own.high),
        };
        self.members.push(member);
    }
}

/// Puts claims, which are in the order of their values, each on the first side that takes it.
pub(in crate::findings) fn sides<'a>(rule: &Rule, members: &[Member<'a>]) -> Vec<Side<'a>> {
    let mut sides: Vec<Side<'a>> = Vec::new();
    // Values only rise, so that what lies below the reach of one is out of reach of all that follow.
    let mut open: Vec<usize> = Vec::new();
    for member in members {
        open.retain(|at| !is_below(rule, sides[*at].all, member.ends));
        match open.iter().find(|at| sides[**at].takes(rule, member.ends)) {
            Some(at) => sides[*at].push(*member),
            None => {
                open.push(sides.len());
                sides.push(Side::new(*member));
            }
        }
    }
    sides
}

/// Whether some claim of a side lies apart from this one, and below it.
fn is_below(rule: &Rule, all: Ends, own: Ends) -> bool {
    all.high < own.low && rule.is_apart(own, Ends { low: all.high, ..all })
}
