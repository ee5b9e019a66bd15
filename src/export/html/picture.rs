//! The graph as a picture that can be moved, zoomed and clicked through.

use maud::{Markup, PreEscaped, html};

use crate::export::selection::Selection;
use crate::export::svg;
use crate::export::view::View;
use crate::findings::{Filter, Question};
use crate::graph::Node;

/// Where the dark colours of a style begin.
const DARK: &str = "@media (prefers-color-scheme: dark) {";

/// Claims of which a picture can be read.
const MOST_DRAWN: usize = 400;

/// The style of the picture, which follows what the reader chose.
pub(super) fn style() -> String {
    chosen(svg::STYLE)
}

/// A style whose dark colours, which must come last, hold where dark is chosen, too, and not where light is.
fn chosen(style: &str) -> String {
    let dark = style.split_once(DARK).and_then(|(light, rest)| Some((light, rest.rsplit_once('}')?.0)));
    let Some((light, dark)) = dark else { return style.to_owned() };
    format!("{light}{DARK} :root:not([data-theme=\"light\"]) {{{dark}}} }}\n:root[data-theme=\"dark\"] {{{dark}}}\n")
}

/// The section of the picture: what disagrees, which is what people come for, and all of it behind a switch. Buttons need
/// the script; without it pictures stand as they are.
pub(super) fn picture(view: &View<'_>) -> Markup {
    let fewer = disagreeing(view);
    html! {
        section #picture aria-labelledby="picture-title" {
            h2 #picture-title { "The graph" }
            @if let Some(fewer) = &fewer {
                p.lead { "The sources that disagree, with what they say and who said it. Red lines join claims that cannot both be true; “if …” beside one says that it hangs on a condition." }
                (drawn(fewer, "Picture of the claims that disagree"))
            }
            @if !is_readable(view) {
                p.hint {
                    "The graph has too many claims for one picture. This draws what is near a record: "
                    code { "gainsay export --to svg --around ID" }
                }
            } @else if fewer.is_some() {
                details.whole { summary { "Show the whole graph" } (drawn(view, "Picture of the whole graph")) }
            } @else {
                p.lead { "Sources with the claims that they carry, and who said them." }
                (drawn(view, "Picture of the whole graph"))
            }
        }
        "\n"
    }
}

fn drawn_claims(view: &View<'_>) -> usize {
    view.claims().filter(|claim| view.draws(&Node::Claim(claim.id.clone()))).count()
}

fn is_readable(view: &View<'_>) -> bool {
    drawn_claims(view) <= MOST_DRAWN
}

/// The part that disagrees, if there is one, it is small enough, and the page lists all of it.
fn disagreeing<'a>(view: &View<'a>) -> Option<View<'a>> {
    let disagreeing = view.questions.iter().filter(|question| question.is_disagreement());
    if disagreeing.map(|question| Question::claims(question).len()).sum::<usize>() > MOST_DRAWN {
        return None;
    }
    let fewer = View::new(view.desk, &Selection::Disagreements, &Filter::default()).ok()?;
    let listed = fewer.claims().all(|claim| view.holds(&Node::Claim(claim.id.clone())));
    let drawn = drawn_claims(&fewer);
    (listed && drawn > 0 && drawn < drawn_claims(view)).then_some(fewer)
}

fn drawn(view: &View<'_>, what: &str) -> Markup {
    html! {
        div.drawing {
            div.tools.script {
                button type="button" data-zoom="in" { "Zoom in" }
                button type="button" data-zoom="out" { "Zoom out" }
                button type="button" data-zoom="all" { "Show all" }
                span.hint.pointer { "Drag, or use the arrow keys and + and −. With Ctrl, the wheel zooms." }
                span.hint.finger { "Drag sideways to move it." }
            }
            div.canvas tabindex="0" role="group" aria-label=(format!("{what}: arrow keys move it, plus and minus zoom")) {
                (PreEscaped(svg::inline(view)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_colours_follow_what_is_chosen() {
        let style = format!(".a {{ fill: red; }}\n{DARK} .a {{ fill: blue; }} }}\n");
        let expected = ".a { fill: red; }\n\
            @media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { .a { fill: blue; } } }\n\
            :root[data-theme=\"dark\"] { .a { fill: blue; } }\n";
        assert_eq!(chosen(&style), expected);
        assert_eq!(chosen(".a {}"), ".a {}");
    }
}
