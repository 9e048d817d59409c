//! `weibao serve`, tested with the requests of a browser and in a real browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::project::{Project, repository};
use crate::tools::{browser, node_with, skipped};

/// A running preview; it is stopped when the test ends.
struct Preview {
    child: Child,
    url: String,
}

impl Preview {
    fn start(project: &Project) -> Self {
        let mut command = project.command(&["serve", "--port", "0", "--quiet"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let start = line.find("http://").unwrap_or_else(|| panic!("no address: {line}"));
        let url = line[start..].split('（').next().unwrap().trim().to_owned();
        Self { child, url }
    }

    fn host(&self) -> &str {
        self.url.trim_start_matches("http://").trim_end_matches('/')
    }

    /// Sends a raw request; returns head and body of the response.
    fn ask(&self, request: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    fn status(&self, request: &str, host: &str) -> u16 {
        let head = self.ask(request, host).0;
        head.split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or_else(|| panic!("{head}"))
    }

    /// Waits for an event that fulfils a condition.
    fn news(&self, selection: impl Fn(&Value) -> bool) -> Value {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        write!(stream, "GET /.weibao/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host()).unwrap();
        for line in BufReader::new(stream).lines() {
            if let Some(data) = line.unwrap().strip_prefix("data: ") {
                let news: Value = serde_json::from_str(data).unwrap();
                if selection(&news) {
                    return news;
                }
            }
        }
        panic!("the preview ended")
    }

    fn built(&self) -> Value {
        self.news(|news| news["pages"]["2025Q2/inspection.html"].is_string())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_are_served_with_an_overlay_that_their_policy_allows() {
    let project = Project::lean();
    let preview = Preview::start(&project);
    preview.built();
    let (head, page) = preview.ask("GET /", preview.host());
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let policy = page
        .split_once("Content-Security-Policy\" content=\"")
        .unwrap()
        .1
        .split('"')
        .next()
        .unwrap();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'sha256-",
        "style-src 'self' 'sha256-",
        "connect-src 'self'",
    ] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(page.contains("/.weibao/live.js"));
    assert!(
        !project.text("output/index.html").contains("weibao/live"),
        "files stay as they are handed over"
    );
    let (head, _) = preview.ask("GET /2025Q1/inspection.html?x#y", preview.host());
    assert!(head.contains("text/html; charset=utf-8"), "{head}");
}

#[test]
fn nobody_else_is_answered_and_nothing_else_is_served() {
    let project = Project::lean();
    project.write("output/.secret", "x");
    project.write("output/manifest.json", "{}");
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        project.path("data/people.yaml"),
        project.path("output/people.yaml"),
    )
    .unwrap();
    let preview = Preview::start(&project);
    preview.built();
    let here = preview.host();
    for (request, host, expected) in [
        ("GET /index.html", here, 200),
        ("GET /", "records.example", 403),
        ("GET /.weibao/events", "records.example", 403),
        ("GET /", "", 403),
        ("POST /", here, 405),
        ("GET /../data/people.yaml", here, 404),
        ("GET /%2e%2e/data/people.yaml", here, 404),
        ("GET /people.yaml", here, 404),
        ("GET /.secret", here, 404),
        ("GET /.weibao-lock", here, 404),
        ("GET /2025Q1", here, 404),
        ("GET /%FF", here, 400),
    ] {
        assert_eq!(preview.status(request, host), expected, "{request} of {host}");
    }
    assert!(here.starts_with("127.0.0.1:"), "{here}");
}

#[test]
fn a_change_is_built_and_told() {
    let project = Project::lean();
    let preview = Preview::start(&project);
    let first = preview.built();
    assert_eq!(first["report"]["counts"]["errors"], 0);
    project.edit("data/inspections/2025Q2.yaml", "verdict: 正常", "verdict: 正長");
    let broken = preview.news(|news| news["report"]["counts"]["errors"].as_u64() > Some(0));
    let page = "2025Q2/inspection.html";
    let drafted = preview.news(|news| news["pages"][page] != first["pages"][page]);
    assert_eq!(
        drafted["pages"]["2025Q1/hotline.html"], first["pages"]["2025Q1/hotline.html"],
        "nothing else is loaded anew"
    );
    let said = broken["report"]["diagnostics"].as_array().unwrap().iter();
    assert!(
        said.clone().any(|one| one["location"]["path"] == "data/inspections/2025Q2.yaml"),
        "{said:?}"
    );
    // A folder that was added later is watched too; a broken template is reported and does not end the program.
    project.write("templates/html/index.html", "{% if %}");
    let failed = preview.news(|news| news["failure"].is_string());
    assert!(failed["failure"].as_str().unwrap().contains("index.html:1"), "{}", failed["failure"]);
    project.delete("templates");
    preview.news(|news| news["failure"].is_null() && news["busy"] == false);
}

#[test]
fn before_there_is_a_page_the_overlay_stands_alone() {
    let project = Project::lean();
    let contract = project.text("data/contract.yaml");
    project.write("data/contract.yaml", "");
    let preview = Preview::start(&project);
    let news = preview.news(|news| news["report"]["counts"]["errors"].as_u64() > Some(0));
    assert_eq!(news["pages"], serde_json::json!({}));
    let (head, page) = preview.ask("GET /", preview.host());
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(page.contains("data-waiting") && page.contains("/.weibao/live.js"), "{page}");
    assert_eq!(preview.status("GET /2025Q1/inspection.html", preview.host()), 404);
    project.write("data/contract.yaml", contract);
    preview.news(|news| news["pages"]["index.html"].is_string());
    assert!(!preview.ask("GET /", preview.host()).1.contains("data-waiting"));
}

#[test]
fn a_taken_port_is_said() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = Project::lean().run(&["serve", "--port", &port]).ended(2);
    assert!(run.err.contains("无法预览"), "{}", run.err);
    let run = Project::empty().run(&["serve"]).ended(3);
    assert!(run.err.contains("找不到数据目录"), "{}", run.err);
}

#[test]
fn the_browser_loads_the_page_anew_and_shows_what_is_wrong() {
    const TEST: &str = "the_browser_loads_the_page_anew_and_shows_what_is_wrong";
    let (node, browser) = match (node_with("browser", "playwright-core"), browser()) {
        (Ok(node), Ok(browser)) => (node, browser),
        (Err(missing), _) | (_, Err(missing)) => return skipped("live", TEST, &missing),
    };
    let project = Project::lean();
    let preview = Preview::start(&project);
    let told = Command::new(node)
        .arg(repository().join("tests/browser/live.mjs"))
        .args([preview.url.as_str(), browser.to_str().unwrap(), "2025Q2/inspection.html"])
        .arg(project.path("data/inspections/2025Q2.yaml"))
        .args(["verdict: 正常", "verdict: 正長"])
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(told["console"], serde_json::json!([]), "errors and breaches of the policy");
    assert_eq!(told["requests"], serde_json::json!([]), "requests to elsewhere");
    assert_eq!(told["same"], true, "the mended page is the page of before");
    let seen = |step: &str| told["seen"][step].to_string();
    assert!(seen("sound").contains("数据错误 0"), "{told}");
    assert!(
        seen("broken").contains("data/inspections/2025Q2.yaml:") && seen("broken").contains("正長"),
        "{told}"
    );
    assert!(seen("mended").contains("数据错误 0"), "{told}");
}
