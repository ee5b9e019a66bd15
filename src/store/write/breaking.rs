//! Changes of a graph that break off at each of their steps: the step fails, as on a full disk, or the process dies there.

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use serde::de::DeserializeOwned;

    use crate::model::Archive;
    use crate::store::read::load::open;
    use crate::store::record::{AddedFile, ClaimFile, ClaimRecord, InboxFile};
    use crate::store::write::change::{ChangeError, change};
    use crate::store::write::disk::failing::{DEATH, after, die_after, never};
    use crate::store::write::init::{Contents, init};
    use crate::store::write::whole::WriteError;

    /// The program's own files of a graph, all of which [`much`] writes.
    const OWN: [&str; 5] =
        ["added/sheet.ron", "claims/late.ron", "inbox/waiting.ron", "judgements/so.ron", "reuse.ron"];

    fn read<T: DeserializeOwned>(text: &str) -> T {
        crate::quantity::options().from_str(text).unwrap()
    }

    fn claim(id: &str) -> ClaimRecord {
        let about = r#"Stance(proposition: "warned", stance: Affirms)"#;
        read(&format!(r#"(id: "{id}", says: "So", about: {about}, evidence: [(fragment: "so")])"#))
    }

    fn source(id: &str) -> AddedFile {
        read(&format!(r#"(sources: [(id: "{id}")])"#))
    }

    fn inbox(id: &str) -> InboxFile {
        read(&format!(r#"(source: (id: "{id}"), read: (file: "{id}.txt", sha256: ""), candidates: [])"#))
    }

    /// A change of every kind of file that the program writes.
    fn much(dir: &Path) -> Result<(), ChangeError> {
        change(dir, |_, change| {
            change.accept("late", source("late"), vec![claim("accepted")])?;
            change.import("sheet", source("sheet"))?;
            let parts = change.parts("sheet")?;
            for number in 0..3 {
                let claims = vec![claim(&format!("part-{number}"))];
                parts.write(number, vec![ClaimFile { source: "sheet".to_owned(), claims }])?;
            }
            change.place(parts);
            change.judge(&read(
                r#"(id: "so", on: [(claim: "accepted")], verdict: "it was", by: "desk", date: "2031")"#,
            ))?;
            change.passages(&[])?;
            change.relocations(&[])?;
            change.inbox(&inbox("waiting"))?;
            Ok(())
        })
    }

    /// A new graph that holds a change of before.
    fn graph() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("graph");
        init(&dir, Contents::Example).unwrap();
        (folder, dir)
    }

    /// Whether a graph has all that another has.
    fn has_all(graph: &Archive, other: &Archive) -> bool {
        other.claims.iter().all(|(id, claim)| graph.claims.get(id) == Some(claim))
            && other.sources.iter().all(|(id, source)| graph.sources.get(id) == Some(source))
            && other.judgements.iter().all(|judgement| graph.judgements.contains(judgement))
    }

    /// The files that wait in the graph, in whatever folder.
    fn waiting(dir: &Path) -> Vec<PathBuf> {
        let (mut found, mut folders) = (Vec::new(), vec![dir.to_path_buf()]);
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                if name.starts_with('.') && ![".lock", ".gitignore"].contains(&name.as_str()) {
                    found.push(path);
                } else if path.is_dir() {
                    folders.push(path);
                }
            }
        }
        found
    }

    #[test]
    fn whatever_step_fails_the_graph_loads_and_nothing_is_lost() {
        let whole = {
            let (_folder, dir) = graph();
            much(&dir).unwrap();
            open(&dir).unwrap().archive.claims.len()
        };
        let (mut failed, mut untouched) = (0, 0);
        for steps in 0.. {
            let (_folder, dir) = graph();
            let before = open(&dir).unwrap().archive;
            after(steps);
            let done = much(&dir);
            if !never() {
                done.unwrap();
                assert!(OWN.iter().all(|name| dir.join(name).exists()));
                break;
            }
            failed += 1;
            let Err(ChangeError::Write(WriteError::Io { .. })) = done else { panic!("step {steps}: {done:?}") };
            assert_eq!(waiting(&dir), [] as [PathBuf; 0], "step {steps}");
            let held = open(&dir).unwrap_or_else(|error| panic!("step {steps}: {error:?}")).archive;
            assert!(has_all(&held, &before), "step {steps}");
            assert!(held.claims.len() <= whole);
            // Nothing is begun before all is written aside.
            untouched += usize::from(held == before && OWN.iter().all(|name| !dir.join(name).exists()));
        }
        assert_eq!((failed, untouched), (56, 39), "steps that fail, and those of them before anything is in place");
    }

    /// Does its work only in a process that the next test starts.
    #[test]
    fn a_process_that_dies() {
        let Some(dir) = std::env::var_os("GAINSAY_DIES_IN") else { return };
        let steps = std::env::var("GAINSAY_DIES_AFTER").unwrap();
        die_after(steps.parse().unwrap());
        much(Path::new(&dir)).unwrap();
    }

    #[test]
    fn wherever_the_process_dies_the_graph_loads_and_nothing_is_lost() {
        let mut died = 0;
        for steps in 0.. {
            let (_folder, dir) = graph();
            let before = open(&dir).unwrap().archive;
            let mut child = Command::new(std::env::current_exe().unwrap());
            child.args(["--exact", "store::write::breaking::tests::a_process_that_dies"]);
            child.env("GAINSAY_DIES_IN", &dir).env("GAINSAY_DIES_AFTER", steps.to_string());
            let output = child.output().unwrap();
            let held = open(&dir).unwrap_or_else(|error| panic!("step {steps}: {error:?}")).archive;
            assert!(has_all(&held, &before), "step {steps}");
            if output.status.success() {
                assert!(OWN.iter().all(|name| dir.join(name).exists()));
                break;
            }
            assert_eq!(output.status.code(), Some(DEATH), "step {steps}: {output:?}");
            died += 1;
            // The next change finds no lock, and what it writes stands where the other left something waiting.
            let next = change(&dir, |_, change| {
                change.accept("next", source("next"), vec![claim("next")])?;
                let parts = change.parts("next")?;
                change.place(parts);
                change.judge(&read(
                    r#"(id: "next", on: [(claim: "next")], verdict: "it was", by: "desk", date: "2031")"#,
                ))?;
                change.passages(&[])?;
                change.inbox(&inbox("next-text"))?;
                Ok::<_, ChangeError>(())
            });
            next.unwrap_or_else(|error| panic!("step {steps}: {error}"));
            assert_eq!(waiting(&dir), [] as [PathBuf; 0], "step {steps}");
            assert!(open(&dir).unwrap().archive.claims.contains_key("next"), "step {steps}");
        }
        assert_eq!(died, 56, "as many as fail");
    }
}
