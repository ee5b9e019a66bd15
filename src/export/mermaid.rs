//! The graph as a flowchart of Mermaid, which Markdown renderers draw (<https://mermaid.js.org/syntax/flowchart.html>).

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

use super::drawing::{Arrow, Class, Drawing, End, Kind, Line, Outline, Pattern, Shape, printable};
use super::view::View;

/// Letters of a text that are shown.
const LONGEST: usize = 160;

/// Writes a flowchart: sources as subgraphs, a class for each kind, a style for each class of lines.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = draw(&mut text, &Drawing::new(view));
    out.write_all(text.as_bytes())
}

fn draw(out: &mut String, drawing: &Drawing<'_>) -> fmt::Result {
    let title: String = drawing.title.chars().map(printable).collect();
    // A string of JSON is one of YAML.
    writeln!(out, "---\ntitle: {}\n---\nflowchart LR", serde_json::Value::from(title))?;
    for group in &drawing.groups {
        let (name, title) = (Name("source", group.id), Lines(group.title, &group.about));
        if group.shapes.is_empty() {
            writeln!(out, "  {name}(\"{title}\"):::source")?;
            continue;
        }
        writeln!(out, "  subgraph {name}[\"{title}\"]")?;
        group.shapes.clone().try_for_each(|at| node(out, "    ", &drawing.shapes[at]))?;
        writeln!(out, "  end\n  class {name} source")?;
    }
    drawing.alone().try_for_each(|at| node(out, "  ", &drawing.shapes[at]))?;
    let mut lines: Vec<&Line<'_>> = drawing.lines.iter().collect();
    lines.sort_by_key(|line| line.class);
    lines.iter().try_for_each(|line| edge(out, drawing, line))?;
    looks(out, drawing, &lines)
}

fn node(out: &mut String, indent: &str, shape: &Shape<'_>) -> fmt::Result {
    let (open, close) = match shape.kind.fill().outline {
        Outline::Box => ("[", "]"),
        Outline::Rounded => ("(", ")"),
        Outline::Pill => ("([", "])"),
        Outline::Hexagon => ("{{", "}}"),
        Outline::Note => (">", "]"),
    };
    let (name, label, class) = (name(shape), Lines(&shape.head, &shape.body), shape.kind.word());
    writeln!(out, "{indent}{name}{open}\"{label}\"{close}:::{class}")
}

fn edge(out: &mut String, drawing: &Drawing<'_>, line: &Line<'_>) -> fmt::Result {
    let stroke = line.class.stroke();
    let tie = match (stroke.arrow, stroke.pattern) {
        (Arrow::Both, Pattern::Solid) => "<-->",
        (Arrow::Both, _) => "<-.->",
        (Arrow::None, _) => "---",
        (Arrow::Bar, _) => "-.-x",
        (Arrow::Diamond, Pattern::Solid) => "--o",
        (Arrow::Diamond, _) => "-.-o",
        (Arrow::Forward, Pattern::Solid) => "-->",
        (Arrow::Forward, _) => "-.->",
    };
    let end = |end: End| match end {
        End::Group(at) => Name("source", drawing.groups[at].id),
        End::Shape(at) => name(&drawing.shapes[at]),
    };
    let label = if line.label.is_empty() { line.class.word() } else { &line.label };
    writeln!(out, "  {} {tie}|\"{}\"| {}", end(line.from), Escaped(label), end(line.to))
}

/// Looks of kinds and classes, one a line. Mermaid knows lines by their number alone.
fn looks(out: &mut String, drawing: &Drawing<'_>, lines: &[&Line<'_>]) -> fmt::Result {
    let mut kinds = drawing.kinds();
    if !drawing.groups.is_empty() && !kinds.contains(&Kind::Source) {
        kinds.push(Kind::Source);
    }
    for fill in kinds.into_iter().map(Kind::fill) {
        writeln!(out, "  classDef {} fill:{},stroke:#8a959d,color:#1d2429", fill.word, fill.light)?;
    }
    for class in drawing.classes() {
        let own = lines.iter().enumerate().filter(|(_, line)| line.class == class);
        let own: Vec<String> = own.map(|(at, _)| at.to_string()).collect();
        writeln!(out, "  linkStyle {} {}", own.join(","), look(class))?;
    }
    Ok(())
}

fn look(class: Class) -> String {
    let stroke = class.stroke();
    format!("stroke:{0},color:{0},stroke-width:{1}px", stroke.light, stroke.width)
}

fn name<'a>(shape: &'a Shape<'_>) -> Name<'a> {
    Name(if shape.kind.is_claim() { "claim" } else { shape.kind.word() }, &shape.id)
}

/// A kind and an id as the name of a node: letters and digits stay, and single hyphens between them.
struct Name<'a>(&'static str, &'a str);

impl Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_", self.0)?;
        let mut letters = self.1.chars().peekable();
        while let Some(letter) = letters.next() {
            let before_plain = letters.peek().is_some_and(char::is_ascii_alphanumeric);
            if letter.is_ascii_alphanumeric() || (letter == '-' && before_plain) {
                f.write_char(letter)?;
            } else {
                write!(f, "_{:x}_", u32::from(letter))?;
            }
        }
        Ok(())
    }
}

/// Two texts, one under the other.
struct Lines<'a>(&'a str, &'a str);

impl Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line_break = if self.0.is_empty() || self.1.is_empty() { "" } else { "<br>" };
        write!(f, "{}{line_break}{}", Escaped(self.0), Escaped(self.1))
    }
}

/// A text in quotes. Whatever Mermaid, its Markdown or its formulas could take for a sign is written by its number.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = self.0.chars().map(printable).take(LONGEST).peekable();
        let mut starts = true;
        while let Some(letter) = letters.next() {
            let before_space = letters.peek().is_none_or(|next| next.is_whitespace());
            match letter {
                '\n' => f.write_str("<br>")?,
                '.' | '-' if !starts && !before_space => f.write_char(letter)?,
                // Two in a row would begin a formula, however they are written: a joiner, which is not seen, keeps them apart.
                '$' if letters.peek() == Some(&'$') => f.write_str("#36;\u{2060}")?,
                '"' => f.write_str("#quot;")?,
                '<' => f.write_str("#lt;")?,
                '>' => f.write_str("#gt;")?,
                '&' => f.write_str("#amp;")?,
                ' ' | ',' | '\'' | '(' | ')' | '/' | '?' | '!' => f.write_char(letter)?,
                letter if letter.is_ascii_punctuation() => write!(f, "#{};", u32::from(letter))?,
                letter => f.write_char(letter)?,
            }
            starts = letter == '\n';
        }
        if self.0.chars().nth(LONGEST).is_some() { f.write_char('…') } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_a_sign() {
        let text = Escaped("a \"b\" #c; <i> &lt; `d` %%{init}%% 1. e\n- f-g 2.5 $$x$$ [*_*]").to_string();
        let expected = "a #quot;b#quot; #35;c#59; #lt;i#gt; #amp;lt#59; #96;d#96; #37;#37;#123;init#125;#37;#37; 1#46; e<br>#45; \
                        f-g 2.5 #36;\u{2060}#36;x#36;\u{2060}#36; #91;#42;#95;#42;#93;";
        assert_eq!(text, expected);
        assert_eq!(Escaped(&"x".repeat(10_000)).to_string().chars().count(), LONGEST + 1);
        assert_eq!(Escaped("a\u{1b}[31m").to_string(), "a\u{fffd}#91;31m");
    }

    #[test]
    fn names_are_plain_and_tell_ids_apart() {
        assert_eq!(Name("claim", "a-b-2").to_string(), "claim_a-b-2");
        assert_eq!(Name("claim", "a--b-").to_string(), "claim_a_2d_-b_2d_");
        assert_eq!(Name("claim", "a_2d_").to_string(), "claim_a_5f_2d_5f_");
        assert_eq!(Name("claim", "end\"]").to_string(), "claim_end_22__5d_");
    }
}
