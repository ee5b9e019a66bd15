//! Who said it first, and what falls: the shipped graph, made-up graphs with faults, and laws that hold for any graph.

mod carried;
mod circles;
mod citations;
mod deep;
mod falling;
mod faults;
mod figures;
mod laws;
mod made_up;
mod republishing;
mod shipped;
mod views;
mod world;
