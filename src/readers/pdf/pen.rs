//! Where the letters of a page stand: the operators of text, as the standard says them.

use std::rc::Rc;

use hayro_font::kurbo::Affine;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Number, Object};

use super::font::{Face, Letter};
use super::layout::Glyph;

/// Letters of a page, at most.
pub(super) const LETTERS: usize = 1_000_000;
/// Letters in one string, at most.
const STRING: usize = 100_000;
/// States that are put aside, at most.
const STATES: usize = 256;

/// How text is drawn.
#[derive(Clone)]
pub(super) struct State<'a> {
    /// From the units of what is drawn to those of the page.
    page: Affine,
    /// The font.
    pub font: Option<Rc<Face<'a>>>,
    /// Its size.
    pub size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl State<'_> {
    /// At the beginning of a page.
    pub fn new(page: Affine) -> Self {
        Self { page, font: None, size: 0.0, letter_space: 0.0, word_space: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0 }
    }

    /// In a form that is laid out in units of its own.
    pub fn within(&self, form: Affine) -> Self {
        Self { page: self.page * form, ..self.clone() }
    }
}

/// Where the next letter goes.
pub(super) struct Pen<'g, 'a> {
    /// How it is drawn.
    pub state: State<'a>,
    /// What was drawn.
    pub glyphs: &'g mut Vec<Glyph>,
    aside: Vec<State<'a>>,
    text: Affine,
    line: Affine,
}

impl<'g, 'a> Pen<'g, 'a> {
    /// At the beginning of a page or form.
    pub fn new(state: State<'a>, glyphs: &'g mut Vec<Glyph>) -> Self {
        Self { state, glyphs, aside: Vec::new(), text: Affine::IDENTITY, line: Affine::IDENTITY }
    }

    /// Does what an operator says, unless it needs more than the pen.
    pub fn operate(&mut self, operator: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Op;
        let state = &mut self.state;
        match operator {
            Op::SaveState(_) if self.aside.len() < STATES => self.aside.push(state.clone()),
            Op::RestoreState(_) => self.state = self.aside.pop().unwrap_or_else(|| self.state.clone()),
            Op::Transform(to) => state.page *= affine([to.0, to.1, to.2, to.3, to.4, to.5]),
            Op::CharacterSpacing(by) => state.letter_space = by.0.as_f64(),
            Op::WordSpacing(by) => state.word_space = by.0.as_f64(),
            Op::HorizontalScaling(by) => state.stretch = by.0.as_f64() / 100.0,
            Op::TextLeading(by) => state.leading = by.0.as_f64(),
            Op::TextRise(by) => state.rise = by.0.as_f64(),
            Op::BeginText(_) => self.go(Affine::IDENTITY),
            Op::SetTextMatrix(to) => self.go(affine([to.0, to.1, to.2, to.3, to.4, to.5])),
            other => self.write(other),
        }
    }

    fn write(&mut self, operator: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Op;
        match operator {
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowText(text) => self.show(text.0.as_bytes()),
            Op::ShowTexts(items) => self.show_all(items.0),
            Op::NextLineAndShowText(text) => self.show_below(text.0.as_bytes()),
            Op::ShowTextWithParameters(text) => {
                (self.state.word_space, self.state.letter_space) = (text.0.as_f64(), text.1.as_f64());
                self.show_below(text.2.as_bytes());
            }
            _ => {}
        }
    }

    fn go(&mut self, to: Affine) {
        (self.text, self.line) = (to, to);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.go(self.line * Affine::translate((x, y)));
    }

    fn show_below(&mut self, bytes: &[u8]) {
        self.next_line(0.0, -self.state.leading);
        self.show(bytes);
    }

    fn show_all(&mut self, items: &Array<'_>) {
        for item in items.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(text.as_bytes()),
                Object::Number(back) => self.advance(-back.as_f64() / 1000.0 * self.state.size * self.state.stretch),
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone().filter(|_| self.glyphs.len() <= LETTERS) else { return };
        font.letters(&bytes[..bytes.len().min(STRING)]).into_iter().for_each(|letter| self.put(letter));
    }

    fn put(&mut self, letter: Letter) {
        let State { page, size, letter_space, word_space, stretch, rise, .. } = self.state;
        let drawn = page * self.text * Affine::new([size * stretch, 0.0, 0.0, size, 0.0, rise]);
        let [a, _, c, d, x, y] = drawn.as_coeffs();
        self.glyphs.push(Glyph { text: letter.text, x, end: x + letter.width * a, y, size: c.hypot(d) });
        let word_space = if letter.is_space { word_space } else { 0.0 };
        self.advance((letter.width * size + letter_space + word_space) * stretch);
    }

    fn advance(&mut self, by: f64) {
        self.text *= Affine::translate((by, 0.0));
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
