//! Answers the questions of a generated graph, and prints a line of JSON for each: what it took, and whether the answer is the
//! one that is known. `bench/run` asks other programs the same; docs/performance.md says what the questions are.
//!
//! ```console
//! cargo run --release --example peer -- TABLES GRAPH --only open,q1
//! ```

mod circles;
mod dot;
mod expected;
mod floors;
mod graph;
mod loading;
mod machine;
mod measure;
mod pairs;
mod reach;

use std::error::Error;
use std::path::PathBuf;

use clap::Parser;

use self::expected::Expected;
use self::graph::Graph;
use self::measure::Bench;

/// Anything that keeps a question from being answered.
type Failure = Box<dyn Error>;

/// Asks a graph the questions of its generator.
#[derive(Debug, Parser)]
struct Args {
    /// Folder of the generated tables, with `expected.json`
    tables: PathBuf,
    /// Folder of the graph that was imported from them
    graph: PathBuf,
    /// Questions, by name or by what stands before the `_` in it
    #[arg(long, value_delimiter = ',', default_value = "open,q1,q2,q3,q4,q5")]
    only: Vec<String>,
    /// Runs of each
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Seconds after which a question is not asked again
    #[arg(long, default_value_t = 10.0)]
    budget: f64,
    /// Threads [default: one a processor]
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// Seconds to wait at most until the machine is quiet
    #[arg(long, default_value_t = 60.0)]
    wait: f64,
    /// Where files may be written
    #[arg(long, default_value = ".")]
    scratch: PathBuf,
}

fn main() -> Result<(), Failure> {
    let args = Args::parse();
    rayon::ThreadPoolBuilder::new().num_threads(args.threads).build_global()?;
    let expected = Expected::read(&args.tables)?;
    let bench = Bench::new(&args, expected.claims()?);
    floors::tell(&bench, &args)?;
    loading::tell(&bench, &args, &expected)?;
    dot::tell(&bench, &args, &expected)?;
    if ["open", "q1", "q2", "q3", "q4", "q5"].iter().any(|what| bench.wants(what)) {
        let graph = Graph::tell(&bench, &args.graph)?;
        pairs::tell(&bench, &graph, &expected)?;
        reach::tell(&bench, &graph, &expected)?;
        circles::tell(&bench, &graph, &expected)?;
    }
    Ok(())
}
