//! Large graphs of plain shapes, written as files of a graph: long chains, and much that hangs on one record.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use gainsay::store::{Contents, init};

/// Claims to a measure, so that questions stay small.
const TO_A_MEASURE: usize = 4;
/// Sources that hand claims on to each other.
const HANDS: usize = 100;
/// How many actors speak for one another for ten claims of the last.
const TO_A_SPEAKER: usize = 10;

/// What a graph has much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Sources, each of which cites the next; one claim in each hundred.
    Citing,
    /// The same, and the last cites the first.
    CitingRound,
    /// Claims, each taken from the one before.
    HandedOn,
    /// The same, and the first from the last.
    HandedRound,
    /// Claims of one actor, and a chain of those who speak for him; every hundredth claim is on the word of one of these.
    OneActor,
    /// Claims of one source.
    OneSource,
    /// Claims, each taken from the one before and from an outlet of its own.
    ManyOrigins,
}

impl Shape {
    /// All of them, with their names.
    pub const ALL: [(Shape, &str); 7] = [
        (Shape::Citing, "citing"),
        (Shape::CitingRound, "citing-round"),
        (Shape::HandedOn, "handed-on"),
        (Shape::HandedRound, "handed-round"),
        (Shape::OneActor, "one-actor"),
        (Shape::OneSource, "one-source"),
        (Shape::ManyOrigins, "many-origins"),
    ];

    /// Writes a graph of so many records into a folder that is not there yet.
    pub fn write(self, count: usize, dir: &Path) {
        init(dir, Contents::Example).unwrap();
        fs::remove_dir_all(dir.join("claims")).unwrap();
        fs::create_dir(dir.join("claims")).unwrap();
        let sources = self.sources(count);
        fs::write(dir.join("sources.ron"), listed((0..sources).map(|at| self.source(at, sources)))).unwrap();
        fs::write(dir.join("actors.ron"), listed((0..=self.speakers(count)).map(actor))).unwrap();
        let measures = listed((0..=count / TO_A_MEASURE).map(measure));
        fs::write(dir.join("measures.ron"), format!("(measures: {measures})")).unwrap();
        let mut files = vec![String::new(); sources];
        for at in (0..count).step_by(self.step()) {
            files[at % sources].push_str(&self.claim(at, count));
        }
        for (at, claims) in files.iter().enumerate().filter(|(_, claims)| !claims.is_empty()) {
            let text = format!("(source: \"{}\", claims: [\n{claims}])\n", source_id(at));
            fs::write(dir.join(format!("claims/{}.ron", source_id(at))), text).unwrap();
        }
    }

    fn is_citing(self) -> bool {
        matches!(self, Shape::Citing | Shape::CitingRound)
    }

    fn sources(self, count: usize) -> usize {
        match self {
            Shape::Citing | Shape::CitingRound => count,
            Shape::OneSource => 1,
            _ => HANDS,
        }
    }

    fn speakers(self, count: usize) -> usize {
        if self == Shape::OneActor { count / TO_A_SPEAKER } else { 0 }
    }

    fn step(self) -> usize {
        if self.is_citing() { 100 } else { 1 }
    }

    fn source(self, at: usize, count: usize) -> String {
        let next =
            if self == Shape::CitingRound { Some((at + 1) % count) } else { Some(at + 1).filter(|at| *at < count) };
        let cites = next.filter(|_| self.is_citing()).map_or_else(String::new, |at| format!("\"{}\"", source_id(at)));
        let text = format!("text: (file: \"{at}.txt\", sha256: \"{at:064}\")");
        format!("(id: \"{}\", title: \"Paper {at}\", published: \"2031\", {text}, cites: [{cites}])", source_id(at))
    }

    fn claim(self, at: usize, count: usize) -> String {
        let mut text = format!("  (id: \"{}\", says: \"{at} sailors came ashore\", ", claim_id(at));
        let _ = write!(
            text,
            "evidence: [(fragment: \"made up\", bytes: ({}, {}))], {}",
            20 * at,
            20 * at + 7,
            self.ties(at, count)
        );
        let _ = writeln!(
            text,
            "about: Quantity(measure: \"m{}\", of: \"sailors\", place: \"port\", value: Bare({}), period: In(\"2031\"))),",
            at / TO_A_MEASURE,
            at + 1
        );
        text
    }

    /// From whom a claim is taken, and on whose word.
    fn ties(self, at: usize, count: usize) -> String {
        let before = if self == Shape::HandedRound { Some((at + count - 1) % count) } else { at.checked_sub(1) };
        let before = before.map_or_else(String::new, |at| format!("Claim(\"{}\")", claim_id(at)));
        match self {
            Shape::HandedOn | Shape::HandedRound => format!("via: [{before}], "),
            Shape::ManyOrigins if at > 0 => format!("via: [{before}, Named(\"Outlet {at}\")], "),
            Shape::OneActor => {
                let speaker = if at % 100 == 1 { self.speakers(count).min(at) } else { 0 };
                format!("attributed_to: Actor(\"{}\"), ", actor_id(speaker))
            }
            _ => String::new(),
        }
    }
}

/// The id of a source by its number.
pub fn source_id(at: usize) -> String {
    format!("s{at:06}")
}

/// The id of a claim by its number.
pub fn claim_id(at: usize) -> String {
    format!("c{at:06}")
}

/// The id of an actor by his number.
pub fn actor_id(at: usize) -> String {
    format!("a{at:06}")
}

/// Each speaks for the one before.
fn actor(at: usize) -> String {
    let before = at.checked_sub(1).map_or_else(String::new, |at| format!("(actor: \"{}\")", actor_id(at)));
    let (first, last) = (at % 97, at / 97);
    format!("(id: \"{}\", kind: Person, name: \"N{first}ame S{last}urname\", speaks_for: [{before}])", actor_id(at))
}

fn measure(at: usize) -> String {
    format!("(id: \"m{at}\", name: \"arrivals {at}\", basis: Flow, unit: \"count\", counts: \"persons\")")
}

fn listed(records: impl Iterator<Item = String>) -> String {
    let mut text = "[\n".to_owned();
    records.for_each(|record| {
        let _ = writeln!(text, "  {record},");
    });
    text.push(']');
    text
}

/// What was written, and the ids that questions are asked of.
#[allow(dead_code, reason = "the example uses it")]
pub fn summary(shape: Shape, count: usize) -> String {
    let (sources, last) = (shape.sources(count), claim_id((count - 1) / shape.step() * shape.step()));
    format!("{sources} sources; claims {} to {last}; actor {}", claim_id(0), actor_id(shape.speakers(count)))
}
