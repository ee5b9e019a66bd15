//! Graphs of any number of claims, made up: a few measures, places and populations have most of the claims, most claims of one
//! thing agree, and one in fifty strays.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const MEASURES: usize = 60;
/// Claims of one file.
const FILE: usize = 5_000;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number from 0 to 1 (SplitMix64).
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of so many, the first ones far more often.
    fn one_of(&mut self, count: usize) -> usize {
        (count as f64 * self.roll().powi(4)) as usize
    }
}

/// Writes a graph of so many claims into a folder.
pub fn graph(dir: &Path, claims: usize) {
    fs::create_dir_all(dir.join("added")).unwrap();
    fs::write(dir.join("graph.ron"), "(title: \"Made up\", format: 1)\n").unwrap();
    let measures = list(MEASURES, "measure", ", basis: Stock, unit: \"count\", counts: \"persons\", tolerance: 5.0");
    fs::write(dir.join("measures.ron"), format!("(measures: {measures})\n")).unwrap();
    fs::write(dir.join("places.ron"), list(places(claims), "place", "")).unwrap();
    fs::write(dir.join("populations.ron"), list(populations(claims), "population", "")).unwrap();
    fs::write(dir.join("actors.ron"), list(claims / 50, "actor", ", kind: Organisation")).unwrap();
    let mut dice = Dice(7);
    fs::write(dir.join("sources.ron"), sources(claims / 10, &mut dice)).unwrap();
    for from in (0..claims).step_by(FILE) {
        let text = file(from..(from + FILE).min(claims), claims, &mut dice);
        fs::write(dir.join("added").join(format!("claims-{from:08}.ron")), text).unwrap();
    }
}

fn places(claims: usize) -> usize {
    100 + claims / 200
}

fn populations(claims: usize) -> usize {
    10 + claims / 1_000
}

fn list(count: usize, kind: &str, more: &str) -> String {
    let mut text = "[\n".to_owned();
    for at in 0..count {
        writeln!(text, "(id: \"{kind}-{at}\", name: \"The {kind} of number {at}\"{more}),").unwrap();
    }
    text + "]"
}

fn sources(count: usize, dice: &mut Dice) -> String {
    let mut text = "#![enable(implicit_some)]\n[\n".to_owned();
    for at in 0..count {
        let cited: BTreeSet<usize> = (0..dice.one_of(6).min(at)).map(|_| dice.one_of(at)).collect();
        let cited: Vec<String> = cited.iter().map(|at| format!("\"source-{at}\"")).collect();
        let cites = cited.join(", ");
        writeln!(text, "(id: \"source-{at}\", kind: Report, title: \"Report no. {at}\", cites: [{cites}]),").unwrap();
    }
    text + "]"
}

fn file(numbers: std::ops::Range<usize>, claims: usize, dice: &mut Dice) -> String {
    let mut text = "#![enable(implicit_some)]\n(claims: [\n".to_owned();
    for at in numbers {
        writeln!(text, "(source: \"source-{}\", claims: [{}]),", dice.one_of(claims / 10), claim(at, claims, dice))
            .unwrap();
    }
    text + "])\n"
}

fn claim(at: usize, claims: usize, dice: &mut Dice) -> String {
    let (measure, place, population) =
        (dice.one_of(MEASURES), dice.one_of(places(claims)), dice.one_of(populations(claims)));
    let year = 2000 + (dice.roll() * 20.0) as usize;
    let (from, to) = if dice.roll() < 0.7 { ("01-01", "12-31") } else { ("04-01", "06-30") };
    let known = 1_000.0 * (1 + measure * 7 + place * 3 + population) as f64;
    let stray = if dice.roll() < 0.02 { 0.5 + dice.roll() } else { 1.0 };
    let low = (known * stray * (0.98 + 0.02 * dice.roll())).round();
    let value =
        if dice.roll() < 0.5 { format!("Exactly({low})") } else { format!("Between({low}, {})", (low * 1.02).round()) };
    let scope = format!("of: \"population-{population}\", place: \"place-{place}\"");
    let about = format!(
        "measure: \"measure-{measure}\", {scope}, value: {value}, period: Between(\"{year}-{from}\", \"{year}-{to}\")"
    );
    let says = format!("The measure of number {measure} stood at {low} in place {place} in {year}");
    let actor = dice.one_of(claims / 50);
    format!(
        "(id: \"claim-{at}\", says: \"{says}\", about: Quantity({about}), attributed_to: Actor(\"actor-{actor}\"), \
         evidence: [(bytes: ({at}, {}))])",
        at + says.len()
    )
}
