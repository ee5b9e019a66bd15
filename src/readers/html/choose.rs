//! Which element of a page holds the article: the smallest one with nearly all of its prose, or one that the page names.

use super::tree::{Break, Event, Mark, Node, Tree};

/// A paragraph of prose has at least so many letters.
const PROSE: usize = 80;
/// Less than one in so many of them lead elsewhere.
const LINKED: usize = 3;

/// The main element; whether elements that the page names as no text count.
pub(super) struct Choice {
    /// The element.
    pub node: usize,
    /// Whether names of elements leave them out.
    pub by_name: bool,
}

/// Whether the text of an element is left out.
pub(super) fn is_out(node: &Node, by_name: bool) -> bool {
    node.left_out || by_name && node.named_out
}

/// Chooses. If names leave out more prose than they leave, they are of no use.
pub(super) fn choose(tree: &Tree) -> Choice {
    let (kept, all) = (prose(tree, true), prose(tree, false));
    let total = |prose: &[usize]| prose.first().copied().unwrap_or(0);
    let by_name = total(&kept) * 2 >= total(&all);
    let prose = if by_name { kept } else { all };
    Choice { node: marked(tree, &prose).unwrap_or_else(|| smallest(tree, &prose)), by_name }
}

/// The letters of prose in each element.
fn prose(tree: &Tree, by_name: bool) -> Vec<usize> {
    let mut prose = vec![0; tree.nodes.len()];
    let (mut block, mut links) = (0, 0usize);
    let (mut letters, mut linked) = (0usize, 0usize);
    let mut open: Vec<usize> = Vec::new();
    for event in &tree.events {
        let (Event::Open(id) | Event::Close(id)) = event else {
            let Event::Text(text, _) = event else { continue };
            let seen = open.last().is_some_and(|id| !is_out(&tree.nodes[*id], by_name));
            let count = if seen { text.split_whitespace().map(|word| word.len() + 1).sum() } else { 0 };
            letters += count;
            linked += if links > 0 { count } else { 0 };
            continue;
        };
        let node = &tree.nodes[*id];
        if node.breaks > Break::None {
            if letters >= PROSE && linked * LINKED < letters {
                prose[block] += letters;
            }
            (letters, linked) = (0, 0);
            block = if matches!(event, Event::Open(_)) { *id } else { node.parent };
        }
        if matches!(event, Event::Open(_)) {
            open.push(*id)
        } else {
            open.truncate(open.len().saturating_sub(1))
        }
        if node.href.is_some() {
            links = if matches!(event, Event::Open(_)) { links + 1 } else { links.saturating_sub(1) };
        }
    }
    for id in (1..prose.len()).rev() {
        prose[tree.nodes[id].parent] += prose[id];
    }
    prose
}

/// The element that the page names, if it has half of the prose: the surest kind, then the most prose.
fn marked(tree: &Tree, prose: &[usize]) -> Option<usize> {
    let total = prose.first().copied().unwrap_or(0);
    let named = (0..tree.nodes.len()).filter(|id| tree.nodes[*id].mark != Mark::None);
    let enough = named.filter(|id| prose[*id] * 2 > total);
    enough.max_by_key(|id| (tree.nodes[*id].mark, prose[*id], std::cmp::Reverse(*id)))
}

/// The last, and so the smallest, that holds four fifths of the prose.
fn smallest(tree: &Tree, prose: &[usize]) -> usize {
    let total = prose.first().copied().unwrap_or(0);
    let mut blocks = (0..tree.nodes.len()).filter(|id| tree.nodes[*id].breaks == Break::Paragraph);
    blocks.rfind(|id| total > 0 && prose[*id] * 5 >= total * 4).unwrap_or(0)
}
