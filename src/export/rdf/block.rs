//! What is said of one thing: its name, its types, and statements in an order.

/// A thing and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) struct Block {
    /// Its IRI.
    pub id: String,
    /// Terms for what it is.
    pub types: Vec<&'static str>,
    /// Terms with their values, those of one term one after the other.
    pub statements: Vec<(&'static str, Vec<Object>)>,
}

/// The value of a statement.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) enum Object {
    /// Another thing, by its IRI.
    Iri(String),
    /// Another thing, with what is said of it.
    Block(Block),
    /// Words.
    Text(String),
    /// Words in a language (BCP 47).
    Tagged(String, String),
    /// A year, month or day in ISO 8601.
    Date(String),
    /// A web address, as written.
    Address(String),
    /// A length of time in ISO 8601.
    Length(String),
    /// A whole number.
    Whole(u64),
    /// Any other number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
}

impl Block {
    /// A thing of which nothing is said yet.
    pub(in crate::export) fn new(id: String, types: &[&'static str]) -> Self {
        Self { id, types: types.to_vec(), statements: Vec::new() }
    }

    /// Adds what a term has for values; nothing, if there are none.
    #[must_use]
    pub(in crate::export) fn add<O: Into<Object>>(
        mut self,
        term: &'static str,
        values: impl IntoIterator<Item = O>,
    ) -> Self {
        for value in values.into_iter().map(Into::into) {
            match self.statements.iter_mut().find(|(own, _)| *own == term) {
                Some((_, own)) if own.contains(&value) => {}
                Some((_, own)) => own.push(value),
                None => self.statements.push((term, vec![value])),
            }
        }
        self
    }
}

impl From<&str> for Object {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Object {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Object {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Block> for Object {
    fn from(block: Block) -> Self {
        Self::Block(block)
    }
}

impl From<bool> for Object {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<f64> for Object {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Object {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}
