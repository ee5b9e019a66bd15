//! Whether a graph would still load with what is to be written, without loading it again: only what is new is checked.
//!
//! Records that are added to a graph that loads cannot spoil what is there: none of it names them, so no circle runs through
//! both, and what it names stays. So it is enough that the new records hold against those that are known. Where this is not
//! seen to be so, it is no proof that the graph would not load: then the whole is to be asked.

use std::path::Path;

use super::named::file_of;
use crate::store::check::draft;
use crate::store::read::file::GraphFile;
use crate::store::read::files::{Files, Loaded};
use crate::store::read::load::Held;
use crate::store::read::sheet::Sheets;
use crate::store::record::{AddedFile, ClaimFile, InboxFile, JudgementRecord};

/// What a file brings that was not there.
#[derive(Debug)]
pub(in crate::store) enum Brings {
    /// Records of `added/`.
    Added(AddedFile),
    /// Claims of a source.
    Claims(ClaimFile),
    /// A judgement.
    Judgement(JudgementRecord),
    /// A text with its candidates; whether a file of it is there, in whose place it comes.
    Inbox(Box<InboxFile>, bool),
}

/// A graph, and what has been added to it so far.
pub(in crate::store) struct Trial<'a> {
    held: &'a Held,
    new: Files,
}

impl<'a> Trial<'a> {
    /// Nothing yet.
    pub fn new(held: &'a Held) -> Self {
        let inbox = held.inbox.iter().cloned().map(nowhere).collect();
        Self { held, new: Files { inbox, ..Files::default() } }
    }

    /// Whether the graph is seen to load with this, too.
    pub fn holds_with(&mut self, brings: Brings) -> bool {
        match brings {
            Brings::Added(added) => self.new.added.push(nowhere(added)),
            Brings::Claims(claims) => self.new.claims.push(nowhere(claims)),
            Brings::Judgement(judgement) => self.new.judgements.push(nowhere(vec![judgement])),
            Brings::Inbox(file, again) => {
                if !self.wait(*file, again) {
                    return false;
                }
            }
        }
        let known = &self.held.archive;
        let holds = |sheets: &Sheets<'_>| draft(&self.new, sheets, Some(known), &|| ()).1.is_empty();
        holds(&Sheets::new(&self.new))
            && (self.new.inbox.is_empty() || holds(&Sheets::with_inbox(&self.new, Some(known))))
    }

    /// Takes the file in, in the order of names; not, if it takes the place of another than is known.
    fn wait(&mut self, file: InboxFile, again: bool) -> bool {
        let name = |held: &Loaded<InboxFile>| held.record.as_ref().map(|own| file_of(&own.source.id));
        let loaded = nowhere(file);
        let same = self.new.inbox.iter().position(|held| name(held) == name(&loaded));
        match same {
            Some(place) => self.new.inbox[place] = loaded,
            None => self.new.inbox.push(loaded),
        }
        self.new.inbox.sort_by_cached_key(name);
        same.is_some() == again
    }
}

/// Records that stand in no file: it is not asked where they are at fault, only whether.
fn nowhere<T>(record: T) -> Loaded<T> {
    Loaded { file: Some(GraphFile::new(Path::new(""), String::new())), record: Some(record) }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::store::read::load::open;
    use crate::store::record::ClaimRecord;
    use crate::store::{Contents, init, to_ron};

    const CLAIM: &str = r#"(source: "harbour-report", claims: [(id: "new", says: "It is new", about: Stance(proposition: "warned",
        stance: Affirms), evidence: [(fragment: "new")])])"#;

    fn claims(change: impl Fn(&mut ClaimRecord)) -> Brings {
        let mut file: ClaimFile = crate::quantity::options().from_str(CLAIM).unwrap();
        file.claims.iter_mut().for_each(change);
        Brings::Claims(file)
    }

    fn added(text: &str) -> Brings {
        Brings::Added(crate::quantity::options().from_str(text).unwrap())
    }

    fn all() -> Vec<Brings> {
        vec![
            claims(|_| ()),
            claims(|claim| claim.id = "New".into()),
            claims(|claim| claim.supersedes = vec!["new".into()]),
            claims(|claim| claim.supersedes = vec!["nothing".into()]),
            claims(|claim| claim.evidence.clear()),
            claims(|claim| claim.conversion_of = Some("new".into())),
            added(r#"(sources: [(id: "one", cites: ["harbour-report", "two"]), (id: "two")])"#),
            added(r#"(sources: [(id: "harbour-report")])"#),
            added(r#"(sources: [(id: "one", cites: ["three"])])"#),
            added(
                r#"(places: [(id: "one", name: "One", part_of: ["two"]), (id: "two", name: "Two", part_of: ["one"])])"#,
            ),
            added(r#"(events: [(id: "fair", name: "The fair", date: "2030-01")])"#),
            added(r#"(events: [(id: "fair", name: "The fair", date: "soon")])"#),
            added(r#"(judgements: [(id: "so", on: [(claim: "nothing")], verdict: "v", by: "b", date: "2030")])"#),
        ]
    }

    fn written(dir: &Path, brings: &Brings) {
        let put = |name: &str, text: String| {
            fs::create_dir_all(dir.join(name).parent().unwrap()).unwrap();
            fs::write(dir.join(name), text).unwrap();
        };
        match brings {
            Brings::Added(own) => put("added/new.ron", to_ron(own).unwrap()),
            Brings::Claims(own) => put("claims/new.ron", to_ron(own).unwrap()),
            Brings::Judgement(own) => put("judgements/new.ron", to_ron(&vec![own]).unwrap()),
            Brings::Inbox(own, _) => put("inbox/new.ron", to_ron(own).unwrap()),
        }
    }

    #[test]
    fn a_trial_says_what_loading_says() {
        let mut told = Vec::new();
        for brings in all() {
            let folder = tempfile::tempdir().unwrap();
            let dir: PathBuf = folder.path().join("graph");
            init(&dir, Contents::Example).unwrap();
            let held = open(&dir).unwrap();
            written(&dir, &brings);
            let text = format!("{brings:?}");
            let holds = Trial::new(&held).holds_with(brings);
            assert_eq!(holds, open(&dir).is_ok(), "{text}");
            told.push(holds);
        }
        assert!(told.contains(&true) && told.iter().filter(|holds| !**holds).count() > 5, "{told:?}");
    }
}
