//! A strict HTML parser.
//!
//! Accepts well-formed pages only and fails on everything a browser would have to guess at: a stray `<`, an unknown entity,
//! an element closed out of order. A page that passes has the same tree in every browser, so an injected element cannot hide.

use std::collections::BTreeMap;

/// Elements without content.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];
/// Elements whose text is not markup.
const RAW: [&str; 2] = ["script", "style"];

/// A node of a page.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Text, entities resolved.
    Text(String),
}

/// An element with everything in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    /// Name in lower case.
    pub(crate) name: String,
    /// Attributes, entities resolved.
    pub(crate) attributes: BTreeMap<String, String>,
    /// Its child nodes.
    pub(crate) children: Vec<Node>,
}

impl Element {
    /// The value of an attribute; empty if it is missing.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// True if it has a class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").split_whitespace().any(|word| word == class)
    }

    /// This element and all below it, in order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                found.extend(element.all());
            }
        }
        found
    }

    /// Every element with a class.
    pub(crate) fn classed(&self, class: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.has_class(class)).collect()
    }

    /// The element with an id, which must be there.
    #[track_caller]
    pub(crate) fn by_id(&self, id: &str) -> &Self {
        let found = self.all().into_iter().find(|element| element.attribute("id") == id);
        found.unwrap_or_else(|| panic!("no element is called {id}"))
    }

    /// Its text without styles and scripts, with a space after every element.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text
    }

    fn collect(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(piece) => text.push_str(piece),
                Node::Element(element) if RAW.contains(&element.name.as_str()) => {}
                Node::Element(element) => {
                    element.collect(text);
                    text.push(' ');
                }
            }
        }
    }
}

/// Parses a page; returns an element that holds everything.
#[track_caller]
pub(crate) fn read(bytes: &[u8]) -> Element {
    let text = std::str::from_utf8(bytes).expect("a page is UTF-8");
    assert!(!text.contains('\0'), "a page has no NUL");
    let mut reader = Reader { rest: text, open: vec![Element::default()] };
    while !reader.rest.is_empty() {
        reader.step();
    }
    assert_eq!(reader.open.len(), 1, "not closed: {}", reader.open.last().unwrap().name);
    reader.open.pop().unwrap()
}

struct Reader<'a> {
    rest: &'a str,
    open: Vec<Element>,
}

impl<'a> Reader<'a> {
    fn step(&mut self) {
        if let Some(after) = self.rest.strip_prefix("<!--") {
            let end = after.find("-->").expect("a comment is closed");
            self.rest = &after[end + 3..];
        } else if self.rest.starts_with("<!") {
            self.take_until('>');
        } else if let Some(after) = self.rest.strip_prefix("</") {
            let (name, rest) = after.split_once('>').expect("a tag is closed");
            self.rest = rest;
            self.close(name.trim());
        } else if self.rest.starts_with('<') {
            self.open_tag();
        } else {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            self.add(Node::Text(resolved(text)));
        }
    }

    fn take_until(&mut self, end: char) -> &'a str {
        let (taken, rest) = self.rest.split_once(end).expect("markup is closed");
        self.rest = rest;
        taken
    }

    fn add(&mut self, node: Node) {
        self.open.last_mut().unwrap().children.push(node);
    }

    fn close(&mut self, name: &str) {
        let element = self.open.pop().unwrap();
        assert_eq!(element.name, name, "closed out of turn, before: {}", start(self.rest));
        self.add(Node::Element(element));
    }

    fn open_tag(&mut self) {
        let tag = self.tag();
        let element = Element { name: tag.0, attributes: tag.1, children: Vec::new() };
        if tag.2 || VOID.contains(&element.name.as_str()) {
            return self.add(Node::Element(element));
        }
        let raw = RAW.contains(&element.name.as_str()).then(|| format!("</{}", element.name));
        self.open.push(element);
        if let Some(end) = raw {
            let at = self.rest.find(&end).expect("raw text is closed");
            let (text, rest) = self.rest.split_at(at);
            self.rest = rest;
            self.add(Node::Text(text.to_owned()));
        }
    }

    /// Name, attributes, and whether the tag closes itself.
    fn tag(&mut self) -> (String, BTreeMap<String, String>, bool) {
        self.rest = &self.rest[1..];
        let name = self.word();
        assert!(
            name.starts_with(|c: char| c.is_ascii_alphabetic()),
            "a stray < before: {}",
            start(self.rest)
        );
        let mut attributes = BTreeMap::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                return (name, attributes, true);
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return (name, attributes, false);
            }
            let key = self.word();
            assert!(!key.is_empty(), "<{name} is not a tag: {}", start(self.rest));
            let value = self.value();
            assert!(attributes.insert(key.clone(), value).is_none(), "<{name} has {key} twice");
        }
    }

    fn word(&mut self) -> String {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_');
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn value(&mut self) -> String {
        let Some(after) = self.rest.strip_prefix('=') else { return String::new() };
        let quote =
            after.chars().next().filter(|c| matches!(c, '"' | '\'')).expect("values are quoted");
        self.rest = &after[1..];
        resolved(self.take_until(quote))
    }
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}

fn resolved(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) =
            part.split_once(';').unwrap_or_else(|| panic!("a stray &: {}", start(part)));
        plain.push(character(entity));
        plain.push_str(rest);
    }
    plain
}

fn character(entity: &str) -> char {
    match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        other => numeric(other).unwrap_or_else(|| panic!("unknown entity &{other};")),
    }
}

fn numeric(entity: &str) -> Option<char> {
    let number = entity.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

#[test]
fn the_reader_refuses_what_a_browser_would_guess_at() {
    let page =
        read("<!doctype html><p class=\"a b\">1 &lt; 2<br>x</p><style>p > a {}</style>".as_bytes());
    assert_eq!(page.text().trim(), "1 < 2 x");
    assert!(page.classed("b").len() == 1);
    for wrong in ["<p>1 < 2</p>", "<p>a & b</p>", "<p><b>x</p></b>", "<p>x", "<p a=b>x</p>"] {
        assert!(std::panic::catch_unwind(|| read(wrong.as_bytes())).is_err(), "{wrong}");
    }
}
