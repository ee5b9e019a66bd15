//! Attributes of nodes and edges, by kind and class.

use crate::export::drawing::{Arrow, Class, Kind, Pattern};

/// The shape of a kind.
pub(super) fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Quantity | Kind::Date | Kind::Rank => "box",
        Kind::Stance => "hexagon",
        Kind::Quote => "note",
        Kind::Actor | Kind::Population => "ellipse",
        Kind::Source | Kind::Outlet => "box",
        Kind::Place => "house",
        Kind::Event => "cds",
        Kind::Measure => "parallelogram",
        Kind::Proposition => "plaintext",
    }
}

/// What nodes of a kind have besides their fill.
pub(super) fn extra(kind: Kind) -> &'static str {
    match kind {
        Kind::Stance => ", margin=\"0,0.03\"",
        Kind::Actor => ", penwidth=1.6",
        Kind::Population => ", style=\"filled,dashed\"",
        Kind::Source => ", style=\"filled,rounded\"",
        Kind::Outlet => ", style=\"filled,rounded,dashed\"",
        _ => "",
    }
}

/// The attributes of all nodes of a kind.
pub(super) fn node(kind: Kind) -> String {
    format!("shape={}, fillcolor=\"{}\"{}", shape(kind), kind.fill().light, extra(kind))
}

/// The attributes of all edges of a class.
pub(super) fn edge(class: Class) -> String {
    let stroke = class.stroke();
    let style = match stroke.pattern {
        Pattern::Solid => "",
        Pattern::Dashed => ", style=dashed",
        Pattern::Dotted => ", style=dotted",
    };
    let arrow = match stroke.arrow {
        Arrow::Forward => "",
        Arrow::Both => ", dir=both",
        Arrow::Bar => ", arrowhead=tee",
        Arrow::Diamond => ", arrowhead=odiamond",
        Arrow::None => ", arrowhead=none",
    };
    format!("color=\"{}\", penwidth={}{style}{arrow}", stroke.light, stroke.width)
}
