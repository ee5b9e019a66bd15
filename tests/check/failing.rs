//! Files that cannot be read: each is told with what was found and what to do, and the others are checked.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn check(folder: &Path, files: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(folder).args(["check", "--no-graph"]).args(files).env("NO_COLOR", "1").output().unwrap()
}

const PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n\
    endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 60 >>\nstream\nBT /F 12 Tf";

/// Files that cannot be read, and what is told of each.
fn failing(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let rubbish: Vec<u8> = (0..4_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let zip = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    let zip = [b"PK\x03\x04\x14\0\0\0\0\0".as_slice(), &[0; 20], zip].concat();
    let protected = format!("{PDF}\ntrailer << /Root 1 0 R /Encrypt << /Filter /Standard >> >>\n%%EOF");
    let written: [(&str, &[u8]); 9] = [
        ("letter.pdf", b"Ten boats sank."),
        ("cut.pdf", PDF.as_bytes()),
        ("protected.pdf", protected.as_bytes()),
        ("mislabelled.docx", &zip),
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("rubbish.txt", &rubbish),
        ("lines.jsonl", b"{\"text\": \"Ten boats sank.\"}\n{\"text\": \"Nine bo\n{\"text\": \"Eight boats sank.\"}\n"),
        ("list.jsonl", b"{\"text\": \"Ten boats sank.\"}\n[1]\n"),
    ];
    for (name, bytes) in written {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::create_dir(folder.join("folder")).unwrap();
    vec![
        (
            "letter.pdf",
            "its name ends with .pdf, but no PDF was found in it; if it is a text, give it a name that ends with .txt",
        ),
        (
            "cut.pdf",
            "a broken PDF file was found (it is cut off before its end); open it where it came from and save it anew",
        ),
        (
            "protected.pdf",
            "a protected PDF file was found, one without a password was expected; save it without protection",
        ),
        ("mislabelled.docx", "DOCX"),
        ("empty.txt", "the file is empty, a text was expected"),
        ("blank.txt", "the file is empty, a text was expected"),
        ("rubbish.txt", "a text was expected; save it as plain text"),
        (
            "lines.jsonl",
            "line 2 of JSON Lines is no article: it is no whole JSON value (at column 17); expected an object",
        ),
        (
            "list.jsonl",
            "line 2 of JSON Lines is no article: it is a list; expected an object with \"text\" or \"body\"; mend",
        ),
        ("folder", "a folder was found, a file was expected; name the files in it"),
        ("missing.txt", "there is no such file; check its name"),
    ]
}

#[test]
fn each_failing_file_is_told_and_the_others_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let told = failing(folder.path());
    fs::write(folder.path().join("good.txt"), "The new quay of Lorn is 1,400 metres long, the mayor said.").unwrap();
    // A page under another name is read as what it is.
    let page = "<!doctype html><p>The new quay of Lorn is 250 metres long, the builder said.";
    fs::write(folder.path().join("page.pdf"), page).unwrap();
    let files: Vec<&str> = told.iter().map(|(name, _)| *name).chain(["good.txt", "page.pdf"]).collect();
    let output = check(folder.path(), &files);
    let (shown, errors) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(shown.contains("good.txt:1:25 mayor") && shown.contains("page.pdf:1:"), "{shown}");
    assert!(shown.ends_with("1 contradiction, 0 tensions; 2 figures in 2 texts\n"), "{shown}");
    // What to do stands on a line of its own.
    let errors = errors.replace("\nhelp: ", "; ");
    for (line, (name, wanted)) in errors.lines().zip(&told) {
        assert!(
            line.starts_with("error[") && line.contains(&format!("]: {name}: ")) && line.contains(wanted),
            "{line}"
        );
    }
    assert_eq!((errors.lines().count(), output.status.code()), (told.len(), Some(2)), "{errors}");
}
