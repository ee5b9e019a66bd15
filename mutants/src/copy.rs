//! A copy of the crate, in which mutants are built.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// How the copy asks which mutant is on.
const SWITCH: &str = r#"
#[doc(hidden)]
#[allow(missing_docs)]
pub mod mutant {
    pub fn on(number: usize) -> bool {
        static ON: std::sync::LazyLock<Option<usize>> =
            std::sync::LazyLock::new(|| std::env::var("GAINSAY_MUTANT").ok()?.parse().ok());
        *ON == Some(number)
    }
}
"#;

pub struct Copy {
    pub root: PathBuf,
    pub target: PathBuf,
    /// The files of code, as they are without mutants.
    pub code: BTreeMap<String, String>,
}

impl Copy {
    /// Makes the copy of the project in this folder, or brings it up to date.
    pub fn renew(work: &Path) -> Result<Copy> {
        let listed = Command::new("git")
            .args(["ls-files", "-z", "-co", "--exclude-standard"])
            .output()
            .context("git cannot run")?;
        ensure!(listed.status.success(), "git does not list the files: {}", String::from_utf8_lossy(&listed.stderr));
        let mut copy = Copy { root: work.join("copy"), target: work.join("target"), code: BTreeMap::new() };
        let listed = String::from_utf8(listed.stdout)?;
        for path in listed.split_terminator('\0').filter(|path| Path::new(path).is_file()) {
            let bytes = fs::read(path).with_context(|| format!("{path} cannot be read"))?;
            if path.starts_with("src/") && path.ends_with(".rs") {
                copy.code.insert(path.to_owned(), String::from_utf8(bytes)?);
            } else if path == "Cargo.toml" {
                copy.write(path, manifest(&String::from_utf8(bytes)?)?.as_bytes())?;
            } else {
                copy.write(path, &bytes)?;
            }
        }
        copy.code.entry("src/lib.rs".to_owned()).and_modify(|text| text.push_str(SWITCH));
        copy.remove_others(&listed)?;
        Ok(copy)
    }

    /// Writes a file only if it changes, so that only what changed is built.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.root.join(path);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().context("a file has a folder")?)?;
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Whatever the project has no longer.
    fn remove_others(&self, listed: &str) -> Result<()> {
        let kept: std::collections::BTreeSet<&str> = listed.split_terminator('\0').collect();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.strip_prefix(&self.root)?.to_str().is_some_and(|path| kept.contains(path)) {
                    fs::remove_file(&path)?;
                }
            }
        }
        Ok(())
    }
}

/// Tests are built once and run a thousand times; nobody reads lines of code in them.
fn manifest(own: &str) -> Result<String> {
    const FAST: &str = "[profile.dev]\nopt-level = 1\ndebug = false";
    let (before, after) =
        own.split_once("[profile.dev]\ndebug = \"line-tables-only\"").context("Cargo.toml has no such profile")?;
    Ok([before, FAST, after, "\n[workspace]\n"].concat())
}
