//! Pairs of claims in short: those that relate alike stand together.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::known::Known;
use super::ladder::relation;
use super::names::claim_name;
use crate::compare::{Comparison, Reason, Relation};
use crate::findings::Question;
use crate::model::ClaimId;

/// Pairs or claims of one group that are named; the others are counted.
const MOST_NAMED: usize = 4;

/// Groups of pairs, each with what its pairs have in common: relation, reasons, and whether anything hangs on conditions.
type Groups<'a> = BTreeMap<(Relation, &'a [Reason], bool), Vec<&'a Comparison>>;

fn groups<'a>(pairs: impl IntoIterator<Item = &'a Comparison>) -> Groups<'a> {
    let mut groups = Groups::new();
    for pair in pairs {
        let alike = (pair.relation, pair.reasons.as_slice(), !pair.conditional_on.is_empty());
        groups.entry(alike).or_default().push(pair);
    }
    groups
}

/// Pairs of claims, with a heading.
pub(super) fn others(known: &Known<'_>, heading: &str, pairs: &[&Comparison]) -> Markup {
    html! {
        @if !pairs.is_empty() {
            p.heading { (heading) }
            ul.pairs {
                @for group in groups(pairs.iter().copied()).values() {
                    li { (relation(group[0])) ": " (named(group.iter().map(|pair| both(known, pair)), group.len())) "." }
                }
            }
        }
    }
}

fn both(known: &Known<'_>, pair: &Comparison) -> Markup {
    html! { (claim_name(known, &pair.a)) " and " (claim_name(known, &pair.b)) }
}

/// What sets claims on other questions apart from those on this one, folded.
pub(super) fn explained(known: &Known<'_>, question: &Question) -> Markup {
    let own = question.claims();
    let groups = groups(&question.explained);
    html! {
        @if !groups.is_empty() {
            details.apart {
                summary { "What sets claims on other questions apart" }
                ul.pairs { @for group in groups.values() { li { (relation(group[0])) ": " (outside(known, &own, group)) "." } } }
            }
        }
    }
}

fn outside(known: &Known<'_>, own: &BTreeSet<&ClaimId>, group: &[&Comparison]) -> Markup {
    let other = |pair: &&Comparison| if own.contains(&pair.a) { pair.b.clone() } else { pair.a.clone() };
    let others: BTreeSet<ClaimId> = group.iter().map(other).collect();
    let link = |id: &ClaimId| known.claim_link(id, known.claim(id).map_or("", |claim| &claim.says));
    named(others.iter().map(link), others.len())
}

/// The first few, and how many more there are.
fn named(each: impl Iterator<Item = Markup>, count: usize) -> Markup {
    html! {
        @for (at, one) in each.take(MOST_NAMED).enumerate() { @if at > 0 { "; " } (one) }
        @if count > MOST_NAMED { "; and " (count - MOST_NAMED) " more" }
    }
}
