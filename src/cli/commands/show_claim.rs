//! `show` for a claim: what it says, on whose word, and what speaks for and against it.

use gainsay::compare::{Comparison, Relation, value_text};
use gainsay::findings::Desk;
use gainsay::model::{Attribution, Claim, Evidence, Topic, Window};

use super::show::line;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::shown::{first, origins};

/// Shows a claim.
pub fn run(desk: &Desk<'_>, claim: &Claim, all: bool, out: &mut Output) {
    body(desk, claim, out);
    line("source", &source(desk, claim), out);
    line("on the word of", &said_by(desk, claim), out);
    for evidence in &claim.evidence {
        line("evidence", &place(evidence), out);
    }
    several("follows", &desk.derived_from(claim), all, out, |figure| figure.figure.text.clone());
    let compared = compared(desk, claim);
    for (relation, word) in [
        (Relation::Contradiction, "contradicts"),
        (Relation::Tension, "in tension"),
        (Relation::Agreement, "agrees with"),
    ] {
        let of_it: Vec<&Comparison> = compared.iter().filter(|comparison| comparison.relation == relation).collect();
        several(word, &of_it, all, out, |comparison| against(comparison));
    }
    for judgement in desk.archive.judgements.iter().filter(|own| own.on.iter().any(|on| on.claim == claim.id)) {
        line("judged", &format!("{} · {}, {}", judgement.verdict, judgement.by, judgement.date), out);
    }
    if let Some(note) = &claim.note {
        line("note", note, out);
    }
    line("fingerprint", &claim.fingerprint, out);
    line("written at", &claim.locus.to_string(), out);
}

fn body(desk: &Desk<'_>, claim: &Claim, out: &mut Output) {
    let archive = desk.archive;
    line(claim.about.kind(), &value_text(archive, claim), out);
    if let Some(measure) = archive.measure_of(claim) {
        line("measure", &format!("{} ({})", measure.name, measure.basis.word()), out);
    }
    let scope = &claim.scope;
    let narrowed = [
        ("of", scope.population.as_ref().map(|id| archive.population_name(id).to_owned())),
        ("place", scope.place.as_ref().map(|id| archive.place_name(id).to_owned())),
        ("period", scope.period.as_ref().map(|period| format!("{}{}", period.text, days(period.window)))),
        ("definition", scope.definition.clone()),
    ];
    for (name, text) in narrowed {
        line(name, text.as_deref().unwrap_or("not said"), out);
    }
    let inferred: Vec<&str> = claim.inferred.iter().map(|aspect| aspect.word()).collect();
    if !inferred.is_empty() {
        line("inferred", &inferred.join(", "), out);
    }
}

fn days(window: Window) -> String {
    match window {
        Window::Known(start, end) => format!(" ({start} to {end})"),
        Window::OpenEnd(start) => format!(" (from {start}, end not said)"),
        Window::OpenStart(end) => format!(" (to {end}, start not said)"),
        Window::Floating { .. } | Window::Unknown => " (days not known)".to_owned(),
    }
}

fn source(desk: &Desk<'_>, claim: &Claim) -> String {
    let source = desk.archive.sources.get(&claim.source);
    let title = source.and_then(|source| source.title.clone()).map_or_else(String::new, |title| format!(", {title}"));
    format!("{}{title}", claim.source)
}

fn said_by(desk: &Desk<'_>, claim: &Claim) -> String {
    let origin = origins(desk, claim);
    match &claim.attribution {
        Attribution::OwnVoice => "the source itself".to_owned(),
        Attribution::Unnamed(words) => format!("nobody with a name (“{words}”)"),
        Attribution::Actors(ids) => {
            let name = desk.archive.actor_names(ids);
            if name == origin { origin } else { format!("{name}; origin: {origin}") }
        }
    }
}

fn place(evidence: &Evidence) -> String {
    let quoted = (!evidence.fragment.is_empty()).then(|| format!("“{}”", evidence.fragment));
    let bytes = evidence.bytes.map(|(start, end)| format!("bytes {start} to {end}"));
    quoted.into_iter().chain(bytes).collect::<Vec<_>>().join(", ")
}

/// A line for each, of many for the first.
fn several<T>(word: &str, items: &[T], all: bool, out: &mut Output, text: impl Fn(&T) -> String) {
    let (shown, more) = first(items, all);
    shown.iter().map(text).chain(more).for_each(|text| line(word, &text, out));
}

/// What the claim and the others come to, those that may be compared at all.
fn compared(desk: &Desk<'_>, claim: &Claim) -> Vec<Comparison> {
    let others = desk.archive.claims.values().filter(|other| other.id != claim.id);
    let tied = desk.tied(claim);
    let alike =
        others.filter(|other| is_on_one(claim, other) || other.about.measure().is_some_and(|id| tied.contains(id)));
    alike.map(|other| desk.compare(claim, other)).collect()
}

fn is_on_one(a: &Claim, b: &Claim) -> bool {
    Topic::of(a) == Topic::of(b)
}

fn against(comparison: &Comparison) -> String {
    let gap = comparison.gap.map_or_else(String::new, |gap| format!(", gap {gap}"));
    let conditional = if comparison.conditional_on.is_empty() { "" } else { ", conditional" };
    format!("{}{gap}{conditional}", comparison.b)
}
