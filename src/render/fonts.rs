//! The shipped fonts, and nothing but them.
//!
//! In: `templates/fonts/`. Out: a font store for Typst, and which characters it can print. System fonts are never looked at:
//! the same records give the same bytes on every machine.

use std::borrow::Cow;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use super::Templates;

/// Loaded fonts.
pub struct Fonts {
    store: FontStore,
    /// The face that charts are measured with.
    labels: Option<FontInstance>,
    /// What every face can print, in order: looked up for each character of every report.
    printable: Vec<u32>,
}

impl Fonts {
    /// Loads the fonts of the templates.
    pub fn new(templates: &Templates) -> Self {
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

    /// True if every face can print the character, or it takes no room.
    pub fn covers(&self, character: char) -> bool {
        matches!(character, '\n' | '\t' | '\r')
            || self.printable.binary_search(&u32::from(character)).is_ok()
    }

    /// The fonts' names and properties.
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// A font by its number in the book.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The face that charts are measured with: the regular sans.
    pub fn for_charts(&self) -> Option<&FontInstance> {
        self.labels.as_ref()
    }
}

fn is_label(face: &Font) -> bool {
    let info = face.info();
    info.family.contains("Sans") && info.variant.weight.to_number() < 600
}

/// The characters that all faces have, in order.
fn printable(faces: &[Font]) -> Vec<u32> {
    let Some((first, others)) = faces.split_first() else { return Vec::new() };
    let mut printable: Vec<u32> = first.info().coverage.iter().collect();
    for face in others {
        let known: Vec<u32> = face.info().coverage.iter().collect();
        printable.retain(|character| known.binary_search(character).is_ok());
    }
    printable
}
