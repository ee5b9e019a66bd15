//! The whole graph as DOT. Ours has other lines than those of the other programs, with colours, tooltips and sources as boxes,
//! so that claims, sources, actors, attributions and citations are counted.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use gainsay::export::{Format, View, write};
use gainsay::findings::Desk;
use gainsay::snapshot::{Keep, open};
use serde_json::json;

use super::expected::Expected;
use super::measure::Bench;
use super::{Args, Failure};

/// What is counted in a drawing.
#[derive(Debug, Default, PartialEq)]
struct Counts {
    claims: u64,
    sources: u64,
    actors: u64,
    attributions: u64,
    citations: u64,
}

/// Asks and tells. The archive and its graph are there before; disagreements are not drawn, since the others draw none.
pub fn tell(bench: &Bench, args: &Args, expected: &Expected) -> Result<(), Failure> {
    if !bench.wants("q6") {
        return Ok(());
    }
    let of = |name: &str| expected.number(&format!("/counts/{name}"));
    let all = Counts {
        claims: of("claims")?,
        sources: of("sources")?,
        actors: of("actors")?,
        attributions: of("attributions")?,
        citations: of("cites")?,
    };
    let path = args.scratch.join("gainsay.dot");
    let archive = bench.once("archive", || open(&args.graph, Keep::Always, &|_| ())?.archive(&args.graph, &|_| ()))?;
    let desk = Desk::new(&archive);
    let view = View::with_questions(&desk, Vec::new());
    // The graph that drawings walk is made when it is first needed.
    bench.once("q6_first", || draw(&view, &path))?;
    let counts = counted(&path)?;
    if counts != all {
        return Err(format!("the drawing has {counts:?}, which should be {all:?}").into());
    }
    let size = std::fs::metadata(&path)?.len();
    bench.query_with("q6", &Some(size), || draw(&view, &path).ok(), json!({"file_mb": size as f64 / 1e6}));
    Ok(std::fs::remove_file(&path)?)
}

/// Writes the drawing; tells its length.
fn draw(view: &View<'_>, path: &Path) -> Result<u64, Failure> {
    let mut out = BufWriter::new(File::create(path)?);
    write(view, Format::Dot, &mut out)?;
    out.flush()?;
    Ok(out.get_ref().metadata()?.len())
}

fn counted(path: &Path) -> Result<Counts, Failure> {
    let mut counts = Counts::default();
    for line in BufReader::new(File::open(path)?).lines() {
        count(&line?, &mut counts);
    }
    Ok(counts)
}

/// Claims stand inside the box of their source. Whatever else leads from one name to another holds no record.
fn count(line: &str, counts: &mut Counts) {
    let is_of_all = line.starts_with("  \"");
    let line = line.trim_start();
    let Some((name, rest)) = line.strip_prefix('"').and_then(|line| line.split_once('"')) else {
        counts.sources += u64::from(line.starts_with("subgraph \"cluster_source-"));
        return;
    };
    match rest.strip_prefix(" -> \"") {
        None if name.starts_with("claim claim-") => counts.claims += 1,
        None if name.starts_with("actor actor-") => counts.actors += 1,
        Some(other) if is_of_all && other.starts_with("actor ") => counts.attributions += 1,
        Some(_) if is_of_all && rest.contains("cluster_source-") => counts.citations += 1,
        _ => {}
    }
}
