//! SVG written by hand.
//!
//! In: rectangles, lines and texts in pixels. Out: one SVG of the charts' width. Texts are escaped here and nowhere else; hatching
//! is drawn as lines, since a pattern would need an id and a page holds many charts.

use std::fmt::Write;

use super::measure::Measure;
use super::style::{BLACK, FAMILY, INK, LABEL, PALE, Rgb, WHITE, WIDTH};
use crate::render::text::visible;

/// Height of a row of a legend, in pixels.
const LEGEND_ROW: f32 = 20.0;
/// Side of the square that a legend shows, in pixels.
const SQUARE: f32 = 12.0;
/// Length of the piece of line that a legend shows, in pixels.
const PIECE: f32 = 34.0;
/// Distance between the lines of a hatching, in pixels.
const HATCH: f32 = 5.0;

/// A rectangle in pixels.
#[derive(Clone, Copy)]
pub(super) struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// How an area is filled: each as good in grey as in colour.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    /// The ground.
    pub ground: Rgb,
    /// Lines across.
    pub hatch: Option<Rgb>,
    /// A line around.
    pub edge: Option<Rgb>,
}

/// How a line is drawn: each as good in grey as in colour.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    /// Colour.
    pub ink: Rgb,
    /// Lengths of its dashes and of the gaps between them; empty for a line without gaps.
    pub dash: &'static str,
    /// Width in pixels.
    pub width: f32,
}

/// What a legend shows beside a name.
#[derive(Clone, Copy)]
pub(super) enum Swatch {
    /// A square of a fill.
    Square(Paint),
    /// A piece of a line, long enough to show its dashes.
    Piece(Stroke),
}

/// Where a text stands, from the point it is given.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    /// To the right.
    Start,
    /// On both sides.
    Middle,
    /// To the left.
    End,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Where it stands.
    pub anchor: Anchor,
    /// Size in pixels.
    pub size: f32,
    /// Colour.
    pub ink: Rgb,
}

impl Paint {
    /// One colour.
    pub(super) const fn plain(ground: Rgb) -> Self {
        Self { ground, hatch: None, edge: None }
    }

    /// The ink that reads best on it.
    pub(super) fn ink(&self) -> Rgb {
        let (r, g, b) = self.ground;
        let light = 0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b);
        if light > 140.0 { BLACK } else { WHITE }
    }
}

/// A label in the charts' ordinary size and ink.
pub(super) const fn label(anchor: Anchor) -> Type {
    Type { anchor, size: LABEL, ink: INK }
}

/// What has been drawn so far.
pub(super) struct Canvas<'f> {
    body: String,
    measure: Measure<'f>,
}

// Writing into a string cannot fail; its results are let go below.
impl<'f> Canvas<'f> {
    /// An empty one.
    pub(super) const fn new(measure: Measure<'f>) -> Self {
        Self { body: String::new(), measure }
    }

    /// An area with its hatching and its edge.
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

    /// Lines that rise to the right, each cut off at the edges of the area.
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

    /// A straight line.
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

    /// A text whose middle line is at `y`.
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

    /// A text that reads upwards from a point.
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

    /// A line through points.
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

    /// Width of a label.
    pub(super) fn width(&self, text: &str) -> f32 {
        self.measure.width(text, LABEL)
    }

    /// Swatches with their names in rows from the point at the upper left, and where they end.
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

    /// A swatch whose left end is at a point.
    fn swatch(&mut self, (x, y): (f32, f32), swatch: Swatch) {
        match swatch {
            Swatch::Square(fill) => {
                let square = Area { x, y: y - SQUARE / 2.0, width: SQUARE, height: SQUARE };
                self.fill(square, &Paint { edge: fill.edge.or(Some(INK)), ..fill });
            }
            Swatch::Piece(stroke) => self.path([(x, y), (x + PIECE, y)].into_iter(), &stroke),
        }
    }

    /// Faint line of an axis from top to bottom.
    pub(super) fn upright(&mut self, x: f32, top: f32, bottom: f32) {
        self.line((x, top), (x, bottom), PALE);
    }

    /// The SVG.
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

/// Hundredths of a pixel are finer than any printer.
fn px(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    // Adding nothing turns a negative zero into zero.
    format!("{}", rounded + 0.0)
}
