//! What a page draws: the forms that it is made of, and the fonts that they ask for.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_font::kurbo::Affine;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::font::Fonts;
use super::layout::Glyph;
use super::pen::{LETTERS, Pen, State};

/// Forms that are drawn in forms, at most.
const FORMS: usize = 8;

/// A drawing that pages and other forms use.
struct Form<'a> {
    bytes: Vec<u8>,
    resources: Option<Resources<'a>>,
    matrix: Affine,
}

/// Draws pages; fonts and forms are read once.
pub(super) struct Drawer<'a> {
    fonts: Fonts<'a>,
    forms: BTreeMap<ObjectIdentifier, Rc<Form<'a>>>,
    budget: Budget,
}

impl<'a> Drawer<'a> {
    /// For the pages of a file.
    pub fn new() -> Self {
        Self { fonts: Fonts::new(), forms: BTreeMap::new(), budget: Budget::new() }
    }

    /// Whether there was more to draw or to unpack than a document has.
    pub fn is_spent(&self) -> bool {
        self.budget.is_spent()
    }

    /// The letters of a page, as they are drawn; a page that lies on its side is set upright.
    pub fn glyphs(&mut self, page: &Page<'a>) -> Vec<Glyph> {
        let bytes = self.bytes(page);
        let state = State::new(Affine::new(page.initial_transform(false).as_coeffs()));
        let mut glyphs = Vec::new();
        self.draw(&bytes, page.resources(), state, 0, &mut glyphs);
        glyphs
    }

    /// What a page says, which may be in several streams. The same stream may be there again and again: each time counts.
    fn bytes(&mut self, page: &Page<'a>) -> Vec<u8> {
        if let Some(stream) = page.raw().get::<Stream<'_>>(keys::CONTENTS) {
            return self.budget.unpack(&stream);
        }
        let parts = page.raw().get::<Array<'_>>(keys::CONTENTS).unwrap_or_default();
        let mut bytes = Vec::new();
        for part in parts.iter::<Stream<'_>>() {
            bytes.extend(self.budget.unpack(&part));
            bytes.push(b'\n');
        }
        bytes
    }

    fn draw(
        &mut self,
        bytes: &[u8],
        resources: &Resources<'a>,
        state: State<'a>,
        depth: usize,
        glyphs: &mut Vec<Glyph>,
    ) {
        let mut pen = Pen::new(state, glyphs);
        let mut operators = TypedIter::new(bytes);
        while let Some(operator) = operators.next() {
            let steps = if pen.glyphs.len() > LETTERS { usize::MAX } else { 1 };
            if !self.budget.step(steps) {
                return;
            }
            match operator {
                TypedInstruction::TextFont(font) => {
                    pen.state.size = font.1.as_f64();
                    if let Some(dict) = resources.get_font(font.0) {
                        pen.state.font = Some(self.fonts.get(&dict, &mut self.budget));
                    }
                }
                TypedInstruction::XObject(form) => self.draw_form(form.0, resources, &pen.state, depth, pen.glyphs),
                other => pen.operate(&other),
            }
        }
    }

    fn draw_form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        state: &State<'a>,
        depth: usize,
        glyphs: &mut Vec<Glyph>,
    ) {
        let Some(stream) = resources.get_x_object(name).filter(|_| depth < FORMS) else { return };
        let Some(form) = self.form(&stream) else { return };
        let state = state.within(form.matrix);
        self.draw(&form.bytes, form.resources.as_ref().unwrap_or(resources), state, depth + 1, glyphs);
    }

    fn form(&mut self, stream: &Stream<'a>) -> Option<Rc<Form<'a>>> {
        if let Some(known) = self.forms.get(&stream.obj_id()) {
            return Some(Rc::clone(known));
        }
        let dict = stream.dict();
        if &*dict.get::<Name<'_>>(keys::SUBTYPE)? != keys::FORM {
            return None;
        }
        let resources = dict.get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
        let matrix = dict.get::<[f64; 6]>(keys::MATRIX).map_or(Affine::IDENTITY, Affine::new);
        let form = Rc::new(Form { bytes: self.budget.unpack(stream), resources, matrix });
        self.forms.insert(stream.obj_id(), Rc::clone(&form));
        Some(form)
    }
}
