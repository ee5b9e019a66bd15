//! Names in a field of BibTeX: with "and" between them, in parts, or in braces.

use biblatex::{Chunk, Chunks, ChunksExt, Person, Spanned};

/// The names, apart. An "and" in braces is one of a name.
pub fn split(chunks: &[Spanned<Chunk>]) -> Vec<Chunks> {
    let mut names = vec![Chunks::new()];
    for chunk in chunks {
        let Chunk::Normal(text) = &chunk.v else {
            names.last_mut().into_iter().for_each(|name| name.push(chunk.clone()));
            continue;
        };
        let text = text.replace(['\n', '\r', '\t'], " ");
        for (number, part) in text.split(" and ").enumerate() {
            if number > 0 {
                names.push(Chunks::new());
            }
            if !part.trim().is_empty() {
                // Names are cut by their places, wherever these are.
                let part = Spanned::new(Chunk::Normal(part.to_owned()), 0..part.len());
                names.last_mut().into_iter().for_each(|name| name.push(part.clone()));
            }
        }
    }
    names
}

/// A name as people write it; none if it cannot be read.
pub fn name(chunks: &[Spanned<Chunk>]) -> Option<String> {
    if chunks.iter().all(|chunk| matches!(chunk.v, Chunk::Verbatim(_))) {
        return Some(chunks.format_verbatim().trim().to_owned());
    }
    let persons: Vec<Person> = chunks.parse().ok()?;
    let one = |one: &Person| {
        let parts = [&one.given_name, &one.prefix, &one.name, &one.suffix];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    Some(persons.iter().map(one).collect::<Vec<_>>().join(" and "))
}
