//! Pages of the web: the article in them, what the page says of it, and its links.

mod choose;
mod emit;
mod meta;
mod rules;
mod tree;

use self::choose::{choose, is_out};
use self::emit::Emitter;
use self::tree::Tree;
use super::document::{Document, Part};
use super::error::ReadError;
use super::format::Format;
use super::places::Places;

/// The document of a page. If its first heading stands outside the article, the text begins with it.
pub(super) fn read(source: String) -> Result<Document, ReadError> {
    let tree = tree::tree(&source).ok_or_else(|| ReadError::broken(Format::Html, "it has millions of elements"))?;
    let choice = choose(&tree);
    let mut emitter = Emitter::new(&source, choice.by_name);
    if let Some(heading) = heading_outside(&tree, choice.node, choice.by_name) {
        emitter.element(&tree, heading);
    }
    emitter.element(&tree, choice.node);
    let Emitter { text, pieces, links, heading, .. } = emitter;
    if text.is_empty() {
        return Err(ReadError::NoText {
            format: Format::Html,
            reason: "it has no text of its own; scripts may load it",
        });
    }
    let mut document = Document::new(Format::Html, text, Places::pieces(source, pieces));
    document.links = links;
    document.body = heading.as_ref().filter(|heading| heading.start == 0).map_or(0, |heading| heading.end);
    let said = tree.meta.fill(&mut document);
    let seen = heading.map(|span| Part { text: document.text[span.clone()].to_owned(), span: Some(span) });
    document.title = match (said, seen) {
        (Some(said), Some(seen)) if seen.text != said => Some(Part { text: said, span: None }),
        (Some(said), None) => Some(Part { text: said, span: None }),
        (_, seen) => seen,
    };
    Ok(document)
}

/// The first heading of a page, if the article has none.
fn heading_outside(tree: &Tree, article: usize, by_name: bool) -> Option<usize> {
    let headings =
        || (0..tree.nodes.len()).filter(|id| tree.nodes[*id].is_heading && !is_out(&tree.nodes[*id], by_name));
    let within = &tree.nodes.get(article)?.events;
    let inside = headings().any(|id| within.contains(&tree.nodes[id].events.start));
    if inside { None } else { headings().next() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r##"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Five boats sink | Dock Gazette</title>
<meta property="og:site_name" content="Dock Gazette"><meta name="author" content="Ana Lund">
<meta property="article:published_time" content="2024-06-02T10:00:00+02:00">
<link rel="canonical" href="https://example.org/boats">
<style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/all">All 300 stories</a></nav>
<header><h1>Five boats sink &amp; 20 rescued</h1></header>
<div class="share">Share 99 times</div>
<div class="wrap"><p>About 1,200 people saw the storm come in over the harbour on Sunday, police said, and
five boats went down in the narrows before noon.</p>
<p>According to <a href="https://example.com/report">a   report</a>, &laquo;20&nbsp;sailors&raquo; were pulled from the water by
fishing boats that had put out from the other shore.<br>All of them are well.</p>
<ul><li>One<li>Two</ul>
<table><tr><td>Boats<td>5</table></div>
<aside>Related: 77 ways to tie a knot</aside><footer>Copyright 1999</footer><script>var a = "<p>88</p>";</script></body></html>"##;

    fn page(source: &str) -> Document {
        crate::readers::read("a.html", source.as_bytes().to_vec()).unwrap().remove(0)
    }

    #[test]
    fn the_article_is_taken_and_nothing_else() {
        let found = page(PAGE);
        assert!(found.text.starts_with("Five boats sink & 20 rescued\n\nAbout 1,200 people saw"), "{}", found.text);
        assert!(found.text.ends_with("shore.\nAll of them are well.\n\nOne\nTwo\n\nBoats\t5"), "{}", found.text);
        for gone in ["300", "99", "77", "1999", "88", "red"] {
            assert!(!found.text.contains(gone), "{gone}");
        }
    }

    #[test]
    fn the_page_says_what_it_is() {
        let found = page(PAGE);
        assert_eq!(found.title.as_ref().map(|title| title.text.as_str()), Some("Five boats sink | Dock Gazette"));
        assert_eq!(
            (found.outlet.as_deref(), found.author.as_slice()),
            (Some("Dock Gazette"), &["Ana Lund".to_owned()][..])
        );
        assert_eq!(found.date.map(|day| day.to_string()).as_deref(), Some("2024-06-02"));
        assert_eq!(found.url.as_deref(), Some("https://example.org/boats"));
        let link = &found.links[0];
        assert_eq!((link.text.as_str(), link.url.as_str()), ("a report", "https://example.com/report"));
        assert_eq!(&found.text[link.span.clone()], "a report");
        assert!(found.text[found.body..].starts_with("\n\nAbout"));
    }

    #[test]
    fn every_byte_leads_back_to_the_file() {
        let found = page(PAGE);
        let back = |words: &str| {
            let start = found.text.find(words).unwrap();
            &PAGE[found.source_range(start..start + words.len()).unwrap()]
        };
        assert_eq!(back("1,200 people"), "1,200 people");
        assert_eq!(back("sink & 20"), "sink &amp; 20");
        assert_eq!(back("«20\u{a0}sailors»"), "&laquo;20&nbsp;sailors&raquo;");
        assert_eq!(back("a report"), "a   report");
        let five = found.text.find("five boats went").unwrap();
        assert_eq!(found.place(five).to_string(), "11:1");
    }

    #[test]
    fn data_of_schema_org_counts_for_more() {
        let data = r#"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Group"},
            {"@type": ["NewsArticle"], "headline": "H", "datePublished": "2023-01-05", "author": [{"@type": "Person", "name": "A"}, {"name": "B"}],
            "publisher": {"@type": "Organization", "name": "P"}}]}</script>"#;
        let found = page(&format!("<head><meta name=author content=Other>{data}</head><p>text"));
        assert_eq!((found.author.join(","), found.outlet.as_deref()), ("A,B".to_owned(), Some("P")));
        assert_eq!(found.title.map(|title| title.text).as_deref(), Some("H"));
        assert_eq!(found.date.map(|day| day.to_string()).as_deref(), Some("2023-01-05"));
    }

    #[test]
    fn names_that_would_leave_out_the_article_do_not() {
        let text = "The harbour was shut at noon and three hundred lorries waited in the rain until the evening came.";
        let found =
            page(&format!("<body><div class='with sidebar'><p>{text}</p><p>{text}</p></div><div class=ad>Buy</div>"));
        assert!(found.text.starts_with(text));
    }

    #[test]
    fn pages_as_deep_as_they_like() {
        for element in ["div", "b", "p", "li", "table", "a href=x", "h1"] {
            let name = element.split(' ').next().unwrap();
            let (open, close) = (format!("<{element}>").repeat(100_000), format!("</{name}>").repeat(100_000));
            assert_eq!(page(&format!("{open}five boats{close}")).text, "five boats");
            assert_eq!(page(&format!("{open}five boats</x></y>")).text, "five boats");
        }
        let mixed = "<div><b></p></i>".repeat(50_000);
        assert_eq!(page(&format!("{mixed}five")).text, "five");
    }

    #[test]
    fn a_page_without_text_says_so() {
        let empty = read("<html><body><script>load()</script></body></html>".to_owned());
        assert!(matches!(empty, Err(ReadError::NoText { .. })));
    }
}
