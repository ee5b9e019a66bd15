//! Claims by their subject.

use super::family::{Spoken, is_one_subject, subject};
use super::narrowed::Narrowed;
use crate::model::Claim;

/// Claims by what they speak of.
#[derive(Clone, Debug)]
pub struct Subjects<'a> {
    claims: Narrowed<'a, Spoken<'a>>,
}

impl<'a> Subjects<'a> {
    /// Sorts claims by what they speak of.
    pub fn new(claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        Self { claims: Narrowed::new(claims, subject) }
    }

    /// The claims that speak of what a claim speaks of, in no order.
    pub fn like(&self, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
        let beside = self.claims.beside(subject(claim), claim);
        beside.filter(move |other| is_one_subject(claim, other))
    }
}
