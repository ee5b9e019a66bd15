//! What holds for any bytes, a target each: a target panics where something does not hold. The fuzz targets call them, and
//! so do the tests on every finding that is kept.

mod check;
mod documents;
mod docx;
mod extract;
mod filters;
mod graph;
mod html;
mod import;
#[path = "../../reading/laws.rs"]
mod laws;
mod pdf;
mod plain;
mod snapshot;
#[path = "../../laws/symmetry.rs"]
mod symmetry;
mod values;

/// A target: what is done with some bytes.
pub type Target = fn(&[u8]);

/// All of them, by name.
pub const ALL: [(&str, Target); 11] = [
    ("check", check::run),
    ("docx", docx::run),
    ("extract", extract::run),
    ("filters", filters::run),
    ("graph", graph::run),
    ("html", html::run),
    ("import", import::run),
    ("pdf", pdf::run),
    ("plain", plain::run),
    ("snapshot", snapshot::run),
    ("values", values::run),
];

/// Runs the target of a name.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, target) = ALL.iter().find(|(own, _)| *own == name).unwrap_or_else(|| panic!("no target {name}"));
    target(bytes);
}

/// The first byte chooses one of some; the others are what it is chosen for.
fn choose<'a, T: Copy>(bytes: &'a [u8], from: &[T]) -> Option<(T, &'a [u8])> {
    let (first, rest) = bytes.split_first()?;
    Some((from[usize::from(*first) % from.len()], rest))
}
