//! The graph as a picture that can be moved, zoomed and clicked through.

use maud::{Markup, PreEscaped, html};

use crate::export::view::View;

/// The style of the picture.
pub(super) const STYLE: &str = "";

/// The section of the picture. Its buttons need the script; without it the picture stands as it is.
pub(super) fn picture(view: &View<'_>) -> Markup {
    html! {
        section #picture aria-labelledby="picture-title" {
            h2 #picture-title { "The graph" }
            p.lead { "Sources with the claims that they carry, and who said them. Red lines join claims that cannot both be true." }
            div.tools.script {
                button type="button" data-zoom="in" { "Zoom in" }
                button type="button" data-zoom="out" { "Zoom out" }
                button type="button" data-zoom="all" { "Show all" }
                span.hint { "Drag, or use the arrow keys and + and −. With Ctrl, the wheel zooms." }
            }
            div #canvas tabindex="0" role="group" aria-label="Picture of the graph: arrow keys move it, plus and minus zoom" {
                (PreEscaped(svg(view)))
            }
        }
        "\n"
    }
}

/// The picture itself; what is in it links to `#claim-…` and `#source-…`.
fn svg(_view: &View<'_>) -> String {
    r#"<svg class="graph" viewBox="0 0 400 100"></svg>"#.to_owned()
}
