//! Names of files that are made of ids, such as every file system can hold.

use super::digest::sha256;

/// Names that Windows keeps for devices, whatever they end with; those with a digit follow.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// The longest name that is made of an id, in bytes: file systems hold 255, and `-part-0001.ron` comes after it.
const LONGEST: usize = 200;
/// Hexadecimal digits of the digest that stands in place of the rest of a longer one.
const DIGITS: usize = 16;

/// The name of the file of an id: `ID.ron`. An underscore, which no id has, tells the name of another from it: `con_.ron`, since
/// Windows has no file `con.ron`, and the beginning of a long id with a digest of all of it.
pub fn file_of(id: &str) -> String {
    format!("{}.ron", stem(id))
}

/// Whether it is the name of a file alone, on any system: no path, and no `C:name`, which Windows takes for one.
pub fn is_file_name(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':') && name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    !name.is_empty() && !matches!(name, "." | "..") && !name.contains(['/', '\\', '\0']) && !drive
}

/// The same without the ending.
pub(super) fn stem(id: &str) -> String {
    if is_device(id) {
        return format!("{id}_");
    }
    match id.get(..LONGEST).filter(|_| id.len() > LONGEST) {
        Some(start) => format!("{start}_{}", &sha256(id.as_bytes())[..DIGITS]),
        None => id.to_owned(),
    }
}

fn is_device(id: &str) -> bool {
    let numbered = |name: &&str| id.strip_prefix(*name).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    DEVICES.contains(&id) || NUMBERED.iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_has_a_name_that_every_system_can_hold() {
        assert_eq!(file_of("harbour-report"), "harbour-report.ron");
        for device in ["con", "nul", "aux", "prn", "com1", "lpt9"] {
            assert_eq!(file_of(device), format!("{device}_.ron"));
        }
        for plain in ["com", "com12", "console", "lpt-1"] {
            assert_eq!(file_of(plain), format!("{plain}.ron"));
        }
        let (one, other) = ("a".repeat(300), format!("{}b", "a".repeat(299)));
        assert!(file_of(&one).len() < 240 && file_of(&one) != file_of(&other));
    }
}
