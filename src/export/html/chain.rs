//! The chain of a claim to its origins, as nested lists.

use maud::{Markup, html};

use super::known::Known;
use super::origins::of_one;
use super::text::{bdi, short};
use super::words;
use crate::compare::{stated_text, value_text};
use crate::model::{Claim, ClaimId, SourceId};
use crate::trace::{Chains, End, How, Origin, Step, What};

/// The chain of a claim, folded; its summary tells how many origins there are.
pub(super) fn chain(known: &Known<'_>, chains: &Chains<'_>, claim: &Claim) -> Markup {
    let desk = known.view.desk;
    let root = chains.of(claim);
    let origins: Vec<&Origin> = desk.origins(claim).collect();
    html! {
        details.chain {
            summary { "Where it comes from: " (of_one(known, &origins)) }
            (ending(&root))
            @if !root.above.is_empty() { ul { @for above in &root.above { (step(known, above)) } } }
        }
    }
}

fn step(known: &Known<'_>, step: &Step) -> Markup {
    let (sign, how) = words::how(step.how);
    html! {
        li class=[(step.how == How::Proposed).then_some("proposed")] {
            span.sign aria-hidden="true" { (sign) } " " (how) " " (what(known, step))
            " " (ending(step))
            @if !step.above.is_empty() { ul { @for above in &step.above { (self::step(known, above)) } } }
        }
    }
}

fn ending(step: &Step) -> Markup {
    html! {
        @if let Some(end) = &step.end {
            em { (words::end(end)) }
            @if let End::Unnamed(words) = end { " “" (bdi(&short(words))) "”" }
        }
    }
}

fn what(known: &Known<'_>, step: &Step) -> Markup {
    match &step.what {
        What::Claim(id) => claim(known, id),
        What::Source(id) => dated(known, id),
        What::Outlet(name) => html! { b { (bdi(&short(name))) } " (an outlet that is only named)" },
        What::Actor(id) => html! { b { (bdi(&short(known.archive().actor_name(id)))) } },
    }
}

fn claim(known: &Known<'_>, id: &ClaimId) -> Markup {
    let Some(claim) = known.claim(id) else { return html! {} };
    let value = claim.about.as_quantity().map_or_else(|| value_text(known.archive(), claim), stated_text);
    html! { (known.claim_link(id, &value)) " in " (dated(known, &claim.source)) }
}

fn dated(known: &Known<'_>, id: &SourceId) -> Markup {
    let published = known.source(id).and_then(|source| source.published);
    html! {
        (known.source_link(id))
        @if let Some(date) = published { " (" (bdi(&date.to_string())) ")" } @else { " (date not known)" }
    }
}
