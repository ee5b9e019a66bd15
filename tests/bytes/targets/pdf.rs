//! Any bytes as a PDF file, or as what a page of one draws, its font, its entries. The first byte chooses.

use std::fmt::Write;
use std::panic;
use std::sync::Once;
use std::thread;

use super::{choose, documents};

#[derive(Clone, Copy)]
enum As {
    File,
    Parts,
}

pub fn run(bytes: &[u8]) {
    forgive();
    match choose(bytes, &[As::File, As::Parts]) {
        Some((As::File, bytes)) => documents::read("a.pdf", bytes),
        Some((As::Parts, bytes)) => documents::read("a.pdf", &made(bytes)),
        None => {}
    }
}

const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// A file of a page that draws the bytes; after a nought its font, after another one a form, each an object.
fn made(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let resources = "/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>";
    let page = format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R {resources} >>");
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let content = parts.next().unwrap_or_default();
    let head = format!("<< /Length {} >>\nstream\n", content.len());
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        pages.as_bytes(),
        page.as_bytes(),
        &[head.as_bytes(), content, b"\nendstream"].concat(),
        parts.next().unwrap_or(FONT.as_bytes()),
        parts.next().unwrap_or(b"null"),
    ];
    let (mut file, mut places) = (b"%PDF-1.4\n".to_vec(), String::new());
    for (at, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", file.len()).expect("memory");
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(*object);
        file.extend(b"\nendobj\n");
    }
    let (count, start) = (objects.len() + 1, file.len());
    let table = format!("xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\n");
    file.extend(table.bytes());
    file.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    file
}

/// The parser of others may panic, in the thread that it has for itself: the reader tells it as a broken file. What fuzzes
/// takes any panic for a finding, so that those of the parser are kept from it.
fn forgive() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map_or("", panic::Location::file);
            let is_theirs = thread::current().name().is_none() && place.contains("hayro");
            if !is_theirs {
                told(panic);
            }
        }));
    });
}
