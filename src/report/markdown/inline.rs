//! Running text: a paragraph, a heading, a cell.
//!
//! In: words, marks and ends, in order. Out: a [`Run`] of spans. This file has the rules for lines that are broken in
//! the file but continuous in print, and for pictures between words.

use super::{Node, Span};

/// The depth of nested marks; deeper text is drawn without its mark.
const MOST_MARKS: usize = 6;
/// From this character on, characters are set without spaces between them: CJK and full-width forms.
const FIRST_WIDE: char = '\u{2e80}';

/// The kind of a mark.
pub(super) enum Wrap {
    /// Important words.
    Strong,
    /// Stressed words.
    Emphasis,
    /// Text that is no longer valid.
    Struck,
    /// A link with its target; without a target only its text is drawn.
    Link(Option<String>),
}

/// A finished run.
#[derive(Default)]
pub(super) struct Run {
    pub(super) spans: Vec<Span>,
    /// Its pictures as blocks.
    pub(super) pictures: Vec<Node>,
    /// True if it contains nothing but pictures.
    pub(super) only_pictures: bool,
}

/// A run under construction.
pub(super) struct Inline {
    /// The spans of the run itself, and of every open mark.
    spans: Vec<Vec<Span>>,
    marks: Vec<Wrap>,
    /// Number of open marks beyond the depth that is drawn.
    beyond: usize,
    /// The previous character.
    last: Option<char>,
    /// The depth at which a line of the file ended, until it is known whether a space belongs there.
    broken: Option<usize>,
    pictures: Vec<Node>,
    has_words: bool,
}

impl Default for Inline {
    fn default() -> Self {
        Self {
            spans: vec![Vec::new()],
            marks: Vec::new(),
            beyond: 0,
            last: None,
            broken: None,
            pictures: Vec::new(),
            has_words: false,
        }
    }
}

impl Inline {
    /// Ends the run and starts the next.
    pub(super) fn take(&mut self) -> Run {
        while self.spans.len() > 1 {
            self.close();
        }
        let done = std::mem::take(self);
        let spans = done.spans.into_iter().next().unwrap_or_default();
        Run { spans, pictures: done.pictures, only_pictures: !done.has_words }
    }

    /// Adds words; a line break in them is the end of a line in the file.
    pub(super) fn text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.broken = Some(self.marks.len());
            }
            let line = if at > 0 { line.trim_start() } else { line };
            if !line.is_empty() {
                self.has_words |= !line.trim().is_empty();
                self.write(line);
            }
        }
    }

    /// Adds text in code style.
    pub(super) fn code(&mut self, text: &str) {
        self.has_words = true;
        self.mend(text.chars().next());
        self.last = text.chars().last();
        self.push(Span::Code { text: text.to_owned() });
    }

    /// Adds a line break.
    pub(super) fn hard_break(&mut self) {
        self.last = None;
        self.broken = None;
        self.push(Span::Break);
    }

    /// Adds a picture; its alternative text replaces it unless it is alone.
    pub(super) fn picture(&mut self, path: String, alt: String) {
        self.write(&alt);
        self.pictures.push(Node::Image { path, alt });
    }

    /// Opens a mark.
    pub(super) fn open(&mut self, wrap: Wrap) {
        self.has_words = true;
        if self.beyond > 0 || self.marks.len() >= MOST_MARKS {
            self.beyond += 1;
        } else {
            self.marks.push(wrap);
            self.spans.push(Vec::new());
        }
    }

    /// Closes the innermost mark.
    pub(super) fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(mark) = self.marks.pop() else { return };
        let spans = self.spans.pop().unwrap_or_default();
        if spans.is_empty() {
            return;
        }
        match mark {
            Wrap::Strong => self.push(Span::Strong { spans }),
            Wrap::Emphasis => self.push(Span::Emphasis { spans }),
            Wrap::Struck => self.push(Span::Struck { spans }),
            Wrap::Link(Some(target)) => self.push(Span::Link { target, spans }),
            Wrap::Link(None) => spans.into_iter().for_each(|span| self.push(span)),
        }
    }

    fn write(&mut self, text: &str) {
        self.mend(text.chars().next());
        self.last = text.chars().last();
        self.push(Span::Text { text: text.to_owned() });
    }

    /// Joins two lines of the file: with a space between Latin words, with nothing next to a Chinese character.
    fn mend(&mut self, next: Option<char>) {
        let Some(depth) = self.broken.take() else { return };
        let (Some(last), Some(next)) = (self.last, next) else { return };
        if last >= FIRST_WIDE
            || next >= FIRST_WIDE
            || is_chinese_mark(last)
            || is_chinese_mark(next)
        {
            return;
        }
        let depth = depth.min(self.marks.len());
        if let Some(spans) = self.spans.get_mut(depth) {
            append(spans, Span::Text { text: " ".to_owned() });
        }
    }

    fn push(&mut self, span: Span) {
        if let Some(spans) = self.spans.last_mut() {
            append(spans, span);
        }
    }
}

/// Punctuation marks that Chinese shares with Western scripts and sets without spaces.
const fn is_chinese_mark(mark: char) -> bool {
    matches!(mark, '“' | '”' | '‘' | '’' | '…' | '—')
}

/// Adds a span; consecutive texts are merged.
fn append(spans: &mut Vec<Span>, span: Span) {
    match (spans.last_mut(), span) {
        (Some(Span::Text { text }), Span::Text { text: more }) => text.push_str(&more),
        (_, span) => spans.push(span),
    }
}

/// An address in which everything but plain ASCII is escaped, as browsers send it: no font needs its characters.
pub(super) fn in_ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
        {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
