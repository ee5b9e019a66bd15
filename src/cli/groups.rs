//! The commands by what they are for, as the help lists them: clap by itself has one list for all.

use anstyle::Style;
use clap::{CommandFactory, FromArgMatches};

use super::args::Args;
use super::terminal::paint;

/// The heading of options that every command has.
pub const EVERYWHERE: &str = "Options of every command";

/// Each command stands in one group.
const GROUPS: [(&str, &[&str]); 6] = [
    ("Look at a graph", &["contradictions", "explain", "trace", "impact", "show", "list", "search"]),
    ("Look at texts", &["check", "compare", "extract", "reuse"]),
    ("Begin a graph and add to it", &["init", "add", "review", "judge", "import"]),
    ("Keep it in order", &["lint", "verify", "diff"]),
    ("Pass it on", &["export"]),
    ("For your shell", &["completions", "man"]),
];

/// The widest that clap makes help.
const WIDEST: usize = 100;
/// The room of a name, with the blanks around it.
const NAMES: usize = 18;

/// The command line, with its help by groups.
pub fn command() -> clap::Command {
    let command = Args::command();
    let listed = listed(&command, paint::width().min(WIDEST));
    let heading = heading("Options");
    command.help_template(format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{listed}{heading}\n{{options}}{{after-help}}"
    ))
}

/// The arguments that were given.
pub fn parsed() -> Result<Args, clap::Error> {
    Args::from_arg_matches(&command().try_get_matches()?)
}

fn listed(command: &clap::Command, width: usize) -> String {
    let row = |name: &&str| {
        let about = command.find_subcommand(name).and_then(|found| found.get_about());
        let about = about.map(ToString::to_string).unwrap_or_default();
        let bold = Style::new().bold();
        format!("  {bold}{name}{bold:#}{:1$}{2}\n", "", NAMES - 2 - name.len(), paint::wrap(&about, width, NAMES))
    };
    let group = |(title, names): &(&str, &[&str])| {
        format!("{}\n{}\n", heading(title), names.iter().map(row).collect::<String>())
    };
    GROUPS.iter().map(group).collect::<String>()
}

fn heading(title: &str) -> String {
    let style = Style::new().bold().underline();
    format!("{style}{title}:{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_one_group_and_in_its_order() {
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let command = Args::command();
        let shown = command.get_subcommands().filter(|one| !one.is_hide_set());
        let declared: Vec<&str> = shown.map(clap::Command::get_name).collect();
        assert_eq!(grouped, declared);
        assert!(grouped.iter().all(|name| name.len() + 4 <= NAMES), "{grouped:?}");
    }

    #[test]
    fn the_list_is_no_wider_than_it_may_be() {
        let plain = anstream::adapter::strip_str(&listed(&Args::command(), 60)).to_string();
        let widest = plain.lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|widest| (50..=60).contains(&widest)), "{plain}");
    }
}
