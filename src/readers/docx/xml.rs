//! The steps through an XML file: elements without their prefixes, and text.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::readers::error::ReadError;
use crate::readers::format::Format;

/// An element.
pub(super) struct Element {
    /// Its name.
    pub name: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.attributes.get(name).cloned()
    }
}

/// A step.
pub(super) enum Step {
    /// An element begins.
    Open(Element),
    /// The element of this name ends.
    Close(String),
    /// All text up to the next element.
    Text(String),
}

/// The steps of a file.
pub(super) struct Steps<'a> {
    reader: Reader<&'a [u8]>,
    /// The step after a text, which was read to see where the text ends.
    next: Option<Step>,
    done: bool,
}

impl<'a> Steps<'a> {
    /// From its beginning.
    pub fn new(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, next: None, done: false }
    }

    /// The next step. The parser gives entities (`&amp;`) and the text on both sides of them one by one; they are one text.
    fn step(&mut self) -> Result<Option<Step>, quick_xml::Error> {
        if self.next.is_some() {
            return Ok(self.next.take());
        }
        let mut text = String::new();
        let next = loop {
            match self.reader.read_event()? {
                Event::Start(start) => break Some(Step::Open(element(&start)?)),
                Event::End(end) => break Some(Step::Close(end.local_name().as_ref().to_owned())),
                Event::Text(part) => text.push_str(&part.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(part) => text.push_str(&part.xml_content(XmlVersion::Implicit1_0)),
                Event::GeneralRef(entity) => match entity.resolve_char_ref()? {
                    Some(letter) => text.push(letter),
                    None => text.push_str(resolve_predefined_entity(&entity).unwrap_or_default()),
                },
                Event::Eof => break None,
                _ => {}
            }
        };
        if text.is_empty() {
            return Ok(next);
        }
        self.next = next;
        Ok(Some(Step::Text(text)))
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, quick_xml::Error> {
    let name = start.local_name().as_ref().to_owned();
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        attributes.insert(attribute.key.local_name().as_ref().to_owned(), value.into_owned());
    }
    Ok(Element { name, attributes })
}

impl Iterator for Steps<'_> {
    type Item = Result<Step, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let step = self.step().map_err(|error| ReadError::broken(Format::Docx, error.to_string())).transpose();
        self.done = !matches!(step, Some(Ok(_)));
        step
    }
}
