//! Progress of a build on the terminal, and Ctrl-C.
//!
//! In: calls from the run. Out: a progress bar if standard error is a terminal, else a plain line; and the request to stop.
//! The bar goes to standard error, so that standard output can be piped.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Exit;
use super::environment::{Environment, print_error};
use crate::pipeline::Progress;

/// Delay before the spinner appears; work that ends earlier shows none.
const PATIENCE: Duration = Duration::from_millis(300);

/// Placeholder for the number of files until it is known.
const FILES: &str = "{}";

/// Set by the first Ctrl-C.
static STOP: AtomicBool = AtomicBool::new(false);
/// Whether work is in progress that must end by itself; otherwise Ctrl-C ends the program at once.
static AT_WORK: AtomicBool = AtomicBool::new(false);

/// Lets Ctrl-C, and the signal by which CI systems end a job, stop the work so that the previous output stays intact. A
/// second signal ends the program at once.
pub(super) fn listen_for_stop(environment: &Environment) {
    static LISTENING: OnceLock<()> = OnceLock::new();
    let words = environment.messages.text("stopping", &[]);
    LISTENING.get_or_init(|| {
        // If no handler can be installed, Ctrl-C ends the program at once, which is safe: files are complete at any moment.
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

/// Reports the progress of one build.
pub(super) struct BuildProgress {
    bar: ProgressBar,
    /// Whether to print a plain line when drawing begins, because there is no bar.
    plain: bool,
    /// The text, with [`FILES`] for the number of files: `Messages` cannot be sent to another thread.
    words: String,
}

impl BuildProgress {
    /// Starts to report.
    pub(super) fn new(environment: &Environment) -> Self {
        AT_WORK.store(true, Ordering::SeqCst);
        let plain = !io::stderr().is_terminal() && !environment.quiet;
        let words = environment.messages.text("drawing", &[("files", FILES.into())]);
        Self { bar: reading(environment), plain, words }
    }
}

/// A spinner while records are read, on a terminal and only if it takes long.
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
    /// Prints nothing if there is no bar: `serve` reports the result itself.
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
