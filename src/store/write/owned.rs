//! Files that the program writes among those of people, and may write anew as long as nobody has touched them: their first
//! line holds a digest of the rest.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::named::stem;
use super::whole::{WriteError, to_lines, to_ron};
use crate::store::digest::sha256;
use crate::store::read::file::GraphFile;

/// Hexadecimal digits of the digest in the first line.
const DIGITS: usize = 16;

/// The text of such a file; `by` is the command that writes it.
pub(in crate::store) fn sealed<T: Serialize>(record: &T, by: &str) -> Result<String, ron::Error> {
    Ok(with_seal(&to_ron(record)?, by))
}

/// The same for many claims, one a line.
pub(in crate::store) fn sealed_lines<T: Serialize>(record: &T, by: &str) -> Result<String, ron::Error> {
    Ok(with_seal(&to_lines(record)?, by))
}

fn with_seal(text: &str, by: &str) -> String {
    let seal = seal(text);
    format!(
        "// Written by `gainsay {by}`; seal {seal}. Change it as you like: it is yours then, and never written again.\n{text}"
    )
}

fn seal(text: &str) -> String {
    sha256(text.as_bytes()).chars().take(DIGITS).collect()
}

/// Whether the text is as the program wrote it.
fn is_untouched(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(head, rest)| head.contains(&format!("seal {}.", seal(rest))))
}

/// Where the program may write for a source, and what it has written there before: `NAME.ron`, or the first of `NAME-2.ron`
/// and so on that is not a person's.
pub(in crate::store) fn place<T: DeserializeOwned>(
    folder: &Path,
    name: &str,
) -> Result<(PathBuf, Option<T>), WriteError> {
    let names = std::iter::once(stem(name)).chain((2..).map(|number: usize| format!("{}-{number}", stem(name))));
    for name in names {
        let path = folder.join(format!("{name}.ron"));
        match fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok((path, None)),
            Err(error) => return Err(WriteError::Io { path, error }),
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                if is_untouched(&text)
                    && let Ok(record) = GraphFile::new(&path, text).parse()
                {
                    return Ok((path, Some(record)));
                }
            }
        }
    }
    Err(WriteError::Exists(folder.to_path_buf()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_the_programs_until_somebody_touches_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let own = |name: &str| place::<Vec<u32>>(folder.path(), name).unwrap();
        assert_eq!(own("a"), (at("a.ron"), None));
        let text = sealed(&vec![1_u32], "review").unwrap();
        fs::write(at("a.ron"), &text).unwrap();
        assert_eq!(own("a"), (at("a.ron"), Some(vec![1])));
        fs::write(at("a.ron"), format!("{text}// mine\n")).unwrap();
        assert_eq!(own("a"), (at("a-2.ron"), None));
        fs::write(at("a-2.ron"), "[2]").unwrap();
        assert_eq!(own("a"), (at("a-3.ron"), None));
    }
}
