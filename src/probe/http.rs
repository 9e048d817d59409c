//! `http`: how long a URL takes to give the expected response.
//!
//! In: a URL, headers and the expected response. Out: milliseconds until the last byte. Any other outcome (connection
//! refused, timeout, another status) is no measurement: interruptions are evidence of another kind. Nothing that may be
//! secret is ever part of a message: no header, and neither query nor credentials of a URL.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::{Duration, Instant};

use encoding_rs::GB18030;
use ureq::http::Uri;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Error};

use super::{Failed, Measure, Probe, ProbeSample};

/// The probe.
pub(super) const PROBE: Probe =
    Probe { id: "http", metric: "interface.response_ms", measures: &[RESPONSE] };

const RESPONSE: Measure = Measure { part: "", unit: "毫秒", maximum: None };

/// A larger response cannot be meant by a probe.
const LARGEST_BODY: u64 = 16 << 20;
/// Number of redirects followed, if any are.
const MOST_REDIRECTS: u32 = 5;

/// The request and the expected response.
#[derive(Debug, Clone, Default)]
pub(crate) struct Request {
    /// The address.
    pub url: String,
    /// Request headers as lines `name: value`; may be secret.
    pub headers: String,
    /// CA certificates as PEM, trusted instead of the usual ones.
    pub authorities: Option<Vec<u8>>,
    /// The expected status codes; if empty, every 2xx.
    pub statuses: Vec<u16>,
    /// Texts that the response must contain.
    pub contains: Vec<String>,
    /// Whether to follow redirects.
    pub follows: bool,
    /// Time limit for the whole exchange.
    pub limit: Duration,
}

impl Request {
    /// Sends the request and measures the time.
    ///
    /// # Errors
    /// [`Failed`] if the response is not as expected, or comes too late or not at all.
    pub(crate) fn measure(&self, object: &str) -> Result<Vec<ProbeSample>, Failed> {
        let address = address(&self.url)?;
        let headers = headers(&self.headers)?;
        if self.follows && !headers.is_empty() {
            // The headers would be sent to wherever the redirect leads.
            return Err(Failed::failure("probe-http-follow-headers"));
        }
        let agent = self.agent()?;
        let request = headers
            .iter()
            .fold(agent.get(&self.url), |request, (name, value)| request.header(*name, *value));
        let begun = Instant::now();
        let mut response =
            request.call().map_err(|error| unanswered(&address, &error, self.limit))?;
        let body = response.body_mut().with_config().limit(LARGEST_BODY).read_to_vec();
        let elapsed = begun.elapsed();
        let status = response.status().as_u16();
        let is_right = if self.statuses.is_empty() {
            (200..300).contains(&status)
        } else {
            self.statuses.contains(&status)
        };
        if !is_right {
            return Err(Failed::found("probe-http-status")
                .arg("address", address)
                .arg("status", status));
        }
        let body = body.map_err(|error| unanswered(&address, &error, self.limit))?;
        if let Some(text) = self.contains.iter().find(|text| !holds(&body, text)) {
            return Err(Failed::found("probe-http-text").arg("address", address).arg("text", text));
        }
        let value = elapsed.as_secs_f64() * 1000.0;
        Ok(vec![ProbeSample { object: object.to_owned(), measure: RESPONSE, value }])
    }

    fn agent(&self) -> Result<Agent, Failed> {
        let mut tls = TlsConfig::builder();
        if let Some(pem) = &self.authorities {
            let items: Vec<_> = parse_pem(pem)
                .collect::<Result<_, _>>()
                .map_err(|_| Failed::failure("probe-http-ca"))?;
            let certificates: Vec<Certificate<'static>> = items
                .into_iter()
                .filter_map(|item| {
                    if let PemItem::Certificate(certificate) = item {
                        Some(certificate)
                    } else {
                        None
                    }
                })
                .collect();
            if certificates.is_empty() {
                return Err(Failed::failure("probe-http-ca"));
            }
            tls = tls.root_certs(RootCerts::Specific(Arc::new(certificates)));
        }
        let config = Agent::config_builder()
            .timeout_global(Some(self.limit))
            .http_status_as_error(false)
            .max_redirects(if self.follows { MOST_REDIRECTS } else { 0 })
            // The machine itself is measured, not a proxy in between.
            .proxy(None)
            .user_agent("weibao-probe")
            .tls_config(tls.build());
        Ok(config.build().new_agent())
    }
}

/// The URL as messages may show it, without the query.
fn address(url: &str) -> Result<String, Failed> {
    let uri: Uri = url.parse().map_err(|_| Failed::failure("probe-http-url"))?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(Failed::failure("probe-http-url"));
    };
    if !matches!(scheme, "http" | "https") {
        return Err(Failed::failure("probe-http-url"));
    }
    if authority.as_str().contains('@') {
        return Err(Failed::failure("probe-http-name"));
    }
    Ok(format!("{scheme}://{authority}{}", uri.path()))
}

fn headers(text: &str) -> Result<Vec<(&str, &str)>, Failed> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| {
            let wrong = || Failed::failure("probe-http-header").arg("line", index + 1);
            let (name, value) = line.split_once(':').ok_or_else(wrong)?;
            let (name, value) = (name.trim(), value.trim());
            let is_name = !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
            let is_value = value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
            if is_name && is_value { Ok((name, value)) } else { Err(wrong()) }
        })
        .collect()
}

/// Whether a page contains a text, in UTF-8 or in the encoding of old Chinese systems.
fn holds(body: &[u8], text: &str) -> bool {
    let finds = |needle: &[u8]| memchr::memmem::find(body, needle).is_some();
    finds(text.as_bytes()) || finds(&GB18030.encode(text).0)
}

fn unanswered(address: &str, error: &Error, limit: Duration) -> Failed {
    let found = |id| Failed::found(id).arg("address", address);
    match error {
        Error::Timeout(_) => found("probe-http-timeout").arg("seconds", limit.as_secs()),
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            found("probe-http-refused")
        }
        Error::ConnectionFailed => found("probe-http-refused"),
        Error::Io(error) if matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock) => {
            found("probe-http-timeout").arg("seconds", limit.as_secs())
        }
        Error::HostNotFound => found("probe-http-host"),
        Error::BodyExceedsLimit(_) => found("probe-http-large").arg("limit", LARGEST_BODY >> 20),
        Error::TooManyRedirects | Error::RedirectFailed => found("probe-http-redirects"),
        Error::Rustls(error) => found("probe-http-other").arg("reason", error),
        Error::Io(error) => found("probe-http-other").arg("reason", error),
        Error::Tls(reason) => found("probe-http-other").arg("reason", reason),
        Error::Protocol(error) => found("probe-http-other").arg("reason", error),
        // Other errors may quote the URL as it was typed.
        _ => found("probe-http-other").arg("reason", "HTTP"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_without_what_may_be_secret() {
        let shown = |url| address(url).map_err(|failed| failed.id);
        assert_eq!(shown("https://h:8443/a/b?token=s#x"), Ok("https://h:8443/a/b".to_owned()));
        assert_eq!(shown("http://h"), Ok("http://h/".to_owned()));
        for (url, id) in [
            ("http://u:p@h/", "probe-http-name"),
            ("https://u@h/", "probe-http-name"),
            ("ftp://h/", "probe-http-url"),
            ("/login", "probe-http-url"),
            ("h:80", "probe-http-url"),
            ("http://h/ x", "probe-http-url"),
            ("", "probe-http-url"),
        ] {
            assert_eq!(shown(url), Err(id), "{url}");
        }
    }

    #[test]
    fn headers_are_lines_and_a_wrong_one_is_named_by_number_only() {
        assert_eq!(
            headers("A: b\r\n\nX-Token:  c d \n").unwrap(),
            [("A", "b"), ("X-Token", "c d")]
        );
        for text in ["secret", "A: b\n: c", "A b: c", "A: b\u{7f}", "密钥: c"] {
            let failed = headers(text).unwrap_err();
            assert_eq!(failed.id, "probe-http-header", "{text}");
            assert!(failed.args.iter().all(|(name, _)| *name == "line"));
        }
    }

    #[test]
    fn texts_are_found_in_either_encoding() {
        let legacy = GB18030.encode("<p>服务正常</p>").0.into_owned();
        assert!(holds(&legacy, "服务正常") && holds("服务正常".as_bytes(), "服务正常"));
        assert!(!holds(&legacy, "服务异常"));
    }
}
