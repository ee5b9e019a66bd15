//! PDF files that lead back to themselves, have no end, or are locked.

use crate::support::Graph;

/// A file that is put together object by object.
pub struct Pdf {
    objects: Vec<Vec<u8>>,
}

/// A stream with these words in its head.
pub fn stream(head: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {head} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

impl Pdf {
    /// The catalogue is object 1, the tree of pages 2, a font 3.
    pub fn new() -> Self {
        let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec();
        Self { objects: vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), Vec::new(), font] }
    }

    /// Adds an object; how others refer to it.
    pub fn add(&mut self, object: impl Into<Vec<u8>>) -> String {
        self.objects.push(object.into());
        format!("{} 0 R ", self.objects.len())
    }

    fn text(&mut self) -> String {
        self.add(stream("", b"BT /F1 12 Tf 72 720 Td (Some 300 boats sank in the storm.) Tj ET"))
    }

    fn page(&mut self, contents: &str) -> String {
        self.add(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents {contents} >>"))
    }

    /// The file with one page that draws that.
    pub fn with_page(mut self, contents: &str) -> Vec<u8> {
        let page = self.page(contents);
        self.with_pages(&page, 1)
    }

    fn with_pages(mut self, kids: &str, count: usize) -> Vec<u8> {
        self.objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>").into_bytes();
        self.written("")
    }

    /// The file, with more in its trailer; `XREF` in that stands for where its table begins.
    fn written(self, trailer: &str) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in self.objects.iter().enumerate() {
            places.push(file.len());
            file.extend(format!("{} 0 obj\n", number + 1).into_bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let start = file.len();
        file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).into_bytes());
        places.iter().for_each(|place| file.extend(format!("{place:010} 00000 n \n").into_bytes()));
        let size = self.objects.len() + 1;
        let more = trailer.replace("XREF", &start.to_string());
        file.extend(
            format!("trailer\n<< /Size {size} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n").into_bytes(),
        );
        file
    }
}

/// What becomes of a file: it is read, or an error names it and what it is.
#[track_caller]
fn ends(what: &str, bytes: Vec<u8>) -> bool {
    let graph = Graph::empty();
    graph.beside("a.pdf", bytes);
    let told = graph.run(&["extract", "a.pdf"]);
    match told.code {
        Some(0) => told.out.contains("[300]"),
        Some(2) => {
            assert!(told.err.contains("]: a.pdf: ") && told.err.len() < 1_000, "{what}: {}", told.err);
            false
        }
        other => panic!("{what}: {other:?} {}", told.err),
    }
}

#[test]
fn a_plain_file_is_read() {
    let mut pdf = Pdf::new();
    let text = pdf.text();
    assert!(ends("plain", pdf.with_page(&text)));
}

#[test]
fn a_tree_of_pages_that_contains_itself_ends() {
    let mut pdf = Pdf::new();
    let text = pdf.text();
    let page = pdf.page(&text);
    ends("itself", pdf.with_pages(&format!("2 0 R {page}"), 2));
    let mut pdf = Pdf::new();
    let text = pdf.text();
    let page = pdf.page(&text);
    let inner = pdf.add(format!("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R {page} 2 0 R] /Count 3 >>"));
    ends("each other", pdf.with_pages(&inner.repeat(3), 9));
}

#[test]
fn references_that_lead_to_themselves_end() {
    let mut pdf = Pdf::new();
    let own = format!("{} 0 R", pdf.objects.len() + 1);
    let loops = pdf.add(own);
    ends("contents", pdf.with_page(&loops));
    let mut pdf = Pdf::new();
    let text = pdf.text();
    pdf.objects[2] = b"3 0 R".to_vec();
    ends("font", pdf.with_page(&text));
    let mut pdf = Pdf::new();
    let number = pdf.objects.len() + 1;
    let form = stream(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number} 0 R >> >>"),
        b"/X Do /X Do /X Do",
    );
    let form = pdf.add(form);
    let draws = pdf.add(stream("", b"/X Do"));
    let page =
        pdf.add(format!("<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X {form} >> >> /Contents {draws} >>"));
    ends("form", pdf.with_pages(&page, 1));
}

#[test]
fn tables_that_lead_to_themselves_end() {
    let mut pdf = Pdf::new();
    let text = pdf.text();
    let page = pdf.page(&text);
    pdf.objects[1] = format!("<< /Type /Pages /Kids [{page}] /Count 1 >>").into_bytes();
    ends("table", pdf.written("/Prev XREF"));
    let mut pdf = Pdf::new();
    let number = pdf.objects.len() + 1;
    pdf.add(stream(
        &format!("/Type /ObjStm /N 1 /First 4 /Extends {number} 0 R"),
        format!("{number} 0 << >>").as_bytes(),
    ));
    let text = pdf.text();
    ends("stream of objects", pdf.with_page(&text));
}

#[test]
fn a_file_of_more_pages_than_are_read_says_so() {
    let pages = |count: usize| {
        let mut pdf = Pdf::new();
        let text = pdf.text();
        let kids: String = (0..count).map(|_| pdf.page(&text)).collect();
        pdf.with_pages(&kids, count)
    };
    let graph = Graph::empty();
    graph.beside("a.pdf", pages(20_001));
    graph.run(&["extract", "a.pdf"]).refused(&["a.pdf: over 20000 pages were found, which is the most that is read"]);
    assert!(ends("many pages", pages(200)));
}

#[test]
fn a_locked_file_says_so() {
    let mut pdf = Pdf::new();
    let text = pdf.text();
    let page = pdf.page(&text);
    pdf.objects[1] = format!("<< /Type /Pages /Kids [{page}] /Count 1 >>").into_bytes();
    let key = "A".repeat(64);
    let lock = format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{key}> /U <{key}> >>");
    let lock = pdf.add(lock);
    let file = pdf.written(&format!("/Encrypt {lock} /ID [<{key}> <{key}>]"));
    let graph = Graph::empty();
    graph.beside("a.pdf", file);
    graph.run(&["extract", "a.pdf"]).refused(&["a.pdf: a protected PDF file was found", "without a password"]);
}

#[test]
fn objects_in_objects_without_end_are_no_end_of_the_program() {
    for open in ["[", "<< /A "] {
        let close = if open == "[" { "]" } else { " >>" };
        let mut pdf = Pdf::new();
        let text = pdf.text();
        pdf.add(format!("{}{}", open.repeat(100_000), close.repeat(100_000)));
        ends("objects", pdf.with_page(&text));
        let mut pdf = Pdf::new();
        let deep = pdf.add(stream("", format!("{} 0 {}", open.repeat(100_000), close.repeat(100_000)).as_bytes()));
        ends("operators", pdf.with_page(&deep));
        let mut pdf = Pdf::new();
        let text = pdf.text();
        let page = pdf.page(&text);
        ends("kids", pdf.with_pages(&format!("{}{page}{}", open.repeat(100_000), close.repeat(100_000)), 1));
    }
}
