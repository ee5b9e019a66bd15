//! What bars and timelines are drawn with. Places are shares of the width, so that pictures fit every screen.

use maud::{Markup, html};

use super::scale::Scale;

/// A box between two places, with its upper edge and its height.
pub(super) fn part(class: &str, left: f64, right: f64, (y, height): (u32, u32)) -> Markup {
    html! { rect class=(class) x=(percent(left)) width=(percent(right - left)) y=(y) height=(height) {} }
}

/// An upright line at a place.
pub(super) fn upright(class: &str, at: f64, (from, to): (u32, &str)) -> Markup {
    html! { line class=(class) x1=(percent(at)) x2=(percent(at)) y1=(from) y2=(to) {} }
}

/// The marks of a scale with their words.
pub(super) fn axis(scale: &Scale) -> Markup {
    html! {
        svg.axis aria-hidden="true" {
            line.base x2="100%" y1="0.5" y2="0.5" {}
            @for (mark, words) in scale.marks() {
                (upright("tick", scale.at(mark), (0, "5")))
                text x=(percent(scale.at(mark))) y="19" text-anchor=(anchor(scale.at(mark))) { (words) }
            }
        }
    }
}

/// Words at the edge grow inwards.
pub(super) fn anchor(at: f64) -> &'static str {
    match at {
        ..12.0 => "start",
        88.0.. => "end",
        _ => "middle",
    }
}

/// A share of the width, with two decimals.
pub(super) fn percent(at: f64) -> String {
    format!("{}%", (at.clamp(0.0, 100.0) * 100.0).round() / 100.0)
}
