//! `contradictions`: the questions on which sources disagree.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gainsay::compare::{Relation, clauses};
use gainsay::export::{json, questions_csv, questions_markdown};
use gainsay::findings::{Desk, Filter, Position, Question, Stacks, StacksError, disagreements, letters, questions};
use gainsay::graph::{Edge, Node};
use gainsay::model::ClaimId;
use gainsay::snapshot::{Opened, Snapshot};
use gainsay::sweep::Tally;
use gainsay::trace::count;

use crate::cli::Done;
use crate::cli::args::Denied;
use crate::cli::error::CliError;
use crate::cli::filters::Filters;
use crate::cli::opening::{loading, waiting};
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::shown::{FIRST, MOST, counted, number};

const EXAMPLES: &str = "Examples:
  gainsay contradictions --place kazakhstan
  gainsay contradictions --about remittances --format markdown
  gainsay contradictions --known-at 2022-10-05       as the graph stood on that day
  gainsay contradictions --deny                      exit code 1 if there are any";

/// Arguments of `contradictions`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Contradictions {
    /// What narrows the graph
    #[command(flatten)]
    pub filters: Filters,
    /// Show agreements and explained differences too
    #[arg(long, conflicts_with = "relation")]
    pub all: bool,
    /// Show so many questions at most [default: all; in text, of more than 200 the first 20]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub limit: Option<usize>,
    /// Only count the pairs of claims that disagree: for each of --measure, --place, --actor and --source, one claim of a pair must be of it
    #[arg(long, conflicts_with_all = ["all", "limit", "relation", "deny"])]
    pub count: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = QuestionFormat::Text)]
    pub format: QuestionFormat,
    /// Exit with 1 if any of these is found (conditional ones only with --strict)
    #[arg(long, value_enum, value_delimiter = ',', num_args = 0..=1, default_missing_value = "contradiction", value_name = "RELATION")]
    pub deny: Vec<Denied>,
    /// With --deny: conditional ones count too
    #[arg(long, requires = "deny")]
    pub strict: bool,
}

/// How to print questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QuestionFormat {
    /// For people
    Text,
    /// For programs (docs/json.md)
    Json,
    /// One row for each claim on each position
    Csv,
    /// To paste into a report
    Markdown,
}

/// Explained differences that are shown of one question.
const MOST_EXPLAINED: usize = 5;

/// Positions of one question that are shown.
const MOST_POSITIONS: usize = 12;

/// Claims of one position that are shown.
const MOST_CLAIMS: usize = 20;

/// Origins of one position, and periods of one question, that are named.
const MOST_ORIGINS: usize = 12;

/// Shows the questions that pass the filters.
pub fn run(mut opened: Opened, dir: &Path, options: &Contradictions, out: &mut Output) -> Done {
    options.filters.check()?;
    if options.count {
        return count_pairs(opened, dir, options, out);
    }
    if let Opened::Snapshot(snapshot) = &opened
        && !options.filters.is_otherwise()
    {
        match of_stacks(snapshot, dir, options, out) {
            Some(Some(done)) => return done,
            Some(None) => {}
            None => opened = loading::mended(dir)?,
        }
    }
    let archive = loading::archive(opened, dir)?;
    let view = options.filters.seen(&archive)?;
    let desk = Desk::new(&view.archive);
    let archive = &view.archive;
    let filter = filter(options);
    let asked = if filter.is_of_disagreements() { disagreements(&desk) } else { questions(&desk) };
    let found = filter.apply(archive, asked)?;
    let sources = archive.sources.keys().filter(|id| archive.claims_of(id).next().is_some()).count();
    let mut notes = view.notes;
    notes.extend(nothing_meant(&desk, &found, options)?);
    show(&desk, &found, (archive.claims.len(), sources), dir, &notes, options, out)
}

/// That nothing is about what was asked for, which would else look as if all agreed.
fn nothing_meant(desk: &Desk<'_>, found: &[Question], options: &Contradictions) -> Result<Option<String>, CliError> {
    let of_all = Relation::OF_QUESTIONS.to_vec();
    let filter = Filter { min_gap: None, relations: Vec::new(), ..filter(options) };
    if !found.is_empty() || options.format != QuestionFormat::Text || filter == Filter::default() {
        return Ok(None);
    }
    let claims = filter.claims(desk.archive, &[])?.unwrap_or_default();
    let of_all = Filter { relations: of_all, ..filter };
    let is_nothing = claims.is_empty() && of_all.apply(desk.archive, questions(desk))?.is_empty();
    Ok(is_nothing.then(|| NOTHING.to_owned()))
}

/// What is said where no claim and no question is meant.
const NOTHING: &str = "no claim is about what was asked for, so nothing is said of whether sources agree; \
    gainsay search WORD looks for words in claims, sources and actors";

/// Counts the pairs of claims that disagree.
fn count_pairs(mut opened: Opened, dir: &Path, options: &Contradictions, out: &mut Output) -> Done {
    if let Some(option) = options.filters.uncounted() {
        return Err(CliError::NotCounted { option });
    }
    let filter = filter(options);
    let tallied = match &opened {
        Opened::Snapshot(snapshot) => Stacks::tally_of(snapshot, &filter).ok(),
        Opened::Archive(_) => None,
    };
    let tallied = match tallied {
        Some(Err(StacksError::Damaged)) | None => {
            if let Opened::Snapshot(_) = opened {
                opened = loading::mended(dir)?;
            }
            let archive = loading::archive(opened, dir)?;
            Stacks::packed(&archive, dir).ok_or(StacksError::Damaged).and_then(|stacks| stacks.tally(&filter))
        }
        Some(told) => told,
    };
    let Tally { groups, pairs } = match tallied {
        Ok(tally) => tally,
        Err(StacksError::Filter(error)) => return Err(error.into()),
        Err(StacksError::Damaged) => return Err(CliError::TooLarge),
    };
    match options.format {
        QuestionFormat::Json => out.json(&serde_json::json!({"pairs": pairs, "subjects": groups}))?,
        QuestionFormat::Csv => out.raw(&format!("pairs,subjects\n{pairs},{groups}\n")),
        QuestionFormat::Text | QuestionFormat::Markdown => {
            let disagree = if pairs == 1 { "disagrees" } else { "disagree" };
            let claims = counted(pairs, "pair of claims", "pairs of claims");
            out.line(format!("{claims} {disagree} on {}", counted(groups, "subject", "subjects")));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The questions of a graph of which only the parts that are asked for are unpacked; nothing if its snapshot is damaged. Where words
/// find none, the whole graph must tell whether they stand in any claim.
fn of_stacks(snapshot: &Snapshot, dir: &Path, options: &Contradictions, out: &mut Output) -> Option<Option<Done>> {
    let stacks = Stacks::of(snapshot).ok()?;
    let found = match stacks.questions(&filter(options)) {
        Ok(found) => found,
        Err(StacksError::Damaged) => return None,
        Err(StacksError::Filter(error)) => return Some(Some(Err(error.into()))),
    };
    if found.questions.is_empty() && options.filters.about.is_some() && options.format == QuestionFormat::Text {
        return Some(None);
    }
    let desk = Desk::new(&found.archive);
    let among = (stacks.sweep.len(), stacks.speaking());
    Some(Some(show(&desk, &found.questions, among, dir, &[], options, out)))
}

fn show(
    desk: &Desk<'_>,
    found: &[Question],
    among: (usize, usize),
    dir: &Path,
    notes: &[String],
    options: &Contradictions,
    out: &mut Output,
) -> Done {
    let listed = &found[..options.limit.unwrap_or(found.len()).min(found.len())];
    match options.format {
        QuestionFormat::Text => {
            text(desk, found, among, dir, options, out);
            for note in notes {
                out.line(format!("\n{}", paint::dim(&paint::wrap(note, paint::width(), 0))));
            }
        }
        QuestionFormat::Json => out.json(&json::questions(desk, listed))?,
        QuestionFormat::Csv => {
            out.raw(&questions_csv(desk, listed).map_err(|error| CliError::Csv(error.to_string()))?);
        }
        QuestionFormat::Markdown => out.raw(&questions_markdown(desk, listed)),
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
        filter.relations = Relation::OF_QUESTIONS.to_vec();
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

fn text(
    desk: &Desk<'_>,
    found: &[Question],
    (claims, sources): (usize, usize),
    dir: &Path,
    options: &Contradictions,
    out: &mut Output,
) {
    let (look, asked): (Vec<&Question>, Vec<&Question>) =
        found.iter().partition(|question| question.worth_a_look && !question.is_disagreement());
    let disagreements = asked.iter().filter(|question| question.is_disagreement()).count();
    let dismissed = asked.iter().filter(|question| question.is_dismissed()).count();
    let others = asked.len() - disagreements;
    let archive = desk.archive;
    out.line(paint::bold(&paint::shown(&archive.title)));
    let others = (others > 0).then(|| format!(" and {}", counted(others, "other question", "other questions")));
    out.line(format!(
        "{}{}{} among {} of {}",
        counted(disagreements, "disagreement", "disagreements"),
        if dismissed > 0 { format!(" ({dismissed} of them dismissed)") } else { String::new() },
        others.unwrap_or_default(),
        counted(claims, "claim", "claims"),
        counted(sources, "source", "sources")
    ));
    waiting::line(dir).into_iter().for_each(|line| out.line(line));
    let (shown, more) = beginning(&asked, options.limit);
    for (at, question) in shown.iter().enumerate() {
        self::question(desk, at + 1, question, out);
        if options.all {
            explained(question, out);
        }
    }
    more.into_iter().for_each(|more| out.line(format!("\n{}", paint::dim(&more))));
    if !look.is_empty() {
        out.line("");
        out.line(paint::bold("Worth a look: opposite claims that only one thing keeps apart"));
        let (shown, more) = beginning(&look, options.limit);
        for (at, question) in shown.iter().enumerate() {
            self::question(desk, asked.len() + at + 1, question, out);
        }
        more.into_iter().for_each(|more| out.line(format!("\n{}", paint::dim(&more))));
    }
}

/// As many questions as are shown, and where that is not all, what says so.
fn beginning<'a, 'b>(all: &'a [&'b Question], limit: Option<usize>) -> (&'a [&'b Question], Option<String>) {
    let shown = limit.unwrap_or(if all.len() > MOST { FIRST } else { all.len() }).min(all.len());
    let (left, total) = (number(all.len() - shown), all.len());
    let more = (shown < total).then(|| format!("… and {left} more; --limit {total} shows them, filters fewer"));
    (&all[..shown], more)
}

fn question(desk: &Desk<'_>, number: usize, question: &Question, out: &mut Output) {
    let gap = question.gap.map_or_else(String::new, |gap| format!(" · gap {gap}"));
    let conditional = if question.conditional_on.is_empty() { "" } else { " · conditional" };
    out.line("");
    out.line(format!("{} {}", paint::dim(&format!("{number:>2}.")), paint::bold(&paint::shown(&question.title))));
    let dismissed = if question.is_dismissed() { " · dismissed" } else { "" };
    out.line(format!("    {}{gap}{conditional}{dismissed} · {}", paint::relation(question.relation), question.origins));
    if !question.periods.is_empty() {
        let mut periods: Vec<&str> = question.periods.iter().take(MOST_ORIGINS).map(String::as_str).collect();
        let more = format!("… {} more", question.periods.len().saturating_sub(MOST_ORIGINS));
        periods.extend((question.periods.len() > MOST_ORIGINS).then_some(more.as_str()));
        out.line(format!("    {}", paint::dim(&paint::wrap(&paint::shown(&periods.join(" · ")), paint::width(), 4))));
    }
    let shown = best_supported(&question.positions);
    for (at, side) in question.positions.iter().enumerate().filter(|(at, _)| shown.contains(at)) {
        position(desk, at, side, &question.periods, out);
    }
    let left: Vec<&Position> =
        (question.positions.iter().enumerate()).filter(|(at, _)| !shown.contains(at)).map(|(_, side)| side).collect();
    if !left.is_empty() {
        let claims: usize = left.iter().map(|side| side.claims.len()).sum();
        let text = format!(
            "… {} more, with {}",
            counted(left.len(), "position", "positions"),
            counted(claims, "claim", "claims")
        );
        out.line(format!("\n    {}", paint::dim(&format!("{text}: --format json"))));
    }
    because(question, out);
}

/// The places of the positions that are shown: all of a few, of many those with the most sources.
fn best_supported(positions: &[Position]) -> BTreeSet<usize> {
    let mut places: Vec<usize> = (0..positions.len()).collect();
    places.sort_by_key(|at| (std::cmp::Reverse(positions[*at].sources.len()), *at));
    places.into_iter().take(MOST_POSITIONS).collect()
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

fn position(desk: &Desk<'_>, at: usize, side: &Position, all: &[String], out: &mut Output) {
    let letter = letters(at);
    let sources = side.sources.len();
    let plural = if sources == 1 { "" } else { "s" };
    let mut origins: Vec<String> = side.origins.iter().map(|origin| origin.text(desk.archive)).collect();
    origins.dedup();
    let more = origins.len().saturating_sub(MOST_ORIGINS);
    origins.truncate(MOST_ORIGINS);
    origins.extend((more > 0).then(|| format!("{more} more")));
    let width = paint::width();
    out.line("");
    out.line(format!("    {letter}  {}", paint::bold(&paint::wrap(&paint::shown(&side.text), width, 7))));
    let periods = periods(desk, side, all);
    if !periods.is_empty() {
        out.line(format!("       {}", paint::dim(&paint::wrap(&paint::shown(&periods), width, 7))));
    }
    let rests = format!("{sources} source{plural}, {}: {}", count(&side.origins), origins.join("; "));
    out.line(format!("       {}", paint::wrap(&paint::shown(&rests), width, 7)));
    for id in side.claims.iter().take(MOST_CLAIMS) {
        out.line(format!("       {}", claim(desk, id)));
    }
    let more = side.claims.len().saturating_sub(MOST_CLAIMS);
    if more > 0 {
        out.line(format!("       {}", paint::dim(&format!("· … {more} more (--format json lists all)"))));
    }
    if !side.compatible.is_empty() {
        let mut ids: Vec<String> = side.compatible.iter().take(MOST_CLAIMS).map(ToString::to_string).collect();
        let more = side.compatible.len().saturating_sub(MOST_CLAIMS);
        ids.extend((more > 0).then(|| format!("{more} more")));
        out.line(format!("       {}", paint::dim(&paint::wrap(&format!("allowed by {}", ids.join(", ")), width, 7))));
    }
}

/// Of when the claims of a position speak, unless it is all of which those of its question do.
fn periods(desk: &Desk<'_>, side: &Position, all: &[String]) -> String {
    let claims = side.claims.iter().filter_map(|id| desk.archive.claims.get(id));
    let periods: BTreeSet<&str> = claims.filter_map(|claim| Some(claim.scope.period.as_ref()?.text.as_str())).collect();
    if periods.len() == all.len() {
        return String::new();
    }
    let more = periods.len().saturating_sub(MOST_ORIGINS);
    let shown = periods.into_iter().take(MOST_ORIGINS).collect::<Vec<_>>().join(" · ");
    if more > 0 { format!("{shown} · {} more", number(more)) } else { shown }
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
    for condition in clauses(&question.conditional_on) {
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
