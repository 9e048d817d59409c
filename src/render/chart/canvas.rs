//! SVG written by hand.
//!
//! In: rectangles, lines and texts in pixels. Out: one SVG of the charts' width. Texts are escaped here and nowhere else; hatching
//! is drawn as lines, since a pattern would need an id and a page holds many charts.

use std::fmt::Write;

use super::{FAMILY, INK, LABEL, PALE, WIDTH, escaped, text_width};

/// A colour.
pub(super) type Rgb = (u8, u8, u8);

/// Ink on dark ground.
pub(super) const WHITE: Rgb = (255, 255, 255);
/// Ink on light ground.
pub(super) const BLACK: Rgb = (30, 30, 30);
/// Height of a row of a legend, in pixels.
const LEGEND_ROW: f32 = 20.0;
/// Side of the square that a legend shows, in pixels.
const SWATCH: f32 = 12.0;
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
#[derive(Default)]
pub(super) struct Canvas {
    body: String,
}

// Writing into a string cannot fail; its results are let go below.
impl Canvas {
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

    /// Squares with their names in rows from `left`, and how high they are.
    pub(super) fn legend<'n>(
        &mut self,
        left: f32,
        entries: impl Iterator<Item = (&'n str, Paint)>,
    ) -> f32 {
        let (mut x, mut y) = (left, LEGEND_ROW / 2.0);
        for (name, fill) in entries {
            let width = SWATCH + 5.0 + text_width(name) + 16.0;
            if x + width - 16.0 > WIDTH && x > left {
                (x, y) = (left, y + LEGEND_ROW);
            }
            let square = Area { x, y: y - SWATCH / 2.0, width: SWATCH, height: SWATCH };
            self.fill(square, &Paint { edge: fill.edge.or(Some(INK)), ..fill });
            self.text((x + SWATCH + 5.0, y), label(Anchor::Start), name);
            x += width;
        }
        y + LEGEND_ROW / 2.0
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

/// Hundredths of a pixel are finer than any printer.
fn px(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    // Adding nothing turns a negative zero into zero.
    format!("{}", rounded + 0.0)
}
