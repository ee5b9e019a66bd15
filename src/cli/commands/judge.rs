//! `judge`: an editor's word on two claims.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use clap::{ArgGroup, Args};
use gainsay::compare::Reason;
use gainsay::inbox::{Decision, Ruled, Ruling, judge};
use gainsay::model::PartialDate;

use crate::cli::Done;
use crate::cli::choices::choices;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;

const EXAMPLES: &str = "Examples:
  gainsay judge kz-arrivals-300k kz-arrivals-200k-ministry --dismiss definition --note \"crossings, not persons\"
  gainsay judge kz-visa-free-90 kz-visa-free-30 --confirm

The judgement is a file of its own in judgements/. It reopens when one of the claims changes.";

/// What to judge, and how.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, group = ArgGroup::new("ruling").required(true).args(["dismiss", "confirm"]))]
pub struct Judge {
    /// Id of a claim, or the end of one
    pub a: String,
    /// Id, or its end, of the claim that it seems to contradict
    pub b: String,
    /// They do not contradict each other, for this reason
    #[arg(long, value_parser = choices(&Reason::ALL, Reason::name, Reason::help), value_name = "REASON")]
    pub dismiss: Option<Reason>,
    /// They contradict each other
    #[arg(long)]
    pub confirm: bool,
    /// How it was decided
    #[command(flatten)]
    pub how: How,
}

/// Whoever decides where nobody says who.
const NOBODY: &str = "desk";

/// When, by whom and why something is decided.
#[derive(Debug, Args)]
pub struct How {
    /// Why, in your own words
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Who decides
    #[arg(long, value_name = "NAME", env = "GAINSAY_BY", hide_env_values = true, default_value = NOBODY, value_parser = name)]
    pub by: String,
    /// The day of the decision [default: today]
    #[arg(long = "on", value_name = "DATE", value_parser = day)]
    pub date: Option<PartialDate>,
}

/// Whoever decides has a name.
fn name(text: &str) -> Result<String, String> {
    let name = Some(text.trim()).filter(|name| !name.is_empty());
    name.map(str::to_owned).ok_or_else(|| "whoever decides needs a name, such as --by desk".to_owned())
}

/// Years from today within which a decision can be dated: clocks differ, and graphs to practise on may lie ahead.
const AHEAD: i16 = 10;

/// The day of a decision. One far ahead is a slip, and would stand above all that is decided later.
fn day(text: &str) -> Result<PartialDate, Box<dyn Error + Send + Sync>> {
    let date: PartialDate = text.parse()?;
    if date.first_day().year() > today().year() + AHEAD {
        return Err(format!("this day is more than {AHEAD} years ahead; write the day of the decision").into());
    }
    Ok(date)
}

fn today() -> jiff::civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

impl How {
    /// The day, today if none is given, and the note.
    pub fn decision(&self) -> Decision {
        let date = self.date.map_or_else(|| today().to_string(), |date| date.to_string());
        Decision { date, note: self.note.clone() }
    }
}

/// Writes the judgement.
pub fn run(dir: &Path, options: &Judge, out: &mut Output) -> Done {
    let ruling = options.dismiss.map_or(Ruling::Confirmed, Ruling::Dismissed);
    let ruled = judge(dir, (&options.a, &options.b), ruling, &options.how.by, &options.how.decision())?;
    let done = if ruled.is_new { "judged" } else { "judged so already" };
    out.line(format!("{done}: {}", paint::id(&ruled.id)));
    out.line(format!("  {}", paint::shown(&verdict(ruling, &options.how))));
    if let Some(before) = &ruled.before {
        let (verdict, by) = (paint::shown(&before.verdict), paint::shown(&before.by));
        out.line(format!(
            "  before: {verdict} by {by} on {}; of several judgements that of the latest day counts",
            before.date
        ));
    }
    if !ruled.relation.is_disagreement() {
        out.line(format!("  {}", by_the_rules(&ruled, options)));
    }
    Ok(ExitCode::SUCCESS)
}

/// What was decided and by whom, since a verdict is kept with its author.
pub fn verdict(ruling: Ruling, how: &How) -> String {
    let ruled = match ruling {
        Ruling::Confirmed => "confirmed".to_owned(),
        Ruling::Dismissed(reason) => format!("dismissed ({})", reason.word()),
    };
    let unsaid = if how.by == NOBODY { "; --by NAME says who decides, and so does GAINSAY_BY" } else { "" };
    format!("{ruled} by {}{unsaid}", how.by)
}

/// That the two count as no disagreement, since rules alone find those, and where the judgement is to be seen.
fn by_the_rules(ruled: &Ruled, options: &Judge) -> String {
    let reasons: Vec<&str> = ruled.reasons.iter().map(|reason| reason.word()).collect();
    let reasons = if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join(", ")) };
    format!(
        "by the rules: {}{reasons}, so that contradictions counts no disagreement; gainsay explain {} {} shows the judgement",
        paint::relation(ruled.relation),
        paint::id(&options.a),
        paint::id(&options.b)
    )
}
