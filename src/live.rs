//! The output folder as a web site that reloads itself, for the one user of this machine.
//!
//! In: a folder of pages, and an event after each build. Out: responses on a port of the loopback address. A leaf: it knows
//! files, not records. Pages are served unchanged except for two elements that the preview needs; the pages' own policy
//! allows only their own scripts, so it is widened to those of this server. Requests for another host name are refused: a
//! page on another site could otherwise read records through a name that resolves to this machine.

mod answer;
mod events;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use tiny_http::Server;

pub(crate) use events::BuildEvent;
use events::Events;

/// The port tried first; if it is taken, the ones after it are tried.
const FIRST_PORT: u16 = 8620;
const PORTS: u16 = 20;
/// Number of requests served at once; a browser sends only a few.
const WORKERS: usize = 4;

/// A web server that runs until the program ends.
pub(crate) struct DevServer {
    address: SocketAddr,
    events: Arc<Events>,
}

impl DevServer {
    /// Serves a folder on this port, or on the first free one.
    ///
    /// # Errors
    /// The port is taken, or listening is not permitted.
    pub(crate) fn start(port: Option<u16>, folder: PathBuf) -> io::Result<Self> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let server = Arc::new(Server::from_listener(listener, None).map_err(io::Error::other)?);
        let events = Arc::new(Events::default());
        let site = Arc::new(answer::SiteRoot {
            folder,
            port: address.port(),
            events: Arc::clone(&events),
        });
        for _ in 0..WORKERS {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer::answer(request, &site);
                }
            });
        }
        Ok(Self { address, events })
    }

    /// URL of the site.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Sends an event to every open page.
    pub(crate) fn tell(&self, event: BuildEvent) {
        self.events.put(event);
    }
}

fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let ports = port.map_or(FIRST_PORT..FIRST_PORT + PORTS, |port| port..port.saturating_add(1));
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}
