//! Writes SVG elements.
//!
//! In: rectangles, lines and texts in pixels. Out: one SVG of the charts' width. Texts are escaped
//! here and nowhere else; hatching is drawn as lines, because a pattern would need an id and a page
//! holds many charts.

use std::fmt::Write;

use super::measure::Measure;
use super::style::{BLACK, FAMILY, INK, LABEL, PALE, Rgb, WHITE, WIDTH};
use crate::render::text::visible;

/// Height of a legend row, in pixels.
const LEGEND_ROW: f32 = 20.0;
/// Side of a square in a legend, in pixels.
const SQUARE: f32 = 12.0;
/// Length of a line sample in a legend, in pixels.
const PIECE: f32 = 34.0;
/// Distance between hatching lines, in pixels.
const HATCH: f32 = 5.0;

/// A rectangle in pixels.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// How an area is filled; distinguishable in grey as well as in colour.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    /// The background colour.
    pub ground: Rgb,
    /// The colour of the hatching.
    pub hatch: Option<Rgb>,
    /// The colour of the outline.
    pub edge: Option<Rgb>,
}

/// How a line is drawn; distinguishable in grey as well as in colour.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub ink: Rgb,
    /// Lengths of dashes and gaps; empty for a solid line.
    pub dash: &'static str,
    /// Width in pixels.
    pub width: f32,
}

/// The sample that a legend shows beside a name.
#[derive(Clone, Copy)]
pub(super) enum Swatch {
    /// A filled square.
    Square(Paint),
    /// A piece of line, long enough to show its dashes.
    Piece(Stroke),
}

/// Where a text is placed, relative to its point.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    /// To the right of the point.
    Start,
    /// Centred on the point.
    Middle,
    /// To the left of the point.
    End,
}

/// The typography of a text.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub anchor: Anchor,
    pub size: f32,
    pub ink: Rgb,
}

impl Paint {
    /// A fill with one colour.
    pub(super) const fn plain(ground: Rgb) -> Self {
        Self { ground, hatch: None, edge: None }
    }

    /// The text colour that is most legible on it.
    pub(super) fn ink(&self) -> Rgb {
        let (r, g, b) = self.ground;
        let light = 0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b);
        if light > 140.0 { BLACK } else { WHITE }
    }
}

/// The typography of a label in the charts' regular size and colour.
pub(super) const fn label(anchor: Anchor) -> Type {
    Type { anchor, size: LABEL, ink: INK }
}

/// The elements drawn so far.
pub(super) struct Canvas<'f> {
    body: String,
    measure: Measure<'f>,
}

// Writing into a string cannot fail; its results are ignored below.
impl<'f> Canvas<'f> {
    pub(super) const fn new(measure: Measure<'f>) -> Self {
        Self { body: String::new(), measure }
    }

    /// Draws an area with its hatching and outline.
    pub(super) fn fill(&mut self, area: Area, fill: &Paint) {
        let Area { x, y, width, height } = area;
        let _ = write!(
            self.body,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>"#,
            px(x),
            px(y),
            px(width),
            px(height),
            rgb(fill.ground),
        );
        if let Some(ink) = fill.hatch {
            self.hatch(area, ink);
        }
        if let Some(ink) = fill.edge {
            let _ = write!(
                self.body,
                r#"<rect x="{}" y="{}" width="{}" height="{}" fill="none" stroke="{}" stroke-width="1"/>"#,
                px(x + 0.5),
                px(y + 0.5),
                px((width - 1.0).max(0.0)),
                px((height - 1.0).max(0.0)),
                rgb(ink),
            );
        }
    }

    /// Draws lines that rise to the right, each clipped to the area.
    fn hatch(&mut self, area: Area, ink: Rgb) {
        let Area { x, y, width, height } = area;
        let mut path = String::new();
        let mut offset = HATCH - height;
        while offset < width {
            let (from, to) = (offset.max(0.0), (offset + height).min(width));
            let (low, high) = (y + height - (from - offset), y + height - (to - offset));
            let _ = write!(path, "M{} {}L{} {}", px(x + from), px(low), px(x + to), px(high));
            offset += HATCH;
        }
        let _ = write!(
            self.body,
            r#"<path d="{path}" fill="none" stroke="{}" stroke-width="1"/>"#,
            rgb(ink)
        );
    }

    /// Draws a straight line.
    pub(super) fn line(&mut self, (x1, y1): (f32, f32), (x2, y2): (f32, f32), ink: Rgb) {
        let _ = write!(
            self.body,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1"/>"#,
            px(x1),
            px(y1),
            px(x2),
            px(y2),
            rgb(ink),
        );
    }

    /// Draws a text that is vertically centred on `y`.
    pub(super) fn text(&mut self, (x, y): (f32, f32), set: Type, text: &str) {
        let y = y + set.size * 0.36;
        let _ = write!(
            self.body,
            r#"<text x="{}" y="{}"{}>{}</text>"#,
            px(x),
            px(y),
            set.words(),
            escaped(text)
        );
    }

    /// Draws a text that reads upwards from a point.
    pub(super) fn upward(&mut self, (x, y): (f32, f32), set: Type, text: &str) {
        let x = px(x + set.size * 0.36);
        let y = px(y);
        let turn = format!(r#" transform="rotate(-90 {x} {y})""#);
        let _ = write!(
            self.body,
            r#"<text x="{x}" y="{y}"{turn}{}>{}</text>"#,
            set.words(),
            escaped(text)
        );
    }

    /// Draws a line through points.
    pub(super) fn path(&mut self, points: impl Iterator<Item = (f32, f32)>, stroke: &Stroke) {
        let mut path = String::new();
        for (x, y) in points {
            let step = if path.is_empty() { 'M' } else { 'L' };
            let _ = write!(path, "{step}{} {}", px(x), px(y));
        }
        let Stroke { ink, dash, width } = stroke;
        let dash = match *dash {
            "" => String::new(),
            dash => format!(r#" stroke-dasharray="{dash}""#),
        };
        let _ = write!(
            self.body,
            r#"<path d="{path}" fill="none" stroke="{}" stroke-width="{width}" stroke-linejoin="round"{dash}/>"#,
            rgb(*ink),
        );
    }

    pub(super) fn width(&self, text: &str) -> f32 {
        self.measure.width(text, LABEL)
    }

    /// Draws a legend in rows from the upper left point; returns where it ends.
    pub(super) fn legend<'n>(
        &mut self,
        (left, top): (f32, f32),
        entries: impl Iterator<Item = (&'n str, Swatch)>,
    ) -> f32 {
        let (mut x, mut y) = (left, top + LEGEND_ROW / 2.0);
        for (name, swatch) in entries {
            let length = match swatch {
                Swatch::Square(_) => SQUARE,
                Swatch::Piece(_) => PIECE,
            };
            let width = length + 5.0 + self.width(name);
            if x + width > WIDTH && x > left {
                (x, y) = (left, y + LEGEND_ROW);
            }
            self.swatch((x, y), swatch);
            self.text((x + length + 5.0, y), label(Anchor::Start), name);
            x += width + 16.0;
        }
        y + LEGEND_ROW / 2.0
    }

    /// Draws a legend sample whose left end is at a point.
    fn swatch(&mut self, (x, y): (f32, f32), swatch: Swatch) {
        match swatch {
            Swatch::Square(fill) => {
                let square = Area { x, y: y - SQUARE / 2.0, width: SQUARE, height: SQUARE };
                self.fill(square, &Paint { edge: fill.edge.or(Some(INK)), ..fill });
            }
            Swatch::Piece(stroke) => self.path([(x, y), (x + PIECE, y)].into_iter(), &stroke),
        }
    }

    /// Draws a faint vertical grid line.
    pub(super) fn upright(&mut self, x: f32, top: f32, bottom: f32) {
        self.line((x, top), (x, bottom), PALE);
    }

    /// The finished SVG.
    pub(super) fn finish(self, height: f32) -> String {
        let height = px(height.ceil());
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"><g font-family="{FAMILY}, sans-serif">{}</g></svg>"#,
            self.body,
        )
    }
}

impl Type {
    fn words(&self) -> String {
        let anchor = match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        format!(r#"{anchor} font-size="{}" fill="{}""#, self.size, rgb(self.ink))
    }
}

fn rgb((r, g, b): Rgb) -> String {
    format!("rgb({r},{g},{b})")
}

fn escaped(text: &str) -> String {
    let text = visible(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Formats a coordinate; hundredths of a pixel are finer than any printer.
fn px(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    // Adding zero turns a negative zero into zero.
    format!("{}", rounded + 0.0)
}
