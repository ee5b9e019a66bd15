//! Claims by their subject.

use super::family::{is_one_subject, subject};
use super::narrowed::Narrowed;
use crate::model::Claim;

/// Claims by what they speak of.
#[derive(Clone, Debug)]
pub struct Subjects<'a> {
    claims: Narrowed<'a, (&'static str, &'a str, &'a str)>,
}

impl<'a> Subjects<'a> {
    /// Sorts claims by what they speak of.
    pub fn new(claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        Self { claims: Narrowed::new(claims, |claim| subject(&claim.about)) }
    }

    /// The claims that speak of what a claim speaks of, in no order.
    pub fn like(&self, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
        let beside = self.claims.beside(subject(&claim.about), claim);
        beside.filter(move |other| is_one_subject(claim, other))
    }
}
