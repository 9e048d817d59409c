//! Renders documents as self-contained HTML pages.
//!
//! In: a document and Tera templates. Out: one page with embedded style and evidence, no network
//! access, and a Content-Security-Policy that enforces it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use super::{Fonts, Input, RenderError, Templates};
use crate::source::Exhibited;

/// Maximum number of characters of a text shown as evidence; the whole file is inside the PDF.
const LONGEST_EXCERPT: usize = 20_000;

pub(super) fn render(
    input: &Input,
    templates: &Templates,
    _fonts: &Fonts,
) -> Result<Vec<u8>, RenderError> {
    let mut document = input.document.clone();
    document["svg"] = json!(input.charts);
    document["evidence"] = evidence(input);
    page("document.html", document, templates)
}

/// Renders the index of all reports.
///
/// # Errors
/// A fault of the template.
pub(crate) fn index(view: Value, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    // Inside a page, no text may close the element that contains it.
    let search = view["search"].to_string().replace('<', "\\u003c");
    page("index.html", json!({ "index": view, "search": search }), templates)
}

fn page(name: &str, mut document: Value, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    let failed = |error: tera::Error| RenderError {
        template: format!("templates/html/{name}"),
        message: history(&error),
    };
    for (name, text) in
        [("style", style(templates)), ("script", templates.text("html/script.js").into_owned())]
    {
        document[format!("{name}_hash")] = json!(STANDARD.encode(Sha256::digest(text.as_bytes())));
        document[name] = json!(text);
    }
    let context = Context::from_serialize(&document).map_err(failed)?;
    let mut tera = Tera::new();
    let texts = templates.folder("html").filter(|(path, _)| path.ends_with(".html"));
    let texts = texts.map(|(path, _)| {
        (path.trim_start_matches("html/").to_owned(), templates.text(path).into_owned())
    });
    // All templates are parsed for every page, so that the engine names the faulty one.
    tera.add_raw_templates(texts.collect::<Vec<_>>()).map_err(|error| {
        let message = history(&error);
        let named = message.split_once("--> ").and_then(|(_, rest)| rest.split(':').next());
        RenderError { template: format!("templates/html/{}", named.unwrap_or(name)), message }
    })?;
    tera.render(name, &context).map(String::into_bytes).map_err(failed)
}

/// The style sheets as one: `style.css` first, then the others, which build on it.
fn style(templates: &Templates) -> String {
    let all = templates.folder("html").map(|(path, _)| path);
    let others = all.filter(|path| path.ends_with(".css") && *path != "html/style.css");
    std::iter::once("html/style.css").chain(others).map(|path| templates.text(path)).collect()
}

/// Evidence as shown on the page: texts as they are, pictures as data URLs.
fn evidence(input: &Input) -> Value {
    let shown = input.files.iter().map(|(path, bytes)| {
        let value = match Exhibited::of(path) {
            Exhibited::Png => format!("data:image/png;base64,{}", STANDARD.encode(bytes)),
            Exhibited::Jpeg => format!("data:image/jpeg;base64,{}", STANDARD.encode(bytes)),
            Exhibited::Text | Exhibited::Named => excerpt(bytes),
        };
        (path.clone(), Value::String(value))
    });
    Value::Object(shown.collect())
}

fn excerpt(bytes: &[u8]) -> String {
    let text = super::text::visible(&String::from_utf8_lossy(bytes));
    let mut shown: String = text.chars().take(LONGEST_EXCERPT).collect();
    if shown.len() < text.len() {
        shown += "\n\n（文件较长，此处只显示开头部分，全文见PDF附件。）";
    }
    shown
}

fn history(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text += &format!(": {inner}");
        cause = inner.source();
    }
    text
}
