//! What is placed as one piece: the card of a source with a row for each of its claims, or a shape that stands alone.

use super::text::Type;
use crate::export::drawing::{Drawing, End, Group, Kind, Shape, printable};

/// Type of titles of cards.
pub(super) const TITLE: Type = Type { size: 13.0, bold: true };
/// Type of values and names.
pub(super) const HEAD: Type = Type { size: 12.0, bold: true };
/// Type of all else.
pub(super) const BODY: Type = Type { size: 11.0, bold: false };
/// From one line of text to the next.
pub(super) const LINE: f64 = 14.0;
/// Between a border and the text in it.
pub(super) const PAD: f64 = 8.0;

const CARD: f64 = 280.0;
const ALONE: f64 = 180.0;
/// Claims of a card.
const MOST_ROWS: usize = 48;

/// A card, or a shape that stands alone, which is one row without a title.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The group, if it is a card.
    pub group: Option<usize>,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Lines of the title.
    pub title: Vec<String>,
    /// Lines under the title.
    pub about: Vec<String>,
    /// Its rows, from above.
    pub rows: Vec<Row>,
}

/// A shape in a block.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Which shape.
    pub shape: usize,
    /// Where it begins, from the top of the block.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// Lines of the value or name.
    pub head: Vec<String>,
    /// Lines of the rest.
    pub body: Vec<String>,
}

/// Where a line may be fastened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Port {
    /// Which block.
    pub block: usize,
    /// How far below its top.
    pub down: f64,
}

/// All blocks: the cards, then what stands alone.
pub(super) fn blocks(drawing: &Drawing<'_>) -> Vec<Block> {
    let cards = drawing.groups.iter().enumerate().flat_map(|(at, group)| cards(drawing, at, group));
    cards.chain(drawing.alone().map(|at| alone(at, &drawing.shapes[at]))).collect()
}

/// Where lines to each group, and to each shape, are fastened.
pub(super) fn port(drawing: &Drawing<'_>, blocks: &[Block]) -> impl Fn(End) -> Option<Port> + use<> {
    let mut shapes = vec![None; drawing.shapes.len()];
    let mut groups = vec![None; drawing.groups.len()];
    for (block, own) in blocks.iter().enumerate() {
        for row in &own.rows {
            shapes[row.shape] = Some(Port { block, down: row.top + row.height / 2.0 });
        }
        if let Some(group) = own.group.filter(|group| groups[*group].is_none()) {
            groups[group] = Some(Port { block, down: heading(own) / 2.0 });
        }
    }
    move |end| match end {
        End::Group(at) => groups.get(at).copied()?,
        End::Shape(at) => shapes.get(at).copied()?,
    }
}

/// The card of a source; of many claims, several cards, so that none is endless.
fn cards(drawing: &Drawing<'_>, at: usize, group: &Group<'_>) -> Vec<Block> {
    let shapes: Vec<usize> = group.shapes.clone().collect();
    let pages = shapes.len().div_ceil(MOST_ROWS).max(1);
    let page = |page: usize| {
        let rows = shapes.chunks(MOST_ROWS).nth(page).unwrap_or_default();
        let about = if pages > 1 { format!("{} of {pages}   {}", page + 1, group.about) } else { group.about.clone() };
        card(drawing, at, (group.title, &about), rows)
    };
    (0..pages).map(page).collect()
}

fn card(drawing: &Drawing<'_>, group: usize, (title, about): (&str, &str), shapes: &[usize]) -> Block {
    let inside = CARD - 2.0 * PAD;
    let title = TITLE.lines(&clean(title), inside, 3);
    let about = BODY.lines(&clean(about), inside, 2);
    let mut block = Block { group: Some(group), width: CARD, height: 0.0, title, about, rows: Vec::new() };
    let mut top = heading(&block);
    for shape in shapes {
        let own = row(*shape, &drawing.shapes[*shape], inside, top);
        top += own.height;
        block.rows.push(own);
    }
    block.height = top;
    block
}

/// The height of the heading of a card.
pub(super) fn heading(block: &Block) -> f64 {
    if block.group.is_none() {
        return 0.0;
    }
    (block.title.len() + block.about.len()).max(1) as f64 * LINE + 2.0 * PAD - 2.0
}

fn row(at: usize, shape: &Shape<'_>, inside: f64, top: f64) -> Row {
    let head = HEAD.lines(&clean(&shape.head), inside, 3);
    let body = BODY.lines(&clean(&shape.body), inside, 4);
    let height = (head.len() + body.len()).max(1) as f64 * LINE + PAD + 2.0;
    Row { shape: at, top, height, head, body }
}

fn alone(at: usize, shape: &Shape<'_>) -> Block {
    let own = row(at, shape, ALONE, 0.0);
    let widest = |type_: Type, lines: &[String]| lines.iter().map(|line| type_.width(line)).fold(20.0, f64::max);
    let round = if shape.kind == Kind::Actor { 2.0 * PAD } else { PAD };
    let width = (widest(HEAD, &own.head).max(widest(BODY, &own.body)) + 2.0 * round).ceil();
    Block { group: None, width, height: own.height, title: Vec::new(), about: Vec::new(), rows: vec![own] }
}

/// Only the beginning of a text can be seen, so that only that is measured.
fn clean(text: &str) -> String {
    text.chars().take(600).map(printable).collect()
}
