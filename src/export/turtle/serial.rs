//! Blocks as Turtle, one subject after the other.

use std::io::{self, Write};

use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, Term, TripleRef};
use oxttl::TurtleSerializer;
use oxttl::turtle::WriterTurtleSerializer;

use crate::export::rdf::{Block, Object, PREFIXES, expanded};

/// Writes blocks as they come; what stands inside one follows it.
pub(super) struct Serializer<'a> {
    inner: WriterTurtleSerializer<&'a mut dyn Write>,
}

impl<'a> Serializer<'a> {
    /// A serializer that knows the vocabularies, and prefixes of the graph's own.
    pub(super) fn new(own: impl Iterator<Item = (&'static str, String)>, out: &'a mut dyn Write) -> io::Result<Self> {
        let known = PREFIXES.into_iter().map(|(prefix, namespace)| (prefix, namespace.to_owned()));
        let serializer = known.chain(own).try_fold(TurtleSerializer::new(), |serializer, (prefix, namespace)| {
            serializer.with_prefix(prefix, namespace).map_err(io::Error::other)
        })?;
        Ok(Self { inner: serializer.for_writer(out) })
    }

    /// Writes a block.
    pub(super) fn block(&mut self, block: &Block) -> io::Result<()> {
        let subject = NamedNode::new_unchecked(&block.id);
        for own in &block.types {
            let class = NamedNode::new_unchecked(expanded(own));
            self.inner.serialize_triple(TripleRef::new(&subject, rdf::TYPE, &class))?;
        }
        for (term, values) in &block.statements {
            let predicate = NamedNode::new_unchecked(expanded(term));
            for value in values {
                self.inner.serialize_triple(TripleRef::new(&subject, &predicate, &object(value)))?;
            }
        }
        block.statements.iter().flat_map(|(_, values)| values).try_for_each(|value| match value {
            Object::Block(inner) => self.block(inner),
            _ => Ok(()),
        })
    }

    /// Ends the last statement.
    pub(super) fn finish(self) -> io::Result<()> {
        self.inner.finish().map(|_| ())
    }
}

fn object(value: &Object) -> Term {
    match value {
        Object::Iri(iri) => NamedNode::new_unchecked(iri).into(),
        Object::Block(block) => NamedNode::new_unchecked(&block.id).into(),
        Object::Text(text) => Literal::new_simple_literal(text).into(),
        Object::Tagged(text, language) => Literal::new_language_tagged_literal(text, language)
            .unwrap_or_else(|_| Literal::new_simple_literal(text))
            .into(),
        Object::Date(date) => Literal::new_typed_literal(date, precision(date)).into(),
        Object::Address(address) => Literal::new_typed_literal(address, xsd::ANY_URI).into(),
        Object::Length(length) => Literal::new_typed_literal(length, xsd::DURATION).into(),
        Object::Whole(number) => Literal::new_typed_literal(number.to_string(), xsd::INTEGER).into(),
        Object::Number(number) => {
            // Written out, without an exponent.
            let kind = if number.fract() == 0.0 { xsd::INTEGER } else { xsd::DECIMAL };
            Literal::new_typed_literal(number.to_string(), kind).into()
        }
        Object::Truth(truth) => Literal::from(*truth).into(),
    }
}

/// The type of a date that keeps its precision.
fn precision(date: &str) -> oxrdf::NamedNodeRef<'static> {
    match date.len() {
        0..=4 => xsd::G_YEAR,
        5..=7 => xsd::G_YEAR_MONTH,
        _ => xsd::DATE,
    }
}
