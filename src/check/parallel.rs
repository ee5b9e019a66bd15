//! Work on many texts at once, with results in their order.

use std::num::NonZero;
use std::thread;

/// Fewer things than these are not worth a thread of their own.
const FEW: usize = 16;

/// What a function makes of each thing, in order; on all cores where there are many things.
pub fn in_parallel<T: Sync, R: Send>(things: &[T], make: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = things.len().div_ceil(cores).max(FEW);
    let make = &make;
    thread::scope(|scope| {
        let work = |part: &'_ [T]| part.iter().map(make).collect::<Vec<R>>();
        let parts: Vec<_> = things.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        // A thread fails only if it panics; then this one does, too.
        let done = parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_things() {
        for count in [0, 1, 15, 16, 100, 1_001] {
            let things: Vec<usize> = (0..count).collect();
            assert_eq!(
                in_parallel(&things, |thing| thing * 2),
                things.iter().map(|thing| thing * 2).collect::<Vec<_>>()
            );
        }
    }
}
