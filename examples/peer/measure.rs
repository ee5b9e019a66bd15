//! Times questions and prints a line of JSON for each, in the form in which the scripts for other programs print theirs.

use std::fmt::Debug;
use std::time::Instant;

use serde_json::{Map, Value, json};

use super::Args;
use super::machine::{Memory, busy, own, wait_until_quiet};

/// How questions are timed and told.
pub struct Bench {
    only: Vec<String>,
    runs: usize,
    /// Seconds after which a question is not asked again.
    budget: f64,
    wait: f64,
    claims: u64,
    /// Memory before anything was opened.
    base: f64,
}

/// Wall and processor time, and how many processors were busy with other things.
pub struct Meter {
    wall: Instant,
    own: f64,
    busy: f64,
}

impl Meter {
    pub fn start() -> Self {
        Self { own: own(), busy: busy(), wall: Instant::now() }
    }

    /// What was measured, for one of so many runs.
    pub fn stop(&self, runs: usize) -> Map<String, Value> {
        let (wall, own) = (self.wall.elapsed().as_secs_f64(), own() - self.own);
        let others = (wall > 0.2).then(|| ((busy() - self.busy - own) / wall).max(0.0));
        object(json!({"cpu_s": own / runs.max(1) as f64, "others": others}))
    }
}

impl Bench {
    pub fn new(args: &Args, claims: u64) -> Self {
        let (only, base) = (args.only.clone(), Memory::read().now);
        Self { only, runs: args.runs.max(1), budget: args.budget, wait: args.wait, claims, base }
    }

    /// Whether a question was asked for.
    pub fn wants(&self, what: &str) -> bool {
        let of = what.split('_').next();
        self.only.iter().any(|only| only == what || Some(only.as_str()) == of)
    }

    /// Prints a line.
    pub fn say(&self, what: &str, mut fields: Map<String, Value>, more: Value) {
        let memory = Memory::read();
        fields.extend(object(json!({
            "peer": "gainsay", "version": env!("CARGO_PKG_VERSION"), "what": what, "n": self.claims,
            "cores": rayon::current_num_threads(), "peak_mib": memory.most, "rss_mib": memory.now,
        })));
        fields.extend(object(more));
        println!("{}", Value::Object(fields));
    }

    /// How many claims the tables have.
    pub fn claims(&self) -> u64 {
        self.claims
    }

    /// Does something once, and tells the memory that is held afterwards, too.
    pub fn once<T>(&self, what: &str, act: impl FnOnce() -> T) -> T {
        self.once_with(what, json!({}), act)
    }

    /// The same, and whatever else is to be told.
    pub fn once_with<T>(&self, what: &str, more: Value, act: impl FnOnce() -> T) -> T {
        wait_until_quiet(self.wait);
        let meter = Meter::start();
        let made = act();
        let seconds = meter.wall.elapsed().as_secs_f64();
        let held = (Memory::read().now - self.base) * 1_048_576.0 / self.claims as f64;
        let mut fields = meter.stop(1);
        fields.extend(object(json!({"median_s": seconds, "bytes_per_claim": held.round()})));
        self.say(what, fields, more);
        made
    }

    /// Asks some runs, and tells whether the answer is what it must be.
    pub fn query<T: PartialEq + Debug>(&self, what: &str, expected: &T, ask: impl FnMut() -> T) {
        if self.wants(what) {
            self.query_with(what, expected, ask, json!({}));
        }
    }

    /// The same, and whatever else is to be told.
    pub fn query_with<T: PartialEq + Debug>(&self, what: &str, expected: &T, ask: impl FnMut() -> T, more: Value) {
        wait_until_quiet(self.wait);
        let meter = Meter::start();
        let (answer, runs) = timed(self.runs, self.budget, ask);
        let mut fields = meter.stop(runs.len());
        fields.extend(object(json!({"median_s": median(&runs), "runs_s": runs, "ok": answer == *expected})));
        if answer != *expected {
            fields.insert("got".into(), json!(format!("{answer:?}")));
        }
        self.say(what, fields, more);
    }

    /// Asks the same of each target; tells the mean and the worst of their medians.
    pub fn each<K: Debug, T: PartialEq + Debug>(&self, what: &str, targets: &[(K, T)], mut ask: impl FnMut(&K) -> T) {
        if !self.wants(what) || targets.is_empty() {
            return;
        }
        wait_until_quiet(self.wait);
        let (meter, mut medians, mut wrong, mut asked) = (Meter::start(), Vec::new(), Vec::new(), 0);
        let budget = self.budget / targets.len() as f64;
        for (target, expected) in targets {
            let (answer, runs) = timed(self.runs, budget, || ask(target));
            asked += runs.len();
            medians.push(median(&runs));
            if answer != *expected {
                wrong.push(format!("{target:?}: {answer:?}"));
            }
        }
        let mean = medians.iter().sum::<f64>() / medians.len() as f64;
        let worst = medians.iter().copied().fold(0.0, f64::max);
        let more = json!({
            "median_s": median(&medians), "mean_s": mean, "worst_s": worst, "targets": targets.len(),
            "ok": wrong.is_empty(), "bad": wrong,
        });
        self.say(what, meter.stop(asked), more);
    }
}

/// The last answer and the seconds of each run, of which there is at least one.
fn timed<T>(runs: usize, budget: f64, mut ask: impl FnMut() -> T) -> (T, Vec<f64>) {
    let mut run = || {
        let start = Instant::now();
        let answer = std::hint::black_box(ask());
        (answer, start.elapsed().as_secs_f64())
    };
    let (mut answer, first) = run();
    let mut seconds = vec![first];
    while seconds.len() < runs && seconds.iter().sum::<f64>() < budget {
        let (again, took) = run();
        answer = again;
        seconds.push(took);
    }
    (answer, seconds)
}

fn median(seconds: &[f64]) -> f64 {
    let mut sorted = seconds.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        0 => (sorted[middle - 1] + sorted[middle]) / 2.0,
        _ => sorted[middle],
    }
}

/// The fields of an object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
