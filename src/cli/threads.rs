//! On how many threads the program works.

use rayon::ThreadPoolBuilder;

use super::error::CliError;

/// The most that may be asked for; more would only wait for each other.
pub const MOST: i64 = 512;

/// Lets the whole program work on so many threads; one a processor, if none are named. What it says is the same for any number.
pub fn set(threads: Option<u16>) -> Result<(), CliError> {
    let Some(threads) = threads else { return Ok(()) };
    ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global().map_err(CliError::Threads)
}
