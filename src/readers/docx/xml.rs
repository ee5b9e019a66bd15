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
    /// Text.
    Text(String),
}

/// The steps of a file.
pub(super) struct Steps<'a> {
    reader: Reader<&'a [u8]>,
    done: bool,
}

impl<'a> Steps<'a> {
    /// From its beginning.
    pub fn new(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, done: false }
    }

    fn step(&mut self) -> Result<Option<Step>, quick_xml::Error> {
        loop {
            return Ok(Some(match self.reader.read_event()? {
                Event::Start(start) => Step::Open(element(&start)?),
                Event::End(end) => Step::Close(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Step::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()),
                Event::CData(text) => Step::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()),
                Event::GeneralRef(entity) => match entity.resolve_char_ref()? {
                    Some(letter) => Step::Text(letter.to_string()),
                    None => Step::Text(resolve_predefined_entity(&entity).unwrap_or_default().to_owned()),
                },
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
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
