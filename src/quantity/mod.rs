//! Numbers, units, hedges and the intervals that they allow. Knows nothing of claims.

mod amount;
mod bounds;
mod data;
mod hedge;
mod interval;
mod number;
mod stated;
mod unit;

pub use amount::{Amount, WordRule, words};
pub use bounds::{Bounds, ValueError};
pub(crate) use data::{TABLES, options, table};
pub use hedge::{EndRule, Hedge, HedgeRule, WidthRule, hedges};
pub use interval::{End, Interval, IntervalError};
pub use number::{FARTHEST, MOST_ROUNDING, is_within, last_digit, pretty, rounds_to, tidy};
pub use stated::Stated;
pub use unit::{Slip, Unit, UnitError, base_of, convert, slips, unit, unit_called, unit_names, units};
pub(crate) use unit::{is_money, money_in};
