//! What colours and lines mean, as a table beside the drawing: only those that occur in it.

use crate::export::drawing::{Class, Drawing, Pattern};

/// Writes the legend.
pub(super) fn legend(out: &mut String, drawing: &Drawing<'_>) {
    out.push_str("  subgraph cluster_legend {\n");
    out.push_str("    graph [label=\"Legend\", style=rounded, color=\"#b9c2c8\", fontsize=11];\n");
    out.push_str("    legend [shape=plaintext, style=\"\", fontsize=10, tooltip=\"Legend\",\n");
    out.push_str("            label=<<table border=\"0\" cellspacing=\"3\" cellpadding=\"2\">\n");
    for kind in drawing.kinds() {
        let fill = kind.fill();
        let cell = format!("<td width=\"30\" bgcolor=\"{}\" border=\"1\" color=\"#8a959d\"> </td>", fill.light);
        row(out, &cell, fill.word);
    }
    for class in drawing.classes() {
        let stroke = class.stroke();
        let line = match stroke.pattern {
            Pattern::Solid => "━━━",
            Pattern::Dashed => "╍╍╍",
            Pattern::Dotted => "┈┈┈",
        };
        row(out, &format!("<td><font color=\"{}\">{line}</font></td>", stroke.light), words(class));
    }
    out.push_str("    </table>>];\n  }\n");
}

fn words(class: Class) -> &'static str {
    match class {
        Class::Contradiction => "contradiction, with the gap; “if …” where conditional",
        class => class.word(),
    }
}

fn row(out: &mut String, cell: &str, words: &str) {
    out.push_str(&format!("      <tr>{cell}<td align=\"left\">{words}</td></tr>\n"));
}
