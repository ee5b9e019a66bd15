//! How pictures of the graph that `init` makes look, for the eye of whoever changes them.

use gainsay::export::{Format, Selection};

use crate::pictures::{PICTURES, exported, made};

#[test]
fn the_graph_of_init() {
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for format in PICTURES {
            insta::assert_snapshot!(format!("all_{}", format.name()), exported(&made::small(), &Selection::Everything, format));
        }
    });
}

#[test]
fn the_chain_of_a_claim() {
    let selection = Selection::Trace { claim: "arrivals-4200".into() };
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for format in [Format::Dot, Format::Svg, Format::Mermaid] {
            insta::assert_snapshot!(format!("chain_{}", format.name()), exported(&made::small(), &selection, format));
        }
    });
}
