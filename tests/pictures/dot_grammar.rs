//! The grammar of the DOT language, as far as drawings use it: enough to tell whether a text is one, and what it draws.

use std::collections::BTreeSet;

/// What a text in the DOT language draws, without what is not seen.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    pub nodes: BTreeSet<String>,
    pub edges: Vec<(String, String, Attributes)>,
    pub clusters: Vec<String>,
}

pub type Attributes = Vec<(String, String)>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Id(String),
    Sign(char),
    Arrow,
}

/// Reads a graph; `Err` says what was wrong, and before which rest.
pub fn read(text: &str) -> Result<Drawn, String> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0, drawn: Drawn::default() };
    reader.expect(&Token::Id("digraph".into()))?;
    reader.id()?;
    reader.block()?;
    if reader.at == reader.tokens.len() { Ok(reader.drawn) } else { Err("text after the graph".into()) }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '"' => quoted(rest)?,
            '<' => html(rest)?,
            '-' if rest.starts_with("->") => (Token::Arrow, 2),
            '{' | '}' | '[' | ']' | ';' | ',' | '=' => (Token::Sign(first), 1),
            _ => bare(rest)?,
        };
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

fn quoted(text: &str) -> Result<(Token, usize), String> {
    let mut inside = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((Token::Id(inside), at + 1)),
            '\\' => inside.extend(['\\', letters.next().ok_or("a lone backslash")?.1]),
            letter if letter.is_control() => return Err(format!("the control character {letter:?}")),
            letter => inside.push(letter),
        }
    }
    Err("a string that does not end".into())
}

fn html(text: &str) -> Result<(Token, usize), String> {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        depth += i32::from(letter == '<') - i32::from(letter == '>');
        if depth == 0 {
            return Ok((Token::Id(text[..=at].to_owned()), at + 1));
        }
    }
    Err("HTML that does not end".into())
}

fn bare(text: &str) -> Result<(Token, usize), String> {
    let length = text.find(|letter: char| !letter.is_ascii_alphanumeric() && !"_.".contains(letter));
    let length = length.unwrap_or(text.len());
    if length == 0 {
        return Err(format!("unexpected: {}", text.chars().take(40).collect::<String>()));
    }
    Ok((Token::Id(text[..length].to_owned()), length))
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    drawn: Drawn,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn takes(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, token: &Token) -> Result<(), String> {
        if self.takes(token) { Ok(()) } else { Err(format!("{token:?} expected, {:?} found", self.peek())) }
    }

    fn id(&mut self) -> Result<String, String> {
        match self.peek().cloned() {
            Some(Token::Id(id)) => {
                self.at += 1;
                Ok(id)
            }
            other => Err(format!("an id expected, {other:?} found")),
        }
    }

    fn block(&mut self) -> Result<(), String> {
        self.expect(&Token::Sign('{'))?;
        while !self.takes(&Token::Sign('}')) {
            self.statement()?;
            self.takes(&Token::Sign(';'));
        }
        Ok(())
    }

    fn statement(&mut self) -> Result<(), String> {
        let id = self.id()?;
        if id == "subgraph" {
            let name = self.id()?;
            self.drawn.clusters.push(name);
            return self.block();
        }
        let mut chain = vec![id];
        while self.takes(&Token::Arrow) {
            chain.push(self.id()?);
        }
        let attributes = self.attributes()?;
        let is_seen = !attributes.iter().any(|(name, value)| name == "style" && value == "invis");
        match chain.as_slice() {
            [name] if ["graph", "node", "edge"].contains(&name.as_str()) => {}
            [name] if is_seen => assert!(self.drawn.nodes.insert(name.clone()), "{name} stands twice"),
            ends if is_seen => {
                for pair in ends.windows(2) {
                    self.drawn.edges.push((pair[0].clone(), pair[1].clone(), attributes.clone()));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn attributes(&mut self) -> Result<Attributes, String> {
        let mut attributes = Attributes::new();
        while self.takes(&Token::Sign('[')) {
            while !self.takes(&Token::Sign(']')) {
                let name = self.id()?;
                self.expect(&Token::Sign('='))?;
                attributes.push((name, self.id()?));
                self.takes(&Token::Sign(','));
            }
        }
        Ok(attributes)
    }
}

#[test]
fn what_is_no_drawing_is_told() {
    let good =
        "digraph a { node [b=c]; \"x\" [label=\"y \\\" z\"]; \"x\" -> q [d=<e<f>g>]; subgraph \"c\" { h [i=j]; } }";
    let drawn = read(good).unwrap();
    assert_eq!((drawn.nodes.len(), drawn.edges.len(), drawn.clusters.len()), (2, 1, 1));
    for wrong in [
        "",
        "digraph a {",
        "digraph a { b [c=\"d] }",
        "digraph a { b [c] }",
        "digraph a { b -> }",
        "digraph a { } x",
        "digraph a { \"\u{7}\"; }",
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}
