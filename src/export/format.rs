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
    /// Other endings by which its files are known.
    also: &'static [&'static str],
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
        // Of `.csl.json` and `.json` the longer one is meant.
        let ending = |format: Format| {
            let facts = format.facts();
            let all = facts.also.iter().copied().chain([facts.extension]);
            all.filter(|ending| name.ends_with(&format!(".{ending}"))).map(str::len).max()
        };
        Self::ALL.into_iter().filter_map(|format| Some((ending(format)?, format))).max().map(|(_, format)| format)
    }

    fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }
}

/// The facts of all formats, in their order.
const FACTS: [Facts; 12] = [
    Facts {
        name: "html",
        help: "A page to look at, in one file that needs no network",
        extension: "html",
        also: &["htm"],
        media_type: "text/html",
        specification: "https://html.spec.whatwg.org/",
    },
    Facts {
        name: "dot",
        help: "The DOT language of Graphviz",
        extension: "dot",
        also: &["gv"],
        media_type: "text/vnd.graphviz",
        specification: "https://graphviz.org/doc/info/lang.html",
    },
    Facts {
        name: "svg",
        help: "A picture; Graphviz is not needed",
        extension: "svg",
        also: &[],
        media_type: "image/svg+xml",
        specification: "https://www.w3.org/TR/SVG11/",
    },
    Facts {
        name: "mermaid",
        help: "A diagram that GitHub, GitLab and many editors draw",
        extension: "mmd",
        also: &[],
        media_type: "text/vnd.mermaid",
        specification: "https://mermaid.js.org/syntax/flowchart.html",
    },
    Facts {
        name: "graphml",
        help: "A graph for Gephi, yEd, networkx and the like",
        extension: "graphml",
        also: &[],
        media_type: "application/graphml+xml",
        specification: "http://graphml.graphdrawing.org/specification.html",
    },
    Facts {
        name: "json",
        help: "Everything, for programs",
        extension: "json",
        also: &[],
        media_type: "application/json",
        specification: "https://www.rfc-editor.org/rfc/rfc8259",
    },
    Facts {
        name: "jsonld",
        help: "Linked data in JSON, with schema.org and CiTO",
        extension: "jsonld",
        also: &[],
        media_type: "application/ld+json",
        specification: "https://www.w3.org/TR/json-ld11/",
    },
    Facts {
        name: "turtle",
        help: "Linked data for archives, with PROV-O, Web Annotation and CiTO",
        extension: "ttl",
        also: &[],
        media_type: "text/turtle",
        specification: "https://www.w3.org/TR/turtle/",
    },
    Facts {
        name: "csv",
        help: "Tables for spreadsheets",
        extension: "csv",
        also: &[],
        media_type: "text/csv",
        specification: "https://www.rfc-editor.org/rfc/rfc4180",
    },
    Facts {
        name: "csl",
        help: "Sources as CSL-JSON, for citation managers",
        extension: "csl.json",
        also: &[],
        media_type: "application/vnd.citationstyles.csl+json",
        specification: "https://docs.citationstyles.org/en/stable/specification.html",
    },
    Facts {
        name: "bibtex",
        help: "Sources as BibTeX (biblatex)",
        extension: "bib",
        also: &[],
        media_type: "application/x-bibtex",
        specification: "https://ctan.org/pkg/biblatex",
    },
    Facts {
        name: "markdown",
        help: "A report to paste",
        extension: "md",
        also: &["markdown"],
        media_type: "text/markdown",
        specification: "https://spec.commonmark.org/",
    },
];

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
            assert_eq!(format!("{format:?}").to_lowercase(), format.name());
            assert_eq!(Format::of_file(Path::new(&format!("a.{}", format.extension()))), Some(format));
        }
        assert_eq!(Format::of_file(Path::new("sources.CSL.json")), Some(Format::Csl));
        assert_eq!(Format::of_file(Path::new("graph.png")), None);
        let others = ["graph.gv", "page.htm", "report.markdown"].map(|name| Format::of_file(Path::new(name)));
        assert_eq!(others, [Some(Format::Dot), Some(Format::Html), Some(Format::Markdown)]);
    }
}
