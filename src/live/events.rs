//! What open pages are told, and how they hear of it.
//!
//! In: [`BuildEvent`] after each build. Out: a stream of server-sent events a page, which begins with the latest.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

/// A page that is gone is noticed this long after, when something is written to it.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// What a build came to.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct BuildEvent {
    /// The digest of every page that stands, by path below the folder; a page whose digest is another loads itself anew.
    pub pages: BTreeMap<String, String>,
    /// Whether a build is on its way.
    pub busy: bool,
    /// Why the last build failed; nothing if it did not.
    pub failure: Option<String>,
    /// The diagnostics, as `weibao check --format json` prints them.
    pub report: Value,
    /// The words of the overlay.
    pub words: Value,
}

/// The latest news, and everybody who waits for later ones.
#[derive(Default)]
pub(super) struct Events {
    latest: Mutex<(u64, String)>,
    changed: Condvar,
}

impl Events {
    /// Replaces the news.
    pub(super) fn put(&self, event: BuildEvent) {
        let text = serde_json::to_string(&event).unwrap_or_default();
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        *latest = (latest.0 + 1, text);
        self.changed.notify_all();
    }

    /// Writes news as they come, until the page is gone.
    pub(super) fn stream(&self, mut out: Box<dyn Write + Send>) -> io::Result<()> {
        write!(
            out,
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        )?;
        let mut reported = 0;
        loop {
            let (number, text) = self.later_than(reported);
            if number == reported {
                write!(out, ": still here\n\n")?;
            } else {
                write!(out, "event: news\ndata: {text}\n\n")?;
            }
            out.flush()?;
            reported = number;
        }
    }

    /// The next news, or the same after a while.
    fn later_than(&self, reported: u64) -> (u64, String) {
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let waited =
            self.changed.wait_timeout_while(latest, HEARTBEAT, |latest| latest.0 == reported);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}
