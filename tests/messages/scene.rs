//! A folder in which a command goes wrong, and what it says.

use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use gainsay::codes::Code;
use tempfile::TempDir;

use crate::bad_input::support::Sandbox;

/// One way to go wrong.
pub struct Case {
    /// The code that is told.
    pub code: Code,
    /// What is wrong.
    what: String,
    run: Box<dyn Fn() -> String>,
}

impl Case {
    /// Something that goes wrong when it is run.
    pub fn new(code: Code, what: &str, run: impl Fn() -> String + 'static) -> Self {
        Self { code, what: what.to_owned(), run: Box::new(run) }
    }

    /// Something that no command provokes at will, since it is the system that refuses: the error as the library has it.
    pub fn made<E: Display + 'static>(what: &str, code: fn(&E) -> Code, error: E) -> Self {
        let code = code(&error);
        Self::new(code, what, move || {
            format!("(made by hand, since no command brings it about)\nerror[{code}]: {error}\n")
        })
    }

    /// What is wrong, and all that is told; an error if the code is not.
    pub fn told(&self) -> Result<String, String> {
        let said = (self.run)();
        let (error, finding) = (format!("[{}]", self.code), format!("{}: ", self.code));
        let told = format!("## {}: {}\n\n{said}", self.code, self.what);
        if said.contains(&error) || said.contains(&finding) { Ok(told) } else { Err(told) }
    }
}

/// A folder.
pub struct Scene(TempDir);

impl Scene {
    /// An empty one.
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// One with the built-in graph.
    pub fn with_graph() -> Self {
        let scene = Self::new();
        scene.run("gainsay init");
        scene
    }

    /// The same with a file.
    pub fn with(self, file: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// The same after commands, of which only the last is shown.
    pub fn after(self, commands: &[&str]) -> Self {
        commands.iter().for_each(|command| drop(self.run(command)));
        self
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A command and what it says.
    pub fn run(&self, command: &str) -> String {
        run(self.path(), command)
    }
}

/// A command in the folder of a graph, and what it says.
pub fn run_in(graph: &Sandbox, command: &str) -> String {
    run(graph.dir().parent().unwrap(), command)
}

/// A command as it is typed, run in a folder, and what it says, without colour and without the name of the folder.
fn run(folder: &Path, command: &str) -> String {
    let words = words(command);
    let variables = words.iter().take_while(|word| word.contains('=')).count();
    let (set, called) = words.split_at(variables);
    let program = if called[0] == "gainsay" { env!("CARGO_BIN_EXE_gainsay") } else { &called[0] };
    let mut child = Command::new(program);
    for unset in ["GAINSAY_GRAPH", "GAINSAY_SNAPSHOT", "GAINSAY_THREADS", "GAINSAY_BY", "COLUMNS"] {
        child.env_remove(unset);
    }
    let own = [("NO_COLOR", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("LC_ALL", "C")];
    // A shell is given the program by its path.
    let arguments = called[1..].iter().map(|word| word.replace("GAINSAY", env!("CARGO_BIN_EXE_gainsay")));
    child.args(arguments).current_dir(folder).envs(own).envs(set.iter().filter_map(|word| word.split_once('=')));
    shown(folder, command, &child.output().unwrap())
}

fn shown(folder: &Path, command: &str, output: &Output) -> String {
    let real = folder.canonicalize().unwrap().display().to_string();
    let code = output.status.code().unwrap();
    let code = if code == 0 { String::new() } else { format!("? {code}\n") };
    let said =
        [&output.stdout[..], &output.stderr[..]].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
    let said = said.replace(&real, "/storm").replace(&folder.display().to_string(), "/storm");
    format!(
        "$ {}\n{code}{said}",
        command.replace(&folder.display().to_string(), "/storm").replace("GAINSAY", "gainsay")
    )
}

/// The words of a command; those with blanks stand in single quotation marks.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in command.split('\'').enumerate() {
        match number % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}
