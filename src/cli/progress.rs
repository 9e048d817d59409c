//! What a build is at, for people who wait, and Ctrl-C.
//!
//! In: calls of the run. Out: a bar where standard error is a terminal, a plain line elsewhere; the wish to stop. The bar goes to
//! standard error, so that what is printed can be piped.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Exit;
use super::environment::{Environment, print_error};
use crate::pipeline::Progress;

/// How often a sign of life moves; what is done by then shows none.
const PATIENCE: Duration = Duration::from_millis(300);

/// Stands for the number of files until it is known.
const FILES: &str = "{}";

/// Set by the first Ctrl-C.
static STOP: AtomicBool = AtomicBool::new(false);
/// Whether there is work that must end by itself; without any, Ctrl-C ends the program at once.
static AT_WORK: AtomicBool = AtomicBool::new(false);

/// Lets Ctrl-C, and the signal by which pipelines end a job, stop the work so that the former output stands. A second one does
/// not wait.
pub(super) fn listen_for_stop(environment: &Environment) {
    static LISTENING: OnceLock<()> = OnceLock::new();
    let words = environment.messages.text("stopping", &[]);
    LISTENING.get_or_init(|| {
        // Where nobody can listen, Ctrl-C ends the program as it always does: files are whole at any moment.
        let _ = ctrlc::set_handler(move || {
            if STOP.swap(true, Ordering::SeqCst) || !AT_WORK.load(Ordering::SeqCst) {
                leave();
            }
            print_error(&words);
        });
    });
}

#[expect(
    clippy::exit,
    reason = "a signal handler has nowhere to return to; nothing is half written at any moment"
)]
fn leave() -> ! {
    std::process::exit(Exit::Interrupted as i32)
}

/// Somebody who watches one build.
pub(super) struct BuildProgress {
    bar: ProgressBar,
    /// Said when drawing begins, where there is no bar.
    plain: bool,
    /// What it says, with [`FILES`] for their number: phrases do not go from thread to thread.
    words: String,
}

impl BuildProgress {
    /// Begins to watch.
    pub(super) fn new(environment: &Environment) -> Self {
        AT_WORK.store(true, Ordering::SeqCst);
        let plain = !io::stderr().is_terminal() && !environment.quiet;
        let words = environment.messages.text("drawing", &[("files", FILES.into())]);
        Self { bar: reading(environment), plain, words }
    }
}

/// A sign of life while records are read, on a terminal, if it takes long.
pub(super) fn reading(environment: &Environment) -> ProgressBar {
    if environment.quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let style = ProgressStyle::with_template("{spinner} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_spinner());
    bar.set_style(style);
    bar.set_message(environment.messages.text("reading", &[]));
    let late = bar.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        if !late.is_finished() {
            late.set_draw_target(ProgressDrawTarget::stderr());
            late.enable_steady_tick(PATIENCE);
        }
    });
    bar
}

impl BuildProgress {
    /// Says nothing where there is no bar: a preview tells what came of it.
    pub(super) const fn without_lines(mut self) -> Self {
        self.plain = false;
        self
    }
}

impl Drop for BuildProgress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
        AT_WORK.store(false, Ordering::SeqCst);
    }
}

impl Progress for BuildProgress {
    fn begin(&self, files: usize) {
        let words = self.words.replace(FILES, &files.to_string());
        if self.plain {
            print_error(&words);
        }
        self.bar.set_length(u64::try_from(files).unwrap_or(u64::MAX));
        let template = "{msg} [{bar:30}] {pos}/{len} {prefix}";
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        self.bar.set_style(style.progress_chars("=> "));
        self.bar.set_message(words);
    }

    fn done(&self, path: &str) {
        self.bar.set_prefix(path.to_owned());
        self.bar.inc(1);
    }

    fn is_cancelled(&self) -> bool {
        STOP.load(Ordering::SeqCst)
    }
}
