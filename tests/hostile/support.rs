//! The program as a process of its own: what overflows a stack or never ends takes no test with it.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long the program may take before it counts as one that never ends.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the program printed, and its exit code; none if a signal ended it.
#[derive(Debug)]
pub struct Told {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Told {
    /// It ended well, and said nothing on standard error.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", short(&self.out));
        self.out
    }

    /// It could not do it, printed nothing, and said all of this, in short.
    #[track_caller]
    pub fn refused(self, words: &[&str]) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{}", short(&self.err));
        let missing: Vec<&&str> = words.iter().filter(|word| !self.err.contains(**word)).collect();
        assert!(missing.is_empty(), "{missing:?} is missing in: {}", short(&self.err));
        assert!(self.err.len() < 10_000, "{} bytes of error: {}", self.err.len(), short(&self.err));
        self.err
    }
}

/// The beginning of a text, to be shown.
pub fn short(text: &str) -> String {
    text.chars().take(2_000).collect()
}

/// Runs the program in a folder.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Told {
    run_with(folder, arguments, b"")
}

/// The same with standard input.
pub fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Told {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.args(arguments).current_dir(folder).env_remove("GAINSAY_GRAPH").env("COLUMNS", "100");
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // That it does not read all of it is its own affair.
    let writing = thread::spawn(move || drop(stdin.write_all(&input)));
    let (out, err) = (gather(child.stdout.take().unwrap()), gather(child.stderr.take().unwrap()));
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE * if is_long() { 10 } else { 1 } {
            child.kill().unwrap();
            panic!("{arguments:?} does not come to an end");
        }
        thread::sleep(Duration::from_millis(5));
    };
    writing.join().unwrap();
    Told { code: status.code(), out: out.join().unwrap(), err: err.join().unwrap() }
}

fn gather(mut from: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Whether the variants run that take long.
pub fn is_long() -> bool {
    std::env::var_os("GAINSAY_LONG").is_some()
}

/// Sees to it that work on eight times as much takes no more than 24 times as long; what is quadratic takes 64 times.
#[track_caller]
pub fn is_near_linear(what: &str, size: usize, work: impl Fn(usize)) {
    let taken = |size: usize| {
        let start = Instant::now();
        work(size);
        start.elapsed().max(Duration::from_millis(20))
    };
    let tried: Vec<f64> = (0..3)
        .map(|_| taken(8 * size).as_secs_f64() / taken(size).as_secs_f64())
        .inspect(|times| assert!(times.is_finite()))
        .take_while(|times| *times > 24.0)
        .collect();
    // Others share the machine: what is slow three times in a row is slow.
    assert!(tried.len() < 3, "{what}: eight times as much takes {tried:?} times as long");
}

/// A graph in a temporary folder.
pub struct Graph {
    folder: TempDir,
}

impl Graph {
    /// One that is empty.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().unwrap() }.with("graph.ron", "(title: \"Tried\", format: 1)")
    }

    /// The built-in example.
    pub fn example() -> Self {
        let graph = Self { folder: TempDir::new().unwrap() };
        gainsay::store::init(&graph.dir(), gainsay::store::Contents::Example).unwrap();
        graph
    }

    /// The folder around it, in which the program runs.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its own folder.
    pub fn dir(&self) -> PathBuf {
        self.folder.path().join("graph")
    }

    /// A path in it.
    pub fn path(&self, file: &str) -> PathBuf {
        self.dir().join(file)
    }

    /// The same with a file.
    pub fn with(self, file: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Writes a file beside it, and gives its name.
    pub fn beside<'a>(&self, file: &'a str, bytes: impl AsRef<[u8]>) -> &'a str {
        fs::write(self.folder().join(file), bytes).unwrap();
        file
    }

    /// Runs the program on it.
    pub fn run(&self, arguments: &[&str]) -> Told {
        run_in(self.folder(), arguments)
    }

    /// Every file in and beside it, with its bytes, but for locks and caches.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut open = vec![self.folder().to_path_buf()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let name = entry.file_name().to_string_lossy().into_owned();
                if name == ".lock" || name == ".cache" {
                    continue;
                }
                if entry.file_type().unwrap().is_dir() {
                    open.push(entry.path());
                } else if entry.file_type().unwrap().is_file() {
                    found.push((entry.path(), fs::read(entry.path()).unwrap()));
                }
            }
        }
        found.sort();
        found
    }
}
