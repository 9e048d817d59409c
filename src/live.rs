//! The output folder as a web site that reloads itself, for the one person at this machine.
//!
//! In: a folder of pages, and after each build what is to be said. Out: answers on a port of the loopback address. A leaf: it knows
//! files, not records. Pages are served as they are but for two elements that a preview needs; their own policy allows no script
//! but their own, so it is widened to those of this server. Requests that name another host are refused: a page elsewhere could
//! otherwise read records through a name that leads here.

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

/// The port tried first, and so many behind it.
const FIRST_PORT: u16 = 8620;
const PORTS: u16 = 20;
/// Requests answered at once; a browser asks for few.
const WORKERS: usize = 4;

/// A server that runs until the program ends.
pub(crate) struct DevServer {
    address: SocketAddr,
    events: Arc<Events>,
}

impl DevServer {
    /// Serves a folder, on this port or the first free one.
    ///
    /// # Errors
    /// The port is taken, or nothing may listen here.
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

    /// Where the site is.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Tells every open page.
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
