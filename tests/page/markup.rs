//! A page as its elements, by a parser of HTML that is not the one that wrote it.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

/// An element that opens, with its attributes.
#[derive(Clone, Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|own| own == class))
    }
}

/// The elements of a page and its text, each in its order. Style and script are no text.
pub struct Markup {
    pub elements: Vec<Element>,
    pub text: String,
}

pub fn read(page: &str) -> Markup {
    let mut markup = Markup { elements: Vec::new(), text: String::new() };
    let page = without(&without(page, "style"), "script");
    for token in Tokenizer::new(page.as_str()) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                markup.elements.push(Element { name: text(&tag.name), attributes });
            }
            Token::String(text) => markup.text.push_str(std::str::from_utf8(&text).unwrap()),
            Token::Error(error) => panic!("{error:?} near {:?}", markup.elements.last()),
            _ => {}
        }
    }
    markup
}

/// What stands in the only element of that name.
pub fn inside<'a>(page: &'a str, name: &str) -> &'a str {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    assert_eq!(page.matches(&open).count(), 1, "{open}");
    page.split_once(&open).and_then(|(_, rest)| rest.split_once(&close)).unwrap().0
}

fn without(page: &str, name: &str) -> String {
    page.replacen(inside(page, name), "", 1)
}

/// A page without its pictures, in which a row more moves whatever lies below it.
pub fn without_pictures(page: &str) -> String {
    let (head, rest) = page.split_once("<section id=\"picture\"").unwrap();
    let (_, tail) = rest.split_once("</section>").unwrap();
    format!("{head}{tail}")
}
