//! Faults as they are found, on any number of threads in one order.

use rayon::prelude::*;

use super::names::Names;
use crate::model::PartialDate;
use crate::store::fault::Fault;
use crate::store::read::file::At;

/// Faults as they are found.
#[derive(Default)]
pub(crate) struct Checker {
    /// Those that were found.
    pub faults: Vec<Fault>,
}

impl Checker {
    /// One more.
    pub(super) fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// How many faults there are so far.
    pub(super) fn count(&self) -> usize {
        self.faults.len()
    }

    /// Checks each of the things, on all threads. What comes of them and what is wrong with them are in their order.
    pub(super) fn each<T: Sync, R: Send>(
        &mut self,
        things: &[T],
        check: impl Fn(&T, &mut Checker) -> R + Sync,
    ) -> Vec<R> {
        let one = |thing| {
            let mut own = Checker::default();
            (check(thing, &mut own), own.faults)
        };
        let (results, faults): (Vec<R>, Vec<Vec<Fault>>) = things.par_iter().map(one).unzip();
        self.faults.extend(faults.into_iter().flatten());
        results
    }

    /// The date, or a fault at its place.
    pub(super) fn date(&mut self, at: &At<'_>, text: Option<&String>) -> Option<PartialDate> {
        let parsed = text?.parse::<PartialDate>();
        parsed
            .map_err(|error| {
                self.push(
                    at.fault(error.code(), error.to_string())
                        .help("write a year, a month or a day: 2022, 2022-10, 2022-10-04"),
                );
            })
            .ok()
    }

    /// Whether the name is one that the vocabulary has; a fault if not.
    pub(super) fn known(&mut self, at: &At<'_>, names: &Names<'_>, id: &str) -> bool {
        let known = names.has(id);
        if !known && !names.is_broken() {
            self.push(names.unknown(at, id));
        }
        known
    }
}
