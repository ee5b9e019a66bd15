//! `trace`: the chain of a claim to its origins.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::compare::stated_text;
use gainsay::export::{json, trace_dot};
use gainsay::findings::{Desk, cites};
use gainsay::model::{Archive, Claim, ClaimId};
use gainsay::trace::{End, How, Step, What, chain, drifts, proposals};

use super::explain;
use crate::cli::Done;
use crate::cli::opening::sentence;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::{counted, first, origins};

const EXAMPLES: &str = "Examples:
  gainsay trace kz-arrivals-200k-ministry
  gainsay trace kz-arrivals-300k --texts texts/     with the sentence around each piece of evidence
  gainsay trace kz-arrivals-200k-minister --format dot | dot -Tsvg > trace.svg";

/// Arguments of `trace`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Trace {
    /// Id of a claim, as `list claims` shows it, or the end of one
    pub claim: String,
    /// Show the sentence around each piece of evidence, from the texts in this folder
    #[arg(long, value_name = "DIR")]
    pub texts: Option<PathBuf>,
    /// Show all of a list; by default, of more than 200 lines the first 20
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = TraceFormat::Text)]
    pub format: TraceFormat,
}

/// How to print a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TraceFormat {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
    /// The DOT language of Graphviz
    Dot,
}

/// Shows the chain.
pub fn run(archive: &Archive, options: &Trace, out: &mut Output) -> Done {
    options.texts.as_deref().map_or(Ok(()), source::is_folder)?;
    let claim = explain::claim(archive, &options.claim)?;
    let desk = Desk::new(archive);
    let root = chain(archive, &desk.ancestry, claim);
    match options.format {
        TraceFormat::Json => out.json(&json::trace(&desk, claim, &root))?,
        TraceFormat::Dot => out.raw(&trace_dot(&desk, &root)),
        TraceFormat::Text => text(&desk, claim, &root, options, out),
    }
    Ok(ExitCode::SUCCESS)
}

fn text(desk: &Desk<'_>, claim: &Claim, root: &Step, options: &Trace, out: &mut Output) {
    let (certain, proposed): (Vec<&Step>, Vec<&Step>) = root.above.iter().partition(|step| step.how != How::Proposed);
    let printer = Printer { desk, options, left: Cell::new(if options.all { usize::MAX } else { MOST_STEPS }) };
    out.line(printer.label(root));
    printer.sentence(claim, "   ", out);
    for (at, step) in certain.iter().enumerate() {
        printer.step(step, "", at + 1 == certain.len(), out);
    }
    if let Some(end) = &root.end {
        out.line(format!("   {}", paint::dim(&end_text(end))));
    }
    let steps: usize = certain.iter().map(|step| step.walk().len()).sum();
    if let Some(more) = steps.checked_sub(MOST_STEPS).filter(|more| *more > 0 && !options.all) {
        out.line(format!("… and {}; --all shows them", counted(more, "more step", "more steps")));
    }
    out.line("");
    out.line(format!("origin  {}", paint::shown(&origins(desk, claim))));
    cited(desk, claim, out);
    for drift in drifts(desk.archive, &desk.ancestry, claim) {
        let word = drift.kind.word();
        let text = paint::shown(&drift.text);
        // What is folded for a terminal is not wrapped before.
        let text = if paint::limit().is_some() { text } else { paint::wrap(&text, paint::width(), 8) };
        out.line(format!("drift   {word}: {text}"));
    }
    if !proposed.is_empty() {
        out.line("");
        out.line(paint::dim("Nobody says so, but it may have come from (an editor may add `via`):"));
        let proposals = proposals(desk.archive, &desk.ancestry, claim);
        let (shown, more) = first(&proposals, options.all);
        shown.iter().for_each(|proposal| printer.proposal(proposal, out));
        more.into_iter().for_each(|more| out.line(more));
    }
}

/// What its source cites, where it cites others.
fn cited(desk: &Desk<'_>, claim: &Claim, out: &mut Output) {
    let found = cites(desk, &claim.source);
    if found.sources > 0 {
        let sources = counted(found.sources, "source", "sources");
        let origins = counted(found.origins, "of them cites", "of them cite");
        out.line(format!("cites   its source cites {sources}, directly or through others; {origins} nothing here"));
    }
}

struct Printer<'a> {
    desk: &'a Desk<'a>,
    options: &'a Trace,
    /// How many steps may still be shown.
    left: Cell<usize>,
}

/// Steps of a tree that are shown, unless all are asked for; no chain of one way is longer.
const MOST_STEPS: usize = 400;

impl Printer<'_> {
    fn step(&self, step: &Step, indent: &str, last: bool, out: &mut Output) {
        let Some(left) = self.left.get().checked_sub(1) else { return };
        self.left.set(left);
        let (branch, below) = if last { ("└─", "   ") } else { ("├─", "│  ") };
        let end = step.end.as_ref().map_or_else(String::new, |end| format!("  {}", paint::dim(&end_text(end))));
        out.line(format!("{indent}{branch} {} {}{end}", how_text(step.how), self.label(step)));
        let indent = format!("{indent}{below}");
        if let What::Claim(id) = &step.what
            && let Some(claim) = self.desk.archive.claims.get(id)
        {
            self.sentence(claim, &indent, out);
        }
        for (at, above) in step.above.iter().enumerate() {
            self.step(above, &indent, at + 1 == step.above.len(), out);
        }
    }

    fn label(&self, step: &Step) -> String {
        let archive = self.desk.archive;
        match &step.what {
            What::Claim(id) => self.claim(id),
            What::Source(id) => {
                let published = archive.published(id);
                format!("{} ({})", paint::id(id.as_str()), dated(published.map(|date| date.to_string())))
            }
            What::Outlet(name) => format!("{} (only named)", paint::bold(&paint::shown(name))),
            What::Actor(id) => paint::bold(&paint::shown(archive.actor_name(id))),
        }
    }

    fn claim(&self, id: &ClaimId) -> String {
        let archive = self.desk.archive;
        let Some(claim) = archive.claims.get(id) else { return String::new() };
        let source = archive.sources.get(&claim.source);
        let published = source.and_then(|source| source.published).map(|date| date.to_string());
        let value = claim.about.as_quantity().map_or_else(|| claim.says.clone(), stated_text);
        let (value, quoted) = (paint::shown(&value), paint::shown(&claim.quoted().replace('\n', " ")));
        format!("{} ({}) {}  {quoted}  {}", claim.source, dated(published), paint::bold(&value), paint::id(id.as_str()))
    }

    /// The sentence around the evidence, from the text on disk and never from the graph.
    fn sentence(&self, claim: &Claim, indent: &str, out: &mut Output) {
        let Some(folder) = &self.options.texts else { return };
        if let Some(sentence) = sentence::around(self.desk.archive, claim, folder) {
            let text = paint::shown(&sentence.replace('\n', " "));
            out.line(format!(
                "{indent}  {}",
                paint::dim(&paint::wrap(&text, paint::width(), indent.chars().count() + 2))
            ));
        }
    }

    fn proposal(&self, proposal: &gainsay::trace::Proposal, out: &mut Output) {
        let speaker =
            if proposal.same_speaker { "same speaker and figure" } else { "same figure, no speaker named here" };
        let rounded = if proposal.rounded { ", rounded" } else { "" };
        let order = if proposal.earlier { "earlier" } else { "order not known" };
        out.line(format!("┄ {}  {}", self.claim(&proposal.from), paint::dim(&format!("{speaker}{rounded}, {order}"))));
    }
}

fn dated(date: Option<String>) -> String {
    date.unwrap_or_else(|| "date not known".to_owned())
}

fn how_text(how: How) -> &'static str {
    match how {
        How::Asked => "",
        How::TakenFrom => "taken from",
        How::AttributedTo => "attributed to",
        How::SpeaksFor => "speaks for",
        How::SharesPassage => "shares its passage with",
        How::Proposed => "perhaps from",
    }
}

fn end_text(end: &End) -> String {
    match end {
        End::NamedActor => "a named actor: the chain ends here".to_owned(),
        End::PrimarySource => "speaks for itself: the chain ends here".to_owned(),
        End::Unnamed(words) => format!("the chain ends unnamed: “{words}”"),
        End::Circular => "the chain returns to where it has been".to_owned(),
        End::ShownBefore => "its further steps are shown above".to_owned(),
        End::TooLong => "the chain goes on".to_owned(),
        End::NotHeld => "no claim of it on this is held here: the chain ends".to_owned(),
        End::Unknown => "does not say where from: the chain ends here".to_owned(),
    }
}
