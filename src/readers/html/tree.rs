//! The elements of a page as a list, each with where it begins and ends. No element holds another: pages may nest them as
//! deep as they like.

use std::collections::BTreeMap;
use std::ops::Range;

use html5gum::{DefaultEmitter, EndTag, Spanned, StartTag, Token, Tokenizer};

use super::meta::Meta;
use super::rules::RULES;

/// What an element does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

/// What a page says that an element is; the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    None,
    Main,
    Article,
    Body,
}

/// An element.
#[derive(Debug)]
pub(super) struct Node {
    /// The element around it; itself for the first.
    pub parent: usize,
    /// Its events.
    pub events: Range<usize>,
    /// What it does to the text around it.
    pub breaks: Break,
    /// Whether it is no part of the text, as elements around it or its own kind say.
    pub left_out: bool,
    /// The same, by how the page names it.
    pub named_out: bool,
    /// What the page says that it is.
    pub mark: Mark,
    /// Whether it is the first kind of heading.
    pub is_heading: bool,
    /// Where it leads, if it is a link.
    pub href: Option<String>,
}

/// What happens on the way through a page.
#[derive(Debug)]
pub(super) enum Event {
    Open(usize),
    Close(usize),
    /// Text, and its bytes in the page.
    Text(String, Range<usize>),
}

/// A page.
pub(super) struct Tree {
    /// The elements; the first holds all.
    pub nodes: Vec<Node>,
    /// What happens, in order.
    pub events: Vec<Event>,
    /// What the page says of itself.
    pub meta: Meta,
}

/// Elements that are open.
struct Builder {
    tree: Tree,
    open: Vec<(usize, String)>,
    /// Where in `open` the elements stand that end a paragraph around them.
    blocks: Vec<usize>,
    counts: BTreeMap<String, usize>,
}

/// Elements of a page, at most.
const ELEMENTS: usize = 3_000_000;

/// Reads a page; none if it has more elements than any page.
pub(super) fn tree(source: &str) -> Option<Tree> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let tree = Tree { nodes: Vec::new(), events: Vec::new(), meta: Meta::default() };
    let mut builder = Builder { tree, open: Vec::new(), blocks: Vec::new(), counts: BTreeMap::new() };
    builder.push(String::new(), Node::around_all());
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        if builder.tree.nodes.len() > ELEMENTS {
            return None;
        }
        match token {
            Token::StartTag(tag) => builder.start(&tag),
            Token::EndTag(tag) => builder.end(&tag),
            Token::String(text) => builder.text(&text),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    builder.close_to(0);
    Some(builder.tree)
}

impl Node {
    fn around_all() -> Self {
        Self {
            parent: 0,
            events: 0..0,
            breaks: Break::Paragraph,
            left_out: false,
            named_out: false,
            mark: Mark::None,
            is_heading: false,
            href: None,
        }
    }
}

impl Builder {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = lower(&tag.name);
        let attribute = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| lossy(value));
        self.tree.meta.element(&name, &attribute);
        let node = self.node(&name, &attribute);
        if node.breaks > Break::Line || self.is_sibling(&name) {
            self.close_before(&name);
        }
        let parent = self.open.last().map_or(0, |(id, _)| *id);
        self.push(name.clone(), Node { parent, ..node });
        if tag.self_closing && name != "a" || RULES.void.contains(&name) {
            self.close_last();
        }
    }

    /// Items and cells end where the next one begins.
    fn is_sibling(&self, name: &str) -> bool {
        self.open
            .last()
            .is_some_and(|(_, last)| last == name && (RULES.lines.contains(name) || RULES.cells.contains(name)))
    }

    /// A paragraph ends where a block begins.
    fn close_before(&mut self, name: &str) {
        let in_paragraph = |at: &&usize| self.open.get(**at).is_some_and(|(_, own)| own == "p");
        if let Some(at) = self.blocks.last().filter(in_paragraph).copied().filter(|_| RULES.blocks.contains(name)) {
            self.close_to(at);
        } else if self.is_sibling(name) {
            self.close_last();
        }
    }

    fn node(&self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Node {
        let around = self.open.last().and_then(|(id, _)| self.tree.nodes.get(*id));
        let is = |key: &str, value: &str| attribute(key).is_some_and(|own| own.eq_ignore_ascii_case(value));
        let mark = match name {
            _ if attribute("itemprop").is_some_and(|own| own.split_whitespace().any(|word| word == "articleBody")) => {
                Mark::Body
            }
            "article" => Mark::Article,
            "main" => Mark::Main,
            _ if is("role", "main") => Mark::Main,
            _ => Mark::None,
        };
        let hidden = attribute("hidden").is_some() || is("aria-hidden", "true");
        let unseen = attribute("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
        let role = attribute("role").is_some_and(|role| RULES.roles_left_out.contains(&role.to_ascii_lowercase()));
        let exempt = mark != Mark::None || matches!(name, "html" | "body");
        let named = !exempt && ["class", "id"].iter().filter_map(|key| attribute(key)).any(|names| names_out(&names));
        Node {
            parent: 0,
            events: 0..0,
            breaks: breaks(name),
            left_out: around.is_some_and(|node| node.left_out) || hidden || unseen || RULES.left_out.contains(name),
            named_out: around.is_some_and(|node| node.named_out) || role || named,
            mark,
            is_heading: name == "h1",
            href: if name == "a" { attribute("href").filter(|href| !href.starts_with('#')) } else { None },
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = lower(&tag.name);
        if self.counts.get(&name).is_some_and(|count| *count > 0)
            && let Some(at) = self.open.iter().rposition(|(_, own)| *own == name)
        {
            self.close_to(at);
        }
    }

    fn text(&mut self, text: &Spanned<html5gum::HtmlString, usize>) {
        let value = lossy(text);
        if let Some((_, name)) = self.open.last() {
            self.tree.meta.text(name, &value);
        }
        self.tree.events.push(Event::Text(value, text.span.start..text.span.end));
    }

    fn push(&mut self, name: String, mut node: Node) {
        let id = self.tree.nodes.len();
        node.events = self.tree.events.len()..self.tree.events.len();
        self.tree.nodes.push(node);
        self.tree.events.push(Event::Open(id));
        *self.counts.entry(name.clone()).or_default() += 1;
        if RULES.blocks.contains(&name) || RULES.cells.contains(&name) {
            self.blocks.push(self.open.len());
        }
        self.open.push((id, name));
    }

    fn close_last(&mut self) {
        let Some((id, name)) = self.open.pop() else { return };
        self.blocks.pop_if(|at| *at >= self.open.len());
        self.tree.events.push(Event::Close(id));
        let end = self.tree.events.len();
        if let Some(node) = self.tree.nodes.get_mut(id) {
            node.events.end = end;
        }
        if let Some(count) = self.counts.get_mut(&name) {
            *count -= 1;
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close_last();
        }
    }
}

fn breaks(name: &str) -> Break {
    match name {
        _ if RULES.blocks.contains(name) => Break::Paragraph,
        _ if RULES.lines.contains(name) => Break::Line,
        _ if RULES.cells.contains(name) => Break::Cell,
        _ => Break::None,
    }
}

fn names_out(names: &str) -> bool {
    let words = names.split(|letter: char| !letter.is_alphanumeric());
    words.map(str::to_ascii_lowercase).any(|word| RULES.names_left_out.contains(&word))
}

fn lower(name: &[u8]) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

fn lossy(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}
