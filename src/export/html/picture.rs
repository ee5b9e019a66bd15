//! The graph as a picture that can be moved, zoomed and clicked through.

use maud::{Markup, PreEscaped, html};

use crate::export::selection::Selection;
use crate::export::view::View;
use crate::findings::{Filter, Question};
use crate::graph::Node;

/// The style of the picture.
pub(super) const STYLE: &str = "";

/// Claims of which a picture can be read.
const MOST_DRAWN: usize = 400;

/// The section of the picture. Its buttons need the script; without it the picture stands as it is.
pub(super) fn picture(view: &View<'_>) -> Markup {
    html! {
        section #picture aria-labelledby="picture-title" {
            h2 #picture-title { "The graph" }
            @if is_readable(view) {
                p.lead { "Sources with the claims that they carry, and who said them. Red marks claims that cannot both be true." }
                (drawn(view))
            } @else if let Some(fewer) = disagreeing(view) {
                p.lead { "Only the claims that disagree, with their sources: all of them would not be readable." }
                (drawn(&fewer))
            } @else {
                p.lead {
                    "The graph has too many claims for one picture. This draws what is near a record: "
                    code { "gainsay export --to svg --around ID" }
                }
            }
        }
        "\n"
    }
}

fn is_readable(view: &View<'_>) -> bool {
    view.claims().filter(|claim| view.draws(&Node::Claim(claim.id.clone()))).count() <= MOST_DRAWN
}

/// The part that disagrees, if it is small enough, and the page lists all of it.
fn disagreeing<'a>(view: &View<'a>) -> Option<View<'a>> {
    let disagreeing = view.questions.iter().filter(|question| question.is_disagreement());
    if disagreeing.map(|question| Question::claims(question).len()).sum::<usize>() > MOST_DRAWN {
        return None;
    }
    let fewer = View::new(view.desk, &Selection::Disagreements, &Filter::default()).ok()?;
    let listed = fewer.claims().all(|claim| view.holds(&Node::Claim(claim.id.clone())));
    (listed && is_readable(&fewer)).then_some(fewer)
}

fn drawn(view: &View<'_>) -> Markup {
    html! {
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
}

/// The picture itself; what is in it links to `#claim-…` and `#source-…`.
fn svg(_view: &View<'_>) -> String {
    r#"<svg class="graph" viewBox="0 0 400 100"></svg>"#.to_owned()
}
