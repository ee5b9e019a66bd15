//! What files can do to the program that were made to harm it: it ends, says what is wrong and where, and changes nothing.
//! docs/limits.md lists the limits that these tests hold. Long variants run where `GAINSAY_LONG` is set.

mod circles;
mod controls;
mod depth;
mod entities;
mod formulas;
mod lines;
mod links;
mod markup;
mod namesakes;
mod numbers;
mod packed;
mod paths;
mod pdf;
mod support;
