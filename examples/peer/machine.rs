//! What the machine says of itself: memory, processor time, and how busy it is with other things.

use std::fs;
use std::time::{Duration, Instant};

/// Ticks of processor time in a second; Linux tells programs so many on every machine.
const TICKS: f64 = 100.0;

/// How busy a quiet machine may be, in processors.
const QUIET: f64 = 0.15;

/// Memory of this program in MiB: what it has now, and the most that it had.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    pub now: f64,
    pub most: f64,
}

impl Memory {
    pub fn read() -> Self {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
        };
        Self { now: field("VmRSS:"), most: field("VmHWM:") }
    }
}

/// Processor seconds that this program has used.
pub fn own() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS
}

/// Processor seconds that all programs have used.
pub fn busy() -> f64 {
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    let fields = stat.lines().next().unwrap_or_default().split_whitespace().skip(1).take(8);
    let ticks: Vec<f64> = fields.filter_map(|ticks| ticks.parse().ok()).collect();
    let idle: f64 = ticks.iter().skip(3).take(2).sum();
    (ticks.iter().sum::<f64>() - idle) / TICKS
}

/// Waits until other programs leave the machine alone, at most so many seconds.
pub fn wait_until_quiet(seconds: f64) {
    let start = Instant::now();
    while start.elapsed().as_secs_f64() < seconds {
        let (before, from) = (busy(), Instant::now());
        std::thread::sleep(Duration::from_millis(400));
        if (busy() - before) / from.elapsed().as_secs_f64() <= QUIET {
            return;
        }
    }
}
