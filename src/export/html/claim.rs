//! A claim with its evidence, its scope, the questions that it bears on, and its chain.

use maud::{Markup, html};

use super::card::said_by;
use super::chain::chain;
use super::facets::Facets;
use super::judged::on_claim;
use super::known::{Known, permalink};
use super::text::{bdi, short};
use super::words;
use crate::compare::value_text;
use crate::findings::letters;
use crate::model::Claim;
use crate::trace::Chains;

/// A claim. What filters go by stands in its attributes.
pub(super) fn claim(known: &Known<'_>, chains: &Chains<'_>, claim: &Claim) -> Markup {
    let facets = Facets::of(known, claim);
    let anchor = format!("claim-{}", claim.id);
    html! {
        article.claim id=(anchor) data-source=(claim.source) data-place=[facets.places()]
            data-measure=[facets.measure] data-actor=[facets.actors()] data-from=[facets.from] data-to=[facets.to] {
            h3 { (bdi(&claim.says)) " " (permalink(&anchor, "claim")) }
            @if claim.fragments().next().is_some() { (quotation(known, claim)) }
            (on_claim(known, claim))
            (scope(known, claim))
            (questions(known, claim))
            @if let Some(note) = &claim.note { p.hint { "Note: " (bdi(note)) } }
            (chain(known, chains, claim))
        }
        "\n"
    }
}

/// The fragments of evidence, in the order of the text.
fn quotation(known: &Known<'_>, claim: &Claim) -> Markup {
    html! {
        blockquote {
            @for fragment in claim.fragments() { p { "“" (bdi(fragment)) "”" } }
            footer { "in " cite { (known.source_link(&claim.source)) } ", " (said_by(known, claim)) }
        }
    }
}

/// What the claim says in the words of the ladder; what was inferred is marked.
fn scope(known: &Known<'_>, claim: &Claim) -> Markup {
    let archive = known.archive();
    let scope = &claim.scope;
    let rows = [
        ("Says", Some(value_text(archive, claim))),
        ("Of what", archive.measure_of(claim).map(|measure| format!("{} ({})", measure.name, measure.basis.word()))),
        ("Who", scope.population.as_ref().map(|id| archive.population_name(id).to_owned())),
        ("Where", scope.place.as_ref().map(|id| archive.place_name(id).to_owned())),
        ("When", scope.period.as_ref().map(|period| period.text.clone())),
        ("On condition", scope.definition.clone()),
    ];
    let inferred: Vec<&str> = claim.inferred.iter().map(|aspect| aspect.word()).collect();
    html! {
        p.scope {
            @for (at, (name, text)) in rows.iter().filter_map(|(name, text)| Some((name, text.as_ref()?))).enumerate() {
                @if at > 0 { " · " }
                span.name { (name) } ": " (bdi(text))
            }
            @if !inferred.is_empty() { " · " span.name { "Inferred, not said" } ": " (inferred.join(", ")) }
        }
    }
}

fn questions(known: &Known<'_>, claim: &Claim) -> Markup {
    html! {
        @for (question, anchor) in known.questions_on(&claim.id) {
            p.answers {
                "Bears on " a href=(format!("#{anchor}")) { (bdi(&short(&question.title))) }
                @if let Some(side) = question.side_of(&claim.id) { " as " b.side { (letters(side)) } }
                ": " (words::how_related(question.relation, !question.conditional_on.is_empty()).to_lowercase())
            }
        }
    }
}
