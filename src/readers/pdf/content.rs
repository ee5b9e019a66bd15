//! What a page draws: its letters, and where they stand.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::file::{File, Page};
use super::font::Font;
use super::object::{Dict, Lexer, Object, is_space};

/// A letter on a page. The page's own units, from its lower left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// What it stands for; none if the file does not say.
    pub text: Option<String>,
    /// Left end.
    pub x: f64,
    /// Right end.
    pub end: f64,
    /// The line that it stands on.
    pub y: f64,
    /// Height of its font.
    pub size: f64,
}

/// Forms that are drawn in forms, at most.
const FORMS: usize = 8;
/// Operators of a file, at most.
const OPERATORS: usize = 20_000_000;
/// What it costs to read a font, in operators.
const FONT: usize = 1000;
/// Letters of a page, at most.
const LETTERS: usize = 1_000_000;
/// Letters in one string, at most.
const STRING: usize = 100_000;
/// Operands of an operator, at most.
const OPERANDS: usize = 4096;
/// States that are put aside, at most.
const STATES: usize = 256;

/// A map of the plane: `a b c d e f` of PDF.
type Matrix = [f64; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First by `one`, then by `two`.
fn times(one: Matrix, two: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = two;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// How text is drawn.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

const START: State = State {
    page: SAME,
    font: None,
    size: 0.0,
    letter_space: 0.0,
    word_space: 0.0,
    stretch: 1.0,
    leading: 0.0,
    rise: 0.0,
};

/// A drawing that pages and other forms use.
struct Form {
    bytes: Vec<u8>,
    resources: Option<Rc<Dict>>,
    matrix: Matrix,
}

/// Draws pages; fonts and forms are read once.
pub(super) struct Drawer<'f, 'a> {
    file: &'f mut File<'a>,
    fonts: BTreeMap<u32, Rc<Font>>,
    forms: BTreeMap<u32, Rc<Form>>,
    left: usize,
}

impl<'f, 'a> Drawer<'f, 'a> {
    /// Of a file.
    pub fn new(file: &'f mut File<'a>) -> Self {
        Self { file, fonts: BTreeMap::new(), forms: BTreeMap::new(), left: OPERATORS }
    }

    /// Whether there was more to draw than is drawn of any file, or more to unpack.
    pub fn is_spent(&self) -> bool {
        self.left == 0 || self.file.budget.is_spent
    }

    /// The letters of a page, as they are drawn.
    pub fn glyphs(&mut self, page: &Page) -> Vec<Glyph> {
        let contents = page.dict.get("Contents").cloned().unwrap_or(Object::Null);
        let bytes = match self.file.get(&contents).clone() {
            Object::Array(parts) => parts.iter().map(|part| self.file.unpacked(part)).collect::<Vec<_>>().join(&b'\n'),
            _ => self.file.unpacked(&contents),
        };
        let mut glyphs = Vec::new();
        self.draw(&bytes, &page.resources, START, 0, &mut glyphs);
        glyphs
    }

    fn draw(&mut self, bytes: &[u8], resources: &Dict, state: State, depth: usize, glyphs: &mut Vec<Glyph>) {
        let mut pen = Pen { state, aside: Vec::new(), text: SAME, line: SAME, glyphs };
        let mut lexer = Lexer::new(bytes, 0);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Word(word) = object else {
                if operands.len() < OPERANDS {
                    operands.push(object);
                }
                continue;
            };
            self.spend(1);
            if self.left == 0 || pen.glyphs.len() > LETTERS {
                self.left = 0;
                return;
            }
            match word.as_str() {
                "Tf" => self.set_font(&operands, resources, &mut pen.state),
                "Do" => self.draw_form(&operands, resources, &pen.state, depth, pen.glyphs),
                "ID" => lexer.at = after_picture(bytes, lexer.at),
                other => pen.operate(other, &operands),
            }
            operands.clear();
        }
    }

    fn spend(&mut self, operators: usize) {
        self.left = self.left.saturating_sub(operators);
    }

    fn set_font(&mut self, operands: &[Object], resources: &Dict, state: &mut State) {
        let [Object::Name(name), Object::Number(size)] = operands else { return };
        state.size = *size;
        let Object::Dict(fonts) = self.file.entry(resources, "Font") else { return };
        let Some(reference) = fonts.get(name) else { return };
        let id = if let Object::Ref(id) = reference { Some(*id) } else { None };
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            state.font = Some(Rc::clone(known));
            return;
        }
        let Object::Dict(dict) = self.file.get(reference).clone() else { return };
        self.spend(FONT);
        let font = Rc::new(Font::read(self.file, &dict));
        self.fonts.extend(id.map(|id| (id, Rc::clone(&font))));
        state.font = Some(font);
    }

    fn draw_form(
        &mut self,
        operands: &[Object],
        resources: &Dict,
        state: &State,
        depth: usize,
        glyphs: &mut Vec<Glyph>,
    ) {
        let [Object::Name(name)] = operands else { return };
        let Object::Dict(forms) = self.file.entry(resources, "XObject") else { return };
        let Some(Object::Ref(id)) = forms.get(name).filter(|_| depth < FORMS) else { return };
        let Some(form) = self.form(*id) else { return };
        let state = State { page: times(form.matrix, state.page), ..state.clone() };
        self.draw(&form.bytes, form.resources.as_deref().unwrap_or(resources), state, depth + 1, glyphs);
    }

    fn form(&mut self, id: u32) -> Option<Rc<Form>> {
        if let Some(known) = self.forms.get(&id) {
            return Some(Rc::clone(known));
        }
        let reference = Object::Ref(id);
        let Object::Stream(dict, _) = self.file.get(&reference) else { return None };
        if self.file.entry(dict, "Subtype") != &Object::Name("Form".to_owned()) {
            return None;
        }
        let resources = Some(self.file.dict(dict, "Resources")).filter(|own| !own.is_empty()).map(Rc::new);
        let own = if let Object::Array(list) = self.file.entry(dict, "Matrix") { matrix(list) } else { None };
        let form = Rc::new(Form { bytes: self.file.unpacked(&reference), resources, matrix: own.unwrap_or(SAME) });
        self.forms.insert(id, Rc::clone(&form));
        Some(form)
    }
}

/// Where the next letter goes.
struct Pen<'g> {
    state: State,
    aside: Vec<State>,
    text: Matrix,
    line: Matrix,
    glyphs: &'g mut Vec<Glyph>,
}

impl Pen<'_> {
    fn operate(&mut self, word: &str, operands: &[Object]) {
        let numbers = || operands.iter().filter_map(number).collect::<Vec<f64>>();
        let last = || operands.iter().filter_map(number).next_back();
        match word {
            "q" if self.aside.len() < STATES => self.aside.push(self.state.clone()),
            "Q" => self.state = self.aside.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => self.state.page = times(matrix(operands).unwrap_or(SAME), self.state.page),
            "BT" => (self.text, self.line) = (SAME, SAME),
            "Tm" => {
                if let Some(matrix) = matrix(operands) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            "Td" | "TD" => {
                if let [x, y] = numbers()[..] {
                    self.state.leading = if word == "TD" { -y } else { self.state.leading };
                    self.next_line(x, y);
                }
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tc" => self.state.letter_space = last().unwrap_or(0.0),
            "Tw" => self.state.word_space = last().unwrap_or(0.0),
            "Tz" => self.state.stretch = last().unwrap_or(100.0) / 100.0,
            "TL" => self.state.leading = last().unwrap_or(0.0),
            "Ts" => self.state.rise = last().unwrap_or(0.0),
            "Tj" | "TJ" => self.show_all(operands),
            "'" => {
                self.next_line(0.0, -self.state.leading);
                self.show_all(operands);
            }
            "\"" => {
                if let [word_space, letter_space, ..] = numbers()[..] {
                    (self.state.word_space, self.state.letter_space) = (word_space, letter_space);
                }
                self.next_line(0.0, -self.state.leading);
                self.show_all(operands);
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn show_all(&mut self, operands: &[Object]) {
        for operand in operands {
            match operand {
                Object::Text(bytes) => self.show(bytes),
                Object::Array(items) => items.iter().for_each(|item| match item {
                    Object::Text(bytes) => self.show(bytes),
                    Object::Number(back) => self.advance(-back / 1000.0 * self.state.size * self.state.stretch),
                    _ => {}
                }),
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone().filter(|_| self.glyphs.len() <= LETTERS) else { return };
        for letter in font.letters(&bytes[..bytes.len().min(STRING)]) {
            let State { size, letter_space, word_space, stretch, rise, .. } = self.state;
            let drawn = times([size * stretch, 0.0, 0.0, size, 0.0, rise], times(self.text, self.state.page));
            let [a, _, c, d, x, y] = drawn;
            let height = (c * c + d * d).sqrt();
            self.glyphs.push(Glyph { text: letter.text, x, end: x + letter.width * a, y, size: height });
            let word_space = if letter.is_space { word_space } else { 0.0 };
            self.advance((letter.width * size + letter_space + word_space) * stretch);
        }
    }

    fn advance(&mut self, by: f64) {
        self.text = times([1.0, 0.0, 0.0, 1.0, by, 0.0], self.text);
    }
}

fn number(object: &Object) -> Option<f64> {
    if let Object::Number(number) = object { Some(*number) } else { None }
}

fn matrix(list: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = list.iter().filter_map(number).collect();
    numbers.try_into().ok()
}

/// The byte after a picture in the text of a page: `EI` between spaces.
fn after_picture(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let ends = |four: &[u8]| is_space(four[0]) && &four[1..3] == b"EI" && is_space(four[3]);
    rest.windows(4).position(ends).map_or(bytes.len(), |at| from + at + 3)
}
