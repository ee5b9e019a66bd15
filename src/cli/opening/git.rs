//! Reads a graph out of a revision of the git repository that it is kept in, by asking the program `git`.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::git_error::GitError;

/// The repository that a graph is kept in.
pub struct Repository {
    /// The directory of the graph.
    dir: PathBuf,
    /// The way from the top of the repository to it, with a slash at the end; empty at the top.
    way: String,
}

/// A file of a revision.
struct Entry {
    object: String,
    path: PathBuf,
}

impl Repository {
    /// The repository of a graph's directory.
    pub fn of(dir: &Path) -> Result<Self, GitError> {
        let output = run(dir, &["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(GitError::NoRepository { dir: dir.to_path_buf(), says: last_words(&output) });
        }
        let way = String::from_utf8_lossy(&output.stdout);
        Ok(Self { dir: dir.to_path_buf(), way: way.trim_end_matches(['\n', '\r']).to_owned() })
    }

    /// The graph in a revision, as files say where they are.
    pub fn path_in(&self, revision: &str) -> String {
        let way = self.way.trim_end_matches('/');
        if way.is_empty() { revision.to_owned() } else { format!("{revision}:{way}") }
    }

    /// The commit at which two revisions parted.
    pub fn base(&self, a: &str, b: &str) -> Result<String, GitError> {
        let (first, second) = (self.commit(a)?, self.commit(b)?);
        let output = run(&self.dir, &["merge-base", &first, &second])?;
        let base = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let none = || GitError::NothingInCommon(a.to_owned(), b.to_owned());
        if output.status.success() && !base.is_empty() { Ok(base) } else { Err(none()) }
    }

    /// Writes the graph of a revision into a temporary directory. Files that are no RON are there, and empty.
    pub fn graph(&self, revision: &str) -> Result<TempDir, GitError> {
        let commit = self.commit(revision)?;
        let way = self.way.trim_end_matches('/');
        let tree = run(&self.dir, &["rev-parse", "--verify", "--quiet", &format!("{commit}:{way}")])?;
        if !tree.status.success() {
            let path = format!("{way}/graph.ron").trim_start_matches('/').to_owned();
            return Err(GitError::NotThere { revision: revision.to_owned(), path });
        }
        let entries = self.entries(String::from_utf8_lossy(&tree.stdout).trim())?;
        let folder = tempfile::tempdir()?;
        self.write(&entries, folder.path())?;
        Ok(folder)
    }

    /// What begins like an option is none, and no revision either: git allows no such name.
    fn commit(&self, revision: &str) -> Result<String, GitError> {
        let unknown = || GitError::UnknownRevision(revision.to_owned());
        if revision.is_empty() || revision.starts_with('-') || revision.contains('\0') {
            return Err(unknown());
        }
        let name = format!("{revision}^{{commit}}");
        let output = run(&self.dir, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name])?;
        let commit = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !commit.is_empty() { Ok(commit) } else { Err(unknown()) }
    }

    /// The files of a tree: `<mode> <type> <object>\t<path>\0` for each.
    fn entries(&self, tree: &str) -> Result<Vec<Entry>, GitError> {
        let output = finished("ls-tree", run(&self.dir, &["ls-tree", "-r", "-z", "--full-tree", tree])?)?;
        let mut entries = Vec::new();
        for line in output.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            let line = String::from_utf8_lossy(line);
            let Some((about, path)) = line.split_once('\t') else { continue };
            let mut about = about.split(' ').skip(1);
            if let (Some("blob"), Some(object)) = (about.next(), about.next()) {
                entries.push(Entry { object: object.to_owned(), path: inside(path)? });
            }
        }
        Ok(entries)
    }

    fn write(&self, entries: &[Entry], folder: &Path) -> Result<(), GitError> {
        for entry in entries {
            let path = folder.join(&entry.path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create(&path)?;
        }
        let read: Vec<&Entry> =
            entries.iter().filter(|entry| entry.path.extension() == Some(OsStr::new("ron"))).collect();
        let contents = self.contents(&read)?;
        let mut rest = &contents[..];
        for entry in read {
            let (content, left) = first(rest).ok_or_else(|| unread(entry, &first_line(rest)))?;
            fs::write(folder.join(&entry.path), content)?;
            rest = left;
        }
        Ok(())
    }

    /// What `cat-file --batch` prints of the files, which are asked for in a file: git may print before it has read all.
    fn contents(&self, entries: &[&Entry]) -> Result<Vec<u8>, GitError> {
        let mut asked = tempfile::NamedTempFile::new()?;
        for entry in entries {
            writeln!(asked, "{}", entry.object)?;
        }
        let mut command = git(&self.dir, &["cat-file", "--batch"]);
        finished("cat-file", command.stdin(asked.reopen()?).output().map_err(GitError::NoGit)?)
    }
}

/// The first file of what is printed as `<object> <type> <size>\n<content>\n`, and what comes after it.
fn first(printed: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = printed.iter().position(|byte| *byte == b'\n')?;
    let size: usize = std::str::from_utf8(&printed[..end]).ok()?.rsplit(' ').next()?.parse().ok()?;
    let (content, rest) = printed.get(end + 1..)?.split_at_checked(size)?;
    Some((content, rest.get(1..)?))
}

/// A path that does not lead out of the directory that it is joined to.
fn inside(path: &str) -> Result<PathBuf, GitError> {
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if plain { Ok(PathBuf::from(path)) } else { Err(GitError::Name(path.to_owned())) }
}

/// Asks about the repository that the directory is in, also from a hook, which is told of another way to it.
fn git(dir: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
    command.arg("-C").arg(dir).args(arguments).stdin(Stdio::null());
    command
}

fn run(dir: &Path, arguments: &[&str]) -> Result<Output, GitError> {
    git(dir, arguments).output().map_err(GitError::NoGit)
}

/// What a command printed, if it did what it should.
fn finished(command: &str, output: Output) -> Result<Vec<u8>, GitError> {
    if output.status.success() { Ok(output.stdout) } else { Err(failed(command, last_words(&output))) }
}

/// Why git has printed no content of a file: it says `<object> missing` if it has not got it.
fn unread(entry: &Entry, says: &str) -> GitError {
    if says == format!("{} missing", entry.object) {
        return GitError::NoObject { path: entry.path.display().to_string(), object: entry.object.clone() };
    }
    failed("cat-file", says.to_owned())
}

fn failed(command: &str, says: String) -> GitError {
    GitError::Failed { command: command.to_owned(), says }
}

/// The first line of what git says of a failure.
fn last_words(output: &Output) -> String {
    first_line(&output.stderr).trim_start_matches("fatal: ").to_owned()
}

fn first_line(said: &[u8]) -> String {
    String::from_utf8_lossy(said).lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_prints_is_taken_apart() {
        let printed = b"0a blob 3\na\nb\n0b blob 0\n\n";
        let (content, rest) = first(printed).unwrap();
        assert_eq!((content, first(rest).unwrap()), (&b"a\nb"[..], (&b""[..], &b""[..])));
        for broken in [&b""[..], b"0a missing\n", b"0a blob 9\nabc\n", b"0a blob 3\nabc", b"0a blob x\n"] {
            assert!(first(broken).is_none(), "{broken:?}");
        }
    }

    #[test]
    fn no_path_leads_out() {
        assert_eq!(inside("claims/a.ron").unwrap(), Path::new("claims/a.ron"));
        for path in ["../a", "claims/../../a", "/a", "./../a"] {
            assert!(matches!(inside(path), Err(GitError::Name(_))), "{path}");
        }
    }
}
