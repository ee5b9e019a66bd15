//! Pages of the web: the article in them, what the page says of it, and its links.

mod choose;
mod emit;
mod meta;
mod rules;
mod tree;

use self::choose::{choose, is_out};
use self::emit::Emitter;
use self::tree::Tree;
use super::document::{Document, Part};
use super::error::ReadError;
use super::format::Format;
use super::places::Places;

/// The document of a page. If its first heading stands outside the article, the text begins with it.
pub(super) fn read(source: String) -> Result<Document, ReadError> {
    let tree = tree::tree(&source);
    let choice = choose(&tree);
    let mut emitter = Emitter::new(&source, choice.by_name);
    if let Some(heading) = heading_outside(&tree, choice.node, choice.by_name) {
        emitter.element(&tree, heading);
    }
    emitter.element(&tree, choice.node);
    let Emitter { text, pieces, links, heading, .. } = emitter;
    if text.is_empty() {
        return Err(ReadError::NoText {
            format: Format::Html,
            reason: "it has no text of its own; scripts may load it",
        });
    }
    let mut document = Document::new(Format::Html, text, Places::pieces(source, pieces));
    document.links = links;
    document.body = heading.as_ref().filter(|heading| heading.start == 0).map_or(0, |heading| heading.end);
    let said = tree.meta.fill(&mut document);
    let seen = heading.map(|span| Part { text: document.text[span.clone()].to_owned(), span: Some(span) });
    document.title = match (said, seen) {
        (Some(said), Some(seen)) if seen.text != said => Some(Part { text: said, span: None }),
        (Some(said), None) => Some(Part { text: said, span: None }),
        (_, seen) => seen,
    };
    Ok(document)
}

/// The first heading of a page, if the article has none.
fn heading_outside(tree: &Tree, article: usize, by_name: bool) -> Option<usize> {
    let headings =
        || (0..tree.nodes.len()).filter(|id| tree.nodes[*id].is_heading && !is_out(&tree.nodes[*id], by_name));
    let within = &tree.nodes.get(article)?.events;
    let inside = headings().any(|id| within.contains(&tree.nodes[id].events.start));
    if inside { None } else { headings().next() }
}

#[cfg(test)]
mod tests;
