//! What stands under the help of commands: examples, exit codes, and where to read on.

/// Of the program.
pub const PROGRAM: &str = "Examples:
  gainsay init && gainsay contradictions       a new graph with a small example
  gainsay contradictions                       the questions on which sources disagree
  gainsay explain kz-arrivals-300k kz-arrivals-200k-ministry
  gainsay check draft.txt agency.txt           texts against each other and the graph
  gainsay COMMAND --help                       options and examples of a command

Exit codes: 0 done, 1 found what --deny forbids, 2 could not be done.
docs/commands.md says which command answers which question.";

/// Of `contradictions`.
pub const CONTRADICTIONS: &str = "Examples:
  gainsay contradictions --place kazakhstan
  gainsay contradictions --about remittances --format markdown
  gainsay contradictions --known-at 2022-10-05       as the graph stood on that day
  gainsay contradictions --deny                      exit code 1 if there are any";

/// Of `explain`.
pub const EXPLAIN: &str = "Examples:
  gainsay explain kz-arrivals-300k kz-arrivals-200k-ministry
  gainsay explain --format json kz-visa-free-90 kz-visa-free-30";

/// Of `trace`.
pub const TRACE: &str = "Examples:
  gainsay trace kz-arrivals-200k-ministry
  gainsay trace kz-arrivals-300k --texts texts/     with the sentence around each piece of evidence
  gainsay trace kz-arrivals-200k-minister --format dot | dot -Tsvg > trace.svg";

/// Of `impact`.
pub const IMPACT: &str = "Examples:
  gainsay impact kazakh-interior-minister
  gainsay impact rferl-2022-10-04
  gainsay contradictions --without rferl-2022-10-04     the graph as if it were gone";

/// Of `show`.
pub const SHOW: &str = "Examples:
  gainsay show kz-arrivals-300k
  gainsay show kazakhstan
  gainsay show rferl-2022-10-04 --format json";

/// Of `list`.
pub const LIST: &str = "Examples:
  gainsay list sources
  gainsay list claims --source next-for-russians-2022
  gainsay list claims --format json";

/// Of `search`.
pub const SEARCH: &str = "Examples:
  gainsay search visa
  gainsay search border longest";

/// Of `check`.
pub const CHECK: &str = "Examples:
  gainsay check draft.txt agency.txt                 and against the nearest graph
  gainsay check draft.txt --against stories/flood/graph
  gainsay check a.pdf b.html --no-graph --all        agreements and explained differences, too
  gainsay check draft.docx --format html > report.html
  gainsay check draft.txt --deny contradiction       exit code 1 if there is one

docs/checking.md says what is compared and what is not found.";

/// Of `compare`.
pub const COMPARE: &str = "Examples:
  gainsay compare \"The fire burnt 1,200 hectares\" \"Nearly 3,000 acres were burnt by the fire\"
  gainsay compare --batch pairs.jsonl > relations.jsonl

No graph is needed.";

/// Of `extract`.
pub const EXTRACT: &str = "Examples:
  gainsay extract report.txt page.html annex.pdf
  echo 'About 5 boats sank' | gainsay extract - --format json
  gainsay extract --batch lines.jsonl        lines {\"id\", \"text\"} in, {\"id\", \"quantities\"} out

No graph is needed.";

/// Of `reuse`.
pub const REUSE: &str = "Examples:
  gainsay reuse texts/*.txt
  gainsay reuse draft.txt agency.txt --format json
  gainsay reuse --texts texts/ --record      keep what is found in the graph

No graph is needed. Where there is one, files that are texts of its sources get their ids, titles and dates.";

/// Of `init`.
pub const INIT: &str = "Examples:
  gainsay init                               with a small invented example
  gainsay init --empty
  gainsay init --dir stories/flood/graph";

/// Of `lint`.
pub const LINT: &str = "Examples:
  gainsay lint
  gainsay lint --texts texts/
  gainsay lint --deny                   exit code 1 if anything is found
  gainsay --explain spelling-variant    what a finding means";

/// Of `verify`.
pub const VERIFY: &str = "Examples:
  gainsay verify --texts texts/
  gainsay verify --texts texts/ --apply      keep the new places of fragments that have moved

Exit codes: 0 all evidence stands, 1 a text has changed, 2 a text is missing or evidence cannot be right.";

/// Of `completions`.
pub const COMPLETIONS: &str = "Examples:
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay
  gainsay completions fish > ~/.config/fish/completions/gainsay.fish";

/// Of `man`.
pub const MAN: &str = "Examples:
  gainsay man | man -l -
  gainsay man > ~/.local/share/man/man1/gainsay.1";
