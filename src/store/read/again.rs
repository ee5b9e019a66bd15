//! Files of a graph that have changed, read again and checked against all else, which is known to hold.
//!
//! Nothing is told of what is wrong: where it is not seen that the graph still loads, it is to be loaded whole.

use std::collections::BTreeSet;
use std::path::Path;

use super::files::{Files, inside};
use super::listing::{self, Kind, Listed};
use super::load::{check_format, waiting};
use super::parse;
use super::parse::Overlay;
use super::sheet::{ClaimSheet, Sheets};
use crate::model::{Archive, ClaimId};
use crate::store::check;
use crate::store::record::{ClaimRecord, ViaRecord};

/// What files hold that have changed, and, if any of them has vocabulary, all others that have some.
pub struct Again {
    files: Files,
    /// Whether all vocabulary was read, and judgements and passages with it.
    pub has_vocabulary: bool,
    /// The files in the graph's folder that have changed or were read, whether they are still there or not.
    pub paths: BTreeSet<String>,
    /// The files of `added/` that hold more than claims.
    pub mixed: BTreeSet<String>,
}

impl Again {
    /// Reads the files of the graph in `dir` that have changed; `mixed` are those of `added/` that held more than claims.
    /// Nothing if a file cannot be read, or is none of a graph.
    pub fn read(dir: &Path, changed: &BTreeSet<String>, mixed: &BTreeSet<String>) -> Option<Self> {
        if !listing::strays(dir).ok()?.is_empty() {
            return None;
        }
        let is_vocabulary = |path: &str| match listing::kind(path) {
            Some(Kind::Added) => mixed.contains(path),
            Some(Kind::Claims | Kind::Inbox) | None => false,
            Some(_) => true,
        };
        let has_vocabulary = changed.iter().any(|path| is_vocabulary(path));
        let is_read = |path: &str| changed.contains(path) || has_vocabulary && is_vocabulary(path);
        let listed: Vec<(String, Listed)> =
            listing::files(dir).ok()?.into_iter().filter_map(|file| Some((inside(dir, &file.path)?, file))).collect();
        let asked = listed.iter().filter(|(path, file)| file.kind == Kind::Inbox || is_read(path));
        let asked: Vec<Listed> = asked.map(|(_, file)| file.clone()).collect();
        let (files, faults) = parse::read(&asked, &Overlay::new(), &|| ()).ok()?;
        if !faults.is_empty() || (has_vocabulary && check_format(dir, &Overlay::new()).is_err()) {
            return None;
        }
        let now = files.mixed(dir);
        if !has_vocabulary && !now.is_empty() {
            return Self::read(dir, changed, &mixed.union(&now).cloned().collect());
        }
        let read = listed.into_iter().map(|(path, _)| path).filter(|path| is_read(path));
        let paths = read.chain(changed.iter().cloned()).collect();
        Some(Self { files, has_vocabulary, paths, mixed: if has_vocabulary { now } else { mixed.clone() } })
    }

    /// The ids of claims that the files have or name.
    pub fn ids(&self) -> BTreeSet<String> {
        let sheets = Sheets::with_inbox(&self.files, None);
        let claims = sheets.claims.iter().flat_map(ClaimSheet::records).flat_map(named);
        let judged = sheets.judgements.rows.iter().flat_map(|(_, record)| &record.on).map(|on| on.claim.as_str());
        claims.chain(judged).map(str::to_owned).collect()
    }

    /// The graph as it is now with only the claims of these files, if it holds. `known` has the other claims that these name,
    /// and, if no vocabulary was read, all else. Nothing, too, if texts have been relocated, since that moves evidence of any file.
    pub fn check(mut self, mut known: Archive) -> Option<Archive> {
        let inbox = Files { inbox: std::mem::take(&mut self.files.inbox), ..Files::default() };
        let sheets = Sheets::new(&self.files);
        let (draft, faults) = check::draft(&self.files, &sheets, Some(&known), &|| ());
        let archive = draft.finish();
        if !faults.is_empty() || !archive.relocations.is_empty() {
            return None;
        }
        let named = std::mem::take(&mut known.claims);
        let ids: BTreeSet<ClaimId> = named.keys().cloned().collect();
        let mut whole = if self.has_vocabulary { archive } else { Archive { claims: archive.claims, ..known } };
        whole.claims.extend(named);
        waiting(&inbox, &whole).ok()?;
        whole.claims.retain(|id, _| !ids.contains(id));
        Some(whole)
    }
}

fn named(claim: &ClaimRecord) -> impl Iterator<Item = &str> {
    let via = claim.via.iter().filter_map(|via| if let ViaRecord::Claim(id) = via { Some(id.as_str()) } else { None });
    let others = claim.supersedes.iter().chain(&claim.conversion_of).map(String::as_str);
    via.chain(others).chain([claim.id.as_str()])
}
