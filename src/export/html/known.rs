//! What the page has an anchor for, and links to it.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use sha2::{Digest, Sha256};

use super::text::{bdi, short, shown};
use crate::export::view::View;
use crate::findings::Question;
use crate::model::{Archive, Claim, ClaimId, Judgement, Source, SourceId};

/// The records and questions of the page.
pub(super) struct Known<'v> {
    /// What is shown.
    pub view: &'v View<'v>,
    claims: BTreeSet<&'v ClaimId>,
    sources: BTreeSet<&'v SourceId>,
    anchors: Vec<String>,
    on: BTreeMap<&'v ClaimId, Vec<usize>>,
    judged: BTreeMap<&'v ClaimId, Vec<&'v Judgement>>,
}

impl<'v> Known<'v> {
    /// Gathers them.
    pub fn new(view: &'v View<'v>) -> Self {
        let mut on: BTreeMap<&ClaimId, Vec<usize>> = BTreeMap::new();
        for (at, question) in view.questions.iter().enumerate() {
            for claim in question.claims() {
                on.entry(claim).or_default().push(at);
            }
        }
        let anchors = view.questions.iter().map(|question| anchor(question, &on)).collect();
        let mut judged: BTreeMap<&ClaimId, Vec<&Judgement>> = BTreeMap::new();
        for judgement in view.judgements() {
            if let [only] = judgement.on.as_slice() {
                judged.entry(&only.claim).or_default().push(judgement);
            }
        }
        let claims = view.claims().map(|claim| &claim.id).collect();
        let sources = view.sources().map(|source| &source.id).collect();
        Self { view, claims, sources, anchors, on, judged }
    }

    /// The records.
    pub fn archive(&self) -> &'v Archive {
        self.view.archive()
    }

    /// A claim of the graph, also one that the page does not list.
    pub fn claim(&self, id: &ClaimId) -> Option<&'v Claim> {
        self.archive().claims.get(id)
    }

    /// A source of the graph, also one that the page does not list.
    pub fn source(&self, id: &SourceId) -> Option<&'v Source> {
        self.archive().sources.get(id)
    }

    /// The questions with their anchors, in their order.
    pub fn questions(&self) -> impl Iterator<Item = (&'v Question, &str)> {
        self.view.questions.iter().zip(self.anchors.iter().map(String::as_str))
    }

    /// The questions on which a claim bears, with their anchors.
    pub fn questions_on(&self, claim: &ClaimId) -> impl Iterator<Item = (&'v Question, &str)> {
        let at = self.on.get(claim).into_iter().flatten();
        at.filter_map(|at| self.view.questions.get(*at).zip(self.anchors.get(*at).map(String::as_str)))
    }

    /// The judgements on a claim alone, by id.
    pub fn judgements_on(&self, claim: &ClaimId) -> impl Iterator<Item = &'v Judgement> {
        self.judged.get(claim).into_iter().flatten().copied()
    }

    /// A link to a claim, if the page lists it.
    pub fn claim_link(&self, id: &ClaimId, text: &str) -> Markup {
        let text = bdi(&short(text));
        html! {
            @if self.claims.contains(id) { a href=(format!("#claim-{id}")) { (text) } } @else { (text) }
        }
    }

    /// A link to a source, if the page lists it.
    pub fn source_link(&self, id: &SourceId) -> Markup {
        self.source_link_as(id, self.source(id).map_or(id.as_str(), name))
    }

    /// The same in other words.
    pub fn source_link_as(&self, id: &SourceId, text: &str) -> Markup {
        let text = bdi(&short(text));
        html! {
            @if self.sources.contains(id) { a href=(format!("#source-{id}")) { (text) } } @else { (text) }
        }
    }
}

/// What a source is called in a reference: its title, or its outlet, or its id.
pub(super) fn name(source: &Source) -> &str {
    source.title.as_deref().or(source.outlet.as_deref()).unwrap_or(source.id.as_str())
}

/// A link to an address on the web, and text for any other address.
pub(super) fn web(url: &str, text: &str) -> Markup {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    let is_clean = !url.chars().any(|letter| letter.is_control() || letter.is_whitespace());
    html! {
        @if is_web && is_clean { a.out href=(url) { (text) } } @else { code { bdi { (shown(url)) } } }
    }
}

/// A link to where it stands, which can be copied.
pub(super) fn permalink(anchor: &str, what: &str) -> Markup {
    html! { a.permalink href=(format!("#{anchor}")) { "Link" span.unseen { " to this " (what) } } }
}

/// The anchor of a question: the first claim that stands on no other one. It moves with no other question.
fn anchor(question: &Question, on: &BTreeMap<&ClaimId, Vec<usize>>) -> String {
    let claims = question.claims();
    let own = claims.iter().find(|id| on.get(*id).is_some_and(|questions| questions.len() == 1));
    own.map_or_else(|| format!("questions-{}", digest(&claims)), |id| format!("question-{id}"))
}

/// For a question all of whose claims stand on others, too.
fn digest(claims: &BTreeSet<&ClaimId>) -> String {
    let mut hash = Sha256::new();
    for id in claims {
        hash.update(id.as_str());
        hash.update(" ");
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
