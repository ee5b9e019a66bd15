//! Claims: every id exists, every value means something, every claim has evidence.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use super::about::Body;
use super::circles::circles;
use super::evidence;
use super::names::Vocabulary;
use crate::model::nearest;
use crate::model::{About, Archive, Aspect, Attribution, Claim, ClaimId, Grounding, Source, Via};
use crate::quantity::options;
use crate::store::digest::sha256;
use crate::store::file::At;
use crate::store::record::{AttributionRecord, ClaimRecord, ViaRecord};
use crate::store::sheet::ClaimSheet;

/// All claims of all files.
pub(crate) fn check(
    sheets: &[ClaimSheet<'_>],
    archive: &Archive,
    names: &Vocabulary,
    checker: &mut Checker,
) -> BTreeMap<ClaimId, Claim> {
    let mut claims = BTreeMap::new();
    for sheet in sheets {
        checker.known(&sheet.at, &names.sources, sheet.source);
        let source = archive.sources.get(sheet.source);
        for (at, claim) in &sheet.rows {
            let single = Single { archive, names, source_id: sheet.source, source };
            if let Some(claim) = single.check(claim, at, checker) {
                claims.insert(claim.id.clone(), claim);
            }
        }
    }
    check_links(sheets, &claims, names, checker);
    claims
}

/// What is needed to check a claim by itself.
pub(super) struct Single<'a> {
    pub archive: &'a Archive,
    pub names: &'a Vocabulary,
    pub source_id: &'a str,
    pub source: Option<&'a Source>,
}

impl Single<'_> {
    fn check(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> Option<Claim> {
        let claim = self.claim(record, at, checker)?;
        Some(Claim { fingerprint: fingerprint(self.source_id, record), ..claim })
    }

    /// The claim, without its fingerprint.
    pub fn claim(&self, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) -> Option<Claim> {
        let before = checker.count();
        let published = self.source.and_then(|source| source.published);
        let body = Body { archive: self.archive, names: self.names, published };
        let about = body.check(&record.about, &at.field("about"), checker);
        let inferred = inferred(record, at, checker);
        let attribution = self.attribution(record, at, checker);
        self.check_via(record, at, checker);
        let evidence = self.evidence(record, at, checker);
        let (about, scope) = about?;
        let claim = Claim {
            id: record.id.as_str().into(),
            source: self.source_id.into(),
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
            let fault = at.fault("Actors([]) names nobody");
            checker.push(fault.help("name the actors, or leave `attributed_to` out if the source speaks for itself"));
        }
        for (index, id) in ids.iter().enumerate() {
            let at = at.index(index);
            checker.known(&at, &self.names.actors, id);
            if ids[..index].contains(id) {
                checker.push(at.fault(format!("\"{id}\" is named twice")).help("name each actor once"));
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
            let fault = at.field("id").fault(format!("the claim \"{}\" has no evidence", record.id));
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
        let fault = at.field("inferred").index(index).fault(format!("\"{name}\" is no field that can be inferred"));
        let near = nearest(name, Aspect::fields()).map_or(String::new(), |near| format!("did you mean \"{near}\"? "));
        let list = Aspect::fields().collect::<Vec<_>>().join(", ");
        checker.push(fault.help(format!("{near}expected one of {list}")));
    }
    aspects
}

fn check_inferred_is_there(claim: &Claim, at: &At<'_>, checker: &mut Checker) {
    for aspect in &claim.inferred {
        if claim.grounding(*aspect) == Grounding::Unstated {
            let fault = at.field("inferred").fault(format!("the {aspect} is said to be inferred, but is not given"));
            checker.push(fault.help(format!("give the {aspect}, or take it out of `inferred`")));
        }
    }
}

/// Claims that claims name: they exist, are of a fitting kind, and do not run in circles.
fn check_links(
    sheets: &[ClaimSheet<'_>],
    claims: &BTreeMap<ClaimId, Claim>,
    names: &Vocabulary,
    checker: &mut Checker,
) {
    for sheet in sheets {
        for (at, claim) in &sheet.rows {
            for (index, id) in claim.supersedes.iter().enumerate() {
                checker.known(&at.field("supersedes").index(index), &names.claims, id);
            }
            check_via_is_elsewhere(sheet.source, claim, claims, at, checker);
            if let Some(id) = &claim.conversion_of {
                checker.known(&at.field("conversion_of"), &names.claims, id);
                check_conversion(claim, id, claims, at, checker);
            }
        }
    }
    let edges = claims.values().flat_map(|claim| claim.supersedes.iter().map(|old| (claim.id.as_str(), old.as_str())));
    for circle in circles(edges) {
        let text = format!("supersedes runs in a circle: {}", circle.join(" → "));
        let mut rows = sheets.iter().flat_map(|sheet| &sheet.rows);
        if let Some((at, _)) = rows.find(|(_, claim)| claim.id == circle[0]) {
            checker.push(at.field("supersedes").fault(text).help("only the later claim supersedes the earlier"));
        }
    }
}

/// Nobody has a claim from himself.
fn check_via_is_elsewhere(
    source: &str,
    record: &ClaimRecord,
    claims: &BTreeMap<ClaimId, Claim>,
    at: &At<'_>,
    checker: &mut Checker,
) {
    let own = |via: &ViaRecord| match via {
        ViaRecord::Source(id) => id == source,
        ViaRecord::Claim(id) => claims.get(id.as_str()).is_some_and(|claim| claim.source.as_str() == source),
        ViaRecord::Named(_) => false,
    };
    for (index, _) in record.via.iter().enumerate().filter(|(_, via)| own(via)) {
        let fault = at.field("via").index(index).index(0).fault(format!("\"{source}\" cannot have it from itself"));
        checker.push(fault.help("name the other source, a claim of it, or Named(\"an outlet\")"));
    }
}

fn check_conversion(
    record: &ClaimRecord,
    of: &str,
    claims: &BTreeMap<ClaimId, Claim>,
    at: &At<'_>,
    checker: &mut Checker,
) {
    let (Some(own), Some(other)) = (claims.get(record.id.as_str()), claims.get(of)) else { return };
    let measure = |claim: &Claim| claim.about.as_quantity().map(|quantity| quantity.measure.clone());
    let same =
        measure(own).is_some() && measure(own) == measure(other) && own.source == other.source && own.id != other.id;
    if !same || matches!(own.about, About::Date(_)) {
        let fault = at.field("conversion_of").fault(format!("\"{of}\" is no figure that this one could convert"));
        checker.push(fault.help("a conversion has the source and the measure of what it converts"));
    }
}

/// Twelve hexadecimal digits of the SHA-256 of the record, notes left out.
pub(crate) fn fingerprint(source: &str, record: &ClaimRecord) -> String {
    let bare = ClaimRecord { note: None, ..record.clone() };
    let text = options().to_string(&(source, bare)).unwrap_or_default();
    sha256(text.as_bytes()).chars().take(12).collect()
}
