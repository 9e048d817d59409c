//! Renders documents as PDF/A-3a and PDF/UA-1 with Typst.
//!
//! In: a document and Typst templates. Out: a PDF with its source records embedded. The template
//! reads `/view.json`; charts are under `/charts/`, evidence under `/data/`. Typst has access to
//! these files, the templates and the shipped fonts, and to nothing else: no disk, no clock, no
//! network.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Library, LibraryExt, World, WorldExt};
use typst_kit::files::{FileLoader, FileStore};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::text::{GETA, breakable, map_texts, visible};
use super::{Fonts, Input, RenderError, Templates};
use crate::source::Exhibited;

/// The template of reports.
const DOCUMENT: &str = "pdf/document.typ";
/// Replaces a picture that cannot be decoded.
const UNREADABLE: &str = "pdf/unreadable.png";
/// A longer word may be broken, in characters: the narrowest column of text fits about this many.
const LONGEST_WORD: usize = 16;
/// The same for raw output, which has the full width of the page.
const LONGEST_LINE: usize = 90;

pub(super) fn render(
    input: &Input,
    templates: &Templates,
    fonts: &Fonts,
) -> Result<Vec<u8>, RenderError> {
    let failed =
        |message: String| RenderError { template: format!("templates/{DOCUMENT}"), message };
    let main = file_id(&format!("/templates/{DOCUMENT}")).map_err(&failed)?;
    let world = PdfWorld {
        library: LazyHash::new(Library::default()),
        fonts,
        files: FileStore::new(VirtualFiles { files: files(input, templates, fonts) }),
        main,
    };
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| failed(message(&errors, &world)))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|error| failed(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident(input)),
        creator: Smart::Custom(Some("weibao".to_owned())),
        timestamp: timestamp(input),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| failed(message(&errors, &world)))
}

/// The identifier of the document, from the report's number and version, so that the same report
/// always has the same one.
fn ident(input: &Input) -> String {
    let cover = &input.document["cover"];
    format!("{} {}", cover["number"], cover["version"])
}

/// The report's own date, so that a build at another time gives the same bytes.
fn timestamp(input: &Input) -> Option<Timestamp> {
    let day = input.document["cover"]["dated_iso"].as_str()?;
    let mut parts = day.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let datetime = Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)?;
    Timestamp::new_local(datetime, 8 * 60)
}

fn file_id(path: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(path).map_err(|_| format!("not a path: {path}"))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// All files that Typst may read, by path without leading slash.
fn files(input: &Input, templates: &Templates, fonts: &Fonts) -> BTreeMap<String, Bytes> {
    let printable = |text: &str| -> String {
        let seen = visible(text);
        seen.chars().map(|c| if fonts.covers(c) { c } else { GETA }).collect()
    };
    let flowing = |text: &str| breakable(&printable(text), LONGEST_WORD);
    let view = map_texts(input.document.clone(), &flowing);
    let mut files = BTreeMap::new();
    files.insert("view.json".to_owned(), Bytes::from_string(view.to_string()));
    for (path, bytes) in templates.folder("pdf") {
        files.insert(format!("templates/{path}"), Bytes::new(bytes.to_vec()));
    }
    for (name, svg) in &input.charts {
        files.insert(format!("charts/{name}.svg"), Bytes::from_string(printable(svg)));
    }
    for (path, bytes) in &input.files {
        let exhibited = Exhibited::of(path);
        if exhibited == Exhibited::Text {
            let text = breakable(&printable(&String::from_utf8_lossy(bytes)), LONGEST_LINE);
            files.insert(format!("shown/{path}"), Bytes::from_string(text));
        }
        let bytes = Bytes::new(bytes.clone());
        if let Some(format) = picture_format(exhibited) {
            // One broken screenshot must not prevent a report: a replacement picture says so, and
            // the file itself is embedded.
            let readable = RasterImage::plain(bytes.clone(), format).is_ok();
            let instead = || templates.get(UNREADABLE).map(|picture| Bytes::new(picture.to_vec()));
            let shown = if readable { Some(bytes.clone()) } else { instead() };
            files.extend(shown.map(|shown| (format!("shown/{path}"), shown)));
        }
        files.insert(format!("data/{path}"), bytes);
    }
    files
}

const fn picture_format(exhibited: Exhibited) -> Option<ExchangeFormat> {
    match exhibited {
        Exhibited::Png => Some(ExchangeFormat::Png),
        Exhibited::Jpeg => Some(ExchangeFormat::Jpg),
        Exhibited::Text | Exhibited::Named => None,
    }
}

/// The environment in which Typst compiles.
struct PdfWorld<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    files: FileStore<VirtualFiles>,
    main: FileId,
}

struct VirtualFiles {
    files: BTreeMap<String, Bytes>,
}

impl FileLoader for VirtualFiles {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        let found = self.files.get(path).cloned();
        found.ok_or_else(|| FileError::NotFound(path.into()))
    }
}

impl World for PdfWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Typst's errors, each with the template line where it occurred.
fn message(errors: &[SourceDiagnostic], world: &PdfWorld<'_>) -> String {
    let texts: Vec<_> = errors
        .iter()
        .map(|error| {
            let location = location(error, world).unwrap_or_default();
            let hints: Vec<_> = error.hints.iter().map(|hint| format!("; {}", hint.v)).collect();
            format!("{location}{}{}", error.message, hints.concat())
        })
        .collect();
    texts.join("\n")
}

fn location(error: &SourceDiagnostic, world: &PdfWorld<'_>) -> Option<String> {
    let id = error.span.id()?;
    let source = world.source(id).ok()?;
    let range = world.range(error.span)?;
    let line = source.lines().byte_to_line(range.start)? + 1;
    Some(format!("{}:{line}: ", id.get().vpath().get_without_slash()))
}
