//! Texts that cannot be read, and evidence that does not stand in them.

use gainsay::codes::Code;
use gainsay::readers::{Format, ReadError};

use crate::bad_input::support::{REPORT, Sandbox};
use crate::messages::scene::{Case, Scene, run_in};

const TEXT: &str = "Of them 4,200 sailors came ashore – no warning had reached it.";

/// A file that is no text, and what is said of it.
fn of_file(name: &'static str, bytes: impl Fn() -> Vec<u8> + 'static) -> impl Fn() -> String {
    move || Scene::new().with(name, bytes()).run(&format!("gainsay extract {name}"))
}

/// What an encrypted document begins with, as word processors write it.
fn locked() -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend([0; 504]);
    bytes.extend("EncryptedPackage".bytes().flat_map(|letter| [letter, 0]));
    bytes
}

fn verified(graph: &Sandbox) -> String {
    run_in(graph, "gainsay verify --texts texts")
}

/// The examples, in the order of codes.
pub fn cases() -> Vec<Case> {
    vec![
        Case::new(Code::BrokenFile, "half of a PDF", of_file("report.pdf", || b"%PDF-1.7\n1 0 obj <<".to_vec())),
        Case::new(Code::CutsCharacter, "a range that begins inside a dash", || {
            let graph = Sandbox::with_text(TEXT).swap("sources.ron", &format!(", bytes: {}", TEXT.len()), "");
            let dash = TEXT.find('–').unwrap();
            verified(&graph.swap(REPORT, "(8, 21)", &format!("({}, {})", dash + 1, dash + 14)))
        }),
        Case::new(Code::EmptyFile, "nothing in an article", of_file("article.txt", Vec::new)),
        Case::new(Code::EmptyFile, "nothing in a file of a graph", || {
            run_in(&Sandbox::new().write("events.ron", ""), "gainsay list claims")
        }),
        Case::new(Code::EmptyFile, "only a comment in a file of claims", || {
            run_in(&Sandbox::new().write(REPORT, "// later\n"), "gainsay list claims")
        }),
        Case::new(Code::EmptyFile, "nothing in a table", || {
            Scene::with_graph().with("sheet.csv", "").run("gainsay import sheet.csv")
        }),
        Case::new(Code::FragmentDiffers, "a figure that was changed", || {
            let graph = Sandbox::with_text(TEXT);
            graph.write_text(TEXT.replace("4,200", "4,300"));
            verified(&graph)
        }),
        Case::made(
            "a PDF, for a build without the reader of PDF",
            ReadError::code,
            ReadError::LeftOut { format: Format::Pdf, feature: "pdf" },
        ),
        Case::new(
            Code::NoLetters,
            "a page without a word",
            of_file("page.html", || b"<!doctype html><html><body><img src=\"scan.png\"></body></html>".to_vec()),
        ),
        Case::new(
            Code::NotAnArticle,
            "a line without a text",
            of_file("articles.jsonl", || b"{\"headline\": \"Sailors\"}\n".to_vec()),
        ),
        Case::new(Code::NotAnArticle, "a line of a batch without a text", || {
            Scene::new().with("lines.jsonl", "{\"id\": 1}\n").run("gainsay extract --batch lines.jsonl")
        }),
        Case::new(Code::NotInText, "a candidate that quotes what is not there", || {
            let scene = Scene::with_graph().with("article.txt", "About 900 boats were lost in the storm.\n");
            let scene = scene.after(&["gainsay add article.txt --id article"]);
            let inbox = std::fs::read_to_string(scene.path().join("graph/inbox/article.ron")).unwrap();
            let id = inbox.split("id: \"article-").nth(1).unwrap().split('"').next().unwrap();
            let edited = "(id: \"boats\", says: \"Boats were lost\", about: Quantity(measure: \"arrivals\", value: About(900)), \
                 evidence: [(bytes: (0, 9), fragment: \"About 800\")])";
            scene.with("edited.ron", edited).run(&format!("gainsay review --edit article-{id} --with edited.ron"))
        }),
        Case::new(Code::NotText, "a picture", of_file("photo.png", || b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec())),
        Case::new(Code::NotUtf8, "a file of a graph in another encoding", || {
            run_in(
                &Sandbox::new().write("places.ron", b"[\n    (id: \"caf\xE9\", name: \"the caf\xE9\"),\n]\n"),
                "gainsay list claims",
            )
        }),
        Case::new(Code::NotUtf8, "a table in another encoding", || {
            let table = b"source,says,measure,figure\nQuay Radio,Caf\xE9s were flooded,caf\xE9s,12\n";
            Scene::with_graph().with("sheet.csv", table).run("gainsay import sheet.csv")
        }),
        Case::new(Code::NotUtf8, "texts in another encoding, to be compared", || {
            let scene =
                Scene::new().with("one.txt", b"the caf\xE9 was flooded").with("two.txt", "the harbour was flooded");
            scene.run("gainsay reuse one.txt two.txt")
        }),
        Case::new(Code::ProtectedFile, "a document under a password", of_file("report.docx", locked)),
        Case::new(Code::TextChanged, "a text that was changed beside the evidence", || {
            let graph = Sandbox::with_text(TEXT);
            graph.write_text(TEXT.replace("it.", "it!"));
            verified(&graph)
        }),
        Case::new(Code::TextMissing, "a text that is gone", || {
            let graph = Sandbox::with_text(TEXT);
            std::fs::remove_file(graph.texts().join("report.txt")).unwrap();
            verified(&graph)
        }),
        Case::made(
            "more than is read",
            ReadError::code,
            ReadError::TooLarge { what: "the file is", limit: 64_000_000 },
        ),
        Case::new(
            Code::WrongEnding,
            "a text that is named as a PDF",
            of_file("report.pdf", || b"Close to 6,000 sailors have landed.".to_vec()),
        ),
    ]
}
