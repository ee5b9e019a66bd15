//! What the commands print of a large graph: citations counted, and long lists by their beginning.

use std::process::Command;

use tempfile::TempDir;

use crate::size::made::Shape;

/// More than are shown at once.
const SOURCES: usize = 500;

fn printed(folder: &TempDir, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.arg("--graph").arg(folder.path().join("graph")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn made(shape: Shape) -> TempDir {
    let folder = TempDir::new().unwrap();
    shape.write(SOURCES, &folder.path().join("graph"));
    folder
}

#[test]
fn citations_are_counted() {
    let folder = made(Shape::Citing);
    let trace = printed(&folder, &["trace", "c000000"]);
    let cites = "its source cites 499 sources, directly or through others; 1 of them cites nothing here";
    assert!(trace.contains(cites), "{trace}");
    let impact = printed(&folder, &["impact", "s000499"]);
    assert!(impact.contains("499 sources cite it, directly or through others, with 5 claims"), "{impact}");
    assert!(impact.contains("\n  s000000  ") && impact.contains("… and 479 more"), "{impact}");
    let json = printed(&folder, &["impact", "s000499", "--format", "json"]);
    assert!(json.contains("\"cited_by\": {\n    \"claims\": 5,\n    \"sources\": 499\n  }"), "{json}");
    assert!(!printed(&folder, &["impact", "s000000"]).contains("cite it"));
}

#[test]
fn long_lists_are_shown_by_their_beginning() {
    let folder = made(Shape::OneSource);
    for (arguments, more) in [
        (&["list", "claims"][..], "… and 480 more; --all lists them"),
        (&["show", "s000000"], "… and 480 more; --all lists them"),
        (&["search", "ashore"], "… and 480 more; --all lists them"),
        (&["impact", "s000000"], "  … and 480 more; --all lists them"),
    ] {
        let short = printed(&folder, arguments);
        assert!(short.contains(more) && short.lines().count() < 260, "{short}");
        let long = printed(&folder, &[arguments, &["--all"]].concat());
        assert!(!long.contains(more) && long.lines().count() >= 500, "{long}");
    }
    assert!(printed(&folder, &["list", "claims", "--format", "json"]).matches("\"id\": \"c0").count() >= 500);
}
