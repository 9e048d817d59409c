//! Measures the width of labels.
//!
//! In: the font of the labels. Out: widths in pixels, and texts shortened or broken to a width.
//! Separate from the canvas, because a chart lays out its labels before it draws anything.

use typst::text::FontInstance;

use crate::render::text::visible;

/// Measures labels. Without a font, every character counts as wide as a Chinese one, which looks
/// worse but is not wrong.
#[derive(Clone, Copy)]
pub(super) struct Measure<'f> {
    face: Option<&'f FontInstance>,
}

impl<'f> Measure<'f> {
    pub(super) const fn new(face: Option<&'f FontInstance>) -> Self {
        Self { face }
    }

    /// Width of a text. Every character but the last is rounded up to whole pixels, because a page
    /// may be shown in another font than the shipped one, or by a viewer that places text on whole
    /// pixels.
    pub(super) fn width(self, text: &str, size: f32) -> f32 {
        let Some(face) = self.face else { return text.chars().count() as f32 * size };
        let scale = size / face.units_per_em() as f32;
        let face = face.ttf();
        let glyph = |character: char| face.glyph_index(character).unwrap_or_default();
        let advance = |character: char| {
            let units = face.glyph_hor_advance(glyph(character)).unwrap_or_default();
            (scale * f32::from(units)).ceil()
        };
        // The space to the right of the last character is not counted.
        let end = |character: char| {
            let outline = face.glyph_bounding_box(glyph(character));
            outline.map_or(0.0, |outline| (scale * f32::from(outline.x_max)).ceil())
        };
        let mut characters = text.chars().filter(|character| !character.is_control()).rev();
        let last = characters.next().map_or(0.0, end);
        characters.map(advance).sum::<f32>() + last
    }

    /// Width of the widest of some texts, with a small margin.
    pub(super) fn widest<'a>(self, texts: impl Iterator<Item = &'a str>, size: f32) -> f32 {
        texts.map(|text| self.width(text, size)).fold(0.0, f32::max) * 1.03
    }

    /// Breaks a text into lines of a width, after a punctuation mark where possible; what does not
    /// fit on the last line is replaced by ….
    pub(super) fn lines_of(self, text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut rest = visible(text).trim().to_owned();
        while lines.len() + 1 < most && self.width(&rest, size) > width {
            let fits = self.prefix(&rest, size, width);
            let head = rest.get(..fits).unwrap_or_default();
            let after_mark =
                head.rfind(['年', '-', '、', '，', '（']).map(|at| match head.get(at..) {
                    // An opening bracket stays with the text it encloses.
                    Some(tail) if tail.starts_with('（') => at,
                    tail => {
                        at + tail.and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8)
                    }
                });
            let cut = after_mark.filter(|at| *at * 2 > fits).unwrap_or(fits);
            let tail = rest.split_off(cut);
            lines.push(std::mem::replace(&mut rest, tail.trim_start().to_owned()));
        }
        lines.push(self.cut(&rest, size, width));
        lines
    }

    /// A text shortened with … if it exceeds a width.
    pub(super) fn cut(self, text: &str, size: f32, width: f32) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        let fits = self.prefix(text, size, width - self.width("…", size));
        format!("{}…", text.get(..fits).unwrap_or_default().trim_end())
    }

    /// Number of bytes of a text that fit into a width, at least one character.
    fn prefix(self, text: &str, size: f32, width: f32) -> usize {
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8());
        let fits =
            |end: &usize| text.get(..*end).is_some_and(|head| self.width(head, size) <= width);
        let fitting = ends.take_while(fits);
        fitting.last().or_else(|| text.chars().next().map(char::len_utf8)).unwrap_or(0)
    }
}
