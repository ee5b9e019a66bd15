//! Claims: every id exists, every value means something, every claim has evidence.

use crate::codes::Code;
use std::collections::BTreeSet;

use super::about::Body;
use super::checker::Checker;
use super::evidence;
use super::fingerprint::fingerprint;
use super::ground::Ground;
use super::names::Vocabulary;
use crate::model::nearest;
use crate::model::{Aspect, Attribution, Claim, Grounding, Source, SourceId, Via};
use crate::store::read::file::At;
use crate::store::read::sheet::ClaimSheet;
use crate::store::record::{AttributionRecord, ClaimRecord, ViaRecord};

/// The claims of each sheet, row by row; none where a fault leaves nothing to make one of. `done` is told of each sheet.
pub(super) fn check(
    sheets: &[ClaimSheet<'_>],
    ground: &Ground<'_>,
    names: &Vocabulary<'_>,
    done: &(dyn Fn() + Sync),
    checker: &mut Checker,
) -> Vec<Vec<Option<Claim>>> {
    checker.each(sheets, |sheet, checker| {
        checker.known(&sheet.at, &names.sources, sheet.source);
        let source = ground.source(sheet.source);
        let single = Single { ground, names, source_id: sheet.source.into(), source };
        let claims = sheet.rows().map(|(at, claim)| single.check(claim, &at, checker)).collect();
        done();
        claims
    })
}

/// What is needed to check a claim by itself.
pub(super) struct Single<'a> {
    pub ground: &'a Ground<'a>,
    pub names: &'a Vocabulary<'a>,
    pub source_id: SourceId,
    pub source: Option<&'a Source>,
}

impl Single<'_> {
    fn check(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> Option<Claim> {
        let claim = self.claim(record, at, checker)?;
        Some(Claim { fingerprint: fingerprint(self.source_id.as_str(), record), ..claim })
    }

    /// The claim, without its fingerprint.
    pub fn claim(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> Option<Claim> {
        let before = checker.count();
        let published = self.source.and_then(|source| source.published);
        let body = Body { ground: self.ground, names: self.names, published };
        let about = body.check(&record.about, &at.field("about"), checker);
        let inferred = inferred(record, at, checker);
        let attribution = self.attribution(record, at, checker);
        self.check_via(record, at, checker);
        let evidence = self.evidence(record, at, checker);
        let (about, scope) = about?;
        let claim = Claim {
            id: record.id.as_str().into(),
            source: self.source_id.clone(),
            says: record.says.clone(),
            about,
            scope,
            inferred,
            attribution,
            via: record.via.iter().map(via).collect(),
            evidence,
            conversion_of: record.conversion_of.as_deref().map(Into::into),
            supersedes: record.supersedes.iter().map(|id| id.as_str().into()).collect(),
            method: record.method,
            note: record.note.clone(),
            fingerprint: String::new(),
            locus: at.field("id").locus(),
        };
        // A period that hangs on a broken file is missing for another reason.
        if checker.count() == before && !self.names.events.is_broken() {
            check_inferred_is_there(&claim, at, checker);
        }
        Some(claim)
    }

    fn attribution(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> Attribution {
        match &record.attributed_to {
            None => Attribution::OwnVoice,
            Some(AttributionRecord::Unnamed(words)) => Attribution::Unnamed(words.clone()),
            Some(AttributionRecord::Actor(id)) => {
                checker.known(&at.field("attributed_to").index(0), &self.names.actors, id);
                Attribution::actor(id.as_str())
            }
            Some(AttributionRecord::Actors(ids)) => self.several(ids, &at.field("attributed_to").index(0), checker),
        }
    }

    /// Several actors: each known, none twice, and not nobody at all.
    fn several(&self, ids: &[String], at: &At<'_>, checker: &mut Checker) -> Attribution {
        if ids.is_empty() {
            let fault = at.fault(Code::NamesNobody, "Actors([]) names nobody");
            checker.push(fault.help("name the actors, or leave `attributed_to` out if the source speaks for itself"));
        }
        for (index, id) in ids.iter().enumerate() {
            let at = at.index(index);
            checker.known(&at, &self.names.actors, id);
            if ids[..index].contains(id) {
                checker
                    .push(at.fault(Code::NamedTwice, format!("\"{id}\" is named twice")).help("name each actor once"));
            }
        }
        Attribution::Actors(ids.iter().map(|id| id.as_str().into()).collect())
    }

    fn check_via(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) {
        for (index, via) in record.via.iter().enumerate() {
            let at = at.field("via").index(index).index(0);
            match via {
                ViaRecord::Source(id) => checker.known(&at, &self.names.sources, id),
                ViaRecord::Claim(id) => checker.known(&at, &self.names.claims, id),
                ViaRecord::Named(_) => true,
            };
        }
    }

    fn evidence(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> Vec<crate::model::Evidence> {
        if record.evidence.is_empty() {
            let fault = at.field("id").fault(Code::NoEvidence, format!("the claim \"{}\" has no evidence", record.id));
            checker.push(fault.help("add `evidence: [(bytes: (start, end), fragment: \"…\")]`"));
        }
        // Of a source that is unknown nothing can be said about its text.
        self.source.map_or(Vec::new(), |source| evidence::check(&record.evidence, at, source.text.as_ref(), checker))
    }
}

fn via(record: &ViaRecord) -> Via {
    match record {
        ViaRecord::Source(id) => Via::Source(id.as_str().into()),
        ViaRecord::Claim(id) => Via::Claim(id.as_str().into()),
        ViaRecord::Named(name) => Via::Named(name.clone()),
    }
}

fn inferred(record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> BTreeSet<Aspect> {
    let mut aspects = BTreeSet::new();
    for (index, name) in record.inferred.iter().enumerate() {
        if let Some(aspect) = Aspect::of_field(name) {
            aspects.insert(aspect);
            continue;
        }
        let fault = at
            .field("inferred")
            .index(index)
            .fault(Code::NotInferable, format!("\"{name}\" is no field that can be inferred"));
        let near = nearest(name, Aspect::fields()).map_or(String::new(), |near| format!("did you mean \"{near}\"? "));
        let list = Aspect::fields().collect::<Vec<_>>().join(", ");
        checker.push(fault.help(format!("{near}expected one of {list}")));
    }
    aspects
}

fn check_inferred_is_there(claim: &Claim, at: &At<'_>, checker: &mut Checker) {
    for aspect in &claim.inferred {
        if claim.grounding(*aspect) == Grounding::Unstated {
            let fault = at
                .field("inferred")
                .fault(Code::InferredButAbsent, format!("the {aspect} is said to be inferred, but is not given"));
            checker.push(fault.help(format!("give the {aspect}, or take it out of `inferred`")));
        }
    }
}
