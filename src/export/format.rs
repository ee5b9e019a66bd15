//! The formats that the graph can be written in.

use std::path::Path;

/// A format of `export`. `docs/formats.md` shows each with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A page to look at, in one file.
    Html,
    /// The DOT language of Graphviz.
    Dot,
    /// A picture.
    Svg,
    /// A diagram that Markdown renderers draw.
    Mermaid,
    /// A graph for Gephi, yEd, networkx and the like.
    Graphml,
    /// All records and findings, for programs.
    Json,
    /// Linked data in JSON, with schema.org.
    Jsonld,
    /// Linked data for archives, with PROV-O.
    Turtle,
    /// Tables for spreadsheets.
    Csv,
    /// Sources, for citation managers.
    Csl,
    /// Sources, for LaTeX and citation managers.
    Bibtex,
    /// A report to paste.
    Markdown,
}

/// What is to be known of a format.
struct Facts {
    name: &'static str,
    help: &'static str,
    extension: &'static str,
    media_type: &'static str,
    specification: &'static str,
}

impl Format {
    /// All of them, those for people first.
    pub const ALL: [Format; 12] = [
        Format::Html,
        Format::Dot,
        Format::Svg,
        Format::Mermaid,
        Format::Graphml,
        Format::Json,
        Format::Jsonld,
        Format::Turtle,
        Format::Csv,
        Format::Csl,
        Format::Bibtex,
        Format::Markdown,
    ];

    /// Its name, as the command line has it.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// What it is for, in a few words.
    pub fn help(self) -> &'static str {
        self.facts().help
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// How names of its files end, without the dot.
    pub fn extension(self) -> &'static str {
        self.facts().extension
    }

    /// Its media type (RFC 6838).
    pub fn media_type(self) -> &'static str {
        self.facts().media_type
    }

    /// The address of its specification.
    pub fn specification(self) -> &'static str {
        self.facts().specification
    }

    /// The format that the name of a file asks for.
    pub fn of_file(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let ends = |format: &Format| name.ends_with(&format!(".{}", format.extension()));
        // Of `.csl.json` and `.json` the longer one is meant.
        Self::ALL.into_iter().filter(ends).max_by_key(|format| format.extension().len())
    }

    fn facts(self) -> Facts {
        let (name, help, extension, media_type, specification) = match self {
            Format::Html => (
                "html",
                "A page to look at, in one file that needs no network",
                "html",
                "text/html",
                "https://html.spec.whatwg.org/",
            ),
            Format::Dot => (
                "dot",
                "The DOT language of Graphviz",
                "dot",
                "text/vnd.graphviz",
                "https://graphviz.org/doc/info/lang.html",
            ),
            Format::Svg => {
                ("svg", "A picture; Graphviz is not needed", "svg", "image/svg+xml", "https://www.w3.org/TR/SVG11/")
            }
            Format::Mermaid => (
                "mermaid",
                "A diagram that GitHub, GitLab and many editors draw",
                "mmd",
                "text/vnd.mermaid",
                "https://mermaid.js.org/syntax/flowchart.html",
            ),
            Format::Graphml => (
                "graphml",
                "A graph for Gephi, yEd, networkx and the like",
                "graphml",
                "application/graphml+xml",
                "http://graphml.graphdrawing.org/specification.html",
            ),
            Format::Json => (
                "json",
                "Everything, for programs",
                "json",
                "application/json",
                "https://www.rfc-editor.org/rfc/rfc8259",
            ),
            Format::Jsonld => (
                "jsonld",
                "Linked data in JSON, with schema.org and CiTO",
                "jsonld",
                "application/ld+json",
                "https://www.w3.org/TR/json-ld11/",
            ),
            Format::Turtle => (
                "turtle",
                "Linked data for archives, with PROV-O, Web Annotation and CiTO",
                "ttl",
                "text/turtle",
                "https://www.w3.org/TR/turtle/",
            ),
            Format::Csv => {
                ("csv", "Tables for spreadsheets", "csv", "text/csv", "https://www.rfc-editor.org/rfc/rfc4180")
            }
            Format::Csl => (
                "csl",
                "Sources as CSL-JSON, for citation managers",
                "csl.json",
                "application/vnd.citationstyles.csl+json",
                "https://docs.citationstyles.org/en/stable/specification.html",
            ),
            Format::Bibtex => (
                "bibtex",
                "Sources as BibTeX (biblatex)",
                "bib",
                "application/x-bibtex",
                "https://ctan.org/pkg/biblatex",
            ),
            Format::Markdown => {
                ("markdown", "A report to paste", "md", "text/markdown", "https://spec.commonmark.org/")
            }
        };
        Facts { name, help, extension, media_type, specification }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_and_extensions_tell_formats_apart() {
        let names: BTreeSet<&str> = Format::ALL.into_iter().map(Format::name).collect();
        assert_eq!(names.len(), Format::ALL.len());
        assert!(Format::ALL.into_iter().all(|format| Format::named(format.name()) == Some(format)));
        for format in Format::ALL {
            assert_eq!(Format::of_file(Path::new(&format!("a.{}", format.extension()))), Some(format));
        }
        assert_eq!(Format::of_file(Path::new("sources.CSL.json")), Some(Format::Csl));
        assert_eq!(Format::of_file(Path::new("graph.png")), None);
    }
}
