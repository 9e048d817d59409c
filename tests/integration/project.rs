//! A project folder for one test, in which the real program is run.
//!
//! The folder is a copy of the repository's own `data/`, so that tests use the shipped records. The program gets an empty
//! environment: its output must not depend on the machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The day for which the shipped records are built: seven quarters are closed, the eighth has begun.
pub(crate) const AS_OF: &str = "2026-10-08";
/// The same for [`Project::lean`]: two quarters are closed, the third has begun.
pub(crate) const LEAN_AS_OF: &str = "2025-07-10";

/// A folder with `data/`, deleted when the test ends.
pub(crate) struct Project {
    folder: TempDir,
    as_of: &'static str,
}

/// The result of a run of the program.
#[derive(Debug)]
pub(crate) struct Run {
    /// Exit code; −1 if it was killed.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Run {
    fn new(output: &Output) -> Self {
        let text =
            |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8");
        Self {
            code: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// Fails the test, with what was printed, unless the run ended with this code.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n--- out\n{}\n--- err\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

impl Project {
    /// A copy of all shipped records.
    pub(crate) fn shipped() -> Self {
        Self::copied(&repository().join("data"), AS_OF, |_| true)
    }

    /// The inspections of the first two quarters and the records they need: a quick build. Records of the service refer to
    /// later ones.
    pub(crate) fn lean() -> Self {
        const PARTS: [&str; 3] = ["inspections", "probes", "attachments"];
        const WHOLE: [&str; 4] = ["contract.yaml", "assets.yaml", "people.yaml", "calendar"];
        Self::copied(&repository().join("data"), LEAN_AS_OF, |path| {
            let by_period = PARTS.iter().any(|part| path.starts_with(part));
            let whole = WHOLE.iter().any(|part| path.starts_with(part));
            let path = path.to_string_lossy();
            whole || (by_period && (path.contains("2025Q1") || path.contains("2025Q2")))
        })
    }

    /// A copy of the records of a project below `tests/`.
    pub(crate) fn below_tests(project: &str, as_of: &'static str) -> Self {
        Self::copied(&repository().join("tests").join(project).join("data"), as_of, |_| true)
    }

    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), as_of: AS_OF }
    }

    fn copied(data: &Path, as_of: &'static str, wanted: impl Fn(&Path) -> bool) -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap(), as_of };
        for entry in WalkDir::new(data).sort_by_file_name() {
            let entry = entry.unwrap();
            let below = entry.path().strip_prefix(data).unwrap();
            if entry.file_type().is_file() && wanted(below) {
                project
                    .write(&format!("data/{}", below.display()), fs::read(entry.path()).unwrap());
            }
        }
        project
    }

    /// The same records, run for another day.
    pub(crate) const fn on_day(mut self, day: &'static str) -> Self {
        self.as_of = day;
        self
    }

    /// The project's folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path inside the project.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root().join(below)
    }

    /// Bytes of a file.
    pub(crate) fn bytes(&self, below: &str) -> Vec<u8> {
        let path = self.path(below);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Text of a file.
    pub(crate) fn text(&self, below: &str) -> String {
        String::from_utf8(self.bytes(below)).unwrap()
    }

    /// Writes a file, and creates its folders.
    pub(crate) fn write(&self, below: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces a text in a file; fails if it is missing.
    #[track_caller]
    pub(crate) fn edit(&self, below: &str, from: &str, to: &str) {
        let text = self.text(below);
        assert!(text.contains(from), "{below} does not contain {from}");
        self.write(below, text.replace(from, to));
    }

    /// Deletes a file or folder.
    pub(crate) fn delete(&self, below: &str) {
        let path = self.path(below);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }

    /// The program with arguments, not started yet. `--as-of` and `--lang` are set unless given.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weibao"));
        command.env_clear().current_dir(self.root()).stdin(Stdio::null());
        command.args(["--lang", "zh", "--color", "never"]).args(arguments);
        if !arguments.contains(&"--as-of") {
            command.args(["--as-of", self.as_of]);
        }
        command
    }

    /// The program with only these arguments.
    pub(crate) fn command_line(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weibao"));
        command.env_clear().current_dir(self.root()).stdin(Stdio::null());
        command.args(words.split_whitespace());
        command
    }

    /// The day for which the program is run.
    pub(crate) const fn as_of(&self) -> &'static str {
        self.as_of
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::new(&self.command(arguments).output().unwrap())
    }

    /// Runs `weibao build`.
    pub(crate) fn build(&self, arguments: &[&str]) -> Run {
        self.run(&[&["build"], arguments].concat())
    }

    /// The output of `weibao status --format json`, whether or not records are wrong.
    #[track_caller]
    pub(crate) fn status(&self) -> Value {
        let told = self.run(&["status", "--format", "json"]);
        assert!(matches!(told.code, 0 | 1), "\n--- out\n{}\n--- err\n{}", told.out, told.err);
        serde_json::from_str(&told.out).unwrap()
    }

    /// The output folder: every file that is not hidden, by path below it.
    pub(crate) fn output(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.path("output"))
    }

    /// The manifest, as JSON.
    pub(crate) fn manifest(&self) -> Value {
        serde_json::from_slice(&self.bytes("output/manifest.json")).unwrap()
    }
}

/// Runs a prepared command.
pub(crate) fn run(mut command: Command) -> Run {
    Run::new(&command.output().unwrap())
}

/// The folder of this repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of a folder by its path with `/`; hidden files, such as the lock, are left out.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in
        WalkDir::new(folder).min_depth(1).into_iter().filter_entry(|entry| !is_hidden(entry))
    {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let below =
                entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(below, fs::read(entry.path()).unwrap());
        }
    }
    files
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// Every output file of the shipped records as of [`AS_OF`], built once for all tests.
pub(crate) fn shipped_output() -> &'static BTreeMap<String, Vec<u8>> {
    static OUTPUT: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    OUTPUT.get_or_init(|| {
        let project = Project::shipped();
        project.build(&[]).ended(0);
        project.output()
    })
}

/// Every output file of the lean records as of [`LEAN_AS_OF`], built once for all tests.
pub(crate) fn lean_output() -> &'static BTreeMap<String, Vec<u8>> {
    static OUTPUT: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    OUTPUT.get_or_init(|| {
        let project = Project::lean();
        project.build(&[]).ended(0);
        project.output()
    })
}
