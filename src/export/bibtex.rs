//! Sources as BibTeX in the manner of biblatex, for LaTeX and citation managers: one field a line. The keys are the ids.

use std::io::{self, Write};

use super::view::View;
use crate::model::{Source, SourceKind};

/// Writes the sources.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (number, source) in view.sources().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        entry(source, out)?;
    }
    Ok(())
}

fn entry(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    let (kind, subtype, outlet) = kind(source);
    writeln!(out, "@{kind}{{{},", source.id)?;
    let text = |text: &Option<String>| text.as_deref().map(|text| format!("{{{}}}", inert(text)));
    let authors: Vec<String> = source.authors.iter().map(|name| format!("{{{}}}", inert(name))).collect();
    let fields = [
        // Without a second pair of braces styles would change capitals to small letters.
        ("title", text(&source.title)),
        ("author", (!authors.is_empty()).then(|| authors.join(" and "))),
        (outlet, text(&source.outlet)),
        ("date", source.published.map(|date| date.to_string())),
        ("url", source.url.as_deref().map(address)),
        ("urldate", source.retrieved.map(|date| date.to_string())),
        ("langid", Some(inert(&source.language))),
        ("entrysubtype", subtype.map(str::to_owned)),
        ("note", source.note.as_deref().map(inert)),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            writeln!(out, "  {name} = {{{value}}},")?;
        }
    }
    writeln!(out, "}}")
}

/// The type of entry, what narrows it, and the field that holds the outlet.
fn kind(source: &Source) -> (&'static str, Option<&'static str>, &'static str) {
    match source.kind {
        SourceKind::Article if source.outlet.is_none() => ("online", None, "organization"),
        SourceKind::Article => ("article", None, "journaltitle"),
        SourceKind::Report => ("report", None, "institution"),
        SourceKind::Dataset => ("dataset", None, "organization"),
        SourceKind::Statement => ("misc", Some("statement"), "organization"),
        SourceKind::Post => ("online", Some("post"), "organization"),
    }
}

/// Text in which TeX finds nothing to do, with braces in pairs, which BibTeX counts even where they are escaped. Line breaks
/// are blanks, of which several are one; other control characters, which no file of TeX may hold, are shown as U+FFFD.
fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            // Two of these are a dash, or a quotation mark.
            '-' | '`' | '\'' if out.ends_with(letter) => {
                out.push_str("{}");
                out.push(letter);
            }
            ' ' | '\n' | '\r' | '\t' if out.ends_with(' ') => {}
            ' ' | '\n' | '\r' | '\t' => out.push(' '),
            _ if letter.is_control() => out.push('\u{FFFD}'),
            _ => out.push(letter),
        }
    }
    out
}

/// An address, which is read word for word: what would end or escape it is written as in other addresses, with percent signs.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for letter in url.chars() {
        if matches!(letter, '{' | '}' | '\\') || letter.is_control() || letter.is_whitespace() {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else {
            out.push(letter);
        }
    }
    out
}
