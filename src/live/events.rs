//! Events for open pages.
//!
//! In: a [`BuildEvent`] after each build. Out: a stream of server-sent events for each page, beginning with the latest event.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

/// Interval of writes to an idle stream; a closed page is noticed only by a write.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The result of a build.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct BuildEvent {
    /// The hash of every page, by its path below the folder; a page with another hash reloads itself.
    pub pages: BTreeMap<String, String>,
    /// Whether a build is running.
    pub busy: bool,
    /// Why the last build failed; `None` if it succeeded.
    pub failure: Option<String>,
    /// The diagnostics, as `weibao check --format json` prints them.
    pub report: Value,
    /// The texts of the overlay.
    pub words: Value,
}

/// The latest event, and a signal for all streams that wait for the next one.
#[derive(Default)]
pub(super) struct Events {
    latest: Mutex<(u64, String)>,
    changed: Condvar,
}

impl Events {
    /// Publishes an event.
    pub(super) fn put(&self, event: BuildEvent) {
        let text = serde_json::json!(event).to_string();
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        *latest = (latest.0 + 1, text);
        self.changed.notify_all();
    }

    /// Writes events as they are published, until the page is closed.
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

    /// Waits for the next event; after [`HEARTBEAT`] without one, returns the same again.
    fn later_than(&self, reported: u64) -> (u64, String) {
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let waited =
            self.changed.wait_timeout_while(latest, HEARTBEAT, |latest| latest.0 == reported);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}
