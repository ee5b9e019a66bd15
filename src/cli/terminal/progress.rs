//! How far long work has come, on standard error: only where a person looks, and only for work that lasts.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work goes on before its progress is shown.
const AFTER: Duration = Duration::from_millis(500);
/// How often the line moves while nothing is counted.
const BEAT: Duration = Duration::from_millis(120);

/// A line on standard error, which is gone when the work is done. Without a terminal there is none.
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
    wanted: bool,
    shown: AtomicBool,
}

impl Progress {
    /// Nothing is shown yet; never, if it is not wanted.
    pub fn new(wanted: bool) -> Self {
        let bar = ProgressBar::hidden();
        Self { bar, since: Instant::now(), wanted, shown: AtomicBool::new(false) }
    }

    /// A step of so many things begins: "reading 3 of 100 files".
    pub fn step(&self, doing: &str, things: usize, name: &str) {
        self.style(&format!("{{spinner}} {doing} {{pos}} of {{len}} {name} {{wide_bar}}"));
        self.bar.set_length(things as u64);
        self.bar.set_position(0);
        self.show();
    }

    /// A step begins of which nothing is counted.
    pub fn last(&self, doing: &str) {
        self.style(&format!("{{spinner}} {doing}"));
        self.show();
    }

    /// One thing more is done.
    pub fn one(&self) {
        self.bar.inc(1);
        self.show();
    }

    /// So many things more are done.
    pub fn more(&self, things: usize) {
        self.bar.inc(things as u64);
        self.show();
    }

    fn style(&self, template: &str) {
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
    }

    fn show(&self) {
        if self.wanted && self.since.elapsed() >= AFTER && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(BEAT);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
