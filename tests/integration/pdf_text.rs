//! A PDF as a reader sees it: what is printed where, in which font, and which files are embedded.
//!
//! Text is taken from the content streams through the fonts' `ToUnicode` maps, glyph by glyph with its position, so that a
//! test can also check that nothing runs off the page or overlaps.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// A printed character.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// Its text; several characters for a ligature.
    pub(crate) text: String,
    /// Left end of its baseline, in points from the left edge of the page.
    pub(crate) x: f64,
    /// Height of its baseline above the bottom of the page.
    pub(crate) y: f64,
    /// Where the next glyph begins.
    pub(crate) end: f64,
    /// Font size on the page.
    pub(crate) size: f64,
    /// True if it is upright.
    pub(crate) upright: bool,
    /// True for page decoration: headers, footers, repeated table heads.
    pub(crate) artifact: bool,
    /// Its number in the font.
    pub(crate) id: u16,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    /// Width in points.
    pub(crate) width: f64,
    /// Height in points.
    pub(crate) height: f64,
    /// Everything printed, in the order of the document.
    pub(crate) glyphs: Vec<Glyph>,
}

/// A document.
pub(crate) struct Paper {
    document: Document,
    /// Its pages.
    pub(crate) sheets: Vec<Sheet>,
}

/// Removes blanks and line ends, so that only the words are compared.
pub(crate) fn normalize_whitespace(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}' && *c != '\u{2060}').collect()
}

impl Sheet {
    /// Everything printed, with headers and footers, without blanks.
    pub(crate) fn printed(&self) -> String {
        normalize_whitespace(
            &self.glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>(),
        )
    }

    /// The main text, without blanks.
    pub(crate) fn body(&self) -> String {
        let body = self.glyphs.iter().filter(|glyph| !glyph.artifact);
        normalize_whitespace(&body.map(|glyph| glyph.text.as_str()).collect::<String>())
    }

    /// Glyphs that reach into the margin of the page.
    pub(crate) fn outside(&self, white: f64) -> Vec<&Glyph> {
        let seen =
            self.glyphs.iter().filter(|glyph| glyph.upright && !glyph.text.trim().is_empty());
        seen.filter(|glyph| {
            glyph.x < white
                || glyph.end > self.width - white
                || glyph.y < white
                || glyph.y + glyph.size > self.height - white / 2.0
        })
        .collect()
    }

    /// Pairs of glyphs that are printed over each other.
    pub(crate) fn collisions(&self) -> Vec<(String, String)> {
        let mut seen: Vec<_> =
            self.glyphs.iter().filter(|glyph| glyph.upright && glyph.shows()).collect();
        seen.sort_by(|left, right| left.y.total_cmp(&right.y));
        let mut found = Vec::new();
        for (index, left) in seen.iter().enumerate() {
            let near =
                seen[index + 1..].iter().take_while(|right| right.y - left.y < left.size * 0.5);
            found.extend(
                near.filter(|right| left.overlaps(right))
                    .map(|right| (left.text.clone(), right.text.clone())),
            );
        }
        found
    }
}

impl Glyph {
    /// Chinese punctuation is half blank, and its blank half may overlap a neighbour.
    fn shows(&self) -> bool {
        const HALF_BLANK: &str = "，。、；：？！（）《》〈〉“”‘’〔〕【】「」";
        !self.text.trim().is_empty() && self.end - self.x > 0.1 && !HALF_BLANK.contains(&self.text)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let shared = self.end.min(other.end) - self.x.max(other.x);
        shared > 0.35 * self.size.min(other.size)
    }
}

impl Paper {
    /// Parses a document.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("a PDF");
        let sheets = document.page_iter().map(|page| sheet(&document, page)).collect();
        Self { document, sheets }
    }

    /// The text of all pages, without blanks, headers and footers.
    pub(crate) fn body(&self) -> String {
        self.sheets.iter().map(Sheet::body).collect()
    }

    /// Bookmarks in order, each with its depth.
    pub(crate) fn bookmarks(&self) -> Vec<(usize, String)> {
        let mut titles = Vec::new();
        if let Some(outlines) = self.catalog_entry(b"Outlines") {
            self.walk_bookmarks(outlines, 0, &mut titles);
        }
        titles
    }

    fn walk_bookmarks(&self, parent: &Dictionary, depth: usize, titles: &mut Vec<(usize, String)>) {
        let mut next = self.dictionary(parent, b"First");
        while let Some(item) = next {
            titles.push((depth, written(item.get(b"Title").unwrap())));
            self.walk_bookmarks(item, depth + 1, titles);
            next = self.dictionary(item, b"Next");
        }
    }

    /// Embedded files, by name.
    pub(crate) fn attachments(&self) -> BTreeMap<String, Vec<u8>> {
        let names = self.catalog_entry(b"Names").expect("attachments");
        let mut files = BTreeMap::new();
        self.walk_names(self.dictionary(names, b"EmbeddedFiles").unwrap(), &mut files);
        files
    }

    fn walk_names(&self, node: &Dictionary, files: &mut BTreeMap<String, Vec<u8>>) {
        for child in self.array(node, b"Kids") {
            self.walk_names(self.follow(&child).as_dict().unwrap(), files);
        }
        for pair in self.array(node, b"Names").chunks(2) {
            let file = self.follow(&pair[1]).as_dict().unwrap();
            let stream = self.dictionary(file, b"EF").unwrap().get(b"F").unwrap();
            let stream = self.follow(stream).as_stream().unwrap();
            files.insert(written(file.get(b"UF").unwrap()), plain(stream));
        }
    }

    /// The metadata packet, as XML.
    pub(crate) fn metadata(&self) -> String {
        let stream = self.follow(self.document.catalog().unwrap().get(b"Metadata").unwrap());
        String::from_utf8(plain(stream.as_stream().unwrap())).unwrap()
    }

    /// An entry of the information dictionary.
    pub(crate) fn information(&self, key: &str) -> String {
        let information =
            self.follow(self.document.trailer.get(b"Info").unwrap()).as_dict().unwrap();
        information.get(key.as_bytes()).map(written).unwrap_or_default()
    }

    /// The document's language.
    pub(crate) fn language(&self) -> String {
        written(self.document.catalog().unwrap().get(b"Lang").unwrap())
    }

    /// True if the document is marked as tagged.
    pub(crate) fn is_tagged(&self) -> bool {
        let mark = self
            .catalog_entry(b"MarkInfo")
            .and_then(|info| info.get(b"Marked").ok()?.as_bool().ok());
        mark == Some(true) && self.catalog_entry(b"StructTreeRoot").is_some()
    }

    /// Every alternative text in the structure tree.
    pub(crate) fn alternatives(&self) -> Vec<String> {
        let dictionaries =
            self.document.objects.values().filter_map(|object| object.as_dict().ok());
        dictionaries.filter_map(|dictionary| dictionary.get(b"Alt").ok()).map(written).collect()
    }

    /// Name of every font, and whether its outlines are embedded.
    pub(crate) fn fonts(&self) -> BTreeMap<String, bool> {
        let fonts = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        let fonts = fonts.filter(|font| font.get(b"Type").is_ok_and(|kind| name(kind) == "Font"));
        let whole = fonts.filter(|font| font.get(b"DescendantFonts").is_err());
        whole
            .map(|font| {
                let descriptor = self.dictionary(font, b"FontDescriptor");
                let embedded =
                    descriptor.is_some_and(|it| it.has(b"FontFile3") || it.has(b"FontFile2"));
                (name(font.get(b"BaseFont").unwrap()), embedded)
            })
            .collect()
    }

    fn catalog_entry(&self, key: &[u8]) -> Option<&Dictionary> {
        self.dictionary(self.document.catalog().unwrap(), key)
    }

    fn dictionary<'a>(&'a self, parent: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.follow(parent.get(key).ok()?).as_dict().ok()
    }

    fn array(&self, parent: &Dictionary, key: &[u8]) -> Vec<Object> {
        let array = parent.get(key).ok().map(|object| self.follow(object));
        array.and_then(|object| object.as_array().ok()).cloned().unwrap_or_default()
    }

    fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        follow(&self.document, object)
    }
}

fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).unwrap().1
}

fn name(object: &Object) -> String {
    String::from_utf8_lossy(object.as_name().unwrap_or_default()).into_owned()
}

/// A text string: UTF-16 with a byte order mark, else Latin-1.
fn written(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    let Some(wide) = bytes.strip_prefix(b"\xfe\xff") else {
        return bytes.iter().map(|byte| char::from(*byte)).collect();
    };
    let units: Vec<_> = wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}

fn plain(stream: &Stream) -> Vec<u8> {
    stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
}

fn number(object: &Object) -> f64 {
    object.as_float().map_or(0.0, f64::from)
}

/// Maps points: x' = a x + c y + e, y' = b x + d y + f.
type Matrix = [f64; 6];
const UNMOVED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Applies first `left`, then `right`.
fn then(left: &Matrix, right: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = *left;
    let [p, q, r, s, t, u] = *right;
    [
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    ]
}

fn matrix(operands: &[Object]) -> Matrix {
    let mut all = UNMOVED;
    for (slot, operand) in all.iter_mut().zip(operands) {
        *slot = number(operand);
    }
    all
}

/// A font: text and width of its glyphs.
#[derive(Clone, Default)]
struct Face {
    meanings: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
    usual: f64,
}

fn face(document: &Document, font: &Dictionary) -> Face {
    let inner = follow(document, font.get(b"DescendantFonts").unwrap());
    let inner = follow(document, &inner.as_array().unwrap()[0]).as_dict().unwrap();
    let map = follow(document, font.get(b"ToUnicode").unwrap()).as_stream().unwrap();
    Face {
        meanings: meanings(&String::from_utf8_lossy(&plain(map))),
        widths: widths(document, inner),
        usual: inner.get(b"DW").map_or(1000.0, number),
    }
}

fn widths(document: &Document, font: &Dictionary) -> BTreeMap<u16, f64> {
    let mut widths = BTreeMap::new();
    let Ok(list) = font.get(b"W") else { return widths };
    let mut rest = follow(document, list).as_array().unwrap().iter();
    while let (Some(first), Some(next)) = (rest.next(), rest.next()) {
        let first = number(first) as u16;
        if let Ok(row) = next.as_array() {
            widths.extend(
                row.iter().enumerate().map(|(at, width)| (first + at as u16, number(width))),
            );
        } else {
            let width = number(rest.next().unwrap());
            widths.extend((first..=number(next) as u16).map(|id| (id, width)));
        }
    }
    widths
}

/// Reads the `bfchar` and `bfrange` lines of a `ToUnicode` map.
fn meanings(map: &str) -> BTreeMap<u16, String> {
    let mut all = BTreeMap::new();
    let mut ranges = false;
    for line in map.lines() {
        ranges = (ranges || line.contains("beginbfrange")) && !line.contains("endbfrange");
        let words: Vec<_> =
            line.split(['<', '>']).map(str::trim).filter(|word| !word.is_empty()).collect();
        let id = |word: &str| u16::from_str_radix(word, 16).ok();
        match words.as_slice() {
            [from, text] if !ranges => all.extend(id(from).map(|id| (id, utf16(text)))),
            [from, to, text] if ranges => {
                let (Some(from), Some(to)) = (id(from), id(to)) else { continue };
                let start = utf16(text).chars().next().map_or(0, u32::from);
                let text = |id: u16| {
                    char::from_u32(start + u32::from(id - from)).unwrap_or(' ').to_string()
                };
                all.extend((from..=to).map(|id| (id, text(id))));
            }
            _ => {}
        }
    }
    all
}

fn utf16(digits: &str) -> String {
    let digits: String = digits.split_whitespace().collect();
    let units: Vec<_> = (0..digits.len() / 4)
        .filter_map(|at| u16::from_str_radix(&digits[at * 4..at * 4 + 4], 16).ok())
        .collect();
    String::from_utf16_lossy(&units)
}

#[derive(Clone)]
struct State {
    page: Matrix,
    size: f64,
    font: Option<Face>,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    rise: f64,
    leading: f64,
}

/// Interprets the content stream of a page.
struct Press<'a> {
    document: &'a Document,
    faces: BTreeMap<ObjectId, Face>,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    text: Matrix,
    marks: Vec<bool>,
    sheet: Sheet,
}

fn sheet(document: &Document, page: ObjectId) -> Sheet {
    let dictionary = document.get_dictionary(page).unwrap();
    let frame = inherited(document, dictionary, b"MediaBox").expect("a page has a size");
    let frame: Vec<_> = frame.as_array().unwrap().iter().map(number).collect();
    let state = State {
        page: UNMOVED,
        size: 0.0,
        font: None,
        spacing: 0.0,
        word_spacing: 0.0,
        stretch: 1.0,
        rise: 0.0,
        leading: 0.0,
    };
    let mut press = Press {
        document,
        faces: BTreeMap::new(),
        state,
        saved: Vec::new(),
        line: UNMOVED,
        text: UNMOVED,
        marks: Vec::new(),
        sheet: Sheet {
            width: frame[2] - frame[0],
            height: frame[3] - frame[1],
            glyphs: Vec::new(),
        },
    };
    let resources = inherited(document, dictionary, b"Resources").and_then(|it| it.as_dict().ok());
    press.run(&document.get_page_content(page), resources.unwrap());
    press.sheet
}

fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    if let Ok(found) = page.get(key) {
        return Some(follow(document, found));
    }
    let parent = follow(document, page.get(b"Parent").ok()?).as_dict().ok()?;
    inherited(document, parent, key)
}

impl<'a> Press<'a> {
    fn run(&mut self, bytes: &[u8], resources: &'a Dictionary) {
        for operation in Content::decode(bytes).expect("content").operations {
            self.operate(&operation, resources);
        }
    }

    fn operate(&mut self, operation: &Operation, resources: &'a Dictionary) {
        let operands = &operation.operands;
        let first = operands.first().map_or(0.0, number);
        match operation.operator.as_str() {
            "q" => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().expect("as many Q as q"),
            "cm" => self.state.page = then(&matrix(operands), &self.state.page),
            "BT" => (self.line, self.text) = (UNMOVED, UNMOVED),
            "Tf" => self.choose(operands, resources),
            "Tc" => self.state.spacing = first,
            "Tw" => self.state.word_spacing = first,
            "Tz" => self.state.stretch = first / 100.0,
            "Ts" => self.state.rise = first,
            "TL" => self.state.leading = first,
            "Tm" => self.begin(matrix(operands)),
            "Td" => self.next_line(first, number(&operands[1])),
            "TD" => {
                self.state.leading = -number(&operands[1]);
                self.next_line(first, number(&operands[1]));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => self.show(operands[0].as_str().unwrap()),
            "TJ" => self.show_spaced(operands[0].as_array().unwrap()),
            "'" | "\"" => panic!("quote operators are not expected here"),
            "BDC" | "BMC" => {
                let artifact = name(&operands[0]) == "Artifact" || self.marks.last() == Some(&true);
                self.marks.push(artifact);
            }
            "EMC" => {
                self.marks.pop().expect("as many EMC as BDC");
            }
            "Do" => self.draw(&name(&operands[0]), resources),
            _ => {}
        }
    }

    fn begin(&mut self, at: Matrix) {
        (self.line, self.text) = (at, at);
    }

    fn next_line(&mut self, right: f64, up: f64) {
        self.begin(then(&[1.0, 0.0, 0.0, 1.0, right, up], &self.line));
    }

    fn choose(&mut self, operands: &[Object], resources: &'a Dictionary) {
        self.state.size = number(&operands[1]);
        let fonts = follow(self.document, resources.get(b"Font").unwrap()).as_dict().unwrap();
        let font = fonts.get(operands[0].as_name().unwrap()).unwrap();
        let id = font.as_reference().unwrap();
        let document = self.document;
        let face = self
            .faces
            .entry(id)
            .or_insert_with(|| face(document, document.get_dictionary(id).unwrap()));
        self.state.font = Some(face.clone());
    }

    fn draw(&mut self, what: &str, resources: &'a Dictionary) {
        let objects = follow(self.document, resources.get(b"XObject").unwrap()).as_dict().unwrap();
        let stream =
            follow(self.document, objects.get(what.as_bytes()).unwrap()).as_stream().unwrap();
        if stream.dict.get(b"Subtype").map(name).unwrap_or_default() != "Form" {
            return;
        }
        let kept = (self.state.clone(), self.line, self.text);
        if let Ok(moved) = stream.dict.get(b"Matrix") {
            self.state.page = then(&matrix(moved.as_array().unwrap()), &self.state.page);
        }
        let inner = stream.dict.get(b"Resources").map(|inner| follow(self.document, inner));
        let inner = inner.ok().and_then(|inner| inner.as_dict().ok()).unwrap_or(resources);
        self.run(&plain(stream), inner);
        (self.state, self.line, self.text) = kept;
    }

    fn show_spaced(&mut self, pieces: &[Object]) {
        for piece in pieces {
            match piece.as_str() {
                Ok(bytes) => self.show(bytes),
                Err(_) => {
                    self.advance(-number(piece) / 1000.0 * self.state.size * self.state.stretch);
                }
            }
        }
    }

    fn advance(&mut self, right: f64) {
        self.text = then(&[1.0, 0.0, 0.0, 1.0, right, 0.0], &self.text);
    }

    fn show(&mut self, bytes: &[u8]) {
        for pair in bytes.chunks(2) {
            self.show_glyph(u16::from_be_bytes([pair[0], pair[1]]));
        }
    }

    fn show_glyph(&mut self, id: u16) {
        let face = self.state.font.as_ref().expect("a font was chosen");
        let text = face.meanings.get(&id).cloned().unwrap_or_default();
        let width = face.widths.get(&id).copied().unwrap_or(face.usual) / 1000.0 * self.state.size;
        let blank = if text == " " { self.state.word_spacing } else { 0.0 };
        let advance = (width + self.state.spacing + blank) * self.state.stretch;
        let location = then(&self.text, &self.state.page);
        let end = then(&[1.0, 0.0, 0.0, 1.0, width * self.state.stretch, 0.0], &location);
        let scale = (location[2] * location[2] + location[3] * location[3]).sqrt();
        self.sheet.glyphs.push(Glyph {
            text,
            x: location[4],
            y: location[5] + self.state.rise,
            end: end[4],
            size: self.state.size * scale,
            upright: location[1].abs() < 1e-6,
            artifact: self.marks.last() == Some(&true),
            id,
        });
        self.advance(advance);
    }
}

/// Every glyph without a text, and those of the font's empty box.
pub(crate) fn unreadable(pdf_text: &Paper) -> BTreeSet<u16> {
    let glyphs = pdf_text.sheets.iter().flat_map(|sheet| &sheet.glyphs);
    glyphs.filter(|glyph| glyph.id == 0 || glyph.text.is_empty()).map(|glyph| glyph.id).collect()
}
