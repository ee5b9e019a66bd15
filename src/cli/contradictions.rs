//! `contradictions`: the questions on which sources disagree.

use std::process::ExitCode;

use gainsay::compare::Relation;
use gainsay::export::{json, questions_csv, questions_markdown};
use gainsay::findings::{Desk, Filter, Position, Question, questions};
use gainsay::graph::{Edge, Node};
use gainsay::model::{Archive, ClaimId};
use gainsay::trace::count;

use super::args::{Contradictions, Denied, QuestionFormat};
use super::error::CliError;
use super::output::Output;
use super::{Done, paint};

/// Explained differences that are shown of one question.
const MOST_EXPLAINED: usize = 5;

/// Shows the questions that pass the filters.
pub fn run(archive: &Archive, options: &Contradictions, out: &mut Output) -> Done {
    let view = options.filters.seen(archive)?;
    let desk = Desk::new(&view.archive);
    let archive = &view.archive;
    let found = filter(options).apply(archive, questions(&desk))?;
    match options.format {
        QuestionFormat::Text => {
            text(&desk, &found, options, out);
            for note in &view.notes {
                out.line(format!("\n{}", paint::dim(&paint::wrap(note, paint::width(), 0))));
            }
        }
        QuestionFormat::Json => out.json(&json::questions(&desk, &found))?,
        QuestionFormat::Csv => {
            out.raw(&questions_csv(&desk, &found).map_err(|error| CliError::Csv(error.to_string()))?);
        }
        QuestionFormat::Markdown => out.raw(&questions_markdown(&desk, &found)),
    }
    Ok(if found.iter().any(|question| is_denied(question, &options.deny, options.strict)) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

fn filter(options: &Contradictions) -> Filter {
    let mut filter = options.filters.filter();
    if options.all {
        filter.relations = vec![Relation::Contradiction, Relation::Tension, Relation::Agreement, Relation::Explained];
    }
    filter
}

/// Whether `--deny` forbids a question.
pub fn is_denied(question: &Question, denied: &[Denied], strict: bool) -> bool {
    let firm_enough = strict || question.conditional_on.is_empty();
    let meant = denied.iter().any(|denied| match denied {
        Denied::Contradiction => question.relation == Relation::Contradiction,
        Denied::Tension => question.is_disagreement(),
    });
    meant && firm_enough && !question.is_dismissed()
}

fn text(desk: &Desk<'_>, found: &[Question], options: &Contradictions, out: &mut Output) {
    let (look, asked): (Vec<&Question>, Vec<&Question>) =
        found.iter().partition(|question| question.worth_a_look && !question.is_disagreement());
    let disagreements = asked.iter().filter(|question| question.is_disagreement()).count();
    let dismissed = asked.iter().filter(|question| question.is_dismissed()).count();
    let archive = desk.archive;
    let sources = archive.sources.keys().filter(|id| archive.claims_of(id).next().is_some()).count();
    out.line(paint::bold(&paint::shown(&archive.title)));
    out.line(format!(
        "{}{} among {} of {}",
        plural(disagreements, "disagreement", "disagreements"),
        if dismissed > 0 { format!(" ({dismissed} of them dismissed)") } else { String::new() },
        plural(archive.claims.len(), "claim", "claims"),
        plural(sources, "source", "sources")
    ));
    for (at, question) in asked.iter().enumerate() {
        self::question(desk, at + 1, question, out);
        if options.all {
            explained(question, out);
        }
    }
    if !look.is_empty() {
        out.line("");
        out.line(paint::bold("Worth a look: opposite claims that only one thing keeps apart"));
        for (at, question) in look.iter().enumerate() {
            self::question(desk, asked.len() + at + 1, question, out);
        }
    }
}

fn question(desk: &Desk<'_>, number: usize, question: &Question, out: &mut Output) {
    let gap = question.gap.map_or_else(String::new, |gap| format!(" · gap {gap}"));
    let conditional = if question.conditional_on.is_empty() { "" } else { " · conditional" };
    out.line("");
    out.line(format!("{} {}", paint::dim(&format!("{number:>2}.")), paint::bold(&paint::shown(&question.title))));
    let dismissed = if question.is_dismissed() { " · dismissed" } else { "" };
    out.line(format!("    {}{gap}{conditional}{dismissed} · {}", paint::relation(question.relation), question.origins));
    if !question.periods.is_empty() {
        out.line(format!(
            "    {}",
            paint::dim(&paint::wrap(&paint::shown(&question.periods.join(" · ")), paint::width(), 4))
        ));
    }
    for (at, side) in question.positions.iter().enumerate() {
        position(desk, at, side, out);
    }
    because(question, out);
}

/// Differences with claims on other questions that something accounts for.
fn explained(question: &Question, out: &mut Output) {
    for pair in question.explained.iter().take(MOST_EXPLAINED) {
        let reasons = pair.reasons.iter().map(|reason| reason.word()).collect::<Vec<_>>().join(", ");
        out.line(format!("    apart {} and {}: {reasons}", paint::id(pair.a.as_str()), paint::id(pair.b.as_str())));
    }
    let more = question.explained.len().saturating_sub(MOST_EXPLAINED);
    if more > 0 {
        out.line(format!("    apart {more} more in --format json"));
    }
}

fn position(desk: &Desk<'_>, at: usize, side: &Position, out: &mut Output) {
    let letter = char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(25));
    let sources = side.sources.len();
    let plural = if sources == 1 { "" } else { "s" };
    let mut origins: Vec<String> = side.origins.iter().map(|origin| origin.text(desk.archive)).collect();
    origins.dedup();
    let width = paint::width();
    out.line("");
    out.line(format!("    {letter}  {}", paint::bold(&paint::wrap(&paint::shown(&side.text), width, 7))));
    let rests = format!("{sources} source{plural}, {}: {}", count(&side.origins), origins.join("; "));
    out.line(format!("       {}", paint::wrap(&paint::shown(&rests), width, 7)));
    for id in &side.claims {
        out.line(format!("       {}", claim(desk, id)));
    }
    if !side.compatible.is_empty() {
        let ids: Vec<&str> = side.compatible.iter().map(ClaimId::as_str).collect();
        out.line(format!("       {}", paint::dim(&paint::wrap(&format!("allowed by {}", ids.join(", ")), width, 7))));
    }
}

fn claim(desk: &Desk<'_>, id: &ClaimId) -> String {
    let Some(claim) = desk.archive.claims.get(id) else { return String::new() };
    let quoted = paint::shown(&claim.quoted()).replace('\n', " ");
    let revised = desk.graph.predecessors(&Node::Claim(id.clone()), Edge::Supersedes).map(Node::id).collect::<Vec<_>>();
    let note = if revised.is_empty() { String::new() } else { format!("  (revised by {})", revised.join(", ")) };
    format!("· {}  {quoted}  {}{}", claim.source, paint::id(id.as_str()), paint::dim(&note))
}

fn because(question: &Question, out: &mut Output) {
    let Some(firmest) = question.comparisons.first() else { return };
    let width = paint::width();
    out.line("");
    out.line(format!("    why  {}", paint::wrap(&paint::shown(&firmest.why), width, 9)));
    for condition in &question.conditional_on {
        out.line(format!("         {}", paint::wrap(&paint::shown(&condition.text), width, 9)));
    }
    for hint in firmest.hints.iter().filter(|hint| hint.kind != gainsay::compare::HintKind::Note) {
        out.line(format!("    note {}", paint::wrap(&paint::shown(&hint.text), width, 9)));
    }
    for judged in &question.judgements {
        let state = if judged.changed.is_empty() { "" } else { " (reopened: a claim has changed since)" };
        out.line(format!("    judged {} · {}{state}", paint::shown(&judged.verdict), paint::shown(&judged.by)));
    }
    out.line(format!("    more gainsay explain {} {}", paint::id(firmest.a.as_str()), paint::id(firmest.b.as_str())));
}

/// A number with its noun.
fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
