//! The shipped fonts, and no others.
//!
//! In: `templates/fonts/`. Out: a font store for Typst, and the characters it can print. System
//! fonts are never used, so that the same records give the same bytes on every machine.

use std::borrow::Cow;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use super::Templates;

pub(crate) struct Fonts {
    store: FontStore,
    /// The font for measuring charts.
    labels: Option<FontInstance>,
    /// The characters that every font can print, sorted: looked up for each character of every
    /// report.
    printable: Vec<u32>,
}

impl Fonts {
    /// Loads the fonts from the templates.
    pub(crate) fn new(templates: &Templates) -> Self {
        let mut store = FontStore::new();
        let mut faces = Vec::new();
        for (path, bytes) in templates.folder("fonts") {
            if !(path.ends_with(".otf") || path.ends_with(".ttf")) {
                continue;
            }
            let bytes = match bytes {
                Cow::Borrowed(bytes) => Bytes::new(*bytes),
                Cow::Owned(bytes) => Bytes::new(bytes.clone()),
            };
            for font in Font::iter(bytes) {
                faces.push(font.clone());
                let info = font.info().clone();
                store.push((font, info));
            }
        }
        let printable = printable(&faces);
        let labels = faces.iter().find(|face| is_label(face)).cloned();
        let labels = labels.map(|face| {
            face.instantiate(FontVariant::default(), Abs::zero(), &FontVariations::default())
        });
        Self { store, labels, printable }
    }

    /// True if every font can print the character, or if it has no width.
    pub(crate) fn covers(&self, character: char) -> bool {
        matches!(character, '\n' | '\t' | '\r')
            || self.printable.binary_search(&u32::from(character)).is_ok()
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// A font by its index in the font book.
    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The font for measuring charts: the regular sans-serif.
    pub(crate) fn for_charts(&self) -> Option<&FontInstance> {
        self.labels.as_ref()
    }
}

fn is_label(face: &Font) -> bool {
    let info = face.info();
    info.family.contains("Sans") && info.variant.weight.to_number() < 600
}

/// The characters that all fonts have, sorted.
fn printable(faces: &[Font]) -> Vec<u32> {
    let Some((first, others)) = faces.split_first() else { return Vec::new() };
    let mut printable: Vec<u32> = first.info().coverage.iter().collect();
    for face in others {
        let known: Vec<u32> = face.info().coverage.iter().collect();
        printable.retain(|character| known.binary_search(character).is_ok());
    }
    printable
}
