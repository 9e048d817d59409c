//! Answers one request.
//!
//! In: a request. Out: a file of the folder, the overlay's own files, the stream of events, or a refusal.

use std::fs;
use std::io::Cursor;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response};

use super::events::Events;

/// What is added to every page: the overlay.
const OVERLAY: &str = concat!(
    r#"<link rel="stylesheet" href="/.weibao/live.css">"#,
    r#"<script src="/.weibao/live.js"></script>"#
);
/// The page at `/`.
const INDEX: &str = "index.html";
/// Shown instead of the index until there is one; it reloads itself as soon as there is.
const WAITING: &str = r#"<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>weibao</title>
</head>
<body data-waiting>
</body>
</html>
"#;
/// What the policy of a page must allow in addition.
const OWN: [(&str, &str); 3] = [
    ("style-src ", "style-src 'self' "),
    ("script-src ", "script-src 'self' "),
    ("img-src ", "connect-src 'self'; img-src "),
];
/// The beginning of a page's own policy.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// What the server serves.
pub(super) struct SiteRoot {
    pub(super) folder: PathBuf,
    pub(super) port: u16,
    pub(super) events: Arc<Events>,
}

type Answer = Response<Cursor<Vec<u8>>>;

/// Answers a request; a closed connection is not an error.
pub(super) fn answer(request: Request, site: &Arc<SiteRoot>) {
    let is_reading = matches!(request.method(), Method::Get | Method::Head);
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().map(std::borrow::Cow::into_owned);
    let response = match path {
        _ if !is_addressed_here(&request, site.port) => refusal(403),
        _ if !is_reading => refusal(405),
        Ok(path) if path == "/.weibao/events" => return stream(request, site),
        Ok(path) => own(&path).or_else(|| file(&path, site)).unwrap_or_else(|| refusal(404)),
        Err(_) => refusal(400),
    };
    let _ = request.respond(response);
}

/// Each stream has its own thread, which lasts as long as its page is open.
fn stream(request: Request, site: &Arc<SiteRoot>) {
    let site = Arc::clone(site);
    thread::spawn(move || site.events.stream(request.into_writer()));
}

fn is_addressed_here(request: &Request, port: u16) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    let host = host.map(|header| header.value.as_str().to_ascii_lowercase()).unwrap_or_default();
    ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{port}"))
}

/// The overlay's own files.
fn own(path: &str) -> Option<Answer> {
    let (text, form) = match path {
        "/.weibao/live.js" => {
            (include_str!("../../templates/live/live.js"), "text/javascript; charset=utf-8")
        }
        "/.weibao/live.css" => {
            (include_str!("../../templates/live/live.css"), "text/css; charset=utf-8")
        }
        _ => return None,
    };
    Some(with(text.as_bytes().to_vec(), form))
}

/// A file of the folder; hidden files and links that lead out of the folder are not served.
fn file(path: &str, site: &SiteRoot) -> Option<Answer> {
    let below = path.strip_prefix('/')?;
    let below = if below.is_empty() { INDEX } else { below };
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(name) if !name.as_encoded_bytes().starts_with(b"."));
    if !Path::new(below).components().all(is_plain) {
        return None;
    }
    let Some((found, bytes)) = read(below, site) else {
        return (below == INDEX)
            .then(|| with(with_overlay(WAITING.into()), "text/html; charset=utf-8"));
    };
    let ending = found.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    Some(match ending.as_deref() {
        Some("html") => with(with_overlay(bytes), "text/html; charset=utf-8"),
        Some("pdf") => with(bytes, "application/pdf"),
        Some("json") => with(bytes, "application/json"),
        Some("csv") => with(bytes, "text/csv; charset=utf-8"),
        Some("xlsx") => {
            with(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        _ => with(bytes, "application/octet-stream"),
    })
}

fn read(below: &str, site: &SiteRoot) -> Option<(PathBuf, Vec<u8>)> {
    let home = site.folder.canonicalize().ok()?;
    let found = home.join(below).canonicalize().ok().filter(|found| found.starts_with(&home))?;
    let bytes = fs::read(&found).ok()?;
    Some((found, bytes))
}

/// A page with the overlay, and with a policy that allows it.
fn with_overlay(page: Vec<u8>) -> Vec<u8> {
    let Ok(mut text) = String::from_utf8(page) else { return Vec::new() };
    if let Some(start) = text.find(POLICY).map(|at| at + POLICY.len())
        && let Some(length) = text.get(start..).and_then(|rest| rest.find('"'))
        && let Some(policy) = text.get(start..start + length)
    {
        let wider =
            OWN.iter().fold(policy.to_owned(), |policy, (from, to)| policy.replacen(from, to, 1));
        text.replace_range(start..start + length, &wider);
    }
    let end = text.rfind("</body>").unwrap_or(text.len());
    text.insert_str(end, OVERLAY);
    text.into_bytes()
}

fn with(bytes: Vec<u8>, form: &str) -> Answer {
    let headers = [
        ("Content-Type", form),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    headers.fold(Response::from_data(bytes), Response::with_header)
}

fn refusal(code: u16) -> Answer {
    with(format!("{code}\n").into_bytes(), "text/plain; charset=utf-8").with_status_code(code)
}
